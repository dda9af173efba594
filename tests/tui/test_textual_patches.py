"""What of Textual is mended here."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste

from mops_tui.tui.textual_patches import Pastes, pasted_whole

PASTED = "Ana, CMO\rBo [b]\r\x1b[31mCleo\x1b[0m\x1b[200~\x1b\r"
PLAIN = "Ana, CMO\rBo [b]\rCleo\r"
SENT = f"a\x1b[200~{PASTED}\x1b[201~b\x1b[A\x1b[200~\x1b[201~c"


def heard(*chunks: str) -> list[str]:
    pasted_whole()
    parser = XTermParser()
    events = [event for chunk in chunks for event in parser.feed(chunk)]
    return [
        event.text if isinstance(event, Paste) else event.key
        for event in events
        if isinstance(event, Key | Paste)
    ]


@given(st.sets(st.integers(1, len(SENT) - 1)))
def test_escape_codes_in_a_paste_are_never_keys_wherever_it_is_cut(cuts: set[int]) -> None:
    said = heard(*(SENT[a:b] for a, b in pairwise([0, *sorted(cuts), len(SENT)])))
    assert [one for one in said if one] == ["a", PLAIN, "b", "up", "c"]


def test_the_escape_key_waits_for_nothing() -> None:
    pastes = Pastes()
    assert [pastes.tamed(key) for key in ("\x1b", "[", "200", "x")] == ["\x1b", "[", "200", "x"]
