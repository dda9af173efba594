"""Commands of the closing kit: what leaves a workshop, and what became of it."""
