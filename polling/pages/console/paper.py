"""What a host prints: posters, cards for tables, ballots."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, render_template, request

from polling import runtime
from polling.errors import BadRequest
from polling.kinds import kind
from polling.pages.console.answers import Answer
from polling.pages.console.refusals import Refusal
from polling.pages.sign_in import managed
from polling.records import Poll, Session
from polling.sessions import RunningOrder
from polling.sheets import LARGE_PT, LARGER_PT, Sheet, Wifi, ballots, cards, checked_wifi, poster


def routes(
    console: Blueprint, running_order: RunningOrder, join_url: Callable[[Session], str]
) -> None:
    @console.route("/sessions/<int:session_id>/paper", methods=["GET", "POST"])
    def paper(session_id: int) -> Answer | Response:
        """The password of the Wi-Fi comes with the form: it is in no address, and not kept."""
        session = managed(session_id)
        refusal, status = None, 200
        if request.method == "POST":
            try:
                sent = request.form
                wifi = checked_wifi(sent.get("wifi_name", ""), sent.get("wifi_password", ""))
                return download(_sheet(sent.get("sheet"), session, join_url(session), wifi))
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
        return download(runtime.in_thread(ballots, session, poll, round, size))


def download(sheet: Sheet) -> Response:
    return Response(sheet.pdf, headers=sheet.headers)


def _sheet(name: str | None, session: Session, join_url: str, wifi: Wifi | None) -> Sheet:
    made: Sheet
    if name in ("a4", "a3"):
        made = runtime.in_thread(poster, session, join_url, name, wifi)
    elif name in ("cards", "tent"):
        made = runtime.in_thread(cards, session, join_url, name == "tent", wifi)
    else:
        raise BadRequest
    return made


def _is_on_paper(poll: Poll) -> bool:
    return kind(poll.kind).on_paper(poll) is not None
