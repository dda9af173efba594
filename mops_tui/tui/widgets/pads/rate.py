"""The ballot of a `rate` question: items on a named scale."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual.content import Content

from mops_tui.model.packs.answers import Group, Item, Level
from mops_tui.model.session.ballots import Ballot, Ratings
from mops_tui.tui.widgets.lines import wrapped
from mops_tui.tui.widgets.pads.base import ItemsPad, pointer
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe


class RatePad(ItemsPad):
    """Left and right move along the scale; a digit sets a level and goes to the next item."""

    def __init__(
        self, items: Sequence[Item], scale: Sequence[Level], groups: Sequence[Group]
    ) -> None:
        """Take the items, the scale from its lowest level, and the headings."""
        super().__init__(len(items))
        self._items = items
        self._scale = scale
        self._groups = {group.id: group.label for group in groups}
        # A scale that counts by itself, such as 0 to 4, is answered with its own numbers.
        own = [level.id for level in scale if re.fullmatch("[0-9]", level.id)]
        self._counts = len(own) == len(scale)
        self._digits = [int(key) for key in own] if self._counts else range(1, len(scale) + 1)

    def above(self, index: int, width: int) -> list[Content]:  # noqa: ARG002 - as of every pad
        """The scale at the top, and each group's name over its first item."""
        lines = []
        if index == 0:
            numbered = (
                safe(level.label) if self._counts else f"{number} {safe(level.label)}"
                for number, level in zip(self._digits, self._scale, strict=True)
            )
            lines.append(Content.styled("  " + "   ".join(numbered), "$text-muted"))
        group = self._items[index].group
        if group and (index == 0 or self._items[index - 1].group != group):
            lines.append(
                Content.styled(f"  {safe(self._groups.get(group, group))}", "bold $primary")
            )
        return lines

    def row(self, index: int, width: int, *, has_cursor: bool) -> list[Content]:
        """The item, and a dot for each level; the level in words once it is set."""
        item = self._items[index]
        level = self.values[index]
        dots = 2 * len(self._scale)
        room = max(12, width - dots - 24)
        label, *rest = wrapped(safe(item.label), room) or [""]
        pad = " " * (room + 2 - Content(label).cell_length)
        scale = "".join("● " if i == level else "· " for i in range(len(self._scale)))
        words = safe(self._scale[level].label, 18) if level is not None else ""
        lines = [
            Content.assemble(
                pointer(has_cursor),
                (label, "bold $accent" if has_cursor else ""),
                pad,
                (scale, "bold $accent" if level is not None else "$text-muted"),
                (f" {words}", "$primary"),
            )
        ]
        lines += [Content(f"  {line}") for line in rest]
        if has_cursor and item.text:
            lines.append(Content.styled(f"    {safe(item.text, width - 4)}", "$text-muted"))
        return lines

    def adjust(self, index: int, by: int) -> None:
        """One level up or down; the first press sets an end."""
        level = self.values[index]
        if level is None:
            self.values[index] = 0 if by < 0 else len(self._scale) // 2
        else:
            self.values[index] = min(max(level + by, 0), len(self._scale) - 1)

    def digit(self, index: int, number: int) -> None:
        """Set a level by its number and go on."""
        if number in self._digits:
            self.values[index] = self._digits.index(number)
            self.action_move(1)

    def clicked(self, index: int, x: int) -> None:
        """A click on a dot sets that level."""
        dots = 2 * len(self._scale)
        start = 2 + max(12, self.content_size.width - dots - 24) + 2
        if start <= x < start + dots:
            self.values[index] = (x - start) // 2

    def fill(self, ballot: Ballot) -> None:
        """Begin with levels that were given before."""
        if isinstance(ballot, Ratings):
            given = dict(zip(ballot.items, ballot.levels, strict=True))
            steps = {level.id: number for number, level in enumerate(self._scale)}
            self.values = [steps.get(given.get(item.id, "")) for item in self._items]
            self.refresh()

    def left_out(self, n: int) -> str:
        """Items without an answer."""
        return ngettext(
            "{n} item has no answer. Enter again hands the ballot in as it is.",
            "{n} items have no answer. Enter again hands the ballot in as it is.",
            n,
        ).format(n=n)

    @property
    def hint(self) -> str:
        """How it is filled in."""
        return _("A digit sets the level and goes on; so do ← → and ↓. Enter hands in.")

    def ballot(self) -> Ballot | str:
        """The items that have a level."""
        answered = [
            (item.id, self._scale[level].id)
            for item, level in zip(self._items, self.values, strict=True)
            if level is not None
        ]
        if not answered:
            return _("Rate at least one item, or pass with p.")
        return Ratings(tuple(item for item, _l in answered), tuple(level for _i, level in answered))
