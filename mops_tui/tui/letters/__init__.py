"""Block letters: text in half blocks, three rows high and more, for the last row of a room."""
