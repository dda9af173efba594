"""A report as tables and dates for other programs: CSV, a calendar, task lists."""
