#!/usr/bin/env python3
"""Writes the catalog of Kubernetes kinds from a package of kubernetes-validate, which holds the OpenAPI documents of many versions.

usage: kubernetes.py kubernetes_validate-VERSION.whl > Sources/Schemas/Data/Targets/kubernetes-api.txt
"""
import json
import re
import sys
import zipfile

from catalog import CatalogText, Members, flag_words
from schema_reader import SchemaReader

DEFINITIONS = re.compile(r"kubernetes_validate/kubernetes-json-schema/v(\d+)\.(\d+)\.\d+-local/_definitions\.json")
KINDS = "x-kubernetes-group-version-kind"
# Packages of the API machinery; the names of definitions go without them.
PACKAGES = (
    "io.k8s.apiextensions-apiserver.pkg.apis.", "io.k8s.kube-aggregator.pkg.apis.", "io.k8s.apimachinery.pkg.apis.", "io.k8s.apimachinery.pkg.",
    "io.k8s.api.")
# Definitions without members that are types of their own.
TYPE_WORDS = {
    "IntOrString": "int-or-string", "Quantity": "quantity", "Time": "time", "MicroTime": "micro-time", "JSON": "any", "RawExtension": "object"}


def short(definition):
    package = next((package for package in PACKAGES if definition.startswith(package)), "")
    return definition[len(package):]


class Reader(SchemaReader):
    """releases: the definitions of each version, the oldest first."""

    def __init__(self, releases):
        super().__init__()
        self.owner = "k8s"
        self.releases = releases
        self.versions = list(releases)
        self.definitions = releases[self.versions[-1]]
        self.full_names = {short(definition): definition for definition in self.definitions}

    def resolve(self, reference, document):
        definition = reference.split("/$defs/")[-1]
        return self.definitions.get(definition), document, short(definition)

    def type_word(self, name, schema):
        if schema.get("properties"):
            return None
        if name.startswith(("api.resource", "util.intstr", "meta.v1", "runtime", "apiextensions")) and name.split(".")[-1] in TYPE_WORDS:
            return TYPE_WORDS[name.split(".")[-1]]
        return None if "type" in schema or "oneOf" in schema else "any"

    def facts(self, schema):
        facts = super().facts(schema)
        if "atomic" in (schema.get("x-kubernetes-map-type"), schema.get("x-kubernetes-list-type")):
            facts["atomic"] = ""
        if schema.get("x-kubernetes-list-map-keys"):
            facts["keys"] = schema["x-kubernetes-list-map-keys"]
        if schema.get("x-kubernetes-patch-merge-key"):
            facts["merge"] = schema["x-kubernetes-patch-merge-key"]
        return facts

    def fill(self, members, schema, document, marks, without=()):
        # The heading of a kind says these two.
        super().fill(members, schema, document, marks, ("apiVersion", "kind") if KINDS in schema else ())
        if members.name in self.full_names:
            self.add_history(members, schema)

    def add_history(self, members, schema):
        """Since when there are the definition and its members, and which members older versions had."""
        name = self.full_names[members.name]
        present = {version: set(self.releases[version].get(name, {}).get("properties", {})) for version in self.versions}
        first = next(version for version in self.versions if name in self.releases[version])
        if first != self.versions[0]:
            members.directives.append(f"since {first}")
        for index, member in enumerate(members.list):
            since = self.versions[-1]
            for version in reversed(self.versions):
                if member.name not in present[version]:
                    break
                since = version
            if since != first:
                members.list[index] = member._replace(flags=tuple(sorted(member.flags + flag_words({"since": since}))))
        for gone in sorted(set().union(*present.values()) - present[self.versions[-1]]):
            members.directives.append(f"gone {gone} {self.ranges(version for version in self.versions if gone in present[version])}")
        for union in schema.get("x-kubernetes-unions") or []:
            if "discriminator" in union:
                members.directives.append(f"union {union['discriminator']} [{' '.join(sorted(union['fields-to-discriminateBy']))}]")

    def ranges(self, versions):
        """Versions as ranges without gaps."""
        places, runs = [self.versions.index(version) for version in versions], []
        for place in places:
            if runs and runs[-1][1] == place - 1:
                runs[-1][1] = place
            else:
                runs.append([place, place])
        return ",".join(f"{self.versions[first]}..{self.versions[last]}" for first, last in runs)

    def kinds(self):
        """The versions that have a kind of an API version, and the definition in the newest of them."""
        found = {}
        for version, definitions in self.releases.items():
            for definition, schema in definitions.items():
                for kind in schema.get(KINDS, []):
                    api_version = f"{kind['group']}/{kind['version']}" if kind["group"] else kind["version"]
                    found.setdefault((api_version, kind["kind"]), {}).setdefault(version, definition)
        return sorted(found.items())

    def roots(self):
        for (api_version, kind), definitions in self.kinds():
            heading = f"resource {api_version} {kind} in {self.ranges(definitions)}"
            if self.versions[-1] not in definitions:
                yield f"{heading} gone", Members("", self.owner)
                continue
            definition = definitions[self.versions[-1]]
            type_, _ = self.value({"$ref": f"#/$defs/{definition}"}, "", kind, frozenset())
            members = type_[1]
            if len(self.definitions[definition][KINDS]) > 1:
                members = Members("", self.owner)
                members.add("*same", "!", type_, {})
            yield heading, members


def releases(package):
    found = {}
    with zipfile.ZipFile(package) as wheel:
        for name in wheel.namelist():
            match = DEFINITIONS.fullmatch(name)
            if match:
                found[int(match[1]), int(match[2])] = json.loads(wheel.read(name))["$defs"]
    return {f"{major}.{minor}": definitions for (major, minor), definitions in sorted(found.items())}


def text(package, version):
    reader = Reader(releases(package))
    header = f"catalog kubernetes kubernetes-validate {version} {reader.versions[0]}..{reader.versions[-1]}"
    return CatalogText(header, list(reader.roots()), is_known_by_name=True).text


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write(text(sys.argv[1], sys.argv[1].rsplit("/", 1)[-1].split("-")[1]))
