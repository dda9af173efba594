"""Sessions side by side, in words: what each question came to, and how alike the answers are."""

from __future__ import annotations

from mops_tui.model.comparison.comparison import Comparison, question_of
from mops_tui.model.comparison.grids import GridShift
from mops_tui.model.comparison.matched import FirmMove, MatchedQuestion, Row
from mops_tui.model.comparison.people import SameAnswers
from mops_tui.model.comparison.returned import ReturnedAction
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.consensus import FEW, STABLE
from mops_tui.model.results.results import Verdict
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.comparison.rows import place_text, row_name
from mops_tui.words.comparison.sessions import tag
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.agreeing import agreeing, differing
from mops_tui.words.results.figures import listed, percent
from mops_tui.words.results.labels import axis_name, category_label, item_label, place_words
from mops_tui.words.results.quoting import ended, named
from mops_tui.words.results.standing import standing, too_few
from mops_tui.words.results.statements import pair_name, pair_of
from mops_tui.words.safe import safe


def result_text(comparison: Comparison, matched: MatchedQuestion, place: int) -> str:
    """What a question came to in one of its sessions: where it stood, how far it agreed."""
    question = question_of(comparison, matched, place)
    result = matched.results[place]
    state = comparison.sessions[matched.sessions[place]].state
    if question is None:
        return ""
    stands = standing(result, question, state.workshop)
    if not too_few(result):
        further = agreeing(state, result, question), differing(state, result, question)
        stands = " ".join(dict.fromkeys(one for one in (stands, *further) if one))
    number = matched.rounds[place]
    if number > 1:
        return _("{result} (Vote {n}.)").format(result=stands, n=number)
    return stands


def verdict_text(verdict: Verdict, question: QuestionBase, state: VisibleState) -> str:
    """A verdict in few words; of several items it names the one that it rests on."""
    name = category_label(question, verdict.category, state.workshop) if verdict.category else ""
    words = {
        "majority": _("a majority for {name}"),
        "plurality": _("no majority; {name} leads"),
        "tie": _("a tie"),
        "agreed": _("agreed"),
        "some-agreement": _("some agreement"),
        "low-agreement": _("little agreement"),
        "polarised": _("far apart"),
        "split": _("split"),
        "few": _("too few for words"),
    }.get(verdict.code, "")
    said = words.format(name=named(name) if name else "")
    if not verdict.item or not said:
        return said
    pair = pair_of(question, verdict.item)
    item = pair_name(pair) if pair else named(item_label(question, verdict.item, state.workshop))
    if verdict.code == "split":
        return _("split on {item}").format(item=item)
    return _("{verdict}: least on {item}").format(verdict=said, item=item)


def same_texts(comparison: Comparison, matched: MatchedQuestion) -> list[str]:
    """How alike the answers of the first and the last session are.

    That answers are the same is said only of people who are known by name to have answered both
    times; of all others, that the answers are spread alike.
    """
    people = matched.people
    spread = _spread_text(comparison, matched)
    if people is None or people.people < FEW:
        return [spread] if spread else []
    ends = tag(matched.sessions[0]), tag(matched.sessions[-1])
    if people.all:
        return [_same_people(people, *ends)]
    words = ngettext(
        "The {n} people who answered in {first} and {last} gave the same answer once of {of}.",
        "The {n} people who answered in {first} and {last} gave the same answer {same} times of "
        "{of}.",
        people.same,
    )
    if people.same == people.of:
        words = _(
            "The {n} people who answered in {first} and {last} gave the same answers both times."
        )
    elif not people.same:
        words = _("The {n} people who answered in {first} and {last} gave other answers.")
    line = _filled(words, people, *ends)
    return [one for one in (line, spread) if one]


def _same_people(people: SameAnswers, first: str, last: str) -> str:
    """How many answers are the same, where the same people gave all of them."""
    if people.same == people.of:
        words = _(
            "All {of} answers are the same: the same {n} people answered in {first} and {last}."
        )
    elif not people.same:
        words = _(
            "None of the {of} answers is the same: the same {n} people answered in {first} and "
            "{last}."
        )
    else:
        words = ngettext(
            "One of {of} answers is the same: the same {n} people answered in {first} and {last}.",
            "{same} of {of} answers are the same: the same {n} people answered in {first} and "
            "{last}.",
            people.same,
        )
    return _filled(words, people, first, last)


def _filled(words: str, people: SameAnswers, first: str, last: str) -> str:
    return words.format(same=people.same, of=people.of, n=people.people, first=first, last=last)


