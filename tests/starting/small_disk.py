"""A server whose database is on a small disk, which only its own process sees."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.running import TOKEN, Server
from tests.starting.terminal import PROGRAM, Running, needs, running

small_disk = needs("unshare", "-m", "sh", "-c", "mount -t tmpfs tmpfs /mnt")
"""For tests that need one."""


class OnASmallDisk(Server):
    """What `tests.room.Room` needs of a server, and its disk."""

    def __init__(self, program: Running, disk: Path) -> None:
        self.program = program
        self.port, self.url = program.port, program.url
        self.disk = Path(f"/proc/{program.process.pid}/root{disk}")

    def fills_up(self) -> None:
        with (self.disk / "other").open("wb", buffering=0) as other:
            for size in (65536, 1024, 1):
                while True:
                    try:
                        other.write(b"0" * size)
                    except OSError:
                        break

    def has_room_again(self) -> None:
        (self.disk / "other").unlink()


@contextmanager
def serving_on_a_small_disk(
    folder: Path, *arguments: str, program: tuple[str, ...] = PROGRAM
) -> Iterator[OnASmallDisk]:
    disk = folder / "disk"
    disk.mkdir()
    mounted = f'mount -t tmpfs -o size=8m tmpfs "{disk}" && exec "$0" "$@"'
    with running(
        folder, *arguments, "--host", "127.0.0.1", "--database", disk / "sessions.db",
        before=("unshare", "-m", "sh", "-c", mounted), program=program, POLLING_API_TOKEN=TOKEN,
    ) as started:  # fmt: skip
        yield OnASmallDisk(started, disk)
