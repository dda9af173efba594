"""What the room looks at, one kind of place a file. They know nothing of keys or commands."""
