"""What is said comes from one catalogue, and whoever asks is told which language that is."""

from __future__ import annotations

import gettext
from io import BytesIO
from struct import pack

import pytest

from mops_tui.words import i18n


def catalogue(header: str) -> gettext.GNUTranslations:
    """A catalogue of one entry, its header, as msgfmt writes it."""
    text = header.encode()
    places = pack("<7I", 0x950412DE, 0, 1, 28, 36, 0, 44) + pack("<4I", 0, 44, len(text), 45)
    return gettext.GNUTranslations(BytesIO(places + b"\0" + text + b"\0"))


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("Language: es\nContent-Type: text/plain; charset=UTF-8\n", "es"),
        ("Language: pt_BR\nContent-Type: text/plain; charset=UTF-8\n", "pt-BR"),
        ("Language: \nContent-Type: text/plain; charset=UTF-8\n", "en"),
        ("Content-Type: text/plain; charset=UTF-8\n", "en"),
    ],
)
def test_the_language_is_that_of_the_catalogue_in_use(
    monkeypatch: pytest.MonkeyPatch, header: str, language: str
) -> None:
    monkeypatch.setattr(i18n, "_translation", catalogue(header))
    assert i18n.language() == language


def test_without_a_catalogue_it_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_translation", i18n._translation)
    i18n.use("tlh")
    assert i18n.language() == "en"
    assert i18n._("Replay") == "Replay"
