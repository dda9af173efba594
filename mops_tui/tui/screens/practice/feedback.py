"""What a card says of an answer, drawn."""

from __future__ import annotations

from textual.content import Content

from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.alone.cards import Feedback
from mops_tui.words.safe import safe

SIGNS = {
    "advised": ("✓ ", "bold $success"),
    "defensible": ("≈ ", "bold $warning"),
    "unwise": ("✗ ", "bold $error"),
}
"""The sign of each verdict, with its style."""


def draw_feedback(said: Feedback, before: str, back: str, width: int) -> Content:
    """Draw all that is said of an answer.

    Args:
        said: What the card makes of it.
        before: What differed in another situation of its family that was met, or "".
        back: When the card comes back, or "".
        width: The cells of a line.
    """
    sign, style = SIGNS[said.chosen.verdict]
    lines = [
        Content.assemble((sign, style), (said.said, style)),
        hanging("  ", said.chosen.label, width, style="bold"),
        hanging("  ", said.chosen.why, width),
        Content(""),
        hanging(f"{said.decides_name}  ", said.decides, width, mark="bold $primary"),
    ]
    lines += [hanging("  ", before, width, style="$secondary")] if before else []
    lines.append(Content(""))
    for other in said.others:
        sign, style = SIGNS[other.verdict]
        word = (f"  {other.word}", style)
        lines.append(Content.assemble((sign, style), (safe(other.label), "bold"), word))
        lines.append(hanging("  ", other.why, width, style="$text-muted"))
    if said.objector:
        name = f"{safe(said.objector)}: "
        lines += [Content(""), hanging(name, said.objection, width, mark="$warning")]
    if said.idea:
        lines += [Content(""), Content.styled(said.idea, "$text-muted italic")]
    if back:
        lines.append(Content.styled(back, "$text-muted"))
    return Content("\n").join(lines)
