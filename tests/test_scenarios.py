"""The packs that come along: sound, complete, short enough for a projector, and honest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest
from support.cited import KEYS, sources_in
from support.narrow import the

from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.arguments import COMPANY_FACTS
from mops_tui.model.packs.characters import Appeal, Character, Concern, Influence
from mops_tui.model.packs.pack import Scenario, texts
from mops_tui.model.packs.questions import (
    ChoiceQuestion,
    CurveQuestion,
    GridQuestion,
    HandsQuestion,
    PairsQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    options_of,
)
from mops_tui.model.packs.workshop import Workshop, assemble, fit
from mops_tui.model.session.header import Header
from mops_tui.storage.packs.packs import check_pack, load_library
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.words.problems import sentence

FOLDER = Path(__file__).resolve().parent.parent / "scenarios"
FILES = sorted(FOLDER.glob("*.toml"))
LIBRARY = load_library([FOLDER])
SCENARIOS = dict(LIBRARY.scenarios)
MAIN = ["adoption-waves", "change-readiness", "mops-personas", "order-from-chaos", "org-placement"]
QUESTIONS = {
    f"{key}/{question.id}": question
    for key, scenario in sorted(SCENARIOS.items())
    for question in scenario.questions
}

each_question = pytest.mark.parametrize("ref", sorted(QUESTIONS))


def workshop(workshop_id: str) -> Workshop:
    pack = LIBRARY.workshops[workshop_id]
    return assemble(pack.agenda, SCENARIOS, id=pack.id, title=pack.title, minutes=pack.minutes)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_pack_is_sound_and_named_after_its_id(file: Path) -> None:
    assert [sentence(problem) for problem in check_pack(file, LIBRARY)] == []
    assert LIBRARY.origins[file.stem] == file


def test_there_are_five_scenarios_a_closing_one_three_workshops_and_a_cast() -> None:
    others = sorted(key for key, pack in SCENARIOS.items() if not pack.closing)
    assert others == sorted([*MAIN, "check-in"])
    assert [key for key, pack in SCENARIOS.items() if pack.closing] == ["closing"]
    assert {"full-walk", "out-of-chaos", "placement-only", "readiness-check", "who-are-we"} <= set(
        LIBRARY.workshops
    )
    assert list(LIBRARY.casts) == ["the-room"]
    assert LIBRARY.problems == ()


# Sources


def test_every_fact_of_the_brief_is_cited_and_no_other() -> None:
    cited = {key for pack in SCENARIOS.values() for key in sources_in(pack)}
    assert sorted(KEYS - cited) == []
    assert sorted(cited - KEYS) == []


@each_question
def test_a_question_cites_its_sources_and_shows_facts_from_them(ref: str) -> None:
    question = QUESTIONS[ref]
    if ref == "closing/roti":
        return
    assert question.sources
    assert question.facts
    assert all(fact.sources for fact in question.facts)


@pytest.mark.parametrize("key", MAIN)
def test_a_scenario_credits_its_sources_by_name_and_ends_in_a_decision(key: str) -> None:
    pack = SCENARIOS[key]
    assert any(re.search(r"\b(19|20)\d\d\b", credit) for credit in pack.credits)
    assert pack.decision is not None


def test_the_figures_of_the_survey_say_their_year() -> None:
    percent = re.compile(r"\d ?%")
    for ref, question in QUESTIONS.items():
        if ref.startswith("change-readiness/"):
            for fact in question.facts:
                assert not percent.search(fact.text) or fact.text.startswith("2019:"), fact.text


def test_a_mirror_holds_only_figures_that_were_reported() -> None:
    mirrors = {ref: q.mirror for ref, q in QUESTIONS.items() if q.mirror is not None}
    assert {ref: dict(mirror.shares) for ref, mirror in mirrors.items()} == {
        "change-readiness/mirror-weakness": {"yes": 24},
        "change-readiness/mirror-cause": {"shortage": 25},
        "change-readiness/mirror-vital": {"yes": 30},
        "change-readiness/mirror-budget": {"mops": 12.6},
    }
    for ref, mirror in mirrors.items():
        assert mirror.n == (342 if "mirror-vital" in ref else None)
        assert re.search(r"20(19|21)", mirror.who)


def test_the_camps_show_of_hands_is_told_and_never_drawn_as_a_share() -> None:
    question = QUESTIONS["order-from-chaos/future-cmo"]
    assert question.mirror is None
    told = " ".join(fact.text for fact in question.facts)
    assert "three or four of about fifteen" in told
    assert "%" not in told


@pytest.mark.parametrize(
    ("ref", "keys"),
    [
        ("mops-personas/psychologists-where", {"P9"}),
        ("order-from-chaos/is-ops-marketing", {"C3"}),
        ("org-placement/spell", {"O5", "O12"}),
    ],
)
def test_where_two_sources_disagree_a_counterpoint_says_so(ref: str, keys: set[str]) -> None:
    point = QUESTIONS[ref].counterpoint
    assert point is not None
    assert keys <= set(point.sources)


# What each scenario holds


def test_the_personas_come_with_both_grids_the_right_way_round() -> None:
    grids = {grid.id: grid for grid in SCENARIOS["mops-personas"].grids}
    corners = {
        key: {
            the(grid.quadrant_at(x, y)).id: (
                grid.x.high if x > 0 else grid.x.low,
                grid.y.high if y > 0 else grid.y.low,
            )
            for x in (-1, 1)
            for y in (-1, 1)
        }
        for key, grid in grids.items()
    }
    assert corners == {
        "mops": {
            "modernizers": ("technology", "emotional"),
            "orchestrators": ("arts", "emotional"),
            "psychologists": ("arts", "rational"),
            "scientists": ("technology", "rational"),
        },
        "brinker": {
            "maestros": ("internal", "process"),
            "marketers": ("external", "process"),
            "modelers": ("internal", "technology"),
            "makers": ("external", "technology"),
        },
    }


@pytest.mark.parametrize("grid", ["mops", "brinker"])
@pytest.mark.parametrize("axis", ["x", "y"])
def test_the_pairs_alone_are_enough_for_a_leaning_mark(grid: str, axis: str) -> None:
    question = QUESTIONS["mops-personas/pairs"]
    assert isinstance(question, PairsQuestion)
    leaning = [
        pair
        for pair in question.items
        if any(lean.grid == grid and getattr(lean, axis) is not None for lean in pair.leans)
    ]
    assert len(leaning) >= 3


def test_people_place_themselves_on_both_grids() -> None:
    for grid in ("mops", "brinker"):
        question = QUESTIONS[f"mops-personas/place-{grid}"]
        assert isinstance(question, GridQuestion)
        assert question.grid == grid


def test_the_room_adds_its_own_waves_to_the_three_examples() -> None:
    question = QUESTIONS["adoption-waves/waves"]
    assert isinstance(question, CurveQuestion)
    assert question.open
    assert [item.letter for item in question.items] == ["A", "B", "C"]
    assert len(items_of(QUESTIONS["adoption-waves/tactics"])) == 4


def test_at_least_six_situations_offer_choices_with_two_sides() -> None:
    scenario = SCENARIOS["order-from-chaos"]
    situations = [
        question
        for question in scenario.questions
        if isinstance(question, ChoiceQuestion) and not question.id.startswith("cert-")
    ]
    assert len(situations) >= 6
    for question in situations:
        assert 3 <= len(question.options) <= 4
        for option in question.options:
            assert option.goodies, option.id
            assert option.gotchas, option.id
            assert option.leans, option.id
    assert isinstance(scenario.question("future-cmo"), HandsQuestion)


def test_the_checklist_has_sixteen_items_in_five_practices() -> None:
    question = QUESTIONS["change-readiness/checklist"]
    assert isinstance(question, RateQuestion)
    assert [level.id for level in question.scale] == ["absent", "partly", "in-place"]
    assert question.picture == "cells"
    counts = Counter(item.group for item in question.items)
    assert sorted(counts.values()) == [3, 3, 3, 3, 4]
    practice = {item.group: item.sources for item in question.items}
    assert sorted(practice.values()) == [("R10",), ("R11",), ("R7",), ("R8",), ("R9",)]


def test_the_closing_question_is_the_return_on_time() -> None:
    (question,) = SCENARIOS["closing"].questions
    assert isinstance(question, RateQuestion)
    assert (question.id, [level.id for level in question.scale]) == ("roti", list("01234"))
    assert len(question.items) == 1
    assert SCENARIOS["closing"].decision is None


@pytest.mark.parametrize(
    ("workshop_id", "minutes"),
    [
        ("placement-only", 45),
        ("readiness-check", 45),
        ("our-waves", 60),
        ("who-are-we", 45),
        ("out-of-chaos", 75),
        ("short-walk", 75),
        ("full-walk", 240),
    ],
)
def test_a_workshop_leaves_a_tenth_of_its_length_free(workshop_id: str, minutes: int) -> None:
    made = workshop(workshop_id)
    assert made.minutes == minutes
    assert fit(made).slack >= 0.1
    assert made.scenarios[0].id == "check-in"
    assert made.scenarios[-1].id == "closing"


def test_the_full_walk_passes_through_every_scenario() -> None:
    for walk in ("short-walk", "full-walk"):
        assert sorted(scenario.id for scenario in workshop(walk).scenarios[1:-1]) == MAIN


def test_the_short_walk_decides_once_and_the_full_walk_five_times() -> None:
    decided = {
        walk: [scenario.id for scenario in workshop(walk).scenarios if scenario.decision]
        for walk in ("short-walk", "full-walk")
    }
    assert decided["short-walk"] == ["org-placement"]
    assert sorted(decided["full-walk"]) == MAIN


def test_every_question_but_some_mirrors_is_in_a_workshop_that_comes_along() -> None:
    asked = {
        f"{scenario.id}/{question.id}"
        for key in LIBRARY.workshops
        for scenario in workshop(key).scenarios
        for question in scenario.questions
    }
    assert [ref for ref in QUESTIONS if "/mirror-" not in ref and ref not in asked] == []


def test_a_sessions_header_holds_no_card() -> None:
    header = Header(
        id="s",
        title="S",
        opened=datetime(2026, 11, 21, tzinfo=UTC),
        workshop=workshop("full-walk"),
    )
    written = header_bytes(header)
    assert not re.search(rb"\bcards? = |\.card\b", written)
    bare = {key: pack.model_copy(update={"cards": ()}) for key, pack in SCENARIOS.items()}
    walk = LIBRARY.workshops["full-walk"]
    same = assemble(walk.agenda, bare, id=walk.id, title=walk.title, minutes=walk.minutes)
    assert written == header_bytes(header.model_copy(update={"workshop": same}))


# The simulated room

ROOM = LIBRARY.casts["the-room"]
ROLES = [
    "CMO",
    "CIO",
    "Head of sales",
    "MOps lead",
    "Analyst",
    "Campaign manager",
    "Agency",
    "Finance",
    "Service",
]

each_character = pytest.mark.parametrize(
    "character", ROOM.characters, ids=[character.id for character in ROOM.characters]
)


def test_the_room_has_nine_people_one_of_them_late_and_one_silent_until_asked() -> None:
    assert [character.role for character in ROOM.characters] == ROLES
    assert sum(character.late for character in ROOM.characters) == 1
    assert sum(character.asked for character in ROOM.characters) == 1
    assert not any(character.late and character.asked for character in ROOM.characters)
    assert len({character.temper for character in ROOM.characters}) == 4
    assert len(ROOM.disturbances) == 6
    assert any(happening.leaves == "cio" for happening in ROOM.disturbances)


def test_the_nine_stand_in_different_corners() -> None:
    (grid,) = (grid for grid in SCENARIOS["mops-personas"].grids if grid.id == "mops")
    standing = {the(grid.quadrant_at(character.x, character.y)).id for character in ROOM.characters}
    assert standing == {corner.id for corner in grid.quadrants}


@each_character
def test_a_character_cares_about_facts_of_the_brief(character: Character) -> None:
    assert len(character.cares) >= 6
    assert sorted(character.cares.keys() - KEYS) == []
    assert max(character.cares.values()) == 9
    assert list(character.cares.values()).count(9) <= 3
    assert len(character.about) <= 110


def named_by(moving: Influence | Appeal | Character) -> set[str]:
    """The answers that something of a cast names."""
    return {*moving.favours, *moving.items}


def test_whatever_the_cast_names_is_an_answer_of_our_packs() -> None:
    answers = {
        name
        for ref, question in QUESTIONS.items()
        for answer in (*options_of(question), *items_of(question))
        for name in (answer.id, f"{ref.partition('/')[2]}/{answer.id}")
    }
    moving: list[Influence | Appeal | Character] = [*ROOM.characters, *ROOM.appeals]
    moving += [*ROOM.disturbances, *(fact for trait in ROOM.company for fact in trait.facts)]
    moving += [one for character in ROOM.characters for one in character.interests]
    assert sorted(name for one in moving for name in named_by(one) if name not in answers) == []
    assert sorted(key for one in moving if isinstance(one, Influence)
                  for key in one.shifts if key not in KEYS) == []  # fmt: skip


@each_character
def test_a_character_has_concerns_interests_that_differ_and_ideas(character: Character) -> None:
    assert len(character.concerns) >= 4
    assert max(character.concerns.values()) >= 0.7
    assert len(character.interests) == 3
    assert len({tuple(sorted(named_by(one))) for one in character.interests}) == 3
    questions = {ref.partition("/")[2] for ref in QUESTIONS}
    assert {idea.question for idea in character.ideas} <= questions
    assert len(character.ideas) == 2


def test_the_company_is_told_in_five_facts_that_arguments_can_name() -> None:
    ids = {fact.id for trait in ROOM.company for fact in trait.facts}
    assert ids >= COMPANY_FACTS
    assert [len(trait.facts) for trait in ROOM.company] == [3, 5, 4, 5, 4]
    assert {one.concern for one in ROOM.appeals} == set(get_args(Concern))


def weights(character: Character, question: QuestionBase) -> dict[str, float]:
    """What each sourced fact of a question's options weighs for somebody."""
    return {
        f"{option.id}/{fact.id}": max(character.cares.get(key, 0) for key in fact.sources)
        for option in options_of(question)
        for fact in (*option.goodies, *option.gotchas, *option.works_when)
        if fact.sources
    }


