from __future__ import annotations

from mops_tui.model.session import events
from mops_tui.storage.sessions.versions.kinds import KINDS


def test_the_list_of_sessions_knows_the_kinds_of_the_model() -> None:
    assert set(events.KINDS) == KINDS
