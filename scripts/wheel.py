"""What pip runs before it makes a wheel: a hook of its builder, hatchling.

`make setup` makes two things that git does not keep. A wheel without them would be installed, and
would fail in the hall.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompleteWheel(BuildHookInterface):
    """Compiles the catalogues; stops where there is nothing of what browsers load."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        if not (root / "static" / "vendor" / ".copied").exists():
            self.app.abort("static/vendor is not there yet: run `make setup` first")
        for catalogue in root.glob("translations/*/LC_MESSAGES/messages.po"):
            compiled = catalogue.with_suffix(".mo")
            if not compiled.exists() or compiled.stat().st_mtime < catalogue.stat().st_mtime:
                compiling = [sys.executable, root / "scripts" / "catalogue.py", catalogue, compiled]
                subprocess.run(compiling, check=True)
