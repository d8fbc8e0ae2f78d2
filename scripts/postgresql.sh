#!/bin/sh
# Prints where PostgreSQL's programs are, for the storage tests; installs Debian's package when they are missing and we may.
# The tests start a server of their own with them and leave the machine's alone.
# POSTGRESQL=/path/to/its/bin overrules the search.
set -eu

find_programs() {
    on_path="$(command -v initdb || true)"
    for folder in "${POSTGRESQL:-}" $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) "${on_path%/initdb}"; do
        [ -n "$folder" ] && [ -x "$folder/initdb" ] && echo "$folder" && return 0
    done
    return 1
}

give_up() {
    echo "The storage tests need PostgreSQL: $1" >&2
    echo "Install it (Debian: sudo apt-get update && sudo apt-get install postgresql)," >&2
    echo "or say where its programs are: make test POSTGRESQL=/usr/lib/postgresql/15/bin" >&2
    exit 1
}

find_programs && exit 0
command -v apt-get >/dev/null || give_up "it was not found, and this is no Debian system."
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    give_up "it was not found, and installing it needs a password."
fi

echo "Installing PostgreSQL from Debian's packages ..." >&2
{
    $as_root apt-get update -q &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends postgresql
} >&2 || give_up "Debian's package could not be installed."
find_programs || give_up "Debian's package did not bring it."
