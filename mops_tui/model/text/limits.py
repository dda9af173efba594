"""How much people may write: the fields cut there, and so do the commands that carry it on.

What a session file may hold is wider (`events.NAME_LENGTH`, `events.WORDS_LENGTH`): it is read
whoever wrote it.
"""

from __future__ import annotations

MOST_NAME = 80
"""The most characters of a person's name, handle or role, and of a session's title."""
MOST_LABEL = 200
"""The most characters of a short line: who owns it, by when."""
MOST_ADDED = 80
"""The most characters of an answer that the room adds: a label has no more."""
MOST_WORDS = 2_000
"""The most characters of a decision, a reason, an action, a note."""
MOST_IDEA = 300
"""The most characters of one idea."""
MOST_CALLED = 500
"""The most characters of a line that is called out."""
MOST_PATH = 1_000
"""The most characters of a folder's name."""
MOST_ROSTER = 50_000
"""The most characters of a list of people."""
