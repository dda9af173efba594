"""Sentences: refusals, problems, verdicts and labels, through gettext, at the edge."""
