"""The page that phones load: one of HTML, and its style and script beside it."""

from __future__ import annotations

import html

from mops_tui.sources.phones.phones import Phones


def page_html(phones: Phones, participant: str | None, code: str) -> str:  # noqa: ARG001 - they will
    """The page.

    Args:
        phones: The session's phones.
        participant: Who looks; None before they have joined.
        code: The code of the address, or "".
    """
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Workshop</title>'
        f'<body data-code="{html.escape(code)}"><script src="/page.js"></script>'
    )
