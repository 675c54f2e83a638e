"""Pictures, as any Store keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polling.errors import ImageNotFound
from polling.pictures import Picture
from polling.storage import Store

if TYPE_CHECKING:
    from tests.storage.conftest import Shelf

PICTURE = Picture("image/webp", 60, 40, bytes(range(256)))


def test_a_picture_is_read_as_it_was_stored(shelf: Shelf, reader: Store) -> None:
    session = shelf.session()
    shelf.store.add_image("a", session.id, PICTURE, "2030-01-01T09:00:00Z")
    assert reader.image("a") == PICTURE
    assert reader.images(session.id) == {"a"}
    assert reader.images(session.id + 1) == set()


@pytest.mark.parametrize("image", ["", "b", "\ud800", "x" * 10_000])
def test_a_picture_that_is_not_there_is_not_found(shelf: Shelf, image: str) -> None:
    shelf.store.add_image("a", shelf.session().id, PICTURE, "now")
    with pytest.raises(ImageNotFound):
        shelf.store.image(image)


def test_pictures_go_with_their_session_and_copies_stay(shelf: Shelf) -> None:
    first, second = shelf.session(), shelf.session("OTHER2")
    shelf.store.add_image("a", first.id, PICTURE, "now")
    shelf.store.copy_image("a", "b", second.id)
    shelf.store.delete_session(first.id)
    with pytest.raises(ImageNotFound):
        shelf.store.image("a")
    assert shelf.store.image("b") == PICTURE
