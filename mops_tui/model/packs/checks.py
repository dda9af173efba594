"""Checks across a pack: ids that clash, names that refer to nothing, unfit pictures.

`problems_in` returns flaws as codes with parameters; `words.problems` makes sentences of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from mops_tui.model.packs.answers import QUADRANTS, Lean, Pair
from mops_tui.model.packs.arguments import ArgumentPack, argument_flaws
from mops_tui.model.packs.cards import Card
from mops_tui.model.packs.characters import Cast
from mops_tui.model.packs.drafts import draft_flaws
from mops_tui.model.packs.flaws import Flaw as Flaw
from mops_tui.model.packs.flaws import Path, unknown
from mops_tui.model.packs.pack import CardPack, Grid, Scenario, WorkshopPack
from mops_tui.model.packs.questions import (
    CurveQuestion,
    GridQuestion,
    OptionQuestion,
    PairsQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.model.packs.references import reference_flaws

PICTURES: Mapping[str, tuple[str, ...]] = {
    "choice": ("bars", "map"),
    "allocate": ("bars", "map"),
    "rate": ("bars", "cells"),
    "pairs": ("bars",),
    "grid": ("grid",),
    "curve": ("curve",),
    "rank": ("bars",),
    "hands": ("bars",),
    "text": ("bars",),
}
"""The pictures that each kind of question can be drawn as."""
Pack = Scenario | WorkshopPack | Cast | CardPack | ArgumentPack
"""What a pack file can hold."""
WAVES = 26
"""How many waves a curve can hold: one letter each."""
CHOICES = 2
"""The fewest options that a question with options may have."""

MOST_ASK, MOST_HINT, MOST_STATEMENT = 300, 160, 120
"""The most characters of a question, of its hint, and of a pair's statement: what the smallest
screen, 80 by 24, can show and leave the answers their rows. Longer texts are refused, not cut; all
other texts scroll."""


def problems_in(
    pack: Pack,
    known_scenarios: Mapping[str, Scenario] | None = None,
    known_grids: Collection[str] | None = None,
    known_personas: Collection[str] | None = None,
    known_company: Collection[str] | None = None,
) -> tuple[Flaw, ...]:
    """Cross-check a pack.

    Args:
        pack: A pack whose shape is right.
        known_scenarios: The scenarios that a workshop, or cards, may name; unchecked when absent.
        known_grids: Grids of other packs that a scenario may name; its own count too. Unchecked
            when absent.
        known_personas: Quadrants of other packs' grids that a card may name; those of its own
            grids count too. Unchecked when absent.
        known_company: Facts of casts' companies that an argument may name; unchecked when absent.
    """
    if isinstance(pack, WorkshopPack):
        return tuple(_agenda(pack, known_scenarios))
    if isinstance(pack, Cast):
        return tuple(_cast(pack))
    if isinstance(pack, CardPack):
        return (*_home_of(pack, known_scenarios), *_cards(pack.cards, (), known_personas))
    if isinstance(pack, ArgumentPack):
        return tuple(argument_flaws(pack, known_scenarios, known_company))
    found = (*_scenario(pack, known_grids), *reference_flaws(pack))
    return (*found, *_cards(pack.cards, pack.grids, known_personas))


def _agenda(pack: WorkshopPack, known: Mapping[str, Scenario] | None) -> Iterator[Flaw]:
    scenario_ids: set[str] = set()
    for index, entry in enumerate(pack.agenda):
        path: Path = ("agenda", index)
        if entry.scenario in scenario_ids:
            yield Flaw("twice-on-agenda", (*path, "scenario"), {"id": entry.scenario})
        scenario_ids.add(entry.scenario)
        if known is None:
            continue
        scenario = known.get(entry.scenario)
        if scenario is None:
            yield unknown("unknown-scenario", (*path, "scenario"), entry.scenario, known)
            continue
        ids = [question.id for question in scenario.questions]
        for step, question_id in enumerate(entry.questions):
            if question_id not in ids:
                flaw = unknown("unknown-question", (*path, "questions", step), question_id, ids)
                yield Flaw(flaw.code, flaw.path, {**flaw.params, "scenario": entry.scenario})


def _scenario(pack: Scenario, known_grids: Collection[str] | None) -> Iterator[Flaw]:
    yield from _ids((), "cues", pack.cues)
    yield from _ids((), "grid", pack.grids)
    yield from _ids((), "question", pack.questions)
    for index, grid in enumerate(pack.grids):
        yield from _corners(grid, ("grid", index))
    grids = None if known_grids is None else {*known_grids, *(grid.id for grid in pack.grids)}
    if pack.subject is not None:
        yield from _asked(pack.subject.ask, pack.subject.hint, ("subject",))
    if pack.decision is not None:
        yield from _asked(pack.decision.ask, pack.decision.hint, ("decision",))
        for index, draft in enumerate(pack.decision.rehearsed):
            yield from draft_flaws(draft, pack.questions, pack.id, ("decision", "rehearsed", index))
    for index, question in enumerate(pack.questions):
        path: Path = ("question", index)
        yield from _question(question, path)
        yield from _leans(question, path, grids)
        if isinstance(question, GridQuestion) and grids is not None and question.grid not in grids:
            yield unknown("unknown-grid", (*path, "grid"), question.grid, grids)


def _home_of(pack: CardPack, known: Mapping[str, Scenario] | None) -> Iterator[Flaw]:
    if known is not None and pack.scenario is not None and pack.scenario not in known:
        yield unknown("unknown-scenario", ("scenario",), pack.scenario, known)


def _cards(
    cards: tuple[Card, ...], grids: tuple[Grid, ...], known_personas: Collection[str] | None
) -> Iterator[Flaw]:
    own = (corner.id for grid in grids for corner in grid.quadrants)
    personas = None if known_personas is None else {*known_personas, *own}
    ids: set[str] = set()
    for index, card in enumerate(cards):
        path: Path = ("card", index)
        named = [((*path, "id"), card.id)]
        named += [
            ((*path, "variant", step, "id"), one.id) for step, one in enumerate(card.variants)
        ]
        for where, name in named:
            if name in ids:
                yield Flaw("duplicate-id", where, {"id": name})
            ids.add(name)
        yield from _ids(path, "answer", card.answers)
        for step, variant in enumerate(card.variants):
            yield from _ids((*path, "variant", step), "answer", variant.answers)
        if card.persona is not None and personas is not None and card.persona not in personas:
            yield unknown("unknown-persona", (*path, "persona"), card.persona, personas)


def _cast(pack: Cast) -> Iterator[Flaw]:
    yield from _ids((), "character", pack.characters)
    yield from _ids((), "disturbance", pack.disturbances)
    ids = [character.id for character in pack.characters]
    for index, character in enumerate(pack.characters):
        yield from _ids(("character", index), "interest", character.interests)
        yield from _ids(("character", index), "idea", character.ideas)
        for step, name in enumerate(character.towards):
            if name not in ids:
                yield unknown("unknown-character", ("character", index, "towards", step), name, ids)
    yield from _company(pack)
    for index, disturbance in enumerate(pack.disturbances):
        for step, name in enumerate(disturbance.whom):
            if name not in ids:
                yield unknown("unknown-character", ("disturbance", index, "whom", step), name, ids)
        if disturbance.leaves is not None and disturbance.leaves not in ids:
            path: Path = ("disturbance", index, "leaves")
            yield unknown("unknown-character", path, disturbance.leaves, ids)


def _company(pack: Cast) -> Iterator[Flaw]:
    """Traits and facts have ids of their own: an argument names a fact and not its trait."""
    yield from _ids((), "company", pack.company)
    facts: set[str] = set()
    for index, trait in enumerate(pack.company):
        for step, fact in enumerate(trait.facts):
            if fact.id in facts:
                yield Flaw("duplicate-id", ("company", index, "fact", step, "id"), {"id": fact.id})
            facts.add(fact.id)


def _corners(grid: Grid, path: Path) -> Iterator[Flaw]:
    ids: set[str] = set()
    for name, corner in zip(QUADRANTS, grid.quadrants, strict=True):
        if corner.id in ids:
            yield Flaw("duplicate-id", (*path, name, "id"), {"id": corner.id})
        ids.add(corner.id)


def _asked(ask: str, hint: str | None, path: Path) -> Iterator[Flaw]:
    """What stands above the answers, and leaves them their room."""
    yield from _length(ask, MOST_ASK, (*path, "ask"))
    yield from _length(hint or "", MOST_HINT, (*path, "hint"))


def _length(text: str, most: int, path: Path) -> Iterator[Flaw]:
    if len(text) > most:
        yield Flaw("no-room", path, {"length": str(len(text)), "most": str(most)})


def _question(question: QuestionBase, path: Path) -> Iterator[Flaw]:
    yield from _asked(question.ask, question.hint, path)
    for step, item in enumerate(items_of(question)):
        if isinstance(item, Pair):
            yield from _length(item.left, MOST_STATEMENT, (*path, "pair", step, "left"))
            yield from _length(item.right, MOST_STATEMENT, (*path, "pair", step, "right"))
    kind = kind_of(question)
    allowed = PICTURES[kind]
    if question.picture not in allowed:
        params = {"picture": question.picture, "kind": kind, "allowed": ", ".join(allowed)}
        yield Flaw("picture-misfit", (*path, "picture"), params)
    for name in ("facts", "prompts", "cues"):
        yield from _ids(path, name, getattr(question, name))
    yield from _ids(path, "option", options_of(question))
    yield from _ids(path, _item_key(question), items_of(question))
    for step, option in enumerate(options_of(question)):
        option_path = (*path, "option", step)
        for name in ("goodies", "gotchas", "works_when"):
            yield from _ids(option_path, name, getattr(option, name))
        if question.picture == "map" and "map" in allowed and option.place is None:
            yield Flaw("no-place", option_path, {"id": option.id})
    if isinstance(question, OptionQuestion):
        yield from _options(question, path)
    if isinstance(question, RateQuestion):
        yield from _rate(question, path)
    if isinstance(question, CurveQuestion):
        yield from _curve(question, path)
    yield from _mirror(question, path)


def _item_key(question: QuestionBase) -> str:
    return "pair" if isinstance(question, PairsQuestion) else "item"


def _ids(path: Path, name: str, members: Iterable[object]) -> Iterator[Flaw]:
    ids: set[str] = set()
    for index, member in enumerate(members):
        own = str(getattr(member, "id", ""))
        if own in ids:
            yield Flaw("duplicate-id", (*path, name, index, "id"), {"id": own})
        ids.add(own)


def _options(question: OptionQuestion, path: Path) -> Iterator[Flaw]:
    if len(question.options) < CHOICES and not question.open:
        yield Flaw("one-option", (*path, "option"))


def _rate(question: RateQuestion, path: Path) -> Iterator[Flaw]:
    yield from _ids(path, "scale", question.scale)
    yield from _ids(path, "group", question.groups)
    groups = [group.id for group in question.groups]
    for step, item in enumerate(question.items):
        item_path = (*path, "item", step)
        if item.group is not None and item.group not in groups:
            yield unknown("unknown-group", (*item_path, "group"), item.group, groups)
        if item.group is None and groups:
            yield Flaw("no-group", item_path, {"id": item.id})


def _curve(question: CurveQuestion, path: Path) -> Iterator[Flaw]:
    if len(question.items) > WAVES:
        yield Flaw("too-many-waves", (*path, "item", WAVES), {"limit": str(WAVES)})
    letters: set[str] = set()
    for step, item in enumerate(question.items):
        if item.letter is None:
            continue
        if item.letter in letters:
            yield Flaw("duplicate-letter", (*path, "item", step, "letter"), {"letter": item.letter})
        letters.add(item.letter)


def _mirror(question: QuestionBase, path: Path) -> Iterator[Flaw]:
    if question.mirror is None:
        return
    shares_path = (*path, "mirror", "shares")
    ids = [option.id for option in options_of(question)]
    if not ids:
        yield Flaw("mirror-without-options", (*path, "mirror"), {"kind": kind_of(question)})
        return
    for name in question.mirror.shares:
        if name not in ids:
            yield unknown("mirror-unknown-option", (*shares_path, name), name, ids)
    total = sum(question.mirror.shares.values())
    if total > 100 + 1e-6:
        yield Flaw("mirror-over-100", shares_path, {"total": f"{total:g}"})


def _leans(question: QuestionBase, path: Path, grids: Collection[str] | None) -> Iterator[Flaw]:
    options = options_of(question)
    name = "option" if options else _item_key(question)
    for step, answer in enumerate(options or items_of(question)):
        answer_path = (*path, name, step)
        ids: set[str] = set()
        for index, lean in enumerate(answer.leans):
            yield from _lean(lean, (*answer_path, "leans", index), grids, ids)


def _lean(lean: Lean, path: Path, grids: Collection[str] | None, ids: set[str]) -> Iterator[Flaw]:
    if grids is not None and lean.grid not in grids:
        yield unknown("unknown-grid", (*path, "grid"), lean.grid, grids)
    if lean.grid in ids:
        yield Flaw("duplicate-lean", (*path, "grid"), {"grid": lean.grid})
    ids.add(lean.grid)
