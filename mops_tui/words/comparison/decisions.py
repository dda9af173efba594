"""What sessions decided, side by side, in words."""

from __future__ import annotations

from mops_tui.model.comparison.comparison import Comparison
from mops_tui.model.comparison.decisions import DecisionHistory, said_alike
from mops_tui.words.comparison.sessions import tag, tags
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import listed
from mops_tui.words.results.quoting import ended, quoted
from mops_tui.words.safe import safe

SHOWN = 80
"""The cells of what a session wrote down, in a sentence about several."""


def decided_title(decided: DecisionHistory) -> str:
    """A scenario whose decisions are told, marked where they differ."""
    title = safe(decided.title)
    return _("≠ {title}").format(title=title) if decided.changed else title


def decided_note(decided: DecisionHistory) -> str:
    """Who decided the same, who otherwise, and who not at all."""
    every, deciding = len(decided.decisions), decided.deciding
    if decided.outcome == "one":
        return _("Only {tag} decided.").format(tag=tag(deciding[0]))
    without = [
        tag(index)
        for index, there in enumerate(decided.on_agenda)
        if there and index not in deciding
    ]
    if decided.outcome == "different":
        note = _("Decided differently.")
    else:
        note = _("The same in {sessions}.").format(sessions=tags(deciding, every))
    if without:
        note = _("{note} No decision in {sessions}.").format(note=note, sessions=listed(without))
    return note


def plan_changes(decided: DecisionHistory) -> tuple[str, ...]:
    """Whether owner, first step and the day of looking again are other ones: a sentence each.

    Only of sessions that decided, and only where what two of them wrote down differs.
    """
    plans = [(index, decided.plans[index]) for index in decided.deciding if decided.plans]
    told = (
        (_("The owner changed: {what}."), [(index, plan.owner) for index, plan in plans]),
        (_("The first step changed: {what}."), [(index, plan.first_step) for index, plan in plans]),
        (_("The day to look again changed: {what}."), [(i, plan.review) for i, plan in plans]),
    )
    sentences = []
    for sentence, each in told:
        written = [(index, said) for index, said in each if said]
        if len({said_alike(said) for _index, said in written}) > 1:
            what = listed([_in(index, said) for index, said in written])
            sentences.append(ended(sentence.format(what=what)))
    return tuple(sentences)


def _in(index: int, said: tuple[str, ...]) -> str:
    """What one session wrote down: "Maya in S1"."""
    return _("{what} in {tag}").format(what=quoted("; ".join(said), SHOWN), tag=tag(index))


def decided_line(comparison: Comparison) -> str:
    """How many scenarios were decided the same, differently, or in one session alone."""
    outcomes = [one.outcome for one in comparison.decisions]
    same = outcomes.count("same") + outcomes.count("some")
    different, one = outcomes.count("different"), outcomes.count("one")
    said: list[str] = []
    if same:
        words = ngettext("One scenario decided the same", "{n} scenarios decided the same", same)
        said.append(words.format(n=same))
    if different:
        words = ngettext("{n} decided differently", "{n} decided differently", different)
        if not said:
            words = ngettext(
                "One scenario decided differently", "{n} scenarios decided differently", different
            )
        said.append(words.format(n=different))
    if one:
        words = ngettext(
            "{n} decided in one session alone", "{n} decided in one session alone", one
        )
        if not said:
            words = ngettext(
                "One scenario decided in one session alone",
                "{n} scenarios decided in one session alone",
                one,
            )
        said.append(words.format(n=one))
    return _("{what}.").format(what=listed(said)) if said else ""


def decided_text(decided: DecisionHistory, index: int) -> str:
    """What one session decided in a scenario."""
    if decided.decisions[index]:
        return "; ".join(safe(decision) for decision in decided.decisions[index])
    return _("no decision") if decided.on_agenda[index] else _("not on the agenda")
