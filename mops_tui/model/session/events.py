"""What can happen in a workshop: flat, frozen events, told apart by `kind`.

A journal is a list of these. Values are absolute, never deltas, so a reader that loses one event
is wrong about one thing only. Nothing nests and nothing is null, so every event is a plain TOML
table. `docs/session-format.md` lists each kind with its keys.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

NAME_LENGTH = 200
"""The most characters of a name, an id, a label."""
WORDS_LENGTH = 10_000
"""The most characters of anything else that people write."""
OPENING = 1
"""The `seq` of `session-opened`; what the setup made is part of it."""
MOST_COUNT = 100_000
MOST_CONFIDENCE = 5
Name = Annotated[str, StringConstraints(max_length=NAME_LENGTH)]
Words = Annotated[str, StringConstraints(max_length=WORDS_LENGTH)]
MOST_SECONDS = 1e10
"""Three hundred years: no session is longer, and no clock can count further."""
Count = Annotated[int, Field(ge=0, le=MOST_COUNT)]
Seconds = Annotated[float, Field(ge=-MOST_SECONDS, le=MOST_SECONDS)]
Via = Literal["seat", "called", "phone", "simulated"]
NoteList = Literal["note", "parking", "idea"]
Summary = Literal["decision", "grid", "workshop"]
Page = Literal["votes", "bars", "names", "brings", "talk"]
Ids = tuple[Name, ...]
FIRST: Final = "first"
"""Who might speak first."""
LOOK_FOR: Final = "look-for"
"""What to look for in the answers."""


class Event(BaseModel):
    """Something that happened.

    Attributes:
        seq: Its place in the journal: 1, 2, 3 and so on; 0 until it is given one.
        t: Seconds since the session was opened, never decreasing.
        undoes: The `seq` of the event whose effect this one takes back.
        part_of: The `seq` of the first event of the same command, on all but the first.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
    kind: str
    seq: int = 0
    t: Annotated[float, Field(ge=0, le=MOST_SECONDS)] = 0.0
    undoes: int | None = None
    part_of: int | None = None

    def keys(self) -> dict[str, Any]:
        """The event as the flat table that is written: `seq`, `t`, `kind`, then its own keys."""
        own = self.model_dump(exclude_none=True, exclude_defaults=True)
        head = {"seq": self.seq, "t": round(self.t, 3), "kind": self.kind}
        return head | {key: value for key, value in own.items() if key not in head}


class SessionOpened(Event):
    """The first event; it seals the header."""

    kind: Literal["session-opened"] = "session-opened"
    header_crc: Name


class SessionPaused(Event):
    """The workshop rests, perhaps overnight; the clock of the day stands still."""

    kind: Literal["session-paused"] = "session-paused"


class SessionResumed(Event):
    """The workshop goes on.

    Attributes:
        after_crash: It was not paused before: the program had died.
    """

    kind: Literal["session-resumed"] = "session-resumed"
    after_crash: bool = False


class SessionClosed(Event):
    """The workshop is over."""

    kind: Literal["session-closed"] = "session-closed"


class ParticipantJoined(Event):
    """Somebody takes a seat."""

    kind: Literal["participant-joined"] = "participant-joined"
    participant: Name
    name: Name = ""
    role: Name = ""
    seat: Count


class ParticipantUpdated(Event):
    """What is known of somebody, whole; also how they come back."""

    kind: Literal["participant-updated"] = "participant-updated"
    participant: Name
    name: Name = ""
    role: Name = ""
    seat: Count
    present: bool = True


class ParticipantLeft(Event):
    """Somebody leaves; their votes stay. Where it undoes their arrival, they were never here."""

    kind: Literal["participant-left"] = "participant-left"
    participant: Name


class HeadCounted(Event):
    """How many people are present, those with a seat of their own included."""

    kind: Literal["head-counted"] = "head-counted"
    present: Count


class BriefShown(Event):
    """The room looks at a scenario's brief."""

    kind: Literal["brief-shown"] = "brief-shown"
    scenario: Name
    back: bool = False


class QuestionShown(Event):
    """The room looks at a question.

    Attributes:
        back: It is looking back; where the workshop stands has not changed.
    """

    kind: Literal["question-shown"] = "question-shown"
    question: Name
    back: bool = False


class PromptShown(Event):
    """A discussion prompt is put to the room; an empty `prompt` takes it away."""

    kind: Literal["prompt-shown"] = "prompt-shown"
    question: Name
    prompt: Name = ""


