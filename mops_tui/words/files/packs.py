"""A pack that was asked for by its id and is not there."""

from __future__ import annotations

from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


def no_workshop(wanted: str, near: str = "", *, home: bool = False) -> str:
    """There is no workshop of that id.

    Args:
        wanted: The id as typed.
        near: An id like it that is there, if any.
        home: Whether home, which lists them, is to be named.
    """
    if near:
        words = _("There is no workshop “{id}”; did you mean “{near}”?")
    elif home:
        words = _("There is no workshop “{id}”. Home lists them: mops-tui")
    else:
        words = _("There is no workshop “{id}”.")
    return words.format(id=safe(wanted, 60), near=near)


def no_scenario(wanted: str, near: str = "") -> str:
    """There is no scenario of that id.

    Args:
        wanted: The id as typed.
        near: An id like it that is there, if any.
    """
    words = _("There is no scenario “{id}”. To see them: mops-tui practice")
    if near:
        words = _("There is no scenario “{id}”; did you mean “{near}”?")
    return words.format(id=safe(wanted, 60), near=near)


def cards_go_with(pack_id: str, scenario_id: str) -> str:
    """That the cards of a pack are practised with a scenario."""
    words = _("The cards of “{id}” go with “{scenario}”: mops-tui practice {scenario}")
    return words.format(id=safe(pack_id, 40), scenario=safe(scenario_id, 40))
