"""What is asked of the system is understood, whatever it answers."""

from __future__ import annotations

from ipaddress import IPv4Address

from mops_tui.process.network.reading import addresses, default_address, hardware_ports

LISTED = """
Hardware Port: Ethernet Adapter (en4)
Device: en4
Ethernet Address: aa:bb:cc:dd:ee:ff

Hardware Port: Wi-Fi
Device: en0
Ethernet Address: 11:22:33:44:55:66

Hardware Port: iPhone USB
Device: en7

VLAN Configurations
===================
"""


def test_macs_hardware_ports_are_told_by_device() -> None:
    assert hardware_ports(LISTED) == {
        "en4": "Ethernet Adapter (en4)",
        "en0": "Wi-Fi",
        "en7": "iPhone USB",
    }


def test_nothing_comes_of_an_answer_that_is_none() -> None:
    assert hardware_ports("") == {}
    assert hardware_ports("Device: en0\nnonsense: : :\nHardware Port: ") == {}


def test_every_address_that_is_read_is_one() -> None:
    for found in addresses():
        IPv4Address(found.address)


def test_the_way_out_is_an_address_or_none() -> None:
    way = default_address()
    assert way == "" or IPv4Address(way)
