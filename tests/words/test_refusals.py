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


def texts(value: ast.expr | None) -> set[str]:
    """The texts that an expression comes to, whichever way its conditions go."""
    match value:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=body, orelse=orelse):
            return texts(body) | texts(orelse)
        case _:
            return set()


def codes_given() -> set[str]:
    """What the model makes refusals of, and what its checks of ballots come to."""
    found = set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Refusal"), args=[code, *_]):
                    found |= texts(code)
                case ast.FunctionDef(returns=ast.expr() as returns):
                    if "BallotFlaw" in ast.unparse(returns):
                        made = (one for one in ast.walk(node) if isinstance(one, ast.Return))
                        found |= {text for one in made for text in texts(one.value)}
    return found


def test_each_code_is_given_somewhere() -> None:
    assert codes_given() == set(CODES)
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
            "Everybody present has voted already.",
            "Only 1 person present has not voted; that would be more votes than people.",
            "Only 2 people present have not voted; that would be more votes than people.",
        )[n]
    )


def test_what_somebody_typed_is_repeated_as_it_is() -> None:
    name = "{0} {name} %s"
    assert name in refusal(Refusal("name-taken", {"name": name}))
    assert name in line_flaw(LineFlaw("callout-unknown", name))
