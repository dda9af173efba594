"""Every frame that a terminal would get, not only the last one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any
from unittest import mock

from textual.app import App
from textual.screen import Screen

Frame = tuple[str, ...]


@contextlib.contextmanager
def frames() -> Iterator[list[Frame]]:
    """The rows of each frame that is drawn meanwhile, as soon as it is; the same twice is one."""
    drawn: list[Frame] = []
    plain = App._display

    def display(self: App[Any], screen: Screen[Any], renderable: Any) -> None:
        plain(self, screen, renderable)
        if renderable is None or self._batch_count or screen is not self.screen:
            return
        strips = screen._compositor.render_strips()
        frame = tuple("".join(segment.text for segment in strip).rstrip() for strip in strips)
        if not drawn or drawn[-1] != frame:
            drawn.append(frame)

    with mock.patch.object(App, "_display", display):
        yield drawn


def body_of(frame: Frame) -> str:
    """What stands between the two rows of the bar and the last rows, without lines."""
    text = "\n".join(frame[2:-3])
    return "".join(c for c in text if c.isalnum())
