"""A desktop that can be kept awake: a session bus of its own, and a screen saver on it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from jeepney import HeaderFields, MessageType, message_bus, new_method_return
from jeepney.io.blocking import DBusConnection, open_dbus_connection

COOKIE = 7


class Desktop:
    """`asked` is what the screen saver was asked, in order."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.asked: list[str] = []
        saver = open_dbus_connection(bus=address)
        saver.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
        Thread(target=self._serve, args=[saver], daemon=True).start()

    def _serve(self, saver: DBusConnection) -> None:
        while True:
            try:
                message = saver.receive()
            except OSError:  # the bus is gone
                return
            if message.header.message_type == MessageType.method_call:
                name = message.header.fields[HeaderFields.member]
                self.asked.append(name)
                answer = ("u", (COOKIE,)) if name == "Inhibit" else ()
                saver.send(new_method_return(message, *answer))


@contextmanager
def desktop() -> Iterator[Desktop]:
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert bus.stdout is not None
    with bus, bus.stdout:
        try:
            yield Desktop(bus.stdout.readline().strip())
        finally:
            bus.kill()
