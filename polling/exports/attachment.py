"""A file that a browser keeps, and never shows as a page of this server."""

from __future__ import annotations


def attachment(filename: str, media_type: str) -> dict[str, str]:
    """The headers of an answer: what attendees typed is in it, so it is never shown as a page."""
    return {
        "Content-Type": media_type,
        "Content-Disposition": f'attachment; filename="{filename}"',
        "Cache-Control": "no-store",
    }
