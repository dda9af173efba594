"""What each event does to the state: one small function a kind, none of which can fail."""
