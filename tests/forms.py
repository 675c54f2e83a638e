"""Forms as a browser without scripts sends them."""

from __future__ import annotations

import re


def form_token(page: str) -> str:
    """What shows that a form was sent from a page of ours."""
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert token, page
    return token[1]
