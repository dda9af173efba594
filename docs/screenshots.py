"""Make the README's screenshots: a real session, real screens, one picture a file.

Usage: python docs/screenshots.py [FOLDER] [THEME]

Each screen is taken at 80x24 and at 120x40 as SVG. Where Chromium is installed, PNG as well,
lighter where Pillow is.
"""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, kind_of, options_of
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Point,
    Positions,
    Ranking,
    Ratings,
)
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import View
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.phones import Phones
from mops_tui.sources.phones.sightings import Sightings
from mops_tui.storage.folders.places import pack_folders, places
from mops_tui.storage.packs.packs import load_library
from mops_tui.tui.app import MopsApp
from mops_tui.tui.destinations import ResumeSession
from mops_tui.tui.room import Room
from mops_tui.tui.settings import THEME_NAMES, Settings

SIZES = ((80, 24), (120, 40))
COLOURS = 64
PEOPLE = (
    ("Mara Diaz", "CMO"),
    ("Ian Tan", "CIO"),
    ("Sal Levi", "Head of sales"),
    ("Ana Novak", "Analyst"),
    ("Olu Peters", "MOps lead"),
    ("Cora Meyer", "Campaign manager"),
    ("Finn Ochs", "Finance"),
    ("Sven Olsen", "Service"),
    ("Aga Nowak", "Agency"),
)
CHROMIUM = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync --hide-scrollbars"
)


def ballot(question: QuestionBase, draw: random.Random, taste: float) -> Ballot:
    """A believable ballot of somebody whose taste runs from 0 (technology) to 1 (arts)."""
    kind = kind_of(question)
    options = [option.id for option in options_of(question)]
    items = tuple(item.id for item in items_of(question))
    if kind in ("choice", "hands"):
        return Choice(options[min(len(options) - 1, int(taste * len(options)))])
    if kind == "allocate":
        first = min(len(options) - 1, int(taste * len(options)))
        points = [1] * len(options)
        points[first] += 10 - len(options)
        return Allocation(tuple(options), tuple(points))
    if kind == "rank":
        draw.shuffle(options)
        return Ranking(tuple(options))
    if isinstance(question, RateQuestion):
        top = len(question.scale) - 1
        levels = (question.scale[min(top, max(0, round(draw.gauss(0.9, 0.8))))] for _ in items)
        return Ratings(items, tuple(level.id for level in levels))
    if kind == "pairs":
        near = [min(2, max(-2, round((taste - 0.5) * 4 + draw.gauss(0, 0.8)))) for _ in items]
        return Positions(items, tuple(near))
    if kind == "curve":
        spots = [
            min(100, max(0, round(20 + 24 * index + draw.gauss(0, 9))))
            for index in range(len(items))
        ]
        return Positions(items, tuple(spots))
    if kind == "grid":
        x = (taste - 0.5) * 180 + draw.gauss(0, 12)
        y = draw.gauss(20, 40)
        return Point(round(max(-100, min(100, x))), round(max(-100, min(100, y))))
    return Ideas(("Fewer tools, better used.",))


class Builder:
    """Runs a workshop by commands, so that the screens have something to show."""

    def __init__(self, session: LiveSession, seed: int = 7) -> None:
        self.session = session
        self.draw = random.Random(seed)
        self.people: list[tuple[str, float]] = []

    def ask(self, *commands: cmd.Command) -> None:
        """Carry commands out; a refusal is a mistake in this script."""
        for command in commands:
            outcome = self.session.ask(command)
            if not isinstance(outcome, tuple):
                raise SystemExit(f"refused: {outcome}")

    def join(self) -> None:
        """Bring the nine people in."""
        tastes = (0.85, 0.1, 0.9, 0.15, 0.45, 0.8, 0.25, 0.6, 0.95)
        for number, ((name, role), taste) in enumerate(zip(PEOPLE, tastes, strict=True)):
            self.ask(cmd.Join(f"p-{number}", name, role))
            self.people.append((f"p-{number}", taste))

    def vote(self, ref: str, *, leave_out: int = 0, drift: float = 0.0) -> None:
        """Everybody votes, but for the last few; `drift` pulls tastes towards the middle."""
        question = self.session.head.question(ref)
        assert question is not None
        for person, taste in self.people[: len(self.people) - leave_out]:
            moved = taste + (0.5 - taste) * drift
            self.ask(cmd.CastVote(ref, person, ballot(question, self.draw, moved)))

    def play(self, ref: str, rounds: int = 1) -> None:
        """A question from its showing to its last reveal."""
        self.ask(cmd.Show(View("question", ref)))
        for number in range(rounds):
            if number:
                self.ask(cmd.OpenRound(ref))
            self.vote(ref, drift=0.6 * number)
            self.ask(cmd.Reveal(ref))


