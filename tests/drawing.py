"""Pictures as a camera or a drawing program writes them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image

RED, BLUE = (200, 30, 30), (20, 40, 200)


def drawn(
    width: int = 60, height: int = 40, *, mode: str = "RGB", colour: Any = RED
) -> Image.Image:
    return Image.new(mode, (width, height), colour)


def halved(width: int = 60, height: int = 40) -> Image.Image:
    """Red on the left, blue on the right."""
    image = drawn(width, height)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def written(image: Image.Image, format: str = "PNG", **how: Any) -> bytes:
    file = BytesIO()
    image.save(file, format, **how)
    return file.getvalue()
