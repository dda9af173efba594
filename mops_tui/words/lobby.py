"""What a room is told before it begins: what it will do, how it votes, what is kept of it."""

from __future__ import annotations

from mops_tui.model.agenda.asking import is_asked, waiting_minutes
from mops_tui.model.packs.characters import COMPANY
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.workshop import refs
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import SessionState
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import decimals, threshold
from mops_tui.words.safe import safe


def day_words(state: SessionState) -> str:
    """How much there is to do, and for how long."""
    parts = len([one for one in state.workshop.scenarios if asked(state, one)])
    questions = sum(len(asked(state, scenario)) for scenario in state.workshop.scenarios)
    return _("{parts}, {questions}, {minutes}").format(
        parts=ngettext("{n} part", "{n} parts", parts).format(n=parts),
        questions=ngettext("{n} question", "{n} questions", questions).format(n=questions),
        minutes=_("{n} min").format(n=round(state.minutes)),
    )


def scenario_minutes(state: SessionState, scenario: Scenario) -> float:
    """The time that a scenario should take: its brief, what is asked of it, its decision.

    Of the questions that wait for an answer as many count as can be asked at most.
    """
    asked_questions = filter(None, map(state.workshop.question, asked(state, scenario)))
    asked_minutes = sum(question.minutes for question in asked_questions)
    return scenario.minutes_of(()) + asked_minutes + waiting_minutes(state, scenario)


def minutes_words(minutes: float) -> str:
    """A time in minutes."""
    n = whole_minutes(minutes)
    return ngettext("{n} minute", "{n} minutes", n).format(n=n)


def whole_minutes(minutes: float) -> int:
    """Whole minutes; a half goes up, so that a list of them adds up to no less than the day."""
    return int(minutes + 0.5)


def minutes_figure(minutes: float) -> str:
    """Minutes as a figure in a list: 2, 1.5; to a tenth, since a stretched day has odd budgets."""
    return f"{round(minutes, 1):g}"


def asked(state: SessionState, scenario: Scenario) -> tuple[str, ...]:
    """The references of a scenario's questions, without those that are skipped, or wait."""
    return tuple(ref for ref in refs(scenario) if is_asked(state, ref))


def subject_words(state: SessionState, scenario: Scenario) -> str:
    """What the room names first, and what it has named; "" where it names nothing."""
    if scenario.subject is None:
        return ""
    named = state.subjects.get(scenario.id, "")
    ask = safe(scenario.subject.ask)
    return _("{ask} {name}").format(ask=ask, name=safe(named)) if named else ask


def company_words(state: VisibleState) -> str:
    """Of what company a simulated room is; "" for a real one, and where the cast says nothing."""
    told = (note.text for name, note in state.notes.items() if name.startswith(COMPANY))
    return safe(next(told, "")) if state.session == "rehearsal" else ""


def voting_words(state: SessionState, *, phones: bool = False) -> tuple[str, ...]:
    """How votes are taken, and what was settled about them before the first.

    Args:
        state: The room.
        phones: It is open to phones.
    """
    policy = state.policy
    taken = _(
        "Alone at this keyboard, or by calling out. No vote is on the screen before the reveal."
    )
    if phones:
        taken = _(
            "By phone, alone at this keyboard, or by calling out. No vote is on the "
            "screen before the reveal."
        )
    if state.session == "rehearsal":
        taken = _("This is a rehearsal: the room is simulated, and votes by itself.")
        if phones:
            taken = _("This is a rehearsal: the room is simulated, and votes with your phone.")
    settled = _(
        "A result counts when {quorum} % of us vote. {majority} % is a clear majority. On a scale, "
        "1 is all alike, 0 spread evenly, -1 half at each end; {agreement} or more is agreement."
    ).format(
        quorum=threshold(policy.quorum),
        majority=threshold(policy.majority),
        agreement=decimals(policy.agreement),
    )
    return (taken, judged(settled, policy))


def keeping_words(state: SessionState, *, phones: bool = False) -> tuple[str, ...]:
    """What is kept, and who sees it.

    Args:
        state: The room.
        phones: It is open to phones, so that votes cross a network.
    """
    seen = {
        "named": _(
            "With names: after a reveal everybody sees who voted what, and the file "
            "keeps the names."
        ),
        "pseudonyms": _(
            "Under handles that you choose: votes are shown and kept under the "
            "handle, not the name."
        ),
        "anonymous": _("Without names: nobody is shown who voted what, and no name is kept."),
    }[state.policy.anonymity]
    kept = _("Everything is kept in one file on this laptop. Nothing is sent to anybody.")
    if phones:
        kept = _(
            "Everything is kept in one file on this laptop. Phones reach it only over this "
            "network, unencrypted; nothing goes to the internet."
        )
    return (seen, kept)
