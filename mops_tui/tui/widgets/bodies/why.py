"""Why somebody's mark leans where it does: their answers, and what each adds to it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from mops_tui.model.packs.pack import Grid
from mops_tui.model.results.grid import summary, whole_parts
from mops_tui.model.results.results import Leaning, Term
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Look
from mops_tui.tui.widgets.lines import hanging, wrapped
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.answers import term_words
from mops_tui.words.results.labels import axis_name, end_label, participant_label, place_words
from mops_tui.words.safe import safe

LEAST = 3
"""Answers that are told one by one on each axis, however low the screen."""
SIGNS = {"x": ("◂", "▸"), "y": ("▾", "▴")}
"""Towards the low end of an axis, and towards the high one."""
FIGURE = 6
"""Cells of a figure and its sign."""


def nobody_leans() -> str:
    """Why there is nobody whose mark could be explained."""
    return _("No mark can be explained yet: it takes three answers on an axis.")


def next_explained(state: VisibleState, look: Look) -> str | None:
    """Whose mark is explained after the one that is; "" after the last; None where nobody leans."""
    marks = summary(state, state.view.name)
    people = [mark.participant for mark in marks.leaning] if marks else []
    if not people:
        return None
    following = people.index(look.mark) + 1 if look.mark in people else 0
    return people[following] if following < len(people) else ""


def why_lines(
    state: VisibleState, grid: Grid, leaning: Leaning | None, width: int, height: int, why_key: str
) -> Content:
    """The answers behind somebody's mark, those that weigh most first; they add up to the mark.

    Args:
        state: What may be seen.
        grid: The grid.
        leaning: Whose mark it is, and what is behind it.
        width: The columns that there are.
        height: The rows that there are.
        why_key: The key that goes on to the next person; empty where nobody can press it.
    """
    if leaning is None:
        return Content(_("There is nothing to explain."))
    name = participant_label(state, leaning.participant)
    lines = [
        Content.styled(_("Why {name}'s answers point there").format(name=name), "bold $accent")
    ]
    room = (height - 2 - (2 if why_key else 0)) // 2 - 4
    for axis in ("x", "y"):
        lines.append(Content(""))
        lines += _axis_lines(state, grid, leaning, axis, width, max(LEAST, room))
    if why_key:
        hint = _("{key}: the next person").format(key=why_key)
        lines += [Content(""), Content.styled(hint, "$text-muted")]
    return Content("\n").join(lines)


def _axis_lines(
    state: VisibleState, grid: Grid, leaning: Leaning, axis: str, width: int, rows: int
) -> list[Content]:
    value = leaning.x if axis == "x" else leaning.y
    terms = leaning.x_terms if axis == "x" else leaning.y_terms
    low, high = SIGNS[axis]
    if value is None:
        count = ngettext(
            "{axis}: {n} answer, too few for a mark",
            "{axis}: {n} answers, too few for a mark",
            len(terms),
        )
        words = count.format(axis=axis_name(grid, axis), n=len(terms))
        return [Content.styled(line, "$text-muted") for line in wrapped(words, width)]
    head = _("{low_sign} {low}   {high} {high_sign}   of 100").format(
        low_sign=low,
        low=end_label(grid, axis, "low"),
        high=end_label(grid, axis, "high"),
        high_sign=high,
    )
    parts = whole_parts(terms, value)
    told = sorted(zip(parts, terms, strict=True), key=lambda one: -abs(one[1].part))
    lines = [Content.styled(safe(head, width), "$primary")]
    lines += _term_lines(state, leaning.participant, told, (low, high), width, rows)
    lines.append(Content.styled("─" * (FIGURE - 2), "$text-muted"))
    total = sum(parts)
    place = place_words(grid, axis, value * 100)
    lines.append(hanging(_figure(total, (low, high)), place, width, mark="bold", style="bold"))
    return lines


def _term_lines(
    state: VisibleState,
    participant: str,
    told: Sequence[tuple[int, Term]],
    signs: tuple[str, str],
    width: int,
    rows: int,
) -> list[Content]:
    """A line for each answer that adds something; the smallest are added up where room is short."""
    adding = [(part, term) for part, term in told if part]
    nothing = len(told) - len(adding)
    room = rows - (nothing > 0)
    shown = adding if len(adding) <= room else adding[: max(1, room - 1)]
    rest = adding[len(shown) :]
    one_line = len(shown) + (nothing > 0) + (len(rest) > 0) >= rows - 2
    lines = []
    for part, term in shown:
        words = term_words(state, participant, term)
        if one_line:
            words = safe(words, width - FIGURE)
        lines.append(hanging(_figure(part, signs), words, width, mark="$accent"))
    if rest:
        words = ngettext("{n} smaller one", "{n} smaller ones", len(rest)).format(n=len(rest))
        figure = _figure(sum(part for part, _term in rest), signs)
        lines.append(hanging(figure, words, width, mark="$accent", style="$text-muted"))
    if nothing:
        words = ngettext(
            "{n} answer that adds less than 1", "{n} answers that add less than 1", nothing
        )
        figure = _figure(0, signs)
        lines.append(hanging(figure, words.format(n=nothing), width, style="$text-muted"))
    return lines


def _figure(part: int, signs: tuple[str, str]) -> str:
    """How much, and which way."""
    sign = " " if not part else signs[part > 0]
    return f"{abs(part):>3} {sign} "