class PageShown(Event):
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


class SummaryShown(Event):
    """The room looks at a scenario's decision, at a grid, or at the whole workshop.

    Attributes:
        of: What is summed up.
        name: The scenario's or the grid's id; empty for the workshop.
    """

    kind: Literal["summary-shown"] = "summary-shown"
    of: Summary
    name: Name = ""
    back: bool = False


class RoundOpened(Event):
    """Voting begins. Rounds count from 1 and begin empty.

    One that undoes another takes its round away, while nobody has voted in it. No key says so:
    a reader that knows nothing of it keeps an empty round, and the next votes go there.
    """

    kind: Literal["round-opened"] = "round-opened"
    question: Name
    round: Count


class RoundClosed(Event):
    """Voting ends; nothing is shown yet."""

    kind: Literal["round-closed"] = "round-closed"
    question: Name
    round: Count


class RoundReopened(Event):
    """Voting goes on in a round that was closed and not yet revealed."""

    kind: Literal["round-reopened"] = "round-reopened"
    question: Name
    round: Count


class RoundRevealed(Event):
    """The room sees what it voted. For good."""

    kind: Literal["round-revealed"] = "round-revealed"
    question: Name
    round: Count


class VoteCast(Event):
    """One participant's ballot in a round; the last one counts.

    The keys of the ballot depend on the question's kind: choice and hands `option`; allocate
    `options`, `points`; rate `items`, `levels`; pairs and curve `items`, `positions`; grid `x`,
    `y`; rank `options`; text `ideas`; a pass `passed = true`.
    """

    kind: Literal["vote-cast"] = "vote-cast"
    question: Name
    round: Count
    participant: Name
    via: Via = "seat"
    passed: bool = False
    option: Name | None = None
    options: Ids | None = None
    points: tuple[int, ...] | None = None
    items: Ids | None = None
    levels: Ids | None = None
    positions: tuple[int, ...] | None = None
    x: int | None = None
    y: int | None = None
    ideas: tuple[Words, ...] | None = None

    def keys(self) -> dict[str, Any]:
        """The flat table; `via` is always written."""
        return super().keys() | {"via": self.via}


class VoteWithdrawn(Event):
    """A participant's ballot is taken back."""

    kind: Literal["vote-withdrawn"] = "vote-withdrawn"
    question: Name
    round: Count
    participant: Name


class TallySet(Event):
    """The votes called out in the room, whole: the last one replaces the earlier.

    Attributes:
        items: For questions answered item by item, the item of each count.
        categories: Option ids, level ids, positions "-2" to "2", stages or quadrants.
        counts: How many people called each.
        corrected: It was set after the reveal.
    """

    kind: Literal["tally-set"] = "tally-set"
    question: Name
    round: Count
    items: Ids = ()
    categories: Ids = ()
    counts: tuple[Count, ...] = ()
    corrected: bool = False


class OptionAdded(Event):
    """The room brings an option, or a wave, of its own.

    Attributes:
        removed: It is taken out again (an undo).
    """

    kind: Literal["option-added"] = "option-added"
    question: Name
    option: Name
    label: Name
    removed: bool = False


class AgendaSet(Event):
    """Which questions are skipped, whole; the time the day has, in minutes."""

    kind: Literal["agenda-set"] = "agenda-set"
    skipped: Ids = ()
    minutes: Seconds


class TimerStarted(Event):
    """The timer runs down from `seconds`."""

    kind: Literal["timer-started"] = "timer-started"
    seconds: Seconds


class TimerPaused(Event):
    """The timer stands still with `seconds` left."""

    kind: Literal["timer-paused"] = "timer-paused"
    seconds: Seconds


class TimerExtended(Event):
    """The timer has `seconds` left from now on."""

    kind: Literal["timer-extended"] = "timer-extended"
    seconds: Seconds


class TimerStopped(Event):
    """The timer is put away."""

    kind: Literal["timer-stopped"] = "timer-stopped"


class _Decision(Event):
    decision: Name
    scenario: Name
    what: Words
    why: Words = ""
    owner: Name = ""
    confidence: Annotated[int, Field(ge=0, le=MOST_CONFIDENCE)] = 0
    dissent: Words = ""
    removed: bool = False


class DecisionRecorded(_Decision):
    """What the room decides, why, who owns it, how sure it is (1 to 5, 0 unsaid), who dissents."""

    kind: Literal["decision-recorded"] = "decision-recorded"


