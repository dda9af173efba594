"""From blocks to events: each block is one, or a place where none can be read.

The order is checked here too, since an event out of its place is as wrong as a broken one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pydantic import ValidationError

from mops_tui.model.session.events import (
    KINDS,
    Event,
    LaterEvent,
    SessionOpened,
    UnknownKindError,
    parse,
)
from mops_tui.storage.sessions.blocks import Block
from mops_tui.storage.sessions.versions.upcast import Table, lifted_event


@dataclass(frozen=True)
class Damage:
    """A place where no event can be read.

    Attributes:
        line: The number of its first line.
        offset: Where it begins, in bytes.
        code: "unreadable" (not TOML), a code of `Excess` (too much to be parsed), "invalid" (wrong
            keys for its kind), "unknown-kind", "seq" (a gap or a repeat), "time" (earlier than
            the one before), "no-opening" (the first event is not `session-opened`).
        params: What the sentence needs: `kind`, `key`, `expected`, `found`, `before`, `most`.
    """

    line: int
    offset: int
    code: str
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ParsedBlock:
    """A block and what it holds.

    Attributes:
        block: The block.
        event: The event that its keys make, even where it is out of its place; or None. A sealed
            one of a kind that is not known here is a `LaterEvent`.
        damage: What is wrong with it, or None. A torn block has neither event nor damage.
        unknown: Its keys that are not known here.
    """

    block: Block
    event: Event | None
    damage: Damage | None
    unknown: tuple[str, ...] = ()

    @property
    def untouched(self) -> bool:
        """Whether it is just what this version writes, and nobody has changed it since."""
        sealed = self.block.crc_ok and self.event is not None and not self.event.edited
        return sealed and self.damage is None and not self.unknown


def parsed_blocks(
    blocks: Iterable[Block], named: int, seq: int = 0, t: float = 0.0
) -> Iterator[ParsedBlock]:
    """Read the event of each block, and go on after damage.

    Args:
        blocks: As `scan` yields them.
        named: The format that their file names: `HeaderBlock.format`.
        seq: The last `seq` before them, 0 at the beginning of a file.
        t: The last `t` before them.
    """
    certain = True  # whether `seq` is known: not so after a place where none can be read
    for block in blocks:
        if block.table is None:
            yield ParsedBlock(block, None, _unread(block) if block.whole else None)
            certain = certain and not block.whole
            continue
        table = lifted_event(block.table, named)
        unknown: tuple[str, ...] = ()
        try:
            try:
                event = parse(table)
            except UnknownKindError:
                event = _of_later_kind(table, sealed=block.crc_ok)
            except ValidationError:
                event, unknown = _without_unknown(table)
        except UnknownKindError as error:
            yield ParsedBlock(block, None, _damage(block, "unknown-kind", kind=error.kind))
            certain = False
            continue
        except ValidationError as error:
            yield ParsedBlock(block, None, _invalid(block, error))
            certain = False
            continue
        if event.seq == seq + 1 and event.t >= t and (seq or isinstance(event, SessionOpened)):
            yield ParsedBlock(block, event, None, unknown)
        else:
            yield ParsedBlock(block, event, _out_of_place(block, event, seq, t, certain), unknown)
            if event.seq <= seq or not block.crc_ok:
                continue  # a repeat, or a number that cannot be trusted: the count stands
        seq, t, certain = event.seq, max(t, event.t), True


def _of_later_kind(table: Table, *, sealed: bool) -> Event:
    """An event of a kind that is not known here, where nobody has touched it since.

    Raises:
        UnknownKindError: Somebody has, or it names no kind.
        ValidationError: Its place or its time is none.
    """
    kind = table.get("kind")
    if not sealed or not isinstance(kind, str):
        raise UnknownKindError(str(kind))
    return LaterEvent.model_validate({"seq": table.get("seq"), "t": table.get("t"), "name": kind})


def _without_unknown(table: Table) -> tuple[Event, tuple[str, ...]]:
    """The event of a known kind without the keys that are not known here, and those keys.

    Raises:
        ValidationError: That is not what is wrong with it.
    """
    known = KINDS[table["kind"]].model_fields
    kept = {key: value for key, value in table.items() if key in known}
    return parse(kept), tuple(sorted(table.keys() - kept.keys()))


def _out_of_place(block: Block, event: Event, seq: int, t: float, certain: bool) -> Damage | None:
    if event.seq != seq + 1 and (certain or event.seq <= seq):
        return _damage(block, "seq", expected=seq + 1, found=event.seq)
    if not event.t >= t:  # not a number is no time either
        return _damage(block, "time", before=t, found=event.t)
    if not seq and certain and not isinstance(event, SessionOpened):
        return _damage(block, "no-opening", kind=event.kind)
    return None


def _damage(block: Block, code: str, **params: object) -> Damage:
    return Damage(block.line, block.offset, code, params)


def _unread(block: Block) -> Damage:
    over = block.excess
    if over is None:
        return _damage(block, "unreadable")
    return Damage(block.line + over.line - 1, block.offset, over.code, {"most": over.most})


def _invalid(block: Block, error: ValidationError) -> Damage:
    first = error.errors(include_url=False, include_input=False)[0]
    key = ".".join(str(step) for step in first["loc"]) or "?"
    kind = str((block.table or {}).get("kind"))
    return _damage(block, "invalid", kind=kind, key=key)
