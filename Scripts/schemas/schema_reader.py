"""Reads JSON Schemas as types of a catalog. The sources differ in where references lead and what goes without saying: a subclass for each."""
import json
import re

from catalog import Members
from schema_directives import CHOICES, directives

REFINEMENTS = {"const", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "default", "format"}
# What an alternative may say without bringing members of its own.
NARROWING = {
    "required", "properties", "title", "type", "additionalProperties", "not", "allOf", "anyOf", "oneOf", "dependentRequired", "description",
    "minProperties", "maxProperties"}
# What the facts of an element say of a collection that holds it, and what the collection says for itself.
ELEMENT_FACTS = ("in", "inci", "fmt", "rel", "matches", "len", "range")
ANY = ("scalar", "any")


class Joined(dict):
    """A schema that was put together from several; the document does not have it."""


class Alternative:
    """One of the schemas that a value may have. origin: the schemas of the document that it was made of."""

    def __init__(self, schema, document, name, origin, is_joined):
        self.schema, self.document, self.name, self.origin, self.is_joined = schema, document, name, origin, is_joined


class SchemaReader:
    """marks: what the source says of members by their path, as pairs of a path and a flag; `=` stands for read-only."""

    # Whether objects with declared members take others unless they say that they do not.
    is_open = False
    # Parts of a path that stand for any member.
    wildcards = ("properties", "items", "*")

    def __init__(self):
        self.owner = ""
        self.known, self.kept, self.refined = {}, [], {}

    def resolve(self, reference, document):
        """The schema that a reference leads to (None: nowhere), its document, and its name."""
        raise NotImplementedError

    def is_left_out(self, schema):
        """Whether an alternative is allowed everywhere and therefore not written."""
        return False

    def type_word(self, name, schema):
        """The word for a definition that is a type of its own, or None."""
        return None

    # MARK: References and combinations

    def flatten(self, schema, document, name=""):
        """Follows references and joins `allOf`; gives the schema, its document, and the name of the definition."""
        for _ in range(30):
            if not isinstance(schema, dict) or not isinstance(schema.get("$ref"), str):
                break
            target, target_document, target_name = self.resolve(schema["$ref"], document)
            beside = {key: value for key, value in schema.items() if key != "$ref"}
            if target is None:
                return {"x-missing": True, **beside}, document, target_name
            word = self.type_word(target_name, target)
            if word:
                return {**beside, "x-type": word}, target_document, target_name
            if set(beside) - {"description"}:
                inner, inner_document, inner_name = self.flatten(target, target_document, target_name)
                return self.join(inner, beside), inner_document, inner_name
            schema, document, name = target, target_document, target_name
        if isinstance(schema, dict) and "allOf" in schema:
            joined = Joined((key, value) for key, value in schema.items() if key != "allOf")
            for part in schema["allOf"]:
                part, _, _ = self.flatten(part, document, name)
                if "if" in part:
                    part = {key: value for key, value in part.items() if key not in ("if", "then", "else")}
                joined = self.join(joined, part)
            schema = joined
        return schema, document, name

    def join(self, first, second):
        """Both schemas hold; where they say different things the second one counts."""
        result = Joined(first)
        for key, value in second.items():
            if key == "properties":
                before = result.get(key, {})
                own = {name: self.refine(before.get(name), schema) for name, schema in value.items() if name not in before or schema}
                result[key] = {**before, **own}
            elif key == "required" and isinstance(value, list):
                result[key] = sorted(set(result.get(key, [])) | set(value))
            elif key in CHOICES and key in result:
                result["x-choices"] = result.get("x-choices", []) + [(key, value)]
            elif key == "x-choices":
                result[key] = result.get(key, []) + value
            else:
                result[key] = value
        return result

    def refine(self, first, second):
        """A member that is declared twice: one without a type only adds to what the other says."""
        if not (isinstance(first, dict) and isinstance(second, dict) and second) or "$ref" in first or not set(second) <= REFINEMENTS:
            return second
        key = (id(first), id(second))
        if key not in self.refined:
            self.refined[key] = {**first, **second}
            self.kept += [first, second]
        return self.refined[key]

    def alternatives(self, schema, document, name, origin):
        """The schemas that a value may have, each joined with what holds for all of them."""
        choice = next((key for key in CHOICES if key in schema), None)
        if choice is None:
            return [Alternative(schema, document, name, (), False)]
        common = {key: value for key, value in schema.items() if key not in (choice, "description")}
        if not set(common) - {"type"}:
            common = {}
        found = []
        for written in schema[choice]:
            if self.is_left_out(written):
                continue
            flat, flat_document, flat_name = self.flatten(written, document)
            if self.is_left_out(flat):
                continue
            own = (written,) if isinstance(flat, Joined) else (flat,)
            for inner in self.alternatives(flat, flat_document, flat_name, flat):
                joined = self.join(common, inner.schema) if common else inner.schema
                inner_name = inner.name or flat_name or flat.get("title", "").replace(" ", "") or name
                inner_origin = (inner.origin or own) + ((origin,) if common else ())
                found.append(Alternative(joined, inner.document, inner_name, inner_origin, bool(common) or inner.is_joined))
        return found

    def narrows(self, schema, choice):
        """Whether the alternatives only say which of the members are there, or what they hold."""
        members = set(schema.get("properties", {}))
        for alternative in schema[choice]:
            if not isinstance(alternative, dict):
                return False
            inner = [part for key in ("allOf", "anyOf", "oneOf") for part in alternative.get(key, [])]
            if "$ref" in alternative or '"$ref"' in json.dumps(inner) or any("properties" in part for part in inner):
                return False
            if "properties" not in schema and ("properties" in alternative or alternative and "required" not in alternative):
                return False
            if not set(alternative.get("properties", {})) <= members or set(alternative) - NARROWING:
                return False
        return True

    # MARK: Values

    def value(self, written, document, name, marks):
        """The type and the facts of a value."""
        if written is True or written == {}:
            return ANY, {}
        schema, document, definition = self.flatten(written, document)
        name = definition or name
        if "x-type" in schema:
            return ("scalar", schema["x-type"]), self.facts(schema)
        if schema.get("x-missing"):
            return ANY, {}
        origin = written if isinstance(schema, Joined) else schema
        choices = [choice for choice in CHOICES if choice in schema]
        if not choices or any(self.narrows(schema, choice) for choice in choices):
            return self.plain_value(schema, document, name, marks, (origin,))
        found = self.alternatives(schema, document, name, origin)
        if not found:
            return ("scalar", "string"), {}
        return self.union(schema, found, marks)

    def union(self, schema, found, marks):
        types, facts = [], []
        for alternative in found:
            type_, known = ANY, {}
            if not alternative.schema.get("x-missing"):
                name = alternative.name
                if len(found) > 1 and alternative.is_joined:
                    name += self.discriminator(alternative.schema)
                type_, known = self.plain_value(
                    alternative.schema, alternative.document, name, marks, alternative.origin or (alternative.schema,))
            facts.append(known)
            for part in type_[1] if type_[0] == "union" else (type_,):
                if part not in types:
                    types.append(part)
        joined = {**self.facts(schema), **joined_facts(facts)}
        if any(type_[0] == "object" for type_ in types):
            types = [type_ for type_ in types if type_ != ANY]
        if ANY in types:
            return ANY, joined
        return (types[0] if len(types) == 1 else ("union", tuple(types))), joined

    @staticmethod
    def discriminator(schema):
        """The end of the name of an alternative whose required member has one value only."""
        for name in schema.get("required") or []:
            member = (schema.get("properties") or {}).get(name) or {}
            values = [member["const"]] if "const" in member else member.get("enum") or []
            if len(values) == 1 and isinstance(values[0], str):
                return "." + re.sub("[^A-Za-z0-9_.-]", "_", values[0]).split(".")[-1]
        return ""

    def plain_value(self, schema, document, name, marks, origin):
        """The type and the facts of a value whose schema has no alternatives."""
        kind = schema.get("type")
        if isinstance(kind, list):
            kinds = [word for word in kind if word != "null"]
            if len(kinds) != 1:
                return self.several_kinds(schema, kinds, document, name, marks, origin)
            kind = kinds[0]
        facts = self.facts(schema)
        if kind is None:
            kind = self.implied_kind(schema)
        if kind == "array":
            return self.array(schema, document, name, marks, facts)
        if kind == "object":
            return self.object(schema, document, name, marks, origin, facts)
        return ("scalar", kind), facts

    @staticmethod
    def implied_kind(schema):
        if "properties" in schema or "patternProperties" in schema:
            return "object"
        if "items" in schema:
            return "array"
        values = schema.get("enum")
        is_text = isinstance(values, list) and all(isinstance(value, str) for value in values)
        return "string" if is_text or "pattern" in schema or isinstance(schema.get("const"), str) else "any"

    def several_kinds(self, schema, kinds, document, name, marks, origin):
        facts = self.facts(schema)
        if set(kinds) == {"object", "string"}:
            if schema.get("properties"):
                return ("union", (("object", self.members(schema, document, name, marks, origin)), ("scalar", "string"))), facts
            if schema.get("patternProperties"):
                type_, _ = self.map(schema, document, name, marks)
                return ("union", (type_, ("scalar", "string"))), facts
            return ("scalar", "json"), facts
        types = []
        for kind in sorted(kinds):
            one = {key: value for key, value in schema.items() if key not in ("pattern", "enum", "minLength", "maxLength")}
            type_, known = self.plain_value({**one, "type": kind}, document, name, marks, origin)
            facts = {**known, **facts}
            if type_ not in types:
                types.append(type_)
        return (types[0] if len(types) == 1 else ("union", tuple(types))), facts

    def array(self, schema, document, name, marks, facts):
        element, known = ANY, {}
        if isinstance(schema.get("items"), dict) and schema["items"]:
            inner = frozenset((path[1:] if path and path[0] in ("*", "items") else path, flag) for path, flag in marks)
            element, known = self.value(schema["items"], document, f"{name}Item", inner)
        result = {flag: words for flag, words in known.items() if flag in ELEMENT_FACTS}
        for flag, words in facts.items():
            if flag in ("atomic", "keys", "merge", "rel", "default") or flag in ("fmt", "matches") and flag not in result:
                result[flag] = words
        least, most = schema.get("minItems", 0), schema.get("maxItems", "")
        if least or most != "":
            result["items"] = f"{least}..{most}"
        if schema.get("insertionOrder") is False:
            result["unordered"] = ""
        if schema.get("uniqueKeys"):
            result["keys"] = schema["uniqueKeys"]
        is_set = schema.get("uniqueItems") is True or schema.get("x-kubernetes-list-type") == "set"
        return ("set" if is_set else "list", element), result

    def object(self, schema, document, name, marks, origin, facts):
        declared, others = schema.get("properties"), schema.get("additionalProperties")
        if not declared:
            if schema.get("patternProperties") or isinstance(others, dict) and others:
                type_, known = self.map(schema, document, name, marks)
                result = {flag: words for flag, words in known.items() if flag in ELEMENT_FACTS}
                result.update((flag, words) for flag, words in facts.items() if flag in ("atomic", "rel", "fmt"))
                if "minProperties" in schema or "maxProperties" in schema:
                    result["items"] = f"{schema.get('minProperties', 0)}..{schema.get('maxProperties', '')}"
                return type_, result
            if declared is None or others is not False:
                return ("scalar", "object"), facts
        known = {flag: words for flag, words in facts.items() if flag in ("atomic", "rel", "fmt")}
        return ("object", self.members(schema, document, name, marks, origin)), known

    def map(self, schema, document, name, marks):
        """Members that are not declared: the type of their values."""
        patterns, others = schema.get("patternProperties") or {}, schema.get("additionalProperties")
        values = list(patterns.values()) + ([others] if isinstance(others, dict) and others else [])

        def below(path):
            if path and (path[0] in patterns or path[0] in self.wildcards):
                path = path[1:]
            return path[1:] if path and path[0] in patterns else path

        inner = frozenset((below(path), flag) for path, flag in marks)
        found = [self.value(value, document, f"{name}Value", inner) for value in values]
        types = list(dict.fromkeys(type_ for type_, _ in found))
        facts = found[0][1] if len(found) == 1 else joined_facts([known for _, known in found])
        return ("map", types[0] if len(types) == 1 else ("union", tuple(types))), facts

    # MARK: Members

    def members(self, schema, document, name, marks, origin):
        key = (document, tuple(id(part) for part in origin), marks)
        if key not in self.known:
            self.known[key] = Members(name, self.owner)
            self.kept.append(origin)
            self.fill(self.known[key], schema, document, marks)
        return self.known[key]

    def fill(self, members, schema, document, marks, without=()):
        """Adds what a schema says of an object to its members."""
        declared = dict(schema.get("properties") or {})
        required = set(schema["required"]) if isinstance(schema.get("required"), list) else set()
        members.directives += directives(schema)
        others = schema.get("additionalProperties")
        if declared and (isinstance(others, dict) and others or schema.get("patternProperties")):
            type_, facts = self.map(schema, document, members.name, marks)
            members.add("*", "?", type_[1], facts)
        elif declared and (others is True or self.is_open and others is not False):
            members.directives.append("open")
        members.directives += [f"required {name}" for name in sorted(required - set(declared))]
        members.directives.sort()
        known = set()
        for path, flag in marks:
            while path and path[0] in self.wildcards and path[0] not in declared:
                path = path[1:]
            if path:
                known.add((path, flag))
        for name, member in declared.items():
            if name in without:
                continue
            own, inner = set(), set()
            for path, flag in known:
                if path[0] == name:
                    # A wildcard at the end stands for the member itself.
                    is_own = all(part in ("*", "items") for part in path[1:])
                    (own if is_own else inner).add(flag if is_own else (path[1:], flag))
            type_, facts = self.value(member, document, name, frozenset(inner))
            mode = "=" if "=" in own else "!" if name in required else "?"
            members.add(name, mode, type_, {**facts, **{flag: "" for flag in own if flag != "="}})

    def facts(self, schema):
        """What a schema says of a value beside its type."""
        facts = {}
        if "const" in schema:
            facts["in"] = [schema["const"]]
        elif "enumCaseInsensitive" in schema:
            facts["inci"] = schema["enumCaseInsensitive"]
        elif isinstance(schema.get("enum"), list):
            facts["in"] = [value for value in schema["enum"] if value is not None]
        if isinstance(schema.get("format"), str):
            facts["fmt"] = schema["format"].replace(" ", "_")
        if "minLength" in schema or "maxLength" in schema:
            facts["len"] = f"{schema.get('minLength', 0)}..{schema.get('maxLength', '')}"
        least, most = schema.get("minimum", ""), schema.get("maximum", schema.get("exclusiveMaximum", ""))
        if least != "" or most != "":
            facts["range"] = f"{least}..{most}"
        if isinstance(schema.get("pattern"), str):
            facts["matches"] = schema["pattern"]
        if schema.get("default") is not None and not isinstance(schema["default"], (dict, list)):
            facts["default"] = schema["default"]
        return facts


def joined_facts(all_facts):
    """What holds for a value that is one of several."""
    joined = {}
    if all("in" in facts for facts in all_facts):
        texts = dict.fromkeys(json.dumps(value) for facts in all_facts for value in facts["in"])
        joined["in"] = [json.loads(text) for text in texts]
    formats = [facts["fmt"] for facts in all_facts if "fmt" in facts]
    if formats:
        joined["fmt"] = "|".join(dict.fromkeys(formats))
    for flag in ("items", "unordered", "len", "range", "matches", "default", "keys"):
        words = all_facts[0].get(flag)
        if words is not None and all(facts.get(flag) == words for facts in all_facts):
            joined[flag] = words
    return joined
