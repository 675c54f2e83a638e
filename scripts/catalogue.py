"""Compiles a catalogue, as the server reads it.

    python scripts/catalogue.py messages.po messages.mo

What is not translated is left out and so stays English. `pybabel compile` would put English forms
where the language has other ones: "1 answers", in a language whose first form is for none.
"""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

source, target = map(Path, sys.argv[1:])
with source.open("rb") as file:
    catalogue = read_po(file)
for message in list(catalogue):
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    if message.id and not all(forms):
        catalogue.delete(message.id, message.context)
with target.open("wb") as file:
    write_mo(file, catalogue)
