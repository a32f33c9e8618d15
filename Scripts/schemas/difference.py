#!/usr/bin/env python3
"""Writes how the schema text of an earlier version of a provider differs from the newest one's.

usage: difference.py NEWEST.txt EARLIER.txt > PreviousProviders/NAME-MAJOR.txt

The form is the one that `SectionDifference` reads: a heading for each section that is not equal, below it ` =N` for N lines that
are kept, ` -LINE`, ` +LINE`, or ` gone` for a section that the earlier version does not have.
"""
import difflib
import pathlib
import sys


def sections(text):
    """The first line, and the lines below each heading."""
    lines, found = text.splitlines(), {}
    for line in lines[1:]:
        if line.startswith(" "):
            found[heading].append(line)
        else:
            heading = line
            found[heading] = []
    return lines[0], found


def difference(newest, earlier):
    """The lines of one section of a difference."""
    matcher = difflib.SequenceMatcher(None, newest, earlier, autojunk=False)
    result = []
    for tag, start, end, earlier_start, earlier_end in matcher.get_opcodes():
        if tag == "equal":
            result.append(f" ={end - start}")
            continue
        result += [f" -{line}" for line in newest[start:end]]
        result += [f" +{line}" for line in earlier[earlier_start:earlier_end]]
    # What is left at the end is kept anyway.
    if result and result[-1].startswith(" ="):
        result.pop()
    return result


def difference_text(newest_text, earlier_text):
    _, newest = sections(newest_text)
    header, earlier = sections(earlier_text)
    lines = [header]
    for heading in sorted(set(newest) | set(earlier), key=lambda text: text.encode()):
        if heading not in earlier:
            lines += [heading, " gone"]
        elif heading not in newest or newest[heading] != earlier[heading]:
            lines += [heading] + difference(newest.get(heading, []), earlier[heading])
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.stdout.write(difference_text(*(pathlib.Path(path).read_text(encoding="utf-8") for path in sys.argv[1:])))
