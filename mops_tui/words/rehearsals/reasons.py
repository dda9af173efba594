"""What people of a rehearsal say when they are asked why: whole sentences, in the first person."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mops_tui.model.packs.arguments import Argument, Concern
from mops_tui.model.packs.questions import QuestionBase, items_of, kind_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.sources.simulated.saying.asking import ToAsk
from mops_tui.sources.simulated.saying.matter import Line, Reason, Speech
from mops_tui.sources.simulated.saying.stands import BY_ITEM, Stand
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import answer_label, answers_of
from mops_tui.words.results.quoting import capital, clean, ended, named, quoted, titled
from mops_tui.words.safe import safe

COUNTED = re.compile(r"^\d+ · (?=.)")
"""The number before a level's name, which nobody says aloud: "3 · More than I gave"."""


def speech(arguments: Mapping[str, Sequence[Argument]]) -> Speech:
    """What can be said in a rehearsal with these arguments, by scenario."""
    return Speech(
        plain,
        spoken,
        arguments,
        _("What has happened since has changed my answer."),
        _("What has happened since does not change that."),
        _("Without what has just happened I would have said {answer}."),
    )


def spoken(why: Reason, question: QuestionBase, workshop: Workshop) -> str:
    """A reason as it is said: that one moved or stayed, whom one agrees with, and the line."""
    if why.line is None:
        return _passed(why)
    lead = _movement(why, question, workshop)
    if why.since:
        both = (why.since, lead) if why.driven else (lead, why.since)
        lead = _("{one} {other}").format(one=both[0], other=both[1]) if lead else why.since
    about = ""
    if why.before is None or why.line.stand.side == "against":
        about = _lead(why.line, question, workshop)
    if why.instead is not None:
        words = _("Without what has just happened I would have said {answer}.")
        lead = ended(words.format(answer=_bare_answer(why.instead, question, workshop)))
        if why.line.stand.side != "against":  # first the item that it is about
            lead, about = about, lead
    lead = _("{one} {other}").format(one=lead, other=about) if lead and about else lead or about
    said = _said(why.line, question, workshop)
    if why.as_said_by is not None:
        words = _("As {name} says: {line}") if why.as_said_by else _("As somebody said: {line}")
        said = words.format(name=safe(why.as_said_by), line=said)
    elif why.again:
        said = _("As I said: {line}").format(line=said)
    return _("{lead} {line}").format(lead=lead, line=said) if lead else said


def plain(concern: Concern | None) -> str:
    """What somebody says who has no argument: what counts for them."""
    if concern is None:
        return _("I have no more to say for it.")
    counts = {
        "money": _("what it costs, and what it brings back"),
        "speed": _("that things get out of the door"),
        "control": _("that somebody checks before it goes wrong"),
        "customers": _("what customers notice of it"),
        "revenue": _("this year's pipeline"),
        "brand": _("what people think of us in three years"),
        "skill": _("that it is built properly"),
        "people": _("that the team can carry it"),
        "data": _("figures that we can trust"),
        "say": _("who has the last word"),
    }
    return _("What counts for me is {concern}.").format(concern=counts[concern])


def worth_asking(one: ToAsk, question: QuestionBase, workshop: Workshop) -> str:
    """Somebody in the list of whom to ask: the answer, and what makes it worth asking them."""
    told = "" if one.worth == "passed" else _answer(one.stand, question, workshop)
    why = {
        "moved": _("moved"),
        "alone": _("alone with it"),
        "few": _("one of {n}").format(n=one.alike),
        "far-out": _("furthest out"),
        "passed": _("passed"),
        "asked": _("asked"),
    }.get(one.worth, "")
    return " · ".join(part for part in (capital(told), why) if part)


def _passed(why: Reason) -> str:
    if why.as_said_by:
        return _("Like {name}, I passed.").format(name=safe(why.as_said_by))
    if why.as_said_by is not None:
        return _("I passed too.")
    return _("I passed, as I said.") if why.again else _("I passed.")


