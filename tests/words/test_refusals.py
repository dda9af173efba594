"""Every refusal that the rules can give has a sentence of its own."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any, get_args

import pytest

import mops_tui.model as model
from mops_tui.model.session.callouts import LineFlaw
from mops_tui.model.session.commands import Param, PlainCode, Refusal, RefusalCode
from mops_tui.words.refusals import line_flaw, refusal, sentences

SOURCES = Path(model.__file__).parent
PARAMS: dict[str, Param] = {
    "seats": 3, "votes": 2, "free": 1, "name": "Ana", "category": "x", "most": 26,
}  # fmt: skip


def literals(alias: object) -> set[Any]:
    """The texts of a Literal, or of a union of them."""
    parts = get_args(alias)
    return {text for part in parts for text in (literals(part) if get_args(part) else {part})}


CODES: list[RefusalCode] = sorted(literals(RefusalCode))


def texts_made() -> set[str]:
    """Every text in the code of the model, but where codes are only listed."""
    found = set()
    for path in SOURCES.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        listed = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal"
            for part in ast.walk(node)
        }
        found |= {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in listed
        }
    return found


def test_each_code_is_given_somewhere() -> None:
    assert set(CODES) - texts_made() == set()
    assert len(CODES) > 35


def test_codes_and_sentences_are_the_same_set() -> None:
    assert set(sentences()) == literals(PlainCode)


@pytest.mark.parametrize("code", CODES)
def test_each_code_has_a_sentence(code: RefusalCode) -> None:
    told = refusal(Refusal(code, PARAMS))
    assert code not in told
    assert told[0].isupper() or told[0] in "“0123456789"
    assert told[-1] in ".?v"
    assert "{" not in told


@pytest.mark.parametrize("n", [0, 1, 2])
def test_counts_are_told_in_the_right_number(n: int) -> None:
    told = refusal(Refusal("too-many-called", {"free": n}))
    assert (
        told
        == (
            "Everybody present has a ballot already.",
            "Only 1 person present has no ballot; that would count more.",
            "Only 2 people present have no ballot; that would count more.",
        )[n]
    )


def test_what_somebody_typed_is_repeated_as_it_is() -> None:
    name = "{0} {name} %s"
    assert name in refusal(Refusal("name-taken", {"name": name}))
    assert name in line_flaw(LineFlaw("callout-unknown", name))
