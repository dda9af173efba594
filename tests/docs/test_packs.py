"""The guide to packs holds to the code: its examples run and its tables name every key."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from mops_tui.model.packs import answers, arguments, cards, drafts, pack, parts, questions
from mops_tui.model.packs import characters as cast
from mops_tui.storage.packs.packs import check_pack, load_library

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "write-a-pack.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
WHOLE = next(block for block in BLOCKS if "[decision]" in block)
HEAD = WHOLE.split("[[question]]")[0]
PARTS = [block for block in BLOCKS if block.startswith(("[[question]]", "[[grid]]", "[[card]]"))]
EXTRAS = [block for block in BLOCKS if not block.startswith(("[[", "format"))]


def problems(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    library = load_library([ROOT / "scenarios", path.parent])
    return [problem.code for problem in check_pack(path, library)]


@pytest.mark.parametrize("block", PARTS, ids=lambda block: block.split('id = "')[1].split('"')[0])
def test_an_example_is_a_sound_part_of_a_pack(block: str, tmp_path: Path) -> None:
    question = "" if "[[question]]" in block else "[[question]]" + WHOLE.split("[[question]]")[1]
    assert problems(tmp_path / "spring-review.toml", HEAD + block + question) == []


@pytest.mark.parametrize("block", EXTRAS)
def test_a_fragment_fits_into_a_question(block: str, tmp_path: Path) -> None:
    begin = next(part for part in PARTS if 'id = "begin"' in part)
    hands = begin + '[[question]]\nkind = "hands"\nid = "h"\ntitle = "T"\nask = "A?"\n'
    option = '\n[[question.option]]\nid = "yes"\nlabel = "Yes"\n'
    last = '\n[[question.option]]\nid = "no"\nlabel = "No"\n'
    text = hands + (option + block + last if "leans" in block else block)
    assert problems(tmp_path / "spring-review.toml", HEAD + text) == []


def test_the_whole_scenario_and_the_workshop_are_sound(tmp_path: Path) -> None:
    workshop = next(block for block in BLOCKS if 'kind = "workshop"' in block)
    assert problems(tmp_path / "spring-review.toml", WHOLE) == []
    assert problems(tmp_path / "half-hour.toml", workshop) == []


def test_the_example_of_a_cast_is_sound(tmp_path: Path) -> None:
    room = next(block for block in BLOCKS if 'kind = "cast"' in block)
    assert problems(tmp_path / "two-at-a-table.toml", room) == []


def test_the_example_of_arguments_is_sound_and_the_guide_has_every_side_and_concern(
    tmp_path: Path,
) -> None:
    said = next(block for block in BLOCKS if 'kind = "arguments"' in block)
    assert problems(tmp_path / "arguments-placement-of-ours.toml", said) == []
    section = GUIDE.partition("## Arguments")[2]
    sides = (f'"{side}"' for pair in arguments.SIDES.values() for side in pair)
    words = (*sides, *arguments.SIDES, *get_args(arguments.Concern))
    assert [word for word in words if f"`{word}`" not in section] == []


def test_the_guide_names_the_practices_of_our_cards() -> None:
    library = load_library([ROOT / "scenarios"])
    used = {card.practice for scenario in library.scenarios.values() for card in scenario.cards}
    assert sorted(name for name in used if f"`{name}`" not in GUIDE) == []


@pytest.mark.parametrize(
    "model",
    [
        pack.Scenario,
        pack.WorkshopPack,
        pack.AgendaEntry,
        pack.CardPack,
        pack.Subject,
        pack.FollowUp,
        cards.Variant,
        questions.AskedIf,
        questions.ChoiceQuestion,
        questions.RateQuestion,
        questions.PairsQuestion,
        questions.CurveQuestion,
        questions.GridQuestion,
        questions.TextQuestion,
        answers.Option,
        answers.Item,
        answers.Pair,
        answers.Lean,
        answers.Mirror,
        parts.Counterpoint,
        pack.Grid,
        pack.DecisionAsk,
        drafts.RehearsedDecision,
        cards.Card,
        cards.CardAnswer,
        cast.Cast,
        cast.Character,
        cast.Disturbance,
        cast.Interest,
        cast.Idea,
        cast.Appeal,
        cast.CompanyTrait,
        cast.CompanyFact,
        arguments.ArgumentPack,
        arguments.Argument,
    ],
)
def test_the_guide_names_every_key(model: type[parts.Part]) -> None:
    keys = [info.alias or name for name, info in model.model_fields.items()]
    assert [key for key in keys if not re.search(rf"\b{key}\b", GUIDE)] == []


def test_the_guide_has_a_section_for_every_kind() -> None:
    sections = re.findall(r"^### (\w+):", GUIDE, re.MULTILINE)
    assert sorted(sections) == sorted(questions.QUESTION_KINDS)
