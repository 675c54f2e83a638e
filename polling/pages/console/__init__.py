"""The facilitator's console: prepare, run, take away."""

from __future__ import annotations

from flask import Blueprint

from polling.access import Pairings
from polling.address_choice import AddressChoice
from polling.pages.console import address as of_address
from polling.pages.console import catalogue as of_catalogue
from polling.pages.console import earlier_polls as of_earlier_polls
from polling.pages.console import hand_counts as of_hand_counts
from polling.pages.console import pairing as of_pairing
from polling.pages.console import paper as of_paper
from polling.pages.console import polls as of_polls
from polling.pages.console import previews as of_previews
from polling.pages.console import rehearsals as of_rehearsals
from polling.pages.console import running as of_running
from polling.pages.console import sessions as of_sessions
from polling.pages.console import settings as of_settings
from polling.pages.console import slides as of_slides
from polling.pages.console import themes as of_themes
from polling.preview import Preview
from polling.sessions import HandCounts, Images, RunningOrder, Sessions, Themes
from polling.sheets import Sheets
from polling.simulated import Simulated
from polling.snapshots import Snapshots


def blueprint(
    *,
    sessions: Sessions,
    running_order: RunningOrder,
    images: Images,
    hand_counts: HandCounts,
    sheets: Sheets,
    themes: Themes,
    snapshots: Snapshots,
    preview: Preview,
    address_choice: AddressChoice,
    simulated: Simulated,
    pairings: Pairings,
) -> Blueprint:
    """`/console` and the pages below it."""
    console = Blueprint("console", __name__, url_prefix="/console")
    addresses = address_choice.addresses
    of_catalogue.routes(console, sessions, running_order, snapshots, addresses)
    of_sessions.routes(console, sessions, running_order, images, themes)
    of_settings.routes(console, sessions, themes, addresses.join_url)
    of_address.routes(console, address_choice)
    of_running.routes(console, running_order, snapshots)
    of_rehearsals.routes(console, sessions, simulated)
    of_pairing.routes(console, sessions, pairings, addresses.join_url)
    of_polls.routes(console, running_order, images, snapshots)
    of_earlier_polls.routes(console, sessions, running_order)
    of_previews.routes(console, running_order, images, preview)
    of_paper.routes(console, running_order, sheets)
    of_hand_counts.routes(console, running_order, hand_counts)
    of_slides.routes(console, running_order, images)
    of_themes.routes(console, themes)
    return console