class DecisionAmended(_Decision):
    """A decision in its new wording, whole."""

    kind: Literal["decision-amended"] = "decision-amended"


class _Action(Event):
    action: Name
    scenario: Name = ""
    what: Words
    who: Name = ""
    by: Name = ""
    removed: bool = False


class ActionRecorded(_Action):
    """Who does what by when."""

    kind: Literal["action-recorded"] = "action-recorded"


class ActionAmended(_Action):
    """An action in its new wording, whole."""

    kind: Literal["action-amended"] = "action-amended"


class _Note(Event):
    note: Name
    list: NoteList = "note"
    about: Name = ""
    text: Words
    private: bool = False
    removed: bool = False


class NoteRecorded(_Note):
    """What somebody writes down: a note, a thing for the parking lot, an idea."""

    kind: Literal["note-recorded"] = "note-recorded"


class NoteAmended(_Note):
    """A note in its new wording, whole."""

    kind: Literal["note-amended"] = "note-amended"


class ScreenBlanked(Event):
    """The room's screen goes dark."""

    kind: Literal["screen-blanked"] = "screen-blanked"


class ScreenUnblanked(Event):
    """The room's screen is back."""

    kind: Literal["screen-unblanked"] = "screen-unblanked"


class CodeShown(Event):
    """The code to join by phone is shown, or hidden when empty."""

    kind: Literal["code-shown"] = "code-shown"
    code: Name = ""


class CardAnswered(Event):
    """Practice: a situation card was answered.

    Attributes:
        card: `scenario/card`.
        digest: Of the card's text, so that another edition is not taken for the same card.
        answer: The answer's id.
        confidence: How sure, 0 to 100.
        verdict: "advised", "defensible" or "unwise", as the card said then.
    """

    kind: Literal["card-answered"] = "card-answered"
    card: Name
    digest: Name
    answer: Name
    confidence: Annotated[int, Field(ge=0, le=100)]
    verdict: Literal["advised", "defensible", "unwise"]


class AnswerCommitted(Event):
    """Practice: a question of a scenario was answered alone, before anything was shown.

    Attributes:
        question: `scenario/question`.
        digest: Of its wording and options.
        answer: The answer in words, as it was chosen.
        confidence: How sure, 0 to 100.
    """

    kind: Literal["answer-committed"] = "answer-committed"
    question: Name
    digest: Name
    answer: Words
    confidence: Annotated[int, Field(ge=0, le=100)]


class Lost(Event):
    """What a repair puts in the place of an event that could not be read."""

    kind: Literal["lost"] = "lost"


AnyEvent = (
    SessionOpened
    | SessionPaused
    | SessionResumed
    | SessionClosed
    | ParticipantJoined
    | ParticipantUpdated
    | ParticipantLeft
    | HeadCounted
    | BriefShown
    | QuestionShown
    | PromptShown
    | PageShown
    | SummaryShown
    | RoundOpened
    | RoundClosed
    | RoundReopened
    | RoundRevealed
    | VoteCast
    | VoteWithdrawn
    | TallySet
    | OptionAdded
    | AgendaSet
    | TimerStarted
    | TimerPaused
    | TimerExtended
    | TimerStopped
    | DecisionRecorded
    | DecisionAmended
    | ActionRecorded
    | ActionAmended
    | NoteRecorded
    | NoteAmended
    | ScreenBlanked
    | ScreenUnblanked
    | CodeShown
    | CardAnswered
    | AnswerCommitted
    | Lost
)


KINDS: dict[str, type[Event]] = {
    event.model_fields["kind"].default: event for event in get_args(AnyEvent)
}
"""Every kind of event, by name."""


class UnknownKindError(ValueError):
    """An event of a kind that this version does not know.

    Attributes:
        kind: The name found.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def parse(table: dict[str, Any]) -> Event:
    """Make an event of a flat table, as read from a session file.

    Raises:
        UnknownKindError: A later version wrote it, or somebody mistyped it.
        pydantic.ValidationError: Its keys are not those of its kind.
    """
    kind = table.get("kind")
    event = KINDS.get(kind) if isinstance(kind, str) else None
    if event is None:
        raise UnknownKindError(str(kind))
    return event.model_validate(table)


def stamp(event: Event, seq: int, t: float, part_of: int | None = None) -> Event:
    """The same event with its place in the journal."""
    return event.model_copy(update={"seq": seq, "t": round(t, 3), "part_of": part_of})
