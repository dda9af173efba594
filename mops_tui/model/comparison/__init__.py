"""Sessions side by side: what can be compared, and what changed."""
