"""What one names, adds and takes out in a walk: the forms, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App

from mops_tui.model.alone.walk import Walk
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.session import commands as cmd
from mops_tui.tui.screens.dialogs.adding import (
    adding_form,
    no_such_answer,
    removable,
    subject_form,
    typed,
)
from mops_tui.tui.screens.practice.walk_writing import WalkWriting
from mops_tui.words.refusals import refusal


async def asked_subject(app: App[None], walk: Walk, scenario: Scenario) -> str:
    """Ask what a scenario is about; "" where nothing was written, or it has no subject."""
    subject = scenario.subject
    if subject is None:
        return ""
    named = walk.state.subjects.get(scenario.id, "")
    values = await app.push_screen_wait(subject_form(subject, named))
    return values["subject"] if values is not None and values["subject"].strip() else ""


def why_not(writing: WalkWriting, ref: str, question: QuestionBase) -> str:
    """Why nothing can be added to a question nor taken out; "" where something can."""
    closed = writing.walk.refuses(cmd.AddOption(ref, writing.walk.own_option, "…"))
    if closed is None or removable(ref, question, writing.walk.refuses):
        return ""
    return refusal(closed)


async def add_option(
    app: App[None],
    writing: WalkWriting,
    ref: str,
    question: QuestionBase,
    still_there: Callable[[], bool],
) -> str | None:
    """Ask for an answer to add, or to take out, and do it.

    Args:
        app: The app, for the form.
        writing: The walk.
        ref: The question.
        question: The same, as it stands.
        still_there: Whether its ballot is still open once the form is closed.

    Returns:
        What is to be said to it, "" for nothing; None where nothing was done.
    """
    option = writing.walk.own_option
    signs = removable(ref, question, writing.walk.refuses)
    closed = writing.walk.refuses(cmd.AddOption(ref, option, "…"))
    values = await app.push_screen_wait(adding_form(refusal(closed) if closed else "", signs))
    if values is None or not still_there():
        return None
    wanted = typed(values, signs)
    if wanted.out:
        await writing.do(cmd.TakeOutOption(ref, wanted.out))
    if wanted.label:
        await writing.do(cmd.AddOption(ref, option, wanted.label))
    return no_such_answer(wanted) if wanted.unknown else ""
