"""A deck as a text file that Anki imports: one note a card, variants too.

The file's headers are those of Anki's manual, "Importing: text files". Line breaks are `<br>`, as
Anki keeps no others, and everything else is escaped. A note keeps its id from one export to the
next, so that importing again changes the notes that are there.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from mops_tui.model.packs.cards import Card, family_of
from mops_tui.model.packs.pack import Topic
from mops_tui.model.text.html import Html, element, joined
from mops_tui.words.alone.practice import verdict_word
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe
from mops_tui.words.sources import source_names

HEADERS = (
    "#separator:tab",
    "#html:true",
    "#notetype:Basic",
    "#guid column:1",
    "#deck column:2",
    "#tags column:5",
)
"""What Anki is told of the columns; those that are not named here are the note's fields in order.

The fields' own names are not said: in other languages they are called otherwise.
"""
DECK = "MOps"
_BREAK = element("br")
_SEVERAL = re.compile(":{2,}")  # which would begin a deck below another
_SIGNS = {"advised": "✓", "defensible": "≈", "unwise": "✗"}


def anki_text(topics: Iterable[Topic]) -> str:
    """All cards of some topics, each topic as a deck below one."""
    text = io.StringIO()
    text.writelines(f"{line}\n" for line in HEADERS)
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    for topic in topics:
        deck = f"{DECK}::{_SEVERAL.sub(':', safe(topic.title)).strip(' :') or topic.id}"
        for card in (one for family in topic.cards for one in family_of(family)):
            key = f"{topic.id}/{card.id}"
            row = (f"mops-tui/{key}", deck, _front(card), _back(card), _tags(topic, card))
            writer.writerow(row)
    return text.getvalue()


def _front(card: Card) -> Html:
    """The situation, what is asked, and the answers."""
    return _lines(
        element("b", _shown(card.title)),
        "",
        _shown(card.situation),
        "",
        element("b", _shown(card.ask)),
        "",
        *(f"{number}. {safe(answer.label)}" for number, answer in enumerate(card.answers, 1)),
    )


def _back(card: Card) -> Html:
    """What is made of each answer and why, what decides, and who says otherwise."""
    lines: list[str] = []
    for number, answer in enumerate(card.answers, 1):
        verdict = f"{_SIGNS[answer.verdict]} {number}. {safe(answer.label)}"
        lines.append(joined(element("b", verdict), f": {verdict_word(answer.verdict)}"))
        lines += [_shown(answer.why), ""]
    lines.append(joined(element("b", _("What decides")), ": ", _shown(card.decides)))
    if card.counterpoint:
        who = element("i", safe(card.counterpoint.who))
        lines += ["", joined(who, ": ", _shown(card.counterpoint.text))]
    cited = source_names((*card.sources, *(key for a in card.answers for key in a.sources)))
    if cited:
        lines += ["", _("The idea behind it: {names}").format(names=cited)]
    return _lines(*lines)


def _tags(topic: Topic, card: Card) -> str:
    """Ids alone, which have no blanks."""
    tags = (f"mops-tui::{topic.id}", f"practice::{card.practice}")
    return " ".join((*tags, f"persona::{card.persona}") if card.persona else tags)


def _shown(text: str) -> Html:
    """A text of a pack with its own line breaks."""
    return _lines(*safe(text, keep=True).strip().split("\n"))


def _lines(*lines: str) -> Html:
    """Lines after each other; a `[` begins no sound and no LaTeX of Anki's."""
    made: list[str] = []
    for line in lines:
        made += [line, _BREAK]
    return Html(joined(*made[:-1]).replace("[", "&#91;"))
