"""The form that adds an answer or a wave of one's own, or takes one out, for rooms and alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import ascii_uppercase

from mops_tui.model.packs.questions import CurveQuestion, QuestionBase, items_of, options_of
from mops_tui.model.text.limits import MOST_ADDED
from mops_tui.pictures.curve import letters
from mops_tui.tui.screens.dialogs.forms import Field, FormScreen
from mops_tui.words.i18n import _

FEW = 9
"""So many signs are named one by one."""


def answer_signs(question: QuestionBase) -> dict[str, str]:
    """The letter of each answer or item of a question, with its id."""
    if isinstance(question, CurveQuestion):
        return {letter: id for id, letter in letters(items_of(question)).items()}
    answers = (*options_of(question), *items_of(question))
    return {letter: one.id for letter, one in zip(ascii_uppercase, answers, strict=False)}


def adding_form(closed: str, signs: Mapping[str, str]) -> FormScreen:
    """The form: what to add, and the letter of what to take out.

    Args:
        closed: Why nothing can be added, in words; else "".
        signs: What can be taken out.
    """
    name = Field("label", _("Add"), hint=_("its name, a few words"), most=MOST_ADDED)
    fields: tuple[Field, ...] = () if closed else (name,)
    if signs:
        hint = _("its letter: {signs}").format(signs=_listed(sorted(signs)))
        fields = (*fields, Field("out", _("Take out"), hint=hint))
    return FormScreen(_("Add an answer, or take one out"), fields, closed)


def _listed(signs: Sequence[str]) -> str:
    """The signs that may be typed."""
    if len(signs) <= FEW:
        return ", ".join(signs)
    return _("{first} to {last}").format(first=signs[0], last=signs[-1])
