"""Simulated participants, for rehearsals: their characters, their votes, a whole day."""
