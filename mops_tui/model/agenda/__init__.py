"""The agenda of a workshop: its places, what comes next, and the time left."""
