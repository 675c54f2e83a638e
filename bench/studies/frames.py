"""How smoothly the wall moves: twelve bars, whose results come ten times a second.

Votes are sent while the browser counts its frames, on the same machine and without a graphics card,
so that what is measured is the least that a laptop does.
"""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Iterator
from itertools import pairwise

from bench.browser import watched
from bench.figures import at
from bench.people.roles import Phone
from bench.run import Run
from bench.servers.matinale import Matinale
from bench.servers.served import HOST
from bench.servers.target import Room
from bench.stage import Stage
from bench.studies.study import Section, Study

LETTERS = "abcdefghijkl"
A_SECOND = 100
LATE_S = 1 / 30
"""A frame that took so long is seen as a stumble."""

READY = ".bars li:not(.elsewhere) .bar"


def play(stage: Stage) -> Iterator[Run]:
    phones = stage.size(full=60, short=6)
    with stage.matinale() as server:
        room = server.room()
        options = [{"id": letter, "text": f"Proposition {letter}"} for letter in LETTERS]
        poll = server.poll_of(room, "single_choice", "Et vous ?", {"options": options}, {})
        server.post(f"/polls/{poll}/open")
        over = threading.Event()
        voters = threading.Thread(
            target=lambda: asyncio.run(vote(server, room, poll, phones, over))
        )
        voters.start()
        address = f"http://{HOST}:{server.port}/{room.code}/screen?key={room.screen['key']}"
        try:
            seen = watched(address, READY, stage.seconds(full=10.0))
        finally:
            over.set()
            voters.join()
        complaints = server.complaints()
    apart = [(later - sooner) / 1000 for sooner, later in pairwise(seen.frames)]
    figures = {
        "per_s": len(apart) / sum(apart),
        "p50_ms": at(apart, 50),
        "p99_ms": at(apart, 99),
        "late": sum(each > LATE_S for each in apart),
        "busy": seen.busy,
        "results_per_s": seen.results / seen.seconds,
    }
    faults = [f"in the server's log: {complaints}"] if complaints else []
    yield Run("frames", 1, figures, faults)


async def vote(server: Matinale, room: Room, poll: int, number: int, over: threading.Event) -> None:
    """They change their minds until it is `over`."""
    chance = random.Random(poll)
    phones = [Phone(room.phone) for _ in range(number)]
    for phone in phones:
        await phone.join(server.socket)
    while not over.is_set():
        chance.choice(phones).vote(poll, chance.choice(LETTERS))
        await asyncio.sleep(1 / A_SECOND)
    for phone in phones:
        phone.leave()


STUDY = Study(
    "frames",
    "The wall's frames: twelve bars, 100 votes a second, results ten times a second",
    play,
    (
        Section("", "", (
            ("frames a second", "per_s", 1),
            ("… p50 between two, ms", "p50_ms", 1),
            ("… p99, ms", "p99_ms", 1),
            ("frames later than 33 ms", "late", 0),
            ("the page's share of a core", "busy", 2),
            ("results a second", "results_per_s", 1),
        )),
    ),
    turns=1,
    noun="wall",
)  # fmt: skip
