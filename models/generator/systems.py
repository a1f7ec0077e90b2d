"""Which systems and shells a command works on, from `systems.txt`."""

import random
import re
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Rule:
    """Finds a command; `words`: it need not be tried where none of these occurs, whatever it is where they are none."""

    pattern: re.Pattern
    words: frozenset[str]

    def finds(self, command: str, words: set[str]) -> bool:
        return (not self.words or bool(self.words & words)) and bool(self.pattern.search(command))


WORD = re.compile(r"[\w.+-]+")
BEGINNING = re.compile(r"\\b([a-z]+)(?: |\\b)")  # a pattern of one program


@cache
def rules() -> dict[str, list[Rule]]:
    """What finds a command, by the heading it stands under."""
    programs: dict[str, list[str]] = {}
    found: dict[str, list[Rule]] = {}
    heading = ""
    for line in (Path(__file__).parent / "systems.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:]
            found[heading] = []
        elif line.startswith("~ "):
            first = BEGINNING.match(line[2:])
            found[heading].append(Rule(re.compile(line[2:]), frozenset(first.groups()) if first else frozenset()))
        elif line and not line.startswith("# "):
            programs.setdefault(heading, []).extend(line.split())
    for heading, names in programs.items():
        found[heading].append(Rule(re.compile(PLACE + "(?:" + "|".join(map(re.escape, names)) + r")(?![\w.+-])"), frozenset(names)))
    return found


SHELL_RULES = ("bash only", "not sh")


@cache
def by_systems() -> list[tuple[frozenset[str], list[Rule]]]:
    return [(named(heading), these) for heading, these in rules().items() if heading not in SHELL_RULES]


@lru_cache(50_000)
def working(command: str) -> frozenset[str]:
    """The systems that a command works on; all of them when none would be left."""
    found, words = EVERY, set(WORD.findall(command))
    for where, these in by_systems():
        if not found <= where and any(rule.finds(command, words) for rule in these):
            found &= where
    return found or EVERY


def draw(rng: random.Random, commands: list[str]) -> str:
    """A system that all of these commands work on; the first one, when there is none."""
    fitting = [s for s in SYSTEMS if all(s in working(c) for c in commands)] or [s for s in SYSTEMS if s in working(commands[0])]
    return rng.choice(fitting)


def text(system: str, commands: list[str], rng: random.Random) -> str:
    """As the model is told where it is: the system and a shell that reads these commands."""
    shell = rng.choice(SHELLS)
    misfits = [rule for heading in {"sh": SHELL_RULES, "zsh": SHELL_RULES[:1]}.get(shell, ()) for rule in rules()[heading]]
    if any(rule.pattern.search(c) for rule in misfits for c in commands):
        shell = "bash"
    return f"shell={shell} os={system}"
