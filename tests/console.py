"""A console without scripts: forms, sent with the key of one session."""

from __future__ import annotations

from typing import Any

import requests

from tests.forms import form_token
from tests.room import Room


class Console:
    """The browser of somebody who was given the console's link."""

    def __init__(self, room: Room) -> None:
        self.address = f"{room.server.url}/console/sessions/{room.id}"
        self._root = room.server.url
        self.browser = requests.Session()
        self.opens(f"{self.address}?key={room.session['facilitator_key']}")

    def opens(self, address: str) -> requests.Response:
        return self.browser.get(address, timeout=20)

    def sends(self, path: str, files: Any = None, **fields: object) -> requests.Response:
        """A form, with the token that the session's page carries; `files` as requests has them."""
        page = self.opens(self.address).text
        form = {"csrf_token": form_token(page), **fields}
        return self.browser.post(self._root + path, form, files=files, timeout=20)
