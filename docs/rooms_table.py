"""Print what twenty rooms of a rehearsal do: who wins, who leans where, why, and who moves.

Usage: python docs/rooms_table.py [--docs]

With --docs it replaces what stands between the `rooms` markers in docs/practise-and-rehearse.md.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import (
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session.ballots import Allocation, Ballot, Pass, Ratings
from mops_tui.model.session.state import WorkshopState
from mops_tui.sources.simulated.answering import answer
from mops_tui.sources.simulated.characters import SimulatedPerson, people
from mops_tui.sources.simulated.company import company_of
from mops_tui.sources.simulated.listening import first_choice, listen, positions_of
from mops_tui.sources.simulated.matter import matter_of
from mops_tui.sources.simulated.reasons import reason
from mops_tui.sources.simulated.rehearsal import REHEARSAL_CAST, rehearse
from mops_tui.sources.simulated.worth import bounds
from mops_tui.storage.packs.packs import Library, load_library
from mops_tui.words.rehearsals.decided import decided
from mops_tui.words.rehearsals.reasons import speech

PAGE = ROOT / "docs" / "practise-and-rehearse.md"
BLOCK = re.compile(r"(<!-- rooms -->\n).*?(<!-- /rooms -->)", re.DOTALL)
SEEDS = range(1, 21)
WORKSHOP, SPELL, NEEDS = "placement-only", "org-placement/spell", "org-placement/needs"
FEW, MANY = 9, 60
TOLD = ("money", "failed")
"""The traits of a company that stand in the table."""


@cache
def library() -> Library:
    """The packs that come along."""
    return load_library((ROOT / "scenarios",))


def room(count: int, seed: int) -> tuple[SimulatedPerson, ...]:
    """The people of a rehearsal."""
    return people(library().casts[REHEARSAL_CAST], count, seed)


def asked(ref: str) -> QuestionBase:
    """A question, with the items that it takes from another."""
    scenario_id, _, name = ref.partition("/")
    scenario: Scenario = library().scenarios[scenario_id]
    question = scenario.question(name)
    if question is None:
        raise KeyError(ref)
    if isinstance(question, RateQuestion) and question.items_from is not None:
        source = scenario.question(question.items_from)
        items = items_of(source) if source is not None else ()
        return question.model_copy(update={"items": items})
    return question


def every() -> tuple[str, ...]:
    """The references of all questions of the longest workshop and of ours that it leaves out."""
    return tuple(
        f"{scenario.id}/{question.id}"
        for scenario in library().in_order()
        for question in scenario.questions
    )


# --- the first table: one question in twenty rooms


def rehearsed_row(seed: int) -> str:
    """One rehearsal: its company, both votes on where MOps should report, and one reason."""
    pack = library().workshops[WORKSHOP]
    workshop = assemble(
        pack.agenda, library().scenarios, id=pack.id, title=pack.title, minutes=pack.minutes
    )
    cast = library().casts[REHEARSAL_CAST]
    state = rehearse(workshop, cast, FEW, seed, "0", decided).state
    company = company_of(cast, seed)
    so = [fact.text for trait, fact in zip(cast.company, company.facts, strict=True)
          if trait.id in TOLD]  # fmt: skip
    rounds = [
        {who: vote.ballot for who, vote in round_.votes.items()} for round_ in state.rounds[SPELL]
    ]
    moved = "–"
    if len(rounds) > 1:
        both = [who for who in rounds[0] if who in rounds[1]]
        moved = str(sum(rounds[0][who] != rounds[1][who] for who in both))
    votes = [stands(SPELL, one.values()) for one in rounds]
    cells = (str(seed), " ".join(so), votes[0], votes[1] if len(votes) > 1 else "–", moved)
    return _row(*cells, _said(state, room(FEW, seed), seed))


def _said(state: WorkshopState, seated: Sequence[SimulatedPerson], seed: int) -> str:
    """What one of the largest camp says when asked why."""
    matter = matter_of(state, SPELL, speech(library().arguments))
    if matter is None:
        return ""
    leads = ahead(matter.now.values())[0]
    camp = [one for one in seated if first_choice(matter.now.get(one.id, Pass())) == leads]
    speaker = camp[seed % len(camp)]
    why = reason(speaker, matter)
    if why is None:
        return ""
    said = matter.speech.spoken(why, matter.question, state.workshop)
    return f"{speaker.name}, {speaker.character.role}: {said}"


def stands(ref: str, ballots: Iterable[Ballot]) -> str:
    """Who leads, and with how many."""
    counts = Counter(map(first_choice, ballots))
    first = ahead_of(counts)
    labels = _labels(ref)
    names = " and ".join(labels[one] for one in first)
    if len(first) > 1:
        return f"{names}, {counts[first[0]]} each"
    return f"{names}, {counts[first[0]]} of {sum(counts.values())}"


def _labels(ref: str) -> dict[str, str]:
    return {option.id: option.label for option in options_of(asked(ref))}


def ahead(ballots: Iterable[Ballot]) -> list[str]:
    """The options that lead: by votes, points or first places."""
    counts: Counter[str] = Counter()
    for ballot in ballots:
        if isinstance(ballot, Allocation):
            counts.update(dict(zip(ballot.options, ballot.points, strict=True)))
        else:
            counts[first_choice(ballot)] += 1
    return ahead_of(counts)


def ahead_of(counts: Counter[str]) -> list[str]:
    """All that have most."""
    most = max(counts.values())
    return sorted(option for option, count in counts.items() if count == most)


# --- the others


def role_rows(seeds: Iterable[int]) -> Iterator[str]:
    """Of each role, where its first votes go in rooms of sixty, in per cent."""
    chosen: dict[str, Counter[str]] = {}
    for seed in seeds:
        for person in room(MANY, seed):
            ballot = answer(person, SPELL, asked(SPELL))
            chosen.setdefault(person.character.role, Counter())[first_choice(ballot)] += 1
    for role, counts in chosen.items():
        shares = (f"{100 * counts[one] / sum(counts.values()):.0f}" for one in _labels(SPELL))
        yield _row(role, *shares)


def winner_row(ref: str, seeds: Iterable[int]) -> str:
    """How often each answer of a question leads the first vote of nine."""
    led: Counter[str] = Counter()
    for seed in seeds:
        first = ahead([answer(one, ref, asked(ref)) for one in room(FEW, seed)])
        led[first[0] if len(first) == 1 else ""] += 1
    parts = [f"{label} {led[option]}" for option, label in _labels(ref).items()]
    title = asked(ref).title.replace("{subject}", "the change")
    return _row(title, ", ".join(parts), str(led[""]))


KINDS = {
    "choice": "one of several",
    "hands": "yes or no",
    "allocate": "ten points",
    "rank": "an order",
    "rate": "levels",
    "pairs": "positions between two statements",
    "curve": "waves",
    "grid": "places on a grid",
}
Parts = dict[str, int | Ballot]
"""What somebody answers, item by item; under "" where an answer has no items."""
SCALED = ("rate", "pairs", "curve", "grid")


def movement_rows(seeds: Iterable[int]) -> Iterator[str]:
    """Of each kind: how many answers changed after hearing, and when merely asked again."""
    total: Counter[str] = Counter()
    moved: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    far: dict[str, list[float]] = {}
    for ref in every():
        question, kind = asked(ref), kind_of(asked(ref))
        for seed in seeds if kind in KINDS else ():
            seated = room(FEW, seed)
            first = [_parts(question, answer(one, ref, question)) for one in seated]
            again = [_parts(question, answer(one, ref, question)) for one in seated]
            listen(seated, ref, question)
            after = [_parts(question, answer(one, ref, question)) for one in seated]
            total[kind] += sum(map(len, first))
            for heard, then in ((False, again), (True, after)):
                moved[heard][kind] += len(_distances(question, first, then))
            far.setdefault(kind, []).extend(_distances(question, first, after))
    for kind, words in KINDS.items():
        shares = (f"{100 * moved[heard][kind] / total[kind]:.0f} %" for heard in (False, True))
        distance = f"{100 * median(far[kind]):.0f} %" if kind in SCALED else ""
        yield _row(words, *shares, distance)


def _distances(
    question: QuestionBase, first: Iterable[Parts], then: Iterable[Parts]
) -> list[float]:
    """How far each answer that changed has moved, as a part of its scale; 1 where it has none."""
    low, high = bounds(question) if kind_of(question) in SCALED else (0, 1)
    found = []
    for one, two in zip(first, then, strict=True):
        for name, before in one.items():
            after = two[name]
            if after != before:
                if isinstance(before, int) and isinstance(after, int):
                    found.append(abs(after - before) / (high - low))
                else:
                    found.append(1.0)
    return found


def _parts(question: QuestionBase, ballot: Ballot) -> Parts:
    """What a ballot says, item by item; the whole of it where it has none."""
    if isinstance(ballot, Ratings) and isinstance(question, RateQuestion):
        order = {level.id: index for index, level in enumerate(question.scale)}
        return {one: order[level] for one, level in zip(ballot.items, ballot.levels, strict=True)}
    placed = dict(positions_of(ballot))
    return {**placed} if placed else {"": ballot}


def disturbance_rows(seeds: Sequence[int]) -> Iterator[str]:
    """Of those whom something concerns: how many vote otherwise once it has happened."""
    for happening in library().casts[REHEARSAL_CAST].disturbances:
        shares = []
        for ref in (SPELL, NEEDS):
            total = changed = 0
            for seed in seeds:
                for calm, upset in zip(room(FEW, seed), room(FEW, seed), strict=True):
                    if upset.befall(happening):
                        total += 1
                        before, after = (answer(one, ref, asked(ref)) for one in (calm, upset))
                        changed += before != after
            shares.append(f"{100 * changed / total:.0f} %")
        whom = len(happening.whom) or "all"
        yield _row(happening.text, str(whom), *shares)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def tables(seeds: Sequence[int]) -> str:
    """All of it, in Markdown."""
    chosen = [ref for ref in every() if options_of(asked(ref))]
    lines = [
        "**Who should MOps report to?** Nine people, one rehearsal a seed.",
        "",
        "| Seed | The company, in part | First vote | Second vote | Moved | Says one of them |",
        "|---:|---|---|---|---:|---|",
        *map(rehearsed_row, seeds),
        "",
        f"**Who leans where.** First votes on the same question in {len(seeds)} rooms of {MANY} "
        "people, in per cent.",
        "",
        f"| Role | {' | '.join(_labels(SPELL).values())} |",
        f"|---|{'---:|' * len(_labels(SPELL))}",
        *role_rows(seeds),
        "",
        f"**What leads.** The first vote of nine people, in {len(seeds)} rooms.",
        "",
        "| Question | Leads in so many rooms | A tie |",
        "|---|---|---:|",
        *(winner_row(ref, seeds) for ref in chosen),
        "",
        "**Who moves.** Answers that a second vote changes, over all questions; and how far, in "
        "the middle of those that move.",
        "",
        "| Answered with | Merely asked again | After hearing others | Of the scale |",
        "|---|---:|---:|---:|",
        *movement_rows(seeds),
        "",
        "**What a disturbance does.** Of those whom it concerns, so many vote otherwise: on who "
        "MOps should report to, and on at least one of six needs of the company.",
        "",
        "| It happens | It concerns | Where to report | The needs |",
        "|---|---:|---:|---:|",
        *disturbance_rows(seeds),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the tables, or put them into the page."""
    made = tables(SEEDS)
    if "--docs" not in sys.argv[1:]:
        print(made, end="")
        return
    text = PAGE.read_text("utf-8")
    PAGE.write_text(BLOCK.sub(lambda found: found[1] + made + found[2], text), "utf-8")


if __name__ == "__main__":
    main()
