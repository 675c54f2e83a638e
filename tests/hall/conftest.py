"""A laptop that serves, and phones, in a network of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hall.network import Device, Hall, hall_or_skip
from tests.hall.serving import Serving


@pytest.fixture(scope="module")
def hall() -> Iterator[Hall]:
    made = hall_or_skip()
    yield made
    made.closes()


@pytest.fixture(scope="module")
def laptop(hall: Hall) -> Device:
    """In two networks, as laptops with a cable are."""
    made = hall.device("laptop")
    made.has("10.9.8.7")
    return made


@pytest.fixture(scope="module")
def phone(hall: Hall) -> Device:
    return hall.device("phone")


@pytest.fixture(scope="module")
def server(laptop: Device, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    serving = Serving(laptop, tmp_path_factory.mktemp("laptop"), "--name", "matinale")
    yield serving
    serving.stop()
