"""Keeping an answer of practice: nothing is shown of it before the disk has it."""

from __future__ import annotations

import asyncio
from typing import Any

from mops_tui.model.session.events import PracticeEvent
from mops_tui.sources.background import in_background
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.saving import SLOW_SECONDS
from mops_tui.storage.files.errors import WriteFailed
from mops_tui.tui.door import Door
from mops_tui.tui.paths import short_path
from mops_tui.words.files import sessions as session_words
from mops_tui.words.files.kept import disk_slow, not_kept
from mops_tui.words.files.saving import answer_lost


async def keep(screen: Door[Any], journal: PracticeJournal, answer: PracticeEvent) -> bool:
    """Keep an answer in a thread, so that a disk that hangs does not make the screen deaf.

    Whoever leaves the screen meanwhile does not keep the answer from being saved; should the disk
    refuse it then, that is said wherever they are.

    Returns:
        Whether it is durable; otherwise it was said why not.
    """
    app = screen.host

    def nobody_waits(write: asyncio.Future[PracticeAnswer]) -> None:
        error = write.exception()
        if isinstance(error, WriteFailed):
            app.notify(answer_lost(error.code), severity="error", timeout=15, markup=False)
        elif error is not None:
            context = {"message": "keeping an answer failed", "exception": error}
            write.get_loop().call_exception_handler(context)

    try:
        writing = in_background(journal.taken(answer))
        app.unsaved.add(writing)
        done, _waiting = await asyncio.wait({writing}, timeout=SLOW_SECONDS)
        if not done:
            screen.notify(disk_slow(answer), severity="warning", markup=False)
        await asyncio.wait({writing})  # which, unlike awaiting it, does not cancel it along
    except WriteFailed as error:  # the journal is closed
        app.notify(answer_lost(error.code), severity="error", timeout=15, markup=False)
        return False
    except asyncio.CancelledError:
        writing.add_done_callback(nobody_waits)
        raise
    try:
        writing.result()
    except WriteFailed as error:
        why = session_words.sentence(error, short_path(journal.path))
        screen.notify(not_kept(answer, why), severity="error", timeout=15, markup=False)
        return False
    return True
