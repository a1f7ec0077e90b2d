"""Which systems and shells a command works on, from `systems.txt`."""

import random
import re
from functools import cache, lru_cache
from pathlib import Path

SYSTEMS = ["linux"] * 4 + ["debian"] * 6 + ["ubuntu"] * 4 + ["fedora", "rhel", "arch", "alpine", "macos"]
SHELLS = ["bash"] * 9 + ["zsh", "sh"]
EVERY = frozenset(SYSTEMS)

# Where a program may stand: at the beginning, after an operator, after a word that runs another.
PLACE = r"(?:^|[|;&({`!]\s*|\$\(\s*|\b(?:sudo|xargs|time|nohup|exec|do|then|else|while|if|until|env|watch|nice|bash -c|sh -c)\s+)(?:-\S+ +|\d+\S* +|[A-Z_]+=\S* +|root +|postgres +)*['\"]?(?:/usr/s?bin/)?"


def named(words: str) -> frozenset[str]:
    """`debian ubuntu`, or `every but macos`."""
    names, but, without = words.partition(" but ")
    found = (EVERY if names == "every" else frozenset(names.split())) - frozenset(without.split())
    if found - EVERY:
        raise ValueError(f"systems.txt: {words} (expected: {', '.join(sorted(EVERY))}, every but ...)")
    return found


@cache
def rules() -> dict[str, list[re.Pattern]]:
    """What finds a command, by the heading it stands under."""
    programs: dict[str, list[str]] = {}
    found: dict[str, list[re.Pattern]] = {}
    heading = ""
    for line in (Path(__file__).parent / "systems.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:]
            found[heading] = []
        elif line.startswith("~ "):
            found[heading].append(re.compile(line[2:]))
        elif line and not line.startswith("# "):
            programs.setdefault(heading, []).extend(line.split())
    for heading, names in programs.items():
        found[heading].append(re.compile(PLACE + "(?:" + "|".join(map(re.escape, names)) + r")(?![\w.+-])"))
    return found


SHELL_RULES = ("bash only", "not sh")


@cache
def by_systems() -> list[tuple[frozenset[str], list[re.Pattern]]]:
    return [(named(heading), patterns) for heading, patterns in rules().items() if heading not in SHELL_RULES]


@lru_cache(50_000)
def working(command: str) -> frozenset[str]:
    """The systems that a command works on; all of them when none would be left."""
    found = EVERY
    for where, patterns in by_systems():
        if not found <= where and any(p.search(command) for p in patterns):
            found &= where
    return found or EVERY


def draw(rng: random.Random, commands: list[str]) -> str:
    """A system that all of these commands work on; the first one, when there is none."""
    fitting = [s for s in SYSTEMS if all(s in working(c) for c in commands)] or [s for s in SYSTEMS if s in working(commands[0])]
    return rng.choice(fitting)


def text(system: str, commands: list[str], rng: random.Random) -> str:
    """As the model is told where it is: the system and a shell that reads these commands."""
    shell = rng.choice(SHELLS)
    misfits = [p for rule in ({"sh": SHELL_RULES, "zsh": SHELL_RULES[:1]}.get(shell, ())) for p in rules()[rule]]
    if any(p.search(c) for p in misfits for c in commands):
        shell = "bash"
    return f"shell={shell} os={system}"
