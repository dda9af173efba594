"""A scenario as a room runs it: with some of its questions, and with what the room named."""
