"""The base classes of keyboard ballots, and the messages that they send."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from mops_tui.model.session.ballots import Ballot, Pass
from mops_tui.tui.host import Host
from mops_tui.words.i18n import _


class BallotSubmitted(Message):
    """Somebody has finished a ballot."""

    def __init__(self, ballot: Ballot) -> None:
        """Take the ballot."""
        super().__init__()
        self.ballot = ballot


class BallotIncomplete(Message):
    """A ballot cannot be handed in as it is."""

    def __init__(self, words: str) -> None:
        """Say what is missing."""
        super().__init__()
        self.words = words


class Pad(Widget, can_focus=True):
    """A ballot that somebody fills in.

    It begins empty, and counts only once something is chosen or passed: an Enter too many hands
    nothing in, and is told what to do. Only who goes back finds their own answer in it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "hand_in", _("Hand in")),
        Binding("p", "pass_on", _("Pass")),
    ]

    @property
    def hint(self) -> str:
        """How this ballot is filled in, in one line."""
        return _("Arrows choose, Enter hands in, p passes.")

    def ballot(self) -> Ballot | str:
        """The ballot as it stands, or what is missing, as a sentence."""
        raise NotImplementedError

    def fill(self, ballot: Ballot) -> None:
        """Begin with the answer that somebody has given here before; one that fits no more is not.

        Args:
            ballot: Theirs.
        """

    def action_hand_in(self) -> None:
        """Hand the ballot in."""
        ballot = self.ballot()
        self.post_message(
            BallotIncomplete(ballot) if isinstance(ballot, str) else BallotSubmitted(ballot)
        )

    def action_pass_on(self) -> None:
        """Pass: present, and without an answer."""
        self.post_message(BallotSubmitted(Pass()))


class RowsPad(Pad):
    """A ballot of rows, one of which has the cursor; it scrolls by itself where it is long."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", _("Up"), show=False),
        Binding("down,j", "move(1)", _("Down"), show=False),
        Binding("home", "move(-1000)", _("First"), show=False),
        Binding("end", "move(1000)", _("Last"), show=False),
        Binding("left,h", "adjust(-1)", _("Less"), show=False),
        Binding("right,l", "adjust(1)", _("More"), show=False),
        # Bindings like the arrows, so that keys pressed in a burst are taken in their order.
        *(Binding(str(number), f"digit({number})", show=False) for number in range(10)),
    ]

    def __init__(self, count: int) -> None:
        """Take the number of rows."""
        super().__init__()
        self.count = count
        self.cursor = 0
        self._owners: list[int] = []

    def row(self, index: int, width: int, *, has_cursor: bool) -> list[Content]:
        """The lines of a row, each at most `width` cells."""
        raise NotImplementedError

    def above(self, index: int, width: int) -> list[Content]:  # noqa: ARG002 - as of every pad
        """Lines over a row that belong to no row: a heading."""
        return []

    def rows_for(self, width: int) -> int:
        """The lines that all rows take, with what stands above them."""
        return sum(
            len(self.above(index, width)) + len(self.row(index, width, has_cursor=False))
            for index in range(self.count)
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """All rows, where the height is the pad's own to say."""
        return self.rows_for(width)

    def adjust(self, index: int, by: int) -> None:
        """Left or right was pressed on a row."""

    def digit(self, index: int, number: int) -> None:
        """A digit was pressed on a row."""

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.cursor = min(max(self.cursor + by, 0), self.count - 1)
        self.refresh()

    def action_adjust(self, by: int) -> None:
        """Change the row that has the cursor."""
        self.adjust(self.cursor, by)
        self.refresh()

    def action_digit(self, number: int) -> None:
        """Apply a digit to the row that has the cursor.

        Where it goes on to the next row, the same digit once more answers something else: one that
        bounces, or is held, is no answer to that.
        """
        row = self.cursor
        self.digit(row, number)
        app = self.app
        if self.cursor != row and isinstance(app, Host):
            app.keyboard.turned()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor to its row."""
        spot = event.get_content_offset(self)
        if spot is None or spot.y >= len(self._owners):
            return
        if self._owners[spot.y] >= 0:
            self.cursor = self._owners[spot.y]
            self.clicked(self.cursor, spot.x)
        else:
            self.clicked_above(spot.x)
        self.refresh()

    def clicked(self, index: int, x: int) -> None:
        """A row was clicked at a column."""

    def clicked_above(self, x: int) -> None:
        """A line that belongs to no row was clicked at a column."""

    def render(self) -> Content:
        """The rows, as many as fit, with the cursor's among them."""
        width, height = self.content_size.width, max(1, self.content_size.height)
        lines: list[Content] = []
        owners: list[int] = []
        span = (0, 0)
        for index in range(self.count):
            for line in self.above(index, width):
                lines.append(line)
                owners.append(-1)
            start = len(lines)
            row = self.row(index, width, has_cursor=index == self.cursor)
            lines += row
            owners += [index] * len(row)
            if index == self.cursor:
                span = (start, len(lines))
        top = 0
        if len(lines) > height:
            top = min(max(0, (span[0] + span[1] - height) // 2), len(lines) - height)
        shown = lines[top : top + height]
        self._owners = owners[top : top + height]
        if top > 0:
            shown[0] = Content.styled(_("  ↑ more above"), "$text-muted")
            self._owners[0] = -1
        if top + height < len(lines):
            shown[-1] = Content.styled(_("  ↓ more below"), "$text-muted")
            self._owners[-1] = -1
        return Content("\n").join(shown)


class ItemsPad(RowsPad):
    """A ballot that answers item by item; what is left out is asked about once.

    Attributes:
        values: The answer of each row, None where there is none.
    """

    def __init__(self, count: int) -> None:
        """Begin with no answer."""
        super().__init__(count)
        self.values: list[int | None] = [None] * count
        self._warned = 0

    def left_out(self, n: int) -> str:
        """What to say of so many rows without an answer."""
        raise NotImplementedError

    def action_hand_in(self) -> None:
        """Hand in; ask once about the rows that are left out as it stands."""
        left = self.values.count(None)
        if 0 < left < self.count and self._warned != left:
            self._warned = left
            self.cursor = self.values.index(None)
            self.refresh()
            self.post_message(BallotIncomplete(self.left_out(left)))
            return
        super().action_hand_in()


def pointer(has_cursor: bool) -> tuple[str, str]:
    """The sign at the left of a row."""
    return ("▸ ", "bold $accent") if has_cursor else ("  ", "")
