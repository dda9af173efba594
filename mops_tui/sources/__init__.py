"""Where a state comes from: a live session, practice, a replay, a saved file, a file that grows."""
