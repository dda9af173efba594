"""What can be answered, and when something is asked, in a line."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.pack import Grid, Scenario
from mops_tui.model.packs.questions import (
    AskedIf,
    QuestionBase,
    RateQuestion,
    TextQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.quoting import quoted


def answers_words(question: QuestionBase, grid: Grid | None) -> str:
    """What can be answered, in a line: for whoever has to say it aloud."""
    labels = [option.label for option in options_of(question)]
    kind = kind_of(question)
    if isinstance(question, RateQuestion):
        levels = ", ".join(quoted(level.label) for level in question.scale)
        count = len(items_of(question))
        if count < 2:
            return levels
        words = ngettext("{n} thing on: {levels}", "{n} things, each on: {levels}", count)
        return words.format(n=count, levels=levels)
    if isinstance(question, TextQuestion):
        words = ngettext("One idea each.", "Up to {n} ideas each.", question.most)
        return words.format(n=question.most)
    match kind:
        case "pairs":
            n = len(items_of(question))
            words = ngettext("{n} pair of statements.", "{n} pairs of statements.", n)
            return words.format(n=n)
        case "curve":
            return ", ".join(quoted(str(getattr(item, "label", ""))) for item in items_of(question))
        case "grid":
            corners = grid.quadrants if grid else ()
            return ", ".join(quoted(corner.name) for corner in corners)
    return ", ".join(map(quoted, labels))


def lines_words(question: QuestionBase) -> tuple[str, ...]:
    """What is answered one after the other, a line each; () where there is one thing to answer.

    A curve names its waves among its answers. What the room itself brings is not known before.
    """
    items = items_of(question)
    if len(items) < 2:
        return ()
    if isinstance(question, RateQuestion):
        return tuple(str(getattr(item, "label", "")) for item in items)
    return tuple(f"{item.left} ↔ {item.right}" for item in items if isinstance(item, Pair))


def condition_words(conditions: Sequence[AskedIf], scenario: Scenario) -> str:
    """When a question is asked that hangs on an earlier one."""
    wanted: dict[tuple[str, ...], list[str]] = {}
    for one in conditions:
        earlier = scenario.question(one.question)
        labels = {option.id: option.label for option in options_of(earlier)} if earlier else {}
        answers = tuple(quoted(labels.get(key, key)) for key in one.leads)
        title = quoted(earlier.title) if earlier else quoted(one.question)
        wanted.setdefault(answers, []).append(title)
    found = [
        _("{answers} leads in {titles}").format(
            answers=_(" or ").join(answers), titles=_(" or ").join(titles)
        )
        for answers, titles in wanted.items()
    ]
    return _("Asked only if {conditions}.").format(conditions=_(", or ").join(found))
