"""Reading pack files: every mistake has its line and key, and none becomes a traceback."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from support.examples import examples

from mops_tui.model.packs.characters import Cast
from mops_tui.model.packs.pack import CardPack, Scenario
from mops_tui.storage.packs.card_template import card_template
from mops_tui.storage.packs.packs import Library, check_pack, load_library
from mops_tui.storage.packs.problems import Problem
from mops_tui.storage.packs.reading import LIMIT
from mops_tui.storage.packs.template import template

GOOD = """\
id = "mine"
title = "Mine"
summary = "Short."
brief = "Long."

[[question]]
kind = "choice"
id = "first"
title = "First"
ask = "Which?"

[[question.option]]
id = "a"
label = "A"

[[question.option]]
id = "b"
label = "B"
leans = [
  { grid = "mops", x = 0.5, why = "Because." },
]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def problems(file: Path, text: str | bytes, library: Library | None = None) -> list[Problem]:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(check_pack(file, library))


def only(file: Path, text: str | bytes) -> Problem:
    (problem,) = problems(file, text)
    return problem


def test_a_good_pack_is_read(file: Path) -> None:
    library = load_library(
        [file.parent, folder(file.parent / "grid", grid=GOOD.replace("mine", "grid") + GRID)]
    )
    assert library.scenarios["mine"].questions[0].id == "first"
    assert check_pack(file, None) == ()


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(file: Path) -> None:
    assert problems(file, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "key"),
    [
        ('label = "B"', 'labl = "B"', "unknown-key", 18, "question[1].option[2].labl"),
        ('label = "B"\n', "", "missing-key", 16, "question[1].option[2].label"),
        ('title = "First"', "title = 1", "not-text", 9, "question[1].title"),
        ('title = "First"', 'title = " "', "empty", 9, "question[1].title"),
        ('title = "First"', f'title = "{"x" * 81}"', "too-long", 9, "question[1].title"),
        ('id = "first"', 'id = "First One"', "bad-id", 8, "question[1].id"),
        ('kind = "choice"', 'kind = "chioce"', "unknown-kind", 7, "question[1].kind"),
        ('kind = "choice"\n', "", "missing-kind", 6, "question[1].kind"),
        ("x = 0.5", "x = 5", "out-of-range", 20, "question[1].option[2].leans[1].x"),
        ("x = 0.5, ", "", "lean-nowhere", 20, "question[1].option[2].leans[1]"),
        (
            'ask = "Which?"',
            'ask = "?"\nminutes = 0',
            "out-of-range-above",
            11,
            "question[1].minutes",
        ),
        ('ask = "Which?"', 'ask = "?"\nminutes = []', "not-a-number", 11, "question[1].minutes"),
        ('ask = "Which?"', 'ask = "?"\npicture = "mapp"', "not-one-of", 11, "question[1].picture"),
        (
            'ask = "Which?"',
            'ask = "?"\nopen = "perhaps"',
            "not-true-or-false",
            11,
            "question[1].open",
        ),
        ('ask = "Which?"', 'ask = "?"\nfacts = "one"', "not-a-list", 11, "question[1].facts"),
        ('ask = "Which?"', 'ask = "?"\nfacts = ["one"]', "not-a-table", 11, "question[1].facts[1]"),
        ('id = "mine"', 'id = "mine"\nlanguage = "english"', "bad-language", 2, "language"),
        ('id = "mine"', 'id = "mine"\nkind = "scenari"', "unknown-kind", 2, "kind"),
        ('id = "mine"', 'id = "mine"\nformat = 2', "newer-format", 2, "format"),
        ('id = "mine"', 'id = "mine"\nformat = "1"', "bad-format", 2, "format"),
        ('id = "b"', 'id = "a"', "duplicate-id", 17, "question[1].option[2].id"),
        (
            'label = "B"',
            'label = "B"\nprompts = []',
            "misplaced-key",
            19,
            "question[1].option[2].prompts",
        ),
        (
            'label = "B"',
            'label = "B"\nsummary = ""',
            "misplaced-top-key",
            19,
            "question[1].option[2].summary",
        ),
    ],
)
def test_each_mistake_has_its_code_line_and_key(
    file: Path, old: str, new: str, code: str, line: int, key: str
) -> None:
    assert old in GOOD
    problem = only(file, new.join(GOOD.rsplit(old, 1)))
    assert (problem.code, problem.line, problem.key) == (code, line, key)
    assert problem.file == file


