"""What a request carries, read with suspicion: JSON or a form, short, and of the types expected."""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from mops_tui.web.errors import Refused

MOST_BYTES = 8192
MOST_FIELDS = 400
"""So many fields a form may have: a rating of the longest question fits many times."""
MOST_DIGITS = 15
BODY_SECONDS = 8.0
"""Within so long a body has to be here: whoever sends it byte by byte is not waited for."""
MOST_DEPTH = 8


async def bytes_of(request: web.BaseRequest) -> bytes:
    """The whole body.

    Raises:
        Refused: It is too long, whatever its header says, comes too slowly, or is cut off.
    """
    if (request.content_length or 0) > MOST_BYTES:
        raise Refused(413, "too-long")
    if request.content.is_eof() and request.content.exception() is None:  # all of it came at once
        whole = request.content.read_nowait()
        if len(whole) > MOST_BYTES:
            raise Refused(413, "too-long")
        return whole
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in request.content.iter_any():
                body += part
                if len(body) > MOST_BYTES:
                    raise Refused(413, "too-long")
    except TimeoutError:
        raise Refused(408, "too-slow") from None
    except (web.RequestPayloadError, ConnectionError):
        raise Refused(400, "bad-request") from None
    return bytes(body)


async def json_of(request: web.BaseRequest) -> dict[str, Any]:
    """The object that the body is.

    Raises:
        Refused: It is none.
    """
    return parsed(await bytes_of(request))


def parsed(body: bytes) -> dict[str, Any]:
    """The object that some JSON is.

    Raises:
        Refused: It is none; or it is deep, names a key twice, holds a number out of all bounds, or
            text that is no text.
    """
    if body.count(b"[") + body.count(b"{") > MOST_FIELDS:
        raise Refused(400, "bad-json")
    try:
        text = body.decode("utf-8")
        made = json.loads(
            text,
            object_pairs_hook=_once,
            parse_constant=_no_number,
            parse_int=_whole,
            parse_float=_finite,
        )
        if "\\u" in text:  # half a character can be written so, and nothing could print it
            json.dumps(made, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise Refused(400, "bad-json") from None
    if not isinstance(made, dict) or _depth(made) > MOST_DEPTH:
        raise Refused(400, "bad-json")
    return made


async def form_of(request: web.BaseRequest) -> dict[str, list[str]]:
    """The fields that a form sent, each with all its values.

    Raises:
        Refused: It is none.
    """
    body = await bytes_of(request)
    try:
        pairs = parse_qsl(
            body.decode("utf-8"),
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise Refused(400, "bad-form") from None
    form: dict[str, list[str]] = {}
    for name, value in pairs:
        form.setdefault(name, []).append(value)
    return form


@dataclass(frozen=True)
class BodyKey:
    """What one key of a body may be.

    Attributes:
        type: Its type, exactly.
        most: The longest text, or the greatest number.
        needed: It has to be there.
    """

    type: type
    most: int = 0
    needed: bool = True


def checked(body: Mapping[str, Any], keys: Mapping[str, BodyKey]) -> None:
    """Check that a body has the keys it is to have, of their types, and no others.

    Raises:
        Refused: It does not.
    """
    if not body.keys() <= keys.keys():
        raise Refused(400, "unknown-key")
    for name, key in keys.items():
        if name not in body:
            if key.needed:
                raise Refused(400, "key-missing")
            continue
        value: Any = body[name]
        if type(value) is not key.type:
            raise Refused(400, "wrong-type")
        if isinstance(value, str) and len(value) > key.most:
            raise Refused(400, "text-too-long")
        if type(value) is int and not 0 <= value <= key.most:
            raise Refused(400, "wrong-type")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError
    return made


def _no_number(_text: str) -> float:
    raise ValueError


def _whole(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise ValueError
    return int(text)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError
    return number


def _depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 0
