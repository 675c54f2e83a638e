"""The pages of a PDF as slides: the host's browser draws them, and sends pictures with their text.

Each page is sent by itself, and all of them become slides at once: a file that cannot be drawn to
its end, or that the host calls off, leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Blueprint, jsonify, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from polling.errors import BadRequest, ImageTooLarge, PollingError
from polling.pages.sign_in import acting, managed, manages_any
from polling.pictures import MOST_BYTES
from polling.records import JSON
from polling.sessions import Images, RunningOrder

MOST_PAGES = 200
MOST_MEGABYTES = 50
"""Of the file; the browser is told, since nobody else has it."""

LONGEST_LIST = 4 * 1024 * 1024
"""In bytes: the text of so many pages, in letters of four bytes."""

View = Callable[[int], Any]


def routes(console: Blueprint, running_order: RunningOrder, images: Images) -> None:
    @console.url_value_preprocessor
    def take_pages(endpoint: str | None, _values: dict[str, object] | None) -> None:
        """Before the body is looked at, which the check of its token does."""
        if manages_any():
            if endpoint == "console.slide_picture":
                request.max_content_length = MOST_BYTES
            elif endpoint == "console.add_slides":
                request.max_content_length = LONGEST_LIST

    @console.get("/sessions/<int:session_id>/slides")
    def slides(session_id: int) -> str:
        session = managed(session_id)
        polls = [poll for poll in running_order.polls(session_id) if not poll.standing]
        return render_template(
            "console/slides.html",
            session=session,
            polls=polls,
            most_pages=MOST_PAGES,
            most_megabytes=MOST_MEGABYTES,
        )

    @console.post("/sessions/<int:session_id>/slides/pictures")
    @refusals_as_json
    def slide_picture(session_id: int) -> Response:
        """One page, as the body."""
        if (request.content_length or 0) > MOST_BYTES:
            raise ImageTooLarge(most=MOST_BYTES // 1024**2)
        image, _ = images.add(managed(session_id).id, request.get_data(cache=False))
        return jsonify(image=image)

    @console.post("/sessions/<int:session_id>/slides")
    @refusals_as_json
    def add_slides(session_id: int) -> Response:
        """`{pages: [{title, text, image}], after: null | 0 | id}`."""
        session = managed(session_id)
        sent = request.get_json()
        if not isinstance(sent, dict):
            raise BadRequest
        pages = sent.get("pages")
        after = sent.get("after")
        if not isinstance(pages, list) or not 0 < len(pages) <= MOST_PAGES:
            raise BadRequest
        if after is not None and type(after) is not int:
            raise BadRequest
        drafts = [_slide(page) for page in pages]
        first, *_ = running_order.insert_slides(session.id, drafts, after, acting())
        there = url_for("console.run", session_id=session.id, _anchor=f"poll-{first.id}")
        return jsonify(location=there)

    @console.post("/sessions/<int:session_id>/slides/discard")
    @refusals_as_json
    def discard_slides(session_id: int) -> Response:
        """`{images: [id]}`: pictures that were sent and are not wanted after all."""
        session = managed(session_id)
        sent = request.get_json()
        unwanted = sent.get("images") if isinstance(sent, dict) else None
        if not isinstance(unwanted, list) or not all(isinstance(one, str) for one in unwanted):
            raise BadRequest
        images.discard(session.id, unwanted)
        return jsonify(ok=True)


def refusals_as_json(view: View) -> View:
    """A module asked, and shows the reason beside what it was about."""

    @wraps(view)
    def guarded(session_id: int) -> Any:
        try:
            return view(session_id)
        except PollingError as error:
            return jsonify(message=gettext(error.message, **error.details)), error.status

    return guarded


def _slide(page: JSON) -> tuple[str, dict[str, JSON]]:
    """A title, and the content of a slide that is one picture."""
    if not isinstance(page, dict) or not all(
        isinstance(page.get(name), str) for name in ("title", "text", "image")
    ):
        raise BadRequest
    title, text = page["title"].strip(), page["text"].strip()
    image = {"image": page["image"], "alt": title}
    return title, {"image": image, "fills_wall": True, **({"markdown": text} if text else {})}
