#!/bin/sh
# Makes .venv, or does nothing when it is as it should be. Called by the Makefile:
#
#   sh scripts/setup.sh run   what `circgen` needs
#   sh scripts/setup.sh dev   and what tests, checks and benchmarks need
#
# PYTHON names the Python to use; otherwise the first one of 3.11 or later on PATH is taken.
# circgen itself is installed editable: a change to it or to a template is there at once.
set -eu

cd "$(dirname "$0")/.."
level=${1:-run}
root=$(pwd -P)
python=.venv/bin/python

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "error: $1"
    shift
    for line in "$@"; do say "       $line"; done
    exit 1
}

case $level in
    run | dev) ;;
    *) fail "scripts/setup.sh: there is no level '$level'" "Levels: run, dev." ;;
esac

# What .venv was made from. Once a line has changed, the step that wrote it is done again.
made_from() { printf '%s\n' "$root" && cat requirements/run.txt requirements/dev.txt | cksum; }
installed_from() { cat pyproject.toml circgen/__init__.py | cksum; }

wrote() { [ -f ".venv/$1" ] && [ "$(cat ".venv/$1")" = "$2" ]; }

# Prints the version ("3.12") of a Python that runs, and fails where it does not. Some names on PATH
# only say that the Python behind them is not active (pyenv), or open a shop (Windows).
version_of() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null </dev/null
}

is_new_enough() {
    case $1 in
        3.[0-9] | 3.10 | 2.* | '') return 1 ;;
    esac
}

# Debian takes these modules out of Python, into a package of their own.
can_make_environments() { "$1" -c 'import ensurepip, venv' 2>/dev/null </dev/null; }

# Sets `chosen` and `version`: the Python that .venv is made with.
choose_python() {
    if [ -n "${PYTHON:-}" ]; then
        chosen=$PYTHON
        version=$(version_of "$chosen") || fail "PYTHON=$PYTHON does not run"
        is_new_enough "$version" || fail "PYTHON=$PYTHON is Python $version" \
            "circgen needs Python 3.11 or later."
        return
    fi
    chosen=''
    too_old=''
    for name in python3.14 python3.13 python3.12 python3.11 python3; do
        found=$(version_of "$name") || continue
        if ! is_new_enough "$found"; then
            too_old=" ($name is Python $found)"
        elif can_make_environments "$name"; then
            chosen=$name
            version=$found
            return
        elif [ -z "$chosen" ]; then
            chosen=$name
            version=$found
        fi
    done
    [ -n "$chosen" ] || fail "no Python 3.11 or later was found$too_old" \
        "Debian, Ubuntu:  sudo apt install python3 python3-venv" \
        "Fedora:          sudo dnf install python3" \
        "macOS:           brew install python" \
        "Elsewhere:       https://www.python.org/downloads/" \
        "If it is there under another name: make PYTHON=/path/to/python"
}

install_venv_module() {
    say "installing python$version-venv"
    {
        apt-get install -qq -y "python$version-venv" ||
            { apt-get update -qq && apt-get install -qq -y "python$version-venv"; }
    } </dev/null >/dev/null 2>&1 || say "apt-get could not install it"
}

make_environment() {
    choose_python
    if ! can_make_environments "$chosen"; then
        [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && install_venv_module
        can_make_environments "$chosen" || fail "Python $version ($chosen) cannot make environments" \
            "Debian, Ubuntu:  sudo apt install python$version-venv"
    fi
    say "making .venv with Python $version ($chosen)"
    rm -rf .venv
    if ! why=$("$chosen" -m venv .venv 2>&1 </dev/null); then
        rm -rf .venv
        say "$why"
        fail "Python $version ($chosen) could not make .venv; it says why above" \
            "Where venv is not all there (Debian, Ubuntu):  sudo apt install python$version-venv"
    fi
}

install() {
    # Twice quiet: errors only.
    "$python" -m pip -q -q --disable-pip-version-check --no-input install "$@" </dev/null || fail \
        "pip could not install what circgen needs; it says why above" \
        "Once that is put right, the same command goes on from here."
}

# Whether .venv still stands on a Python that runs, and on the one that PYTHON asks for.
still_stands() {
    # pip is looked for as any package of .venv is: after a change of version it is not found.
    "$python" -I -c 'import pip' 2>/dev/null </dev/null || return 1
    [ -z "${PYTHON:-}" ] || [ "$(home_of "$PYTHON")" = "$(home_of "$python")" ]
}

home_of() { "$1" -c 'import sys; print(sys.base_prefix, sys.version)' 2>/dev/null </dev/null; }

if ! wrote made-from "$(made_from)" || ! still_stands; then
    make_environment
    printf '%s\n' "$(made_from)" >.venv/made-from
fi
if ! [ -f ".venv/has-$level" ]; then
    say "installing requirements/$level.txt"
    install --no-deps -r "requirements/$level.txt"
    : >.venv/has-run  # dev.txt has all of run.txt
    : >".venv/has-$level"
fi
if ! wrote installed-from "$(installed_from)"; then
    say "installing circgen"
    install --no-deps --no-build-isolation --editable .
    printf '%s\n' "$(installed_from)" >.venv/installed-from
fi
