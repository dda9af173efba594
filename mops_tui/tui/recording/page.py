"""A replay as one HTML file that plays by itself: our own frames, with a small player beside them.

It asks no host for anything, and its own policy forbids it to. What people typed is in it as text:
escaped in the storyboard, which needs no script, and put there as text by the player. Without a
script, and in print, the page is that storyboard.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from html import escape
from itertools import pairwise
from pathlib import Path

from mops_tui.model.replay.timeline import Marker
from mops_tui.sources.replay import Recording, record
from mops_tui.tui.recording.camera import RecordingOptions
from mops_tui.tui.recording.film import Film, filmed
from mops_tui.tui.recording.markup import html_row, odd_characters
from mops_tui.tui.recording.palette import style_sheet
from mops_tui.tui.settings import Settings
from mops_tui.tui.themes import DARK, LIGHT, THEMES
from mops_tui.tui.widgets.top_bar import clock
from mops_tui.tui.widgets.transport import SIGNS
from mops_tui.usecases.chapters import Chapters
from mops_tui.words.i18n import _, language, ngettext
from mops_tui.words.safe import safe

PLAYER = Path(__file__).with_name("player")
"""Where the player's own HTML, CSS and JavaScript stand."""
_SLOT = re.compile(r"\{\{(\w+)\}\}")
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class _Chapter:
    """A marker, as the page has it: when, what it is called, and what is told of it."""

    marker: Marker
    at: float
    frame: int
    title: str
    ahead: str
    told: tuple[str, ...]


