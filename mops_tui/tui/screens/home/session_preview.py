"""What home shows of the session that is chosen: where it stands, and what it came to.

Importing this module imports the model and the pictures: home does so in a thread, once somebody
looks at a session.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.content import Content

from mops_tui.model.session.audience import VisibleState, visible_after
from mops_tui.pictures.highlights import Highlight, workshop_highlight
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions import journal
from mops_tui.tui.screens.home.preview import Preview
from mops_tui.tui.widgets.bodies.decision import decision_line
from mops_tui.tui.widgets.bodies.reveal import mark_labels
from mops_tui.tui.widgets.lines import hanging
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.findings import workshop_findings
from mops_tui.words.results.labels import view_name

MOST_BYTES = 8_000_000
"""A session that is longer is not read for a glance at it."""


@dataclass(frozen=True)
class SessionPreview(Preview):
    """Where a session stands, and what it came to."""

    state: VisibleState
    highlight: Highlight | None
    damaged: bool

    @property
    def title(self) -> str:  # type: ignore[override]  # worked out here, a field there
        """The picture's title, or nothing."""
        return self.highlight.title if self.highlight else ""

    def view(self) -> PictureView:
        """Its picture."""
        return PictureView(self.highlight.picture if self.highlight else None)

    def lines(self, width: int, *, full: bool) -> Content:
        """Where it stands and its decisions; `full` with what was found."""
        lines = [Content.styled(self._stands(), "bold $primary")]
        if self.damaged:
            words = _("The file is damaged. This is what could be read.")
            lines.append(Content.styled(words, "$warning"))
        decisions = self.state.decisions.values()
        lines += [decision_line(self.state, one, width) for one in decisions]
        if not decisions:
            lines.append(Content.styled(_("No decision is written down."), "$text-muted"))
        found = workshop_findings(self.state) if full else ()
        if found:
            lines += [Content(""), Content.styled(_("What was found"), "bold $primary")]
            lines += [hanging("· ", one, width, mark="bold $primary") for one in found]
        return Content("\n").join(lines)

    def _stands(self) -> str:
        """How far it is, how long it took, and how many were there."""
        state = self.state
        if state.phase == "closed":
            words = _("Finished")
        elif state.place.of == "lobby":
            words = _("Not begun yet")
        else:
            words = _("Stands at: {place}").format(place=view_name(state, state.place))
        minutes, people = int(state.worked(state.t) / 60), state.present
        parts = [words]
        if state.place.of != "lobby":
            parts.append(ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes))
        if people:
            parts.append(ngettext("{n} person", "{n} people", people).format(n=people))
        line = " · ".join(parts)
        return _("Rehearsal · {line}").format(line=line) if state.session == "rehearsal" else line


def preview_of_session(path: Path) -> Preview | None:
    """Where a session stands, as its room may see it; None where nothing of it can be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        reading = journal.read(path)
    except (SessionError, OSError):
        return None
    state = visible_after(reading.header, reading.events)
    highlight = workshop_highlight(state, mark_labels(state))
    return SessionPreview(state, highlight, damaged=reading.damage is not None)
