"""Files of one's own practice in which nothing can be read: told, and put aside when asked to."""

from __future__ import annotations

from pathlib import Path

from mops_tui.sources.practice.journals.month import UNREADABLE, put_aside
from mops_tui.sources.practice.journals.written import practice_files
from mops_tui.storage.files.errors import Busy, SessionError
from mops_tui.storage.folders.places import places
from mops_tui.storage.sessions import journal
from mops_tui.words.files.practice import damage_sentence, put_aside_sentence, unreadable_sentence
from mops_tui.words.i18n import _

_OURS = UNREADABLE | {"folder"}


def unreadable_practice(path: Path) -> SessionError | None:
    """Why nothing can be read in a file that is called like a month of one's practice, or None.

    Somebody else's file, a pack or a file of a later version are nobody's practice: None, too.
    """
    if path.absolute() not in practice_files(places().practice.absolute()):
        return None
    if path.is_dir():
        return SessionError("folder")
    try:
        journal.read(path)
    except SessionError as error:
        return error if error.code in _OURS else None
    return None


def put_right(
    path: Path, error: SessionError, *, repair: bool, dry_run: bool
) -> tuple[bool, tuple[str, ...]]:
    """Say what is wrong with such a file, and put it aside when asked to.

    Returns:
        Whether it is out of the way now, and a sentence for each thing to say.
    """
    told = unreadable_sentence(error, path)
    if dry_run and error.code in UNREADABLE:
        nothing = _("Nothing was written: a repair would give the file another name.")
        return False, (told, nothing)
    if not repair or error.code not in UNREADABLE:
        return False, (told,)
    try:
        aside = put_aside(path, error, path.name)
    except (SessionError, Busy) as refused:
        return False, (told, damage_sentence(refused, path))
    return True, (told, put_aside_sentence(aside, path))
