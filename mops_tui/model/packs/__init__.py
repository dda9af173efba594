"""What authors write: packs, scenarios, questions, cards and characters."""
