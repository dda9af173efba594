"""The debrief in sentences: true, specific, kind, and with what to do next time."""

from __future__ import annotations

from collections.abc import Callable

from mops_tui.model.packs.questions import RateQuestion
from mops_tui.model.replay.remarks.remark import Remark, RemarkCode
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import listed, percent
from mops_tui.words.results.labels import participant_label
from mops_tui.words.results.movement import moved, somebody_changed, unknown
from mops_tui.words.results.quoting import ended, quoted
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.safe import ELLIPSIS, cells, in_one_line, safe

NAMED = 2
"""So many other questions, or people, are named; more are counted."""
LONGEST = 60
"""The most cells of what happened, as it is quoted."""

KeyOf = Callable[[str], str]
"""The key of an action, as the user has set it."""


def remark(it: Remark, state: VisibleState, key_of: KeyOf) -> str:
    """One remark as a sentence.

    Args:
        it: The remark.
        state: The end of the session, as the facilitator may see it.
        key_of: The key of an action in words.
    """
    fields = {
        "what": _name(it.ref, state),
        "seconds": _seconds(it.params.get("seconds", 0.0)),
        "usual": _minutes(it.params.get("usual", 0.0)),
        "who": _people(it.people, state),
        "happened": _happened(it.note, state),
        "stands": _stands(it, state),
        "moved": _moved(it, state),
        "about": _titles(it.about, state),
        "top": _top(it.ref, state),
        "majority": percent(state.policy.majority),
        **{name: key_of(action) for name, action in _KEYS.items()},
    }
    figures = {name: _figure(value) for name, value in it.params.items() if name not in fields}
    count = len(it.people) if it.code == "seldom-voted" else round(it.params.get("n", 1))
    said = sentences(count)[it.code].format(**fields, **figures)
    if it.code == "happened-unseen" and it.ref:
        said = _(
            "After {happened} nobody voted again on “{what}”: what it changed cannot be seen. "
            "{again} votes again."
        ).format(**fields)
    others = _others(it, state)
    return _("{said} {others}").format(said=said, others=others) if others else said


_KEYS = {
    "again": "revote",
    "decision": "decision",
    "agenda": "agenda",
    "prompt": "prompt",
    "timer": "timer",
    "missing": "ask_missing",
    "why": "ask_why",
}
"""The actions that a remark advises, by what they are called in its sentence."""


