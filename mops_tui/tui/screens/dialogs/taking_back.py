"""Which called-out vote somebody takes back, who votes for themselves after a show of hands."""

from __future__ import annotations

from mops_tui.model.session.audience import called_out
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.room import Room
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import answer_label, item_label

NONE = "*none"


async def which_called(
    screen: MopsScreen[None], room: Room, ref: str
) -> tuple[tuple[str, str], ...]:
    """Ask which called-out vote somebody takes back, item by item.

    Args:
        screen: Where it is asked, from a worker of it.
        room: The workshop.
        ref: The question.

    Returns:
        (item, category) of each; nothing where they gave it up, or had called out for none.
    """
    state = room.facilitator_view
    round_, question = state.round(ref), state.question(ref)
    if round_ is None or question is None:
        return ()
    # All the categories, not those that were called: which they are stays hidden.
    every = state.answers(ref)
    items = called_out(room.head, ref)
    called_votes: list[tuple[str, str]] = []
    for item in items:
        about = item_label(question, item) if item else ""
        answers = tuple(
            (category, answer_label(question, item, category, state.workshop))
            for category in (every.categories if every else ())
        )
        if len(items) > 1:
            answers = (*answers, (NONE, _("I did not call this one out")))
        chosen = await screen.app.push_screen_wait(
            ChooseScreen(_("Which called-out vote was yours?"), about, answers)
        )
        if chosen is None:
            return ()
        if chosen != NONE:
            called_votes.append((item, chosen))
    return tuple(called_votes)
