"""What a host prints: posters, cards for tables, ballots."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from polling.errors import BadRequest
from polling.kinds import kind
from polling.pages.console.answers import Answer
from polling.pages.console.refusals import Refusal
from polling.pages.sign_in import managed
from polling.records import Poll, Session
from polling.sessions import RunningOrder
from polling.sheets import LARGE_PT, LARGER_PT, Sheet, Sheets, Wifi, checked_wifi


def routes(console: Blueprint, running_order: RunningOrder, sheets: Sheets) -> None:
    @console.route("/sessions/<int:session_id>/paper", methods=["GET", "POST"])
    def paper(session_id: int) -> Answer | Response:
        """The password of the Wi-Fi comes with the form: it is in no address, and not kept."""
        session = managed(session_id)
        refusal, status = None, 200
        if request.method == "POST":
            try:
                sent = request.form
                wifi = checked_wifi(sent.get("wifi_name", ""), sent.get("wifi_password", ""))
                return download(_sheet(sheets, sent.get("sheet"), session, wifi))
            except BadRequest as error:
                refusal, status = Refusal.of(error), error.status
        polls = [poll for poll in running_order.polls(session_id) if _is_on_paper(poll)]
        page = render_template(
            "console/paper.html",
            session=session,
            polls=polls,
            sizes=(LARGE_PT, LARGER_PT),
            sent=request.form,
            refusal=refusal,
        )
        return page, status

    @console.get("/polls/<int:poll_id>/ballots.pdf")
    def ballots_of_poll(poll_id: int) -> Response:
        poll = running_order.get(poll_id)
        session = managed(poll.session)
        round = request.args.get("round", max(poll.round, 1), type=int)
        size = request.args.get("size", LARGE_PT, type=int)
        return download(sheets.ballots(session, poll, round, size))


def download(sheet: Sheet) -> Response:
    return Response(sheet.pdf, headers=sheet.headers)


def _sheet(sheets: Sheets, name: str | None, session: Session, wifi: Wifi | None) -> Sheet:
    match name:
        case "a4" | "a3":
            return sheets.poster(session, name, wifi)
        case "cards" | "tent":
            return sheets.cards(session, name == "tent", wifi)
    raise BadRequest


def _is_on_paper(poll: Poll) -> bool:
    return kind(poll.kind).on_paper(poll) is not None
