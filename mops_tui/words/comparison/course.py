"""What a line of a trend did: its figures, where it goes, and in which sessions it was asked."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.comparison.direction import LEAST_SESSIONS
from mops_tui.model.comparison.headlines import Swing, TrendHeadline
from mops_tui.model.comparison.measures import LEAD
from mops_tui.model.comparison.trend import Trend, TrendLine
from mops_tui.words.comparison.changes import in_a_hundred, in_hundredths, in_places, in_steps
from mops_tui.words.comparison.rows import NONE
from mops_tui.words.comparison.trend import MOST_LISTED, trend_label, trend_title, trend_value
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import listed
from mops_tui.words.results.quoting import capital, named, titled
from mops_tui.words.safe import safe


def trend_figures(line: TrendLine) -> str:
    """The figures of a line in words that say whose they are.

    With a clear direction, about where the first sessions were and the last; without one, the
    figure of each session, or of many the lowest and the highest.
    """
    known = [value for value in line.firm if value is not None]
    if not known:
        return NONE
    low, high = (trend_value(line, end) for end in (min(known), max(known)))
    if len(known) > 1 and low == high:
        return _("{value} each time").format(value=low)
    found = line.direction
    if found.way == "few" or (found.way == "none" and len(line.firm) <= MOST_LISTED):
        return _each(line)
    if found.way == "none":
        return _("between {low} and {high}").format(low=low, high=high)
    words = _("about {first} in the first {n} sessions, about {last} in the last {n}")
    if line.unit in ("step", "rank"):
        words = _("mostly {first} in the first {n} sessions, mostly {last} in the last {n}")
    first, last = trend_value(line, found.first), trend_value(line, found.last)
    return words.format(first=first, last=last, n=found.ends)


def _each(line: TrendLine) -> str:
    """The figure of each session: in a row with dashes, or, of answers in words, by answer."""
    rehearsed = line.rehearsals or (False,) * len(line.firm)
    known = [at for at, value in enumerate(line.firm) if value is not None]
    if line.unit in ("step", "rank") or len(line.firm) > MOST_LISTED or len(known) == 1:
        by_value: dict[str, list[int]] = {}
        for at in known:
            by_value.setdefault(trend_value(line, line.firm[at]), []).append(at)
        parts = [
            _("{value} in {sessions}").format(value=value, sessions=numbered(at, rehearsed))
            for value, at in by_value.items()
        ]
        return _("; ").join(parts)
    shown = [
        _("{value} (rehearsal)").format(value=trend_value(line, value))
        if value is not None and rehearsal
        else trend_value(line, value)
        for value, rehearsal in zip(line.firm, rehearsed, strict=True)
    ]
    return _(", ").join(shown)


def numbered(indexes: Sequence[int], rehearsed: Sequence[bool] = ()) -> str:
    """Sessions by their numbers: "session 2", "sessions 1, 3 to 5 and 7".

    Args:
        indexes: Which, from 0, in order.
        rehearsed: Whether each session is a rehearsal; empty where that need not be said.
    """
    runs: list[list[int]] = []
    for at in indexes:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    shown: list[str] = []
    for run in runs:
        if len(run) > 2:
            words = _("{first} to {last}").format(first=run[0] + 1, last=run[-1] + 1)
            shown.append(words)
        else:
            shown += [str(at + 1) for at in run]
    words = ngettext("session {which}", "sessions {which}", len(indexes))
    told = words.format(which=listed(shown))
    played = [at for at in indexes if rehearsed and rehearsed[at]]
    if not played:
        return told
    if len(played) == len(indexes):
        note = ngettext("a rehearsal", "all of them rehearsals", len(played))
    else:
        words = ngettext(
            "session {which} is a rehearsal", "sessions {which} are rehearsals", len(played)
        )
        note = words.format(which=listed([str(at + 1) for at in played]))
    return _("{sessions} ({note})").format(sessions=told, note=note)


def asking(lines: Sequence[TrendLine]) -> list[int]:
    """The sessions in which a question was asked and answered, from 0."""
    every = range(len(lines[0].values))
    return [at for at in every if any(line.values[at] is not None for line in lines)]


def asked_in(lines: Sequence[TrendLine]) -> str:
    """In which sessions a question was asked and answered, as one sentence."""
    count = len(lines[0].values)
    rehearsed = lines[0].rehearsals
    asked = asking(lines)
    if len(asked) == count and not any(rehearsed):
        words = ngettext("Asked in the one session.", "Asked in all {n} sessions.", count)
        words = _("Asked in both sessions.") if count == 2 else words
        told = words.format(n=count)
    else:
        words = _("Asked in {n} of {count} sessions: {which}.")
        if len(asked) == count:
            words = _("Asked in both: {which}.") if count == 2 else _("Asked in all {n}: {which}.")
        told = words.format(n=len(asked), count=count, which=numbered(asked, rehearsed))
    if len(asked) >= LEAST_SESSIONS:
        return told
    few = _("Too few sessions for a trend: it takes {least}.").format(least=LEAST_SESSIONS)
    return _("{asked} {few}").format(asked=told, few=few)


def answered(lines: Sequence[TrendLine]) -> str:
    """How many people answered in each session that asked; "" where there are many sessions."""
    each = [max(line.ns[at] for line in lines) for at in asking(lines)]
    if not each or len(lines[0].values) > MOST_LISTED:
        return ""
    if len(set(each)) == 1:
        words = ngettext("One person answered.", "{n} people answered.", each[0])
        if len(each) > 1:
            words = ngettext(
                "One person answered each time.", "{n} people answered each time.", each[0]
            )
        return words.format(n=each[0])
    return _("Answered by {ns} people.").format(ns=listed(list(map(str, each))))


def leaders(lines: Sequence[TrendLine]) -> str:
    """Who led in which sessions, or tied; "" where answers are not counted against each other."""
    options = [one for one in lines if one.unit == "share" and not one.part.startswith("*")]
    if not options or not any(one.part == LEAD for one in lines):
        return ""
    led: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(options[0].firm)):
        values = [(one.firm[at] or 0.0, named(trend_label(one))) for one in options]
        most = max(value for value, _name in values)
        if most:
            names = tuple(name for value, name in values if value == most)
            led.setdefault(names, []).append(at)
    several = sum(map(len, led.values())) > 1
    told: list[str] = []
    for names, sessions in sorted(led.items(), key=lambda one: (-len(one[1]), one[1])):
        where = numbered(sessions)
        if len(options[0].firm) > MOST_LISTED:
            where = ngettext("one session", "{n} sessions", len(sessions)).format(n=len(sessions))
        who = listed(names)
        if len(led) == 1 and several:
            words = _("{who}, a tie each time") if len(names) > 1 else _("{who} each time")
        else:
            words = _("{who} (a tie) in {where}") if len(names) > 1 else _("{who} in {where}")
        told.append(words.format(who=who, where=where))
    return _("In the lead: {told}.").format(told=_("; ").join(told)) if told else ""


def corners_by_a_hair(lines: Sequence[TrendLine]) -> list[str]:
    """Which grids' corners make no headline, and why; empty where none is left out so."""
    titles = dict.fromkeys(safe(one.title) for one in lines if one.by_a_hair)
    words = _(
        "Most marks are close to the lines between the corners: a small move changes the "
        "corner, so no corner is named here."
    )
    return [titled(listed(list(titles)), words)] if titles else []


