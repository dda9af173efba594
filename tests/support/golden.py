"""Files of every format, who wrote them, and what they say. They are never edited.

Of format 1, before the rules of how it grows:

- `rehearsal-of-2026-11-25`: commit 5cf0a8b;
- `anonymous`, `every-kind`, `paused`, `practice`, `rehearsal-of-2026-11-26`: commit f868e2d.

`phones` is by the version that first let phones in, and has what that brought: `by_phone`, `shown`,
who is put out, two seats that are joined.

`reasons` and `practice-taken-back` are by the version that first kept reasons, and the ballots, the
predictions and what is taken back of practice.

`continued` is by the version that first let a session go on from another one.

`afterwards` is by the version that first let something be said of a workshop that was over.

`followed-up` is by the version that first let a room say what became of an action of the session
before, and of a first step.

`repaired` is by the repair that came with those rules, since it holds the marks that no earlier one
left. Nobody has released what `later` (a later version within format 1) and `2/session` (a later
format) hold: they were written by hand.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path
from typing import Any

from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState, visible_after
from mops_tui.model.session.events import LaterEvent
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import ReportEdits, WorkshopState
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.fingerprint import fingerprint
from mops_tui.storage.sessions.recovery import check

GOLDEN = Path(__file__).parents[1] / "data" / "formats"


def files() -> list[Path]:
    """Every golden file of a format that can be read."""
    return sorted(GOLDEN.glob("1/*.toml"))


def facts(path: Path) -> dict[str, Any]:
    """What a file says: enough that a wrong count, a lost event or another secret shows."""
    data = journal.load(path)
    reading = journal.parse(data)
    state = fold(reading.header, reading.events)
    seen = visible_after(reading.header, reading.events)
    names = [e.name if isinstance(e, LaterEvent) else e.kind for e in reading.events]
    return {
        "check": [one.code for one in check(path)],
        "condition": _plain(dataclasses.asdict(reading.condition)),
        "fingerprint": fingerprint(data, journal.read_header_block(data).text, reading.spans),
        "title": reading.header.title,
        "anonymity": reading.header.policy.anonymity,
        "kinds": dict(sorted(Counter(names).items())),
        "phase": state.phase,
        "t": state.t,
        "present": state.present,
        "people": [[who.name, who.role, who.seat] for who in state.participants.values()],
        "rounds": {
            ref: [[r.phase, len(r.votes), sum(n for *_, n in r.tally.cells)] for r in rounds]
            for ref, rounds in state.rounds.items()
        },
        "results": {ref: _result(seen, ref) for ref in state.rounds},
        "decisions": [one.what for one in state.decisions.values()],
        "actions": [one.what for one in state.actions.values()],
        "notes": [one.text for one in state.notes.values()],
        "skipped": list(state.skipped),
        "ignored": list(state.ignored),
        **_afterwards(state),
    }


def _afterwards(state: WorkshopState) -> dict[str, Any]:
    """What was said of a workshop that was over, where anything was."""
    report = _plain(dataclasses.asdict(state.report))
    said = {
        name: dict(value)
        for name in ("done", "first_steps_done", "reviewed", "actions_followed_up")
        if (value := getattr(state, name))
    }
    return {**said, "report": report} if state.report != ReportEdits() else said


def _result(seen: VisibleState, ref: str) -> Any:
    found = result(seen, ref)
    if found is None:
        return None
    spread = found.distribution
    return {
        "ballots": found.ballots,
        "passes": found.passes,
        "called": found.called,
        "counts": list(spread.counts) if spread is not None else None,
        "items": {one.item: one.median for one in found.items},
        "marks": len(found.marks),
        "ranks": [list(one) for one in found.ranks],
        "ideas": list(found.ideas),
        "verdict": found.verdict.code,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value
