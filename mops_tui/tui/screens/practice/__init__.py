"""Practice alone: cards, a scenario, progress."""
