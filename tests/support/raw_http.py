"""HTTP as bytes over a socket: what no client library would send, and what comes back of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from support.until import PATIENCE

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Reply:
    """What came back.

    Attributes:
        raw: Every byte of it; none where the connection was closed without an answer.
    """

    raw: bytes

    @property
    def status(self) -> int:
        """The status; 0 where there was no answer."""
        return int(self.raw.split(b" ", 2)[1]) if self.raw else 0

    @property
    def headers(self) -> Mapping[str, str]:
        """By their names in lower case."""
        _first, *lines = self.raw.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        parted = (line.partition(":") for line in lines)
        return {name.lower(): value.strip() for name, _, value in parted}

    @property
    def body(self) -> bytes:
        """Whatever followed."""
        return self.raw.partition(b"\r\n\r\n")[2]

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> str:
        """The code of an error, or ""."""
        if not self.headers.get("content-type", "").startswith("application/json"):
            return ""
        return str(self.json.get("error", ""))

    @property
    def seat(self) -> dict[str, str]:
        """The headers by which whoever got this answer to a join shows their seat."""
        return {"Cookie": self.headers["set-cookie"].split(";")[0]}


def request(
    method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes = b""
) -> bytes:
    """The bytes of a request; `Host` and `Content-Length` are added where they are not given."""
    named = dict(headers or {})
    lower = {name.lower() for name in named}
    if "host" not in lower:
        named = {"Host": "HOST", **named}
    if body and not lower & {"content-length", "transfer-encoding"}:
        named["Content-Length"] = str(len(body))
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in named.items())]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def post(path: str, body: object, headers: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a POST: a text is a form, bytes are what they are, all else is made JSON."""
    kind = FORM if isinstance(body, str) else JSON
    data = body.encode() if isinstance(body, str) else body
    data = data if isinstance(data, bytes) else json.dumps(data).encode()
    return request("POST", path, {**kind, **(headers or {})}, data)


async def exchange(port: int, data: bytes) -> Reply:
    """Send some bytes on a connection of their own and read one answer.

    Args:
        port: Where at loopback.
        data: The bytes; `HOST` in them stands for the right host.
    """
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(data.replace(b"HOST", f"127.0.0.1:{port}".encode()))
        async with asyncio.timeout(PATIENCE):
            return await answer(reader)
    finally:
        writer.close()


async def answer(reader: asyncio.StreamReader) -> Reply:
    """Read one answer."""
    try:
        top = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return Reply(b"")
    length = int(Reply(top).headers.get("content-length", 0))
    return Reply(top + await reader.readexactly(length))
