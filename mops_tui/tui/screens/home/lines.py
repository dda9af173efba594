"""What the home screen says: its title, a workshop or a session in a line, and its details."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content

from mops_tui.storage.packs.summaries import PackSummary
from mops_tui.storage.sessions.summaries import SessionSummary
from mops_tui.words.apart import cut_among, cut_apart
from mops_tui.words.files.copies import copies_line
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import cells, safe

LOGO = ("┌─┬─┐", "│M│O│", "├─┼─┤", "│S│P│", "└─┴─┘")
TITLE = 40
"""The most cells of a session's title in the list."""
LEAST_TITLE = 12
"""A title keeps so many cells, whatever stands around it."""
MINUTES = 6
"""The least cells of how long a workshop takes, before its title."""
TO_TITLE = 8
"""The cells before its title, with a gap behind the minutes."""


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


def open_line(things: int, overdue: int, key: str) -> Content:
    """How much is open over all workshops, and the key that lists it."""
    words = ngettext("One thing is open", "{n} things are open", things).format(n=things)
    lists = _(". Press {key} for the list.").format(key=key)
    if not overdue:
        return Content.styled(words + lists, "$text-muted")
    late = ngettext("one is overdue", "{n} are overdue", overdue).format(n=overdue)
    return Content.assemble(
        (words + ", ", "$text-muted"), (late, "$warning"), (lists, "$text-muted")
    )


def no_sessions() -> str:
    """What stands where the sessions will."""
    return _(
        "None yet.\n\nA session is kept as one file while you run a workshop. It can be "
        "resumed at any moment, even after a crash."
    )


def workshop_lines(summaries: Sequence[PackSummary], width: int) -> list[Content]:
    """The workshops in the list, in so many cells each: no two titles look alike."""
    own = _("  yours")
    signs = [_minutes(summary.minutes) for summary in summaries]
    before = max(MINUTES, *map(cells, signs)) if signs else MINUTES
    gap = max(1, TO_TITLE - before)
    room = width - before - gap - (cells(own) if any(one.own for one in summaries) else 0)
    titles = cut_apart([one.title for one in summaries], max(LEAST_TITLE, room))
    lines = []
    for summary, sign, title in zip(summaries, signs, titles, strict=True):
        end = own if summary.own else ""
        told = (f"{sign:>{before}}{' ' * gap}", "$text-muted")
        lines.append(Content.assemble(told, title, (end, "$secondary")))
    return lines


def _minutes(minutes: float) -> str:
    n = int(minutes)
    return ngettext("{n} min", "{n} min", n).format(n=n) if minutes else ""


def session_lines(summaries: Sequence[SessionSummary], width: int) -> list[Content]:
    """The sessions in the list, in so many cells each, with their days in any case."""
    titles = list(map(_session_title, summaries))
    return [
        _session_line(summary, title, titles, width)
        for summary, title in zip(summaries, titles, strict=True)
    ]


def _session_title(summary: SessionSummary) -> str:
    title = safe(summary.title or summary.path.name)
    if summary.session == "rehearsal" and not title.startswith(_("Rehearsal")):
        return _("rehearsal: {title}").format(title=title)
    return title


def _session_line(
    summary: SessionSummary, title: str, titles: Sequence[str], width: int
) -> Content:
    opened = summary.opened.astimezone()
    today = opened.date() == datetime.now().astimezone().date()
    when = opened.strftime("%H:%M" if today else "%m-%d")
    end = f"  {when}{_copies(summary)}"
    mark, states = (
        ("● ", "$text-muted") if summary.finished else ("◐ ", "$accent"),
        _states(summary),
    )
    if summary.trouble:
        mark, states, end = ("! ", "$error"), [(_("cannot be read") + "  ", "$error")], ""
    elif summary.moved is not None and not summary.finished:
        mark = ("◌ ", "$text-muted")
    around = sum(cells(words) for words, _style in (mark, *states)) + cells(end)
    title = cut_among(title, titles, min(TITLE, max(LEAST_TITLE, width - around)))
    return Content.assemble(mark, *states, title, (end, "$text-muted"))


def _states(summary: SessionSummary) -> list[tuple[str, str]]:
    """What there is to know before it is opened; before the title, since a line may be cut."""
    states = []
    if summary.moved is not None and not summary.finished:
        states.append((_("elsewhere") + "  ", "bold"))
    if summary.rivals:
        states.append((_("two versions") + "  ", "$warning"))
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
        words = _("{title} · the disk here failed. Enter resumes it where it was continued: {file}")
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
        return _("finished. r opens its report.")
    # Of two ends Enter asks which one goes on; the line of the copies says so.
    return _("unfinished.") if summary.rivals else _("unfinished. Enter resumes it.")


def day(when: datetime) -> str:
    """A moment where the person is."""
    return when.astimezone().strftime("%Y-%m-%d %H:%M")
