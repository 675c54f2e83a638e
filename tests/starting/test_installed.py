"""Matinale from a wheel: built, installed where there is nothing of it, and started."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
import requests

from tests.running import ROOT
from tests.starting.terminal import Running, environment, running


def does(*command: object, folder: Path = ROOT) -> str:
    done = subprocess.run(
        [*map(str, command)], cwd=folder, env=environment(), capture_output=True, text=True,
        check=False, timeout=100,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def matinale(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, in an environment that has what Matinale needs and none of this checkout."""
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    does(*pip, "wheel", ".", "--no-deps", "--no-build-isolation", "--wheel-dir", folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", symlinks=True)
    python = folder / "env" / "bin" / "python"
    does(*pip, "--python", python, "install", "--no-deps", "--no-index", wheel)
    (packages,) = folder.glob("env/lib/*/site-packages")
    (packages / "what_it_needs.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return python.with_name("matinale")


def loads(program: Running, path: str) -> requests.Response:
    answer = requests.get(program.url + path, timeout=20)
    assert answer.status_code == 200, path
    return answer


def test_it_serves_the_demonstration_with_all_that_a_phone_loads(
    matinale: Path, tmp_path: Path
) -> None:
    # No --database: it stands in the current folder.
    with running(tmp_path, program=(str(matinale),), working_in=tmp_path) as program:
        (code,) = re.findall(r"and type  (\w{6})$", program.said, re.M)
        phone = loads(program, f"/{code}").text
        files = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', phone))
        sheets = [loads(program, path).text for path in files if path.endswith(".css")]
        fonts = {
            f"/static/{path}" for sheet in sheets for path in re.findall(r"vendor/[\w/.-]+", sheet)
        }
        assert any(path.endswith("/phone/phone.js") for path in files)
        assert any("socket.io" in path for path in files)
        assert fonts
        for path in files | fonts:
            assert loads(program, path).content
        french = requests.get(program.url, headers={"Accept-Language": "fr"}, timeout=20).text
        assert 'lang="fr"' in french
        assert "Tapez" in french
        assert program.stops() == 0
    assert (tmp_path / "sessions.db").exists()


def test_its_command_explains_itself(matinale: Path, tmp_path: Path) -> None:
    said = does(matinale, "--help", folder=tmp_path)
    assert "Usage: matinale" in said
    assert {"serve", "link", "demo"} <= set(re.findall(r"^  (\w+)", said, re.M))
    assert not list(tmp_path.iterdir())
