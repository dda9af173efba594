"""What each event does to the state."""

from __future__ import annotations

from typing import assert_never

from mops_tui.model.session import events as ev
from mops_tui.model.session.effects import people, places, records, rounds, session, timer
from mops_tui.model.session.state import (
    WorkshopState,
    change,
)


def apply(state: WorkshopState, event: ev.Event) -> WorkshopState:
    """The state after an event. Total: what fits nothing is noted in `ignored`."""
    after = _after(state, event)
    if after is None:
        after = change(state, ignored=(*state.ignored, event.seq))
    undo = after.undo
    if event.undoes is not None:
        done = (event.seq, event.undoes)
        undo = tuple(entry for entry in undo if entry.event.seq not in done)
    return change(
        after,
        seq=event.seq,
        t=max(state.t, event.t),
        set_up=after.set_up or event.part_of == ev.OPENING,
        undo=undo,
    )


def _after(state: WorkshopState, event: ev.Event) -> WorkshopState | None:
    """The state after what an event is about; None where it fits nothing."""
    match event.kind:
        case "vote-cast":  # most of a day's events
            return rounds.vote_cast(state, event)
        case "session-opened":
            return session.opened(state)
        case "session-paused":
            return session.paused(state, event)
        case "session-resumed":
            return session.resumed(state, event)
        case "session-closed":
            return session.closed(state)
        case "participant-joined":
            return people.joined(state, event)
        case "participant-updated":
            return people.updated(state, event)
        case "participant-left":
            return people.left(state, event)
        case "head-counted":
            return people.counted(state, event)
        case "brief-shown":
            return places.brief_shown(state, event)
        case "question-shown":
            return places.question_shown(state, event)
        case "prompt-shown":
            return places.prompt_shown(state, event)
        case "summary-shown":
            return places.summary_shown(state, event)
        case "step-shown":
            return places.step_shown(state, event)
        case "subject-named":
            return places.subject_named(state, event)
        case "page-shown":
            return places.page_shown(state, event)
        case "round-opened":
            return rounds.round_opened(state, event)
        case "round-closed":
            return rounds.round_closed(state, event)
        case "round-reopened":
            return rounds.round_reopened(state, event)
        case "round-revealed":
            return rounds.round_revealed(state, event)
        case "vote-withdrawn":
            return rounds.vote_withdrawn(state, event)
        case "tally-set":
            return rounds.tally_set(state, event)
        case "reason-given":
            return rounds.reason_given(state, event)
        case "option-added":
            return rounds.option_added(state, event)
        case "agenda-set":
            return places.agenda_set(state, event)
        case "timer-started":
            return timer.timer_started(state, event)
        case "timer-paused":
            return timer.timer_paused(state, event)
        case "timer-extended":
            return timer.timer_extended(state, event)
        case "timer-stopped":
            return timer.timer_stopped(state, event)
        case "decision-recorded" | "decision-amended":
            return records.decision_recorded(state, event)
        case "decision-followed-up":
            return records.decision_followed_up(state, event)
        case "action-recorded" | "action-amended":
            return records.action_recorded(state, event)
        case "action-done":
            return records.action_done(state, event)
        case "action-followed-up":
            return records.action_followed_up(state, event)
        case "first-step-done":
            return records.first_step_done(state, event)
        case "decision-reviewed":
            return records.decision_reviewed(state, event)
        case "report-edited":
            return records.report_edited(state, event)
        case "note-recorded" | "note-amended":
            return records.note_recorded(state, event)
        case "screen-blanked":
            return places.screen_blanked(state)
        case "screen-unblanked":
            return places.screen_unblanked(state)
        case "code-shown":
            return places.code_shown(state, event)
        case "card-answered" | "answer-committed" | "answer-taken-back" | "room-predicted":
            # Practice is folded by `sources.practice`; a workshop does not know it.
            return session.nothing(state)
        case "lost" | "later":
            return session.nothing(state)
        case _:
            assert_never(event)
