"""On what a replay spends its time: votes, reveals, decisions, and the rest, at either pace.

Usage: python benchmarks/play_time.py SESSION...

Each moment counts for what fills the room's screen then. It prints a table in Markdown, which
stands in docs/replay-and-stage.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

from needs import needs

needs()

from mops_tui.model.replay.pace import STORY, RealPace
from mops_tui.model.replay.timeline import Timeline
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.sources.replay import record
from mops_tui.tui.widgets.room_view import body_for

COLUMNS = {"VoteBody": "votes", "RevealBody": "reveals", "DecisionBody": "decisions"}


def on_screen(state: VisibleState) -> str:
    """What fills the room's screen; the page of a decision counts once one stands there."""
    name = COLUMNS.get(body_for(state, state.look).__name__, "rest")
    decided = any(d.scenario == state.view.name for d in state.decisions.values())
    return "rest" if name == "decisions" and not decided else name


def spent(timeline: Timeline) -> dict[str, float]:
    """Seconds of play time on each kind of screen."""
    seconds = dict.fromkeys([*COLUMNS.values(), "rest"], 0.0)
    ends = [*timeline.times[1:], timeline.length]
    for index, (at, end) in enumerate(zip(timeline.times, ends, strict=True), 1):
        if end > at:
            seconds[on_screen(visible(timeline.state(index), "room"))] += end - at
    return seconds


def main() -> None:
    """Print a row for each session and pace."""
    print("| Session | Pace | Length | Votes | Reveals | Decisions | Rest |")
    print("|---|---|---|---|---|---|---|")
    for name in sys.argv[1:]:
        story = record(Path(name), STORY).timeline
        for pace in (STORY, RealPace()):
            timeline = story.at_pace(pace)
            seconds, length = spent(timeline), timeline.length or 1.0
            minutes, rest = divmod(round(length), 60)
            shares = (f"{seconds[key] / length:.0%}" for key in [*COLUMNS.values(), "rest"])
            cells = " | ".join(share.replace("%", " %") for share in shares)
            print(f"| {Path(name).stem} | {pace.name} | {minutes}:{rest:02} | {cells} |")


if __name__ == "__main__":
    main()
