"""The check of the room: a test page on this network, and what keeps phones from it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from mops_tui.process.network.arrivals import Device, devices, evidence
from mops_tui.process.network.facts import Facts
from mops_tui.process.network.interfaces import preferred
from mops_tui.process.network.looking import firewall, look
from mops_tui.sources.background import in_background
from mops_tui.sources.phones.code import spaced
from mops_tui.sources.phones.sightings import Sighting
from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.screens.checking import drawing
from mops_tui.tui.screens.checking.nothing_arrives import NothingArrivesScreen
from mops_tui.tui.screens.checking.trial import Trial
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.joining.qr_code import QrCode
from mops_tui.words.i18n import _
from mops_tui.words.network.reasons import Firewall
from mops_tui.words.network.room_check import not_begun, not_opened

WAIT_SECONDS = 15.0
"""After so many seconds without a phone it is said what is likely."""
LOOK_SECONDS = 2.0
"""Between two looks at this machine's addresses."""


@dataclass(frozen=True)
class Eyes:
    """The means to look at this machine; each is called in a thread.

    Attributes:
        look: What can be seen at once.
        firewall: What is known of the firewall at an address, which may take seconds.
    """

    look: Callable[[], Facts] = look
    firewall: Callable[[str], Firewall] = firewall


class RoomCheckScreen(MopsScreen[None]):
    """Waits for one's own phone, and says how far it came."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "nothing", _("Nothing arrives")),
        Binding("up", "choose(-1)", _("Another address"), key_display="↑↓"),
        Binding("down", "choose(1)", _("Another address"), show=False),
        Binding("r", "again", _("Begin again")),
        Binding("escape", "dismiss", _("Done")),
    ]

    def __init__(self, eyes: Eyes = Eyes()) -> None:
        """Take the means to look at this machine."""
        super().__init__()
        self._eyes = eyes
        self._facts = Facts()
        self._looking = False
        self._wanted = ""
        self._by_hand = False
        self._opening = False
        self._trouble = ""
        self._trial: Trial | None = None
        self._since = time.monotonic()
        self._arrived: tuple[Device, ...] = ()
        self._works = False
        self._end_seen: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        """The code on the left; how far a phone came, and the addresses, beside it."""
        yield Static(id="check-title")
        with Horizontal(id="check-columns"):
            with Vertical(id="check-left"):
                yield QrCode(id="check-code")
                yield Static(id="check-address")
            with Vertical(id="check-right"):
                yield Static(id="check-steps")
                yield Static(id="check-addresses")
                yield Static(id="check-found")
        yield Footer()

    def on_mount(self) -> None:
        """Begin the test, and look at this machine."""
        title = Content.assemble(
            (_("Check the room"), "bold $accent"),
            (_("   scan this with your own phone; nothing of it is kept"), "$text-muted"),
        )
        self.query_one("#check-title", Static).update(title)
        try:
            self._trial = Trial()
        except (OSError, SessionError, Busy, WriteFailed) as error:
            self._trouble = not_begun(getattr(error, "strerror", "") or type(error).__name__)
        self.set_interval(LOOK_SECONDS, self._look)
        self.set_interval(1.0, self._show)
        self._look()
        self._show()

    async def on_unmount(self) -> None:
        """Close the port; nothing of the test is left."""
        self._stop_hearing()
        if self._trial is not None:
            await self._trial.close()

    # --- this machine

    @work(group="look")
    async def _look(self) -> None:
        """Keep up with this machine's addresses: a Wi-Fi is joined, a VPN goes."""
        if self._looking:
            return
        self._looking = True
        try:
            seen = await in_background(self._eyes.look)
        finally:
            self._looking = False
        if not self.is_left:
            self._take(replace(seen, firewall=self._facts.firewall))

    @work(group="firewall")
    async def _look_at_firewall(self) -> None:
        address = self._wanted
        found = await in_background(lambda: self._eyes.firewall(address))
        if not self.is_left and address == self._wanted:
            self._take(replace(self._facts, firewall=found))

    def _take(self, facts: Facts) -> None:
        """Go by what was seen; where nobody has chosen an address, choose the likeliest."""
        there = {one.address for one in facts.interfaces}
        if not self._by_hand and self._wanted not in there:
            likeliest = preferred(facts.interfaces)
            self._wanted = likeliest.address if likeliest else ""
        self._facts = replace(
            facts,
            chosen=self._wanted,
            port=self._facts.port,
            evidence=evidence(self._arrived),
        )
        if self._wanted in there:
            self._open()
        self._show()

    # --- the page

    @work(group="open")
    async def _open(self) -> None:
        """Serve the page where it is wanted, whatever is wanted meanwhile."""
        serve, trial = self.host.serve, self._trial
        if self._opening or serve is None or trial is None:
            return
        self._opening = True
        try:
            while not self.is_left and self._wanted and self._wanted != self._open_at:
                wanted = self._wanted
                try:
                    await trial.open(serve, wanted)
                    self._trouble = ""
                except OSError as error:
                    self._trouble = not_opened(error, wanted)
                    if self._wanted == wanted:
                        return
                self._begin()
        finally:
            self._opening = False
            self._show()

    @property
    def _open_at(self) -> str:
        served = self._trial.served if self._trial is not None else None
        return served.host if served is not None else ""

    def _begin(self) -> None:
        """Wait for a phone from now on."""
        self._stop_hearing()
        served = self._trial.served if self._trial is not None else None
        if served is None:
            return
        self._since = time.monotonic()
        self._arrived, self._works = (), False
        self._facts = replace(self._facts, port=served.port, evidence=frozenset())
        self._end_seen = served.seen.subscribe(self._heard)
        self._look_at_firewall()

    def _stop_hearing(self) -> None:
        if self._end_seen is not None:
            self._end_seen()
            self._end_seen = None

    def _heard(self, _sighting: Sighting) -> None:
        """Something has reached this machine."""
        served = self._trial.served if self._trial is not None else None
        if served is None or self.is_left:
            return
        seen = (one for one in served.seen.all if one.at >= self._since)
        own = {one.address for one in self._facts.interfaces}
        self._arrived = devices(seen, own)
        self._facts = replace(self._facts, evidence=evidence(self._arrived))
        if not self._works and any(one.voted and not one.own for one in self._arrived):
            self._works = True
            self.close_above()  # whoever reads why nothing arrives, sees that it does
            self.app.bell()
        self._show()

    # --- what it shows

    def _show(self) -> None:
        """Draw everything that can have changed."""
        if not self.is_mounted or self.is_left:
            return
        served = self._trial.served if self._trial is not None else None
        phones = self._trial.phones if self._trial is not None else None
        code = self.query_one("#check-code", QrCode)
        here = self._facts.at is not None and served is not None and served.host == self._wanted
        if here and served is not None and phones is not None:
            code.show(f"HTTP://{served.host}:{served.port}/{phones.book.code}".upper())
            lines = Content.assemble(
                (f"http://{served.host}:{served.port}", "bold"),
                "\n",
                (_("code {code}").format(code=spaced(phones.book.code)), "$text-muted"),
            )
        else:
            code.show("")
            lines = Content("")
        self.query_one("#check-address", Static).update(lines)
        right = self.query_one("#check-right")
        width, height = right.content_size
        wide = width >= drawing.WIDE and height >= drawing.HIGH
        latest = self._arrived[0] if self._arrived else None
        self.query_one("#check-steps", Static).update(drawing.steps(latest))
        self.query_one("#check-addresses", Static).update(
            drawing.addresses(self._facts.interfaces, self._wanted, width, 6 if wide else 4)
        )
        waited = time.monotonic() - self._since
        found = drawing.CheckFinding(
            self._facts,
            self._arrived,
            self._trouble,
            waited,
            long=waited >= WAIT_SECONDS or self._facts.at is None,
            open=served is not None,
        )
        self.query_one("#check-found", Static).update(found.content(width, wide=wide))

    def on_resize(self) -> None:
        """There is room for more, or for less."""
        self.call_after_refresh(self._show)

    # --- keys

    def action_choose(self, by: int) -> None:
        """Choose another address; the page moves there."""
        addresses = [one.address for one in self._facts.interfaces]
        if not addresses:
            return
        at = addresses.index(self._wanted) + by if self._wanted in addresses else 0
        chosen = addresses[max(0, min(len(addresses) - 1, at))]
        if chosen != self._wanted or self._trouble:
            self._wanted, self._by_hand, self._trouble = chosen, True, ""
            self._take(self._facts)

    def action_nothing(self) -> None:
        """Say everything that may keep phones away."""
        if not isinstance(self.app.screen, NothingArrivesScreen):
            self.turned()
            # After one has come all the way, it is asked about those that do not.
            facts = replace(self._facts, evidence=frozenset()) if self._works else self._facts
            self.app.push_screen(NothingArrivesScreen(facts))

    def action_again(self) -> None:
        """Look at everything once more, and wait for another phone."""
        self._trouble = ""
        self._begin()
        self._look()
        self._show()
