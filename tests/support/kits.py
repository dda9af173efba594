"""Four sessions that could not be more different, to report on: as files, from fixed seeds.

Nine people by name, forty without a name and split, six whose laptop died, a thousand.
`python tests/support/kits.py FOLDER` writes them, of the scenarios as they are today; tests take
the kept ones.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from support.packs import KEPT

from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session import events as ev
from mops_tui.model.session.fold import fold
from mops_tui.model.session.header import Header
from mops_tui.sources.simulated.rehearsal import (
    REHEARSAL_CAST,
    RehearsalRun,
    rehearse,
    session_bytes,
)
from mops_tui.storage.packs.packs import Library, load_library
from mops_tui.storage.sessions.blocks import crc_of
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.words.rehearsals.decided import decided
from mops_tui.words.rehearsals.reasons import speech

OPENED = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)
REVIEW = "2027-02-23"
"""The first day on which a decision is looked at again: three months later."""
SAID = frozenset(
    (
        "reason-given",
        "decision-recorded",
        "decision-amended",
        "action-recorded",
        "action-amended",
        "note-recorded",
    )
)
"""What people say, and by name."""
HANDLES = ("Fox", "Heron", "Otter", "Lynx", "Crane", "Badger")


@cache
def _library(packs: Path) -> Library:
    return load_library((packs,))


def _rehearsed(
    packs: Path, scenarios: tuple[str, ...], title: str, people: int, seed: int
) -> RehearsalRun:
    library = _library(packs)
    entries = tuple(AgendaEntry(scenario=one) for one in scenarios)
    workshop = assemble(entries, library.scenarios, id="workshop", title=title, minutes=150)
    said = speech(library.arguments)
    return rehearse(workshop, library.casts[REHEARSAL_CAST], people, seed, "0.1.0", decided, said)


def _again(
    run: RehearsalRun, events: Iterable[ev.Event], title: str, anonymity: str
) -> RehearsalRun:
    """The same workshop as a live one, with other events, sealed anew."""
    policy = run.header.policy.model_copy(update={"anonymity": anonymity})
    changes = {"id": f"kit-{anonymity}-{run.header.seed}", "title": title, "opened": OPENED}
    header: Header = run.header.model_copy(update={**changes, "session": "live", "policy": policy})
    opening = ev.SessionOpened(header_crc=crc_of(header_bytes(header)))
    made: list[ev.Event] = [ev.stamp(opening, 1, 0.0)]
    for event in events:
        if event.kind != "session-opened":
            made.append(ev.stamp(_reviewed_later(event), len(made) + 1, event.t))
    state = fold(header, made)
    assert not state.ignored, [made[seq - 1] for seq in state.ignored[:3]]
    return RehearsalRun(header, tuple(made), state)


def _reviewed_later(event: ev.Event) -> ev.Event:
    """A decision is looked at again after this workshop, whatever day the rehearsal had in mind."""
    if not isinstance(event, ev.DecisionRecorded | ev.DecisionAmended) or not event.review:
        return event
    return event.model_copy(update={"review": max(event.review, REVIEW)})


def _before_the_end(events: Iterable[ev.Event], *added: ev.Event) -> Iterator[ev.Event]:
    """Some more events, just before the session is closed."""
    for event in events:
        if event.kind == "session-closed":
            for one in added:
                yield one.model_copy(update={"t": event.t})
        yield event


@cache
def nine(packs: Path = KEPT) -> RehearsalRun:
    """Nine people by name: three scenarios, decisions, actions with days, a parking lot."""
    entries = ("mops-personas", "org-placement", "change-readiness")
    run = _rehearsed(packs, entries, "Where does Marketing Operations belong?", 9, 3)
    scenario = "org-placement"
    added = (
        ev.ActionRecorded(
            action="a1",
            scenario=scenario,
            what="List what IT and Marketing each pay for the platform",
            who="Tomas Lind",
            by="2026-12-04",
        ),
        ev.ActionRecorded(
            action="a2", scenario=scenario, what="Invite HR to the next talk", who="Helen Okafor"
        ),
        ev.ActionRecorded(
            action="a3",
            scenario="change-readiness",
            what="Ask the works council, before anything is announced",
            who="Priya Raman",
            by="15 January 2027",
        ),
        ev.NoteRecorded(note="n1", text="Who pays for the data warehouse?", list="parking"),
        ev.NoteRecorded(note="n2", text="The agency's contract ends in March", list="parking"),
        ev.NoteRecorded(note="n3", text="Bruno left twice for a call", private=True),
        ev.NoteRecorded(note="n4", text="The room was cold", list="note"),
    )
    title = "Where does Marketing Operations belong?"
    return _again(run, _before_the_end(run.events, *added), title, "named")


def _nameless(events: Iterable[ev.Event], handles: tuple[str, ...] = ()) -> Iterator[ev.Event]:
    """Without names, and without whatever was said by somebody or names them."""
    for event in events:
        if isinstance(event, ev.ParticipantJoined):
            name = handles[(event.seat - 1) % len(handles)] if handles else ""
            yield event.model_copy(update={"name": name})
        elif event.kind not in SAID:
            yield event


def _in_two_camps(events: Iterable[ev.Event], ref: str, one: str, other: str) -> Iterator[ev.Event]:
    """Half of them allocate nearly all to one answer, half to another; nobody moves."""
    for event in events:
        if isinstance(event, ev.VoteCast) and event.question == ref and not event.passed:
            first = sum(map(ord, event.participant)) % 2
            options = (one, other) if first else (other, one)
            ballot = {"options": options, "points": (9, 1)}
            yield event.model_copy(update=ballot)
        else:
            yield event


@cache
def forty(packs: Path = KEPT) -> RehearsalRun:
    """Forty people without a name, in two camps, who decide something all the same."""
    title = "Marketing Operations: under whose roof?"
    run = _rehearsed(packs, ("org-placement",), title, 40, 11)
    events = _in_two_camps(_nameless(run.events), "org-placement/ten-points", "marketing", "it")
    decision = ev.DecisionRecorded(
        decision="d1",
        scenario="org-placement",
        what="MOps stays where it is until June, with IT's architect at every planning",
        why="Nobody could show what a move would cost.",
        owner="The CMO",
        agree="The CIO, by mid-December",
        first_step="Write down who decides what today, on one page",
        review="2027-06-15",
        confidence=3,
        dissent="Some of us would have moved it to IT at once.",
    )
    return _again(run, _before_the_end(events, decision, *_parked()), title, "anonymous")


def _parked() -> tuple[ev.Event, ...]:
    texts = ("What does the holding say?", "Is the CDP project stopped until then?")
    return tuple(
        ev.NoteRecorded(note=f"n{number}", text=text, list="parking")
        for number, text in enumerate(texts)
    )


@cache
def crash(packs: Path = KEPT) -> RehearsalRun:
    """Six people under handles; the laptop dies in the second vote, and nothing was decided."""
    title = "Are we ready for the new platform?"
    run = _rehearsed(packs, ("change-readiness",), title, 6, 5)
    events = list(_nameless(run.events, HANDLES))
    closed = [n for n, event in enumerate(events) if event.kind == "round-closed"]
    return _again(run, events[: closed[-2]], title, "pseudonyms")


@cache
def thousand(packs: Path = KEPT) -> RehearsalRun:
    """A thousand people without a name, who decide."""
    title = "Where should Marketing Operations sit? All hands"
    entries = ("mops-personas", "org-placement")
    run = _rehearsed(packs, entries, title, 1000, 7)
    decision = ev.DecisionRecorded(
        decision="d1",
        scenario="org-placement",
        what="MOps becomes part of a Revenue Operations team",
        owner="Chief Operating Officer",
        first_step="Name who leads it",
        review="2027-03-01",
        confidence=4,
    )
    events = _before_the_end(_nameless(run.events), decision, *_parked())
    return _again(run, events, title, "anonymous")


TORN = b"[[event]]\nseq = 999\nt = 4"
"""What the laptop was writing when it died."""


def file_bytes(name: str, packs: Path = KEPT) -> bytes:
    """One of the four as the bytes of its file."""
    data = session_bytes(KITS[name](packs))
    return data + TORN if name == "crash" else data


KITS: Mapping[str, Callable[[Path], RehearsalRun]] = {
    "nine": nine,
    "forty": forty,
    "crash": crash,
    "thousand": thousand,
}


def write_kits(folder: Path, *names: str, packs: Path = KEPT) -> dict[str, Path]:
    """Write some of them, or all, as session files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {}
    for name in names or KITS:
        made[name] = folder / f"{name}.toml"
        made[name].write_bytes(file_bytes(name, packs))
    return made


if __name__ == "__main__":
    for path in write_kits(Path(sys.argv[1]), packs=Path("scenarios")).values():
        sys.stdout.write(f"{path}\n")
