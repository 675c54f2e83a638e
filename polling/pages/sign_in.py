"""Who the browser is: a facilitator by a one-time link, or the holder of a session's key."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from flask import (
    Blueprint,
    Flask,
    current_app,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask_login import LoginManager, UserMixin, current_user, login_user
from werkzeug.wrappers import Response

from polling.access import Facilitators
from polling.access.facilitators import key_role
from polling.errors import KeyRequired, LinkUsed
from polling.records import Session
from polling.sessions import Sessions

View = TypeVar("View", bound=Callable[..., Any])

KEYS = "keys"
SESSIONS = "matinale.sessions"


class Facilitator(UserMixin):  # type: ignore[misc]
    """A signed-in facilitator, as Flask-Login knows one."""

    def __init__(self, number: int) -> None:
        self.id = number


def install(app: Flask, facilitators: Facilitators, sessions: Sessions) -> None:
    """Signs browsers in by cookie; the sign-in survives a restart, since the secret is stored."""
    manager = LoginManager(app)
    app.extensions[SESSIONS] = sessions

    @manager.user_loader  # type: ignore[untyped-decorator]
    def load(number: str) -> Facilitator | None:
        return Facilitator(int(number)) if facilitators.known(int(number)) else None


def blueprint(*, facilitators: Facilitators) -> Blueprint:
    """The page of a one-time link: looking at it asks, sending its form uses it up."""
    pages = Blueprint("sign_in", __name__)

    @pages.get("/console/link/<token>")
    def link(token: str) -> str | Response:
        if current_user.is_authenticated:
            return redirect(url_for("console.index"))
        if not facilitators.link_is_open(token):
            raise LinkUsed
        return render_template("console/link.html", token=token)

    @pages.post("/console/link/<token>")
    def use_link(token: str) -> Response:
        if not current_user.is_authenticated:
            login_user(Facilitator(facilitators.use_link(token)), remember=True)
        return redirect(url_for("console.index"))

    return pages


def signed_in_required(view: View) -> View:
    """Shows how to get a link to whoever is not signed in."""

    @wraps(view)
    def guarded(*args: Any, **values: Any) -> Any:
        if not current_user.is_authenticated:
            return render_template("console/sign_in.html"), KeyRequired.status
        return view(*args, **values)

    return guarded  # type: ignore[return-value]


def managed(session_id: int) -> Session:
    """The session, where this browser may manage it. Raises KeyRequired, SessionNotFound."""
    found: Session = current_app.extensions[SESSIONS].get(session_id)
    remember_key(found)
    if role_here(found) != "facilitator":
        raise KeyRequired
    return found


def is_signed_in() -> bool:
    """Whether this browser may see every session, and not only those it has a key to."""
    return bool(current_user.is_authenticated)


def manages_any() -> bool:
    """Whether this browser is a facilitator's in any session, or was."""
    return bool(current_user.is_authenticated or session.get(KEYS))


def remember_key(found: Session) -> None:
    """Keeps a `?key=` that opens `found` in the cookie, so that it can leave the address bar."""
    key = request.args.get("key")
    if key and key_role(key, found):
        _remember(key, found)


def stay_in(renewed: Session) -> None:
    """Whoever renews a session's keys by its old one holds the new one then."""
    if not current_user.is_authenticated:
        _remember(renewed.facilitator_key, renewed)


def let_in(found: Session) -> None:
    """This browser runs `found` from now on, until its keys are renewed."""
    _remember(found.facilitator_key, found)


def _remember(key: str, found: Session) -> None:
    session[KEYS] = {**session.get(KEYS, {}), str(found.id): key}
    session.permanent = True


def role_here(found: Session, key: object = None) -> str | None:
    """What this browser is in `found`: "facilitator", "screen" or None."""
    if current_user.is_authenticated:
        return "facilitator"
    remembered = session.get(KEYS, {}).get(str(found.id))
    roles = (key_role(key, found), key_role(remembered, found))
    return "facilitator" if "facilitator" in roles else roles[0] or roles[1]


def acting() -> str:
    """Who acts, for the journal."""
    return f"facilitator {current_user.id}" if current_user.is_authenticated else "key"
