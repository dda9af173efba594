"""The text file for Anki, read by the rules of Anki's manual for importing text files."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from html import unescape

import pytest
from support.rehearsed import ours

from mops_tui.model.packs.cards import Card, family_of
from mops_tui.model.packs.pack import Scenario
from mops_tui.report.alone.anki import anki_text

SCENARIOS = [s for s in ours().in_order() if s.cards]
ODD = [
    'Say "no"\tnow',
    "#hashtag first",
    "<script>alert(1)</script> & more",
    "two\nlines\r\nthree",
    "\x1b[31mred\x1b[0m [sound:x.mp3]",
    "مرحبا 🙂 \u202eback",
    "x" * 10_000,
]


@dataclass(frozen=True)
class Note:
    """A note as Anki takes it in: two columns are its fields, the others say where it goes."""

    guid: str
    deck: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]


def imported(text: str) -> list[Note]:
    """Read a file as Anki does.

    Lines that begin with # before the first note are headers, later ones are comments; fields may
    be in quotation marks, which are doubled inside; columns without a meaning are the fields.
    """
    lines = text.splitlines(keepends=True)
    headers: dict[str, str] = {}
    while lines and lines[0].startswith("#"):
        key, _, value = lines.pop(0)[1:].rstrip("\n").partition(":")
        headers[key.strip().lower()] = value
    assert headers["separator"] == "tab"
    assert headers["html"] == "true"
    special = {name: int(headers.pop(f"{name} column")) - 1 for name in ("guid", "deck", "tags")}
    notes = []
    for row in csv.reader(io.StringIO("".join(lines)), delimiter="\t", strict=True):
        fields = tuple(cell for at, cell in enumerate(row) if at not in special.values())
        notes.append(
            Note(row[special["guid"]], row[special["deck"]], fields,
                 tuple(row[special["tags"]].split()))
        )  # fmt: skip
    return notes


def plain(field: str) -> str:
    """A field as it is read on the card."""
    return unescape(re.sub(r"<[^>]*>", "", field.replace("<br>", "\n")))


def all_cards() -> dict[str, Card]:
    return {
        f"{s.id}/{card.id}": card
        for s in SCENARIOS
        for family in s.cards
        for card in family_of(family)
    }


def test_every_card_and_every_variant_is_one_note_with_an_id_that_stays() -> None:
    notes = imported(anki_text(SCENARIOS))
    assert [note.guid for note in notes] == [f"mops-tui/{key}" for key in all_cards()]
    assert len({note.guid for note in notes}) == len(notes)
    assert imported(anki_text(SCENARIOS)) == notes


def test_the_front_asks_and_the_back_answers() -> None:
    for note, card in zip(imported(anki_text(SCENARIOS)), all_cards().values(), strict=True):
        front, back = (plain(field) for field in note.fields)
        for text in (card.title, card.situation, card.ask, *(a.label for a in card.answers)):
            assert text in front
        assert not set(front) & set("✓≈✗")
        assert "advised" not in front.split()
        for answer in card.answers:
            assert answer.why in back
            assert re.search(rf"{re.escape(answer.label)}: {answer.verdict}\n", back)
        assert card.decides in back


def test_lines_are_broken_as_a_card_breaks_them_and_nowhere_else() -> None:
    text = anki_text(SCENARIOS)
    notes = imported(text)
    assert all("\n" not in field for note in notes for field in note.fields)
    assert text.count("\n") == text[: text.index("\nmops-tui/")].count("\n") + 1 + len(notes)
    front = plain(notes[0].fields[0])
    assert front.split("\n")[1] == ""


def test_each_scenario_is_a_deck_and_tags_have_no_blanks() -> None:
    notes = imported(anki_text(SCENARIOS))
    assert len({note.deck for note in notes}) == len(SCENARIOS)
    for note in notes:
        assert note.deck.count("::") == 1
        assert f"mops-tui::{note.guid.split('/')[1]}" in note.tags
        assert any(tag.startswith("practice::") for tag in note.tags)


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_texts_stay_text(odd: str) -> None:
    base = SCENARIOS[0].cards[0]
    answers = tuple(a.model_copy(update={"why": odd, "label": odd}) for a in base.answers)
    card = base.model_copy(
        update={"title": odd, "situation": odd, "ask": odd, "decides": odd, "answers": answers,
                "variants": ()}
    )  # fmt: skip
    scenario = Scenario.model_construct(**{**dict(SCENARIOS[0]), "cards": (card,), "title": odd})
    [note] = imported(anki_text([scenario]))
    tags = set(re.findall(r"<[^>]*>", "".join(note.fields)))
    assert tags <= {"<b>", "</b>", "<i>", "</i>", "<br>"}
    assert "[" not in "".join(note.fields)
    assert "\x1b" not in "".join(note.fields)
    assert note.guid == f"mops-tui/{scenario.id}/{card.id}"


@pytest.mark.parametrize("title", ["Ours::new", "Ours:::new", "Ours::::new", ":Ours:", "::"])
def test_colons_in_a_title_begin_no_deck_below_another(title: str) -> None:
    named = SCENARIOS[0].model_copy(update={"title": title})
    decks = {note.deck for note in imported(anki_text([named]))}
    assert len(decks) == 1
    assert all(deck.count("::") == 1 and deck.rpartition("::")[2] for deck in decks)
