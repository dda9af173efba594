"""What stands below a replay: the chapter that plays, and what must be known about the moment."""

from __future__ import annotations

from textual.content import Content

from mops_tui.model.packs.characters import HAPPENED
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.events import NoteRecorded, ParticipantLeft, ReasonGiven
from mops_tui.sources.replay import Player, Recording
from mops_tui.tui.widgets.lines import hanging
from mops_tui.tui.widgets.transport import SIGNS
from mops_tui.usecases.chapters import Chapters
from mops_tui.words.files import condition as condition_words
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.rehearsals.said import said
from mops_tui.words.results.course.chapters import it_happens
from mops_tui.words.safe import cells

LEAST = 20
"""The cells that a chapter's title has on any screen."""


def chapter_line(player: Player, chapters: Chapters, width: int, *, of_all: bool) -> Content:
    """The chapter that plays; empty before the first.

    Args:
        player: Where the replay stands.
        chapters: What its markers are called.
        width: The cells that there are.
        of_all: Everybody's votes are shown. What only some would have voted came to something else,
            and a title tells what came of them all.
    """
    # What happens stands below, and whole; the question that it came to is still in view.
    chaptered = (one for one in player.timeline.markers if one.kind != "happening")
    passed = [one for one in chaptered if one.index <= player.index]
    if not passed:
        return Content("")
    last = passed[-1]
    width, sign = max(LEAST, width), f"{SIGNS[last.kind]} "
    room = width - cells(sign)
    told = chapters.title_at(last, player.index, room) if of_all else chapters.ahead(last, room)
    return Content.styled(sign + told, "bold $primary").truncate(width, ellipsis=True)


def reason_lines(player: Player, state: VisibleState, width: int) -> list[Content]:
    """What somebody has just said of their answer; nothing where something else has happened.

    Args:
        player: Where the replay stands.
        state: What may be seen at this moment.
        width: The cells that there are.
    """
    events = player.timeline.events[: player.index]
    if not events or not isinstance(events[-1], ReasonGiven):
        return []
    given = state.reasons.get(events[-1].question, ())
    return [hanging("  ", said(state, given[-1]), width)] if given else []


def happened_lines(player: Player, state: VisibleState, width: int) -> list[Content]:
    """What has just happened in a rehearsal, also while somebody leaves for it; else nothing.

    Args:
        player: Where the replay stands.
        state: What may be seen at this moment.
        width: The cells that there are.
    """
    events = player.timeline.events[: player.index]
    last = next((one for one in reversed(events) if not isinstance(one, ParticipantLeft)), None)
    if not isinstance(last, NoteRecorded) or not last.note.startswith(HAPPENED):
        return []
    note = state.notes.get(last.note)
    if note is None:
        return []
    return [hanging("  ", it_happens(note.text), width, style="bold $warning")]


def warnings(recorded: Recording, player: Player, shown: tuple[str, ...]) -> Content:
    """What must be known about this moment.

    Args:
        recorded: The session, whose file may be damaged or edited.
        player: Where the replay stands.
        shown: What is said of how it is shown: these sentences come first.
    """
    condition, words = recorded.condition, [*shown, *_edited(recorded, player)]
    if condition.header_edited:
        words.append(condition_words.header_edited())
    if player.ended and condition.unknown:
        words.append(condition_words.unknown(condition.unknown))
    if player.ended and condition.unread_from is not None:
        words.append(condition_words.unread(condition.unread_from))
    if player.seen().blanked:
        words.append(_("The room's screen was dark."))
    return Content.styled(" ".join(words), "bold $warning")


def _edited(recorded: Recording, player: Player) -> list[str]:
    """What somebody has changed by hand, of what stands on the screen and of all so far."""
    if not recorded.condition.edited:
        return []  # of a long session each event would be asked, at every one
    events = player.timeline.events[: player.index]
    edited = [event for event in events if event.seq in recorded.condition.edited]
    if not edited:
        return []
    if edited[-1].seq == events[-1].seq:
        return [_("This event was edited by hand.")]
    count = ngettext(
        "{n} event so far was edited by hand.", "{n} events so far were edited by hand.",
        len(edited),
    )  # fmt: skip
    return [count.format(n=len(edited))]
