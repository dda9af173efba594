"""A sentence for each refusal: what cannot be, and what to do instead."""

from __future__ import annotations

from mops_tui.model.session.callouts import LineFlaw, LineFlawCode
from mops_tui.model.session.commands import PlainCode, Refusal
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe


def refusal(it: Refusal) -> str:
    """Say why a command was not carried out."""
    match it.code:
        case "fewer-than-seats":
            return _seats(int(it.params["seats"]))
        case "fewer-than-votes":
            return _votes(int(it.params["votes"]))
        case "too-many-called":
            return _called(int(it.params["free"]))
        case _:
            params = {k: safe(v, 60) if isinstance(v, str) else v for k, v in it.params.items()}
            return sentences()[it.code].format(**params)


def _seats(n: int) -> str:
    return ngettext(
        "{n} person has a seat. Mark them as left before counting fewer.",
        "{n} people have a seat. Mark somebody as left before counting fewer.",
        n,
    ).format(n=n)


def _votes(n: int) -> str:
    return ngettext(
        "{n} vote is in already; the head count cannot be lower.",
        "{n} votes are in already; the head count cannot be lower.",
        n,
    ).format(n=n)


def _called(n: int) -> str:
    if not n:
        return _("Everybody present has voted already.")
    return ngettext(
        "Only {n} person present has not voted; that would be more votes than people.",
        "Only {n} people present have not voted; that would be more votes than people.",
        n,
    ).format(n=n)


def sentences() -> dict[PlainCode, str]:
    """The sentence of each code that needs no number; a test holds that none is missing."""
    return {
        "session-new": _("The session is not open yet."),
        "session-open": _("The session is open already."),
        "session-paused": _("The workshop is paused. Resume it first."),
        "session-closed": _("The workshop is closed."),
        "already-here": _("That person has a seat already."),
        "name-taken": _("“{name}” has a seat already. Add an initial to tell them apart."),
        "name-left": _("“{name}” has a seat, and has left. Bring that person back: p."),
        "name-shows-nothing": _(
            "That name has no visible letters. Type another, or leave it empty for a seat number."
        ),
        "unknown-participant": _("That person is not in the room."),
        "not-at-last-time": _("That is done on the first page, “Last time”."),
        "nothing-before": _("This session goes on from no other one."),
        "nothing-open-before": _("No action of last time is open: there is nothing to carry over."),
        "nothing-there": _("There is nothing to show there."),
        "unknown-question": _("This workshop has no such question."),
        "round-not-open": _("Nobody has opened a vote on this question yet."),
        "round-open": _("The vote is open already."),
        "round-still-open": _("Reveal this round before voting again."),
        "round-closed": _("The vote is closed. v opens it again."),
        "round-not-revealed": _("Reveal this question first."),
        "no-earlier-round": _("This question has had one round so far."),
        "no-question-here": _("That works only while a question is on the screen."),
        "no-grid-here": _("Marks are explained on the page of the quadrant: q."),
        "marks-nameless": _("In an anonymous room no mark can be explained."),
        "not-begun": _("The workshop has not begun. Space begins it."),
        "looking-back": _(
            "An earlier page is on the screen. Space goes forward, F5 returns at once."
        ),
        "screen-dark": _("The screen is dark, and nobody would see it. b turns it on."),
        "room-simulated": _("In a rehearsal the room votes by itself."),
        "room-not-simulated": _("That works only in a rehearsal."),
        "nothing-called": _("Nothing was called out, so there is nothing to correct."),
        "skipped-already": _("This question is skipped already. x in the agenda takes it back."),
        "votes-since": _("People have voted by phone since then, so nothing is taken back."),
        "votes-unsaved": _("The reveal waits until every vote is saved."),
        "round-revealed": _("This round is revealed. Press v to vote again."),
        "not-present": _("That person has left the room. Bring them back first."),
        "called-already": _("Everybody has a vote already. Which called-out vote was yours?"),
        "more-votes-than-people": _("There are as many votes as people. Add the person first: p."),
        "nothing-to-take-back": _(
            "That does not fit what was called out. The facilitator can correct the call-outs: g."
        ),
        "no-vote": _("There is no vote to take back."),
        "tally-not-here": _("This question cannot be called out. Use the hot seat."),
        "tally-unknown": _("“{category}” is not an answer to this question."),
        "not-open-to-options": _("No answer can be added to this question."),
        "option-exists": _("That answer is there already."),
        "too-many-options": _("A question has room for {most} answers."),
        "options-after-votes": _("Votes are in; add answers before people rank them."),
        "nothing-written": _("Write something first."),
        "no-subject": _("In this scenario there is nothing to name."),
        "option-unknown": _("There is no such answer here."),
        "option-last": _("At least one answer has to stay."),
        "option-voted-on": _("People have voted, so no answer can be taken out any more."),
        "no-timer": _("No timer is running."),
        "nothing-to-undo": _(
            "There is nothing to undo. The setup is changed with p (people) and a (agenda)."
        ),
        "reveal-stays": _("A reveal cannot be undone. Vote again instead: v."),
        "ballot-points-left": _("Pour out all ten points first."),
        "ballot-empty": _("Give at least one answer, or pass."),
        "ballot-rank-incomplete": _("Put every option in its place first."),
        "ballot-too-many": _("That is more ideas than this question takes."),
        "ballot-too-long": _("Keep each idea under 300 characters."),
        "ballot-unknown-option": _("That answer is not on the list."),
        "ballot-unknown-item": _("That item is not on the list."),
        "ballot-out-of-range": _("That answer is off the scale."),
        "ballot-repeated": _("Answer each item once."),
        "ballot-wrong-kind": _("That answer does not fit this question."),
    }


def line_flaw(flaw: LineFlaw) -> str:
    """Say what is unclear in a call-out line."""
    return _line_flaw(flaw.code).format(part=safe(flaw.part, 40))


def _line_flaw(code: LineFlawCode) -> str:
    match code:
        case "callout-no-count":
            return _("How many called “{part}”? Type a number before each answer, such as 5.")
        case "callout-twice":
            return _("“{part}” stands there twice. Give each answer one number.")
        case "callout-no-comma":
            return _("“{part}”: put a comma between one answer and the next number.")
        case "callout-ambiguous":
            return _("“{part}” fits more than one answer. Type a little more of it.")
        case "callout-unknown":
            return _("“{part}” is not one of the answers.")
