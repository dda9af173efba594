"""What matters for a bug report and for a facilitator, found out without a screen.

No name of a session or of a person is in it, and the home folder is a `~`: it can be pasted.
"""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from mops_tui import __version__
from mops_tui.process.network.interfaces import preferred, ranked
from mops_tui.process.terminal import guards
from mops_tui.storage.files.disk import sync_folder, write_new
from mops_tui.storage.folders.mounts import network_kind, synced_by
from mops_tui.storage.folders.places import Places, pack_folders
from mops_tui.storage.locking.locks import why_no_locks
from mops_tui.storage.packs.packs import load_library
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.network.addresses import kind_words
from mops_tui.words.problems import sentence as problem_sentence
from mops_tui.words.safe import safe

LEAST = (80, 24)
"""Columns and rows in which everything is legible."""
SLOW = 0.5
"""Seconds from which on a disk is called slow: a vote is acknowledged only after this."""
_LIBRARIES = (
    "textual", "rich", "pydantic", "tomli-w", "plotext", "click", "filelock", "fsrs", "aiohttp",
    "segno", "ifaddr",
)  # fmt: skip
_OF_A_TERMINAL = ("TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM", "NO_COLOR")
_SHELLS = {"tmux": "TMUX", "screen": "STY", "zellij": "ZELLIJ", "ssh": "SSH_CONNECTION"}


@dataclass(frozen=True)
class DoctorLine:
    """One thing that was found.

    Attributes:
        about: What it is about.
        finding: What was found.
        trouble: Something has to be done about it.
    """

    about: str
    finding: str
    trouble: bool = False


def examine(places_here: Places, complaints: Iterable[str]) -> tuple[DoctorLine, ...]:
    """Look at everything. What is made for it in the user's folders is taken away again.

    Args:
        places_here: The user's folders.
        complaints: What is wrong with the settings, a sentence each.
    """
    lines = [*_versions(), *_terminal(), *_place()]
    lines.append(_phones())
    folders = (
        (_("sessions"), places_here.sessions),
        (_("practice"), places_here.practice),
        (_("packs"), places_here.packs),
    )
    for name, folder in folders:
        lines += _folder(name, folder)
    lines += _settings(places_here.config, complaints)
    lines += _packs(places_here.packs)
    return tuple(lines)


def short(text: object) -> str:
    """A text fit for a terminal, with the home folder as `~`."""
    shown = safe(str(text))
    for home in {str(Path.home()), os.path.realpath(Path.home())} - {os.sep}:
        shown = shown.replace(home, "~")
    return shown


def _versions() -> Iterator[DoctorLine]:
    yield DoctorLine("mops_tui", __version__)
    yield DoctorLine("Python", f"{platform.python_version()}, {platform.python_implementation()}")
    yield DoctorLine(_("system"), f"{platform.system()} {platform.release()}, {platform.machine()}")
    for name in _LIBRARIES:
        try:
            yield DoctorLine(name, version(name))
        except PackageNotFoundError:
            yield DoctorLine(name, _("is missing: install mops_tui again"), trouble=True)


def _terminal() -> Iterator[DoctorLine]:
    for name in _OF_A_TERMINAL:
        if name in os.environ:
            yield DoctorLine(name, safe(os.environ[name], 60))
    inside = [shell for shell, name in _SHELLS.items() if os.environ.get(name)]
    if inside:
        yield DoctorLine(_("inside"), ", ".join(inside))
    yield DoctorLine(_("colours"), _colours())
    if sys.stdout.isatty() or sys.stderr.isatty():
        size = shutil.get_terminal_size()
        small = size.columns < LEAST[0] or size.lines < LEAST[1]
        measured = f"{size.columns} x {size.lines}"
        if small:
            words = _("{size}: make it {width} x {height} or larger")
            measured = words.format(size=measured, width=LEAST[0], height=LEAST[1])
        yield DoctorLine(_("size"), measured, trouble=small)
    else:
        yield DoctorLine(_("size"), _("unknown: this is no terminal"))
    set_for_it = guards(os.environ)
    if set_for_it:
        yield DoctorLine(
            _("guards"), ", ".join(f"{name}={value}" for name, value in set_for_it.items())
        )


