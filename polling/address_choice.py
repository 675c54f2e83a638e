"""Which address phones are shown: chosen by the host, kept, and told to every screen at once."""

from __future__ import annotations

from collections.abc import Callable

from polling.addresses import Addresses, Offer
from polling.changes import Changes
from polling.errors import AddressGone
from polling.storage import Store, Writer


class AddressChoice:
    """The choice among the addresses of this machine."""

    def __init__(
        self, addresses: Addresses, store: Store, writer: Writer, changes: Changes
    ) -> None:
        self.addresses = addresses
        self._writer = writer
        self._changes = changes
        addresses.chosen = store.address()

    def offers(self) -> list[Offer]:
        """As the networks are now."""
        self._telling(self.addresses.look_again)
        return self.addresses.offers()

    def offered(self, key: str) -> Offer:
        """Raises AddressGone."""
        for offer in self.addresses.offers():
            if offer.key == key:
                return offer
        raise AddressGone

    def choose(self, key: str) -> None:
        """Shows that offer from now on, also after a restart. Raises AddressGone."""
        self.offered(key)
        self._writer.run(lambda store: store.set_address(key))

        def take() -> None:
            self.addresses.chosen = key

        self._telling(take)

    def answers_to(self, name: str | None) -> None:
        """This machine has a name in its networks now, or none."""

        def take() -> None:
            self.addresses.name = name

        self._telling(take)

    def _telling(self, change: Callable[[], None]) -> None:
        before = self.addresses.base
        change()
        if self.addresses.base != before:
            self._changes.address.send()
