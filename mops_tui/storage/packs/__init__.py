"""Pack files: read, checked, listed, begun."""
