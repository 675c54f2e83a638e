"""The bearer token that opens the API to scripts, with an organiser's rights."""

from __future__ import annotations

import hmac

from apiflask import HTTPTokenAuth

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
    def verify(token: str) -> str:
        if not api_token:
            raise TokenRequired(NO_TOKEN_SET)
        if not hmac.compare_digest(token.encode(), api_token.encode()):
            raise TokenRequired
        return "api"

    return auth
