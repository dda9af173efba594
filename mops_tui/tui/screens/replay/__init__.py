"""Looking at sessions: a replay, the projector window, a comparison, a trend."""
