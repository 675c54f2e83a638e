"""The facilitator's console: prepare, run, take away."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint

from polling.pages.console import polls as of_polls
from polling.pages.console import rehearsals as of_rehearsals
from polling.pages.console import running as of_running
from polling.pages.console import sessions as of_sessions
from polling.pages.console import settings as of_settings
from polling.pages.console import slides as of_slides
from polling.records import Session
from polling.sessions import Images, RunningOrder, Sessions
from polling.simulated import Simulated
from polling.snapshots import Snapshots


def blueprint(
    *,
    sessions: Sessions,
    running_order: RunningOrder,
    images: Images,
    snapshots: Snapshots,
    join_url: Callable[[Session], str],
    simulated: Simulated,
) -> Blueprint:
    """`/console` and the pages below it."""
    console = Blueprint("console", __name__, url_prefix="/console")
    of_sessions.routes(console, sessions, running_order, images, snapshots)
    of_settings.routes(console, sessions, join_url)
    of_running.routes(console, running_order, snapshots)
    of_rehearsals.routes(console, sessions, simulated)
    of_polls.routes(console, running_order, images, snapshots)
    of_slides.routes(console, running_order, images)
    return console