def _movement(why: Reason, question: QuestionBase, workshop: Workshop) -> str:
    """That somebody has come to this answer since the round before, or stays with it."""
    if why.before is None:
        return _("I have moved.") if why.changed else ""
    name = safe(why.heard)
    now, before = (_bare_answer(one, question, workshop) for one in (why.own, why.before))
    if why.stayed and why.changed:
        words = _("I have moved, but stay with {answer}.")
    elif why.stayed:
        words = _("I stay with {answer}.")
        if name:
            words = _("I heard {name}, and stay with {answer}.")
    else:
        words = _("I moved from {before} to {answer}.")
        if name:
            words = _("I heard {name}, and moved from {before} to {answer}.")
    if kind_of(question) in ("rate", "curve") and len(items_of(question)) > 1:
        now = _("{answer} for {item}").format(answer=now, item=_item(why.own, question))
    return ended(words.format(name=name, before=before, answer=now))


def _said(line: Line, question: QuestionBase, workshop: Workshop) -> str:
    """A line itself; of the scenario's own lines also what they speak of."""
    answer = _answer(line.stand, question, workshop)
    if line.kind == "goodie":
        return _("What {answer} brings: {fact}").format(answer=answer, fact=line.text)
    if line.kind == "works-when":
        words = _("{answer} works well when this holds: {fact}")
        return words.format(answer=capital(answer), fact=line.text)
    return line.text


def _lead(line: Line, question: QuestionBase, workshop: Workshop) -> str:
    """What a line is about, where it does not say so: "Live chat: Vital.", "Not IT."."""
    stand, kind = line.stand, kind_of(question)
    if stand.of and kind in ("rate", "curve"):
        answer = COUNTED.sub("", clean(answer_label(question, stand.of, stand.value)))
        told = _("{answer}.").format(answer=capital(answer))
        if kind == "curve":  # "Laggards." alone sounds as if that were said of us
            inside = stand.value == "chasm"
            said = _("It is in {answer}.") if inside else _("It has reached the {answer}.")
            told = said.format(answer=answer)
        told = ended(told)
        return titled(_item_label(stand, question), told) if len(items_of(question)) > 1 else told
    answer = _answer(stand, question, workshop)
    if stand.side == "against":
        words = {"allocate": _("Least to {answer}."), "rank": _("Last, {answer}.")}
        return ended(words.get(kind, _("Not {answer}.")).format(answer=answer))
    if line.kind == "plain" or kind == "pairs":
        return ended(_("{answer}.").format(answer=capital(answer)))
    return ""


def _answer(stand: Stand, question: QuestionBase, workshop: Workshop) -> str:
    """An answer in a sentence: "RevOps", "Vital for “Speed”", "early majority for “Live chat”"."""
    if not stand.of:
        if kind_of(question) == "grid":
            return _("between the corners")
        one_item = len(items_of(question)) == 1
        return _("the middle") if one_item else _("the middle, for all of it")
    answer = _bare_answer(stand, question, workshop)
    if kind_of(question) not in ("rate", "curve"):
        return answer
    if len(items_of(question)) == 1:
        return answer
    return _("{answer} for {item}").format(answer=answer, item=_item(stand, question))


def _bare_answer(stand: Stand, question: QuestionBase, workshop: Workshop) -> str:
    """The same without the item that it is about."""
    kind = kind_of(question)
    if kind == "text":
        return quoted(stand.of)
    if kind not in BY_ITEM:
        return named(answers_of(question, workshop).get(stand.of, stand.of))
    answer = answer_label(question, stand.of, stand.value)
    if kind == "pairs" and stand.value == "0":
        return _("the middle")
    return quoted(COUNTED.sub("", answer)) if kind == "rate" else answer


def _item(stand: Stand, question: QuestionBase) -> str:
    return named(_item_label(stand, question))


def _item_label(stand: Stand, question: QuestionBase) -> str:
    return next((one.label for one in items_of(question) if one.id == stand.of), stand.of)
