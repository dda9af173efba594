"""The check of the room as text: the steps, the addresses, what is likely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from mops_tui.process.network.arrivals import Device
from mops_tui.process.network.facts import Facts
from mops_tui.process.network.interfaces import Interface
from mops_tui.process.network.likely import likely
from mops_tui.sources.phones.book import FIRST_PORT
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.network.addresses import kind_words
from mops_tui.words.network.reasons import reason_words, without_network
from mops_tui.words.network.room_check import (
    another_device,
    only_this_laptop,
    other_port,
    proves,
    public_address,
    step_words,
    waiting_words,
    works,
)
from mops_tui.words.safe import cells, safe

WIDE, HIGH = 68, 30
"""Cells and rows beside the code in which every reason has room."""
MOST_OTHERS = 3
"""So many devices that came part of the way are named beside those that voted."""
DONE, DUE = ("✓ ", "bold $success"), ("○ ", "$text-muted")


def steps(device: Device | None) -> Content:
    """How far a device has come, a line a step."""
    done = (False,) * 4
    if device is not None:
        done = (device.opened, device.joined, device.voted, device.way is not None)
    way = device.way if device else None
    saved = device.saved if device else None
    lines = []
    for step, is_done in enumerate(done):
        words = step_words(step, way, saved)
        lines.append(Content.assemble(DONE if is_done else DUE, (words, "" if is_done else DUE[1])))
    return Content("\n").join(lines)


def addresses(interfaces: Sequence[Interface], chosen: str, width: int, height: int) -> Content:
    """This machine's addresses, the chosen one marked; as many as there is room for.

    Args:
        interfaces: Ranked.
        chosen: The one in the QR.
        width: Cells of a line.
        height: Lines that there are.
    """
    if not interfaces:
        return Content.styled(_("This laptop has no address at all."), "$warning")
    at = next((n for n, one in enumerate(interfaces) if one.address == chosen), 0)
    first = 0
    if len(interfaces) > height:  # one line says how many there are besides
        first = max(0, min(at - (height - 2) + 1, len(interfaces) - (height - 1)))
        shown = interfaces[first : first + max(1, height - 1)]
    else:
        shown = interfaces
    lines = [_address(one, one.address == chosen, width) for one in shown]
    hidden = len(interfaces) - len(shown)
    if hidden:
        words = ngettext("  and {n} more: ↑↓", "  and {n} more: ↑↓", hidden).format(n=hidden)
        lines.append(Content.styled(words, "$text-muted"))
    return Content("\n").join(lines)


def _address(one: Interface, chosen: bool, width: int) -> Content:
    kind = kind_words(one.kind)
    mark = ("▸ ", "bold $accent") if chosen else "  "
    style = "bold" if chosen else "" if one.likely else "$text-muted"
    head = f"{one.address:<16}{kind:<12}"
    name = safe(one.name, max(0, width - 2 - cells(head)))
    return Content.assemble(mark, (head, style), (name, "$text-muted"))


def reasons(facts: Facts, width: int, most: int) -> Content:
    """What is likely when no phone arrives, the likeliest first: two short texts each."""
    lines: list[Content] = []
    for number, reason in enumerate(likely(facts)[:most], 1):
        why, what = reason_words(
            reason, facts.system, facts.firewall, facts.port, internet=facts.internet
        )
        sign = f"{number}. " if most > 1 else ""
        lines.append(hanging(sign, why, width, mark="bold", style="bold"))
        lines.append(hanging(" " * len(sign), what, width))
    return Content("\n").join(lines)


def everything(facts: Facts, width: int) -> Content:
    """Every reason that is left, and what works where none can be mended."""
    parts = [reasons(facts, width, 99)] if likely(facts) else []
    head = Content.styled(_("What works without a network that lets phones in:"), "bold $primary")
    ways = [
        hanging("· ", one, width, mark="bold $primary") for one in without_network(facts.system)
    ]
    return Content("\n").join([*parts, Content(""), head, *ways])


@dataclass(frozen=True)
class CheckFinding:
    """What is to be said at this moment.

    Attributes:
        facts: What is known of this machine, and of what has reached it.
        arrived: The devices that have.
        trouble: Why the page cannot be served, a sentence, or "".
        waited: Seconds since the page was opened.
        long: That was long enough to say what is likely.
        open: The page is served.
    """

    facts: Facts
    arrived: tuple[Device, ...]
    trouble: str
    waited: float
    long: bool
    open: bool

    def content(self, width: int, *, wide: bool) -> Content:
        """It as text, the most important first."""
        lines = self._notes()
        through = sum(1 for one in self.arrived if one.voted and not one.own)
        if self.facts.gone:
            lines.append(reasons(self.facts, width, 1))
        elif through:
            lines.append(Content.styled(works(through), "bold $success"))
            lines.append(Content(proves(through)))
            lines += self._others(MOST_OTHERS if wide else 1)
        elif self.facts.evidence:
            lines.append(reasons(self.facts, width, 1))
        elif not self.trouble:
            lines += self._nobody(width, wide)
        return Content("\n").join(lines)

    def _others(self, most: int) -> list[Content]:
        """Who else has reached this laptop, and has not voted."""
        others = [one for one in self.arrived if not one.own and not one.voted]
        words = (another_device(one.address, one.steps - 1) for one in others[:most])
        return [Content.styled(one, "$text-muted") for one in words]

    def _notes(self) -> list[Content]:
        """What is to be known of the address, and of its port."""
        lines: list[Content] = []
        if self.trouble:
            lines.append(Content.styled(self.trouble, "bold $error"))
        at = self.facts.at
        if self.open and at is not None and at.public:
            lines.append(Content.styled(public_address(), "$warning"))
        if self.open and self.facts.port != FIRST_PORT:
            lines.append(Content.styled(other_port(FIRST_PORT, self.facts.port), "$text-muted"))
        return lines

    def _nobody(self, width: int, wide: bool) -> list[Content]:
        """No other device has reached this machine."""
        lines: list[Content] = []
        if self.arrived:
            lines.append(Content.styled(only_this_laptop(), "$warning"))
        if self.open:
            lines.append(Content.styled(waiting_words(int(self.waited)), "$text-muted"))
        if self.long and wide:
            head = _("What is likely, in order:")
            lines += [Content(""), Content.styled(head, "bold $primary")]
            lines.append(everything(self.facts, width))
        elif self.long:
            lines.append(reasons(self.facts, width, 1))
        return lines
