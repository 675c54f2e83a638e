"""Copies what the browser loads from node_modules/ into static/vendor/.

A hall may have no internet: every byte a phone needs comes from this server.
"""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENDOR = ROOT / "static" / "vendor"
FONT = "@fontsource-variable/atkinson-hyperlegible-next"
FILES = {
    "socket.io-client/dist/socket.io.esm.min.js": "socket.io.esm.min.js",
    "d3-cloud/build/d3.layout.cloud.js": "d3-cloud.js",
    **{
        f"{FONT}/files/atkinson-hyperlegible-next-{letters}-wght-normal.woff2": (
            f"fonts/atkinson-hyperlegible-next-{letters}-wght-normal.woff2"
        )
        for letters in ("latin", "latin-ext")
    },
}
SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=.*\s*$")


def copy(source: Path, target: Path) -> None:
    """Scripts lose their link to a source map, so that no browser asks for a file not there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix == ".js":
        script = source.read_text(encoding="utf-8")
        target.write_text(SOURCE_MAP.sub("\n", script), encoding="utf-8")
    else:
        shutil.copyfile(source, target)


shutil.rmtree(VENDOR, ignore_errors=True)
for source, target in FILES.items():
    copy(ROOT / "node_modules" / source, VENDOR / target)