def stops() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(name, where the session stands, keys to press there)."""
    yield "lobby", "", ()
    yield "lobby-phones", "phones", ()
    yield "join", "phones", ("j",)
    yield "brief", "brief:org-placement", ()
    yield "vote-pairs", "vote:mops-personas/pairs", ()
    yield "reveal-pairs", "reveal:mops-personas/pairs", ()
    yield "seat-pairs", "vote:mops-personas/pairs", ("h", "down", "enter", "enter", "2", "4", "1")
    yield "vote-grid", "vote:mops-personas/place-mops", ()
    yield (
        "seat-grid",
        "vote:mops-personas/place-mops",
        ("h", "down", "enter", "enter", "left", "up", "shift+up"),
    )
    yield "reveal-grid", "twice:mops-personas/place-mops", ()
    yield "vote-waves", "vote:adoption-waves/waves", ()
    yield (
        "seat-waves",
        "vote:adoption-waves/waves",
        ("h", "down", "enter", "enter", "right", "right", "down", "right"),
    )
    yield "reveal-waves", "twice:adoption-waves/waves", ()
    yield (
        "seat-points",
        "vote:org-placement/ten-points",
        ("h", "down", "enter", "enter", "4", "down", "3"),
    )
    yield "reveal-points", "twice:org-placement/ten-points", ()
    yield "reveal-spell", "reveal:org-placement/spell", ()
    yield "brings-spell", "reveal:org-placement/spell", ("tab",)
    yield "talk-spell", "reveal:org-placement/spell", ("o", "t")
    yield "call-out", "vote:org-placement/spell", ("g", *"5 mar, 3 it")
    yield (
        "seat-checklist",
        "vote:change-readiness/checklist",
        ("h", "down", "enter", "enter", "1", "2", "3"),
    )
    yield "reveal-checklist", "reveal:change-readiness/checklist", ()
    yield "reveal-bad-cop", "reveal:order-from-chaos/bad-cop", ()
    yield "decision", "decision:org-placement", ()
    yield "decision-form", "decision:org-placement", ("d",)
    yield "silence", "ask:org-placement/spell", ("t",)
    yield "break", "break:adoption-waves", ()
    yield "owners", "owners", ()
    yield "quadrant", "grid:mops", ()
    yield "why", "grid:mops", ("w",)
    yield "brinker", "grid:brinker", ()
    yield "people", "vote:org-placement/spell", ("p",)
    yield "agenda", "vote:org-placement/spell", ("a",)
    yield "cues", "vote:org-placement/spell", ("c", "down", "enter")
    yield "leave", "vote:org-placement/spell", ("escape",)
    yield "keys", "vote:org-placement/spell", ("question_mark",)
    yield "summary", "summary", ()
    yield "review", "summary", ("escape", "down", "enter", "r")


def build(builder: Builder, where: str) -> None:
    """Bring a new session to where a picture is taken."""
    builder.join()
    stop, _, name = where.partition(":")
    if stop in ("grid", "decision", "owners", "summary"):
        builder.play("mops-personas/pairs")
        builder.play("mops-personas/place-mops", rounds=2)
        builder.play("mops-personas/place-brinker")
        builder.play("org-placement/ten-points")
        builder.play("org-placement/spell")
    if stop in ("decision", "owners", "summary"):
        builder.ask(
            cmd.Show(View("decision", "org-placement")),
            cmd.RecordDecision(
                "d-1",
                "org-placement",
                "MOps moves next to RevOps; Marketing keeps the budget.",
                "Nobody wants to lose the campaigns' pace.",
                "Olu Peters",
                4,
                "Ian: integrations will wait longer.",
                "The CFO",
                "Olu writes to Finance.",
                "in three months",
            ),
            cmd.RecordAction(
                "a-1", "Draft the funding line", "org-placement", "Finn", "2027-01-15"
            ),
            cmd.RecordNote("n-1", "Who signs for the data project?", "parking"),
        )
    scenario = builder.session.head.workshop.scenario(name.partition("/")[0])
    if scenario is not None and scenario.id == "change-readiness" and scenario.subject is not None:
        builder.ask(cmd.NameSubject("change-readiness", "one brief for every campaign"))
    if stop == "brief":
        builder.ask(cmd.Show(View("brief", name)))
    elif stop in ("break", "owners"):
        builder.ask(cmd.Show(View("owners" if stop == "owners" else "break", name)))
    elif stop == "ask":
        builder.ask(cmd.Show(View("question", name)))
    elif stop == "vote":
        builder.ask(cmd.Show(View("question", name)))
        builder.vote(name, leave_out=3)
    elif stop in ("reveal", "twice"):
        builder.play(name, rounds=2 if stop == "twice" else 1)
    elif stop == "grid":
        builder.ask(cmd.Show(View("grid", name)))
    elif stop == "summary":
        builder.ask(cmd.Show(View("workshop")))


@dataclass
class StandIn:
    """A server that serves nobody: a picture shows an address, and needs no network."""

    host: str
    port: int
    clients: int = 0
    connected: frozenset[str] = frozenset()
    seen: Sightings = field(default_factory=Sightings)

    async def close(self) -> None:
        """There is nothing to close."""


async def open_to_phones(room: Room) -> None:
    """Open the room at an address of a picture, and let some people join by phone."""

    async def serve(_phones: Phones, host: str, port: int) -> StandIn:
        return StandIn(host, port or 8420)

    await room.open_to_phones(serve, None, "192.168.1.20")
    if room.phones is not None:
        for name in ("Lea Brandt", "Tom Weiss", "Rui Costa", "Ines Roth"):
            await room.phones.join(room.phones.book.code, name, "Sales")


async def take(name: str, where: str, keys: tuple[str, ...], folder: Path, theme: str) -> None:
    """One screen, at each size."""
    folders = places()
    for width, height in SIZES:
        shutil.rmtree(folders.sessions, ignore_errors=True)
        library = load_library(pack_folders(folders.packs))
        pack = library.workshops["full-walk"]
        workshop = assemble(
            pack.agenda, library.scenarios, id=pack.id, title=pack.title, minutes=pack.minutes
        )
        header = Header(
            id=f"{name}-{width}",
            title="Autumn offsite",
            opened=datetime.now(UTC),
            workshop=workshop,
        )
        session = LiveSession.create(folders.sessions, header)
        task = asyncio.create_task(session.run())
        build(Builder(session), where)
        session.pause()
        await session.settled()
        session.end()
        await task
        session.close()
        app = MopsApp(folders, Settings(theme=THEME_NAMES[theme]), ResumeSession(session.path))
        app.animation_level = "none"  # marks stand where they belong, with their names
        async with app.run_test(size=(width, height)) as pilot:
            for _ in range(200):
                await pilot.pause(0.05)
                if app.room is not None and app.room.session.durable.phase == "open":
                    break
            await pilot.pause(0.7)
            if where == "phones" and app.room is not None:
                await open_to_phones(app.room)
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.15)
            await pilot.pause(0.7)
            target = folder / f"{name}-{width}.svg"
            target.write_text(app.export_screenshot(), "utf-8")
            await app.action_quit()
        to_png(target)


def to_png(svg: Path) -> None:
    """Turn an SVG into a PNG beside it, where Chromium is installed."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        return
    text = svg.read_text("utf-8")
    box = text.split('viewBox="0 0 ', 1)[1].split('"', 1)[0].split()
    width, height = (round(float(number)) for number in box)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                browser,
                *CHROMIUM.split(),
                f"--user-data-dir={profile}",
                f"--window-size={width},{height}",
                f"--screenshot={svg.with_suffix('.png')}",
                svg.resolve().as_uri(),
            ],
            check=True,
            capture_output=True,
        )
    lighten(svg.with_suffix(".png"))


def lighten(png: Path) -> None:
    """Keep the colours of a picture that can be told apart, where Pillow is installed."""
    try:
        pillow = import_module("PIL.Image")  # by name: whoever only borrows a ballot needs none
    except ImportError:
        return
    with pillow.open(png) as picture:
        light = picture.convert("RGB").quantize(COLOURS)
    light.save(png, optimize=True)


async def main() -> None:
    """Take them all, or those named in SHOTS."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "images"
    theme = sys.argv[2] if len(sys.argv) > 2 else "dark"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = os.environ.get("SHOTS", "").split()
    here = patch("mops_tui.tui.screens.workshop.joining.is_here", return_value=True)
    with tempfile.TemporaryDirectory() as home, here:
        os.environ["MOPS_TUI_HOME"] = home
        for name, where, keys in stops():
            if not wanted or name in wanted:
                await take(name, where, keys, folder, theme)
                print(name)


if __name__ == "__main__":
    asyncio.run(main())
