"""What a chapter is called: one line that is true of what the room saw there."""

from __future__ import annotations

import re
from typing import Any

import pytest
from support.pages import with_question
from support.results import Room, choices
from support.sessions import workshop

from mops_tui.model.packs.answers import Level, Option
from mops_tui.model.packs.questions import items_of
from mops_tui.model.replay.timeline import Timeline
from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import visible
from mops_tui.words.results.course.chapters import ahead, chapter, ordinal_vote
from mops_tui.words.results.labels import view_name
from mops_tui.words.results.quoting import noted
from mops_tui.words.safe import cells

WHERE = "demo/where"


def told(room: Room) -> list[str]:
    timeline = Timeline(room.header, room.events)
    return [chapter(m, visible(timeline.state(m.index), "room")) for m in timeline.markers]


def coming(room: Room) -> list[str]:
    timeline = Timeline(room.header, room.events)
    return [ahead(m, visible(timeline.state(0), "room")) for m in timeline.markers]


def titled(title: str) -> dict[str, Any]:
    """What renames the first question of the small workshop."""
    workshop = Room().header.workshop
    [scenario] = workshop.scenarios
    first = scenario.questions[0].model_copy(update={"title": title})
    changed = scenario.model_copy(update={"questions": (first, *scenario.questions[1:])})
    return {"workshop": workshop.model_copy(update={"scenarios": (changed,)})}


def test_what_happens_in_a_rehearsal_is_told_once_it_has_happened() -> None:
    room = Room(4).add(ev.NoteRecorded(note="disturbance-x", text="The CIO\nleaves."))
    assert told(room) == ["It happens: The CIO leaves."]
    assert coming(room) == ["Something happens"]


def test_votes_reveals_and_decisions_tell_what_happened() -> None:
    room = Room(4).add(ev.BriefShown(scenario="demo"))
    room.round(WHERE, choices("aabb")).round(WHERE, choices("aaab"), 2)
    room.add(ev.DecisionRecorded(decision="d", scenario="demo", what="We go\nto Alpha."))
    room.add(ev.SummaryShown(of="grid", name="mops"), ev.SummaryShown(of="workshop"))
    title = room.header.workshop.scenarios[0].title
    assert told(room) == [
        title,
        "Where: the vote",
        "Where: Alpha and Beta tie",
        "Where, second vote",
        "Where, second vote: Alpha leads",
        "Decision: We go · to Alpha.",
        "The MOPS grid",
        "The whole workshop",
    ]
    assert coming(room) == [
        title,
        "Where: the vote",
        "Where: the reveal",
        "Where, second vote",
        "Where, second vote: the reveal",
        f"{title}: the decision",
        "The MOPS grid",
        "The whole workshop",
    ]


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ("    ", "Where: nobody answered"),
        ("ab  ", "Where: 2 answers"),
        ("aaa ", "Where: only 3 of 4 voted"),
    ],
)
def test_nothing_is_said_of_too_few(votes: str, expected: str) -> None:
    assert told(Room(4).round(WHERE, choices(votes)))[-1] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Ready?",
            ["Ready? (the vote)", "Ready? Alpha leads", "Ready? (second vote): Alpha leads"],
        ),
        ("No.", ["No. (the vote)", "No: Alpha leads", "No. (second vote): Alpha leads"]),
        ("席", ["席: the vote", "席: Alpha leads", "席, second vote: Alpha leads"]),
        ("A\nb", ["A b: the vote", "A b: Alpha leads", "A b, second vote: Alpha leads"]),
    ],
)
def test_titles_that_end_like_sentences_stay_readable(title: str, expected: list[str]) -> None:
    room = Room(3, **titled(title)).round(WHERE, choices("aaab"[:3]))
    room.round(WHERE, choices("aab"), 2)
    lines = told(room)
    assert [lines[0], lines[1].replace("all for Alpha", "Alpha leads"), lines[3]] == expected


