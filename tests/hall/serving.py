"""A server on a laptop in the hall."""

from __future__ import annotations

import copy
from pathlib import Path

from tests.hall.network import Device
from tests.running import Server


class Serving(Server):
    """In the laptop's networks, under the address that the laptop itself uses."""

    def __init__(self, laptop: Device, folder: Path, *options: str) -> None:
        self._laptop = laptop
        super().__init__(folder, "--host", "0.0.0.0", *options, language="en")

    def start(self) -> None:
        with self._laptop():
            super().start()

    def under(self, host: str) -> Serving:
        """The same, as others in the room reach it."""
        other = copy.copy(self)
        other.url = f"http://{host}:{self.port}"
        return other
