"""A document of any kind, and how it is written down: as a page, and as Markdown."""
