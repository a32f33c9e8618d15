"""The types of a target as a graph of objects, and the text of that graph (Sources/Schemas/Data/README.md, "Targets").

A type is a tuple: ("scalar", WORD), ("list" | "set" | "map", TYPE), ("object", Members) or ("union", (TYPE, …)).
"""
import collections
import json
import re

FLAGS = (
    "in", "inci", "enum", "items", "unordered", "keys", "merge", "atomic", "new", "newif", "wo", "deprecated", "since", "fmt", "rel", "len",
    "range", "default", "matches")
# How many allowed values are written out.
LISTED_VALUES = 40

Member = collections.namedtuple("Member", "name mode type flags")


class Members:
    """The members of a type or object, and what holds for it as a whole.

    name: what a shape made of it is called; owner: the type that it was met in; flags of a member: words by their flag.
    """

    def __init__(self, name="", owner=""):
        self.name, self.owner = name, owner
        self.list, self.directives = [], []
        self.kind = 0

    def add(self, name, mode, type_, facts):
        self.list.append(Member(name, mode, type_, flag_words(facts)))


# MARK: Words

def scalar_text(value):
    """A value in a list: bare when that reads back as the same text."""
    bare = isinstance(value, str) and re.fullmatch(r'[^\s"\[\]]+', value)
    if bare and not re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?|true|false|null", value):
        return value
    return json.dumps(value, ensure_ascii=False)


def list_text(values):
    return "[" + " ".join(scalar_text(value) for value in values) + "]"


def pattern_text(pattern):
    """A pattern on one line: control characters, separators and halves of characters as escapes of the same meaning."""
    def escape(match):
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(match[0], f"\\u{ord(match[0]):04x}")
    return "/" + re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]", escape, pattern) + "/"


def name_text(name):
    return name if re.fullmatch(r'[^\s"%{]+', name) else json.dumps(name)


def flag_words(facts):
    """What is known of a member's values, as pairs of a flag and its words."""
    words = {}
    for flag, value in facts.items():
        if flag in ("in", "inci"):
            if len(value) > LISTED_VALUES:
                words["enum"] = str(len(value))
            elif value:
                words[flag] = list_text(value)
        elif flag == "keys":
            words[flag] = list_text(value)
        elif flag == "default":
            words[flag] = json.dumps(value, ensure_ascii=False)
        elif flag == "matches":
            words[flag] = pattern_text(value)
        elif flag in FLAGS:
            words[flag] = value
    return tuple(sorted(words.items()))


# MARK: Graph

def objects_in(type_):
    """The objects that a type is made of, from the left to the right."""
    kind, inner = type_
    if kind == "object":
        yield inner
    elif kind == "union":
        for alternative in inner:
            yield from objects_in(alternative)
    elif kind != "scalar":
        yield from objects_in(inner)


def named_objects(type_, collections_around=0):
    """The objects of a type that can only be written by name: in a union, or below two collections."""
    kind, inner = type_
    if kind == "object":
        if collections_around > 1:
            yield inner
    elif kind == "union":
        for alternative in inner:
            yield from objects_in(alternative)
    elif kind != "scalar":
        yield from named_objects(inner, collections_around + 1)


def block_of(type_):
    """The object that a member's lines stand below it, or None."""
    kind, inner = type_
    if kind == "object":
        return inner
    return inner[1] if kind in ("list", "set", "map") and inner[0] == "object" else None


def classify(roots, is_known_by_name):
    """Gives equal objects the same kind, also where they contain themselves; returns all objects.

    All are taken for equal at first; those that differ in a line, or in the kind of an object inside, are told apart until nothing changes.
    """
    found, seen, waiting = [], set(), list(roots)
    while waiting:
        members = waiting.pop()
        if id(members) in seen:
            continue
        seen.add(id(members))
        found.append(members)
        members.kind = members.name if is_known_by_name else 0
        for member in members.list:
            waiting.extend(objects_in(member.type))

    def look(type_):
        kind, inner = type_
        if kind == "object":
            return kind, inner.kind
        if kind == "union":
            return kind, tuple(look(alternative) for alternative in inner)
        return type_ if kind == "scalar" else (kind, look(inner))

    count = 0
    while True:
        numbers = {}
        kinds = [
            numbers.setdefault(
                (members.kind, tuple(members.directives), tuple((*member[:2], look(member.type), member.flags) for member in members.list)),
                len(numbers))
            for members in found
        ]
        for members, kind in zip(found, kinds):
            members.kind = kind
        if len(numbers) == count:
            return found
        count = len(numbers)


