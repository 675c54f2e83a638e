"""What participants said of themselves is exported where the session asks for it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from polling.exports import codebook, table
from polling.exports.document import pieces
from polling.records import Profile
from tests.exports.examples import SESSION, ballot, poll_of
from tests.room import Room

ADA = Profile("Ada", "Achat", "Nantes")
POLL = poll_of("yes_no")
BALLOTS = [ballot(POLL, "yes", "ada"), ballot(POLL, "no", "bob")]


def asking(**settings: Any) -> Any:
    return replace(SESSION, settings=settings)


def cells(**settings: Any) -> list[dict[str, object]]:
    header, *lines = table.rows(asking(**settings), [POLL], BALLOTS, {"ada": ADA}, str)
    return [dict(zip(map(str, header), line, strict=True)) for line in lines]


def test_each_row_says_who_its_participant_said_to_be() -> None:
    ada, bob = cells(nicknames=True, teams=["Achat"], sites=["Nantes"])

    assert (ada["nickname"], ada["team"], ada["site"]) == ("Ada", "Achat", "Nantes")
    assert (bob["nickname"], bob["team"], bob["site"]) == (None, None, None)
    assert [*ada][10:14] == ["minute", "nickname", "team", "site"]


def test_only_what_the_session_asks_for_has_a_column() -> None:
    ada, _ = cells(teams=["Achat"], nicknames=False, sites=[])

    assert ada["team"] == "Achat"
    assert not {"nickname", "site"} & set(ada)


def test_the_codebook_has_the_same_columns() -> None:
    _header, *rows = codebook.rows(asking(nicknames=True, sites=["Nantes"]), [], str)
    described = {row[3]: row[4] for row in rows}

    assert "erased" in str(described["nickname"])
    assert described["site"]
    assert "team" not in described


def test_the_document_holds_what_is_asked_for() -> None:
    class NoResults:
        def of(self, *_round: object) -> dict[str, Any]:
            return {}

    def profiles(**settings: Any) -> list[dict[str, str]]:
        session = asking(**settings)
        text = "".join(pieces(session, [], NoResults(), [], {"ada": ADA}, [], []))
        found: list[dict[str, str]] = json.loads(text)["profiles"]
        return found

    assert profiles() == []
    assert profiles(nicknames=True) == [{"participant": "ada", "nickname": "Ada"}]


def test_a_real_room_takes_its_nicknames_away(room: Room) -> None:
    settings = {"nicknames": True, "teams": ["Achat", "Juridique"]}
    assert room.server.api("PATCH", f"/sessions/{room.id}", {"settings": settings}).ok
    room.asks("yes_no")
    room.facilitator().does("next")
    person = room.attendee()
    assert person.sends("profile", {"nickname": "=Ada", "team": "Achat"})["ok"]
    assert person.votes("yes")["ok"]
    header, line = room.server.api("GET", f"/sessions/{room.id}/export.csv").text.splitlines()

    assert "minute,nickname,team,choice" in header
    assert ",'=Ada,Achat,yes," in line  # not a formula
