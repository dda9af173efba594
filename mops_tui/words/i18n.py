"""Translation through gettext, set up once for the whole program.

Every string that a person reads passes through `_` or `ngettext`. Sentences are whole, with named
placeholders, so that a translator can order their parts as the language wants.
"""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path

DOMAIN = "mops_tui"
LOCALE = Path(__file__).resolve().parent.parent / "locale"

_translation: _gettext.NullTranslations = _gettext.translation(DOMAIN, LOCALE, fallback=True)


def use(language: str) -> None:
    """Switch to a language ("es", "pt"); English where there is no catalogue for it."""
    global _translation  # noqa: PLW0603 - the one switch of a process, as gettext.install is
    _translation = _gettext.translation(DOMAIN, LOCALE, languages=[language], fallback=True)


def language() -> str:
    """The language of what is said now, as HTML names it ("en", "pt-BR")."""
    return _translation.info().get("language", "").replace("_", "-") or "en"


def _(message: str) -> str:
    """Translate a message."""
    return _translation.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a message that counts something."""
    return _translation.ngettext(singular, plural, n)
