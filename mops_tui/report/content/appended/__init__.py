"""What the appendix of a report is made of."""
