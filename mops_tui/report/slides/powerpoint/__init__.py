"""Slides as a PowerPoint file: the one place that knows python-pptx."""
