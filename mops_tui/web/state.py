"""What one phone is told: where the room is, what is asked, one's own vote, what came of it.

Made of what any participant may see, and of that person's own ballot. Nothing else goes out.
`docs/join-api.md` has the keys.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.text.same import Same
from mops_tui.sources.phones.phones import Phones
from mops_tui.web.told.mine import mine_keys, you_keys
from mops_tui.web.told.place import Now, now_of, nowhere, place_keys
from mops_tui.web.told.question import question_keys
from mops_tui.web.told.result import result_keys
from mops_tui.words.phones.answering import keeping_words, name_label, trial_words
from mops_tui.words.safe import safe

Keys = dict[str, Any]
JOINING = "joining"
"""What `now` is for a phone that nobody has joined with."""


def state_for(phones: Phones, participant: str | None) -> Keys:
    """The whole state as JSON.

    Args:
        phones: The session's phones.
        participant: Who looks; None before they have joined: then hardly more than what is asked.
    """
    if participant is None or participant not in phones.seen.participants:
        return outside_state(phones)
    return {**common_state(phones), **own_state(phones, participant)}


def common_state(phones: Phones) -> Keys:
    """What is the same for all who have joined: made once, whoever it is sent to."""
    state = phones.seen
    keys: Keys = dict(_common(Same(state)))
    keys["ask"] = _ask(phones)
    keys["people"] = {"present": state.present, "joined": len(phones.by_phone)}
    keys["timer"] = _timer(phones)
    question = keys["question"]
    if question is not None:
        done = phones.done(question["ref"], question["round"])
        keys["question"] = {**question, "done": done}
    return keys


def own_state(phones: Phones, participant: str) -> Keys:
    """What is one person's own; it shares no key with `common_state`."""
    return {
        "you": you_keys(phones.seen, participant),
        "mine": mine_keys(phones, participant),
    }


def outside_state(phones: Phones) -> Keys:
    """What anybody is told who has no seat: what is asked of them, and nothing of the room."""
    return {
        "version": phones.seen.seq,
        "now": JOINING,
        "title": "",
        "place": nowhere(),
        "question": None,
        "result": None,
        "ask": _ask(phones),
        "people": {"present": 0, "joined": 0},
        "timer": None,
        "you": None,
        "mine": None,
    }


@lru_cache(maxsize=4)
def _common(same: Same[VisibleState]) -> Keys:
    """What follows from a state alone. It is kept: nobody may change anything in it."""
    state = same.value
    now: Now = now_of(state)
    return {
        "version": state.seq,
        "now": now,
        "title": safe(state.workshop.title),
        "place": place_keys(state),
        "question": question_keys(state, state.view.name) if now == "question" else None,
        "result": result_keys(state),
    }


def _ask(phones: Phones) -> Keys:
    """What somebody is asked before they have a seat."""
    anonymity = phones.seen.policy.anonymity
    named = anonymity != "anonymous"
    return {
        "name": named,
        "name_label": name_label(anonymity),
        "role": named,
        "joining": phones.book.joining,
        "says": list(trial_words() if phones.trial else keeping_words(anonymity)),
    }


def _timer(phones: Phones) -> Keys | None:
    """The seconds that are left at this moment; nothing while the screen is dark."""
    state = phones.seen
    if state.timer is None or state.blanked or state.phase != "open":
        return None
    left = state.timer.left(phones.session.now())
    return {"left": round(left, 1), "running": state.timer.running}
