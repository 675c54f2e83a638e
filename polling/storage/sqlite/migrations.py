"""The tables, as a list of functions that each take the file one step further."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("matinale")


@migrations()
def m001_sessions_polls_ballots(db: Database) -> None:
    """Ballots are keyed by what makes a vote unique, and an index answers a tally by itself."""
    for statement in (
        """CREATE TABLE sessions (
            id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
            language TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'draft',
            rev INTEGER NOT NULL DEFAULT 0, view TEXT NOT NULL DEFAULT 'join', poll INTEGER,
            rehearsal INTEGER NOT NULL DEFAULT 0, screen_key TEXT NOT NULL,
            facilitator_key TEXT NOT NULL, key BLOB, created TEXT NOT NULL,
            started TEXT, ended TEXT)""",
        """CREATE TABLE polls (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            kind TEXT NOT NULL, title TEXT NOT NULL, content TEXT NOT NULL,
            settings TEXT NOT NULL, notes TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL,
            status TEXT NOT NULL DEFAULT 'ready', round INTEGER NOT NULL DEFAULT 0,
            results_shown INTEGER NOT NULL DEFAULT 0, hidden TEXT NOT NULL DEFAULT '[]')""",
        "CREATE INDEX polls_in_order ON polls (session, position)",
        """CREATE TABLE ballots (
            poll INTEGER NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
            round INTEGER NOT NULL, participant TEXT NOT NULL, slot TEXT NOT NULL DEFAULT '',
            answer TEXT, status TEXT NOT NULL, seq INTEGER NOT NULL, minute TEXT NOT NULL,
            entry TEXT NOT NULL,
            PRIMARY KEY (poll, round, participant, slot)) WITHOUT ROWID""",
        "CREATE INDEX ballots_tally ON ballots (poll, round, status, slot, answer)",
        """CREATE TABLE participants (
            session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            pseudonym TEXT NOT NULL, joined TEXT NOT NULL,
            PRIMARY KEY (session, pseudonym)) WITHOUT ROWID""",
        """CREATE TABLE events (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            at TEXT NOT NULL, action TEXT NOT NULL, poll INTEGER, round INTEGER,
            by TEXT NOT NULL, details TEXT NOT NULL DEFAULT '{}')""",
        "CREATE INDEX events_of_session ON events (session, id)",
        "CREATE TABLE facilitators (id INTEGER PRIMARY KEY AUTOINCREMENT, created TEXT NOT NULL)",
        """CREATE TABLE links (
            fingerprint TEXT PRIMARY KEY, made TEXT NOT NULL, used TEXT,
            facilitator INTEGER REFERENCES facilitators (id))""",
        "CREATE TABLE server (name TEXT PRIMARY KEY, value BLOB NOT NULL)",
        "INSERT INTO server VALUES ('secret', randomblob(32))",
    ):
        db.execute(statement)


@migrations()
def m002_standing_polls_time_quiz_images(db: Database) -> None:
    """What a session is set to, polls that stand beside the running order, countdowns, how sure
    people are, what they call themselves, and pictures."""
    for statement in (
        "ALTER TABLE sessions ADD COLUMN settings TEXT NOT NULL DEFAULT '{}'",
        "ALTER TABLE polls ADD COLUMN standing INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE polls ADD COLUMN opened TEXT",
        "ALTER TABLE polls ADD COLUMN closes_at TEXT",
        "ALTER TABLE polls ADD COLUMN pinned TEXT",
        "ALTER TABLE polls ADD COLUMN display TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE ballots ADD COLUMN certainty TEXT",
        "ALTER TABLE ballots ADD COLUMN elapsed INTEGER",
        """CREATE TABLE profiles (
            session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            pseudonym TEXT NOT NULL, nickname TEXT, team TEXT, site TEXT,
            PRIMARY KEY (session, pseudonym)) WITHOUT ROWID""",
        """CREATE TABLE images (
            id TEXT PRIMARY KEY,
            session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            media_type TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
            bytes BLOB NOT NULL, made TEXT NOT NULL)""",
        "CREATE INDEX images_of_session ON images (session)",
    ):
        db.execute(statement)


@migrations()
def m003_draws(db: Database) -> None:
    """What a wheel has drawn: it must come out the same for everybody, for good."""
    db.execute("ALTER TABLE polls ADD COLUMN draws TEXT NOT NULL DEFAULT '[]'")


@migrations()
def m005_hand_counts(db: Database) -> None:
    """Paper ballots, as somebody counted them: apart from ballots, which are somebody's."""
    db.execute(
        """CREATE TABLE hand_counts (
            poll INTEGER NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
            round INTEGER NOT NULL, ballots INTEGER NOT NULL, blank INTEGER NOT NULL,
            ticks TEXT NOT NULL, note TEXT NOT NULL, minute TEXT NOT NULL,
            PRIMARY KEY (poll, round)) WITHOUT ROWID"""
    )


@migrations()
def m_themes(db: Database) -> None:
    """What sessions can look like. Which one a session has, its settings say."""
    db.execute(
        """CREATE TABLE themes (
            id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, light TEXT NOT NULL, dark TEXT NOT NULL,
            logo_type TEXT, logo_width INTEGER, logo_height INTEGER, logo BLOB,
            made TEXT NOT NULL)"""
    )


@migrations()
def m004_discarded(db: Database) -> None:
    """Since when a session or a poll is deleted that could still be brought back."""
    for table in ("sessions", "polls"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN discarded TEXT")


@migrations()
def m_passed_phones(db: Database) -> None:
    """Whether somebody began on a phone that another had passed on; not whose it was, nor when."""
    db.execute("ALTER TABLE profiles ADD COLUMN passed INTEGER NOT NULL DEFAULT 0")
