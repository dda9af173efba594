"""Where Textual 8 holds on to what is gone, and forgets what it will need again.

A day of two thousand keys shows and removes ten thousand widgets. The first two of these places
keep some of them, or all that they have drawn; the third reads the same style sheets over and over.
One ends a paste at an escape code in it, and takes the rest for keys. The last calls a widget that
is gone.
They are Textual's own, hence the private names; a version that has mended one is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import Any

from textual._styles_cache import StylesCache
from textual.app import App
from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.message_pump import MessagePump
from textual.screen import Screen

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


def called_alive() -> None:
    """Call nothing of a screen or a widget once that goes, whoever was asked to call it.

    What is to be done after the next frame is left with the screen on top. Where that is the one
    beneath, since the other has just been left, it would ask for widgets that are no longer there.
    """
    plain = Screen._invoke_later
    if plain.__module__ == __name__:  # done before
        return

    def invoke_later(self: Screen[Any], callback: Callable[[], Any], sender: MessagePump) -> None:
        def call() -> Any:
            return None if _goes(callback) else callback()

        plain(self, call, sender)

    Screen._invoke_later = invoke_later  # type: ignore[method-assign]  # that is the patch


def _goes(callback: Callable[[], Any]) -> bool:
    """Whether it is a method of what is being taken away, or has been."""
    called: Any = callback
    while isinstance(called, partial):
        called = called.func
    return bool(getattr(getattr(called, "__self__", None), "_pruning", False))


_BEGINS, _ENDS = "\x1b[200~", "\x1b[201~"
"""What a terminal puts around a paste."""
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~])?")
"""What steers a terminal, in a text that was copied from one."""


def pasted_whole() -> None:
    """Let a paste last until its end, whatever it holds.

    To Textual any escape code in a paste is its end: what follows would be keys, and each letter
    of a coloured log an action. Most terminals take these codes out of a paste; tmux does not.
    """
    from textual._xterm_parser import XTermParser

    plain = XTermParser.feed
    if plain.__module__ == __name__:  # done before
        return

    def feed(self: XTermParser, data: str) -> Iterable[Any]:
        pastes: Pastes = self.__dict__.setdefault("mops_pastes", Pastes())
        told = pastes.tamed(data)
        return plain(self, told) if told or not data else ()  # nothing at all would be the end

    XTermParser.feed = feed  # type: ignore[method-assign]  # that is the patch


class Pastes:
    """What a terminal sends, without the escape codes in its pastes."""

    def __init__(self) -> None:
        """Begin outside a paste."""
        self._inside = False
        self._kept = ""

    def tamed(self, data: str) -> str:
        """What it sends next; a paste comes as one, once it has ended.

        Args:
            data: What was read; a paste may begin and end anywhere, and so may its marks.
        """
        told = ""
        while data:
            text = self._kept + data
            if self._inside:
                pasted, mark, data = text.partition(_ENDS)
                self._kept = "" if mark else pasted
                told += _ESCAPES.sub("", pasted) + mark if mark else ""
            else:
                keys, mark, data = text.partition(_BEGINS)
                told += (keys + mark)[len(self._kept) :]
                self._kept = "" if mark else _begun(_BEGINS, keys)
            self._inside ^= bool(mark)
        return told


def _begun(mark: str, text: str) -> str:
    """The end of a text that is the beginning of a mark, or nothing."""
    return next((mark[:n] for n in range(len(mark) - 1, 0, -1) if text.endswith(mark[:n])), "")
