"""What is the server's own and no session's, in SQLite."""

from __future__ import annotations

from sqlite_utils import Database


class ServerRows:
    """The facet of the store that keeps the secret, and the address for phones."""

    db: Database

    def secret(self) -> bytes:
        sql = "SELECT value FROM server WHERE name = 'secret'"
        (value,) = self.db.execute(sql).fetchall()[0]
        return bytes(value)

    def address(self) -> str:
        sql = "SELECT value FROM server WHERE name = 'address'"
        return next((str(value) for (value,) in self.db.execute(sql).fetchall()), "")

    def set_address(self, key: str) -> None:
        self.db.execute("INSERT OR REPLACE INTO server VALUES ('address', ?)", [key])

    def touch(self) -> None:
        self.db.execute("INSERT OR REPLACE INTO server VALUES ('touched', datetime('now'))")
