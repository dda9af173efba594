"""The join screen's panel: the QR code, the address and the code, and who has joined.

The code of the page is whole whenever the panel is on the screen. That of the Wi-Fi stands before
it where both fit; else it has a page of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState
from mops_tui.sources.phones.invitation import Invitation
from mops_tui.tui.letters.headline import headline
from mops_tui.tui.widgets.joining.names import joined_in
from mops_tui.tui.widgets.joining.qr_code import QrCode, cells_of
from mops_tui.tui.widgets.lines import height_of
from mops_tui.words.i18n import _
from mops_tui.words.phones.joining import joined_names, joined_words, joining_words, mobile_words
from mops_tui.words.safe import safe

GAP = 2
"""Columns between two things that stand side by side."""
LEAST_TEXT = 36
"""Columns that the words need beside a code."""
LARGEST = 2
"""How many times as large a code is drawn where there is room."""
LONGEST_NAME = 24
"""Cells of a person's name."""


@dataclass(frozen=True)
class Shape:
    """What stands side by side.

    Attributes:
        network: The code of the Wi-Fi is there.
        page: The code of the page is there.
        text: The columns of the words at its side; 0 where they stand below.
        scale: How many times as large the code may be.
    """

    network: bool
    page: bool
    text: int
    scale: int = 1


def shape_of(inviting: Invitation, width: int, height: int, *, network_page: bool) -> Shape:
    """What there is room for, the code of the page before everything else.

    Args:
        inviting: What is shown.
        width: The columns that there are.
        height: The rows that there are.
        network_page: The page of the Wi-Fi is looked at.
    """
    page, network = cells_of(inviting.scanned), cells_of(inviting.scanned_network)
    both = page[0] + GAP + network[0]
    if network[0] and both <= width and network[1] + 1 <= height:
        text = width - both - GAP
        return Shape(network=True, page=True, text=text if text >= LEAST_TEXT else 0)
    scanned = inviting.scanned_network if network_page else inviting.scanned
    for scale in range(LARGEST, 0, -1):
        columns, rows = cells_of(scanned, scale=scale)
        text = width - columns - GAP
        if rows <= height and text >= LEAST_TEXT:
            break
    return Shape(network=network_page, page=not network_page, text=max(1, text), scale=scale)


