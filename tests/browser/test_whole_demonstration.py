"""The whole demonstration session: 40 official clients, a phone, a wall and a console.

Votes are cast, changed, withdrawn, sent twice and sent again too late; then the figures on the
wall, those of the API and the rows of the export are compared with what was sent, vote by vote.
"""

from __future__ import annotations

import csv
import io
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.phones import SMALL
from tests.browser.wall import Wall
from tests.crowd import Crowd
from tests.room import eventually
from tests.running import Server

PEOPLE = 40
CONSOLE = {"width": 1440, "height": 900}
WORDS = ["prix", "Besoin", "écoute", "Marché", "PME", "innovation", "délai"]
NARROW_SPACE = "\u202f"


@pytest.fixture
def demonstration(tmp_path: Path) -> Iterator[Server]:
    """A server started by the README's command."""
    running = Server(tmp_path, by_make=True)
    yield running
    running.stop()


class Play:
    """Who sent what, and what should come of it."""

    def __init__(self, server: Server, crowd: Crowd) -> None:
        self.server = server
        self.crowd = crowd
        self.chance = random.Random(20)
        self.sent: dict[tuple[int, int], dict[str, Any]] = defaultdict(dict)

    def poll(self) -> dict[str, Any]:
        """The question everybody sees, once everybody sees the same."""
        polls = eventually(
            lambda: self._same([state["poll"] for state in self.crowd.states()]), "one question"
        )
        found: dict[str, Any] = polls
        return found

    @staticmethod
    def _same(polls: list[dict[str, Any]]) -> dict[str, Any] | None:
        keys = {(poll["id"], poll["round"], poll["status"]) for poll in polls if poll}
        if len(keys) == 1 and all(polls) and polls[0]["status"] == "open":
            return polls[0]
        return None

    def answer(self, poll: dict[str, Any]) -> Any:
        options = [option["id"] for option in poll["content"].get("options", [])]
        if poll["kind"] == "single_choice":
            return self.chance.choice(options)
        if poll["kind"] == "multiple_choice":
            return sorted(self.chance.sample(options, self.chance.randint(1, len(options))))
        if poll["kind"] == "yes_no":
            return self.chance.choice(["yes", "no", "unsure"])
        if poll["kind"] == "word_cloud":
            return self.chance.sample(WORDS, self.chance.randint(1, 3))
        return f"Question n° {self.chance.randint(1, 10**9)} ?"

    def everybody_votes(self) -> dict[str, Any]:
        """Three votes in four stand; the rest are changed, withdrawn, doubled or sent late."""
        poll = self.poll()
        last = self.sent[poll["id"], poll["round"]]
        first, second, late = [], [], []
        for who in range(PEOPLE):
            base = {"who": who, "poll": poll["id"], "round": poll["round"]}
            answer = self.answer(poll)
            first.append({**base, "answer": answer, "seq": 1})
            last[who] = answer
            fate = who % 8
            if fate == 0:
                last[who] = self.answer(poll)
                second.append({**base, "answer": last[who], "seq": 2})
                late.append({**base, "answer": answer, "seq": 1})
            elif fate == 1:
                second.append({**base, "answer": answer, "seq": 1})
            elif who == 10:
                last[who] = None
                second.append({**base, "answer": None, "seq": 2})
                late.append({**base, "answer": answer, "seq": 1})
        for votes in (first, second, late):
            assert all(ack == {"ok": True} for ack in self.crowd.votes(votes))
        return poll

    def told(self, poll: dict[str, Any]) -> list[Any]:
        """The answers that should stand."""
        answers = self.sent[poll["id"], poll["round"]].values()
        return [answer for answer in answers if answer is not None]

    def counts(self, poll: dict[str, Any]) -> Counter[str]:
        told = self.told(poll)
        return Counter(part for answer in told for part in _parts(answer))

    def late_vote_is_refused(self, poll: dict[str, Any]) -> None:
        vote = {"who": 0, "poll": poll["id"], "round": poll["round"], "seq": 9}
        (ack,) = self.crowd.votes([{**vote, "answer": self.answer(poll)}])
        assert ack["error"] == "poll-closed"


def _parts(answer: Any) -> list[str]:
    return answer if isinstance(answer, list) else [answer]


