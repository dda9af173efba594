"""Bytes: session files, pack files, and where they live."""
