"""A Chromium without a window, driven over a pipe: no port, no network, no library of its own."""

from __future__ import annotations

import fcntl
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
PATIENCE = 30.0
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update --hide-scrollbars "
    "--window-size=1280,900 --remote-debugging-pipe"
)

_START = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); "
    "os.execv(sys.argv[3], sys.argv[3:])"
)

needs_browser = pytest.mark.skipif(
    CHROMIUM is None or sys.platform == "win32",
    reason="no Chromium here that can be driven over a pipe: nobody looks at the page",
)


class Browser:
    """A browser with one page at a time.

    Attributes:
        events: What the browser told of the page, by the name of the event.
    """

    def __init__(self, folder: Path) -> None:
        """Start it; what it keeps goes into a folder."""
        assert CHROMIUM is not None
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        # The browser listens on 3 and answers on 4, whatever the numbers are here.
        pair = [fcntl.fcntl(fd, fcntl.F_DUPFD, 10) for fd in (theirs_in, theirs_out)]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, *map(str, pair), CHROMIUM, *_FLAGS.split(),
             f"--user-data-dir={folder}", "about:blank"],
            pass_fds=pair, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        for fd in (theirs_in, theirs_out, *pair):
            os.close(fd)
        self.events: list[tuple[str, dict[str, Any]]] = []
        self._read = b""
        self._number = 0
        self._session = ""

    @contextmanager
    def page(self) -> Iterator[Browser]:
        """A page that knows nothing of the one before it."""
        own = self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=own)
        attached = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.events.clear()
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        try:
            yield self
        finally:
            self._session = ""
            self.call("Target.disposeBrowserContext", browserContextId=own)

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """Ask for something, and wait for the answer."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next(method)
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer["error"])
                result: dict[str, Any] = answer["result"]
                return result
            if "method" in answer and answer.get("sessionId", "") == self._session:
                self.events.append((answer["method"], answer["params"]))

    def _next(self, about: str) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE
        while b"\0" not in self._read:
            ready, _, _ = select.select([self._in], [], [], max(0, until - time.monotonic()))
            assert ready, f"the browser does not answer: {about}"
            data = os.read(self._in, 1 << 20)
            assert data, f"the browser has ended: {about}"
            self._read += data
        one, _, self._read = self._read.partition(b"\0")
        message: dict[str, Any] = json.loads(one)
        return message

    def open(self, page: Path, fragment: str = "") -> None:
        """Go to a file, and wait until it is there."""
        self.call("Page.navigate", url=page.as_uri() + fragment)
        self.until("document.readyState === 'complete' && location.protocol === 'file:'")

    def js(self, expression: str) -> Any:
        """What an expression comes to on the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def until(self, expression: str) -> None:
        """Wait until an expression is true."""
        until = time.monotonic() + PATIENCE
        while not self.js(expression):
            assert time.monotonic() < until, f"never: {expression}"
            select.select([self._in], [], [], 0.02)

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press a key and let go of it."""
        text = {"text": key} if len(key) == 1 else {}
        modifiers = 8 if shift else 0
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, modifiers=modifiers, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, modifiers=modifiers)

    def told(self, method: str) -> list[dict[str, Any]]:
        """What was told of in events of a name."""
        return [params for name, params in self.events if name == method]

    def close(self) -> None:
        """End it, and whatever it has started."""
        os.close(self._out)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        os.close(self._in)
