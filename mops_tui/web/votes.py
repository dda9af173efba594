"""A ballot as it travels: the keys of a `vote-cast` event, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from mops_tui.model.session.ballots import Ballot, ballot_keys, ballot_of
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
        ballot = ballot_of(VoteCast.model_validate({**named, **keys}))
    except ValidationError:
        return None
    # What could be read in two ways (two kinds at once, true for 1, "10" for 10) is no ballot.
    return ballot if ballot is not None and _shape(ballot_keys(ballot)) == _shape(keys) else None


def _shape(keys: Mapping[str, object]) -> dict[str, list[type]]:
    """The keys with the types of what they hold."""
    return {
        key: list(map(type, held)) if isinstance(held, list | tuple) else [type(held)]
        for key, held in keys.items()
    }
