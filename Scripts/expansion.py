#!/usr/bin/env python3
"""Scripts/expansion.py TERRANE CORPUS: compares the resource addresses of each root module with those that tfparse expands.

tfparse (PyPI) is the evaluator of a widely used scanner. It takes minutes for large modules, so its answers are kept in a file (--saved)
and asked for once; --sample takes some modules only. Two kinds of difference say nothing about either side and are set aside where they
occur: the number of instances is not known before a run, where tfparse assumes one or none; and tfparse gives one address without a key
to what has count or for_each, which is no address of an instance. Every difference that is left has to stand in the list (--list), under
the cause that a person found for it.
"""
import argparse
import concurrent.futures
import json
import os
import random
import re
import subprocess
import sys

CHILD = """
import json, sys, tfparse
blocks = tfparse.load_from_path(sys.argv[1], vars_paths=sys.argv[2:])
found = [b["__tfmeta"]["path"] for v in blocks.values() if isinstance(v, list) for b in v
         if isinstance(b, dict) and b.get("__tfmeta", {}).get("type") == "resource"]
print("addresses:" + json.dumps(found))
"""
KEY = re.compile(r'\[(?:"(?:[^"\\]|\\.)*"|\d+|\*)\]')
LOCAL_SOURCE = re.compile(r'(?m)^\s*source\s*=\s*"(\.\.?(?:/[^"]*)?)"')


def root_modules(corpus):
    """Directories with configuration that no call in view leads to, below the corpus."""
    modules, called = set(), set()
    for folder, children, files in os.walk(corpus):
        children[:] = [name for name in children if name not in (".terraform", ".git")]
        for name in files:
            if name.startswith(".") or not name.endswith((".tf", ".tofu", ".tf.json")):
                continue
            modules.add(folder)
            with open(os.path.join(folder, name), errors="replace") as file:
                for source in LOCAL_SOURCE.findall(file.read()):
                    target = os.path.normpath(os.path.join(folder, source))
                    if target != folder:
                        called.add(target)
    return sorted(modules - called)


def variable_files(folder):
    """The names of the files with values that Terraform reads by itself, in its order."""
    names = sorted(os.listdir(folder))
    own = [name for name in ("terraform.tfvars", "terraform.tfvars.json") if name in names]
    return own + [name for name in names if name.endswith((".auto.tfvars", ".auto.tfvars.json"))]


def ask_tfparse(folder, limit):
    """The addresses that tfparse gives, or None when it fails."""
    command = ["nice", "-n", "19", sys.executable, "-c", CHILD, folder, *variable_files(folder)]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=limit).stdout
    except subprocess.TimeoutExpired:
        return None
    start = answer.rfind("addresses:")
    return json.loads(answer[start + 10:]) if start >= 0 else None


def ask_terrane(terrane, folder, project):
    """The addresses that terrane gives, and those of them that stand for an unknown number; None when it fails."""
    command = [terrane, "inspect", "--root", project, "--format", "json", folder]
    try:
        resources = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)["resources"]
    except (json.JSONDecodeError, KeyError):
        return None
    managed = [resource for resource in resources if resource["mode"] == "managed"]
    return {r["address"] for r in managed}, {declaration(r["address"]) for r in managed if r["symbolic"]}


def declaration(address):
    return KEY.sub("", address)


def without_keys(theirs, ours):
    """Declarations that tfparse gives with fewer keys than terrane: addresses that no instance has."""
    keys = {}
    for address in ours:
        keys[declaration(address)] = max(keys.get(declaration(address), 0), len(KEY.findall(address)))
    return {declaration(address) for address in theirs if len(KEY.findall(address)) < keys.get(declaration(address), 0)}


def read_list(path):
    entries = set()
    with open(path) as page:
        for line in page:
            parts = line.split("`")
            if line.startswith("- `") and len(parts) >= 4:
                entries.update((parts[1], name) for name in parts[3::2])
    return entries


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("terrane")
    parser.add_argument("corpus")
    parser.add_argument("--saved", default=".build/tfparse.jsonl", help="where tfparse's answers are kept")
    parser.add_argument("--list", help="the page with the differences whose cause is known")
    parser.add_argument("--sample", type=int, help="compare so many modules only")
    parser.add_argument("--limit", type=float, default=900, help="seconds for one module of tfparse")
    parser.add_argument("--differences", action="store_true", help="print every difference")
    options = parser.parse_args()
    corpus = os.path.realpath(options.corpus)

    folders = root_modules(corpus)
    if options.sample:
        folders = sorted(random.Random(1).sample(folders, min(options.sample, len(folders))))
    saved = {}
    if os.path.exists(options.saved):
        with open(options.saved) as file:
            saved = {entry["module"]: entry["addresses"] for entry in map(json.loads, file)}
    with open(options.saved, "a") as file:
        for folder in folders:
            name = os.path.relpath(folder, corpus)
            if name not in saved:
                saved[name] = ask_tfparse(folder, options.limit)
                file.write(json.dumps({"module": name, "addresses": saved[name]}) + "\n")
                file.flush()

    def compare(folder):
        name = os.path.relpath(folder, corpus)
        if saved[name] is None:
            return None
        answer = ask_terrane(options.terrane, folder, os.path.join(corpus, name.split(os.sep)[0]))
        return (name, set(saved[name]), *answer) if answer else None

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        answers = [answer for answer in pool.map(compare, folders) if answer]
    equal = known = keyed = 0
    differences = set()
    for name, theirs, ours, unknown in answers:
        equal += theirs == ours
        theirs, ours = ({a for a in side if declaration(a) not in unknown} for side in (theirs, ours))
        known += theirs == ours
        unkeyed = without_keys(theirs, ours)
        theirs, ours = ({a for a in side if declaration(a) not in unkeyed} for side in (theirs, ours))
        keyed += theirs == ours
        differences.update((name, declaration(address)) for address in theirs ^ ours)
        if options.differences:
            for address in sorted(theirs ^ ours):
                print(f"{name}: {address} {'only in tfparse' if address in theirs else 'only in terrane'}")

    def share(count, text):
        print(f"{text}: {count} of {len(answers)} ({100 * count / max(1, len(answers)):.1f} %)")

    share(equal, "the same addresses")
    share(known, "the same, where the number of instances is known")
    share(keyed, "the same, where tfparse gives keys to instances")
    if not options.list:
        return
    listed = read_list(options.list)
    names = {answer[0] for answer in answers}
    unlisted = differences - listed
    explained = sum(1 for name in names if not any(module == name for module, _ in unlisted))
    share(explained, "the same, or different for a known cause")
    for name, address in sorted(unlisted):
        print(f"not on the list: {name}: {address}")
    for name, address in sorted((module, text) for module, text in listed - differences if module in names):
        print(f"not found any more: {name}: {address}")
    if unlisted:
        sys.exit(1)


if __name__ == "__main__":
    main()
