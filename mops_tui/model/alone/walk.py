"""One person's way through a scenario alone: a workshop with one seat, folded from their answers.

So conditions, subjects, borrowed items and what is taken out work as they do in a room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property

from mops_tui.model.agenda.asking import is_asked
from mops_tui.model.alone.own import firsts
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.workshop import Workshop, refs
from mops_tui.model.session import events as ev
from mops_tui.model.session.apply import apply
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.ballots import Ballot, Pass, ballot_keys
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.fold import begin
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.session.step import refuses, step

WALKER = "me"
"""The one participant."""
_OPENED = datetime(2000, 1, 1, tzinfo=UTC)

Made = ev.SubjectNamed | ev.OptionAdded
"""What somebody alone has named, added or taken out."""


@dataclass(frozen=True)
class Said:
    """What somebody alone said to a question.

    Attributes:
        words: The answer in words, as it was chosen.
        confidence: How sure they were, 0 to 100; of a pass 0.
        ballot: The answer itself; None where a journal has its words only.
    """

    words: str
    confidence: int
    ballot: Ballot | None = None

    @property
    def passed(self) -> bool:
        """Whether it is no answer."""
        return isinstance(self.ballot, Pass)


@dataclass(frozen=True)
class Walk:
    """How far somebody has come, and with which answers.

    Attributes:
        workshop: A workshop of this one scenario.
        scenario: Its id.
        made: What they have named, added and taken out, in order.
        said: What they said, by `scenario/question`. What is not asked any more stays here, and
            counts for nothing.
    """

    workshop: Workshop
    scenario: str
    made: tuple[Made, ...] = ()
    said: Mapping[str, Said] = field(default_factory=dict)

    def saying(self, ref: str, said: Said | None) -> Walk:
        """The same with another answer to a question, or with none."""
        others = {key: one for key, one in self.said.items() if key != ref}
        return replace(self, said=others if said is None else {**others, ref: said})

    def making(self, *made: Made) -> Walk:
        """The same after something was named, added or taken out."""
        return replace(self, made=(*self.made, *made))

    def refuses(self, command: Command) -> Refusal | None:
        """Why something cannot be named, added or taken out now; nothing happens."""
        return refuses(self._folded[0], command, 0)

    def doing(self, command: Command) -> tuple[Made, ...] | Refusal:
        """What a command names, adds or takes out, to be kept; or why it cannot be.

        The walk stays as it is: `making` takes each as soon as it is kept.
        """
        outcome = step(self._folded[0], command, 0)
        if isinstance(outcome, Refusal):
            return outcome
        made = (event for event in outcome.events if isinstance(event, Made))
        return tuple(event.model_copy(update={"seq": 0, "t": 0.0}) for event in made)

    @property
    def own_option(self) -> str:
        """The id that an answer of one's own gets when it is added next."""
        return f"own-{len(self.made) + 1}"

    @cached_property
    def state(self) -> VisibleState:
        """The workshop of one that these answers make, as its participant sees it."""
        return visible(self._folded[0], "participant")

    @property
    def refs(self) -> tuple[str, ...]:
        """The questions that are asked as far as these answers go, in order."""
        return self._folded[1]

    @cached_property
    def _folded(self) -> tuple[WorkshopState, tuple[str, ...]]:
        header = Header(
            id="practice",
            title=self.workshop.title,
            opened=_OPENED,
            session="practice",
            workshop=self.workshop,
        )
        state = _after(begin(header), ev.SessionOpened(header_crc=""))
        state = _after(state, ev.ParticipantJoined(participant=WALKER, name="", role="", seat=1))
        for one in self.made:
            state = _after(state, one)
        asked: list[str] = []
        scenario = state.workshop.scenario(self.scenario)
        for ref in refs(scenario) if scenario else ():
            if not is_asked(state, ref):
                continue
            asked.append(ref)
            if (said := self.said.get(ref)) is not None:
                state = _with_answer(state, ref, said.ballot or Pass())
        return state, tuple(asked)

    @property
    def pack(self) -> Scenario | None:
        """The scenario as it reads with what was named."""
        return self.state.workshop.scenario(self.scenario)

    @property
    def begun(self) -> bool:
        """Whether any question was answered, or passed."""
        return any(ref in self.said for ref in self.refs)

    @property
    def at(self) -> str:
        """The question to go on with: behind the last that was answered; "" where all are."""
        said = [number for number, ref in enumerate(self.refs, start=1) if ref in self.said]
        rest = self.refs[max(said, default=0) :]
        return rest[0] if rest else ""

    def after(self, ref: str) -> str:
        """The question that is asked after another one; "" after the last."""
        return self._beside(ref, 1)

    def before(self, ref: str) -> str:
        """The question that is asked before another one; before none is the last, "" the first."""
        if not ref:
            return self.refs[-1] if self.refs else ""
        return self._beside(ref, -1)

    def _beside(self, ref: str, by: int) -> str:
        """Of a question that is not asked any more, its neighbours are those of its scenario."""
        scenario = self.pack
        order = refs(scenario) if scenario else ()
        asked = [one for one in order if one in self.refs or one == ref]
        at = asked.index(ref) + by if ref in asked else 0
        return asked[at] if 0 <= at < len(asked) else ""

    def answered(self, ref: str) -> Said | None:
        """The answer to a question that is asked, with its ballot; None for a pass."""
        said = self.said.get(ref) if ref in self.refs else None
        return None if said is None or said.passed else said

    def first(self, ref: str) -> str:
        """The one answer that was put first; "" where there is none, or where several tie."""
        question, said = self.state.question(ref), self.answered(ref)
        if question is None or said is None:
            return ""
        found = firsts(question, said.ballot, self.state.workshop)
        return found[0] if len(found) == 1 else ""


def _after(state: WorkshopState, event: ev.Event) -> WorkshopState:
    return apply(state, ev.stamp(event, state.seq + 1, state.t + 1))


def _with_answer(state: WorkshopState, ref: str, ballot: Ballot) -> WorkshopState:
    """A whole round with one ballot; one that fits its question no more counts as a pass."""
    state = _after(state, ev.RoundOpened(question=ref, round=1))
    cast = ev.VoteCast(question=ref, round=1, participant=WALKER, **ballot_keys(ballot))
    state = _after(state, cast)
    if not state.rounds[ref][-1].votes:
        passed = ev.VoteCast(question=ref, round=1, participant=WALKER, passed=True)
        state = _after(state, passed)
    state = _after(state, ev.RoundClosed(question=ref, round=1))
    return _after(state, ev.RoundRevealed(question=ref, round=1))
