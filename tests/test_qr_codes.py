"""QR codes with the largest modules that their address allows."""

from __future__ import annotations

import pytest
import qrcode

from polling.qr_codes import coarse


@pytest.mark.parametrize(
    "address, held",
    [
        ("http://192.168.1.20:5000/K7M2QX", "HTTP://192.168.1.20:5000/K7M2QX"),
        ("https://matinale.local/K7M2QX", "HTTPS://MATINALE.LOCAL/K7M2QX"),
        # A path has its case, and a code that holds one small letter is no coarser.
        ("https://ville.example/sondages/K7M2QX", "https://ville.example/sondages/K7M2QX"),
        ("http://[fd00::1]:5000/K7M2QX", "http://[fd00::1]:5000/K7M2QX"),
        ("https://nom@ville.example/K7M2QX", "https://nom@ville.example/K7M2QX"),
        ("WIFI:T:WPA;S:Salle;P:mot de passe;;", "WIFI:T:WPA;S:Salle;P:mot de passe;;"),
    ],
)
def test_an_address_is_held_in_capitals_where_it_may_be(address: str, held: str) -> None:
    assert coarse(address) == held


def test_capitals_take_fewer_modules() -> None:
    def modules(text: str) -> int:
        code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M)
        code.add_data(text)
        code.make()
        return code.modules_count

    address = "https://matinale.local/K7M2QX"
    assert modules(coarse(address)) == 25 < modules(address) == 29
