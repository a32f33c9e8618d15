#!/usr/bin/env python3
"""Compares two schema texts by what they say: shapes are written out where they are used, whatever their names.

usage: compare.py COMMITTED.txt RENEWED.txt [HOW MANY DIFFERENCES TO SHOW]

Prints how many sections are equal. Secrets, deprecations and write-only marks are left out: not every source knows them.
"""
import re
import sys

MARKS = re.compile(r" (sensitive|deprecated|wo)(?= |$)")


def sections(path):
    """Sections and shapes, each as the lines below its heading."""
    found, shapes = {}, {}
    with open(path, encoding="utf-8") as file:
        for line in file.read().splitlines()[1:]:
            if line.startswith(" "):
                current.append(MARKS.sub("", line[1:]))
            elif line.startswith("shape "):
                current = shapes[line[6:]] = []
            else:
                current = found[line] = []
    return found, shapes


def written_out(lines, shapes, around=()):
    result = []
    for line in lines:
        reference = re.search(r" @(\S+)", line)
        if not reference or reference[1] not in shapes:
            result.append(line)
            continue
        result.append(line.replace(reference[0], ""))
        if reference[1] not in around:
            indentation = " " * (len(line) - len(line.lstrip()) + 1)
            inner = written_out(shapes[reference[1]], shapes, around + (reference[1],))
            result += [indentation + inner_line for inner_line in inner]
    return result


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    (left, left_shapes), (right, right_shapes) = sections(sys.argv[1]), sections(sys.argv[2])
    headings = sorted(set(left) | set(right))
    differing = []
    for heading in headings:
        a = written_out(left[heading], left_shapes) if heading in left else None
        b = written_out(right[heading], right_shapes) if heading in right else None
        if a != b:
            differing.append((heading, a, b))
    print(f"{len(headings) - len(differing)} of {len(headings)} sections are equal")
    for heading, a, b in differing[: int(sys.argv[3]) if len(sys.argv) == 4 else 3]:
        print(f"  {heading}: {'missing' if b is None else 'new' if a is None else ''}")
        for sign, lines, others in (("-", a or [], b or []), ("+", b or [], a or [])):
            for line in [line for line in lines if line not in others][:3]:
                print(f"    {sign} {line}")
    sys.exit(1 if differing else 0)


main()
