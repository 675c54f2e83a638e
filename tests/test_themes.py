"""Themes: small files that are held to contrast, and that a session's screens take on."""

from __future__ import annotations

import base64
import re
from io import BytesIO
from random import randbytes
from typing import Any
from urllib.parse import urljoin

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from polling.contrast import contrast, mixed
from polling.errors import ThemeInvalid
from polling.palette import DARK, LIGHT
from polling.themes import (
    DARK_SCREENS,
    LARGEST_FILE,
    LIGHT_SCREENS,
    LONGEST_NAME,
    Screens,
    Theme,
    as_file,
    from_file,
    logo_of,
    new_theme,
    shades,
    sheet,
)
from tests.drawing import drawn, written
from tests.room import Room, eventually
from tests.running import Server

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
OURS = {"light": LIGHT["accent"], "dark": DARK["accent"]}
LOGO = written(drawn(900, 300))


def made(**more: str) -> Theme:
    return new_theme(**{"name": "Ville d'Exemple", **OURS, **more})


def refusal(**more: str) -> ThemeInvalid:
    with pytest.raises(ThemeInvalid) as refused:
        made(**more)
    return refused.value


def lowest_contrast(accent: str, screens: Screens) -> float:
    """With all on which text in this colour stands, and with what is written on it."""
    drawn = shades(accent, screens)
    grounds = (screens.palette["paper"], screens.palette["surface"], *drawn[1:])
    return min(contrast(accent, ground) for ground in grounds)


def test_our_own_accent_passes() -> None:
    assert made().light == OURS["light"]


@pytest.mark.parametrize("field, screens", [("light", LIGHT_SCREENS), ("dark", DARK_SCREENS)])
@settings(deadline=None)  # a machine may be busy
@given(colour=COLOURS)
def test_a_theme_can_be_read_or_is_refused(field: str, screens: Screens, colour: str) -> None:
    try:
        taken = getattr(made(**{field: colour}), field)
    except ThemeInvalid as refused:
        said = refused.details
        assert said["field"] == field
        assert said["found"] < said["needed"]
        assert contrast(colour, said["ground"]) == pytest.approx(said["found"], abs=0.01)
        taken = said["nearest"]
        made(**{field: taken})
    assert lowest_contrast(taken, screens) >= 7
    deepest_tint = mixed(screens.palette["surface"], taken, 0.3)
    assert contrast(deepest_tint, screens.palette["ink"]) >= 4.5, "heat maps"


def test_the_colour_proposed_is_no_further_than_it_must_be() -> None:
    nearest = refusal(light="#d04a70").details["nearest"]
    lighter = mixed(nearest, "#d04a70", 0.05)
    assert refusal(light=lighter).details["field"] == "light"


@pytest.mark.parametrize("colour", ["", "red", "#12345", "#1234567", "0d5a61", "#0d5a6g"])
def test_a_colour_is_six_digits(colour: str) -> None:
    assert refusal(light=colour).details["field"] == "light"


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1), "a\x7fb"])
def test_a_theme_has_a_name(name: str) -> None:
    assert refusal(name=name).details["field"] == "name"


@given(name=st.text(min_size=1, max_size=LONGEST_NAME))
def test_a_file_says_again_what_it_was_made_of(name: str) -> None:
    try:
        theme = new_theme(name, **OURS)
    except ThemeInvalid:
        return
    read = from_file(as_file(theme).encode())
    assert (read.name, read.light, read.dark) == (theme.name, theme.light, theme.dark)


def test_a_file_carries_the_logo() -> None:
    theme = new_theme("Ville", **OURS, logo=logo_of(LOGO))
    assert theme.logo
    assert (theme.logo.width, theme.logo.height) == (640, 213)
    carried = from_file(as_file(theme).encode()).logo
    assert carried
    with Image.open(BytesIO(carried.bytes)) as image:
        assert image.size == (640, 213)


@pytest.mark.parametrize(
    "sent, about",
    [
        (b"", "name"), (b"\xff\xfe", "TOML"), (b"<svg/>", "TOML"), (b'name = "a"', "light"),
        (b'name = 1\nlight = ""\ndark = ""', "name"),
        (b'name = "a"\nlight = ""\ndark = ""\nfont = "x"', "font"),
    ],
)  # fmt: skip
def test_what_is_no_theme_is_named(sent: bytes, about: str) -> None:
    with pytest.raises(ThemeInvalid) as refused:
        from_file(sent)
    said = refused.value
    assert about in said.message % said.details


