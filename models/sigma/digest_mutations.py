"""Adds cases to digest_cases.jsonl that are mutated from those in it, with what `digest` says: they hold the gateway's Java to what the rules leave open.

    python -m sigma.digest_mutations --seed 1 --count 150 >> sigma/digest_cases.jsonl
"""

import argparse
import json
import random
import re

from .digest import digest
from .digest_test import cases

LARGEST = 3000  # bytes of a case


def cut(lines: list[str], rng: random.Random):
    """A line goes, or ends early."""
    at = rng.randrange(len(lines))
    if rng.random() < 0.5:
        del lines[at]
    else:
        lines[at] = lines[at][: rng.randrange(len(lines[at]) + 1)]


def collapse(lines: list[str], rng: random.Random):
    """Chat clients swallow alignment: of all lines, or of one."""
    by = rng.choice([" ", " ", "\t", "  "])
    chosen = range(len(lines)) if rng.random() < 0.6 else [rng.randrange(len(lines))]
    for at in chosen:
        lines[at] = re.sub(r" {2,}", by, lines[at])


def shift(lines: list[str], rng: random.Random):
    """What stands behind a place in a line moves."""
    at = rng.randrange(len(lines))
    place = rng.randrange(len(lines[at]) + 1)
    head, tail = lines[at][:place], lines[at][place:]
    lines[at] = head + " " * rng.randint(1, 4) + tail if rng.random() < 0.6 else head + re.sub(r"^ +", "", tail)


def swap(lines: list[str], rng: random.Random):
    """Two words change places; or one becomes a word of another line, or an odd one."""
    places = [(i, m.start(), m.end()) for i, line in enumerate(lines) for m in re.finditer(r"[^ \t,|]+", line)]
    if not places:
        return
    one, other = rng.choice(places), rng.choice(places)
    word = lines[other[0]][other[1] : other[2]]
    back = lines[one[0]][one[1] : one[2]]
    if rng.random() < 0.3:
        word = rng.choice(["-", "<none>", "0", "-0", "1.5Gi", "7 (3m ago)", "12%", "5m", "3d4h", "About", "2 hours ago", "1-02:03:04", "2026-03-04", "Mar 4 2025", "0/1", '"', "a:", "\u03bc", "\u212a", "5\u00b5", "'", "\u20ac", "\U0001f600", "a b", "\u00a0", "99999999999999", "0009"])
    elif other[0] != one[0]:
        lines[other[0]] = lines[other[0]][: other[1]] + back + lines[other[0]][other[2] :]
    lines[one[0]] = lines[one[0]][: one[1]] + word + lines[one[0]][one[2] :]


def repeat(lines: list[str], rng: random.Random):
    """A line, or all of them, once more."""
    at = rng.randrange(len(lines))
    lines[at:at] = lines[at : at + rng.choice([1, 1, 3, len(lines)])]


MUTATIONS = [cut, collapse, shift, swap, swap, repeat]


def mutated(paste: str, rng: random.Random) -> str:
    lines = paste.split("\n")
    for _ in range(rng.randint(1, 3)):
        if lines:
            rng.choice(MUTATIONS)(lines, rng)
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=150)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    said = [(case["paste"], case["digest"]) for case in cases()]
    seen, left = {paste for paste, _ in said}, args.count
    while left:
        paste, before = rng.choice(said)
        paste = mutated(paste, rng)
        case = {"paste": paste, "digest": digest(paste)}
        line = json.dumps(case)
        # The most telling are those of which something else is said than before.
        if paste in seen or len(line) >= LARGEST or case["digest"] == before and rng.random() < 0.9:
            continue
        seen.add(paste)
        print(line)
        left -= 1


if __name__ == "__main__":
    main()