def trend_change(line: TrendLine) -> str:
    """Where a line goes: up, down, up and down; or how many sessions more it takes to say."""
    found = line.direction
    if found.way == "few":
        if not found.n:
            return _("too few answers")
        words = ngettext(
            "one session: too few for a trend, it takes {least}",
            "{n} sessions: too few for a trend, it takes {least}",
            found.n,
        )
        return words.format(n=found.n, least=LEAST_SESSIONS)
    if found.way == "none":
        return _("the same each time") if line.still else _("no clear direction")
    first, last = found.first or 0.0, found.last or 0.0
    if line.unit == "axis":
        moved = in_hundredths(first / 100, last / 100)
    else:
        words_of = {"agreement": in_hundredths, "share": in_a_hundred, "rank": in_places}
        moved = words_of.get(line.unit, in_steps)(first, last)
    higher = (found.way == "up") != (line.unit == "rank")
    return (_("up, {change}") if higher else _("down, {change}")).format(change=moved)


def trend_headline(one: TrendHeadline) -> str:
    """A line that has a direction, in one sentence with what it rests on."""
    line, found = one.line, one.line.direction
    sentence = _(
        "{measure} went from about {first} in the first {ends} sessions to about {last} in the "
        "last {ends}, of {n} that asked."
    )
    played = _rehearsals_in(line)
    if played:
        sentence = ngettext(
            "{measure} went from about {first} in the first {ends} sessions to about {last} in "
            "the last {ends}, of {n} that asked, one of them a rehearsal.",
            "{measure} went from about {first} in the first {ends} sessions to about {last} in "
            "the last {ends}, of {n} that asked, {played} of them rehearsals.",
            played,
        )
    return titled(
        trend_title(line),
        sentence.format(
            measure=_measure(line),
            first=trend_value(line, found.first),
            last=trend_value(line, found.last),
            ends=found.ends,
            n=found.n,
            played=played,
        ),
    )


