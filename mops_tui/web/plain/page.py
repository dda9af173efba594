"""The state of one phone as HTML that needs no script: what is said, and the form that votes."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mops_tui.model.text.html import Html, element
from mops_tui.web.plain.forms import WRONG, answers
from mops_tui.web.plain.votes import Fields, fields_of, value_of
from mops_tui.words.phones import plain as words
from mops_tui.words.phones.page import page_texts
from mops_tui.words.phones.requests import why_not

Keys = Mapping[str, Any]
LOOKS_AGAIN = 10
"""Seconds after which a page without anything to fill in is loaded again."""
CHANGE = "/?change=1"
"""Where a vote that is saved can be changed."""


@dataclass(frozen=True)
class FilledForm:
    """What a form has sent, and why it was not taken: it comes back as it was filled in.

    Attributes:
        form: Its fields.
        wrong: The code of what is wrong with it, or "".
    """

    form: Fields = field(default_factory=dict)
    wrong: str = ""


def plain_html(
    doc: Keys, code: str = "", sent: FilledForm | None = None, *, change: bool = False
) -> str:
    """What stands in the page for a browser that runs no script.

    Args:
        doc: The state of whoever looks.
        code: The code of the address, or "".
        sent: What a form has sent that was not taken.
        change: Somebody would like to change a vote that is saved.
    """
    if doc["now"] == "joining":
        return _page(*_joining(doc, code, sent))
    form = _has_form(doc, sent, change=change)
    asked = _asked(doc, sent, form=form)
    return _page(*_wrong(sent), *_place(doc), *asked, *_came(doc), *_end(form=form))


def _page(*content: str) -> Html:
    return element("div", *content, class_="still")


def plain_head(doc: Keys, sent: FilledForm | None = None, *, change: bool = False) -> str:
    """What its head holds: it is loaded again by itself only while nothing typed could be lost."""
    if doc["now"] == "joining" or _has_form(doc, sent, change=change):
        return ""
    return element("meta", http_equiv="refresh", content=LOOKS_AGAIN)


def _has_form(doc: Keys, sent: FilledForm | None, *, change: bool) -> bool:
    question, mine = doc["question"], doc["mine"]
    if question is None or mine is None or question["phase"] != "open":
        return False
    return mine["vote"] is None or change or sent is not None


def _wrong(sent: FilledForm | None) -> Iterator[Html]:
    if sent is not None and sent.wrong:
        yield element("p", why_not(sent.wrong), role="alert", id=WRONG)


def _joining(doc: Keys, code: str, sent: FilledForm | None) -> Iterator[Html]:
    texts, ask = page_texts(), doc["ask"]
    filled = sent.form if sent is not None else {}
    yield element("h1", texts["title"])
    yield from _wrong(sent)
    if not ask["joining"]:
        yield element("p", texts["joining_closed"])
        return
    once = element("input", type="hidden", name="id", value=secrets.token_urlsafe(16))
    fields = [once, _field("code", texts["code"], value_of(filled, "code") or code, required=True)]
    if ask["name"]:
        fields.append(_field("name", ask["name_label"], value_of(filled, "name"), required=True))
    if ask["role"]:
        fields.append(_field("role", texts["role"], value_of(filled, "role"), texts["role_hint"]))
    said = [element("p", line) for line in ask["says"]]
    button = element("p", element("button", texts["join"], type="submit"))
    yield element("form", *fields, *said, button, method="post", action="/form/join")


def _field(name: str, label: str, value: str, hint: str = "", *, required: bool = False) -> Html:
    key = f"plain-{name}"
    about = f"{key}-hint"
    told = [element("label", label, for_=key)]
    given: dict[str, str | int | bool] = {"required": required, "maxlength": 80}
    if hint:
        told.append(element("small", hint, id=about))
        given["aria_describedby"] = about
    given["autocomplete"] = "name" if name == "name" else "off"
    field_ = element("input", type="text", name=name, id=key, value=value, **given)
    return element("p", *told, field_)


def _place(doc: Keys) -> Iterator[Html]:
    place = doc["place"]
    yield element("h1", place["title"], dir="auto")
    if place["step"]:
        yield element("p", place["step"], dir="auto")
    yield from _paragraphs(place["lines"])
    if place["picture"] is not None:
        yield _picture(place["picture"], doc)
        yield from _own(doc["mine"])
    for block in place["blocks"]:
        yield element("h2", block["title"])
        yield _list(block["lines"])


def _asked(doc: Keys, sent: FilledForm | None, *, form: bool) -> Iterator[Html]:
    question, mine = doc["question"], doc["mine"]
    if question is None or mine is None or question["phase"] == "revealed":
        return
    if form:
        if mine["saved"]:
            yield element("p", mine["saved"], role="status", dir="auto")
        yield _form(question, mine, sent)
    else:
        yield element("h2", question["prompt"], dir="auto")
        saved = mine["saved"]
        if question["phase"] == "closed":
            yield element("p", words.vote_closed(saved=bool(saved)), role="status")
        if saved:
            yield element("p", saved, role="status", dir="auto")
        if question["phase"] == "open":
            yield element("p", element("a", words.change_link(), href=CHANGE))
    yield element("p", question["counted"])


def _form(question: Keys, mine: Keys, sent: FilledForm | None) -> Html:
    typed = sent.form if sent is not None and _is_about(question, sent.form) else None
    filled = fields_of(question, mine["vote"]) if typed is None else typed
    vote, pass_ = words.buttons()
    told = [element("p", question["hint"], dir="auto")] if question["hint"] else []
    hidden = [
        element("input", type="hidden", name=name, value=str(question[key]))
        for name, key in (("question", "ref"), ("round", "round"))
    ]
    buttons = [element("button", vote, type="submit", name="do", value="vote")]
    if question["may_pass"]:
        passes = {"name": "do", "value": "pass", "class_": "quiet"}
        buttons.append(element("button", pass_, type="submit", formnovalidate=True, **passes))
    parts = [*told, *hidden, answers(question, filled), element("p", *buttons)]
    return element("form", *parts, method="post", action="/form/vote")


def _is_about(question: Keys, form: Fields) -> bool:
    """Whether a form was about this question in this round: else it is no use to fill it in."""
    asked = (question["ref"], str(question["round"]))
    return (value_of(form, "question"), value_of(form, "round")) == asked


def _came(doc: Keys) -> Iterator[Html]:
    result = doc["result"]
    if result is None:
        return
    yield element("h2", words.what_came())
    yield from _paragraphs(result["sentences"])
    if result["picture"] is not None:
        yield _picture(result["picture"], doc)
    yield from _own(doc["mine"])


def _own(mine: Keys | None) -> Iterator[Html]:
    if mine is not None and mine["result"]:
        yield element("p", element("strong", mine["result"]), dir="auto")


def _picture(picture: Keys, doc: Keys) -> Html:
    """A picture as a list: what it shows, in words, and one's own part of it."""
    if picture["kind"] == "list":
        return _list(picture["lines"])
    if picture["kind"] == "dots":
        rows = [f"{one['label']}: {one['words']}" for one in picture["quadrants"]]
        return _list(rows)
    marks = (doc["mine"] or {}).get("marks") or [None] * len(picture["rows"])
    kind = doc["question"]["kind"]
    return _list(
        _row(row["label"], row["words"], _mark(kind, picture, row, mark))
        for row, mark in zip(picture["rows"], marks, strict=True)
    )


def _row(label: str, told: str, mark: str) -> str:
    return f"{label}: {told} ({mark})" if mark else f"{label}: {told}"


def _mark(kind: str, picture: Keys, row: Keys, mark: int | None) -> str:
    if mark is None:
        return ""
    if picture["kind"] == "steps":
        if "left" in row:
            return words.own_mark(words.stand_words(mark - 2, row["left"], row["right"]))
        return words.own_mark(picture["levels"][mark]["label"])
    if picture["kind"] == "curve":
        stages = [one for one in picture["stages"] if one["from"] <= mark]
        return words.own_mark(stages[-1]["label"])
    return words.own_part(kind, mark)


def _end(*, form: bool) -> Iterator[Html]:
    yield element("p", words.by_hand() if form else words.by_itself(LOOKS_AGAIN))
    yield element("p", element("a", words.again_link(), href="/"))


def _paragraphs(lines: Iterable[str]) -> Iterator[Html]:
    return (element("p", line, dir="auto") for line in lines)


def _list(lines: Iterable[str]) -> Html:
    return element("ul", *(element("li", line, dir="auto") for line in lines))
