"""Where Textual 8 holds on to what is gone, and how it is made to let go.

A day of two thousand keys shows and removes ten thousand widgets. Each of these places keeps
some of them, or all that they have drawn. They are Textual's own, hence the private names; a
version that has mended one of them is left as it is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from textual._styles_cache import StylesCache
from textual.app import App

COLOURS = 1024
"""Pairs of background colours that are kept, as Textual means to."""


def drawn_once() -> None:
    """Let go of what removed widgets have drawn (textual#6665).

    The cache of background colours is a method's and not a class's, so that its keys hold the
    last thousand widgets' drawings: some hundred MB on a large screen.
    """
    kept = StylesCache.__dict__["get_inner_outer"]
    plain = getattr(kept, "__wrapped__", None)
    if plain is not None and not isinstance(kept, classmethod | staticmethod):
        mended: Any = classmethod(lru_cache(COLOURS)(plain))  # type: ignore[arg-type]
        StylesCache.get_inner_outer = mended  # type: ignore[method-assign]


def forget_gone(app: App[Any]) -> None:
    """Let go of widgets that are gone and had asked to be told of a change of the app.

    A text area asks for the theme, and is kept for as long as that stays.
    """
    watchers: dict[str, list[tuple[Any, Any]]] = getattr(app, "__watchers", {})
    for entries in watchers.values():
        entries[:] = [entry for entry in entries if entry[0].is_running]
