"""What people got for their time, in sentences that the file can prove."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.attendance import took_part
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import SessionState
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.findings import scenario_findings
from mops_tui.words.results.movement import somebody_changed
from mops_tui.words.results.quoting import titled
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.results.standing.too_few import too_few
from mops_tui.words.safe import safe


def brought(state: VisibleState, t: float) -> tuple[str, ...]:
    """The time that was spent, what was answered in it, what moved, and what people say of it.

    Args:
        state: What may be seen.
        t: Seconds since the session was opened.
    """
    closing = [s for s in state.workshop.scenarios if s.closing]
    said = [line for scenario in closing for line in scenario_findings(state, scenario.id)]
    said += [line for scenario in closing for ref in refs(scenario) for line in _held(state, ref)]
    lines = (_time(state, t), _answered(state), _moved(state), *said)
    return tuple(line for line in lines if line)


def never_revealed(state: SessionState) -> tuple[tuple[str, str], ...]:
    """(title, how many votes) of each question whose votes nobody has seen: only how many."""
    lines = []
    for ref, rounds in state.rounds.items():
        question = state.question(ref)
        if question is None or rounds[-1].phase == "revealed" or not rounds[-1].voted:
            continue
        voted = rounds[-1].voted
        count = ngettext("{n} vote", "{n} votes", voted).format(n=voted)
        lines.append((safe(question.title), count))
    return tuple(lines)


def _held(state: VisibleState, ref: str) -> Iterator[str]:
    """What an earlier vote said of a question whose last one was too small to speak for the room.

    Args:
        state: What may be seen.
        ref: A question of the closing.
    """
    last, question = result(state, ref), state.question(ref)
    if last is None or question is None or not too_few(last) or last.kind == "text":
        return
    earlier = (result(state, ref, number) for number in range(last.round - 1, 0, -1))
    told = next((one for one in earlier if one is not None and one.n and not too_few(one)), None)
    if told is None:
        yield titled(question.title, too_few(last))
        return
    stood = titled(question.title, standing(told, question, state.workshop))
    words = _("{stood} That was round {told}; in round {last} too few voted to say.")
    yield words.format(stood=stood, told=told.round, last=last.round)


def _time(state: VisibleState, t: float) -> str:
    minutes = int(state.worked(t) / 60)  # as the bar above it and home have them
    time = ngettext("{n} minute of work", "{n} minutes of work", minutes).format(n=minutes)
    took = took_part(state)  # whoever has left by now was there all the same
    if not took:
        return _("{time}.").format(time=time)
    people = ngettext("{n} person", "{n} people", took).format(n=took)
    return _("{time}, {people}.").format(time=time, people=people)


def _answered(state: VisibleState) -> str:
    """How many questions have a result, and how many votes were revealed of them."""
    answered = [shown.ref for shown in _results(state) if shown.n > 0]
    votes = sum(
        one.voted for ref in answered for one in state.rounds[ref] if one.phase == "revealed"
    )
    if not answered:
        return ""
    questions = ngettext("{n} question answered", "{n} questions answered", len(answered))
    given = ngettext("{n} vote", "{n} votes", votes).format(n=votes)
    return _("{questions}, with {votes}.").format(
        questions=questions.format(n=len(answered)), votes=given
    )


def _moved(state: VisibleState) -> str:
    """How many questions were voted on again, and on how many somebody changed an answer."""
    again = [shown for shown in _results(state) if shown.round > 1 and shown.n > 0]
    known = [changed for shown in again if (changed := _changed(state, shown)) is not None]
    if not again:
        return ""
    fields = {"n": len(again), "known": len(known), "changed": sum(known)}
    voted = ngettext(
        "{n} question was voted on again", "{n} questions were voted on again", len(again)
    )
    if not known:
        words = _("{voted}.")
    elif len(known) < len(again):
        words = ngettext(
            "{voted}; of the one where it is known who answered what, somebody changed their "
            "answer.",
            "{voted}; of the {known} where it is known who answered what, somebody changed "
            "their answer on {changed}.",
            len(known),
        )
        if not any(known):
            words = _("{voted}; where it is known who answered what, nobody changed their answer.")
    elif not any(known):
        words = _("{voted}; nobody changed an answer.")
    elif len(again) == 1:
        words = _("{voted}; somebody changed an answer.")
    elif all(known):
        words = _("{voted}; on all of them somebody changed an answer.")
    else:
        words = _("{voted}; on {changed} of them somebody changed an answer.")
    return words.format(voted=voted.format(**fields), **fields)


def _changed(state: VisibleState, latest: Result) -> bool | None:
    """Whether anybody changed an answer from any round to the next; None where nobody can tell."""
    rounds = (result(state, latest.ref, number) for number in range(2, latest.round + 1))
    told = [somebody_changed(state, shown) for shown in rounds if shown is not None]
    known = [one for one in told if one is not None]
    return any(known) if known else None


def _results(state: VisibleState) -> Iterator[Result]:
    """The latest result of each question that has one."""
    for scenario in state.workshop.scenarios:
        for ref in refs(scenario):
            shown = result(state, ref)
            if shown is not None:
                yield shown
