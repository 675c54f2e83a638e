"""Pictures in SQLite."""

from __future__ import annotations

from contextlib import suppress

from sqlite_utils import Database

from polling.errors import ImageNotFound
from polling.pictures import Picture

_IMAGE = "SELECT media_type, width, height, bytes FROM images WHERE id = ?"
_OF_SESSION = "SELECT id FROM images WHERE session = ?"
_COPY = (
    "INSERT INTO images (id, session, media_type, width, height, bytes, made)"
    " SELECT ?, ?, media_type, width, height, bytes, made FROM images WHERE id = ?"
)


class ImageRows:
    """The facet of the store that keeps pictures."""

    db: Database

    def add_image(self, image: str, session: int, picture: Picture, made: str) -> None:
        self.db.table("images").insert(
            {
                "id": image,
                "session": session,
                "media_type": picture.media_type,
                "width": picture.width,
                "height": picture.height,
                "bytes": picture.bytes,
                "made": made,
            }
        )

    def image(self, image: str) -> Picture:
        with suppress(UnicodeEncodeError):
            for row in self.db.execute(_IMAGE, [image]).fetchall():
                return Picture(*row)
        raise ImageNotFound

    def images(self, session: int) -> set[str]:
        return {image for (image,) in self.db.execute(_OF_SESSION, [session]).fetchall()}

    def copy_image(self, image: str, copy: str, session: int) -> None:
        self.db.execute(_COPY, [copy, session, image])

    def delete_image(self, image: str) -> None:
        self.db.table("images").delete(image)
