"""Every sentence that a person reads: refusals, problems, verdicts, labels; through gettext."""
