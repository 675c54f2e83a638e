"""Files that browsers load: kept for good by address, compressed, never missing after an update."""

from __future__ import annotations

import gzip
import http.client
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from polling.static_files import StaticFiles
from tests.room import Room
from tests.running import ROOT, Server

BROWSER = {"Accept-Encoding": "gzip, deflate"}
PLAIN = {"Accept-Encoding": "identity"}
AN_OLDER_HASH = "0123456789ab"


def addresses(url: str) -> list[str]:
    """The files that a page names."""
    page = requests.get(url, timeout=20).text
    return list(dict.fromkeys(re.findall(r'(?:href|src)="(/static/[^"]+)"', page)))


@pytest.fixture
def script(server: Server, room: Room) -> str:
    """The path of the phone's script."""
    return next(one for one in addresses(f"{server.url}/{room.code}") if "phone/phone.js" in one)


def outdated(path: str) -> str:
    """The same file as a page named it before an update."""
    return re.sub(r"^/static/[0-9a-f]{12}/", f"/static/{AN_OLDER_HASH}/", path)


def test_a_page_names_files_by_what_is_in_them_and_browsers_keep_them(server: Server, room: Room):
    named = addresses(f"{server.url}/{room.code}")
    assert len(named) > 10
    for path in named:
        assert re.match(r"/static/[0-9a-f]{12}/", path)
        answer = requests.get(server.url + path, timeout=20)
        assert answer.status_code == 200, path
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_file_that_changes_changes_every_address(tmp_path: Path):
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "a.js").write_text("1")
    (tmp_path / "b.css").write_text("2")
    before = StaticFiles(tmp_path).address("b.css")
    assert StaticFiles(tmp_path).address("b.css") == before
    (tmp_path / "js" / "a.js").write_text("3")
    assert StaticFiles(tmp_path).address("b.css") != before


def test_a_page_that_names_a_file_that_is_not_there_fails(tmp_path: Path):
    with pytest.raises(KeyError):
        StaticFiles(tmp_path).address("missing.css")


def test_files_come_compressed_to_browsers_that_say_so(server: Server, script: str):
    short = requests.get(server.url + script, headers=BROWSER, timeout=20, stream=True)
    sent = short.raw.read(decode_content=False)
    plain = requests.get(server.url + script, headers=PLAIN, timeout=20)
    assert short.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(sent) == plain.content == (ROOT / "static/phone/phone.js").read_bytes()
    assert len(sent) < len(plain.content) / 2
    assert "Content-Encoding" not in plain.headers
    for answer in (short, plain):
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_fonts_are_sent_as_they_are(server: Server):
    font = "vendor/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"
    answer = requests.get(f"{server.url}/static/{font}", headers=BROWSER, timeout=20)
    assert answer.headers["Content-Type"] == "font/woff2"
    assert "Content-Encoding" not in answer.headers
    assert answer.content == (ROOT / "static" / font).read_bytes()


def test_a_page_from_before_an_update_still_gets_its_files(server: Server, script: str):
    for path in (outdated(script), "/static/phone/phone.js"):
        answer = requests.get(server.url + path, timeout=20)
        assert answer.content == (ROOT / "static/phone/phone.js").read_bytes()
        # What stands at an address of before must not be kept as if it always had.
        assert answer.headers["Cache-Control"] == "no-cache"
        again = requests.get(
            server.url + path, headers={"If-None-Match": answer.headers["ETag"]}, timeout=20
        )
        assert (again.status_code, again.content) == (304, b"")
        other = requests.get(server.url + path, headers={"If-None-Match": 'W/"x"'}, timeout=20)
        assert other.status_code == 200


def test_sheets_sent_as_one_are_found_after_an_update_too(server: Server, room: Room):
    named = addresses(f"{server.url}/{room.code}")
    (sheet,) = (path for path in named if re.search(r"/css/\w{12}\.css", path))
    now = requests.get(server.url + sheet, timeout=20)
    assert requests.get(server.url + outdated(sheet), timeout=20).content == now.content
    for part in ("css/tokens.css", "css/fonts.css", "css/base.css", "phone/phone.css"):
        rules = re.sub(r"/\*.*?\*/\s*", "", (ROOT / "static" / part).read_text("utf-8"), flags=re.S)
        assert rules in now.text


def test_what_a_sheet_loads_is_found_from_any_folder_beside_it():
    for sheet in (ROOT / "static").glob("*/*.css"):
        for address in re.findall(r"url\(\"?([^)\"]+)", sheet.read_text("utf-8")):
            assert address.startswith("../"), f"{sheet}: {address}"


@pytest.mark.parametrize(
    "path",
    ["/static/nothing.css", "/static/../app.py", "/static/%2e%2e/app.py", "/static/",
     f"/static/{AN_OLDER_HASH}/../../app.py", "/static/vendor/.copied"],
)  # fmt: skip
def test_nothing_else_is_served(server: Server, path: str):
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    assert answer.status == 404
    assert "There is nothing at this address." in body or "Il n’y a rien" in body


def test_files_are_not_guessed_at_and_pictures_are_fenced_in(server: Server, script: str):
    answer = requests.get(server.url + script, timeout=20)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    picture = requests.get(f"{server.url}/static/favicon.svg", timeout=20)
    assert "default-src 'self'" in picture.headers["Content-Security-Policy"]
    assert picture.headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_and_its_files_come_over_one_connection(server: Server, room: Room, script: str):
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=20)
    connection.connect()
    held = connection.sock
    for path in (f"/{room.code}", script, outdated(script), f"/{room.code}/qr.png", script):
        connection.request("GET", path, headers=BROWSER)
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == 200
        assert int(answer.headers["Content-Length"]) == len(body) > 0
        assert connection.sock is held, f"the connection ended after {path}"
    connection.request("HEAD", script)
    answer = connection.getresponse()
    assert int(answer.headers["Content-Length"]) > 0
    assert answer.read() == b""
    connection.request("GET", script)
    assert connection.getresponse().read().startswith(b"//")
    assert connection.sock is held
    connection.close()


def test_a_phones_page_is_compressed_and_kept_nowhere(server: Server, room: Room):
    answers = [
        requests.get(f"{server.url}/{room.code}", headers=headers, timeout=20)
        for headers in (BROWSER, PLAIN)
    ]
    assert [answer.headers.get("Content-Encoding") for answer in answers] == ["gzip", None]
    for answer in answers:
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert room.code in answer.text
    assert int(answers[0].headers["Content-Length"]) < int(answers[1].headers["Content-Length"]) / 2


def test_pages_that_hold_what_their_forms_act_by_are_not_compressed(server: Server, room: Room):
    key = room.session["facilitator_key"]
    console = f"{server.url}/console/sessions/{room.id}?key={key}"
    answer = requests.get(console, headers=BROWSER, timeout=20)
    assert 'name="csrf_token"' in answer.text
    assert "Content-Encoding" not in answer.headers


def test_a_worker_may_run_webassembly_and_pages_may_not(server: Server, room: Room):
    worker = requests.get(f"{server.url}/static/vendor/pdfjs/pdf.worker.mjs", timeout=20)
    assert worker.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "script-src 'self' 'wasm-unsafe-eval'" in worker.headers["Content-Security-Policy"]
    page = requests.get(f"{server.url}/{room.code}", timeout=20)
    assert "wasm" not in page.headers["Content-Security-Policy"]
    decoder = requests.get(f"{server.url}/static/vendor/pdfjs/wasm/openjpeg.wasm", timeout=20)
    assert decoder.headers["Content-Type"] == "application/wasm"
