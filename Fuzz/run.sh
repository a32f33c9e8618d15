#!/usr/bin/env bash
# Fuzzes one reader: Fuzz/run.sh TARGET [SECONDS] [INPUT...]
#
# TARGET is the name of a file beside this one. Its first lines say what it needs:
#   // modules: the targets to compile, in dependency order
#   // support: files of Support/ that are compiled with it
#   // seeds: folders with inputs to start from
#   // libraries: what to link
# Everything is compiled with address and coverage instrumentation, outside the package, into .build-fuzz. Inputs that were
# found to reach new code stay in .build-fuzz/corpus/TARGET, and those that failed in .build-fuzz/failures/TARGET. With INPUTs,
# only these are run. FUZZ_SEED makes the choice of inputs repeatable.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${1:?usage: Fuzz/run.sh TARGET [SECONDS] [INPUT...]}
seconds=${2:-60}
entry=Fuzz/$target.swift
[ -f "$entry" ] || { echo "there is no $entry" >&2; exit 2; }

header() { sed -n "s|^// $1: *||p" "$entry"; }

# A failure ends the run at once, without a second process that looks at it.
export SWIFT_BACKTRACE=enable=no
# Tables that live as long as the program are no leaks, but look like some.
export ASAN_OPTIONS=detect_leaks=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}

build=.build-fuzz/modules
corpus=.build-fuzz/corpus/$target
failures=.build-fuzz/failures/$target
mkdir -p "$build" "$corpus" "$failures"

flags=(-O -swift-version 6 -parse-as-library -wmo -sanitize=fuzzer,address
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility -I "$build")
objects=()
for module in $(header modules); do
  folder=Sources/$module
  if [ -f "$folder/module.modulemap" ]; then
    flags+=(-I "$folder")
    continue
  fi
  if compgen -G "$folder/*.cpp" > /dev/null; then
    clang++ -std=c++17 -O1 -g -fsanitize=address -I "$folder/include" -c "$folder"/*.cpp -o "$build/$module.o"
    # The module map that the package manager makes by itself.
    mkdir -p "$build/$module-map"
    printf 'module %s {\n  umbrella "%s"\n  export *\n}\n' "$module" "$PWD/$folder/include" > "$build/$module-map/module.modulemap"
    flags+=(-I "$build/$module-map")
    objects+=("$build/$module.o")
    continue
  fi
  mapfile -t sources < <(find "$folder" -name '*.swift' | LC_ALL=C sort)
  if [ -d "$folder/Data" ]; then
    # The data that the package's plugin embeds.
    packed=$build/$module-data
    mkdir -p "$packed"
    [ -x "$build/pack-data" ] || swiftc -O -parse-as-library Sources/pack-data/*.swift -o "$build/pack-data"
    (cd "$folder/Data" && find . -name '*.rule.hcl' -o -name '*.map.hcl' -o -name '*.txt' | sed 's|^\./||' | LC_ALL=C sort) > "$packed/files.txt"
    "$build/pack-data" "$folder/Data/" "$packed/files.txt" "$packed/EmbeddedData.new"
    cmp -s "$packed/EmbeddedData.new" "$packed/EmbeddedData.swift" || mv "$packed/EmbeddedData.new" "$packed/EmbeddedData.swift"
    sources+=("$packed/EmbeddedData.swift")
  fi
  newest=$(find "${sources[@]}" -newer "$build/$module.o" -print -quit 2> /dev/null || echo missing)
  if [ ! -f "$build/$module.o" ] || [ -n "$newest" ] || [ -n "${rebuilt:-}" ]; then
    echo "compiling $module"
    swiftc "${flags[@]}" -module-name "$module" -emit-module -emit-module-path "$build/$module.swiftmodule" \
      -c "${sources[@]}" -o "$build/$module.o"
    rebuilt=yes
  fi
  objects+=("$build/$module.o")
done

mapfile -t support < <(header support | tr ' ' '\n' | sed 's|.*|Fuzz/Support/&.swift|')
# shellcheck disable=SC2046
swiftc "${flags[@]}" -module-name "Fuzz_$target" "$entry" "${support[@]}" "${objects[@]}" $(header libraries) -o ".build-fuzz/$target" \
  2> >(grep -v 'Cannot export local symbol' >&2)

# The stack that the program gives to evaluation, as far as the system allows.
ulimit -s 262144 2> /dev/null || true
if [ $# -gt 2 ]; then exec ".build-fuzz/$target" "${@:3}"; fi
seeds=()
for folder in $(header seeds); do [ -d "$folder" ] && seeds+=("$folder"); done
exec ".build-fuzz/$target" ${FUZZ_SEED:+-seed=$FUZZ_SEED} -max_total_time="$seconds" -max_len=8192 -timeout=10 -rss_limit_mb=2048 \
  -artifact_prefix="$failures/" -print_final_stats=1 "$corpus" "${seeds[@]}"
