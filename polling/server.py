"""Where all parts meet, and nowhere else."""

from __future__ import annotations

import gc
import socket
import sys
from typing import Any

from apiflask import APIFlask
from flask import request
from flask_babel import force_locale, gettext
from flask_socketio import SocketIO

from polling import api, runtime
from polling.access import Pairings
from polling.address_choice import AddressChoice
from polling.addresses import Addresses
from polling.config import Config
from polling.domain import Domain, domain_of
from polling.errors import PollingError
from polling.live import (
    Admission,
    ClientPacket,
    Connections,
    Engine,
    Incoming,
    InWords,
    Live,
    Outgoing,
    Reactions,
    Register,
    Twins,
)
from polling.metrics import Metrics
from polling.pages import (
    attendee,
    console,
    downloads,
    goodbye,
    images,
    join,
    links,
    monitoring,
    passing,
    screen,
    sign_in,
    statement,
    themes,
    wall,
)
from polling.preview import Preview
from polling.projections import Projections
from polling.records import Session
from polling.simulated import Simulated
from polling.storage import prepare
from polling.timekeeper import Timekeeper
from polling.upkeep import Checkpoints, Upkeep
from polling.web import make_app

RESERVED_FILES = 100
"""Open files kept for what is not a phone: half for pages being loaded, half for the rest."""

GARBAGE_AT_ONCE = 20_000
"""Objects made and not yet gone before Python looks for those that only hold each other."""

TURN_OF_A_THREAD_S = 0.0005
"""How long the writer's thread waits for the interpreter while the loop is busy, at each of the ten
or so steps of a commit. With Python's own 5 ms, a commit took 400 ms while a hall came in."""

LONGEST_MESSAGE = 64 * 1024
PING_EVERY_S = 25
PING_TIMEOUT_S = 20


