"""Sessions side by side, in words: labels, figures and changes."""

from __future__ import annotations

from mops_tui.model.comparison.comparison import (
    Comparison,
    DecisionHistory,
    MatchedQuestion,
    Row,
    question_of,
)
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.grids import GridShift
from mops_tui.model.comparison.headlines import most_changed
from mops_tui.model.comparison.returned import ReturnedAction
from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.consensus import NEAR_UNIFORM
from mops_tui.model.results.results import Verdict
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.comparison.changes import in_hundredths, in_places, in_points, in_steps
from mops_tui.words.files.condition import sentences
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import decimals, percent, unit
from mops_tui.words.results.labels import axis_label, category_label, item_label
from mops_tui.words.safe import safe

NONE = "–"


def tag(index: int) -> str:
    """What a session is called in a comparison: S1, S2 and so on."""
    return f"S{index + 1}"


def session_line(comparison: Comparison, index: int) -> str:
    """A session with its tag, title, day and size; with the hour, where two would look alike."""
    session = comparison.sessions[index]
    looks = [(one.title, one.opened.date()) for one in comparison.sessions]
    alike = looks.count((session.title, session.opened.date())) > 1
    state = session.state
    sentence = {
        "rehearsal": _("{tag}: {title}, {day}, {people} (a rehearsal)"),
        "practice": _("{tag}: {title}, {day}, {people} (practice)"),
    }.get(state.session, _("{tag}: {title}, {day}, {people}"))
    people = ngettext("one person", "{n} people", state.present).format(n=state.present)
    return sentence.format(
        tag=tag(index),
        title=safe(session.title, 60),
        day=session.opened.strftime("%Y-%m-%d %H:%M" if alike else "%Y-%m-%d"),
        people=people,
    )


def unread_lines(comparison: Comparison) -> list[str]:
    """A sentence for each session that cannot be read to its end, or was changed by hand."""
    lines: list[str] = []
    for index, one in enumerate(comparison.sessions):
        lines += sentences(one.condition, tag(index))
    return lines


def changed_lines(comparison: Comparison) -> list[str]:
    """What changed most from the first session to the last, a line each."""
    lines = []
    for matched, row in most_changed(comparison):
        question = question_of(comparison, matched)
        if question is None:
            continue
        workshop = comparison.sessions[matched.sessions[0]].state.workshop
        lines.append(
            _("{question}, {row}: {then} → {now}").format(
                question=safe(question.title),
                row=row_label(row, question, workshop),
                then=value_text(row.figures[0], question),
                now=value_text(row.figures[-1], question),
            )
        )
    return lines


def decided_title(decided: DecisionHistory) -> str:
    """A scenario whose decisions are told, marked where they differ."""
    title = safe(decided.title)
    return _("≠ {title}, other decisions").format(title=title) if decided.changed else title


def decided_line(comparison: Comparison) -> str:
    """A line for those who look for a difference between the decisions and find none."""
    if not comparison.decisions or any(one.changed for one in comparison.decisions):
        return ""
    return _("Every session decided the same.")


def row_label(row: Row, question: QuestionBase, workshop: Workshop) -> str:
    """What a row is about: an option, an item, an axis, a quadrant."""
    if row.label:
        return _("{label} (added by the room)").format(label=safe(row.label))
    for part in items_of(question):
        if part.id == row.key and isinstance(part, Pair):
            return f"{safe(part.left)} / {safe(part.right)}"
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
    first, last = (f.value if f else None for f in (row.figures[0], row.figures[-1]))
    if first is None or last is None:
        return ""
    if row.unit == "axis":
        return in_hundredths(first / 100, last / 100)
    say = {"share": in_points, "rank": in_places}.get(row.unit, in_steps)
    return say(first, last)


def top_share(figure: Figure | None) -> float | None:
    """The share of votes on the highest level of a rated item."""
    if figure is None or not sum(figure.counts):
        return None
    return figure.counts[-1] / sum(figure.counts)


def top_label(question: QuestionBase) -> str:
    """The name of the highest level of a rated question; "" for other kinds."""
    return safe(question.scale[-1].label) if isinstance(question, RateQuestion) else ""


