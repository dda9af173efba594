"""What a shell may complete: the ids of sessions, workshops and scenarios, and files."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem


def session_ids(
    _ctx: click.Context,
    _param: click.Parameter,
    incomplete: str,
) -> list[CompletionItem]:
    """The user's sessions by id; and files, where no id begins so."""
    from mops_tui.storage.folders.places import places

    return _with_files(_stems(places().sessions), incomplete)


def file_ids(
    _ctx: click.Context,
    _param: click.Parameter,
    incomplete: str,
) -> list[CompletionItem]:
    """The user's packs and sessions by id; and files."""
    from mops_tui.storage.folders.places import places

    folders = places()
    return _with_files(_stems(folders.packs) + _stems(folders.sessions), incomplete)


def workshop_ids(
    _ctx: click.Context,
    _param: click.Parameter,
    incomplete: str,
) -> list[CompletionItem]:
    """The workshops by id, each with its title."""
    return _packs("workshop", incomplete)


def scenario_ids(
    _ctx: click.Context,
    _param: click.Parameter,
    incomplete: str,
) -> list[CompletionItem]:
    """The scenarios by id, each with its title."""
    return _packs("scenario", incomplete)


def pack_ids(
    _ctx: click.Context,
    _param: click.Parameter,
    incomplete: str,
) -> list[CompletionItem]:
    """The workshops and scenarios by id, each with its title; and files."""
    items = [*_packs("workshop", incomplete), *_packs("scenario", incomplete)]
    return [CompletionItem(incomplete, type="file"), *items]


def _packs(kind: str, incomplete: str) -> list[CompletionItem]:
    from mops_tui.storage.folders.places import pack_folders, places
    from mops_tui.storage.packs.summaries import pack_summaries
    from mops_tui.words.safe import safe

    own = places().packs
    summaries = [
        summary for summary in pack_summaries(pack_folders(own), own) if summary.kind == kind
    ]
    return [
        CompletionItem(summary.id, help=safe(summary.title, 60))
        for summary in summaries
        if summary.id.startswith(incomplete)
    ]


def _stems(folder: Path) -> list[str]:
    try:
        return sorted(path.stem for path in folder.glob("*.toml"))
    except OSError:
        return []


def _with_files(names: list[str], incomplete: str) -> list[CompletionItem]:
    items = [CompletionItem(name) for name in names if name.startswith(incomplete)]
    return [CompletionItem(incomplete, type="file"), *items]