class Server:
    """A whole server, made of its parts. Raises CannotStart."""

    def __init__(self, config: Config) -> None:
        self.capacity = max(runtime.raise_open_files_limit() - RESERVED_FILES, RESERVED_FILES)
        prepare(config.database)
        self.addresses = Addresses(config)
        self.domain = domain_of(config, self.addresses)
        self.app = make_app(self.domain.store.secret())
        self.address_choice = AddressChoice(
            self.addresses, self.domain.store, self.domain.writer, self.domain.changes
        )
        sign_in.install(self.app, self.domain.facilitators, self.domain.sessions)
        connections = Connections()
        self.connected = connections.__len__
        projections = Projections(
            self.domain.store,
            self.domain.results,
            self.domain.displays,
            self.addresses.join_url,
            connections.participants,
        )
        twins = wall.in_words(self.app, projections)
        self.live = _live(self.app, self.domain, connections, twins, self.addresses, self.capacity)
        simulated = Simulated(
            self.addresses.local,
            self.live.dismiss_simulated,
            self.domain.store,
            self.domain.changes,
        )
        _add_pages(self.app, self.domain, self.address_choice, config, simulated, projections)
        metrics = Metrics(connections, self.domain.writer)
        self.app.register_blueprint(
            monitoring.blueprint(check_storage=self.domain.writer.check, metrics=metrics.registry)
        )
        Timekeeper(self.domain.store, self.domain.conductor, self.domain.changes)
        Upkeep(self.domain.writer, self.live, config.grace_minutes)
        self.checkpoints = Checkpoints(self.domain.store.another())

    def serve(self, listener: socket.socket) -> None:
        """Serves until the listener is closed."""
        # What was made until now lives as long as the server: it is not to be looked through
        # again and again for garbage, with everybody waiting meanwhile.
        gc.collect()
        gc.freeze()
        gc.set_threshold(GARBAGE_AT_ONCE)
        sys.setswitchinterval(TURN_OF_A_THREAD_S)
        runtime.serve(listener, self.app, self.capacity + RESERVED_FILES // 2)

    def close(self) -> None:
        """The last connections to the database: what it holds is in one file then."""
        self.domain.writer.close()
        self.checkpoints.close()
        self.domain.beside.close()
        self.domain.store.close()


def _live(
    app: APIFlask,
    domain: Domain,
    connections: Connections,
    in_words: InWords,
    addresses: Addresses,
    capacity: int,
) -> Live:
    server = SocketIO(
        app,
        async_mode=runtime.ASYNC_MODE,
        client_manager=Register(),
        manage_session=False,
        serializer=ClientPacket,
    ).server
    engine = Engine(
        server,
        capacity + RESERVED_FILES // 2,
        async_mode=runtime.ASYNC_MODE,
        max_http_buffer_size=LONGEST_MESSAGE,
        ping_interval=PING_EVERY_S,
        ping_timeout=PING_TIMEOUT_S,
        cors_allowed_origins=lambda origin, environ: addresses.is_ours(
            origin or "", environ.get("HTTP_HOST", "")
        ),
    )
    outgoing = Outgoing(
        engine, connections, domain.store, domain.snapshots, domain.results, domain.belongings
    )
    twins = Twins(engine, connections, in_words)
    live = Live(engine, connections, outgoing, twins, domain.changes)

    def rights(environ: dict[str, Any], session: Session, key: object) -> tuple[str | None, str]:
        with app.request_context(environ):
            return sign_in.role_here(session, key), sign_in.acting()

    def translated(refusal: PollingError, language: str) -> str:
        with app.app_context(), force_locale(language):
            return gettext(refusal.message, **refusal.details)

    Incoming(
        server=server,
        engine=engine,
        connections=connections,
        outgoing=outgoing,
        admission=Admission(connections, domain.sessions, domain.participants, rights, capacity),
        conductor=domain.conductor,
        ballots=domain.ballots,
        profiles=domain.profiles,
        reactions=Reactions(domain.store, outgoing),
        twins=twins,
        store=domain.store,
        translated=translated,
        presence_changed=live.presence_changed,
    )
    return live


def _add_pages(
    app: APIFlask,
    domain: Domain,
    choice: AddressChoice,
    config: Config,
    simulated: Simulated,
    projections: Projections,
) -> None:
    app.add_template_global(domain.themes.of, "theme_of")
    addresses = choice.addresses
    scripts = api.blueprint(
        sessions=domain.sessions,
        running_order=domain.running_order,
        images=domain.images,
        hand_counts=domain.hand_counts,
        sheets=domain.sheets,
        themes=domain.themes,
        conductor=domain.conductor,
        results=domain.results,
        scores=domain.scores,
        store=domain.store,
        api_token=config.api_token,
        join_url=addresses.join_url,
    )
    phones = attendee.blueprint(
        sessions=domain.sessions,
        running_order=domain.running_order,
        ballots=domain.ballots,
        participants=domain.participants,
        snapshots=domain.snapshots,
        profiles=domain.profiles,
        is_ours=lambda origin: addresses.is_ours(origin, request.host),
        embed_in=config.embed_in,
    )
    passed_on = passing.blueprint(
        sessions=domain.sessions,
        participants=domain.participants,
        profiles=domain.profiles,
        is_ours=lambda origin: addresses.is_ours(origin, request.host),
        embed_in=config.embed_in,
    )
    # Scripts show a token and phones' forms an origin: neither has a sign-in to be abused.
    for unprotected in (scripts, phones, passed_on):
        app.extensions["csrf"].exempt(unprotected)
        app.register_blueprint(unprotected)
    for blueprint in (
        join.blueprint(
            sessions=domain.sessions, join_url=addresses.join_url, embed_in=config.embed_in
        ),
        links.blueprint(sessions=domain.sessions, running_order=domain.running_order),
        images.blueprint(images=domain.images),
        themes.blueprint(themes=domain.themes),
        screen.blueprint(
            sessions=domain.sessions,
            running_order=domain.running_order,
            snapshots=domain.snapshots,
            embed_in=config.embed_in,
        ),
        wall.blueprint(
            sessions=domain.sessions,
            participants=domain.participants,
            projections=projections,
            embed_in=config.embed_in,
        ),
        sign_in.blueprint(facilitators=domain.facilitators),
        console.blueprint(
            sessions=domain.sessions,
            running_order=domain.running_order,
            images=domain.images,
            hand_counts=domain.hand_counts,
            sheets=domain.sheets,
            themes=domain.themes,
            snapshots=domain.snapshots,
            preview=Preview(domain.themes.of, addresses.join_url),
            address_choice=choice,
            simulated=simulated,
            pairings=Pairings(domain.changes),
        ),
        downloads.blueprint(store=domain.store),
        goodbye.blueprint(
            store=domain.store,
            sessions=domain.sessions,
            participants=domain.participants,
            snapshots=domain.snapshots,
            display=lambda poll: domain.displays.of(poll, "attendee"),
        ),
        statement.blueprint(filled_in=config.statement),
    ):
        app.register_blueprint(blueprint)
