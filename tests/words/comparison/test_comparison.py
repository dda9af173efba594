"""A comparison in words: what is under the quorum, what is the same, which session is which."""

from __future__ import annotations

from dataclasses import replace

from support.compared import SPELL, run, session

from mops_tui.model.comparison.comparison import Row, compare
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import change
from mops_tui.words.comparison import comparison as words


def test_a_result_under_the_quorum_says_so() -> None:
    one, two = session(run(1)), session(run(2))
    rounds = dict(two.state.rounds)
    rounds[SPELL] = tuple(change(r, present=r.voted * 2) for r in rounds[SPELL])
    found = compare(one, replace(two, state=change(two.state, rounds=rounds)))
    [spell] = [q for q in found.questions if q.ref == SPELL]
    assert spell.under_quorum == (False, True)
    assert "quorum" not in words.result_text(found, spell, 0)
    assert words.result_text(found, spell, 1).endswith("; under the quorum")


def test_sessions_that_look_alike_have_their_hour() -> None:
    one = session(run(1))
    later = replace(one, id="later", opened=one.opened.replace(hour=17, minute=5))
    lines = [words.session_line(compare(one, later), index) for index in (0, 1)]
    assert "17:05" in lines[1]
    assert lines[0] != lines[1]
    other = replace(later, title="Another")
    assert "17:05" not in words.session_line(compare(one, other), 1)


def test_that_nothing_was_decided_otherwise_is_said_once() -> None:
    said = [
        session(run(seed), "named", cmd.RecordDecision("d", "org-placement", what))
        for seed, what in ((1, "We move."), (2, "We move."), (3, "We stay."))
    ]
    first, _same, other = said
    alike = compare(replace(first), replace(first, id="again"))
    assert words.decided_line(alike) == "Every session decided the same."
    assert words.decided_line(compare(first, other)) == ""


def test_a_change_on_an_axis_is_the_difference_of_what_is_read() -> None:
    def axis(then: float, now: float) -> Row:
        return Row("x", "axis", "", (Figure("x", "axis", then, 8), Figure("x", "axis", now, 8)))

    assert words.change_text(axis(5.5, 25.4)) == "+0.19"
    assert words.change_text(axis(5.5, 5.6)) == "="
