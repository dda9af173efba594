"""Facts about whether an address is still this machine's."""

from __future__ import annotations

import pytest

from mops_tui.process.network.here import is_here


def test_loopback_is_always_here() -> None:
    assert is_here("127.0.0.1")


@pytest.mark.parametrize("address", ["192.0.2.77", "no address", "300.1.1.1"])
def test_an_address_that_is_nobodys_is_not(address: str) -> None:
    assert not is_here(address)
