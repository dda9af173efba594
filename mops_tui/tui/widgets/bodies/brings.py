"""What the answers bring, what they cost, when they work; what the sources say."""

from __future__ import annotations

from textual.content import Content

from mops_tui.model.packs.answers import Option
from mops_tui.model.packs.parts import Fact
from mops_tui.model.packs.questions import QuestionBase, options_of
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


def has_brings(question: QuestionBase, credits: tuple[str, ...]) -> bool:
    """Whether the pack has anything to say once a question is answered."""
    said = (question.facts, question.mirror, question.counterpoint)
    return any(said) or options_bring(question) or bool(credits)


def options_bring(question: QuestionBase) -> bool:
    """Whether an answer is said to bring or to cost something; else there is only background."""
    return any(o.goodies or o.gotchas or o.works_when for o in options_of(question))


def brings(
    question: QuestionBase, credits: tuple[str, ...], width: int, first: str = ""
) -> Content:
    """Everything that the pack has to say once a question is answered.

    Args:
        question: The question.
        credits: How its scenario names its sources.
        width: The cells that a line may have.
        first: The id of an option that comes before the others: one's own choice.
    """
    lines: list[Content] = []
    for fact in question.facts:
        lines.append(hanging("· ", fact.text, width, mark="$primary"))
    if lines:
        lines.append(Content(""))
    for option in sorted(options_of(question), key=lambda option: option.id != first):
        lines += _option(option, width)
    mirror = question.mirror
    if mirror:
        lines += [
            Content.styled(safe(mirror.who), "bold $secondary"),
            Content.styled(_("asked: {ask}").format(ask=safe(mirror.asked)), "$text-muted"),
            Content(safe(mirror.text)),
            Content(""),
        ]
    point = question.counterpoint
    if point:
        lines.append(
            Content.assemble(
                (_("The counterpoint") + "  ", "bold $warning"),
                (safe(point.who) + ": ", "bold"),
                safe(point.text),
            )
        )
        lines.append(Content(""))
    lines += [Content.styled(safe(line), "$text-muted italic") for line in credits]
    return Content("\n").join(lines)


def _option(option: Option, width: int) -> list[Content]:
    if not (option.goodies or option.gotchas or option.works_when):
        return []
    lines = [Content.styled(safe(option.label), "bold $accent")]
    lines += _facts("+ ", "bold $success", option.goodies, width)
    lines += _facts("− ", "bold $error", option.gotchas, width)
    if option.works_when:
        lines.append(Content.styled("  " + _("works when"), "$secondary"))
        lines += _facts("✓ ", "bold $secondary", option.works_when, width)
    return [*lines, Content("")]


def _facts(sign: str, style: str, facts: tuple[Fact, ...], width: int) -> list[Content]:
    return [hanging(f"  {sign}", fact.text, width, mark=style) for fact in facts]
