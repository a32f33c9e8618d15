#!/usr/bin/env bash
# Scripts/conformance.sh TERRANE SHARED HCLREF TERRANE-DEV: compares the program with the reference material beside the repository.
#
# Prints one line for each comparison, and ends with "N passed, N failed".
set -uo pipefail
terrane=$(realpath "$1") shared=$2 reference=$3 developer=$4
passed=0 failed=0

check() { # NAME COMMAND...
  local name=$1 start=$SECONDS output
  shift
  if output=$("$@" 2>&1); then
    passed=$((passed + 1))
    printf 'ok      %s (%s s)%s\n' "$name" $((SECONDS - start)) "${output:+: $(tail -1 <<< "$output")}"
  else
    failed=$((failed + 1))
    printf 'FAILED  %s (%s s)\n%s\n' "$name" $((SECONDS - start)) "$(tail -20 <<< "$output" | sed 's/^/        /')"
  fi
}

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
  exit
}

if [ ! -d "$shared" ]; then
  echo "conformance skipped: there is no reference material at $shared"
  [ "${CI:-}" = true ] && failed=1
  finish
fi
shared=$(realpath "$shared")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

frontend() { # layouts, refusals, and files that are cut or miss a token
  "$developer" conformance --reference "$(realpath "$reference")" --corpus "$shared/corpus" > "$work/frontend.txt" || { cat "$work/frontend.txt"; return 1; }
}

trees() { Scripts/trees.py "$reference" "$terrane" "$shared/corpus"; }

corpus() {
  local limit=${CORPUS_SECONDS:-60} start=$SECONDS status
  /usr/bin/time -f '%M' -o "$work/memory" "$terrane" lint "$shared/corpus" --format concise --report "json=$work/corpus.json" \
    > "$work/corpus.txt" 2> "$work/corpus.err"
  status=$?
  local seconds=$((SECONDS - start)) memory=$(($(tail -1 "$work/memory") / 1024))
  # Some files of the corpus are no configuration: what stands in them is reported, and the rest is judged. Nothing else may end with status 2.
  case $status in
    0 | 1) ;;
    2) Scripts/incomplete.py "$terrane" "$work/corpus.json" || { cat "$work/corpus.err"; return 1; } ;;
    *) cat "$work/corpus.err"; echo "exit $status"; return 1 ;;
  esac
  echo "$(grep 'Looked at' "$work/corpus.txt"), $(grep -oE '[0-9]+ findings' "$work/corpus.txt"), $seconds s, $memory MB"
  [ "$seconds" -le "$limit" ] && [ "$memory" -le 1024 ]
}

sarif() {
  "$terrane" lint "$shared/corpus/$(ls "$shared/corpus" | grep -m1 terraform-aws)" --format sarif > "$work/corpus.sarif"
  [ $? -le 1 ] || return 1
  (cd Fixtures/projects/shop && "$terrane" lint --format sarif > "$work/shop.sarif")
  [ $? -le 1 ] || return 1
  Scripts/sarif.py "$shared/tools/reports/sarif-schema-2.1.0.json" "$work/corpus.sarif" "$work/shop.sarif"
}

junit() {
  local module
  for module in Fixtures/projects/shop "$shared/corpus/$(ls "$shared/corpus" | grep -m1 terraform-aws)"; do
    "$terrane" lint "$module" --no-inline-ignores --format junit > "$work/$(basename "$module").failed.xml"
    [ $? -le 1 ] || return 1
    "$terrane" lint "$module" --select aws-default-vpc --format junit > "$work/$(basename "$module").passed.xml"
    [ $? -le 1 ] || return 1
  done
  Scripts/junit.py "$shared/tools/reports/JUnit.xsd" "$work"/*.xml
}

template() { # MODULE: converts to CloudFormation, checks the template, deploys it to a simulation
  "$terrane" convert "$1" --to cloudformation -o "$work/template.json" --quiet 2> "$work/convert.err" || { cat "$work/convert.err"; return 1; }
  local parameters=()
  mapfile -t parameters < <(Scripts/parameters.py "$work/template.json")
  python3 "$shared/tools/cloudformation/validate.py" "$work/template.json" --region eu-central-1 "${parameters[@]}"
}

arm() { # MODULE: converts to an ARM template, and checks it against the resource schemas
  "$terrane" convert "$1" --to arm -o "$work/arm.json" --quiet 2> "$work/convert.err" || { cat "$work/convert.err"; return 1; }
  python3 "$shared/tools/azure/validate_arm.py" "$work/arm.json"
}

manifests() { # MODULE: converts to Kubernetes manifests, and checks them strictly against the schemas of the API
  "$terrane" convert "$1" --to kubernetes -o "$work/manifests.yaml" --quiet 2> "$work/convert.err" || { cat "$work/convert.err"; return 1; }
  python3 "$shared/tools/kubernetes/validate_k8s.py" "$work/manifests.yaml"
}

[ -x "$reference" ] || Scripts/reference.sh "$shared" "$reference" || true
if [ -x "$reference" ]; then
  check "trees of the corpus" trees
  check "layouts and damaged files of the corpus" frontend
  grep -E ': [0-9]+ of [0-9]+$' "$work/frontend.txt" | sed 's/^/        /'
else
  echo "skipped  trees of the corpus: there is no reference program"
  [ "${CI:-}" = true ] && failed=$((failed + 1))
fi
rules() { # examples, and other tools' fixtures for the checks that our rules name
  "$developer" rules --fixtures "$shared/conformance/lint" --facts "$shared/facts/lint/rules.json" > "$work/rules.txt" || { cat "$work/rules.txt"; return 1; }
  grep -E '^(checkov|trivy), .*found' "$work/rules.txt" | paste -sd ';'
}
check "rules and other tools' fixtures" rules
check "lint of the corpus" corpus
check "errors of the corpus are those that are known" "$developer" survey --corpus "$shared/corpus" --list docs/corpus-errors.md
check "SARIF follows its schema" sarif
check "JUnit reports follow their schema" junit
check "template of the sample module" template Fixtures/projects/shop
for module in Fixtures/convert/azure-*/; do check "ARM template of $(basename "$module")" arm "$module"; done
for module in Fixtures/convert/kubernetes-*/; do check "manifests of $(basename "$module")" manifests "$module"; done
finish
