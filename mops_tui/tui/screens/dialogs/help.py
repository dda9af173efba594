"""The help screen: all keys, from the registry of actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from mops_tui.tui.door import Dialog, Door
from mops_tui.tui.keys.registry import actions, key_words
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.i18n import _


def group_names() -> dict[str, str]:
    """The groups of actions, as headings, in the order shown."""
    return {
        "room": _("In the workshop"),
        "timer": _("Time"),
        "write": _("Write down"),
        "rehearsal": _("In a rehearsal"),
        "replay": _("In a replay"),
        "compare": _("In a comparison"),
        "practice": _("In practice"),
        "walk": _("Alone through a scenario"),
        "review": _("In the review of a report"),
        "todo": _("In the list of what is open"),
        "home": _("At home"),
        "everywhere": _("Everywhere"),
    }


class HelpScreen(Dialog[None]):
    """The keys that work on the screen below; at home, those of every place."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter,space", "dismiss", "Close", show=False)
    ]

    def __init__(self, remapped: Mapping[str, str], below: Screen[Any]) -> None:
        """Take the keys that the user has changed, by action id, and the screen they are for."""
        super().__init__()
        self._remapped = remapped
        self._below = below if isinstance(below, Door) else None

    def compose(self) -> ComposeResult:
        """One table a group."""
        below = self._below
        names = group_names()
        groups = below.KEY_GROUPS if below is not None else tuple(names)
        whole = below is None or below.ALL_KEYS
        with VerticalScroll(classes="dialog", id="help") as box:
            box.border_title = Content(_("Keys"))
            box.border_subtitle = Content(_("Esc closes"))
            own = self._own()
            told = below.own_keys() if below is not None else ()
            if told:
                yield Static(Content.styled(_("Here"), "bold $accent"), classes="heading")
                yield Static(Content("\n").join(_line(keys, words) for keys, words in told))
                own = None  # it says itself what there is
            for group in dict.fromkeys((*groups, *(names if whole else ()))):
                if own is not None and group == "everywhere":
                    yield Static(Content.styled(_("Here"), "bold $accent"), classes="heading")
                    yield Static(own)
                yield Static(Content.styled(names[group], "bold $accent"), classes="heading")
                yield Static(self._table(group))
            words = _(
                "On a ballot arrows move, digits choose, Enter hands it in, p passes (F3 where "
                "ideas are written)."
            )
            if whole or "room" in groups:
                yield Static(Content.styled(words, "$text-muted"), classes="heading")
            words = _("Ctrl+P opens the palette, where every action can be found by its name.")
            yield Static(Content.styled(words, "$text-muted"), classes="heading")

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self.query_one("#help").focus()

    def _table(self, group: str) -> Content:
        lines = []
        for action in actions(group):
            if self._below is None or self._below.has_use_for(action.id):
                keys = key_words(self._remapped.get(action.id, action.keys))
                lines.append(_line(keys, action.help))
        return Content("\n").join(lines)

    def _own(self) -> Content | None:
        """The keys that the screen alone has, where they say what they do."""
        lines = [
            _line(key_words(one.key), one.tooltip or one.description)
            for one in (self._below.BINDINGS if self._below is not None else ())
            if isinstance(one, Binding) and not one.id and one.description
        ]
        return Content("\n").join(lines) if lines else None


def _line(keys: str, words: str) -> Content:
    return hanging(f"{keys:>15}  ", words, 68, mark="bold $primary")
