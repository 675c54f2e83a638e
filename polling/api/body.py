"""What every body that a script sends has to be."""

from __future__ import annotations

import json
from typing import Any

from apiflask import Schema
from marshmallow import ValidationError, pre_load

from polling.records import JSON


class Body(Schema):
    """JSON that can be stored and given back. Unknown fields are refused."""

    @pre_load
    def is_plain(self, data: JSON, **_: Any) -> JSON:
        """Python's parser takes NaN and half characters, which no other reader would."""
        try:
            json.dumps(data, allow_nan=False, ensure_ascii=False).encode()
        except ValueError as error:
            raise ValidationError("Not a JSON value.") from error
        return data
