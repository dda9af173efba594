"""A room's votes with what somebody predicted beside them."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.alone.prediction import VotesByAnswer
from mops_tui.pictures.shapes import Bar, BarsPicture, Turnout


def predicted_picture(
    votes: VotesByAnswer, names: Sequence[str], points: Sequence[int], who: str, *, poured: bool
) -> BarsPicture:
    """Bars of the votes, and below each of them the share that was predicted.

    Args:
        votes: How the room voted.
        names: What the answers are called, in order.
        points: What was laid on each of them.
        who: What the prediction is called.
        poured: The room poured points.
    """
    whole, most = sum(points), max(votes.counts, default=0)
    bars = tuple(
        Bar(
            id=one,
            label=name,
            count=count,
            share=share,
            length=share,
            mirror=given / whole if whole else 0.0,
            lead=count == most > 0,
        )
        for one, name, count, share, given in zip(
            votes.answers, names, votes.counts, votes.shares, points, strict=True
        )
    )
    return BarsPicture(
        unit="points" if poured else "votes",
        bars=bars,
        total=sum(votes.counts),
        turnout=Turnout(n=votes.n),
        mirror_who=who,
    )
