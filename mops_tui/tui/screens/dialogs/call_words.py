"""What may be called out for each answer of a question: its words, its number, an example."""

from __future__ import annotations

from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.questions import QuestionBase, items_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.ballots import Answers
from mops_tui.model.session.callouts import CallOut, numbers_of, read_line
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import category_label, item_label
from mops_tui.words.results.statements import short_ends
from mops_tui.words.safe import cells

MOST_EXAMPLE = 26
"""The most cells of an answer in the example; a longer one stands there by its number."""


def side_words() -> dict[str, str]:
    """The five positions between two statements, as they are called out."""
    return {
        "-2": _("left"),
        "-1": _("rather left"),
        "0": _("middle"),
        "1": _("rather right"),
        "2": _("right"),
    }


class CallWords:
    """The words of a question's answers, item by item.

    Attributes:
        items: The items that are called out, one after another; "" where the question is one.
    """

    def __init__(
        self, question: QuestionBase | None, answers: Answers | None, workshop: Workshop
    ) -> None:
        """Take a question with what the room added; of one that is not there nothing is said."""
        self._question = question
        self._answers = answers
        self._workshop = workshop
        self.items = (answers.items if answers else ()) or ("",)

    def _pair(self, item: str) -> Pair | None:
        """The pair that is called out, where the question is about pairs."""
        parts = items_of(self._question) if self._question is not None else ()
        return next((part for part in parts if part.id == item and isinstance(part, Pair)), None)

    def shown(self, item: str) -> tuple[tuple[str, str], ...]:
        """(category, words) of each answer, as the window shows them."""
        if self._question is None or self._answers is None:
            return ()
        pair = self._pair(item)
        if pair is not None:
            sides = side_words()
            ends = {"-2": pair.left, "2": pair.right}
            return tuple(
                (key, f"{sides[key]}: {ends[key]}" if key in ends else sides[key])
                for key in self._answers.categories
                if key in sides
            )
        return tuple(
            (key, category_label(self._question, key, self._workshop))
            for key in self._answers.categories
        )

    def typed(self, item: str) -> tuple[tuple[str, str], ...]:
        """(category, words): everything that may be typed for an answer."""
        names = self.shown(item)
        pair = self._pair(item)
        if pair is None:
            return names
        sides = tuple((key, side_words()[key]) for key, _label in names)
        called = (
            (key, name)
            for key, name in zip(("-2", "2"), (pair.left_name, pair.right_name), strict=True)
            if name
        )
        return (*sides, ("-2", pair.left), ("2", pair.right), *called)

    def example(self, item: str) -> str:
        """How a line may look: by words, and by numbers."""
        names = self.typed(item)
        keys = list(dict.fromkeys(key for key, _label in names))
        if len(keys) < 2:
            return ""
        first, last = keys[0], keys[-1] if self._pair(item) is not None else keys[1]
        numbers = {key: number for number, key in numbers_of(keys).items()}
        words = {key: label.casefold() for key, label in reversed(names)}
        parts = [f"{count} {words[key]}" for count, key in ((5, first), (3, last))]
        if max(map(cells, parts)) > MOST_EXAMPLE:
            parts = [f"5 {numbers[first]}", f"3 {numbers[last]}"]
        return ", ".join(parts)

    def explained(self, item: str) -> str:
        """How to type a line, and which keys count."""
        keys = list(dict.fromkeys(key for key, _label in self.typed(item)))
        number = next(reversed(numbers_of(keys)), "1")
        words = _(
            "A count, then an answer, its first letters or its number: 2 {number} is two people "
            "for answer {number}. ↑↓ pick an answer, + and - or clicks count it."
        )
        if len(self.items) > 1:
            words = _(
                "A count, then an answer, its first letters or its number: 2 {number} is two "
                "people for answer {number}. ↑↓ pick an answer, + and - or clicks count it, Tab "
                "goes to the next item."
            )
        return words.format(number=number)

    def part(self, item: str, key: str, count: int) -> str:
        """A count of an answer as it can be typed: by its words, or by its place among them."""
        words = self.typed(item)
        for one, label in words:
            part = f"{count} {label}"
            if one == key and read_line(part, words) == (CallOut(key, count, relative=False),):
                return part
        return f"{count} #{list(dict.fromkeys(one for one, _label in words)).index(key) + 1}"

    def name(self, item: str) -> str:
        """What is called out; of a pair both statements, as the answers say left and right."""
        if not item or self._question is None:
            return ""
        pair = self._pair(item)
        if pair is not None:
            one, other = short_ends(pair)
            return f"{one} ↔ {other}"
        return item_label(self._question, item)
