"""The page of results: one file with every kind of question, in both languages."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from apiflask import APIFlask

from polling.exports import Exports
from polling.kinds import kind, kinds
from polling.kinds.images import images_in, with_images
from polling.pages.goodbye import visible
from polling.pages.papers import results_page
from polling.pictures import picture
from polling.records import Poll, Session, Vote
from polling.results import Results
from polling.storage import open_store, prepare
from polling.storage.sqlite.store import SqliteStore
from polling.web import make_app
from tests.drawing import drawn, written
from tests.exports.examples import canonical, poll_of

PEOPLE = 7
PICTURE = f"{'1' * 32}-60x40"
DRAWS = [{"item": "i1", "text": "Équipe Services", "place": 0, "seed": "0af3"}]


@pytest.fixture(scope="module")
def app() -> APIFlask:
    return make_app(b"a secret")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """A session that has ended: an example of each kind, answered by simulated people."""
    path: Path = tmp_path_factory.mktemp("page") / "sessions.db"
    prepare(path)
    opened = open_store(path, writing=True)
    chance = random.Random(1)
    with opened.transaction():
        made = opened.add_session(
            code="QW7K3F", title="Matinale <b>du</b> sourcing", language="fr", screen_key="s",
            facilitator_key="f", key=b"k", created="2026-11-22T16:00:00Z", status="ended",
            started="2026-11-23T09:00:00Z", ended="2026-11-23T11:00:00Z", view="end",
        )  # fmt: skip
        opened.add_image(PICTURE, made.id, picture(written(drawn())), "2026-11-23T09:00:00Z")
        for name in kinds():
            asked(opened, made, poll_of(name), chance)
    yield opened
    opened.close()


def asked(store: SqliteStore, session: Session, poll: Poll, chance: random.Random) -> Poll:
    """`poll`, with the answers of a few people."""
    how = kind(poll.kind)
    pictures = {image: PICTURE for _field, image in images_in(poll.content)}
    added = store.add_poll(
        session=session.id, kind=poll.kind, title=poll.title,
        content=with_images(poll.content, pictures), settings=poll.settings,
        position=poll.position, status=poll.status, round=1, results_shown=poll.results_shown,
        draws=DRAWS if poll.kind == "wheel" else [],
    )  # fmt: skip
    if how.asks:
        votes = [
            Vote(added.id, 1, f"p{who}", slot, canonical(how.clean_slot(slot, answer, added)), 0)
            for who in range(PEOPLE)
            for slot, answer in how.simulate_slots(added, chance, {}).items()
        ]
        store.record(votes, "2026-11-23T09:05Z")
    return added


class Page(HTMLParser):
    """What a browser and a screen reader would find in it."""

    VOID = frozenset({"meta", "img", "link", "rect", "br", "hr"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, Any]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(html)
        assert self.open == []
        self.said = " ".join(" ".join(self.text).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)

    def of(self, tag: str) -> list[dict[str, Any]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page(app: APIFlask, store: SqliteStore, language: str, *, everything: bool = True) -> Page:
    session = store.sessions(1)[0]
    exports = Exports(store, Results)
    with app.test_request_context(headers={"Accept-Language": language}):
        if everything:
            download = exports.page(session, results_page)
        else:
            download = exports.page_for_attendees(session, results_page, visible, lambda poll: None)
        assert download.filename == "QW7K3F-2026-11-23.html"
        return Page(b"".join(download.body).decode())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_kind_stands_on_a_page_that_needs_nothing_else(
    app: APIFlask, store: SqliteStore, language: str
) -> None:
    told = page(app, store, language)
    for name, how in kinds().items():
        there = how.example.title in told.said.replace("\u202f", " ").replace("\xa0", " ")
        assert there is (name not in ("slide", "tempo")), name
    assert told.of("html")[0]["lang"] == language
    assert told.of("script") == told.of("link") == []
    assert all(image["src"].startswith("data:image/webp;base64,") for image in told.of("img"))
    assert all(image["alt"] for image in told.of("img"))
    assert {link["href"][0] for link in told.of("a")} == {"#"}
    assert re.search(r"%\(|Said\(|None", told.said) is None


def test_it_is_read_by_headings_and_tables(app: APIFlask, store: SqliteStore) -> None:
    told = page(app, store, "en")
    tags = [tag for tag, _ in told.tags]
    assert tags.count("h1") == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert tags.count("table") == tags.count("caption") > 20
    assert {each["scope"] for each in told.of("th")} == {"col", "row"}
    assert "23 novembre 2026" in page(app, store, "fr").said
    assert f"{PEOPLE} people took part" in told.said


def test_what_was_typed_is_text(app: APIFlask, store: SqliteStore) -> None:
    told = page(app, store, "en")
    assert "Matinale <b>du</b> sourcing" in told.said


def test_figures_are_those_of_the_results(app: APIFlask, store: SqliteStore) -> None:
    (poll,) = (each for each in store.polls(1) if each.kind == "yes_no")
    counts = Results(store).of(poll)["results"]["counts"]
    said = page(app, store, "fr").said
    assert f"Oui ✓ Bonne réponse {counts['yes']}" in said


def test_attendees_get_what_the_room_was_shown(app: APIFlask, store: SqliteStore) -> None:
    withheld = {
        "never on phones": {"settings": {"phones": "never"}},
        "never revealed": {"results_shown": False},
        "still open": {"status": "open"},
        "never asked": {"status": "ready"},
    }
    session, chance = store.sessions(1)[0], random.Random(2)
    shown = poll_of("yes_no", title="Shown to all")
    with store.transaction():
        polls = [asked(store, session, shown, chance)]
        for title, change in withheld.items():
            settings = {**shown.settings, **change.pop("settings", {})}
            polls.append(
                asked(
                    store, session, replace(shown, title=title, settings=settings, **change), chance
                )
            )
    theirs = page(app, store, "en", everything=False).said
    ours = page(app, store, "en").said
    with store.transaction():
        for poll in polls:
            store.delete_poll(poll.id)
    assert "Shown to all" in theirs
    assert [title for title in withheld if title in theirs] == []
    assert all(title in ours for title in withheld)
