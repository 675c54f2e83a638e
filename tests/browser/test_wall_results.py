"""Results on the wall, by kind: nobody, one person, several, ties; the figures are the API's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.asking import KINDS, VOTES, does, opened, options, voted
from tests.browser.wall import Wall, edges
from tests.room import Room

Walls = Callable[..., Wall]


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_then_one_then_several(hall: Room, wall: Walls, kind: str) -> None:
    poll = opened(hall, kind)
    projected = wall(hall)
    projected.asks(poll["title"])
    projected.stands("Question 1 of 1", "Vote open")
    projected.says("No answer yet")
    expect(projected.stage).not_to_contain_text("%")
    first, *others = VOTES[kind]
    voted(hall, poll, first)
    projected.says("1 person of 1 has answered")
    voted(hall, poll, *others)
    projected.says("3 people of 3 have answered")
    projected.shows_results(kind, hall.results(poll)["results"])
    projected.page.reload()  # the same as a wall that comes late
    projected.says("3 people of 3 have answered")
    projected.shows_results(kind, hall.results(poll)["results"])
    does(hall, poll, "close")
    projected.stands("Vote closed")
    projected.says("3 people of 3 have answered")
    projected.shows_results(kind, hall.results(poll)["results"])


def test_a_vote_that_nobody_took_part_in(hall: Room, wall: Walls) -> None:
    poll = opened(hall)
    does(hall, poll, "close")
    projected = wall(hall)
    projected.says("Nobody answered")
    projected.shows_bars([0, 0, 0], ["", "", ""])


def test_french_counts_people_in_french(room: Room, wall: Walls) -> None:
    poll = opened(room, title="Et vous ?")
    projected = wall(room, locale="fr-FR")
    expect(projected.page.locator("html")).to_have_attribute("lang", "fr")
    assert projected.page.locator("h1:visible").text_content() == "Et vous\u202f?"
    projected.says("Pas encore de réponse")
    first, *_ = voted(room, poll, "a")
    projected.says("1 personne sur 1 a répondu")
    voted(room, poll, "b", "a")
    projected.says("3 personnes sur 3 ont répondu")
    assert projected.page.locator(".share").all_text_contents() == [
        "67\u202f%",
        "33\u202f%",
        "0\u202f%",
    ]
    first.votes(None)
    projected.says("2 personnes sur 3 ont répondu")


def test_each_share_is_rounded_by_itself(hall: Room, wall: Walls) -> None:
    poll = opened(hall)
    projected = wall(hall)
    voted(hall, poll, "a", "b", "c")
    projected.shows_bars([1, 1, 1], ["33%", "33%", "33%"])
    voted(hall, poll, "a", "b", "c", "a", "b")
    projected.shows_bars([3, 3, 2], ["38%", "38%", "25%"])


def test_shares_of_several_answers_are_of_people(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "multiple_choice")
    projected = wall(hall)
    voted(hall, poll, ["a", "b", "c"], ["a", "b"])
    projected.shows_bars([2, 2, 1], ["100%", "100%", "50%"])
    expect(projected.stage.locator(".hint")).to_have_text(
        "Several answers possible. Shares are of the people who answered."
    )


def test_bars_are_as_long_as_their_share(hall: Room, wall: Walls) -> None:
    poll = opened(hall, content=options("Un", "Deux", "Trois", "Quatre"))
    projected = wall(hall)
    voted(hall, poll, "a", "a", "b", "c")
    projected.shows_bars([2, 1, 1, 0])
    for index, part in enumerate((0.5, 0.25, 0.25, 0)):
        bar = projected.page.locator(".bar").nth(index)
        expect(bar).to_have_css("--part", str(part))
        left, _, right, _ = edges(projected.page.locator(".bars .track").nth(index))
        end = edges(bar)[2]
        assert end - left == pytest.approx(part * (right - left), abs=2)


def test_yes_and_no_fill_one_track_from_both_ends(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "yes_no", unsure=True)
    projected = wall(hall)
    voted(hall, poll, "yes", "no", "yes", "unsure")
    projected.shows_sides({"yes": 2, "no": 1, "unsure": 1})
    for answer, share in (("yes", "50%"), ("no", "25%"), ("unsure", "25%")):
        side = projected.page.locator(f'.side[data-answer="{answer}"]')
        expect(side.locator(".share")).to_have_text(share)
        bar = projected.page.locator(f'[data-bar="{answer}"]')
        if answer != "unsure":  # the rest of the track, behind both
            expect(bar).to_have_css("--part", str(int(share[:-1]) / 100))


def test_who_may_not_be_unsure_is_not_asked(hall: Room, wall: Walls) -> None:
    opened(hall, "yes_no", unsure=False)
    projected = wall(hall)
    expect(projected.page.locator(".side:visible")).to_have_count(2)


def test_words_are_ranked_and_merged(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "word_cloud")
    projected = wall(hall)
    voted(hall, poll, ["délai", "prix"], ["Prix", "écoute"], ["prix", "delai"])
    projected.says("3 people of 3 have answered")
    ranked = projected.page.locator(".ranked li")
    expect(ranked).to_have_count(3)
    told = hall.results(poll)["results"]["words"]
    expect(ranked).to_have_text([f"{word['text']} {word['count']}" for word in told])
    assert [word["count"] for word in told] == [3, 2, 1]
    expect(projected.page.locator(".sky text")).to_have_count(3)
    sizes = {
        text.text_content(): text.evaluate("(t) => t.getBoundingClientRect().height")
        for text in projected.page.locator(".sky text").all()
    }
    assert sizes["prix"] > max(size for word, size in sizes.items() if word != "prix")


def test_entries_beyond_the_wall_are_counted(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "open_text")
    projected = wall(hall)
    voted(hall, poll, *(f"Une réponse assez longue pour deux lignes : {n}" * 2 for n in range(10)))
    told = hall.results(poll)["results"]["entries"]
    cards = projected.page.locator(".cards.shown .card")
    expect(cards).to_have_text([entry["text"] for entry in told])
    shown = cards.filter(visible=True).count()
    assert 4 <= shown < 10
    more = projected.page.locator(".stage .more")
    expect(more).to_have_text(f"+ {10 - shown} answers")
    _, foot, _, _ = edges(projected.page.locator(".poll footer"))
    assert edges(more)[3] <= foot
