#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs every fuzzer of a build made with the preset "fuzz".
#   tests/fuzz/run.sh BUILD [SECONDS] [TARGET...]
# Each target works for SECONDS (else $TEXTBACK_FUZZ_SECONDS, else 60), as many at a time as there are processors. One line a target: executions, coverage
# (edges / features) and inputs kept. Starts from the seeds and from what earlier runs of this build found. A broken promise, a sanitizer's
# report, a time-out or a leak fails the run and leaves the input in BUILD/fuzz/findings.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=${1:?usage: run.sh BUILD [SECONDS] [TARGET...]}
seconds=${2:-${TEXTBACK_FUZZ_SECONDS:-60}}
shift $(($# < 2 ? $# : 2))
fuzz=$(cd "$build/fuzz" && pwd) || exit 2
jobs=${TEXTBACK_FUZZ_JOBS:-$(nproc)}
names=("$@")
if [ ${#names[@]} -eq 0 ]; then
    for seeds in "$here"/seeds/*/; do names+=("$(basename "$seeds")"); done
fi
mkdir -p "$fuzz/findings" "$fuzz/logs"
export here fuzz seconds

run_one() {
    local name=$1 log=$fuzz/logs/$1.log rc runs coverage
    mkdir -p "$fuzz/corpus/$name"
    # C locale and UTC: an input must do the same on every computer.
    TZ=UTC LC_ALL=C.UTF-8 ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1 \
        "$fuzz/fuzz_$name" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -dict="$here/words/$name" -artifact_prefix="$fuzz/findings/$name-" "$fuzz/corpus/$name" "$here/seeds/$name" >"$log" 2>&1
    rc=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    coverage=$(grep -oE 'cov: [0-9]+ ft: [0-9]+ corp: [0-9]+' "$log" | tail -n 1)
    if [ $rc -eq 0 ] && [ "${runs:-0}" -gt 0 ]; then
        printf 'fuzz %-16s passed %9s executions  %s\n' "$name" "$runs" "$coverage"
        return 0
    fi
    printf 'fuzz %-16s FAILED %9s executions  %s\n' "$name" "${runs:-0}" "$coverage"
    grep -E 'broken promise|ERROR: |runtime error|Test unit written' "$log" | head -n 5
    [ -s "$log" ] && tail -n 5 "$log"
    return 1
}
export -f run_one

printf '%s\n' "${names[@]}" | xargs -P "$jobs" -I{} bash -c 'run_one {}'
