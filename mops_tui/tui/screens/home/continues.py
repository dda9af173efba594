"""Which session a new one goes on from: a list, in which "none" is the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.sources.continued import Continuable
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.words.closing_kit.days import day_in_words
from mops_tui.words.files.redacted import names_taken_out
from mops_tui.words.i18n import _
from mops_tui.words.safe import cells, lines_joined, safe

ROOM = 64
"""The cells of a line of the list."""
NONE = "none"


class ContinuesScreen(Dialog[int | None]):
    """Gives the place of a session in the list, -1 for none of them; Esc changes nothing."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f6", "dismiss(None)", _("Cancel"), show=False)
    ]

    def __init__(self, sessions: Sequence[Continuable], chosen: str = "") -> None:
        """Take the sessions, the newest first.

        Args:
            sessions: Those that may be named.
            chosen: The id of the one that is named already.
        """
        super().__init__()
        self._sessions = sessions
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """What is asked, then the sessions, each with its day and its last decision."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(
                _("Which earlier session of this team does this one follow?")
            )
            box.border_subtitle = Content(_("Enter: choose · Esc: change nothing"))
            words = _(
                "The workshop begins with what was decided there, and asks what became of it."
            )
            if not self._sessions:
                words = _("No workshop has been run yet.")
            yield Static(Content(words), classes="dialog-text")
            looks = Counter(map(_look, self._sessions))
            rows = [Option(Content(_("None: this is the first one")), id=NONE)]
            rows += [
                Option(row(one, alike=looks[_look(one)] > 1), id=str(at))
                for at, one in enumerate(self._sessions)
            ]
            yield OptionList(*rows, markup=False)

    def on_mount(self) -> None:
        """Stand at what is named now."""
        listed = self.query_one(OptionList)
        ids = [one.before.session if one.before else "" for one in self._sessions]
        known = bool(self._chosen) and self._chosen in ids
        listed.highlighted = ids.index(self._chosen) + 1 if known else 0
        listed.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A session, or none: a bounce of Enter does not go on in the setup behind it."""
        self.turned()
        self.dismiss(-1 if event.option_id == NONE else int(event.option_id or 0))


def _look(session: Continuable) -> tuple[str, date]:
    return session.title, session.opened.date()


def _cut(title: str, room: int) -> str:
    """A title in its room; that names were taken out stays, since it tells two sessions apart."""
    mark = names_taken_out()
    if title.endswith(mark) and cells(safe(title)) > room:
        return safe(title.removesuffix(mark).rstrip(), room - cells(mark) - 1) + f" {mark}"
    return safe(title, room)


def row(session: Continuable, *, alike: bool) -> Content:
    """Two lines: its title with its day, and its last decision.

    Args:
        session: The session.
        alike: Another one has that title and that day, too.
    """
    day = day_in_words(session.opened.date().isoformat())
    if alike:
        day = _("{day}, {time}").format(day=day, time=session.opened.strftime("%H:%M"))
    title = _cut(session.title or session.path.name, ROOM - len(day) - 2)
    if session.before is None:
        last = _("cannot be read whole")
    elif session.before.decisions:
        last = lines_joined(session.before.decisions[-1].what, ROOM - 4)
    else:
        last = _("no decision")
    style = "$success" if session.before and session.before.decisions else "$text-muted"
    return Content.assemble((title, "bold"), "  ", (day, "$text-muted"), "\n    ", (last, style))
