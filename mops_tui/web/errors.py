"""Why a request is not answered as asked: a status, a code for programs, a sentence for people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from mops_tui.words.requests import why_not


@dataclass(eq=False)
class Refused(Exception):  # noqa: N818 - it is no error of the program
    """A request that is not answered as asked.

    Attributes:
        status: The status of HTTP.
        code: What programs go by; `words.requests` has a sentence for each.
        headers: What the answer says besides, such as when to try again.
    """

    status: int
    code: str
    headers: Mapping[str, str] = field(default_factory=dict)


def error_answer(refused: Refused) -> web.Response:
    """The answer that says why. It holds nothing that was sent."""
    body = {"error": refused.code, "message": why_not(refused.code)}
    return web.Response(
        status=refused.status,
        headers=refused.headers,
        body=json.dumps(body, ensure_ascii=False).encode(),
        content_type="application/json",
        charset="utf-8",
    )
