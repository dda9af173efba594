"""Sessions side by side, in words: what each question came to, and how alike the answers are."""

from __future__ import annotations

from mops_tui.model.comparison.comparison import Comparison, question_of
from mops_tui.model.comparison.matched import FirmMove, MatchedQuestion, Row
from mops_tui.model.comparison.people import SameAnswers
from mops_tui.model.comparison.returned import ReturnedAction
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.results import Verdict
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.comparison.rows import row_name
from mops_tui.words.comparison.sessions import tag
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.agreeing import agreeing
from mops_tui.words.results.differing import differing
from mops_tui.words.results.figures import listed, percent
from mops_tui.words.results.labels import category_label, item_label
from mops_tui.words.results.quoting import ended, named
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.results.standing.too_few import too_few
from mops_tui.words.results.statements import pair_of, pair_quoted
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
    item = pair_quoted(pair) if pair else named(item_label(question, verdict.item, state.workshop))
    if verdict.code == "split":
        return _("split on {item}").format(item=item)
    return _("{verdict}: least on {item}").format(verdict=said, item=item)


def same_texts(comparison: Comparison, matched: MatchedQuestion) -> list[str]:
    """How alike the answers of the first and the last session are.

    Whose answers are the same is said only of people who are known by name to have answered both
    times; of all others, how many answers are the same when they are counted without names.
    """
    people = matched.people
    ends = {"first": tag(matched.sessions[0]), "last": tag(matched.sessions[-1])}
    counted = _counted_text(comparison, matched, ends)
    if people is None or people.people < FEW:
        return [counted] if counted else []
    named_people = [_same_people(people, ends)]
    others = _others(matched, people, ends)
    named_people += [others] if others else []
    # Of one answer each the rows say all that could be counted without names.
    aside = people.all or not counted or people.of == people.people
    return named_people if aside else [*named_people, counted]


def _same_people(people: SameAnswers, ends: dict[str, str]) -> str:
    """How many answers of those who answered both times are the same."""
    who = ngettext(
        "One person answered in both {first} and {last}.",
        "{n} people answered in both {first} and {last}.",
        people.people,
    )
    if people.all:
        who = _("The same {n} people answered in {first} and {last}.")
    if people.of == people.people:  # one answer each
        how = ngettext(
            "One of them gave the same answer both times.",
            "{same} of them gave the same answer both times.",
            people.same,
        )
        if people.same == people.of:
            how = _("Each of them gave the same answer both times.")
        elif not people.same:
            how = _("None of them gave the same answer both times.")
    else:
        how = ngettext(
            "One of the {of} answers that they gave is the same both times.",
            "{same} of the {of} answers that they gave are the same both times.",
            people.same,
        )
        if people.same == people.of:
            how = _("All {of} answers that they gave are the same both times.")
        elif not people.same:
            how = _("None of the {of} answers that they gave is the same both times.")
    fields = {"n": people.people, "same": people.same, "of": people.of, **ends}
    return _("{who} {how}").format(who=who.format(**fields), how=how.format(**fields))


def _others(matched: MatchedQuestion, people: SameAnswers, ends: dict[str, str]) -> str:
    """Who made the change, where those who answered both times did not."""
    if people.all or people.same != people.of:
        return ""
    before, after = (matched.answered[at] - people.people for at in (0, -1))
    if before <= 0 and after <= 0:
        return ""
    parts = [
        ngettext("one answered in {tag} alone", "{n} answered in {tag} alone", n).format(
            n=n, tag=ends[end]
        )
        for n, end in ((before, "first"), (after, "last"))
        if n > 0
    ]
    return _("What is different comes from the others: {who}.").format(who=listed(parts))


def _counted_text(comparison: Comparison, matched: MatchedQuestion, ends: dict[str, str]) -> str:
    """How many answers are the same, whoever gave them: as many as both shares have in common."""
    if matched.spread is None or matched.same is None or matched.kind == "rank":
        return ""
    question = question_of(comparison, matched)
    moves = [(row, row.move) for row in matched.rows if row.unit == "step" and row.move]
    if question is not None and len(moves) > 1:
        return _counted_of_items(comparison, matched, question, moves, ends)
    apart = _apart(round(1 - matched.same, 9))
    if not apart:
        return _("Counted without names, the shares are the same in {first} and {last}.").format(
            **ends
        )
    if matched.kind == "grid":
        words = _(
            "Counted without names, {n} % of the marks would have to change their corner to "
            "turn {first} into {last}."
        )
    elif matched.kind == "allocate":
        words = _(
            "Counted without names, {n} % of the points would have to go to another answer to "
            "turn {first} into {last}."
        )
    else:
        words = _(
            "Counted without names, {n} % of the answers would have to change to turn {first} "
            "into {last}."
        )
    return words.format(n=apart, **ends)


def _apart(share: float) -> int:
    """A share in whole per cent: 100 and 0 only where it is all, or nothing."""
    if 0 < share < 1:
        return min(99, max(1, percent(share)))
    return percent(share)


def _counted_of_items(
    comparison: Comparison,
    matched: MatchedQuestion,
    question: QuestionBase,
    moves: list[tuple[Row, FirmMove]],
    ends: dict[str, str],
) -> str:
    row, move = max(moves, key=lambda each: each[1].distance)
    workshop = comparison.sessions[matched.sessions[0]].state.workshop
    if not move.distance:
        words = _(
            "Counted without names, the shares are the same on every item in {first} and {last}."
        )
        return words.format(**ends)
    name = row_name(row, question, workshop)
    sentence = _(
        "Most changed on {item}: counted without names, {n} % of the answers to it would have "
        "to change to turn {first} into {last}."
    )
    if pair_of(question, row.key) is None:
        name = named(name)
    return sentence.format(item=name, n=_apart(move.apart), **ends)


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
