"""The ballot of a `rank` question: options put in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from mops_tui.model.packs.answers import Option
from mops_tui.model.session.ballots import Ballot, Ranking
from mops_tui.tui.widgets.lines import wrapped
from mops_tui.tui.widgets.pads.base import RowsPad, pointer
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


class RankPad(RowsPad):
    """Left and right carry an option up and down; a digit puts it in that place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("shift+up", "adjust(-1)", _("Move up"), show=False),
        Binding("shift+down", "adjust(1)", _("Move down"), show=False),
    ]

    def __init__(self, options: Sequence[Option]) -> None:
        """Take the options; their order is where the ranking begins."""
        super().__init__(len(options))
        self._order = list(options)
        self._touched = False

    def row(self, index: int, width: int, *, has_cursor: bool) -> list[Content]:
        """The place and the option."""
        style = "bold $accent" if has_cursor else ""
        label, *rest = wrapped(safe(self._order[index].label), width - 8) or [""]
        first = Content.assemble(
            pointer(has_cursor), (f"{index + 1:>2}. ", "$primary"), (label, style)
        )
        return [first, *(Content.styled(f"      {line}", style) for line in rest)]

    def adjust(self, index: int, by: int) -> None:
        """Carry the option one place; the cursor goes along."""
        self._carry(index, index + by)

    def digit(self, index: int, number: int) -> None:
        """Carry the option to a place."""
        self._carry(index, number - 1)

    def _carry(self, index: int, to: int) -> None:
        if 0 <= to < self.count:
            self._touched = True
            self._order.insert(to, self._order.pop(index))
            self.cursor = to

    def fill(self, ballot: Ballot) -> None:
        """Begin with the order that was given before."""
        if isinstance(ballot, Ranking):
            places = {option: place for place, option in enumerate(ballot.options)}
            self._order.sort(key=lambda option: places.get(option.id, len(places)))
            self._touched = True
            self.refresh()

    @property
    def hint(self) -> str:
        """How it is filled in."""
        return _("← moves an option up, → down; a digit puts it in that place; Enter hands in.")

    def ballot(self) -> Ballot | str:
        """The order as it stands, once somebody has put an option in its place."""
        if not self._touched:
            return _("Move an option first: ← →. If the list already has your order, press 1.")
        return Ranking(tuple(option.id for option in self._order))
