"""Questions that are worded otherwise: both wordings, and what it takes to compare them."""

from __future__ import annotations

from mops_tui.model.comparison.comparison import Comparison, question_of
from mops_tui.model.comparison.gaps import Gap
from mops_tui.model.comparison.matched import MatchedQuestion
from mops_tui.model.comparison.wording import WordingChange, wording_change
from mops_tui.words.comparison.sessions import tag
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import listed
from mops_tui.words.results.quoting import quoted
from mops_tui.words.safe import safe

_ASK = 300
"""The most cells of a question's wording."""
_LABEL = 60


def consent_lines(comparison: Comparison, matched: MatchedQuestion) -> list[str]:
    """What the reader has to know of a question that is compared by consent."""
    if not matched.by_consent:
        return []
    lines = [_("Compared because somebody said that it asks the same: the wording was different.")]
    states = [comparison.sessions[index].state for index in matched.sessions]
    first = question_of(comparison, matched)
    for place in range(1, len(matched.sessions)):
        question = question_of(comparison, matched, place)
        if first is not None and question is not None:
            change = wording_change((states[0], first), (states[place], question))
            lines += wording_lines(change, matched.sessions[0], matched.sessions[place])
            if matched.refs[place] != matched.ref:
                words = _("In {tag} it stands in another scenario, as {ref}.")
                lines.append(
                    words.format(tag=tag(matched.sessions[place]), ref=matched.refs[place])
                )
    return list(dict.fromkeys(lines))


def wording_lines(change: WordingChange, first: int, last: int) -> list[str]:
    """What is worded otherwise in two sessions, a line each."""
    then, now = tag(first), tag(last)
    lines: list[str] = []
    for said, index in zip(change.asks, (first, last), strict=False):
        lines.append(_("{tag} asked: “{ask}”").format(tag=tag(index), ask=safe(said, _ASK)))
    for label, other in change.renamed:
        words = _("{label} in {then} is called {other} in {now}.")
        names = {"label": quoted(label, _LABEL), "other": quoted(other, _LABEL)}
        lines.append(words.format(then=then, now=now, **names))
    for labels, where in ((change.gone, first), (change.new, last)):
        if labels:
            names_listed = listed([quoted(label, _LABEL) for label in labels])
            lines.append(_("Only in {tag}: {names}.").format(tag=tag(where), names=names_listed))
    if change.reordered:
        lines.append(_("The answers stand in another order."))
    return lines


def reworded_lines(gap: Gap) -> list[str]:
    """Both wordings of a question that is not lined up; the first line says which it is."""
    title = f"“{safe(gap.title, _LABEL)}”"
    words = _("Worded differently in {tag}: {title}.")
    if gap.why == "moved":
        words = _("In another scenario in {tag}: {title}.")
    lines = [words.format(tag=tag(gap.session), title=title)]
    if gap.wording is not None:
        lines += wording_lines(gap.wording, gap.first, gap.session)
    if gap.consent is None:
        lines.append(_("It is of another kind there, or on another scale: it cannot be compared."))
    return lines


def consent_hint(gap: Gap) -> str:
    """How to compare a question all the same, on the command line; "" where nothing helps."""
    if gap.consent is None:
        return ""
    words = _("To compare it anyway: --same {question}")
    return words.format(question=safe(str(gap.consent)))
