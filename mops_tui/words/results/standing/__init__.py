"""Where a room stands: in a sentence, and in a few words for lists."""
