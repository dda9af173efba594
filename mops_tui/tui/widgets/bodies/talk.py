"""What is said under a picture: the findings, who voted, and what the room talks about."""

from __future__ import annotations

from textual.content import Content

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.results import Result
from mops_tui.model.session.audience import VisibleState
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.i18n import _
from mops_tui.words.rehearsals.said import said
from mops_tui.words.results import verdicts as words
from mops_tui.words.results.findings import findings
from mops_tui.words.results.voices import voices_words
from mops_tui.words.safe import safe

SIGN = "▌ "
"""What stands before a finding on a large screen."""


def finding_lines(
    state: VisibleState, question: QuestionBase, shown: Result, width: int, *, large: bool
) -> Content:
    """At most three findings, the first in bold, and who voted; who might speak first, if told.

    Args:
        state: What may be seen.
        question: Of the round.
        shown: The round.
        width: The cells that a line may have.
        large: A line each; else all but the first run on, to leave the picture its rows.
    """
    found = findings(state, shown)
    voters = words.turnout(shown, question, state.policy)
    voices = voices_words(state, shown)
    corrected = words.corrected(state, shown)
    if large:
        lines = [
            hanging(SIGN, line, width, mark="bold $accent", style="" if number else "bold")
            for number, line in enumerate(found)
        ]
        lines += [hanging("  ", voters, width, style="$text-muted")] if voters else []
    else:
        lines = [Content.styled(line, "bold") for line in found[:1]]
        run = [(" ".join((*found[1:], "")), ""), (voters, "$text-muted")]
        lines.append(Content.assemble(*run))
    indent = "  " if large else ""
    lines += [hanging(indent, voices, width, style="$accent")] if voices else []
    lines += [hanging(indent, corrected, width, style="$warning")] if corrected else []
    return Content("\n").join(lines)


def talk_lines(
    state: VisibleState,
    question: QuestionBase,
    voices: str,
    width: int,
    *,
    whole: bool = True,
) -> Content:
    """The prompts, and before them what else the room is told.

    The whole of it ends with what people said when they were asked why, and the counterpoint.
    """
    lines: list[Content] = []
    if question.look_for:
        lines += [
            hanging(_("Look for") + "  ", question.look_for, width, mark="bold $primary"),
            Content(""),
        ]
    if voices:
        lines += [Content.styled(voices, "$accent"), Content("")]
    for prompt in question.prompts:
        on = prompt.id == state.view.prompt
        sign, style = ("▶ ", "bold $accent") if on else ("· ", "")
        lines.append(hanging(sign, prompt.text, width, mark="bold $accent", style=style))
    given = state.reasons.get(state.view.name, ()) if whole else ()
    if given:
        lines += [Content(""), Content.styled(_("Asked why"), "bold $primary")]
        lines += [hanging("· ", said(state, one), width, mark="bold $primary") for one in given]
    if whole and question.counterpoint:
        point = question.counterpoint
        lines += [
            Content(""),
            Content.assemble((safe(point.who) + ": ", "bold $warning"), safe(point.text)),
        ]
    return Content("\n").join(lines)
