"""Why a request is not answered as asked: a status, a code for programs, a sentence for people."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from mops_tui.words.i18n import language
from mops_tui.words.phones.requests import page_title, way_back, why_not


@dataclass(eq=False)
class Refused(Exception):  # noqa: N818 - it is no error of the program
    """A request that is not answered as asked.

    Attributes:
        status: The status of HTTP.
        code: What programs go by; `words` has a sentence for each.
        headers: What the answer says besides, such as when to try again.
    """

    status: int
    code: str
    headers: Mapping[str, str] = field(default_factory=dict)


def error_answer(refused: Refused, *, page: bool = False) -> web.Response:
    """The answer that says why. It holds nothing that was sent.

    Args:
        refused: Why.
        page: For a person who looks at it, and not for a program.
    """
    if page:
        return web.Response(
            status=refused.status,
            headers=refused.headers,
            text=_page(why_not(refused.code)),
            content_type="text/html",
        )
    body = {"error": refused.code, "message": why_not(refused.code)}
    return web.Response(
        status=refused.status,
        headers=refused.headers,
        body=json.dumps(body, ensure_ascii=False).encode(),
        content_type="application/json",
        charset="utf-8",
    )


def _page(sentence: str) -> str:
    title, back = html.escape(page_title()), html.escape(way_back())
    return (
        f'<!doctype html><html lang="{html.escape(language())}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{title}</title><link rel="stylesheet" href="/page.css"></head>'
        f'<body><main><p role="alert">{html.escape(sentence)}</p>'
        f'<p><a href="/">{back}</a></p></main></body></html>'
    )
