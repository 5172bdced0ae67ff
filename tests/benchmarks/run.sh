#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the benchmarks of a build folder and prints one line per figure. Usage: tests/benchmarks/run.sh BUILD_FOLDER
set -eu
build=$1
programs=$build/tests
keep=$build/benchmarks
mkdir -p "$keep"

"$programs/benchmark_poll" burst 1000
"$programs/benchmark_metrics" 1000000
[ -e "$keep/search.db" ] || "$programs/benchmark_search" 1000000 "$keep/search-new.db" >/dev/null
[ -e "$keep/search.db" ] || mv "$keep/search-new.db" "$keep/search.db"
"$programs/benchmark_search" 1000000 "$keep/search.db"
"$programs/benchmark_window" list 200000
"$programs/benchmark_window" bubbles
"$programs/benchmark_start" "$keep/search.db"
"$programs/benchmark_start" open "$keep/search.db"

# Instructions of the same work on a small and on a large database. The database is copied, so that each run finds it as it was made.
if command -v valgrind >/dev/null 2>&1; then
    for messages in 1000 1000000; do
        [ -e "$keep/$messages.db" ] || "$programs/benchmark_poll" history $messages "$keep/new.db" >/dev/null
        [ -e "$keep/$messages.db" ] || mv "$keep/new.db" "$keep/$messages.db"
        cp "$keep/$messages.db" "$keep/work.db"
        valgrind --tool=callgrind --toggle-collect=ordinaryWork --callgrind-out-file="$keep/callgrind.$messages" \
            "$programs/benchmark_poll" history $messages "$keep/work.db" >/dev/null 2>&1
        rm -f "$keep"/work.db*
    done
    small=$(sed -n 's/^\(summary\|totals\): //p' "$keep/callgrind.1000" | head -n 1)
    large=$(sed -n 's/^\(summary\|totals\): //p' "$keep/callgrind.1000000" | head -n 1)
    echo "history: $small instructions at 1,000 messages, $large at 1,000,000: ratio $(awk "BEGIN { printf \"%.3f\", $large / $small }") (goal: at most 1.1)"
else
    echo "history: skipped, valgrind is not installed"
fi

"$programs/benchmark_latency" "$build/textback" 200
