"""A name has its parts, several of them written together, and initials."""

from __future__ import annotations

from mops_tui.model.people.name_forms import forms_of


def test_hyphens_and_apostrophes_part_a_name_or_do_not() -> None:
    plain, spelt_out = forms_of("Zoë Müller-O’Brien (CMO)", {"cmo"})
    assert plain.parts == ("zoe", "muller", "o", "brien")
    assert spelt_out.parts == ("zoe", "mueller", "o", "brien")
    assert {"obrien", "mullerobrien", "zoemuller", "brienzoe"} <= plain.together
    assert {"ZM", "ZMO", "ZMOB", "ZO", "ZB"} == plain.initials


def test_what_is_no_name_by_itself_is_none_together() -> None:
    (plain, _spelt_out) = forms_of("Eva de la Cruz", set())
    assert "dela" not in plain.together
    assert "delacruz" in plain.together
    assert plain.initials == {"EC"}


def test_nothing_has_no_forms() -> None:
    assert not list(forms_of(" - ", set()))