class CatalogText:
    """The lines of a catalog.

    roots: pairs of a heading and its members. is_known_by_name: every object has a name of its own, and is written as a shape.
    """

    def __init__(self, header, roots, is_known_by_name=False):
        self.lines = [header]
        found = classify([members for _, members in roots], is_known_by_name)
        self.first = {}
        for members in found:
            self.first.setdefault(members.kind, members)
        self.names = self.shape_names([members for _, members in roots], found, is_known_by_name)
        for heading, members in roots:
            self.lines.append(heading)
            self.write(members, " ")
        for kind, name in sorted(self.names.items(), key=lambda item: item[1]):
            self.lines.append(f"shape {name}")
            self.write(self.first[kind], " ")

    @property
    def text(self):
        return "\n".join(self.lines) + "\n"

    # MARK: Shapes

    def shape_names(self, roots, found, is_known_by_name):
        """The objects that are written as shapes: what can only be written by name, repeats itself, or has several members and users."""
        root_ids = {id(members) for members in roots}
        uses, inner, must = collections.Counter(), collections.defaultdict(set), set()
        counted = set()
        for members in roots + list(self.first.values()):
            key = ("root", id(members)) if id(members) in root_ids else members.kind
            if key in counted:
                continue
            counted.add(key)
            for member in members.list:
                kinds = [members.kind for members in objects_in(member.type)]
                uses.update(kinds)
                inner[members.kind].update(kinds)
                must.update(members.kind for members in named_objects(member.type))
        bases, owners = collections.defaultdict(collections.Counter), collections.defaultdict(set)
        for members in found:
            owners[members.kind].add(members.owner)
            if members.name or id(members) not in root_ids:
                bases[members.kind][members.name] += 1
        named = [
            kind for kind in uses
            if is_known_by_name or kind in must or uses[kind] >= 2 and len(self.first[kind].list) >= 2 or self.is_recursive(kind, inner)
        ]
        by_base = collections.defaultdict(list)
        for kind in named:
            base = min(bases[kind].items(), key=lambda item: (-item[1], item[0]))[0]
            by_base[base or "Object"].append(kind)
        # The name alone goes to what is used most; the others have their first owner in front.
        names, others = {}, []
        for base, kinds in sorted(by_base.items()):
            kinds.sort(key=lambda kind: (-len(owners[kind]), -uses[kind], min(owners[kind]), kind))
            names[kinds[0]] = base
            others.append((base, kinds[1:]))
        taken = set(names.values())
        for base, kinds in others:
            def place(kind):
                members = self.first[kind]
                return min(owners[kind]), json.dumps([member.name for member in members.list]), str(members.directives), kind
            for kind in sorted(kinds, key=place):
                wanted = f"{min(owners[kind])}.{base}"
                name, number = wanted, 2
                while name in taken:
                    name, number = f"{wanted}~{number}", number + 1
                names[kind] = name
                taken.add(name)
        return names

    @staticmethod
    def is_recursive(kind, inner):
        seen, waiting = set(), list(inner[kind])
        while waiting:
            current = waiting.pop()
            if current == kind:
                return True
            if current not in seen:
                seen.add(current)
                waiting.extend(inner[current])
        return False

    # MARK: Lines

    def write(self, members, indentation):
        self.lines += [f"{indentation}%{directive}" for directive in members.directives]
        for member in sorted(members.list, key=lambda member: (block_of(member.type) is not None, member.name)):
            self.write_member(member, indentation)

    def write_member(self, member, indentation):
        flags = dict(member.flags)
        bounds = flags.pop("items", None)
        block = block_of(member.type)
        if block is None:
            line = f"{indentation}{name_text(member.name)} {member.mode}{self.type_text(member.type)}"
            if bounds:
                line += f" items {bounds}"
        else:
            nesting = member.type[0]
            arrangement = "single" if nesting == "object" else nesting
            if nesting in ("list", "set") or nesting == "map" and bounds:
                arrangement += f" {bounds or '0..'}"
            line = f"{indentation}{name_text(member.name)} {member.mode}{{{arrangement}}}"
            if block.kind in self.names:
                line += f" @{self.names[block.kind]}"
        for flag in FLAGS:
            if flag in flags:
                line += f" {flag} {flags[flag]}" if flags[flag] else f" {flag}"
        self.lines.append(line)
        if block is not None and block.kind not in self.names:
            self.write(block, indentation + " ")

    def type_text(self, type_):
        kind, inner = type_
        if kind == "scalar":
            return inner
        if kind == "object":
            return f"@{self.names[inner.kind]}"
        if kind == "union":
            return "|".join(self.type_text(alternative) for alternative in inner)
        return f"{kind}({self.type_text(inner)})"
