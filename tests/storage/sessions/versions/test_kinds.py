from __future__ import annotations

from mops_tui.model.session import events
from mops_tui.storage.sessions.versions.kinds import AFTERWARDS, KINDS


def test_the_list_of_sessions_knows_the_kinds_of_the_model() -> None:
    assert set(events.KINDS) == KINDS


def test_it_knows_what_can_be_said_of_a_session_that_is_over() -> None:
    assert {one.model_fields["kind"].default for one in events.AFTERWARDS} == AFTERWARDS
