"""The small workshop with any labels, and random ballots for each of its questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from support.sessions import workshop

from mops_tui.model.packs.workshop import Workshop

ODD = (
    "No.",
    "No",
    "here?",
    "Yes!",
    "“quoted”",
    '"quoted"',
    "…",
    "a: b; c,",
    "{n} of {n}",
    "We did, in MOps",
    "Marketing",
    "営業部",
    "x" * 80,
    "We shall keep what we have, because it has always worked for us and all of them.",
    "\u202e\u200b",
    "A.B.",
    "the left one",
)
"""Labels that broke a sentence, or could."""
LABELS = st.one_of(st.sampled_from(ODD), st.text(min_size=1, max_size=60)).map(
    lambda text: text.strip()[:80] or "."
)
_NAMED = ("label", "left", "right", "name", "low", "high", "title")


def labelled(labels: list[str]) -> Workshop:
    """The workshop whose labels are these, in turn."""
    turns = _turns(labels)
    made = workshop().model_dump(by_alias=True, exclude_none=True)
    return Workshop.model_validate(_with(made, turns))


def _turns(labels: list[str]) -> Iterator[str]:
    while True:
        yield from labels


def _with(part: Any, labels: Iterator[str]) -> Any:
    if isinstance(part, dict):
        return {
            key: next(labels) if key in _NAMED and isinstance(value, str) else _with(value, labels)
            for key, value in part.items()
        }
    if isinstance(part, list | tuple):
        return [_with(one, labels) for one in part]
    return part


def _items(items: tuple[str, ...], key: str, values: Any) -> Any:
    return st.lists(st.sampled_from(items), min_size=1, unique=True).flatmap(
        lambda some: st.tuples(*(values for _one in some)).map(
            lambda given: {"items": tuple(some), key: given}
        )
    )


BALLOTS: dict[str, Any] = {
    "where": st.sampled_from("abc").map(lambda option: {"option": option}),
    "cmo": st.sampled_from(("yes", "no")).map(lambda option: {"option": option}),
    "points": st.integers(0, 10).map(lambda n: {"options": ("a", "b"), "points": (n, 10 - n)}),
    "order": st.permutations("abc").map(lambda order: {"options": tuple(order)}),
    "ready": _items(
        ("owner", "training", "platform"),
        "levels",
        st.sampled_from(("absent", "partly", "in-place")),
    ),
    "lean": _items(("craft", "drive"), "positions", st.integers(-2, 2)),
    "waves": _items(("cloud", "video"), "positions", st.integers(0, 100)),
    "place": st.tuples(st.integers(-100, 100), st.integers(-100, 100)).map(
        lambda at: {"x": at[0], "y": at[1]}
    ),
}
"""A ballot for each question of the workshop, by its id."""
EITHER: dict[str, Any] = {
    name: st.one_of(ballot, st.just({}), st.just({"passed": True}))
    for name, ballot in BALLOTS.items()
}
"""The same, or none at all, or a pass."""
