"""What has reached this machine is kept in memory, and no more of it than is needed."""

from __future__ import annotations

from mops_tui.sources.phones.sightings import MOST, Sighting, Sightings


def test_a_flood_takes_no_memory_and_the_latest_are_kept() -> None:
    seen = Sightings()
    for n in range(MOST + 10):
        seen.note(Sighting("192.168.1.77", "knock", float(n)))
    assert len(seen.all) == MOST
    assert seen.all[-1].at == MOST + 9


def test_who_has_ended_listening_is_told_nothing() -> None:
    seen, heard = Sightings(), list[Sighting]()
    end = seen.subscribe(heard.append)
    seen.note(Sighting("192.168.1.77", "page", 1.0))
    end()
    end()
    seen.note(Sighting("192.168.1.77", "join", 2.0))
    assert [one.what for one in heard] == ["page"]
