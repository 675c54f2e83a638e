"""Everybody in one session: the phones, one wall, one host."""

from __future__ import annotations

import asyncio
import time

from bench.people import Host, Phone, Screen
from bench.target import Room, Target

HANDSHAKES_AT_ONCE = 200
"""A hall scans a QR code within seconds, not in one instant; and the driver has one core too."""

VANGUARD = 10
"""They come and go before anything is measured, so that what is loaded late is loaded."""


class Hall:
    """Fills a session of `target` with `number` phones."""

    def __init__(self, target: Target, number: int) -> None:
        self.target = target
        self.room: Room = target.room()
        self.phones = [Phone(self.room.phone) for _ in range(number)]
        self.screen = Screen(self.room.screen)
        self.host = Host(self.room.host)

    async def prepare(self) -> None:
        """The wall and the host are there before the attendees are."""
        await self.screen.join(self.target.socket)
        await self.host.join(self.target.socket)
        vanguard = [Phone(self.room.phone) for _ in range(VANGUARD)]
        for phone in vanguard:
            await phone.join(self.target.socket)
        for phone in vanguard:
            phone.leave()
        await asyncio.sleep(0.5)

    async def fill(self) -> list[float | BaseException]:
        """All phones join, so many at once. For each: seconds to its first state, or why not."""
        door = asyncio.Semaphore(HANDSHAKES_AT_ONCE)

        async def join(phone: Phone) -> float:
            async with door:
                began = time.perf_counter()
                state = await phone.join(self.target.socket)
                return state.at - began

        return await asyncio.gather(*map(join, self.phones), return_exceptions=True)

    def empty(self) -> None:
        """Everybody leaves at once."""
        for client in (*self.phones, self.screen, self.host):
            client.leave()
