"""`python app.py COMMAND`; without a command it serves."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import click
from click_default_group import DefaultGroup

from polling.cli.speech import say_refusal
from polling.config import SETTINGS, Config, checked
from polling.errors import CannotStart, PollingError
from polling.languages import N_

Command = TypeVar("Command", bound=Callable[..., None])


def read_settings_file(context: click.Context, _: click.Parameter, path: Path | None) -> None:
    """Settings of a TOML file stand behind options and variables, before the defaults."""
    if path is None:
        return
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        refusal = CannotStart(N_("%(path)s cannot be read: %(reason)s."), path=path, reason=error)
        stop(refusal)
    known = {setting.name for setting in SETTINGS}
    for name in values.keys() - known:
        stop(CannotStart(N_("%(path)s: there is no setting “%(name)s”."), path=path, name=name))
    context.default_map = values


def settings_options(command: Command) -> Command:
    """Gives `command` one option for each setting, and --config."""
    for setting in reversed(SETTINGS):
        flag = setting.name.replace("_", "-")
        names = f"--{flag}/--no-{flag}" if setting.type is bool else f"--{flag}"
        command = click.option(
            names,
            setting.name,
            type=click.Path(path_type=Path) if setting.type is Path else setting.type,
            default=setting.default,
            envvar=f"POLLING_{setting.name.upper()}",
            show_default=setting.default is not None,
            help=setting.help,
        )(command)
    return click.option(
        "--config",
        type=click.Path(path_type=Path),
        envvar="POLLING_CONFIG",
        is_eager=True,
        expose_value=False,
        callback=read_settings_file,
        help="A TOML file with settings.",
    )(command)


def stop(error: PollingError) -> None:
    """One line that names what cannot work; exit status 2."""
    say_refusal(error)
    sys.exit(2)


@click.group(cls=cast("type[click.Group]", DefaultGroup), default="serve", default_if_no_args=True)
def main() -> None:
    """Matinale: live polls for a room."""


@main.command()
@settings_options
def serve(**values: Any) -> None:
    """Serve until told to stop. (The default.)"""
    from polling.cli.serving import run

    _started(run, values)


@main.command()
@settings_options
def link(**values: Any) -> None:
    """Print a new one-time facilitator link."""
    from polling.cli.linking import run

    _started(run, values)


@main.command()
@click.option("--attendees", default=40, show_default=True, help="How many join.")
@click.option("--url", help="The running server. [http://localhost:PORT]")
@click.option("--code", help="The rehearsal to fill. [the demonstration's]")
@click.option("--seed", type=int, help="Makes them vote the same way each time.")
@settings_options
def demo(
    attendees: int, url: str | None, code: str | None, seed: int | None, **values: Any
) -> None:
    """Fill a rehearsal with simulated attendees, who vote at human pace."""
    from polling.cli.simulated import run

    _started(run, values, attendees=attendees, url=url, code=code, seed=seed)


def _started(run: Any, values: dict[str, Any], **more: Any) -> None:
    try:
        config: Config = checked(values)
        run(config, **more)
    except CannotStart as error:
        stop(error)
