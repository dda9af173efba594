"""A request, and what each answer says besides: the one door that every answer goes out by."""

from __future__ import annotations

import asyncio

from aiohttp import StreamReader, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http import RawRequestMessage

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
"""The page loads nothing from anywhere else, runs no script in it, and shows in no frame."""
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # "no-referrer" would have a browser send `Origin: null` with a plain form.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


class RoomRequest(web.BaseRequest):
    """A request of a phone.

    Attributes:
        as_to_a_proxy: It named a whole address, and not a path alone.
    """

    def __init__(
        self,
        message: RawRequestMessage,
        payload: StreamReader,
        protocol: web.RequestHandler,
        writer: AbstractStreamWriter,
        task: asyncio.Task[None],
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        """Take what was parsed; a whole address is not looked into, since it may be none."""
        self.as_to_a_proxy = message.url.absolute
        if self.as_to_a_proxy:
            message = message._replace(url=message.url.relative())
        super().__init__(message, payload, protocol, writer, task, loop)

    async def _prepare_hook(self, response: web.StreamResponse) -> None:
        """Every answer passes here, those to what is no HTTP too."""
        headers = response.headers
        headers.update(ALWAYS)
        headers.setdefault("Cache-Control", "no-store")
        headers.pop("Server", None)
