"""What the organiser takes away from the console: the answers, their codebook, everything."""

from __future__ import annotations

from flask import Blueprint, Response, request
from flask_babel import get_translations

from polling.exports import Download, Exports, Translate
from polling.pages.papers import results_page
from polling.pages.sign_in import managed
from polling.results import ResultsAside
from polling.storage import Store


def blueprint(*, store: Store) -> Blueprint:
    """The files of a session, for those who may manage it."""
    pages = Blueprint("downloads", __name__, url_prefix="/console/sessions/<int:session_id>")
    exports = Exports(store, ResultsAside)

    @pages.get("/export.csv")
    def answers(session_id: int) -> Response:
        return _sent(exports.answers(managed(session_id), _translate(), excel=_excel()))

    @pages.get("/codebook.csv")
    def codebook(session_id: int) -> Response:
        return _sent(exports.codebook(managed(session_id), _translate(), excel=_excel()))

    @pages.get("/hand_counts.csv")
    def hand_counts(session_id: int) -> Response:
        return _sent(exports.hand_counts(managed(session_id), _translate(), excel=_excel()))

    @pages.get("/export.json")
    def everything(session_id: int) -> Response:
        return _sent(exports.everything(managed(session_id), _translate()))

    @pages.get("/export.html")
    def page(session_id: int) -> Response:
        return _sent(exports.page(managed(session_id), results_page))

    return pages


def _excel() -> bool:
    return request.args.get("excel") == "1"


def _translate() -> Translate:
    into: Translate = get_translations().ugettext
    return into


def _sent(download: Download) -> Response:
    return Response(download.body, headers=download.headers)
