"""What kind of network an address belongs to, by its number and by the name of its interface.

No operating system says outright which of its networks a phone could be on. Names do: these are the
ones that Linux, macOS and Windows give, and those of the programs that make networks of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

from mops_tui.words.network.addresses import Kind

REACHED: frozenset[Kind] = frozenset({"wifi", "ethernet", "hotspot", "tether", "other"})
"""The kinds that phones may be on too."""


@dataclass(frozen=True)
class Found:
    """An address as the operating system has it.

    Attributes:
        name: Of its interface: "wlan0", "en0", "Intel(R) Wi-Fi 6 AX201".
        address: "192.168.1.20".
        about: What else is known of it: its hardware port on macOS; "Wi-Fi", "tun" or "bridge"
            where Linux knows that.
    """

    name: str
    address: str
    about: str = ""


def kind_of(found: Found, *, default: bool = False) -> Kind:
    """The kind of an address.

    Args:
        found: The address.
        default: Whether what leaves this machine for elsewhere leaves by it.
    """
    address = IPv4Address(found.address)
    if address.is_loopback:
        return "loopback"
    if address.is_link_local:
        return "link-local"
    named = _by_name(found)
    if named == "virtual":
        return _of_virtual(found, address, default)
    if named == "hotspot" or address in _HOTSPOTS:
        return named if named in ("vpn", "bluetooth", "mobile") else "hotspot"
    if address in _SHARED and named not in ("wifi", "ethernet"):
        return "mobile" if named == "mobile" else "vpn"
    if named == "other" and found.about == "bridge" and not default:
        return "virtual"
    return named


def _of_virtual(found: Found, address: IPv4Address, default: bool) -> Kind:
    """What a name that is meant for virtual machines stands for."""
    if _MAC_BRIDGE.match(found.name) and address in _MAC_SHARING:
        return "hotspot"
    hyper_v = "vethernet" in _text(found) or "hyper-v" in _text(found)
    if hyper_v and default and address not in _WSL:
        return "ethernet"  # Hyper-V can put its switch in front of the real network
    return "virtual"


def _by_name(found: Found) -> Kind:
    """What is said of an interface, or else its name, tells."""
    told = found.about if found.about not in ("tun", "bridge") else ""
    for text in (told, found.name):
        for kind, pattern in _NAMES:
            if pattern.search(text[:200].lower()):
                return kind
    return "vpn" if found.about == "tun" else "other"


def _text(found: Found) -> str:
    return f"{found.name[:200]} {found.about[:200]}".lower()


class _Networks(tuple[IPv4Network, ...]):
    """Networks that an address is in, or not."""

    def __contains__(self, address: object) -> bool:
        return any(address in network for network in self)


def _networks(*written: str) -> _Networks:
    return _Networks(IPv4Network(each) for each in written)


_SHARED = _networks("100.64.0.0/10")
"""Tailscale's addresses, and those of mobile networks; some large Wi-Fis have them too."""
_WSL = _networks("172.16.0.0/12")
_HOTSPOTS = _networks("10.42.0.1/32", "10.42.1.1/32", "192.168.137.1/32")
"""This machine's own address where NetworkManager or Windows shares its connection."""
_MAC_SHARING = _networks("192.168.2.1/32", "192.168.3.1/32")
_MAC_BRIDGE = re.compile(r"bridge\d+$")


def _pattern(names: str, words: str) -> re.Pattern[str]:
    """Names of interfaces, whole but for their number; and words anywhere in a description."""
    parts = "|".join(words.split(", "))
    return re.compile(rf"^(?:{'|'.join(names.split())})[\d.:_]*$|{parts}")


# The first that fits: "Cisco AnyConnect Virtual Miniport Adapter" is no adapter of Ethernet,
# and "Microsoft Wi-Fi Direct Virtual Adapter" no Wi-Fi that one joins.
_NAMES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("bluetooth", _pattern("bnep pan", "bluetooth")),
    (
        "vpn",
        _pattern(
            r"tun.* tap.* utun ppp.* wg.* wt tailscale.* ts zt.* feth ipsec.* cscotun gpd.* vti"
            r" ip_vti xfrm l2tp.* pptp.* gre sit vpn.* nordlynx nordtun proton.* pvpn.* mullvad.*"
            r" nebula.* ham outline.* pangp.* fctvpn.* tunsnx snx n2n husarnet",
            r"vpn, tailscale, zerotier, wireguard, wintun, tap-win, tap adapter, tunnel, "
            r"anyconnect, cisco, globalprotect, pangp, palo alto, fortinet, fortissl, forticlient, "
            r"juniper, pulse secure, ivanti, check point, sonicwall, netextender, zscaler, "
            r"netskope, nordlynx, mullvad, hamachi, wan miniport, big-ip, f5 networks, citrix, "
            r"softether, cloudflare, \bwarp\b, data channel offload, netbird, twingate, appgate, "
            r"barracuda, watchguard, sstp, pppoe, ppp adapter",
        ),
    ),
    (
        "virtual",
        _pattern(
            r"docker.* br-[0-9a-f]{6,} veth.* virbr.* vnet vmnet vboxnet podman.* cni.* flannel.*"
            r" cali.* cilium.* lxc.* lxdbr lxd.* incus.* kube.* weave.* mpqemubr.* waydroid.*"
            r" anbox.* ovs.* dummy ifb nerdctl.* kind vnic vmenet awdl llw anpi bridge[1-9]\d+"
            r" xenbr vif.* fwbr.* fwpr.* fwln.* macvtap minikube.* colima.* lima.*",
            r"vethernet, hyper-v, vmware, virtualbox, vbox, docker, podman, \bwsl\b, parallels, "
            r"qemu, loopback, bluestacks, npcap, default switch, sandbox, container",
        ),
    ),
    (
        "hotspot",
        _pattern(
            r"ap uap swlan softap hotspot",
            r"wi-fi direct, wifi direct, hosted network, mobile hotspot, connection\*, "
            r"verbindung\*",
        ),
    ),
    (
        "tether",
        _pattern(
            r"usb rndis iphone",
            r"iphone, ipad, apple mobile device, remote ndis, rndis, usb tethering",
        ),
    ),
    (
        "mobile",
        _pattern(
            r"wwan wwp.* wwx.* rmnet.* pdp_ip ccmni",
            r"cellular, mobile broadband, mobilfunk, mobiles breitband, \blte\b, wwan, 5g modem",
        ),
    ),
    (
        "wifi",
        _pattern(
            r"wlan.* wl.* wifi.* ath ra mlan en0",
            r"wi-fi, wifi, wlan, wireless, drahtlos, 802\.11, airport, sans fil, centrino",
        ),
    ),
    (
        "ethernet",
        _pattern(
            r"eth en em eno.* ens.* enp.* enx.* end lan net bond team br vmbr bridge",
            r"ethernet, gigabit, gbe\b, \blan\b, lan-verbindung, local area connection, "
            r"family controller, thunderbolt, usb 10/100",
        ),
    ),
)
