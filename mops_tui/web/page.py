"""The page that phones load: HTML with its words and the state of this moment in it.

Three requests make it: this, its style and its script. The state travels along, so that the first
thing somebody sees is the room. There is no script and no style within the HTML: the
Content-Security-Policy allows none.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from mops_tui.sources.phones.code import LENGTH, spaced
from mops_tui.sources.phones.phones import Phones
from mops_tui.web.plain.page import FilledForm, plain_head, plain_html
from mops_tui.web.state import state_for
from mops_tui.words.i18n import language
from mops_tui.words.phones.page import page_texts

FOLDER = Path(__file__).parent / "page"
"""Where the page's files are."""


def page_html(
    phones: Phones,
    participant: str | None,
    code: str,
    sent: FilledForm | None = None,
    *,
    change: bool = False,
) -> str:
    """The page.

    Args:
        phones: The session's phones.
        participant: Who looks; None before they have joined.
        code: The code of the address, or "".
        sent: What a plain form has sent that was not taken.
        change: Somebody without JavaScript would like to change a vote that is saved.
    """
    state = state_for(phones, participant)
    code = spaced(code) if len(code) == LENGTH else code  # as it stands on the big screen
    texts = page_texts()
    data = {"room": room_key(phones), "code": code, "texts": texts, "state": state}
    return _template().substitute(
        lang=escape(language()),
        title=escape(texts["title"]),
        style=address("page.css"),
        script=address("page.js"),
        data=embedded(data),
        plain=plain_html(state, code, sent, change=change),
        head=plain_head(state, sent, change=change),
    )


def room_key(phones: Phones) -> str:
    """What a phone keeps this room's things under: says nothing, and no other session has it."""
    return sha256(phones.session.header.id.encode("utf-8", "replace")).hexdigest()[:16]


def embedded(data: object) -> str:
    """JSON that may stand in HTML: whatever somebody typed cannot end the element around it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


@lru_cache(maxsize=4)
def address(name: str) -> str:
    """The address of one of the page's files; with what is in it, so that it can be kept long."""
    digest = sha256((FOLDER / name).read_bytes()).hexdigest()
    return f"/{name}?v={digest[:12]}"


@cache
def _template() -> Template:
    return Template((FOLDER / "index.html").read_text("utf-8"))
