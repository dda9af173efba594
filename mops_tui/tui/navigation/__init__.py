"""Where the program can go, and how it gets there."""
