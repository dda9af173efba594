"""A session that is thrown away: one test question, in a folder that is gone afterwards."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from mops_tui import __version__
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.commands import Show
from mops_tui.model.session.header import Header, Policy
from mops_tui.model.session.state import View
from mops_tui.sources.background import in_background
from mops_tui.sources.ids import random_id
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.phones import Phones
from mops_tui.tui.entrance import Entrance
from mops_tui.tui.served import Serve, Served
from mops_tui.words.i18n import _

QUESTION = "room-check/readable"
END_SECONDS = 1.0
"""How long leaving waits for the session's own task."""


class Trial:
    """The throw-away session, and its way in for phones.

    It is in nobody's folder of sessions: no list has it, and no report can be made of it.
    """

    def __init__(self) -> None:
        """Begin it, in the loop that runs.

        Raises:
            OSError: No folder can be made for it.
            SessionError: The session cannot be begun there.
            WriteFailed: Likewise.
        """
        # Taken away at the end of the program too, should nobody close it.
        self._folder = tempfile.TemporaryDirectory(
            prefix="mops-tui-room-check-", ignore_cleanup_errors=True
        )
        self.session = LiveSession.create(Path(self._folder.name), _header())
        self._task = asyncio.get_running_loop().create_task(self.session.run())
        self._entrance = Entrance(self.session)
        self.session.ask(Show(View("question", QUESTION)))
        self._ended = False

    @property
    def phones(self) -> Phones | None:
        """Its phones, once it was open to them."""
        return self._entrance.phones

    @property
    def served(self) -> Served | None:
        """The server, while it is open."""
        return self._entrance.served

    async def open(self, serve: Serve, host: str) -> None:
        """Open it to phones at an address, and no longer at the one of before.

        Raises:
            OSError: No port can be had there.
        """
        if self._ended:
            return
        await self._entrance.open_at(serve, None, host)
        if self.phones is not None:
            self.phones.trial = True
        if self._ended:  # it was closed while it was being opened
            await self._entrance.close()

    async def close(self) -> None:
        """End it, and leave nothing of it behind."""
        if self._ended:
            return
        self._ended = True
        await self._entrance.close()
        self.session.end()
        await asyncio.wait((self._task,), timeout=END_SECONDS)
        self.session.close()
        await in_background(self._forget)

    def _forget(self) -> None:
        shutil.rmtree(self._folder.name, ignore_errors=True)
        self._folder.cleanup()


def _header() -> Header:
    """A session with one question, in which nobody is asked for a name."""
    scenario, _sign, question = QUESTION.partition("/")
    workshop = Workshop.model_validate(
        {
            "id": scenario,
            "title": _("Room check"),
            "minutes": 1,
            "scenario": [
                {
                    "id": scenario,
                    "title": _("Room check"),
                    "summary": _("A test: nothing of it is kept."),
                    "brief": _("A test: nothing of it is kept."),
                    "question": [
                        {
                            "kind": "choice",
                            "id": question,
                            "title": _("Test question"),
                            "ask": _("Can you read this well?"),
                            "minutes": 1,
                            "option": [
                                {"id": "yes", "label": _("Yes, it is easy to read")},
                                {"id": "no", "label": _("No, it is hard to read")},
                            ],
                        }
                    ],
                }
            ],
        }
    )
    opened = datetime.now().astimezone().replace(microsecond=0)
    return Header(
        id=random_id("room-check"),
        title=_("Room check"),
        opened=opened,
        app=__version__,
        seed=0,
        policy=Policy(anonymity="anonymous"),
        workshop=workshop,
    )
