"""What a shell may complete: the ids of sessions, workshops and scenarios, and files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from mops_tui.storage.packs.summaries import PackSummary


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


def topic_ids(
    _ctx: click.Context,
    _param: click.Parameter,
    incomplete: str,
) -> list[CompletionItem]:
    """What can be practised by id, each with its title: scenarios, and packs of cards alone."""
    from mops_tui.storage.folders.places import pack_folders, places
    from mops_tui.storage.packs.summaries import topic_summaries

    own = places().packs
    return _items(topic_summaries(pack_folders(own), own), incomplete)


def pack_ids(
    _ctx: click.Context,
    _param: click.Parameter,
    incomplete: str,
) -> list[CompletionItem]:
    """The workshops and scenarios by id, each with its title; and files."""
    items = [*_packs("workshop", incomplete), *_packs("scenario", incomplete)]
    return [CompletionItem(incomplete, type="file"), *items]


def folders(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Folders."""
    return [CompletionItem(incomplete, type="dir")]


def todo_refs(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The references of what can be marked, each with what is to be done; behind a comma, too."""
    from mops_tui.sources.todo.folder import todo_of
    from mops_tui.storage.folders.places import places
    from mops_tui.usecases.actions import references
    from mops_tui.words.closing_kit.todo import what_words
    from mops_tui.words.safe import safe

    before, comma, begun = incomplete.rpartition(",")
    folder = ctx.params.get("folder") or next(map(Path, ctx.args), places().sessions)
    try:
        things = todo_of(folder).things
    except OSError:
        return []
    refs = references(things)
    wanted = "open" if param.name == "done_refs" else "done"
    return [
        CompletionItem(f"{before}{comma}{refs[one.digest]}", help=safe(what_words(one), 60))
        for one in things
        if one.standing == wanted and one.said_at is None and refs[one.digest].startswith(begun)
    ]


def _packs(kind: str, incomplete: str) -> list[CompletionItem]:
    from mops_tui.storage.folders.places import pack_folders, places
    from mops_tui.storage.packs.summaries import pack_summaries

    own = places().packs
    packs = pack_summaries(pack_folders(own), own)
    return _items((one for one in packs if one.kind == kind), incomplete)


def _items(summaries: Iterable[PackSummary], incomplete: str) -> list[CompletionItem]:
    from mops_tui.words.safe import safe

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
