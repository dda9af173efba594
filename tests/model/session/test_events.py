"""Every event is one flat table without nulls, and says the same when it is read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from pydantic import ValidationError
from support.journals import any_event

from mops_tui.model.session import events as ev


@given(any_event)
def test_keys_are_flat_without_nulls_and_come_back(event: ev.Event) -> None:
    keys = event.keys()
    assert list(keys)[:3] == ["seq", "t", "kind"]
    assert ev.parse(keys) == event
    for value in keys.values():
        members = value if isinstance(value, tuple | list) else (value,)
        for member in members:
            assert isinstance(member, str | int | float | bool)


def test_no_key_is_named_as_the_framing_is() -> None:
    for kind, event in ev.KINDS.items():
        assert event.model_fields["kind"].default == kind
        assert {"crc", "event"}.isdisjoint(event.model_fields)


def test_how_a_vote_came_is_always_written() -> None:
    vote = ev.VoteCast(question="q", round=1, participant="p", passed=True)
    assert vote.keys()["via"] == "seat"
    assert "option" not in vote.keys()  # noqa: SIM118 - not a dictionary


def test_a_point_at_the_middle_is_written_out() -> None:
    keys = ev.VoteCast(question="q", round=1, participant="p", x=0, y=0).keys()
    assert (keys["x"], keys["y"]) == (0, 0)


@pytest.mark.parametrize("kind", ["vote-casted", "", None, 7, ["vote-cast"]])
def test_an_unknown_kind_is_named(kind: object) -> None:
    with pytest.raises(ev.UnknownKindError) as caught:
        ev.parse({"kind": kind})
    assert caught.value.kind == str(kind)


def test_an_unknown_key_is_never_guessed_at() -> None:
    with pytest.raises(ValidationError):
        ev.parse({"kind": "lost", "colour": "red"})


def test_events_are_immutable_and_stamped_into_new_ones() -> None:
    event = ev.Lost()
    with pytest.raises(ValidationError):
        event.seq = 3  # type: ignore[misc]  # refused: that is the test
    stamped = ev.stamp(event, 4, 1.23456, part_of=3)
    assert (stamped.seq, stamped.t, stamped.part_of) == (4, 1.235, 3)
    assert event.seq == 0
