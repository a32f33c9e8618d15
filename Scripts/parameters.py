#!/usr/bin/env python3
"""Scripts/parameters.py TEMPLATE: arguments that give every parameter without a default some value, one a line."""
import json
import sys

for name, parameter in json.load(open(sys.argv[1])).get("Parameters", {}).items():
    if "Default" in parameter:
        continue
    value = "1" if parameter["Type"] == "Number" else "value1value1"
    if parameter.get("AllowedValues"):
        value = parameter["AllowedValues"][0]
    print("--param")
    print(f"{name}={value}")
