"""What is kept, and how it is asked for."""

from polling.storage.sqlite import open_store, prepare
from polling.storage.store import Store
from polling.storage.writer import Writer

__all__ = ["Store", "Writer", "open_store", "prepare"]
