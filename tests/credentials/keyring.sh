#!/bin/sh
# SPDX-License-Identifier: MIT
# keyring.sh STATE COMMAND...: runs a command in a D-Bus session of its own whose Secret Service is in a chosen state, with no prompt and no display.
#   unlocked: a login keyring, open          locked: the same, closed          empty: a service without any keyring
#   dies: as unlocked; the test ends the service   none: a bus, but nobody offers secrets   nobus: no session bus at all
set -eu
state=$1
shift
for tool in dbus-run-session gnome-keyring-daemon; do
    command -v $tool >/dev/null || { echo "SKIPPED: no $tool"; exit 77; }
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/home" "$home/run"
export HOME="$home/home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/home/.local/share"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP KDE_SESSION_VERSION KDE_FULL_SESSION || true
unlock='printf %s password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'
case $state in
unlocked | dies) dbus-run-session -- sh -c "$unlock"'; "$@"' sh "$@" ;;
locked)
    dbus-run-session -- sh -c "$unlock; sleep 0.2" 2>/dev/null
    dbus-run-session -- "$@"
    ;;
empty) dbus-run-session -- "$@" ;;
none)
    cat >"$home/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
END
    dbus-run-session --config-file="$home/bus.conf" -- "$@"
    ;;
nobus) DBUS_SESSION_BUS_ADDRESS=disabled: "$@" ;;
*)
    echo "unknown state $state" >&2
    exit 2
    ;;
esac
