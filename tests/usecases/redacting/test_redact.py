"""A session is written without one person's name; what it adds up to is what it was."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from support.kits import crash, nine
from support.reports import full
from support.results import Room, choices

from mops_tui.model.results.tallies import result
from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import visible_after
from mops_tui.model.session.header import LONGEST_TITLE, Header
from mops_tui.sources.simulated.rehearsal import session_bytes
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.folders.places import places
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.copies import fold_copies
from mops_tui.storage.sessions.summaries import summary_of
from mops_tui.usecases.check import check_file
from mops_tui.usecases.redacting.redact import (
    CannotRedact,
    redactable,
    redacted,
    write_redacted,
)
from mops_tui.usecases.redacting.still_named import still_named
from mops_tui.usecases.redacting.who import matching, people_of
from mops_tui.words.files.redacted import remaining_sentences, removed_sentence


@pytest.fixture
def session(tmp_path: Path) -> Path:
    path = tmp_path / "session.toml"
    path.write_bytes(session_bytes(nine()))
    return path


def test_no_part_of_the_name_is_left_and_the_file_is_sound(session: Path) -> None:
    before = session.read_bytes()
    header, events = redactable(session)
    (helen,) = matching(people_of(events), "helen  OKAFOR")
    made = redacted(header, events, helen)
    new = session.with_name("new.toml")
    write_redacted(made, new)
    text = new.read_text()
    assert "okafor" not in text.casefold()
    assert "helen" not in text.casefold()
    assert helen.id not in text
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    assert check_file(new, repair=False)[0]
    assert session.read_bytes() == before
    assert made.told.votes
    assert made.told.reasons
    assert made.told.alike == 1


def test_every_round_adds_up_to_what_it_did() -> None:
    run = nine()
    for person in people_of(run.events)[:2]:
        made = redacted(run.header, run.events, person, role=True)
        old = visible_after(run.header, run.events, "facilitator")
        new = visible_after(made.header, made.events, "facilitator")
        assert not new.ignored
        for ref, rounds in old.rounds.items():
            for one in rounds:
                was, now = result(old, ref, one.number), result(new, ref, one.number)
                assert was is not None
                assert now is not None
                assert (was.n, was.distribution, was.items, was.verdict, was.quadrants) == (
                    now.n,
                    now.distribution,
                    now.items,
                    now.verdict,
                    now.quadrants,
                )


def test_home_takes_it_for_no_copy(session: Path) -> None:
    header, events = redactable(session)
    new = session.with_name("new.toml")
    write_redacted(redacted(header, events, people_of(events)[0]), new)
    summaries = [one for path in (session, new) if (one := summary_of(path)) is not None]
    assert len(fold_copies(summaries)) == 2


def test_it_is_never_written_over_another_file(session: Path) -> None:
    header, events = redactable(session)
    with pytest.raises(SessionError, match="exists"):
        write_redacted(redacted(header, events, people_of(events)[0]), session)


def test_a_damaged_session_is_not_written_anew(session: Path) -> None:
    session.write_bytes(session.read_bytes()[:-40])
    with pytest.raises(CannotRedact, match="check --repair"):
        redactable(session)


def test_a_seat_a_handle_and_a_name_are_each_enough() -> None:
    people = people_of(crash().events)
    assert [one.seat for one in matching(people, "2")] == [2]
    assert matching(people, people[0].name.upper()) == (people[0],)
    assert matching(people, "Nobody") == ()


def test_whoever_shares_a_name_keeps_theirs_and_it_is_said_where() -> None:
    run = nine()
    joined = [one for one in run.events if isinstance(one, ev.ParticipantJoined)]
    names = {joined[0].participant: "Ann Lee", joined[1].participant: "Ann Ray"}
    events = tuple(
        one.model_copy(update={"name": names.get(one.participant, one.name)})
        if isinstance(one, ev.ParticipantJoined)
        else one
        for one in run.events
    )
    last = events[-1]
    note = ev.NoteRecorded(note="n9", text="Ann knows. Ann Ray and Ann Lee agree.")
    events = (*events, note.model_copy(update={"seq": last.seq + 1, "t": last.t}))
    (ann,) = matching(people_of(events), "Ann Lee")
    made = redacted(run.header, events, ann)
    written = made.events[-1]
    assert isinstance(written, ev.NoteRecorded)
    assert written.text == f"Ann knows. Ann Ray and {made.told.called} agree."
    assert made.told.unclear


def test_a_new_id_says_nothing_and_every_event_is_there() -> None:
    run = nine()
    person = people_of(run.events)[-1]
    made = redacted(run.header, run.events, person, role=True)
    again = redacted(run.header, run.events, person)
    assert made.header.id != again.header.id
    assert [one.seq for one in made.events] == [one.seq for one in run.events]
    reading = journal.parse(made.content)
    assert not reading.header_broken
    assert not reading.edited
    assert isinstance(reading.header, Header)


def test_the_files_that_still_hold_the_name_are_listed(session: Path) -> None:
    backup = session.with_name("session.toml.bak")
    report = session.with_name("session-report.md")
    other = session.with_name("other.md")
    for one in (backup, report, other):
        one.write_text("x")
    header, _events = redactable(session)
    found = still_named(session, header, places(), session.with_name("new.toml"))
    assert set(found) >= {session, backup, report}
    assert other not in found


def test_the_name_goes_from_the_roles_of_others_too() -> None:
    run = nine()
    joined = [one for one in run.events if isinstance(one, ev.ParticipantJoined)]
    events = tuple(
        one.model_copy(update={"role": f"{joined[0].name}'s deputy"}) if one is joined[1] else one
        for one in run.events
    )
    made = redacted(run.header, events, people_of(events)[0])
    roles = [one.role for one in made.events if isinstance(one, ev.ParticipantJoined)]
    assert f"{made.told.called}'s deputy" in roles


def test_what_stands_for_a_name_never_makes_a_text_too_long_to_be_read(tmp_path: Path) -> None:
    room = Room(3).add(
        ev.ParticipantJoined(participant="z", name="Zoë", role="Zoë's deputy " * 15, seat=4),
        ev.SubjectNamed(scenario="demo", subject="Zoë " * 46),
        ev.ActionRecorded(action="a", what="Zoë " * 2400, who="Zoë " * 50, by="Zoë " * 50),
    )
    room.round("demo/where", choices("aab"))
    (zoe,) = matching(people_of(room.events), "Zoë")
    path = tmp_path / "new.toml"
    write_redacted(redacted(room.header, tuple(room.events), zoe), path)
    reading = journal.read(path)
    assert len(reading.events) == len(room.events)
    assert check_file(path, repair=False)[0]
    assert "Zoë" not in path.read_text("utf-8")


def test_the_new_file_says_what_it_is_and_says_it_once(session: Path) -> None:
    header, events = redactable(session)
    first, second = people_of(events)[:2]
    made = redacted(header, events, first)
    new = session.with_name("new.toml")
    write_redacted(made, new)
    summary = summary_of(new)
    assert summary is not None
    assert summary.redacted
    assert summary.title == f"{header.title} (names taken out)"
    assert not summary.header_edited
    (was,) = (one for one in people_of(made.events) if one.names == second.names)
    again = redacted(*redactable(new), was)
    assert again.header.title == summary.title
    long = header.model_copy(update={"title": "x" * LONGEST_TITLE})
    assert len(redacted(long, events, first).header.title) == LONGEST_TITLE


def test_whole_words_of_a_name_are_enough_where_one_person_is_meant() -> None:
    run = nine()
    names = iter(("Ann Lee", "Ann Ray", "Priya Raman", "Lee", "Jürgen Straße"))
    events = tuple(
        one.model_copy(update={"name": next(names, one.name)})
        if isinstance(one, ev.ParticipantJoined)
        else one
        for one in run.events
    )
    people = people_of(events)

    def meant(wanted: str) -> list[str]:
        return [one.name for one in matching(people, wanted)]

    assert meant("priya") == meant("Raman Priya") == ["Priya Raman"]
    assert meant("Ann") == ["Ann Lee", "Ann Ray"]
    assert meant("lee") == ["Lee"]
    assert meant("jurgen") == meant("Juergen Strasse") == ["Jürgen Straße"]
    assert meant("Pri") == meant("") == meant("²") == []


def test_it_says_that_the_role_was_taken_out_and_what_an_edited_report_is() -> None:
    run = nine()
    (helen,) = matching(people_of(run.events), "Helen Okafor")
    last = run.events[-1]
    edits = tuple(
        ev.ReportEdited(seq=last.seq + more, t=last.t, summary=f"Helen said {more}.")
        for more in (1, 2)
    )
    told = redacted(run.header, (*run.events, *edits), helen, role=True).told
    assert "their role" in removed_sentence(told)
    assert "the report's title or summary, as edited" in told.spoke
    assert not [place for place in told.spoke if place.startswith("event")]
    kept = redacted(run.header, run.events, helen).told
    assert "their role" not in removed_sentence(kept)


_IDS = """
    seq part_of undoes kind participant question option options items levels categories
    mark scenario decision action note list prompt entries scenarios name via page of
    header_crc left_out outcome step digest