@each_character
def test_everybody_has_a_reason_wherever_options_have_facts(character: Character) -> None:
    for ref, question in QUESTIONS.items():
        weighed = weights(character, question)
        assert not weighed or max(weighed.values()) > 0, ref


def test_people_of_the_room_give_different_reasons_for_the_spell() -> None:
    reasons = set()
    for character in ROOM.characters:
        weighed = weights(character, QUESTIONS["org-placement/spell"])
        reasons.add(max(weighed, key=lambda name: weighed[name]))
    assert len(reasons) >= 5


def test_nobody_in_the_room_has_a_name_from_the_pictures() -> None:
    pictures = (FOLDER.parent / "docs" / "screenshots.py").read_text(encoding="utf-8")
    names = {name for character in ROOM.characters for name in character.name.split()}
    assert [name for name in sorted(names) if re.search(rf"\b{name}\b", pictures)] == []


# How it reads

LIMITS: dict[str, int] = {
    "title": 34,
    "ask": 150,
    "hint": 90,
    "look_for": 180,
    "summary": 110,
    "brief": 650,
    "label": 28,
    "text": 110,
    "fact": 130,
    "prompt": 130,
    "cue": 150,
    "statement": 62,
    "item": 40,
    "why": 80,
}


def lengths(ref: str, question: QuestionBase) -> Iterator[tuple[str, str, str | None]]:
    for name in ("title", "ask", "hint", "look_for"):
        yield (f"{ref}/{name}", name, getattr(question, name))
    lists: Iterable[tuple[str, Iterable[Any]]] = (
        ("fact", question.facts),
        ("prompt", question.prompts),
        ("cue", question.cues),
    )
    for name, members in lists:
        yield from ((f"{ref}/{member.id}", name, member.text) for member in members)
    for option in options_of(question):
        yield (f"{ref}/{option.id}", "label", option.label)
        yield (f"{ref}/{option.id}", "text", option.text)
        for point in (*option.goodies, *option.gotchas, *option.works_when):
            yield (f"{ref}/{option.id}/{point.id}", "fact", point.text)
    for item in items_of(question):
        if isinstance(item, Pair):
            yield (f"{ref}/{item.id}", "statement", item.left)
            yield (f"{ref}/{item.id}", "statement", item.right)
        else:
            yield (f"{ref}/{item.id}", "item", item.label)
            yield (f"{ref}/{item.id}", "text", item.text)
    for answer in (*options_of(question), *items_of(question)):
        yield from ((f"{ref}/{answer.id}", "why", lean.why) for lean in answer.leans)
    if question.counterpoint:
        yield (f"{ref}/counterpoint", "text", question.counterpoint.text)
    if question.mirror:
        yield (f"{ref}/mirror", "text", question.mirror.text)


