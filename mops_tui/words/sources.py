"""The names of sources: the content keys of a pack ("P2") as "Hwang, 2022"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mops_tui.words.i18n import _


def source_names(keys: Sequence[str]) -> str:
    """The sources of some keys in words, each once: "Hwang, 2022"."""
    return "; ".join(dict.fromkeys(name for name in map(_name, keys) if name))


_OURS = re.compile(r"[PWOCR]\d{1,2}")
"""The keys of the packs that come along; an author's own keys are not names of ours."""


def _name(key: str) -> str:
    if not _OURS.fullmatch(key):
        return ""
    if key == "P12":
        return _("Brinker, 2020 and after")
    if key == "W5":
        return _("Rogers; Moore")
    if key == "O12":
        return _("Qaqish, at the MO Pros camp, 2021")
    if key == "R5":
        return _("Gartner, 2019, as a consultant quotes it")
    return {
        "P": _("Hwang, 2022"),
        "W": _("Hwang, 2022"),
        "O": _("MarTech guest author, 2022"),
        "C": _("a report from the MO Pros camp, 2021"),
        "R": _("a consultant, almost fifteen years in the field, after Sept. 2019"),
    }.get(key[:1], "")
