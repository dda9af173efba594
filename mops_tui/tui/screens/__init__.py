"""Screens, one concept a file."""
