"""Saying which questions ask the same, although they are worded otherwise."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from mops_tui.model.comparison.comparison import Comparison
from mops_tui.model.comparison.gaps import Gap
from mops_tui.model.comparison.wording import Consent
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.ticks import TickList
from mops_tui.words.comparison.gaps import reworded
from mops_tui.words.comparison.wordings import reworded_lines
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


def consents(comparison: Comparison) -> dict[str, tuple[Consent, list[Gap]]]:
    """What can be said to be the same, with what is worded otherwise in each."""
    found: dict[str, tuple[Consent, list[Gap]]] = {str(c): (c, []) for c in comparison.same}
    for gap in reworded(comparison):
        if gap.consent is not None:
            found.setdefault(str(gap.consent), (gap.consent, []))[1].append(gap)
    return found


class SameScreen(Dialog[tuple[Consent, ...]]):
    """Tick the questions that are to be compared all the same; both wordings stand below."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Close", show=False)]
    DEFAULT_CSS = """
    SameScreen #same-list { height: auto; max-height: 8; }
    SameScreen #same-wordings { height: auto; max-height: 10; margin: 1 0 0 0; }
    SameScreen #same-wordings Static { height: auto; }
    """

    def __init__(self, comparison: Comparison) -> None:
        """Take what was compared."""
        super().__init__()
        self._found = consents(comparison)
        self._ticked = {str(consent) for consent in comparison.same}
        self._titles = {one.key: one.title for one in comparison.gaps}
        for matched in comparison.questions:
            question = comparison.sessions[matched.sessions[0]].state.question(matched.ref)
            self._titles.setdefault(matched.ref, question.title if question else matched.ref)

    def compose(self) -> ComposeResult:
        """The list, and the wordings of the highlighted question."""
        rows = [
            (
                key,
                Content(safe(self._titles.get(consent.ref, consent.ref), 60)),
                key in self._ticked,
            )
            for key, (consent, _gaps) in self._found.items()
        ]
        with Vertical(classes="dialog") as box:
            box.border_title = Content(_("The same question?"))
            help_text = _(
                "Worded differently. Tick with the space bar what asks the same; Enter compares."
            )
            yield Static(Content(help_text), classes="dialog-text")
            yield TickList(rows, id="same-list")
            with VerticalScroll(id="same-wordings"):
                yield Static(id="same-text")

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(TickList).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show both wordings of what is highlighted."""
        _consent, gaps = self._found[str(event.option.id)]
        lines = [line for gap in gaps for line in reworded_lines(gap)]
        lines = lines or [_("Compared already; both wordings are shown.")]
        self.query_one("#same-text", Static).update(Content("\n").join(map(Content, lines)))

    def on_tick_list_go_on(self) -> None:
        """Return what is ticked."""
        ticked = self.query_one(TickList).ticked
        self.dismiss(tuple(self._found[key][0] for key in ticked))
