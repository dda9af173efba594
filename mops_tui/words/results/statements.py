"""Two statements, and where somebody stands between them: always by the statement itself.

"The left one" reverses its meaning wherever the two do not stand side by side.
"""

from __future__ import annotations

from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.questions import QuestionBase, items_of
from mops_tui.words.apart import apart, cut_apart
from mops_tui.words.i18n import _
from mops_tui.words.results.quoting import LONGEST, clean, plain, quoted
from mops_tui.words.safe import cells, safe

STATEMENT = 24
"""So many cells of a statement are told where it is a label."""
SAID = 40
"""Statements of so many cells are told whole in a sentence, longer ones by what differs in them."""


def pair_of(question: QuestionBase, item: str) -> Pair | None:
    """The pair of that id, where the question is about pairs."""
    found = next((part for part in items_of(question) if part.id == item), None)
    return found if isinstance(found, Pair) else None


def ends(pair: Pair, width: int | None = None) -> tuple[str, str]:
    """What its two statements are called in a sentence: "the wiring" and "the story".

    They are quoted where their pack has no names for them.

    Args:
        pair: The pair.
        width: The most cells of each, in a list; in a sentence a long statement is told by what
            differs in it.
    """
    most = width or LONGEST
    if pair.names is not None:
        left, right = cut_apart(pair.names, most)
        return plain(left, most), plain(right, most)
    left, right = cut_apart(_told_apart(pair, width or SAID), most)
    return quoted(left, most), quoted(right, most)


def short_ends(pair: Pair) -> tuple[str, str]:
    """What its two statements are called in a list or over a column, where nothing is quoted."""
    if pair.names is not None:
        return safe(pair.names[0]), safe(pair.names[1])
    return _told_apart(pair, STATEMENT)


def pair_title(pair: Pair) -> str:
    """A pair where it stands alone, in a list or a table: both names, or both statements."""
    if pair.names is not None:
        return pair_name(pair)
    return _("{left} / {right}").format(left=safe(pair.left), right=safe(pair.right))


def pair_name(pair: Pair, width: int | None = None) -> str:
    """What a pair is called in a sentence: "the wiring or the story"."""
    left, right = ends(pair, width)
    return _("{left} or {right}").format(left=left, right=right)


def pair_quoted(pair: Pair) -> str:
    """A pair as what a sentence is about: “the wiring or the story”, so that it does not run on."""
    name = pair_name(pair)
    return name if name != clean(name) else quoted(name)


def position_name(pair: Pair, position: str) -> str:
    """One of the five positions, "-2" to "2", by the statement that it stands nearer to."""
    left, right = ends(pair)
    names = {
        "-2": left,
        "-1": _("rather {end}").format(end=left),
        "0": _("between the two"),
        "1": _("rather {end}").format(end=right),
        "2": right,
    }
    return names.get(position, safe(position))


def _told_apart(pair: Pair, width: int) -> tuple[str, str]:
    """Its statements in so many cells each, by the words in which they differ."""
    return apart(safe(pair.left), safe(pair.right), lambda text: cells(text) <= width)
