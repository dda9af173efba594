"""A reader of session files that knows nothing of the program: TOML, and docs/session-format.md."""

from __future__ import annotations

import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BALLOT_KEYS = (
    "passed", "option", "options", "points", "items", "levels", "positions", "x", "y", "ideas",
)  # fmt: skip
Where = tuple[str, int]
"""A question and a round of it."""


@dataclass(frozen=True)
class Vote:
    """One `vote-cast`: who it is of, how it came, and its ballot."""

    name: str
    via: str
    ballot: dict[str, Any]


class JournalReader:
    """A session file, read anew whenever it is asked for.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def events(self) -> list[dict[str, Any]]:
        """All events; one that is being written at this moment is waited for."""
        until = time.monotonic() + 10
        while True:
            try:
                found: list[dict[str, Any]] = tomllib.loads(self.path.read_text("utf-8"))["event"]
            except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError):
                assert time.monotonic() < until, f"{self.path} cannot be read"
                time.sleep(0.01)
            else:
                return [event for event in found if "crc" in event]

    @property
    def last(self) -> int:
        """The number of the last event."""
        return int(self.events()[-1]["seq"])

    def kinds(self, kind: str) -> list[dict[str, Any]]:
        """The events of a kind, in order."""
        return [event for event in self.events() if event["kind"] == kind]

    def names(self) -> dict[str, str]:
        """Who is called how, by the id of each who ever had a seat."""
        told = ("participant-joined", "participant-updated")
        return {e["participant"]: e.get("name", "") for e in self.events() if e["kind"] in told}

    def open_round(self) -> Where | None:
        """The round in which people can vote, if there is one."""
        opened: Where | None = None
        for event in self.events():
            match event["kind"]:
                case "round-opened" | "round-reopened":
                    opened = (event["question"], event["round"])
                case "round-closed":
                    opened = None
        return opened

    def votes(self) -> dict[Where, list[Vote]]:
        """Each vote that was ever cast, by round, in order; withdrawn ones are no votes."""
        names = self.names()
        found: dict[Where, list[Vote]] = {}
        for event in self.events():
            where = (event.get("question", ""), event.get("round", 0))
            if event["kind"] == "round-opened":
                found[where] = []
            elif event["kind"] == "vote-cast":
                ballot = {key: event[key] for key in BALLOT_KEYS if key in event}
                found[where].append(Vote(names[event["participant"]], event["via"], ballot))
            elif event["kind"] == "vote-withdrawn":
                name = names[event["participant"]]
                found[where] = [vote for vote in found[where] if vote.name != name]
        return found

    def called(self) -> dict[Where, int]:
        """For how many people the call-outs of a round stand: the most that one item has."""
        found: dict[Where, int] = {}
        for event in self.kinds("tally-set"):
            sums: dict[str, int] = {}
            counts = event.get("counts", [])
            items = event.get("items") or [""] * len(counts)
            for item, count in zip(items, counts, strict=True):
                sums[item] = sums.get(item, 0) + count
            found[event["question"], event["round"]] = max(sums.values(), default=0)
        return found
