"""Invitation, run sheet and follow-up: what they say, and what they keep to themselves."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import example
from hypothesis import given as drawn
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from support.handouts import ARABIC, HOSTILE, choice, invited, scenario

from mops_tui.model.packs.parts import TextLine
from mops_tui.report.handout.handout import PARTS, PartName, handout_text
from mops_tui.report.handout.input import HandoutInput
from mops_tui.words.safe import in_one_line

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
VOID = {"meta", "br"}


def md(given: HandoutInput, part: PartName | None = None) -> str:
    return handout_text(given, "md", part)


class Page(HTMLParser):
    """A page as its reader gets it."""

    def __init__(self, given: HandoutInput, part: PartName | None = None) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(handout_text(given, "html", part))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "style":
            self.text += data


def plain(markdown: str) -> str:
    """What a reader of it sees."""
    tokens = [one for token in READER.parse(markdown) for one in (token, *(token.children or []))]
    return " ".join(token.content for token in tokens if token.type in ("text", "text_special"))


# --- the invitation


FULL = scenario(
    "s",
    choice(
        hint="HINT", look_for="LOOK", prompts=[{"id": "p", "text": "PROMPT"}],
        cues=[{"id": "c", "text": "CUE"}], facts=[{"id": "f", "text": "FACT"}],
        option=[{"id": "a", "label": "FIRST", "text": "OPTION"}, {"id": "b", "label": "SECOND"}],
        alone=1, in_pairs=2, minutes=10,
    ),
    brief="BRIEF",
    cues=[{"id": "c", "text": "GENERAL"}],
    decision={"ask": "DECIDE", "hint": "DECISION-HINT", "minutes": 5},
)  # fmt: skip


def test_an_invitation_gives_nothing_away_that_should_be_fresh() -> None:
    for shape in ("md", "html"):
        made = handout_text(invited(FULL), shape, "invitation")
        for word in ("HINT", "LOOK", "PROMPT", "CUE", "FACT", "FIRST", "OPTION", "BRIEF", "DECIDE"):
            assert word not in made, word


def test_an_invitation_says_the_aim_who_and_what_to_think_about() -> None:
    lines = (TextLine(id="one", text="Think of last year."),)
    given = invited(FULL, aim="We know where to go.", who="All who pay.", prepare=lines)
    made = plain(md(given, "invitation"))
    for words in ("We know where to go.", "All who pay.", "Think of last year."):
        assert words in made
    assert "These are the topics" not in made
    assert "A summary." not in made


def test_without_anything_to_prepare_the_titles_are_named_but_not_those_of_the_closing() -> None:
    closing = scenario("z", choice(title="Last question"), closing=True)
    made = plain(md(invited(scenario("s", choice(title="Where to go")), closing), "invitation"))
    assert "Nothing has to be prepared" in made
    assert "Where to go" in made
    assert "Last question" not in made
    assert "decision" not in made.partition("How it goes")[2].partition("What happens")[0]


def test_an_invitation_says_that_names_are_a_matter_of_the_setup() -> None:
    made = plain(md(invited(FULL), "invitation"))
    assert "chosen when the workshop is set up" in made
    assert "☐ without names" in made


# --- the run sheet


@pytest.mark.parametrize("shape", ["md", "html"])
def test_a_run_sheet_has_what_is_said_and_what_is_for_the_facilitator(shape: str) -> None:
    given = invited(FULL)
    made = plain(md(given, "run-sheet")) if shape == "md" else Page(given, "run-sheet").text
    for words in (
        "For the facilitator only", "BRIEF", "Which q?", "HINT", "LOOK", "PROMPT", "CUE",
        "GENERAL", "DECIDE", "DECISION-HINT", "“FIRST”, “SECOND”",
        "1 alone, in silence, 2 in pairs, 1.5 to vote, 5.5 to talk", "breakout rooms",
    ):  # fmt: skip
        assert words in made, words
    assert "Private cue" in made


def test_it_begins_at_a_time_of_day_and_goes_over_midnight() -> None:
    long = scenario("s", choice(minutes=45), brief_minutes=1)
    made = md(invited(long, minutes=60, begins=23 * 60 + 30), "run-sheet")
    assert "23:30 to 00:30 (+1)" in plain(made)
    assert "(+1) is the day after." in plain(made)
    assert "| 23:31 | 23:45 | 45 |" in made
    assert "### 00:16 (+1) · The last page" in made


def test_without_a_time_of_day_it_counts_minutes() -> None:
    made = md(invited(scenario("s", choice(minutes=4.5)), minutes=10), "run-sheet")
    assert "| 0 | 3.5 | 2 |" in made
    assert "### Minute 2 · q · 4.5 minutes" in made


def test_what_is_late_and_what_to_leave_out_first_is_said() -> None:
    asked = [choice("a", optional=True, minutes=3), choice("b"), choice("c", optional=True)]
    made = plain(md(invited(scenario("s", *asked), minutes=20), "run-sheet"))
    assert "“no later than”" in made
    late = made.partition("If it runs late")[2]
    assert late.index("“c”: 4 minutes") < late.index("“a”: 3 minutes")
    assert "Never shorten the vote or the decision" in late


def test_an_agenda_that_is_too_long_says_by_how_much() -> None:
    made = plain(md(invited(scenario("s", choice(minutes=10)), minutes=5), "run-sheet"))
    assert "5 minutes. 12 are planned, 7 too many" in made
    assert "No later than" not in made


def test_what_hangs_on_an_earlier_answer_says_on_which() -> None:
    conditions = [{"question": "where", "leads": ["a", "b"]}]
    asked = [choice("where", title="Where?"), choice("then", asked_if=conditions)]
    made = plain(md(invited(scenario("s", *asked)), "run-sheet"))
    assert "Asked only if “A” or “B” leads in “Where?”." in made
    assert "asked or left out by what led before" in made


def test_an_author_can_say_how_a_question_is_done_on_a_call() -> None:
    asked = choice(remote="WITH TWO HATS", in_pairs=1)
    made = plain(md(invited(scenario("s", asked)), "run-sheet"))
    assert "WITH TWO HATS" in made
    assert "breakout rooms" not in made
    assert "Vote: in the chat, on your word" in made


@pytest.mark.parametrize(
    ("people", "words"),
    [(None, "With an odd number"), (1, "nobody to pair with"), (2, "All of you together"),
     (3, "All of you together"), (8, "4 pairs."), (5, "1 pair and a group of three."),
     (9, "3 pairs and a group of three.")],
)  # fmt: skip
def test_pairs_are_as_many_as_the_people_make(people: int | None, words: str) -> None:
    assert words in plain(md(invited(FULL, people=people), "run-sheet"))


def test_what_the_room_names_has_its_stand_in() -> None:
    subject = {"ask": "Which change?", "fallback": "the change"}
    for more in ({}, {"no_brief": True}):
        asked = choice(title="Ready for {subject}?", ask="Is {subject} wanted?", optional=True)
        asked["option"][0]["label"] = "All of {subject}"
        then = choice("then", asked_if=[{"question": "q", "leads": ["a"]}])
        last = choice("last", title="Who wants {subject}?", optional=True)
        decision = {"ask": "Do we do {subject}?"}
        parts = {"subject": subject, "decision": decision, **more}
        made = plain(md(invited(scenario("s", asked, then, last, **parts))))
        assert "“Who wants the change?”: 4 minutes" in made
        assert "Asked only if “All of the change” leads in “Ready for the change?”." in made
        assert "Which change?" in made
        assert "Is the change wanted?" in made
        assert "Where this sheet says “the change”, say what they named." in made
        assert "{subject}" not in made


def test_a_break_says_when_it_goes_on() -> None:
    first, then = scenario("s", choice(minutes=8), break_after=10), scenario("t")
    made = plain(md(invited(first, then, begins=9 * 60), "run-sheet"))
    assert "go on then, whoever is back: 09:20." in made


# --- the follow-up


def test_each_decision_has_its_blank_and_what_to_look_at() -> None:
    later = [{"days": 30, "text": "COUNT"}, {"days": 45, "text": "ASK AGAIN"}]
    first = scenario("s", decision={"ask": "What?", "follow_up": later})
    second, none = scenario("t", decision={"ask": "Who?"}), scenario("u")
    made = md(invited(first, second, none), "follow-up")
    assert made.count("| Who must agree |") == 2
    assert "Title of u" not in made
    days = [line.split("|")[1].strip() for line in made.split("\n") if " days |" in line]
    assert days == ["30 days", "45 days", "60 days", "90 days", "30 days", "60 days", "90 days"]
    assert "| 30 days |  | COUNT |" in made
    assert "| 45 days |  | ASK AGAIN |" in made


def test_a_workshop_without_a_decision_says_so_and_has_a_blank_all_the_same() -> None:
    made = plain(md(invited(scenario("s")), "follow-up"))
    assert "asks for no decision" in made
    assert "What we decided" in made


# --- whatever a pack holds


ODD = {
    "bare": invited(scenario("s")),
    "hostile": invited(
        scenario(
            "s",
            choice(title=HOSTILE[:80], ask=HOSTILE, hint=HOSTILE, look_for=HOSTILE, remote=HOSTILE),
            title=HOSTILE[:80], brief=f"# {HOSTILE}\n\n- {HOSTILE}\n> x\n\n---", summary=HOSTILE,
            cues=[{"id": "c", "text": HOSTILE}],
            decision={"ask": HOSTILE, "follow_up": [{"days": 30, "text": HOSTILE}]},
        ),
        title=HOSTILE[:80], summary=HOSTILE, aim=HOSTILE, who=HOSTILE,
        prepare=(TextLine(id="p", text=HOSTILE),),
    ),
    "right to left": invited(
        scenario("s", choice(title=ARABIC, ask=ARABIC), title=ARABIC, language="ar"),
        title=ARABIC, language="ar",
    ),
    "escape codes": invited(
        scenario("s", choice(ask="\x1b[31mred\u202e\x07?"), brief="\x1b]8;;x\x07")
    ),
    "long": invited(scenario("s", choice(ask="w" * 2000), brief="word " * 399, title="t" * 80)),
    "waves": invited(
        scenario("s", {"kind": "curve", "id": "w", "title": "Waves", "ask": "Where?", "item": [
            {"id": f"w{n}", "label": f"Wave {n}"} for n in range(26)]})
    ),
    "emoji": invited(scenario("s", choice(ask="👩🏽‍🚀🚀 up?"), title="🎉 Party"), title="🎉"),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("part", [None, *PARTS])
def test_whatever_a_pack_holds_stays_text(name: str, part: PartName | None) -> None:
    given = ODD[name]
    page = Page(given, part)
    assert {"script", "a", "img", "iframe", "link"}.isdisjoint(page.tags)
    assert page.tags.count("style") == page.tags.count("title") == 1
    names = {attribute for attribute, _ in page.attributes}
    assert names <= {"lang", "dir", "class", "scope", "charset", "name", "content", "http-equiv"}
    made = md(given, part)
    tokens = [one for token in READER.parse(made) for one in (token, *(token.children or []))]
    kinds = {token.type for token in tokens}
    assert kinds.isdisjoint({"html_block", "link_open", "image", "code_inline", "fence"})
    assert kinds.isdisjoint({"code_block"})
    html = {token.content for token in tokens if token.type == "html_inline"}
    assert html <= {"<br>"}
    assert not any(ord(sign) < 32 and sign != "\n" for sign in made + page.text)
    assert "\u202e" not in made + page.text


def test_hostile_text_is_read_as_it_was_written() -> None:
    given = ODD["hostile"]
    assert "<script>alert(1)</script>" in Page(given).text
    assert "<script>alert(1)</script>" in plain(md(given))


def test_a_page_says_its_language_and_that_of_what_an_author_wrote() -> None:
    page = Page(ODD["right to left"])
    assert ("lang", "en") in page.attributes
    assert ("lang", "ar") in page.attributes
    assert ("dir", "auto") in page.attributes


def test_a_page_asks_nobody_for_anything() -> None:
    page = handout_text(ODD["bare"], "html", None)
    policies = [value for key, value in Page(ODD["bare"]).attributes if key == "content" and value]
    assert any("default-src 'none'" in policy for policy in policies)
    assert "http://" not in page
    assert "https://" not in page
    assert "url(" not in page


@drawn(st.text(min_size=1, max_size=80).filter(in_one_line))
@example("\x1b\r0")
def test_any_text_gives_a_page_and_a_table_that_keep_their_shape(text: str) -> None:
    given = invited(scenario("s", choice(title=text, ask=text), title=text), title=text)
    usual = Page(invited(scenario("s")))
    assert [tag for tag in Page(given).tags if tag not in ("br", "span", "p")] == [
        tag for tag in usual.tags if tag not in ("br", "span", "p")
    ]
    rows = [token.type for token in READER.parse(md(given)) if token.type == "tr_open"]
    assert len(rows) == len(
        [one for one in READER.parse(md(invited(scenario("s")))) if one.type == "tr_open"]
    )


def test_a_run_sheet_has_every_line_that_is_read_aloud_and_how_a_room_votes() -> None:
    pairs = [
        {"id": "pays", "left": "We pay", "right": "They pay"},
        {"id": "sits", "left": "We sit", "right": "They sit"},
    ]
    lines = {"id": "p", "title": "P", "ask": "Which?", "kind": "pairs", "pair": pairs}
    rated: dict[str, object] = {"id": "r", "title": "R", "ask": "How far?", "kind": "rate"}
    rated["item"] = [{"id": "owner", "label": "An owner"}, {"id": "date", "label": "A date"}]
    rated["scale"] = [{"id": "no", "label": "No"}, {"id": "yes", "label": "Yes"}]
    sheet = md(invited(scenario("s", lines, rated)), "run-sheet")
    for line in ("We pay ↔ They pay", "We sit ↔ They sit", "An owner", "A date"):
        assert f"- {line}" in sheet
    assert "mops-tui stage" in sheet.partition("In the room")[2].partition("On a call")[0]
