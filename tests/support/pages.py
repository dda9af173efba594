"""A page of the room as it is drawn: a visible state in a frame, and nothing else around it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from support.pilot import until
from textual.app import ComposeResult
from textual.screen import Screen

from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.audience import VisibleState
from mops_tui.storage.folders.places import Places
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.host import Host
from mops_tui.tui.settings import Settings
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.room_frame import RoomFrame

SIZES = ((80, 24), (100, 30), (120, 40), (160, 50))
"""The sizes that a page is looked at in."""


class _Framed(MopsScreen[None]):
    CSS_PATH = LATE_STYLES

    def __init__(self, state: VisibleState, *, keys: bool) -> None:
        super().__init__()
        self._state = state
        self._keys = keys

    def compose(self) -> ComposeResult:
        yield RoomFrame(keys=self._keys)

    def on_mount(self) -> None:
        self.query_one(RoomFrame).show(self._state, self._state.look, self._state.t)


class _Frame(Host):
    CSS_PATH = str(LATE_STYLES.with_name("app.tcss"))

    def __init__(self) -> None:
        super().__init__(Places(Path(), Path(), Path(), Path()), Settings())
        self.animation_level = "none"

    def get_default_screen(self) -> Screen[None]:
        return Screen()


async def page(
    state: VisibleState, size: tuple[int, int] = (80, 24), *, keys: bool = False
) -> tuple[str, ...]:
    """The rows of the screen that shows a state, once nothing in it moves any more."""
    app = _Frame()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(_Framed(state, keys=keys))
        frames: list[tuple[str, ...]] = []

        def still() -> bool:
            strips = app.screen._compositor.render_strips()
            frames.append(tuple("".join(s.text for s in strip).rstrip() for strip in strips))
            return len(frames) > 3 and len(set(frames[-3:])) == 1

        await until(pilot, still, "for a page that stands still")
        return frames[-1]


def with_question(workshop: Workshop, question: str, **changes: Any) -> Workshop:
    """A workshop in which one question of its first scenario is another one."""
    (first, *others) = workshop.scenarios
    questions = tuple(
        one.model_copy(update=changes) if one.id == question else one for one in first.questions
    )
    changed = first.model_copy(update={"questions": questions})
    return workshop.model_copy(update={"scenarios": (changed, *others)})
