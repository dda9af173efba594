"""HTTP as bytes over a socket: what no client library would send, and what comes back of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PATIENCE = 10.0
"""So long a test waits for what has to come; nothing is measured by it."""


@dataclass(frozen=True)
class Reply:
    """What came back.

    Attributes:
        status: The status, or 0 where the connection was closed without an answer.
        headers: By their names in lower case.
        body: Whatever followed.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> str:
        """The code of an error, or ""."""
        if not self.headers.get("content-type", "").startswith("application/json"):
            return ""
        return str(self.json.get("error", ""))


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
        return Reply(0, {}, b"")
    first, *rest = top.decode("latin-1").split("\r\n")
    headers = {}
    for line in filter(None, rest):
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    length = int(headers.get("content-length", 0))
    return Reply(int(first.split()[1]), headers, await reader.readexactly(length))
