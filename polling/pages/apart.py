"""The fields of one kind several times in a form: their names and ids are kept apart."""

from __future__ import annotations

import re

from markupsafe import Markup

# What people wrote cannot hold a bare quotation mark: it is escaped.
_NAMED = re.compile(r'(?<=\s)(id|name|for|list|aria-describedby|aria-labelledby)="([^"]+)"')


def apart(markup: Markup, key: str) -> Markup:
    """`markup` with `KEY:` before each name and id; static/js/own_form.js takes them away."""

    def keyed(found: re.Match[str]) -> str:
        names = " ".join(f"{key}:{name}" for name in found[2].split())
        return f'{found[1]}="{names}"'

    return Markup(_NAMED.sub(keyed, str(markup)))
