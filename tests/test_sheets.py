"""What is printed, read back: its words, its pages, and what a screen reader is told of it."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
import requests
from pypdf import PdfReader

from polling.kinds import Kind, kinds
from polling.pictures import picture
from polling.sheets import Wifi
from polling.sheets.joining import WayIn, poster
from polling.themes import Theme
from tests.console import Console
from tests.drawing import drawn, written
from tests.exports.examples import SESSION
from tests.room import Room
from tests.running import TOKEN

HOSTILE = '#eval("1") $x$ @ref *b* <script>alert(1)</script> \\ "q" [c] // שלום 😀 ' + "W" * 90
A4 = (595, 842)
A3 = (842, 1191)


def sheet(room: Room, path: str) -> PdfReader:
    answer = room.server.api("GET", path)
    assert answer.status_code == 200, answer.text
    return read(answer)


def read(answer: Any) -> PdfReader:
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    return PdfReader(io.BytesIO(answer.content))


def words(pdf: PdfReader) -> str:
    """In one line, without the places where a long word may break."""
    text = " ".join(page.extract_text() for page in pdf.pages)
    return " ".join(text.replace("\u200b", "").split()).replace("- ", "-")


def size(pdf: PdfReader) -> tuple[int, int]:
    page = pdf.pages[0].mediabox
    return round(page.width), round(page.height)


def alternatives(pdf: PdfReader) -> list[str]:
    """What its pictures say to whoever does not see them."""
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            if "/Alt" in node:
                found.append(str(node["/Alt"]))
            if "/K" in node:
                walk(node["/K"])

    walk(pdf.root_object["/StructTreeRoot"])
    return found


@pytest.mark.parametrize(
    "path, on_it, paper",
    [
        ("poster.pdf", 1, A4),
        ("poster.pdf?paper=a3", 1, A3),
        ("cards.pdf", 4, A4),
        ("cards.pdf?folded=1", 2, A4),
    ],
)
def test_the_way_in_is_printed_as_often_as_there_is_room(
    room: Room, path: str, on_it: int, paper: tuple[int, int]
):
    pdf = sheet(room, f"/sessions/{room.id}/{path}")
    address = room.session["join_url"].split("://")[1].split("/")[0]
    said = words(pdf)
    # The code is spaced out, which reads as spaces here.
    assert said.replace(" ", "").count(room.code) == on_it
    assert said.count(address) == on_it
    assert alternatives(pdf) == [room.session["join_url"]] * on_it
    assert (len(pdf.pages), size(pdf)) == (1, paper)


def test_a_sheet_is_in_the_language_of_its_session_and_can_be_heard(room: Room):
    pdf = sheet(room, f"/sessions/{room.id}/poster.pdf")
    assert pdf.root_object["/Lang"] == "fr"
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    assert pdf.metadata
    assert pdf.metadata.title == "Une séance"
    assert pdf.xmp_metadata
    assert "pdfuaid" in pdf.xmp_metadata.rdf_root.toxml()  # it says to be PDF/UA-1
    assert "Votre nom n’est pas demandé" in words(pdf)
    english = Room(room.server, title="A session", language="en")
    pdf = sheet(english, f"/sessions/{english.id}/poster.pdf")
    assert pdf.root_object["/Lang"] == "en"
    assert "Your name is not asked" in words(pdf)


def test_what_people_wrote_is_printed_as_they_wrote_it(server: Any):
    room = Room(server, title=HOSTILE)
    options = [{"id": "a", "text": HOSTILE}, {"id": "b", "text": "#b"}]
    poll = room.asks("single_choice", {"options": options}, title=HOSTILE)
    for path in (f"/sessions/{room.id}/poster.pdf", f"/polls/{poll['id']}/ballots.pdf"):
        said = words(sheet(room, path))
        # Hebrew is read from the right, where the reader of the test does not know.
        assert HOSTILE.split(" שלום")[0] in said
        assert "W" * 90 in said.replace(" ", "")


@pytest.mark.parametrize(
    "name", [name for name, each in kinds().items() if type(each).on_paper is not Kind.on_paper]
)
def test_ballots_hold_the_question_and_every_box(room: Room, name: str):
    example = kinds()[name].example
    poll = room.asks(name, example.content, example.title, **example.settings)
    said = words(sheet(room, f"/polls/{poll['id']}/ballots.pdf"))
    assert example.title.split(" ?")[0] in said
    texts = [
        each["text"]
        for listed in ("options", "statements", "items", "categories", "left", "right")
        for each in example.content.get(listed, [])
        if isinstance(each, dict)
    ]
    assert all(text in said for text in texts)


def test_what_cannot_be_ticked_is_not_printed(room: Room):
    poll = room.asks("word_cloud")
    refused = room.server.api("GET", f"/polls/{poll['id']}/ballots.pdf")
    assert (refused.status_code, refused.json()["error"]) == (400, "count-invalid")


def test_short_questions_stand_on_a_sheet_several_times_and_large_ones_alone(room: Room):
    poll = room.asks("yes_no", title="D’accord ?")
    question = "D’accord"
    ballots = f"/polls/{poll['id']}/ballots.pdf"
    assert words(sheet(room, ballots)).count(question) == 4
    alone = words(sheet(room, f"{ballots}?size=24&round=2"))
    assert alone.count(question) == 1
    assert "tour 2" in alone
    long = [{"id": id, "text": f"{id} " + "Une longue réponse. " * 12} for id in "abcdefghijkl"]
    poll = room.asks("single_choice", {"options": long})
    pdf = sheet(room, f"/polls/{poll['id']}/ballots.pdf")
    assert len(pdf.pages) > 1
    assert all(f"{id} Une longue" in words(pdf) for id in "abcdefghijkl")


def test_a_poster_lets_phones_into_the_wifi_and_nobody_keeps_its_password(room: Room):
    console = Console(room)
    fields = {"sheet": "a4", "wifi_name": "Salle; 2", "wifi_password": "pas-de-secret"}
    page = f"/console/sessions/{room.id}/paper"
    pdf = read(console.sends(page, **fields))
    assert "Salle; 2" in words(pdf)
    assert "pas-de-secret" in words(pdf)
    assert len(alternatives(pdf)) == 2
    kept = room.server.database.read_bytes() + room.server.log.read_bytes()
    assert b"pas-de-secret" not in kept

    for wrong in ({"wifi_password": "court"}, {"wifi_name": ""}, {"wifi_name": "é" * 17}):
        refused = console.sends(page, **{**fields, **wrong})
        assert refused.status_code == 400
        assert 'class="refusal"' in refused.text


def test_the_code_of_a_wifi_keeps_the_signs_that_would_end_its_parts():
    assert Wifi('a;b"c', "p\\w:d,efgh").code == 'WIFI:T:WPA;S:a\\;b\\"c;P:p\\\\w\\:d\\,efgh;;'
    assert Wifi("Salle").code == "WIFI:T:nopass;S:Salle;;"


def test_a_picture_goes_with_its_question(room: Room):
    sent = requests.post(
        f"{room.server.url}/api/v1/sessions/{room.id}/images",
        data=written(drawn()),
        headers={"Authorization": f"Bearer {TOKEN}", "Content-Type": "image/png"},
        timeout=20,
    )
    image = {"image": sent.json()["id"], "alt": "Un acte d’engagement"}
    poll = room.asks("yes_no", {"image": image})
    assert "Un acte d’engagement" in alternatives(sheet(room, f"/polls/{poll['id']}/ballots.pdf"))


def test_a_poster_bears_the_logo_and_the_colour_of_its_theme():
    theme = Theme("t", "Métropole", "#7a145a", "#f0a0d0", picture(written(drawn())))
    pdf = poster(WayIn(SESSION, "http://192.168.1.20:5000/QW7K3F", theme=theme), "a4").pdf
    assert alternatives(PdfReader(io.BytesIO(pdf)))[0] == "Métropole"
    colours = PdfReader(io.BytesIO(pdf)).pages[0].get_contents().get_data().decode("latin-1")
    assert re.search(r"0\.478\d* 0\.078\d* 0\.352\d* (sc|scn|rg)\b", colours)
