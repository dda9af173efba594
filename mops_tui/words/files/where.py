"""Where in a session a text stands, as somebody finds it who was in the room."""

from __future__ import annotations

from mops_tui.model.session.audience import VisibleState
from mops_tui.words.closing_kit.cut import cut
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

Where = tuple[str, str]
"""A sort of text, and the id of what it stands in."""
_MOST = 48


def where_words(where: Where, state: VisibleState) -> str:
    """Where it is: the decision in its words, the question by its title.

    Args:
        where: Which text.
        state: The session as it is written anew.
    """
    sort, key = where
    match sort:
        case "title":
            return _("the session's title")
        case "report":
            return _("the report's title or summary, as edited")
        case "before":
            return _("what the session before left")
        case "decision" if key in state.decisions:
            return _("the decision “{text}”").format(text=cut(state.decisions[key].what, _MOST))
        case "action" if key in state.actions:
            return _("the action “{text}”").format(text=cut(state.actions[key].what, _MOST))
        case "note" if key in state.notes:
            return _note(state, key)
        case "decision" | "action" | "note":
            return _("a decision, an action or a note that was taken back")
        case "reason":
            return _("a reason at “{question}”").format(question=_question(state, key))
        case "idea":
            return _("an idea at “{question}”").format(question=_question(state, key))
        case "option":
            words = _("an answer that the room added to “{question}”")
            return words.format(question=_question(state, key))
        case "subject":
            scenario = state.workshop.scenario(key)
            words = _("what “{scenario}” is asked about")
            return words.format(scenario=safe(scenario.title) if scenario else safe(key))
        case "role":
            words = _("the role of {who}")
            person = state.participants.get(key)
            return words.format(who=safe(person.name) if person else safe(key))
    return _("a text that no report shows")


def _note(state: VisibleState, key: str) -> str:
    note = state.notes[key]
    words = {
        "parking": _("“{text}” in the parking lot"),
        "idea": _("the idea “{text}”"),
        "note": _("the note “{text}”"),
    }[note.list]
    return words.format(text=cut(note.text, _MOST))


def _question(state: VisibleState, ref: str) -> str:
    question = state.question(ref)
    return safe(question.title) if question else safe(ref)
