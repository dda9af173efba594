"""Frames that nobody looks at: an app under the pilot draws when it comes to rest, or is looked at.

Textual's headless apps put every frame together and show it to nobody, a dozen for each key that a
pilot presses, which is half of what a screen's test costs. Here a frame only remembers what it
would have drawn. At the next pause that is drawn, widget by widget, so that nothing a widget draws
at rest goes untested, and what cannot be drawn fails the test as ever. Whoever reads the drawn
screen, as `frames` does at each frame, still gets that frame.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from textual._context import visible_screen_stack
from textual.app import App
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen

_UNDRAWN: WeakKeyDictionary[Screen[Any], Region] = WeakKeyDictionary()
"""What each screen has not drawn yet, as the least region that holds it all."""
_PLAIN_REFRESH = Screen._compositor_refresh
_PLAIN_PAUSE = Pilot.pause


def draw_when_looked_at() -> None:
    """From now on, for every headless app of this process."""
    Screen._compositor_refresh = _refresh  # type: ignore[method-assign]  # that is the patch
    Pilot.pause = _pause  # type: ignore[method-assign]  # that is the patch


def draw(app: App[Any]) -> None:
    """Draw what the screen on top has not drawn yet, as its last frame would have."""
    screen = app.screen if app.screen_stack else None
    region = _UNDRAWN.pop(screen, None) if screen is not None else None
    if screen is None or region is None:
        return
    compositor = screen._compositor
    visible_screen_stack.set(app._background_screens)
    for _ in compositor._get_renders(region.intersection(compositor.size.region)):
        pass


def _refresh(self: Screen[Any]) -> None:
    app = self.app
    if not app.is_headless or app.is_inline or self is not app.screen:
        _PLAIN_REFRESH(self)
        return
    dirty = self._compositor._dirty_regions
    if dirty:
        before = _UNDRAWN.get(self)
        _UNDRAWN[self] = Region.from_union([*dirty, *([before] if before else [])])
        dirty.clear()
        visible_screen_stack.set(app._background_screens)
        app._display(self, "")
    self._dirty_widgets.clear()
    app._update_mouse_over(self)


async def _pause(self: Pilot[Any], delay: float | None = None) -> None:
    await _PLAIN_PAUSE(self, delay)
    draw(self.app)
