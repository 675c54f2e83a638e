"""Whether what was acknowledged, stored and shown agree: nothing lost, nothing twice."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from typing import Any

from bench.people.client import Received
from bench.people.hall import Hall
from bench.people.roles import Phone


class Ledger:
    """Collects what is wrong, in words. A run is good when `faults` is empty."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self.faults: list[str] = []

    def expect(self, agrees: bool, fault: str) -> None:
        if not agrees:
            self.faults.append(fault)

    def joined(self, joins: Sequence[float | BaseException]) -> list[float]:
        """The delays of those who got in; the others are faults."""
        refused = Counter(repr(join) for join in joins if isinstance(join, BaseException))
        for reason, number in refused.items():
            self.faults.append(f"{number} phones could not join: {reason}")
        return [join for join in joins if isinstance(join, float)]

    def acknowledged(
        self, poll: int, votes: Sequence[tuple[Phone, str, asyncio.Future[Received]]]
    ) -> list[Received]:
        """The acknowledgements that came and said yes, each entered as its phone's answer."""
        good, bad = [], Counter[str]()
        for phone, answer, ack in votes:
            if not ack.done():
                bad["was never acknowledged"] += 1
            elif error := ack.exception():
                bad[repr(error)] += 1
            elif not (said := ack.result().read())["ok"]:
                bad[said["error"]] += 1
            else:
                phone.answers[poll] = answer
                good.append(ack.result())
        for reason, number in bad.items():
            self.faults.append(f"{number} of {len(votes)} votes: {reason}")
        return good

    def everybody_sees(
        self, states: Sequence[asyncio.Future[Received]], poll: int, status: str
    ) -> list[Received]:
        """The states that arrived and show the poll so, with the phone's own answer in each."""
        tells_own = self._hall.target.tells_own_answers
        seen, wrong, missing = [], 0, 0
        for phone, state in zip(self._hall.phones, states, strict=True):
            if not state.done() or state.exception():
                missing += 1
                continue
            said = state.result().read()
            shown = (said["poll"] or {}).get("id"), (said["poll"] or {}).get("status")
            own = phone.answers.get(poll) if tells_own else None
            if shown == (poll, status) and said["answer"] == own:
                seen.append(state.result())
            else:
                wrong += 1
        self.expect(not missing, f"{missing} phones were not told that poll {poll} is {status}")
        self.expect(not wrong, f"{wrong} phones were shown something else than poll {poll} {status}"
                               " and their own answer")  # fmt: skip
        return seen

    def expected(self, poll: int) -> Counter[str]:
        """Each phone's last acknowledged answer, counted."""
        answers = (phone.answers.get(poll) for phone in self._hall.phones)
        return Counter(answer for answer in answers if answer is not None)

    def wall(self, poll: int, shown: dict[str, Any]) -> None:
        expected = self.expected(poll)
        self.expect(
            shown.get("answered") == expected.total()
            and Counter(shown["results"]["counts"]) == expected,
            f"the wall shows {shown}, acknowledged were {dict(expected)}",
        )

    def stored(self, poll: int) -> int:
        """Compares with what the server has kept, and returns how many ballots that is."""
        stored, expected = self._hall.target.stored(poll), self.expected(poll)
        self.expect(
            stored == expected, f"stored {dict(stored)}, acknowledged were {dict(expected)}"
        )
        return stored.total()

    def log(self) -> None:
        """The server had nothing to complain of."""
        complaints = self._hall.target.complaints()
        self.expect(not complaints, f"in the server's log: {complaints}")
