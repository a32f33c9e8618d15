#!/usr/bin/env python3
"""Writes the facts of a provider's values anew: what its text and the CloudFormation schemas say of them.

usage: facts.py PROVIDER.facts.txt PROVIDER.txt [cfn_lint-VERSION.whl] > NAME.facts.txt

What has no package as its source is taken over from the facts of before: secrets, deprecations, and the values, lengths and patterns that are no
guess (README.md of the data folder says where they come from). Formats are found by the names of arguments; for AWS, values and formats also by
the CloudFormation property of the same name, which is a guess.
"""
import collections
import json
import pathlib
import re
import sys

from catalog import list_text, pattern_text
from cloudformation_facts import CloudFormationFacts

VALUE_FACTS = ("in", "len", "range", "matches")
ORDER = ("sensitive", "deprecated", "fmt", "guess", "aging") + VALUE_FACTS
# Formats by the last name of a path; the first that fits.
FORMATS = tuple((name, re.compile(pattern)) for name, pattern in (
    ("arn", r"(^|_)arns?$"),
    ("cidr", r"cidr(_ip|_block|_blocks|s|_range)?$|_cidrs$|^source_ranges$|address_prefix(es)?$"),
    ("json", r"(^|_)(policy|policy_document|json|policy_json|container_definitions|definition)$"),
    ("email", r"(^|_)email(_address)?$"),
    ("port", r"(^|_)port$"),
    ("url", r"(^|_)(url|uri|endpoint)$"),
    ("subnet_id", r"(^|_)subnet_ids?$"),
    ("sg_id", r"security_group(_id)?s?$|security_group_ids$"),
    ("vpc_id", r"(^|_)vpc_id$")))
# Lists of these grow with the provider's offers; so do long ones.
AGING = re.compile(r"(instance_types?|runtimes?|instance_class|node_type|engine_version|_region|\.region)$")
LONG_LIST = 100
# What follows of the type already.
NUMERIC_FORMATS = ("int64", "double", "int32")


# MARK: Text

class ProviderTree:
    """The members of each type, by name: what stands behind the name, and the members inside (a table, a shape's name, or None for any)."""

    def __init__(self, text):
        self.types, self.shapes = {}, {}
        self.header, *lines = text.splitlines()
        around = []
        for line in lines:
            depth = len(line) - len(line.lstrip(" "))
            if depth == 0:
                keyword, _, name = line.partition(" ")
                around = [{}]
                (self.shapes if keyword == "shape" else self.types)[name if keyword in ("shape", "resource") else f"data.{name}"] = around[0]
                continue
            name, _, rest = line.strip(" ").partition(" ")
            del around[depth:]
            shape = re.search(r" @(\S+)", rest)
            around[-1][name] = (rest, shape[1] if shape else None if rest.endswith(" any") else {})
            around.append({} if shape or rest.endswith(" any") else around[-1][name][1])

    def inside(self, member):
        return self.shapes[member[1]] if isinstance(member[1], str) else member[1]

    def find(self, path):
        """What stands behind the last name: a type with its mode, `{` for a block, `any` where nothing is known; None: no such member."""
        names = path.removeprefix("data.").split(".")
        members = self.types.get(("data." if path.startswith("data.") else "") + names[0])
        if members is None or len(names) == 1:
            return None if members is None else "any"
        for position, name in enumerate(names[1:], 2):
            if name not in members:
                return None
            member = members[name]
            is_block = member[0].startswith("{") or member[0].endswith(" nested")
            if position == len(names):
                return "{" if is_block else member[0]
            if not is_block:
                # A member of an object that is a plain type.
                return "any" if re.search(r"[{,(]" + re.escape(names[-1]) + ":", member[0]) else None
            members = self.inside(member)
            if members is None:
                return "any"
        return None

    def arguments(self, members, path=(), around=()):
        """Paths and modes of all attributes; blocks that contain themselves are left out."""
        for name, member in members.items():
            inner = self.inside(member)
            if not member[0].startswith("{") and not member[0].endswith(" nested"):
                yield path + (name,), member[0]
            elif inner and member[1] not in around and not self.is_recursive(member[1]):
                yield from self.arguments(inner, path + (name,))

    def is_recursive(self, shape):
        return isinstance(shape, str) and shape in self.below(self.shapes[shape])

    def below(self, members, seen=None):
        seen = set() if seen is None else seen
        for member in members.values():
            if isinstance(member[1], dict):
                self.below(member[1], seen)
            elif member[1] and member[1] not in seen:
                seen.add(member[1])
                self.below(self.shapes[member[1]], seen)
        return seen


def read(text):
    """The facts of a text, by path and flag."""
    sets, found = {}, {}
    for line in text.splitlines()[1:]:
        word, _, rest = line.partition(" ")
        if word == "set":
            name, _, values = rest.partition(" ")
            sets[name] = list_values(values)
            continue
        facts = found[word] = {}
        while rest:
            flag, _, rest = rest.partition(" ")
            if flag == "matches":
                facts[flag], rest = rest[1:-1], ""
            elif flag == "in" and rest.startswith("@"):
                name, _, rest = rest.partition(" ")
                facts[flag] = sets[name[1:]]
            elif flag == "in":
                end = re.match(r'\[(?:"(?:[^"\\]|\\.)*"|[^\]"])*\]', rest).end()
                facts[flag], rest = list_values(rest[:end]), rest[end + 1 :]
            elif flag in ("fmt", "len", "range"):
                facts[flag], _, rest = rest.partition(" ")
            elif flag == "deprecated":
                use = re.match(r"use (\S+) ?", rest)
                facts[flag] = use[1] if use else ""
                rest = rest[use.end() :] if use else rest
            else:
                facts[flag] = ""
    return found


