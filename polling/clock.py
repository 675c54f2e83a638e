"""What time it is, as it is stored: ISO 8601, UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

STAMP = "%Y-%m-%dT%H:%M:%SZ"


def now() -> str:
    """To the second."""
    return datetime.now(UTC).strftime(STAMP)


def minute() -> str:
    """To the minute: the time of a vote is kept no finer, so that it points to nobody."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")


def instant(seconds_from_now: float = 0) -> str:
    """To the millisecond: when a vote opened, or when it will close."""
    at = datetime.now(UTC) + timedelta(seconds=seconds_from_now)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def later(stamp: str, minutes: int) -> str:
    """So many minutes after `stamp`, to the second."""
    return (datetime.fromisoformat(stamp) + timedelta(minutes=minutes)).strftime(STAMP)


def milliseconds_since(instant: str) -> int:
    """How long ago `instant` was; negative while it is still to come."""
    passed = datetime.now(UTC) - datetime.fromisoformat(instant)
    return int(passed.total_seconds() * 1000)


def minute_ago(minutes: int) -> str:
    """As `minute`, so many minutes back."""
    return (datetime.now(UTC) - timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%MZ")
