"""What a handout says of times, places, answers, and of a workshop on a call."""
