"""The addresses of this server: the one phones reach, and those a form may come from."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

import ifaddr

from polling.config import Config
from polling.records import Session

WILDCARDS = ("", "0.0.0.0", "::")
"""Hosts that mean every address of this machine."""


class Addresses:
    """Decided once at start; never taken from a request, which could name anything."""

    def __init__(self, config: Config) -> None:
        self._host = None if config.host in WILDCARDS else config.host
        self._lan = self._host or lan_address()
        self._public_url = config.public_url.rstrip("/") if config.public_url else None
        self._port = config.port

    @property
    def reaches_phones(self) -> bool:
        """Whether there is a network that others can come by, as far as can be told."""
        return self._public_url is not None or self._lan is not None

    @property
    def base(self) -> str:
        """What phones open, without a slash at its end."""
        return self._public_url or self._address(self._lan)

    @property
    def host(self) -> str:
        """What the host opens: on this very machine, unless it serves somewhere in public."""
        return self._public_url or self._address(self._host)

    @property
    def local(self) -> str:
        """What this very machine reaches the server at."""
        return self._address(self._host)

    def is_ours(self, origin: str, host: str) -> bool:
        """Whether a request to `host` comes from one of our own pages, by its Origin header.

        Behind a proxy that rewrites the host, our pages stand at the public address.
        """
        public = urlsplit(self._public_url).netloc if self._public_url else host
        return origin.partition("://")[2] in (host, public)

    def join_url(self, session: Session) -> str:
        return f"{self.base}/{session.code}"

    def _address(self, host: str | None) -> str:
        return f"http://{_bracketed(host or 'localhost')}:{self._port}"


def lan_address() -> str | None:
    """The address phones in the hall most likely reach; None where there is no network."""
    found = [
        ipaddress.IPv4Address(ip.ip)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    ]
    reachable = [ip for ip in found if not ip.is_loopback and not ip.is_link_local]
    if not reachable:
        return None
    return str(max(reachable, key=_likelihood))


def _likelihood(address: ipaddress.IPv4Address) -> int:
    """Home and hall networks first; 172.16/12 is where container bridges usually are."""
    if address in ipaddress.ip_network("192.168.0.0/16"):
        return 3
    if address in ipaddress.ip_network("10.0.0.0/8"):
        return 2
    return 0 if address in ipaddress.ip_network("172.16.0.0/12") else 1


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
