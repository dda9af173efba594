"""The way through a workshop: its places, what comes next, and the time left."""
