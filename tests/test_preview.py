"""How a question will look before it is saved: the real states, of a room that is not there."""

from __future__ import annotations

from typing import Any

import pytest

from polling.kinds import kind, kinds
from polling.preview import PEOPLE, Preview
from polling.records import Poll, Session
from tests.console import Console
from tests.room import Room

SESSION = Session(
    id=7, code="ACHAT2", title="Une séance", language="fr", status="live", rev=3, view="join",
    poll=None, rehearsal=False, screen_key="", facilitator_key="", key=None, created="2030-01-01",
    started=None, ended=None, settings={"nicknames": True},
)  # fmt: skip


@pytest.fixture(scope="module")
def preview() -> Preview:
    return Preview(lambda _: None, lambda session: f"http://192.168.1.20/{session.code}")


def written(name: str) -> Poll:
    """The example of a kind, as its form would give it."""
    how = kind(name)
    example = how.example
    content, settings = how.check(example.content, example.settings)
    return Poll(
        id=0, session=SESSION.id, kind=name, title=example.title, content=content,
        settings=settings, notes="Entre nous", position=2, status="ready", round=0,
        results_shown=False, standing=how.stands == "always",
    )  # fmt: skip


@pytest.mark.parametrize("name", kinds())
def test_every_kind_is_asked_and_then_shown_with_results(preview: Preview, name: str) -> None:
    poll = written(name)
    while_voting, voted = (preview.states(SESSION, poll, voted=each) for each in (False, True))
    for states in (while_voting, voted):
        for state in states.values():
            assert (state["view"], state["session"]["code"]) == ("poll", "ACHAT2")
            assert (state["poll"]["kind"], state["poll"]["title"]) == (name, poll.title)
            assert "Entre nous" not in str(state)
    if kind(name).asks:
        assert while_voting["wall"]["answered"] == 0
        assert while_voting["phone"]["poll"]["status"] == "open"
        assert voted["wall"]["poll"]["status"] == "closed"
        assert PEOPLE / 2 < voted["wall"]["results"]["answered"] <= PEOPLE
        assert voted["phone"]["results"]


def test_what_is_right_is_not_given_away_before_the_results(preview: Preview) -> None:
    poll = written("single_choice")
    assert "right" not in str(preview.states(SESSION, poll)["phone"]["poll"]["content"])
    assert "right" in str(preview.states(SESSION, poll, voted=True)["phone"]["poll"]["content"])


def test_one_preview_leaves_nothing_to_the_next(preview: Preview) -> None:
    preview.states(SESSION, written("qa"), voted=True)
    empty = preview.states(SESSION, None)["wall"]
    assert (empty["view"], empty["poll"], empty["standing"]) == ("join", None, [])


def test_the_form_is_looked_at_and_nothing_is_stored(room: Room) -> None:
    console = Console(room)
    room.asks(title="La première ?")
    seen: dict[str, Any] = console.sends(
        f"/console/sessions/{room.id}/preview?kind=single_choice",
        title="", option_id=["", ""], option_text=["Oui", "Non"], results="hidden",
    ).json()  # fmt: skip
    assert (seen["wall"]["poll"]["title"], seen["wall"]["poll"]["position"]) == ("…", 2)
    assert [each["text"] for each in seen["phone"]["poll"]["content"]["options"]] == ["Oui", "Non"]
    assert seen["wall"]["results"] is None
    order = room.facilitator().state["running_order"]
    assert [line["title"] for line in order] == ["La première ?"]


def test_a_form_that_could_not_be_saved_says_why(room: Room) -> None:
    refused = Console(room).sends(
        f"/console/sessions/{room.id}/preview?kind=single_choice",
        title="Et après ?", option_id="", option_text="Seule",
    )  # fmt: skip
    assert refused.status_code == 400
    assert "2" in refused.json()["message"]


@pytest.mark.parametrize("path", ["preview?kind=nothing", "preview?poll=999999", "preview"])
def test_what_is_no_question_has_no_preview(room: Room, path: str) -> None:
    assert Console(room).sends(f"/console/sessions/{room.id}/{path}").status_code in (400, 404)


def test_only_hosts_see_previews(room: Room) -> None:
    other = Room(room.server)
    address = f"/console/sessions/{other.id}/preview"
    assert Console(room).sends(f"{address}?kind=yes_no").status_code == 403
    assert Console(room).opens(f"{room.server.url}{address}/wall?kind=yes_no").status_code == 403
