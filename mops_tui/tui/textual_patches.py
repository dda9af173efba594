"""Where Textual 8 holds on to what is gone, and forgets what it will need again.

A day of two thousand keys shows and removes ten thousand widgets. The first two of these places
keep some of them, or all that they have drawn; the last reads the same style sheets over and over.
They are Textual's own, hence the private names; a version that has mended one is left as it is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from textual._styles_cache import StylesCache
from textual.app import App
from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

COLOURS = 1024
"""Pairs of background colours that are kept, as Textual means to."""
SHEETS = 512
"""Style sheets of widgets and screens whose rules are kept; a theme has some ninety."""


def drawn_once() -> None:
    """Let go of what removed widgets have drawn (textual#6665).

    The cache of background colours is a method's and not a class's, so that its keys hold the
    last thousand widgets' drawings: some hundred MB on a large screen.
    """
    kept = StylesCache.__dict__["get_inner_outer"]
    plain = getattr(kept, "__wrapped__", None)
    if plain is not None and not isinstance(kept, classmethod | staticmethod):
        mended: Any = classmethod(lru_cache(COLOURS)(plain))  # type: ignore[arg-type]  # a class method, as typed by Textual
        StylesCache.get_inner_outer = mended  # type: ignore[method-assign]  # that is the patch


def forget_gone(app: App[Any]) -> None:
    """Let go of widgets that are gone and had asked to be told of a change of the app.

    A text area asks for the theme, and is kept for as long as that stays.
    """
    watchers: dict[str, list[tuple[Any, Any]]] = getattr(app, "__watchers", {})
    for entries in watchers.values():
        entries[:] = [entry for entry in entries if entry[0].is_running]


def parsed_once() -> None:
    """Keep the rules of each style sheet, for as long as the colours are the same.

    Whenever a screen of a kind that was not shown before is opened, Textual parses the style
    sheets of all widgets again, in a sheet of its own that knows nothing yet. That is a fifth of
    what opening takes. Rules are only read once they are made, so that all may share them.
    """
    plain = Stylesheet._parse_rules
    if plain.__module__ == __name__:  # done before
        return
    rules_of: LRUCache[object, list[RuleSet]] = LRUCache(SHEETS)

    def parse_rules(
        self: Stylesheet,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        colours = frozenset(self._variables.items())
        key = (css, read_from, is_default_rules, tie_breaker, scope, colours)
        rules = rules_of.get(key)
        if rules is None:
            rules = plain(self, css, read_from, is_default_rules, tie_breaker, scope)
            rules_of[key] = rules
        return rules

    Stylesheet._parse_rules = parse_rules  # type: ignore[method-assign]  # that is the patch
