"""Practice alone: its journals, what was answered in them, and what that adds up to."""
