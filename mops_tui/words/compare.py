"""Sessions side by side, in words: labels, figures, changes, and what cannot be compared."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from mops_tui.model.compare import Comparison, Decided, Matched, Returned, Row, Session
from mops_tui.model.compare_grids import GridShift
from mops_tui.model.figures import Figure
from mops_tui.model.gaps import Gap
from mops_tui.model.pack import Grid
from mops_tui.model.questions import QuestionBase, RateQuestion
from mops_tui.model.results import Verdict
from mops_tui.model.trend import AGREEMENT, LEAD, TOP, Line
from mops_tui.model.workshop import Workshop
from mops_tui.words.figures import decimals, listed, percent, unit
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.labels import axis_label, category_label, item_label
from mops_tui.words.safe import safe

BLOCKS = "▁▂▃▄▅▆▇█"
NOT_ASKED = "·"
"""Stands in a small plot where a session has no figure."""
SPARK = 40
"""The most cells of a small plot; more sessions share a cell, by their median."""
NONE = "–"


def tag(index: int) -> str:
    """What a session is called in a comparison: S1, S2 and so on."""
    return f"S{index + 1}"


def session_line(session: Session, index: int) -> str:
    """A session with its tag, title, day and size."""
    state = session.state
    sentence = {
        "rehearsal": _("{tag}: {title}, {day}, {people} (a rehearsal)"),
        "practice": _("{tag}: {title}, {day}, {people} (practice)"),
    }.get(state.session, _("{tag}: {title}, {day}, {people}"))
    people = ngettext("one person", "{n} people", state.present).format(n=state.present)
    return sentence.format(
        tag=tag(index),
        title=safe(session.title, 60),
        day=session.opened.strftime("%Y-%m-%d"),
        people=people,
    )


def row_label(row: Row, question: QuestionBase, workshop: Workshop) -> str:
    """What a row is about: an option, an item, an axis, a quadrant."""
    if row.label:
        return _("{label} (added by the room)").format(label=safe(row.label))
    if row.unit in ("step", "axis"):
        return item_label(question, row.key, workshop)
    return category_label(question, row.key, workshop)


def value_text(figure: Figure | None, question: QuestionBase) -> str:
    """A figure as it stands in a cell."""
    if figure is None or figure.value is None:
        return NONE
    if figure.unit == "share":
        return f"{percent(figure.value)} %"
    if figure.unit == "axis":
        return unit(figure.value, 2)
    if figure.unit == "rank":
        return _("rank {n}").format(n=int(figure.value))
    return category_label(question, figure.category)


def change_text(row: Row) -> str:
    """How a row changed from the first session to the last; "" where one has no figure."""
    change = row.change
    if change is None:
        return ""
    if row.unit == "share":
        first, last = row.figures[0], row.figures[-1]
        assert first is not None
        assert last is not None
        points = percent(last.value or 0.0) - percent(first.value or 0.0)
        words = ngettext("{n:+d} point", "{n:+d} points", abs(points))
        return "=" if not points else words.format(n=points)
    if row.unit == "axis":
        return "=" if abs(change) < 0.5 else f"{change / 100:+.2f}"
    steps = int(change)
    if not steps:
        return "="
    if row.unit == "rank":
        up = ngettext("up {n} place", "up {n} places", abs(steps))
        down = ngettext("down {n} place", "down {n} places", abs(steps))
        return (up if steps < 0 else down).format(n=abs(steps))
    return ngettext("{n:+d} step", "{n:+d} steps", abs(steps)).format(n=steps)


def top_share(figure: Figure | None) -> float | None:
    """The share of votes on the highest level of a rated item."""
    if figure is None or not sum(figure.counts):
        return None
    return figure.counts[-1] / sum(figure.counts)


def top_label(question: QuestionBase) -> str:
    """The name of the highest level of a rated question; "" for other kinds."""
    return safe(question.scale[-1].label) if isinstance(question, RateQuestion) else ""


def verdict_text(verdict: Verdict, question: QuestionBase, workshop: Workshop) -> str:
    """A verdict in few words."""
    name = category_label(question, verdict.category, workshop) if verdict.category else ""
    value = verdict.value or 0.0
    shares = {
        "majority": _("majority for {name}, {share} %"),
        "plurality": _("no majority, {name} leads with {share} %"),
        "tie": _("a tie at {share} %"),
    }
    if verdict.code in shares:
        return shares[verdict.code].format(name=name, share=percent(value))
    scales = {
        "agreed": _("agreed, A {value}"),
        "some-agreement": _("some agreement, A {value}"),
        "low-agreement": _("little agreement, A {value}"),
        "polarised": _("pulled apart, A {value}"),
        "split": _("split, A {value}"),
        "few": _("too few for words"),
    }
    return scales.get(verdict.code, "").format(value=decimals(value))


def same_text(matched: Matched) -> str:
    """How much of the first session's answers is in the last one's."""
    if matched.same is None:
        return ""
    ends = {"first": tag(matched.sessions[0]), "last": tag(matched.sessions[-1])}
    share = percent(matched.same)
    if matched.rows and matched.rows[0].unit == "step" and len(matched.rows) > 1:
        sentence = _("{last} is {share} % as {first}, on the item that changed most.")
    else:
        sentence = _("{last} is {share} % as {first}.")
    return sentence.format(share=share, **ends)


def gap_lines(comparison: Comparison) -> list[str]:
    """What cannot be compared: a sentence for each reason and session, with all the titles."""
    grouped: dict[tuple[str, str, int], list[str]] = {}
    for gap in comparison.gaps:
        grouped.setdefault((gap.about, gap.why, gap.session), []).append(gap.title)
    return [
        _gap_sentence(about, why).format(
            session=tag(session), titles=listed([f"“{safe(title, 60)}”" for title in titles])
        )
        for (about, why, session), titles in grouped.items()
    ]


def gap_text(gap: Gap) -> str:
    """One gap as a sentence."""
    sentence = _gap_sentence(gap.about, gap.why)
    return sentence.format(session=tag(gap.session), titles=f"“{safe(gap.title, 60)}”")


def _gap_sentence(about: str, why: str) -> str:
    if about == "grid":
        return {
            "missing": _("Grids not in {session}: {titles}."),
            "reworded": _("Grids with other axes or corners in {session}: {titles}."),
            "unanswered": _("Grids without any mark in {session}: {titles}."),
            "basis": _("Grids where {session} has marks of another sort: {titles}."),
            "few": _("Grids where {session} is anonymous and too small to show: {titles}."),
        }[why]
    return {
        "missing": _("Not in {session}: {titles}."),
        "reworded": _("Worded otherwise, or with other answers, in {session}: {titles}."),
        "skipped": _("Skipped in {session}: {titles}."),
        "unasked": _("Not asked in {session}: {titles}."),
        "hidden": _("Not revealed in {session}: {titles}."),
        "unanswered": _("Answered by nobody in {session}: {titles}."),
    }[why]


def thresholds_line(comparison: Comparison) -> str:
    """A warning where verdicts rest on other thresholds."""
    if comparison.same_thresholds:
        return ""
    return _("The sessions had different thresholds: each verdict is against its own.")


def grid_line(shift: GridShift) -> str:
    """What the marks of a grid are."""
    if shift.basis == "placed":
        return _("Everybody's own marks.")
    if shift.same_questions:
        return _("Where the answers lean.")
    return _("Where the answers lean; they are not to the same questions in all sessions.")


def arrows_line(shift: GridShift) -> str:
    """How many people the arrows are of, and why there may be none."""
    if not shift.arrows:
        return _("No arrows: nobody is known by name in both sessions.")
    return ngettext(
        "An arrow for the one person who was in both.",
        "Arrows for the {n} people who were in both.",
        len(shift.arrows),
    ).format(n=len(shift.arrows))


def grid_axis(grid: Grid, axis: str) -> str:
    """An axis by its ends."""
    return axis_label(grid, axis)


def decided_text(decided: Decided, index: int) -> str:
    """What one session decided in a scenario."""
    if decided.said[index]:
        return "; ".join(safe(what) for what in decided.said[index])
    return _("no decision") if decided.there[index] else _("not on the agenda")


def returned_text(returned: Returned) -> str:
    """An action that came back, as a sentence."""
    fields = {
        "what": safe(returned.what),
        "again": safe(returned.again),
        "who": safe(returned.who),
        "first": tag(returned.first),
        "later": tag(returned.later),
    }
    if returned.exact and returned.who:
        sentence = _("“{what}” ({who}) of {first} is open again in {later}.")
    elif returned.exact:
        sentence = _("“{what}” of {first} is open again in {later}.")
    elif returned.who:
        sentence = _("“{what}” ({who}) of {first} is open again in {later} as “{again}”.")
    else:
        sentence = _("“{what}” of {first} is open again in {later} as “{again}”.")
    return sentence.format(**fields)


def spark(values: Sequence[float | None], low: float, high: float, width: int = SPARK) -> str:
    """A small plot of one row; `NOT_ASKED` where there is no figure."""
    cells = _squeezed(values, width)
    span = (high - low) or 1.0
    return "".join(
        NOT_ASKED if value is None else BLOCKS[min(7, max(0, round((value - low) / span * 7)))]
        for value in cells
    )


def _squeezed(values: Sequence[float | None], width: int) -> list[float | None]:
    if len(values) <= width:
        return list(values)
    cells: list[float | None] = []
    for cell in range(width):
        part = values[cell * len(values) // width : (cell + 1) * len(values) // width]
        there = [value for value in part if value is not None]
        cells.append(median_low(there) if there else None)
    return cells


def trend_label(line: Line) -> str:
    """What a line of a trend is about, without its question."""
    if line.part == AGREEMENT:
        return _("agreement (A)")
    if line.part == LEAD:
        return _("share of the leader")
    if line.part.startswith(TOP):
        return safe(line.label) if line.label else _("share in place")
    return safe(line.label, 60)


def trend_value(line: Line, value: float | None) -> str:
    """A figure of a trend's line."""
    if value is None:
        return NONE
    if line.unit == "share":
        return f"{percent(value)} %"
    if line.unit == "axis":
        return unit(value, 2)
    if line.unit == "agreement":
        return decimals(value)
    if line.unit == "step":
        return _("{n} of {m}").format(n=int(value) + 1, m=int(line.top) + 1)
    return f"{value:.0f}"


def trend_spark(line: Line, width: int = SPARK) -> str:
    """A line's small plot; the best rank is the highest block."""
    if line.unit == "rank":
        return spark([None if v is None else -v for v in line.values], -line.top, -1.0, width)
    low, high = {"axis": (-100.0, 100.0), "agreement": (-1.0, 1.0)}.get(line.unit, (0.0, line.top))
    return spark(line.values, low, high, width)


def place_text(value: float | None) -> str:
    """A place on an axis, -1 to 1."""
    return NONE if value is None else unit(value, 2)