class JoinPanel(Horizontal):
    """Shows an invitation, as large as it fits."""

    DEFAULT_CSS = """
    JoinPanel { height: 1fr; }
    JoinPanel Vertical { width: auto; height: auto; }
    JoinPanel .caption { width: auto; height: auto; }
    #join-network, #join-page { margin: 0 2 0 0; }
    #join-words { width: 1fr; height: auto; }
    """

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._shown: tuple[Invitation, VisibleState] | None = None
        self._network_page = False

    def compose(self) -> ComposeResult:
        """The Wi-Fi, the page, and the words."""
        with Vertical(id="join-network"):
            yield Static(classes="caption", id="join-network-caption")
            yield QrCode(id="join-network-code")
        with Vertical(id="join-page"):
            yield Static(classes="caption", id="join-page-caption")
            yield QrCode(id="join-page-code")
            yield Static(classes="caption", id="join-page-below")
        yield Static(id="join-words")

    def show(
        self, inviting: Invitation, state: VisibleState, *, network_page: bool = False
    ) -> None:
        """Show an invitation.

        Args:
            inviting: What to show.
            state: Who is there, as whoever looks may see it.
            network_page: Look at the Wi-Fi, where there is no room for both.
        """
        self._shown, self._network_page = (inviting, state), network_page
        self._lay_out()

    def on_resize(self) -> None:
        """Make use of the room that there is now."""
        self.call_after_refresh(self._lay_out)

    @property
    def both(self) -> bool:
        """Whether both codes are there, so that there is no other page."""
        return self.query_one("#join-network").display and self.query_one("#join-page").display

    def _lay_out(self) -> None:
        width, height = self.content_size
        if self._shown is None or not self.is_mounted or not width:
            return
        inviting, state = self._shown
        turned = self._network_page and bool(inviting.network)
        shape = shape_of(inviting, width, height, network_page=turned)
        network, page = self.query_one("#join-network"), self.query_one("#join-page")
        network.display, page.display = shape.network, shape.page
        captioned = shape.network and shape.page
        rows = height - captioned
        drawn = [True]
        if shape.network:
            code = self.query_one("#join-network-code", QrCode)
            drawn.append(code.show(inviting.scanned_network, width, rows, shape.scale))
        if shape.page:
            code = self.query_one("#join-page-code", QrCode)
            drawn.append(code.show(inviting.scanned, width, rows, shape.scale))
        columns, page_rows = cells_of(inviting.scanned)
        network_columns = cells_of(inviting.scanned_network)[0]
        step = Content.styled(_("1  Join the Wi-Fi"), "bold $accent")
        self._caption("#join-network-caption", step if captioned else None, network_columns)
        step = Content.styled(_("2  Open the page"), "bold $accent")
        self._caption("#join-page-caption", step if captioned else None, columns)
        below = None
        if captioned and not shape.text:
            below = self._below(inviting, state, columns, height - 1 - page_rows)
        self._caption("#join-page-below", below, columns)
        words = self.query_one("#join-words")
        words.display = shape.text > 0
        if shape.text:
            text = self._words(inviting, state, shape, height, whole=all(drawn))
            self.query_one("#join-words", Static).update(text)

    def _caption(self, selector: str, content: Content | None, width: int) -> None:
        caption = self.query_one(selector, Static)
        caption.display = content is not None
        if content is not None:
            caption.styles.width = width
            caption.update(content)

    def _below(self, inviting: Invitation, state: VisibleState, width: int, rows: int) -> Content:
        """The little that has room under a code."""
        lines = [
            Content.styled(inviting.address, "bold"),
            Content.assemble(_("Code "), (inviting.shown_code, "bold $accent")),
            Content.styled(joined_words(state, inviting.by_phone), "$success"),
        ]
        closed = joining_words(joining=inviting.joining)
        if closed:
            lines.insert(0, Content.styled(closed, "bold $warning"))
        return _fitting(lines, width, rows)

    def _words(
        self,
        inviting: Invitation,
        state: VisibleState,
        shape: Shape,
        height: int,
        *,
        whole: bool,
    ) -> Content:
        """How to join, and who has."""
        width = shape.text
        if not whole:
            return Content.styled(_("The window is too small for this code."), "bold $warning")
        if shape.network and not shape.page:
            return _network_words(inviting)
        code = headline(inviting.shown_code.replace("-", " "), width, 9, "bold $accent")
        if code is None or (code.plain.count("\n") > 3 and height < 20):
            code = None
        scan = _("Scan the code with the phone's camera, or type this address:")
        how = [
            Content(scan),
            Content.styled(inviting.address, "bold $accent"),
            Content(""),
            Content.assemble(_("Code "), (inviting.shown_code, "bold $accent")),
            *([] if code is None else [code]),
        ]
        if inviting.network and not shape.network:
            words = _("First join the Wi-Fi “{name}”.").format(name=safe(inviting.network, 40))
            how = [Content.styled(words, "bold"), *how]
        closed = joining_words(joining=inviting.joining)
        if closed:
            how = [Content.styled(closed, "bold $warning"), Content(""), *how]
        joined = Content.styled(joined_words(state, inviting.by_phone), "bold $success")
        made = Content("\n").join([*how, Content(""), joined])
        left = height - height_of(made, width)
        mobile = Content.styled(mobile_words(), "$text-muted")
        tail = height_of(mobile, width) + 1
        names = joined_in(*joined_names(state, inviting.by_phone, LONGEST_NAME), width, left - tail)
        parts = [made, *([names] if names.plain else [])]
        if left >= tail + height_of(names, width):
            parts += [Content(""), mobile]
        return Content("\n").join(parts)


def _network_words(inviting: Invitation) -> Content:
    lines = [
        Content(_("Scan this to join the Wi-Fi, then the code of the page.")),
        Content(""),
        Content.assemble(_("Network "), (safe(inviting.network, 40), "bold $accent")),
    ]
    if inviting.password:
        word = (safe(inviting.password, 70), "bold $accent")
        lines.append(Content.assemble(_("Password "), word))
    return Content("\n").join(lines)


def _fitting(lines: list[Content], width: int, rows: int) -> Content:
    """As many lines as there is room for, the first before the others."""
    made: list[Content] = []
    for line in lines:
        rows -= height_of(line, width)
        if rows < 0:
            break
        made.append(line)
    return Content("\n").join(made)
