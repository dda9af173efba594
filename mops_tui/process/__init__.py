"""The program as a process: its streams, its terminal, and how it fails."""
