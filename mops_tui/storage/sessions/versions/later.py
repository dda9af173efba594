"""What a later version has put into a header: left aside, and named.

Within format 1 a later version may add keys anywhere in the header, and question kinds and
pictures to the packs. What is added changes nothing that the rest means, so the rest is read
without it; in the file all of it stays, letter by letter. `docs/session-format.md` has the rule.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mops_tui.model.session.header import Header

_MOST_TRIES = 8
"""Looks at a header: what is left aside may have hidden something else."""


@dataclass(frozen=True)
class LaterHeader:
    """What of a header this version does not know.

    Attributes:
        keys: The keys, with dots between their parts, numbers counting from 1.
        questions: The questions of kinds that are not known, as `scenario/question`.
    """

    keys: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


def header_of(table: dict[str, Any]) -> tuple[Header, LaterHeader]:
    """The header that a table makes, and what of it is not known here.

    Raises:
        pydantic.ValidationError: It is none, whatever is left aside.
    """
    try:
        return Header.model_validate(table), LaterHeader()
    except ValidationError as error:
        aside = _Aside(copy.deepcopy(table))
        if not aside.leave(error):
            raise
    for _try in range(_MOST_TRIES):
        try:
            header = Header.model_validate(aside.table)
        except ValidationError as error:
            if not aside.leave(error):
                raise
        else:
            return header, LaterHeader(tuple(aside.keys), tuple(aside.questions))
    return Header.model_validate(aside.table), LaterHeader()


class _Aside:
    """A header's table, and what was taken out of it."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table
        self.keys: list[str] = []
        self.questions: list[str] = []
        self._emptied: set[int] = set()  # lists that lost all their members, by identity

    def leave(self, error: ValidationError) -> bool:
        """Take out all that a later version may have added; whether that was anything."""
        problems = error.errors(include_url=False, include_input=False, include_context=False)
        places = [(detail, self._places(detail["loc"])) for detail in problems]
        done = False
        # The last members first, or the numbers of those behind would no longer be theirs.
        for detail, place in sorted(places, key=lambda one: _order(one[0]), reverse=True):
            done = self._take_out(detail, place) or done
        return done

    def _places(self, loc: tuple[int | str, ...]) -> list[tuple[Any, int | str]]:
        """Each step of a path as the thing it is in, and its name there."""
        value: Any = self.table
        steps: list[tuple[Any, int | str]] = []
        for step in loc:
            member = bool(steps) and isinstance(steps[-1][1], int)
            if member and isinstance(value, dict) and value.get("kind") == step:
                continue  # pydantic names the kind of a question as a step of its own
            steps.append((value, step))
            if isinstance(value, dict):
                value = value.get(str(step))
            else:
                value = value[step] if isinstance(value, list) and isinstance(step, int) else None
        return steps

    def _take_out(self, detail: ErrorDetails, steps: list[tuple[Any, int | str]]) -> bool:
        if not steps or _is_nowhere(steps[-1]):
            return False
        inside, name = steps[-1]
        in_a_pack = steps[0][1] == "workshop" and len(steps) > 1
        match detail["type"]:
            case "extra_forbidden":
                del inside[name]
                self.keys.append(_key(steps))
            case "literal_error" if in_a_pack and name == "picture":
                del inside[name]
                self.keys.append(_key(steps))
            case "union_tag_invalid" if in_a_pack:
                self.questions.append(_ref(steps))
                del inside[name]
                if not inside:
                    self._emptied.add(id(inside))
            case "too_short" if in_a_pack and id(inside[name]) in self._emptied:
                scenarios, number = steps[-2]
                del scenarios[number]  # nothing of it can be asked here
            case _:
                return False
        return True


def _is_nowhere(step: tuple[Any, int | str]) -> bool:
    inside, name = step
    if isinstance(inside, dict):
        return name not in inside
    return not (isinstance(inside, list) and isinstance(name, int) and name < len(inside))


def _order(detail: ErrorDetails) -> tuple[tuple[bool, int, str], ...]:
    return tuple(
        (isinstance(step, int), step if isinstance(step, int) else 0, str(step))
        for step in detail["loc"]
    )


def _key(steps: list[tuple[Any, int | str]]) -> str:
    return ".".join(str(name + 1) if isinstance(name, int) else name for _inside, name in steps)


def _ref(steps: list[tuple[Any, int | str]]) -> str:
    questions, number = steps[-1]
    scenario = steps[-2][0]
    return f"{scenario.get('id', '?')}/{questions[number].get('id', '?')}"
