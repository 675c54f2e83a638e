"""What a page may load, and which sites may show it within a page of theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Response, request

_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
    " form-action 'self'; frame-ancestors {}"
)


def policy(origins: Sequence[str] = ()) -> str:
    """The content policy of a page that, besides our own, `origins` may frame."""
    return _POLICY.format(" ".join(("'self'", *origins)))


def framed_by(origins: Sequence[str]) -> Callable[[Response], Response]:
    """For `after_request` of a blueprint whose pages stand in an authority's intranet."""

    def allow(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy(origins)
        return response

    return allow


def in_foreign_frame() -> bool:
    """Whether a browser over https says so: it keeps a cookie there that is only sent within that
    very site (CHIPS). Over plain http it says nothing, and keeps none."""
    where = (request.headers.get(f"Sec-Fetch-{what}") for what in ("Dest", "Site"))
    return tuple(where) == ("iframe", "cross-site")
