"""Three quiet minutes: closing is suggested, and nothing closes by itself."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.consoles import Console
from tests.room import Room

SUGGESTION = "No new answer for three minutes: the vote can be closed."

# The page's clock runs ahead of the server's, which the page loses and finds again meanwhile: what
# it says of that may follow at once.
LISTEN = """said => {
  window.heard = [];
  new MutationObserver(() => heard.push(said.textContent)).observe(said, { childList: true });
}"""


def test_closing_is_suggested_once_after_three_quiet_minutes(
    room: Room, console: Callable[..., Console]
) -> None:
    room.asks(title="Qui ?")
    host = console()
    host.page.clock.install()
    host.opens_live()
    host.page.locator("#said").evaluate(LISTEN)
    someone = room.attendee()
    suggestion = host.page.locator(".quiet")
    host.does("Start with question 1")
    host.says("Vote open")
    host.page.clock.run_for("03:30")
    expect(suggestion).to_be_hidden()  # nobody has answered

    someone.sees(status="open")
    assert someone.votes("a")["ok"]
    host.says("1 answer of 1")
    host.page.clock.run_for("02:30")
    expect(suggestion).to_be_hidden()
    assert someone.votes("b")["ok"]
    expect(host.page.locator(".results .count")).to_have_text(["0", "1", "0"])
    host.page.clock.run_for("02:30")
    expect(suggestion).to_be_hidden()  # a changed answer is one
    host.page.clock.run_for("00:40")
    expect(suggestion).to_be_visible()
    assert host.page.evaluate("heard").count(SUGGESTION) == 1
    host.says("Vote open")

    host.presses("Not yet")
    expect(suggestion).to_be_hidden()
    host.page.clock.run_for("10:00")
    expect(suggestion).to_be_hidden()
    host.says("Vote open")
    assert someone.votes("c")["ok"]
    expect(host.page.locator(".results .count")).to_have_text(["0", "0", "1"])
    host.page.clock.run_for("03:10")
    expect(suggestion).to_be_visible()
    # "Not yet" asked nothing of the server.
    expect(host.page.locator("#refusal-alert")).to_be_empty()
    expect(host.page.locator("#console:not([data-away])")).to_be_visible()
    host.does("Close the vote")
    expect(suggestion).to_be_hidden()
