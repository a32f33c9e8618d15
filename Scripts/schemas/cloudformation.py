#!/usr/bin/env python3
"""Writes the catalog of CloudFormation types from a package of cfn-lint, which holds the resource provider schemas of AWS.

usage: cloudformation.py cfn_lint-VERSION.whl > Sources/Schemas/Data/Targets/cloudformation.txt
"""
import ast
import json
import sys
import zipfile

from catalog import CatalogText, Members
from schema_reader import SchemaReader

REGION = "us-east-1"
# The lists of properties in a schema, and what they say of a member.
MARKS = (
    ("readOnlyProperties", "="), ("createOnlyProperties", "new"), ("conditionalCreateOnlyProperties", "newif"), ("writeOnlyProperties", "wo"),
    ("deprecatedProperties", "deprecated"))


class Reader(SchemaReader):
    is_open = True

    def __init__(self):
        super().__init__()
        self.documents = {}

    def resolve(self, reference, document):
        found = self.documents[document]
        for part in reference[2:].split("/"):
            found = found.get(unescaped(part)) if isinstance(found, dict) else None
        return found, document, reference.split("/")[-1]

    def facts(self, schema):
        facts = super().facts(schema)
        related = schema.get("relationshipRef")
        if isinstance(related, dict):
            facts["rel"] = related["typeName"] + related["propertyPath"].replace("/properties/", ".")
        return facts

    def type(self, name, schema):
        """The members of a type, and what holds for it."""
        self.documents[name] = schema
        self.owner = name.replace("AWS::", "").replace("::", ".")
        marks = frozenset((path(written), flag) for key, flag in MARKS for written in schema.get(key, []) if path(written))
        root = dict(self.flatten(schema, name)[0])
        root.setdefault("properties", {})
        # Alternatives may bring members of their own.
        for choice in ("oneOf", "anyOf"):
            for alternative in root.get(choice, []):
                root["properties"] = {**self.flatten(alternative, name)[0].get("properties", {}), **root["properties"]}
        members = Members("", self.owner)
        self.fill(members, root, name, marks)
        members.directives += self.directives(schema)
        members.directives.sort()
        return members

    @staticmethod
    def directives(schema):
        found = []
        if schema.get("primaryIdentifier"):
            found.append("id " + " ".join(".".join(path(written)) for written in schema["primaryIdentifier"]))
        for identifier in schema.get("additionalIdentifiers", []):
            parts = [identifier] if isinstance(identifier, str) else identifier
            found.append("altid " + " ".join(".".join(path(written)) for written in parts))
        tagging = schema.get("tagging") or {}
        if tagging.get("taggable") or not tagging and schema.get("taggable"):
            fixed = " fixed" if tagging.get("tagUpdatable") is False else ""
            found.append(f"tags {(tagging.get('tagProperty') or '/properties/Tags').split('/')[-1]}{fixed}")
        lifecycle = schema.get("lifecycle")
        if isinstance(lifecycle, dict):
            found.append("status " + " ".join(lifecycle[key].replace(" ", "_") for key in ("status", "date") if lifecycle.get(key)))
        if schema.get("replacementStrategy"):
            found.append(f"replace {schema['replacementStrategy']}")
        return found


class Attributes:
    """What `Fn::GetAtt` may name. The linter keeps the types that answer with more than their read-only properties in tables."""

    def __init__(self, tables):
        self.open_types, self.more = tables["_all_property_types"], tables["_exceptions"]
        self.unknown_types = tables["_unnamed_unknown_types"]

    def names(self, type_, schema):
        if type_ in self.open_types:
            return {name for property_, inner in schema.get("properties", {}).items() for name in self.leaves(inner, schema, property_)}
        names = set(self.more.get(type_, []))
        read_only = {".".join(written.split("/")[2:]) for written in schema.get("readOnlyProperties", [])}
        if type_ == "AWS::CloudFormation::Stack":
            return names | {"Outputs\\..*"}
        if type_.startswith(self.unknown_types):
            return names | read_only | {".*"}
        if type_ == "AWS::ServiceCatalog::CloudFormationProvisionedProduct" and "Outputs" in read_only:
            read_only = read_only - {"Outputs"} | {"Outputs\\..*"}
        return names | read_only

    def leaves(self, schema, document, name):
        kinds = schema.get("type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if "object" in kinds:
            for property_, inner in schema.get("properties", {}).items():
                yield from self.leaves(inner, document, f"{name}.{property_}")
        elif "array" in kinds:
            if schema.get("items", {}).get("type") not in ("object", "array"):
                yield name
        elif schema.get("$ref"):
            yield from self.leaves(document["definitions"][schema["$ref"].split("/")[-1]], document, name)
        else:
            yield name


def unescaped(part):
    return part.replace("~1", "/").replace("~0", "~")


def path(written):
    """The names in a pointer to a property."""
    parts = written.strip("/").split("/")
    return tuple(unescaped(part) for part in (parts[1:] if parts[0] == "properties" else parts) if written.strip("/"))


def tables(source):
    """The literals of a Python module, by name; the module is not run."""
    found = {}
    for statement in ast.parse(source).body:
        target = statement.target if isinstance(statement, ast.AnnAssign) else statement.targets[0] if isinstance(statement, ast.Assign) else None
        if isinstance(target, ast.Name):
            try:
                found[target.id] = ast.literal_eval(statement.value)
            except ValueError:
                pass
    return found


def schemas(package):
    """The schema of each type of the region."""
    with zipfile.ZipFile(package) as wheel:
        files = tables(wheel.read(f"cfnlint/data/schemas/providers/{REGION.replace('-', '_')}.py").decode())["types"]
        for type_, file in sorted(files.items()):
            yield type_, json.loads(wheel.read(f"cfnlint/data/schemas/resources/{file}.json"))


def text(package, version):
    with zipfile.ZipFile(package) as wheel:
        attributes = Attributes(tables(wheel.read("cfnlint/schema/_getatts.py").decode()))
    reader, roots = Reader(), []
    for type_, schema in schemas(package):
        members = reader.type(type_, schema)
        names = attributes.names(type_, schema)
        if names:
            members.directives = sorted(members.directives + ["getatt " + " ".join(sorted(names))])
        roots.append((f"resource {type_}", members))
    return CatalogText(f"catalog cloudformation cfn-lint {version} {REGION}", roots).text


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.setrecursionlimit(10_000)
    sys.stdout.write(text(sys.argv[1], sys.argv[1].rsplit("/", 1)[-1].split("-")[1]))
