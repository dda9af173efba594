"""What a phone scans, and what stands beside it."""
