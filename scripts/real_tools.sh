#!/bin/sh
# Installs the programs that tests/real runs, or does nothing when they are all there.
#
# On Debian and Ubuntu root gets them from apt; anybody else is told the line to run. What comes
# from npm goes into tests/real/node_modules and needs no root.
set -eu

cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

there() { command -v "$1" >/dev/null 2>&1; }

# Programs that are missing, and the packages of apt and of Homebrew that have them.
missing=''
packages=''
formulas=''
need() {
    missing="$missing $1"
    packages="$packages $2"
    formulas="$formulas $3"
}

look() {
    missing=''
    packages=''
    formulas=''
    there soffice || need soffice libreoffice-writer-nogui libreoffice
    there pdftotext || need pdftotext poppler-utils poppler
    there chromium || need chromium chromium chromium
    there tmux || need tmux tmux tmux
    there less || need less less less
    there zsh || need zsh zsh zsh
    there fish || need fish fish fish
    [ "$(id -u)" != 0 ] || there chattr || need chattr e2fsprogs e2fsprogs  # binds root as chmod does not
    there npm || need npm 'nodejs npm' node
    there pdftoppm || need pdftoppm poppler-utils poppler
    # Pages are measured with fonts that are as wide as Calibri, Times New Roman, Arial and Courier New.
    there fc-list || need fc-list fontconfig fontconfig
    has_font Carlito || need Carlito-fonts fonts-crosextra-carlito font-carlito
    has_font 'Liberation Serif' || need Liberation-fonts fonts-liberation font-liberation
    has_font 'DejaVu Sans' || need DejaVu-fonts fonts-dejavu-core font-dejavu
    # Chinese letters: any font that has the signs will do.
    { there fc-list && fc-list ':charset=4e2d' | grep -q .; } || need Chinese-fonts fonts-droid-fallback font-noto-sans-sc
}

has_font() { there fc-list && fc-list ":family=$1" | grep -q .; }

look
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && there apt-get; then
    say "installing$packages"
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    # shellcheck disable=SC2086 # one word for each package
    why=$({ apt-get update -qq && apt-get install -qq -y --no-install-recommends $packages; } \
        2>&1 </dev/null) || say "$why"
    look
fi
if [ -n "$missing" ]; then
    say "error: tests/real needs programs that are not here:$missing"
    say "       Debian, Ubuntu:  sudo apt install$packages"
    say "       macOS:           brew install$formulas"
    exit 1
fi

cd tests/real
if ! cmp -s package.json node_modules/installed-from; then
    say "installing tests/real/package.json"
    npm install --loglevel=error </dev/null >/dev/null
    cp package.json node_modules/installed-from
fi
