"""The call that says which kinds of poll there are, and what each expects."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask_babel import gettext

from polling.api.poll_schemas import KindsOut
from polling.kinds import Kind, kinds
from polling.records import JSON


def add_kinds(api: APIBlueprint) -> None:
    """Puts the call on `api`."""

    @api.get("/kinds")
    @api.output(KindsOut)
    def list_kinds() -> dict[str, JSON]:
        """List the kinds of poll, with the JSON schemas of what each expects."""
        return {"kinds": [_shown(kind) for kind in kinds().values()]}


def _shown(kind: Kind) -> dict[str, JSON]:
    return {
        "name": kind.name,
        "label": gettext(kind.label),
        "hint": gettext(kind.hint),
        "schemas": {
            "content": kind.full_content_schema(),
            "settings": kind.full_settings_schema(),
            "answer": kind.answer_schema,
        },
    }
