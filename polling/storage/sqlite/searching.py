"""Finding sessions by what they say: without accents, in any case, word by word."""

from __future__ import annotations

import unicodedata

from polling.records import Search

PLAIN = "plain"
"""The SQL function that leaves accents and case out of a text."""

_IN_POLL = f"""EXISTS (
    SELECT 1 FROM json_tree(json_set(polls.content, '$.text', polls.title)) AS said
    WHERE said.key = 'text' AND said.type = 'text' AND instr({PLAIN}(said.value), ?))"""
"""A question's title stands beside what its options and items are called: their `text`."""
_IN_SESSION = f"""(instr({PLAIN}(title), ?) OR instr({PLAIN}(code), ?) OR EXISTS (
    SELECT 1 FROM polls
    WHERE polls.session = sessions.id AND polls.discarded IS NULL AND {_IN_POLL}))"""


def plain(text: str) -> str:
    """`text` as it is compared: "Écologie" and "ecologie" are the same."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).casefold()


def conditions(search: Search) -> tuple[str, list[str]]:
    """What rows of `sessions` have to meet, as SQL, and its values."""
    found, values = ["discarded IS NULL"], []
    if search.status:
        found.append("status = ?")
        values.append(search.status)
    for word in plain(search.text).split():
        found.append(_IN_SESSION)
        values += [word] * 3
    return " AND ".join(found), values


def poll_conditions(text: str) -> tuple[str, list[str]]:
    """The same of rows of `polls` joined with their `sessions`."""
    found, values = ["polls.discarded IS NULL", "sessions.discarded IS NULL"], []
    for word in plain(text).split():
        found.append(f"(instr({PLAIN}(sessions.title), ?) OR {_IN_POLL})")
        values += [word] * 2
    return " AND ".join(found), values
