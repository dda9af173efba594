"""The bodies of the room's view, one kind of place a file. They know no keys or commands."""
