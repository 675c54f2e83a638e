"""The files that browsers load, in memory, at addresses that say what is in them."""

from __future__ import annotations

import gzip
import hashlib
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug.http import parse_accept_header, parse_etags

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PREFIX = "/static/"
KEPT = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".png": "image/png",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    # What a PDF may leave to its reader: typefaces, and which characters codes stand for.
    ".bcmap": "application/octet-stream",
    ".pfb": "application/octet-stream",
    ".ttf": "font/ttf",
}
"""What browsers load; anything else in the folder is not theirs."""

SHORT_ALREADY = (".png", ".woff2")
OPENED_AS_PAGES = (".svg",)
WORKERS = (".mjs",)
WORKERS_FENCE = (
    "Content-Security-Policy",
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
)
"""A worker heeds the policy it came with, not that of its page: pdf.js's decoders are WebAssembly,
which no page of ours may run."""
NOT_GUESSED = "X-Content-Type-Options"

IMPORTED = re.compile(r'^(?:import|export|\})[^"`(;]*"(\.[^"]+)";', re.MULTILINE)
IMPORTED_LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')

REMARKS = re.compile(rb"/\*.*?\*/\s*", re.DOTALL)
"""What a sheet says to its readers: a sixth of what phones would load of it."""

Headers = list[tuple[str, str]]


class StaticFiles:
    """The files of a folder, read once.

    Their addresses hold a hash over all of them, so that browsers keep what they have and never
    ask again. It is one hash for the whole, in the path: modules import each other by relative
    names. A page from before an update may ask for files by the old hash: it gets those of today,
    which most often go with it, rather than nothing, and asks again the next time.
    """

    def __init__(self, folder: Path) -> None:
        self._files = {
            path.relative_to(folder).as_posix(): _File(path.suffix, path.read_bytes())
            for path in sorted(folder.rglob("*"))
            if path.suffix in TYPES
        }
        self.version = _hash(
            *(part for name, file in self._files.items() for part in (name.encode(), file.content))
        )

    def __contains__(self, name: str) -> bool:
        return name in self._files

    def address(self, name: str) -> str:
        """Where browsers find `name`. To name what is not there is a mistake: KeyError."""
        if name not in self._files:
            raise KeyError(name)
        return f"{PREFIX}{self.version}/{name}"

    def text(self, name: str) -> str:
        """What stands in `name`, for a page that has to hold all it needs."""
        return self._files[name].content.decode()

    def joined(self, sheets: Sequence[str]) -> str:
        """The address of several style sheets as one. What they load, they name by `../folder/`."""
        name = f"css/{_hash('+'.join(sheets).encode())}.css"
        if name not in self._files:
            content = b"\n".join(REMARKS.sub(b"", self._files[sheet].content) for sheet in sheets)
            self._files[name] = _File(".css", content)
        return self.address(name)

    def modules(self, *names: str, later: bool = False) -> list[str]:
        """The addresses of modules and of all that they import, to be fetched at once.

        With `later`, also of what they only import once it is needed.
        """
        found: list[str] = []
        waiting = list(names)
        while waiting:
            name = waiting.pop(0)
            if name not in found:
                found.append(name)
                waiting += [
                    posixpath.normpath(posixpath.join(posixpath.dirname(name), other))
                    for other in self._files[name].imported(later)
                ]
        return [self.address(name) for name in found]

    def before(self, application: WSGIApplication, fences: Mapping[str, str]) -> WSGIApplication:
        """Serves files, and leaves everything else to `application`.

        `fences` are the headers that close a page to other sites. On what is only part of a page
        most mean nothing, and would be a fifth of what a phone loads.

        A hall that comes in asks for files more than for anything else: nothing of the
        application is set in motion for them.
        """

        def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            path: str = environ["PATH_INFO"]
            if not path.startswith(PREFIX) or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
                return application(environ, start_response)
            name = path.removeprefix(PREFIX)
            version, _, rest = name.partition("/")
            file = self._files.get(rest) or self._files.get(name)
            if file is None:
                return application(environ, start_response)
            status, described, body = file.answer(environ, is_newest=version == self.version)
            wanted = fences if file.suffix in OPENED_AS_PAGES else (NOT_GUESSED,)
            worker = [WORKERS_FENCE] if file.suffix in WORKERS else []
            start_response(
                status, [*described, *((name, fences[name]) for name in wanted), *worker]
            )
            return [body] if environ["REQUEST_METHOD"] == "GET" else []

        return serve


class _File:
    """One file, plain and compressed."""

    def __init__(self, suffix: str, content: bytes) -> None:
        self.content = content
        self.suffix = suffix

    def answer(self, environ: WSGIEnvironment, *, is_newest: bool) -> tuple[str, Headers, bytes]:
        """Status, headers and body."""
        described = [("Content-Type", TYPES[self.suffix])]
        body = self.content
        if self.suffix not in SHORT_ALREADY:
            described.append(("Vary", "Accept-Encoding"))
            if parse_accept_header(environ.get("HTTP_ACCEPT_ENCODING"))["gzip"]:
                described.append(("Content-Encoding", "gzip"))
                body = self._compressed
        if is_newest:
            described.append(("Cache-Control", KEPT))
        else:
            described += [("Cache-Control", ASKED_AGAIN), ("ETag", f'W/"{self._tag}"')]
            if parse_etags(environ.get("HTTP_IF_NONE_MATCH")).contains_weak(self._tag):
                return "304 Not Modified", described, b""
        return "200 OK", [*described, ("Content-Length", str(len(body)))], body

    def imported(self, later: bool) -> list[str]:
        """What a module imports, relative to its folder."""
        script = self.content.decode()
        return IMPORTED.findall(script) + (IMPORTED_LATER.findall(script) if later else [])

    @cached_property
    def _compressed(self) -> bytes:
        """By gzip: over plain http, as in a hall, browsers take nothing newer."""
        return gzip.compress(self.content, mtime=0)

    @cached_property
    def _tag(self) -> str:
        return _hash(self.content)


def _hash(*parts: bytes) -> str:
    """Of contents: 48 bits, to tell them apart, not to prove anything."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(b"%d:" % len(part) + part)
    return digest.hexdigest()[:12]
