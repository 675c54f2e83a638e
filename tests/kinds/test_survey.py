"""Surveys: items of other kinds, each in its slot, and who has finished."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds import kind, kinds
from polling.records import Tally
from tests.room import Room, eventually

SURVEY = kind("survey")
EXAMPLE = SURVEY.example.content


def changed(place: int, **values: Any) -> dict[str, Any]:
    content = copy.deepcopy(EXAMPLE)
    content["items"][place].update(values)
    return content


def test_what_may_be_an_item_asks_takes_one_answer_and_is_not_judged_alone() -> None:
    allowed = {each.name for each in kinds().values() if each.may_be_an_item}
    assert {
        *("single_choice", "multiple_choice", "yes_no", "scale", "nps", "rating", "numeric"),
        *("open_text", "ranking"),
    } <= allowed
    for name in allowed:
        assert kind(name).asks
        assert not kind(name).takes_slots
        assert kind(name).stands != "always"


@pytest.mark.parametrize(
    "content, field, words",
    [
        ({"items": []}, "content.items", "1 to 20 questions"),
        (changed(0, kind="slide"), "content.items.0.kind", "cannot be part"),
        (changed(0, kind="survey"), "content.items.0.kind", "cannot be part"),
        (changed(0, kind="telepathy"), "content.items.0.kind", "cannot be part"),
        (changed(2, title=" "), "content.items.2.title", "1 to 300 characters"),
        (changed(1, id="s1"), "content.items.1.id", "same id: “s1”"),
        (changed(1, id=":finished"), "content.items.1.id", "1 to 32 characters"),
        (changed(1, content={"options": []}), "content.items.1.content.options", "2 to 12"),
        (changed(0, settings={"stars": 40}), "content.items.0.settings.stars", "10"),
        (changed(0, settings={"seconds": 30}), "content.items.0.settings", "“seconds”"),
        (changed(2, settings={"moderated": True}), "content.items.2.settings.moderated", "one by"),
        (changed(0, content={"details": "Hm"}), "content.items.0.content", "“details”"),
    ],
)
def test_an_item_is_refused_where_it_is_wrong(content, field, words) -> None:
    with pytest.raises(ContentInvalid) as refusal:
        SURVEY.check(content, {})
    assert refusal.value.details["field"] == field
    assert words in refusal.value.message % refusal.value.details


@pytest.mark.parametrize("settings", [{"abstain": True}, {"rounds": 2}])
def test_nobody_abstains_or_votes_twice(settings) -> None:
    with pytest.raises(ContentInvalid):
        SURVEY.check(EXAMPLE, settings)


def test_each_item_has_the_results_of_its_kind(ask) -> None:
    poll = ask("survey", EXAMPLE)
    counts = [
        ("s1", 4, 2), ("s1", 5, 1), ("s2", "b", 2), ("s3", "Rien", 2), ("s3", "Plus de temps", 1),
        (":finished", 1, 2),
    ]  # fmt: skip
    results = SURVEY.results(Tally(counts, answered=4), poll)
    assert results["finished"] == 2
    first, second, third = results["items"].values()
    assert first["answered"] == 3
    assert first["results"]["counts"]["4"] == 2
    assert second == {"answered": 2, "results": {"counts": {"a": 0, "b": 2, "c": 0}}}
    texts = sorted(entry["text"] for entry in third["results"]["entries"])
    assert texts == ["Plus de temps", "Rien", "Rien"]
    assert {entry["minute"] for entry in third["results"]["entries"]} == {""}


def test_what_somebody_wrote_is_taken_off_the_wall(room: Room) -> None:
    poll = room.asks("survey", EXAMPLE)
    host, person = room.facilitator(), room.attendee()
    host.does("next")
    person.sees(status="open")
    assert person.votes("Une grossièreté", slot="s3")["ok"]
    assert person.votes(1, slot=":finished")["ok"]
    (entry,) = room.results(poll)["results"]["items"]["s3"]["results"]["entries"]
    host.sees(status="open")
    host.does("hide_entry", entry=f"s3:{entry['id']}")
    shown = room.results(poll)["results"]
    assert shown["items"]["s3"] == {"answered": 1, "results": {"entries": [], "more": 0}}
    assert host.does("hide_entry", entry="s9:nothing")["error"] == "answer-invalid"
    person.leaves()
    person.comes_back()
    eventually(
        lambda: person.state["answer"] == {"s3": "Une grossièreté", ":finished": 1}, "the answers"
    )


def test_right_answers_of_items_stay_with_the_host_until_they_may_show(room: Room) -> None:
    judged = {
        "items": [
            {"id": "q1", "kind": "yes_no", "title": "Vrai ?", "content": {"right": "yes"}},
        ]
    }
    room.asks("survey", judged)
    host, person = room.facilitator(), room.attendee()
    host.does("next")
    assert person.sees(status="open")["poll"]["content"]["items"][0]["content"] == {}
    host.sees(status="open")
    host.does("close")
    content = person.sees(status="closed")["poll"]["content"]
    assert content["items"][0]["content"] == {"right": "yes"}


def test_the_wall_shows_one_item_or_all(room: Room) -> None:
    room.asks("survey", EXAMPLE)
    host = room.facilitator()
    host.does("next")
    host.sees(status="open")
    assert list(host.state["displays"]) == ["item:s1", "item:s2", "item:s3"]
    host.does("close")
    host.sees(status="closed")
    assert host.does("display", what="item:s2")["ok"]
    assert host.sees(display="item:s2")["results"]["results"]["finished"] == 0
    assert host.does("display", what="item:s9")["error"] == "bad-request"


def test_a_row_names_its_question_and_the_parts_of_its_answer(ask) -> None:
    poll = ask("survey", EXAMPLE)
    assert SURVEY.row_slot("s1", 4, poll) == {"item": "s1", "s1_stars": 4}
    assert SURVEY.row_slot(":finished", 1, poll) == {"finished": 1}
    names = [column.name for column in SURVEY.columns(poll)]
    assert names == ["item", "s1_stars", "s2_choice", "s2_choice_text", "s3_text", "finished"]


def test_a_form_without_javascript_keeps_items_apart() -> None:
    fields = {
        "s1:kind": ["rating"], "s1:answer": ["4"],
        "s2:kind": ["single_choice"],
        "s3:kind": ["open_text"], "s3:answer": ["Rien"],
    }  # fmt: skip
    said = SURVEY.slots_from_form(fields)
    assert said == {"s1": 4, "s2": None, "s3": "Rien", ":finished": 1}
    assert SURVEY.slots_from_form({"s1:kind": ["rating"]}) == {"s1": None}


def test_the_editors_fields_are_read_item_by_item() -> None:
    fields = {
        "item": ["7", "2"],
        "7:kind": ["open_text"], "7:title": [" Un mot ? "], "7:max_length": ["50"],
        "2:kind": ["single_choice"], "2:title": ["Quoi ?"], "2:id": ["q1"],
        "2:option_text": ["Oui", "Non"],
    }  # fmt: skip
    content, _ = SURVEY.edited(fields)
    first, second = content["items"]
    assert (first["id"], first["title"]) == ("q2", "Un mot ?")
    assert first["settings"] == {"max_length": 50, "moderated": False}
    assert [option["text"] for option in second["content"]["options"]] == ["Oui", "Non"]
    with pytest.raises(ContentInvalid) as refusal:
        SURVEY.edited({**fields, "7:max_length": ["beaucoup"]})
    assert refusal.value.details["field"] == "content.items.0.settings.max_length"
    assert refusal.value.details["unread"] == "7:max_length"


@pytest.mark.parametrize("slot", ["", "s4", ":other", "s1:"])
def test_there_are_no_other_slots(ask, slot: str) -> None:
    with pytest.raises(AnswerInvalid):
        SURVEY.check_slot(slot, ask("survey", EXAMPLE))
