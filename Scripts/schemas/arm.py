#!/usr/bin/env python3
"""Writes the catalog of Azure Resource Manager types from the published schemas.

usage: arm.py SCHEMAS TYPES.txt > arm.txt

SCHEMAS is the folder `schemas` of a clone of github.com/Azure/azure-resource-manager-schemas. TYPES.txt says which types of which API version
are wanted: the catalog of before, with headings added or taken away.
"""
import json
import pathlib
import sys

from catalog import CatalogText, Members
from schema_directives import CHOICES
from schema_reader import SchemaReader

COMMON = "common/definitions.json"
# Files whose definitions are taken as any value: hundreds of extensions, each with settings of its own.
NOT_FOLLOWED = "Microsoft.Compute.Extensions.json"
SCOPES = {
    "resourceDefinitions": "resourceGroup", "subscription_resourceDefinitions": "subscription", "unknown_resourceDefinitions": "any",
    "extension_resourceDefinitions": "extension", "tenant_resourceDefinitions": "tenant",
    "managementGroup_resourceDefinitions": "managementGroup"}
# What the heading says, and what goes without saying.
IMPLIED = ("apiVersion", "type", "resources")
NOTED = ("location", "tags", "identity", "sku", "zones", "kind", "plan", "scope", "extendedLocation", "managedBy", "etag")


class Reader(SchemaReader):
    def __init__(self, folder):
        super().__init__()
        self.folder = pathlib.Path(folder)
        self.documents = {}

    def document(self, name):
        if name not in self.documents:
            path = self.folder / name
            self.documents[name] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        return self.documents[name]

    def resolve(self, reference, document):
        file, _, place = reference.partition("#")
        if file:
            document = file.split("/schemas/")[-1]
        found = {} if document.endswith(NOT_FOLLOWED) else self.document(document)
        for part in place.strip("/").split("/"):
            found = found.get(part) if isinstance(found, dict) else None
        return found, document, place.split("/")[-1]

    def is_left_out(self, schema):
        """An expression is allowed for every value."""
        if not isinstance(schema, dict):
            return False
        if schema.get("$ref", "").endswith(f"{COMMON}#/definitions/expression"):
            return True
        return schema.get("type") == "string" and str(schema.get("pattern", "")).startswith(r"^\[([^\[")

    def find(self, type_, version):
        """The document that defines a type, its section, and the key of the definition."""
        for path in sorted((self.folder / version).glob("*.json")):
            name = f"{version}/{path.name}"
            for section in SCOPES:
                for key, schema in self.document(name).get(section, {}).items():
                    members = schema.get("properties", {})
                    if type_ in members.get("type", {}).get("enum", []) and version in members.get("apiVersion", {}).get("enum", []):
                        return name, section, key
        raise LookupError(f"{self.folder} has no {type_} of {version}")

    def type(self, type_, version):
        document, section, key = self.find(type_, version)
        schema = self.document(document)[section][key]
        self.owner = type_.replace("Microsoft.", "", 1).replace("/", ".")
        members = Members("", self.owner)
        required = [name for name in schema.get("required", []) if name not in IMPLIED]
        common = {key: value for key, value in schema.items() if key != "oneOf"}
        self.fill(members, {**common, "required": required}, document, frozenset(), IMPLIED)
        present, variants = set(schema["properties"]), []
        for number, alternative in enumerate(schema.get("oneOf") or [], 1):
            variant = Members(f"{key}.{self.variant_name(alternative, number)}", self.owner)
            self.fill(variant, alternative, document, frozenset())
            present.update(alternative.get("properties", {}))
            variants.append(("object", variant))
        if variants:
            members.add("*variant", "!", ("union", tuple(variants)), {})
        children = sorted(set(self.children(schema["properties"].get("resources"), document)))
        if children:
            members.directives.append(" ".join(["children"] + children))
        noted = [name for name in NOTED if name in present]
        if noted:
            members.directives.append(" ".join(["has"] + noted))
        members.directives += [f"segments {type_.count('/')}", f"scope {SCOPES[section]}"]
        members.directives.sort()
        return members

    def variant_name(self, alternative, number):
        """The name that a resource must have for the alternative to hold."""
        name = alternative.get("properties", {}).get("name", {})
        for schema in [name] + name.get("oneOf", []):
            if "pattern" in schema and not self.is_left_out(schema):
                return schema["pattern"].strip("^$").replace(".*/", "").replace("\\", "")
            if "enum" in schema:
                return schema["enum"][0]
        return str(number)

    def children(self, schema, document):
        """The types that may stand inside the resource."""
        if isinstance(schema, list):
            for part in schema:
                yield from self.children(part, document)
        elif isinstance(schema, dict):
            if "$ref" in schema:
                target, document, _ = self.resolve(schema["$ref"], document)
                yield from self.children(target, document)
            elif "enum" in schema.get("properties", {}).get("type", {}):
                yield from schema["properties"]["type"]["enum"]
            else:
                for key in ("items",) + CHOICES:
                    yield from self.children(schema.get(key), document)


def text(folder, types):
    reader = Reader(folder)
    wanted = [line.split()[1:] for line in types.splitlines() if line.startswith("resource ")]
    roots = [(f"resource {type_} {version}", reader.type(type_, version)) for type_, version in wanted]
    return CatalogText("catalog arm azure-resource-manager-schemas subset", roots).text


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.stdout.write(text(sys.argv[1], pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")))
