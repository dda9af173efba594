"""What the sessions of a comparison are called, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mops_tui.model.comparison.comparison import Comparison, Session
from mops_tui.words.files.condition import sentences
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import listed
from mops_tui.words.safe import cells, safe

_TITLE = 60


def tag(index: int) -> str:
    """What a session is called in a comparison: S1, S2 and so on."""
    return f"S{index + 1}"


def tags(indexes: Sequence[int], every: int) -> str:
    """Some of the sessions in a sentence: "both", "all" or by their tags.

    Args:
        indexes: Which.
        every: How many there are.
    """
    if len(indexes) == every and every > 1:
        return _("both") if every == 2 else _("all {n}").format(n=every)
    return listed([tag(index) for index in indexes])


def days(sessions: Sequence[Session]) -> list[str]:
    """When each was, as far as it takes to tell them apart: the day, the hour, the second."""
    shapes = ("%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S")
    for shape in shapes:
        shown = [one.opened.strftime(shape) for one in sessions]
        if len(set(shown)) == len(shown):
            return shown
    return [one.opened.strftime(shapes[1]) for one in sessions]


def heads(comparison: Comparison) -> list[str]:
    """A session as a column is headed: its tag, its day, and that it is a rehearsal, if so.

    Where all of them are, that is said once, of each session, and not over every column.
    """
    shown, mixed = days(comparison.sessions), _mixed(comparison)
    named: list[str] = []
    for n, (one, day) in enumerate(zip(comparison.sessions, shown, strict=True)):
        words = _("{tag}, {day}")
        if mixed and one.state.session == "rehearsal":
            words = _("{tag} (rehearsal), {day}")
        named.append(words.format(tag=tag(n), day=day))
    return named


def _mixed(comparison: Comparison) -> bool:
    """Whether some of the sessions are rehearsals and others are not."""
    return len({one.state.session == "rehearsal" for one in comparison.sessions}) > 1


def are_then_and_now(opened: Sequence[datetime]) -> bool:
    """Whether some moments are two of different days."""
    return len(opened) == 2 and min(opened).date() != max(opened).date()


def order_words(opened: Sequence[datetime]) -> tuple[str, str]:
    """What the first and the last of some sessions are called.

    Two of different days are then and now; two of one day, or more than two, are not.
    """
    if are_then_and_now(opened):
        return _("then"), _("now")
    if len(opened) == 2:
        return _("first"), _("second")
    return _("first"), _("last")


def then_and_now(comparison: Comparison, width: int = 0) -> str:
    """Which session is the earlier, in one short line.

    Args:
        comparison: The sessions.
        width: The cells that the line has; where they suffice, it names the files. 0 for none.
    """
    named = heads(comparison)
    plain = _order_line(comparison, named)
    with_files = [
        _("{session}, {file}").format(session=name, file=safe(one.file)) if one.file else name
        for name, one in zip(named, comparison.sessions, strict=True)
    ]
    told = _order_line(comparison, with_files)
    return told if cells(told) <= width else plain


def _order_line(comparison: Comparison, named: Sequence[str]) -> str:
    fields = {"first": named[0], "last": named[-1], "n": len(named)}
    if len(named) > 2:
        return _("First {first} → last {last}, {n} sessions").format(**fields)
    if are_then_and_now([one.opened for one in comparison.sessions]):
        return _("Then {first} → now {last}").format(**fields)
    return _("First {first} → second {last}").format(**fields)


def session_line(comparison: Comparison, index: int) -> str:
    """A session with its tag, its place in time, title, file, day, size, and what kind it is."""
    session, count = comparison.sessions[index], len(comparison.sessions)
    state, place = session.state, ""
    if index in (0, count - 1):
        then, now = order_words([one.opened for one in comparison.sessions])
        place = then if index == 0 else now
    head = _("{tag} ({place}): {title}") if place else _("{tag}: {title}")
    people = ngettext("one person", "{n} people", state.present).format(n=state.present)
    parts = [
        head.format(tag=tag(index), place=place, title=safe(session.title, _TITLE)),
        safe(session.file, _TITLE),
        days(comparison.sessions)[index],
        people if state.present else _("nobody present"),
        {"rehearsal": _("a rehearsal"), "practice": _("practice")}.get(state.session, ""),
        _("anonymous") if state.policy.anonymity == "anonymous" else "",
        _("not closed") if state.phase != "closed" else "",
    ]
    return _(", ").join(part for part in parts if part)


def unread_lines(comparison: Comparison) -> list[str]:
    """A sentence for each session that cannot be read to its end, or was changed by hand."""
    lines: list[str] = []
    for index, one in enumerate(comparison.sessions):
        lines += sentences(one.condition, tag(index))
    return lines


def rehearsal_line(comparison: Comparison) -> str:
    """A warning where a rehearsal stands beside a real session; "" elsewhere."""
    if not _mixed(comparison):
        return ""
    played = [
        tag(n) for n, one in enumerate(comparison.sessions) if one.state.session == "rehearsal"
    ]
    words = ngettext(
        "{which} is a rehearsal: its people are simulated.",
        "{which} are rehearsals: their people are simulated.",
        len(played),
    )
    return words.format(which=listed(played))


def thresholds_line(comparison: Comparison) -> str:
    """A warning where verdicts rest on other thresholds."""
    if comparison.same_thresholds:
        return ""
    return _("The sessions had different thresholds: each verdict is against its own.")
