"""What is said in the terminal, in the language of the system."""

from __future__ import annotations

import os
import sys

import qrcode
import qrcode.constants
from rich.console import Console
from rich.markup import escape

from polling.errors import PollingError
from polling.languages import DEFAULT, LANGUAGES, said_in
from polling.qr_codes import coarse

terminal = Console(highlight=False, soft_wrap=True, emoji=False)


def language() -> str:
    """That of LC_ALL, LC_MESSAGES or LANG; the default where they name none of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = os.environ.get(name, "").partition(".")[0]  # such as pt_BR.UTF-8
        for known in (wanted, wanted[:2]):
            if known in LANGUAGES:
                return known
    return DEFAULT


def translated(message: str, **values: object) -> str:
    text = said_in(language(), message)
    return text % values if values else text


def say(message: str, **values: object) -> None:
    """One line; `message` may hold markup, and `values` what looks like it (an IPv6 address)."""
    terminal.print(translated(message, **{name: escape(str(values[name])) for name in values}))


def complain(text: str) -> None:
    """One line on standard error, whatever `text` holds."""
    print(" ".join(text.split()), file=sys.stderr)


def say_refusal(error: PollingError) -> None:
    complain(translated(error.message, **error.details))


def qr(address: str) -> str:
    """A QR code of half-height blocks, dark on light whatever the terminal's colours are."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_L, border=2)
    code.add_data(coarse(address))
    code.make()
    rows = code.get_matrix()
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    lines = []
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        blocks = "".join(_BLOCKS[pair] for pair in zip(upper, lower, strict=True))
        lines.append(f"[black on white]{blocks}[/]")
    return "\n".join(lines)


_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