def test_a_misspelt_key_names_the_right_one_and_is_not_also_missing(file: Path) -> None:
    assert only(file, GOOD.replace("brief =", "breif =")).params["nearest"] == "brief"


def test_a_range_is_named_with_both_ends(file: Path) -> None:
    params = only(file, GOOD.replace("x = 0.5", "x = nan")).params
    assert (params["low"], params["high"]) == ("-1", "1")


def test_every_mistake_is_told_at_once_in_the_order_of_the_file(file: Path) -> None:
    text = GOOD.replace('label = "A"', "label = 1").replace('summary = "Short."\n', "sumary = 1\n")
    text = text.replace('kind = "choice"', 'kind = "choice"\nminutes = -1')
    assert [problem.line for problem in problems(file, text)] == [3, 8, 15]


def test_a_header_with_single_brackets_is_told_as_such(file: Path) -> None:
    text = GOOD.split("[[question]]")[0] + '[question]\nkind = "text"\n'
    assert only(file, text).code == "one-table"


def test_a_header_that_wants_double_brackets_is_named_whole(file: Path) -> None:
    text = GOOD.replace("[[question.option]]", "[question.option]", 1).split("[[question.option]]")[
        0
    ]
    assert only(file, text).params["name"] == "question.option"


def test_long_names_of_lists_work_too_and_keep_their_lines(file: Path) -> None:
    text = GOOD.replace("question", "questions").replace("option", "options")
    assert problems(file, text) == []
    problem = only(file, text.replace('label = "B"', 'labl = "B"'))
    assert (problem.line, problem.key) == (18, "questions[1].options[2].labl")
    repeated = only(file, text.replace('id = "b"', 'id = "a"'))
    assert (repeated.line, repeated.key) == (17, "questions[1].options[2].id")


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b'id = "mine"\ntitle Mine', "bad-toml", 2),
        (b'id = "mine"\ntitle = "Mine', "bad-toml", 2),
        (b'id = "a"\nid = "b"', "bad-toml", 2),
        (b'id = "mine"\ntitle = "\xff"', "not-utf8", 2),
        (b"\xff\xfei\x00d", "not-utf8", 1),
        (b"x = " + b"[" * 100_000, "too-nested", 1),
        (b"x = " + b"1" * 5000, "bad-toml", 1),
        (b"#" * (LIMIT + 1), "too-big", 0),
        (b'opened = 2026-01-01\nsession = "live"', "is-a-session", 1),
    ],
)
def test_what_is_no_pack_at_all_says_so(file: Path, content: bytes, code: str, line: int) -> None:
    problem = only(file, content)
    assert (problem.code, problem.line) == (code, line)


def test_an_empty_file_lacks_every_needed_key(file: Path) -> None:
    found = {problem.key for problem in problems(file, "")}
    assert found == {"id", "title", "summary", "brief", "question"}


def test_a_file_with_an_agenda_lacks_its_kind(file: Path) -> None:
    text = 'id = "w"\ntitle = "W"\nsummary = "S"\n[[agenda]]\nscenario = "s"\n'
    assert only(file, text).key == "kind"


