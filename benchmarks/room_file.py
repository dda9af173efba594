"""What a session file says of who voted for what, read with `tomllib` and nothing of ours.

For `room.py`: whatever is wrong with the program's own reading cannot be wrong here as well.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from needs import needs

needs()

BALLOT = ("option", "options", "points", "items", "levels", "positions", "x", "y", "ideas")
Key = tuple[str, int]
"""A question and a round of it."""


@dataclass(frozen=True)
class Written:
    """What stands in a file.

    Attributes:
        seats: How many have taken a seat, by name; a name that stands twice would be two.
        votes: By question and round, each person's ballots in the order in which they came.
        out_of_order: Events whose number is not one more than the last one's.
    """

    seats: dict[str, int]
    votes: dict[Key, dict[str, list[dict[str, Any]]]]
    out_of_order: int


def read(path: Path) -> Written:
    """Read a session file."""
    with path.open("rb") as file:
        events = tomllib.load(file)["event"]
    names: dict[str, str] = {}
    seats: dict[str, int] = defaultdict(int)
    votes: dict[Key, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        match event["kind"]:
            case "participant-joined":
                names[event["participant"]] = event["name"]
                seats[event["name"]] += 1
            case "vote-cast":
                ballot = {key: event[key] for key in BALLOT if key in event}
                place = event["question"], event["round"]
                votes[place][names[event["participant"]]].append(ballot)
            case "vote-withdrawn":
                raise ValueError(f"nobody took back a vote, and {event} does")
    wrong = sum(1 for number, event in enumerate(events, 1) if event["seq"] != number)
    return Written(dict(seats), {key: dict(of) for key, of in votes.items()}, wrong)
