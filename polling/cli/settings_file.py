"""The TOML file that settings may stand in."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from polling.config import EXPECTED, SETTINGS
from polling.errors import CannotStart
from polling.languages import N_


def read_settings_file(path: Path) -> dict[str, Any]:
    """Its settings by name. Raises CannotStart, naming the file and what it is about."""
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise _unreadable(path, error.strerror) from error
    except ValueError as error:
        raise _unreadable(path, error) from error
    types = {setting.name: setting.type for setting in SETTINGS}
    for name, value in values.items():
        if name not in types:
            raise CannotStart(N_("%(path)s: there is no setting “%(name)s”."), path=path, name=name)
        if type(value) is not (str if types[name] is Path else types[name]):
            raise CannotStart(EXPECTED[types[name]], name=f"{path}: {name}")
    return values


def _unreadable(path: Path, reason: object) -> CannotStart:
    return CannotStart(N_("%(path)s cannot be read: %(reason)s."), path=path, reason=reason)