def _colours() -> str:
    if "NO_COLOR" in os.environ:
        return _("none, as NO_COLOR asks")
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return _("16 million")
    term = os.environ.get("TERM", "")
    if term in ("", "dumb", "unknown"):
        return _("unknown")
    return "256" if "256color" in term or "direct" in term else "16"


def _place() -> Iterator[DoctorLine]:
    name = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "-"
    yield DoctorLine(_("locale"), f"{safe(name, 40)}, {locale.getpreferredencoding(False)}")
    local_time = datetime.now().astimezone()
    yield DoctorLine(
        _("time zone"), f"{local_time.tzname()}, {local_time:%z}, {local_time:%Y-%m-%d %H:%M}"
    )


def _phones() -> DoctorLine:
    """Whether phones could reach this machine; no address, since this is sent on."""
    interfaces = ranked()
    n = sum(each.likely for each in interfaces)
    chosen = preferred(interfaces)
    if chosen is None:
        words = _("no network that they could reach this machine in; to vote there is the hot seat")
        return DoctorLine(_("phones"), words)
    words = ngettext(
        "could reach this machine at {n} address ({kind}); mops-tui room tries it",
        "could reach this machine at {n} addresses (first {kind}); mops-tui room tries it",
        n,
    )
    words = words.format(n=n, kind=kind_words(chosen.kind))
    if any(each.kind == "vpn" for each in interfaces):
        words = _("{said}; a VPN is on, which may keep them out").format(said=words)
    return DoctorLine(_("phones"), words)


def _folder(name: str, folder: Path) -> Iterator[DoctorLine]:
    there = _nearest(folder)
    words = short(folder)
    if there != folder:
        words = _("{folder}, not made yet").format(folder=words)
    yield DoctorLine(name, words)
    yield from _tried(name, there)
    if service := synced_by(folder):
        words = _(
            "lies in a folder of {service}: it may bring an older copy back during a workshop"
        )
        yield DoctorLine(name, words.format(service=service), trouble=True)
    if kind := network_kind(there):
        words = _("lies on a network drive ({kind}): a lost connection stops the votes")
        yield DoctorLine(name, words.format(kind=safe(kind, 20)), trouble=True)


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next((one for one in (folder, *folder.parents) if one.exists()), folder)


def _tried(name: str, folder: Path) -> Iterator[DoctorLine]:
    """Write, lock and fsync in a folder, for real, and take it all away again."""
    try:
        with tempfile.TemporaryDirectory(prefix=".mops-tui-doctor-", dir=folder) as scratch:
            trial = Path(scratch) / "trial"
            begun = time.perf_counter()
            write_new(trial, b"trial\n")
            sync_folder(trial.parent)
            took = time.perf_counter() - begun
            refused = why_no_locks(Path(scratch))
    except OSError as error:
        words = _("cannot be written: {why}").format(why=error.strerror or short(error))
        yield DoctorLine(name, words, trouble=True)
        return
    sentence = _("written and saved in {ms} ms").format(ms=f"{took * 1000:.1f}")
    if took > SLOW:
        sentence = _("{said}: this is slow; a vote counts only once it is saved").format(
            said=sentence
        )
    yield DoctorLine(name, sentence, trouble=took > SLOW)
    sentence = _("can be locked")
    if refused is not None:
        sentence = _("cannot be locked: {why}. Set MOPS_TUI_HOME to another folder").format(
            why=refused.strerror or short(refused)
        )
    yield DoctorLine(name, sentence, trouble=refused is not None)


def _settings(path: Path, complaints: Iterable[str]) -> Iterator[DoctorLine]:
    there = path.exists()
    yield DoctorLine(_("settings"), short(path) if there else _("none, so the defaults"))
    for complaint in complaints:
        yield DoctorLine(_("settings"), short(complaint), trouble=True)


def _packs(own: Path) -> Iterator[DoctorLine]:
    library = load_library(pack_folders(own))
    n = len(library.scenarios) + len(library.workshops) + len(library.card_packs)
    yield DoctorLine(_("packs"), ngettext("{n} pack", "{n} packs", n).format(n=n))
    for problem in library.problems:
        yield DoctorLine(_("packs"), short(problem_sentence(problem)), trouble=True)
