"""Keeping an answer of practice: nothing is shown of it before the disk has it."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.screen import Screen

from mops_tui.model.events import AnswerCommitted, CardAnswered
from mops_tui.sources.practice import PracticeJournal
from mops_tui.storage.errors import WriteFailed
from mops_tui.tui.telling import short_path
from mops_tui.words import sessions as session_words
from mops_tui.words.i18n import _

SLOW = 2.0
"""Seconds after which a disk that has not answered is told about."""


async def keep(
    screen: Screen[Any], journal: PracticeJournal, answer: CardAnswered | AnswerCommitted
) -> bool:
    """Keep an answer in a thread, so that a disk that hangs does not make the screen deaf.

    Returns:
        Whether it is durable; otherwise it was said why not.
    """
    writing = asyncio.create_task(asyncio.to_thread(journal.record, answer))
    done, _waiting = await asyncio.wait({writing}, timeout=SLOW)
    if not done:
        words = _("The disk is slow: the answer is being saved, and its verdict waits for it.")
        screen.notify(words, severity="warning", markup=False)
    try:
        await writing
    except WriteFailed as error:
        why = session_words.sentence(error, short_path(journal.path))
        words = _("The answer is not saved yet. {why} Enter tries again.").format(why=why)
        screen.notify(words, severity="error", timeout=15, markup=False)
        return False
    return True
