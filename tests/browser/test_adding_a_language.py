"""A language more is one catalogue more (docs/adding-a-language.md): in a scratch checkout."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po
from playwright.sync_api import Browser

from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.console import Console
from tests.room import Room
from tests.running import ROOT, Server

SAID = {
    "pl": {
        "Your answer": "Twoja odpowiedź",
        "%(n)s answer": ("%(n)s głos", "%(n)s głosy", "%(n)s głosów"),
    },
    "ar": {"Connected": "متصل"},
}
"""All else is left to be translated one day."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Of a checkout with two catalogues more."""
    checkout = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "app.py", checkout)
    for folder in ("polling", "templates", "static"):
        (checkout / folder).symlink_to(ROOT / folder)
    shutil.copytree(ROOT / "translations", checkout / "translations")
    for language, texts in SAID.items():
        add(checkout / "translations" / language / "LC_MESSAGES" / "messages.po", language, texts)
    running = Server(tmp_path_factory.mktemp("server"), checkout=checkout)
    yield running
    running.stop()


def add(path: Path, language: str, texts: dict[str, Any]) -> None:
    """The catalogue as a translator leaves it."""
    catalogue = Catalog(locale=language, fuzzy=False)
    with (ROOT / "translations/en/LC_MESSAGES/messages.po").open("rb") as english:
        for message in read_po(english):
            if message.id:
                one = message.id[0] if isinstance(message.id, tuple) else message.id
                nothing = ("",) * catalogue.num_plurals if isinstance(message.id, tuple) else ""
                catalogue.add(message.id, texts.get(one, nothing))
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalogue)
    compiling = [sys.executable, ROOT / "scripts/catalogue.py", path, path.with_suffix(".mo")]
    subprocess.run(compiling, check=True, timeout=20)


def page_of(server: Server, path: str, language: str) -> str:
    return requests.get(server.url + path, headers={"Accept-Language": language}, timeout=20).text


def test_whoever_speaks_it_reads_it_and_english_where_it_is_silent(server: Server) -> None:
    room = Room(server, language="pl")
    room.asks()
    room.facilitator().does("next")
    for accepted in ("pl-PL", "de"):  # the second one gets the session's
        phone = page_of(server, f"/{room.code}", accepted)
        assert '<html lang="pl" dir="ltr">' in phone
        assert "Twoja odpowiedź" in phone
        assert "Your name is not asked." in phone
    assert '<html lang="ar" dir="rtl">' in page_of(server, f"/{room.code}", "ar")
    room.empty()


def test_hosts_choose_it_by_its_own_name(server: Server) -> None:
    console = Console(Room(server, language="ar"))
    page = console.opens(f"{console.address}/settings").text
    assert re.findall(r'name="language" value="(\w+)"', page) == ["fr", "en", "ar", "pl"]
    for name in ("Français", "English", "العربية", "Polski"):
        assert f"<span>{name}</span>" in page
        assert f">{name}</a>" in page or name == "Français"  # and to switch to, but for this one


def test_it_counts_in_as_many_ways_as_it_likes(server: Server, browser: Browser) -> None:
    room = Room(server, language="pl")
    host = Console(room)
    host.browser.headers["Accept-Language"] = "pl"
    data = re.search(r'id="page">(.*?)</script>', host.opens(host.address).text)
    assert data
    forms = json.loads(data[1])["words"]["answered"]
    assert forms == {"other": "%(n)s głosów", "one": "%(n)s głos", "few": "%(n)s głosy"}

    context = browser.new_context(locale="pl-PL")
    page = context.new_page()
    page.goto(f"{host.address}?key={room.session['facilitator_key']}")
    module = page.locator('link[href$="/js/page.js"]').get_attribute("href")
    said = page.evaluate(
        "async (module) => { const { words } = await import(module);"
        " return [1, 3, 5, 22, 1234].map((n) => words('answered', { n })) }",
        module,
    )
    context.close()
    assert said == ["1 głos", "3 głosy", "5 głosów", "22 głosy", "1234 głosy"]


def test_it_may_be_written_from_right_to_left(server: Server, browser: Browser) -> None:
    room = Room(server, language="ar")
    room.asks()
    room.facilitator().does("next")
    phone, wall = Phone(browser, room, locale="ar"), Wall.of(browser, room)
    phone.joins()
    phone.option("Oui").click()
    assert phone.page.locator("#connection-said").inner_text() == "متصل"
    assert not phone.overflows()
    for page in (phone.page, wall.page):
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        page.context.close()
    assert phone.errors == wall.errors == []
    room.empty()
