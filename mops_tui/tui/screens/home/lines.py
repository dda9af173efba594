"""What the home screen says: its head, a workshop or a session in a line, and its details."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from mops_tui.storage.packs.summaries import PackHead
from mops_tui.storage.sessions.summaries import SessionHead
from mops_tui.words.files.copies import copies_line
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

LOGO = ("┌─┬─┐", "│M│O│", "├─┼─┤", "│S│P│", "└─┴─┘")
TITLE = 40
"""Cells of a session's title in the list."""


def logo() -> list[Content]:
    """The four letters, a line each."""
    letters = {"M": "$primary", "O": "$accent", "S": "$secondary", "P": "$success"}
    lines = []
    for line in LOGO:
        parts = [(char, f"bold {letters[char]}" if char in letters else "$text-muted")
                 for char in line]  # fmt: skip
        lines.append(Content.assemble(*parts))
    return lines


def welcome() -> Content:
    """What this is, in four lines."""
    return Content.assemble(
        ("mops_tui", "bold $accent"),
        "\n",
        _("Workshops for Marketing Operations, run from this terminal."),
        "\n",
        (_("Pick a workshop, vote, see where the room stands, decide."), "$text-muted"),
        "\n",
        (_("Everything stays on this machine. Press ? for keys."), "$text-muted"),
    )


def no_sessions() -> str:
    """What stands where the sessions will."""
    return _(
        "None yet.\n\nA session is kept as one file while you run a workshop. It can be "
        "resumed at any moment, even after a crash."
    )


def workshop_line(head: PackHead) -> Content:
    """A workshop in the list."""
    minutes = ngettext("{n} min", "{n} min", int(head.minutes)).format(n=int(head.minutes))
    line = Content.assemble(
        (f"{minutes:>6}  " if head.minutes else " " * 8, "$text-muted"), safe(head.title, 60)
    )
    return Content.assemble(line, (_("  yours"), "$secondary")) if head.own else line


def session_line(head: SessionHead) -> Content:
    """A session in the list."""
    opened = head.opened.astimezone()
    today = opened.date() == datetime.now().astimezone().date()
    when = opened.strftime("%H:%M" if today else "%m-%d")
    title = safe(head.title or head.path.name, TITLE)
    simulated = head.session == "rehearsal" and not title.startswith(_("Rehearsal"))
    if simulated:
        title = _("rehearsal: {title}").format(title=title)
    if head.trouble:
        return Content.assemble(("! ", "$error"), (_("cannot be read") + "  ", "$error"), title)
    mark = ("● ", "$text-muted") if head.finished else ("◐ ", "$accent")
    if head.moved is not None and not head.finished:
        mark = ("◌ ", "$text-muted")
    end = Content.styled(f"  {when}{_copies(head)}", "$text-muted")
    return Content.assemble(mark, *_states(head), title, end)


def _states(head: SessionHead) -> list[tuple[str, str]]:
    """What there is to know before it is opened; before the title, since a line may be cut."""
    states = []
    if head.moved is not None and not head.finished:
        states.append((_("elsewhere") + "  ", "bold"))
    if head.rivals:
        states.append((_("two ends") + "  ", "$warning"))
    if head.header_edited:
        states.append((_("header edited") + "  ", "$warning"))
    return states or ([] if head.finished else [(_("resume") + "  ", "bold")])


def _copies(head: SessionHead) -> str:
    """How many copies there are, where they only lag behind."""
    n = len(head.copies)
    words = ngettext("  {n} copy", "  {n} copies", n).format(n=n)
    return words if n and not head.rivals else ""


def session_detail(head: SessionHead) -> Content:
    """What is known of the selected session, and of its copies."""
    copies = copies_line(head)
    said = _detail(head)
    return Content.assemble(said, " ", (copies, "$warning")) if copies else said


def _detail(head: SessionHead) -> Content:
    if head.trouble:
        words = _("{file} cannot be read. Run: mops-tui check {file}").format(file=head.path.name)
        return Content(safe(words))
    if head.moved is not None:
        words = _("{title} · the disk here refused. Enter resumes it where it went on: {file}")
        return Content(words.format(title=safe(head.title), file=safe(str(head.moved))))
    words = _("{title} · opened {when} · {state}")
    if head.workshop_title not in ("", head.title):
        words = _("{title} · {workshop} · opened {when} · {state}")
    said = words.format(
        title=safe(head.title),
        workshop=safe(head.workshop_title),
        when=day(head.opened),
        state=_state(head),
    )
    said = f"{_('A rehearsal.')} {said}" if head.session == "rehearsal" else said
    if head.header_edited:
        said += " " + _("Its header was changed by hand after it was opened.")
    return Content(said)


def _state(head: SessionHead) -> str:
    if head.finished:
        return _("finished. r writes its report.")
    # Of two ends Enter asks which one goes on; the line of the copies says so.
    return _("unfinished.") if head.rivals else _("unfinished. Enter resumes it.")


def day(when: datetime) -> str:
    """A moment where the person is."""
    return when.astimezone().strftime("%Y-%m-%d %H:%M")
