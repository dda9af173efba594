"""What can be changed in a report: its title, a summary, its sections, who reads it, as what."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantBlur
from textual.message import Message
from textual.widgets import Button, Static

from mops_tui.model.session.state import ReportEdits
from mops_tui.model.text.limits import MOST_NAME, MOST_WORDS
from mops_tui.tui.widgets.fields import LineField, WordsField
from mops_tui.tui.widgets.ticks import TickList
from mops_tui.usecases.review import (
    REVIEW_FORMATS,
    ReportDraft,
    ReviewFormat,
    slides_can_be_written,
)
from mops_tui.words.closing_kit import review as words
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

if TYPE_CHECKING:
    from mops_tui.report.input import ReportAudience

FIRST: tuple[ReviewFormat, ...] = ("html",)
"""What a report is written as where nobody has chosen."""


class ReviewForm(VerticalScroll, can_focus=False):
    """The fields. What stands in them is a draft; whoever made the form keeps it."""

    class Changed(Message):
        """Something says something else."""

    class Left(Message):
        """A field was left: what stands in it is meant."""

    class Write(Message):
        """The report is to be written."""

    def __init__(self) -> None:
        """Begin empty: what the session says is filled in once it is read."""
        super().__init__(id="review-form")
        self._own_title = ""
        self._unknown: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The two fields, the lists to tick, the button."""
        with Horizontal(classes="row"):
            yield Static(Content(_("Title")), classes="field")
            yield LineField(id="review-title", most=MOST_NAME)
        with Horizontal(id="review-summary-row"):
            yield Static(Content(_("Summary")), classes="field")
            hint = _("what a reader has to know first")
            yield WordsField(id="review-summary", most=MOST_WORDS, placeholder=hint)
        with Horizontal(id="review-lists"):
            with Vertical():
                yield Static(Content(_("What goes with it")), classes="field-above")
                yield TickList(
                    _rows(words.section_words(), words.section_words()), id="review-sections"
                )
            with Vertical():
                yield Static(Content(_("Written as")), classes="field-above")
                off = () if slides_can_be_written() else ("pptx",)
                rows = _rows(words.format_words(), FIRST)
                yield TickList(rows, id="review-formats", off=off)
                if off:
                    from mops_tui.usecases.closing_kit import no_slides  # late: it is asked rarely

                    yield Static(Content(no_slides()), classes="fine-print")
        yield TickList(_rows(words.how_words(), ()), id="review-how")
        yield Button(_("Write the report"), id="review-write", variant="primary")

    def fill(self, edits: ReportEdits, own_title: str) -> None:
        """Put into the fields what a session says.

        Args:
            edits: What was changed in its report.
            own_title: The title of the session, which stands there otherwise.
        """
        self._own_title = safe(own_title)
        known = words.section_words()
        self._unknown = tuple(name for name in edits.left_out if name not in known)
        self.query_one("#review-title", LineField).value = safe(edits.title) or self._own_title
        self.query_one("#review-summary", WordsField).value = safe(edits.summary, keep=True)
        ticked = [name for name in known if name not in edits.left_out]
        self.query_one("#review-sections", TickList).ticked = ticked

    @property
    def draft(self) -> ReportDraft:
        """The report as it is wanted."""
        how = self.query_one("#review-how", TickList).ticked
        audience: ReportAudience = "public" if "public" in how else "room"
        return ReportDraft(self._edits(), audience, "brief" in how, "notes" in how)

    @property
    def formats(self) -> tuple[ReviewFormat, ...]:
        """What it is to be written as."""
        ticked = self.query_one("#review-formats", TickList).ticked
        return tuple(one for one in REVIEW_FORMATS if one in ticked)

    def _edits(self) -> ReportEdits:
        if not self.is_mounted:
            return ReportEdits()
        title = self.query_one("#review-title", LineField).value.strip()
        ticked = self.query_one("#review-sections", TickList).ticked
        left_out = tuple(name for name in words.section_words() if name not in ticked)
        return ReportEdits(
            "" if title == self._own_title.strip() else title,
            self.query_one("#review-summary", WordsField).value.strip(),
            (*left_out, *self._unknown),
        )

    # --- what its fields say

    def on_input_changed(self, event: LineField.Changed) -> None:
        """Another title."""
        event.stop()
        self.post_message(self.Changed())

    def on_text_area_changed(self, event: WordsField.Changed) -> None:
        """Another summary."""
        event.stop()
        self.post_message(self.Changed())

    def on_tick_list_changed(self, event: TickList.Changed) -> None:
        """Something was ticked, or no longer is."""
        event.stop()
        self.post_message(self.Changed())

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """A field was left."""
        event.stop()
        self.post_message(self.Left())

    def on_input_submitted(self, event: LineField.Submitted) -> None:
        """Enter goes to the next field."""
        event.stop()
        self._next()

    def on_words_field_submitted(self, event: WordsField.Submitted) -> None:
        """Enter goes to the next field."""
        event.stop()
        self._next()

    def on_tick_list_go_on(self, event: TickList.GoOn) -> None:
        """Enter goes to the next list."""
        event.stop()
        self._next()

    def _next(self) -> None:
        self.screen.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Write it."""
        event.stop()
        self.post_message(self.Write())


def _rows(named: dict[str, str], ticked: Collection[str]) -> list[tuple[str, Content, bool]]:
    return [(name, Content(label), name in ticked) for name, label in named.items()]
