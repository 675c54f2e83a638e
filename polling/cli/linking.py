"""`link`: another one-time facilitator link, also while the server runs."""

from __future__ import annotations

from polling.access import Facilitators
from polling.addresses import Addresses
from polling.cli.speech import terminal
from polling.config import Config
from polling.storage import Writer, open_store, prepare


def run(config: Config) -> None:
    """Raises CannotStart where the file cannot serve."""
    prepare(config.database)
    store = open_store(config.database)
    writer = Writer(open_store(config.database, writing=True))
    terminal.print(link_address(Addresses(config).host, Facilitators(store, writer)), markup=False)


def link_address(base: str, facilitators: Facilitators) -> str:
    return f"{base}/console/link/{facilitators.make_link()}"
