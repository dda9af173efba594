"""A damaged file gives the report of what can be read of it, or a sentence says why none is."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NoReturn

from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from support.examples import examples
from support.reports import full

from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import visible
from mops_tui.report import ReportInput, data
from mops_tui.report.input import ReportAudience
from mops_tui.report.schema import ReportData
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.usecases.report import (
    REPORT_SHAPES,
    ReportOptions,
    ReportShape,
    named_for,
    report_bytes,
    report_input,
)
from mops_tui.words.closing_kit.banners import banners
from mops_tui.words.files.sessions import sentence

SHAPES = tuple(one for one in REPORT_SHAPES if one != "pptx")
"""Slides are dear, and tell what page one does."""
EVENT = b"\n[[event]]"


@cache
def whole() -> bytes:
    room = full().add(ev.SessionClosed())
    return header_bytes(room.header) + b"".join(map(encode, room.events))


@cache
def whole_report(audience: ReportAudience) -> tuple[tuple[str, ...], ReportData]:
    """What is said above it, and what it says."""
    room = full().add(ev.SessionClosed())
    told = ReportInput(room.header, visible(room.state(), audience), audience=audience)
    return banners(told.state, told.condition), data.report(told)


def refuse_constant(name: str) -> NoReturn:
    raise AssertionError(name)


Damage = Callable[[bytes, int, int], bytes]


def cut(data: bytes, at: int, _other: int) -> bytes:
    return data[: at % (len(data) + 1)]


def flipped(data: bytes, at: int, other: int) -> bytes:
    place = at % len(data)
    return data[:place] + bytes([data[place] ^ (1 << other % 8)]) + data[place + 1 :]


def noise(data: bytes, at: int, other: int) -> bytes:
    place = at % len(data)
    return data[:place] + other.to_bytes(8, "little") * 4 + data[place + 32 :]


def line_twice(data: bytes, at: int, _other: int) -> bytes:
    lines = data.split(b"\n")
    place = at % len(lines)
    return b"\n".join([*lines[: place + 1], *lines[place:]])


def line_gone(data: bytes, at: int, _other: int) -> bytes:
    lines = data.split(b"\n")
    del lines[at % len(lines)]
    return b"\n".join(lines)


def events_swapped(data: bytes, at: int, other: int) -> bytes:
    header, *blocks = data.split(EVENT)
    if blocks:
        one, two = at % len(blocks), other % len(blocks)
        blocks[one], blocks[two] = blocks[two], blocks[one]
    return EVENT.join([header, *blocks])


def event_gone(data: bytes, at: int, _other: int) -> bytes:
    header, *blocks = data.split(EVENT)
    if blocks:
        del blocks[at % len(blocks)]
    return EVENT.join([header, *blocks])


VALUES = (b"nan", b"inf", b"-1", b"0", b'""', b"[]", b"true", b"1e308", b"9" * 30, b'"2026-13-45"')


def another_value(data: bytes, at: int, other: int) -> bytes:
    lines = data.split(b"\n")
    keys = [place for place, line in enumerate(lines) if b" = " in line]
    if not keys:
        return data
    place = keys[at % len(keys)]
    lines[place] = lines[place].split(b" = ")[0] + b" = " + VALUES[other % len(VALUES)]
    return b"\n".join(lines)


KINDS: tuple[Damage, ...] = (
    cut,
    flipped,
    noise,
    line_twice,
    line_gone,
    events_swapped,
    event_gone,
    another_value,
)
place = st.integers(0, 1 << 62)


@given(
    st.lists(st.tuples(st.sampled_from(KINDS), place, place), min_size=1, max_size=3),
    st.sampled_from(SHAPES),
)
@examples(30, HealthCheck.function_scoped_fixture)
def test_a_report_or_one_sentence_whatever_is_damaged(
    tmp_path: Path, damages: list[tuple[Damage, int, int]], shape: ReportShape
) -> None:
    """And where nothing is said above the report, it is that of the whole file."""
    file = whole()
    for damage, at, other in damages:
        file = damage(file, at, other) if file else file
    path = tmp_path / "s.toml"
    path.write_bytes(file)
    audiences: tuple[ReportAudience, ...] = ("room", "public")
    for audience in audiences:
        try:
            told = report_input(path, ReportOptions(audience=audience))
        except SessionError as error:
            (sentence_,) = sentence(error, path).splitlines()
            assert sentence_.endswith(".")
            return
        said, report = whole_report(audience)
        if banners(told.state, told.condition) == said:
            made_of = data.report(told)
            made_of["session"]["fingerprint"] = ""
            assert made_of == report
        if audience == "public" and shape == "csv-votes":
            continue
        made = report_bytes(told, shape)
        assert made
        if shape == "json":
            json.loads(made, parse_constant=refuse_constant)


def test_no_report_of_one_session_is_called_as_that_of_another() -> None:
    stems = ["day", "day-public", "day-public-public", "day-public-room", "day-public-room-room"]
    audiences: tuple[ReportAudience, ...] = ("room", "public")
    named = [named_for(Path(f"{stem}.toml"), one).stem for stem in stems for one in audiences]
    assert len(set(named)) == len(named)
    assert [named_for(Path(f"{one}.toml"), "room").stem for one in ("day", "Day-Public")] == [
        "day",
        "Day-Public-room",
    ]
