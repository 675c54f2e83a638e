"""The phone: `/CODE`, and its plain form for browsers without JavaScript."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from flask import Blueprint, g, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from polling.access import Participants
from polling.ballots import Ballots
from polling.clock import now
from polling.errors import BadRequest, PollingError, SessionEnded
from polling.kinds import kind
from polling.pages.compression import compressed
from polling.pages.framing import framed_by
from polling.pages.kinds import kinds_drawing
from polling.pages.papers import local
from polling.pages.remembering import remembered, sender, token_of
from polling.profiles import ASKED, Profiles
from polling.records import ABSTAINED, JSON, Poll, Session
from polling.sessions import RunningOrder, Sessions
from polling.snapshots import Snapshots


def blueprint(
    *,
    sessions: Sessions,
    running_order: RunningOrder,
    ballots: Ballots,
    participants: Participants,
    snapshots: Snapshots,
    profiles: Profiles,
    is_ours: Callable[[str], bool],
    embed_in: Sequence[str],
) -> Blueprint:
    """The attendee's page and form."""
    pages = Blueprint("attendee", __name__)
    pages.after_request(compressed)
    pages.after_request(framed_by(embed_in))

    def joined(code: str) -> Session:
        """Raises SessionNotFound."""
        found = sessions.by_code(code)
        g.session_language = found.language
        return found

    def shown(
        found: Session,
        token: str,
        notice: str | None = None,
        draft: JSON = None,
        profile_notice: str | None = None,
    ) -> Response:
        pseudonym = participants.pseudonym(token, found)
        if pseudonym is None:
            raise SessionEnded
        response = make_response(
            render_template(
                "phone/page.html",
                session=found,
                state=snapshots.state(found.id, "attendee", pseudonym),
                notice=notice,
                abstained=ABSTAINED,
                draft=draft,
                profile_notice=profile_notice,
                kinds_later=kinds_drawing(running_order.polls(found.id)),
                server_time=now(),
                until=local(snapshots.kept_until(found)) if found.ended else None,
            )
        )
        return remembered(response, token)

    @pages.get("/<code>")
    def page(code: str) -> Response:
        found = joined(code)
        if found.key is None:
            return make_response(
                render_template("phone/over.html", session=found), SessionEnded.status
            )
        token = token_of(participants)
        notice = "recorded" if "recorded" in request.args else None
        kept = "saved" if "saved" in request.args else None
        return shown(found, token, notice, profile_notice=kept)

    @pages.post("/<code>/profile")
    def profile(code: str) -> Response:
        found = joined(code)
        token, pseudonym = sender(found, participants, is_ours)
        said = {name: request.form[name] for name in ASKED if name in request.form}
        try:
            profiles.change(found.id, pseudonym, said)
        except PollingError as refusal:
            why = gettext(refusal.message, **refusal.details)
            response = shown(found, token, profile_notice=why)
            response.status_code = refusal.status
            return response
        there = url_for("attendee.page", code=found.code, saved=1, _anchor="profile")
        return redirect(there, 303)

    @pages.post("/<code>/vote")
    def vote(code: str) -> Response:
        found = joined(code)
        token, pseudonym = sender(found, participants, is_ours)
        poll = running_order.get(_number("poll"))
        said = sent_answers(poll, pseudonym)
        refused: PollingError | None = None
        for slot, answer in said.items():
            try:
                ballots.cast(
                    found.id, pseudonym, poll.id, _number("round"), answer, slot, _newest(),
                    request.form.get("certainty"),
                )  # fmt: skip
            except PollingError as refusal:
                refused = refused or refusal  # the answers in other slots still count
        if refused:
            why = gettext(refused.message, **refused.details)
            draft = said if kind(poll.kind).takes_slots else said.get("")
            response = shown(found, token, why, draft=draft)
            response.status_code = refused.status
            return response
        return redirect(url_for("attendee.page", code=found.code, recorded=1), 303)

    def sent_answers(poll: Poll, pseudonym: str) -> dict[str, JSON]:
        """By slot. An empty form withdraws what was recorded."""
        if "abstain" in request.form:
            return {"": ABSTAINED}
        fields = {
            name: [value for value in values if value.strip()]
            for name, values in request.form.lists()
        }
        if kind(poll.kind).takes_slots:
            held = snapshots.own_answer(poll, pseudonym) or {}
            said = kind(poll.kind).slots_from_form(fields)
            return {slot: each for slot, each in said.items() if each is not None or slot in held}
        slot = request.form.get("slot", "")
        if not fields.get("answer") and snapshots.own_answer(poll, pseudonym) is not None:
            return {slot: None}
        return {slot: kind(poll.kind).from_form({"answer": fields.get("answer", [])})}

    return pages


def _newest() -> int:
    """A form sent now replaces what a script sent before: both count in milliseconds."""
    return int(time.time() * 1000)


def _number(field: str) -> int:
    try:
        return int(request.form.get(field, ""))
    except ValueError:
        raise BadRequest from None
