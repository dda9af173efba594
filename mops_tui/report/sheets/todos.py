"""What somebody has to do after a workshop, for calendars and task lists: from the report alone."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from mops_tui.report.content.decisions import decisions_of, next_steps_of
from mops_tui.report.content.parts import NextStep, ReportDecision
from mops_tui.report.input import ReportInput
from mops_tui.words.closing_kit.days import day_in_words
from mops_tui.words.i18n import _
from mops_tui.words.safe import in_one_line


@dataclass(frozen=True)
class Todo:
    """A first step, an action, or the review of a decision.

    Attributes:
        uid: The same for the same thing of the same session, however often it is written.
        what: In one line.
        who: Who does it, as typed; "" where nobody is named.
        by: By when, as a person reads it.
        day: The same as a day, "2027-03-01", where its words mean one.
        notes: What else there is to know, in lines.
    """

    uid: str
    what: str
    who: str
    by: str
    day: str
    notes: tuple[str, ...]


def todos_of(given: ReportInput) -> tuple[Todo, ...]:
    """All that is not done yet: first steps and actions, then the reviews of decisions."""
    steps = [_step(given, one) for one in next_steps_of(given) if not one.done]
    reviews = [_review(given, one) for one in decisions_of(given) if one.review or one.review_day]
    return (*steps, *reviews)


def workshop_line(given: ReportInput) -> str:
    """Where a thing to do comes from."""
    words = _("From the workshop “{title}”, {day}.")
    title = given.title
    return words.format(title=title, day=day_in_words(given.header.opened.date().isoformat()))


def _step(given: ReportInput, step: NextStep) -> Todo:
    what = in_one_line(step.what)
    return Todo(
        uid=_uid(given, "step", step.key),
        what=what,
        who=step.who,
        by=step.by,
        day=step.day,
        notes=tuple(_facts(step.who, step.by)),
    )


def _review(given: ReportInput, decision: ReportDecision) -> Todo:
    what = in_one_line(decision.what)
    notes = [_("Decided: {what}").format(what=what)]
    if decision.why:
        notes.append(_("Why: {why}").format(why=in_one_line(decision.why)))
    if decision.agree:
        notes.append(_("Who must agree: {who}").format(who=in_one_line(decision.agree)))
    return Todo(
        uid=_uid(given, "review", decision.key),
        what=_("Look again at: {what}").format(what=what),
        who=decision.owner,
        by=decision.review,
        day=decision.review_day,
        notes=(*notes, *_facts(decision.owner, decision.review)),
    )


def _facts(who: str, by: str) -> list[str]:
    facts = [_("Who: {who}").format(who=in_one_line(who))] if who else []
    return [*facts, _("By: {when}").format(when=in_one_line(by))] if by else facts


def _uid(given: ReportInput, kind: str, key: str) -> str:
    name = f"{given.header.id}/{kind}/{key}"
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{digest[:32]}@mops-tui"
