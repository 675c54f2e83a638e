"""Where all parts meet, and nowhere else."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from typing import Any

from flask import Flask, request
from flask_babel import force_locale, gettext
from flask_socketio import SocketIO

from polling import api, runtime
from polling.access import Facilitators, Participants
from polling.addresses import Addresses, same_origin
from polling.ballots import Ballots
from polling.changes import Changes
from polling.config import Config
from polling.errors import PollingError
from polling.live import Connections, Incoming, Live, Outgoing
from polling.metrics import Metrics
from polling.pages import attendee, console, downloads, join, monitoring, screen, sign_in
from polling.records import Session
from polling.results import Results
from polling.sessions import Conductor, RunningOrder, Sessions
from polling.snapshots import Snapshots
from polling.storage import Store, Writer, open_store, prepare
from polling.upkeep import Upkeep
from polling.web import make_app

RESERVED_FILES = 100
"""Open files kept for what is not a phone: the database, logs, pages being loaded."""

LONGEST_MESSAGE = 64 * 1024
PING_EVERY_S = 25
PING_TIMEOUT_S = 20


@dataclass
class Server:
    """A made server and what the command line needs of it."""

    app: Flask
    sessions: Sessions
    running_order: RunningOrder
    facilitators: Facilitators
    addresses: Addresses
    live: Live
    writer: Writer
    capacity: int

    def serve(self, listener: socket.socket) -> None:
        """Serves until the listener is closed."""
        runtime.serve(listener, self.app, self.capacity + RESERVED_FILES)


def create_app(config: Config) -> Server:
    """Makes every part once and ties them together. Raises CannotStart."""
    capacity = max(runtime.raise_open_files_limit() - RESERVED_FILES, RESERVED_FILES)
    prepare(config.database)
    store: Store = open_store(config.database)
    writer = Writer(open_store(config.database, writing=True))
    changes = Changes()
    addresses = Addresses(config)

    sessions = Sessions(store, writer, changes)
    running_order = RunningOrder(store, writer, changes)
    conductor = Conductor(store, writer, changes)
    ballots = Ballots(store, writer, changes)
    results = Results(store)
    snapshots = Snapshots(store, results, addresses.join_url)
    participants = Participants(store.secret())
    facilitators = Facilitators(store, writer)

    app = make_app(store.secret())
    sign_in.install(app, facilitators, sessions)
    socketio = SocketIO(
        app,
        async_mode=runtime.ASYNC_MODE,
        async_handlers=False,
        manage_session=False,
        max_http_buffer_size=LONGEST_MESSAGE,
        ping_interval=PING_EVERY_S,
        ping_timeout=PING_TIMEOUT_S,
        cors_allowed_origins=_allowed_origins(config),
        serve_client=False,
    )
    connections = Connections()
    outgoing = Outgoing(socketio.server, connections, store, snapshots, results)
    live = Live(socketio.server, connections, outgoing, changes)

    def rights(environ: dict[str, Any], session: Session, key: object) -> tuple[str | None, str]:
        with app.request_context(environ):
            return sign_in.role_here(session, key), sign_in.acting()

    def translated(refusal: PollingError, language: str) -> str:
        with app.app_context(), force_locale(language):
            return gettext(refusal.message, **refusal.details)

    Incoming(
        server=socketio.server,
        connections=connections,
        outgoing=outgoing,
        sessions=sessions,
        conductor=conductor,
        ballots=ballots,
        participants=participants,
        rights=rights,
        translated=translated,
        capacity=capacity,
        presence_changed=live.presence_changed,
    )
    metrics = Metrics(connections, writer)
    Upkeep(writer, live, config.grace_minutes)

    scripts = api.blueprint(
        sessions=sessions,
        running_order=running_order,
        conductor=conductor,
        results=results,
        store=store,
        api_token=config.api_token,
        join_url=addresses.join_url,
    )
    phones = attendee.blueprint(
        sessions=sessions,
        running_order=running_order,
        ballots=ballots,
        participants=participants,
        snapshots=snapshots,
        allowed_origin=lambda origin: same_origin(origin, request.host),
    )
    # Scripts show a token and phones' forms an origin: neither has a sign-in to be abused.
    for unprotected in (scripts, phones):
        app.extensions["csrf"].exempt(unprotected)
        app.register_blueprint(unprotected)
    for blueprint in (
        join.blueprint(sessions=sessions, join_url=addresses.join_url),
        screen.blueprint(sessions=sessions, snapshots=snapshots),
        sign_in.blueprint(facilitators=facilitators),
        console.blueprint(
            sessions=sessions,
            running_order=running_order,
            snapshots=snapshots,
            join_url=addresses.join_url,
        ),
        downloads.blueprint(store=store),
        monitoring.blueprint(check_storage=writer.check, metrics=metrics.registry),
    ):
        app.register_blueprint(blueprint)
    return Server(app, sessions, running_order, facilitators, addresses, live, writer, capacity)


def _allowed_origins(config: Config) -> list[str] | None:
    """Pages of this server, under the public address too where a proxy rewrites the host."""
    return [config.public_url.rstrip("/")] if config.public_url else None
