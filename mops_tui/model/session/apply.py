"""What each event does to the state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mops_tui.model.session import events as ev
from mops_tui.model.session.effects import people, places, records, rounds, session, timer
from mops_tui.model.session.state import (
    WorkshopState,
    change,
)

Handler = Callable[[WorkshopState, Any], WorkshopState | None]


def apply(state: WorkshopState, event: ev.Event) -> WorkshopState:
    """The state after an event. Total: what fits nothing is noted in `ignored`."""
    handler = _HANDLERS.get(event.kind)
    after = handler(state, event) if handler else None
    if after is None:
        after = change(state, ignored=(*state.ignored, event.seq))
    # `after` is new and seen by nobody yet.
    after.__dict__["seq"] = event.seq
    after.__dict__["t"] = max(state.t, event.t)
    if event.part_of == ev.OPENING:
        after.__dict__["set_up"] = True
    if event.undoes is not None:
        done = (event.seq, event.undoes)
        after.__dict__["undo"] = tuple(u for u in after.undo if u.event.seq not in done)
    return after


_HANDLERS: dict[str, Handler] = {
    "session-opened": session.opened,
    "session-paused": session.paused,
    "session-resumed": session.resumed,
    "session-closed": session.closed,
    "participant-joined": people.joined,
    "participant-updated": people.updated,
    "participant-left": people.left,
    "head-counted": people.counted,
    "brief-shown": places.brief_shown,
    "question-shown": places.question_shown,
    "prompt-shown": places.prompt_shown,
    "summary-shown": places.summary_shown,
    "page-shown": places.page_shown,
    "round-opened": rounds.round_opened,
    "round-closed": rounds.round_closed,
    "round-reopened": rounds.round_reopened,
    "round-revealed": rounds.round_revealed,
    "vote-cast": rounds.vote_cast,
    "vote-withdrawn": rounds.vote_withdrawn,
    "tally-set": rounds.tally_set,
    "option-added": rounds.option_added,
    "agenda-set": places.agenda_set,
    "timer-started": timer.timer_started,
    "timer-paused": timer.timer_paused,
    "timer-extended": timer.timer_extended,
    "timer-stopped": timer.timer_stopped,
    "decision-recorded": records.recorder("decisions", "decision"),
    "decision-amended": records.recorder("decisions", "decision"),
    "action-recorded": records.recorder("actions", "action"),
    "action-amended": records.recorder("actions", "action"),
    "note-recorded": records.recorder("notes", "note"),
    "note-amended": records.recorder("notes", "note"),
    "screen-blanked": places.screen_blanked,
    "screen-unblanked": places.screen_unblanked,
    "code-shown": places.code_shown,
    # Practice is folded by `sources.progress`; the state of a workshop does not know it.
    "card-answered": session.nothing,
    "answer-committed": session.nothing,
    "lost": session.nothing,
}
