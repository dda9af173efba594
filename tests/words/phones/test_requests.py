"""Whatever the server refuses, it says in one sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mops_tui.web
from mops_tui.sources.phones import phones
from mops_tui.words.phones.refusals import phone_refusal
from mops_tui.words.phones.requests import sentences, why_not

WEB = Path(mops_tui.web.__file__).parent
REFUSED = re.compile(r'Refused\(\s*\d+, "([\w-]+)"')
GIVEN = {code for path in WEB.rglob("*.py") for code in REFUSED.findall(path.read_text("utf-8"))}


@pytest.mark.parametrize("code", sorted({*GIVEN, *phones.JoinFlaw.__args__}))  # type: ignore[attr-defined]  # of a Literal
def test_each_code_that_is_given_has_a_sentence(code: str) -> None:
    assert code in sentences() or phone_refusal(code)


def test_no_sentence_is_left_over() -> None:
    assert sentences().keys() <= {*GIVEN, *phones.JoinFlaw.__args__}  # type: ignore[attr-defined]  # of a Literal


@pytest.mark.parametrize("code", [*sentences(), "what nobody knows"])
def test_a_sentence_is_whole_and_names_no_code(code: str) -> None:
    said = why_not(code)
    assert said[0].isupper()
    assert said.endswith(".")
    assert code not in said
