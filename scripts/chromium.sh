#!/bin/sh
# Prints where Chromium is, for the browser tests; installs Debian's package when it is missing and we may.
# CHROMIUM=/path/to/chromium overrules the search.
set -eu

find_chromium() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome; do
        [ -n "$name" ] && command -v "$name" && return 0
    done
    return 1
}

give_up() {
    echo "The browser tests need Chromium: $1" >&2
    echo "Install it (Debian: sudo apt-get update && sudo apt-get install chromium)," >&2
    echo "or say where it is: make test CHROMIUM=/path/to/chromium" >&2
    exit 1
}

find_chromium && exit 0
command -v apt-get >/dev/null || give_up "it was not found, and this is no Debian system."
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    give_up "it was not found, and installing it needs a password."
fi

echo "Installing Chromium from Debian's packages ..." >&2
{
    $as_root apt-get update -q &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium
} >&2 || give_up "Debian's package could not be installed."
find_chromium || give_up "Debian's package did not bring it."
