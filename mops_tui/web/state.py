"""What one phone is told: where the room is, what is asked, one's own vote, what came of it.

Made of what any participant may see, and of that person's own ballot. Nothing else goes out.
"""

from __future__ import annotations

from typing import Any

from mops_tui.model.session.ballots import ballot_keys
from mops_tui.sources.phones.phones import Phones


def state_for(phones: Phones, participant: str | None) -> dict[str, Any]:
    """The state as JSON; see docs/join-api.md.

    Args:
        phones: The session's phones.
        participant: Who looks; None before they have joined.
    """
    state = phones.seen
    ref = state.view.name if state.view.of == "question" else ""
    made: dict[str, Any] = {"version": state.seq, "place": {"of": state.view.of}}
    round_ = state.round(ref) if ref else None
    if participant is not None and round_ is not None:
        own = phones.own_ballot(participant, ref, round_.number)
        made["question"] = {
            "ref": ref,
            "round": round_.number,
            "phase": round_.phase,
            "yours": None if own is None else ballot_keys(own),
        }
    return made
