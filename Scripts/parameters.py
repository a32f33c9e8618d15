#!/usr/bin/env python3
"""Scripts/parameters.py TEMPLATE: arguments that give every parameter without a default some value, and lists theirs, one a line."""
import json
import sys

for name, parameter in json.load(open(sys.argv[1])).get("Parameters", {}).items():
    # The simulation splits lists that are given, and not those that are defaults.
    if parameter["Type"] == "CommaDelimitedList" and "Default" in parameter:
        print("--param")
        print(f"{name}={parameter['Default']}")
    if "Default" in parameter:
        continue
    value = "1" if parameter["Type"] == "Number" else "value1value1"
    if parameter.get("AllowedValues"):
        value = parameter["AllowedValues"][0]
    print("--param")
    print(f"{name}={value}")
