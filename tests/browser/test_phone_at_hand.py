"""What stands beside the question on a phone: within reach without scrolling, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.asking import does, opened, options
from tests.browser.phones import SMALL, Phone
from tests.browser.wall import edges
from tests.room import Room

TREMBLES = """
window.trembled = 0;
navigator.vibrate = () => { window.trembled += 1; return true; };
"""


def stands(room: Room, kind: str, title: str) -> dict[str, Any]:
    """A question that is open beside the running order."""
    body = {"kind": kind, "title": title, "content": {}, "standing": True}
    made: dict[str, Any] = room.server.api("POST", f"/sessions/{room.id}/polls", body).json()
    does(room, made, "open")
    return made


def test_questions_at_any_time_are_within_reach(room: Room, phone: Callable[..., Phone]) -> None:
    stands(room, "qa", "Vos questions")
    opened(room, "single_choice", options("Un", "Deux", "Trois", "Quatre", "Cinq", "Six"))
    mine = phone().joins_live()
    bar = mine.page.get_by_role("navigation", name="At any time")
    button = bar.get_by_role("button", name="Vos questions")

    def is_in_sight() -> None:
        left, top, right, bottom = edges(button)
        assert bottom - top >= 48
        assert right - left >= 48
        assert bottom <= SMALL["height"]
        assert edges(mine.page.locator(".choice").last)[3] <= edges(mine.page.locator("#foot"))[1]

    expect(button).to_be_visible()
    is_in_sight()
    mine.chooses("Deux")
    mine.says("Your vote is recorded")
    is_in_sight()
    stands(room, "tempo", "Le rythme vous convient-il ?")
    expect(bar.get_by_role("button")).to_have_count(2)
    remarked = "Une remarque pour toute l’équipe avant de nous quitter ?"
    stands(room, "idea_board", remarked)
    many = bar.get_by_role("button", name="At any time: 3 questions")
    expect(bar.get_by_role("button")).to_have_count(1)
    many.focus()
    mine.page.keyboard.press("Enter")
    remark = bar.get_by_role("button", name=remarked)
    remark.focus()
    mine.page.keyboard.press("Enter")
    sheet = mine.page.get_by_role("dialog", name=remarked)
    expect(sheet).to_be_visible()
    mine.page.set_viewport_size({"width": 320, "height": 568})
    title, closing = edges(sheet.get_by_role("heading").first), edges(sheet.locator("[data-close]"))
    assert title[2] <= closing[0], "the title wraps beside the button"
    assert closing[1] - title[1] < 2, "which stands at the top"
    assert closing[2] > 290, "and to the right"
    mine.page.set_viewport_size(SMALL)
    mine.page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(many).to_be_focused()
    expect(remark).to_be_hidden()


@pytest.mark.parametrize("size", ["", "32px"])
def test_the_foot_never_covers_what_has_the_focus(
    room: Room, phone: Callable[..., Phone], size: str
) -> None:
    stands(room, "qa", "Vos questions")
    texts = [f"Une réponse qui prend au moins deux lignes sur un téléphone ({n})" for n in range(6)]
    opened(room, "multiple_choice", options(*texts))
    mine = phone().joins_live()
    mine.page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
    expect(mine.page.get_by_role("button", name="Vos questions")).to_be_attached()
    for back in (False, True):
        for _ in range(9):
            mine.page.keyboard.press("Shift+Tab" if back else "Tab")
            held = mine.page.evaluate(
                """() => {
                  const [here, foot] = [document.activeElement, document.getElementById("foot")];
                  const { top, bottom } = here.getBoundingClientRect();
                  return foot.contains(here) || here === document.body
                    || (top >= 0 && bottom <= foot.getBoundingClientRect().top);
                }"""
            )
            assert held, mine.page.evaluate("document.activeElement.outerHTML")
    assert not mine.overflows()


def test_a_phone_trembles_softly_unless_asked_not_to(
    room: Room, phone: Callable[..., Phone]
) -> None:
    opened(room)
    mine, still = phone(), phone(reduced_motion="reduce")
    for one in (mine, still):
        one.page.add_init_script(TREMBLES)
        with one.page.expect_response("**/vibration.js"):
            one.joins_live()
        one.chooses("Oui")
        one.says("Your vote is recorded")
    opened(room, "yes_no", None, "Et maintenant ?")
    for one in (mine, still):
        one.asks("Et maintenant ?")
    assert mine.page.evaluate("trembled") == 2
    assert still.page.evaluate("trembled") == 0
