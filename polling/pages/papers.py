"""Pages that somebody keeps: each is one file that holds all it needs, for whoever opens it."""

from __future__ import annotations

from datetime import date, datetime

from flask import render_template

from polling.exports import Report
from polling.markdown import rendered
from polling.records import Session


def results_page(report: Report) -> str:
    """A report as HTML, in the language of the request."""
    return render_template(
        "exports/results.html", report=report, day=day_of(report.session), written=rendered
    )


def day_of(session: Session) -> date:
    """When it was held, by the clock of the hall."""
    return local(session.started or session.created).date()


def local(instant: str) -> datetime:
    """By the clock of the hall, as Babel writes it."""
    return datetime.fromisoformat(instant).astimezone().replace(tzinfo=None)
