"""Events of every kind with hostile texts, and the bytes of session files made of them."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic.fields import FieldInfo
from support.sessions import header, short_header

from mops_tui.model.session.events import (
    KINDS,
    DecisionRecorded,
    Event,
    NoteRecorded,
    ParticipantJoined,
    QuestionShown,
    RoundOpened,
    SessionOpened,
    VoteCast,
    stamp,
)
from mops_tui.model.session.header import Header
from mops_tui.storage.sessions.blocks import crc_of, encode
from mops_tui.storage.sessions.journal import header_bytes

HOSTILE = (
    "[/ hi [b",
    "[[event]]",
    "\n[[event]]\nseq = 1\n",
    '\ncrc = "00000000"\n\n',
    'crc = "9f1c02aa"',
    "\u2028\u2029\u0085",
    "\x1b[31mred\x1b[0m\x07",
    "👩‍👩‍👧‍👦",
    "\u202eright to left",
    "漢字かな",
    '"""',
    "'''",
    "\\u0000\\",
    "\r\n\r\t\0\x7f",
    "#",
    "= { } ,",
    "x" * 10_000,
)

texts = st.one_of(
    st.sampled_from(HOSTILE[:-1]),
    st.text(max_size=20),
    st.lists(st.sampled_from(HOSTILE[:-1]), max_size=3).map("".join),
).filter(lambda text: len(text) <= 200)


def _strategy(annotation: Any, limits: list[Any]) -> st.SearchStrategy[Any]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        metadata = [m for part in args[1:] for m in getattr(part, "metadata", None) or [part]]
        return _strategy(args[0], [*limits, *metadata])
    if origin in (Union, UnionType):
        return st.one_of(*(_strategy(arg, limits) for arg in args))
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple:
        return st.lists(_strategy(args[0], []), max_size=3).map(tuple)
    if annotation is str:
        return texts
    if annotation is int:
        most = min([limit.le for limit in limits if getattr(limit, "le", None)] or [1000])
        return st.integers(0, most)
    return {
        bool: st.booleans(),
        NoneType: st.none(),
        float: st.floats(0, 1e6).map(lambda value: round(value, 3)),
    }[annotation]


def _field(info: FieldInfo) -> st.SearchStrategy[Any]:
    return _strategy(info.annotation, list(info.metadata))


def events_of(kind: type[Event]) -> st.SearchStrategy[Event]:
    """Any event of a kind."""
    fields = {name: _field(info) for name, info in kind.model_fields.items() if name != "kind"}
    return st.fixed_dictionaries(fields).map(kind.model_validate)


any_event = st.sampled_from(sorted(KINDS)).flatmap(lambda name: events_of(KINDS[name]))


class Files:
    """Events, and session files, that belong to one header."""

    def __init__(self, head: Header) -> None:
        self.header = header_bytes(head)

    def numbered(self, *events: Event, crc: str = "") -> tuple[Event, ...]:
        """The events with `seq` and `t`, after a `session-opened`."""
        opening = SessionOpened(header_crc=crc or crc_of(self.header))
        return tuple(
            stamp(event, seq, (seq - 1) / 4) for seq, event in enumerate((opening, *events), 1)
        )

    def sample(self) -> tuple[Event, ...]:
        """A short session with a bit of everything."""
        vote: dict[str, Any] = {"question": "demo/where", "round": 1}
        return self.numbered(
            ParticipantJoined(participant="p1", name="Ana [b]", role="IT", seat=1),
            QuestionShown(question="demo/where"),
            RoundOpened(**vote),
            VoteCast(participant="p1", option="a", **vote),
            VoteCast(
                participant="p1", options=("a", "b"), points=(3, 7), question="demo/points", round=1
            ),
            NoteRecorded(note="n1", text='[[event]]\nseq = 3\ncrc = "00000000"\n\n👩‍👧 \u2028'),
            DecisionRecorded(decision="d1", scenario="demo", what="Go", why="Because"),
        )

    def file_of(self, events: tuple[Event, ...]) -> bytes:
        """The bytes of a session file."""
        return self.header + b"".join(map(encode, events))


_OF_THE_TINY_WORKSHOP = Files(header())
numbered = _OF_THE_TINY_WORKSHOP.numbered
sample = _OF_THE_TINY_WORKSHOP.sample
file_of = _OF_THE_TINY_WORKSHOP.file_of
short = Files(short_header())
"""Files with little before their events, for a test that reads thousands of them."""
