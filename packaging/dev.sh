#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds Textback on Debian 12 or Ubuntu 24.04 (or newer) and tries it. Installs missing packages with apt.
#   sh packaging/dev.sh demo [arguments]   build, and open the window on a simulated phone line (without a display: a narrated run)
#   sh packaging/dev.sh test [arguments]   build, and run all tests (arguments go to ctest)
#   sh packaging/dev.sh build              build only
# The program is left at build/release/textback.
set -eu
cd "$(dirname "$0")/.."

build_packages="g++ cmake ninja-build qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qtkeychain-qt6-dev
    libphonenumber-dev libexpected-dev libqt6sql6-sqlite"
demo_packages="libsecret-1-0"
test_packages="python3 dbus-daemon gnome-keyring libsecret-1-0"

say() { printf '%s\n' "$*"; }
fail() { printf 'dev.sh: %s\n' "$*" >&2; exit 1; }
usage() { sed -n '4,7s/^# \{0,1\}//p' "$0"; }

# Installs those of the named packages that are not there yet.
need() {
    missing=
    for package in "$@"; do
        case $(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null || true) in
        ii*) ;;
        *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        as_root='env'
    elif command -v sudo >/dev/null 2>&1; then
        as_root='sudo'
    else
        fail "these packages are missing, and neither are you root nor is there sudo:$missing"
    fi
    say "Installing with apt:$missing"
    log=$(mktemp)
    # shellcheck disable=SC2086
    { $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends $missing; } >"$log" 2>&1 </dev/null || {
        tail -n 20 "$log" >&2
        rm -f "$log"
        fail "apt could not install:$missing"
    }
    rm -f "$log"
}

# Runs a command quietly; its output is shown only when it fails.
quietly() {
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 60 "$log" >&2
        rm -f "$log"
        fail "this failed: $*"
    fi
}

build() {
    launcher=
    if command -v ccache >/dev/null 2>&1; then
        launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache
    fi
    # shellcheck disable=SC2086
    quietly cmake --preset release $launcher
    say "Building build/release (a few minutes the first time)"
    started=$(date +%s)
    quietly cmake --build --preset release
    say "Built build/release/textback in $(($(date +%s) - started)) s"
}

command -v apt-get >/dev/null 2>&1 || say "No apt here: make sure that these are installed: $build_packages" >&2
[ $# -gt 0 ] || { usage >&2; exit 2; }
task=$1
shift
case $task in
demo)
    # shellcheck disable=SC2086
    ! command -v apt-get >/dev/null 2>&1 || need $build_packages $demo_packages
    build
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -z "${QT_QPA_PLATFORM:-}" ]; then
        case " $* " in
        *" --headless "*) ;;
        *)
            say "No display: the demo tells what happens (60 seconds)."
            set -- --headless "$@"
            ;;
        esac
    fi
    exec build/release/textback --demo "$@"
    ;;
test)
    # shellcheck disable=SC2086
    ! command -v apt-get >/dev/null 2>&1 || need $build_packages $test_packages
    build
    exec ctest --preset release "$@"
    ;;
build)
    # shellcheck disable=SC2086
    ! command -v apt-get >/dev/null 2>&1 || need $build_packages
    build
    ;;
-h | --help | help) usage ;;
*)
    usage >&2
    exit 2
    ;;
esac