@pytest.mark.parametrize(
    "logo",
    [
        "https://example.org/logo.png",
        "data:image/svg+xml;base64,PHN2Zy8+",
        "data:image/png;base64,!",
    ],
)
def test_a_logo_comes_with_its_file(logo: str) -> None:
    with pytest.raises(ThemeInvalid):
        from_file(as_file(made()).encode() + f'logo = "{logo}"'.encode())


def test_a_sheet_sets_light_and_dark() -> None:
    light, preferred, chosen = re.findall(r"\{ (--accent: [^}]+) \}", sheet(made()))
    assert f"--accent: {OURS['light']}; --on-accent: #ffffff;" in light
    assert f"--accent: {OURS['dark']}; --on-accent: #000000;" in preferred
    assert preferred == chosen


# On a server


def add(server: Server, **more: str) -> dict[str, str]:
    data = encoded(LOGO)
    body = {"name": "Ville", **OURS, "logo": f"data:image/png;base64,{data}", **more}
    answer = server.api("POST", "/themes", body)
    assert answer.status_code == 201, answer.text
    theme: dict[str, str] = answer.json()
    return theme


def test_screens_take_a_theme_on_and_off_at_once(room: Room) -> None:
    theme = add(room.server, name=f"Ville {room.code}")
    wall, phone = room.screen(), room.attendee()
    assert wall.state["session"]["theme"] is None
    chosen = {"settings": {"theme": theme["id"]}}
    assert room.server.api("PATCH", f"/sessions/{room.id}", chosen).ok
    for one in (wall, phone):
        worn = eventually(lambda one=one: one.state["session"]["theme"], "the theme")
        assert worn["logo"] == {"address": theme["logo_url"], "width": 640, "height": 213}
    style = requests.get(room.server.url + worn["sheet"], timeout=20)
    assert style.headers["Content-Type"].startswith("text/css")
    assert "immutable" in style.headers["Cache-Control"]
    assert requests.get(room.server.url + theme["logo_url"], timeout=20).ok

    assert room.server.api("DELETE", f"/themes/{theme['id']}").status_code == 204
    eventually(lambda: wall.state["session"]["theme"] is None, "the wall without it")
    gone = room.server.api("PATCH", f"/sessions/{room.id}", chosen)
    assert (gone.status_code, gone.json()["details"]["field"]) == (400, "settings.theme")
    assert room.server.api("PATCH", f"/sessions/{room.id}", {"title": "Sans thème"}).ok


def test_a_script_is_told_why(server: Server) -> None:
    refused = server.api(
        "POST", "/themes", {"name": "Jaune", "light": "#ffdd00", "dark": "#ffdd00"}
    )
    said = refused.json()
    assert (refused.status_code, said["error"], said["details"]["field"]) == (
        400, "theme-invalid", "light",
    )  # fmt: skip
    assert said["details"]["nearest"] in said["message"]
    add(server, name="Deux fois")
    again = server.api("POST", "/themes", {"name": "Deux fois", **OURS})
    assert again.json()["details"]["field"] == "name"


class Host:
    """The browser of a facilitator who came by the printed link, without scripts."""

    def __init__(self, server: Server) -> None:
        self._root = server.url
        self.browser = requests.Session()
        self.browser.headers["Accept-Language"] = "fr"
        self.sends(server.link, page=server.link)

    def sends(self, path: str, *fields: tuple[str, str], **more: Any) -> requests.Response:
        """A form, with the token that the page of themes carries, or `page`."""
        page = self.opens(more.pop("page", "/console/themes")).text
        token = found(r'name="csrf_token"[^>]*value="([^"]+)"', page)
        form = [("csrf_token", token), *fields]
        return self.browser.post(urljoin(self._root, path), form, timeout=20, **more)

    def opens(self, path: str) -> requests.Response:
        return self.browser.get(urljoin(self._root, path), timeout=20)


def encoded(picture: bytes) -> str:
    return base64.b64encode(picture).decode()


def found(pattern: str, page: str) -> str:
    match = re.search(pattern, page)
    assert match, page
    return match[1]


@pytest.fixture
def host(own_server: Server) -> Host:
    return Host(own_server)


