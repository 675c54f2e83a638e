"""Results of polls with many ballots, for every kind there is, and votes cast meanwhile."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from statistics import median
from typing import Any

import requests

from bench.answers import differing, repeating
from bench.figures import Figures
from bench.people.hall import Hall
from bench.people.ledger import Ledger
from bench.people.roles import Phone
from bench.phases.sending import send
from bench.phases.transition import transition
from bench.run import Run, parts
from bench.servers.matinale import TOKEN, Matinale
from bench.servers.served import HOST
from bench.stage import Stage
from bench.stock import fill
from bench.studies.study import Section, Study
from polling.kinds import kinds
from polling.kinds.images import images_in
from polling.results import Results
from polling.storage import open_store

KINDS = {
    name: known
    for name, known in kinds().items()
    if known.asks
    and not known.takes_slots
    and known.recent_minutes is None
    and not [*images_in(known.example.content)]
}
"""Those with one answer of each person, however old, and no picture to be uploaded first."""

SPREADS = {"alike": repeating, "differing": differing}
TIMES = 5
VOTERS, VOTES_A_SECOND = 200, 100
Polls = dict[tuple[str, str], int]


def play(stage: Stage) -> Iterator[Run]:
    ballots = stage.size(full=100_000, short=200)
    with stage.matinale() as server:
        polls = asked(server)
        server.stop()
        figures = directly(server, polls, ballots)
        faults = []
        server.start()
        reader = Reader(server)
        for (name, spread), poll in polls.items():
            figures[f"{spread}.rest.{name}"] = _milliseconds(reader.read, poll)
            if reader.answered != ballots:
                faults.append(f"{name}: {ballots} ballots gave {reader.answered} answers")
        for spread in SPREADS:
            rest = [figures[f"{spread}.rest.{name}"] for name in KINDS]
            figures[f"{spread}.rest.slowest"] = max(rest)
        meanwhile, more = asyncio.run(votes_meanwhile(server, reader, polls))
        reader.close()
    yield Run("results", ballots, {**figures, **meanwhile}, faults + more)


def asked(server: Matinale) -> Polls:
    """Two polls of each kind, opened and closed: there is no vote on them any more."""
    room = server.room()
    polls = {}
    for name, known in KINDS.items():
        example = known.example
        for spread in SPREADS:
            poll = server.poll_of(room, name, example.title, example.content, example.settings)
            server.post(f"/polls/{poll}/open")
            server.post(f"/polls/{poll}/close")
            polls[name, spread] = poll
    return polls


def directly(server: Matinale, polls: Polls, ballots: int) -> Figures:
    """Fills the polls, and reads their results without any server."""
    figures: Figures = {}
    store = open_store(server.database)
    results = Results(store)
    for (name, spread), number in polls.items():
        poll = store.poll(number)
        texts = list(SPREADS[spread](poll, ballots))
        fill(server.database, number, texts)
        figures[f"{spread}.different.{name}"] = len(set(texts))
        figures[f"{spread}.direct.{name}"] = _milliseconds(results.of, poll)
    for spread in SPREADS:
        figures[f"{spread}.direct.slowest"] = max(
            figures[f"{spread}.direct.{name}"] for name in KINDS
        )
    store.close()
    return figures


class Reader:
    """Reads results over one connection, as a script does."""

    def __init__(self, server: Matinale) -> None:
        self._address = f"http://{HOST}:{server.port}/api/v1/polls"
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {TOKEN}"
        self.answered = 0

    def read(self, poll: int) -> None:
        found = self._session.get(f"{self._address}/{poll}/results", timeout=60)
        found.raise_for_status()
        self.answered = found.json()["answered"]

    def close(self) -> None:
        self._session.close()


async def votes_meanwhile(
    server: Matinale, reader: Reader, polls: Polls
) -> tuple[Figures, list[str]]:
    """Some vote in another session while results are read one after the other."""
    hall = Hall(server, VOTERS)
    ledger = Ledger(hall)
    poll = hall.poll()
    await hall.prepare()
    ledger.joined(await hall.fill())
    await transition(hall, ledger, poll, "open")
    figures = {}
    for spread in SPREADS:
        read = [number for (_, answers), number in polls.items() if answers == spread]
        reading = asyncio.create_task(asyncio.to_thread(_read_all, reader, read))
        sent = await send(_turns(hall.phones, reading), poll)
        ledger.acknowledged(poll, sent.votes)
        await reading
        figures[spread] = sent.figures()
    hall.empty()
    server.stop()
    ledger.stored(poll)
    ledger.log()
    return parts(**figures), ledger.faults


def _turns(phones: Sequence[Phone], reading: asyncio.Task[None]) -> Iterator[tuple[Phone, float]]:
    """Each votes again and again, until everything has been read."""
    for number, phone in enumerate(cycle(phones)):
        if reading.done():
            return
        yield phone, number / VOTES_A_SECOND


def _read_all(reader: Reader, polls: list[int]) -> None:
    for poll in polls:
        for _ in range(TIMES):
            reader.read(poll)


def _milliseconds(read: Callable[[Any], object], poll: Any) -> float:
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        read(poll)
        taken.append(time.perf_counter() - began)
    return median(taken) * 1000


def _rows(part: str, title: str, digits: int, *more: str) -> Section:
    return Section(title, part, tuple((name, name, digits) for name in (*KINDS, *more)))


STUDY = Study(
    "results",
    "Results of a poll: answers alike (30 different ones), and as different as they can be",
    play,
    (
        _rows("different", "Different answers", 0),
        _rows("rest", "Over the REST API, ms", 1, "slowest"),
        _rows("direct", "Without a server, ms", 1, "slowest"),
        Section("100 votes a second meanwhile", "", (
            ("votes sent", "sent", 0),
            ("ack p50, ms", "ack_p50_ms", 1),
            ("ack p99, ms", "ack_p99_ms", 1),
            ("driver late p99, ms", "driver_late_p99_ms", 1),
        )),
    ),
    turns=1,
    noun="ballots",
    columns=("alike.", "differing."),
)  # fmt: skip
