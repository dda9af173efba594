"""Results in sentences: answers, figures, verdicts, names."""
