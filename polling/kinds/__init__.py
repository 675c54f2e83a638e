"""The registry: every module of this folder that defines a Kind with a name."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Any

from polling.errors import KindUnknown
from polling.kinds.kind import FAMILIES, Column, Example, Fields, InSlot, Kind
from polling.kinds.summary import Summary

__all__ = ["FAMILIES", "Column", "Example", "Fields", "InSlot", "Kind", "Summary", "kind", "kinds"]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name, by family and then by name. A name taken twice stops the start."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    found: dict[str, Kind] = {}
    for known in _subclasses(Kind):
        if "name" not in vars(known):  # shared by several kinds, none itself
            continue
        if known.name in found:
            raise RuntimeError(f"two kinds are called {known.name!r}")
        found[known.name] = known()
    families = list(FAMILIES)
    return dict(sorted(found.items(), key=lambda one: (families.index(one[1].family), one[0])))


def kind(name: str) -> Kind:
    """The kind called `name`. Raises KindUnknown."""
    try:
        return kinds()[name]
    except KeyError:
        raise KindUnknown(kind=name) from None


def _subclasses(base: type[Any]) -> set[type[Kind]]:
    direct: set[type[Kind]] = set(base.__subclasses__())
    return direct.union(*map(_subclasses, direct))
