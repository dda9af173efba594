"""The chapters of a replay: a list to jump from."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.model.replay.timeline import Marker
from mops_tui.sources.replay import Player
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.fields import LineField
from mops_tui.tui.widgets.lines import hanging
from mops_tui.tui.widgets.top_bar import clock
from mops_tui.tui.widgets.transport import SIGNS
from mops_tui.usecases.chapters import Chapters
from mops_tui.words.i18n import _

NARROWEST = 20
MOST_FILTER = 60


class ChaptersScreen(Dialog[Marker | None]):
    """Everything worth jumping to, with what came of it; / filters, Enter jumps."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", _("Close"), show=False),
        Binding("c", "dismiss(None)", _("Close"), show=False),
        Binding("slash", "filter", _("Filter"), show=False),
        Binding("down", "to_list", show=False),
    ]

    def __init__(self, player: Player, chapters: Chapters) -> None:
        """Take where the replay stands, and what its markers are called."""
        super().__init__()
        self._player = player
        self._chapters = chapters
        self._width = 0

    def compose(self) -> ComposeResult:
        """The filter over the list."""
        with Vertical(classes="dialog tall", id="chapters") as box:
            box.border_title = Content(_("Chapters"))
            box.border_subtitle = Content(_("Enter goes there · / filters · Esc closes"))
            yield Static(id="chapters-words")
            yield LineField(id="chapters-filter", most=MOST_FILTER, placeholder=_("filter"))
            yield OptionList(id="chapters-list", markup=False)

    def on_mount(self) -> None:
        """Begin in the list, at the chapter that plays."""
        self.query_one("#chapters-filter").display = False
        self.query_one("#chapters-list").focus()
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """Wrap the titles anew."""
        self.call_after_refresh(self._fill)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#chapters-list", OptionList)

    @property
    def _filter(self) -> LineField:
        return self.query_one("#chapters-filter", LineField)

    def _fill(self) -> None:
        """List what fits the filter, and stand at what plays, or at the first that fits."""
        wanted = self._filter.value.casefold().split()
        markers = self._player.timeline.markers
        fitting = [
            (place, marker)
            for place, marker in enumerate(markers)
            if all(word in self._title(marker).casefold() for word in wanted)
        ]
        listed = self._list
        listed.clear_options()
        width = max(NARROWEST, listed.scrollable_content_region.width - 2)
        listed.add_options(Option(self._line(one, width), id=str(at)) for at, one in fitting)
        passed = [n for n, (_at, one) in enumerate(fitting) if one.index <= self._player.index]
        if fitting:
            listed.highlighted = passed[-1] if passed and not wanted else 0
        if not markers:
            words = _("There is no chapter yet.")
        elif not fitting:
            words = _("No chapter has these words. Esc removes the filter.")
        elif self._filter.display:
            words = _(
                "Type words from a chapter's title. Enter goes there, Esc removes the filter."
            )
        else:
            words = _("▸ You are here. Grey chapters come later; their outcomes are shown too.")
        self.query_one("#chapters-words", Static).update(Content.styled(words, "$text-muted"))

    def _line(self, marker: Marker, width: int) -> Content:
        passed = [one for one in self._player.timeline.markers if one.index <= self._player.index]
        here = "▸" if passed and marker == passed[-1] else " "
        style = "bold $primary" if marker.kind == "scenario" else ""
        sign = f"{here}{clock(marker.at):>6}  {SIGNS[marker.kind]} "
        title = self._title(marker)
        if marker not in passed:
            return hanging(sign, title, width, mark="$text-muted", style="$text-muted")
        return hanging(sign, title, width, mark="$accent", style=style)

    def _title(self, marker: Marker) -> str:
        """What came of it by now: the same words as below the replay."""
        return self._chapters.title_at(marker, self._player.index)

    def action_filter(self) -> None:
        """Type words that a chapter has to have."""
        self._filter.display = True
        self._filter.focus()
        self._fill()

    def action_to_list(self) -> None:
        """From the filter into the list."""
        self._list.focus()

    def action_back(self) -> None:
        """Take the filter off; without one, close."""
        if self._filter.display:
            self._filter.value = ""
            self._filter.display = False
            self._list.focus()
            self._fill()
        else:
            self.dismiss(None)

    def on_input_changed(self, event: LineField.Changed) -> None:
        """Filter at each letter."""
        event.stop()
        self._fill()

    def on_input_submitted(self, event: LineField.Submitted) -> None:
        """Enter in the filter goes to the chapter that is marked in the list."""
        event.stop()
        self._list.action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        self.dismiss(self._player.timeline.markers[int(event.option_id or 0)])
