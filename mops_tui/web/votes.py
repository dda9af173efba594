"""A ballot as it travels: the keys of a `vote-cast` event, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from mops_tui.model.session.ballots import Ballot, ballot_of
from mops_tui.model.session.events import VoteCast

KEYS = frozenset(
    ("passed", "option", "options", "points", "items", "levels", "positions", "x", "y", "ideas")
)
"""What a ballot may consist of."""


def ballot_from(keys: Mapping[str, object]) -> Ballot | None:
    """The ballot that a phone has sent, or None where its keys make none."""
    if not set(keys) <= KEYS:
        return None
    named = {"question": "s/q", "round": 1, "participant": "p", "via": "phone"}
    try:
        return ballot_of(VoteCast.model_validate({**named, **keys}))
    except ValidationError:
        return None
