"""One person's own answers, alone: their way through a scenario, and what it adds up to."""
