"""The kinds that a page can draw: those of its session, and what it needs of others."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from flask import Blueprint, Response, json, request
from flask_babel import force_locale

from polling.errors import KindUnknown
from polling.kinds import kinds
from polling.languages import LANGUAGES
from polling.pages.partials import Partials
from polling.records import Poll
from polling.static_files import KEPT, StaticFiles


def kinds_drawing(polls: Iterable[Poll]) -> list[str]:
    """The kinds that draw `polls`, and those that draw their parts."""
    names = ((poll.kind, *kinds()[poll.kind].kinds_within(poll.content)) for poll in polls)
    return sorted({name for each in names for name in each})


class KindParts:
    """Markup, words, module and style of kinds, by name, as one file for each choice of them."""

    def __init__(self, partials: Partials, files: StaticFiles) -> None:
        self._partials = partials
        self._files = files
        self.file = lru_cache(maxsize=200)(self._file)

    def address(self, names: tuple[str, ...], language: str) -> str | None:
        """Where browsers find it: it says what is in there, and may be kept. None of none."""
        if not names:
            return None
        content = self.file(names, language)
        version = hashlib.sha256(content).hexdigest()[:12]
        return f"/kinds/{language}/{'+'.join(names)}.json?v={version}"

    def styles(self, names: tuple[str, ...]) -> list[str]:
        """The style sheets that some of them bring along, each once."""
        known = kinds()
        drawn = dict.fromkeys(each for name in names for each in (*known[name].drawn_like, name))
        return [sheet for each in drawn if (sheet := f"kinds/{each}.css") in self._files]

    def _file(self, names: tuple[str, ...], language: str) -> bytes:
        with force_locale(language):
            parts = {name: self._parts(name) for name in names}
        return json.dumps(parts, ensure_ascii=False).encode()

    def _parts(self, name: str) -> dict[str, Any]:
        return {
            "phone": self._partials.kind_markup(name, "phone"),
            "wall": self._partials.kind_markup(name, "wall"),
            "words": self._partials.words_of(name),
            "module": self._files.address(f"kinds/{name}.js"),
            "styles": [self._files.address(sheet) for sheet in self.styles((name,))],
        }


def blueprint(parts: KindParts) -> Blueprint:
    pages = Blueprint("kinds", __name__)

    @pages.get("/kinds/<language>/<names>.json")
    def kind_parts(language: str, names: str) -> Response:
        wanted = tuple(names.split("+"))
        if language not in LANGUAGES or not set(wanted) <= set(kinds()):
            raise KindUnknown(kind=names)
        response = Response(parts.file(wanted, language), mimetype="application/json")
        response.headers["Cache-Control"] = KEPT if "v" in request.args else "no-cache"
        response.vary.add("Accept-Encoding")
        if request.accept_encodings["gzip"]:
            response.set_data(gzip.compress(response.get_data(), mtime=0))
            response.content_encoding = "gzip"
        return response

    return pages
