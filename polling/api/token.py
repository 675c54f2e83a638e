"""The bearer token that opens the API to scripts, with an organiser's rights."""

from __future__ import annotations

import hmac
from typing import NoReturn

from apiflask import HTTPError, HTTPTokenAuth

from polling.errors import TokenRequired
from polling.languages import N_

NO_TOKEN_SET = N_(
    "The API is closed, because this server has no token for it. "
    "Start it with the setting api_token, or with POLLING_API_TOKEN in its environment."
)


def bearer(api_token: str | None) -> HTTPTokenAuth:
    """Lets in who sends `api_token`; nobody where there is none. The others: TokenRequired."""
    auth = HTTPTokenAuth(description="The server's api_token (POLLING_API_TOKEN).")

    @auth.verify_token  # type: ignore[untyped-decorator]
    def is_ours(token: str | None) -> bool:
        """In constant time, so that a refusal does not tell how much of a guess was right."""
        if not api_token or not token:
            return False
        return hmac.compare_digest(token.encode(), api_token.encode())

    @auth.error_processor
    def refuse(_: HTTPError) -> NoReturn:
        raise TokenRequired if api_token else TokenRequired(NO_TOKEN_SET)

    return auth
