from __future__ import annotations

import re

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from support.reports import HOSTILE, NAMES, SECRET, full, given
from support.results import Room, choices, points

from mops_tui.model.session import events as ev
from mops_tui.model.session.condition import Condition
from mops_tui.model.session.header import Policy
from mops_tui.report.markdown import report
from mops_tui.report.markup import table, text

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SHAPES = {"html_inline", "html_block", "link_open", "image", "code_inline", "fence", "code_block"}


def tokens(markdown: str) -> list[Token]:
    found: list[Token] = []
    for token in READER.parse(markdown):
        found += [token, *(token.children or [])]
    return found


def plain(markdown: str) -> str:
    """What a reader sees of it."""
    return "".join(
        " " if t.type in ("softbreak", "hardbreak") else t.content
        for t in tokens(markdown)
        if t.type in ("text", "text_special", "softbreak", "hardbreak")
    )


def test_whoever_is_in_the_middle_has_a_line_of_their_own_and_no_corner() -> None:
    room = Room(3).round("demo/place", points((0, 0), (0, 30), (-40, 40)))
    made = report(given(room))
    assert re.search(r"\| Modernizers *\| 1 *\| 0 *\|", made)
    assert re.search(r"\| Orchestrators *\| 0 *\| 0 *\|", made)
    assert re.search(r"\| On an axis, in no corner *\| 2 *\| 0 *\|", made)
    room = Room(1).round("demo/place", points((5, 5)))
    assert "in no corner" not in report(given(room))


def test_hostile_text_stays_text() -> None:
    made = report(given(full()))
    assert not {token.type for token in tokens(made)} & SHAPES
    assert HOSTILE in plain(made)
    assert "<script>alert(1)</script>" in plain(made)
    assert not any(line.startswith("# not a heading") for line in made.split("\n"))


def test_a_hostile_title_is_one_heading() -> None:
    room = Room(2, title="\x1b[31m# [x](y)\n\n## z").round("demo/where", choices("ab"))
    made = report(given(room))
    assert "\x1b" not in made
    top = [token for token in READER.parse(made) if token.type == "heading_open"]
    assert [token.tag for token in top].count("h1") == 1
    assert plain(made).startswith("# [x](y) ## z")


@settings(deadline=None)
@drawn(st.text(st.sampled_from("#|[]()<>*_`~-+=1.) !&\\:/wht@\n ax{}$"), max_size=30))
def test_any_text_is_read_back_letter_for_letter(typed: str) -> None:
    words = " ".join(typed.split())
    made = text(typed)
    for markdown in (f"# {made}", made, f"- {made}", *(["\n".join(table([typed], []))])):
        parsed = tokens(markdown)
        assert not {token.type for token in parsed} & SHAPES
        assert not {"strong_open", "em_open", "s_open", "hr"} & {token.type for token in parsed}
        assert plain(markdown).strip() == words


@pytest.mark.parametrize("typed", ["http://x.ro", "www.x.ro", "https://x", "HTTP://X"])
def test_addresses_do_not_become_links(typed: str) -> None:
    assert plain(text(typed)) == typed
    assert not re.search(r"(?i)(https?:|www\.)", text(typed))


def test_figures_and_sentences() -> None:
    made = report(given(full()))
    assert "| Alpha | 2 | 40 % |" in made
    assert "| Gamma | 2 | 40 % |" in made
    assert "**Alpha and Gamma tie with 2 of 5 each.**" in made
    assert "All 6 voted. One passed. 2 called out." in made
    assert "| Where | 2 | Spread, beside round 1 | 60 % alike, whoever changed |" in made
    assert "| Ana Pop | Orchestrators (0.10, 0.20) | Orchestrators (0.10, 0.25) |" in made
    assert "Skipped: Order." in made
    assert "Not asked: Waves." in made
    assert "CMO: round 1 was not revealed: 2 voted." in made
    assert "| An owner | 2 | 1 | 2 |" in made


def test_between_two_statements_the_table_has_them_at_its_ends() -> None:
    made = report(given(full()))
    assert "| I build machines. | 0 | 0 | 0 | 4 | 0 | I paint. |" in made
    assert not re.search(r"(left|right) one", made)


def test_who_answered_what_is_a_table_of_people_by_items() -> None:
    made = report(given(full()))
    assert "| Name | An owner | A platform |" in made
    assert "| Carla Radu | In place | Partly |" in made


def test_a_round_under_the_quorum_says_so_once_and_nothing_of_the_room() -> None:
    made = report(given(Room(9).round("demo/place", points((9, 9), (8, 8), (7, 7)))))
    assert made.count("3 of 9 voted") == 1
    assert "we agree" not in made.partition("## The figures")[0].casefold()


def test_unrevealed_rounds_and_private_notes_stay_hidden() -> None:
    made = report(given(full()))
    assert SECRET not in made
    assert "### CMO" not in made


def test_an_anonymous_room_has_no_names() -> None:
    made = report(given(full("anonymous")))
    assert not any(text(name) in made for name in ("Ana Pop", "Bogdan Ionescu", "Carla Radu"))
    assert "Seat" not in made


def test_pseudonyms_are_shown() -> None:
    made = report(given(full("pseudonyms")))
    assert text(NAMES[0]) in made
    assert "names were not kept" in made


def test_the_same_session_makes_the_same_bytes() -> None:
    assert report(given(full())) == report(given(full()))


def test_what_happened_to_the_file_is_said() -> None:
    made = report(given(full(), condition=Condition(edited=(3,)), at=12))
    assert "One event was changed by hand after it was written." in made
    assert "As it stood at event 12." in made


def test_a_corrected_tally_is_said() -> None:
    room = Room(3).round("demo/where", choices("aab"))
    room.add(
        ev.TallySet(question="demo/where", round=1, categories=("c",), counts=(1,), corrected=True)
    )
    assert "The called votes were corrected after the reveal." in report(given(room))


def test_answers_stand_beside_those_of_others() -> None:
    room = Room(4).round("demo/cmo", [{"option": o} for o in ("yes", "no", "no", "no")])
    made = report(given(room))
    assert "| Answer | Votes | Share | The others |" in made
    assert "| Yes | 1 | 25 % | 13 % |" in made


def test_an_empty_session_is_a_short_report() -> None:
    made = report(given(Room()))
    assert made.startswith("# Our morning\n")
    assert made.endswith("\n")
    assert not made.endswith("\n\n")


def test_what_people_said_when_they_were_asked_why_stands_under_their_round() -> None:
    room = Room(3).round("demo/where", choices("aab"))
    room.add(ev.ReasonGiven(question="demo/where", round=1, participant="p3", text=HOSTILE))
    made = report(given(room))
    assert not {token.type for token in tokens(made)} & SHAPES
    said = plain(made).partition("Asked why:")[2]
    assert HOSTILE in said
    assert room.state().participants["p3"].name in said
    nameless = Room(3, policy=Policy(anonymity="anonymous")).round("demo/where", choices("aab"))
    nameless.add(ev.ReasonGiven(question="demo/where", round=1, text="It is close."))
    assert "\n- It is close.\n" in report(given(nameless))
