"""What is put on an agenda comes to the minutes that the room will be asked for."""

from __future__ import annotations

from support.narrow import the
from support.packs import OURS

from mops_tui.storage.packs.packs import load_library
from mops_tui.tui.screens.home.agenda_choice import AgendaChoice


def test_of_questions_that_exclude_one_another_no_more_count_than_can_be_asked() -> None:
    agenda = AgendaChoice(load_library([OURS]), "placement-only")
    ticked = [scenario.id for scenario in agenda.ticked_at_first()]
    made = agenda.workshop(ticked, agenda.default_minutes)
    for scenario in made.scenarios[:-1]:
        assert agenda.minutes(scenario.id) == scenario.minutes
    room_conditions = [q for q in made.scenarios[1].questions if q.asked_if]
    assert len(room_conditions) == 4
    others = sum(q.minutes for q in made.scenarios[1].questions if not q.asked_if)
    around = made.scenarios[1].brief_minutes + the(made.scenarios[1].decision).minutes
    two = sum(question.minutes for question in room_conditions[:2])
    assert agenda.minutes("org-placement") == others + around + two
