#!/usr/bin/env python3
"""Scripts/sarif.py SCHEMA REPORT...: each report against the schema of SARIF 2.1.0 and against what GitHub code scanning asks for."""
import json
import sys

import jsonschema

schema = json.load(open(sys.argv[1]))
problems = []
results = 0
for path in sys.argv[2:]:
    report = json.load(open(path))
    problems += [f"{path}: {'/'.join(map(str, e.path))}: {e.message[:200]}" for e in jsonschema.Draft7Validator(schema).iter_errors(report)]
    for run in report["runs"]:
        rules = run["tool"]["driver"]["rules"]
        for rule in rules:
            for field in ("shortDescription", "fullDescription"):
                if not 0 < len(rule[field]["text"]) <= 1024:
                    problems.append(f"{path}: {rule['id']}: {field} has {len(rule[field]['text'])} characters")
            if not rule["help"]["text"] or len(rule["id"]) > 255:
                problems.append(f"{path}: {rule['id']}: help or id")
            properties = rule.get("properties", {})
            if "security-severity" in properties and "security" not in properties["tags"]:
                problems.append(f"{path}: {rule['id']}: a score without the tag security")
        if len(run["results"]) > 25000:
            problems.append(f"{path}: {len(run['results'])} results")
        for result in run["results"]:
            results += 1
            if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                problems.append(f"{path}: ruleIndex of {result['ruleId']}")
            if ":" not in result["partialFingerprints"]["primaryLocationLineHash"]:
                problems.append(f"{path}: fingerprint of {result['ruleId']}")
            for location in result["locations"]:
                uri = location["physicalLocation"]["artifactLocation"]["uri"]
                region = location["physicalLocation"]["region"]
                if not uri or "://" in uri or " " in uri:
                    problems.append(f"{path}: uri {uri!r}")
                if (region["startLine"], region["startColumn"]) > (region["endLine"], region["endColumn"]):
                    problems.append(f"{path}: region of {result['ruleId']}")
for problem in problems[:30]:
    print(problem)
print(f"{len(sys.argv) - 2} reports, {results} results, {len(problems)} problems")
sys.exit(1 if problems else 0)
