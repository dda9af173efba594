"""What is put on an agenda comes to the minutes that the room will be asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.narrow import the
from support.packs import OURS

from mops_tui.model.packs.minutes import READ_BACK
from mops_tui.model.packs.workshop import agenda_minutes
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


def test_a_day_of_no_set_length_has_room_for_its_breaks_and_its_end(tmp_path: Path) -> None:
    pack = """kind = "workshop"\nid = "w"\ntitle = "W"\nsummary = "S"
[[agenda]]\nscenario = "org-placement"\nbreak = 60\n"""
    (tmp_path / "w.toml").write_text(pack, encoding="utf-8")
    agenda = AgendaChoice(load_library([OURS, tmp_path]), "w")
    ticked = [scenario.id for scenario in agenda.ticked_at_first()]
    around = 60 + READ_BACK + load_library([OURS]).scenarios["closing"].minutes
    whole = agenda.minutes("org-placement") + around
    assert agenda.whole(ticked) == whole
    assert agenda.default_minutes == round(whole)


def test_a_day_that_is_set_is_filled_with_its_breaks_and_not_beyond() -> None:
    agenda = AgendaChoice(load_library([OURS]), "full-walk")
    ticked = [scenario.id for scenario in agenda.ticked_at_first()]
    for minutes in (300, 420):
        made = agenda.workshop(ticked, minutes)
        assert agenda_minutes(made.scenarios) == pytest.approx(minutes, abs=0.5)
