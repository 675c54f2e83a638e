"""A sheet's template and what is to stand on it → PDF, by typst."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import typst

from polling.exports import attachment
from polling.home import STATIC, TEMPLATES
from polling.pictures import Picture
from polling.records import JSON

_UNBROKEN = re.compile(r"\S{25,}")
_NO_SPACE = "\u200b"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A PDF on its way out."""

    filename: str
    pdf: bytes

    @property
    def headers(self) -> dict[str, str]:
        return attachment(self.filename, "application/pdf")


def typeset(template: str, data: Mapping[str, JSON]) -> bytes:
    """A PDF that screen readers can follow, by the standard PDF/UA-1.

    The standard allows no sign that none of this machine's fonts has. Where somebody wrote one, an
    emoji say, the sheet is tagged all the same. Takes up to a second: to be called in a thread.
    """
    try:
        return _compiled(template, data, ["ua-1"])
    except typst.TypstError:
        return _compiled(template, data, [])


def _compiled(template: str, data: Mapping[str, JSON], standards: list[typst.PDFStandard]) -> bytes:
    made: bytes = typst.compile(
        TEMPLATES / "sheets" / f"{template}.typ",
        root=TEMPLATES / "sheets",
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=standards,
    )
    return made


@cache
def _fonts() -> typst.Fonts:
    """Ours, and those of the machine for writings that it does not know."""
    return typst.Fonts(font_paths=[STATIC / "vendor" / "fonts"])


def drawing(picture: Picture, says: str) -> dict[str, JSON]:
    """A picture as templates take it, and what it says to whoever does not see it."""
    return {"bytes": list(picture.bytes), "says": says}


def breakable(text: str) -> str:
    """`text`, in which a word without an end may go on in the next line."""
    return _UNBROKEN.sub(lambda word: _NO_SPACE.join(word.group()), text)
