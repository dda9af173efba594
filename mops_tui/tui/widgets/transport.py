"""The transport bar of a replay: time, speed, markers on a line that the mouse can drag."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from mops_tui.model.replay.pace import PaceName
from mops_tui.sources.replay import Player
from mops_tui.tui.widgets.top_bar import clock
from mops_tui.words.i18n import _

SIGNS = {
    "scenario": "◆",
    "round": "○",
    "revote": "◎",
    "reveal": "●",
    "decision": "✓",
    "summary": "■",
}


ORDER = ("round", "revote", "scenario", "summary", "reveal", "decision")
"""Kinds of markers, least important first: of several in one cell the last is drawn."""


def kind_words(kind: str) -> str:
    """The kind of a marker in words, for the transport bar."""
    return {
        "scenario": _("scenario"),
        "round": _("vote"),
        "revote": _("another vote"),
        "reveal": _("reveal"),
        "decision": _("decision"),
        "summary": _("summary"),
    }[kind]


def pace_words(pace: PaceName) -> str:
    """A pace in a word, behind the time that is read by it."""
    return {"story": _("story"), "real": _("real")}[pace]


class TransportBar(Widget):
    """Two rows: the line, and the figures."""

    class Sought(Message):
        """The mouse has chosen a place, as a share of the whole."""

        def __init__(self, share: float) -> None:
            """Take the share, 0 to 1."""
            super().__init__()
            self.share = share

    def __init__(self, player: Player) -> None:
        """Take the player that it shows."""
        super().__init__(id="transport")
        self._player = player
        self._dragging = False

    def render(self) -> Content:
        """The line with its markers, then where the play stands."""
        player, width = self._player, max(10, self.content_size.width)
        length = player.timeline.length or 1.0
        cursor = round(player.at / length * (width - 1))
        cells = [("━", "$primary") if x < cursor else ("─", "$text-muted") for x in range(width)]
        for marker in sorted(player.timeline.markers, key=lambda one: ORDER.index(one.kind)):
            x = round(marker.at / length * (width - 1))
            cells[x] = (SIGNS[marker.kind], "$secondary" if x > cursor else "bold $primary")
        cells[cursor] = ("┃", "bold $accent")
        sign = "▶" if player.playing else "‖"
        figures = _("{sign} {at} / {length} {pace}   ×{speed:g}   event {n} of {m}").format(
            sign=sign,
            at=clock(player.at),
            length=clock(player.timeline.length),
            pace=pace_words(player.timeline.pace.name),
            speed=player.speed,
            n=player.index,
            m=len(player.timeline.events),
        )
        loop = "   ↻" if player.loop else ""
        second = Content.assemble((figures, "bold"), (loop, "$accent"), *self._around())
        return Content("\n").join([Content.assemble(*cells), second.truncate(width)])

    def _around(self) -> list[tuple[str, str]]:
        """The names of the last marker passed and of the next one."""
        player = self._player
        passed = [m for m in player.timeline.markers if m.index <= player.index]
        parts: list[tuple[str, str]] = []
        if passed:
            last = passed[-1]
            parts.append((f"   {SIGNS[last.kind]} {kind_words(last.kind)}", "$primary"))
        following = player.marker(1)
        if following is not None:
            words = f"   ] {SIGNS[following.kind]} {kind_words(following.kind)}"
            parts.append((words, "$text-muted"))
        return parts

    def _seek(self, event: events.MouseEvent) -> None:
        last = max(1, self.content_size.width - 1)
        x = event.x - self.gutter.left
        self.post_message(self.Sought(min(max(x, 0), last) / last))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag."""
        self._dragging = True
        self.capture_mouse()
        self._seek(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag."""
        if self._dragging:
            self._seek(event)

    def on_mouse_up(self) -> None:
        """Let go."""
        self._dragging = False
        self.release_mouse()
