"""The running order: adding, editing, moving, copying and deleting polls."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from polling.changes import Changes
from polling.clock import instant
from polling.errors import BadRequest, PollFrozen, PollOpen, SessionEnded
from polling.kinds import kind
from polling.languages import N_
from polling.records import JSON, Poll
from polling.sessions.images import refuse_unknown_images, with_copied_images
from polling.sessions.journal import note
from polling.storage import Store, Writer

T = TypeVar("T")

SLIDE = "slide"
TITLE_LENGTH = 300
NOTES_LENGTH = 5000
PRESENTATION = ("results", "phones", "opens", "seconds")
"""The settings that do not bear on answers and can change at any time."""


class RunningOrder:
    """The polls of a session, in order."""

    def __init__(self, store: Store, writer: Writer, changes: Changes) -> None:
        self._store = store
        self._writer = writer
        self._changes = changes

    def polls(self, session: int) -> list[Poll]:
        return self._store.polls(session)

    def get(self, poll: int) -> Poll:
        """Raises PollNotFound."""
        return self._store.poll(poll)

    def frozen(self, poll: Poll) -> bool:
        """Whether the wording stands: while the poll is open, and for good once voted on."""
        return _frozen(self._store, poll)

    def add(
        self,
        session: int,
        kind_name: str,
        title: str,
        content: Mapping[str, JSON],
        settings: Mapping[str, JSON] | None = None,
        notes: str = "",
        standing: bool = False,
        by: str = "",
    ) -> Poll:
        """At the end; `standing` puts it beside the running order, open all the time.

        Raises KindUnknown, ContentInvalid, BadRequest, SessionEnded.
        """
        stands = _stands(kind_name, standing)
        checked_content, checked_settings = kind(kind_name).check(content, settings or {})
        stands = stands or bool(checked_settings.get("afterwards"))
        values = {"title": _title(title), "notes": _notes(notes)}

        def work(store: Store) -> Poll:
            _refuse_ended(store, session)
            refuse_unknown_images(store, session, checked_content)
            poll = store.add_poll(
                session=session,
                kind=kind_name,
                content=checked_content,
                settings=checked_settings,
                position=len(store.polls(session)) + 1,
                standing=stands,
                **values,
            )
            _place(store, session, [poll.id for poll in store.polls(session)])
            note(store, session, "add_poll", by, poll.id)
            return store.poll(poll.id)

        return self._announced(session, work)

    def insert_slides(
        self,
        session: int,
        slides: Sequence[tuple[str, Mapping[str, JSON]]],
        after: int | None = None,
        by: str = "",
    ) -> list[Poll]:
        """Slides by title and content, in their order, behind the poll `after`: 0 for before all
        others, None for behind them. All of them are added, or none.

        Raises ContentInvalid, BadRequest, SessionEnded.
        """
        checked = [(_title(title), *kind(SLIDE).check(content, {})) for title, content in slides]

        def work(store: Store) -> list[Poll]:
            _refuse_ended(store, session)
            order = [poll.id for poll in store.polls(session)]
            added: list[int] = []
            for title, content, settings in checked:
                refuse_unknown_images(store, session, content)
                poll = store.add_poll(
                    session=session, kind=SLIDE, title=title, content=content, settings=settings,
                    position=len(order) + len(added) + 1,
                )  # fmt: skip
                added.append(poll.id)
                note(store, session, "add_poll", by, poll.id)
            place = order.index(after) + 1 if after in order else 0 if after == 0 else len(order)
            _place(store, session, [*order[:place], *added, *order[place:]])
            return [store.poll(poll) for poll in added]

        return self._announced(session, work)

    def edit(
        self,
        poll_id: int,
        title: str | None = None,
        content: Mapping[str, JSON] | None = None,
        settings: Mapping[str, JSON] | None = None,
        notes: str | None = None,
        by: str = "",
    ) -> Poll:
        """Changes what is given. Raises PollFrozen, ContentInvalid, BadRequest, PollNotFound."""

        def work(store: Store) -> Poll:
            # Read here: what somebody else changes meanwhile is not to be written back.
            before = store.poll(poll_id)
            checked_content, checked_settings = kind(before.kind).check(
                before.content if content is None else content,
                before.settings if settings is None else {**before.settings, **settings},
            )
            values: dict[str, Any] = {
                "title": before.title if title is None else _title(title),
                "content": checked_content,
                "settings": checked_settings,
                "notes": before.notes if notes is None else _notes(notes),
            }
            afterwards = checked_settings.get("afterwards")
            if afterwards != before.settings.get("afterwards"):
                values["standing"] = bool(afterwards)
            if _bears_on_answers(before, values) and _frozen(store, before):
                raise PollFrozen
            refuse_unknown_images(store, before.session, checked_content)
            note(store, before.session, "edit_poll", by, poll_id)
            store.change_poll(poll_id, **values)
            if "standing" in values:
                _place(store, before.session, [poll.id for poll in store.polls(before.session)])
            return store.poll(poll_id)

        return self._announced(self._store.poll(poll_id).session, work)

    def move(self, poll_id: int, position: int, by: str = "") -> None:
        """To `position`, counted from 1; what is out of bounds means first or last."""
        session = self._store.poll(poll_id).session

        def work(store: Store) -> None:
            others = [poll.id for poll in store.polls(session) if poll.id != poll_id]
            others.insert(min(max(position, 1), len(others) + 1) - 1, poll_id)
            _place(store, session, others)
            note(store, session, "move_poll", by, poll_id, position=position)

        self._announced(session, work)

    def duplicate(self, poll_id: int, by: str = "") -> Poll:
        """An editable copy, right behind the original."""
        session = self._store.poll(poll_id).session

        def work(store: Store) -> Poll:
            _refuse_ended(store, session)
            original = store.poll(poll_id)
            order = [poll.id for poll in store.polls(session)]
            copy = store.add_poll(
                session=session,
                kind=original.kind,
                title=original.title,
                content=original.content,
                settings=original.settings,
                notes=original.notes,
                position=len(order) + 1,
                standing=original.standing,
            )
            order.insert(order.index(poll_id) + 1, copy.id)
            _place(store, session, order)
            note(store, session, "add_poll", by, copy.id, copy_of=poll_id)
            return store.poll(copy.id)

        return self._announced(session, work)

    def earlier(self, session: int, text: str, limit: int) -> list[Poll]:
        """The newest polls of other sessions that hold the words of `text`."""
        return self._store.earlier_polls(session, text, limit)

    def take(self, session: int, polls: Sequence[int], by: str = "") -> list[Poll]:
        """Copies of polls of other sessions, at the end. Raises PollNotFound, SessionEnded."""

        def work(store: Store) -> list[Poll]:
            _refuse_ended(store, session)
            taken = []
            for original in map(store.poll, polls):
                copy = store.add_poll(
                    session=session,
                    kind=original.kind,
                    title=original.title,
                    content=with_copied_images(store, original.content, session),
                    settings=original.settings,
                    notes=original.notes,
                    position=len(store.polls(session)) + 1,
                    standing=original.standing,
                )
                _place(store, session, [poll.id for poll in store.polls(session)])
                note(store, session, "add_poll", by, copy.id, copy_of=original.id)
                taken.append(store.poll(copy.id))
            return taken

        return self._announced(session, work)

    def delete(self, poll_id: int, by: str = "") -> None:
        """With its ballots, for good. Raises PollOpen, PollNotFound."""
        self._taken_out(poll_id, by, lambda store: store.delete_poll(poll_id))

    def discard(self, poll_id: int, by: str = "") -> None:
        """Deletes it so that `restore` can bring it back for a while. Raises as `delete`."""
        self._taken_out(poll_id, by, lambda store: store.discard_poll(poll_id, instant()))

    def restore(self, session: int, poll_id: int, by: str = "") -> Poll:
        """Brings a discarded poll back to where it was, with its ballots. Raises PollNotFound."""

        def work(store: Store) -> Poll:
            others = [poll.id for poll in store.polls(session)]
            store.restore_poll(poll_id, session)
            others.insert(store.poll(poll_id).position - 1, poll_id)
            _place(store, session, others)
            note(store, session, "restore_poll", by, poll_id)
            return store.poll(poll_id)

        return self._announced(session, work)

    def _taken_out(self, poll_id: int, by: str, remove: Callable[[Store], None]) -> None:
        session = self._store.poll(poll_id).session

        def work(store: Store) -> None:
            if store.poll(poll_id).status == "open":
                raise PollOpen
            seen = store.session(session)
            if seen.poll == poll_id:
                view = "join" if seen.view == "poll" else seen.view
                store.change_session(session, poll=None, view=view)
            remove(store)
            store.place_polls([poll.id for poll in store.polls(session)])
            note(store, session, "delete_poll", by, poll_id)

        self._announced(session, work)

    def _announced(self, session: int, work: Callable[[Store], T]) -> T:
        result = self._writer.run(work)
        self._changes.transition.send(session)
        return result


def _stands(kind_name: str, wanted: bool) -> bool:
    """Whether a poll of the kind stands beside the running order. Raises BadRequest."""
    stands = kind(kind_name).stands
    if wanted and stands == "never":
        raise BadRequest(N_("This kind of question has its place in the running order."))
    return wanted or stands == "always"


def _place(store: Store, session: int, order: list[int]) -> None:
    """In this order, with those that stand beside it behind all others."""
    standing = {poll.id for poll in store.polls(session) if poll.standing}
    store.place_polls(sorted(order, key=standing.__contains__))


def _frozen(store: Store, poll: Poll) -> bool:
    return poll.status == "open" or bool(poll.draws) or poll.id in store.voted_on(poll.session)


def _bears_on_answers(poll: Poll, values: Mapping[str, Any]) -> bool:
    """Whether `values` would change what people were asked or how they could answer."""

    def asked(settings: Mapping[str, JSON]) -> dict[str, JSON]:
        return {name: value for name, value in settings.items() if name not in PRESENTATION}

    before = (poll.title, poll.content, asked(poll.settings))
    return before != (values["title"], values["content"], asked(values["settings"]))


def _refuse_ended(store: Store, session: int) -> None:
    if store.session(session).status == "ended":
        raise SessionEnded


def _title(text: str) -> str:
    title = text.strip()
    if not 0 < len(title) <= TITLE_LENGTH:
        raise BadRequest(
            N_("A question of 1 to %(most)s characters is needed."),
            field="title",
            most=TITLE_LENGTH,
        )
    return title


def _notes(text: str) -> str:
    if len(text) > NOTES_LENGTH:
        raise BadRequest(
            N_("Notes have at most %(most)s characters."), field="notes", most=NOTES_LENGTH
        )
    return text
