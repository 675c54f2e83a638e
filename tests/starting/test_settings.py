"""Settings: where they may stand, which wins, and how one that cannot work is named."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from polling.config import SETTINGS
from tests.running import free_port
from tests.starting.terminal import needs, types, types_here


@pytest.fixture
def toml(tmp_path: Path) -> Path:
    return tmp_path / "matinale.toml"


def test_a_setting_that_cannot_work_stops_the_start() -> None:
    types("--port", "abc").refuses("port")


def not_ours(number: int) -> str:
    """An address of documentation (RFC 5737): naming it in a refusal tells which value won."""
    return f"203.0.113.{number}"


def test_an_option_wins_over_a_variable_that_wins_over_the_file(tmp_path: Path, toml: Path) -> None:
    toml.write_text(f'host = "{not_ours(3)}"\n')
    everywhere = ("--port", free_port(), "--database", tmp_path / "sessions.db")
    in_file = types(*everywhere, "--config", toml)
    assert not_ours(3) in in_file.refuses("host")
    in_environment = types(*everywhere, "--config", toml, POLLING_HOST=not_ours(2))
    assert not_ours(2) in in_environment.refuses("host")
    as_option = types(
        "serve", *everywhere, "--config", toml, "--host", not_ours(1), POLLING_HOST=not_ours(2)
    )
    assert not_ours(1) in as_option.refuses("host")
    assert not (tmp_path / "sessions.db").exists()


def test_the_file_may_be_named_by_a_variable(toml: Path) -> None:
    toml.write_text("port = 0\n")
    types_here(POLLING_CONFIG=str(toml)).refuses("port", "65535")


@pytest.mark.parametrize(
    "name, value",
    [
        ("port", "0"), ("port", "65536"), ("port", "abc"), ("port", "-5"), ("grace_minutes", "-1"),
        ("grace_minutes", "1.5"), ("api_token", "short"), ("public_url", "polls.example.org"),
        ("public_url", "http://"), ("public_url", "http://x:y"), ("demo", "perhaps"),
        ("embed_in", "intranet.example.org"), ("embed_in", "https://a.example/page"),
        ("embed_in", "https://a.example https://*"), ("embed_in", "https://a;script-src"),
        ("statement", "/nowhere.md"),
        ("name", "my laptop"), ("name", "a.b"),
    ],
)  # fmt: skip
def test_a_variable_that_cannot_work_is_named(name: str, value: str) -> None:
    types_here(**{f"POLLING_{name.upper()}": value}).refuses(name)


def test_a_runtime_that_is_not_there_is_named() -> None:
    """In a process of its own: the runtime is chosen before anything else is read."""
    types("--port", free_port(), POLLING_ASYNC="threads").refuses("POLLING_ASYNC", "threads")


@pytest.mark.parametrize(
    "arguments", [("--port", "abc"), ("serve", "--port", "99999"), ("link", "--public-url", "x")]
)
def test_an_option_that_cannot_work_is_named(arguments: tuple[str, ...]) -> None:
    line = types_here(*arguments).refuses()
    assert "port" in line or "public_url" in line


@pytest.mark.parametrize("arguments", [("--prot", "1"), ("sevre",), ("demo", "--attendees", "0")])
def test_what_is_no_option_is_said_in_one_line(arguments: tuple[str, ...]) -> None:
    types_here(*arguments).refuses()


@pytest.mark.parametrize(
    "text, words",
    [
        ("port = 'abc'", "port"), ("port = [1]", "port"), ("port = true", "port"),
        ("database = 5", "database"), ("demo = 'no'", "demo"), ("host = 5", "host"),
        ("prot = 5000", "prot"), ("[serve]\nport = 5000", "serve"), ("port 5000", "cannot be read"),
        ("host = '\udcff'", "cannot be read"), ("embed_in = 'https://a.example'", "embed_in"),
        ("embed_in = 5", "embed_in"),
    ],
)  # fmt: skip
def test_what_cannot_work_in_the_file_is_named_with_the_file(
    toml: Path, text: str, words: str
) -> None:
    toml.write_text(text, errors="surrogateescape")
    types_here("--config", toml).refuses(str(toml), words)


def test_a_file_of_settings_that_is_not_there(toml: Path) -> None:
    types_here("--config", toml).refuses(str(toml))
    types_here("--config", toml.parent).refuses(str(toml.parent))


def test_every_setting_is_explained_by_help() -> None:
    explained = types_here("--help", COLUMNS="200")
    explained_for_serve = types_here("serve", "--help", COLUMNS="200")
    assert (explained.status, explained_for_serve.status) == (0, 0)
    for setting in SETTINGS:
        assert setting.help.split("[")[0].strip() in explained_for_serve.said


def test_a_port_in_use(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = types(
            "--host", "127.0.0.1", "--port", port, "--database", tmp_path / "sessions.db"
        )
    refused.refuses(f"Port {port}", "--port")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="needs to be root, to no longer be it")
@needs("setpriv", "--bounding-set=-net_bind_service")
def test_a_port_of_the_system(tmp_path: Path) -> None:
    limit = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text()
    if int(limit) <= 80:
        pytest.skip("this system gives its ports to anybody")
    somebody = ("setpriv", "--bounding-set=-net_bind_service", "--inh-caps=-net_bind_service")
    refused = types("--port", 80, "--database", tmp_path / "sessions.db", before=somebody)
    refused.refuses("Port 80")
