"""Newcomers with a driver of their own: those who are in already are not to wait for it."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from bench.people.client import Refused
from bench.people.roles import Phone


@dataclass
class Arrival:
    """How long each waited for its first state, why others did not get in, and what it took."""

    joins: list[float]
    refused: list[str]
    seconds: float
    driver_cpu: float


class Newcomers:
    """`with Newcomers() as newcomers:` is another process; they leave with its end."""

    def __enter__(self) -> Newcomers:
        self._pool = ProcessPoolExecutor(1, get_context("spawn"))
        self._pool.submit(time.sleep, 0).result()  # it has loaded everything by then
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()

    async def come(self, address: str, auth: dict[str, Any], number: int) -> Arrival:
        """All start to connect in the same instant."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, _arrive, address, auth, number)


def _arrive(address: str, auth: dict[str, Any], number: int) -> Arrival:
    return asyncio.run(_all_join(address, [Phone(auth) for _ in range(number)]))


async def _all_join(address: str, phones: list[Phone]) -> Arrival:
    async def join(phone: Phone) -> float | str:
        began = time.perf_counter()
        try:
            return (await phone.join(address)).at - began
        except (OSError, Refused, TimeoutError) as error:
            return repr(error)

    began, cpu = time.perf_counter(), time.process_time()
    found = await asyncio.gather(*map(join, phones))
    return Arrival(
        [join for join in found if isinstance(join, float)],
        [join for join in found if isinstance(join, str)],
        time.perf_counter() - began,
        time.process_time() - cpu,
    )
