"""Advice about a sound pack: what a room stumbles over, and what does not fit into the minutes.

Nothing here keeps a pack from running. Our own packs have none of it; a test holds that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.drafts import SUBJECT
from mops_tui.model.packs.flaws import Flaw, Path
from mops_tui.model.packs.minutes import BREAK_FROM, DECISION, SLACK, talk_minutes
from mops_tui.model.packs.pack import Scenario, WorkshopPack
from mops_tui.model.packs.questions import PairsQuestion, QuestionBase, items_of, options_of
from mops_tui.model.packs.workshop import Workshop, assemble, fit

MOST_WORDS: Mapping[str, int] = {
    "ask": 16,
    "line": 12,
    "prompt": 16,
    "aside": 24,
    "brief": 105,
}
"""The most words of a text: an ask is read aloud in ten seconds and a brief in 45, a line is taken
in at a glance, a counterpoint or a mirror in two."""
MOST_TITLE = 34
"""Characters that a title may have."""
_SUBJECT_WORDS = "the named change"


def advice_on(
    pack: Scenario | WorkshopPack, scenarios: Mapping[str, Scenario] | None = None
) -> tuple[Flaw, ...]:
    """What could be better in a sound pack.

    Args:
        pack: A pack without flaws.
        scenarios: The scenarios that a workshop may name; unchecked when absent.
    """
    if isinstance(pack, WorkshopPack):
        return tuple(_workshop(pack, scenarios or {}))
    return tuple(_scenario(pack))


def unfit(pack: WorkshopPack, scenarios: Mapping[str, Scenario]) -> tuple[Flaw, ...]:
    """Why an agenda cannot fit into its day; empty where it can, or where it cannot be told."""
    workshop = _assembled(pack, scenarios)
    if workshop is None or pack.minutes is None:
        return ()
    found = fit(workshop)
    if found.fits:
        return ()
    params = {"minutes": f"{found.minutes:g}", "needed": f"{found.needed:g}"}
    return (Flaw("agenda-too-long", ("minutes",), params),)


def words_in(text: str) -> int:
    """How many words a text has, read aloud; a subject counts as three."""
    return len(re.findall(r"\w(?:[\w'’%/-]|[.,](?=\d))*", text.replace(SUBJECT, _SUBJECT_WORDS)))


def _assembled(pack: WorkshopPack, scenarios: Mapping[str, Scenario]) -> Workshop | None:
    try:
        return assemble(pack.agenda, scenarios, id=pack.id, title=pack.title, minutes=pack.minutes)
    except KeyError:
        return None


def _workshop(pack: WorkshopPack, scenarios: Mapping[str, Scenario]) -> Iterator[Flaw]:
    yield from _title(pack.title, ("title",))
    workshop = _assembled(pack, scenarios)
    if workshop is None or pack.minutes is None:
        return
    found = fit(workshop)
    if found.fits and round(found.slack, 6) < SLACK:
        free = f"{found.minutes - found.whole:g}"
        params = {"minutes": f"{found.minutes:g}", "whole": f"{found.whole:g}", "free": free}
        yield Flaw("no-slack", ("minutes",), params)
    if found.longest > BREAK_FROM:
        yield Flaw("no-break", ("agenda",), {"longest": f"{found.longest:g}"})


def _scenario(pack: Scenario) -> Iterator[Flaw]:
    yield from _title(pack.title, ("title",))
    yield from _words(pack.brief, "brief", ("brief",))
    for index, question in enumerate(pack.questions):
        yield from _question(question, ("question", index))
    decision = pack.decision
    if decision is None:
        return
    yield from _words(decision.ask, "ask", ("decision", "ask"))
    yield from _words(decision.hint, "line", ("decision", "hint"))
    if decision.minutes < DECISION:
        params = {"minutes": f"{decision.minutes:g}", "least": f"{DECISION:g}"}
        yield Flaw("short-decision", ("decision", "minutes"), params)


def _question(question: QuestionBase, path: Path) -> Iterator[Flaw]:
    yield from _title(question.title, (*path, "title"))
    yield from _words(question.ask, "ask", (*path, "ask"))
    yield from _words(question.hint, "line", (*path, "hint"))
    if talk_minutes(question) < 0:
        least = question.minutes - talk_minutes(question)
        params = {"minutes": f"{question.minutes:g}", "least": f"{least:g}"}
        yield Flaw("short-question", (*path, "minutes"), params)
    for name, kind in (("facts", "line"), ("prompts", "prompt")):
        for step, line in enumerate(getattr(question, name)):
            yield from _words(line.text, kind, (*path, name, step, "text"))
    for name in ("counterpoint", "mirror"):
        aside = getattr(question, name)
        if aside is not None:
            yield from _words(aside.text, "aside", (*path, name, "text"))
    for step, option in enumerate(options_of(question)):
        own = (*path, "option", step)
        yield from _words(option.text, "line", (*own, "text"))
        for name in ("goodies", "gotchas", "works_when"):
            for at, line in enumerate(getattr(option, name)):
                yield from _words(line.text, "line", (*own, name, at, "text"))
    key = "pair" if isinstance(question, PairsQuestion) else "item"
    for step, item in enumerate(items_of(question)):
        if isinstance(item, Pair):
            yield from _words(item.left, "line", (*path, key, step, "left"))
            yield from _words(item.right, "line", (*path, key, step, "right"))
        else:
            yield from _words(item.text, "line", (*path, key, step, "text"))


def _title(title: str, path: Path) -> Iterator[Flaw]:
    length = len(title.replace(SUBJECT, _SUBJECT_WORDS))
    if length > MOST_TITLE:
        yield Flaw("long-title", path, {"length": str(length), "most": str(MOST_TITLE)})


def _words(text: str | None, kind: str, path: Path) -> Iterator[Flaw]:
    count, most = words_in(text or ""), MOST_WORDS[kind]
    if count > most:
        yield Flaw(
            "long-brief" if kind == "brief" else "many-words",
            path,
            {"n": str(count), "most": str(most)},
        )
