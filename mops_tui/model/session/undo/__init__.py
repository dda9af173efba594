"""Taking back: what each change was, and the events that undo it."""
