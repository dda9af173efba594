"""What people of a rehearsal say when they are asked why: whole sentences, in the first person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mops_tui.model.packs.arguments import Argument, Concern
from mops_tui.model.packs.questions import QuestionBase, items_of, kind_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.sources.simulated.asking import ToAsk
from mops_tui.sources.simulated.reasons import Line, Reason, Speech
from mops_tui.sources.simulated.stands import BY_ITEM, Stand
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import answer_label, answers_of, item_label
from mops_tui.words.results.quoting import capital, clean, ended, named, quoted, titled
from mops_tui.words.safe import safe


def speech(arguments: Mapping[str, Sequence[Argument]]) -> Speech:
    """What can be said in a rehearsal with these arguments, by scenario."""
    return Speech(plain, spoken, arguments)


def spoken(why: Reason, question: QuestionBase, workshop: Workshop) -> str:
    """A reason as it is said: that one moved or stayed, whom one agrees with, and the line."""
    if why.line is None:
        return _passed(why)
    movement = _movement(why, question, workshop)
    line = _said(why.line, question, workshop, bare=bool(movement))
    if why.as_said_by is not None:
        words = _("As {name} says: {line}") if why.as_said_by else _("As somebody said: {line}")
        line = words.format(name=safe(why.as_said_by), line=line)
    elif why.again:
        line = _("As I said: {line}").format(line=line)
    if movement:
        return _("{movement} {line}").format(movement=movement, line=line)
    return line


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
        "far-out": _("furthest from the room"),
        "passed": _("passed"),
        "asked": _("has been asked"),
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
        return ""
    name = safe(why.heard)
    now, before = (_bare_answer(one, question, workshop) for one in (why.own, why.before))
    if why.stayed:
        words = _("I stay with {answer}.")
        if name:
            words = _("I heard {name}, and stay with {answer}.")
    else:
        words = _("I moved from {before} to {answer}.")
        if name:
            words = _("I heard {name}, and moved from {before} to {answer}.")
    if kind_of(question) in ("rate", "curve"):
        now = _("{answer} for {item}").format(answer=now, item=_item(why.own, question))
    return ended(words.format(name=name, before=before, answer=now))


def _said(line: Line, question: QuestionBase, workshop: Workshop, *, bare: bool) -> str:
    """A line, and where nothing before it says so, what it is about.

    Args:
        line: The line.
        question: The question.
        workshop: Where its grid is.
        bare: The answer has been named already.
    """
    about = _answer(line.stand, question, workshop)
    match line.kind:
        case "plain" if bare:
            return line.text
        case "plain":
            own = ended(_("{answer}.").format(answer=capital(about)))
            return _("{answer} {line}").format(answer=own, line=line.text)
        case "goodie":
            return _("What {answer} brings: {fact}").format(answer=about, fact=line.text)
        case "works-when":
            words = _("{answer} works well when this holds: {fact}")
            return words.format(answer=capital(about), fact=line.text)
    if kind_of(question) == "hands":
        return line.text
    if line.stand.side == "against":
        words = {
            "allocate": _("Least to {answer}: {line}"),
            "rank": _("Last, {answer}: {line}"),
        }.get(kind_of(question), _("Not {answer}: {line}"))
        return words.format(answer=about, line=line.text)
    if kind_of(question) in BY_ITEM and not bare:
        return _about_item(line, question)
    return line.text


def _about_item(line: Line, question: QuestionBase) -> str:
    """A line behind what was said of its item: "Live chat: early majority. …"."""
    stand = line.stand
    answer = capital(answer_label(question, stand.of, stand.value))
    if kind_of(question) == "pairs":
        return titled(answer, line.text)
    answer = clean(answer)
    told = ended(_("{answer}.").format(answer=answer))
    item = item_label(question, stand.of)
    return titled(item, _("{answer} {line}").format(answer=told, line=line.text))


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
    return _("{answer} for {item}").format(answer=answer, item=_item(stand, question))


def _bare_answer(stand: Stand, question: QuestionBase, workshop: Workshop) -> str:
    """The same without the item that it is about."""
    kind = kind_of(question)
    if kind == "text":
        return quoted(stand.of)
    if kind not in BY_ITEM:
        return named(answers_of(question, workshop).get(stand.of, stand.of))
    answer = answer_label(question, stand.of, stand.value)
    return named(answer) if kind == "rate" else answer


def _item(stand: Stand, question: QuestionBase) -> str:
    labels = (one.label for one in items_of(question) if one.id == stand.of)
    return named(next(labels, stand.of))
