"""Which words of an export are ours, and follow the reader's language, and which are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from polling.records import JSON, Poll

Translate = Callable[[str], str]


def for_poll(poll: Poll, translate: Translate) -> Translate:
    """`translate` for what a kind says about `poll`: what the host wrote stays as it is.

    An option that a host called “Yes” is data, even where our own “Yes” reads “Oui”.
    """
    written = {"", *_texts(poll.content)}
    return lambda text: text if text in written else translate(text)


def _texts(value: JSON) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
