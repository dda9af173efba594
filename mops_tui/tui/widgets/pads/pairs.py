"""The ballot of a `pairs` question: five positions between two statements."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from mops_tui.model.packs.answers import PAIR_POSITIONS, Pair
from mops_tui.model.session.ballots import Ballot, Positions
from mops_tui.tui.widgets.lines import wrapped
from mops_tui.tui.widgets.pads.base import ItemsPad, pointer
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

_SCALE = "○───○───○───○───○"


class PairsPad(ItemsPad):
    """Left and right move towards a statement; 1 to 5 set a position and go to the next pair."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        """Take the pairs in order."""
        super().__init__(len(pairs))
        self._pairs = pairs

    def row(self, index: int, width: int, *, has_cursor: bool) -> list[Content]:
        """Both statements with the scale between them."""
        pair = self._pairs[index]
        side = self._side(width)
        left = wrapped(safe(pair.left), side)
        right = wrapped(safe(pair.right), side)
        lines = []
        for number, (a, b) in enumerate(zip_longest(left, right, fillvalue="")):
            pad = " " * (side - Content(a).cell_length)
            middle = self._scale(index, has_cursor) if number == 0 else Content(" " * len(_SCALE))
            style = "bold" if has_cursor else ""
            mark = pointer(has_cursor) if number == 0 else ("  ", "")
            lines.append(Content.assemble(mark, (a, style), pad, "  ", middle, "  ", (b, style)))
        airy = self.count * 3 <= self.content_size.height
        return [*lines, Content("")] if airy else lines

    def _side(self, width: int) -> int:
        """The cells of a statement."""
        return max(12, (width - len(_SCALE) - 6) // 2)

    def _scale(self, index: int, has_cursor: bool) -> Content:
        position = self.values[index]
        if position is None:
            return Content.styled(_SCALE, "$accent" if has_cursor else "$text-muted")
        at = (position + 2) * 4
        return Content.assemble(
            (_SCALE[:at], "$text-muted"), ("●", "bold $accent"), (_SCALE[at + 1 :], "$text-muted")
        )

    def adjust(self, index: int, by: int) -> None:
        """One step towards a statement; the first press sets the one beside the middle."""
        position = self.values[index]
        if position is None:
            self.values[index] = by
        else:
            self.values[index] = min(max(position + by, -2), 2)

    def digit(self, index: int, number: int) -> None:
        """Set a position, 1 at the left to 5 at the right, and go on."""
        if 1 <= number <= len(PAIR_POSITIONS):
            self.values[index] = PAIR_POSITIONS[number - 1]
            self.action_move(1)

    def clicked(self, index: int, x: int) -> None:
        """A click on the scale sets the position that is nearest."""
        start = self._side(self.content_size.width) + 4
        if start - 1 <= x <= start + len(_SCALE):
            self.values[index] = min(max(round((x - start) / 4), 0), 4) - 2

    def fill(self, ballot: Ballot) -> None:
        """Begin with positions that were given before."""
        if isinstance(ballot, Positions):
            given = dict(zip(ballot.items, ballot.positions, strict=True))
            self.values = [given.get(item.id) for item in self._pairs]
            self.refresh()

    def left_out(self, n: int) -> str:
        """Items without an answer."""
        return ngettext(
            "{n} pair has no answer. Enter again hands the ballot in as it is.",
            "{n} pairs have no answer. Enter again hands the ballot in as it is.",
            n,
        ).format(n=n)

    @property
    def hint(self) -> str:
        """How it is filled in."""
        return _("1 to 5 set where you stand and go on; so do ← → and ↓. Enter hands in.")

    def ballot(self) -> Ballot | str:
        """The pairs that have a position."""
        answered = [
            (pair.id, position)
            for pair, position in zip(self._pairs, self.values, strict=True)
            if position is not None
        ]
        if not answered:
            return _("Answer at least one pair, or pass with p.")
        return Positions(tuple(pair for pair, _p in answered), tuple(p for _pair, p in answered))
