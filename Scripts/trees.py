#!/usr/bin/env python3
"""Scripts/trees.py HCLREF TERRANE DIRECTORY: the tree of every .tf file against the reference's, and the first error's line where it rejects.

Differences that are right are named in EXPECTED with their reason; the list only shrinks."""
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

# Path below the corpus -> why the difference is right.
PROVIDER_FUNCTION = "calls a function of a provider, provider::name::function, which the reference is too old for"
EXPECTED = {
    "Azure+terraform-azurerm-avm-ptn-alz/examples/management/main.tf": PROVIDER_FUNCTION,
    "Azure+terraform-azurerm-avm-ptn-alz/examples/policy-assignment-modification-with-custom-lib/main.tf": PROVIDER_FUNCTION,
    "Azure+terraform-azurerm-avm-ptn-alz/main.hierarchy_settings.tf": PROVIDER_FUNCTION,
    "Azure+terraform-azurerm-avm-ptn-alz/main.role_assignments.tf": PROVIDER_FUNCTION,
    "alphagov+govuk-infrastructure/terraform/deployments/tfc-configuration/variable-set/main.tf": PROVIDER_FUNCTION,
    "claranet+terraform-azurerm-aks-light/locals.tf": PROVIDER_FUNCTION,
}


def lines(*command):
    return subprocess.run(command, capture_output=True, check=False).stdout


def compare(batch):
    problems = []
    answers = {}
    for program in (reference, terrane):
        command = [program, "parse"] + (["--format", "json"] if program == terrane else []) + batch
        answers[program] = [json.loads(line) for line in lines(*command).splitlines()]
    for path, expected, actual in zip(batch, answers[reference], answers[terrane]):
        if expected["ok"] != actual["ok"]:
            problems.append((path, "accepted by one only"))
        elif expected["ok"]:
            if lines(reference, "ast", path).strip() != lines(terrane, "parse", "--format", "ast", path).strip():
                problems.append((path, "another tree"))
        else:
            def first(answer):
                return next(d["subject"]["start"]["line"] for d in answer["diags"] if d["severity"] == "error")
            if first(expected) != first(actual):
                problems.append((path, f"first error in line {first(actual)}, not {first(expected)}"))
    return len(batch), sum(1 for answer in answers[reference] if not answer["ok"]), problems


reference, terrane, folder = sys.argv[1:4]
files = sorted(os.path.join(root, name) for root, _, names in os.walk(folder) for name in names if name.endswith(".tf"))
batches = [files[i:i + 200] for i in range(0, len(files), 200)]
count = rejected = 0
problems = []
with ThreadPoolExecutor(os.cpu_count()) as pool:
    for n, r, p in pool.map(compare, batches):
        count, rejected, problems = count + n, rejected + r, problems + p
unexpected = [(path, what) for path, what in problems if os.path.relpath(path, folder) not in EXPECTED]
for path, what in unexpected[:30]:
    print(f"{os.path.relpath(path, folder)}: {what}")
print(f"{count - len(problems)} of {count} files agree ({rejected} of them rejected by both), {len(EXPECTED)} named differences")
sys.exit(1 if unexpected else 0)
