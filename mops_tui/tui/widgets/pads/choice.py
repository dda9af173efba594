"""The ballot of a `choice` or `hands` question: one of several options, or yes and no."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from mops_tui.model.packs.answers import Option
from mops_tui.model.session.ballots import Ballot, Choice
from mops_tui.tui.widgets.lines import wrapped
from mops_tui.tui.widgets.pads.base import RowsPad, pointer
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

NOTHING = -1
"""The cursor before anything is chosen: a first option under it would draw votes."""


class ChoicePad(RowsPad):
    """The cursor is the choice; digits go straight to an option."""

    def __init__(self, options: Sequence[Option], *, may_pass: bool = True) -> None:
        """Take the options in order, and whether one may pass."""
        super().__init__(len(options))
        self._options = options
        self._may_pass = may_pass
        self.cursor = NOTHING

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable passing where an option has to be chosen."""
        if action == "pass_on" and not self._may_pass:
            return False
        return super().check_action(action, parameters)

    def row(self, index: int, width: int, *, has_cursor: bool) -> list[Content]:
        """The option's label, and its text below."""
        option = self._options[index]
        sign = "◉" if has_cursor else "○"
        style = "bold $accent" if has_cursor else "bold"
        number = str(index + 1) if index < 9 else " "
        first, *rest = wrapped(safe(option.label), width - 6) or [""]
        label = Content.assemble(
            pointer(has_cursor), (f"{number} ", "$text-muted"), f"{sign} ", (first, style)
        )
        lines = [label, *(Content.styled(f"      {line}", style) for line in rest)]
        if option.text:
            lines += [
                Content.styled(f"      {line}", "$text-muted")
                for line in wrapped(safe(option.text), width - 6)
            ]
        return lines

    def digit(self, index: int, number: int) -> None:  # noqa: ARG002 - as of every pad
        """Go to an option by its number."""
        if 1 <= number <= self.count:
            self.cursor = number - 1

    def fill(self, ballot: Ballot) -> None:
        """Begin on the option that was chosen before."""
        ids = [option.id for option in self._options]
        if isinstance(ballot, Choice) and ballot.option in ids:
            self.cursor = ids.index(ballot.option)
            self.refresh()

    def ballot(self) -> Ballot | str:
        """The option under the cursor."""
        if self.cursor == NOTHING:
            return _("Choose one first: arrows or a digit.")
        return Choice(self._options[self.cursor].id)
