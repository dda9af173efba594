"""The pure core: what a workshop is, what can happen in it, and what it adds up to.

Nothing here reads a file, looks at a clock or draws a random number.
"""
