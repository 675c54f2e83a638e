"""Making, copying, rehearsing and deleting sessions."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from polling.changes import Changes
from polling.clock import instant, now
from polling.errors import (
    BadRequest,
    CodeTaken,
    ContentInvalid,
    SessionBusy,
    ThemeNotFound,
)
from polling.languages import LANGUAGES, N_
from polling.records import EVERYTHING, JSON, Search, Session, Transition
from polling.sessions.codes import checked_code, new_code
from polling.sessions.images import with_copied_images
from polling.sessions.journal import note
from polling.sessions.settings import checked_settings
from polling.storage import Store, Writer

TITLE_LENGTH = 200


class Sessions:
    """The catalogue of sessions."""

    def __init__(self, store: Store, writer: Writer, changes: Changes) -> None:
        self._store = store
        self._writer = writer
        self._changes = changes

    def get(self, session: int) -> Session:
        """Raises SessionNotFound."""
        return self._store.session(session)

    def by_code(self, code: str) -> Session:
        """Case does not matter. Raises SessionNotFound."""
        return self._store.session_by_code(code.strip().upper())

    def page(self, limit: int, offset: int = 0, search: Search = EVERYTHING) -> list[Session]:
        """The newest first."""
        return self._store.sessions(limit, offset, search)

    def count(self, search: Search = EVERYTHING) -> int:
        return self._store.count_sessions(search)

    def journal(self, session: int) -> list[Transition]:
        return self._store.journal(session)

    def create(
        self,
        title: str,
        language: str = LANGUAGES[0],
        code: str | None = None,
        rehearsal: bool = False,
        by: str = "",
        settings: Mapping[str, JSON] | None = None,
    ) -> Session:
        """A draft. Raises BadRequest, CodeInvalid, CodeTaken, ContentInvalid."""
        values: dict[str, Any] = {
            "title": _title(title),
            "language": _language(language),
            "rehearsal": rehearsal,
        }
        if settings:
            values["settings"] = self._checked(settings)

        def work(store: Store) -> Session:
            session = store.add_session(**_new_values(_free_code(store, code)), **values)
            note(store, session.id, "create", by)
            return store.session(session.id)

        return self._writer.run(work)

    def change(
        self,
        session: int,
        title: str | None = None,
        language: str | None = None,
        settings: Mapping[str, JSON] | None = None,
        by: str = "",
    ) -> Session:
        """`settings` are those that change. Raises BadRequest, ContentInvalid, SessionNotFound."""
        values: dict[str, Any] = {}
        if title is not None:
            values["title"] = _title(title)
        if language is not None:
            values["language"] = _language(language)
        if settings is not None:
            before = self._store.session(session).settings
            values["settings"] = self._checked({**before, **settings})
        return self._changed(session, "change", by, values)

    def renew_keys(self, session: int, by: str = "") -> Session:
        """New keys: whoever holds the old ones is out."""
        renewed = self._changed(session, "renew_keys", by, _keys())
        self._changes.keys.send(session)
        return renewed

    def duplicate(self, session: int, title: str, by: str = "") -> Session:
        """A draft with the same running order and no answers."""
        name = _title(title)

        def work(store: Store) -> Session:
            original = store.session(session)
            copy = store.add_session(
                **_new_values(_free_code(store, None)),
                title=name,
                language=original.language,
                settings=original.settings,
            )
            for poll in store.polls(session):
                store.add_poll(
                    session=copy.id,
                    kind=poll.kind,
                    title=poll.title,
                    content=with_copied_images(store, poll.content, copy.id),
                    settings=poll.settings,
                    notes=poll.notes,
                    position=poll.position,
                    standing=poll.standing,
                )
            note(store, copy.id, "create", by, copy_of=session)
            return store.session(copy.id)

        return self._writer.run(work)

    def rehearse(self, session: int, by: str = "") -> Session:
        """A draft becomes a rehearsal: whatever is cast in it is thrown away by `clear`.

        Raises SessionBusy where the session is not a draft or has answers.
        """

        def work(store: Store) -> Session:
            if store.session(session).status != "draft" or store.voted_on(session):
                raise SessionBusy
            store.change_session(session, rehearsal=True)
            note(store, session, "rehearse", by)
            return store.session(session)

        return self._announced(work)

    def clear(self, session: int, by: str = "") -> Session:
        """The rehearsal is over: its answers are gone and the session is a draft again.

        Raises BadRequest where the session is no rehearsal: real answers are never cleared.
        """

        def work(store: Store) -> Session:
            rehearsed = store.session(session)
            if not rehearsed.rehearsal:
                raise BadRequest(N_("Only a rehearsal can be cleared."))
            store.clear_ballots(session)
            for poll in store.polls(session):
                store.change_poll(
                    poll.id, status="ready", round=0, results_shown=False, hidden=(), draws=(),
                    opened=None, closes_at=None, pinned=None, display="",
                )  # fmt: skip
            store.change_session(
                session, status="draft", view="join", poll=None, rehearsal=False,
                started=None, ended=None, key=rehearsed.key or _new_key(),
            )  # fmt: skip
            note(store, session, "clear", by)
            return store.session(session)

        return self._announced(work)

    def delete(self, session: int) -> None:
        """With everything in it, for good. Raises SessionNotFound."""
        self._writer.run(lambda store: store.delete_session(session))
        self._changes.gone.send(session)

    def discard(self, session: int, by: str = "") -> None:
        """Deletes it so that `restore` can bring it back for a while. Raises SessionNotFound."""

        def work(store: Store) -> None:
            store.discard_session(session, instant())
            note(store, session, "delete", by)

        self._writer.run(work)
        self._changes.gone.send(session)

    def restore(self, session: int, by: str = "") -> Session:
        """Brings back what was discarded, with everything in it. Raises SessionNotFound."""

        def work(store: Store) -> Session:
            store.restore_session(session)
            note(store, session, "restore", by)
            return store.session(session)

        return self._writer.run(work)

    def discarded(self) -> list[tuple[int, str]]:
        """The ids and titles of those that can still come back, the newest first."""
        return self._store.discarded_sessions()

    def _checked(self, settings: Mapping[str, JSON]) -> dict[str, JSON]:
        checked = checked_settings(settings)
        _refuse_unknown_theme(self._store, checked["theme"])
        return checked

    def _changed(self, session: int, action: str, by: str, values: dict[str, Any]) -> Session:
        def work(store: Store) -> Session:
            store.session(session)
            if values:
                store.change_session(session, **values)
                note(store, session, action, by)
            return store.session(session)

        return self._announced(work)

    def _announced(self, work: Callable[[Store], Session]) -> Session:
        session = self._writer.run(work)
        self._changes.transition.send(session.id)
        return session


def _refuse_unknown_theme(store: Store, theme: str | None) -> None:
    if theme is not None:
        try:
            store.theme(theme)
        except ThemeNotFound as error:
            raise ContentInvalid(error.message, field="settings.theme") from error


def _title(text: str) -> str:
    title = text.strip()
    if not 0 < len(title) <= TITLE_LENGTH:
        raise BadRequest(
            N_("A title of 1 to %(most)s characters is needed."), field="title", most=TITLE_LENGTH
        )
    return title


def _language(language: str) -> str:
    if language not in LANGUAGES:
        raise BadRequest(N_("The language is one of %(known)s."), known=", ".join(LANGUAGES))
    return language


def _free_code(store: Store, wanted: str | None) -> str:
    code = new_code() if wanted is None else checked_code(wanted)
    if not store.code_is_taken(code):
        return code
    if wanted is None:
        return _free_code(store, None)
    raise CodeTaken(code=code)


def _new_values(code: str) -> dict[str, str | bytes]:
    return {"code": code, "key": _new_key(), "created": now(), **_keys()}


def _new_key() -> bytes:
    return secrets.token_bytes(32)


def _keys() -> dict[str, str]:
    return {
        "screen_key": secrets.token_urlsafe(16),
        "facilitator_key": secrets.token_urlsafe(16),
    }
