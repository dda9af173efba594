"""The debrief of a rehearsal: a few remarks that matter, the time, and what is left to say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.replay.debrief import Debrief
from mops_tui.model.replay.remarks.remark import Remark
from mops_tui.model.session.audience import VisibleState
from mops_tui.tui.door import Dialog
from mops_tui.tui.host import host_of
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.lines import hanging
from mops_tui.tui.widgets.top_bar import clock
from mops_tui.words.files.condition import header_edited
from mops_tui.words.i18n import _
from mops_tui.words.rehearsals.debrief import KeyOf, remark
from mops_tui.words.results.labels import view_name

GOOD, BETTER = 3, 4
"""So many remarks stand first; what else there is to say stands below the time."""
WIDTH = 68
"""The cells of a line."""


class DebriefScreen(Dialog[None]):
    """Shows the debrief at the end of a rehearsal."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space", "dismiss", _("Close")),
    ]

    def __init__(self, made: Debrief, state: VisibleState) -> None:
        """Take the debrief and the state it is about."""
        super().__init__()
        self._made = made
        self._state = state

    def compose(self) -> ComposeResult:
        """Remarks, the good ones first, then the time, then the rest."""
        with VerticalScroll(classes="dialog tall", id="debrief") as box:
            box.border_title = Content(_("Debrief"))
            box.border_subtitle = Content(_("Esc closes"))
            yield Static(debrief_lines(self._made, self._state, host_of(self).key_of))

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#debrief").focus()


def debrief_lines(made: Debrief, state: VisibleState, key_of: KeyOf) -> Content:
    """The debrief as text: what went well, what could, where the time went, what is left to say."""
    good = [one for one in made.remarks if one.good]
    better = [one for one in made.remarks if not one.good]
    lines: list[Content] = []
    if state.policy.edited:
        lines += [Content.styled(header_edited(), "bold $warning"), Content("")]

    def told(title: str, remarks: Iterable[Remark]) -> None:
        said = [_line(one, state, key_of) for one in remarks]
        if said:
            lines.extend((Content.styled(title, "bold $primary"), *said, Content("")))

    told(_("What went well"), good[:GOOD])
    told(_("What could go better"), better[:BETTER])
    lines.append(Content.styled(_("Where the time went"), "bold $primary"))
    for place in made.places:
        over = place.planned and place.spent > place.planned
        planned = clock(place.planned) if place.planned else ""
        lines.append(
            Content.assemble(
                (f"{clock(place.spent):>7}", "$warning" if over else ""),
                (f" /{planned:>6}  ", "$text-muted"),
                view_name(state, place.view),
            )
        )
    lines.append(Content(""))
    told(_("Also"), (*better[BETTER:], *good[GOOD:]))
    while lines and not lines[-1].plain:
        lines.pop()
    return Content("\n").join(lines)


def _line(one: Remark, state: VisibleState, key_of: KeyOf) -> Content:
    sign, style = ("+ ", "bold $success") if one.good else ("→ ", "bold $warning")
    return hanging(sign, remark(one, state, key_of), WIDTH, mark=style)