@each_question
def test_every_line_is_short_enough_for_a_projector(ref: str) -> None:
    found = [
        (where, len(text), LIMITS[name])
        for where, name, text in lengths(ref, QUESTIONS[ref])
        if text is not None and len(text) > LIMITS[name]
    ]
    assert found == []


@pytest.mark.parametrize(
    "pack_id", sorted({**LIBRARY.scenarios, **LIBRARY.workshops, **LIBRARY.casts})
)
def test_a_packs_own_lines_are_short_too(pack_id: str) -> None:
    pack = {**LIBRARY.scenarios, **LIBRARY.workshops, **LIBRARY.casts}[pack_id]
    assert len(pack.title) <= LIMITS["title"]
    assert len(pack.summary) <= LIMITS["summary"]
    if isinstance(pack, Scenario):
        assert len(pack.brief) <= LIMITS["brief"]
        assert 2 <= len(pack.brief.split("\n\n")) <= 4
        assert all(len(cue.text) <= LIMITS["cue"] for cue in pack.cues)


@each_question
def test_every_question_helps_the_room_and_its_facilitator(ref: str) -> None:
    question = QUESTIONS[ref]
    assert question.hint
    assert question.look_for
    assert 2 <= len(question.prompts) <= 3
    assert 1 <= len(question.cues) <= 3
    assert len(question.facts) <= 4


@pytest.mark.parametrize("key", sorted([*LIBRARY.scenarios, *LIBRARY.casts]))
def test_every_text_has_a_path_of_its_own(key: str) -> None:
    paths = [path for path, _ in texts(SCENARIOS.get(key) or LIBRARY.casts[key])]
    assert [path for path, count in Counter(paths).items() if count > 1] == []
    assert all(path.startswith(f"{key}/") for path in paths)


TRADEMARKS = (
    "potter",
    "hogwarts",
    "mopswarts",
    "marauder",
    "mopsrauder",
    "alohomora",
    "alohomopsa",
    "muggle",
    "dumbledore",
    "quidditch",
    "gryffindor",
    "slytherin",
    "solemnly",
    "ferrari",
    "furious",
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_frame_is_our_own_without_anybodys_trademark(file: Path) -> None:
    words = set(re.findall(r"[a-z]+", file.read_text(encoding="utf-8").lower()))
    assert sorted(word for word in words if any(word.startswith(t) for t in TRADEMARKS)) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_pack_says_at_its_top_what_it_is_for(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith("# ")