class Console:
    """The console of whoever opened the one-time link."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(server.link)
        page.locator("main form button").click()
        page.goto(f"{server.url}/console/sessions/1")

    def steps(self, label: str) -> None:
        """Presses the primary action, which must be the one expected."""
        step = self.page.locator("[data-step]")
        expect(step).to_have_text(label)
        step.click()

    def does(self, label: str) -> None:
        self.page.get_by_role("button", name=label, exact=True).click()


@pytest.mark.long
def test_the_whole_demonstration(demonstration: Server, browser: Browser) -> None:
    server = demonstration
    context = Wall.context(browser)
    console_page = context.new_page()
    console_page.set_viewport_size(CONSOLE)
    console = Console(console_page, server)
    wall = Wall(context, f"{server.url}/{server.code}/screen")
    phone_context = browser.new_context(viewport=SMALL, locale="fr-FR", reduced_motion="reduce")
    phone = phone_context.new_page()
    phone.goto(f"{server.url}/{server.code}")
    crowd = Crowd(server.url, server.code)
    crowd.joins(PEOPLE)
    play = Play(server, crowd)
    expect(wall.page.locator(".join:visible")).to_contain_text(str(PEOPLE + 1))

    # 1. a cloud of words; the phone joins in
    console.steps("Commencer par la question 1")
    cloud = play.everybody_votes()
    phone.locator("#fields input").first.fill("concurrence")
    phone.locator("#fields button").first.click()
    expect(phone.locator("#told")).to_contain_text("enregistré")
    play.sent[cloud["id"], 1]["phone"] = ["concurrence"]
    wall.shows_words(dict(play.counts(cloud)))
    wall.says(f"{PEOPLE} personnes sur {PEOPLE + 1} ont répondu")
    console.steps("Clore le vote")

    # 2. yes or no; the phone changes its mind
    console.steps("Question suivante")
    sides = play.everybody_votes()
    for label, answer in (("Oui", "yes"), ("Non", "no")):
        phone.locator(".choice").filter(has_text=label).click()
        expect(phone.locator("#told")).to_contain_text("enregistré")
        play.sent[sides["id"], 1]["phone"] = answer
    wall.shows_sides({side: play.counts(sides)[side] for side in ("yes", "no", "unsure")})
    console.steps("Clore le vote")
    wall.page.wait_for_selector('[data-status="closed"]')
    play.late_vote_is_refused(sides)

    # 3. several right answers
    console.steps("Question suivante")
    several = play.everybody_votes()
    wall.shows_bars([play.counts(several)[option] for option in "abcde"])
    expect(wall.page.locator(".bars .verdict:visible")).to_have_count(0)
    console.steps("Clore et montrer les bonnes réponses")
    expect(wall.page.locator(".bars .verdict:visible")).to_have_count(3)

    # 4. hidden, revealed, and voted on again
    console.steps("Question suivante")
    hidden = play.everybody_votes()
    wall.shows_no_figures()
    wall.says(f"{PEOPLE - 1} personnes sur {PEOPLE + 1} ont répondu")
    console.steps("Clore le vote")
    wall.page.wait_for_selector('[data-status="closed"]')
    wall.shows_no_figures()
    console.does("Revoter")
    again = play.everybody_votes()
    assert (again["id"], again["round"]) == (hidden["id"], 2)
    console.steps("Clore le vote")
    console.steps("Révéler les résultats")
    wall.shows_bars([play.counts(again)[option] for option in "abcd"])
    expect(wall.page.locator(".bars .verdict:visible")).to_have_count(1)
    expect(phone.locator(".results .count")).to_have_text(
        [str(play.counts(again)[option]) for option in "abcd"]
    )

    # 5. no right answer
    console.steps("Question suivante")
    opinion = play.everybody_votes()
    wall.shows_bars([play.counts(opinion)[option] for option in "abcde"])
    console.steps("Clore le vote")

    # 6. free text
    console.steps("Question suivante")
    texts = play.everybody_votes()
    phone.locator("#fields textarea").fill("Et <b>demain</b> ?")
    phone.locator("#fields button").first.click()
    expect(phone.locator("#told")).to_contain_text("enregistré")
    play.sent[texts["id"], 1]["phone"] = "Et <b>demain</b> ?"
    expect(wall.page.locator(".cards.shown .card").first).to_be_visible()
    told = {text.replace(" ?", NARROW_SPACE + "?") for text in play.told(texts)}
    written = wall.page.locator(".cards.shown .card p").all_text_contents()
    assert set(written) <= told
    console.steps("Clore le vote")
    console.steps("Terminer la séance")
    console_page.locator("dialog [value=yes]").click()
    expect(wall.page.locator("[data-view=end]")).to_be_visible()
    expect(phone.locator("body")).to_contain_text("Merci")

    compare_with_the_api(play)
    compare_with_the_export(play)
    assert console.errors == wall.errors == []
    crowd.leaves()
    context.close()
    phone_context.close()


def compare_with_the_api(play: Play) -> None:
    for (poll, round), answers in play.sent.items():
        found = play.server.api("GET", f"/polls/{poll}/results?round={round}").json()
        standing = [answer for answer in answers.values() if answer is not None]
        assert found["answered"] == len(standing)
        results = found["results"]
        parts = Counter(part for answer in standing for part in _parts(answer))
        if "counts" in results:
            assert {option: n for option, n in results["counts"].items() if n} == dict(parts)
        elif "words" in results:
            assert {word["text"]: word["count"] for word in results["words"]} == dict(parts)
        else:
            assert Counter(entry["text"] for entry in results["entries"]) == parts


def compare_with_the_export(play: Play) -> None:
    """Each participant's answers over the whole session, as the export tells them."""
    text = play.server.api("GET", "/sessions/1/export.csv").content.decode()
    exported: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for row in csv.DictReader(io.StringIO(text)):
        key = (int(row["poll"]), int(row["round"]))
        assert key not in exported[row["participant"]], "one ballot a round and participant"
        exported[row["participant"]][key] = row["answer"].removeprefix("'")
    sent: dict[int | str, dict[tuple[int, int], str]] = defaultdict(dict)
    for key, answers in play.sent.items():
        for who, answer in answers.items():
            if answer is not None:
                compact = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
                sent[who][key] = compact
    assert sorted(map(_frozen, exported.values())) == sorted(map(_frozen, sent.values()))


def _frozen(answers: dict[tuple[int, int], str]) -> list[tuple[tuple[int, int], str]]:
    return sorted(answers.items())
