"""Pictures in the form of a question, in a browser without scripts."""

from __future__ import annotations

import re
from typing import Any

import requests

from tests.console import Console
from tests.drawing import drawn, written
from tests.forms import form_token
from tests.room import Room
from tests.running import Server

NOTHING = ("", b"", "application/octet-stream")
"""A file field that was left alone, as browsers send it."""


def file(sent: bytes | None = None) -> tuple[str, bytes, str]:
    return ("pont.png", written(drawn()) if sent is None else sent, "image/png")


def asking(room: Room, *option_files: Any, image_file: Any = NOTHING, **more: Any) -> Any:
    """The form of a new choice between two options."""
    fields: dict[str, Any] = {
        "title": "Lequel ?",
        "image": "",
        "image_alt": "",
        "option_id": ["", ""],
        "option_text": ["Un", "Deux"],
        "option_image": ["", ""],
        "option_image_alt": ["", ""],
        **more,
    }
    files = [("image_file", image_file)]
    files += [("option_image_file", each) for each in option_files or (NOTHING, NOTHING)]
    path = f"/console/sessions/{room.id}/polls/new?kind=single_choice"
    return Console(room).sends(path, files=files, **fields)


def asked(room: Room) -> list[dict[str, Any]]:
    polls: list[dict[str, Any]] = room.server.api("GET", f"/sessions/{room.id}/polls").json()[
        "polls"
    ]
    return polls


def is_there(room: Room, image: str) -> bool:
    return requests.get(f"{room.server.url}/images/{image}", timeout=20).ok


def test_a_form_carries_pictures_of_the_question_and_of_its_options(room: Room) -> None:
    asking(
        room, NOTHING, file(), image_file=file(), image_alt="Un pont", option_image_alt=["", "Deux"]
    )
    (poll,) = asked(room)
    assert poll["content"]["image"]["alt"] == "Un pont"
    assert is_there(room, poll["content"]["image"]["image"])
    first, second = poll["content"]["options"]
    assert "image" not in first
    assert second["image"]["alt"] == "Deux"
    assert is_there(room, second["image"]["image"])


def test_what_was_typed_and_taken_stays_where_one_picture_is_refused(room: Room) -> None:
    answer = asking(
        room, file(b"<svg/>"), NOTHING, image_file=file(), image_alt="Un pont",
        option_image_alt=["Une rue", ""], notes="À lire lentement.",
    )  # fmt: skip
    assert answer.status_code == 400
    assert asked(room) == []
    page = answer.text
    for typed in ("Lequel ?", "Un pont", "Une rue", "Un", "Deux", "À lire lentement."):
        assert typed in page
    assert "JPEG, PNG, WebP" in re.search(r'class="refusal">([^<]+)', page).group(1)
    kept = re.search(r'name="image" value="([^"]+)"', page)
    assert kept
    assert is_there(room, kept.group(1))


def test_a_picture_of_more_than_12_mb_is_refused_with_all_that_was_typed_kept(room: Room) -> None:
    answer = asking(room, image_file=file(bytes(13 * 1024**2)), image_alt="Un pont")
    assert answer.status_code == 400
    assert "Un pont" in answer.text


def test_a_picture_that_is_not_described_is_refused_and_kept(room: Room) -> None:
    answer = asking(room, image_file=file())
    assert answer.status_code == 400
    image = re.search(r'name="image" value="([^"]+)"', answer.text).group(1)
    asking(room, image=image, image_alt="Un pont")
    assert asked(room)[0]["content"]["image"] == {"image": image, "alt": "Un pont"}


def test_a_picture_is_removed_and_replaced(room: Room) -> None:
    asking(room, image_file=file(), image_alt="Un pont")
    (poll,) = asked(room)
    path = f"/console/polls/{poll['id']}"
    image = poll["content"]["image"]["image"]
    fields = {
        "title": "Lequel ?", "option_id": ["a", "b"], "option_text": ["Un", "Deux"],
        "image": image, "image_alt": "Un pont",
    }  # fmt: skip
    console = Console(room)
    console.sends(path, files=[("image_file", file())], **fields)
    (replaced,) = asked(room)
    assert replaced["content"]["image"]["image"] != image
    console.sends(path, files=[("image_file", NOTHING)], image_remove="0", **fields)
    (without,) = asked(room)
    assert "image" not in without["content"]


def test_a_form_that_large_is_taken_from_those_who_manage_something_only(room: Room) -> None:
    path = f"{room.server.url}/console/sessions/{room.id}/polls/new?kind=yes_no"
    sent = {"image_file": file(bytes(3 * 1024**2))}
    assert requests.post(path, files=sent, timeout=20).status_code in (400, 413)


def test_a_copy_of_a_session_keeps_its_pictures_when_the_original_goes(own_server: Server) -> None:
    room = Room(own_server)
    asking(room, NOTHING, file(), option_image_alt=["", "Deux"])
    host = requests.Session()
    for page, action in (
        (own_server.link, own_server.link),
        (f"{own_server.url}/console", f"{own_server.url}/console/sessions/{room.id}/duplicate"),
    ):
        form = {"csrf_token": form_token(host.get(page, timeout=20).text)}
        host.post(action, form, timeout=20)
    copy = room.server.sessions()[0]
    assert copy["id"] != room.id
    room.server.api("DELETE", f"/sessions/{room.id}")
    polls = room.server.api("GET", f"/sessions/{copy['id']}/polls").json()["polls"]
    assert is_there(room, polls[0]["content"]["options"][1]["image"]["image"])
