"""What an ended session leaves its attendees, until its key is erased: their own answers, the
results that the room was shown, and a way to both."""

from __future__ import annotations

from datetime import datetime
from threading import Lock

from flask import Blueprint, Response, render_template, request
from flask_babel import get_locale

from polling.access import Participants
from polling.access.participants import COOKIE
from polling.errors import CookieRequired, SessionEnded, SessionGoesOn
from polling.exports import Exports, attachment
from polling.exports.report import Display
from polling.own_answers import OwnAnswer, own_answers
from polling.pages.compression import compressed
from polling.pages.papers import day_of, local, results_page
from polling.records import Poll, Session
from polling.results import ResultsAside, may_see
from polling.sessions import Sessions
from polling.snapshots import Snapshots
from polling.storage import Store

HTML = "text/html; charset=utf-8"
PAGES_KEPT = 20


def blueprint(
    *,
    store: Store,
    sessions: Sessions,
    participants: Participants,
    snapshots: Snapshots,
    display: Display,
) -> Blueprint:
    """`/CODE/goodbye`, `/CODE/answers`, `/CODE/answers.html` and `/CODE/results.html`."""
    pages = Blueprint("goodbye", __name__)
    pages.after_request(compressed)
    exports = Exports(store, ResultsAside)
    kept: dict[tuple[int, int, str], bytes] = {}
    making = Lock()

    def over(code: str) -> Session:
        """Raises SessionNotFound, SessionGoesOn, SessionEnded."""
        found = sessions.by_code(code)
        if found.status != "ended":
            raise SessionGoesOn
        if found.key is None:
            raise SessionEnded
        return found

    def until(found: Session) -> datetime:
        return local(snapshots.kept_until(found))

    def own(found: Session) -> list[OwnAnswer]:
        """Raises CookieRequired."""
        token = participants.verified(request.cookies.get(COOKIE))
        if token is None:
            raise CookieRequired
        pseudonym = participants.pseudonym(token, found)
        assert pseudonym is not None
        return own_answers(found, pseudonym, store)

    @pages.get("/<code>/goodbye")
    def goodbye(code: str) -> str:
        """The part of the phone's page, for one that was open when the session ended."""
        found = over(code)
        return render_template("phone/_goodbye.html", session=found, until=until(found))

    @pages.get("/<code>/answers")
    def answers(code: str) -> str:
        found = over(code)
        return render_template(
            "phone/answers.html", session=found, answers=own(found), until=until(found)
        )

    @pages.get("/<code>/answers.html")
    def answers_kept(code: str) -> Response:
        found = over(code)
        page = render_template(
            "exports/answers.html", session=found, answers=own(found), day=day_of(found)
        )
        return Response(page, headers=attachment(f"{found.code}-answers.html", HTML))

    @pages.get("/<code>/results.html")
    def results(code: str) -> Response:
        found = over(code)
        # A hall asks for the same page at once: it is made once for each language.
        with making:
            key = (found.id, found.rev, str(get_locale()))
            if key not in kept:
                made = exports.page_for_attendees(found, results_page, visible, display)
                while len(kept) >= PAGES_KEPT:
                    kept.pop(next(iter(kept)))
                kept[key] = b"".join(made.body)
        return Response(kept[key], headers=attachment(f"{found.code}-results.html", HTML))

    return pages


def visible(poll: Poll) -> bool:
    """What phones may show of it by now."""
    return may_see("attendee", poll)