def verdict_text(verdict: Verdict, question: QuestionBase, state: VisibleState) -> str:
    """A verdict in few words; a figure that misses a threshold never rounds up to it."""
    workshop, policy = state.workshop, state.policy
    name = category_label(question, verdict.category, workshop) if verdict.category else ""
    value = verdict.value or 0.0
    shares = {
        "majority": _("majority for {name}, {share} %"),
        "plurality": _("no majority, {name} leads with {share} %"),
        "tie": _("a tie at {share} %"),
    }
    if verdict.code in shares:
        return shares[verdict.code].format(name=name, share=percent(value, policy.majority))
    scales = {
        "agreed": _("agreed (agreement {value})"),
        "some-agreement": _("some agreement ({value})"),
        "low-agreement": _("little agreement ({value})"),
        "polarised": _("pulled apart (agreement {value})"),
        "split": _("split (agreement {value})"),
        "few": _("too few for words"),
    }
    missed = {"some-agreement": policy.agreement, "low-agreement": NEAR_UNIFORM}
    limit = missed.get(verdict.code)
    return scales.get(verdict.code, "").format(value=decimals(value, limit))


def result_text(comparison: Comparison, matched: MatchedQuestion, place: int) -> str:
    """What a question came to in one of its sessions, and whether enough people voted."""
    question = question_of(comparison, matched)
    assert question is not None
    state = comparison.sessions[matched.sessions[place]].state
    verdict = verdict_text(matched.verdicts[place], question, state)
    if not matched.under_quorum or not matched.under_quorum[place]:
        return verdict
    return (
        _("{verdict}; under the quorum").format(verdict=verdict)
        if verdict
        else _("under the quorum")
    )


def same_text(matched: MatchedQuestion) -> str:
    """How much of two spreads of answers is the same; says nothing of who gave which."""
    if matched.same is None:
        return ""
    ends = {"first": tag(matched.sessions[0]), "last": tag(matched.sessions[-1])}
    share = percent(matched.same)
    if matched.rows and matched.rows[0].unit == "step" and len(matched.rows) > 1:
        sentence = _(
            "{share} % fall alike in {first} and {last} on what changed most, whoever voted."
        )
    else:
        sentence = _(
            "{share} % of the answers fall alike in {first} and {last}, whoever gave them."
        )
    return sentence.format(share=share, **ends)


def thresholds_line(comparison: Comparison) -> str:
    """A warning where verdicts rest on other thresholds."""
    if comparison.same_thresholds:
        return ""
    return _("The sessions had different thresholds: each verdict is against its own.")


def grid_line(shift: GridShift) -> str:
    """What the marks of a grid are."""
    if shift.basis == "placed":
        return _("Own marks alone. A report's shares also count leanings, of those without a mark.")
    if shift.same_questions:
        return _("Where the answers lean.")
    return _("Where the answers lean; they are not to the same questions in all sessions.")


def arrows_line(shift: GridShift) -> str:
    """How many people the arrows are of, and why there may be none."""
    if not shift.arrows:
        return _("No arrows: nobody is known by name in both sessions.")
    return ngettext(
        "An arrow for the one person who was in both {first} and {last}.",
        "Arrows for the {n} people who were in both {first} and {last}.",
        len(shift.arrows),
    ).format(
        n=len(shift.arrows),
        first=tag(shift.standings[0].session),
        last=tag(shift.standings[-1].session),
    )


def grid_axis(grid: Grid, axis: str) -> str:
    """An axis by its ends."""
    return axis_label(grid, axis)


def decided_text(decided: DecisionHistory, index: int) -> str:
    """What one session decided in a scenario."""
    if decided.decisions[index]:
        return "; ".join(safe(decision) for decision in decided.decisions[index])
    return _("no decision") if decided.on_agenda[index] else _("not on the agenda")


def returned_text(returned: ReturnedAction) -> str:
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


def place_text(value: float | None) -> str:
    """A place on an axis, -1 to 1."""
    return NONE if value is None else unit(value, 2)
