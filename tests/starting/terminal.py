"""A terminal in which somebody types `python app.py …`, and what it then says."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from unittest import mock

import pytest

from polling.cli import main
from tests.running import ROOT, free_port

PATIENCE_S = 20
LAST_LINE = "Ctrl-C stops the server"
PROGRAM = (sys.executable, str(ROOT / "app.py"))

BOUND_BY_MODE_BITS = (
    "setpriv", "--bounding-set=-dac_override,-dac_read_search",
    "--inh-caps=-dac_override,-dac_read_search",
) if os.geteuid() == 0 else ()  # fmt: skip
"""Root may write everywhere; before the program, this takes that away."""


def environment(**variables: str) -> dict[str, str]:
    """That of a shell, without settings of whoever runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("POLLING_")}
    no_name = {"POLLING_NAME": "none"}  # answering to one takes a process more
    return {**kept, **no_name, "LC_ALL": "en.UTF-8", "PYTHONUNBUFFERED": "1", **variables}


@dataclass
class Ended:
    """A program that has ended."""

    status: int
    said: str
    complained: str

    def refuses(self, *words: str) -> str:
        """Checks for one clear line and status 2, and gives the line."""
        assert self.status == 2, self.said + self.complained
        assert self.said == ""
        (line,) = self.complained.splitlines()
        assert "Traceback" not in line
        for word in words:
            assert word in line
        return line


def types(
    *arguments: object, before: Sequence[str] = (), folder: Path = ROOT, **variables: str
) -> Ended:
    """`python app.py ARGUMENTS`, to its end."""
    done = subprocess.run(
        [*before, *PROGRAM, *map(str, arguments)],
        cwd=folder, env=environment(**variables), capture_output=True, text=True, check=False,
        timeout=PATIENCE_S,
    )  # fmt: skip
    return Ended(done.returncode, done.stdout, done.stderr)


def types_here(*arguments: object, **variables: str) -> Ended:
    """The same within this process, for what is refused before anything is started: sooner."""
    said, complained = io.StringIO(), io.StringIO()
    with (
        mock.patch.dict(os.environ, environment(**variables), clear=True),
        mock.patch.object(sys, "argv", ["app.py", *map(str, arguments)]),
        redirect_stdout(said), redirect_stderr(complained), pytest.raises(SystemExit) as ended,
    ):  # fmt: skip
        main()
    return Ended(ended.value.code or 0, said.getvalue(), complained.getvalue())  # type: ignore[arg-type]


class Running:
    """A program that goes on, and what it has said by now."""

    def __init__(self, process: subprocess.Popen[bytes], output: IO[bytes], port: int) -> None:
        self.process = process
        self._output = output
        self.port = port
        self.url = f"http://127.0.0.1:{port}"

    @property
    def said(self) -> str:
        return Path(self._output.name).read_text("utf-8")

    def says(self, words: str) -> str:
        """Waits for `words`, and gives all that was said."""
        deadline = time.monotonic() + PATIENCE_S
        while words not in self.said:
            assert self.process.poll() is None, self.said
            assert time.monotonic() < deadline, self.said
            time.sleep(0.02)
        return self.said

    def stops(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE_S)

    @property
    def link(self) -> str:
        """The newest facilitator link, under the address that tests use."""
        return self.url + re.findall(r"/console/link/\S+", self.said)[-1]


@contextmanager
def running(
    folder: Path, *arguments: object, before: Sequence[str] = (), port: int | None = None,
    program: Sequence[str] = PROGRAM, working_in: Path | None = None, until: str = LAST_LINE,
    **variables: str,
) -> Iterator[Running]:  # fmt: skip
    """`python app.py --port PORT ARGUMENTS` on a database in `folder`, once it has said `until`.

    With `working_in`, in that folder, and on the database of its own choice.
    """
    port = port or free_port()
    standing = [*arguments] if "demo" in arguments else [*arguments, "--port", port]
    if "--database" not in arguments and working_in is None:
        standing += ["--database", folder / "sessions.db"]
    with (folder / f"output-{port}-{time.monotonic_ns()}.txt").open("wb") as output:
        process = subprocess.Popen(
            [*before, *program, *map(str, standing)],
            cwd=working_in or ROOT, env=environment(**variables), stdout=output,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
        started = Running(process, output, port)
        try:
            started.says(until)
            yield started
        finally:
            process.kill()
            process.wait()


def needs(*command: str) -> pytest.MarkDecorator:
    """Skips where the system does not let `command` be run, and says so."""
    try:
        allowed = not subprocess.run(
            [*command, "true"], capture_output=True, check=False, timeout=PATIENCE_S
        ).returncode
    except OSError:
        allowed = False
    return pytest.mark.skipif(not allowed, reason=f"{command[0]} is not allowed here")
