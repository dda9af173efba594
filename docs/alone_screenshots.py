"""Make the pictures of practising and rehearsing alone: real screens, one picture a file.

Usage: python docs/alone_screenshots.py [FOLDER] [THEME]

Somebody has answered 84 cards in twelve days, rather too sure of them, and has rehearsed one
workshop. Each screen is taken at both sizes, as `screenshots.py` does it; SHOTS names some.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from screenshots import SIZES, to_png
from textual.pilot import Pilot
from textual.widgets import OptionList

from mops_tui.model.packs.cards import Card
from mops_tui.model.packs.digest import card_digest
from mops_tui.model.session.events import CardAnswered, RoundRevealed
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.simulated.rehearsal import RehearsalRun, session_bytes
from mops_tui.storage.folders.places import Places, pack_folders, places
from mops_tui.storage.packs.packs import load_library
from mops_tui.tui.app import MopsApp
from mops_tui.tui.destinations import Practise, ResumeSession
from mops_tui.tui.settings import THEME_NAMES, Settings
from mops_tui.usecases.rehearse import rehearse_to

CARDS, A_DAY, SEED = 84, 7, 5


ASKED_ABOUT = "org-placement/spell"
Start = Practise | Path
"""Practice, or the file of a session to resume."""
REHEARSAL = Path("until-the-reveal.toml")
PREDICT = (
    "~Predict the room",
    ">Predict the room",
    "enter",
    "~as the room voted",
    "4",
    "down",
    "1",
    "down",
    "2",
    "down",
    "3",
)


def stops() -> Iterator[tuple[str, Start, tuple[str, ...]]]:
    """(name, where the program starts, keys to press there).

    `~words` waits until they are seen, `>words` goes down a list to the line that begins so.
    """
    yield "practice", Practise(), ()
    yield "card", Practise(), ("enter", "2", "enter", "3")
    yield "card-answered", Practise(), ("enter", "2", "enter", "3", "enter", "~What decides")
    yield "judgement", Practise(), ("~Your progress", ">Your progress", "enter", "~How sure")
    yield "predict", Practise(), PREDICT
    yield "predicted", Practise(), (*PREDICT, "enter", "~You placed")
    yield "asked-why", REHEARSAL, ("W", "enter", "enter")


def practised(folders: Places) -> None:
    """Fill the practice journal: too sure at the upper steps, right at the lower."""
    library = load_library(pack_folders(folders.packs))
    deck = Deck.of(library.scenarios.values())
    draw = random.Random(SEED)
    now = datetime.now().astimezone() - timedelta(days=CARDS // A_DAY + 1)

    def clock() -> datetime:
        return now

    keys = draw.sample(sorted(deck.cards), CARDS)
    for number, key in enumerate(keys):
        if number % A_DAY == 0:
            now += timedelta(days=1)
        now += timedelta(seconds=40)
        journal = PracticeJournal(folders.practice, clock)
        journal.record(answered(key, deck.cards[key], draw))
        journal.close()


def answered(key: str, card: Card, draw: random.Random) -> CardAnswered:
    """An answer of somebody whose eighty per cent are sixty."""
    chance = round(100 / len(card.answers))
    said = draw.choice((chance, 55, 65, 80, 80, 95))
    right = draw.random() * 100 < said - max(0, said - 55) * 0.6
    wanted = [one for one in card.answers if (one.verdict == "advised") == right]
    answer = draw.choice(wanted or list(card.answers))
    return CardAnswered(
        card=key,
        digest=card_digest(card),
        answer=answer.id,
        confidence=said,
        verdict=answer.verdict,
        edition=card.edition,
    )


def until_the_reveal(made: RehearsalRun, path: Path) -> Path:
    """The file of a rehearsal in the middle of a question: its first votes have been revealed."""
    revealed = next(
        number
        for number, event in enumerate(made.events, 1)
        if isinstance(event, RoundRevealed) and event.question == ASKED_ABOUT
    )
    begun = RehearsalRun(made.header, made.events[:revealed], made.state)
    path.write_bytes(session_bytes(begun))
    return path


async def take(name: str, start: Start, keys: tuple[str, ...], folder: Path, theme: str) -> None:
    """One screen, at each size, of somebody who has practised."""
    for width, height in SIZES:
        with tempfile.TemporaryDirectory() as home:
            os.environ["MOPS_TUI_HOME"] = home
            folders = places()
            practised(folders)
            whole = folders.sessions / "rehearsal.toml"
            made = rehearse_to(whole, "placement-only", 9, SEED)
            there: Practise | ResumeSession
            if isinstance(start, Path):
                whole.unlink()  # or it would be the same session, further on
                there = ResumeSession(until_the_reveal(made, folders.sessions / start))
            else:
                there = start
            app = MopsApp(folders, Settings(theme=THEME_NAMES[theme]), there)
            app.animation_level = "none"
            async with app.run_test(size=(width, height)) as pilot:
                await pilot.pause(2)
                for key in keys:
                    if key.startswith("~"):
                        await seen(pilot, key[1:])
                        continue
                    if key.startswith(">"):
                        await go_to(pilot, key[1:])
                        continue
                    await pilot.press(key)
                    await pilot.pause(0.6)
                await pilot.pause(0.7)
                target = folder / f"{name}-{width}.svg"
                target.write_text(app.export_screenshot(), "utf-8")
                await app.action_quit()
            to_png(target)


async def seen(pilot: Pilot[None], words: str) -> None:
    """Wait until something stands on the screen, for half a minute at most."""
    for _ in range(150):
        if words in pilot.app.export_screenshot().replace("&#160;", " "):
            return
        await pilot.pause(0.2)
    raise SystemExit(f"{words!r} was never on the screen; its picture would be of another one.")


async def go_to(pilot: Pilot[None], words: str) -> None:
    """Go down the list that has the focus, to the line that begins with some words."""
    chosen = pilot.app.screen.query_one(OptionList)
    for _ in range(chosen.option_count):
        at = chosen.highlighted
        if at is not None and str(chosen.get_option_at_index(at).prompt).strip().startswith(words):
            return
        await pilot.press("down")
    raise SystemExit(f"No line of the list begins with {words!r}.")


async def main() -> None:
    """Take them all, or those named in SHOTS."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "images"
    theme = sys.argv[2] if len(sys.argv) > 2 else "dark"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = os.environ.get("SHOTS", "").split()
    for name, start, keys in stops():
        if not wanted or name in wanted:
            await take(name, start, keys, folder, theme)
            print(name)


if __name__ == "__main__":
    asyncio.run(main())
