"""`mops-tui check`: packs and sessions, told apart by what they hold."""

from __future__ import annotations

import contextlib
from pathlib import Path

from mops_tui.storage.errors import Busy, SessionError
from mops_tui.storage.kinds import kind_of
from mops_tui.storage.locks import SessionLock
from mops_tui.storage.packs import Library, check_pack, load_library
from mops_tui.storage.places import pack_folders, places
from mops_tui.storage.recovery import check as check_session
from mops_tui.storage.repair import repair as repair_session
from mops_tui.words import sessions as session_words
from mops_tui.words.i18n import _
from mops_tui.words.problems import sentence


def check_file(path: Path, *, repair: bool) -> tuple[bool, tuple[str, ...]]:
    """Check one file, and mend a session when asked to.

    Returns:
        Whether it is right now, and a sentence for each thing to say.
    """
    if is_session(path):
        return _session(path, repair=repair)
    with contextlib.suppress(OSError):
        if path.is_file() and not path.read_bytes().strip():
            return False, (_("{file}: the file is empty.").format(file=path),)
    problems = check_pack(path, _library())
    if problems:
        return False, tuple(sentence(problem) for problem in problems)
    return True, (_("{file}: a sound pack.").format(file=path),)


def is_session(path: Path) -> bool:
    """Whether a file is a session, and no pack that holds such words."""
    return kind_of(path) == "session"


def _library() -> Library:
    return load_library(pack_folders(places().packs))


def _session(path: Path, *, repair: bool) -> tuple[bool, tuple[str, ...]]:
    findings = check_session(path)
    lines = [session_words.sentence(finding, path) for finding in findings]
    if not findings:
        return True, (_("{file}: a sound session.").format(file=path),)
    if not repair:
        return False, tuple(lines)
    try:
        with SessionLock(path):
            done = repair_session(path)
    except (SessionError, Busy) as error:
        return False, (*lines, session_words.sentence(error, path))
    lines.append(session_words.sentence(done, path))
    return not check_session(path), tuple(lines)