def _figure(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _seconds(value: float) -> str:
    count = max(1, round(value))
    return ngettext("one second", "{n} seconds", count).format(n=count)


def _minutes(minutes: float) -> str:
    if minutes == 1.5:
        return _("a minute and a half")
    count = max(1, round(minutes))
    return ngettext("a minute", "{n} minutes", count).format(n=count)


def _name(ref: str, state: VisibleState) -> str:
    question = state.workshop.question(ref)
    if question is not None:
        return safe(question.title)
    scenario = state.workshop.scenario(ref)
    return safe(scenario.title) if scenario else ""


def _happened(note: str, state: VisibleState) -> str:
    """What happened, in quotation marks: its beginning, in whole words."""
    if note not in state.notes:
        return ""
    words = in_one_line(state.notes[note].text).split(" ")
    while len(words) > 1 and cells(" ".join(words)) > LONGEST:
        words = [*words[:-2], words[-2].rstrip(".,;:") + ELLIPSIS]
    return quoted(" ".join(words), LONGEST + 1)


def _people(people: tuple[str, ...], state: VisibleState) -> str:
    named = [participant_label(state, one) for one in people[:NAMED]]
    if len(people) > NAMED:
        more = len(people) - NAMED
        named.append(ngettext("one more", "{n} more", more).format(n=more))
    return listed(named)


def _others(it: Remark, state: VisibleState) -> str:
    """The other places of which the same can be said; each of them took seconds of its own."""
    if not it.others:
        return ""
    words = {
        "quick-talk": _("Within fifteen seconds also: {titles}."),
        "quick-vote": _("Also open too briefly: {titles}."),
    }.get(it.code, _("Also: {titles}."))
    return ended(words.format(titles=_titles(it.others, state)))


def _titles(refs: tuple[str, ...], state: VisibleState) -> str:
    titles = [_("“{what}”").format(what=_name(ref, state)) for ref in refs[:NAMED]]
    if len(refs) > NAMED:
        more = len(refs) - NAMED
        titles.append(ngettext("one more", "{n} more", more).format(n=more))
    return listed(titles)


def _top(ref: str, state: VisibleState) -> str:
    """The highest level of a question on a scale."""
    question = state.question(ref)
    return safe(question.scale[-1].label) if isinstance(question, RateQuestion) else ""


def _stands(it: Remark, state: VisibleState) -> str:
    """Where the room stood on the question that it is about."""
    shown, question = result(state, it.ref), state.question(it.ref)
    if shown is None or question is None:
        return ""
    return standing(shown, question, state.workshop)


def _moved(it: Remark, state: VisibleState) -> str:
    """What moved between the vote before something happened and the one after."""
    number, question = round(it.params.get("round", 0)), state.question(it.ref)
    shown = result(state, it.ref, number) if number > 1 else None
    if shown is None or question is None:
        return ""
    told = moved(state, shown, question) or unknown(state, shown)
    beside = _heard_as_well(it.people, state) if somebody_changed(state, shown) else ""
    return _("{said} {others}").format(said=told, others=beside) if beside else told


def _heard_as_well(people: tuple[str, ...], state: VisibleState) -> str:
    """That the room heard reasons between the two votes too: no vote tells which of both it was."""
    if not people:
        return ""
    if "" in people:
        return _(
            "Reasons were given in between as well, and no vote tells which of the two it was."
        )
    return _(
        "In between the room also heard {who}, and no vote tells which of the two it was."
    ).format(who=_people(people, state))


def sentences(n: int = 1) -> dict[RemarkCode, str]:
    """The sentence of each remark; a test holds that none is missing.

    Args:
        n: How many it is about, where it is about some.
    """
    return {
        "day-kept": _("You kept the day: {elapsed} of {planned} minutes."),
        "day-long": _(
            "The day took {elapsed} minutes instead of {planned}. The agenda, {agenda}, proposes "
            "what to drop while there is still time."
        ),
        "day-short": _(
            "The day took {elapsed} of {planned} minutes. At a higher speed that is no fault; "
            "real people take longer."
        ),
        "not-asked": _("You revealed {asked} of {whole} questions; the others were not asked."),
        "question-long": _(
            "“{what}” took {spent} minutes instead of {planned}. Next time start the timer: "
            "{timer}."
        ),
        "revealed-empty": _(
            "“{what}” was revealed before anybody had voted. Wait until the bar counts votes."
        ),
        "closed-early": _(
            "“{what}”, round {round}: closed with {voted} of {present} votes, under the quorum. "
            "Ask who is missing before you close: {missing}."
        ),
        "quick-vote": _(
            "“{what}”: the vote was open for {seconds}. A room takes about {usual}; wait until it "
            "has thought."
        ),
        "quick-talk": _(
            "“{what}”: {seconds} after the reveal you went on. Read aloud what was found, then "
            "ask one from each side."
        ),
        "split-left": _(
            "“{what}” was left divided after one round. Let both sides speak, then vote again: "
            "{again}."
        ),
        "plurality-left": _(
            "“{what}”: {stands} You went on after one vote, short of the {majority} % set for a "
            "decision. Let both sides speak, then vote again: {again}."
        ),
        "voted-again": _(
            "The first vote on “{what}” did not settle it, and you let the room vote again."
        ),
        "no-reasons": ngettext(
            "You asked nobody why. {why} asks one of the room after a reveal: take one from each "
            "side.",
            "After {n} reveals you asked nobody why. {why} asks one of the room: take one from "
            "each side.",
            n,
        ),
        "heard-both-sides": _("On “{what}” you asked people of different views why."),
        "one-side-heard": _(
            "On “{what}” you asked why {n} times, and always on one side. Ask the other side too."
        ),
        "same-heard": _(
            "Of {n} reasons you asked {count} of one person: {who}. Next time begin with somebody "
            "who has not spoken."
        ),
        "seldom-voted": _(
            "{who} had no vote in {missed} of {rounds} rounds. {missing} asks those who are "
            "missing."
        )
        if n == 1
        else _(
            "{who} had no vote in half of the rounds or more. {missing} asks those who are missing."
        ),
        "happened-seen": _("After {happened} you let the room vote again on “{what}”. {moved}"),
        "happened-unseen": _(
            "{happened} came when no question was voted on before and after: what it changed "
            "cannot be seen. Next time vote again: {again}."
        ),
        "no-decision": _(
            "“{what}” ended without a decision. “Not yet, because …” counts as one too: "
            "{decision} writes it down."
        ),
        "no-owner": _(
            "“{what}”: the decision has no owner yet. Ask aloud who takes it, before people leave."
        ),
        "first-step-missing": _(
            "“{what}”: the decision has an owner, but neither a first step nor a day to look "
            "again. Ask for one of them."
        ),
        "at-odds": _(
            "“{what}”: {stands} The decision names another answer, and no reason. If that is "
            "meant, write down why: {decision}."
        ),
        "conditions-unmet": ngettext(
            "“{what}”: its one point is a condition of an answer that the decision names, and "
            "nobody called it “{top}”. Write down who makes it so: {decision}.",
            "“{what}”: its {n} points are conditions of an answer that the decision names, and "
            "nobody called one of them “{top}”. Write down which comes first: {decision}.",
            n,
        ),
        "majority-unsaid": _(
            "“{what}”: {stands} The decision does not speak of it. If that is meant, write down "
            "why: {decision}."
        ),
        "decided-early": _(
            "“{what}”: when the decision was written, {about} had not been asked. Ask first, or "
            "leave questions out in the agenda: {agenda}."
        ),
        "decided": _("“{what}” ended with an outcome in writing, and an owner."),
        "parking-left": ngettext(
            "The parking lot holds one thing, and there is no action. Before you close, ask who "
            "takes it.",
            "The parking lot holds {n} things, and there is no action. Before you close, ask who "
            "takes them.",
            n,
        ),
        "action-unowned": ngettext(
            "One action has no owner. Ask who takes it before you close.",
            "There are {n} actions without an owner. Ask who takes them before you close.",
            n,
        ),
        "prompts-unused": _(
            "“{what}”: you put none of its prompts to the room. {prompt} puts one."
        ),
        "prompts-used": _("You used a prompt at every reveal that had some."),
    }
