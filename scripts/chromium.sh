#!/bin/sh
# Debian's chromium for the browser tests: installed where we may, asked for where we may not.
# Never fails: without a browser the rest of the tests still run.
set -eu

command -v chromium >/dev/null 2>&1 && exit 0

install() {
    "$@" apt-get update -qq && "$@" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends chromium
}

if command -v apt-get >/dev/null 2>&1; then
    echo "The browser tests need chromium: installing Debian's"
    if [ "$(id -u)" -eq 0 ]; then
        install env >/dev/null && exit 0
    elif sudo -n true 2>/dev/null; then
        install sudo -n >/dev/null && exit 0
    fi
fi
echo "No chromium, so no browser tests. Install it with: sudo apt-get install chromium" >&2
