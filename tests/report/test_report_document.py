from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from support.browser import Browser, needs_browser
from support.examples import examples
from support.html_pages import Page
from support.kits import KITS
from support.markdown import READER, SHAPES, plain, tokens
from support.packs import KEPT
from support.printing import PAPERS, filled, needs_sheets, pages_of, printed
from support.reports import HOSTILE, NAMES, SECRET, full, given
from support.results import Room, choices, points

from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import visible
from mops_tui.model.session.condition import Condition
from mops_tui.model.session.header import Policy
from mops_tui.model.session.state import ReportEdits, change
from mops_tui.report import ReportInput
from mops_tui.report.content.content import report_content
from mops_tui.report.document.as_html import as_html
from mops_tui.report.markup import text
from mops_tui.report.report_document import report_document, report_html, report_markdown
from mops_tui.words.safe import cells, in_one_line

ANONYMITIES = ("named", "pseudonyms", "anonymous")


@cache
def kit(name: str, *, brief: bool = False) -> ReportInput:
    run = KITS[name](KEPT)
    return ReportInput(run.header, visible(run.state, "facilitator"), brief=brief)


@cache
def page_of(name: str) -> Page:
    return Page(report_html(kit(name)))


# --- the page


@pytest.mark.parametrize("name", KITS)
def test_a_page_has_no_script_and_asks_nobody_for_anything(name: str) -> None:
    page = page_of(name)
    names = {tag for tag, _ in page.tags}
    assert not {"script", "link", "img", "iframe", "object", "form"} & names
    for _tag, attributes in page.tags:
        assert not {"src", "style", "xlink:href"} & attributes.keys()
        assert attributes.get("href", "#").startswith("#")
        assert not [key for key in attributes if key.startswith("on")]
    assert "url(" not in page.style
    assert "@import" not in page.style


