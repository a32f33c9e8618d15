#!/usr/bin/env bash
# Scripts/demo.sh TERRANE MODULE: shows what the program does with a sample module.
set -euo pipefail
terrane=$(realpath "$1")
cd "$2"

title() { printf '\n\033[1m$ %s\033[0m\n\n' "$*"; }

title terrane lint
"$terrane" lint || [ $? -eq 1 ]

title terrane convert --to cloudformation -o template.json
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT
"$terrane" convert --to cloudformation -o "$output/template.json" 2>&1

title "head -60 template.json"
head -60 "$output/template.json"
printf "…\n(%s lines)\n" "$(wc -l < "$output/template.json")"
