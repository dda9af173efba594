"""Which of a machine's addresses phones may reach, told by the names that systems give."""

from __future__ import annotations

import pytest

from mops_tui.process.network.kinds import Found, kind_of
from mops_tui.words.network.addresses import Kind

LAN = "192.168.1.20"
KINDS: tuple[tuple[str, str, str, Kind], ...] = (
    # Linux: name, address, what else is known
    ("wlan0", LAN, "", "wifi"),
    ("wlp0s20f3", LAN, "Wi-Fi", "wifi"),
    ("wlx00c0ca123456", LAN, "", "wifi"),
    ("renamed", LAN, "Wi-Fi", "wifi"),
    ("eth0", LAN, "", "ethernet"),
    ("enp3s0", LAN, "", "ethernet"),
    ("eno1", LAN, "", "ethernet"),
    ("enx00e04c680001", LAN, "", "ethernet"),
    ("eth0.100", "10.1.2.3", "", "ethernet"),
    ("br0", LAN, "bridge", "ethernet"),
    ("usb0", "192.168.42.17", "", "tether"),
    ("wlan0", "10.42.0.1", "Wi-Fi", "hotspot"),
    ("ap0", "192.168.12.1", "", "hotspot"),
    ("tun0", "10.8.0.2", "tun", "vpn"),
    ("tap0", "10.8.0.2", "tun", "vpn"),
    ("wg0", "10.6.0.2", "", "vpn"),
    ("ppp0", "10.0.0.7", "", "vpn"),
    ("tailscale0", "100.101.102.103", "tun", "vpn"),
    ("zt5u4y6ejv", "192.168.193.4", "tun", "vpn"),
    ("ztabcdefgh", "10.147.17.1", "", "vpn"),
    ("cscotun0", "10.20.30.40", "", "vpn"),
    ("gpd0", "10.20.30.40", "", "vpn"),
    ("nordlynx", "10.5.0.2", "", "vpn"),
    ("proton0", "10.2.0.2", "", "vpn"),
    ("wt0", "100.90.1.2", "", "vpn"),
    ("corp", "10.20.30.40", "tun", "vpn"),
    ("docker0", "172.17.0.1", "bridge", "virtual"),
    ("br-3f1c5a9be2d0", "172.18.0.1", "bridge", "virtual"),
    ("veth1a2b3c4", "172.19.0.1", "", "virtual"),
    ("podman0", "10.88.0.1", "bridge", "virtual"),
    ("cni-podman0", "10.88.0.1", "bridge", "virtual"),
    ("virbr0", "192.168.122.1", "bridge", "virtual"),
    ("vnet0", "192.168.122.9", "tun", "virtual"),
    ("vmnet8", "192.168.59.1", "", "virtual"),
    ("vboxnet0", "192.168.56.1", "", "virtual"),
    ("lxdbr0", "10.33.1.1", "bridge", "virtual"),
    ("teamnet", "172.30.0.1", "bridge", "virtual"),
    ("wwan0", "100.70.1.2", "", "mobile"),
    ("bnep0", "192.168.44.5", "", "bluetooth"),
    ("lo", "127.0.0.1", "", "loopback"),
    ("lo", "127.0.1.1", "", "loopback"),
    ("eth0", "169.254.10.20", "", "link-local"),
    ("strange", LAN, "", "other"),
    ("", LAN, "", "other"),
    ("x" * 10_000, LAN, "", "other"),
    ("\x1b[31mstrange", LAN, "", "other"),
    ("[bold]", LAN, "", "other"),
    # macOS
    ("en0", LAN, "", "wifi"),
    ("en0", LAN, "Wi-Fi", "wifi"),
    ("en0", LAN, "Ethernet", "ethernet"),
    ("en1", LAN, "Wi-Fi", "wifi"),
    ("en5", LAN, "USB 10/100/1000 LAN", "ethernet"),
    ("en7", "172.20.10.2", "iPhone USB", "tether"),
    ("bridge100", "192.168.2.1", "", "hotspot"),
    ("bridge100", "192.168.64.1", "", "virtual"),
    ("bridge101", "10.211.55.2", "", "virtual"),
    ("vmenet0", "192.168.64.2", "", "virtual"),
    ("utun4", "10.8.0.6", "", "vpn"),
    ("utun3", "100.100.1.1", "", "vpn"),
    ("ipsec0", "10.9.0.2", "", "vpn"),
    ("feth1234", "10.147.17.5", "", "vpn"),
    ("awdl0", "169.254.3.4", "", "link-local"),
    ("pdp_ip0", "10.33.3.3", "", "mobile"),
    # Windows: descriptions, and the names that people see
    ("Intel(R) Wi-Fi 6 AX201 160MHz", LAN, "", "wifi"),
    ("Qualcomm Atheros QCA9377 Wireless Network Adapter", LAN, "", "wifi"),
    ("Realtek 8822CE Wireless LAN 802.11ac PCI-E NIC", LAN, "", "wifi"),
    ("Wi-Fi", LAN, "", "wifi"),
    ("WLAN", LAN, "", "wifi"),
    ("Drahtlosnetzwerkverbindung", LAN, "", "wifi"),
    ("Realtek PCIe GbE Family Controller", LAN, "", "ethernet"),
    ("Intel(R) Ethernet Connection (7) I219-V", LAN, "", "ethernet"),
    ("Ethernet 2", LAN, "", "ethernet"),
    ("LAN-Verbindung", LAN, "", "ethernet"),
    ("Remote NDIS based Internet Sharing Device", "192.168.42.5", "", "tether"),
    ("Apple Mobile Device Ethernet", "172.20.10.3", "", "tether"),
    ("Microsoft Wi-Fi Direct Virtual Adapter #2", "192.168.137.1", "", "hotspot"),
    ("Local Area Connection* 10", "192.168.137.1", "", "hotspot"),
    ("Cisco AnyConnect Virtual Miniport Adapter for Windows x64", "10.4.4.4", "", "vpn"),
    ("Cisco Secure Client - AnyConnect VPN", "10.4.4.4", "", "vpn"),
    ("PANGP Virtual Ethernet Adapter Secure", "10.4.4.4", "", "vpn"),
    ("Fortinet SSL VPN Virtual Ethernet Adapter", "10.4.4.4", "", "vpn"),
    ("TAP-Windows Adapter V9", "10.8.0.6", "", "vpn"),
    ("Wintun Userspace Tunnel", "10.8.0.6", "", "vpn"),
    ("WireGuard Tunnel", "10.8.0.6", "", "vpn"),
    ("ZeroTier Virtual Port", "10.147.17.5", "", "vpn"),
    ("Tailscale", "100.99.98.97", "", "vpn"),
    ("Check Point Virtual Network Adapter For Endpoint VPN Client", "10.4.4.4", "", "vpn"),
    ("Ethernet 3", "100.64.3.4", "", "ethernet"),
    ("vEthernet (WSL)", "172.28.16.1", "", "virtual"),
    ("vEthernet (Default Switch)", "172.20.0.1", "", "virtual"),
    ("Hyper-V Virtual Ethernet Adapter", "172.28.16.1", "", "virtual"),
    ("VMware Virtual Ethernet Adapter for VMnet8", "192.168.80.1", "", "virtual"),
    ("VirtualBox Host-Only Ethernet Adapter", "192.168.56.1", "", "virtual"),
    ("Npcap Loopback Adapter", "10.1.1.1", "", "virtual"),
    ("Bluetooth Device (Personal Area Network)", "192.168.44.2", "", "bluetooth"),
    ("Fibocom L850-GL Mobile Broadband", "10.66.1.1", "", "mobile"),
    ("Software Loopback Interface 1", "127.0.0.1", "", "loopback"),
)


@pytest.mark.parametrize(("name", "address", "about", "kind"), KINDS)
def test_a_name_and_an_address_tell_the_kind(
    name: str, address: str, about: str, kind: Kind
) -> None:
    assert kind_of(Found(name, address, about)) == kind


def test_a_switch_of_hyper_v_before_the_real_network_is_that_network() -> None:
    bridged = Found("Hyper-V Virtual Ethernet Adapter #2", LAN)
    assert kind_of(bridged, default=True) == "ethernet"
    assert kind_of(bridged) == "virtual"
    assert kind_of(Found("vEthernet (WSL)", "172.28.16.1"), default=True) == "virtual"


def test_a_bridge_that_leads_elsewhere_is_no_bridge_of_containers() -> None:
    assert kind_of(Found("teamnet", LAN, "bridge"), default=True) == "other"
