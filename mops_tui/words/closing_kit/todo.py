"""What is to be done over many sessions, in words."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Literal

from mops_tui.sources.todo.reading import LeftFile
from mops_tui.sources.todo.tracked import Tracked
from mops_tui.words.closing_kit.days import day_in_words, when_typed
from mops_tui.words.decisions import by_when
from mops_tui.words.files.condition import sentences
from mops_tui.words.files.sessions import sentence
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import in_one_line, safe

TodoGroup = Literal["overdue", "to-come", "no-day", "review", "later", "closed"]
"""Where a thing stands in the list, in this order."""


def group_heading(group: TodoGroup) -> str:
    """What stands above the things of a group."""
    return {
        "overdue": _("Overdue"),
        "to-come": _("To come"),
        "no-day": _("Without a day"),
        "review": _("Decisions to look at again now"),
        "later": _("Decisions to look at again later"),
        "closed": _("No longer open"),
    }[group]


def what_words(one: Tracked) -> str:
    """What is to be done, in one line."""
    what = in_one_line(one.what)
    return _("First step: {what}").format(what=what) if one.kind == "first-step" else what


def facts(one: Tracked, today: date) -> str:
    """Who does it, by when, what became of it, and which workshop it comes from."""
    parts = [in_one_line(one.who) or _("nobody named"), when_words(one, today)]
    parts += [standing_words(one), workshop_words(one)]
    return _(" · ").join(filter(None, parts))


def when_words(one: Tracked, today: date) -> str:
    """By when, and how long that is ago where it is still open."""
    if not one.by.strip():
        return ""
    told = in_one_line(when_typed(one.by, one.since))
    told = _("look again: {when}").format(when=told) if one.kind == "review" else by_when(told)
    if not one.day or one.standing != "open":
        return told
    return _("{told} ({ago})").format(
        told=told, ago=_ago((today - date.fromisoformat(one.day)).days)
    )


def _ago(days: int) -> str:
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("yesterday", "{n} days ago", days).format(n=days)
    return ngettext("tomorrow", "in {n} days", -days).format(n=-days)


def standing_words(one: Tracked) -> str:
    """What became of it; "" where nothing is known."""
    day = day_in_words(one.on)
    if one.standing == "open":
        found = day_in_words(one.not_done_on)
        return _("not done yet on {day}").format(day=found) if found else ""
    words = {
        "done": _("looked at again on {day}") if one.kind == "review" else _("done on {day}"),
        "changed": _("changed on {day}"),
        "carried": _("carried over on {day}"),
    }[one.standing]
    if one.kind == "first-step" and one.said_at is not None:
        # Nobody spoke of the step: it is over with its decision.
        words = {
            "done": _("its decision was done on {day}"),
            "changed": _("its decision was changed on {day}"),
        }.get(one.standing, words)
    words = words.format(day=day)
    if one.said_at is None:
        return words
    where = _("{words}, in “{title}”") if one.said_in else words
    told = where.format(words=words, title=safe(one.said_in, 60))
    return _at(told, one.said_at) if one.said_alike else told


def workshop_words(one: Tracked) -> str:
    """Which workshop it comes from: its title, and its day."""
    day = day_in_words(one.opened.date().isoformat())
    title = safe(one.title, 44).strip()
    told = _("“{title}”, {day}").format(title=title, day=day) if title else day
    return _at(told, one.opened) if one.alike else told


def _at(told: str, opened: datetime) -> str:
    """With the time of day: there are two of that title and day."""
    return _("{told}, {time}").format(told=told, time=opened.strftime("%H:%M"))


def open_words(things: int, overdue: int, workshops: int) -> str:
    """How much is open, over how many workshops."""
    if not things:
        words = ngettext(
            "Nothing is open: one workshop was read.",
            "Nothing is open: {n} workshops were read.",
            workshops,
        )
        return words.format(n=workshops)
    words = ngettext("One thing is open", "{n} things are open", things).format(n=things)
    if not overdue:
        return _("{words}, and nothing is overdue.").format(words=words)
    late = ngettext("one is overdue", "{n} are overdue", overdue).format(n=overdue)
    return _("{words}; {late}.").format(words=words, late=late)


def rehearsals_left_out(count: int) -> str:
    """That rehearsals are left out."""
    words = ngettext("One rehearsal is left out.", "{n} rehearsals are left out.", count)
    return words.format(n=count)


def redacted_left_out(count: int) -> str:
    """That workshops from which names were taken out are left out: the original has the same."""
    words = ngettext(
        "One workshop from which names were taken out is left out: what it says stands in the "
        "original, too.",
        "{n} workshops from which names were taken out are left out: what they say stands in the "
        "originals, too.",
        count,
    )
    return words.format(n=count)


def unread(file: LeftFile, named: Path | str) -> str:
    """Why a file could not be read, or not whole.

    Args:
        file: The file.
        named: What it is called, where it could not be read at all.
    """
    if file.error is not None:
        return sentence(file.error, named)
    return " ".join(sentences(file.condition, safe(file.path.name)))


def marked(one: Tracked, *, done: bool) -> str:
    """That a thing is marked, and in which file."""
    words = _("Done: {what} (in {file})") if done else _("Open again: {what} (in {file})")
    return words.format(what=what_words(one), file=safe(one.path.name, 60))


def already(one: Tracked, *, done: bool) -> str:
    """That nothing was to be marked: it is so already."""
    if not done:
        return _("It is open: {what}").format(what=what_words(one))
    return _("{standing}: {what}").format(
        standing=_capital(standing_words(one)), what=what_words(one)
    )


def said_by_room(one: Tracked) -> str:
    """Why a thing cannot be opened again: a later workshop said that it is over."""
    return _("{standing}. That workshop's file says so, and it stays: {what}").format(
        standing=_capital(standing_words(one)), what=what_words(one)
    )


def no_reference(ref: str) -> str:
    """That a reference stands for nothing."""
    words = _(
        "Nothing has the reference {ref}, so nothing was marked. With --all instead, the command "
        "lists every reference."
    )
    return words.format(ref=safe(ref, 40))


def two_references(ref: str, refs: str) -> str:
    """That a reference stands for several things."""
    words = _("{ref} could be {refs}, so nothing was marked. Write more of it.")
    return words.format(ref=safe(ref, 40), refs=refs)


def found_for(name: str, names: tuple[str, ...]) -> str:
    """Who was found for a name, or the beginning of one."""
    words = _("Found for {name}: {names}.")
    return words.format(name=safe(name, 40), names="; ".join(names))


def nobody_of(name: str, names: tuple[str, ...]) -> str:
    """That nothing is somebody's, and whose things there are."""
    words = _("Nothing is open for {name}.").format(name=safe(name, 40))
    if not names:
        return words
    return _("{words} Names that stand there: {names}.").format(words=words, names="; ".join(names))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