"""
IDS = frozenset(_IDS.split())
"""Keys that hold ids and codes, which the program makes; `name` is its own matter."""


def typed_keys() -> list[tuple[str, str]]:
    """Every key of every kind of event of a workshop in which somebody's words can stand."""
    return [
        (kind, key)
        for kind, event in ev.KINDS.items()
        for key, field in event.model_fields.items()
        if key not in IDS
        and not event.__module__.endswith("practice")
        and "str" in str(field.annotation)
    ]


def spoken(kind: str, key: str, text: str) -> ev.Event:
    """An event of a kind that has a text under a key, and little else."""
    event = ev.KINDS[kind]
    needed = {name for name, field in event.model_fields.items() if field.is_required()} - {key}
    plain = {name: 1 if event.model_fields[name].annotation is int else "x" for name in needed}
    for value in (text, (text,)):
        for numbers in (plain, dict.fromkeys(needed, 1)):
            try:
                return event.model_validate({**numbers, key: value})
            except ValidationError:
                continue
    raise AssertionError((kind, key))


@pytest.mark.parametrize(("kind", "key"), typed_keys())
def test_the_name_is_gone_wherever_somebody_can_write(kind: str, key: str) -> None:
    room = Room(2).add(
        ev.ParticipantJoined(participant="z", name="Zoë Adler", role="Zoë's office", seat=9)
    )
    event = spoken(kind, key, "so Zoë Adler, z.adler@acme.example, said")
    events = (*room.events, ev.stamp(event, len(room.events) + 1, 99.0))
    (zoe,) = matching(people_of(room.events), "Zoë")
    content = redacted(room.header, events, zoe).content.decode()
    assert "Zoë" not in content
    assert "adler" not in content.casefold()
    assert "so " in content


