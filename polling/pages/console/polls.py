"""The questions of a running order: adding, editing, moving, copying and deleting them."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from polling.errors import BadRequest, ContentInvalid, PollingError
from polling.kinds import kind
from polling.markdown import rendered
from polling.pages.console.answers import Answer
from polling.pages.console.poll_form import blank_poll, sent_poll
from polling.pages.console.refusals import Refusal
from polling.pages.console.uploads import LARGEST_FORM
from polling.pages.sign_in import acting, is_signed_in, managed, manages_any
from polling.records import Poll
from polling.sessions import Images, RunningOrder
from polling.snapshots import Snapshots


def routes(
    console: Blueprint, running_order: RunningOrder, images: Images, snapshots: Snapshots
) -> None:
    @console.url_value_preprocessor
    def take_pictures(endpoint: str | None, _values: dict[str, object] | None) -> None:
        """Before the form is read, which the check of its token does."""
        if endpoint in ("console.new_poll", "console.poll") and manages_any():
            request.max_content_length = LARGEST_FORM

    def managed_poll(poll_id: int) -> Poll:
        poll = running_order.get(poll_id)
        managed(poll.session)
        return poll

    def form(poll: Poll, error: PollingError | None = None) -> Answer:
        page = render_template(
            "console/poll.html",
            session=managed(poll.session),
            poll=poll,
            kind=kind(poll.kind),
            frozen=bool(poll.id) and running_order.frozen(poll),
            unsaved=request.method == "POST",
            refusal=error and Refusal.of(error),
        )
        return page if error is None else (page, error.status)

    def saved(poll: Poll) -> Response:
        if "another" in request.form:
            flash(gettext("Saved: %(title)s", title=poll.title))
            return redirect(url_for("console.new_poll", session_id=poll.session))
        return back_to(poll)

    @console.route("/sessions/<int:session_id>/polls/new", methods=["GET", "POST"])
    def new_poll(session_id: int) -> Answer:
        session = managed(session_id)
        if "kind" not in request.args:
            return render_template(
                "console/poll_kinds.html", session=session, may_take=is_signed_in()
            )
        blank = blank_poll(session_id, request.args["kind"])
        if request.method == "GET":
            return form(blank)
        sent, unread = sent_poll(blank, images)
        if unread or "taken_up" in request.form:
            return form(sent, unread)
        try:
            poll = running_order.add(
                session_id, sent.kind, sent.title, sent.content, sent.settings, sent.notes,
                standing=sent.standing, by=acting(),
            )  # fmt: skip
        except (ContentInvalid, BadRequest) as error:
            return form(sent, error)
        return saved(poll)

    @console.post("/sessions/<int:session_id>/markdown")
    def markdown(session_id: int) -> str:
        """How a text will look."""
        return rendered(request.form.get("text", ""), managed(session_id).language)

    @console.route("/polls/<int:poll_id>", methods=["GET", "POST"])
    def poll(poll_id: int) -> Answer:
        stored = managed_poll(poll_id)
        if request.method == "GET":
            return form(stored)
        sent, unread = sent_poll(stored, images, frozen=running_order.frozen(stored))
        if unread or "taken_up" in request.form:
            return form(sent, unread)
        try:
            running_order.edit(
                poll_id, sent.title, sent.content, sent.settings, sent.notes, by=acting()
            )
        except (ContentInvalid, BadRequest) as error:
            return form(sent, error)
        return saved(stored)

    @console.post("/polls/<int:poll_id>/move")
    def move_poll(poll_id: int) -> Response:
        stored = managed_poll(poll_id)
        running_order.move(poll_id, request.form.get("position", 0, type=int), acting())
        return back_to(stored)

    @console.post("/polls/<int:poll_id>/duplicate")
    def duplicate_poll(poll_id: int) -> Response:
        managed_poll(poll_id)
        copy = running_order.duplicate(poll_id, acting())
        if "edit" in request.form:
            return redirect(url_for("console.poll", poll_id=copy.id))
        return back_to(copy)

    @console.route("/polls/<int:poll_id>/delete", methods=["GET", "POST"])
    def delete_poll(poll_id: int) -> Answer:
        stored = managed_poll(poll_id)
        if request.method == "POST":
            running_order.discard(poll_id, acting())
            return redirect(url_for("console.run", session_id=stored.session))
        session = managed(stored.session)
        state = snapshots.state(session.id, "facilitator")
        every = [*state["running_order"], *state["beside"]]
        votes = next(item["ballots"] for item in every if item["id"] == poll_id)
        return render_template(
            "console/poll_delete.html", session=session, poll=stored, votes=votes
        )

    @console.post("/sessions/<int:session_id>/polls/<int:poll_id>/restore")
    def restore_poll(session_id: int, poll_id: int) -> Response:
        return back_to(running_order.restore(managed(session_id).id, poll_id, acting()))


def back_to(poll: Poll) -> Response:
    return redirect(url_for("console.run", session_id=poll.session, _anchor=f"poll-{poll.id}"))
