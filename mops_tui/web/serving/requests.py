"""A request, and what each answer says besides: the one door that every answer goes out by."""

from __future__ import annotations

from aiohttp import web

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
    """A request of a phone."""

    async def _prepare_hook(self, response: web.StreamResponse) -> None:
        """Every answer passes here, those to what is no HTTP too."""
        headers = response.headers
        headers.update(ALWAYS)
        headers.setdefault("Cache-Control", "no-store")
        headers.pop("Server", None)
