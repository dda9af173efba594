"""Pictures as SVG: the shapes of `pictures/`, drawn for a page."""
