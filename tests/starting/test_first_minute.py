"""The first minute: where phones go, the code, the QR code and the link of the facilitator."""

from __future__ import annotations

import ipaddress
import re
import subprocess
import sys
from pathlib import Path

import pytest
import qrcode
import qrcode.constants
import requests

from tests.running import ROOT, free_port
from tests.starting.terminal import environment, needs, running

BLOCKS = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}
own_network = needs("unshare", "-n", "sh", "-ec", "ip link set lo up")


def printed_modules(said: str) -> list[list[int]]:
    """The modules of the QR code in the terminal, without its margin."""
    lines = [line for line in said.splitlines() if line and set(line) <= set(BLOCKS)]
    width = max(map(len, lines))
    rows: list[list[int]] = []
    for line in lines:
        pairs = [BLOCKS[block] for block in line.ljust(width)]
        rows += [[pair[half] for pair in pairs] for half in (0, 1)]
    rows = [row for row in rows if any(row)]
    left = min(row.index(1) for row in rows)
    right = width - min(row[::-1].index(1) for row in rows)
    return [row[left:right] for row in rows]


def modules(address: str) -> list[list[int]]:
    """Of an address in capitals, which takes fewer of them."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_L, border=0)
    code.add_data(address)
    return [[int(dark) for dark in row] for row in code.get_matrix()]


def test_the_terminal_says_where_to_go(tmp_path: Path) -> None:
    with running(tmp_path) as program:
        base, code = re.findall(r"Phones open  (\S+)  and type  (\w{6})$", program.said, re.M)[0]
        assert f"{base}/{code}" in program.said
        host = re.fullmatch(rf"http://(.+):{program.port}", base)
        assert host, base
        if host[1] != "localhost":
            assert not ipaddress.ip_address(host[1]).is_loopback
        page = requests.get(f"{base}/{code}", timeout=20, headers={"Host": "evil.example"})
        assert page.status_code == 200
        assert printed_modules(program.said) == modules(f"{base}/{code}".upper())
        links = re.findall(r"http://localhost:\d+/console/link/\S+", program.said)
        assert len(links) == 1
        assert requests.get(links[0], timeout=20).status_code == 200
        assert "phones at most" not in program.said


def test_an_address_that_was_named_is_used_everywhere(tmp_path: Path) -> None:
    address = "https://votes.example.org"
    with running(tmp_path, "--public-url", address + "/", "--host", "127.0.0.1") as program:
        code = re.findall(r"and type  (\w{6})$", program.said, re.M)[0]
        assert f"Phones open  {address}  " in program.said
        assert f"{address}/console/link/" in program.said
        assert printed_modules(program.said) == modules(f"{address}/{code}".upper())
        assert "No local network" not in program.said
        assert "localhost" not in program.said
        picture = requests.get(f"{program.url}/{code}/qr.svg", timeout=20)
        assert picture.ok


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_a_host_that_was_named_is_in_every_address(tmp_path: Path, host: str) -> None:
    """Also where it looks like markup to the terminal, as [::1] does."""
    with running(tmp_path, "--host", host) as program:
        named = f"http://[{host}]" if ":" in host else f"http://{host}"
        assert f"Phones open  {named}:{program.port}  " in program.said
        link = re.findall(r"http://\S+/console/link/\S+", program.said)[0]
        assert link.startswith(f"{named}:{program.port}/")
        assert requests.get(link, timeout=20).ok


@own_network
def test_without_a_network_it_says_so_and_serves_this_computer(tmp_path: Path) -> None:
    alone = ("unshare", "-n", "sh", "-c", 'ip link set lo up && exec "$0" "$@"')
    with running(tmp_path, before=alone) as program:
        assert program.said.count("No local network was found: only this computer can join.") == 1
        assert f"Phones open  http://localhost:{program.port}  " in program.said
        inside = ("nsenter", "--net", "--target", str(program.process.pid))
        asks = "import sys, urllib.request as u; print(u.urlopen(sys.argv[1]).status)"
        answer = subprocess.run(
            [*inside, sys.executable, "-c", asks, f"http://localhost:{program.port}/healthz"],
            capture_output=True, text=True, check=True, timeout=20,
        )  # fmt: skip
        assert answer.stdout == "200\n"


@own_network
@pytest.mark.parametrize(
    "addresses, chosen",
    [
        (["172.17.0.1", "10.1.2.3", "192.168.7.7"], "192.168.7.7"),
        (["172.17.0.1", "10.1.2.3"], "10.1.2.3"),
        (["172.17.0.1", "198.51.100.4", "169.254.9.9"], "198.51.100.4"),
        (["172.17.0.1", "169.254.9.9"], "172.17.0.1"),
    ],
)
def test_the_network_of_a_hall_goes_before_those_of_containers(
    addresses: list[str], chosen: str
) -> None:
    adds = [f"ip address add {address}/24 dev lo" for address in addresses]
    alone = ("unshare", "-n", "sh", "-ec", "; ".join([*adds, 'exec "$0" "$@"']))
    asks = "from polling.networks import networks; print(networks()[0].address)"
    answer = subprocess.run(
        [*alone, sys.executable, "-c", asks],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=True, timeout=20,
    )  # fmt: skip
    assert answer.stdout.strip() == chosen


def test_a_low_limit_of_open_files_is_said(tmp_path: Path) -> None:
    low = ("sh", "-c", 'ulimit -n 512; exec "$0" "$@"')
    with running(tmp_path, "--host", "127.0.0.1", before=low) as program:
        assert "412 phones at most" in program.said
        assert requests.get(program.url, timeout=20).ok


def test_the_soft_limit_of_a_debian_shell_is_raised(tmp_path: Path) -> None:
    usual = ("sh", "-c", 'ulimit -Sn 1024; exec "$0" "$@"')
    with running(tmp_path, "--host", "127.0.0.1", before=usual) as program:
        limits = Path(f"/proc/{program.process.pid}/limits").read_text()
        soft, hard = re.findall(r"Max open files\s+(\d+)\s+(\d+)", limits)[0]
        assert soft == hard


def test_without_a_demonstration(tmp_path: Path) -> None:
    with running(tmp_path, "--no-demo", "--host", "127.0.0.1") as program:
        assert re.search(r"^Phones open  http://127.0.0.1:\d+$", program.said, re.M)
        assert "█" not in program.said


def test_a_terminal_without_our_characters_is_no_reason_to_fail(tmp_path: Path) -> None:
    with running(tmp_path, "--host", "127.0.0.1", PYTHONIOENCODING="ascii") as program:
        assert requests.get(program.url, timeout=20).ok


def test_every_position_of_options_serves(tmp_path: Path) -> None:
    port = free_port()
    with running(tmp_path, "serve", "--host", "127.0.0.1", port=port) as program:
        assert program.port == port
        assert requests.get(program.url, timeout=20).ok
