"""The ballot of an `allocate` question: ten points shared out among options."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from mops_tui.model.packs.answers import POINTS, Option
from mops_tui.model.session.ballots import Allocation, Ballot
from mops_tui.tui.widgets.lines import wrapped
from mops_tui.tui.widgets.pads.base import BallotIncomplete, RowsPad, pointer
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe


class AllocatePad(RowsPad):
    """Right adds a point to an option, left takes one away; a digit sets the number."""

    def __init__(self, options: Sequence[Option]) -> None:
        """Take the options in order."""
        super().__init__(len(options))
        self._options = options
        self._points = [0] * len(options)

    @property
    def left(self) -> int:
        """How many points are still to be given."""
        return POINTS - sum(self._points)

    def above(self, index: int, width: int) -> list[Content]:  # noqa: ARG002 - as of every pad
        """How much is left, over the first row."""
        if index:
            return []
        if not self.left:
            words = _("  All ten are poured. Enter hands them in.")
            return [Content.styled(words, "bold $success"), Content("")]
        words = ngettext("{n} point left", "{n} points left", self.left).format(n=self.left)
        return [
            Content.assemble("  ", ("●" * self.left, "$accent"), f"  {words}"),
            Content(""),
        ]

    def row(self, index: int, width: int, *, has_cursor: bool) -> list[Content]:
        """The label and its points."""
        room = max(28, width - 2 - POINTS - 6)
        longest = max(Content(safe(option.label)).cell_length for option in self._options)
        room = max(28, min(room, longest))
        label, *rest = wrapped(safe(self._options[index].label), room) or [""]
        points = self._points[index]
        pad = " " * (room + 2 - Content(label).cell_length)
        row = Content.assemble(
            pointer(has_cursor),
            (label, "bold $accent" if has_cursor else ""),
            pad,
            ("●" * points, "$primary"),
            ("·" * (POINTS - points), "$text-muted"),
            f"  {points:>2}",
        )
        text = self._options[index].text
        about = [Content.styled(f"    {safe(text, width - 4)}", "$text-muted")] if text else []
        return [row, *(Content(f"  {line}") for line in rest), *about]

    def adjust(self, index: int, by: int) -> None:
        """Give the row's option a point, or take one away."""
        if (by > 0 and self.left) or (by < 0 and self._points[index]):
            self._points[index] += by

    def digit(self, index: int, number: int) -> None:
        """Set a row's points; as many as are left, and say so when they are fewer."""
        free = self.left + self._points[index]
        self._points[index] = min(number, free)
        if number > free:
            words = ngettext(
                "Only {n} point was left for this one.", "Only {n} points were left for this one.",
                free,
            ).format(n=free)  # fmt: skip
            self.post_message(BallotIncomplete(words))

    def fill(self, ballot: Ballot) -> None:
        """Begin with points that were poured before."""
        if isinstance(ballot, Allocation):
            given = dict(zip(ballot.options, ballot.points, strict=True))
            self._points = [given.get(option.id, 0) for option in self._options]
            self.refresh()

    @property
    def hint(self) -> str:
        """How it is filled in."""
        return _("→ pours a point, ← takes one out, a digit sets it; Enter hands in.")

    def ballot(self) -> Ballot | str:
        """All ten points, or how many are left."""
        if self.left:
            return ngettext(
                "{n} point is left. Pour it first.", "{n} points are left. Pour them first.",
                self.left,
            ).format(n=self.left)  # fmt: skip
        shares = [
            (option.id, points)
            for option, points in zip(self._options, self._points, strict=True)
            if points
        ]
        return Allocation(tuple(name for name, _p in shares), tuple(p for _name, p in shares))
