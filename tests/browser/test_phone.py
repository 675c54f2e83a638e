"""The phone while all is well: choosing, writing, changing one's mind, results, the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.asking import KINDS
from tests.browser.phones import Phone
from tests.room import OPTIONS, Room

Phones = Callable[..., Phone]


@pytest.fixture
def host(room: Room) -> Any:
    return room.facilitator()


def opened(room: Room, host: Any, *question: Any, **settings: Any) -> dict[str, Any]:
    """A question whose vote is open."""
    poll = room.asks(*question, **settings)
    host.does("open", poll=poll["id"], round=0)
    return poll


def test_a_choice_is_sent_at_once_and_can_be_changed(room: Room, host: Any, phone: Phones) -> None:
    poll = opened(room, host)
    mine = phone().joins_live()
    mine.says("The vote is open")
    mine.chooses("Oui")
    mine.says("Your vote is recorded")
    mine.chooses("Non")
    mine.has_chosen("Non")
    mine.says("You can change your mind while the vote is open.")
    mine.page.reload()
    mine.has_chosen("Non")
    assert room.results(poll)["results"] == {"counts": {"a": 0, "b": 1, "c": 0}}


def test_targets_are_large_and_stay_where_they_are(room: Room, host: Any, phone: Phones) -> None:
    six = [{"id": letter, "text": f"Choix {letter}"} for letter in "abcdef"]
    opened(room, host, "multiple_choice", {"options": six}, "Que peut faire un agent ?")
    mine = phone().joins_live()

    def boxes() -> list[Any]:
        return [row.bounding_box() for row in mine.page.locator(".choice").all()]

    before = boxes()
    foot = mine.page.locator("#foot").bounding_box()
    assert foot
    assert all(box["height"] >= 56 for box in before)
    assert before[-1]["y"] + before[-1]["height"] <= foot["y"], "six options without scrolling"
    mine.chooses("Choix b")
    mine.chooses("Choix e")
    mine.says("Your 2 answers are recorded")
    assert boxes() == before


def test_unticking_all_withdraws(room: Room, host: Any, phone: Phones) -> None:
    poll = opened(room, host, "multiple_choice")
    mine = phone().joins_live()
    mine.chooses("Oui")
    mine.says("Your vote is recorded")
    mine.chooses("Oui")
    mine.says("Your answer is withdrawn")
    assert room.results(poll)["answered"] == 0


def test_too_few_answers_are_not_sent_and_stay_ticked(room: Room, host: Any, phone: Phones) -> None:
    poll = opened(room, host, "multiple_choice", min=2, max=2)
    mine = phone().joins_live()
    mine.chooses("Oui")
    mine.says("at least 2")
    mine.has_chosen("Oui")
    assert room.results(poll)["answered"] == 0
    mine.chooses("Non")
    mine.says("Your 2 answers are recorded")
    mine.chooses("Peut-être")
    mine.says("at most 2")
    assert room.results(poll)["results"]["counts"] == {"a": 1, "b": 1, "c": 0}


def test_words_are_sent_together_and_withdrawn(room: Room, host: Any, phone: Phones) -> None:
    poll = opened(room, host, "word_cloud")
    mine = phone().joins_live()
    mine.sends()
    mine.says("Write a word first.")
    mine.writes("prix", "", "délai")
    mine.says("What you have just written is not sent yet.")
    mine.sends()
    mine.says("Your 2 answers are recorded")
    assert [field.input_value() for field in mine.fields.all()] == ["prix", "délai", ""]
    mine.page.get_by_role("button", name="Withdraw my answer").click()
    mine.says("Your answer is withdrawn")
    assert room.results(poll)["answered"] == 0


def test_what_was_typed_survives_the_host_and_keeps_the_focus(
    room: Room, host: Any, phone: Phones
) -> None:
    text = opened(room, host, "open_text", None, "Et vous ?", results="hidden")
    mine = phone().joins_live()
    mine.fields.first.press_sequentially("Par où ")
    host.does("reveal")
    host.does("hide")
    mine.fields.first.press_sequentially("commencer ?")
    expect(mine.fields.first).to_be_focused()
    host.does("close")
    mine.says("it is not sent")
    expect(mine.fields.first).to_have_value("Par où commencer ?")
    expect(mine.fields.first).to_be_disabled()
    other = opened(room, host)
    mine.asks(other["title"])
    host.does("open", poll=text["id"], round=1)
    mine.asks("Et vous ?")
    expect(mine.fields.first).to_have_value("Par où commencer ?")
    mine.page.reload()
    expect(mine.fields.first).to_have_value("Par où commencer ?")
    mine.sends()
    mine.says("Your vote is recorded")


def test_results_and_right_answers_come_with_the_close(
    room: Room, host: Any, phone: Phones
) -> None:
    options = [{**option, "right": option["id"] == "b"} for option in OPTIONS]
    opened(room, host, "single_choice", {"options": options})
    mine = phone().joins_live()
    mine.chooses("Oui")
    mine.says("Your vote is recorded")
    results = mine.page.get_by_role("region", name="Results")
    expect(results).to_be_hidden()
    assert '"right"' not in mine.page.content()
    host.does("close")
    mine.says("The results are shown")
    expect(results.get_by_role("listitem").filter(has_text="Non")).to_contain_text("Right answer")
    mine.has_chosen("Oui")
    host.does("hide")
    mine.says("The vote is closed")
    expect(results).to_be_hidden()
    expect(mine.page.get_by_role("radio").first).to_be_disabled()


def test_each_event_is_announced_once(room: Room, host: Any, phone: Phones) -> None:
    poll = room.asks(title="Une question ?", results="hidden")
    mine = phone().joins_live()
    mine.page.evaluate(
        """() => {
          window.heard = [];
          const region = document.getElementById("announcements");
          const listen = new MutationObserver(() => heard.push(region.textContent));
          listen.observe(region, {childList: true});
        }"""
    )
    host.does("open", poll=poll["id"], round=0)
    mine.chooses("Oui")
    mine.says("Your vote is recorded")
    host.does("close")
    mine.says("The vote is closed")
    host.does("reveal")
    mine.says("The results are shown")
    assert mine.page.evaluate("heard") == [
        "New question: \u2068Une question ?\u2069",
        "Your vote is recorded",
        "The vote is closed",
        "The results are shown",
    ]


def test_from_the_first_minute_to_the_last(room: Room, host: Any, phone: Phones) -> None:
    poll = room.asks(opens="by_hand")
    mine = phone().joins_live()
    mine.asks("You are in.")
    expect(mine.page.get_by_text("Your name is not asked.")).to_be_visible()
    host.does("next")
    mine.asks(poll["title"])
    mine.says("The vote is about to open")
    expect(mine.page.get_by_role("radio").first).to_be_disabled()
    host.does("open", round=0)
    mine.chooses("Oui")
    mine.says("Your vote is recorded")
    for action in ("blank", "show_join"):
        host.does(action)
        mine.has_chosen("Oui")
        mine.says("Your vote is recorded")
    host.does("end")
    mine.asks("Thank you for taking part")


def test_hostile_text_shows_as_text(room: Room, host: Any, phone: Phones) -> None:
    hostile = "<script>alert(1)</script> \"'& \u202eabc 👩\u200d💻 " + "x" * 200
    options = [{"id": "a", "text": hostile}, {"id": "b", "text": "<b>gras</b>"}]
    opened(room, host, "single_choice", {"options": options}, hostile)
    mine = phone(viewport={"width": 320, "height": 568}).joins_live()
    mine.asks(hostile)
    expect(mine.page.locator(".choice .text")).to_have_text([hostile, "<b>gras</b>"])
    assert not mine.overflows()
    mine.page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not mine.overflows()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(
    room: Room, host: Any, phone: Phones, kind: str, axe: Callable[..., list[str]]
) -> None:
    opened(room, host, kind)
    mine = phone(reduced_motion="reduce").joins_live()  # colours change at once

    def is_fine_in_both_themes() -> None:
        for theme in ("light", "dark"):
            mine.page.emulate_media(color_scheme=theme)
            assert axe(mine.page) == []

    is_fine_in_both_themes()
    host.does("close")
    mine.says("The results are shown")
    is_fine_in_both_themes()
