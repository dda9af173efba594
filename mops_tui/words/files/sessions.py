"""What is wrong with a session file, in one sentence each: what, where, and what to do."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

LONGEST = 80
"""How much of what stands in a file a sentence repeats."""


class Diagnostic(Protocol):
    """Anything that storage says: a `Finding`, a `Damage`, a `SessionError`, a `Recovery`..."""

    @property
    def code(self) -> str:
        """What it is."""

    @property
    def line(self) -> int | None:
        """Where, or None."""

    @property
    def params(self) -> Mapping[str, object]:
        """What the sentence needs."""


def sentence(diagnostic: Diagnostic, file: Path | str) -> str:
    """Say it in one sentence.

    Args:
        diagnostic: A `Finding`, `Damage`, `SessionError`, `WriteFailed`, `Busy`, `Recovery` or
            `Repair`.
        file: The file, as the person named it.
    """
    return filled(_counted(diagnostic) or _template(diagnostic), diagnostic, file)


def filled(template: str, diagnostic: Diagnostic, file: Path | str) -> str:
    """A sentence with what a diagnostic knows put into it.

    Args:
        template: With names in braces, such as {file} and {line}.
        diagnostic: What is told.
        file: The file, as the person named it.
    """
    params: dict[str, object] = {
        "file": safe(str(file)),
        "line": diagnostic.line or 1,
        "again": _elsewhere(),
        **{key: _shown(value) for key, value in diagnostic.params.items()},
    }
    return template.format_map(params)


def _elsewhere() -> str:
    """How the program is started with everything of the user's in another folder."""
    if sys.platform == "win32":
        return r"set MOPS_TUI_HOME=C:\mops, then mops-tui"
    return "MOPS_TUI_HOME=~/mops mops-tui"


