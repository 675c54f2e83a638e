"""Copies what browsers load, and the font of what is printed, from node_modules/ into
static/vendor/.

A hall may have no internet: every byte a phone needs comes from this server.
"""

import re
import shutil
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"
FONT = "@fontsource-variable/atkinson-hyperlegible-next"
PRINT = "@expo-google-fonts/atkinson-hyperlegible-next"
FILES = {
    "socket.io-client/dist/socket.io.esm.min.js": "socket.io.esm.min.js",
    "sortablejs/modular/sortable.core.esm.js": "sortable.esm.js",
    "d3-cloud/build/d3.layout.cloud.js": "d3-cloud.js",
    **{
        f"{FONT}/files/atkinson-hyperlegible-next-{letters}-wght-normal.woff2": (
            f"fonts/atkinson-hyperlegible-next-{letters}-wght-normal.woff2"
        )
        for letters in ("latin", "latin-ext")
    },
    # Sheets of paper are set with it, by typst, which reads no woff2.
    **{
        f"{PRINT}/{weight}/AtkinsonHyperlegibleNext_{weight}.ttf": (
            f"fonts/atkinson-hyperlegible-next-{weight}.ttf"
        )
        for weight in ("400Regular", "700Bold", "800ExtraBold")
    },
    "katex/dist/katex.min.js": "katex/katex.js",
    "katex/dist/katex.min.css": "katex/katex.css",
    **{
        f"katex/dist/fonts/{font.name}": f"katex/fonts/{font.name}"
        for font in (MODULES / "katex" / "dist" / "fonts").glob("*.woff2")
    },
    # The legacy build: an authority's browsers are not always of this year.
    "pdfjs-dist/legacy/build/pdf.min.mjs": "pdfjs/pdf.mjs",
    "pdfjs-dist/legacy/build/pdf.worker.min.mjs": "pdfjs/pdf.worker.mjs",
    **{
        f"pdfjs-dist/{folder}/{file.name}": f"pdfjs/{folder}/{file.name}"
        for folder, suffix in (
            ("cmaps", "*.bcmap"),
            ("standard_fonts", "*.[pt][ft][bf]"),
            ("wasm", "*.wasm"),
        )
        for file in (MODULES / "pdfjs-dist" / folder).glob(suffix)
    },
}
SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=.*\s*$")
OLDER_FONT = re.compile(r',url\([^)]+\.(?:woff|ttf)\) format\("\w+"\)')
NOT_THERE = {
    ".js": partial(SOURCE_MAP.sub, "\n"),
    ".mjs": partial(SOURCE_MAP.sub, "\n"),
    ".css": partial(OLDER_FONT.sub, ""),
}


def copy(source: Path, target: Path) -> None:
    """Scripts lose their link to a source map, and style sheets those to fonts that no browser
    of today needs, so that none asks for a file not there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix in NOT_THERE:
        text = source.read_text(encoding="utf-8")
        target.write_text(NOT_THERE[source.suffix](text), encoding="utf-8")
    else:
        shutil.copyfile(source, target)


shutil.rmtree(VENDOR, ignore_errors=True)
for source, target in FILES.items():
    copy(MODULES / source, VENDOR / target)
(VENDOR / ".copied").touch()  # all of it is there
