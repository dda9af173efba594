"""The adoption curve's stages as words."""

from __future__ import annotations

from mops_tui.words.i18n import _


def stage_label(stage: str, short: bool = False) -> str:
    """The name of a stage of the adoption curve; an unknown stage is named by its id.

    Args:
        stage: Its id, as in `model.packs.answers.STAGES`.
        short: A form that fits a few cells.
    """
    long_form = {
        "innovators": _("innovators"),
        "early-adopters": _("early adopters"),
        "chasm": _("the gap"),
        "early-majority": _("early majority"),
        "late-majority": _("late majority"),
        "laggards": _("laggards"),
    }
    short_form = {
        "innovators": _("innov."),
        "early-adopters": _("adopters"),
        "chasm": _("gap"),
        "early-majority": _("early maj."),
        "late-majority": _("late maj."),
        "laggards": _("laggards"),
    }
    return (short_form if short else long_form).get(stage, stage)


def stage_place(stage: str) -> str:
    """Where something stands that is at a stage: "with the early adopters", "in the gap"."""
    if stage == "chasm":
        return _("in the gap")
    return _("with the {stage}").format(stage=stage_label(stage))