@pytest.mark.parametrize("name", KITS)
def test_a_page_lets_in_its_own_style_alone(name: str) -> None:
    page = page_of(name)
    (policy,) = [m["content"] for m in page.named("meta") if "http-equiv" in m]
    made = b64encode(sha256(page.style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{made}'" in policy


@pytest.mark.parametrize("name", KITS)
def test_headings_go_down_one_level_at_a_time_from_a_single_title(name: str) -> None:
    found = page_of(name).headings
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(low - high <= 1 for high, low in pairwise(found))


@pytest.mark.parametrize("name", KITS)
def test_every_picture_says_what_it_shows_and_no_id_stands_twice(name: str) -> None:
    page = page_of(name)
    assert page.drawn
    assert all({"title", "desc"} <= set(inside) for inside in page.drawn)
    assert all(one["role"] == "img" for one in page.named("svg"))
    ids = [attributes["id"] for _tag, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_a_long_report_has_a_table_of_contents_whose_links_lead_somewhere() -> None:
    page = page_of("nine")
    led = [one["href"] for one in page.named("a")]
    places = [one["id"] for one in page.named("article")]
    assert led == [f"#{place}" for place in places[1:]]
    assert not Page(report_html(kit("nine", brief=True))).named("nav")


@pytest.mark.parametrize("name", KITS)
def test_every_heading_of_a_table_says_of_what(name: str) -> None:
    assert all(one.get("scope") for one in page_of(name).named("th"))


# --- what it says


@pytest.mark.parametrize("name", KITS)
def test_every_decision_stands_whole_in_both(name: str) -> None:
    page, made = page_of(name).text, plain(report_markdown(kit(name)))
    for one in kit(name).state.decisions.values():
        for said in filter(None, (one.what, one.why, one.owner, one.first_step, one.dissent)):
            assert " ".join(said.split()) in page
            assert " ".join(said.split()) in made


def test_a_decision_of_no_scenario_stands_whole_as_well() -> None:
    room = Room(2).round("demo/where", choices("ab"))
    room.add(ev.DecisionRecorded(decision="d", scenario="gone", what="We stay.", why="It works."))
    made = report_markdown(given(room))
    assert "It works." in made[made.index("## Decided beside the scenarios") :]


def test_a_brief_report_is_page_one_alone() -> None:
    made = Page(report_html(kit("nine", brief=True)))
    assert [one.get("class", "").split()[0] for one in made.named("article")] == ["page-one"]
    assert "## Appendix" not in report_markdown(kit("nine", brief=True))


def test_page_one_comes_first_and_every_scenario_is_a_part_of_its_own() -> None:
    looks = [one["class"].split()[0] for one in page_of("nine").named("article")]
    assert looks[0] == "page-one"
    assert looks[-1] == "appendix"
    assert set(looks[1:-1]) == {"scenario"}
    assert len(looks) > 4


def test_a_whole_report_of_nine_people_can_be_read() -> None:
    # The report of before had 1171 lines, and no picture.
    assert len(report_markdown(kit("nine")).splitlines()) < 830


@pytest.mark.parametrize("name", KITS)
def test_a_drawing_in_a_text_is_as_narrow_as_a_wiki_needs_it(name: str) -> None:
    drawn_there = [t.content for t in tokens(report_markdown(kit(name))) if t.type == "fence"]
    lines = [line for one in drawn_there for line in one.split("\n")]
    assert lines
    assert max(map(cells, lines)) <= 76
    assert not [line for line in lines if "\t" in line]


def test_both_rounds_are_told_and_what_moved_between_them() -> None:
    room = Room(4).round("demo/where", choices("aabc")).round("demo/where", choices("abbb"), 2)
    made = report_markdown(given(room))
    part = made[made.rindex("### Where") : made.index("## Appendix")]
    told = [part.index(one) for one in ("**Round 1:", "**Round 2:", "Since round 1")]
    assert told == sorted(told)
    assert part.count("Since round 1") == 1


def test_an_argument_stands_on_the_side_of_the_answer_that_its_speaker_gave_then() -> None:
    room = Room(3).round("demo/where", choices("aab")).round("demo/where", choices("bab"), 2)
    for number, who, said in ((1, "p1", "Near."), (2, "p1", "I moved."), (1, "p3", "Cheap.")):
        reason = ev.ReasonGiven(question="demo/where", round=number, participant=who, text=said)
        room.add(reason)
    made = report_markdown(given(room))
    assert "- **Alpha:** Person 1: “Near.”" in made
    assert "- **Beta:**\n  - Person 1: “I moved.”\n  - Person 3: “Cheap.”" in made


def test_where_nobody_is_named_an_argument_has_no_name_and_no_side() -> None:
    nameless = Room(3, policy=Policy(anonymity="anonymous")).round("demo/where", choices("aab"))
    nameless.add(ev.ReasonGiven(question="demo/where", round=1, text="It is close."))
    assert "\n- “It is close.”\n" in report_markdown(given(nameless))


def test_what_is_in_no_corner_is_not_told_by_a_column_of_nothing() -> None:
    made = report_markdown(given(full()))
    assert "Called out" not in made
    assert not re.search(r"\b0 own marks", made)


def test_who_answered_what_is_a_table_of_items_by_people() -> None:
    made = report_markdown(given(full()))
    assert f"| Question | Ana Pop | Bogdan Ionescu | Carla Radu | {text(HOSTILE)} |" in made
    assert "| **Ready** |  |  |  |  |" in made or "| **Readiness** |" in made
    assert "| A platform | Partly | Partly | Partly | Partly |" in made
    assert "| Where | Alpha | Alpha | Beta → Alpha | passed → Beta |" in made


def test_what_was_skipped_not_asked_or_not_revealed_is_said_at_its_scenario() -> None:
    made = report_markdown(given(full()))
    left = made[made.index("### Left out") : made.index("## Appendix")]
    assert "- Order: Skipped." in left
    assert "- Waves: Not asked." in left
    assert "- CMO: Not revealed: 2 voted." in left


@pytest.mark.parametrize(("voted", "told"), [(False, ["- Where: Skipped."]), (True, [])])
def test_a_question_that_is_skipped_while_its_vote_is_open_is_told(
    voted: bool, told: list[str]
) -> None:
    room = Room(6).round("demo/points", [{"options": ("a", "b"), "points": (4, 6)}] * 6)
    room.add(ev.QuestionShown(question="demo/where"))
    room.open("demo/where")
    if voted:
        room.vote("demo/where", "p1", option="a")
    room.add(ev.AgendaSet(skipped=("demo/where",), minutes=30))
    made = report_markdown(given(room))
    assert [line for line in made.splitlines() if line.startswith("- Where: Skipped")] == told
    assert ("- Where: Not revealed: one voted." in made) is voted


def test_what_is_left_out_of_the_report_stands_nowhere_in_it() -> None:
    room = full()
    out = ("reasons", "by-name", "figures", "time", "notes")
    room.add(ev.ReasonGiven(question="demo/where", round=1, participant="p1", text="Because"))
    assert "Because" in report_markdown(given(room))
    edited = change(room.state(), report=ReportEdits(left_out=out))
    made = report_markdown(ReportInput(room.header, visible(edited, "facilitator")))
    for gone in ("Because", "Who answered what", "The figures behind", "### Time"):
        assert gone not in made


def test_what_happened_stands_before_the_vote_that_followed_and_the_company_at_the_scenario() -> (
    None
):
    room = Room(3).add(ev.NoteRecorded(note="company-1", text="Sixty people."))
    room.round("demo/where", choices("aab"))
    room.add(ev.NoteRecorded(note="disturbance-cut", text="A cut.", about="demo/where"))
    room.round("demo/where", choices("abb"), 2)
    made = report_markdown(given(room))
    assert made.index("A rehearsal: Sixty people.") < made.index("**Round 1:")
    assert made.index("**Round 1:") < made.index("Before this vote: A cut.")
    assert made.index("Before this vote: A cut.") < made.index("**Round 2:")
    assert made.count("A cut.") == made.count("Sixty people.") == 1


def test_a_corrected_tally_is_said() -> None:
    room = Room(3).round("demo/where", choices("aab"))
    room.add(
        ev.TallySet(question="demo/where", round=1, categories=("c",), counts=(1,), corrected=True)
    )
    made = report_markdown(given(room))
    assert "The called votes were corrected after the reveal." in made


def test_answers_stand_beside_those_of_others() -> None:
    room = Room(4).round("demo/cmo", [{"option": o} for o in ("yes", "no", "no", "no")])
    made = report_markdown(given(room))
    assert "| Answer | Here | The others |" in made
    assert "| Yes | 25 % | 13 % |" in made


def test_a_round_under_the_quorum_says_so_once_and_nothing_of_the_room() -> None:
    made = report_markdown(given(Room(9).round("demo/place", points((9, 9), (8, 8), (7, 7)))))
    part = made[made.index("## Demo") : made.index("### Left out")]
    assert part.count("3 of 9 voted") == 1
    assert "we agree" not in part.casefold()


# --- who is told of


def test_unrevealed_rounds_and_private_notes_stay_hidden() -> None:
    for made in (report_markdown(given(full())), report_html(given(full()))):
        assert SECRET not in made
    assert "### CMO" not in report_markdown(given(full()))


def test_the_facilitators_own_notes_stand_there_only_where_they_were_asked_for() -> None:
    room = Room(2).round("demo/where", choices("ab"))
    room.add(ev.NoteRecorded(note="n", text="It was cold."))
    assert "It was cold." not in report_html(given(room))
    assert "It was cold." in report_html(given(room, notes=True))


def test_an_anonymous_room_has_no_names() -> None:
    made = report_markdown(given(full("anonymous")))
    assert not any(text(name) in made for name in ("Ana Pop", "Bogdan Ionescu", "Carla Radu"))
    assert "Seat" not in made
    assert "Who answered what" not in made


def test_pseudonyms_are_shown() -> None:
    made = report_markdown(given(full("pseudonyms")))
    assert text(NAMES[0]) in made
    assert "names were not kept" in made


# --- what people typed


def test_hostile_text_stays_text() -> None:
    made = report_markdown(given(full()))
    drawings = [token.content for token in tokens(made) if token.type == "fence"]
    assert not {token.type for token in tokens(made)} & (SHAPES - {"fence"})
    assert HOSTILE in plain(made)
    assert "<script>alert(1)</script>" in plain(made)
    assert not any(line.startswith("# not a heading") for line in made.split("\n"))
    assert not [one for one in drawings if "*move*" in one]
    page = Page(report_html(given(full())))
    assert HOSTILE in page.text
    assert "<script>alert(1)</script>" in page.text
    assert "script" not in {tag for tag, _ in page.tags}


def test_a_hostile_title_is_one_heading() -> None:
    hostile = "\x1b[31m# [x](y)\n\n## z</title><script>"
    room = Room(2, title=hostile).round("demo/where", choices("ab"))
    made = report_markdown(given(room))
    assert "\x1b" not in made
    top = [token for token in READER.parse(made) if token.type == "heading_open"]
    assert [token.tag for token in top].count("h1") == 1
    assert plain(made).startswith("# [x](y) ## z")
    page = Page(report_html(given(room)))
    assert "script" not in {tag for tag, _ in page.tags}
    assert "</" not in page.style


def tables(markdown: str) -> list[list[int]]:
    """Of each table, how many cells each of its rows has."""
    made: list[list[int]] = []
    for token in tokens(markdown):
        if token.type == "table_open":
            made.append([])
        elif token.type == "tr_open":
            made[-1].append(0)
        elif token.type in ("th_open", "td_open"):
            made[-1][-1] += 1
    return made


SIGNS = (
    *"`#|[]()<>*_~-+=1.) \\&'\"{}%;:!^@\n ax$/s",
    *("\t", "\r\n", "\n\n", "\n> ", "\n# ", "\n- ", "```", "| --- |", "&lt;", "<script>"),
    *("[x](javascript:1)", "\u200b", "\u202e", "é", "ش", "א", "決", "🚀"),
)


@cache
def of_a_calm_one() -> tuple[set[str], int]:
    """The elements of a page on which people typed nothing but a letter, and its fences."""
    calm = Room(2, title="t").round("demo/where", choices("ab"))
    calm.add(
        ev.ReasonGiven(question="demo/where", round=1, participant="p1", text="t"),
        ev.DecisionRecorded(decision="d", scenario="demo", what="t", why="t", owner="t"),
        ev.ActionRecorded(action="a", what="t", who="t", by="t"),
        ev.NoteRecorded(note="n", text="t", list="parking"),
    )
    kinds = {tag for tag, _ in Page(report_html(given(calm))).tags} | {"br"}
    made = tokens(report_markdown(given(calm)))
    return kinds, len([token for token in made if token.type == "fence"])


@examples(50)
@drawn(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=20).map("".join))
def test_whatever_somebody_typed_is_text_wherever_it_stands(typed: str) -> None:
    room = Room(2, title=typed).round("demo/where", choices("ab"))
    room.add(
        ev.ReasonGiven(question="demo/where", round=1, participant="p1", text=typed),
        ev.DecisionRecorded(decision="d", scenario="demo", what=typed, why=typed, owner=typed),
        ev.ActionRecorded(action="a", what=typed, who=typed, by=typed),
        ev.NoteRecorded(note="n", text=typed, list="parking"),
    )
    if room.state().ignored:
        return
    kinds, fences = of_a_calm_one()
    assert {tag for tag, _ in Page(report_html(given(room))).tags} <= kinds
    made = report_markdown(given(room))
    fenced = [token.content for token in tokens(made) if token.type == "fence"]
    assert len(fenced) == fences
    assert not {token.type for token in tokens(made)} & (SHAPES - {"fence"})
    assert "\t" not in made
    assert in_one_line(typed) in " ".join(plain(made).split())
    assert all(len(set(cells_of_rows)) == 1 for cells_of_rows in tables(made))


# --- the same bytes, and less than everything


@pytest.mark.parametrize("anonymity", ANONYMITIES)
def test_the_same_session_makes_the_same_bytes(anonymity: str) -> None:
    for write in (report_markdown, report_html):
        assert write(given(full(anonymity))) == write(given(full(anonymity)))


def test_what_happened_to_the_file_is_said() -> None:
    made = report_markdown(given(full(), condition=Condition(edited=(3,)), at=12))
    assert "One event was changed by hand after it was written." in made
    assert "As it stood at event 12." in made


def test_an_empty_session_is_a_short_report() -> None:
    made = report_markdown(given(Room()))
    assert made.startswith("# Our morning\n")
    assert made.endswith("\n")
    assert not made.endswith("\n\n")
    assert len(made.splitlines()) < 60
    assert Page(report_html(given(Room()))).headings[0] == 1


# --- on paper


@needs_browser
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_page_one_of_each_is_one_page(paper: str, tmp_path: Path) -> None:
    each = [report_document(report_content(kit(name, brief=True))) for name in KITS]
    together = replace(each[0], parts=tuple(part for one in each for part in one.parts))
    assert pages_of(as_html(together), tmp_path / "all.pdf", paper) == len(KITS)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    made = Browser(tmp_path_factory.mktemp("browser"))
    yield made
    made.close()


LEAST = 0.45
"""The tallest picture with its heading takes half a page, and moves as one."""


@needs_browser
@needs_sheets
@pytest.mark.parametrize("name", KITS)
def test_no_printed_page_between_the_first_and_the_last_is_mostly_empty(
    name: str, browser: Browser, tmp_path: Path
) -> None:
    made = report_html(kit(name))
    for paper in PAPERS:
        pages = filled(printed(browser, made, tmp_path / f"{paper}.pdf", paper))
        between = pages[1:-1]
        assert min(between) > LEAST, (paper, pages)
        assert mean(between) > 0.75, (paper, pages)
