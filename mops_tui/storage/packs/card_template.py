"""The file that `mops-tui new --cards` begins with: one card with a variant.

It is written for the one who fills it in, so it stays in English, as the keys are.
"""

from __future__ import annotations

from mops_tui.storage.packs.template import title_of

_ALONE = """\
# These cards are a topic of their own. With  scenario = "org-placement"  they are practised with
# that scenario instead. Choose once: progress is kept by it."""


def card_template(pack_id: str, scenario: str = "") -> str:
    """A commented pack of cards of that id, ready to practise and to be changed.

    Args:
        pack_id: Small letters, digits and hyphens; the file's name without `.toml`.
        scenario: The id of the scenario that they are practised with, "" for cards alone.
    """
    home = _ALONE
    if scenario:
        home = f'scenario = "{scenario}"     # the scenario that they are practised with'
    filled = _TEMPLATE.replace("PACK-ID", pack_id).replace("PACK-TITLE", title_of(pack_id))
    return filled.replace("PACK-HOME", home).replace("PACK-TOPIC", scenario or pack_id)


_TEMPLATE = '''\
# Situation cards, for practice alone. Change what you like, then:  mops-tui check PACK-ID.toml
# To practise them:  mops-tui practice PACK-TOPIC
# Lines that begin with # are comments. Text goes in quotation marks.
# Keys of the whole pack come first, above the first [bracket].

format = 1                     # the version of this file format
kind = "cards"
id = "PACK-ID"                 # small letters, digits, hyphens; keep it once you have used it
title = "PACK-TITLE"
summary = "One line on what these cards train."
PACK-HOME

# --- A card: a small company, a question, and two to five answers --------------------------------
# Write a company that one can see: what it makes, how many people, which week. Then let the
# situation decide. Whoever reads the labels alone should not see which answer is advised.

[[card]]
id = "two-lists"               # progress is kept by it, so keep it
title = "Two lists, one launch"
situation = """
A maker of tents, 90 people. Sales and marketing each keep a list of shops, and 200 shops are on \
both. The launch is in nine days."""
ask = "What do you do about the lists?"
decides = "Nine days are enough to compare 200 lines, and too few to choose a system."
practice = "collaboration"     # what it trains; strengths are counted by it

[[card.answer]]
id = "system"
label = "Buy one system for both lists"
verdict = "unwise"             # in this situation: "advised", "defensible" or "unwise"
why = "A good wish for winter. In nine days it would be a third list."

[[card.answer]]
id = "compare"
label = "Compare the 200 together, on one afternoon"
verdict = "advised"            # at least one answer is advised, and not all are
why = "Two people and one table mend what the shops would notice."

[[card.answer]]
id = "marketing-leads"
label = "Let the list of marketing win, this once"
verdict = "defensible"         # say first what it wins, then what it costs
why = "Quick, and nobody is written to twice. Sales will not trust the next list."

# --- A variant: the same company with one fact changed, so that another answer is advised --------
# It is a card of its own in practice, with the same answers: their labels stay.

[[card.variant]]
id = "two-lists-in-winter"
situation = """
A maker of tents, 90 people. Sales and marketing each keep a list of shops, and 200 shops are on \
both. The launch was yesterday; the next is in ten months."""
decides = "Ten months are enough to choose one system, and two lists would drift apart again."

[[card.variant.answer]]
id = "system"                  # that of the card's answer; one of these for each of them
verdict = "advised"
why = "There is time to choose well, and the two lists end for good."

[[card.variant.answer]]
id = "compare"
verdict = "defensible"
why = "A clean start, for one launch. By the next the lists differ again."

[[card.variant.answer]]
id = "marketing-leads"
verdict = "unwise"
why = "Nothing is urgent, and sales would be told rather than asked."

# The next card begins with [[card]] again.
'''
