"""Which members of an object go together, as the directives of a catalog say it."""

CHOICES = ("oneOf", "anyOf")


def directives(schema):
    """Which members go together."""
    found = []
    for choice, alternatives in [(key, schema[key]) for key in CHOICES if key in schema] + schema.get("x-choices", []):
        sets = required_sets(alternatives)
        if any(words != "[]" for words in sets):
            found.append(" ".join([choice_word(choice)] + sets))
    for key, word in (("requiredXor", "one-of"), ("requiredOr", "any-of")):
        if isinstance(schema.get(key), list):
            found.append(" ".join([word] + [f"[{name}]" for name in schema[key]]))
    for key, word in (("dependentRequired", "needs"), ("dependencies", "needs"), ("dependentExcluded", "excludes")):
        for name, others in (schema.get(key) or {}).items():
            if isinstance(others, list):
                found.append(f"{word} {name} [{' '.join(sorted(others))}]")
    if "minProperties" in schema or "maxProperties" in schema:
        found.append(f"members {schema.get('minProperties', 0)}..{schema.get('maxProperties', '')}")
    return found


def required_sets(alternatives):
    sets = []
    for alternative in alternatives:
        if not isinstance(alternative, dict):
            continue
        inner = next((key for key in ("anyOf", "oneOf") if key in alternative), None)
        if alternative.get("required"):
            sets.append(f"[{' '.join(sorted(alternative['required']))}]")
        elif inner:
            sets.append(f"({' '.join([choice_word(inner)] + required_sets(alternative[inner]))})")
        else:
            sets.append("[]")
    return sets


def choice_word(choice):
    return "one-of" if choice == "oneOf" else "any-of"
