"""A theme as one small file, to be kept, sent and used elsewhere: TOML."""

from __future__ import annotations

import base64
import binascii
import json
import re
import tomllib
from collections.abc import Mapping

from polling.errors import ThemeInvalid
from polling.languages import N_
from polling.pictures import Picture
from polling.themes.theme import Theme, logo_of, new_theme

LARGEST_FILE = 4 * 1024 * 1024

_NEEDED = ("name", "light", "dark")
_KNOWN = (*_NEEDED, "logo")
_DATA = re.compile(r"data:image/(?:png|jpeg|webp|gif);base64,(.+)", re.DOTALL)


def from_file(sent: bytes) -> Theme:
    """Raises what `new_theme` and `logo_of` raise, and ThemeInvalid for what is no theme at all."""
    if len(sent) > LARGEST_FILE:
        raise ThemeInvalid(
            N_("This file is too large: a theme has at most %(most)s MB."),
            field="file",
            most=LARGEST_FILE // 1024**2,
        )
    try:
        values = tomllib.loads(sent.decode("utf-8-sig"))
    except ValueError as error:
        raise ThemeInvalid(
            N_("This file is no theme: TOML in UTF-8 is expected."), field="file"
        ) from error
    for name in _NEEDED:
        if name not in values:
            raise ThemeInvalid(N_("“%(name)s” is missing in this file."), field="file", name=name)
    for name, value in values.items():
        if name not in _KNOWN:
            raise ThemeInvalid(N_("A theme has no “%(name)s”."), field="file", name=name)
        if not isinstance(value, str):
            raise ThemeInvalid(
                N_("“%(name)s” has to be a text in quotation marks."), field="file", name=name
            )
    return _theme(values)


def _theme(values: Mapping[str, str]) -> Theme:
    logo = values.get("logo")
    return new_theme(
        values["name"], values["light"], values["dark"], logo_of(from_data(logo)) if logo else None
    )


def as_file(theme: Theme) -> str:
    """JSON writes a text as TOML does, but for one character that no name holds (DEL)."""
    values = {"name": theme.name, "light": theme.light, "dark": theme.dark}
    if theme.logo:
        values["logo"] = as_data(theme.logo)
    lines = (f"{name} = {json.dumps(text, ensure_ascii=False)}" for name, text in values.items())
    return "\n".join(lines) + "\n"


def from_data(address: str) -> bytes:
    """The picture in a data: URI. Raises ThemeInvalid."""
    found = _DATA.fullmatch(address.strip())
    try:
        if found:
            return base64.b64decode(found[1], validate=True)
    except binascii.Error:
        pass
    raise ThemeInvalid(
        N_("A logo is a JPEG, PNG, WebP or GIF, written as a “data” address."), field="logo"
    )


def as_data(logo: Picture) -> str:
    return f"data:{logo.media_type};base64,{base64.b64encode(logo.bytes).decode()}"
