"""Sessions over the API: made, listed, changed, started, ended, deleted."""

from __future__ import annotations

from tests.room import Room
from tests.running import Server


def test_a_session_is_made_with_all_that_is_needed_to_run_it(server: Server) -> None:
    answer = server.api("POST", "/sessions", {"title": "Matinale", "language": "en"})
    made = answer.json()

    assert answer.status_code == 201
    assert set(made) == {
        "id", "code", "title", "language", "status", "rev", "rehearsal", "view", "poll",
        "screen_key", "facilitator_key", "join_url", "created", "started", "ended", "settings",
    }  # fmt: skip
    assert (made["title"], made["language"], made["status"]) == ("Matinale", "en", "draft")
    assert made["join_url"].endswith(f"/{made['code']}")
    assert made["screen_key"] != made["facilitator_key"]


def test_a_code_can_be_chosen_and_is_taken_once(server: Server) -> None:
    first = server.api("POST", "/sessions", {"title": "Une", "code": "qw7k3f"})
    second = server.api("POST", "/sessions", {"title": "Deux", "code": "QW7K3F"})

    assert first.json()["code"] == "QW7K3F"
    assert (second.status_code, second.json()["error"]) == (409, "code-taken")


def test_a_code_of_another_form_is_refused(server: Server) -> None:
    for code in ("", "ABC", "QW7K3FX", "QW7K3O", "STATIC"):
        answer = server.api("POST", "/sessions", {"title": "Une", "code": code})

        assert (answer.status_code, answer.json()["error"]) == (400, "code-invalid")


def test_sessions_are_listed_the_newest_first_a_page_at_a_time(server: Server) -> None:
    made = [server.api("POST", "/sessions", {"title": f"n° {n}"}).json()["id"] for n in range(3)]
    first = server.api("GET", "/sessions?per_page=2").json()
    second = server.api("GET", "/sessions?per_page=2&page=2").json()

    assert [session["id"] for session in first["sessions"]] == [made[2], made[1]]
    assert second["sessions"][0]["id"] == made[0]
    assert (second["page"], second["per_page"]) == (2, 2)
    assert first["total"] == second["total"] >= 3


def test_a_page_behind_the_last_one_is_empty(server: Server) -> None:
    assert server.api("GET", "/sessions?page=1000").json()["sessions"] == []


def test_a_session_is_read_as_it_was_made(room: Room) -> None:
    assert room.server.api("GET", f"/sessions/{room.id}").json() == room.session


def test_title_and_language_can_be_changed(room: Room) -> None:
    path = f"/sessions/{room.id}"
    room.server.api("PATCH", path, {"title": "« Sourcing » <b>"})
    changed = room.server.api("PATCH", path, {"language": "en"}).json()

    assert (changed["title"], changed["language"]) == ("« Sourcing » <b>", "en")
    assert room.server.api("GET", path).json() == changed


def test_nothing_else_of_a_session_can_be_changed(room: Room) -> None:
    for change in ({"code": "QW7K3G"}, {"status": "live"}, {"screen_key": "known"}):
        answer = room.server.api("PATCH", f"/sessions/{room.id}", change)

        assert (answer.status_code, answer.json()["error"]) == (400, "bad-request")
    assert room.server.api("GET", f"/sessions/{room.id}").json() == room.session


def test_a_session_goes_live_and_ends(room: Room) -> None:
    started = room.server.api("POST", f"/sessions/{room.id}/start").json()
    again = room.server.api("POST", f"/sessions/{room.id}/start").json()
    ended = room.server.api("POST", f"/sessions/{room.id}/end").json()

    assert (started["status"], bool(started["started"])) == ("live", True)
    assert again == started
    assert (ended["status"], ended["view"], bool(ended["ended"])) == ("ended", "end", True)


def test_an_ended_session_does_not_start_again(room: Room) -> None:
    room.server.api("POST", f"/sessions/{room.id}/end")
    answer = room.server.api("POST", f"/sessions/{room.id}/start")

    assert (answer.status_code, answer.json()["error"]) == (409, "session-ended")


def test_a_deleted_session_is_gone_with_its_polls(room: Room) -> None:
    poll = room.asks()
    answer = room.server.api("DELETE", f"/sessions/{room.id}")

    assert (answer.status_code, answer.content) == (204, b"")
    assert room.server.api("GET", f"/sessions/{room.id}").status_code == 404
    assert room.server.api("GET", f"/polls/{poll['id']}").status_code == 404
