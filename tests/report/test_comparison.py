"""The comparison to read and to work with: one set of figures, every gap named, nobody betrayed."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from support.compared import POINTS, SPELL, run, session
from support.results import Room, choices

from mops_tui.model.comparison.comparison import Comparison, Session, compare
from mops_tui.model.comparison.headlines import most_changed, most_trended
from mops_tui.model.comparison.measures import measures, trend_session
from mops_tui.model.comparison.trend import TrendLine, trend
from mops_tui.model.session import commands as cmd
from mops_tui.report import comparison as report
from mops_tui.report import comparison_data
from mops_tui.report import trend as trend_report
from mops_tui.words.comparison import course
from mops_tui.words.comparison import trend as words

HOSTILE = "# x | [a](b) <img> \x1b[31m"


def pair(words: str = SPELL, anonymity: str = "named", id: str = "placement-only") -> Comparison:
    return compare(
        session(run(1, id), anonymity, cmd.RecordAction("a", HOSTILE)),
        session(run(2, id, words=words), anonymity, cmd.RecordAction("b", HOSTILE)),
    )


def test_the_data_survive_json_and_have_their_keys() -> None:
    data = comparison_data.data(pair())
    assert json.loads(json.dumps(data)) == data
    assert list(data) == [
        "format",
        "sessions",
        "same_thresholds",
        "most_changed",
        "turned",
        "questions",
        "grids",
        "decisions",
        "returned",
        "gaps",
        "by_consent",
    ]
    [points] = [one for one in data["questions"] if one["ref"] == POINTS]
    assert [row["unit"] for row in points["rows"]] == ["share"] * 4
    assert all(len(row["figures"]) == 2 for row in points["rows"])


def test_what_changed_most_and_what_was_decided_otherwise_is_told_first() -> None:
    said = (cmd.RecordDecision("d", "org-placement", what) for what in ("We move.", "We stay."))
    one, two = (
        session(run(seed), "named", decided) for seed, decided in zip((1, 2), said, strict=True)
    )
    found = compare(one, two)
    text, data = report.markdown(found), comparison_data.data(found)
    told = [(one.matched.ref, one.row.key) for one in most_changed(found)]
    assert [(one["ref"], one["row"]) for one in data["most_changed"]] == told
    assert all(one["text"] in text.replace("\\", "") for one in data["most_changed"])
    assert "## What changed most" in text
    assert "≠ The map and the spell" in text
    assert "One scenario decided differently." in text
    assert [one["changed"] for one in data["decisions"]] == [True]


def test_an_outcome_that_turned_is_in_the_text_and_in_the_data() -> None:
    rooms = [Room(len(said)).round("demo/where", choices(said)) for said in ("aaab", "aabb")]
    found = compare(
        *(
            Session(str(at), "T", room.header.opened + timedelta(days=at), room.seen("room"))
            for at, room in enumerate(rooms)
        )
    )
    data = comparison_data.data(found)
    assert data["most_changed"] == []
    [turned] = data["turned"]
    assert (turned["ref"], turned["kind"], turned["sure"]) == ("demo/where", "lost", False)
    assert turned["text"] in report.markdown(found)
    assert "No question moved far" not in report.markdown(found)


def test_the_text_has_the_figures_of_the_data() -> None:
    found = pair()
    text, data = report.markdown(found), comparison_data.data(found)
    for question in data["questions"]:
        assert question["title"] in text
        for row in question["rows"]:
            assert row["text"] in text.replace("\\", "")


def test_what_cannot_be_compared_is_in_the_text() -> None:
    text = report.markdown(pair())
    assert "## What cannot be compared" in text
    assert "Worded differently in S2: “The spell”." in text
    assert "S2 asked: “And now, honestly?”" in text
    assert "--same org-placement/spell" in text
    assert "### The spell" not in text


def test_without_gaps_nothing_is_said_of_them() -> None:
    assert "cannot be compared" not in report.markdown(pair(words=""))


def test_what_somebody_typed_stays_text() -> None:
    text = report.markdown(pair())
    assert "\x1b" not in text
    assert "[a](b)" not in text
    assert "is open again in S2" in text
    assert "\x1b" not in json.dumps(comparison_data.data(pair()), ensure_ascii=False)


def test_an_anonymous_room_is_told_without_names_and_marks() -> None:
    found = pair(words="", anonymity="anonymous", id="full-walk")
    data = comparison_data.data(found)
    assert data["grids"]
    assert all(not s["marks"] for grid in data["grids"] for s in grid["stands"])
    assert all(not grid["arrows"] for grid in data["grids"])
    names = {p.name for one in found.sessions for p in one.state.participants.values()}
    people = comparison_data.data(compare(*found.sessions))["questions"] + data["grids"]
    assert not [name for name in names if name and name in json.dumps(people)]


def test_the_same_sessions_give_the_same_bytes() -> None:
    assert report.markdown(pair()) == report.markdown(pair())


# --- trends


def line(*values: float | None, unit: str = "share", top: float = 1.0) -> TrendLine:
    return TrendLine("question", "a/b", "T", "p", "P", unit, top, 1, 1, values)


@pytest.mark.parametrize(
    ("of", "plot"),
    [
        (line(0.0, None, 0.5, 1.0), "▁·▅█"),
        (line(-100.0, 0.0, 100.0, unit="axis"), "▁▅█"),
        (line(-1.0, 1.0, unit="agreement"), "▁█"),
        (line(0.5, 0.5), "▄▄"),
        (line(0.40, 0.45, 0.40), "▄▅▄"),
        (line(1.0, 4.0, unit="rank", top=4.0), "█▁"),
        (line(0.0, 4.0, unit="step", top=4.0), "▁█"),
    ],
)
def test_a_plot_stands_on_the_scale_that_its_movement_needs(of: TrendLine, plot: str) -> None:
    assert words.trend_spark(of) == plot


def test_many_sessions_share_cells_and_a_gap_stays_one() -> None:
    values: list[float | None] = [None] * 500 + [1.0] * 500
    assert words.spark(values, 0, 1) == words.NOT_ASKED * 20 + "█" * 20


def test_a_trend_is_told_with_its_plots_and_what_is_missing() -> None:
    each = [
        (trend_session(s), measures(s)) for s in (session(run(1)), session(run(2, words=SPELL)))
    ]
    made = trend(each)
    text = trend_report.markdown(made, ["x.toml is empty."])
    assert "# The trend of 2 sessions" in text
    assert "## What changed most" in text
    assert most_trended(made.lines) == ()
    assert "2 sessions are too few for a trend: it takes 6." in text
    assert "## The spell, wording 2 of 2" in text
    assert "x.toml is empty." in text
    data = trend_report.data(made, ["x.toml is empty."])
    assert json.loads(json.dumps(data)) == data
    assert all(len(one["values"]) == 2 for one in data["lines"])


def test_a_folder_of_nothing_readable_is_told_too() -> None:
    assert "x.toml is empty." in trend_report.markdown(trend([]), ["x.toml is empty."])


def test_a_trend_says_the_ends_of_its_plots_their_days_and_what_was_decided() -> None:
    each = [
        (trend_session(s), measures(s))
        for s in (session(run(seed), "named", decided(seed)) for seed in range(1, 8))
    ]
    made = trend(each)
    text, data = trend_report.markdown(made, []), trend_report.data(made, [])
    first, last = (moment.opened for moment in (made.moments[0], made.moments[-1]))
    assert f"{first:%Y-%m-%d %H:%M} … {last:%H:%M}" in text
    assert "| The map and the spell | We move.; We move. " in text or "We move." in text
    assert all(one["plot_from"] < one["plot_to"] for one in data["lines"])
    assert data["decisions"][0]["there"] == [True] * 7
    assert {one["direction"]["way"] for one in data["lines"]} <= {"none", "up", "down", "few"}


def decided(seed: int) -> cmd.Command:
    return cmd.RecordDecision(f"d{seed}", "org-placement", "We move." if seed < 5 else "We stay.")


def test_a_rating_has_its_typical_answer_as_a_line() -> None:
    made = trend([(trend_session(s), measures(s)) for s in (session(run(7, "full-walk")),)])
    [typical] = [one for one in made.lines if one.key == "closing/roti" and one.unit == "step"]
    assert words.trend_label(typical) == "typical answer"
    assert not words.trend_value(typical, typical.values[0]).startswith("step")


def test_a_typical_answer_of_several_items_says_of_how_many() -> None:
    made = trend([(trend_session(s), measures(s)) for s in (session(run(7)),)])
    labels = {words.trend_label(one) for one in made.lines}
    assert "typical answer, all 6 items together" in labels
    assert "Near IT: typical answer, its 2 items together" in labels


def test_that_no_direction_is_clear_is_said_once() -> None:
    each = [session(run(seed)) for seed in range(1, 8)]
    text = trend_report.markdown(trend([(trend_session(s), measures(s)) for s in each]), [])
    assert "no clear direction" not in text
    assert text.count("there is no clear trend") == 1


def test_a_trend_that_rises_says_from_where_to_where_and_of_how_many_sessions() -> None:
    rooms = [Room(8).round("demo/where", choices("a" * n + "b" * (8 - n))) for n in range(1, 9)]
    sessions = [
        Session(str(n), "T", room.header.opened + timedelta(days=n), room.seen("room"))
        for n, room in enumerate(rooms)
    ]
    made = trend([(trend_session(one), measures(one)) for one in sessions])
    # One, two and three of eight at first; six, seven and eight at last.
    [told] = [course.trend_headline(one) for one in most_trended(made.lines)]
    assert told == (
        "Where: Alpha went from about 25 % in the first 3 sessions to about 88 % in the last 3, "
        "of 8 that asked."
    )
    assert told in trend_report.markdown(made, [])


def test_sessions_that_too_few_answered_are_in_no_trend() -> None:
    rooms = [Room(8).round("demo/where", choices("a" * n)) for n in range(1, 9)]
    each = [
        Session(str(n), "T", room.header.opened + timedelta(days=n), room.seen("room"))
        for n, room in enumerate(rooms)
    ]
    made = trend([(trend_session(one), measures(one)) for one in each])
    [alpha] = [one for one in made.lines if one.part == "a"]
    # Seven and eight of eight are enough for the quorum of 80 %; three to six are not.
    assert alpha.firm == (None,) * 6 + (1.0, 1.0)
    assert alpha.short == ("few", "few", *("quorum",) * 4, None, None)
    assert words.trend_spark(alpha).startswith("······")
