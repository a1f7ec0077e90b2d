"""Checks the intents, or writes examples from them.

    python -m generator --check
    python -m generator --count 20 --seed 1
"""

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

from . import contexts, examples, families, phrases, sessions
from .intents import all_faults, all_follow_ups, read_all

PREFIXES = {"sudo", "time", "nohup", "watch", "timeout", "nice", "env", "xargs"}


def utilities(command: str) -> set[str]:
    """The programs a command's simple commands start, as far as blanks tell."""
    found = set()
    for part in command.replace("$(", "|").replace("&&", "|").replace(";", "|").split("|"):
        words = [w for w in part.split() if "=" not in w.split("/")[0] or w.startswith("-")]
        while words and (words[0] in PREFIXES or words[0].startswith("-") or words[0].isdigit()):
            found.add(words[0]) if words[0] in PREFIXES else None
            words.pop(0)
        if words:
            found.add(words[0])
    return found


def doubled_words(count: int = 20_000, seed: int = 7) -> list[str]:
    """Requests in which a word stands twice in a row, that is no value."""
    source, found = examples.Examples(seed), []
    for _ in range(count):
        for turn in source.next().turns:
            if word := phrases.doubled(turn.request, turn.command):
                found.append(f"'{word}' twice: {turn.request}   ({turn.command})")
    return found


def statistics(intents, seed: int) -> dict:
    plain = {sessions.template(c, i.slots) for i in intents for c in i.commands()}
    follow = {sessions.template(f.command, f.slots) for i in intents for f in all_follow_ups(i.follow_ups)}
    made = Counter()
    source = examples.Examples(seed)
    for _ in range(20_000):
        for turn in source.next().turns:
            made[turn.template] += 1
    return {
        "intents": len(intents),
        "templates": len(plain),
        "templates_with_follow_ups": len(plain | follow),
        "templates_in_20000_examples": len(made),
        "utilities": len(set().union(*(utilities(t) for t in plain))),
        "phrasings": sum(len(i.phrasings) for i in intents),
        "ways_to_say": sum(sum(phrases.ways(p) for p in i.phrasings) for i in intents),
        "follow_ups": sum(len(all_follow_ups(i.follow_ups)) for i in intents),
        "scenes": len(contexts.SCENES),
        "families": len(families.read_all()),
        "by_domain": dict(Counter(i.domain for i in intents)),
    }


def scene_faults(draws: int = 60) -> list[str]:
    """Scenes that fail to draw."""
    found = []
    for scene in dict.fromkeys(contexts.SCENES):
        rng = random.Random(1)
        try:
            for _ in range(draws):
                scene(rng)
        except Exception as e:  # whatever it is, training would stop at it
            found.append(f"scene {scene.__module__}.{scene.__name__}: {type(e).__name__}: {e}")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", nargs="*", type=Path, help="intent files; all without any")
    parser.add_argument("--count", type=int, default=0, help="examples to write")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if args.check is not None:
        intents = read_all(*args.check) if args.check else examples.all_intents()
        faults = all_faults(intents) + [f for family in families.read_all() for f in families.faults(family)] + scene_faults() + doubled_words()
        print("\n".join(faults), file=sys.stderr)
        if not faults:
            print(json.dumps(statistics(intents, args.seed), indent=1))
        sys.exit(1 if faults else 0)
    source = examples.Examples(args.seed)
    for _ in range(args.count):
        example = source.next()
        print(json.dumps({"system": example.system, "context": example.context, "domain": example.domain, "turns": [[t.request, t.command] for t in example.turns]}, ensure_ascii=False))


if __name__ == "__main__":
    main()
