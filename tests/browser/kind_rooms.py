"""What tests of single kinds do in a browser: join with a phone, write a question, read it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.room import Room, eventually


@contextmanager
def joined(browser: Browser, room: Room, **more: Any) -> Iterator[Phone]:
    """A phone in the room, none of whose scripts may fail."""
    phone = Phone(browser, room, **more)
    if more.get("java_script_enabled", True):
        phone.joins_live()
    else:
        phone.joins()
    yield phone
    phone.context.close()
    assert phone.errors == []


def comes_to(room: Room, poll: dict[str, Any], **expected: Any) -> None:
    """Waits until the API's results hold these values."""

    def holds() -> bool:
        results = room.results(poll)["results"]
        return all(results.get(name) == value for name, value in expected.items())

    eventually(holds, f"results with {expected}")


def begins(host: Console, kind: str) -> Page:
    """The form of a new question of a kind, its title filled in."""
    host.opens().page.get_by_role("link", name="Add a question").first.click()
    host.page.get_by_role("link", name=kind).click()
    host.page.get_by_label("Question", exact=True).fill("Et vous ?")
    return host.page


def saved(host: Console) -> dict[str, Any]:
    """The question as the API has it, once it is saved."""
    host.page.get_by_role("button", name="Save", exact=True).click()
    expect(host.page.locator("#console")).to_be_visible()
    (line,) = host.room.facilitator().state["running_order"]
    poll: dict[str, Any] = host.room.server.api("GET", f"/polls/{line['id']}").json()
    return poll


def reopened(host: Console, poll: dict[str, Any]) -> Page:
    """The form of a question that was saved."""
    host.page.goto(f"{host.room.server.url}/console/polls/{poll['id']}")
    return host.page
