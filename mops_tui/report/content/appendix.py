"""The appendix of a report: methods, legends, people by items, ideas, notes."""

from __future__ import annotations

from mops_tui.report.content.parts import NotesContent, TableContent
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _
from mops_tui.words.results.statistics import statistics_legend


def appendix(given: ReportInput) -> tuple[TableContent | NotesContent, ...]:
    """What stands behind the sentences, for whoever asks how."""
    policy = given.state.policy
    legend = statistics_legend(
        majority=policy.majority, agreement=policy.agreement, quorum=policy.quorum
    )
    return (NotesContent(_("How to read the figures"), (legend,)),)
