"""The files that `mops-tui new` begins with, every key explained where it stands.

A small scenario; that of cards is in `card_template`.

It is written for the one who fills it in, so it stays in English, as the keys are.
"""

from __future__ import annotations

TITLE_LIMIT = 34
"""How long a title may be to read well on a projector."""

GRID_ROOM = 35
"""How much of the pack's id fits into its grid's id."""


def template(pack_id: str) -> str:
    """A commented scenario of that id, ready to run and to be changed.

    Args:
        pack_id: Small letters, digits and hyphens; the file's name without `.toml`.
    """
    title = title_of(pack_id)
    grid = f"{pack_id[:GRID_ROOM].rstrip('-')}-grid"
    filled = _TEMPLATE.replace("PACK-ID", pack_id).replace("PACK-TITLE", title)
    return filled.replace("PACK-GRID", grid)


def title_of(pack_id: str) -> str:
    """A title to begin with."""
    return pack_id.replace("-", " ").capitalize()[:TITLE_LIMIT].strip()


_TEMPLATE = '''\
# A scenario for mops-tui. Change what you like, then run:  mops-tui check PACK-ID.toml
# Lines that begin with # are comments. Text goes in quotation marks.
# Keys of the whole pack come first, above the first [bracket].

format = 1                     # the version of this file format
kind = "scenario"              # or "workshop": an agenda of scenarios
id = "PACK-ID"                 # small letters, digits, hyphens; keep it once you have used it
title = "PACK-TITLE"
summary = "One line for the list on the home screen."
brief_minutes = 2              # how long you take to introduce it

# What the room reads before the first question. Two to four short paragraphs.
brief = """
Say what this is about, and why it matters today.

Then say what the room will have in hand at the end."""

# Private hints for you. They never show on the projected screen or on a phone.
cues = [
  { id = "start", text = "Have an example of your own ready." },
]

# A grid: two axes, four named corners. Leave it out to lean on "mops" or "brinker" instead.
[[grid]]
id = "PACK-GRID"
title = "Our grid"
x = { label = "Pace", low = "steady", high = "fast" }        # left, right
y = { label = "Reach", low = "our team", high = "everyone" } # bottom, top
top_left = { id = "builders", name = "Builders" }
top_right = { id = "campaigners", name = "Campaigners" }
bottom_left = { id = "keepers", name = "Keepers" }
bottom_right = { id = "fixers", name = "Fixers" }

# --- A choice, drawn on the office map ---------------------------------------------------------

[[question]]
kind = "choice"                # or allocate, rate, pairs, grid, curve, rank, hands, text
id = "first-room"
title = "Where to begin"
ask = "In which room should the change begin?"
hint = "One room. You can say why in a moment."
minutes = 5                    # voting and talking together
optional = false               # true: may be dropped first when the day runs late
picture = "map"                # or "bars"; the map needs a place for each option
look_for = "Whether people choose the room with the need, or the room with the power."
facts = [
  { id = "known", text = "A fact to show at the reveal. Name its source.", sources = [] },
]
prompts = [
  { id = "why-there", text = "What would be different there after a month?" },
  { id = "who-loses", text = "Who would have to give something up?" },
]
cues = [
  { id = "quiet", text = "Hear the room with the fewest votes first." },
]

[[question.option]]
id = "marketing"
label = "Marketing"
text = "Close to the plan."
place = { x = 20, y = 30 }     # 0 to 100; x to the right, y downwards
# A lean pulls a person's mark on a grid: x and y from -1 to 1, one or both, and the reason.
leans = [{ grid = "PACK-GRID", x = 0.5, why = "Begins where things move fast." }]
goodies = [{ id = "near", text = "What it brings." }]
gotchas = [{ id = "cost", text = "What it costs." }]
works_when = [{ id = "if", text = "When it works well." }]

[[question.option]]
id = "sales"
label = "Sales"
text = "Close to the customer."
place = { x = 80, y = 30 }
leans = [{ grid = "PACK-GRID", y = 0.6, why = "Begins with the widest reach." }]

[[question.option]]
id = "our-desk"
label = "Our own desk"
text = "Close to home."
place = { x = 50, y = 80 }
leans = [{ grid = "PACK-GRID", x = -0.4, y = -0.8, why = "Begins small and near." }]

# --- A point on the grid -----------------------------------------------------------------------

[[question]]
kind = "grid"
id = "place"
title = "Your place on the grid"
ask = "Where do you see yourself?"
hint = "Arrows move your mark."
grid = "PACK-GRID"
minutes = 4
look_for = "A corner that stays empty."
prompts = [
  { id = "empty", text = "Who does the work of the empty corner today?" },
  { id = "far", text = "Two marks far apart: what do you see that the other does not?" },
]

# --- The decision at the end -------------------------------------------------------------------

[decision]
ask = "What do we decide?"
hint = "One sentence, one owner."
minutes = 5
'''
