"""Pictures over the API: uploaded, seen, named by polls, copied, deleted."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
import requests
from PIL import Image

from tests.drawing import drawn, written
from tests.room import OPTIONS, Room
from tests.running import Server

NOWHERE = "0" * 32 + "-60x40"


def uploaded(room: Room, sent: bytes | None = None) -> dict[str, Any]:
    answer = uploading(room, written(drawn()) if sent is None else sent)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def uploading(room: Room, sent: bytes, **headers: str) -> requests.Response:
    return room.server.api("POST", f"/sessions/{room.id}/images", data=sent, headers=headers)


def seen(server: Server, made: dict[str, Any]) -> requests.Response:
    return requests.get(server.url + made["url"], timeout=20)


def adding(room: Room, content: dict[str, Any], kind: str = "yes_no") -> requests.Response:
    body = {"kind": kind, "title": "Que voit-on ?", "content": content}
    return room.server.api("POST", f"/sessions/{room.id}/polls", body)


def test_a_picture_is_made_small_and_anybody_who_knows_its_address_sees_it(room: Room) -> None:
    made = uploaded(room, written(drawn(2400, 1200), "JPEG"))
    assert set(made) == {"id", "width", "height", "url"}
    assert (made["width"], made["height"]) == (1920, 960)
    assert made["url"] == f"/images/{made['id']}"
    assert made["id"].endswith("-1920x960")
    answer = seen(room.server, made)
    assert Image.open(BytesIO(answer.content)).size == (1920, 960)


def test_its_answer_may_be_kept_for_good_and_runs_nothing(room: Room) -> None:
    headers = seen(room.server, uploaded(room)).headers
    assert headers["Content-Type"] == "image/webp"
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "Set-Cookie" not in headers


def test_a_form_may_carry_it_too(room: Room) -> None:
    path = f"/sessions/{room.id}/images"
    file = ("anything.exe", written(drawn()), "application/x-msdownload")
    assert room.server.api("POST", path, files={"image": file}).status_code == 201


@pytest.mark.parametrize("type", ["image/png", "application/json", "text/html"])
def test_its_name_and_type_do_not_matter(room: Room, type: str) -> None:
    answer = uploading(room, written(drawn()), **{"Content-Type": type})
    assert answer.status_code == 201
    assert seen(room.server, answer.json()).headers["Content-Type"] == "image/webp"


def test_each_refusal_has_its_name(room: Room) -> None:
    def refused(sent: bytes) -> tuple[int, str]:
        answer = uploading(room, sent)
        return answer.status_code, answer.json()["error"]

    assert refused(b"<svg/>") == (400, "image-unreadable")
    assert refused(written(drawn(7200, 7000, mode="1", colour=0))) == (400, "image-too-many-pixels")
    assert refused(bytes(12 * 1024**2 + 1)) == (413, "image-too-large")
    assert refused(bytes(20 * 1024**2)) == (413, "image-too-large")
    assert refused(b"") == (400, "bad-request")
    answer = room.server.api("POST", f"/sessions/{room.id}/images", files={"other": b"x"})
    assert (answer.status_code, answer.json()["error"]) == (400, "bad-request")


def test_a_picture_needs_a_session_and_a_token(room: Room) -> None:
    answer = room.server.api("POST", "/sessions/999999/images", data=written(drawn()))
    assert (answer.status_code, answer.json()["error"]) == (404, "session-not-found")
    path = f"{room.server.url}/api/v1/sessions/{room.id}/images"
    assert requests.post(path, data=written(drawn()), timeout=20).status_code == 401


@pytest.mark.parametrize("path", [NOWHERE, "x", "..%2F..%2Fapp.py", "%00"])
def test_what_is_not_there_is_not_found(server: Server, path: str) -> None:
    assert requests.get(f"{server.url}/images/{path}", timeout=20).status_code == 404


def test_a_question_and_its_options_name_pictures_and_say_what_they_show(room: Room) -> None:
    image = {"image": uploaded(room)["id"], "alt": "Un pont"}
    content = {"options": [{**OPTIONS[0], "image": image}, OPTIONS[1]], "image": image}
    answer = adding(room, content, "single_choice")
    assert answer.status_code == 201, answer.text
    assert answer.json()["content"] == content


@pytest.mark.parametrize(
    "image, field",
    [
        ({"image": NOWHERE, "alt": "Un pont"}, "content.image.image"),
        ({"image": "../etc", "alt": "Un pont"}, "content.image.image"),
        ({"image": NOWHERE}, "content.image"),
        ({"alt": "Un pont"}, "content.image"),
        ({"image": NOWHERE, "alt": "  "}, "content.image.alt"),
        ("/images/x", "content.image"),
    ],
)
def test_a_picture_that_is_not_there_or_not_described_is_refused(
    room: Room, image: Any, field: str
) -> None:
    answer = adding(room, {"image": image})
    assert (answer.status_code, answer.json()["error"]) == (400, "content-invalid")
    assert answer.json()["details"]["field"] == field


def test_a_picture_of_another_session_is_refused(room: Room, server: Server) -> None:
    """It would go with that session."""
    other = Room(server)
    image = {"image": uploaded(other)["id"], "alt": "Un pont"}
    assert adding(other, {"image": image}).status_code == 201
    answer = adding(room, {"image": image})
    assert answer.json()["details"]["field"] == "content.image.image"
    poll = adding(room, {}).json()
    changed = room.server.api("PATCH", f"/polls/{poll['id']}", {"content": {"image": image}})
    assert changed.json()["details"]["field"] == "content.image.image"


def test_a_copy_of_a_question_shows_the_same_picture(room: Room) -> None:
    image = {"image": uploaded(room)["id"], "alt": "Un pont"}
    poll = adding(room, {"image": image}).json()
    copy = room.server.api("POST", f"/polls/{poll['id']}/duplicate").json()
    assert room.server.api("DELETE", f"/polls/{poll['id']}").status_code == 204
    assert copy["content"] == {"image": image}
    assert seen(room.server, {"url": f"/images/{image['image']}"}).ok


def test_a_deleted_session_takes_its_pictures_along(room: Room) -> None:
    made = uploaded(room)
    assert seen(room.server, made).status_code == 200
    room.server.api("DELETE", f"/sessions/{room.id}")
    assert seen(room.server, made).status_code == 404
