"""Two statements, and where somebody stands between them: always by the statement itself.

"The left one" reverses its meaning wherever the two do not stand side by side.
"""

from __future__ import annotations

from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.questions import QuestionBase, items_of
from mops_tui.words.i18n import _
from mops_tui.words.results.quoting import LONGEST, plain, quoted
from mops_tui.words.safe import cells, safe


def pair_of(question: QuestionBase, item: str) -> Pair | None:
    """The pair of that id, where the question is about pairs."""
    found = next((part for part in items_of(question) if part.id == item), None)
    return found if isinstance(found, Pair) else None


def ends(pair: Pair, width: int = LONGEST) -> tuple[str, str]:
    """What its two statements are called in a sentence: "the wiring" and "the story".

    They are quoted where their pack has no names for them.

    Args:
        pair: The pair.
        width: The most cells of each.
    """
    if has_names(pair):
        return plain(pair.left_name or "", width), plain(pair.right_name or "", width)
    left, right = safe(pair.left), safe(pair.right)
    if cells(left) > width or cells(right) > width:
        left, right = _where_they_differ(left, right)
    return quoted(left, width), quoted(right, width)


def has_names(pair: Pair) -> bool:
    """Whether its pack says what its two statements are called in a sentence."""
    return bool(pair.left_name and pair.right_name)


def pair_title(pair: Pair) -> str:
    """A pair where it stands alone, in a list or a table: both names, or both statements."""
    if has_names(pair):
        return pair_name(pair)
    return _("{left} / {right}").format(left=safe(pair.left), right=safe(pair.right))


def pair_name(pair: Pair, width: int = LONGEST) -> str:
    """What a pair is called in a sentence: "the wiring or the story"."""
    left, right = ends(pair, width)
    return _("{left} or {right}").format(left=left, right=right)


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


def _where_they_differ(left: str, right: str) -> tuple[str, str]:
    """Two long statements without the words that both begin with."""
    ones, others = left.split(), right.split()
    same = 0
    while same < min(len(ones), len(others)) - 1 and ones[same] == others[same]:
        same += 1
    if not same:
        return left, right
    return "… " + " ".join(ones[same:]), "… " + " ".join(others[same:])
