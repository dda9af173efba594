"""Reports of a session: Markdown to read, data to work with; from the redacted state alone."""

from mops_tui.report.input import ReportInput

__all__ = ["ReportInput"]
