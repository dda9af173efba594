"""Practice journals on the disk: one file a month, what was mended in them, and their clocks."""
