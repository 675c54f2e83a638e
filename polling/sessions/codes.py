"""Join codes: what people type from the wall, without characters that look alike.

None is a path of the server: `static`, the only one of that length, has an I.
"""

from __future__ import annotations

import secrets

from polling.errors import CodeInvalid

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 6


def new_code() -> str:
    """A code nobody can guess: 31^6 is some 890 million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def typed_code(text: str) -> str:
    """The code in what people type or paste: in any case, with spaces or dashes, or the whole
    address that leads to the session."""
    last = text.strip().partition("?")[0].rstrip("/").rpartition("/")[2]
    return "".join(sign for sign in last.upper() if sign.isalnum())


def checked_code(text: str) -> str:
    """`text` as a code. Raises CodeInvalid."""
    code = text.strip().upper()
    if len(code) != LENGTH or not set(code) <= set(ALPHABET):
        raise CodeInvalid(alphabet=ALPHABET)
    return code
