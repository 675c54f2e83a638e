"""Which address phones are shown, for hosts to choose."""

from __future__ import annotations

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from polling.address_choice import AddressChoice
from polling.pages import qr
from polling.pages.sign_in import signed_in_required


def routes(console: Blueprint, choice: AddressChoice) -> None:
    @console.get("/address")
    @signed_in_required
    def address() -> str:
        return render_template(
            "console/address.html", addresses=choice.addresses, offers=choice.offers()
        )

    @console.post("/address")
    @signed_in_required
    def show_address() -> AnyResponse:
        choice.choose(request.form.get("address", ""))
        flash(gettext("Phones are shown %(address)s now.", address=choice.addresses.base))
        return redirect(url_for("console.address"), 303)

    @console.get("/address/<key>.svg")
    @signed_in_required
    def try_address(key: str) -> Response:
        """For a host to try it with a phone, before anybody has to."""
        return qr.svg(choice.addresses.at(choice.offered(key).host))
