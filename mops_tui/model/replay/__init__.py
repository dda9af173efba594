"""Playing a journal back: moments, markers, and a debrief."""
