"""A ballot as the fields of a plain form, and back.

The fields are text, as a browser sends them: `option`; `points:ID`; `item:ID` with a level or a
position; `x` and `y`; `place:ID`; several `idea`. `do` is "pass" for no answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mops_tui.model.session.ballots import BallotFlaw

Fields = Mapping[str, list[str]]
"""The fields of a form, each with its values."""
Keys = dict[str, Any]
LONGEST_NUMBER = 4
"""Signs of a number that could be meant: -100."""


def vote_from(form: Fields, doc: Mapping[str, Any]) -> Keys | BallotFlaw:
    """The keys of a ballot, as a form has sent them; or what is wrong with them.

    Whether they fit the question is for the workshop to say.

    Args:
        form: The fields.
        doc: The state of whoever sent it, with the question.
    """
    if value_of(form, "do") == "pass":
        return {"passed": True}
    question = doc["question"]
    match question["kind"]:
        case "choice" | "hands":
            option = value_of(form, "option")
            return {"option": option} if option else "ballot-empty"
        case "allocate":
            return _points(form, question)
        case "rate":
            chosen = _chosen(form, question)
            return _columns("levels", chosen) if chosen else "ballot-empty"
        case "pairs" | "curve":
            numbers = {key: number_of(value) for key, value in _chosen(form, question).items()}
            return _numbered("positions", numbers)
        case "grid":
            return _point(form)
        case "rank":
            return _ranked(form, question)
        case _:
            ideas = [" ".join(idea.split()) for idea in form.get("idea", ())]
            written = [idea for idea in ideas if idea]
            return {"ideas": written} if written else "ballot-empty"


def fields_of(question: Mapping[str, Any], vote: Mapping[str, Any] | None) -> dict[str, list[str]]:
    """The fields that a form has when it says what somebody has voted."""
    if vote is None or vote.get("passed"):
        return {}
    if "option" in vote:
        return {"option": [vote["option"]]}
    if "x" in vote:
        return {"x": [str(vote["x"])], "y": [str(vote["y"])]}
    if "ideas" in vote:
        return {"idea": list(vote["ideas"])}
    if "items" in vote:
        answers = vote.get("levels") or vote.get("positions") or ()
        pairs = zip(vote["items"], answers, strict=True)
        return {f"item:{item}": [str(answer)] for item, answer in pairs}
    if question["kind"] == "rank":
        return {f"place:{one}": [str(n)] for n, one in enumerate(vote["options"], start=1)}
    pairs = zip(vote["options"], vote["points"], strict=True)
    return {f"points:{option}": [str(points)] for option, points in pairs}


def _points(form: Fields, question: Mapping[str, Any]) -> Keys | BallotFlaw:
    given = {one["id"]: value_of(form, f"points:{one['id']}") or "0" for one in question["options"]}
    numbers = {option: number_of(text) for option, text in given.items()}
    poured = {option: n for option, n in numbers.items() if n is not None and n > 0}
    wrong = any(n is None or n < 0 for n in numbers.values())
    if wrong or sum(poured.values()) != question["points"]:
        return "ballot-points-left"
    return {"options": list(poured), "points": list(poured.values())}


def _ranked(form: Fields, question: Mapping[str, Any]) -> Keys | BallotFlaw:
    options = [one["id"] for one in question["options"]]
    places = {option: number_of(value_of(form, f"place:{option}")) for option in options}
    if sorted(place or 0 for place in places.values()) != list(range(1, len(options) + 1)):
        return "ballot-rank-incomplete"
    return {"options": sorted(options, key=lambda option: places[option] or 0)}


def _point(form: Fields) -> Keys | BallotFlaw:
    x, y = number_of(value_of(form, "x")), number_of(value_of(form, "y"))
    return "ballot-empty" if x is None or y is None else {"x": x, "y": y}


def _chosen(form: Fields, question: Mapping[str, Any]) -> dict[str, str]:
    """What was answered for each item, those without an answer left out."""
    given = {one["id"]: value_of(form, f"item:{one['id']}") for one in question["items"]}
    return {item: answer for item, answer in given.items() if answer}


def _columns(name: str, chosen: Mapping[str, object]) -> Keys:
    return {"items": list(chosen), name: list(chosen.values())}


def _numbered(name: str, numbers: Mapping[str, int | None]) -> Keys | BallotFlaw:
    if not numbers:
        return "ballot-empty"
    return "ballot-out-of-range" if None in numbers.values() else _columns(name, numbers)


def value_of(form: Fields, name: str) -> str:
    """What stands in a field; "" where it is empty or not there."""
    values = form.get(name) or [""]
    return values[0].strip()


def number_of(text: str) -> int | None:
    """A whole number, as somebody typed it; None for anything else."""
    digits = text.removeprefix("-")
    if not digits.isascii() or not digits.isdigit() or len(text) > LONGEST_NUMBER:
        return None
    return int(text)
