"""Launch: from the command to the painted home screen, against a Textual hello-world.

    python benchmarks/launch.py [--runs 15]

Both run in turn in a pseudo-terminal of 80 x 24 that answers nothing, until its screen holds
their text. The time of a run is that of the bytes which completed the text. Memory is what
`/proc` says of each once it has come to rest: at home the workshop screens have then been loaded
in the background.
"""

from __future__ import annotations

import argparse
import compileall
import fcntl
import importlib.util
import json
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from dataclasses import dataclass
from pathlib import Path

from needs import needs

needs("pyte")

import pyte

ROOT = Path(__file__).resolve().parents[1]
SIZE = (80, 24)
BUDGET, MEMORY_BUDGET = 1.3, 1.5
PATIENCE = 30.0
REST = 0.5
"""A process that has used no processor for so many seconds has come to rest."""

HELLO = """\
from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("Hello, world")


Hello().run()
"""
HOME_TEXTS = ("Run a workshop", "Your sessions", "Choose scenarios")


@dataclass(frozen=True)
class Run:
    """One launch.

    Attributes:
        painted: Milliseconds until the screen held the text.
        first: Resident memory at that moment, in MB.
        rest: Likewise once it had come to rest; 0 where that was not waited for.
    """

    painted: float
    first: float
    rest: float


def compile_all() -> None:
    """Byte code first: PYTHONDONTWRITEBYTECODE may have been set when things were installed."""
    compileall.compile_dir(ROOT / "mops_tui", quiet=2)
    for name in ("textual", "rich", "click", "pydantic", "plotext", "tomli_w", "filelock"):
        spec = importlib.util.find_spec(name)
        for folder in spec.submodule_search_locations or () if spec else ():
            compileall.compile_dir(folder, quiet=2)


def memory(pid: int) -> float:
    """Resident memory of a process in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def processor(pid: int) -> int:
    """The processor time that a process has used, in ticks."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def launch(command: list[str], texts: tuple[str, ...], home: Path, *, rest: bool) -> Run:
    """Start a program, wait until all texts are on its screen, and end it."""
    screen = pyte.Screen(*SIZE)
    stream = pyte.ByteStream(screen)
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in ("PYTHONDONTWRITEBYTECODE", "LINES", "COLUMNS", "TEXTUAL", "NO_COLOR")
    } | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONPATH": str(ROOT),
        "MOPS_TUI_HOME": str(home),
    }
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
    begun = time.perf_counter()
    pid = os.posix_spawn(
        command[0],
        command,
        environment,
        file_actions=[(os.POSIX_SPAWN_DUP2, theirs, fd) for fd in (0, 1, 2)],
        setsid=True,
    )
    os.close(theirs)
    try:
        painted = _painted(ours, stream, screen, texts, begun)
        first = memory(pid)
        return Run(painted, first, _rested(ours, pid) if rest else 0.0)
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(ours)


def _painted(
    fd: int, stream: pyte.ByteStream, screen: pyte.Screen, texts: tuple[str, ...], begun: float
) -> float:
    while time.perf_counter() - begun < PATIENCE:
        if not select.select([fd], [], [], 0.1)[0]:
            continue
        data = os.read(fd, 65536)
        now = time.perf_counter()
        stream.feed(data)
        shown = "\n".join(screen.display)
        if all(text in shown for text in texts):
            return (now - begun) * 1000
    raise TimeoutError("\n".join(screen.display))


def _rested(fd: int, pid: int) -> float:
    used, since = processor(pid), time.perf_counter()
    while time.perf_counter() - since < REST:
        if select.select([fd], [], [], 0.05)[0]:
            os.read(fd, 65536)
        if processor(pid) > used + 1:
            used, since = processor(pid), time.perf_counter()
    return memory(pid)


def main() -> int:
    """Measure, print, and fail when over a budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--json", action="store_true", help="rows for benchmarks/run.py")
    options = parser.parse_args()
    compile_all()
    with tempfile.TemporaryDirectory() as name:
        hello = Path(name) / "hello.py"
        hello.write_text(HELLO)
        home = Path(name) / "home"
        base_command = [sys.executable, str(hello)]
        our_command = [sys.executable, "-m", "mops_tui"]
        launch(base_command, ("Hello, world",), home, rest=False)  # both once for the disk cache
        launch(our_command, HOME_TEXTS, home, rest=False)
        bases, ours = [], []
        for run in range(options.runs):
            rest = run < 3
            bases.append(launch(base_command, ("Hello, world",), home, rest=rest))
            ours.append(launch(our_command, HOME_TEXTS, home, rest=rest))
    base, mine = (statistics.median(run.painted for run in runs) for runs in (bases, ours))
    base_first, first = (statistics.median(run.first for run in runs) for runs in (bases, ours))
    base_mb, mb = (statistics.median(r.rest for r in runs if r.rest) for runs in (bases, ours))
    ratio, memory_ratio = mine / base, mb / base_mb
    good, slim = ratio <= BUDGET, memory_ratio <= MEMORY_BUDGET
    if options.json:
        rows = [
            ["launch to the painted home screen", f"{BUDGET} × a Textual hello-world",
             f"{mine:.0f} ms; hello-world {base:.0f} ms", f"{ratio:.2f} ×", good],
            ["memory at home", f"{MEMORY_BUDGET} × the hello-world",
             f"{mb:.0f} MB; hello-world {base_mb:.0f} MB", f"{memory_ratio:.2f} ×", slim],
        ]  # fmt: skip
        print(json.dumps(rows))
        return 0 if good and slim else 1
    print(f"medians of {options.runs} launches each, in turn")
    print(f"hello-world   {base:6.0f} ms")
    print(f"mops-tui      {mine:6.0f} ms   {ratio:.2f} x   budget {BUDGET} x")
    print(
        f"memory when painted   {base_first:5.1f} and {first:5.1f} MB   {first / base_first:.2f} x"
    )
    print(f"memory at rest        {base_mb:5.1f} and {mb:5.1f} MB   {memory_ratio:.2f} x   "
          f"budget {MEMORY_BUDGET} x")  # fmt: skip
    return 0 if good and slim else 1


if __name__ == "__main__":
    raise SystemExit(main())
