#!/usr/bin/env python3
"""Writes the schema text of one provider from what the provider says of itself.

usage: provider.py SCHEMA.json SOURCE VERSION > Sources/Schemas/Data/Providers/NAME.txt

SCHEMA.json is the output of `terraform providers schema -json` in a directory that requires the provider in exactly that version:

    terraform { required_providers { aws = { source = "hashicorp/aws", version = "6.25.0" } } }

The form is described in Sources/Schemas/Data/README.md. Members of blocks that occur more than once are written once, as shapes.
"""
import collections
import json
import re
import sys


def type_text(type_):
    """A type in the JSON notation of the value library, in the text form."""
    if isinstance(type_, str):
        return type_
    kind, inner = type_[0], type_[1]
    if kind == "object":
        return "{" + ",".join(f"{name}:{type_text(member)}" for name, member in sorted(inner.items())) + "}"
    if kind == "tuple":
        return "dynamic"
    return f"{kind}({type_text(inner)})"


def name_text(name):
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else json.dumps(name)


def mode(attribute):
    if attribute.get("required"):
        return "!"
    if attribute.get("optional"):
        return "~" if attribute.get("computed") else "?"
    return "=" if attribute.get("computed") else "?"


class Text:
    """The member lines of one provider."""

    def __init__(self):
        self.uses = collections.Counter()
        self.shape_names = {}
        self.taken = collections.Counter()
        self.shapes = {}

    def key(self, block):
        return json.dumps(self.members(block, plain=True))

    def count(self, block):
        """Counts how often the members of each nested block occur."""
        for nested in block.get("block_types", {}).values():
            inner = nested.get("block", {})
            if "shape" in inner:
                continue
            self.uses[self.key(inner)] += 1
            if self.uses[self.key(inner)] == 1:
                self.count(inner)

    def attributes(self, attributes):
        lines = []
        for name, attribute in sorted((attributes or {}).items(), key=lambda item: item[0].encode()):
            nested = attribute.get("nested_type")
            type_ = nested["nesting_mode"] if nested else type_text(attribute.get("type", "dynamic"))
            flags = [word for flag, word in (("sensitive", "sensitive"), ("deprecated", "deprecated"), ("write_only", "wo")) if attribute.get(flag)]
            lines.append(" ".join([f"{name_text(name)} {mode(attribute)}{type_}"] + flags + (["nested"] if nested else [])))
            if nested:
                lines += [f" {line}" for line in self.attributes(nested.get("attributes"))]
        return lines

    def members(self, block, plain=False):
        """The lines of a block; `plain`: without shapes, to compare by."""
        lines = self.attributes(block.get("attributes"))
        for name, nested in sorted(block.get("block_types", {}).items(), key=lambda item: item[0].encode()):
            inner = nested.get("block", {})
            single = nested["nesting_mode"] in ("single", "group")
            maximum = "" if single else nested.get("max_items") or ""
            line = f"{name_text(name)} {{{nested['nesting_mode']} {nested.get('min_items', 0)}..{maximum}}}"
            if nested.get("opaque"):
                lines.append(f"{line} any")
                continue
            deprecated = " deprecated" if inner.get("deprecated") else ""
            if "shape" in inner:
                lines.append(f"{line} @{inner['shape']}{deprecated}")
                continue
            size = len(inner.get("attributes") or {}) + len(inner.get("block_types") or {})
            if not plain and size >= 2 and self.uses[self.key(inner)] >= 2:
                lines.append(f"{line} @{self.shape(name, inner)}{deprecated}")
            else:
                lines.append(line + deprecated)
                lines += [f" {inner_line}" for inner_line in self.members(inner, plain)]
        return lines

    def shape(self, name, block):
        key = self.key(block)
        if key not in self.shape_names:
            self.taken[name] += 1
            number = self.taken[name]
            self.shape_names[key] = name if number == 1 else f"{name}{number}"
            self.shapes[self.shape_names[key]] = self.members(block)
        return self.shape_names[key]


def provider_text(provider, source, version):
    """The text of a provider, from its schema."""
    text = Text()
    roots = [("config", provider.get("provider", {}).get("block", {}))]
    for keyword, group in (("resource", "resource_schemas"), ("data", "data_source_schemas"), ("ephemeral", "ephemeral_resource_schemas")):
        roots += [(f"{keyword} {name}", schema["block"]) for name, schema in sorted(provider.get(group, {}).items())]
    given = provider.get("shapes", {})
    for block in [block for _, block in roots] + list(given.values()):
        text.count(block)
    # Attributes of attributes came with version 6 of the protocol.
    is_nested = any(has_nested_attributes(block) for _, block in roots)
    lines = [f"provider {source} {version} protocol {6 if is_nested else 5}"]
    for heading, block in roots:
        lines += [heading] + [f" {line}" for line in text.members(block)]
    shapes = {name: text.members(block) for name, block in given.items()}
    shapes.update(text.shapes)
    for name in sorted(shapes, key=lambda name: name.encode()):
        lines += [f"shape {name}"] + [f" {line}" for line in shapes[name]]
    return "\n".join(lines) + "\n"


def has_nested_attributes(block):
    if any("nested_type" in attribute for attribute in (block.get("attributes") or {}).values()):
        return True
    return any(has_nested_attributes(nested.get("block", {})) for nested in (block.get("block_types") or {}).values())


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    path, source, version = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        providers = json.load(file)["provider_schemas"]
    found = [key for key in providers if key == source or key.endswith("/" + source)]
    if len(found) != 1:
        sys.exit(f"{path} has the providers {', '.join(sorted(providers))}")
    sys.stdout.write(provider_text(providers[found[0]], source, version))


if __name__ == "__main__":
    main()
