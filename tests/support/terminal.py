"""The program in a real terminal: one tmux session on a server of its own, driven by keys.

Nothing here waits a fixed time for the program: `wait_for` and `wait_gone` look at the screen
until a condition holds, and on a deadline they fail with the whole screen in the message.
"""

from __future__ import annotations

import atexit
import contextlib
import itertools
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
"""Seconds; a start takes a quarter of them where eight others work on two cores."""
_NUMBERS = itertools.count(1)
_NOT_OURS = {"TMUX", "TMUX_PANE", "NO_COLOR", "COLUMNS", "LINES"}
"""What the terminal around the tests says of itself, and not of the one made here."""

_STEPS = {"Up", "Down", "Left", "Right", "S-Left", "S-Right", "BSpace", "Tab"}
"""Keys that may come as quickly as they like: each means what the one before it meant."""

needs_tmux = pytest.mark.skipif(
    shutil.which("tmux") is None, reason="tmux is not installed: no real terminal to drive"
)


def settings_of(home: Path) -> dict[str, str]:
    """The environment in which the program keeps everything below `home`."""
    return {
        **{k: v for k, v in os.environ.items() if k not in _NOT_OURS},
        "MOPS_TUI_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
    }


def command_line(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program's answer to a command that needs no terminal."""
    return subprocess.run(
        [sys.executable, "-m", "mops_tui", *arguments],
        env=settings_of(home),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


def _end(pid: int) -> None:
    """End a program that outlived its terminal; by now it had time to do so by itself."""
    command = Path(f"/proc/{pid}/cmdline")
    with contextlib.suppress(OSError):
        if b"mops_tui" in command.read_bytes():
            os.kill(pid, signal.SIGKILL)


class _Control:
    """One client of a tmux server for all commands: a process for each would cost more than they.

    In tmux's control mode a line is a command, and its answer stands between `%begin` and `%end`;
    what else tmux has to say begins with `%` too, outside of that.
    """

    def __init__(self, name: str, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            ["tmux", "-L", name, "-C", "attach-session", "-f", "no-output,ignore-size"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
        )
        self._answer()  # that of `attach-session` itself

    def ask(self, *words: str) -> str:
        """The answer to one command.

        Raises:
            RuntimeError: It is no command, or nobody is there to carry it out.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(shlex.join(words) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> str:
        assert self._process.stdout is not None
        lines: list[str] = []
        mark = ""
        for line in self._process.stdout:
            if not mark:
                mark = line.removeprefix("%begin ") if line.startswith("%begin ") else ""
            elif line == f"%end {mark}":
                return "".join(lines)
            elif line == f"%error {mark}":
                raise RuntimeError("".join(lines))
            else:
                lines.append(line)
        raise RuntimeError("tmux has gone")

    def close(self) -> None:
        """Let the server go; whoever ends it asks in another way."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()  # it leaves when it is told no more
        self._process.stdout.read()
        self._process.stdout.close()
        self._process.wait(30)


class Terminal:
    """A terminal of a given size in which a shell starts the program.

    Attributes:
        home: The folder that holds everything the program keeps.
    """

    def __init__(self, home: Path, width: int = 80, height: int = 24) -> None:
        self.home = home
        self._last = ""
        self._control: _Control | None = None
        self._name = f"mops-tui-{os.getpid()}-{next(_NUMBERS)}"
        home.mkdir(parents=True, exist_ok=True)
        self._pid_file = home / f"{self._name}.pid"
        self._status_file = home / f"{self._name}.status"
        size = ("-x", str(width), "-y", str(height))
        shell = ("env", "PS1=ready$ ", "ENV=", "sh")
        self._tmux("-f", "/dev/null", "new-session", "-d", *size, "-s", "main", *shell)
        self._tmux("set-option", "-g", "status", "off")
        self._tmux("set-option", "-g", "escape-time", "0")
        self._tmux("resize-window", "-t", "main", *size)
        self._control = _Control(self._name, settings_of(home))
        self.wait_for("ready$")

    def _tmux(self, *words: str) -> str:
        if self._control is not None and not any("\n" in word for word in words):
            return self._control.ask(*words)
        return subprocess.run(
            ["tmux", "-L", self._name, *words],
            env=settings_of(self.home),
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
        ).stdout

    def start(self, *arguments: str) -> None:
        """Start the program with some arguments; its number and exit status are kept in files."""
        self._pid_file.unlink(missing_ok=True)
        self._status_file.unlink(missing_ok=True)
        program = shlex.join([sys.executable, "-m", "mops_tui", *arguments])
        pid, status = shlex.quote(str(self._pid_file)), shlex.quote(str(self._status_file))
        # The inner shell turns into the program, so its number is the program's.
        # A killed program tidies nothing up: the shell does what a person would (`reset`).
        modes = shlex.quote(str(self.home / f"{self._name}.modes"))
        keep = f"import pickle, termios; pickle.dump(termios.tcgetattr(0), open({modes!r}, 'wb'))"
        give = (
            "import pickle, termios; "
            f"termios.tcsetattr(0, termios.TCSANOW, pickle.load(open({modes!r}, 'rb')))"
        )
        python = shlex.quote(sys.executable)
        tidy = (
            f"{python} -c {shlex.quote(give)}; "
            "printf '\\033[?1049l\\033[?2004l\\033[?1003l\\033[?25h'"
        )
        script = (
            f"{python} -c {shlex.quote(keep)}\n"
            f"sh -c 'echo $$ > {pid}; exec {program}'\nc=$?\n"
            f"if [ $c -eq 137 ]; then {tidy}; clear; fi\necho $c > {status}\n"
        )
        start = self.home / f"{self._name}.sh"
        start.write_text(script)
        line = f"clear; . {shlex.quote(str(start))}"
        self.type(line)
        self.keys("Enter")
        self.until(lambda: self._pid_file.exists() and self._pid_file.read_text().strip() != "")

    @property
    def pid(self) -> int:
        """The number of the program's process."""
        return int(self._pid_file.read_text())

    def keys(self, *names: str) -> None:
        """Press keys by tmux's names for them, one after the other, each of them meant.

        No hand presses one key twice as quickly as this does: it would count as a bounce. F12
        comes between, which does nothing.
        """
        for name in names:
            if name == self._last and name not in _STEPS:
                self._tmux("send-keys", "-t", "main", "F12")
            self._tmux("send-keys", "-t", "main", name)
            self._last = name

    def chunk(self, *names: str) -> None:
        """Press keys so quickly that the program reads them in one go."""
        self._tmux("send-keys", "-t", "main", *names)
        self._last = names[-1]

    def type(self, text: str) -> None:
        """Type a text, letter for letter."""
        self._last = ""
        for part in text.splitlines(keepends=True):
            line = part.rstrip("\n")
            if line:
                self._tmux("send-keys", "-t", "main", "-l", "--", line)
            if part.endswith("\n"):
                self.keys("Enter")

    def fill(self, text: str) -> None:
        """Type a text into the field that has the focus, or is about to have it.

        Letters that come before the focus does are lost, as they would be for a person. That the
        text stands somewhere is not enough: a "4" stands in the clock as well.
        """
        for _ in range(5):
            self.type(text)
            with contextlib.suppress(AssertionError):
                self.until(lambda: self.typed().endswith(text), 2.0, f"{text!r} at the cursor")
                return
            self.keys(*["BSpace"] * len(text))
        self.until(lambda: self.typed().endswith(text), 0.0, f"{text!r} at the cursor")

    def typed(self) -> str:
        """What stands before the cursor in its row, without the blanks that end it."""
        column, row = self.cursor()
        rows = self.screen().splitlines()
        return rows[row][:column].rstrip() if row < len(rows) else ""

    def paste(self, text: str) -> None:
        """Paste a text the way terminals do, in one bracketed piece."""
        self._tmux("set-buffer", "-b", "paste", "--", text)
        self._tmux("paste-buffer", "-p", "-b", "paste", "-t", "main")

    def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        self._tmux("resize-window", "-t", "main", "-x", str(width), "-y", str(height))

    def screen(self) -> str:
        """What the terminal shows, as lines of text."""
        return self._tmux("capture-pane", "-p", "-t", "main")

    def in_full_screen(self) -> bool:
        """Whether the alternate screen is on."""
        shown = self._tmux("display-message", "-p", "-t", "main", "#{alternate_on}")
        return shown.strip() == "1"

    def wait_plain(self) -> None:
        """Wait until the alternate screen is off: tmux reads in its own time what was written."""
        self.until(lambda: not self.in_full_screen(), about="the plain screen")

    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, which stands where one types."""
        shown = self._tmux("display-message", "-p", "-t", "main", "#{cursor_x} #{cursor_y}")
        column, row = shown.split()
        return int(column), int(row)

    def wait_cursor_in(self, rows: range) -> None:
        """Wait until the cursor stands in one of some rows: the focus has moved there."""
        self.until(lambda: self.cursor()[1] in rows, about=f"the cursor in {rows}")

    def until(
        self, holds: Callable[[], bool], timeout: float = PATIENCE, about: str = "a condition"
    ) -> None:
        """Look again and again until something holds; the one place that sleeps."""
        deadline = time.monotonic() + timeout
        while not holds():
            if time.monotonic() > deadline:
                raise AssertionError(f"waited {timeout} s for {about}; the screen is:\n{self}")
            time.sleep(0.03)

    def wait_for(self, text: str, timeout: float = PATIENCE) -> str:
        """Wait until a text stands on the screen, and give the screen."""
        screens: list[str] = []

        def there() -> bool:
            screens[:] = [self.screen()]
            return text in screens[0]

        self.until(there, timeout, f"{text!r} on the screen")
        return screens[0]

    def still(self, view: Callable[[str], str] = str, looks: int = 3) -> str:
        """Wait until the screen, seen through `view`, no longer changes; and give that.

        A busy machine may paint a screen in two goes. Where a screen is kept to be compared with
        a later one, more `looks` than three in a row have to agree.
        """
        views: list[str] = []

        def unchanged() -> bool:
            views.append(view(self.screen()))
            return len(views) >= looks and len(set(views[-looks:])) == 1

        self.until(unchanged, about="a screen that stands still")
        return views[-1]

    def wait_match(self, pattern: str, timeout: float = PATIENCE) -> str:
        """Wait until a pattern stands on the screen, and give the screen."""
        screens: list[str] = []

        def there() -> bool:
            screens[:] = [self.screen()]
            return re.search(pattern, screens[0]) is not None

        self.until(there, timeout, f"/{pattern}/ on the screen")
        return screens[0]

    def wait_gone(self, text: str, timeout: float = PATIENCE) -> str:
        """Wait until a text is no longer on the screen, and give the screen."""
        screens: list[str] = []

        def gone() -> bool:
            screens[:] = [self.screen()]
            return text not in screens[0]

        self.until(gone, timeout, f"{text!r} to leave the screen")
        return screens[0]

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def kill9(self) -> None:
        """End the program at once, in the middle of whatever it does."""
        self.signal(signal.SIGKILL)
        self.wait_exit()
        self.wait_for("ready$")

    def stopped(self) -> bool:
        """Whether the program was stopped, and the shell has noticed."""
        return self._status_file.exists() and self._status_file.read_text().strip() != ""

    def wait_exit(self) -> int:
        """Wait until the program has ended, and give its exit status."""
        self.until(
            lambda: self._status_file.exists() and self._status_file.read_text().strip() != "",
            about="the program to end",
        )
        return int(self._status_file.read_text())

    def close(self) -> None:
        """End the terminal and, should it still run, the program in it."""
        if self._control is not None:
            self._control.close()
            self._control = None
        with contextlib.suppress(subprocess.CalledProcessError):
            self._tmux("kill-server")
        if self._pid_file.exists() and not self._status_file.exists():
            atexit.register(_end, self.pid)

    def __str__(self) -> str:
        return self.screen()
