"""The report on the screen before it leaves: what it says, and what of it is changed."""
