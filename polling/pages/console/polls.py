"""The questions of a running order: adding, editing, moving, copying and deleting them."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from polling.errors import BadRequest, ContentInvalid, PollingError
from polling.kinds import kind
from polling.kinds.form import written
from polling.kinds.images import edited_image
from polling.kinds.schema import EXPLANATION
from polling.markdown import rendered
from polling.pages.console.answers import Answer
from polling.pages.console.poll_settings import sent_settings
from polling.pages.console.refusals import Refusal
from polling.pages.console.uploads import LARGEST_FORM, with_uploads
from polling.pages.sign_in import acting, managed, manages_any
from polling.records import JSON, Poll
from polling.sessions import Images, RunningOrder
from polling.sessions.running_order import PRESENTATION
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
            return render_template("console/poll_kinds.html", session=session)
        blank = _blank(session_id, request.args["kind"])
        if request.method == "GET":
            return form(blank)
        sent, unread = _sent(blank, images)
        if unread:
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
        sent, unread = _sent(stored, images, frozen=running_order.frozen(stored))
        if unread:
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


def _blank(session_id: int, kind_name: str) -> Poll:
    """A question that nobody has written yet, with the settings a kind starts from."""
    rules = kind(kind_name).settings_schema.get("properties", {})
    settings = {name: rule["default"] for name, rule in rules.items() if "default" in rule}
    return Poll(
        id=0,
        session=session_id,
        kind=kind_name,
        title="",
        content={},
        settings=settings,
        notes="",
        position=0,
        status="ready",
        round=0,
        results_shown=False,
        standing=kind(kind_name).stands == "always",
    )


def _sent(poll: Poll, images: Images, frozen: bool = False) -> tuple[Poll, PollingError | None]:
    """`poll` as the form has it, with what could not be read of it.

    A frozen one's form holds no more than its presentation and notes.
    """
    fields = request.form
    shared, unread_here = sent_settings(poll, dict(fields.lists()))
    poll = replace(poll, notes=fields.get("notes", ""))
    if frozen:
        presentation = {name: shared[name] for name in PRESENTATION if name in shared}
        return replace(poll, settings={**poll.settings, **presentation}), unread_here
    filled, refused = with_uploads(request, images, poll.session)
    content, settings, unread = _edited(poll, filled)
    content |= written(filled, "details", *(EXPLANATION if kind(poll.kind).may_be_right else ()))
    if kind(poll.kind).may_be_illustrated:
        content |= edited_image(filled, "image")
    settings = {**poll.settings, **settings, **shared}
    sent = replace(
        poll,
        title=fields.get("title", ""),
        content=content,
        settings=settings,
        standing=poll.standing or "standing" in fields,
    )
    return sent, unread or unread_here or refused


def _edited(poll: Poll, fields: dict[str, list[str]]) -> tuple[JSON, JSON, PollingError | None]:
    """Content and settings; a field that cannot be read is left out, so that the rest is kept."""
    try:
        return *kind(poll.kind).edited(fields), None
    except ContentInvalid as error:
        field = error.details["field"].rpartition(".")[2]
        unread = error.details.get("unread", field)
        rest = {name: values for name, values in fields.items() if name != unread}
        content, settings, _later = _edited(poll, rest)
        return content, settings, error
