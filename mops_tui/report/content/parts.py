"""What a report holds, before it is a page, slides, or a table: frozen values, in words.

Every writer (page, Markdown, slides) reads these alone, so that all of them say the same. All texts
are plain text, made safe; whoever writes them down escapes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.pictures.shapes import BarsPicture, Picture


@dataclass(frozen=True)
class ShownPicture:
    """A picture of the report.

    Attributes:
        key: A name for it that can stand in a file's name: "org-placement-ten-points-2".
        title: What it shows: "Ten points, second vote".
        alternative: What is seen in it, in a sentence or two, for whoever does not see it.
        picture: Its shapes.
    """

    key: str
    title: str
    alternative: str
    picture: Picture

    @property
    def is_bare(self) -> bool:
        """Whether nothing is in it, since not even how many answered may be told."""
        picture = self.picture
        return isinstance(picture, BarsPicture) and not picture.bars and not picture.turnout.n


@dataclass(frozen=True)
class ReportFinding:
    """One of the things that page one tells of the votes.

    Attributes:
        question: The title of its question.
        sentence: What was found, as the room read it.
        more: What belongs to it: how far the room agrees, what moved; or "".
    """

    question: str
    sentence: str
    more: str
    picture: ShownPicture


@dataclass(frozen=True)
class ReportDecision:
    """A decision with all that was written down about it; "" where nothing was.

    Attributes:
        scenario: The id of its scenario.
        about: The title of its scenario.
        asked: What was to be decided.
        agree: Who must agree.
        review: When the room looks again, as a person reads it.
        review_day: The same as a day, "2027-03-01", where its words mean one.
        sure: How sure the room was, in words, and whose word that is.
        vote: What the vote that it rests on lacked, a majority or the quorum, or what else a reader
            has to know of the votes; "" where nothing.
        not_on_record: What nobody wrote down about it, in a few words: "why, dissent".
        key: Its id in the session, so that a calendar knows it again; it is shown to nobody.
    """

    scenario: str
    about: str
    asked: str
    what: str
    why: str
    owner: str
    agree: str
    first_step: str
    review: str
    review_day: str
    sure: str
    dissent: str
    vote: str = ""
    key: str = ""
    not_on_record: str = ""


@dataclass(frozen=True)
class NextStep:
    """Something that somebody does.

    Attributes:
        by: By when, as a person reads it, or as it was typed.
        day: The same as a day, "2027-03-01", where its words mean one.
        done: It is marked done.
        key: Tells it from all others of its session, so that a calendar knows it again; it is
            shown to nobody.
    """

    what: str
    who: str
    by: str
    day: str
    done: bool = False
    key: str = ""


@dataclass(frozen=True)
class PageOne:
    """What a busy person reads: one page of A4. Long texts are cut, and end with "…".

    Attributes:
        held: When, with how many, and how answers are shown: one line.
        banners: What is missing or wrong, each a sentence: damage, an end that never came, a
            rehearsal. They stand above all else.
        summary: What the facilitator wrote above it all, or "".
        asked: What the room was to decide, or was asked where nothing was to be decided.
        undecided: What is open, each a sentence: what was to be decided and was not, or has no
            owner, or was not reached.
        next_steps: First steps and actions, those with a day first, in order of days.
        findings: Three at most.
        turnout: How many voted.
        agreement: How far the room agrees, in words.
        parked: What was put aside.
        more_decisions: That there are more than stand here, and where; "" where there are not.
        more_steps: The same of the next steps. Other lists say it as their last line.
        open_steps: How many next steps have no day, or nobody; "" where all have both.
        headline: How far the room agrees, in one sentence.
    """

    title: str
    held: str
    banners: tuple[str, ...]
    summary: str
    asked: tuple[str, ...]
    decisions: tuple[ReportDecision, ...]
    undecided: tuple[str, ...]
    next_steps: tuple[NextStep, ...]
    findings: tuple[ReportFinding, ...]
    turnout: str
    agreement: str
    parked: tuple[str, ...]
    more_decisions: str = ""
    more_steps: str = ""
    open_steps: str = ""
    headline: str = ""


@dataclass(frozen=True)
class SaidReason:
    """Why somebody answered so; `who` is "" where nobody is named."""

    who: str
    text: str


@dataclass(frozen=True)
class ArgumentSide:
    """The reasons that were given for one answer.

    Attributes:
        answer: The answer's label, or what its side is called; "" where no side can be told.
    """

    answer: str
    reasons: tuple[SaidReason, ...]


@dataclass(frozen=True)
class RoundContent:
    """A vote of a question that was revealed.

    Attributes:
        before: What happened before it, such as news in a rehearsal.
        turnout: Who voted, passed, called out: a sentence or two.
        sentences: What the room read, the most important first.
        answers: The answers as a table, headings first; empty where the picture says it all.
        ideas: What people wrote, where they were asked for words: the picture has no more.
    """

    number: int
    before: tuple[str, ...]
    turnout: str
    sentences: tuple[str, ...]
    picture: ShownPicture
    answers: tuple[tuple[str, ...], ...] = ()
    ideas: tuple[str, ...] = ()


@dataclass(frozen=True)
class QuestionContent:
    """A question with its votes.

    Attributes:
        movement: What changed between the votes, in words; "" where there was one.
        sides: The arguments, answer by answer.
        left_out: Why there is nothing to tell of it: skipped, not asked, not revealed; else "".
    """

    ref: str
    title: str
    ask: str
    rounds: tuple[RoundContent, ...]
    movement: str
    sides: tuple[ArgumentSide, ...]
    left_out: str = ""


@dataclass(frozen=True)
class ScenarioContent:
    """A scenario: what it was about, its questions, its decisions.

    Attributes:
        before: What has to be known first, such as the company of a rehearsal.
    """

    id: str
    title: str
    before: tuple[str, ...]
    questions: tuple[QuestionContent, ...]
    decisions: tuple[ReportDecision, ...]
    undecided: str = ""


@dataclass(frozen=True)
class TableContent:
    """A table of the appendix; `note` says how it is read.

    A row of one cell is a heading over the rows below it.

    Attributes:
        is_plan: It tells who does what by when.
    """

    title: str
    note: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_plan: bool = False


@dataclass(frozen=True)
class NotesContent:
    """A list of the appendix: ideas, notes, methods in words.

    Attributes:
        is_method: It tells how the votes were taken.
    """

    title: str
    lines: tuple[str, ...]
    is_method: bool = False


@dataclass(frozen=True)
class DecisionFollowed:
    """A decision of the session before; `outcome` is what became of it, or ""."""

    decision: ReportDecision
    outcome: str


@dataclass(frozen=True)
class BeforeContent:
    """What the session before left.

    Attributes:
        title: What that session was called, and its day.
        actions: What was to be done.
    """

    title: str
    decisions: tuple[DecisionFollowed, ...]
    actions: tuple[NextStep, ...]


@dataclass(frozen=True)
class ReportContent:
    """All that a report says.

    Attributes:
        language: That of the program's own words.
        sections: Which parts stand in it, by their names in `SECTIONS`.
        before: What the session before left, and what became of it; None where none was named.
        appendix: Methods, legends, people by items, ideas, notes, the time.
    """

    language: str
    page: PageOne
    before: BeforeContent | None
    scenarios: tuple[ScenarioContent, ...]
    appendix: tuple[TableContent | NotesContent, ...]
