"""What one person practised alone, as files for other programs."""
