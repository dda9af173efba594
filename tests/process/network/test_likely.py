"""What keeps phones away: what is seen from here comes before what is only guessed."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.process.network.facts import Evidence, Facts
from mops_tui.process.network.interfaces import rank
from mops_tui.process.network.kinds import Found
from mops_tui.process.network.likely import likely
from mops_tui.words.network.reasons import Firewall, Reason, System, reason_words, without_network

WIFI = Found("wlan0", "192.168.1.20")
VPN = Found("tun0", "10.8.0.2", "tun")
LO = Found("lo", "127.0.0.1")
HOTSPOT = Found("wlan0", "10.42.0.1", "Wi-Fi")
LAPTOP = Facts(interfaces=rank((WIFI, LO)), chosen=WIFI.address)
GUESSED: tuple[Reason, ...] = ("apart", "firewall", "other-network", "mobile-data", "portal")


def facts(*found: Found, chosen: str = WIFI.address, **more: object) -> Facts:
    return Facts(interfaces=rank(found), chosen=chosen, **more)  # type: ignore[arg-type]  # a test gives any of them


TABLE: tuple[tuple[str, Facts, tuple[Reason, ...]], ...] = (
    ("nothing is known: clients are kept apart more often than not", LAPTOP, GUESSED),
    ("a VPN is said first", facts(WIFI, VPN), ("vpn", *GUESSED)),
    (
        "ufw is on",
        facts(WIFI, firewall="ufw"),
        ("firewall", "apart", "other-network", "mobile-data", "portal"),
    ),
    (
        "Windows takes this network for a public one",
        facts(WIFI, system="windows", firewall="public"),
        ("firewall", "apart", "other-network", "mobile-data", "portal"),
    ),
    (
        "a VPN, and a Mac that blocks all",
        facts(WIFI, VPN, system="macos", firewall="blocks-all"),
        ("vpn", "firewall", "apart", "other-network", "mobile-data", "portal"),
    ),
    (
        "a firewall that is off is the last thing to look at",
        facts(WIFI, system="macos", firewall="off"),
        ("apart", "other-network", "mobile-data", "portal", "firewall"),
    ),
    (
        "no internet: phones turn to mobile data",
        facts(WIFI, internet=False),
        ("mobile-data", "apart", "firewall", "other-network", "portal"),
    ),
    ("no network at all", facts(LO, chosen=""), ("no-address",)),
    ("no address at all", facts(chosen=""), ("no-address",)),
    ("only a VPN", facts(VPN, LO, chosen=""), ("no-address",)),
    ("the address has gone", facts(Found("eth0", "10.1.1.1")), ("gone", *GUESSED)),
    ("the address has gone, whoever was here before",
     facts(Found("eth0", "10.1.1.1"), evidence=frozenset({"page"})), ("gone", *GUESSED)),
    ("the only address has gone", facts(LO), ("no-address",)),
    ("the VPN was chosen", facts(WIFI, VPN, chosen=VPN.address), ("unlikely", "vpn", *GUESSED)),
    ("in WSL", facts(WIFI, inside="wsl"), ("wsl", *GUESSED)),
    (
        "one's own hotspot has no captive portal, and the phone has to be on it",
        facts(HOTSPOT, chosen=HOTSPOT.address),
        ("other-network", "firewall", "mobile-data", "apart"),
    ),
    ("a wrong code is no network", facts(WIFI, evidence=frozenset({"knock", "wrong-code"})),
     ("wrong-code",)),
    ("a wrong code on an open page", facts(WIFI, evidence=frozenset({"page", "wrong-code"})),
     ("wrong-code",)),
    ("by another name", facts(WIFI, evidence=frozenset({"knock", "other-host"})), ("other-host",)),
    ("a connection alone", facts(WIFI, VPN, evidence=frozenset({"knock"})), ("no-http",)),
    ("the page is open", facts(WIFI, evidence=frozenset({"knock", "page"})), ("not-joined",)),
    ("joined", facts(WIFI, evidence=frozenset({"page", "joined"})), ("not-voted",)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("known", "expected"), [row[1:] for row in TABLE], ids=[r[0] for r in TABLE]
)
def test_what_is_seen_comes_before_what_is_guessed(
    known: Facts, expected: tuple[Reason, ...]
) -> None:
    assert likely(known) == expected


@given(
    st.lists(st.sampled_from((WIFI, VPN, LO, HOTSPOT))),
    st.sampled_from(("", WIFI.address, VPN.address, "10.9.9.9")),
    st.sampled_from(get_args(Firewall)),
    st.frozensets(st.sampled_from(get_args(Evidence))),
    st.booleans(),
)
def test_nothing_is_said_twice_and_there_is_always_something_unless_somebody_voted(
    found: list[Found],
    chosen: str,
    firewall: Firewall,
    seen: frozenset[Evidence],
    internet: bool,
) -> None:
    known = Facts("linux", rank(found), chosen, 8420, internet, firewall, "", seen)
    reasons = likely(known)
    assert len(set(reasons)) == len(reasons)
    assert reasons or "voted" in seen
    if seen and "voted" not in seen and not known.gone:
        assert len(reasons) == 1


def test_each_reason_has_two_lines_that_fit_the_smallest_terminal() -> None:
    for system in get_args(System):
        for firewall in get_args(Firewall):
            for reason in get_args(Reason):
                for internet in (True, False):
                    lines = reason_words(reason, system, firewall, 65535, internet=internet)
                    assert all(0 < len(line) <= 64 for line in lines), lines
        assert all(len(line) <= 64 for line in without_network(system))


def test_a_command_for_a_firewall_names_the_port_that_is_open() -> None:
    assert reason_words("firewall", "linux", "ufw", 8423)[1] == "sudo ufw allow 8423/tcp"
    command = reason_words("firewall", "linux", "firewalld", 8423)[1]
    assert command == "sudo firewall-cmd --add-port=8423/tcp"
