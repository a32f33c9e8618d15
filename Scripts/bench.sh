#!/usr/bin/env bash
# Scripts/bench.sh TERRANE-DEV TERRANE MODULE SHARED HCLREF: prints the figures of the budgets; fails when one is exceeded.
# Where other work slows the machine down, LEAST_RATIO lowers the ratios to the reference, and SLACK raises the budgets of times.
set -euo pipefail
dev=$1 terrane=$2 module=$3 shared=$4 reference=$5

corpus=$shared/corpus
if [ ! -d "$corpus" ]; then
  echo "There is no corpus at $corpus: the figures below are for the fixtures alone."
  corpus=Fixtures
fi
arguments=(--corpus "$corpus")
if [ -x "$reference" ] || Scripts/reference.sh "$shared" "$reference"; then arguments+=(--reference "$reference"); fi
if [ -n "${LEAST_RATIO:-}" ]; then arguments+=(--least-ratio "$LEAST_RATIO"); fi
# Everything is measured before a figure that misses its budget ends the run.
status=0
"$dev" bench-evaluation || status=$?
"$dev" bench --corpus "$corpus" --program "$terrane" --module "$module" --slack "${SLACK:-1}" || status=$?
"$dev" bench-syntax "${arguments[@]}" || status=$?
exit $status
