"""`python app.py COMMAND`; without a command it serves."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import click
from click_default_group import DefaultGroup

from polling.cli.settings_file import read_settings_file
from polling.cli.speech import complain, say_refusal
from polling.config import EXPECTED, SETTINGS, checked
from polling.errors import CannotStart, PollingError

Command = TypeVar("Command", bound=Callable[..., None])

CANNOT_WORK = 2
INTERRUPTED = 130


def main() -> None:
    """Does what the command line asks for; says in one line what cannot work."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal without our characters shows others, rather than an error.
            stream.reconfigure(errors="replace")
    try:
        sys.exit(commands(standalone_mode=False))
    except PollingError as refusal:
        say_refusal(refusal)
    except click.BadParameter as error:
        _say_what_is_expected(error)
    except click.ClickException as error:
        complain(error.format_message())
    except click.Abort:
        sys.exit(INTERRUPTED)
    sys.exit(CANNOT_WORK)


def _say_what_is_expected(error: click.BadParameter) -> None:
    for setting in SETTINGS:
        if error.param is not None and error.param.name == setting.name:
            say_refusal(CannotStart(EXPECTED[setting.type], name=setting.name))
            return
    complain(error.format_message())


def settings_options(command: Command) -> Command:
    """Gives `command` one option for each setting, and --config."""
    for setting in reversed(SETTINGS):
        flag = setting.name.replace("_", "-")
        names = f"--{flag}/--no-{flag}" if setting.type is bool else f"--{flag}"
        command = click.option(
            names,
            setting.name,
            type=_parameter_type(setting.type),
            multiple=setting.type is list,
            default=setting.default,
            envvar=f"POLLING_{setting.name.upper()}",
            show_default=setting.default not in (None, ()),
            help=setting.help,
        )(command)
    return click.option(
        "--config",
        type=click.Path(path_type=Path),
        envvar="POLLING_CONFIG",
        is_eager=True,
        expose_value=False,
        callback=_use_settings_file,
        help="A TOML file with settings.",
    )(command)


def _parameter_type(kind: type) -> click.Path | type:
    """As click reads it; of a list, its items."""
    if kind is Path:
        return click.Path(path_type=Path)
    return str if kind is list else kind


def _use_settings_file(context: click.Context, _: click.Parameter, path: Path | None) -> None:
    """Settings of a file stand behind options and variables, before the defaults."""
    if path is not None:
        context.default_map = read_settings_file(path)


@click.group(cls=cast("type[click.Group]", DefaultGroup), default="serve", default_if_no_args=True)
def commands() -> None:
    """Matinale: live polls for a room."""


@commands.command()
@settings_options
def serve(**values: Any) -> None:
    """Serve until told to stop. (The default.)"""
    config = checked(values)
    from polling.cli.serving import run

    run(config)


@commands.command()
@settings_options
def link(**values: Any) -> None:
    """Print a new one-time facilitator link."""
    config = checked(values)
    from polling.cli.linking import run

    run(config)


@commands.command()
@click.option(
    "--attendees", type=click.IntRange(1), default=40, show_default=True, help="How many join."
)
@click.option("--url", help="The running server. [http://localhost:PORT]")
@click.option("--code", help="The rehearsal to fill. [the demonstration's]")
@click.option("--seed", type=int, help="Makes them vote the same way each time.")
@click.option("--beside-a-server", is_flag=True, hidden=True)
@settings_options
def demo(
    attendees: int,
    url: str | None,
    code: str | None,
    seed: int | None,
    beside_a_server: bool,
    **values: Any,
) -> None:
    """Fill a rehearsal with simulated attendees, who vote at human pace."""
    config = checked(values)
    from polling.cli.simulated import end_with_standard_input, run

    if beside_a_server:
        end_with_standard_input()
    run(config, attendees=attendees, url=url, code=code, seed=seed)
