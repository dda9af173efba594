"""Where files live, what else writes there, and what is kept when nothing else takes it."""
