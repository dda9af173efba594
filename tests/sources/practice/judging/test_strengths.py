"""How often answers were right on each theme."""

from __future__ import annotations

from support.practised import DECK, KEYS, answered

from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.progress import Progress


def test_strengths_are_of_the_last_answer_to_each_card_with_the_weakest_first() -> None:
    answers = [answered(key, "advised") for key in KEYS[:10]]
    answers += [answered(KEYS[0], "unwise"), answered(KEYS[0], "defensible")]
    for by in ("practice", "persona"):
        wanted: dict[str, list[int]] = {}
        for one in (*answers[1:10], answers[-1]):
            event = one.event
            assert isinstance(event, CardAnswered)
            name = getattr(DECK.cards[event.card], by)
            if name is not None:
                tally = wanted.setdefault(name, [0, 0, 0])
                tally[0] += 1
                tally[1] += event.verdict == "advised"
                tally[2] += event.verdict == "defensible"
        found = Progress(DECK, answers).strengths(by)
        assert {one.name: [one.n, one.right, one.fair] for one in found} == wanted
        shares = [one.right / one.n for one in found]
        assert shares == sorted(shares)
