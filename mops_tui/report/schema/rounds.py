"""A revealed round, and marks on a grid, as published."""

from __future__ import annotations

from typing_extensions import TypedDict

from mops_tui.model.results.results import WithheldCode

MoveData = TypedDict("MoveData", {"name": str, "from": list[float], "to": list[float]})
MoveData.__doc__ = "How somebody's mark moved: x and y before and after, -100 to 100."


class NamedMoveData(MoveData):
    """A movement with the corners that it led from and to."""

    from_where: str
    to_where: str


class CategoryData(TypedDict):
    """An answer by its id and its label."""

    category: str
    label: str


class SplitData(TypedDict):
    """Two camps, by the ids of the bins or categories that they stand at."""

    low: str
    high: str


class CampsData(TypedDict):
    """Two camps of one item."""

    low: CategoryData | None
    high: CategoryData | None


class VerdictData(TypedDict):
    """What a round says against the thresholds; `text` says where the room stands."""

    code: str
    value: float | None
    category: str
    item: str
    text: str


class CountData(TypedDict):
    """How many gave an answer, called votes included; shares run from 0 to 1."""

    category: str
    label: str
    count: int
    share: float


class ItemData(TypedDict):
    """One ordered scale: an item rated, a pair, a wave on the curve.

    `left` and `right` are the two statements of a pair, and "" of all else.
    """

    item: str
    label: str
    left: str
    right: str
    answered: int
    distribution: list[CountData]
    low: CategoryData | None
    median: CategoryData | None
    high: CategoryData | None
    middle: int | None
    agreement: float | None
    split: CampsData | None
    text: str


class RankData(TypedDict):
    """The median rank of an option, from 1."""

    option: str
    label: str
    median: int


class NamedAnswerData(TypedDict):
    """What somebody answered, in a room that shows names or handles."""

    name: str
    answer: str


class NamesData(TypedDict):
    """A line of who answered what: an answer and its names, or a name and the answer."""

    first: str
    rest: str


class ItemAnswersData(TypedDict):
    """What somebody answered, an answer for each of the items of the table."""

    name: str
    answers: list[str]


class NamesTableData(TypedDict):
    """Who answered what, people by items."""

    items: list[str]
    rows: list[ItemAnswersData]


class StatisticData(TypedDict):
    """Figures behind the findings, as they are read: of an item, an axis, or the whole round."""

    what: str
    figures: str


class AxisData(TypedDict):
    """One axis of a grid: medians and quartiles from -100 to 100, null under three marks."""

    axis: str
    n: int
    low: float | None
    median: float | None
    high: float | None
    agreement: float | None
    split: SplitData | None
    label: str
    text: str


class QuadrantData(TypedDict):
    """The votes in one corner of a grid, and how many of them were called out."""

    quadrant: str
    label: str
    count: int
    called: int


class MarkData(TypedDict):
    """Somebody's place on a grid, -100 to 100; there is none of an anonymous room."""

    name: str
    x: float
    y: float


class NamedMarkData(MarkData):
    """A place with the corner that it is in."""

    where: str


class ReasonData(TypedDict):
    """Why somebody answered so, in their words; `name` is empty in an anonymous room."""

    name: str
    text: str


class RoundData(TypedDict):
    """A round that was revealed; of others there is no result at all.

    `findings` are the sentences that the room read: where it stands, how far it agrees, what
    differs. `splits` and `stability_text` have the same of each split, and of what moved.
    `withheld` says why the public is not told all figures; it reads 0 for who was present, passed
    or called.
    """

    round: int
    present: int
    ballots: int
    passes: int
    called: int
    corrected: bool
    answered: int
    quorum: float | None
    quorate: bool
    quorum_text: str
    verdict: VerdictData
    splits: list[str]
    stability: float | None
    stable: bool | None
    stability_text: str
    findings: list[str]
    statistics: list[StatisticData]
    table: NamesTableData | None
    distribution: list[CountData]
    items: list[ItemData]
    ranks: list[RankData]
    ideas: list[str]
    answers: list[NamedAnswerData]
    by_name: list[NamesData]
    axes: list[AxisData]
    quadrants: list[QuadrantData]
    no_quadrant: int
    marks: list[NamedMarkData]
    moved: list[NamedMoveData]
    moved_count: int
    reasons: list[ReasonData]
    withheld: WithheldCode