async def page(
    take: RecordingOptions,
    settings: Settings | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> str:
    """A replay as HTML.

    Args:
        take: What is recorded.
        settings: The user's settings: a dark theme of theirs is the page's dark look.
        on_progress: Is called after each frame with how many there are so far, and in all.

    Raises:
        SessionError: The session cannot be read.
        ValueError: The size is too small.
    """
    recorded = record(take.session, take.pace)
    settings = settings or Settings()
    own = next(theme for theme in THEMES if theme.name == settings.theme)
    dark = own if own.dark else DARK
    looks = (replace(settings, theme=dark.name), replace(settings, theme=LIGHT.name))
    film = await filmed(take, recorded, *looks, on_progress)
    chapters = _chapters(recorded, film, take.speed)
    style = _part("player.css") + style_sheet(film, dark, LIGHT)
    script = _part("player.js")
    slots = {
        **{name: escape(text) for name, text in _labels().items()},
        "lang": escape(language()),
        "title": escape(safe(recorded.header.title)),
        "about": escape(_about(recorded)),
        "help": "".join(
            f"<dt>{escape(key)}</dt><dd>{escape(what)}</dd>" for key, what in keys_of_page()
        ),
        "story": "".join(_article(number, one, film) for number, one in _story(chapters)),
        "data": _data(film, chapters),
        "style": style,
        "style_hash": _hash(style),
        "script": script,
        "script_hash": _hash(script),
    }
    return _SLOT.sub(lambda slot: slots[slot[1]], _part("player.html"))


def _part(name: str) -> str:
    return (PLAYER / name).read_text("utf-8")


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _chapters(recorded: Recording, film: Film, speed: float) -> list[_Chapter]:
    """The markers of the replay, each at the first frame that shows it."""
    chapters = Chapters(recorded.timeline)
    made = []
    for marker in recorded.timeline.markers:
        at = next((frame.at for frame in film.frames if frame.index >= marker.index), film.length)
        at = max(at, marker.at / speed)
        frame = _settled(film, marker)
        title, ahead = chapters.title_for_good(marker), chapters.ahead(marker)
        made.append(_Chapter(marker, at, frame, title, ahead, chapters.told(marker)))
    return made


def _settled(film: Film, marker: Marker) -> int:
    """The number of the last frame on which nothing has happened after a marker."""
    numbers = [number for number, one in enumerate(film.frames) if one.index >= marker.index]
    first = film.frames[numbers[0]].index if numbers else 0
    same = [number for number in numbers if film.frames[number].index == first]
    return same[-1] if same else len(film.frames) - 1


def _story(chapters: Sequence[_Chapter]) -> Iterator[tuple[int, _Chapter]]:
    """The chapters of the storyboard, with their numbers.

    The opening of a vote is left out where its reveal comes next: it would be an empty picture.
    """
    for number, (one, after) in enumerate(pairwise([*chapters, None]), 1):
        assert one is not None
        votes = one.marker.kind in ("round", "revote")
        if not (votes and after is not None and after.marker.kind == "reveal"):
            yield number, one


def _article(number: int, chapter: _Chapter, film: Film) -> str:
    sign = SIGNS[chapter.marker.kind]
    told = "".join(f"<li>{escape(sentence)}</li>" for sentence in chapter.told)
    # A brief and a question stand on the picture, too: here they are for who hears the page.
    heard = "" if chapter.marker.kind in ("reveal", "decision", "summary") else ' class="heard"'
    rows = "".join(html_row(line) for line in film.screen(chapter.frame))
    return (
        f'<article id="c{number}"><h2>{sign} {escape(chapter.title)}</h2>'
        f'<p class="quiet">{clock(chapter.at)}</p>'
        f"{f'<ul{heard}>{told}</ul>' if told else ''}"
        f'<div class="film"><pre class="screen" dir="ltr" aria-hidden="true">{rows}</pre></div>'
        "</article>\n"
    )


def _data(film: Film, chapters: Sequence[_Chapter]) -> str:
    """What the player plays, as JSON that cannot end the element that it stands in."""
    wide, none = odd_characters(film)
    data: Mapping[str, object] = {
        "words": {"play": _labels()["play"], "pause": _labels()["pause"]},
        "cols": film.size[0],
        "rows": film.size[1],
        "length": round(film.length * 1000),
        "wide": wide,
        "none": none,
        "chapters": [
            {
                "at": round(one.at * 1000),
                "kind": one.marker.kind,
                "sign": SIGNS[one.marker.kind],
                "title": one.title,
                "ahead": one.ahead,
                "told": one.told,
            }
            for one in chapters
        ],
        "lines": [[part for run in line for part in (run.style, run.text)] for line in film.lines],
        "frames": [
            [round(frame.at * 1000), *(number for row in frame.rows for number in row)]
            for frame in film.frames
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _about(recorded: Recording) -> str:
    """When it was, how many people were there, and what this page is."""
    timeline = recorded.timeline
    last = timeline.state(len(timeline.events))
    people = max(last.present, len(last.participants))
    count = ngettext("{n} person", "{n} people", people).format(n=people)
    day = recorded.header.opened.strftime("%Y-%m-%d")
    when = _("{day}, {people}.").format(day=day, people=count) if people else f"{day}."
    if recorded.header.session == "rehearsal":
        return f"{when} {_('A rehearsal: the room is simulated. Its replay in one file.')}"
    return f"{when} {_('A replay in one file.')}"


def _labels() -> dict[str, str]:
    return {
        "replay": _("Replay"),
        "play": _("▶ Play"),
        "pause": _("‖ Pause"),
        "back": _("Chapter before"),
        "on": _("Next chapter"),
        "place": _("Where the replay stands"),
        "speed": _("Speed"),
        "chapters": _("Chapters"),
        "theme": _("Light or dark"),
        "storyboard": _("Storyboard"),
        "full": _("Full screen"),
        "keys": _("Keys"),
        "close": _("Close"),
        "no_script": _("Without JavaScript this page shows the replay chapter by chapter."),
    }


def keys_of_page() -> list[tuple[str, str]]:
    """The keys of the player, and what each does."""
    return [
        (_("Space"), _("Play or pause; a click or a tap on the screen does, too.")),
        ("← →", _("Five seconds back, on. With Shift, a tenth of the whole.")),
        ("[ ]", _("The chapter before, the next; a swipe does, too.")),
        ("0 … 9", _("To that tenth.")),
        ("< >", _("Slower, faster.")),
        ("c", _("The list of chapters.")),
        ("s", _("The storyboard: every chapter as a picture.")),
        ("t", _("Light or dark.")),
        ("f", _("Full screen.")),
        ("?", _("This help.")),
    ]