def test_what_cannot_be_opened_says_so(tmp_path: Path) -> None:
    found = [check_pack(tmp_path / name, None)[0].code for name in ("none.toml", ".", "a\0b")]
    assert found == ["no-such-file", "is-a-folder", "unreadable"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert check_pack(tmp_path / "pipe.toml", None)[0].code == "not-a-file"


@pytest.mark.skipif(sys.platform == "win32", reason="needs permissions")
def test_a_file_that_may_not_be_read_says_so(file: Path) -> None:
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read everything")
    assert check_pack(file, None)[0].code == "unreadable"


ODD = st.sampled_from(
    [
        "1",
        "-1",
        "nan",
        "true",
        '""',
        '"x"',
        "[]",
        "[[]]",
        "{}",
        "{ id = 1 }",
        "1979-05-27",
        '["a", 1]',
    ]
)
KEYS = re.compile(
    r"(?m)^(\s*(?:format|kind|id|title|place|leans|goodies|x|grid|minutes|cues) = ).*$"
)


@examples(150, HealthCheck.function_scoped_fixture)
@given(st.dictionaries(st.integers(0, 40), ODD, min_size=1, max_size=3))
def test_values_of_any_type_anywhere_are_problems_and_never_raise(
    file: Path, odd: dict[int, str]
) -> None:
    count = -1

    def replaced(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return match[1] + odd.get(count, match[0][len(match[1]) :])

    for problem in problems(file, KEYS.sub(replaced, template("mine"))):
        assert problem.line >= 1


# Libraries


def workshop(workshop_id: str, scenario: str) -> str:
    head = f'kind = "workshop"\nid = "{workshop_id}"\ntitle = "W"\nsummary = "S"\n'
    return head + f'[[agenda]]\nscenario = "{scenario}"\n'


GRID = """
[[grid]]
id = "mops"
title = "G"
x = { label = "x", low = "l", high = "h" }
y = { label = "y", low = "l", high = "h" }
top_left = { id = "a", name = "A" }
top_right = { id = "b", name = "B" }
bottom_left = { id = "c", name = "C" }
bottom_right = { id = "d", name = "D" }
"""


def folder(path: Path, **files: str) -> Path:
    path.mkdir(exist_ok=True)
    for name, text in files.items():
        (path / f"{name}.toml").write_text(text, encoding="utf-8")
    return path


def test_a_library_holds_the_sound_packs_and_the_problems_of_the_others(tmp_path: Path) -> None:
    ours = folder(
        tmp_path / "ours", mine=GOOD + GRID, broken="id = 1", walk=workshop("walk", "mine")
    )
    library = load_library([ours, tmp_path / "not-there"])
    assert list(library.scenarios) == ["mine"]
    assert list(library.workshops) == ["walk"]
    assert {problem.file.name for problem in library.problems} == {"broken.toml"}
    assert library.origins["walk"] == ours / "walk.toml"


def test_a_later_folder_wins_by_id(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", mine=GOOD + GRID)
    theirs = folder(tmp_path / "theirs", other=GOOD.replace('"Mine"', '"Theirs"') + GRID)
    library = load_library([ours, theirs])
    assert library.scenarios["mine"].title == "Theirs"
    assert library.origins["mine"] == theirs / "other.toml"
    assert library.problems == ()


@pytest.mark.parametrize("broken", ["id = 1", GOOD.replace('"mops"', '"mopz"')])
def test_a_broken_pack_does_not_take_the_place_of_a_sound_one(tmp_path: Path, broken: str) -> None:
    ours = folder(tmp_path / "ours", mine=GOOD + GRID, walk=workshop("walk", "mine"))
    library = load_library([ours, folder(tmp_path / "theirs", mine=broken)])
    assert library.origins["mine"] == ours / "mine.toml"
    assert library.problems
    assert "walk" in library.workshops


def test_a_workshop_without_its_scenario_is_left_out(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", mine=GOOD + GRID, walk=workshop("walk", "mne"))
    library = load_library([ours])
    assert not library.workshops
    (problem,) = library.problems
    assert (problem.code, problem.params["nearest"]) == ("unknown-scenario", "mine")


def test_a_pack_that_falls_takes_with_it_what_leans_on_it(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", mine=GOOD, walk=workshop("walk", "mine"))
    library = load_library([ours])
    assert (dict(library.scenarios), dict(library.workshops)) == ({}, {})
    assert [problem.code for problem in library.problems] == ["unknown-grid", "unknown-scenario"]


def test_two_files_of_one_folder_cannot_share_an_id(tmp_path: Path) -> None:
    library = load_library([folder(tmp_path / "ours", a=GOOD + GRID, b=GOOD + GRID)])
    (problem,) = library.problems
    assert (problem.code, problem.file.name, problem.params["other"]) == (
        "id-taken",
        "b.toml",
        "a.toml",
    )
    assert library.origins["mine"].name == "a.toml"


def test_hidden_files_and_other_files_are_passed_over(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", mine=GOOD + GRID)
    (ours / "._mine.toml").write_bytes(b"\0\0")
    (ours / "notes.md").write_text("no pack", encoding="utf-8")
    assert load_library([ours]).problems == ()


def test_a_folder_that_is_a_file_is_a_problem_not_a_traceback(file: Path) -> None:
    assert [problem.code for problem in load_library([file]).problems] == ["unreadable"]


def test_references_to_other_packs_are_checked_against_a_library(
    file: Path, tmp_path: Path
) -> None:
    library = load_library([folder(tmp_path / "ours", other=GOOD.replace("mine", "other") + GRID)])
    assert problems(file, GOOD, library) == []
    (unknown,) = problems(file, GOOD.replace('"mops"', '"mop"'), library)
    assert (unknown.code, unknown.params["nearest"]) == ("unknown-grid", "mops")
    assert problems(file, GOOD.replace('"mops"', '"mop"'), None) == []


@pytest.mark.parametrize("pack_id", ["mine", "a", "first-quarter-review-of-everything-we-do"])
def test_the_starting_file_is_itself_a_sound_pack(file: Path, pack_id: str) -> None:
    library = load_library([])
    assert problems(file, template(pack_id), library) == []
    assert pack_id in load_library([file.parent]).scenarios


@pytest.mark.parametrize("pack_id", ["mine", "a", "first-quarter-review-of-everything-we-do"])
def test_the_starting_file_of_cards_is_a_sound_pack_with_a_variant(
    file: Path, pack_id: str
) -> None:
    library = load_library([])
    assert problems(file, card_template(pack_id), library) == []
    alone = load_library([file.parent]).card_packs[pack_id]
    assert [len(one.variants) for one in alone.cards] == [1]
    assert f"practice {pack_id}\n" in card_template(pack_id)


def test_the_starting_file_of_cards_can_go_with_a_scenario(tmp_path: Path) -> None:
    text = card_template("deck", "mine")
    ours = folder(tmp_path / "ours", mine=CARDED, deck=text)
    library = load_library([ours])
    assert library.problems == ()
    assert cards(library.scenarios["mine"]) == ["one", "two", "three", "two-lists"]
    assert library.card_packs == {}


# Cards, characters and disturbances: one with a mistake is left out, and its pack stays


def card(card_id: str, last: str = "unwise") -> str:
    return f"""
[[card]]
id = "{card_id}"
title = "T"
situation = "S"
ask = "A?"
decides = "D"
practice = "adoption"
persona = "a"

[[card.answer]]
id = "x"
label = "X"
verdict = "advised"
why = "W"

[[card.answer]]
id = "y"
label = "Y"
verdict = "{last}"
why = "W"
"""


CARDED = GOOD + GRID + card("one") + card("two") + card("three")
"""A scenario whose cards begin in the lines 33, 53 and 73."""


def cards(pack: object) -> list[str]:
    assert isinstance(pack, Scenario | CardPack)
    return [card.id for card in pack.cards]


def in_second_card(old: str, new: str) -> str:
    first, second, third = CARDED.partition(card("two"))
    assert old in second
    return first + second.replace(old, new, 1) + third


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ('ask = "A?"', 'aks = "A?"', "unknown-key", "card[2].aks"),
        ('ask = "A?"\n', "", "missing-key", "card[2].ask"),
        ('ask = "A?"', "ask = 1", "not-text", "card[2].ask"),
        ('practice = "adoption"', 'practice = "A B"', "bad-id", "card[2].practice"),
        ('title = "T"', f'title = "{"x" * 81}"', "too-long", "card[2].title"),
        ('verdict = "unwise"', 'verdict = "unwize"', "not-one-of", "card[2].answer[2].verdict"),
        ('verdict = "unwise"', 'verdict = "advised"', "card-advised", "card[2]"),
        ('verdict = "advised"', 'verdict = "defensible"', "card-advised", "card[2]"),
        ('label = "Y"', 'labl = "Y"', "unknown-key", "card[2].answer[2].labl"),
        ('label = "Y"', 'label = "Y"\ndecides = ""', "misplaced-key", "card[2].answer[2].decides"),
        ('id = "y"', 'id = "x"', "duplicate-id", "card[2].answer[2].id"),
        ('id = "two"', 'id = "one"', "duplicate-id", "card[2].id"),
        ('persona = "a"', 'persona = "z"', "unknown-persona", "card[2].persona"),
    ],
)
def test_a_card_with_a_mistake_is_named_and_left_out(
    tmp_path: Path, old: str, new: str, code: str, key: str
) -> None:
    text = in_second_card(old, new)
    ours = folder(tmp_path / "ours", mine=text)
    library = load_library([ours])
    assert cards(library.scenarios["mine"]) == ["one", "three"]
    (problem,) = library.problems
    assert (problem.code, problem.key) == (code, key)
    lines = text.splitlines()
    starts = [index for index, line in enumerate(lines, 1) if line == "[[card]]"]
    assert starts[1] <= problem.line < starts[2]
    assert check_pack(ours / "mine.toml", library) == (problem,)


def test_a_misspelt_key_of_a_card_gets_the_right_one(file: Path) -> None:
    text = in_second_card('decides = "D"', 'decieds = "D"')
    assert only(file, text).params["nearest"] == "decides"


def test_every_card_with_a_mistake_is_named_where_it_stands(file: Path) -> None:
    text = in_second_card('ask = "A?"', "ask = 1") + card("one") + card("five", "wrong")
    library = load_library([folder(file.parent / "ours", grid=CARDED.replace("mine", "grid"))])
    found = [(problem.code, problem.key) for problem in problems(file, text, library)]
    assert found == [
        ("not-text", "card[2].ask"),
        ("duplicate-id", "card[4].id"),
        ("not-one-of", "card[5].answer[2].verdict"),
    ]
    assert cards(load_library([file.parent]).scenarios["mine"]) == ["one", "three"]


def test_an_answer_with_a_mistake_takes_its_card_with_it_but_no_other(file: Path) -> None:
    text = in_second_card('why = "W"', 'why = ""')
    assert [problem.key for problem in problems(file, text)] == ["card[2].answer[1].why"]
    assert cards(load_library([file.parent]).scenarios["mine"]) == ["one", "three"]


@pytest.mark.parametrize(
    ("written", "code"), [('[card]\nid = "one"', "one-table"), ('card = "x"', "not-a-list")]
)
def test_cards_that_are_no_list_are_left_out_together(file: Path, written: str, code: str) -> None:
    text = GOOD + "\n" + written if written.startswith("[") else written + "\n" + GOOD
    assert only(file, text).code == code


def test_the_long_name_of_cards_works_too(file: Path) -> None:
    text = in_second_card('label = "Y"', 'labl = "Y"')
    text = text.replace("[[card", "[[cards").replace("answer]]", "answers]]")
    assert only(file, text).key == "cards[2].answers[2].labl"
    assert cards(load_library([file.parent]).scenarios["mine"]) == ["one", "three"]


def test_a_mistake_in_the_pack_itself_still_leaves_all_of_it_out(file: Path) -> None:
    text = in_second_card('ask = "A?"', "ask = 1").replace('title = "Mine"', "title = 1")
    assert [problem.key for problem in problems(file, text)] == ["title", "card[2].ask"]
    assert load_library([file.parent]).scenarios == {}


def test_a_persona_may_be_the_corner_of_another_packs_grid(tmp_path: Path) -> None:
    text = GOOD.replace("mine", "other") + card("one")
    ours = folder(tmp_path / "ours", mine=CARDED, other=text)
    assert cards(load_library([ours]).scenarios["other"]) == ["one"]
    assert check_pack(ours / "other.toml", None) == ()


DECK = """\
kind = "cards"
id = "{id}"
title = "C"
summary = "S"
scenario = "mine"
"""


def test_cards_without_a_scenario_are_a_topic_of_their_own(tmp_path: Path) -> None:
    alone = DECK.format(id="deck").replace('scenario = "mine"\n', "") + card("one") + card("two")
    ours = folder(tmp_path / "ours", mine=CARDED, deck=alone)
    library = load_library([ours])
    assert library.problems == ()
    assert cards(library.scenarios["mine"]) == ["one", "two", "three"]  # of that id there are two
    assert cards(library.card_packs["deck"]) == ["one", "two"]
    assert [topic.id for topic in library.topics()] == ["mine", "deck"]
    assert library.topic("deck") is library.card_packs["deck"]
    assert library.topic("nowhere") is None
    assert ("deck", "one") in library.cards
    assert check_pack(ours / "deck.toml", library) == ()


def test_a_card_with_a_mistake_is_left_out_of_cards_alone_too(tmp_path: Path) -> None:
    alone = DECK.format(id="deck").replace('scenario = "mine"\n', "") + card("one") + card("one")
    ours = folder(tmp_path / "ours", mine=CARDED, deck=alone)
    library = load_library([ours])
    assert [problem.code for problem in library.problems] == ["duplicate-id"]
    assert cards(library.card_packs["deck"]) == ["one"]


def test_of_two_cards_of_one_id_over_files_the_later_is_named_and_left_out(tmp_path: Path) -> None:
    variant = (
        card("own")
        .replace("[[card]]", "[[card.variant]]")
        .replace("card.answer", "card.variant.answer")
    )
    variant = variant.replace('practice = "adoption"\npersona = "a"\n', "").replace(
        'label = "X"\n', ""
    )
    variant = (
        variant.replace('label = "Y"\n', "")
        .replace('"advised"', '"defensible"')
        .replace('"unwise"', '"advised"')
    )
    taken = variant.replace('"own"', '"three"')
    later = DECK.format(id="deck") + card("one") + card("new") + variant + card("last") + taken
    ours = folder(
        tmp_path / "ours", mine=CARDED, deck=later, deck2=DECK.format(id="deck2") + card("new")
    )
    library = load_library([ours])
    assert cards(library.scenarios["mine"]) == ["one", "two", "three", "new"]
    found = [(problem.file.stem, problem.code, problem.key) for problem in library.problems]
    assert found == [
        ("deck", "card-taken", "card[1].id"),
        ("deck", "card-taken", "card[3].variant[1].id"),
        ("deck2", "card-taken", "card[1].id"),
    ]
    for name, count in (("mine", 0), ("deck", 2), ("deck2", 1)):
        assert len(check_pack(ours / f"{name}.toml", library)) == count


CAST = """\
kind = "cast"
id = "room"
title = "R"
summary = "S"
"""


def character(character_id: str, more: str = "") -> str:
    names = f'name = "N"\nrole = "R"\nabout = "A"\n{more}\n'
    return f'\n[[character]]\nid = "{character_id}"\n{names}'


def disturbance(disturbance_id: str, more: str = "") -> str:
    return f'\n[[disturbance]]\nid = "{disturbance_id}"\ntext = "T"\n{more}\n'


def cast(path: Path, text: str) -> tuple[Cast, list[tuple[str, str]]]:
    """The cast of a library with that file alone, and what was wrong with it."""
    library = load_library([folder(path / "room", room=text)])
    told = [(problem.code, problem.key) for problem in library.problems]
    checked = check_pack(path / "room" / "room.toml", library)
    assert [(problem.code, problem.key) for problem in checked] == told
    return library.casts["room"], told


def test_a_cast_is_read_and_is_no_scenario(tmp_path: Path) -> None:
    library = load_library([folder(tmp_path / "ours", room=CAST + character("cmo"))])
    assert list(library.casts) == ["room"]
    assert (dict(library.scenarios), dict(library.workshops)) == ({}, {})
    assert library.problems == ()


@pytest.mark.parametrize(
    ("more", "code", "key"),
    [
        ("carse = { O1 = 2 }", "unknown-key", "character[2].carse"),
        ("cares = { O1 = 11 }", "out-of-range", "character[2].cares.O1"),
        ('cares = { O1 = "much" }', "not-a-number", "character[2].cares.O1"),
        ("favours = { it = -6 }", "out-of-range", "character[2].favours.it"),
        ('temper = "clam"', "not-one-of", "character[2].temper"),
        ("moves = 2", "out-of-range", "character[2].moves"),
        ("late = 1.5", "not-true-or-false", "character[2].late"),
        ('towards = ["cmoo"]', "unknown-character", "character[2].towards[1]"),
    ],
)
def test_a_character_with_a_mistake_is_named_and_left_out(
    tmp_path: Path, more: str, code: str, key: str
) -> None:
    text = CAST + character("cmo") + character("cio", more) + character("sales")
    made, told = cast(tmp_path, text)
    assert [one.id for one in made.characters] == ["cmo", "sales"]
    assert told == [(code, key)]


def test_nobody_listens_to_a_character_who_was_left_out(tmp_path: Path) -> None:
    text = CAST + character("cmo", 'towards = ["cio", "sales"]') + character("cio", "x = 7")
    text += character("sales") + disturbance("gone", 'leaves = "cio"') + disturbance("noise")
    text += disturbance("odd", 'leaves = "sale"')
    made, told = cast(tmp_path, text)
    assert [one.towards for one in made.characters] == [("sales",), ()]
    assert [one.id for one in made.disturbances] == ["noise"]
    assert told == [
        ("out-of-range", "character[2].x"),
        ("unknown-character", "disturbance[3].leaves"),
    ]


def test_two_characters_of_one_id_leave_the_first(tmp_path: Path) -> None:
    text = CAST + character("cmo") + character("cio", 'towards = ["cmo"]') + character("cmo")
    made, told = cast(tmp_path, text)
    assert [(one.id, one.towards) for one in made.characters] == [("cmo", ()), ("cio", ("cmo",))]
    assert told == [("duplicate-id", "character[3].id")]


def test_a_disturbance_with_a_mistake_is_left_out(tmp_path: Path) -> None:
    text = CAST + character("cmo") + disturbance("a", "shifts = { O1 = 11 }") + disturbance("b")
    made, told = cast(tmp_path, text)
    assert [one.id for one in made.disturbances] == ["b"]
    assert told == [("out-of-range", "disturbance[1].shifts.O1")]


def test_whom_it_concerned_alone_takes_a_disturbance_along(tmp_path: Path) -> None:
    text = CAST + character("cmo") + character("cio", "x = 7")
    text += disturbance("his", 'whom = ["cio"]') + disturbance("theirs", 'whom = ["cio", "cmo"]')
    made, told = cast(tmp_path, text)
    assert [(one.id, one.whom) for one in made.disturbances] == [("theirs", ("cmo",))]
    assert told == [("out-of-range", "character[2].x")]


@pytest.mark.parametrize(
    ("more", "code", "key"),
    [
        ('[[company]]\nid = "b"\n', "missing-key", "company[2].fact"),
        ('[[company]]\nid = "b"\nfacs = []\n', "unknown-key", "company[2].facs"),
        (
            '[[company]]\nid = "b"\n[[company.fact]]\nid = "c"\ntext = "C."\nitems = { x = 2 }\n',
            "out-of-range",
            "company[2].fact[1].items.x",
        ),
    ],
)
def test_a_trait_of_the_company_with_a_mistake_is_left_out(
    more: str, code: str, key: str, tmp_path: Path
) -> None:
    good = '\n[[company]]\nid = "a"\n[[company.fact]]\nid = "so"\ntext = "It is so."\n'
    made, told = cast(tmp_path, CAST + character("cmo") + good + more)
    assert [trait.id for trait in made.company] == ["a"]
    assert told == [(code, key)]


def test_an_appeal_with_a_mistake_is_left_out(tmp_path: Path) -> None:
    text = CAST + character("cmo") + '\n[[appeal]]\nconcern = "money"\nfavours = { it = 1 }\n'
    made, told = cast(tmp_path, text + '\n[[appeal]]\nconcern = "moneys"\n')
    assert [one.concern for one in made.appeals] == ["money"]
    assert told == [("not-one-of", "appeal[2].concern")]


@pytest.mark.parametrize(
    "text", [CAST, CAST + character("cmo", "x = 7"), "character = []\n" + CAST]
)
def test_a_cast_without_anybody_is_no_cast(tmp_path: Path, text: str) -> None:
    library = load_library([folder(tmp_path / "ours", room=text)])
    assert not library.casts
    assert library.problems


def test_a_cast_whose_last_character_falls_is_left_out_once(tmp_path: Path) -> None:
    text = CAST + character("cmo", 'towards = ["cio"]')
    library = load_library([folder(tmp_path / "ours", room=text)])
    assert not library.casts
    assert [problem.code for problem in library.problems] == ["unknown-character"]


def test_a_file_with_characters_lacks_its_kind(file: Path) -> None:
    assert only(file, CAST.replace('kind = "cast"\n', "") + character("cmo")).key == "kind"


def test_a_workshop_has_no_cards(file: Path) -> None:
    assert only(file, workshop("walk", "mine") + card("one")).code == "unknown-key"


ARGUED = """\
kind = "arguments"
id = "said"
title = "S"
summary = "S"
scenario = "mine"
"""


def argument(argument_id: str, more: str = "") -> str:
    keys = f'question = "first"\nof = "a"\nside = "for"\ntext = "T."\n{more}\n'
    return f'\n[[argument]]\nid = "{argument_id}"\n{keys}'


def test_arguments_stand_by_their_scenario_over_files(tmp_path: Path) -> None:
    more = ARGUED.replace('"said"', '"said2"') + argument("three")
    one_file = ARGUED + argument("one") + argument("two", 'of2 = "a"') + argument("last")
    packs = folder(
        tmp_path / "ours", mine=GOOD, grid=GOOD.replace("mine", "grid") + GRID,
        said=one_file, said2=more,
    )  # fmt: skip
    library = load_library([packs])
    assert [one.id for one in library.arguments["mine"]] == ["one", "last", "three"]
    assert [(p.code, p.key) for p in library.problems] == [("unknown-key", "argument[2].of2")]
    assert len(check_pack(packs / "said.toml", library)) == 1


def test_arguments_about_a_scenario_that_somebody_has_replaced_go_without_a_word(
    tmp_path: Path,
) -> None:
    grid = GOOD.replace("mine", "grid") + GRID
    ours = folder(tmp_path / "ours", mine=GOOD, grid=grid, said=ARGUED + argument("one"))
    assert load_library([ours]).arguments["mine"]
    theirs = folder(tmp_path / "own", mine=GOOD.replace('"first"', '"other"'))
    library = load_library([ours, theirs])
    assert (dict(library.arguments), library.problems) == ({}, ())
    own = folder(tmp_path / "own", said=ARGUED + argument("one"))
    assert [p.code for p in load_library([ours, own]).problems] == ["unknown-question"]


def test_a_file_of_arguments_lacks_its_kind(file: Path) -> None:
    text = ARGUED.replace('kind = "arguments"\n', "") + argument("one")
    assert only(file, text).key == "kind"


def test_a_name_of_a_cast_that_leads_nowhere_is_told_by_check_alone(tmp_path: Path) -> None:
    text = CAST + 'facts = ["mine/nowhere"]\n' + character("cmo")
    ours = folder(tmp_path / "ours", mine=CARDED, room=text)
    library = load_library([ours])
    assert (library.problems, list(library.casts)) == ((), ["room"])
    [found] = check_pack(ours / "room.toml", library)
    assert (found.code, found.key, found.line) == ("unknown-question-anywhere", "facts[1]", 5)


@pytest.mark.parametrize("kind", ["scenario", "cast", "cards"])
def test_a_pack_takes_no_place_of_another_kind(tmp_path: Path, kind: str) -> None:
    alone = DECK.replace('scenario = "mine"\n', "").format(id="mine")
    texts = {
        "scenario": CARDED,
        "cast": CAST.replace('"room"', '"mine"') + character("cmo"),
        "cards": alone + card("one").replace('persona = "a"\n', ""),
    }
    ours = folder(tmp_path / "ours", ours=texts.pop(kind))
    for number, (other, text) in enumerate(texts.items()):
        theirs = folder(tmp_path / str(number), theirs=text)
        library = load_library([ours, theirs])
        assert (library.kinds, library.origins["mine"]) == ({"mine": kind}, ours / "ours.toml")
        [found] = library.problems
        assert (found.code, found.file, found.key) == (
            "id-of-another-kind", theirs / "theirs.toml", "id",
        )  # fmt: skip
        assert found.code in [one.code for one in check_pack(theirs / "theirs.toml", library)]
        assert other != kind