def list_values(text):
    values = re.findall(r'"(?:[^"\\]|\\.)*"|[^\s\[\]]+', text)
    return [json.loads(value) if value.startswith('"') else value for value in values]


def written(header, found):
    """The text of facts; lists that are long, or used twice and not short, stand by name in front."""
    users = collections.defaultdict(list)
    for path, facts in found.items():
        if "in" in facts:
            users[tuple(facts["in"])].append(path.rsplit(".", 1)[-1])
    names = {}
    for values, last_names in sorted(users.items()):
        if len(values) > 40 or len(last_names) > 1 and len(" ".join(values)) > 60:
            name, number = min(last_names), 2
            while name in names.values():
                name, number = f"{min(last_names)}~{number}", number + 1
            names[values] = name
    lines = [header] + [f"set {name} {list_text(values)}" for values, name in sorted(names.items(), key=lambda item: item[1])]
    for path, facts in sorted(found.items()):
        line = path
        for flag in ORDER:
            if flag not in facts:
                continue
            words = facts[flag]
            if flag == "in":
                words = f"@{names[tuple(words)]}" if tuple(words) in names else list_text(words)
            elif flag == "matches":
                words = pattern_text(words)
            elif flag == "deprecated" and words:
                words = f"use {words}"
            line += f" {flag} {words}" if words else f" {flag}"
        lines.append(line)
    return "\n".join(lines) + "\n"


# MARK: Joining

def widest(first, second):
    """Bounds that admit what either does."""
    (least, most), (other_least, other_most) = first.split(".."), second.split("..")
    low = "" if "" in (least, other_least) else min(least, other_least, key=float)
    high = "" if "" in (most, other_most) else max(most, other_most, key=float)
    return f"{low}..{high}"


def joined(known, guessed):
    """Facts of a path from a source that is no guess, with what CloudFormation says of the property of that name."""
    if not any(flag in known for flag in VALUE_FACTS):
        return {**known, **guessed, "guess": ""}
    result = dict(known)
    if "in" in guessed:
        result["in"] = sorted(set(known.get("in", [])) | set(guessed["in"]))
    for flag in ("len", "range"):
        if flag in guessed:
            result[flag] = widest(known[flag], guessed[flag]) if flag in known else guessed[flag]
    return result


def checked(path, facts, kind):
    """The facts that a member of this type can have."""
    result = dict(facts)
    is_known = kind not in ("any", "{")
    is_of_type = not is_known or "string" in kind or result.get("fmt") == "port" and "number" in kind
    if result.get("fmt", "").islower() and ("in" in result or not is_of_type):
        del result["fmt"]
    if kind == "{":
        unfit = VALUE_FACTS + ("fmt",)
    else:
        unfit = () if not is_known or "string" in kind else ("matches", "len") if "number" in kind else ("matches", "len", "in")
    for flag in unfit:
        result.pop(flag, None)
    if "in" in result and (AGING.search(path) or len(result["in"]) > LONG_LIST):
        result["aging"] = ""
    if not any(flag in result for flag in VALUE_FACTS):
        result.pop("guess", None)
        result.pop("aging", None)
    return result


def text(before, provider_text, package=None):
    tree = ProviderTree(provider_text)
    found = collections.defaultdict(dict)
    for path, facts in read(before).items():
        without = ("fmt", "aging") + (VALUE_FACTS + ("guess",) if "guess" in facts else ())
        found[path] = {flag: words for flag, words in facts.items() if flag not in without}
    formats = {}
    if package:
        known = CloudFormationFacts(tree, package)
        formats = known.formats
        for path, facts in known.values.items():
            found[path] = joined(found[path], facts)
    local_name = tree.header.split()[1].split("/")[-1]
    for type_, members in tree.types.items():
        if type_.startswith("data."):
            continue
        for names, rest in tree.arguments(members):
            format_ = next((format_ for format_, pattern in FORMATS if pattern.search(names[-1])), None)
            path = ".".join((type_,) + names)
            # Documents of AWS are made by functions and data sources: the name says too little.
            is_document = format_ == "json" and local_name == "aws"
            if format_ and not rest.startswith("=") and not is_document and path not in formats:
                found[path]["fmt"] = format_
    for path, format_ in formats.items():
        if format_ not in NUMERIC_FORMATS:
            found[path]["fmt"] = format_
    result = {}
    for path, facts in found.items():
        kind = tree.find(path)
        fitting = checked(path, facts, kind) if kind is not None else {}
        if fitting:
            result[path] = fitting
    return written("facts " + " ".join(tree.header.split()[1:3]), result)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    texts = [pathlib.Path(path).read_text(encoding="utf-8") for path in sys.argv[1:3]]
    sys.stdout.write(text(*texts, *sys.argv[3:]))