def _rehearsals_in(line: TrendLine) -> int:
    """How many of the sessions that a line rests on are rehearsals."""
    return sum(
        rehearsal and value is not None
        for rehearsal, value in zip(line.rehearsals, line.firm, strict=False)
    )


def _measure(line: TrendLine) -> str:
    """A measure at the head of a sentence; an answer in quotation marks where it needs them."""
    label = trend_label(line)
    if line.unit == "axis":
        return _("The middle of the room, {axis},").format(axis=label)
    if not line.part.startswith("*"):
        label = named(label)
    return capital(label)


def trend_none(trend: Trend) -> str:
    """Why a trend has no headline."""
    if len(trend.moments) < LEAST_SESSIONS:
        words = ngettext(
            "One session shows no trend: it takes {least}.",
            "{n} sessions are too few for a trend: it takes {least}.",
            len(trend.moments),
        )
        return words.format(n=len(trend.moments), least=LEAST_SESSIONS)
    ways = [line.direction.way for line in trend.lines]
    enough = len(ways) - ways.count("few")
    if not enough:
        return _(
            "No question was answered in {least} sessions or more, the fewest for a trend."
        ).format(least=LEAST_SESSIONS)
    words = ngettext(
        "One measure has figures of {least} sessions or more; it did not go far in one direction.",
        "{n} measures have figures of {least} sessions or more; none of them went far in one "
        "direction.",
        enough,
    )
    told = words.format(n=enough, least=LEAST_SESSIONS)
    if ways.count("few"):
        rest = ngettext(
            "One other has fewer sessions: too few for a trend.",
            "{n} others have fewer sessions: too few for a trend.",
            ways.count("few"),
        )
        told = f"{told} {rest.format(n=ways.count('few'))}"
    return told


def swing_text(one: Swing) -> str:
    """A line that went up and down, from its lowest figure to its highest."""
    line = one.line
    sentence = _("{measure} went up and down, between {low} and {high}, in {n} sessions.")
    played = _rehearsals_in(line)
    if played:
        sentence = ngettext(
            "{measure} went up and down, between {low} and {high}, in {n} sessions, one of them a "
            "rehearsal.",
            "{measure} went up and down, between {low} and {high}, in {n} sessions, {played} of "
            "them rehearsals.",
            played,
        )
    return titled(
        trend_title(line),
        sentence.format(
            measure=_measure(line),
            low=trend_value(line, one.low),
            high=trend_value(line, one.high),
            n=line.direction.n,
            played=played,
        ),
    )
