"""What time it is, as it is stored: ISO 8601, UTC."""

from __future__ import annotations

from datetime import UTC, datetime

STAMP = "%Y-%m-%dT%H:%M:%SZ"


def now() -> str:
    """To the second."""
    return datetime.now(UTC).strftime(STAMP)


def minute() -> str:
    """To the minute: the time of a vote is kept no finer, so that it points to nobody."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")
