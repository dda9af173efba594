"""What is published as JSON: the shape of its data, typed, and nothing else.

`docs/report-schema.json` is made of these types by `docs/report_schema.py`. Keys may be added
within a format; a key that goes, or means something else, makes another format.
"""

from mops_tui.report.schema.comparison import ComparisonData
from mops_tui.report.schema.session import FORMAT, ReportData
from mops_tui.report.schema.todo import TodoData
from mops_tui.report.schema.trend import TrendData

__all__ = ["FORMAT", "ComparisonData", "ReportData", "TodoData", "TrendData"]
