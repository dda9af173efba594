"""What a round adds up to: tallies, agreement, verdicts, and marks on a grid."""
