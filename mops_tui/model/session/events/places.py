"""What the room looks at, and the way through the day."""

from __future__ import annotations

from typing import Final, Literal, get_args

from mops_tui.model.session.events.event import Count, EventBase, Ids, Name, Seconds

Summary = Literal["decision", "grid", "workshop"]
Step = Literal["before", "break", "owners"]
STEPS: Final[tuple[Step, ...]] = get_args(Step)
Page = Literal["votes", "bars", "names", "brings", "talk"]
FIRST: Final = "first"
"""Who might speak first."""
LOOK_FOR: Final = "look-for"
"""What to look for in the answers."""


class BriefShown(EventBase):
    """The room looks at a scenario's brief."""

    kind: Literal["brief-shown"] = "brief-shown"
    scenario: Name
    back: bool = False


class QuestionShown(EventBase):
    """The room looks at a question.

    Attributes:
        back: It is looking back; where the workshop stands has not changed.
    """

    kind: Literal["question-shown"] = "question-shown"
    question: Name
    back: bool = False


class PromptShown(EventBase):
    """A discussion prompt is put to the room; an empty `prompt` takes it away."""

    kind: Literal["prompt-shown"] = "prompt-shown"
    question: Name
    prompt: Name = ""


class PageShown(EventBase):
    """The room turns a page: of a revealed question, to an earlier round, to why a mark stands.

    Attributes:
        page: A page of a revealed question.
        round: The round that is looked at, 0 for the latest.
        mark: The participant whose mark is explained on a grid, or "".
        told: What is put before the room that is the facilitator's otherwise: `FIRST`, `LOOK_FOR`.
    """

    kind: Literal["page-shown"] = "page-shown"
    page: Page = "votes"
    round: Count = 0
    mark: Name = ""
    told: Ids = ()


class SummaryShown(EventBase):
    """The room looks at a scenario's decision, at a grid, or at the whole workshop.

    Attributes:
        of: What is summed up.
        name: The scenario's or the grid's id; empty for the workshop.
    """

    kind: Literal["summary-shown"] = "summary-shown"
    of: Summary
    name: Name = ""
    back: bool = False


class StepShown(EventBase):
    """The room is at a step of the day that no scenario has, or looks back at one.

    Attributes:
        of: What the session before decided; a break; the reading back of who owns what.
        name: Of a break the scenario that it comes after; empty for the rest.
    """

    kind: Literal["step-shown"] = "step-shown"
    of: Step
    name: Name = ""
    back: bool = False


class SubjectNamed(EventBase):
    """The room has named what a scenario is about; an empty `subject` takes the name away."""

    kind: Literal["subject-named"] = "subject-named"
    scenario: Name
    subject: Name = ""


class AgendaSet(EventBase):
    """Which questions are skipped, whole; the time the day has, in minutes."""

    kind: Literal["agenda-set"] = "agenda-set"
    skipped: Ids = ()
    minutes: Seconds


class ScreenBlanked(EventBase):
    """The room's screen goes dark."""

    kind: Literal["screen-blanked"] = "screen-blanked"


class ScreenUnblanked(EventBase):
    """The room's screen is back."""

    kind: Literal["screen-unblanked"] = "screen-unblanked"


class CodeShown(EventBase):
    """The code to join by phone is shown, or hidden: never which one, since files are sent on.

    Attributes:
        code: Nothing that is written any more; where a file has it, the code was shown.
    """

    kind: Literal["code-shown"] = "code-shown"
    shown: bool = False
    code: Name = ""
