"""The last page: what was decided, who does what, where the room stands, what the time brought."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import DecisionEvent, Look
from mops_tui.pictures.highlights import Highlight, workshop_highlight
from mops_tui.tui.letters.headline import headline
from mops_tui.tui.widgets.bodies.base import Body
from mops_tui.tui.widgets.bodies.decision import (
    LEAST_ROWS,
    SIDES,
    decision_line,
    decision_text,
    frame_rows,
)
from mops_tui.tui.widgets.bodies.reveal import mark_labels
from mops_tui.tui.widgets.lines import hanging, height_of, several
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words.closing import brought, never_revealed
from mops_tui.words.decisions import decided, facts_of
from mops_tui.words.i18n import _
from mops_tui.words.results.findings import workshop_findings
from mops_tui.words.safe import safe

GO = 2
"""Rows below the page: what to press."""
SMALL_PICTURE = 14
"""Rows of the picture where it stands below everything else."""


class SummaryBody(Body):
    """One page of everything that leaves the room."""

    def compose(self) -> ComposeResult:
        """What was decided over the rest, beside the picture; what to press below."""
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(id="summary-decided")
            with Container(id="summary-columns"):
                yield Static(id="summary")
                with Vertical(id="summary-shown"):
                    yield Static(id="summary-pictured")
                    yield PictureView(id="summary-picture")
        yield Static(id="summary-go")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002 - as of every body
        """Fill it."""
        width, height = self.room
        height -= GO
        beside = self.wide
        self.set_class(beside, "-beside")
        column = (width * 3) // 5 - 4 if beside else width - 1
        text = summary_lines(state, t, column)
        below = SMALL_PICTURE if beside else min(height // 2, height_of(text, column))
        height -= self._decisions(state, height - below)
        self.query_one("#summary", Static).update(text)
        taken = height_of(text, column)
        self._picture(workshop_highlight(state, mark_labels(state)), height, taken, beside=beside)
        self.query_one("#summary-go", Static).update(self._go(state))

    def _decisions(self, state: VisibleState, rows: int) -> int:
        """Show the decisions as large as they can be; the rows that they take."""
        made = self.query_one("#summary-decided", Static)
        decisions = list(state.decisions.values())
        made.set_class(bool(decisions), "-made")
        if not decisions:
            text = Content.styled(_("No decision is written down."), "$text-muted")
            made.update(text)
            return height_of(text, self.room[0]) + 1
        made.border_title = Content(decided(len(decisions)))
        inner, frame = self.room[0] - SIDES - 1, frame_rows(self)
        forms = list(self._forms(state, decisions, inner))
        fitting = (form for form in forms if height_of(form, inner) + frame <= rows)
        text = next(fitting, min(forms, key=lambda form: height_of(form, inner)))
        made.update(text)
        return height_of(text, inner) + frame + 1

    def _forms(
        self, state: VisibleState, decisions: list[DecisionEvent], width: int
    ) -> Iterator[Content]:
        """The decisions in the ways in which they can be written, the largest first."""
        for rows in (9, 4) if self.large else ():
            if all(headline(one.what, width, rows) for one in decisions):
                yield Content("\n\n").join(decision_text(state, d, width, rows) for d in decisions)
        yield Content("\n\n").join(decision_text(state, one, width) for one in decisions)
        lines = [decision_line(state, one, width) for one in decisions]
        # Rather each in a line of its own than the day of all of them.
        shorter = [decision_line(state, one, width, day=False) for one in decisions]
        if sum(map(_rows, shorter)) < sum(map(_rows, lines)):
            lines = shorter
        yield Content("\n\n").join(lines)
        yield Content("\n").join(lines)

    def _picture(self, highlight: Highlight | None, rows: int, taken: int, *, beside: bool) -> None:
        """Show the picture beside the text, or below it."""
        self.query_one("#summary-shown").display = highlight is not None
        columns = self.query_one("#summary-columns")
        picture = max(LEAST_ROWS + 2, rows, min(taken, 24)) if beside else SMALL_PICTURE
        self.query_one("#summary-shown").styles.height = picture
        columns.styles.height = max(taken, picture) if beside else "auto"
        if highlight is None:
            return
        title = Content.styled(safe(highlight.title), "bold $primary")
        self.query_one("#summary-pictured", Static).update(title)
        view = self.query_one("#summary-picture", PictureView)
        if view.picture != highlight.picture:
            view.show(highlight.picture, glide=False)

    def _go(self, state: VisibleState) -> Content:
        """What to press."""
        if state.phase == "closed":
            words = _("The workshop is closed.")
            if self.keys:
                words = _("The workshop is closed. {report} opens its report, {leave} goes home.")
        else:
            words = _("{next} closes the workshop; everything is saved already.")
            words = words if self.keys else ""
        keys = {name: self.key_of(name) for name in ("report", "leave", "next")}
        return Content.styled(words.format(**keys), "bold $accent")


def _rows(line: Content) -> int:
    return line.plain.count("\n") + 1


def summary_lines(state: VisibleState, t: float, width: int) -> Content:
    """Actions, what was found, what the time brought, what is parked, noted, or still hidden.

    Where nothing is to be done, that is one quiet line below what there is to tell.

    Args:
        state: What may be seen.
        t: Seconds since the session was opened.
        width: The cells that a line may have.
    """
    parking = [note for note in state.notes.values() if note.list == "parking"]
    notes = [note for note in state.notes.values() if note.list != "parking"]
    todo = (_("To do"), _actions(state, width))
    blocks = (
        *([todo] if state.actions else []),
        (_("What we found"), _each("· ", workshop_findings(state), width)),
        (_("The workshop in figures"), _each("· ", brought(state, t), width)),
        (_("Never revealed"), _hidden(state)),
        (_("Parking lot"), [several("⌂ ", note.text, mark="$secondary") for note in parking]),
        (_("Notes"), [several("· ", note.text, mark="$secondary") for note in notes]),
    )
    headed = [
        Content("\n").join([Content.styled(title, "bold $primary"), *lines])
        for title, lines in blocks
        if lines
    ]
    if not state.actions:
        headed += todo[1]
    return Content("\n\n").join(headed)


def _each(sign: str, sentences: tuple[str, ...], width: int) -> list[Content]:
    return [hanging(sign, sentence, width, mark="bold $primary") for sentence in sentences]


def _actions(state: VisibleState, width: int) -> list[Content]:
    if not state.actions:
        return [Content.styled(_("No action is written down."), "$text-muted")]
    lines = []
    for action in state.actions.values():
        lines.append(hanging("→ ", action.what, width, mark="bold $accent", style="bold"))
        facts = f"  {' · '.join(facts_of(state, action))}"
        lines.append(Content.styled(facts, "$success"))
    return lines


def _hidden(state: VisibleState) -> list[Content]:
    """Rounds that hold votes nobody has seen: only how many."""
    return [
        Content.assemble((f"{title}  ", "bold"), (count, "$warning"))
        for title, count in never_revealed(state)
    ]
