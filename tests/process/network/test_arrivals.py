"""How far a device came is told by what the server saw; this machine itself proves nothing."""

from __future__ import annotations

from mops_tui.process.network.arrivals import devices, evidence
from mops_tui.sources.phones.sightings import Sighting, What

OWN = {"192.168.1.20"}
PHONE = "192.168.1.77"


def saw(
    what: What, at: float, took: float = 0.01, refused: str = "", address: str = PHONE
) -> Sighting:
    return Sighting(address, what, at, 0.0 if what == "knock" else at + took, refused)


WALK = (
    saw("knock", 1.0),
    saw("page", 1.1),
    saw("other", 1.15),
    saw("join", 5.0),
    saw("vote", 9.0, 0.02),
)


def test_a_phone_that_came_all_the_way() -> None:
    (phone,) = devices(WALK, OWN)
    assert (phone.opened, phone.joined, phone.voted, phone.own) == (True, True, True, False)
    assert phone.way is not None
    assert phone.saved is not None
    assert 0.039 < phone.way < 0.041
    assert 0.019 < phone.saved < 0.021
    assert evidence([phone]) == {"knock", "page", "joined", "voted"}


def test_this_machine_itself_is_no_evidence() -> None:
    for own in ("192.168.1.20", "127.0.0.1", "::1"):
        (laptop,) = devices([saw("page", 1.0, address=own)], OWN)
        assert laptop.own
        assert evidence([laptop]) == set()


def test_another_device_stands_before_this_machine_and_who_came_furthest_first() -> None:
    seen = [
        *(saw(what, 1.0, address="127.0.0.1") for what in ("page", "join", "vote")),
        saw("page", 2.0, address="192.168.1.5"),
        *(saw(what, 3.0, address="192.168.1.6") for what in ("page", "join")),
    ]
    arrived = devices(seen, OWN)
    assert [one.address for one in arrived] == ["192.168.1.6", "192.168.1.5", "127.0.0.1"]


def test_a_refusal_counts_until_something_is_granted() -> None:
    wrong = (saw("page", 1.0), saw("join", 2.0, refused="wrong-code"), saw("other", 3.0))
    (phone,) = devices(wrong, OWN)
    assert evidence([phone]) == {"knock", "page", "wrong-code"}
    (phone,) = devices([*wrong, saw("join", 4.0)], OWN)
    assert evidence([phone]) == {"knock", "page", "joined"}


def test_a_missing_picture_is_no_refusal() -> None:
    (phone,) = devices([saw("page", 1.0), saw("other", 2.0, refused="unknown-path")], OWN)
    assert evidence([phone]) == {"knock", "page"}


def test_another_name_is_told_whatever_was_asked_for() -> None:
    (phone,) = devices([saw("other", 1.0, refused="other-host")], OWN)
    assert evidence([phone]) == {"knock", "other-host"}


def test_an_address_that_is_none_is_another_device() -> None:
    (odd,) = devices([saw("page", 1.0, address="")], OWN)
    assert not odd.own
