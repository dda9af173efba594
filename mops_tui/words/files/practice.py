"""What is wrong with a practice journal, and what was mended in it, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.practice.journals.mended import Mended
from mops_tui.sources.practice.journals.month import SetAsideFile
from mops_tui.storage.files.errors import SessionError
from mops_tui.words.files import sessions as session_words
from mops_tui.words.files.sessions import Diagnostic
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

MOST_LINES = 5
"""So many places of lost entries are told."""


def damage_sentence(diagnostic: Diagnostic, file: Path | str) -> str:
    """What is wrong with a practice journal: where, what it costs, and what to do."""
    template = _damage().get(diagnostic.code)
    if template is None:
        return session_words.sentence(diagnostic, file)
    return session_words.filled(template, diagnostic, file)


def _damage() -> dict[str, str]:
    return {
        "unreadable": _(
            "{file}, line {line}: this entry cannot be read, and the answers after it do not count "
            "for now; `mops-tui check --repair {file}` brings them back."
        ),
        "invalid": _(
            "{file}, line {line}: the key {key} of this entry is not right, and the answers from "
            "here on do not count for now; `mops-tui check --repair {file}` brings back those "
            "after it."
        ),
        "unknown-kind": _(
            "{file}, line {line}: this entry was changed by hand, its kind {kind} is not known, "
            "and the answers after it do not count for now; `mops-tui check --repair {file}` "
            "brings them back."
        ),
        "seq": _(
            "{file}, line {line}: entry {expected} should stand here, not {found}, and the answers "
            "from here on do not count for now; `mops-tui check --repair {file}` brings back all "
            "that are there."
        ),
        "time": _(
            "{file}, line {line}: this entry is earlier than the one before it, and the answers "
            "from here on do not count for now; `mops-tui check --repair {file}` brings them back."
        ),
        "no-opening": _(
            "{file}, line {line}: the first entry should be session-opened, not {kind}, and no "
            "answer counts for now; `mops-tui check --repair {file}` brings them back."
        ),
        "torn": _(
            "{file}, line {line}: the last entry was cut short while it was written, and does not "
            "count; `mops-tui check --repair {file}` puts it aside, and so does practice when it "
            "is opened next."
        ),
        "edited": _(
            "{file}, line {line}: this entry was changed by hand; it counts as it stands now, and "
            "`mops-tui check --repair {file}` seals it."
        ),
        "busy": _(
            "{file}: practice is open already, on {host} (process {pid}) since {since}; close it "
            "there first."
        ),
        "busy-own": _("{file}: practice is open already, in this very window; go back to it."),
        "busy-unknown": _(
            "{file}: practice is open already in another program; close it there first."
        ),
        "header-edited": _(
            "{file}, line {line}: the header was changed by hand; it counts as it stands now, and "
            "`mops-tui check --repair {file}` seals it."
        ),
    }


def sound_practice(file: Path | str, answers: int) -> str:
    """Nothing is wrong with a practice journal."""
    return ngettext(
        "{file}: a sound practice journal with {n} answer.",
        "{file}: a sound practice journal with {n} answers.",
        answers,
    ).format(file=safe(str(file)), n=answers)


def mended_sentences(mended: Mended, *, file: str = "") -> list[str]:
    """What was mended: how many answers are kept, what is lost and where it stood.

    Args:
        mended: What was done.
        file: The file, as somebody has named it; its own name when absent.
    """
    named = safe(file or mended.file)
    words = ngettext(
        "{file} is mended: {n} answer is kept.", "{file} is mended: {n} answers are kept.",
        mended.kept,
    )  # fmt: skip
    told = [words.format(file=named, n=mended.kept), *_lost(mended)]
    words = _("The file as it was is {was}.") if mended.whole else _("What was cut is in {was}.")
    return [*told, words.format(was=safe(mended.was))]


def _lost(mended: Mended) -> list[str]:
    told = []
    if mended.lost:
        words = ngettext("{n} entry is lost.", "{n} entries are lost.", mended.lost)
        if mended.lines:
            words = ngettext(
                "{n} entry is lost; it stood on line {lines}.",
                "{n} entries are lost; they stood on line {lines}.",
                mended.lost,
            )
        shown = ", ".join(str(line) for line in mended.lines[:MOST_LINES])
        if len(mended.lines) > MOST_LINES:
            shown += ", …"
        told.append(words.format(n=mended.lost, lines=shown))
    if mended.torn is not None:
        words = _("The last entry, on line {line}, was cut short: it does not count.")
        told.append(words.format(line=mended.torn))
    return told or [_("Nothing is lost.")]


def not_all_read(files: Sequence[str]) -> str:
    """What is said of journals of which not everything counts.

    Args:
        files: Their names.
    """
    words = _("Not everything could be read: {files}. mops-tui check {first} says what to do.")
    first = safe(files[0].removesuffix(".toml")) if files else ""
    return words.format(files=", ".join(safe(name) for name in files), first=first)


def unreadable_sentence(error: SessionError, file: Path | str) -> str:
    """That nothing in a file of practice can be read, and what to do."""
    words = {
        "empty": _("{file}: the file is empty; `mops-tui check --repair {file}` puts it aside."),
        "bad-header": _(
            "{file}, line {line}: the header of the file cannot be read, so its answers do not "
            "count; put it right in an editor, or `mops-tui check --repair {file}` puts the file "
            "aside."
        ),
        "folder": _("{file}: this is a folder, and no file of practice; give it another name."),
    }.get(
        error.code,
        _(
            "{file}: nothing in it can be read as practice, so nothing in it counts; "
            "`mops-tui check --repair {file}` puts it aside."
        ),
    )
    return words.format(file=safe(str(file)), line=error.line or 1)


def put_aside_sentence(aside: SetAsideFile, file: Path | str) -> str:
    """What a file of practice is called now, and how its answers count again."""
    words = _("{file} is called {kept} now.")
    if aside.why == "bad-header":
        words = _(
            "{file} is called {kept} now. Put its header right in an editor, call it {again}, and "
            "its answers count again."
        )
    return words.format(file=safe(str(file)), kept=safe(aside.now), again=safe(aside.again))


def opened_sentences(journal: PracticeJournal) -> list[str]:
    """What is said when practice is opened: what was set aside, and what was mended."""
    told = [set_aside_sentence(one) for one in journal.set_aside]
    return [*told, *([" ".join(mended_sentences(journal.mended))] if journal.mended else [])]


def set_aside_sentence(aside: SetAsideFile) -> str:
    """Why a file was called otherwise, and what becomes of its answers."""
    words = {
        "empty": _(
            "{file}: the file was empty. It is called {kept} now, and practice goes on in a new "
            "file."
        ),
        "bad-header": _(
            "{file}, line {line}: the header of the file cannot be read, so its answers do not "
            "count. It is called {kept} now, and practice goes on in a new file. Put the header "
            "right in an editor, call the file {again}, and they count again."
        ),
    }.get(
        aside.why,
        _(
            "{file}: nothing in it could be read, so it is called {kept} now, and practice goes on "
            "in a new file."
        ),
    )
    return words.format(
        file=safe(aside.file), kept=safe(aside.now), line=aside.line or 1, again=safe(aside.again)
    )
