"""Who is in the room: reading a list of participants."""
