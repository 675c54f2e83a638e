"""What the rest of the house may ask of storage. Calls are plain and synchronous.

A Store is one connection. The server has one that reads; the writer owns the one that writes,
and writes within `transaction`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from polling.pictures import Picture
from polling.records import (
    EVERYTHING,
    JSON,
    Ballot,
    Certainty,
    Entry,
    HandCount,
    Poll,
    Profile,
    Search,
    Session,
    Tally,
    Transition,
    Vote,
)
from polling.themes import Theme

Pause = Callable[[], None]


def at_once() -> None:
    """The pause of who does not give way to others."""


class Store(Protocol):
    """Sessions, polls, ballots, the journal, and who may sign in."""

    def transaction(self) -> AbstractContextManager[Any]:
        """All or nothing of what is written inside; not to be shared between green threads."""

    def another(self) -> Store:
        """A second reading connection, for a long read that must not hold the first one back."""

    def checkpoint(self) -> None:
        """Brings what was committed from the journal into the file, in no writer's way. To be
        called now and then, on a connection of its own: nobody who commits does it."""

    def close(self) -> None: ...
    def touch(self) -> None:
        """Writes something small, to find out whether writing works."""

    # sessions
    def add_session(self, **values: Any) -> Session: ...
    def session(self, session: int) -> Session:
        """Raises SessionNotFound."""

    def session_by_code(self, code: str) -> Session:
        """`code` in upper case. Raises SessionNotFound."""

    def code_is_taken(self, code: str) -> bool:
        """Also by a session that was discarded and can come back."""

    def sessions(self, limit: int, offset: int = 0, search: Search = EVERYTHING) -> list[Session]:
        """The newest first."""

    def count_sessions(self, search: Search = EVERYTHING) -> int: ...
    def change_session(self, session: int, **values: Any) -> Session: ...
    def grow_rev(self, session: int) -> int:
        """Adds one to the session's revision and returns it."""

    def delete_session(self, session: int) -> None:
        """With its polls, ballots, participants and journal."""

    def erase_keys(self, ended_before: str) -> list[int]:
        """Destroys the key of each session that ended before, the nicknames of its participants,
        and when exactly its ballots came (`seq`, `elapsed`); returns their ids."""

    def forget_journal_of_writes(self) -> bool:
        """Leaves no trace of what was erased beside the file; False while somebody reads an
        older state of it. Outside of a transaction."""

    # polls
    def add_poll(self, **values: Any) -> Poll: ...
    def poll(self, poll: int) -> Poll:
        """Raises PollNotFound."""

    def polls(self, session: int) -> list[Poll]:
        """The running order."""

    def earlier_polls(self, session: int, text: str, limit: int) -> list[Poll]:
        """Those of other sessions that hold every word of `text`, in themselves or in their
        session's title; of several that ask the same, the newest alone."""

    def change_poll(self, poll: int, **values: Any) -> Poll: ...
    def delete_poll(self, poll: int) -> None: ...
    def place_polls(self, polls: Sequence[int]) -> None:
        """Gives `polls` the positions 1, 2, 3, … in this order."""

    def set_hand_count(self, poll: int, round: int, count: HandCount) -> None:
        """The paper ballots of a round, in place of what was counted before."""

    def drop_hand_count(self, poll: int, round: int) -> None: ...

    # what was deleted and can still come back: nothing else finds it
    def discard_session(self, session: int, at: str) -> None:
        """With its polls. Raises SessionNotFound."""

    def restore_session(self, session: int) -> None:
        """As it was. Raises SessionNotFound where it was not discarded, or is gone by now."""

    def discarded_sessions(self) -> list[tuple[int, str]]:
        """Their ids and titles, the newest first."""

    def discarded_polls(self, session: int) -> list[tuple[int, str]]:
        """The same of the polls of a session that is still there."""

    def discard_poll(self, poll: int, at: str) -> None:
        """Raises PollNotFound."""

    def restore_poll(self, poll: int, session: int) -> None:
        """In the session it was in. Raises PollNotFound, as above."""

    def delete_discarded(self, before: str) -> int:
        """For good, with all they hold; returns how many there were."""

    # ballots
    def record(self, votes: Sequence[Vote], minute: str) -> None:
        """Writes votes: each replaces its ballot unless the stored `seq` is higher."""

    def tally(
        self,
        poll: int,
        round: int,
        pause: Pause = at_once,
        since: str | None = None,
        unseen: bool = False,
    ) -> Tally:
        """Counts of visible answers, those of the minute `since` and later where it is given, and
        of those that nobody sees where `unseen` says so. `pause` is called now and then while
        many are read."""

    def entries(self, poll: int, round: int, status: str, limit: int, slots: str = "") -> Tally:
        """The newest ballots of that status whose slot begins with `slots`, to be shown singly,
        and how many there are."""

    def counting_down(self) -> list[Poll]:
        """The open polls with a countdown, of every session."""

    def certainties(
        self, poll: int, round: int, participant: str | None = None
    ) -> dict[str, Certainty]:
        """How sure each participant is, or that one, as far as they said."""

    def elapsed(self, poll: int, round: int) -> dict[str, int]:
        """How many milliseconds after the opening participants answered, where that counts."""

    def answered(self, poll: int, round: int) -> int:
        """How many participants hold a ballot in the round."""

    def votes_by_poll(self, session: int) -> Mapping[int, tuple[int, int]]:
        """For each poll of the session, `answered` of its last round, and all its ballots."""

    def answers_of(self, poll: int, round: int, participant: str) -> dict[str, JSON]:
        """One participant's answers by slot."""

    def answers(self, poll: int, round: int) -> dict[str, dict[str, JSON]]:
        """Every participant's answers by slot."""

    def waiting(
        self, poll: int, round: int, participant: str | None = None
    ) -> dict[str, list[str]]:
        """The slots of each participant, or of the one named, that wait for approval."""

    def voted_on(self, session: int) -> set[int]:
        """The polls of the session that anybody ever voted on, withdrawn answers and counted paper
        ballots included."""

    def entry(self, poll: int, entry: str) -> Entry:
        """Raises EntryNotFound."""

    def set_entry_status(self, poll: int, entry: str, status: str) -> None:
        """Raises EntryNotFound."""

    def ballots(self, session: int) -> Iterator[Ballot]:
        """By position of the poll, round, participant, slot. Withdrawn ones are left out."""

    def clear_ballots(self, session: int) -> None:
        """Deletes every ballot, hand count and participant of a session."""

    def participants(self, session: int) -> set[str]:
        """Those who hold a ballot in the session."""

    # profiles
    def profile(self, session: int, participant: str) -> Profile | None: ...
    def profiles(self, session: int) -> dict[str, Profile]:
        """What participants said of themselves, by pseudonym."""

    def team_sizes(self, session: int) -> dict[str, int]:
        """How many are in each team that anybody is in."""

    def set_profile(self, session: int, participant: str, profile: Profile) -> None: ...

    # images
    def add_image(self, image: str, session: int, picture: Picture, made: str) -> None:
        """Under the id `image`."""

    def image(self, image: str) -> Picture:
        """Raises ImageNotFound."""

    def images(self, session: int) -> set[str]:
        """The ids of what was uploaded into the session."""

    def copy_image(self, image: str, copy: str, session: int) -> None:
        """The same picture again, under the id `copy`, in another session."""

    def delete_image(self, image: str) -> None: ...

    # themes
    def add_theme(self, theme: Theme, made: str) -> None: ...
    def theme(self, theme: str) -> Theme:
        """Raises ThemeNotFound."""

    def themes(self) -> list[Theme]:
        """By name."""

    def delete_theme(self, theme: str) -> list[int]:
        """Takes it off the sessions that had it, and returns their ids. Raises ThemeNotFound."""

    # journal
    def note(self, session: int, transition: Transition) -> None: ...
    def journal(self, session: int) -> list[Transition]: ...

    # the server
    def secret(self) -> bytes:
        """The server's signing key, made with the file."""

    def address(self) -> str:
        """What the host chose to show to phones; "" where nothing."""

    def set_address(self, key: str) -> None: ...

    # access
    def add_link(self, fingerprint: str, made: str) -> None: ...
    def use_link(self, fingerprint: str, used: str) -> int:
        """The id of the facilitator this link signs in. Raises LinkUsed."""

    def link_is_open(self, fingerprint: str) -> bool: ...
    def has_facilitator(self, facilitator: int) -> bool: ...
