"""What came of a session, from vote to decision: its chapters, its account, what was lacking."""
