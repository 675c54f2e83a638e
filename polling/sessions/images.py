"""The pictures of a session: uploading them, and what refers to them."""

from __future__ import annotations

import secrets
from collections.abc import Collection

from polling import runtime
from polling.clock import now
from polling.errors import ContentInvalid, ImageNotFound
from polling.kinds.images import images_in, with_images
from polling.pictures import Picture, picture
from polling.records import JSON
from polling.storage import Store, Writer


class Images:
    """Pictures belong to a session and go with it. Their ids are addresses nobody can guess."""

    def __init__(self, store: Store, writer: Writer) -> None:
        self._store = store
        self._writer = writer

    def get(self, image: str) -> Picture:
        """Raises ImageNotFound."""
        return self._store.image(image)

    def add(self, session: int, sent: bytes) -> tuple[str, Picture]:
        """The id of the picture, and what is kept of it.

        Raises SessionNotFound, ImageTooLarge, ImageTooManyPixels, ImageUnreadable.
        """
        self._store.session(session)
        made = runtime.in_thread(picture, sent)
        image = _new_id(f"{made.width}x{made.height}")

        def work(store: Store) -> None:
            store.session(session)  # it may have been deleted meanwhile
            store.add_image(image, session, made, now())

        self._writer.run(work)
        return image, made

    def discard(self, session: int, images: Collection[str]) -> None:
        """Deletes pictures of the session that no poll has come to name."""

        def work(store: Store) -> None:
            named = {image for poll in store.polls(session) for _, image in images_in(poll.content)}
            for image in store.images(session) & set(images) - named:
                store.delete_image(image)

        self._writer.run(work)


def refuse_unknown_images(store: Store, session: int, content: JSON) -> None:
    """Raises ContentInvalid where `content` has a picture that was not uploaded into `session`:
    one of another session would go with that one."""
    known: set[str] | None = None
    for field, image in images_in(content):
        known = store.images(session) if known is None else known
        if image not in known:
            raise ContentInvalid(ImageNotFound.message, field=field)


def with_copied_images(store: Store, content: JSON, session: int) -> JSON:
    """`content` for another session, which gets pictures of its own. In a transaction."""
    copies = {image: _new_id(image.partition("-")[2]) for _field, image in images_in(content)}
    for image, copy in copies.items():
        store.copy_image(image, copy, session)
    return with_images(content, copies)


def _new_id(size: str) -> str:
    """128 bits, and the size, so that screens keep its place free before the picture has come."""
    return f"{secrets.token_hex(16)}-{size}"
