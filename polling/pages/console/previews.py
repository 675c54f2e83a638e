"""What phone and wall will show of a question that is being written: the real pages, which the
form's module hands states of a room that is not there (static/console/preview.js)."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, g, jsonify, render_template, request
from flask_babel import gettext
from werkzeug.wrappers import Response

from polling.clock import now
from polling.errors import BadRequest, ContentInvalid
from polling.kinds import kind
from polling.pages.console.poll_form import blank_poll, sent_poll
from polling.pages.sign_in import managed
from polling.preview import PEOPLE, Preview
from polling.records import ABSTAINED, Poll
from polling.sessions import Images, RunningOrder

NO_CODE = ""
"""The phone keeps what it knows by its session's code: this one belongs to none."""


def routes(
    console: Blueprint, running_order: RunningOrder, images: Images, preview: Preview
) -> None:
    @console.get("/sessions/<int:session_id>/preview/<any(phone, wall):screen>")
    def preview_page(session_id: int, screen: str) -> str:
        session = managed(session_id)
        g.language = session.language
        return render_template(
            "phone/page.html" if screen == "phone" else "screen/page.html",
            session=replace(session, code=NO_CODE) if screen == "phone" else session,
            state=preview.states(session, None)[screen],
            kinds_here=[kind(request.args.get("kind", "")).name],
            kinds_later=[],
            manages=False,
            preview=True,
            notice=None,
            draft=None,
            abstained=ABSTAINED,
            profile_notice=None,
            server_time=now(),
        )

    @console.post("/sessions/<int:session_id>/preview")
    def preview_states(session_id: int) -> Response:
        session = managed(session_id)
        stored = request.args.get("poll", 0, type=int)
        begun = running_order.get(stored) if stored else None
        if begun is not None and begun.session != session.id:
            raise BadRequest
        others = running_order.polls(session_id)
        poll = begun or blank_poll(session_id, request.args.get("kind", ""))
        frozen = begun is not None and running_order.frozen(begun)
        try:
            sent = _checked(poll, images, frozen)
        except (ContentInvalid, BadRequest) as error:
            refused = jsonify(message=gettext(error.message, **error.details))
            refused.status_code = error.status
            return refused
        total = sum(not each.standing for each in others) + (begun is None)
        placed = replace(sent, position=sent.position or total)
        voted = "voted" in request.args
        states = preview.states(session, placed, voted)
        for state in states.values():
            state["session"]["polls"] = total
            if state["poll"]:
                state["poll"]["position"] = placed.position
        people = PEOPLE if voted else 0
        return jsonify(**states, presence={"rev": 0, "connected": people, "joined": people})


def _checked(poll: Poll, images: Images, frozen: bool) -> Poll:
    """What the form says, as it would be saved; without a title yet, so that one can be seen."""
    sent, unread = sent_poll(poll, images, frozen)
    if unread is not None:
        raise unread
    content, settings = kind(sent.kind).check(sent.content, sent.settings)
    title = sent.title.strip() or "…"
    return replace(sent, title=title, content=content, settings=settings)
