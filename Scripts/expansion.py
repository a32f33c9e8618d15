#!/usr/bin/env python3
"""Scripts/expansion.py TERRANE CORPUS: compares the resource addresses of each root module with those that tfparse expands.

tfparse (PyPI) is the evaluator of a widely used scanner. It takes minutes for large modules, so its answers are kept in a file (--saved)
and asked for once; --sample takes some modules only. Nothing here is decided by hand:

- A module counts when both load all of it: tfparse's log names no file that it could not parse and no module call whose code it does not
  have, and terrane's report names no module call that it could not follow.
- The number of instances counts as known when both know it: terrane marks what it does not know as symbolic; tfparse logs a for_each that it
  does not know, answers with null or a reference for a count, and leaves what it could not expand without a key.

Every difference that is left has to stand in the list (--list), under the cause that a person found for it.
"""
import argparse
import concurrent.futures
import json
import os
import random
import re
import subprocess
import sys
import tempfile

CHILD = """
import json, sys, tfparse
blocks = tfparse.load_from_path(sys.argv[1], debug=True, vars_paths=sys.argv[2:])
found, guessed = [], []
for block in (b for v in blocks.values() if isinstance(v, list) for b in v if isinstance(b, dict) and "path" in b.get("__tfmeta", {})):
    path = block["__tfmeta"]["path"]
    if block["__tfmeta"].get("type") == "resource":
        found.append(path)
    number = [block[name] for name in ("count", "for_each") if name in block]
    if not number:
        continue
    is_known = number[0] is not None and not (isinstance(number[0], dict) and "__attribute__" in number[0])
    # What has the key "" is written without it.
    is_expanded = path.endswith("]") or isinstance(number[0], (dict, list)) and list(number[0]) == [""]
    if not (is_known and is_expanded):
        guessed.append(path)
print("answer:" + json.dumps({"addresses": found, "guessed": guessed}))
"""
KEY = re.compile(r'\[(?:"(?:[^"\\]|\\.)*"|\d+|\*)\]')
LEAST_SHARE = 0.98
EXPANSION = re.compile(r'msg="(Failed to expand|Expanded) block.* block=("(?:[^"\\]|\\.)*"|\S+)')
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
    """What tfparse gives: addresses (None when it fails), the declarations whose number of instances it guesses, what it could not load.

    Its log names the files and module calls that it could not load, and the blocks whose for_each it does not know. A number that it does
    not know stands in its answer as null or as a reference, and a block that it left as one has no key in its address.
    """
    command = ["nice", "-n", "19", sys.executable, "-c", CHILD, folder, *variable_files(folder)]
    with tempfile.TemporaryFile("w+", errors="replace") as log:
        try:
            output = subprocess.run(command, stdout=subprocess.PIPE, stderr=log, text=True, timeout=limit).stdout
        except subprocess.TimeoutExpired:
            return {"addresses": None, "guessed": [], "errors": [f"no answer in {limit:.0f} s"]}
        log.seek(0)
        errors, unexpanded = set(), set()
        for line in log:
            if " level=ERROR msg=" in line:
                errors.add(line.split(" msg=", 1)[1].strip())
            elif expansion := EXPANSION.search(line):
                (unexpanded.add if expansion[1] == "Failed to expand" else unexpanded.discard)(declaration(unquoted(expansion[2])))
    start = output.rfind("answer:")
    answer = json.loads(output[start + 7:]) if start >= 0 else {"addresses": None, "guessed": []}
    guessed = sorted(unexpanded.union(map(declaration, answer["guessed"])))
    return {"addresses": answer["addresses"], "guessed": guessed, "errors": sorted(errors)}


def unquoted(name):
    """A value of the log, which stands in quotes when it holds some."""
    return json.loads(name) if name.startswith('"') else name


def ask_terrane(terrane, folder, project):
    """Like tfparse's answer, from terrane."""
    command = [terrane, "inspect", "--root", project, "--workspace", "default", "--format", "json", folder]
    try:
        report = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    except json.JSONDecodeError:
        return {"addresses": None, "guessed": [], "errors": ["no answer"]}
    managed = [resource for resource in report["resources"] if resource["mode"] == "managed"]
    return {
        "addresses": [resource["address"] for resource in managed],
        "guessed": sorted({declaration(resource["address"]) for resource in managed if resource["symbolic"]}),
        "errors": [f"{module['address']} is not in view" for module in report["modules"] if module["directory"] is None],
    }


def declaration(address):
    return KEY.sub("", address)


class Comparison:
    """The answers for one module beside each other."""

    def __init__(self, name, theirs, ours):
        self.name = name
        self.has_answers = theirs["addresses"] is not None and ours["addresses"] is not None
        self.is_loaded = self.has_answers and not theirs["errors"] and not ours["errors"]
        if not self.has_answers:
            return
        guessed = set(theirs["guessed"]).union(ours["guessed"])
        self.theirs, self.ours = set(theirs["addresses"]), set(ours["addresses"])
        self.is_equal = self.theirs == self.ours
        self.differences = {address for address in self.theirs ^ self.ours if not guessed.intersection(with_modules(declaration(address)))}


def with_modules(name):
    """A declaration and the module calls that lead to it."""
    steps = name.split(".")
    return [name] + [".".join(steps[:end]) for end in range(2, len(steps), 2) if steps[end - 2] == "module"]


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
            saved = {entry["module"]: entry for entry in map(json.loads, file)}
    with open(options.saved, "a") as file:
        for folder in folders:
            name = os.path.relpath(folder, corpus)
            if name not in saved:
                saved[name] = ask_tfparse(folder, options.limit)
                file.write(json.dumps({"module": name, **saved[name]}) + "\n")
                file.flush()

    def compare(folder):
        name = os.path.relpath(folder, corpus)
        return Comparison(name, saved[name], ask_terrane(options.terrane, folder, os.path.join(corpus, name.split(os.sep)[0])))

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(compare, folders))
    loaded = [answer for answer in answers if answer.is_loaded]
    if options.differences:
        for answer in loaded:
            for address in sorted(answer.differences):
                print(f"{answer.name}: {address} {'only in tfparse' if address in answer.theirs else 'only in terrane'}")

    def share(text, count, total):
        print(f"{text}: {count} of {total} ({100 * count / max(1, total):.1f} %)")

    print(f"root modules: {len(answers)}")
    share("both answer", sum(answer.has_answers for answer in answers), len(answers))
    share("both load all of it", len(loaded), len(answers))
    share("the same addresses, guessed ones included", sum(answer.is_equal for answer in loaded), len(loaded))
    equal = sum(not answer.differences for answer in loaded)
    share("the same addresses where both know the number of instances", equal, len(loaded))
    if options.list:
        check(loaded, read_list(options.list))
    if equal < LEAST_SHARE * len(loaded):
        sys.exit(f"less than {100 * LEAST_SHARE:.0f} % are the same")


def check(loaded, listed):
    """Holds the differences against the list; ends the run when one is missing from it."""
    differences = {(answer.name, declaration(address)) for answer in loaded for address in answer.differences}
    names = {answer.name for answer in loaded}
    for name, address in sorted(differences - listed):
        print(f"not on the list: {name}: {address}")
    for name, address in sorted((name, address) for name, address in listed - differences if name in names):
        print(f"not found any more: {name}: {address}")
    print(f"differences: {len(differences)} declarations in {len({name for name, _ in differences})} modules, {len(differences - listed)} not on the list")
    if differences - listed:
        sys.exit(1)


if __name__ == "__main__":
    main()
