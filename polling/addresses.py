"""The addresses of this server: the one phones reach, and those a form may come from."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

import ifaddr

from polling.config import Config
from polling.records import Session


class Addresses:
    """Decided once at start; never taken from a request, which could name anything."""

    def __init__(self, config: Config) -> None:
        self.lan = lan_address() if config.host in ("0.0.0.0", "::") else config.host
        self._public_url = config.public_url
        self._port = config.port

    @property
    def is_public(self) -> bool:
        """Whether somebody said which address phones use."""
        return self._public_url is not None

    @property
    def base(self) -> str:
        """What phones open, without a slash at its end."""
        if self._public_url:
            return self._public_url.rstrip("/")
        return f"http://{_bracketed(self.lan or 'localhost')}:{self._port}"

    @property
    def local(self) -> str:
        """What this very machine opens."""
        return f"http://localhost:{self._port}"

    def is_ours(self, origin: str, host: str) -> bool:
        """Whether a request to `host` comes from one of our own pages, by its Origin header.

        Behind a proxy that rewrites the host, our pages stand at the public address.
        """
        public = urlsplit(self._public_url).netloc if self._public_url else host
        return urlsplit(origin).netloc in (host, public)

    def join_url(self, session: Session) -> str:
        return f"{self.base}/{session.code}"


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
