"""Pictures in the form of a question: kept as the form is read, and named in its fields by id.

A file field `NAME_file` belongs to the field `NAME`, which holds the id; both may come once for
each row of a list. `NAME_remove` holds the numbers of the rows whose picture goes.
"""

from __future__ import annotations

from flask import Request

from polling.errors import (
    ContentInvalid,
    ImageTooLarge,
    ImageTooManyPixels,
    ImageUnreadable,
)
from polling.pictures import MOST_BYTES
from polling.sessions import Images

LARGEST_FORM = 6 * MOST_BYTES
"""So that a picture that is too large is refused by itself, and not with all that was typed."""

REFUSED = (ImageTooLarge, ImageTooManyPixels, ImageUnreadable)


def with_uploads(
    request: Request, images: Images, session: int
) -> tuple[dict[str, list[str]], ContentInvalid | None]:
    """The fields of the form, with the id of each picture that was sent, and what is wrong with
    the first one that cannot be taken."""
    fields = request.form.to_dict(flat=False)
    refusal: ContentInvalid | None = None
    for file_field, files in request.files.lists():
        name = file_field.removesuffix("_file")
        ids = fields.setdefault(name, [])
        ids += [""] * (len(files) - len(ids))
        removed = set(fields.get(f"{name}_remove", ()))
        for row, file in enumerate(files):
            if file.filename:
                try:
                    ids[row], _picture = images.add(session, file.read(MOST_BYTES + 1))
                except REFUSED as error:
                    field = _field(name, row)
                    refusal = refusal or ContentInvalid(error.message, field=field, **error.details)
            elif str(row) in removed and row < len(fields.get(f"{name}_alt", ())):
                ids[row] = fields[f"{name}_alt"][row] = ""
    return fields, refusal


def _field(name: str, row: int) -> str:
    """Where in the content the picture of a row would stand."""
    owner = name.removesuffix("image").rstrip("_")
    return f"content.{owner}.{row}.image" if owner else "content.image"
