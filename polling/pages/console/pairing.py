"""A host's phone as a remote: a link that the console shows and the phone uses up."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from polling.access import Pairings
from polling.access.pairings import SECONDS, Pairing
from polling.pages import qr
from polling.pages.sign_in import let_in, managed
from polling.records import JSON, Session
from polling.sessions import Sessions

DEVICES = ("iPhone", "iPad", "Android", "Windows", "Macintosh", "Linux")
"""As browsers name what they run on; Android names Linux too."""


def routes(
    console: Blueprint,
    sessions: Sessions,
    pairings: Pairings,
    join_url: Callable[[Session], str],
) -> None:
    @console.post("/sessions/<int:session_id>/pairings")
    def offer_pairing(session_id: int) -> dict[str, JSON]:
        """A new link, as text and as a picture."""
        session = managed(session_id)
        token, name = pairings.offer(session.id)
        base = join_url(session).rsplit("/", 1)[0]
        address = base + url_for("console.pair", token=token)
        return {
            "address": address,
            "picture": qr.svg(address).get_data(as_text=True),
            "seconds": SECONDS,
            "name": name,
            "used": list(map(_told, pairings.used(session.id))),
        }

    @console.get("/sessions/<int:session_id>/pairings/<name>")
    def pairing(session_id: int, name: str) -> dict[str, JSON]:
        """What became of it: `open` while it can still be used, `device` once it was."""
        found = pairings.of(managed(session_id).id, name)
        if found is None:
            return {"open": False, "device": "", "at": ""}
        return {"open": pairings.is_open(found), **_told(found)}

    @console.post("/sessions/<int:session_id>/pairings/<name>/withdraw")
    def withdraw_pairing(session_id: int, name: str) -> tuple[str, int]:
        pairings.withdraw(managed(session_id).id, name)
        return "", 204

    @console.get("/pair/<token>")
    def pair(token: str) -> str:
        """Looking at it asks: a scanner that looks ahead uses nothing up."""
        session = sessions.get(pairings.open(token).session)
        return render_template("console/pair.html", session=session)

    @console.post("/pair/<token>")
    def use_pairing(token: str) -> Response:
        session = sessions.get(pairings.use(token, _device()).session)
        let_in(session)
        return redirect(url_for("console.run", session_id=session.id))


def _told(pairing: Pairing) -> dict[str, JSON]:
    return {"device": pairing.device, "at": pairing.at}


def _device() -> str:
    agent = request.user_agent.string
    return next((name for name in DEVICES if name in agent), "?").replace("intosh", "")
