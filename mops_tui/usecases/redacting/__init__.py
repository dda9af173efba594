"""A session without one person's name: who is meant, the file anew, what still holds the name."""
