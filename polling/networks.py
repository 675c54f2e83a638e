"""The networks this machine is in, those of a hall before those within the machine."""

from __future__ import annotations

from ipaddress import IPv4Address, ip_network
from typing import NamedTuple

import ifaddr

VIRTUAL = (
    "br-", "docker", "podman", "cni", "lxc", "lxd", "virbr", "veth", "vboxnet", "vmnet",
    "vEthernet", "tun", "tap", "wg", "utun", "zt", "tailscale",
)  # fmt: skip
"""How the adapters of containers, virtual machines and private networks are called."""


class Network(NamedTuple):
    """One address of this machine, and the adapter that has it."""

    address: str
    adapter: str

    @property
    def is_virtual(self) -> bool:
        return self.adapter.startswith(VIRTUAL)


def networks() -> list[Network]:
    """Those that others can come by, the likeliest of a hall first."""
    found = [
        Network(ip.ip, adapter.nice_name)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str) and _is_reachable(IPv4Address(ip.ip))
    ]
    return sorted(found, key=_likelihood, reverse=True)


def _is_reachable(address: IPv4Address) -> bool:
    return not address.is_loopback and not address.is_link_local


def _likelihood(network: Network) -> tuple[bool, int]:
    """Home and hall networks first; 172.16/12 is where container bridges usually are."""
    address = IPv4Address(network.address)
    if address in ip_network("192.168.0.0/16"):
        rank = 3
    elif address in ip_network("10.0.0.0/8"):
        rank = 2
    else:
        rank = 0 if address in ip_network("172.16.0.0/12") else 1
    return not network.is_virtual, rank
