"""Opening the app, with nothing imported that the home screen does not need."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING

from mops_tui.process import crashing
from mops_tui.process.terminal import guard
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

if TYPE_CHECKING:
    from mops_tui.sources.phones.phones import Phones
    from mops_tui.tui.destinations import Destination
    from mops_tui.tui.ending.app import EndingApp
    from mops_tui.tui.served import Served

USAGE = 2
"""The exit status when a command was not used as it should be."""


def open_app(start: Destination | None = None) -> None:
    """Run the app until it is left.

    Args:
        start: Where to begin; at home by default.

    Raises:
        SystemExit: There is no terminal, or the app ended with an error.
    """
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        sys.stderr.write(_("mops-tui needs a terminal. Try: mops-tui --help") + "\n")
        sys.exit(USAGE)
    guard(os.environ)
    gc.disable()  # nothing of a start is garbage; home turns it on once it is painted
    from mops_tui.storage.folders.places import places
    from mops_tui.tui.app import MopsApp
    from mops_tui.tui.settings import read_settings

    folders = places()
    settings = read_settings(folders.config)
    for complaint in settings.complaints:  # they stand there still when the app is left
        sys.stderr.write(safe(complaint) + "\n")
    app = MopsApp(folders, settings, start)
    app.serve = serve_phones
    run(app)


async def serve_phones(phones: Phones, host: str, port: int) -> Served:
    """Serve the page for phones; what that takes is imported now, and not at the start.

    Raises:
        OSError: No port can be had at that address.
    """
    from mops_tui.web.server import serve

    return await serve(phones, host, port)


def run(app: EndingApp) -> None:
    """Run an app; whatever ends it, what waits is saved, and the last words are said.

    Raises:
        SystemExit: It ended with an error.
    """
    crashing.tell_of_threads(app.failed_in_thread)
    watching: contextlib.AbstractContextManager[object] = contextlib.nullcontext()
    if sys.platform != "win32":
        from mops_tui.tui.ending.driver import SteadyDriver
        from mops_tui.tui.ending.watch import Watch

        app.driver_class = SteadyDriver
        watching = Watch(app)
    try:
        with watching:
            try:
                app.run()
            finally:
                app.save_what_waits()
    finally:
        if words := app.last_words():
            crashing.say(words)
    if app.status:
        sys.exit(app.status)
