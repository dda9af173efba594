"""Where the words of a picture stand, so that none lies on anything: for pages and for slides."""
