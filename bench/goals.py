"""What is aimed at, and whether it was reached. Taken from the figures of full studies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bench.run import Run


@dataclass(frozen=True)
class Goal:
    """`figure` of `study` with `size` phones or ballots, at most or at least so much."""

    work: str
    study: str
    size: int
    figure: str
    most: float | None = None
    least: float | None = None
    unit: str = "ms"

    @property
    def bound(self) -> str:
        sign, number = ("≤", self.most) if self.most is not None else ("≥", self.least)
        return f"{sign} {number:,g} {self.unit}"

    def found(self, runs: Iterable[Run]) -> Run | None:
        """The run that it is about, if that was played."""
        here = (run for run in runs if (run.study, run.size) == (self.study, self.size))
        return next(here, None)

    def holds(self, run: Run) -> bool:
        """A figure is worth nothing where a vote was lost."""
        value = run.figures[self.figure]
        return not run.faults and (
            value <= self.most if self.most is not None else value >= (self.least or 0)
        )


GOALS = (
    Goal("vote phase, results to all, 1,000 phones in 1 s: server CPU, Matinale / Node",
         "against", 1_000, "ratio.cpu_s", most=1.0, unit="×"),
    Goal("… a delivered message",
         "against", 1_000, "ratio.message_cpu_us", most=1.0, unit="×"),
    Goal("the same, 4,000 phones in 4 s",
         "against", 4_000, "ratio.cpu_s", most=1.0, unit="×"),
    Goal("… a delivered message",
         "against", 4_000, "ratio.message_cpu_us", most=1.0, unit="×"),
    Goal("ack p99, 1,000 votes in 1 s, results to the wall",
         "evening", 1_000, "vote.ack_p99_ms", most=50),
    Goal("ack p99, 1,000 votes in 1 s, results to all",
         "evening", 1_000, "live.ack_p99_ms", most=50),
    Goal("ack p99, 10,000 phones, 10,000 votes in 10 s",
         "evening", 10_000, "vote.ack_p99_ms", most=50),
    Goal("ack p99, 10,000 phones, 10,000 votes in 4 s",
         "burst", 10_000, "ack_p99_ms", most=250),
    Goal("server CPU of a stored vote, results to the wall",
         "evening", 1_000, "vote.vote_cpu_ms", most=0.25),
    Goal("vote → wall p99, 1,000 phones",
         "evening", 1_000, "vote.wall_p99_ms", most=150),
    Goal("open → every phone shows it, p99, 1,000 phones",
         "evening", 1_000, "open.open_p99_ms", most=75),
    Goal("open → every phone shows it, p99, 10,000 phones",
         "evening", 10_000, "open.open_p99_ms", most=500),
    Goal("joins a second, 2,000 phones at once",
         "joins", 2_000, "joins_per_s", least=1_000, unit="/s"),
    Goal("ack p99 of votes meanwhile",
         "joins", 2_000, "ack_p99_ms", most=250),
    Goal("10,000 phones leave at once",
         "leave", 10_000, "whole.leave_s", most=5, unit="s"),
    Goal("… beside 5,000",
         "leave", 10_000, "ratio.leave_s", most=2.2, unit="×"),
    Goal("memory a phone adds, 1,000 phones",
         "evening", 1_000, "join.phone_kb", most=36, unit="KB"),
    Goal("memory a phone adds, 10,000 phones",
         "evening", 10_000, "join.phone_kb", most=36, unit="KB"),
    Goal("broadcast to 1,000 phones, beside a bare loop of send()",
         "broadcast", 1_000, "ratio.message_cpu_us", most=3, unit="×"),
    Goal("server CPU of a vote, 10,000 phones beside 40",
         "rate", 10_000, "ratio.vote_cpu_ms", most=1.5, unit="×"),
    Goal("start to serving, empty",
         "archive", 1_000_000, "empty_s", most=1.5, unit="s"),
    Goal("start to serving, 1,000,000 ballots stored",
         "archive", 1_000_000, "full_s", most=2, unit="s"),
    Goal("results of 100,000 ballots, answers repeat, slowest kind",
         "results", 100_000, "alike.rest.slowest", most=50),
    Goal("results of 100,000 ballots, answers differ, slowest kind",
         "results", 100_000, "differing.rest.slowest", most=150),
    Goal("ack p99 of votes while they are read, answers repeat",
         "results", 100_000, "alike.ack_p99_ms", most=50),
    Goal("ack p99 of votes while they are read, answers differ",
         "results", 100_000, "differing.ack_p99_ms", most=50),
    Goal("export of 1,000,000 ballots as CSV",
         "archive", 1_000_000, "rows_per_s", least=100_000, unit="rows/s"),
    Goal("… the server's memory grows by",
         "archive", 1_000_000, "grown_mb", most=16, unit="MB"),
    Goal("phone's first view, all but fonts",
         "page", 1, "kb", most=60, unit="KB"),
    Goal("… round trips after the page",
         "page", 1, "round_trips", most=1, unit=""),
    Goal("ack p99, 1,000 votes in 1 s, each sync 20 ms longer",
         "disk", 1_000, "vote.ack_p99_ms", most=150),
    Goal("… results to all",
         "disk", 1_000, "live.ack_p99_ms", most=150),
)  # fmt: skip
"""The table of docs/performance.md, in its order."""
