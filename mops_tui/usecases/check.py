"""`mops-tui check`: packs and sessions, told apart by what they hold."""

from __future__ import annotations

import contextlib
from itertools import groupby
from pathlib import Path

from mops_tui.model.session.condition import Condition
from mops_tui.storage.files.errors import Busy, SessionError
from mops_tui.storage.files.kinds import kind_of
from mops_tui.storage.files.ordinary import open_ordinary
from mops_tui.storage.folders.places import pack_folders, places
from mops_tui.storage.packs.packs import Library, check_pack, load_library, pack_advice
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.fingerprint import fingerprint
from mops_tui.storage.sessions.recovery import Finding
from mops_tui.storage.sessions.recovery import check as check_session
from mops_tui.usecases.edited_cards import advice_on_editions
from mops_tui.usecases.repair import planned_repair, repair_session
from mops_tui.words.files import sessions as session_words
from mops_tui.words.files.condition import sentences
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.problems import sentence
from mops_tui.words.safe import safe

MOST_TOLD = 40
"""So many findings of one file are told one by one."""


def check_file(path: Path, *, repair: bool, dry_run: bool = False) -> tuple[bool, tuple[str, ...]]:
    """Check one file, and mend a session when asked to.

    Args:
        path: The file.
        repair: Mend a session.
        dry_run: Tell what mending would do, and write nothing.

    Returns:
        Whether it is right now, and a sentence for each thing to say.
    """
    if is_session(path):
        return _session(path, repair=repair, dry_run=dry_run)
    with contextlib.suppress(OSError, ValueError), open_ordinary(path) as file:
        if not file.read(1 << 16).strip():
            return False, (_("{file}: the file is empty.").format(file=safe(str(path))),)
    problems = check_pack(path, _library())
    if problems:
        sentences = tuple(sentence(problem) for problem in problems[:MOST_TOLD])
        return False, (*sentences, *_more(len(problems) - MOST_TOLD))
    sound = _("{file}: a sound pack.").format(file=safe(str(path)))
    return True, (sound, *_advice(path))


def _advice(path: Path) -> tuple[str, ...]:
    """What could be better in a sound pack: none of it keeps the pack from running."""
    found = [sentence(one) for one in pack_advice(path, _library())]
    found += advice_on_editions(path, places().practice)
    told = [_("Advice: {sentence}").format(sentence=one) for one in found[:MOST_TOLD]]
    return (*told, *_more(len(found) - MOST_TOLD))


def is_session(path: Path) -> bool:
    """Whether a file is a session, and no pack that holds such words."""
    return kind_of(path) == "session"


def fingerprint_line(path: Path) -> tuple[str, tuple[str, ...]]:
    """The one line that stands for a session, and what is wrong with its file.

    Raises:
        SessionError: It is no session, or its header cannot be read.
    """
    data = journal.load(path)
    if not is_session(path):
        raise SessionError("not-a-session")
    reading = journal.parse(data)
    digest = fingerprint(data, journal.read_header_block(data).text, reading.spans)
    count = len(reading.events)
    line = ngettext("{id}, {n} event: {made}", "{id}, {n} events: {made}", count).format(
        id=reading.header.id, n=count, made=digest
    )
    return line, _told(check_session(path), path)


def _library() -> Library:
    return load_library(pack_folders(places().packs))


def _told(findings: tuple[Finding, ...], path: Path) -> tuple[str, ...]:
    sentences: list[str] = []
    for code, run in groupby(findings, key=lambda finding: finding.code):
        first, *rest = run
        sentences.append(session_words.sentence(first, path))
        if code == "seq" and len(rest) > 1:
            sentences.append(_out_of_order(len(rest), rest[-1].line or 1, path))
        else:
            sentences += [session_words.sentence(finding, path) for finding in rest]
    return (*sentences[:MOST_TOLD], *_more(len(sentences) - MOST_TOLD))


def _out_of_order(n: int, line: int, path: Path) -> str:
    """One block in the wrong place puts all that follow it out of order: that is one thing."""
    words = _(
        "{file}, line {line}: up to here {n} more events are out of order; "
        "`mops-tui check --dry-run {file}` tells what a repair would do."
    )
    return words.format(file=safe(str(path)), line=line, n=n)


def _remarks(path: Path) -> list[str]:
    """What is no fault of a file and yet worth knowing.

    What an earlier repair sealed or could not bring back, and what a newer version wrote.
    """
    return sentences(journal.read(path).condition, safe(str(path)))


def _later(path: Path) -> list[str]:
    """What a newer version wrote into a file that has faults, too."""
    try:
        unknown = journal.read(path).condition.unknown
    except SessionError:
        return []
    return sentences(Condition(unknown=unknown), safe(str(path)))


def _more(n: int) -> tuple[str, ...]:
    words = ngettext("… and {n} more.", "… and {n} more.", n)
    return (words.format(n=n),) if n > 0 else ()


def _session(path: Path, *, repair: bool, dry_run: bool) -> tuple[bool, tuple[str, ...]]:
    findings = check_session(path)
    if not findings:
        name = safe(str(path))
        return True, (_("{file}: a sound session.").format(file=name), *_remarks(path))
    lines = [*_told(findings, path), *_later(path)]
    later = any(finding.code == "newer-format" for finding in findings)
    if later or (not repair and not dry_run):
        return False, tuple(lines)
    try:
        lines.append(_("A repair of {file}:").format(file=safe(str(path))))
        lines += [f"  {sentence}" for sentence in planned_repair(path)]
        if dry_run:
            lines.append(_("Nothing was written: this is what a repair would do."))
            return False, tuple(lines)
        done = repair_session(path)
    except (SessionError, Busy) as error:
        return False, (*lines, session_words.sentence(error, path))
    lines.append(session_words.sentence(done, path))
    return not check_session(path), tuple(lines)
