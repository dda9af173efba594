"""What a command was given to work on: a session or a pack, by its file or by its id."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from mops_tui.cli.failing import fail, fail_about, shown
from mops_tui.words.i18n import _


def session_path(asked_path: Path) -> Path:
    """A session by its file, or by its id in the user's folder.

    An id stands for the session, whatever its file is called and however many copies there are.
    """
    from mops_tui.storage.folders.places import places

    folder, session = places().sessions, asked_path.name.removesuffix(".toml")
    path = _or_own(asked_path, folder)
    try:
        if asked_path.parent != Path() or asked_path.exists():
            return path
    except OSError:  # a name too long: who reads the file says so
        return path
    from mops_tui.storage.sessions.copies import by_id, family

    summary = by_id(folder, session) if path == asked_path else family(path)
    return summary.path if summary is not None and summary.id == session else path


def known_session(asked_path: Path) -> Path:
    """A session that is there, whatever can be read of it; otherwise say so, and end."""
    path = session_path(asked_path)
    try:
        if path.exists():
            return path
    except OSError:  # a name too long, a folder closed to us: reading it says so
        return readable(path)
    return readable(path)


def checked_path(asked_path: Path) -> Path:
    """A pack, a session or a practice journal by its file, or by its id in the user's folders."""
    from mops_tui.storage.folders.places import places

    folders = places()
    path = _or_own(asked_path, folders.sessions, folders.packs, folders.practice)
    return path if path != asked_path else session_path(asked_path)


def pack_file(wanted: str) -> Path | None:
    """The file of a pack that was named as one; None where it was named by an id.

    A name with a folder or the ending of a pack is a file. So is one that is there and no id, and
    a broken pack of the user's own under its id.
    """
    from mops_tui.storage.files.formats import SUFFIX
    from mops_tui.storage.folders.places import pack_folders, places
    from mops_tui.storage.packs.summaries import pack_summaries

    path = Path(wanted)
    if path.parent != Path() or path.suffix == SUFFIX:
        return checked_path(path)
    try:
        if re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", wanted):
            own = places().packs
            kept = own / f"{wanted}{SUFFIX}"
            known = {one.id for one in pack_summaries(pack_folders(own), own)}
            return kept if wanted not in known and kept.exists() else None
        return path if path.name and path.exists() else None
    except (OSError, ValueError):  # a name too long, or with a null character
        return None


def known_pack(wanted: str, kind: str, *, home: bool = False) -> str:
    """The id of a pack that is there; otherwise say which is meant, and end.

    Args:
        wanted: The id as typed.
        kind: Such as "workshop".
        home: Any kind can be run from home, which lists them.
    """
    from difflib import get_close_matches

    from mops_tui.storage.folders.places import pack_folders, places
    from mops_tui.storage.packs.summaries import pack_summaries
    from mops_tui.words.files.packs import no_workshop

    own = places().packs
    summaries = pack_summaries(pack_folders(own), own)
    known = [summary.id for summary in summaries if home or summary.kind == kind]
    if wanted in known:
        return wanted
    near = next(iter(get_close_matches(wanted, known, 1)), "")
    return fail(no_workshop(wanted, near, home=home))


def known_scenario(wanted: str) -> str:
    """The id of a scenario that is there; otherwise say which is meant, and end."""
    return _known_topic(wanted, alone=False)


def known_topic(wanted: str) -> str:
    """The id of a scenario, or of a pack of cards alone; otherwise say which is meant, and end."""
    return _known_topic(wanted, alone=True)


def _known_topic(wanted: str, *, alone: bool) -> str:
    from difflib import get_close_matches

    from mops_tui.storage.folders.places import pack_folders, places
    from mops_tui.storage.packs.summaries import topic_summaries
    from mops_tui.words.files.packs import cards_go_with, no_scenario

    own = places().packs
    topics = topic_summaries(pack_folders(own), own)
    known = [one.id for one in topics if alone or one.kind == "scenario"]
    if wanted in known:
        return wanted
    if alone and (home := _home_of_cards(wanted)):
        fail(cards_go_with(wanted, home))
    return fail(no_scenario(wanted, next(iter(get_close_matches(wanted, known, 1)), "")))


def _home_of_cards(wanted: str) -> str:
    """The scenario that a pack of cards goes with, or ""."""
    from mops_tui.storage.folders.places import pack_folders, places
    from mops_tui.storage.packs.packs import load_library

    library = load_library(pack_folders(places().packs))
    if library.kinds.get(wanted) != "cards":
        return ""
    file = library.origins[wanted].resolve()
    return next((topic for (topic, _card), at in library.cards.items() if at == file), "")


def kept(path: Path) -> Path:
    """A session that a screen can open: an ordinary file whose header can be read."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return readable(path)  # it says what is wrong
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return readable(path)
    words = _("{file} is no ordinary file. Name a session file, or its id.")
    return fail(words.format(file=shown(path)))


def _or_own(asked_path: Path, *folders: Path) -> Path:
    name = f"{asked_path.name.removesuffix('.toml')}.toml"
    try:
        if not asked_path.exists() and asked_path.parent == Path():
            return next((own for f in folders if (own := f / name).exists()), asked_path)
    except OSError:  # a name too long, a folder closed to us: who reads the file says so
        pass
    return asked_path


def readable(path: Path) -> Path:
    """A workshop's session whose header can be read; otherwise say what is wrong, and end."""
    from mops_tui.storage.files.errors import SessionError, refuse_practice
    from mops_tui.storage.sessions import journal

    try:
        if path.exists() and not path.is_file():  # a pipe is read once; a folder says so itself
            return path
    except OSError:  # a name too long, a folder closed to us: reading it says so
        pass
    try:
        refuse_practice(journal.read_header_block(journal.load(path)).header.session)
    except SessionError as error:
        if error.code == "missing":
            words = _("{file}: there is no such session. `mops-tui sessions` lists yours.")
            fail(words.format(file=shown(path)))
        fail_about(error, path)
    return path
