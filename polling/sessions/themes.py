"""The themes that sessions can have."""

from __future__ import annotations

from contextlib import suppress

from polling import runtime
from polling.changes import Changes
from polling.clock import now
from polling.errors import ThemeInvalid, ThemeNotFound
from polling.languages import N_
from polling.pictures import Picture
from polling.records import Session
from polling.storage import Store, Writer
from polling.themes import Theme, from_file, logo_of, new_theme


class Themes:
    """The same for all sessions of a server: an authority has one or two."""

    def __init__(self, store: Store, writer: Writer, changes: Changes) -> None:
        self._store = store
        self._writer = writer
        self._changes = changes

    def get(self, theme: str) -> Theme:
        """Raises ThemeNotFound."""
        return self._store.theme(theme)

    def all(self) -> list[Theme]:
        """By name."""
        return self._store.themes()

    def of(self, session: Session) -> Theme | None:
        """The one that `session` has chosen; None for Matinale's own look."""
        chosen = session.settings.get("theme")
        with suppress(ThemeNotFound):
            return self._store.theme(chosen) if chosen else None
        return None

    def logo(self, sent: bytes) -> Picture:
        """What is kept of a picture. Raises what `logo_of` raises."""
        return runtime.in_thread(logo_of, sent)

    def add(self, name: str, light: str, dark: str, logo: Picture | None = None) -> Theme:
        """Raises what `new_theme` raises, and ThemeInvalid where the name is taken."""
        return self._kept(new_theme(name, light, dark, logo))

    def add_file(self, sent: bytes) -> Theme:
        """The same of a theme's file. Raises what `from_file` raises."""
        return self._kept(runtime.in_thread(from_file, sent))

    def delete(self, theme: str) -> None:
        """Sessions that had it look as others do, at once. Raises ThemeNotFound."""
        for session in self._writer.run(lambda store: store.delete_theme(theme)):
            self._changes.transition.send(session)

    def _kept(self, theme: Theme) -> Theme:
        def work(store: Store) -> None:
            if any(theme.name == other.name for other in store.themes()):
                raise ThemeInvalid(N_("There is a theme of this name already."), field="name")
            store.add_theme(theme, now())

        self._writer.run(work)
        return theme
