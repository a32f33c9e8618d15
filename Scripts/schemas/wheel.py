#!/usr/bin/env python3
"""Writes what a CDKTF provider package knows of a provider, in the JSON of `terraform providers schema -json`.

usage: wheel.py cdktf_cdktf_provider_NAME-VERSION.whl > schema.json      (pip download --no-deps cdktf-cdktf-provider-NAME)

For machines without the provider itself. The package was generated from the provider's schema, and its source maps hold the TypeScript
with a comment above each member: `// name - computed: …, optional: …, required: …`. What the generator dropped is not there: secrets,
deprecations, write-only arguments, numbers of blocks other than one and any.
"""
import base64
import io
import json
import re
import sys
import tarfile
import zipfile

MEMBER = re.compile(r"^  // (\S+) - computed: (\w+), optional: (\w+), required: (\w+)$", re.M)
CLASS = re.compile(r"^export class (\w+) extends cdktf\.(\w+) \{$(.*?)^\}$", re.M | re.S)
INTERFACE = re.compile(r"^export interface (\w+)[^{]*\{$(.*?)^\}$", re.M | re.S)
MAPPER = re.compile(r"^export function (\w+)ToHclTerraform\(.*?^\}$", re.M | re.S)
ENTRY = re.compile(r'^ +"?([\w.-]+)"?: \{\n +value: .*\n +isBlock: (\w+),\n +type: "(\w+)",\n +storageClassType: "(\w+)"', re.M)
PROPERTY = re.compile(r"/\*\*(.*?)\*/\n  readonly \w+(\??): (.*?);\s*$", re.M | re.S)
SOURCE = re.compile(r"registry\.terraform\.io/providers/([^/]+/[^/]+)/")
VERSION = re.compile(r"providerVersion: '([^']+)'")
ANCHOR = re.compile(r"Docs at Terraform Registry: \{@link \S+#(\S+) ")
FIELD = re.compile(r'= new (cdktf\.)?(\w+)\(this, "[^"]+"(?:, (true|false))?\)')
GETTERS = (
    ("asNumberList(cdktf.Fn.tolist(", ["set", "number"]), ("Fn.tolist(this.getListAttribute", ["set", "string"]),
    ("getNumberListAttribute", ["list", "number"]), ("getListAttribute", ["list", "string"]), ("getStringMapAttribute", ["map", "string"]),
    ("getNumberMapAttribute", ["map", "number"]), ("getBooleanMapAttribute", ["map", "bool"]), ("getAnyMapAttribute", "dynamic"),
    ("getStringAttribute", "string"), ("getNumberAttribute", "number"), ("getBooleanAttribute", "bool"),
)
SCALARS = {"string": "string", "number": "number", "boolean": "bool", "any": "dynamic"}


def collection(word):
    """`stringListMap`: a map of lists of strings; None for other words."""
    match = re.fullmatch(r"(string|number|boolean|any)((?:List|Map|Set)*)", word[:1].lower() + word[1:])
    if not match:
        return None
    result = SCALARS[match[1]]
    for kind in re.findall("List|Map|Set", match[2]):
        result = [kind.lower(), result]
    return result


