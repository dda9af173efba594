"""Every stop of docs/screenshots.py at three sizes: nothing wider than the screen, nothing cut.

The stops are built once each by commands, and the terminal is resized between the looks.
"""

from __future__ import annotations

import importlib.util
import sys
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
from support.disks import Ticks
from support.narrow import a
from support.pilot import Stage, app_running
from support.rehearsed import kept
from textual.widget import Widget
from textual.widgets import Static

from mops_tui.model.session.header import Header
from mops_tui.sources.live import LiveSession
from mops_tui.storage.folders.places import places
from mops_tui.tui.navigation.new_screens import enter
from mops_tui.tui.room import Room
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.picture import PictureView

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).resolve().parents[2] / "docs" / "screenshots.py"
SIZES = ((80, 24), (100, 30), (120, 40))
SCROLLING = {"lobby", "keys", "summary", "decision", "cues", "why", "quadrant", "brinker", "review"}
"""Stops whose text may be longer than a small screen: it scrolls."""


def script() -> ModuleType:
    if "screenshots" not in sys.modules:
        spec = importlib.util.spec_from_file_location("screenshots", SCRIPT)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["screenshots"] = module
        spec.loader.exec_module(module)
    return sys.modules["screenshots"]


def stops() -> list[tuple[str, str, tuple[str, ...]]]:
    """Those stops that stand in a workshop: a name, a place, and keys."""
    known = ("lobby", "brief:", "vote:", "reveal:", "twice:", "grid:", "decision:", "summary")
    found = []
    for name, where, *rest in script().stops():
        if where == "" or where.startswith(known):
            found.append((name, where, rest[0] if rest else ()))
    return found


def is_of(stage: Stage, size: tuple[int, int]) -> bool:
    return tuple(stage.app.size) == size


def check(stage: Stage, size: tuple[int, int], name: str) -> None:
    """What can be measured of a drawn screen."""
    width, height = size
    screen = stage.screen
    about = f"{name} at {width}x{height}:\n{stage.text}"
    assert stage.app._exception is None, about
    strips = screen._compositor.render_strips()
    assert len(strips) == height, about
    assert {strip.cell_length for strip in strips} == {width}, about
    for widget in screen.walk_children(Widget, with_self=False):
        if not widget.display or not widget.region or not widget.is_attached:
            continue
        region = widget.region
        assert region.x >= 0, (widget, about)
        assert region.right <= width, (widget, region, about)
        assert not widget.show_horizontal_scrollbar, (widget, about)
        if isinstance(widget, Static | PictureView):
            # A text is as wide as the box that holds it, and no wider.
            holder = a(Widget, widget.parent)
            assert region.width <= holder.region.width, (widget, about)
    text = stage.text
    assert text.strip(), about
    if isinstance(screen, WorkshopScreen):
        bar = screen.query_one("TopBar")
        assert (bar.region.y, bar.region.height) == (0, 2), about
        footer = screen.query_one(Footer)
        assert footer.region.bottom == height, about
        assert "min" in text.splitlines()[0], about
    for box in screen.query("VerticalScroll"):
        may = name in SCROLLING or name.split("-")[0] in ("vote", "brings", "talk", "reveal")
        fits = box.max_scroll_y == 0 or not box.region
        assert fits or may, (box, box.max_scroll_y, about)


@pytest.mark.parametrize(("name", "where", "keys"), stops(), ids=[stop[0] for stop in stops()])
async def test_every_stop_fits_at_every_size(name: str, where: str, keys: tuple[str, ...]) -> None:
    async with app_running(size=SIZES[0]) as stage:
        header = Header.model_validate(
            {"id": "sizes", "title": "Autumn offsite", "opened": "2026-11-02T09:30:00+00:00",
             "workshop": kept("full-walk")}
        )  # fmt: skip
        session = LiveSession.create(places().sessions, header, Ticks())
        room = Room(session)
        script().build(script().Builder(session), where)
        await room.settled()
        enter(stage.app, room)
        await stage.until(lambda: stage.screen.query("TopBar"), "for the workshop screen")
        await stage.pilot.pause()
        for key in keys:
            await stage.press(key)
        for size in SIZES:
            await stage.pilot.resize_terminal(*size)
            await stage.until(partial(is_of, stage, size))
            await stage.pilot.pause()
            await stage.pilot.pause()
            check(stage, size, name)


async def test_home_and_setup_fit_at_every_size() -> None:
    async with app_running(size=SIZES[0]) as stage:
        await stage.sees("Where should MOps sit?")
        for keys in ((), ("enter",), ("enter",)):
            for key in keys:
                await stage.press(key)
            for size in SIZES:
                await stage.pilot.resize_terminal(*size)
                await stage.pilot.pause()
                await stage.pilot.pause()
                check(stage, size, "home")
