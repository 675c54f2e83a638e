"""A hall's own network within one machine: an access point, and what is in its reach.

Each device is a network namespace of the kernel, with nothing but a cable to the access point: no
internet, no other network, no way to the machine that runs the tests.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NEW_NETWORK = 0x40000000
"""CLONE_NEWNET of sched.h."""


class Device:
    """Something in the room with one network adapter."""

    def __init__(self, hall: Hall, name: str, address: str) -> None:
        self._namespace = f"{hall.name}-{name}"
        self.address = address
        ip("netns", "add", self._namespace)
        self.ip("link", "set", "lo", "up")
        port = f"p{hall.plugged_in}"
        ip("-n", hall.name, "link", "add", port, "type", "veth",
           "peer", "name", "wlan0", "netns", self._namespace)  # fmt: skip
        ip("-n", hall.name, "link", "set", port, "master", "radio", "up")
        self.ip("link", "set", "wlan0", "up")
        self.has(address)

    def ip(self, *arguments: str) -> None:
        ip("-n", self._namespace, *arguments)

    def has(self, address: str) -> None:
        self.ip("address", "add", f"{address}/24", "dev", "wlan0")

    def has_no_more(self, address: str) -> None:
        self.ip("address", "del", f"{address}/24", "dev", "wlan0")

    @property
    def path(self) -> Path:
        return Path("/run/netns") / self._namespace

    @contextmanager
    def __call__(self) -> Iterator[None]:
        """Within it, this thread and whatever it starts is in the device's network."""
        with open("/proc/thread-self/ns/net") as home, self.path.open() as there:
            _enter(there.fileno())
            try:
                yield
            finally:
                _enter(home.fileno())


class Hall:
    """The access point."""

    def __init__(self) -> None:
        self.name = f"hall{os.getpid()}"
        self.plugged_in = 0
        ip("netns", "add", self.name)
        ip("-n", self.name, "link", "add", "radio", "type", "bridge")
        ip("-n", self.name, "link", "set", "radio", "up")

    def device(self, name: str) -> Device:
        self.plugged_in += 1
        return Device(self, name, f"192.168.77.{self.plugged_in}")

    def closes(self) -> None:
        for path in Path("/run/netns").glob(f"{self.name}*"):
            ip("netns", "del", path.name)


def hall_or_skip() -> Hall:
    """Skips where the system lets nobody make networks."""
    try:
        return Hall()
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"networks within this machine are not allowed here: {error}")


def ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True, timeout=20)


def _enter(network: int) -> None:
    if ctypes.CDLL(None, use_errno=True).setns(network, NEW_NETWORK):
        raise OSError(ctypes.get_errno(), "setns")
