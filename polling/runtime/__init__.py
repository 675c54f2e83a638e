"""The green-thread runtime behind a few words. The only room that knows eventlet or gevent."""

import os
import warnings
from importlib.util import find_spec
from typing import TYPE_CHECKING

from polling.runtime.process import leave, raise_open_files_limit

WANTED = os.environ.get("POLLING_ASYNC", "eventlet")
"""Read here and not with the other settings: the choice is made before anything is imported."""

if TYPE_CHECKING or WANTED != "gevent" or not find_spec("gevent"):
    # Its authors discourage new use; docs/architecture.md says why it is the default all the same.
    warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
    # Nothing here asks for names but where it listens, and dnspython takes long to load.
    os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
    from polling.runtime import eventlet_http as http
    from polling.runtime import on_eventlet as chosen
else:
    from polling.runtime import gevent_http as http
    from polling.runtime import on_gevent as chosen

ASYNC_MODE = chosen.ASYNC_MODE
Inbox = chosen.Inbox
Outcome = chosen.Outcome
Watch = chosen.Watch
in_thread = chosen.in_thread
listen = http.listen
patch = chosen.patch
serve = http.serve
sleep = chosen.sleep
spawn = chosen.spawn

__all__ = [
    "ASYNC_MODE",
    "WANTED",
    "Inbox",
    "Outcome",
    "Watch",
    "in_thread",
    "leave",
    "listen",
    "patch",
    "raise_open_files_limit",
    "serve",
    "sleep",
    "spawn",
]
