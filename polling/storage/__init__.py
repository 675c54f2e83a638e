"""What is kept, and how it is asked for."""

from polling.storage.sqlite import open_store, prepare, scratch_store
from polling.storage.store import Store
from polling.storage.writer import Writer

__all__ = ["Store", "Writer", "open_store", "prepare", "scratch_store"]
