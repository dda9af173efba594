"""What the home screen says: its title, a workshop or a session in a line, and its details."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from mops_tui.storage.packs.summaries import PackSummary
from mops_tui.storage.sessions.summaries import SessionSummary
from mops_tui.words.files.copies import copies_line
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import cells, safe

LOGO = ("┌─┬─┐", "│M│O│", "├─┼─┤", "│S│P│", "└─┴─┘")
LINE, LEAST = 56, 10
"""Cells of a line in the list of sessions, where nobody says how many there are; the fewest."""
TAIL, LEAST_START = 8, 3
"""Cells of the end of a title that is cut in its middle, at most; of its start, at least."""


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


def workshop_line(summary: PackSummary) -> Content:
    """A workshop in the list."""
    minutes = ngettext("{n} min", "{n} min", int(summary.minutes)).format(n=int(summary.minutes))
    line = Content.assemble(
        (f"{minutes:>6}  " if summary.minutes else " " * 8, "$text-muted"), safe(summary.title, 60)
    )
    return Content.assemble(line, (_("  yours"), "$secondary")) if summary.own else line


def session_line(summary: SessionSummary, width: int = LINE) -> Content:
    """A session in the list: its day or hour first, since what stands last may be cut.

    Args:
        summary: The session.
        width: The cells of a line.
    """
    opened = summary.opened.astimezone()
    today = opened.date() == datetime.now().astimezone().date()
    when = opened.strftime("%H:%M" if today else "%m-%d")
    title = safe(summary.title or summary.path.name)
    simulated = summary.session == "rehearsal" and not title.startswith(_("Rehearsal"))
    words = _("rehearsal: {title}") if simulated else "{title}"
    if summary.trouble:
        start = Content.assemble(("! ", "$error"), (_("cannot be read") + "  ", "$error"))
        return Content.assemble(start, cut(title, width - start.cell_length))
    mark = ("● ", "$text-muted") if summary.finished else ("◐ ", "$accent")
    if summary.moved is not None and not summary.finished:
        mark = ("◌ ", "$text-muted")
    start = Content.assemble(mark, (f"{when}  ", "$text-muted"), *_states(summary))
    copies = _copies(summary)
    room = width - start.cell_length - cells(words.format(title="")) - cells(copies)
    shown = words.format(title=cut(title, room))
    return Content.assemble(start, shown, (copies, "$text-muted"))


def cut(title: str, width: int) -> str:
    """A title in so many cells that keeps its end: a number in brackets tells two of them apart."""
    width = max(LEAST, width)
    if cells(title) <= width:
        return title
    bracket = title.rfind(" (")
    end = title[bracket:] if title.endswith(")") and bracket > 0 else title[title.rfind(" ") :]
    if not title.endswith(")") and cells(end) > TAIL:
        end = title[-TAIL:]
    if cells(end) > width - LEAST_START:
        return safe(title, width)
    return safe(title, width - cells(end)) + end


def _states(summary: SessionSummary) -> list[tuple[str, str]]:
    """What there is to know before it is opened; before the title, since a line may be cut."""
    states = []
    if summary.moved is not None and not summary.finished:
        states.append((_("elsewhere") + "  ", "bold"))
    if summary.rivals:
        states.append((_("two ends") + "  ", "$warning"))
    if summary.header_edited:
        states.append((_("header edited") + "  ", "$warning"))
    return states or ([] if summary.finished else [(_("resume") + "  ", "bold")])


def _copies(summary: SessionSummary) -> str:
    """How many copies there are, where they only lag behind."""
    n = len(summary.copies)
    words = ngettext("  {n} copy", "  {n} copies", n).format(n=n)
    return words if n and not summary.rivals else ""


def session_detail(summary: SessionSummary) -> Content:
    """What is known of the selected session, and of its copies."""
    copies = copies_line(summary)
    lines = _detail(summary)
    return Content.assemble(lines, " ", (copies, "$warning")) if copies else lines


def _detail(summary: SessionSummary) -> Content:
    if summary.trouble:
        words = _("{file} cannot be read. Run: mops-tui check {file}").format(
            file=summary.path.name
        )
        return Content(safe(words))
    if summary.moved is not None:
        words = _("{title} · the disk here refused. Enter resumes it where it went on: {file}")
        return Content(words.format(title=safe(summary.title), file=safe(str(summary.moved))))
    words = _("{title} · opened {when} · {state}")
    if summary.workshop_title not in ("", summary.title):
        words = _("{title} · {workshop} · opened {when} · {state}")
    sentence = words.format(
        title=safe(summary.title),
        workshop=safe(summary.workshop_title),
        when=day(summary.opened),
        state=_state(summary),
    )
    sentence = f"{_('A rehearsal.')} {sentence}" if summary.session == "rehearsal" else sentence
    if summary.header_edited:
        sentence += " " + _("Its header was changed by hand after it was opened.")
    return Content(sentence)


def _state(summary: SessionSummary) -> str:
    if summary.finished:
        return _("finished. r writes its report.")
    # Of two ends Enter asks which one goes on; the line of the copies says so.
    return _("unfinished.") if summary.rivals else _("unfinished. Enter resumes it.")


def day(when: datetime) -> str:
    """A moment where the person is."""
    return when.astimezone().strftime("%Y-%m-%d %H:%M")
