"""Session files: written, read, recovered, repaired, listed, deleted."""
