#!/bin/sh
# Writes requirements/run.txt and requirements/dev.txt: the exact versions of what pyproject.toml
# asks for, one set for every system and every Python from 3.11 on. Called by `make lock`.
#
# Versions stay as they are where pyproject.toml allows it. Newer ones: make lock ARGS=--upgrade
set -eu

cd "$(dirname "$0")/.."

[ -x build/lock/bin/uv ] || {
    "${PYTHON:-python3}" -m venv build/lock
    build/lock/bin/python -m pip -q -q install --disable-pip-version-check 'uv>=0.9.8'
}

# lock NAME OPTION...: what circgen needs, and what the options add, into requirements/NAME.txt.
lock() {
    name=$1
    shift
    build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
        --custom-compile-command 'make lock' --output-file "requirements/$name.txt" \
        pyproject.toml "$@"
}

lock dev --group build --group dev "$@"
lock run --group build --constraints requirements/dev.txt
