"""A replay as a file to share: a recording for terminals, a page for browsers, a still picture.

The replay's own screen is driven without a terminal. Nothing is shown that a replay would not
show, and the session is read only.
"""
