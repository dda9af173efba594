"""Comparisons and trends in sentences."""
