"""What only a simulated room has: the demo, and the debrief at the end of a rehearsal."""