class Folder:
    """The generated code of one resource, with the structures that it is made of."""

    def __init__(self):
        self.classes, self.interfaces, self.tables, self.roots = {}, {}, {}, []

    def add(self, source):
        for name, base, body in CLASS.findall(source):
            if base in ("ComplexList", "ComplexMap", "MapList"):
                continue
            self.classes[name] = body
            if base != "ComplexObject":
                self.roots.append((name, base))
                table = body.partition("synthesizeHclAttributes()")[2]
                self.tables[name] = {entry[0]: entry[1:] for entry in ENTRY.findall(table)}
        self.interfaces.update(INTERFACE.findall(source))
        for match in MAPPER.finditer(source):
            name = match[1][0].upper() + match[1][1:]
            self.tables[name] = {entry[0]: entry[1:] for entry in ENTRY.findall(match[0])}

    def properties(self, interface):
        """By Terraform name: the documentation, whether it is optional, the type in TypeScript."""
        found = {}
        for comment, optional, kind in PROPERTY.findall(self.interfaces.get(interface, "")):
            anchor = ANCHOR.search(comment)
            if anchor:
                text = "\n".join(line.strip(" *") for line in comment[: anchor.start()].split("\n")).strip()
                found[anchor[1]] = (text, optional == "?", kind)
        return found

    def block(self, name, structure, around=()):
        """The schema of a class, from its members."""
        result = {"attributes": {}, "block_types": {}}
        if name in around or name not in self.classes:
            return result
        body, table, documented = self.classes[name], self.tables.get(structure, {}), self.properties(self.interface(name, structure))
        marks = list(MEMBER.finditer(body))
        for mark, following in zip(marks, marks[1:] + [None]):
            code = re.split(r"^  // =+$", body[mark.end() : following.start() if following else len(body)], flags=re.M)[0]
            flags = dict(zip(("computed", "optional", "required"), (word == "true" for word in mark.groups()[1:])))
            flags["computed"] = flags["computed"] or not (flags["optional"] or flags["required"])
            self.member(result, mark[1], flags, code, table.get(mark[1]), documented.get(mark[1], ("", True, "")), around + (name,))
        return result

    def interface(self, name, structure):
        constructor = re.search(r"constructor\(scope: Construct, id: string, config\??: (\w+)", self.classes[name])
        return constructor[1] if constructor else structure

    def member(self, result, name, flags, code, row, documented, around):
        text, _, written = documented
        inner, nesting, kind = self.structure(code, around)
        is_block = text == f"{name} block" or text.startswith(f"{name} block\n")
        if inner is None and kind is None:
            kind = self.plain_type(code, row)
            if kind is None and row and row[0] == "true":
                # Structures of a provider's configuration have no class of their own.
                base = row[2] if row[1] == "struct" or row[2] in self.interfaces else re.sub("(List|Map)$", "", row[2])
                if base in self.interfaces:
                    is_one = row[1] == "struct" or row[1] in ("list", "set") and written and "[]" not in written
                    inner, nesting = self.plain_structure(base), "single" if is_one else row[1]
        if inner is None and kind in (None, "dynamic") and is_block:
            # The generator gave up on a block that is too deep.
            minimum = 1 if flags["required"] else 0
            result["block_types"][name] = {"nesting_mode": "list", "min_items": minimum, "max_items": 1, "opaque": True, "block": {}}
            return
        if inner is None:
            result["attributes"][name] = {"type": kind or "dynamic", **flags}
        elif is_block:
            single = nesting == "single"
            mode = row[1] if single and row and row[1] in ("list", "set") else nesting
            result["block_types"][name] = {
                "nesting_mode": mode, "min_items": 1 if flags["required"] else 0, "max_items": 1 if single and mode != "single" else 0, "block": inner,
            }
        else:
            result["attributes"][name] = {"structure": (nesting, inner), **flags}

    def structure(self, code, around):
        """Members, nesting and type of a member that is an object of a class."""
        field = FIELD.search(code)
        if not field:
            return None, None, None
        is_core, word, is_set = field.groups()
        if is_core:
            kind = "dynamic" if word.startswith("Any") else collection(word) or "dynamic"
            return None, None, ["set", kind[1]] if is_set == "true" and kind[0] == "list" else kind
        for ending, nesting in (("OutputReference", "single"), ("ListList", None), ("List", "list"), ("Map", "map")):
            base = word[: -len(ending)]
            if not word.endswith(ending) or base + "OutputReference" not in self.classes:
                continue
            inner = self.block(base + "OutputReference", base, around)
            if nesting is None:
                return None, None, ["set" if is_set == "true" else "list", ["list", object_type(inner)]]
            return inner, "set" if nesting == "list" and is_set == "true" else nesting, None
        return None, None, "dynamic"

    def plain_type(self, code, row):
        getter = re.search(r"return (.*?);?\n", code)
        kind = next((kind for text, kind in GETTERS if getter and text in getter[1]), None)
        stored = collection(row[2]) if row else None
        if isinstance(stored, list) or kind is None and stored is not None:
            return ["set", stored[1]] if isinstance(stored, list) and stored[0] == "list" and row[1] == "set" else stored
        return kind

    def plain_structure(self, interface):
        result = {"attributes": {}, "block_types": {}}
        table = self.tables.get(interface, {})
        for name, documented in self.properties(interface).items():
            flags = {"computed": False, "optional": documented[1], "required": not documented[1]}
            self.member(result, name, flags, "", table.get(name), documented, ())
        return result


