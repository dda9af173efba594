"""What is shown passes `audience.visible`: types hold most of it, and the source holds the rest."""

from __future__ import annotations

import ast
import dataclasses
import typing
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room as Asking
from support.asking import commands
from support.examples import examples
from support.results import Room, choices, points
from support.sessions import QUESTIONS

import mops_tui
from mops_tui.model.results.tallies import result
from mops_tui.model.session import audience, state
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import (
    Audience,
    VisibleState,
    called_out,
    visible,
    votes_of,
)
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View
from mops_tui.tui.screens.workshop.desk import Desk

AUDIENCES: tuple[Audience, ...] = ("room", "participant", "facilitator", "public")
PACKAGE = Path(mops_tui.__file__).parent
THE_DOOR = "model/session/audience.py"
SHOWING = (
    "model/comparison",
    "model/results",
    "pictures",
    "report",
    "usecases/report.py",
    "usecases/compare.py",
    "words",
    "tui/charts",
    "tui/navigation",
    "tui/screens/dialogs",
    "tui/screens/home",
    "tui/screens/practice",
    "tui/screens/replay",
    "tui/screens/workshop",
    "tui/widgets",
)
"""What makes something that somebody sees, and never decides."""
ASKING = {"tui/screens/workshop/desk.py", "tui/undoing.py"}
"""These may read `head`, to ask for something; what draws takes a `VisibleState`."""
BARE = {"head", "_head", "durable"}
"""What the bare state is called, in a session, in a room, and where somebody keeps it."""
TAKE_HEAD = {"called_out", "with_calls"}
"""What a dialog may give `head` to; none of it says what anybody answered."""


@cache
def sources() -> tuple[tuple[str, ast.Module], ...]:
    return tuple(
        (path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
    )


def name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def test_nobody_can_make_a_visible_state_by_hand() -> None:
    seen = Room(1).seen()
    with pytest.raises(TypeError):
        VisibleState()
    with pytest.raises(TypeError):
        dataclasses.replace(seen, audience="facilitator")


def test_nothing_else_in_the_package_makes_one_either() -> None:
    """Not by a call, a cast, a bare object, or the copy that skips the constructor."""
    found = []
    for module, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                made = name_of(node.func)
                cast = made == "cast" and "VisibleState" in ast.unparse(node.args[0])
                bare = made == "__new__" and ast.unparse(node.func) == "object.__new__"
                if made == "VisibleState" or cast or bare:
                    found.append((module, ast.unparse(node)))
            if isinstance(node, ast.ImportFrom) and node.module == audience.__name__:
                found += [(module, one.name) for one in node.names if one.name.startswith("_")]
    assert found == [
        (THE_DOOR, "object.__new__(VisibleState)"),
        ("model/text/change.py", "object.__new__(type(value))"),
    ]


def test_only_the_model_copies_states() -> None:
    copying = {
        module
        for module, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom | ast.Import)
        if "change" in {one.name.rpartition(".")[2] for one in node.names}
    }
    assert copying
    assert {module for module in copying if not module.startswith("model/")} == set()


def test_what_shows_something_knows_no_bare_state() -> None:
    bare = {"WorkshopState", "fold", "begin", "apply"}
    found = [
        (module, name)
        for module, tree in sources()
        if module.startswith(SHOWING)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("mops_tui.model.session")
        for name in {one.name for one in node.names} & bare
    ]
    assert found == []


def test_screens_read_what_is_decided_only_to_ask_for_more() -> None:
    found = []
    for module, tree in sources():
        if not module.startswith("tui/") or module == "tui/room.py":
            continue
        given = {
            id(argument)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and name_of(node.func) in TAKE_HEAD
            for argument in node.args
        }
        # What is called is a method, and no state.
        called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in BARE and id(node) not in called:
                asking = node.attr == "head" and (module in ASKING or id(node) in given)
                if not asking:
                    found.append((module, ast.unparse(node)))
    assert set(found) == {("tui/charts/scales.py", "layout.head")}  # the top of a picture


