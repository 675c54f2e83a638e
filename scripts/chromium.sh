#!/bin/sh
# Debian's chromium for the browser tests: installed where we may, asked for where we may not.
# Never fails: without a browser the other tests still run.
set -eu

command -v chromium >/dev/null && exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root=env
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n env"
else
    as_root=
fi

if [ -n "$as_root" ] && command -v apt-get >/dev/null; then
    echo "Installing Debian's chromium for the browser tests"
    $as_root apt-get update -qq || true # a list that is out of date may do
    $as_root DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "No chromium, so no browser tests. Install it with: sudo apt-get install chromium" >&2
