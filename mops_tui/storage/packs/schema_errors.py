"""What is wrong with the shape of a pack, as codes: pydantic's errors in the author's terms.

A code names one kind of mistake; its parameters hold what a sentence about it needs. The sentences
themselves live in `words.problems`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, get_args

import annotated_types
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from mops_tui.model.packs.arguments import ArgumentPack
from mops_tui.model.packs.characters import Cast
from mops_tui.model.packs.pack import CardPack, Scenario, WorkshopPack
from mops_tui.model.packs.questions import QUESTION_KINDS
from mops_tui.storage.packs.toml_lines import KeyPath

PACK_KINDS = ("scenario", "workshop", "cast", "cards", "arguments")
"""The kinds of packs this version reads."""
FORMAT = 1
"""The newest format of packs that this version reads."""

PackModel = type[Scenario] | type[WorkshopPack] | type[Cast] | type[CardPack] | type[ArgumentPack]
"""What a pack file can be."""
Shape = tuple[str, KeyPath, Mapping[str, str]]
"""A code, a path as the author wrote it, and parameters."""

_WANTED = MappingProxyType(
    {
        "string_type": "not-text",
        "float_type": "not-a-number",
        "float_parsing": "not-a-number",
        "int_type": "not-a-whole-number",
        "int_parsing": "not-a-whole-number",
        "int_from_float": "not-a-whole-number",
        "bool_type": "not-true-or-false",
        "bool_parsing": "not-true-or-false",
        "tuple_type": "not-a-list",
        "model_type": "not-a-table",
        "model_attributes_type": "not-a-table",
        "dict_type": "not-a-table",
    }
)
_BOUNDS = frozenset(
    ("greater_than", "greater_than_equal", "less_than", "less_than_equal", "finite_number")
)
_LONG_NAMES = MappingProxyType(
    {
        "question": "questions",
        "option": "options",
        "item": "items",
        "pair": "items",
        "grid": "grids",
        "group": "groups",
        "card": "cards",
        "answer": "answers",
        "variant": "variants",
        "character": "characters",
        "disturbance": "disturbances",
        "appeal": "appeals",
        "interest": "interests",
        "idea": "ideas",
        "fact": "facts",
        "argument": "arguments",
    }
)


def model_for(data: Mapping[str, Any]) -> PackModel | Shape:
    """The model that a pack's contents ask for, or what is wrong with its kind or format."""
    version = data.get("format", FORMAT)
    if type(version) is not int or version != FORMAT:
        newer = type(version) is int and version > FORMAT
        params = {"given": str(version), "known": str(FORMAT)}
        return ("newer-format" if newer else "bad-format", ("format",), params)
    kind = data.get("kind")
    if kind is None and "opened" in data and "session" in data:
        return ("is-a-session", (), {})
    if kind is None:
        if "agenda" in data:
            return WorkshopPack
        if {"argument", "arguments"} & data.keys():
            return ArgumentPack
        return Cast if {"character", "characters"} & data.keys() else Scenario
    if kind not in PACK_KINDS:
        return ("unknown-kind", ("kind",), _choice(str(kind), PACK_KINDS))
    models: Mapping[str, PackModel] = {
        "scenario": Scenario,
        "workshop": WorkshopPack,
        "cast": Cast,
        "cards": CardPack,
        "arguments": ArgumentPack,
    }
    return models[kind]


def shape_problems(
    error: ValidationError, model: type[BaseModel], data: Mapping[str, Any]
) -> tuple[Shape, ...]:
    """Translate pydantic's errors into codes; a misspelt key is not also a missing one."""
    problems = [
        shape
        for details in error.errors(include_url=False)
        if (shape := _shape(details, model, data)) is not None
    ]
    meant = {
        (path[:-1], params["nearest"]) for code, path, params in problems if code == "unknown-key"
    }
    return tuple(
        (code, path, params)
        for code, path, params in problems
        if not (code == "missing-key" and (path[:-1], path[-1]) in meant)
    )


def as_written(data: Mapping[str, Any], path: KeyPath) -> KeyPath:
    """A path with the key names that the author used: `questions` where `question` is not there."""
    value: Any = data
    written: KeyPath = ()
    for step in path:
        used: str | int = step
        if isinstance(value, Mapping) and isinstance(step, str):
            long = _LONG_NAMES.get(step, step)
            used = long if step not in value and long in value else step
            value = value.get(used)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            value = None
        written = (*written, used)
    return written


