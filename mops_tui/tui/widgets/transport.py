"""The transport bar of a replay: time, speed, markers on a line that the mouse can drag."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from mops_tui.model.replay.pace import PaceName
from mops_tui.model.replay.timeline import Marker, MarkerKind
from mops_tui.sources.replay import Player
from mops_tui.tui.widgets.top_bar import clock
from mops_tui.usecases.chapters import Chapters
from mops_tui.words.i18n import _
from mops_tui.words.safe import cells

SIGNS: dict[MarkerKind, str] = {
    "scenario": "◆",
    "round": "○",
    "revote": "◎",
    "reveal": "●",
    "decision": "✓",
    "step": "□",
    "summary": "■",
    "happening": "▲",
}


ORDER: tuple[MarkerKind, ...] = (
    "round",
    "revote",
    "step",
    "scenario",
    "summary",
    "happening",
    "reveal",
    "decision",
)
"""Kinds of markers, least important first: of several in one cell the last is drawn."""


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

    class Chosen(Message):
        """The mouse has chosen a marker."""

        def __init__(self, marker: Marker) -> None:
            """Take the marker."""
            super().__init__()
            self.marker = marker

    def __init__(self, player: Player, chapters: Chapters) -> None:
        """Take the player that it shows, and what its markers are called."""
        super().__init__(id="transport")
        self._player = player
        self._chapters = chapters
        self._dragged_from: int | None = None
        self._pointed: Marker | None = None

    def render(self) -> Content:
        """The line with its markers, then where the play stands."""
        player, width = self._player, max(10, self.content_size.width)
        cursor = self._cell(player.at)
        line = [("━", "$primary") if x < cursor else ("─", "$text-muted") for x in range(width)]
        for x, marker in self._marked().items():
            line[x] = (SIGNS[marker.kind], "$secondary" if x > cursor else "bold $primary")
        line[cursor] = ("┃", "bold $accent")
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
        room = width - cells(figures) - cells(loop)
        second = Content.assemble((figures, "bold"), (loop, "$accent"), self._ahead(room))
        runs = [
            ("".join(sign for sign, _style in run), style)
            for style, run in groupby(line, key=itemgetter(1))
        ]
        return Content("\n").join([Content.assemble(*runs), second.truncate(width, ellipsis=True)])

    def _cell(self, at: float) -> int:
        """The column of a play time."""
        last = max(10, self.content_size.width) - 1
        length = self._player.timeline.length or 1.0
        return min(last, max(0, round(at / length * last)))

    def _marked(self) -> dict[int, Marker]:
        """The marker of each column that has one: of several the most important."""
        ordered = sorted(self._player.timeline.markers, key=lambda one: ORDER.index(one.kind))
        return {self._cell(marker.at): marker for marker in ordered}

    def _ahead(self, room: int) -> tuple[str, str]:
        """The marker under the mouse, else the next one: what comes, not what comes of it."""
        marker, key = self._pointed, ""
        if marker is None:
            marker, key = self._player.marker(1), "] "
        if marker is None:
            return "", ""
        sign = f"   {key}{SIGNS[marker.kind]} "
        room -= cells(sign)
        if marker.index <= self._player.index:
            title = self._chapters.title_at(marker, self._player.index, room)
        else:
            title = self._chapters.ahead(marker, room)
        return sign + title, "$text-muted"

    def _column(self, event: events.MouseEvent) -> int:
        return min(max(event.x - self.gutter.left, 0), max(1, self.content_size.width - 1))

    def _seek(self, column: int) -> None:
        self.post_message(self.Sought(column / max(1, self.content_size.width - 1)))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to a marker or to a place, and begin to drag."""
        column = self._dragged_from = self._column(event)
        self.capture_mouse()
        marker = self._marked().get(column) if event.y == self.gutter.top else None
        if marker is not None:
            self.post_message(self.Chosen(marker))
        else:
            self._seek(column)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag, or say what the marker is called that the mouse points at."""
        column = self._column(event)
        if self._dragged_from is not None:
            if column != self._dragged_from:
                self._dragged_from = column
                self._seek(column)
            return
        self._point(self._marked().get(column) if event.y == self.gutter.top else None)

    def on_leave(self) -> None:
        """The mouse points at nothing."""
        self._point(None)

    def _point(self, marker: Marker | None) -> None:
        if marker != self._pointed:
            self._pointed = marker
            self.refresh()

    def on_mouse_up(self) -> None:
        """Let go."""
        self._dragged_from = None
        self.release_mouse()
