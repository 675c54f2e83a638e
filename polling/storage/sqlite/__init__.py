"""The Store on SQLite, by sqlite-utils: one file, opened by any SQLite tool."""

from polling.storage.sqlite.opening import open_store, prepare, scratch_store

__all__ = ["open_store", "prepare", "scratch_store"]
