"""The REST API, for scripts: /api/v1, described by its own openapi.json."""

from polling.api.blueprint import blueprint
from polling.api.errors import refused
from polling.api.images import described
from polling.api.openapi import OPENAPI, SPEC_PATH

__all__ = ["OPENAPI", "SPEC_PATH", "blueprint", "described", "refused"]