def _shown(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = safe(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _template(diagnostic: Diagnostic) -> str:
    if diagnostic.code == "bad-header":
        return _bad_header(diagnostic)
    for templates in (_files(), _damage(), _writing()):
        if diagnostic.code in templates:
            return templates[diagnostic.code]
    return _("{file}, line {line}: something is wrong here ({code}).").replace(
        "{code}", diagnostic.code
    )


def _bad_header(diagnostic: Diagnostic) -> str:
    if diagnostic.params.get("unknown"):
        return _(
            "{file}: the header is not as it was written, and {key} in it is not known here. If it "
            "is misspelt, put it right in an editor; if a newer version of mops_tui wrote it, "
            "leave it, and open the file with that version."
        )
    if diagnostic.params.get("key"):
        return _(
            "{file}: the key {key} of the header is not what it should be; "
            "put it right in an editor."
        )
    return _("{file}, line {line}: the header is not valid TOML; put it right in an editor.")


def _files() -> dict[str, str]:
    return {
        "missing": _("{file}: there is no such file."),
        "folder": _("{file}: this is a folder; name a session file inside it."),
        "not-a-file": _(
            "{file}: this is a pipe, a device or a socket; only ordinary files are opened."
        ),
        "too-big": _("{file}: this is over {most} MB, too large for a session."),
        "header-too-big": _("{file}: its header is over {most} MB, too large for a session."),
        "too-many-events": _(
            "{file}, line {line}: there are more than {most} events; no session is so long, so "
            "nothing of it is read."
        ),
        "too-many-parts": _(
            "{file}, line {line}: a key has more than {most} parts with dots between them; "
            "nothing is read here."
        ),
        "too-nested": _(
            "{file}, line {line}: lists stand inside one another more than {most} deep; nothing "
            "is read here."
        ),
        "too-many-entries": _(
            "{file}, line {line}: there are more than {most} entries; nothing is read here."
        ),
        "permission": _("{file}: you may not read or write here; check who owns it."),
        "cannot-read": _("{file}: it cannot be read ({reason})."),
        "cannot-write": _("{file}: it cannot be written ({reason}); nothing was changed."),
        "cannot-create": _("{file}: it cannot be made ({reason}); choose another folder."),
        "cannot-delete": _("{file}: it cannot be deleted ({reason})."),
        "cannot-lock": _(
            "{file}: its lock cannot be made ({reason}); see who may write in its folder."
        ),
        "no-locks": _(
            "{file}: nothing here can be locked ({reason}), as on some network drives, and without "
            "a lock two programs could write at once. Nothing was left here. Name a folder on this "
            "machine's own disk and start again: {again}"
        ),
        "exists": _("{file}: there is a file of that name already, and it was left alone."),
        "empty": _("{file}: the file is empty."),
        "not-utf8": _("{file}, line {line}: this is not UTF-8 text, so it is no session file."),
        "not-a-session": _("{file}: this is not a session file of mops_tui."),
        "practice": _(
            "{file}: this is a practice journal, the answers of one person and no workshop; "
            "`mops-tui progress` shows what they add up to."
        ),
        "not-live": _(
            "{file}: this is a rehearsal; a workshop goes on from one in which people decided."
        ),
        "damaged-before": _(
            "{file}, line {line}: the session is damaged here, so nothing is taken over from it."
        ),
        "damaged": _(
            "{file}, line {line}: the session is damaged here; a repair goes on with all that can "
            "be read, and keeps the file as it is beside it."
        ),
        "newer-format": _(
            "{file}: its format is {found}, and this mops_tui knows {known}; "
            "update mops_tui to open it."
        ),
        "busy": _(
            "{file}: the session is open already, on {host} (process {pid}) since {since}; "
            "close it there first."
        ),
        "busy-own": _("{file}: the session is open already, in this very window; go back to it."),
        "busy-unknown": _(
            "{file}: the session is open already in another program; close it there first."
        ),
    }


def _damage() -> dict[str, str]:
    return {
        "edited": _(
            "{file}, line {line}: this event was changed by hand; it counts as it stands now, "
            "and `mops-tui check --repair {file}` seals it."
        ),
        "edited-key": _(
            "{file}, line {line}: this event was changed by hand, and {key} is not known here; the "
            "event counts without it, and `mops-tui check --repair {file}` seals it as it stands."
        ),
        "header-edited": _(
            "{file}, line {line}: the header was changed after the session was opened; it counts "
            "as it stands now, and `mops-tui check --repair {file}` seals it."
        ),
        "torn": _(
            "{file}, line {line}: the last write was cut short; it is put aside when the session "
            "is resumed, or by `mops-tui check --repair {file}`."
        ),
        "crlf": _(
            "{file}, line {line}: something has changed the line ends to those of Windows "
            "(CRLF); `mops-tui check --repair {file}` puts them back."
        ),
        "unreadable": _(
            "{file}, line {line}: no event can be read here, and the session stops at this point; "
            "put it right in an editor, or let `mops-tui check --repair {file}` leave it out."
        ),
        "invalid": _(
            "{file}, line {line}: the key {key} is not right for an event of the kind {kind}, and "
            "the session stops at this point; put it right in an editor, or let "
            "`mops-tui check --repair {file}` leave it out."
        ),
        "unknown-kind": _(
            "{file}, line {line}: no event of the kind {kind} is known here, this one was changed "
            "by hand, and the session stops at this point; put it right in an editor, or let "
            "`mops-tui check --repair {file}` leave it out."
        ),
        "seq": _(
            "{file}, line {line}: event {expected} should stand here, not {found}, and the session "
            "stops at this point; `mops-tui check --repair {file}` goes on without what is missing."
        ),
        "time": _(
            "{file}, line {line}: this event is earlier than the one before it, and the session "
            "stops at this point; `mops-tui check --repair {file}` puts it right."
        ),
        "no-opening": _(
            "{file}, line {line}: the first event should be session-opened, not {kind}; "
            "`mops-tui check --repair {file}` puts it right."
        ),
        "completed": _("{file}: a missing blank line at the end was put back."),
    }


def _writing() -> dict[str, str]:
    return {
        "write": _("{file}: it cannot be written ({reason}); what is not saved yet is kept."),
        "replaced": _(
            "{file}: something has put another file in its place; carry on in another folder."
        ),
        "gone": _("{file}: the file was moved or deleted; carry on in another folder."),
        "shrunk": _("{file}: something has cut the file; carry on in another folder."),
        "grown": _("{file}: something else has written to the file; carry on in another folder."),
        "not-restored": _("{file}: the last write failed; save again first."),
        "closed": _("{file}: the session is closed; resume it first."),
    }


def _counted(diagnostic: Diagnostic) -> str:
    if diagnostic.code == "recovered":
        return ngettext(
            "{file}: the last write had been cut short; its {bytes} byte is kept in {kept}.",
            "{file}: the last write had been cut short; its {bytes} bytes are kept in {kept}.",
            int(str(diagnostic.params["bytes"])),
        )
    if diagnostic.code != "repaired":
        return ""
    if not diagnostic.params["backup"]:
        return _("{file}: there was nothing to repair.")
    return ngettext(
        "{file}: repaired, {lost} event is lost; the file as it was is kept in {backup}.",
        "{file}: repaired, {lost} events are lost; the file as it was is kept in {backup}.",
        int(str(diagnostic.params["lost"])),
    )
