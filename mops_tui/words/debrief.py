"""The debrief in sentences: true, specific, kind."""

from __future__ import annotations

from mops_tui.model.replay.debrief import Remark, RemarkCode
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


def remark(it: Remark, state: VisibleState) -> str:
    """One remark as a sentence."""
    return sentences()[it.code].format(
        what=_name(it.ref, state),
        **{key: _figure(value) for key, value in it.params.items()},
    )


def _figure(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _name(ref: str, state: VisibleState) -> str:
    question = state.workshop.question(ref)
    if question is not None:
        return safe(question.title)
    scenario = state.workshop.scenario(ref)
    return safe(scenario.title) if scenario else ""


def sentences() -> dict[RemarkCode, str]:
    """The sentence of each remark; a test holds that none is missing."""
    return {
        "day-kept": _("You kept the day: {elapsed} of {planned} minutes."),
        "day-long": _(
            "The day took {elapsed} minutes instead of {planned}. The agenda, a, proposes what "
            "to drop while there is still time."
        ),
        "day-short": _(
            "The day took {elapsed} of {planned} minutes: with real people it will take longer."
        ),
        "not-asked": _("You revealed {asked} of {whole} questions; the others were not asked."),
        "prompts-more": _("The prompts of {n} more were never used either."),
        "question-long": _(
            "“{what}” took {spent} minutes instead of {planned}. Next time start the timer: t."
        ),
        "closed-early": _(
            "“{what}”, round {round}: closed with {voted} of {present} votes, under the quorum. "
            "Ask who is missing before you close."
        ),
        "split-left": _(
            "“{what}” was left divided after one round. Let both sides speak, then vote again: v."
        ),
        "voted-again": _("“{what}” was divided, and you let the room vote again."),
        "no-decision": _(
            "“{what}” ended without a decision. “Not yet, because …” counts as one too: d "
            "writes it down."
        ),
        "no-owner": _("“{what}”: the decision has no owner yet."),
        "decided": _("“{what}” ended with a decision and an owner."),
        "prompts-unused": _("“{what}”: its prompts were never used. o shows one to the room."),
        "prompts-used": _("You used a prompt at every reveal that had some."),
    }
