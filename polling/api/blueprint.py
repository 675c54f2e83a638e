"""The API put together."""

from __future__ import annotations

from collections.abc import Callable

from apiflask import APIBlueprint
from flask import request

from polling.api.downloads import add_downloads
from polling.api.hand_counts import add_hand_counts
from polling.api.images import add_images, takes_a_picture
from polling.api.kinds import add_kinds
from polling.api.polls import add_polls
from polling.api.sessions import add_sessions
from polling.api.sheets import add_sheets
from polling.api.themes import add_themes
from polling.api.token import bearer
from polling.errors import BadRequest
from polling.exports import Exports
from polling.languages import N_
from polling.points import Scores
from polling.records import Session
from polling.results import Results, ResultsAside
from polling.sessions import Conductor, HandCounts, Images, RunningOrder, Sessions, Themes
from polling.sheets import Sheets
from polling.storage import Store

NOT_JSON = N_("Send JSON, with the header “Content-Type: application/json”.")


def blueprint(
    *,
    sessions: Sessions,
    running_order: RunningOrder,
    images: Images,
    hand_counts: HandCounts,
    sheets: Sheets,
    themes: Themes,
    conductor: Conductor,
    results: Results,
    scores: Scores,
    store: Store,
    api_token: str | None,
    join_url: Callable[[Session], str],
) -> APIBlueprint:
    """Every call under /api/v1, for an APIFlask configured with OPENAPI."""
    api = APIBlueprint("api", __name__, url_prefix="/api/v1", tag="Matinale")

    @api.before_request
    @api.auth_required(bearer(api_token))
    def refuse_strangers() -> None:
        """Before anything is read."""

    @api.before_request
    def refuse_other_bodies() -> None:
        """A body that is not said to be JSON would be taken for an empty one."""
        if request.content_length and not request.is_json and not takes_a_picture():
            raise BadRequest(NOT_JSON)

    add_sessions(api, sessions=sessions, conductor=conductor, scores=scores, join_url=join_url)
    add_polls(
        api, sessions=sessions, running_order=running_order, conductor=conductor, results=results
    )
    add_hand_counts(api, running_order=running_order, hand_counts=hand_counts, results=results)
    add_images(api, images=images)
    add_themes(api, themes=themes)
    add_kinds(api)
    add_downloads(api, sessions=sessions, exports=Exports(store, ResultsAside))
    add_sheets(api, sessions=sessions, running_order=running_order, sheets=sheets)
    return api
