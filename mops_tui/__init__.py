"""A workshop facilitator in the terminal for Marketing Operations teams."""

__version__ = "0.1.0"
