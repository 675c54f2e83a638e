"""The form for paper ballots that somebody counted."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from polling.errors import CountInvalid
from polling.exports.wording import for_poll
from polling.kinds.paper import Paper
from polling.languages import N_
from polling.pages.console.answers import Answer
from polling.pages.console.refusals import Refusal
from polling.pages.sign_in import acting, managed
from polling.records import JSON, Poll
from polling.sessions import HandCounts, RunningOrder
from polling.sessions.hand_counts import countable


def routes(console: Blueprint, running_order: RunningOrder, hand_counts: HandCounts) -> None:
    @console.route("/polls/<int:poll_id>/hand-count", methods=["GET", "POST"])
    def hand_count(poll_id: int) -> Answer:
        poll = running_order.get(poll_id)
        session = managed(poll.session)
        round = request.args.get("round", poll.round, type=int)
        paper = countable(poll, round)
        sent = dict(request.form) or _stored(poll, round)
        refusal, status = None, 200
        if request.method == "POST":
            try:
                changed = hand_counts.enter(poll_id, round, **_count(paper), by=acting())
            except CountInvalid as error:
                refusal, status = Refusal.of(error, "ballots"), error.status
            else:
                n = changed.hand_counts[round].ballots
                flash(ngettext("%(num)s paper ballot entered", "%(num)s paper ballots entered", n))
                return back(poll)
        page = render_template(
            "console/hand_count.html",
            session=session,
            poll=poll,
            paper=paper,
            round=round,
            sent=sent,
            refusal=refusal,
            said=for_poll(poll, gettext),
        )
        return page, status

    @console.post("/polls/<int:poll_id>/hand-count/take-back")
    def take_back_hand_count(poll_id: int) -> Response:
        poll = running_order.get(poll_id)
        managed(poll.session)
        round = request.args.get("round", poll.round, type=int)
        hand_counts.take_back(poll_id, round, acting())
        flash(gettext("The paper ballots are taken out of the results"))
        return back(poll)

    def back(poll: Poll) -> Response:
        return redirect(
            url_for("console.paper", session_id=poll.session, _anchor=f"poll-{poll.id}")
        )


def _stored(poll: Poll, round: int) -> dict[str, JSON]:
    """What was entered before, as the form has it."""
    counted = poll.hand_counts.get(round)
    if counted is None:
        return {}
    ticks = {
        f"ticks.{line}.{box}": count
        for line, boxes in counted.ticks.items()
        for box, count in boxes.items()
    }
    return {"ballots": counted.ballots, "blank": counted.blank, "note": counted.note, **ticks}


def _count(paper: Paper) -> dict[str, JSON]:
    """What the form says. Raises CountInvalid where a field is no number."""
    return {
        "ballots": _number("ballots"),
        "blank": _number("blank"),
        "ticks": {
            line.id: {box: _number(f"ticks.{line.id}.{box}") for box in line.boxes}
            for line in paper.lines
        },
        "note": request.form.get("note", ""),
    }


def _number(field: str) -> int:
    typed = request.form.get(field, "").strip()
    try:
        return int(typed or 0)
    except ValueError:
        raise CountInvalid(N_("A whole number is expected here."), field=field) from None
