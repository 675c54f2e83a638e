"""Sheets that let people in: a poster, and cards for tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from polling import qr_codes
from polling.errors import BadRequest
from polling.languages import N_, said_in, typographic
from polling.records import JSON, Session
from polling.sheets.typesetting import Sheet, breakable, drawing, typeset
from polling.themes import Theme

Paper = Literal["a4", "a3"]

LONGEST_NAME_BYTES = 32
PASSWORD_LENGTHS = range(8, 64)
"""What IEEE 802.11 allows."""


@dataclass(frozen=True, slots=True)
class Wifi:
    """The network that phones have to be in. It is printed, and stored nowhere."""

    name: str
    password: str = ""

    @property
    def code(self) -> str:
        """What a phone's camera joins it by, in the form that the ZXing project set."""
        name = f"S:{_escaped(self.name)};"
        if not self.password:
            return f"WIFI:T:nopass;{name};"
        return f"WIFI:T:WPA;{name}P:{_escaped(self.password)};;"


def checked_wifi(name: str, password: str) -> Wifi | None:
    """None where no name is given. Raises BadRequest, naming the field."""
    if not name.strip():
        if password:
            raise BadRequest(N_("Which network is this password for?"), field="wifi_name")
        return None
    if len(name.strip().encode()) > LONGEST_NAME_BYTES:
        raise BadRequest(N_("The name of a Wi-Fi network is shorter than that."), field="wifi_name")
    if password and len(password) not in PASSWORD_LENGTHS:
        raise BadRequest(
            N_("A Wi-Fi password has 8 to 63 characters; leave it empty where there is none."),
            field="wifi_password",
        )
    return Wifi(name.strip(), password)


@dataclass(frozen=True, slots=True)
class WayIn:
    """What lets people into a session, and how the sheets of it look."""

    session: Session
    join_url: str
    wifi: Wifi | None = None
    theme: Theme | None = None


def poster(way: WayIn, paper: Paper) -> Sheet:
    """One sheet for a wall or a door."""
    pdf = typeset("poster", {**_data(way), "paper": paper})
    return Sheet(f"{way.session.code}-poster-{paper}.pdf", pdf)


def cards(way: WayIn, folded: bool) -> Sheet:
    """Four cards to cut out; or one to fold, which stands on a table by itself."""
    pdf = typeset("cards", {**_data(way), "folded": folded})
    return Sheet(f"{way.session.code}-{'tent' if folded else 'cards'}.pdf", pdf)


def _data(way: WayIn) -> dict[str, JSON]:
    session, theme = way.session, way.theme
    said = partial(said_in, session.language)
    name_is_asked = session.settings.get("nicknames")
    return {
        "language": session.language,
        "title": breakable(typographic(session.title, session.language)),
        "code": session.code,
        "code_to_scan": _code(way.join_url, way.join_url),
        "address": breakable(way.join_url.split("://", 1)[-1].rsplit("/", 1)[0]),
        "promises": [
            said(N_("Nothing to install")),
            said(N_("No account")),
            said(N_("Nickname optional") if name_is_asked else N_("Your name is not asked")),
        ],
        "words": {
            "scan": said(N_("Scan with your phone")),
            "or_type": said(N_("or type this address, then the code")),
            "wifi": said(N_("Wi-Fi")),
            "network": said(N_("Network")),
            "password": said(N_("Password")),
            "join_wifi": said(N_("Join this Wi-Fi")),
            "stay": said(N_("If your phone says that there is no internet, stay connected.")),
            "fold": said(N_("Fold here")),
        },
        "accent": theme.light if theme else "#000000",
        **({"logo": drawing(theme.logo, theme.name)} if theme and theme.logo else {}),
        **({"wifi": _network(way.wifi, said)} if way.wifi else {}),
    }


def _network(wifi: Wifi, said: Callable[[str], str]) -> dict[str, JSON]:
    alternative = said(N_("QR code: joins the Wi-Fi network %(name)s")) % {"name": wifi.name}
    return {
        "name": breakable(wifi.name),
        "password": breakable(wifi.password),
        "code": _code(wifi.code, alternative),
    }


def _code(says: str, alternative: str) -> dict[str, str]:
    return {"svg": qr_codes.svg(says).decode(), "says": alternative}


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in '\\;,:"' else sign for sign in text)
