"""Walking through a scenario alone, under the pilot."""

from __future__ import annotations

from support.pilot import Stage

from mops_tui.model.session.events import AnswerCommitted
from mops_tui.sources.practice.answers import read_practice
from mops_tui.storage.folders.places import places


async def at_ballot(stage: Stage) -> None:
    def there() -> bool:
        focused = stage.screen.focused
        return focused is not None and focused.id != "confidence"

    await stage.until(there, "for the ballot")


def kept() -> list[AnswerCommitted]:
    return [
        one.event
        for one in read_practice(places().practice)[0]
        if isinstance(one.event, AnswerCommitted)
    ]
