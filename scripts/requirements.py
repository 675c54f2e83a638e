"""Prints what pyproject.toml asks for, a requirement a line: the project's, or an extra's.

    python scripts/requirements.py [EXTRA]

The server runs from its checkout, so pip has dependencies to install and nothing to build.
"""

import sys
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())["project"]
extra = sys.argv[1:]
wanted = project["optional-dependencies"][extra[0]] if extra else project["dependencies"]
print("\n".join(wanted))
