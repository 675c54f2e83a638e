"""The files an organiser takes away, read on a connection of their own, also while people vote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from polling import runtime
from polling.exports import codebook, document, hand_counts, report, table
from polling.exports.attachment import attachment
from polling.exports.document import Results
from polling.exports.report import Display, Report
from polling.exports.spreadsheet import Cell, csv_lines
from polling.exports.wording import Translate
from polling.records import Poll, Session
from polling.storage import Store

MEDIA_TYPES = {"csv": "text/csv", "json": "application/json", "html": "text/html"}
CHUNK = 32 * 1024
"""About how many characters are sent at once; between two chunks, a millisecond of work, votes
have their turn."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file on its way out. `body` may be iterated once."""

    filename: str
    media_type: str
    body: Iterator[bytes]

    @property
    def headers(self) -> dict[str, str]:
        return attachment(self.filename, self.media_type)


class Exports:
    """Makes the downloads of a session. `results` reads from the store that it is given.

    Each download reads one moment of the session, while it is sent. `translate` is used then
    too: it must not hang on the request.
    """

    def __init__(self, store: Store, results: Callable[[Store], Results]) -> None:
        self._store = store
        self._results = results

    def answers(self, session: Session, translate: Translate, *, excel: bool = False) -> Download:
        """One row for each ballot."""
        return _download(session, "csv", csv_lines(self._answers(session, translate), excel=excel))

    def codebook(self, session: Session, translate: Translate, *, excel: bool = False) -> Download:
        """What the columns and the values of `answers` mean."""
        rows = self._codebook(session, translate)
        return _download(session, "codebook.csv", csv_lines(rows, excel=excel))

    def hand_counts(
        self, session: Session, translate: Translate, *, excel: bool = False
    ) -> Download:
        """One row for each box of the paper ballots that were counted."""
        rows = self._hand_counts(session, translate)
        return _download(session, hand_counts.FILE, csv_lines(rows, excel=excel))

    def everything(self, session: Session, translate: Translate) -> Download:
        """The session, its polls with results and ballots, the journal and the codebook."""
        return _download(session, "json", self._everything(session, translate))

    def page(self, session: Session, render: Callable[[Report], str]) -> Download:
        """Every question with its results, as a page of its own."""
        with self._reading() as store:
            told = report.complete(session, store, self._results(store))
        return _download(session, "html", [render(told)])

    def page_for_attendees(
        self,
        session: Session,
        render: Callable[[Report], str],
        may_see: Callable[[Poll], bool],
        display: Display,
    ) -> Download:
        """The same of what the room was shown."""
        with self._reading() as store:
            told = report.shown(session, store, self._results(store), may_see, display)
        return _download(session, "html", [render(told)])

    def _answers(self, session: Session, translate: Translate) -> Iterator[list[Cell]]:
        with self._reading() as store:
            ballots = store.ballots(session.id)
            profiles = store.profiles(session.id)
            polls = store.polls(session.id)
            yield from table.rows(session, polls, ballots, profiles, translate)

    def _codebook(self, session: Session, translate: Translate) -> Iterator[list[Cell]]:
        with self._reading() as store:
            profiles = store.profiles(session.id)
            yield from codebook.rows(session, store.polls(session.id), translate, profiles)

    def _hand_counts(self, session: Session, translate: Translate) -> Iterator[list[Cell]]:
        with self._reading() as store:
            yield from hand_counts.rows(session, store.polls(session.id), translate)

    def _everything(self, session: Session, translate: Translate) -> Iterator[str]:
        with self._reading() as store:
            polls = store.polls(session.id)
            profiles = store.profiles(session.id)
            header, *meanings = codebook.rows(session, polls, translate, profiles)
            yield from document.pieces(
                store.session(session.id),
                polls,
                self._results(store),
                store.ballots(session.id),
                profiles,
                store.journal(session.id),
                [dict(zip(map(str, header), row, strict=True)) for row in meanings],
            )

    @contextmanager
    def _reading(self) -> Iterator[Store]:
        """One moment of the session, whatever is voted meanwhile, held back by nobody."""
        store = self._store.another()
        try:
            with store.transaction():
                yield store
        finally:
            store.close()


def _download(session: Session, ending: str, text: Iterable[str]) -> Download:
    day = (session.started or session.created)[:10]
    kind_of_file = ending.rpartition(".")[2]
    return Download(
        filename=f"{session.code}-{day}.{ending}",
        media_type=f"{MEDIA_TYPES[kind_of_file]}; charset=utf-8",
        body=_chunks(text),
    )


def _chunks(text: Iterable[str]) -> Iterator[bytes]:
    waiting: list[str] = []
    length = 0
    for piece in text:
        waiting.append(piece)
        length += len(piece)
        if length >= CHUNK:
            yield "".join(waiting).encode()
            waiting, length = [], 0
            runtime.sleep()
    yield "".join(waiting).encode()
