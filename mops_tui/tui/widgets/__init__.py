"""Widgets, one concept a file."""
