"""The addresses of this server: those phones may reach, and those a form may come from."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from polling.config import Config
from polling.networks import networks
from polling.records import Session

WILDCARDS = ("", "0.0.0.0", "::")
"""Hosts that mean every address of this machine."""

THE_NAME = "name"
"""What stands for the name of this machine, whatever number the network made it take."""


class Offer(NamedTuple):
    """An address that could be shown to phones. `key` is what a host's choice is kept as."""

    key: str
    host: str
    adapter: str


class Addresses:
    """Never taken from a request, which could name anything.

    Where settings name an address, it is that one. Else it is what the host chose, as long as this
    machine has it, or the likeliest of those it has.
    """

    def __init__(self, config: Config) -> None:
        self._host = None if config.host in WILDCARDS else config.host
        self._public_url = config.public_url.rstrip("/") if config.public_url else None
        self._port = config.port
        self._networks = networks()
        self.chosen = ""
        """The key of an offer."""
        self.name: str | None = None
        """Such as matinale.local, once this machine answers to it."""

    @property
    def are_settled(self) -> bool:
        """Whether settings leave no choice."""
        return self._public_url is not None or self._host is not None

    @property
    def reaches_phones(self) -> bool:
        """Whether there is a network that others can come by, as far as can be told."""
        return self.are_settled or bool(self._networks)

    @property
    def base(self) -> str:
        """What phones open, without a slash at its end."""
        return self._public_url or self.at(self._host or self.shown_host)

    @property
    def host(self) -> str:
        """What the host opens: on this very machine, unless it serves somewhere in public."""
        return self._public_url or self.at(self._host)

    def offers(self) -> list[Offer]:
        """The likeliest first; none where there is no network, or no choice."""
        if self.are_settled or not self._networks:
            return []
        found = [Offer(each.address, each.address, each.adapter) for each in self._networks]
        return [*found, Offer(THE_NAME, self.name, "")] if self.name else found

    @property
    def shown_host(self) -> str | None:
        """That of the offer which holds now; None where this machine is alone."""
        offers = self.offers()
        held = [offer for offer in offers if offer.key == self.chosen] or offers
        return held[0].host if held else None

    def look_again(self) -> None:
        """The Wi-Fi may be another one by now."""
        self._networks = networks()

    @property
    def local(self) -> str:
        """What this very machine reaches the server at."""
        return self.at(self._host)

    def is_ours(self, origin: str, host: str) -> bool:
        """Whether a request to `host` comes from one of our own pages, by its Origin header.

        Behind a proxy that rewrites the host, our pages stand at the public address.
        """
        public = urlsplit(self._public_url).netloc if self._public_url else host
        return origin.partition("://")[2] in (host, public)

    def join_url(self, session: Session) -> str:
        return f"{self.base}/{session.code}"

    def at(self, host: str | None) -> str:
        """The address of this server under one of its names."""
        return f"http://{_bracketed(host or 'localhost')}:{self._port}"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
