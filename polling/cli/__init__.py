"""The command line: serve, link, demo."""

from polling.cli.main import main

__all__ = ["main"]
