"""What many sessions decided: each decision, how often, and when last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mops_tui.model.comparison.decisions import DecisionHistory, said_alike
from mops_tui.model.text.limits import MOST_WORDS
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import listed
from mops_tui.words.results.quoting import quoted
from mops_tui.words.safe import lines_joined, safe

MOST_DECISIONS = 5
"""So many different decisions of a scenario are told; the others are counted."""


def decided_rows(history: DecisionHistory, rehearsed: Sequence[bool] = ()) -> list[list[str]]:
    """Scenario, decision, how many sessions decided so, and which was the last of them.

    The most frequent comes first; sessions that had the scenario and decided nothing come last.

    Args:
        history: What was decided, session by session.
        rehearsed: Whether each session is a rehearsal; empty where that need not be said.
    """
    told = ["; ".join(lines_joined(what) for what in said) for said in history.decisions]
    keys = [said_alike(said) for said in history.decisions]
    counts = Counter(key for key in keys if key)
    had = sum(history.on_agenda)
    rows: list[list[str]] = []
    for key, count in counts.most_common(MOST_DECISIONS):
        last = len(keys) - 1 - keys[::-1].index(key)
        words = _("{count} of {n}")
        played = sum(one == key and was for one, was in zip(keys, rehearsed, strict=False))
        if played:
            words = ngettext(
                "{count} of {n}, one of them a rehearsal",
                "{count} of {n}, {played} of them rehearsals",
                played,
            )
        often = words.format(count=count, n=had, played=played)
        rows.append(["", told[last], often, _("session {n}").format(n=last + 1)])
    others = len(counts) - MOST_DECISIONS
    if others > 0:
        words = ngettext("one other decision", "{n} other decisions", others)
        rest = sum(counts.values()) - sum(n for _key, n in counts.most_common(MOST_DECISIONS))
        rows.append(["", words.format(n=others), _("{count} of {n}").format(count=rest, n=had), ""])
    none = sum(there and not key for there, key in zip(history.on_agenda, keys, strict=True))
    if none:
        rows.append(["", _("no decision"), _("{count} of {n}").format(count=none, n=had), ""])
    rows[0][0] = safe(history.title)
    return rows


def owner_changed(history: DecisionHistory, rehearsed: Sequence[bool] = ()) -> str:
    """From whom to whom a scenario's decisions went last, and when; "" where nobody else owns them.

    Args:
        history: What was decided, session by session.
        rehearsed: Whether each session is a rehearsal, which hands nothing over; or empty.
    """
    owned = [
        (index, history.plans[index].owner)
        for index in history.deciding
        if history.plans and history.plans[index].owner
        if not (index < len(rehearsed) and rehearsed[index])
    ]
    if not owned:
        return ""
    last, now = owned[-1]
    before = [one for one in owned if said_alike(one[1]) != said_alike(now)]
    if not before:
        return ""
    first, then = before[-1]
    return _("The owner changed: {then} in session {first}, {now} in session {last}.").format(
        then=quoted("; ".join(map(safe, then)), MOST_WORDS),
        first=first + 1,
        now=quoted("; ".join(map(safe, now)), MOST_WORDS),
        last=last + 1,
    )


def decided_differently(history: DecisionHistory) -> bool:
    """Whether no two sessions decided alike: then none of it was decided most often."""
    keys = [key for key in map(said_alike, history.decisions) if key]
    return len(set(keys)) == len(keys) > 1


def decided_each(history: DecisionHistory, rehearsed: Sequence[bool] = ()) -> str:
    """The decisions of a scenario of which no two are alike, in the order of the sessions."""
    told: list[str] = []
    for at, said in enumerate(history.decisions):
        if said:
            what = quoted("; ".join(map(safe, said)), MOST_WORDS)
            played = at < len(rehearsed) and rehearsed[at]
            told.append(_("{what} (rehearsal)").format(what=what) if played else what)
    others = len(told) - MOST_DECISIONS
    if others > 0:
        words = ngettext("one other decision", "{n} other decisions", others)
        told = [*told[:MOST_DECISIONS], words.format(n=others)]
    return listed(told)


def decided_most(history: DecisionHistory, rehearsed: Sequence[bool] = ()) -> str:
    """What most sessions decided in a scenario, with how many did; of several equal ones all."""
    plain = [row for row in decided_rows(history) if row[3]]
    often = [row[2] for row in decided_rows(history, rehearsed) if row[3]]
    first = [n for n, row in enumerate(plain) if row[2] == plain[0][2]]
    what = [quoted(row[1], MOST_WORDS) for row in plain]
    if len({often[n] for n in first}) > 1:  # as often, but not by as many rehearsals
        return listed([f"{what[n]} ({often[n]})" for n in first])
    words = _("{what} ({often} each)") if len(first) > 1 else _("{what} ({often})")
    return words.format(what=listed([what[n] for n in first]), often=often[0])
