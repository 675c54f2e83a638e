"""For those who keep the server running: is it well, and what has it done."""

from __future__ import annotations

import time
from collections.abc import Callable

from flask import Blueprint, Response, jsonify
from flask_babel import gettext
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from polling.errors import StorageFailed

CHECK_EVERY_S = 1.0
"""A check writes to the disk; however often it is asked, it does so at most this often."""


def blueprint(*, check_storage: Callable[[], None], metrics: CollectorRegistry) -> Blueprint:
    """`/healthz` and `/metrics`."""
    pages = Blueprint("monitoring", __name__)
    last = {"at": 0.0, "well": True}

    @pages.get("/healthz")
    def healthz() -> tuple[Response, int]:
        if time.monotonic() - last["at"] > CHECK_EVERY_S:
            last["at"] = time.monotonic()
            try:
                check_storage()
                last["well"] = True
            except StorageFailed:
                last["well"] = False
        if last["well"]:
            return jsonify(status="ok"), 200
        why = gettext(StorageFailed.message)
        return jsonify(status="failing", error=StorageFailed.name, message=why), 503

    @pages.get("/metrics")
    def numbers() -> Response:
        return Response(generate_latest(metrics), mimetype=CONTENT_TYPE_LATEST)

    return pages