def object_type(block):
    members = {name: attribute_type(attribute) for name, attribute in block["attributes"].items()}
    for name, nested in block["block_types"].items():
        inner = "dynamic" if nested.get("opaque") else object_type(nested["block"])
        members[name] = inner if nested["nesting_mode"] == "single" else [nested["nesting_mode"], inner]
    return ["object", members]


def attribute_type(attribute):
    if "structure" not in attribute:
        return attribute["type"]
    nesting, inner = attribute["structure"]
    return object_type(inner) if nesting == "single" else [nesting, object_type(inner)]


def structures(block):
    """All attributes of a block that are made of attributes."""
    for attribute in block["attributes"].values():
        if "structure" in attribute:
            yield attribute
            yield from structures(attribute["structure"][1])
    for nested in block["block_types"].values():
        if not nested.get("opaque"):
            yield from structures(nested["block"])


def mode(attribute):
    return attribute["required"], attribute["optional"], attribute["computed"]


def finish(block, has_nested):
    """Structures become nested attributes, or plain types in providers that have none."""
    for attribute in block["attributes"].values():
        if "structure" in attribute:
            nesting, inner = attribute["structure"]
            settable = attribute["required"] or attribute["optional"]
            if has_nested and settable:
                finish(inner, has_nested)
                attribute["nested_type"] = {"nesting_mode": nesting, "attributes": inner["attributes"]}
            else:
                attribute["type"] = attribute_type(attribute)
            del attribute["structure"]
    for nested in block["block_types"].values():
        if not nested.get("opaque"):
            finish(nested["block"], has_nested)


def sources(path):
    """The TypeScript of each file, with the folder it belongs to."""
    with zipfile.ZipFile(path) as wheel:
        archive = next(name for name in wheel.namelist() if name.endswith(".jsii.tgz"))
        with tarfile.open(fileobj=io.BytesIO(wheel.read(archive)), mode="r:gz") as package:
            for entry in package:
                if not (entry.name.startswith("package/lib/") and entry.name.endswith(".js")):
                    continue
                text = package.extractfile(entry).read()
                place = text.rfind(b"base64,")
                if place >= 0 and b"cdktf" in text:
                    yield entry.name.split("/")[2], json.loads(base64.b64decode(text[place + 7 :].strip()))["sourcesContent"][0]


def read(path):
    """The source and version of the provider, and its schema."""
    folders, source, version = {}, None, None
    for name, text in sources(path):
        folders.setdefault(name, Folder()).add(text)
        source = source or SOURCE.search(text)
        version = version or VERSION.search(text)
    schema = {"provider": {"block": {"attributes": {}, "block_types": {}}}, "resource_schemas": {}, "data_source_schemas": {}}
    for folder in folders.values():
        for name, base in folder.roots:
            block = folder.block(name, name)
            if base == "TerraformProvider":
                block["attributes"].pop("alias", None)
                schema["provider"] = {"block": block}
            elif base in ("TerraformResource", "TerraformDataSource"):
                kind = re.search(r'tfResourceType = "([^"]+)"', folder.classes[name])[1]
                schema["resource_schemas" if base == "TerraformResource" else "data_source_schemas"][kind] = {"block": block}
    blocks = [schema["provider"]["block"]] + [
        entry["block"] for group in ("resource_schemas", "data_source_schemas") for entry in schema[group].values()
    ]
    # Attributes of attributes with modes of their own exist since version 6 of the protocol.
    has_nested = any(
        mode(member) != mode(attribute)
        for block in blocks for attribute in structures(block) if attribute["required"] or attribute["optional"]
        for member in attribute["structure"][1]["attributes"].values())
    for block in blocks:
        finish(block, has_nested)
    return source[1], version[1], schema


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    name, _, found = read(sys.argv[1])
    json.dump({"format_version": "1.0", "provider_schemas": {name: found}}, sys.stdout)
