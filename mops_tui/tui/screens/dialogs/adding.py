"""The forms by which rooms, and somebody alone, name a subject, add an answer or take one out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from mops_tui.model.packs.pack import MOST_SUBJECT, Subject
from mops_tui.model.packs.questions import CurveQuestion, QuestionBase, items_of, options_of
from mops_tui.model.session.commands import Command, TakeOutOption
from mops_tui.model.text.limits import MOST_ADDED
from mops_tui.pictures.curve import letters
from mops_tui.tui.screens.dialogs.forms import Field, FormScreen
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

FEW = 9
"""So many signs are named one by one."""
SIGN = 20
"""The cells of a sign that is said back: somebody may have typed a name there."""


@dataclass(frozen=True)
class Typed:
    """What somebody typed into `adding_form`.

    Attributes:
        label: The name of what is added; blank where nothing is.
        out: The id of what is taken out, or "".
        unknown: A sign that was typed and stands for nothing, or "".
    """

    label: str
    out: str
    unknown: str


def typed(values: Mapping[str, str], signs: Mapping[str, str]) -> Typed:
    """Read what was typed.

    Args:
        values: Those of the form.
        signs: What could be taken out.
    """
    sign = values.get("out", "").strip().upper()
    label = values.get("label", "")
    return Typed(label if label.strip() else "", signs.get(sign, ""), "" if sign in signs else sign)


def no_such_answer(typed: Typed) -> str:
    """That a sign stands for nothing."""
    return _("There is no answer {sign} here.").format(sign=safe(typed.unknown, SIGN))


def subject_form(subject: Subject, value: str) -> FormScreen:
    """The form that names what a scenario is about.

    Args:
        subject: What is asked for.
        value: What stands in the field.
    """
    ask = f"{subject.ask}\n{subject.hint}" if subject.hint else subject.ask
    field = Field("subject", _("Its name"), value, hint=subject.fallback, most=MOST_SUBJECT)
    return FormScreen(_("What is it about?"), (field,), ask)


def answer_signs(question: QuestionBase) -> dict[str, str]:
    """The letter of each answer or item of a question, with its id."""
    if isinstance(question, CurveQuestion):
        return {letter: id for id, letter in letters(items_of(question)).items()}
    answers = (*options_of(question), *items_of(question))
    return {letter: one.id for letter, one in zip(ascii_uppercase, answers, strict=False)}


def removable(
    ref: str, question: QuestionBase, refuses: Callable[[Command], object]
) -> dict[str, str]:
    """The letters of what can be taken out of a question, each with its id; none with votes in it.

    Args:
        ref: The question, by `scenario/question`.
        question: The same, as it reads now.
        refuses: Says of a command why it cannot be; nothing where it can.
    """
    signs = answer_signs(question)
    first = next(iter(signs.values()), "")
    return {} if refuses(TakeOutOption(ref, first)) else signs


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