def _shape(details: ErrorDetails, model: type[BaseModel], data: Mapping[str, Any]) -> Shape | None:
    kind, value = details["type"], details["input"]
    context: Mapping[str, Any] = details.get("ctx", {})
    path = _path(details["loc"])
    last = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        return _unknown_key(path, model, data)
    if kind == "missing":
        return ("missing-key", path, {"name": last})
    if kind in _WANTED:
        single = kind == "tuple_type" and isinstance(value, dict)
        header = ".".join(step for step in path if isinstance(step, str))
        return (
            ("one-table", path, {"name": header})
            if single
            else (_WANTED[kind], path, {"name": last})
        )
    if kind in _BOUNDS:
        return _out_of_range(path, model, data, value)
    if kind in {"union_tag_not_found", "union_tag_invalid"}:
        if kind == "union_tag_not_found":
            known = ", ".join(QUESTION_KINDS)
            return ("missing-kind", (*path, "kind"), {"name": "kind", "known": known})
        return ("unknown-kind", (*path, "kind"), _choice(str(context["tag"]), QUESTION_KINDS))
    if kind == "literal_error":
        known_values = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return ("not-one-of", path, _choice(str(value), known_values))
    if kind == "string_too_short":
        return ("empty", path, {"name": last})
    if kind == "string_too_long":
        params = {"limit": str(context["max_length"]), "length": str(len(str(value)))}
        return ("too-long", path, params)
    if kind == "string_pattern_mismatch":
        return ("bad-language" if last == "language" else "bad-id", path, {"given": str(value)})
    if kind in {"too_short", "too_long"}:
        return _size(kind, path, value, context)
    if kind in {"lean-nowhere", "hands-options", "card-advised", "variant-answers", "no-items"}:
        return (kind, path, {})
    return ("invalid", path, {"reason": details["msg"]})


def _path(location: Iterable[int | str]) -> KeyPath:
    """A location without what pydantic adds: the tag of a union, the mark of a dict's key."""
    path: KeyPath = ()
    for step in location:
        tag = len(path) == 2 and path[0] in {"question", "questions"} and step in QUESTION_KINDS
        if not tag and step != "[key]":
            path = (*path, step)
    return path


def _size(kind: str, path: KeyPath, value: Any, context: Mapping[str, Any]) -> Shape | None:
    length = len(value) if isinstance(value, list | tuple | dict) else 0
    if kind == "too_long":
        return ("too-many", path, {"limit": str(context["max_length"]), "length": str(length)})
    if length >= context["min_length"]:
        return None  # the members themselves are wrong, and each says so
    return ("too-few", path, {"limit": str(context["min_length"]), "length": str(length)})


def _choice(value: str, known: Iterable[str]) -> dict[str, str]:
    names = tuple(known)
    return {"given": value, "nearest": _nearest(value, names), "known": ", ".join(names)}


def _nearest(name: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.6)), "")


def _unknown_key(path: KeyPath, model: type[BaseModel], data: Mapping[str, Any]) -> Shape:
    name = str(path[-1])
    models = list(_models_along(path[:-1], model, data))
    known = _keys(models[-1][1]) if models else ()
    near = _nearest(name, known)
    if not near:
        for depth, owner in reversed(models[:-1]):
            if name in _keys(owner):
                if depth == 0:
                    return ("misplaced-top-key", path, {"name": name})
                return ("misplaced-key", path, {"name": name, "owner": key_text(path[:depth])})
    return ("unknown-key", path, {"name": name, "nearest": near, "known": ", ".join(known)})


def key_text(path: KeyPath) -> str:
    """A path as people write it, counting from 1: `question[2].option[1].label`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step + 1}]"
        else:
            plain = re.fullmatch(r"[A-Za-z0-9_-]+", step) is not None
            text += ("." if text else "") + (step if plain else f'"{step}"')
    return text


def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(info.alias or name for name, info in model.model_fields.items())


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    for name, info in model.model_fields.items():
        if key in {name, info.alias}:
            return info
    return None


def _models_along(
    path: KeyPath, model: type[BaseModel], data: Mapping[str, Any]
) -> Iterator[tuple[int, type[BaseModel]]]:
    """The models that a path leads through, each with how much of the path leads to it."""
    yield (0, model)
    value: Any = data
    current: type[BaseModel] | None = model
    candidates: tuple[type[BaseModel], ...] = ()
    for depth, step in enumerate(path, start=1):
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return
        if isinstance(step, str):
            info = _field(current, step) if current else None
            candidates = tuple(_models_in(info.annotation)) if info else ()
        current = None
        if isinstance(value, Mapping) and candidates:
            kind = value.get("kind")
            fitting = [c for c in candidates if len(candidates) == 1 or kind in _kinds(c)]
            if fitting:
                current = fitting[0]
                yield (depth, current)


def _kinds(model: type[BaseModel]) -> tuple[Any, ...]:
    info = model.model_fields.get("kind")
    return get_args(info.annotation) if info else ()


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _out_of_range(
    path: KeyPath, model: type[BaseModel], data: Mapping[str, Any], value: Any
) -> Shape:
    low, high, above = "", "", False
    models = list(_models_along(path[:-1], model, data))
    depth, owner = models[-1]
    info = _field(owner, str(path[depth]))
    for mark in _marks(info) if info else ():
        if isinstance(mark, annotated_types.Gt):
            low, above = f"{mark.gt:g}", True
        elif isinstance(mark, annotated_types.Ge):
            low = f"{mark.ge:g}"
        elif isinstance(mark, annotated_types.Le):
            high = f"{mark.le:g}"
    params = {"given": str(value), "low": low, "high": high}
    if not low or not high:
        return ("too-small" if low else "too-large", path, params)
    return ("out-of-range-above" if above else "out-of-range", path, params)


def _marks(info: FieldInfo) -> Iterator[Any]:
    yield from info.metadata
    yield from _inner_marks(info.annotation)


def _inner_marks(annotation: Any) -> Iterator[Any]:
    for inner in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        if isinstance(inner, FieldInfo):
            yield from inner.metadata
        else:
            yield from _inner_marks(inner)