def test_a_refused_form_keeps_what_was_sent_and_proposes(host: Host, own_server: Server) -> None:
    fields = [("name", "Ville d'Exemple"), ("light", "#d04a70"), ("dark", OURS["dark"])]
    file = {"logo_file": ("logo.png", LOGO, "image/png")}
    refused = host.sends("/console/themes", *fields, files=file)
    assert refused.status_code == 400
    assert "4,04 pour 1" in refused.text.replace("\xa0", " ")
    assert 'value="Ville d&#39;Exemple"' in refused.text

    logo = found(r'name="logo" value="([^"]+)"', refused.text)
    nearest = found(r'name="light" value="(#\w+)"><svg', refused.text)
    assert host.sends("/console/themes", *fields, ("logo", logo), ("light", nearest)).ok
    (theme,) = own_server.api("GET", "/themes").json()["themes"]
    assert (theme["name"], theme["light"]) == ("Ville d'Exemple", nearest)
    assert theme["logo_url"]


def test_a_theme_moves_by_its_file(host: Host, own_server: Server) -> None:
    theme = add(own_server)
    file = host.opens(f"/console/themes/{theme['id']}.toml")
    assert "attachment" in file.headers["Content-Disposition"]
    assert host.opens(f"/console/themes/{theme['id']}/delete").ok
    assert host.sends(f"/console/themes/{theme['id']}/delete").ok
    assert own_server.api("GET", "/themes").json()["themes"] == []

    assert host.sends("/console/themes/file", files={"file": ("theme.toml", file.content)}).ok
    (again,) = own_server.api("GET", "/themes").json()["themes"]
    assert {**again, "id": "", "logo_url": ""} == {**theme, "id": "", "logo_url": ""}
    wrong = host.sends("/console/themes/file", files={"file": ("theme.toml", b"light = 1")})
    assert wrong.status_code == 400
    assert 'id="refusal-file"' in wrong.text


def test_a_logo_may_be_as_large_as_the_page_says(host: Host, own_server: Server) -> None:
    noise = written(Image.frombytes("RGB", (800, 600), randbytes(800 * 600 * 3)))
    fields = [("name", "Ville d'Exemple"), *OURS.items()]
    page = host.sends("/console/themes", *fields, files={"logo_file": ("logo.png", noise)})
    assert (page.status_code, len(noise) > 1024**2) == (200, True)
    sent = as_file(made(name="Un fichier")) + f'logo = "data:image/png;base64,{encoded(noise)}"'
    assert host.sends("/console/themes/file", files={"file": ("theme.toml", sent)}).ok
    themes = own_server.api("GET", "/themes").json()["themes"]
    assert [bool(theme["logo_url"]) for theme in themes] == [True, True]

    larger = sent + "\n#" + "x" * LARGEST_FILE
    refused = host.sends("/console/themes/file", files={"file": ("theme.toml", larger)})
    assert (refused.status_code, "4 Mo" in refused.text.replace("\xa0", " ")) == (400, True)


def newest(server: Server) -> dict[str, Any]:
    return max(server.sessions(), key=lambda session: int(session["id"]))


def test_a_series_keeps_the_look_its_first_session_was_made_with(
    host: Host, own_server: Server
) -> None:
    new = "/console/sessions/new"
    assert 'name="theme"' not in host.opens(new).text, "nothing to choose from"
    theme, before = add(own_server), own_server.sessions()
    unknown = host.sends(new, ("title", "Matinale"), ("language", "fr"), ("theme", "none"))
    assert (unknown.status_code, len(own_server.sessions())) == (400, len(before))
    assert 'value="Matinale"' in unknown.text
    assert "Ce thème n’existe pas." in unknown.text

    chosen = [("title", "Matinale"), ("language", "fr"), ("theme", theme["id"])]
    assert host.sends(new, *chosen, ("outline", "quiz")).ok
    first = newest(own_server)
    assert first["settings"]["theme"] == theme["id"]
    assert first["settings"]["nicknames"], "as the outline has it"
    copied = host.sends(f"/console/sessions/{first['id']}/duplicate")
    assert copied.ok
    second = newest(own_server)
    assert second["id"] != first["id"]
    assert second["settings"] == first["settings"]


def test_themes_are_for_facilitators_alone(room: Room) -> None:
    theme = add(room.server, name=f"Fermé {room.code}")
    stranger = requests.Session()
    stranger.get(
        f"{room.server.url}/console/sessions/{room.id}?key={room.session['facilitator_key']}"
    )
    for path in ("", f"/{theme['id']}.toml", f"/{theme['id']}/delete"):
        assert (
            stranger.get(f"{room.server.url}/console/themes{path}", timeout=20).status_code == 403
        )
    for path in ("/themes/none.css", "/themes/none.webp", "/themes/%00.css"):
        assert requests.get(room.server.url + path, timeout=20).status_code == 404
