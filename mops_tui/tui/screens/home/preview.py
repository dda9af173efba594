"""What home shows of the workshop that is chosen: what it asks, minute by minute.

Nothing here imports the model: it stands there before anybody has pressed a key.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.content import Content
from textual.widget import Widget

from mops_tui.storage.packs.outline import GridOutline, PackOutline, outline_of, outline_of_all
from mops_tui.tui.widgets.lines import hanging, height_of
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import cells, safe


class Preview:
    """Something to glance at, in two forms, with a picture.

    Attributes:
        title: What the picture is called.
    """

    title: str = ""

    def content(self, width: int, rows: int) -> Content:
        """It as text: everything, or what is most telling where there are fewer rows."""
        full = self.lines(width, full=True)
        shown = full if height_of(full, width) <= rows else self.lines(width, full=False)
        lines = shown.wrap(max(1, width))
        return shown if len(lines) <= rows else Content("\n").join(lines[: max(1, rows)])

    def lines(self, width: int, *, full: bool) -> Content:
        """It as text, of any length."""
        raise NotImplementedError

    def view(self) -> Widget:
        """Its picture, where it has a title."""
        raise NotImplementedError


@dataclass(frozen=True)
class WorkshopPreview(Preview):
    """What a workshop asks, minute by minute."""

    outline: PackOutline

    @property
    def title(self) -> str:  # type: ignore[override]  # worked out here, a field there
        """The grid's title, or nothing."""
        return self.outline.grid.title if self.outline.grid else ""

    def view(self) -> Widget:
        """Its grid, empty."""
        return Sketch(self.outline.grid) if self.outline.grid else Widget()

    def lines(self, width: int, *, full: bool) -> Content:
        """Its scenarios, each with the minute in which it begins; `full` with their questions."""
        scenarios, at = self.outline.scenarios, 0.0
        count = sum(len(scenario.questions) for scenario in scenarios)
        minutes = round(self.outline.minutes)
        head = _("{questions} in {minutes}").format(
            questions=ngettext("{n} question", "{n} questions", count).format(n=count),
            minutes=ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes),
        )
        lines = [Content.styled(head, "bold $primary")]
        for scenario in scenarios:
            sign = f"{round(at):>4}′  "
            lines.append(hanging(sign, scenario.title, width, mark="$accent", style="bold"))
            if full:
                asked = [f"{round(minutes)}′ {title}" for title, minutes in scenario.questions]
                if scenario.decision is not None:
                    asked.append(_("{n}′ the decision").format(n=round(scenario.decision)))
                lines.append(hanging(" " * 7, " · ".join(asked), width, style="$text-muted"))
            at += scenario.minutes
        return Content("\n").join(lines)


@dataclass(frozen=True)
class ScenariosPreview(Preview):
    """What there is to choose from, for an agenda of one's own."""

    outline: PackOutline

    def lines(self, width: int, *, full: bool) -> Content:
        """Each scenario with its minutes; `full` with its questions."""
        lines = [
            Content.styled(
                _("Tick what you want; single questions can be skipped later."), "bold $primary"
            )
        ]
        for scenario in self.outline.scenarios:
            sign = _("{n:>4}′  ").format(n=round(scenario.minutes))
            lines.append(hanging(sign, scenario.title, width, mark="$accent", style="bold"))
            if full:
                asked = " · ".join(title for title, _minutes in scenario.questions)
                lines.append(hanging(" " * 7, asked, width, style="$text-muted"))
        return Content("\n").join(lines)


class PracticePreview(Preview):
    """What it is to practise alone."""

    def lines(self, width: int, *, full: bool) -> Content:  # noqa: ARG002 - as of every preview
        """How a card goes."""
        steps = (
            _("A card tells of a small company, and asks what to do."),
            _("You choose, and say how sure you are. Nothing is explained yet."),
            _("Then you read which fact decides, and what the other answers would have cost."),
            _("A card that you got wrong comes back within minutes, one that you know later."),
        )
        lines = [Content.styled(_("Five minutes a day, for yourself"), "bold $primary")]
        lines += [
            hanging(f"{number}  ", step, min(width, 80), mark="$accent")
            for number, step in enumerate(steps, 1)
        ]
        return Content("\n").join(lines)


class Sketch(Widget):
    """A grid on which nobody stands yet, as large as there is room for."""

    def __init__(self, grid: GridOutline) -> None:
        """Take the grid."""
        super().__init__()
        self._grid = grid

    def render(self) -> Content:
        """The grid."""
        return sketch(self._grid, self.size.width, self.size.height)


def preview_of_pack(own: Path, pack_id: str) -> Preview | None:
    """What a workshop asks, or a scenario alone; None where there is no such pack.

    Args:
        own: The folder of the user's packs.
        pack_id: The workshop, or the scenario.
    """
    outline = outline_of(own, pack_id)
    return None if outline is None else WorkshopPreview(outline)


def preview_of_choice(own: Path) -> Preview:
    """What there is to choose from."""
    return ScenariosPreview(outline_of_all(own))


def sketch(grid: GridOutline, width: int, height: int) -> Content:
    """A grid on which nobody stands yet: its corners, and where its axes lead.

    Args:
        grid: The grid.
        width: Its columns, its frame included.
        height: Its rows likewise.
    """
    inner, middle = width - 2, (width - 2) // 2
    left, right, bottom, top = grid.ends
    rows = [[(" " * middle + "┊").ljust(inner), "$text-muted"] for _row in range(height - 2)]
    across = height // 2 - 1
    rows[across][0] = "┄" * middle + "┼" + "┄" * (inner - middle - 1)
    for row, text in ((0, top), (height - 3, bottom)):
        shown = safe(text, inner - 2)
        start = max(0, (inner - cells(shown)) // 2)
        rows[row][0] = (" " * start + shown).ljust(inner - cells(shown) + len(shown))
    ends = safe(left, middle - 1), safe(right, middle - 1)
    between = rows[across][0][cells(ends[0]) : inner - cells(ends[1])]
    rows[across][0] = ends[0] + between + ends[1]
    a, b, c, d = grid.corners
    lines = [_edge("╭", a, b, "╮", inner, ("$primary", "$accent"))]
    lines += [Content.assemble(("│", "$text-muted"), (t, s), ("│", "$text-muted")) for t, s in rows]
    lines.append(_edge("╰", c, d, "╯", inner, ("$secondary", "$success")))
    return Content("\n").join(lines)


def _edge(
    start: str, left: str, right: str, end: str, width: int, styles: tuple[str, str]
) -> Content:
    one, other = safe(left, width // 2 - 2), safe(right, width // 2 - 2)
    gap = width - cells(one) - cells(other) - 4
    return Content.assemble(
        (start, "$text-muted"),
        (f" {one} ", f"bold {styles[0]}"),
        ("─" * gap, "$text-muted"),
        (f" {other} ", f"bold {styles[1]}"),
        (end, "$text-muted"),
    )
