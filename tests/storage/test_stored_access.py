"""Who may sign in, and keys that are destroyed, as any Store keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polling.errors import LinkUsed
from polling.records import Poll
from polling.storage import Store

if TYPE_CHECKING:
    from tests.storage.conftest import Implementation, Shelf


def test_a_link_is_used_once(store: Store, reader: Store) -> None:
    assert not reader.link_is_open("print")
    store.add_link("print", "now")
    assert reader.link_is_open("print")
    facilitator = store.use_link("print", "later")
    assert reader.has_facilitator(facilitator)
    assert not reader.has_facilitator(facilitator + 1)
    assert not reader.link_is_open("print")
    for link in ("print", "unknown"):
        with pytest.raises(LinkUsed):
            store.use_link(link, "later")


def test_each_link_signs_in_another_facilitator(store: Store) -> None:
    for link in ("one", "two"):
        store.add_link(link, "now")
    assert store.use_link("one", "later") != store.use_link("two", "later")


def test_the_secret_is_long_and_stays(place: Implementation, reader: Store) -> None:
    assert len(reader.secret()) >= 32
    again = place.open()
    assert again.secret() == reader.secret()
    again.close()


def test_keys_of_sessions_that_ended_before_are_erased(shelf: Shelf, reader: Store) -> None:
    long_over = shelf.session("OVER22", status="ended", ended="2030-01-01T10:00:00Z")
    just_over = shelf.session("OVER33", status="ended", ended="2030-01-01T12:00:00Z")
    running = shelf.session("LIVE22", status="live")
    with shelf.store.transaction():
        assert shelf.store.erase_keys("2030-01-01T11:00:00Z") == [long_over.id]
    assert reader.session(long_over.id).key is None
    assert reader.session(just_over.id).key == reader.session(running.id).key == b"k" * 32
    assert shelf.store.erase_keys("2030-01-01T11:00:00Z") == []


def test_with_the_key_goes_what_is_finer_than_a_minute(shelf: Shelf, poll: Poll) -> None:
    shelf.vote(poll, "ann", "a", seq=1893488461234)
    shelf.store.change_session(poll.session, status="ended", ended="2030-01-01T10:00:00Z")
    shelf.store.erase_keys("2030-01-01T11:00:00Z")
    shelf.vote(poll, "ann", "b", seq=1)
    assert shelf.counts(poll) == {"b": 1}


def test_writing_can_be_tried(store: Store) -> None:
    store.touch()
