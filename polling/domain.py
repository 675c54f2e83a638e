"""The parts that know nothing of sockets and pages, put together."""

from __future__ import annotations

from dataclasses import dataclass

from polling.access import Facilitators, Participants
from polling.addresses import Addresses
from polling.ballots import Ballots
from polling.changes import Changes
from polling.config import Config
from polling.displays import Displays
from polling.own import Belongings
from polling.points import Scores
from polling.profiles import Profiles
from polling.results import Results, ResultsAside
from polling.sessions import Conductor, HandCounts, Images, RunningOrder, Sessions, Themes
from polling.sheets import Sheets
from polling.snapshots import Snapshots
from polling.storage import Store, Writer, open_store


@dataclass(frozen=True, slots=True)
class Domain:
    """What knows nothing of sockets and pages."""

    store: Store
    beside: Store
    writer: Writer
    changes: Changes
    sessions: Sessions
    running_order: RunningOrder
    images: Images
    hand_counts: HandCounts
    sheets: Sheets
    themes: Themes
    conductor: Conductor
    ballots: Ballots
    results: Results
    snapshots: Snapshots
    belongings: Belongings
    profiles: Profiles
    scores: Scores
    displays: Displays
    participants: Participants
    facilitators: Facilitators


def domain_of(config: Config, addresses: Addresses) -> Domain:
    store: Store = open_store(config.database)
    writer = Writer(open_store(config.database, writing=True))
    changes = Changes()
    beside = store.another()
    known_themes = Themes(store, writer, changes)
    images = Images(store, writer)
    scores = Scores(store)
    results = Results(store)
    displays = Displays(store, results, scores)
    belongings = Belongings(store, scores.of)
    return Domain(
        store=store,
        beside=beside,
        writer=writer,
        changes=changes,
        sessions=Sessions(store, writer, changes),
        running_order=RunningOrder(store, writer, changes),
        images=images,
        hand_counts=HandCounts(store, writer, changes),
        sheets=Sheets(addresses.join_url, known_themes.of, images.get),
        themes=known_themes,
        conductor=Conductor(store, writer, changes),
        ballots=Ballots(store, writer, changes),
        results=ResultsAside(beside),
        snapshots=Snapshots(
            store,
            results,
            belongings,
            displays,
            known_themes.of,
            addresses.join_url,
            config.grace_minutes,
        ),
        belongings=belongings,
        profiles=Profiles(store, writer),
        scores=scores,
        displays=displays,
        participants=Participants(store.secret()),
        facilitators=Facilitators(store, writer),
    )
