"""`mops-tui check`: packs and sessions, told apart by what they hold."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from mops_tui.model.session.condition import Condition
from mops_tui.sources.practice.journals.mended import answers_in, mended
from mops_tui.storage.files.errors import Busy, SessionError
from mops_tui.storage.files.kinds import kind_of
from mops_tui.storage.files.ordinary import open_ordinary
from mops_tui.storage.folders.places import pack_folders, places
from mops_tui.storage.packs.packs import Library, check_pack, load_library, pack_advice
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.fingerprint import fingerprint
from mops_tui.storage.sessions.recovery import Finding
from mops_tui.storage.sessions.recovery import check as check_session
from mops_tui.storage.sessions.repairing.repair import Repair
from mops_tui.usecases.edited_cards import advice_on_editions
from mops_tui.usecases.repair import planned_repair, repair_session
from mops_tui.usecases.unreadable_practice import put_right, unreadable_practice
from mops_tui.words.files import sessions as session_words
from mops_tui.words.files.condition import sentences
from mops_tui.words.files.practice import damage_sentence, mended_sentences, sound_practice
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
    unreadable = unreadable_practice(path)
    if unreadable is not None:
        return put_right(path, unreadable, repair=repair, dry_run=dry_run)
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


def _told(
    findings: tuple[Finding, ...],
    path: Path,
    say: Callable[[Finding, Path], str] = session_words.sentence,
) -> tuple[str, ...]:
    sentences: list[str] = []
    for code, run in groupby(findings, key=lambda finding: finding.code):
        first, *rest = run
        sentences.append(say(first, path))
        if code == "seq" and len(rest) > 1:
            sentences.append(_out_of_order(len(rest), rest[-1].line or 1, path))
        else:
            sentences += [say(finding, path) for finding in rest]
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
    practice = _is_practice(path)
    if not findings:
        name = safe(str(path))
        sound = _("{file}: a sound session.").format(file=name)
        if practice:
            sound = sound_practice(path, answers_in(journal.read(path).events))
        return True, (sound, *_remarks(path))
    told = _told(findings, path, damage_sentence if practice else session_words.sentence)
    lines = [*told, *_later(path)]
    later = any(finding.code == "newer-format" for finding in findings)
    if later or (not repair and not dry_run):
        return False, tuple(lines)
    try:
        planned = planned_repair(path)
    except SessionError as error:  # that takes a person, and is told already
        known = any(finding.code == error.code for finding in findings)
        return False, tuple(lines if known else (*lines, session_words.sentence(error, path)))
    lines.append(_("A repair of {file}:").format(file=safe(str(path))))
    lines += [f"  {sentence}" for sentence in planned]
    if dry_run:
        lines.append(_("Nothing was written: this is what a repair would do."))
        return False, tuple(lines)
    try:
        done = repair_session(path)
        lines += _done(done, path, practice=practice)
    except (SessionError, Busy) as error:
        return False, (*lines, session_words.sentence(error, path))
    return not check_session(path), tuple(lines)


def _done(done: Repair, path: Path, *, practice: bool) -> list[str]:
    """What a repair came to; of a practice journal, which answers are kept and lost."""
    what = mended(path, journal.read(path).events, None, done) if practice else None
    if what is None:
        return [session_words.sentence(done, path)]
    return mended_sentences(what, file=str(path))


def _is_practice(path: Path) -> bool:
    try:
        return journal.read_header_block(journal.load(path)).header.session == "practice"
    except SessionError:
        return False