def test_a_question_that_the_pack_does_not_have_is_called_by_its_id() -> None:
    room = Room(3).add(ev.BriefShown(scenario="gone"), ev.SummaryShown(of="grid", name="gone"))
    assert told(room) == ["gone", "gone"]


def test_votes_are_counted_in_words_as_far_as_anybody_goes() -> None:
    assert [ordinal_vote(n) for n in (1, 2, 3, 4, 5, 12)] == [
        "first vote", "second vote", "third vote", "fourth vote", "vote 5", "vote 12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("Alpha", "Beta"), "Where: Alpha and Beta tie"),
        (("Alpha", "No."), "Where: “Alpha” and “No” tie"),
        (("We did, in MOps", "Beta"), "Where: “We did, in MOps” and “Beta” tie"),
    ],
)
def test_labels_beside_each_other_are_quoted_alike(labels: tuple[str, str], expected: str) -> None:
    own = with_question(
        workshop(),
        "where",
        options=tuple(Option(id=k, label=v) for k, v in zip("ab", labels, strict=True)),
    )
    assert told(Room(4, workshop=own).round(WHERE, choices("aabb")))[-1] == expected


@pytest.mark.parametrize("level", ["Partly", "Matters a lot", "席の上"])
def test_a_level_is_quoted_whatever_it_is_called(level: str) -> None:
    scale = tuple(Level(id=f"l{n}", label=label) for n, label in enumerate(("None", level, "All")))
    own = with_question(workshop(), "ready", scale=scale)
    question = next(q for q in own.scenarios[0].questions if q.id == "ready")
    items = tuple(item.id for item in items_of(question))
    ballots = [{"items": items, "levels": ("l1",) * len(items)}] * 4
    assert f"“{level}”" in told(Room(4, workshop=own).round("demo/ready", ballots))[-1]


def test_no_label_is_cut_in_two_answers_that_have_no_room() -> None:
    long = "A little, and not enough of what I gave"
    scale = tuple(Level(id=f"l{n}", label=f"{n} {long}"[:40]) for n in range(4))
    own = with_question(workshop(), "ready", scale=scale)
    question = next(q for q in own.scenarios[0].questions if q.id == "ready")
    items = tuple(item.id for item in items_of(question))[:1]
    ballots = [{"items": items, "levels": (f"l{n % 2}",)} for n in range(4)]
    line = told(Room(4, workshop=own).round("demo/ready", ballots))[-1]
    assert not re.search(r"\w…”", line)


@pytest.mark.parametrize("title", ["Mirror: the budget", "Ready?", "席", "No."])
def test_page_and_chapter_note_a_title_in_one_form(title: str) -> None:
    workshop_ = Room().header.workshop
    [scenario] = workshop_.scenarios
    own = workshop_.model_copy(
        update={"scenarios": (scenario.model_copy(update={"title": title}),)}
    )
    room = Room(workshop=own).add(ev.SummaryShown(of="decision", name="demo"))
    state = room.seen("room")
    shown = view_name(state, state.view)
    assert shown == noted(title, "the decision")
    assert ("(the decision)" in shown) == (title != "席")


@pytest.mark.parametrize(
    "title", ["Where would each of us stand on it? " * 2, "営業部門はどこに" * 5, "Where"]
)
@pytest.mark.parametrize("width", [40, 60])
def test_a_long_title_is_cut_and_what_came_of_it_is_not(title: str, width: int) -> None:
    room = Room(4, **titled(title)).round(WHERE, choices("aabb"))
    timeline = Timeline(room.header, room.events)
    for marker in timeline.markers:
        state = visible(timeline.state(marker.index), "room")
        line, before = chapter(marker, state, width), ahead(marker, state, width)
        assert max(cells(line), cells(before)) <= width
        if marker.kind == "reveal":
            assert line.endswith("Alpha and Beta tie")
            assert "the reveal" in before
