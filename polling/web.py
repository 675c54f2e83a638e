"""The Flask application as such: its language, its headers, and how a refusal is shown."""

from __future__ import annotations

from typing import Any

from apiflask import APIFlask, HTTPError
from flask import Response, g, render_template, request
from flask_babel import Babel, gettext
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.exceptions import HTTPException

from polling import home
from polling.api import OPENAPI, SPEC_PATH, described, refused
from polling.errors import BadRequest, PollingError
from polling.languages import DEFAULT, LANGUAGE_COOKIE, N_, chosen
from polling.pages import rendering, switching
from polling.pages.framing import policy
from polling.static_files import StaticFiles

FENCES = {
    "Content-Security-Policy": policy(),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""Nothing runs, loads or is sent but from and to this server."""

HEADERS = {**FENCES, "Cache-Control": "no-store"}
"""Pages are about who opened them, and some hold keys: only what says so itself is kept."""

NOT_FOUND = N_("There is nothing at this address.")
FORM_EXPIRED = N_("This form has expired: please go back, reload the page and try again.")


def make_app(secret: bytes) -> APIFlask:
    """An application without any page yet."""
    app = APIFlask(
        "polling",
        title="Matinale",
        version="1",
        spec_path=SPEC_PATH,
        docs_path=None,
        json_errors=False,
        template_folder=str(home.TEMPLATES),
        static_folder=None,  # type: ignore[arg-type] # Flask's own way to say: none
    )
    app.config.update(
        OPENAPI,
        SECRET_KEY=secret,
        SESSION_COOKIE_SAMESITE="Lax",
        REMEMBER_COOKIE_SAMESITE="Lax",
        REMEMBER_COOKIE_HTTPONLY=True,
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=1024 * 1024,
        BABEL_DEFAULT_LOCALE=DEFAULT,
        BABEL_TRANSLATION_DIRECTORIES=str(home.TRANSLATIONS),
    )
    app.spec_processor(described)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    Babel(app, locale_selector=_language)
    CSRFProtect(app)
    files = StaticFiles(home.STATIC)
    rendering.equip(app, files)
    app.wsgi_app = files.before(app.wsgi_app, FENCES)  # type: ignore[method-assign, assignment]
    app.after_request(_with_headers)
    app.register_error_handler(PollingError, _refusal)
    app.register_error_handler(HTTPException, _refusal)
    app.register_error_handler(HTTPError, _refusal)
    return app


def _language() -> str:
    """The wall speaks the session's language; everybody else's browser chooses.

    The session decides for attendees whose browser names none that we have.
    """
    if "language" in g:
        return str(g.language)
    asked = request.args.get(switching.ARGUMENT) or request.cookies.get(LANGUAGE_COOKIE)
    accepted = request.headers.get("Accept-Language", "")
    return chosen(asked, accepted, g.get("session_language", DEFAULT))


def _with_headers(response: Response) -> Response:
    response.headers.extend(
        {name: HEADERS[name] for name in HEADERS if name not in response.headers}
    )
    switching.remember(response)
    return response


def _refusal(error: PollingError | HTTPError | HTTPException) -> Any:
    """JSON for scripts, a friendly page for people."""
    if request.path.startswith("/api/"):
        return refused(error)
    if isinstance(error, PollingError):
        return _page(gettext(error.message, **error.details), error.status, error.name)
    if isinstance(error, CSRFError):
        return _page(gettext(FORM_EXPIRED), BadRequest.status, BadRequest.name)
    if isinstance(error, HTTPError):
        return _page(gettext(BadRequest.message), error.status_code, BadRequest.name)
    if error.response is not None or (error.code or 500) < 400:
        return error
    message = gettext(NOT_FOUND if error.code == 404 else PollingError.message)
    return _page(message, error.code or 500, "not-found")


def _page(message: str, status: int, name: str) -> tuple[str, int]:
    return render_template("error.html", title=message, message=message, name=name), status
