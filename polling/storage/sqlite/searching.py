"""Finding sessions by what they say: without accents, in any case, word by word."""

from __future__ import annotations

import unicodedata

from polling.records import Search

PLAIN = "plain"
"""The SQL function that leaves accents and case out of a text."""

_WORDS_OF = f"""(instr({PLAIN}(title), ?) OR instr({PLAIN}(code), ?) OR EXISTS (
    SELECT 1 FROM polls, json_tree(json_set(polls.content, '$.text', polls.title)) AS said
    WHERE polls.session = sessions.id AND polls.discarded IS NULL
    AND said.key = 'text' AND said.type = 'text' AND instr({PLAIN}(said.value), ?)))"""
"""A question's title stands beside what its options and items are called: their `text`."""


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
        found.append(_WORDS_OF)
        values += [word] * 3
    return " AND ".join(found), values