def test_the_desk_shows_its_keys_no_ballot() -> None:
    """With its type no key can read one: mypy looks at what each of them reads."""
    assert typing.get_type_hints(vars(Desk)["state"].fget)["return"] is state.SessionState


def test_what_everybody_may_know_holds_no_ballot_no_note_and_nothing_to_undo() -> None:
    """Functions that take a `SessionState` can leak nothing: there is nothing in it."""
    secret = {"Round", "Vote", "Tally", "NoteRecorded", "NoteAmended"}
    secret |= {change.__name__ for change in typing.get_args(state.Undoable)}

    def names(hint: object) -> set[str]:
        inner = [names(one) for one in typing.get_args(hint)]
        return {getattr(hint, "__name__", "")}.union(*inner)

    for of in (state.SessionState, state.RoundOutline):
        hints = typing.get_type_hints(of)
        assert {name for hint in hints.values() for name in names(hint)} & secret == set()
    assert "undo" not in {one.name for one in dataclasses.fields(VisibleState)}


def test_a_called_vote_is_counted_by_item_and_never_by_answer() -> None:
    room = Room(2).open("demo/ready").call("demo/ready", [("owner", "absent", 2)])
    other = Room(2).open("demo/ready").call("demo/ready", [("owner", "in-place", 2)])
    assert called_out(room.state(), "demo/ready") == {"owner": 2}
    assert called_out(room.state(), "demo/ready") == called_out(other.state(), "demo/ready")


def test_what_if_only_some_had_voted_takes_no_anonymous_room_apart() -> None:
    for anonymity in ("named", "anonymous"):
        room = Room(3, policy={"anonymity": anonymity}).round("demo/where", choices("abc"))
        seen = visible(room.state(), "room")
        alone = votes_of(seen, frozenset({"p1"}))
        assert alone.audience == "room"
        assert len(alone.rounds["demo/where"][0].votes) == (1 if anonymity == "named" else 3)


@examples(25)
@given(st.lists(commands(), max_size=30), st.booleans(), st.sampled_from(AUDIENCES))
def test_in_an_anonymous_room_no_revealed_ballot_leads_to_anybody(
    script: list[cmd.Command], opened: bool, who: Audience
) -> None:
    room = Asking(policy={"anonymity": "anonymous"})
    room.do(cmd.Join("md"), cmd.Join("it"), cmd.Show(View("question", "demo/where")))
    room.do(cmd.CastVote("demo/where", "md", Choice("a")))
    for command in (*script, *map(cmd.Reveal, QUESTIONS)):
        room.ask(command)
    seen = visible(room.state, who, opened=opened)
    people = set(room.state.participants)
    for ref, rounds in seen.rounds.items():
        for before, round_ in zip(room.state.rounds[ref], rounds, strict=True):
            if round_.phase == "revealed":
                voters = set(round_.votes) | {vote.participant for vote in round_.votes.values()}
                assert voters & people == set()
                assert {vote.seq for vote in round_.votes.values()} <= {0}
                cast = [] if who == "public" else before.votes.values()
                assert sorted(repr(vote.ballot) for vote in round_.votes.values()) == sorted(
                    repr(vote.ballot) for vote in cast
                )


def test_who_moved_and_who_has_left_is_still_counted_there() -> None:
    """The keys that lead to nobody are the same in all rounds."""
    room = Room(3, policy={"anonymity": "anonymous"}, roles=("IT",))
    room.round("demo/place", points((10, 20), (-90, -5), (80, 80)))
    room.round("demo/place", points((10, 20), (-80, -5), (80, 70)), 2)
    room.add(ev.ParticipantLeft(participant="p2"))
    # Only a file that somebody has edited has a name in it.
    room.add(ev.ParticipantJoined(participant="p4", name="Mara", role="IT", seat=4))
    seen = room.seen("room")
    assert "Mara" not in repr(seen)
    moved = result(seen, "demo/place")
    assert moved is not None
    assert len(moved.arrows) == 2
    assert len(seen.voters_gone) == 1
    assert seen.voters_gone < seen.rounds["demo/place"][1].votes.keys()
    assert set(seen.voter_roles.values()) == {"IT"}
