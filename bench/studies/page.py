"""What a phone fetches before its owner can vote."""

from __future__ import annotations

from collections.abc import Iterator

from bench.browser import first_view
from bench.run import Run
from bench.servers.served import HOST
from bench.stage import Stage
from bench.studies.study import Section, Study

FETCHED_FOR_USE = ("Document", "Stylesheet", "Script")
"""Without these there is no vote button, or it does nothing."""

READY = "#fields:not([disabled]) button, #fields:not([disabled]) input"


def play(stage: Stage) -> Iterator[Run]:
    with stage.matinale() as server:
        room = server.room()
        server.post(f"/polls/{server.poll(room, live=False)}/open")
        view = first_view(f"http://{HOST}:{server.port}/{room.code}", READY)
        complaints = server.complaints()
    counted = [url for url in view.size if view.kind[url] != "Font"]
    useful = [url for url in counted if view.kind[url] in FETCHED_FOR_USE]
    figures = {
        "kb": sum(view.size[url] for url in counted) / 1024,
        "page_kb": sum(view.size[url] for url in counted if view.kind[url] == "Document") / 1024,
        "fonts_kb": sum(view.size.values()) / 1024 - sum(view.size[url] for url in counted) / 1024,
        "requests": len(counted),
        "round_trips": max(view.depth[url] for url in useful),
    }
    faults = [f"in the server's log: {complaints}"] if complaints else []
    yield Run("page", 1, figures, faults)


STUDY = Study(
    "page",
    "A phone's first view, in chromium with an empty cache",
    play,
    (
        Section("", "", (
            ("all but fonts, KB on the wire", "kb", 1),
            ("… the page itself", "page_kb", 1),
            ("requests, the page included", "requests", 0),
            ("round trips after the page", "round_trips", 0),
            ("fonts, KB", "fonts_kb", 1),
        )),
    ),
    turns=1,
    noun="phone",
)  # fmt: skip
