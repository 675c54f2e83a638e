"""A host who chooses the address for phones, in the console and without scripts."""

from __future__ import annotations

import re

import requests

from tests.hall.serving import Serving


class Host:
    """A browser on the laptop that is signed in."""

    def __init__(self, server: Serving) -> None:
        self.server = server
        self.browser = requests.Session()
        self.browser.headers["Accept-Language"] = "en"
        self.sends("/console/link/" + server.link.rsplit("/", 1)[1])

    def sees(self) -> str:
        return self.browser.get(self.server.url + "/console/address", timeout=20).text

    def chooses(self, key: str) -> requests.Response:
        return self.sends("/console/address", address=key)

    def sends(self, path: str, **fields: str) -> requests.Response:
        page = self.browser.get(self.server.url + path, timeout=20).text
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
        form = {"csrf_token": token[1] if token else "", **fields}
        return self.browser.post(self.server.url + path, form, timeout=20)
