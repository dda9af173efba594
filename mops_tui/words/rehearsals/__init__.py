"""What is said of rehearsals: the debrief, and what one without a screen decides."""
