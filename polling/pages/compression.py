"""Pages that a whole hall loads are sent compressed."""

from __future__ import annotations

import gzip

from flask import Response, request

FITS_ONE_PACKET = 1200


def compressed(response: Response) -> Response:
    """For `after_request` of a blueprint whose pages hold no secret.

    The console's hold keys, and the tokens that their forms act by: whoever makes a page repeat
    guesses could tell them from its length (BREACH). They are loaded by few.
    """
    if response.mimetype != "text/html" or response.content_length is None:
        return response
    response.vary.add("Accept-Encoding")
    if response.content_length > FITS_ONE_PACKET and request.accept_encodings["gzip"]:
        response.set_data(gzip.compress(response.get_data(), mtime=0))
        response.content_encoding = "gzip"
    return response
