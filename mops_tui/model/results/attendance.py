"""How many people took part in a session, whoever was still there at its end."""

from __future__ import annotations

from mops_tui.model.session.audience import VisibleState


def took_part(state: VisibleState) -> int:
    """How many people took part, those who left before the end included; 0 where nobody counted.

    As many as anything proves: those present at the end, those who were present at any vote, and
    those who voted in any that was revealed.
    """
    rounds = [one for each in state.rounds.values() for one in each]
    voters = {who for one in rounds if one.phase == "revealed" for who in one.voters}
    at_votes = (max(one.present, one.voted) for one in rounds)
    return max(state.present, len(voters), max(at_votes, default=0))
