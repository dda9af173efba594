"""What in a report for people who were not there may still be somebody's name."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.people.near_names import MayName
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import either, listed
from mops_tui.words.safe import safe

_MOST = 24


def may_name_sentence(found: Sequence[MayName]) -> str:
    """What to look at before the report leaves; "" where nothing is in doubt."""
    if not found:
        return ""
    forms: dict[str, list[str]] = {}
    for one in found[:_MOST]:
        forms.setdefault(one.name, []).append(_("“{written}”").format(written=safe(one.written)))
    words = _("{forms} could be {name}")
    told = [words.format(forms=either(own), name=safe(name)) for name, own in forms.items()]
    if len(found) > _MOST:
        told.append(_("{n} more could be somebody").format(n=len(found) - _MOST))
    return _("Read it before it leaves: {doubts}.").format(doubts=listed(told))
