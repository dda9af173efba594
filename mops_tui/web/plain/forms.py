"""The form of each kind of question: fields with labels, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from mops_tui.model.text.html import Html, element, joined
from mops_tui.web.plain.votes import Fields, number_of, value_of
from mops_tui.words.phones.plain import (
    far_towards,
    idea_label,
    in_the_middle,
    left_out,
    not_placed,
    place_of,
    rather_towards,
    stand_words,
)

Keys = Mapping[str, Any]
STANDS = (-80, -40, 0, 40, 80)
"""Where one can stand on an axis of a grid without a pad."""
WRONG = "wrong"
"""The id of the sentence that says what is wrong."""


def answers(question: Keys, filled: Fields) -> Html:
    """The fields of a question, filled in as far as something was answered or typed."""
    return FORMS[question["kind"]](question, filled)


def _choice(question: Keys, filled: Fields) -> Html:
    options = [(one["id"], one["label"], one["about"]) for one in question["options"]]
    return _radios(question["prompt"], "option", options, value_of(filled, "option"))


def _allocate(question: Keys, filled: Fields) -> Html:
    def number(option: Keys) -> Html:
        name = f"points:{option['id']}"
        field = element(
            "input",
            type="number",
            inputmode="numeric",
            name=name,
            id=name,
            min=0,
            max=question["points"],
            value=value_of(filled, name),
        )
        return element("p", _label(name, option["label"], option["about"]), " ", field)

    return _group(question["prompt"], map(number, question["options"]))


def _rate(question: Keys, filled: Fields) -> Html:
    levels = [(one["id"], one["label"], "") for one in question["levels"]]

    def rated(item: Keys) -> Html:
        name = f"item:{item['id']}"
        return _radios(_head(item), name, _or_none(levels), value_of(filled, name))

    return _group(question["prompt"], map(rated, question["items"]))


def _pairs(question: Keys, filled: Fields) -> Html:
    def stood(pair: Keys) -> Html:
        name = f"item:{pair['id']}"
        left, right = pair["left"], pair["right"]
        stands = [(str(at), stand_words(at, left, right), "") for at in range(-2, 3)]
        head = f"{left} / {right}"
        return _radios(head, name, _or_none(stands), value_of(filled, name))

    return _group(question["prompt"], map(stood, question["items"]))


def _grid(question: Keys, filled: Fields) -> Html:
    def axis(name: str) -> Html:
        ends = question["axes"][name]
        now = value_of(filled, name)
        at = min(STANDS, key=lambda one: abs(one - (number_of(now) or 0))) if now else None
        # What was put somewhere in between stays where it is, unless another place is chosen.
        values = [now if one == at else str(one) for one in STANDS]
        labels = (
            far_towards(ends["low"]),
            rather_towards(ends["low"]),
            in_the_middle(),
            rather_towards(ends["high"]),
            far_towards(ends["high"]),
        )
        options = [(value, label, "") for value, label in zip(values, labels, strict=True)]
        return _radios(f"{ends['low']} / {ends['high']}", name, options, now)

    return _group(question["prompt"], (axis("x"), axis("y")))


def _curve(question: Keys, filled: Fields) -> Html:
    def placed(item: Keys) -> Html:
        name = f"item:{item['id']}"
        now = value_of(filled, name)
        at = number_of(now)
        options = [("", left_out())]
        for stage in question["stages"]:
            end = stage["to"] + (stage["to"] == 100)
            inside = at is not None and stage["from"] <= at < end
            middle = str((stage["from"] + stage["to"]) // 2)
            options.append((now if inside else middle, stage["label"]))
        return element("p", _label(name, _head(item)), " ", _select(name, options, now))

    return _group(question["prompt"], map(placed, question["items"]))


def _rank(question: Keys, filled: Fields) -> Html:
    places = [str(n) for n in range(1, len(question["options"]) + 1)]

    def ranked(option: Keys) -> Html:
        name = f"place:{option['id']}"
        options = [("", not_placed()), *((n, place_of(int(n))) for n in places)]
        field = _select(name, options, value_of(filled, name))
        return element("p", _label(name, option["label"], option["about"]), " ", field)

    return _group(question["prompt"], map(ranked, question["options"]))


def _text(question: Keys, filled: Fields) -> Html:
    written = list(filled.get("idea", ()))

    def idea(n: int) -> Html:
        name = f"idea-{n}"
        text = written[n - 1] if n <= len(written) else ""
        field = element(
            "textarea", text, name="idea", id=name, rows=2, maxlength=question["longest"]
        )
        return element("p", _label(name, idea_label(n)), field)

    return _group(question["prompt"], map(idea, range(1, question["most"] + 1)))


FORMS: Mapping[str, Callable[[Keys, Fields], Html]] = {
    "choice": _choice,
    "hands": _choice,
    "allocate": _allocate,
    "rate": _rate,
    "pairs": _pairs,
    "grid": _grid,
    "curve": _curve,
    "rank": _rank,
    "text": _text,
}


def _group(legend: str, parts: Iterable[str]) -> Html:
    return element("fieldset", element("legend", legend, dir="auto"), *parts)


def _radios(legend: str, name: str, options: Sequence[tuple[str, str, str]], chosen: str) -> Html:
    """A group of which one is chosen: (value, label, what is said of it) each."""
    rows = []
    for number, (value, label, about) in enumerate(options):
        key = f"{name}-{number}"
        radio = element(
            "input", type="radio", name=name, id=key, value=value, checked=value == chosen
        )
        rows.append(element("p", radio, _label(key, label, about), class_="pick"))
    return _group(legend, rows)


def _or_none(options: Sequence[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """With a way to leave it out: a radio that was chosen can be taken back in no other way."""
    return [*options, ("", left_out(), "")]


def _select(name: str, options: Sequence[tuple[str, str]], chosen: str) -> Html:
    rows = [
        element("option", label, value=value, selected=value == chosen) for value, label in options
    ]
    return element("select", *rows, name=name, id=name)


def _label(key: str, label: str, about: str = "") -> Html:
    more = joined(" ", element("small", about)) if about else ""
    return element("label", label, more, for_=key, dir="auto")


def _head(item: Keys) -> str:
    return f"{item['group']}: {item['label']}" if item.get("group") else str(item["label"])
