"""Page one: which findings it tells, what it says, and that it fits one page."""
