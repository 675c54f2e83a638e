"""What is downloaded is what the room answered, vote by vote."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
import requests

from tests.room import Room

HOSTILE = '=HYPERLINK("http://a.example";"é")'


@pytest.fixture
def voted(room: Room) -> Room:
    """Three people, two rounds of a choice, and a text that a spreadsheet would run."""
    choice, text = room.asks(title="+ ou - ?"), room.asks("open_text")
    people = [room.attendee() for _ in range(3)]
    for step, answers in (("open", "aab"), ("revote", "bbb")):
        now = room.server.api("POST", f"/polls/{choice['id']}/{step}").json()
        for person, answer in zip(people, answers, strict=True):
            person.sees(id=choice["id"], round=now["round"])
            assert person.votes(answer)["ok"]
    people[0].votes("c")
    people[1].votes(None)
    room.server.api("POST", f"/polls/{text['id']}/open")
    people[0].sees(id=text["id"])
    people[0].votes(HOSTILE)
    return room


def download(room: Room, name: str) -> requests.Response:
    answer = room.server.api("GET", f"/sessions/{room.id}/{name}")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert room.code in answer.headers["Content-Disposition"]
    return answer


def table(answer: requests.Response, delimiter: str = ",") -> list[dict[str, str]]:
    text = io.StringIO(answer.content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=delimiter, strict=True))


def test_the_table_has_a_row_for_each_ballot_that_stands(voted: Room) -> None:
    rows = table(download(voted, "export.csv"))

    assert {row["session"] for row in rows} == {voted.code}
    choices = [(row["round"], row["choice"]) for row in rows if row["kind"] == "single_choice"]
    assert sorted(choices) == [("1", "a"), ("1", "a"), ("1", "b"), ("2", "b"), ("2", "c")]


def test_a_participant_has_one_pseudonym_in_a_session(voted: Room) -> None:
    rows = table(download(voted, "export.csv"))

    assert len({row["participant"] for row in rows}) == 3
    by_round = [{row["participant"] for row in rows if row["round"] == n} for n in ("1", "2")]
    assert by_round[1] < by_round[0]


def test_no_cell_is_run_by_a_spreadsheet(voted: Room) -> None:
    for name, delimiter in (("export.csv", ","), ("export.csv?excel=1", ";")):
        rows = table(download(voted, name), delimiter)

        assert {row["title"] for row in rows if row["kind"] == "single_choice"} == {"'+ ou - ?"}
        assert [row["text"] for row in rows if row["text"]] == ["'" + HOSTILE]


def test_the_excel_form_is_told_by_its_first_bytes(voted: Room) -> None:
    assert download(voted, "export.csv?excel=1").content.startswith(b"\xef\xbb\xbfsession;poll;")
    assert download(voted, "codebook.csv?excel=1").content.startswith(b"\xef\xbb\xbfpoll;title;")
    assert download(voted, "export.csv").content.startswith(b"session,poll,")


def test_the_codebook_explains_every_column_of_the_table(voted: Room) -> None:
    columns = set(table(download(voted, "export.csv"))[0])

    assert {row["column"] for row in table(download(voted, "codebook.csv"))} == columns


def test_the_document_agrees_with_the_results_of_every_round(voted: Room) -> None:
    polls = download(voted, "export.json").json()["polls"]

    assert [poll["round"] for poll in polls] == [2, 1]
    for poll in polls:
        for round in poll["rounds"]:
            expected = voted.results(poll, round["round"])
            assert (round["answered"], round["results"]) == (
                expected["answered"],
                expected["results"],
            )
            assert len(round["ballots"]) == round["answered"]


def test_the_document_has_the_same_ballots_as_the_table(voted: Room) -> None:
    def of_the_document() -> list[Any]:
        return [
            (poll["id"], round["round"], ballot["participant"])
            for poll in download(voted, "export.json").json()["polls"]
            for round in poll["rounds"]
            for ballot in round["ballots"]
        ]

    rows = table(download(voted, "export.csv"))
    of_the_table = [(int(row["poll"]), int(row["round"]), row["participant"]) for row in rows]

    assert of_the_document() == of_the_table


def test_no_key_is_in_any_download(voted: Room) -> None:
    for name in ("export.csv", "codebook.csv", "export.json"):
        text = download(voted, name).text

        assert voted.session["screen_key"] not in text
        assert voted.session["facilitator_key"] not in text


def test_a_session_that_nobody_answered_has_a_header(room: Room) -> None:
    assert download(room, "export.csv").text.splitlines() == [
        "session,poll,position,kind,title,round,participant,slot,answer,status,minute"
    ]
    assert download(room, "export.json").json()["polls"] == []


@pytest.mark.parametrize("name", ["export.csv", "codebook.csv", "export.json"])
def test_the_console_gives_the_same_to_who_may_manage_the_session(voted: Room, name: str) -> None:
    address = f"{voted.server.url}/console/sessions/{voted.id}/{name}"
    key = voted.session["facilitator_key"]
    stranger = requests.get(address, timeout=10)
    wall = requests.get(address, {"key": voted.session["screen_key"]}, timeout=10)
    host = requests.get(address, {"key": key}, timeout=10)

    assert (stranger.status_code, wall.status_code) == (403, 403)
    assert host.content == download(voted, name).content
    assert (
        host.headers["Content-Disposition"]
        == (download(voted, name).headers["Content-Disposition"])
    )


@pytest.mark.parametrize("name", ["export.csv", "codebook.csv"])
def test_the_console_gives_the_excel_form(voted: Room, name: str) -> None:
    address = f"{voted.server.url}/console/sessions/{voted.id}/{name}"
    sent = {"key": voted.session["facilitator_key"], "excel": "1"}

    assert requests.get(address, sent, timeout=10).content == (
        download(voted, f"{name}?excel=1").content
    )
