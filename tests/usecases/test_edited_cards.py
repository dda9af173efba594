"""Advice on cards that read otherwise than when one answered them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mops_tui.model.packs.cards import Card
from mops_tui.model.packs.digest import card_digest
from mops_tui.model.packs.pack import CardPack
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.storage.folders.places import places
from mops_tui.storage.packs.reading import read_pack
from mops_tui.usecases.check import check_file
from mops_tui.usecases.edited_cards import advice_on_editions

PACK = """format = 1
kind = "cards"
id = "mine"
title = "Mine"
summary = "One."
scenario = "org-placement"

[[card]]
id = "tents"
title = "Tents"
situation = "A maker of tents."
ask = "What now?"
decides = "The tents."
practice = "placement"

[[card.answer]]
id = "a"
label = "This"
verdict = "advised"
why = "So."

[[card.answer]]
id = "b"
label = "That"
verdict = "unwise"
why = "So."
"""


def card_in(path: Path) -> Card:
    pack = read_pack(path).pack
    assert isinstance(pack, CardPack)
    return pack.cards[0]


def answered(card: Card, edition: int) -> None:
    journal = PracticeJournal(places().practice, lambda: datetime(2026, 11, 2, tzinfo=UTC))
    journal.record(
        CardAnswered(
            card="org-placement/tents",
            digest=card_digest(card),
            answer="a",
            confidence=60,
            verdict="advised",
            edition=edition,
        )
    )
    journal.close()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(PACK, encoding="utf-8")
    return path


def test_of_an_answer_of_before_editions_the_digest_is_told_until_it_is_listed(pack: Path) -> None:
    old = card_in(pack)
    answered(old, edition=0)
    assert advice_on_editions(pack, places().practice) == ()
    pack.write_text(PACK.replace("of tents.", "of good tents."), encoding="utf-8")
    [words] = advice_on_editions(pack, places().practice)
    line = f'same_as = ["{card_digest(old)}"]'
    assert line in words
    sound, told = check_file(pack, repair=False)
    assert sound
    assert any(line in one for one in told)
    pack.write_text(
        PACK.replace("of tents.", "of good tents.").replace("\npractice", f"\n{line}\npractice"),
        encoding="utf-8",
    )
    assert advice_on_editions(pack, places().practice) == ()


def test_an_answer_that_carries_the_edition_needs_nothing_when_wording_is_mended(
    pack: Path,
) -> None:
    answered(card_in(pack), edition=1)
    pack.write_text(PACK.replace("of tents.", "of good tents."), encoding="utf-8")
    assert advice_on_editions(pack, places().practice) == ()


def test_a_verdict_that_changed_in_the_same_edition_asks_for_the_next(pack: Path) -> None:
    answered(card_in(pack), edition=1)
    turned = (
        PACK.replace('"unwise"', '"x"').replace('"advised"', '"unwise"').replace('"x"', '"advised"')
    )
    pack.write_text(turned, encoding="utf-8")
    [words] = advice_on_editions(pack, places().practice)
    assert "Write edition = 2" in words
    pack.write_text(turned.replace("\npractice", "\nedition = 2\npractice"), encoding="utf-8")
    assert advice_on_editions(pack, places().practice) == ()
