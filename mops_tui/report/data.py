"""The report as data, ready for JSON. `docs/results.md` names each key.

The keys of format 1 stay; later versions may add some.
"""

from __future__ import annotations

from mops_tui.model.agenda.asking import waits
from mops_tui.model.agenda.pace import budget, pace
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase, kind_of
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.attendance import took_part
from mops_tui.model.results.marks import is_countable
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import View
from mops_tui.model.text.days import day_meant
from mops_tui.report.before import before_data
from mops_tui.report.content.page.page_one import page_one
from mops_tui.report.content.sections import is_shown
from mops_tui.report.content.seen import seen_result
from mops_tui.report.decided import decision_data
from mops_tui.report.grids import grids_data
from mops_tui.report.input import ReportInput
from mops_tui.report.paged import page_data
from mops_tui.report.rounds import round_data
from mops_tui.report.schema.session import (
    FORMAT,
    ActionData,
    DecisionData,
    HiddenRoundData,
    MirrorData,
    NamedQuestionData,
    NoteData,
    PeopleData,
    PersonData,
    QuestionData,
    ReportData,
    ScenarioData,
    SessionData,
    TimeData,
)
from mops_tui.words.files.condition import sentences
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import safe


def report(session: ReportInput) -> ReportData:
    """Everything that a session came to, as nested dictionaries and lists of plain values."""
    state = session.state
    left_out = state.report.left_out
    return {
        "format": FORMAT,
        "page": page_data(page_one(session)),
        "session": _session(session),
        "policy": {
            "anonymity": state.policy.anonymity,
            "majority": state.policy.majority,
            "agreement": state.policy.agreement,
            "quorum": state.policy.quorum,
            "edited": state.policy.edited,
        },
        "people": _people(session),
        "scenarios": [_scenario(session, scenario) for scenario in state.workshop.scenarios],
        "grids": grids_data(session),
        "before": before_data(state) if is_shown("before", left_out) else None,
        "decisions": _decisions(state),
        "actions": _actions(state),
        "parking_lot": _notes(state, "parking") if is_shown("parked", left_out) else [],
        "ideas": _notes(state, "idea") if is_shown("notes", left_out) else [],
        "notes": _notes(state, "note") if session.notes else [],
        "time": _time(state),
        "skipped": [_named(state, ref) for ref in state.skipped],
        "not_revealed": _not_revealed(session),
    }


def _session(session: ReportInput) -> SessionData:
    header, state = session.header, session.state
    is_public = session.audience == "public"  # a number of events tells how many voted
    return {
        "id": header.id,
        "title": safe(state.called or header.title),
        "workshop": safe(state.workshop.title),
        "opened": header.opened.isoformat(),
        "kind": state.session,
        "app": safe(header.app),
        "language": header.language,
        "phase": state.phase,
        "events": 0 if is_public else state.seq,
        "at": 0 if is_public and session.at is not None else session.at,
        "edited": len(session.condition.edited),
        "header_edited": session.condition.header_edited,
        "lost": len(session.condition.lost),
        "unread_from": session.condition.unread_from,
        "fingerprint": session.fingerprint,
        "condition": sentences(session.condition),
        "ignored": len(state.ignored),
        "audience": session.audience,
    }


def _people(given: ReportInput) -> PeopleData:
    """Who was there; of an anonymous room, and for others, only how many."""
    state = given.state
    nameless = state.policy.anonymity == "anonymous" or given.audience == "public"
    everyone = sorted(state.participants.values(), key=lambda person: (person.seat, person.id))
    seats: list[PersonData] = [
        {
            "name": participant_label(state, person.id),
            "role": safe(person.role),
            "seat": person.seat,
            "present": person.present,
        }
        for person in everyone
    ]
    return {
        "present": state.present,
        "took_part": took_part(state),
        "seats": len(seats),
        "list": [] if nameless else seats,
    }


def _scenario(given: ReportInput, scenario: Scenario) -> ScenarioData:
    state = given.state
    every = zip(refs(scenario), scenario.questions, strict=True)
    questions = [(ref, question) for ref, question in every if not waits(state, ref)]
    return {
        "id": scenario.id,
        "title": safe(scenario.title),
        "closing": scenario.closing,
        "decision_asked": safe(scenario.decision.ask) if scenario.decision else "",
        "questions": [_question(given, ref, question) for ref, question in questions],
    }


def _question(given: ReportInput, ref: str, question: QuestionBase) -> QuestionData:
    state = given.state
    asked = state.question(ref) or question  # with what the room added
    rounds = [seen_result(given, ref, round_.number) for round_ in state.rounds.get(ref, ())]
    return {
        "ref": ref,
        "title": safe(question.title),
        "ask": safe(question.ask, keep=True),
        "kind": kind_of(question),
        "skipped": ref in state.skipped,
        "asked": bool(state.rounds.get(ref)),
        "mirror": _mirror(question),
        "added": [{"id": key, "label": safe(label)} for key, label in state.added.get(ref, ())],
        "rounds": [round_data(given, asked, outcome) for outcome in rounds if outcome is not None],
    }


def _mirror(question: QuestionBase) -> MirrorData | None:
    """How others answered the same question, where the pack knows."""
    mirror = question.mirror
    if mirror is None:
        return None
    return {
        "who": safe(mirror.who),
        "asked": safe(mirror.asked, keep=True),
        "text": safe(mirror.text, keep=True),
        "n": mirror.n,
        "percent": dict(mirror.shares),
    }


def _decisions(state: VisibleState) -> list[DecisionData]:
    return [
        decision_data(decision, state.date_of(decision.t)) for decision in state.decisions.values()
    ]


def _actions(state: VisibleState) -> list[ActionData]:
    return [
        {
            "scenario": action.scenario,
            "what": safe(action.what, keep=True),
            "who": safe(action.who),
            "by": safe(action.by),
            "day": day_meant(action.by, state.date_of(action.t)) or None,
            "done": state.done.get(action.action),
        }
        for action in state.actions.values()
    ]


def _notes(state: VisibleState, list_name: str) -> list[NoteData]:
    """The notes on one list. Private ones never get here, whoever asks."""
    return [
        {"about": safe(note.about), "text": safe(note.text, keep=True)}
        for note in state.notes.values()
        if note.list == list_name and not note.private
    ]


def _time(state: VisibleState) -> TimeData:
    """Seconds of work, pauses left out: of the day, and at each place that was entered."""
    places = dict.fromkeys((*state.spent, state.place.key))
    return {
        "planned": pace(state, state.t).planned,
        "elapsed": state.active(state.t),
        "places": [
            {
                "of": of,
                "name": name,
                "seconds": state.spent_at((of, name), state.t),
                "budget": budget(state, View(of, name)),
            }
            for of, name in places
        ],
    }


def _not_revealed(given: ReportInput) -> list[HiddenRoundData]:
    state = given.state
    is_told = given.audience == "room"  # the state of others has no ballot to count
    return [
        {
            **_named(state, ref),
            "round": round_.number,
            "voted": round_.voted if is_told else None,
        }
        for ref, rounds in state.rounds.items()
        for round_ in rounds
        if not is_countable(round_) and (round_.voted or ref not in state.skipped)
    ]


def _named(state: VisibleState, ref: str) -> NamedQuestionData:
    question = state.workshop.question(ref)
    return {"ref": ref, "title": safe(question.title) if question else safe(ref)}
