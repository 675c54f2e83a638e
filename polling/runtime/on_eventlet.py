"""The runtime on eventlet: green threads, and a loop that shares its time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

import eventlet
import eventlet.event
import eventlet.queue

from polling.runtime.eventlet_hub import Watch, use_fair_hub
from polling.runtime.eventlet_threads import Threads
from polling.runtime.inbox import QueuedInbox

__all__ = ["Inbox", "Outcome", "Watch", "in_thread", "patch", "sleep", "spawn"]

T = TypeVar("T")

ASYNC_MODE = "eventlet"

use_fair_hub()


def patch() -> None:
    """Makes the standard library yield. Called once, before anything else is imported."""
    eventlet.monkey_patch()


def spawn(work: Callable[..., Any], *args: Any) -> None:
    """Runs `work` beside what goes on."""
    eventlet.spawn_n(work, *args)


def sleep(seconds: float = 0) -> None:
    eventlet.sleep(seconds)


def in_thread(work: Callable[..., T], *args: Any) -> T:
    """Waits for `work` in a real thread while the others go on."""
    return _threads().run(work, *args)


@cache
def _threads() -> Threads:
    return Threads()


class Outcome:
    """A value that one green thread waits for and another one gives."""

    def __init__(self) -> None:
        self._event = eventlet.event.Event()

    def give(self, value: Any = None) -> None:
        self._event.send(value)

    def wait(self) -> Any:
        return self._event.wait()


class Inbox(QueuedInbox):
    """A queue of which everything that waits is taken at once."""

    def __init__(self) -> None:
        super().__init__(eventlet.queue.LightQueue())
