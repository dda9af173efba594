"""The parts of what one phone is told: place, question, result, and what is one's own."""
