#!/usr/bin/env bash
# Scripts/reference.sh SHARED HCLREF: builds the Go reference, where its source and Go are there.
set -euo pipefail
source=$1/tools/hclref
if [ ! -x "$source/build.sh" ]; then
  echo "The reference is not measured: there is no $source/build.sh." >&2
  exit 1
fi
if ! command -v go > /dev/null || [ ! -d /usr/share/gocode/src/github.com/hashicorp/hcl ]; then
  echo "The reference is not measured: it needs the packages golang-go and golang-github-hashicorp-hcl-v2-dev." >&2
  exit 1
fi
mkdir -p "$(dirname "$2")"
"$source/build.sh" "$(realpath "$(dirname "$2")")" > /dev/null
