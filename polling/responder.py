"""Answers to a name such as matinale.local: a small process beside the server.

    python -m polling.responder NAME PORT

zeroconf has an event loop and threads of its own, which would not get on with green threads. What
it found out it says on its standard output, in lines of a word and its object: `name` with the name
it got, `failed` with the reason. It ends when its standard input does: with the server, however
that ends.
"""

from __future__ import annotations

import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from zeroconf import (  # type: ignore[attr-defined] # one is public, if not in its list
    AddressResolverIPv4,
    IPVersion,
    ServiceInfo,
    Zeroconf,
)

from polling.networks import networks

LOOK_AGAIN_S = 2
"""How often the Wi-Fi may change without our noticing."""

SOMEBODY_ANSWERS_MS = 750
HTTP = "_http._tcp.local."


def main(wanted: str, port: int) -> None:
    """Answers until the server is gone, on whatever networks there are by then."""
    for ending in (signal.SIGINT, signal.SIGTERM):  # they are for the server, which we outlive
        signal.signal(ending, signal.SIG_IGN)
    while not _server_is_gone(0):
        here = _addresses()
        with _answering(wanted, port, here):
            while _addresses() == here:
                if _server_is_gone(LOOK_AGAIN_S):
                    return


def _server_is_gone(wait_s: float) -> bool:
    return bool(select.select([sys.stdin], [], [], wait_s)[0])


def _addresses() -> list[str]:
    """Phones are in none of the networks within a machine."""
    found = networks()
    return [each.address for each in found if not each.is_virtual or found[0].is_virtual]


@contextmanager
def _answering(wanted: str, port: int, here: list[str]) -> Iterator[None]:
    """Within it, this machine has a name in the networks of these addresses."""
    if not here:
        yield
        return
    try:
        responder = Zeroconf(here, ip_version=IPVersion.V4Only)
    except OSError as error:
        _say("failed", error.strerror or str(error))
        yield
        return
    try:
        name = _free(responder, wanted, here)
        responder.register_service(
            ServiceInfo(
                HTTP,
                f"{name}-{port}.{HTTP}",
                server=f"{name}.local.",
                parsed_addresses=here,
                port=port,
                properties={"path": "/"},
            ),
            allow_name_change=True,
        )
        _say("name", f"{name}.local")
        yield
    finally:
        responder.close()


def _free(responder: Zeroconf, wanted: str, here: list[str]) -> str:
    """`wanted`, or with a number where another machine answers to it."""
    names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(name for name in names if not _is_taken(responder, name, here))


def _is_taken(responder: Zeroconf, name: str, here: list[str]) -> bool:
    """Another server on this machine may have the name too: it is the machine's."""
    whose = AddressResolverIPv4(f"{name}.local.")
    answered = whose.request(responder, SOMEBODY_ANSWERS_MS)
    return answered and not set(whose.parsed_addresses()) <= set(here)


def _say(word: str, what: str) -> None:
    print(word, what, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
