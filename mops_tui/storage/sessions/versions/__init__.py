"""What earlier and later versions write: lifted to the shape of today, or left aside and named."""
