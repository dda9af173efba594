"""Where one's own answers do not go together, by what a pack says an answer keeps or changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mops_tui.model.alone.said import answers, names
from mops_tui.model.alone.walk import Walk
from mops_tui.model.packs.questions import kind_of, options_of


@dataclass(frozen=True)
class Clash:
    """An answer to what is to come, and another one that keeps or changes today's.

    Attributes:
        wanted: The question of what is to come, by `scenario/question`; `choice` the answer there.
        today: The question of how things are; `now` its answer, "" where it was passed.
        other: The question whose answer keeps today's or changes it; `step` that answer.
        keeps: Whether it keeps today's; else it changes what was wanted just so.
    """

    wanted: str
    choice: str
    today: str
    now: str
    other: str
    step: str
    keeps: bool


def clashes(walk: Walk) -> Iterator[Clash]:
    """Each answer that keeps what another one wants changed, or changes what it wants kept."""
    for other, question, _said in answers(walk):
        step = walk.first(other)
        option = next((one for one in options_of(question) if one.id == step), None)
        if option is None:
            continue
        for keeps, named in ((True, option.keeps), (False, option.changes)):
            for name in named:
                yield from _against(walk, f"{walk.scenario}/{name}", other, step, keeps=keeps)


def _against(walk: Walk, today: str, other: str, step: str, *, keeps: bool) -> Iterator[Clash]:
    asked = walk.state.question(today)
    if asked is None or today not in walk.refs:
        return
    now, named = walk.first(today), names(walk, asked)
    for wanted, question, _said in answers(walk):
        if wanted in (today, other) or kind_of(question) != "choice" or question.today:
            continue
        these, choice = names(walk, question), walk.first(wanted)
        if len(set(named.values()) & set(these.values())) < 2 or choice not in these:
            continue
        alike = bool(now) and named[now] == these[choice]
        if (keeps and not alike) or (not keeps and alike):
            yield Clash(wanted, choice, today, now, other, step, keeps)
