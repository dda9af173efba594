"""What opens over another screen and is left again."""
