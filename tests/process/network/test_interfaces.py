"""The address in the QR is one that phones may reach, or one that somebody chose."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mops_tui.process.network.interfaces import preferred, rank, ranked
from mops_tui.process.network.kinds import Found

WIFI = Found("wlan0", "192.168.1.20")
CABLE = Found("enp3s0", "192.168.1.30")
DOCKER = Found("docker0", "172.17.0.1", "bridge")
VPN = Found("tun0", "10.8.0.2", "tun")
LO = Found("lo", "127.0.0.1")

MACHINES: tuple[tuple[str, tuple[Found, ...], str, list[str]], ...] = (
    ("a laptop on Wi-Fi", (LO, WIFI), WIFI.address, ["192.168.1.20", "127.0.0.1"]),
    (
        "docked, with Wi-Fi: phones are on Wi-Fi",
        (LO, CABLE, DOCKER, WIFI),
        CABLE.address,
        ["192.168.1.20", "192.168.1.30", "172.17.0.1", "127.0.0.1"],
    ),
    (
        "a VPN that takes everything",
        (VPN, LO, WIFI),
        VPN.address,
        ["192.168.1.20", "10.8.0.2", "127.0.0.1"],
    ),
    (
        "two cables: the one that leads elsewhere",
        (Found("eth0", "10.0.0.5"), Found("eth1", "10.1.0.5")),
        "10.1.0.5",
        ["10.1.0.5", "10.0.0.5"],
    ),
    (
        "many cables, in the order of their numbers",
        (Found("eth10", "10.0.0.1"), Found("eth2", "10.0.0.9")),
        "",
        ["10.0.0.9", "10.0.0.1"],
    ),
    (
        "an address of the internet comes after one of this network",
        (Found("eth0", "8.8.4.4"), Found("eth1", "10.1.0.5")),
        "8.8.4.4",
        ["10.1.0.5", "8.8.4.4"],
    ),
)


@pytest.mark.parametrize(
    ("found", "default", "expected"),
    [each[1:] for each in MACHINES],
    ids=[each[0] for each in MACHINES],
)
def test_the_address_that_phones_reach_most_likely_comes_first(
    found: tuple[Found, ...], default: str, expected: list[str]
) -> None:
    assert [each.address for each in rank(found, default)] == expected


@pytest.mark.parametrize(
    "found",
    [
        (),
        (LO,),
        (LO, DOCKER),
        (LO, VPN, DOCKER),
        (Found("utun3", "100.100.1.1"), LO),
        (Found("vEthernet (WSL)", "172.28.16.1"), LO),
        (Found("Intel(R) Wi-Fi 6", "169.254.8.9"), LO),
    ],
)
def test_an_address_that_no_phone_reaches_is_never_taken_unasked(found: tuple[Found, ...]) -> None:
    for default in ("", *(each.address for each in found)):
        assert preferred(rank(found, default)) is None


def test_the_address_of_before_is_kept_while_it_is_there() -> None:
    there = rank((WIFI, VPN, LO))
    chosen = preferred(there, before="10.8.0.2")
    assert chosen is not None
    assert chosen.address == "10.8.0.2"
    fresh = preferred(there, before="192.168.7.7")
    assert fresh is not None
    assert fresh.address == "192.168.1.20"


def test_an_address_of_the_internet_is_told() -> None:
    (only,) = rank((Found("eth0", "8.8.4.4"),))
    assert only.public
    assert only.likely


@pytest.mark.parametrize("address", ["", "0.0.0.0", "nonsense", "::1", "224.0.0.1", "1.2.3"])
def test_what_is_no_address_is_left_out(address: str) -> None:
    assert rank((Found("eth0", address),)) == ()


@example([Found("²", "10.0.0.1")], "")
@given(
    st.lists(st.builds(Found, st.text(), st.ip_addresses(v=4).map(str), st.text())),
    st.ip_addresses(v=4).map(str),
)
def test_whatever_the_names_are_every_usable_address_is_there_once(
    found: list[Found], default: str
) -> None:
    addresses = [each.address for each in rank(found, default)]
    assert len(set(addresses)) == len(addresses)
    assert {IPv4Address(each) for each in addresses} <= {IPv4Address(f.address) for f in found}


def test_this_machine_has_itself() -> None:
    assert ranked()[-1].kind == "loopback"
