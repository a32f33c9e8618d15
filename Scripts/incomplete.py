#!/usr/bin/env python3
"""Scripts/incomplete.py TERRANE REPORT: whether a run of the linter that ended with status 2 did so because files do not parse, or files of
variables cannot be read.

REPORT is the run's JSON report. Any other reason (a path that is missing, a file that cannot be read, a configuration with a mistake, a report
that says it is complete or that is cut off) is printed, and fails.
"""
import json
import subprocess
import sys

terrane, path = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    report = json.load(file)
if report["summary"]["complete"]:
    sys.exit("the report says that it is complete")
errors = [diagnostic for diagnostic in report["diagnostics"] if diagnostic["severity"] == "error"]
configuration = (".tf", ".tf.json", ".tofu", ".tofu.json")
variables = (".tfvars", ".tfvars.json")
others = [error for error in errors if not error["location"] or not error["location"]["path"].endswith(configuration + variables)]
for error in others:
    print(f"{error['id']}: {error['summary']}. {error['detail']}", file=sys.stderr)
if others:
    sys.exit(1)
files = sorted({error["location"]["path"] for error in errors})
# Values that call functions parse, and are no values: an error in a file of variables is one of its own.
broken = [file for file in files if file.endswith(variables) or subprocess.run([terrane, "parse", file], capture_output=True).returncode != 0]
if not broken:
    sys.exit("every file parses")
print(f"{len(broken)} files do not parse or hold no values")