def test_there_are_texts_to_look_at() -> None:
    keys = typed_keys()
    assert ("decision-recorded", "dissent") in keys
    assert ("vote-cast", "ideas") in keys
    assert ("option-added", "label") in keys


@given(st.sampled_from(("p1", "p2", "p3")), st.booleans(), st.sampled_from(("p1", "p2", "p3")))
def test_whoever_is_taken_out_all_results_stay(who: str, role: bool, then: str) -> None:
    room = full()
    header, events = room.header, tuple(room.events)
    for seat in dict.fromkeys((who, then)):
        (person,) = (one for one in people_of(events) if one.seat == int(seat[1:]))
        made = redacted(header, events, person, role=role)
        header, events = made.header, made.events
    old = visible_after(room.header, room.events, "facilitator")
    new = visible_after(header, events, "facilitator")
    assert not new.ignored
    for ref, rounds in old.rounds.items():
        for one in rounds:
            was, now = result(old, ref, one.number), result(new, ref, one.number)
            assert (was is None) == (now is None)
            if was is not None and now is not None:
                assert (was.ballots, was.passes, was.called, was.present) == (
                    now.ballots,
                    now.passes,
                    now.called,
                    now.present,
                )
                assert (was.distribution, was.items, was.verdict) == (
                    now.distribution,
                    now.items,
                    now.verdict,
                )


def test_what_remains_is_told_by_the_words_of_the_decision_and_what_may_be_them_too() -> None:
    room = Room(2).add(
        ev.ParticipantJoined(participant="t", name="Tomas Lind", role="CIO", seat=9),
        ev.DecisionRecorded(
            decision="d", scenario="demo", what="We wait", owner="Tomas", why="T. said so"
        ),
        ev.ActionRecorded(action="a", what="Ask Tomas", who="Lind"),
        ev.NoteRecorded(note="n", text="Ask tlind again", list="parking"),
    )
    (tomas,) = matching(people_of(room.events), "tomas")
    told = redacted(room.header, tuple(room.events), tomas).told
    sentences = " ".join(remaining_sentences(told, "", 9, "new.toml"))
    assert "the decision “We wait” and the action “Ask Participant 9”" in sentences
    assert "“T.” may be them: it stays in the decision “We wait”" in sentences
    assert "“tlind” may be them: it stays in “Ask tlind again” in the parking lot" in sentences
    assert "event" not in sentences


def test_a_name_that_stands_in_its_own_role_is_a_name() -> None:
    room = Room(1).add(
        ev.ParticipantJoined(participant="p", name="Priya Raman", role="Priya, CMO", seat=7),
        ev.ParticipantJoined(participant="q", name="Ruth Bauer (CIO)", role="CIO", seat=8),
        ev.NoteRecorded(note="n", text="Priya and Ruth Bauer ask the CIO"),
    )
    (priya,) = matching(people_of(room.events), "Priya")
    text = redacted(room.header, tuple(room.events), priya).content.decode()
    assert "Priya" not in text
    assert "Participant 7 and Ruth Bauer ask the CIO" in text


def test_what_somebody_said_goes_from_where_it_is_quoted_too() -> None:
    said = "I would not break what works."
    room = Room(2).round("demo/where", choices("ab"))
    room.add(
        ev.ReasonGiven(question="demo/where", round=1, participant="p2", text=said),
        ev.DecisionRecorded(
            decision="d", scenario="demo", what="We go", dissent=f"Person 2: “{said}” So be it."
        ),
    )
    (two,) = matching(people_of(room.events), "2")
    made = redacted(room.header, tuple(room.events), two)
    assert "would not break" not in made.content.decode()
    assert f"{made.told.called}: “(removed).” So be it." in made.content.decode()
