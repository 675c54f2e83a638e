"""The colours of the screens, read where they stand: static/css/tokens.css and dark.css."""

from __future__ import annotations

import re
from collections.abc import Mapping

from polling.home import STATIC

_NAMED = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")


def _read(*sheets: str) -> Mapping[str, str]:
    text = "".join((STATIC / "css" / sheet).read_text("utf-8") for sheet in sheets)
    return dict(_NAMED.findall(text))


LIGHT = _read("tokens.css")
DARK = _read("tokens.css", "dark.css")
