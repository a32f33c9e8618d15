#!/usr/bin/env bash
# Installs what the build needs beside Swift, where it is missing: libyaml, libxml2 and RE2 with their headers.
set -euo pipefail

if ! command -v swift > /dev/null; then
  echo "Swift is missing. Terrane needs Swift 6.2 or later: https://www.swift.org/install" >&2
  exit 1
fi

missing=()
has_header() { printf '#include <%s>\n' "$1" | cc -x "${2:-c}" ${3:-} -fsyntax-only - 2> /dev/null; }
if command -v cc > /dev/null; then
  has_header yaml.h || missing+=(libyaml-dev)
  has_header libxml/parser.h c -I/usr/include/libxml2 || missing+=(libxml2-dev)
  [ -e /usr/include/re2/re2.h ] || [ -e /usr/local/include/re2/re2.h ] || [ -e /opt/homebrew/include/re2/re2.h ] || missing+=(libre2-dev)
else
  missing+=(build-essential libyaml-dev libxml2-dev libre2-dev)
fi
command -v pkg-config > /dev/null || missing+=(pkg-config)
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get > /dev/null; then
  echo "These are missing, and apt-get is not there to install them: ${missing[*]}." >&2
  echo "Install libyaml, libxml2 and RE2 with their headers, then try again (macOS: brew install libyaml libxml2 re2)." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo > /dev/null; then
    echo "These packages are missing, and installing them needs root: ${missing[*]}." >&2
    echo "Run as root: apt-get install -y ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "Installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" > /dev/null || {
  echo "apt-get could not install: ${missing[*]}." >&2
  exit 1
}
