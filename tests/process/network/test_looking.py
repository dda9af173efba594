"""What other programs say of a firewall is understood; what they do not say stays unknown."""

from __future__ import annotations

import pytest

from mops_tui.process.network.facts import Inside
from mops_tui.process.network.looking import (
    firewall,
    inside,
    linux_firewall,
    look,
    macos_firewall,
    windows_firewall,
)
from mops_tui.words.network.reasons import Firewall


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("192.168.1.20 Public\r\n", "public"),
        ("192.168.1.20 Private\r\n", "private"),
        ("192.168.1.20 DomainAuthenticated\r\n", "private"),
        ("172.28.16.1 Public\r\n192.168.1.20 Private\r\n", "private"),
        ("172.28.16.1 Private\r\n192.168.1.20 Public\r\n", "public"),
        ("172.28.16.1 Public\r\n", ""),
        ("", ""),
        ("\r\n192.168.1.20\r\n", ""),
        ("Get-NetConnectionProfile : not found", ""),
    ],
)
def test_windows_says_how_it_treats_its_networks(said: str, told: Firewall) -> None:
    assert windows_firewall(said, "192.168.1.20") == told


@pytest.mark.parametrize(
    ("state", "block_all", "told"),
    [
        ("Firewall is enabled. (State = 1)", "Firewall has block all state set to disabled.", "on"),
        ("Firewall is disabled. (State = 0)", "Block all DISABLED!", "off"),
        (
            "Firewall is enabled. (State = 2)",
            "Block all incoming: ENABLED",
            "blocks-all",
        ),
        (
            "Firewall is enabled. (State = 2)",
            "Firewall is set to block all non-essential incoming connections",
            "blocks-all",
        ),
        ("", "", ""),
    ],
)
def test_macos_says_whether_it_blocks_all(state: str, block_all: str, told: Firewall) -> None:
    assert macos_firewall(state, block_all) == told


@pytest.mark.parametrize(
    ("ufw", "firewalld", "told"),
    [
        ("# settings\nENABLED=yes\nLOGLEVEL=low\n", "", "ufw"),
        ('ENABLED="yes"', "", "ufw"),
        ("ENABLED=no\n", "", ""),
        ("# ENABLED=yes\n", "", ""),
        ("", "running\n", "firewalld"),
        ("", "not running\n", ""),
        ("", "", ""),
    ],
)
def test_linux_has_one_of_two_usual_firewalls(ufw: str, firewalld: str, told: Firewall) -> None:
    assert linux_firewall(ufw, firewalld) == told


@pytest.mark.parametrize(
    ("environment", "kernel", "container", "told"),
    [
        ({}, "Linux version 6.8.0", False, ""),
        ({"WSL_DISTRO_NAME": "Ubuntu"}, "", False, "wsl"),
        ({}, "Linux version 5.15.90.1-microsoft-standard-WSL2", False, "wsl"),
        ({"SSH_CONNECTION": "10.0.0.1 22 10.0.0.2 22"}, "", False, "ssh"),
        ({}, "", True, "container"),
        ({"container": "podman"}, "", False, "container"),
    ],
)
def test_where_the_program_runs(
    environment: dict[str, str], kernel: str, container: bool, told: Inside
) -> None:
    assert inside(environment, kernel, container=container) == told


def test_looking_at_this_machine_needs_no_right() -> None:
    assert look().interfaces
    assert firewall("127.0.0.1") in (
        "",
        "ufw",
        "firewalld",
        "public",
        "private",
        "blocks-all",
        "on",
        "off",
    )
