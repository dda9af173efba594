"""Every refusal that the rules can give has a sentence of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import mops_tui.model as model
from mops_tui.model.session import ballots
from mops_tui.model.session.callouts import LineFlaw
from mops_tui.model.session.commands import Refusal
from mops_tui.words.refusals import _counted, _sentences, line_flaw, refusal

SOURCES = Path(model.__file__).parent
PARAMS = {"seats": 3, "votes": 2, "free": 1, "name": "Ana", "category": "x", "most": 26}
PHASES = ("new", "open", "paused", "closed")
VALUES = {
    "session-{state.phase}": [f"session-{phase}" for phase in PHASES],
    "round-{round_.phase}": ["round-open", "round-closed", "round-revealed"],
    "ballot-{wrong}": [],  # below: whatever `flaw` returns
}


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts that an expression can be, with its placeholders as they are written."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield ast.unparse(node)[2:-1]
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    else:
        raise AssertionError(f"a refusal's code cannot be read: {ast.unparse(node)}")


def refusal_codes() -> set[str]:
    found: set[str] = set()
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "Refusal":
                continue
            for text in _texts(node.args[0]):
                found |= set(VALUES[text]) if "{" in text else {text}
    return found


def flaw_codes() -> set[str]:
    """The texts that the functions behind `flaw` return."""
    tree = ast.parse(Path(ballots.__file__).read_text("utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    judges = [node for node in functions if "flaw" in node.name or node.name == "_within"]
    returned = [
        node.value
        for judge in judges
        for node in ast.walk(judge)
        if isinstance(node, ast.Return) and node.value is not None
    ]
    return {
        part.value
        for value in returned
        for part in ast.walk(value)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


CODES = sorted(refusal_codes() | {f"ballot-{code}" for code in flaw_codes()})


def test_the_source_gives_codes_at_all() -> None:
    assert {"name-taken", "too-many-called", "ballot-points-left", "round-closed"} <= set(CODES)
    assert len(CODES) > 35


@pytest.mark.parametrize("code", CODES)
def test_each_code_has_a_sentence(code: str) -> None:
    told = refusal(Refusal(code, PARAMS))
    assert code not in told
    assert told[0].isupper() or told[0] in "“0123456789"
    assert told[-1] in ".?v"
    assert "{" not in told


def test_no_sentence_waits_for_a_code_that_nothing_gives() -> None:
    counted = {code for code in CODES if _counted(Refusal(code, PARAMS))}
    assert set(_sentences()) - set(CODES) == set()
    assert counted == {"fewer-than-seats", "fewer-than-votes", "too-many-called"}


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


def test_an_unknown_code_still_makes_a_sentence() -> None:
    assert refusal(Refusal("of-a-later-version")) == (
        "That is not possible now (of-a-later-version)."
    )
