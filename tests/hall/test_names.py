"""The server answers to a name in the networks of the hall, as long as it serves."""

from __future__ import annotations

from pathlib import Path

from tests.hall.asking_names import addresses_of
from tests.hall.network import Device, Hall
from tests.hall.serving import Serving
from tests.room import eventually
from tests.starting.terminal import running


def test_phones_find_the_laptop_by_its_name(server: Serving, laptop: Device, phone: Device) -> None:
    eventually(lambda: "http://matinale.local:" in server.said(), "the name in the terminal")
    with phone():
        assert addresses_of("matinale.local", phone.address) == {laptop.address, "10.9.8.7"}


def test_a_second_laptop_takes_another_name_until_it_leaves(
    server: Serving, hall: Hall, phone: Device, tmp_path: Path
) -> None:
    eventually(lambda: "http://matinale.local:" in server.said(), "the first one's name")
    second = hall.device("second")

    def answered(name: str, *addresses: str) -> None:
        with phone():
            eventually(lambda: addresses_of(name, phone.address) == {*addresses}, name)

    with second(), running(tmp_path, POLLING_NAME="matinale") as program:
        program.says("http://matinale-2.local:")
        answered("matinale-2.local", second.address)
        second.has_no_more(second.address)  # another Wi-Fi
        second.has("192.168.77.99")
        answered("matinale-2.local", "192.168.77.99")
        program.process.kill()
        answered("matinale-2.local")


def test_nobody_is_asked_where_no_name_is_wanted(hall: Hall, phone: Device, tmp_path: Path) -> None:
    quiet = hall.device("quiet")
    with quiet(), running(tmp_path, POLLING_NAME="none") as program:
        children = Path(f"/proc/{program.process.pid}/task/{program.process.pid}/children")
        assert children.read_text() == ""
        assert ".local" not in program.said
