"""`serve`: opens the door, says where it is, and closes it in order when told to."""

from __future__ import annotations

import errno
import signal
import socket
from contextlib import suppress

from polling import runtime
from polling.addresses import Addresses
from polling.cli.awake import keep_awake
from polling.cli.linking import link_address
from polling.cli.speech import qr, say, terminal
from polling.config import Config
from polling.demonstration import demonstration
from polling.errors import CannotStart, StorageFailed
from polling.languages import N_
from polling.local_name import LocalName
from polling.records import Session
from polling.server import Server

FAREWELL_S = 0.5
"""How long closing messages have to reach their clients."""

ENOUGH_FOR_A_HALL = 4000


def run(config: Config) -> None:
    """Serves until SIGTERM or Ctrl-C. Raises CannotStart."""
    listener = _listening(config)
    server = Server(config)
    shown = _first_session(server, config)
    _say_where(server, shown)
    _answer_to_a_name(server, config)
    keep_awake(server.connected)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: runtime.spawn(_stop, server, listener))
    server.serve(listener)


def _listening(config: Config) -> socket.socket:
    try:
        return runtime.listen(config.host, config.port)
    except OSError as error:
        where = {"host": config.host, "port": config.port}
        if error.errno == errno.EADDRINUSE:
            raise CannotStart(
                N_("Port %(port)s is in use: choose another with --port."), **where
            ) from error
        if error.errno == errno.EACCES:
            raise CannotStart(N_("Port %(port)s is not allowed to this user."), **where) from error
        raise CannotStart(N_("host: this machine cannot listen on %(host)s."), **where) from error


def _first_session(server: Server, config: Config) -> Session | None:
    """The demonstration, made once; afterwards the newest session."""
    if not server.domain.sessions.count():
        if not config.demo:
            return None
        made = server.domain.sessions.create(
            demonstration["title"], demonstration["language"], rehearsal=True, by="server"
        )
        for poll in demonstration["polls"]:
            server.domain.running_order.add(
                made.id, poll["kind"], poll["title"], poll["content"], poll["settings"],
                poll["notes"], by="server",
            )  # fmt: skip
    return server.domain.sessions.page(1)[0]


def _say_where(server: Server, session: Session | None) -> None:
    if session is not None:
        address = server.addresses.join_url(session)
        terminal.print(qr(address))
        say(N_("Phones open  [bold]%(base)s[/]  and type  [bold]%(code)s[/]"),
            base=server.addresses.base, code=session.code)  # fmt: skip
        say(N_("or scan the code above:  %(address)s"), address=address)
    else:
        say(N_("Phones open  [bold]%(base)s[/]"), base=server.addresses.base)
    _say_other_addresses(server.addresses)
    if not server.addresses.reaches_phones:
        say(N_("No local network was found: only this computer can join."))
    if server.capacity < ENOUGH_FOR_A_HALL:
        say(N_("This system allows %(capacity)s phones at most: raise its limit of open files"
               " (ulimit -Hn) for more."), capacity=server.capacity)  # fmt: skip
    say(N_("Facilitator link, for one use:  [bold]%(link)s[/]"),
        link=link_address(server.addresses.host, server.domain.facilitators))  # fmt: skip
    say(N_("Ctrl-C stops the server; every recorded vote stays."))


def _say_other_addresses(addresses: Addresses) -> None:
    """Those of other networks, from which the console lets a host choose."""
    others = [offer for offer in addresses.offers() if offer.host != addresses.shown_host]
    if not others:
        return
    say(N_("This computer has other addresses too; the console lets you choose one:"))
    for offer in others:
        terminal.print(f"  {addresses.at(offer.host)}  ({offer.adapter})", markup=False)


def _answer_to_a_name(server: Server, config: Config) -> None:
    """In the networks of a hall; not where settings name another address."""
    if config.name is None or server.addresses.are_settled:
        return

    def told(word: str, what: str) -> None:
        if word == "name" and what != server.addresses.name:
            server.address_choice.answers_to(what)
            say(N_("Most phones also know it as  [bold]%(address)s[/]"),
                address=server.addresses.at(what))  # fmt: skip
        elif word == "failed":
            server.address_choice.answers_to(None)
            say(N_("This computer answers to no name in its networks: %(reason)s."), reason=what)

    LocalName(config.name, config.port, told)


def _stop(server: Server, listener: socket.socket) -> None:
    """No new connections; what was cast is committed; clients are let go and come back."""
    listener.close()
    with suppress(StorageFailed):  # those who wait have been told so
        server.domain.writer.check()
    server.live.close()
    runtime.sleep(FAREWELL_S)
    server.close()
    runtime.leave()
