"""What in a report for people who were not there may still be somebody's name."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.people.near_names import MayName
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import listed
from mops_tui.words.safe import safe

_MOST = 6


def may_name_sentence(found: Sequence[MayName]) -> str:
    """What to look at before the report leaves; "" where nothing is in doubt."""
    if not found:
        return ""
    words = _("“{written}” could be {name}")
    told = [words.format(written=safe(one.written), name=safe(one.name)) for one in found[:_MOST]]
    if len(found) > _MOST:
        told.append(_("{n} more").format(n=len(found) - _MOST))
    return _("Read it before it leaves: {doubts}.").format(doubts=listed(told))
