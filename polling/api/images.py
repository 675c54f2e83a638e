"""The call that uploads a picture."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint, Schema
from apiflask.fields import Integer, String
from flask import request, url_for

from polling.errors import BadRequest, ImageTooLarge
from polling.languages import N_
from polling.pictures import FORMATS, MOST_BYTES
from polling.records import JSON
from polling.sessions import Images

AROUND = 64 * 1024
"""What a form adds to the file in it."""

NO_PICTURE = N_("Send a picture as the body, or as the file “image” of a form.")

PATH = "/api/v1/sessions/{session_id}/images"


class ImageOut(Schema):
    id = String(
        metadata={
            "description": "What content refers to it by.",
            "example": "6f1c2b0a9d3e4f58a7b6c5d4e3f20191-1920x1080",
        }
    )
    width = Integer(metadata={"description": "In pixels, as it is kept.", "example": 1920})
    height = Integer(metadata={"description": "In pixels, as it is kept.", "example": 1080})
    url = String(
        metadata={
            "description": "Where browsers find it.",
            "example": "/images/6f1c2b0a9d3e4f58a7b6c5d4e3f20191-1920x1080",
        }
    )


def add_images(api: APIBlueprint, *, images: Images) -> None:
    """Puts the call on `api`."""

    @api.post("/sessions/<int:session_id>/images")
    @api.output(ImageOut, status_code=201)
    @api.doc(
        responses={400: "This is no picture that can be read", 413: "The picture is too large"}
    )
    def create_image(session_id: int) -> dict[str, JSON]:
        """Upload a picture for the polls of a session: JPEG, PNG, WebP or GIF."""
        image, made = images.add(session_id, _sent())
        url = url_for("images.image", image=image)
        return {"id": image, "width": made.width, "height": made.height, "url": url}


def described(spec: Any) -> Any:
    """The description of the API with what this call takes, which no schema of a field can say."""
    file = {"type": "string", "format": "binary"}
    form = {"type": "object", "properties": {"image": file}, "required": ["image"]}
    types = {f"image/{format.lower()}": {"schema": file} for format in FORMATS}
    spec["paths"][PATH]["post"]["requestBody"] = {
        "required": True,
        "content": {**types, "multipart/form-data": {"schema": form}},
    }
    return spec


def takes_a_picture() -> bool:
    """Whether the request's body is a picture, and not JSON."""
    return request.endpoint == "api.create_image"


def _sent() -> bytes:
    if (request.content_length or 0) > MOST_BYTES + AROUND:
        raise ImageTooLarge(most=MOST_BYTES // 1024**2)
    request.max_content_length = MOST_BYTES + AROUND
    if request.mimetype == "multipart/form-data":
        file = request.files.get("image")
        sent = file.read() if file else b""
    else:
        sent = request.get_data(cache=False)
    if not sent:
        raise BadRequest(NO_PICTURE)
    return sent