def _spread_text(comparison: Comparison, matched: MatchedQuestion) -> str:
    if matched.spread is None or matched.same is None or matched.kind == "rank":
        return ""
    question = question_of(comparison, matched)
    moves = [(row, row.move) for row in matched.rows if row.unit == "step" and row.move]
    if question is not None and len(moves) > 1:
        return _spread_of_items(comparison, matched, question, moves)
    share = percent(matched.same)
    if matched.kind == "grid":
        return _("{n} of 100 marks fall into the same corners, whoever made them.").format(n=share)
    if share == 100:
        return _("The answers are spread alike, whoever gave them.")
    if matched.kind == "allocate":
        alike = _("The points are spread alike: {n} of 100 lie the same, whoever gave them.")
        other = _("The points are spread differently: {n} of 100 lie the same, whoever gave them.")
    else:
        alike = _("The answers are spread alike: {n} of 100 fall the same way, whoever gave them.")
        other = _(
            "The answers are spread differently: {n} of 100 fall the same way, whoever gave them."
        )
    return (alike if matched.same >= STABLE else other).format(n=share)


def _spread_of_items(
    comparison: Comparison,
    matched: MatchedQuestion,
    question: QuestionBase,
    moves: list[tuple[Row, FirmMove]],
) -> str:
    row, move = max(moves, key=lambda each: each[1].distance)
    people = min(move.then.n, move.now.n)
    workshop = comparison.sessions[matched.sessions[0]].state.workshop
    share = percent(1 - move.answers / people)
    if not move.distance:
        return _("The answers are spread alike on every item, whoever gave them.")
    sentence = _(
        "They moved most on {item}: {n} of 100 answers fall the same way there, whoever gave them."
    )
    return (
        sentence.format(item=named(row_name(row, question, workshop)), n=share)
        if pair_of(question, row.key) is None
        else sentence.format(item=row_name(row, question, workshop), n=share)
    )


def grid_line(shift: GridShift) -> str:
    """What the marks of a grid are."""
    if shift.basis == "placed":
        return _("Own marks alone. A report's shares also count leanings, of those without a mark.")
    if shift.same_questions:
        return _("Where the answers lean.")
    return _("Where the answers lean; they are not to the same questions in all sessions.")


def arrows_line(comparison: Comparison, shift: GridShift) -> str:
    """How many people the arrows are of, and why there may be none."""
    ends = shift.standings[0].session, shift.standings[-1].session
    first, last = (tag(index) for index in ends)
    if not shift.named:
        nameless = [
            tag(index)
            for index in ends
            if comparison.sessions[index].state.policy.anonymity != "named"
        ]
        words = ngettext(
            "No arrows: {tags} shows no names.", "No arrows: {tags} show no names.", len(nameless)
        )
        return words.format(tags=listed(nameless))
    if not shift.in_both:
        words = _("No arrows: nobody is known by name in both {first} and {last}.")
        return words.format(first=first, last=last)
    n, moved = len(shift.arrows), sum((a.x0, a.y0) != (a.x1, a.y1) for a in shift.arrows)
    fields = {"n": n, "all": shift.in_both, "first": first, "last": last, "moved": moved}
    if not n:
        words = ngettext(
            "No arrows: one person was in both {first} and {last}, without a mark in each.",
            "No arrows: {all} people were in both {first} and {last}, none with a mark in each.",
            shift.in_both,
        )
        return words.format(**fields)
    if shift.in_both == 1:
        who = _("The one person who was in both {first} and {last} has a mark in each")
    elif n == shift.in_both:
        who = _("All {all} people who were in both {first} and {last} have a mark in each")
    else:
        who = ngettext(
            "Of the {all} people who were in both {first} and {last}, one has a mark in each",
            "Of the {all} people who were in both {first} and {last}, {n} have a mark in each",
            n,
        )
    if moved == n:
        how = ngettext("the arrow shows how it moved", "the arrows show how they moved", n)
    elif moved:
        how = ngettext(
            "one of them moved, as the arrow shows",
            "{moved} of them moved, as the arrows show",
            moved,
        )
    else:
        how = ngettext("it did not move", "none of them moved", n)
    return _("{who}: {how}.").format(who=who.format(**fields), how=how.format(**fields))


def axis_line(shift: GridShift, index: int) -> str:
    """Where the middle of the room was on an axis, then and now; never between two camps."""
    axes = [(stand, stand.axes[index]) for stand in (shift.standings[0], shift.standings[-1])]
    name = axis_name(shift.grid, axes[0][1].axis)
    said = [
        {
            "few": _("too few marks in {tag}"),
            "split": _("split in {tag}"),
            "quorum": _("under the quorum in {tag}"),
            None: _("{place} in {tag} ({value})"),
        }[stand.short(axis)].format(
            tag=tag(stand.session),
            place=place_words(shift.grid, axis.axis, axis.median or 0.0),
            value=place_text(axis.median),
        )
        for stand, axis in axes
    ]
    sentence = _("{axis}: the middle of the room is {then}, {now}.")
    if any(stand.short(axis) for stand, axis in axes):
        sentence = _("{axis}: {then}, {now}.")
    return ended(sentence.format(axis=name, then=said[0], now=said[1]))


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
    return ended(sentence.format(**fields))
