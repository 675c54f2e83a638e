"""Settings as data: name, type, default, help. Checked before anything starts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from polling import home, runtime
from polling.errors import CannotStart
from polling.languages import N_

EXPECTED = {
    int: N_("%(name)s: a whole number is expected."),
    bool: N_("%(name)s: yes or no is expected."),
    str: N_("%(name)s: a text is expected."),
    list: N_("%(name)s: a list of texts is expected."),
    Path: N_("%(name)s: the path of a file is expected."),
}
"""What to say of a setting that is not of its type."""


class Setting(NamedTuple):
    """`name` gives the option --name, the variable POLLING_NAME and the key in a TOML file."""

    name: str | None
    type: type
    default: Any
    help: str


A_NAME = re.compile(r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?")
"""One part of a host name (RFC 1123)."""

AN_ORIGIN = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::[0-9]{1,5})?", re.IGNORECASE)
"""Of a site: no path, and nothing that a content policy would read as more (RFC 6454)."""

NO_NAME = "none"
"""Not the empty text: a variable that is empty counts as not set."""

SETTINGS = (
    Setting("host", str, "0.0.0.0", "The address to listen on."),
    Setting("port", int, 5000, "The port to listen on."),
    Setting("database", Path, None, "The file that holds everything. [sessions.db]"),
    Setting("demo", bool, True, "Make the demonstration session at the first start."),
    Setting("public_url", str, None, "The address phones use, where it is not the LAN's."),
    Setting("name", str, "matinale", "Its name for phones, before .local, or none."),
    Setting("api_token", str, None, "A bearer token with organiser rights, for scripts."),
    Setting("grace_minutes", int, 60, "How long after its end a session keeps its key."),
    Setting("embed_in", list, (), "A site that may frame wall and phone; repeatable."),
    Setting("statement", Path, None, "The accessibility statement, a Markdown file."),
)


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one server."""

    host: str
    port: int
    database: Path
    demo: bool
    public_url: str | None
    name: str
    api_token: str | None
    grace_minutes: int
    embed_in: tuple[str, ...]
    statement: Path | None


def checked(values: Mapping[str, Any]) -> Config:
    """Settings that can work. Raises CannotStart, naming the one that cannot."""
    given = dict(values)
    given["database"] = (given["database"] or home.for_data() / "sessions.db").absolute()
    given["embed_in"] = tuple(given["embed_in"])
    given["name"] = None if given["name"] == NO_NAME else given["name"]
    config = Config(**{field.name: given[field.name] for field in fields(Config)})
    if runtime.WANTED != runtime.ASYNC_MODE:
        raise CannotStart(
            N_("POLLING_ASYNC: %(wanted)s is not known, or not installed; eventlet is."),
            wanted=runtime.WANTED,
        )
    if not 0 < config.port < 65536:
        raise CannotStart(N_("port: a number from 1 to 65535 is expected."))
    if config.grace_minutes < 0:
        raise CannotStart(N_("grace_minutes: 0 or more is expected."))
    if config.public_url is not None and not _is_web_address(config.public_url):
        raise CannotStart(N_("public_url: an address that begins with http:// or https://."))
    if config.name is not None and not A_NAME.fullmatch(config.name):
        raise CannotStart(N_("name: letters, digits and hyphens are expected, 63 at most."))
    if config.api_token is not None and len(config.api_token) < 8:
        raise CannotStart(N_("api_token: at least 8 characters are expected."))
    for origin in config.embed_in:
        if not AN_ORIGIN.fullmatch(origin):
            raise CannotStart(
                N_("embed_in: “%(origin)s” is no origin such as https://intranet.example.org."),
                origin=origin,
            )
    if config.statement and not _is_text(config.statement):
        raise CannotStart(N_("statement: a Markdown file in UTF-8 is expected."))
    return config


def _is_text(path: Path) -> bool:
    try:
        return bool(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return False


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
