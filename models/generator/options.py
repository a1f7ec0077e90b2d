"""Lists the options in commands that the manual doesn't know: utility, option, how often, one such command.

    python3 -m generator.options ../gateway/commands/src/main/resources/dev/sigma/commands/manual/manual.tsv.gz
    python3 -m generator.options MANUAL.tsv.gz --made 20000        # of families, scenes and compositions as well

Takes the commands of all intents, their variants and follow-ups, with slots filled. What is listed may well exist: man pages aren't complete.
"""

import argparse
import gzip
import random
import re
import sys
from collections import Counter, defaultdict

from . import contexts, examples, families, values
from .intents import all_follow_ups, draw, fill, names_in

TOKEN = re.compile(r"""(?:\\.|'[^']*'|"(?:\\.|[^"\\])*"|\$\(\((?:[^()]|\([^()]*\))*\)\)|\$\((?:[^()]|\([^()]*\))*\)|[^\s'"\\|&;<>()`])+|[|&;()`\n]+|[<>]+&?""", re.S)
# what starts another program: its options with a value as far as the manual doesn't say so, and how many words stand before the program
WRAPPERS = {
    "sudo": ("ugpCDhRrTtU", 0), "xargs": ("InPLdsEa", 0), "env": ("uCS", 0), "time": ("fo", 0), "watch": ("n", 0), "nohup": ("", 0), "timeout": ("ks", 1),
    "nice": ("n", 0), "ionice": ("cnp", 0), "setsid": ("", 0), "stdbuf": ("ioe", 0), "strace": ("oepsPEuSaIbOX", 0), "ltrace": ("oenpsulSaAFx", 0), "taskset": ("", 1),
    "numactl": ("iNmpCwS", 0), "valgrind": ("", 0), "ssh": ("pilLRDoFJbcmBEeIOQSWw", 1), "mpirun": ("nHcxN", 0), "srun": ("NnpctwGJoeAqxDdkmL", 0), "systemd-run": ("pMtuE", 0),
    "docker run": ("pvewumhlac", 1), "docker exec": ("uew", 1), "podman run": ("pvewumhlac", 1), "podman exec": ("uew", 1), "screen": ("Srtcs", 0), "torchrun": ("", 0),
    "doas": ("u", 0), "torify": ("", 0), "parallel": ("j", 0), "python3": ("cm", 9), "python": ("cm", 9), "bash": ("", 9), "chroot": ("", 1), "flock": ("", 1), "perf stat": ("erpCItxo", 0), "perf record": ("eFopCgc", 0),
}
KEYWORDS = {"do", "then", "else", "elif", "if", "while", "until", "!", "{", "exec", "command"}
ASSIGNMENT = re.compile(r"\w+\+?=")


def bare(word: str) -> str:
    """The word as the program gets it, near enough."""
    return re.sub(r"\\(.)|'([^']*)'|\"((?:\\.|[^\"\\])*)\"", lambda m: next((g for g in m.groups() if g is not None), ""), word, flags=re.S)


def simple_commands(command: str) -> list[list[str]]:
    """The words of each simple command, quoting still in them; redirections left out."""
    found, words, skip = [], [], False
    for token in TOKEN.findall(command):
        if token[0] in "|&;()`\n":
            found.append(words)
            words, skip = [], False
        elif token[0] in "<>":
            skip = True
            if words and words[-1].isdigit():
                words.pop()
        elif skip:
            skip = False
        else:
            words.append(token)
            outside = re.sub(r"'[^']*'", "", token) if not token.startswith('"') else token
            for inner in re.findall(r"\$\((?!\()((?:[^()]|\([^()]*\))*)\)", outside):
                found += simple_commands(inner)
    return [w for w in [*found, words] if w]


class Manual:
    def __init__(self, path: str):
        self.options: dict[str, dict[str, str]] = defaultdict(dict)  # of a name, option: "", "=" or "?"
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                name, flags, _ = line.split("\t", 2)
                known = self.options[name]
                for flag in flags.split():
                    plain = flag.rstrip("=?") if len(flag) > 2 else flag
                    known[plain] = known.get(plain) or flag[len(plain) :]
        self.parents = {" ".join(n.split(" ")[:k]) for n in self.options for k in range(1, n.count(" ") + 1)}
        single = {n: [f for f in o if f[0] == "-" and f[1:2] != "-"] for n, o in self.options.items()}
        self.wordy = {n for n, fs in single.items() if sum(len(f) > 2 for f in fs) > 0.5 * len(fs)} | {"find", "[", "test"}  # -name is one option


class Check:
    def __init__(self, manual: Manual):
        self.manual, self.uses, self.known = manual, 0, 0
        self.unknown: Counter = Counter()
        self.example: dict = {}
        self.no_page: Counter = Counter()

    def command(self, command: str):
        for words in simple_commands(command):
            self.program(words, command)

    def program(self, words: list[str], whole: str):
        while words and (ASSIGNMENT.match(words[0]) or words[0] in KEYWORDS):
            words = words[1:]
        if not words:
            return
        utility = bare(words[0]).rsplit("/", 1)[-1]
        utility = {"python": "python3", "pip3": "pip", "apt-get": "apt"}.get(utility, utility)
        if utility in ("sh", "bash", "zsh", "su") and "-c" in words[:-1]:
            self.command(bare(words[words.index("-c") + 1]))
        if utility in ("eval", "trap"):
            return
        words = words[1:]
        if utility == "find":
            words = self.executed(words, whole)
        if utility not in self.manual.options and utility not in self.manual.parents:
            if utility in WRAPPERS:
                self.walk(utility, utility, words, whole, check=False)
            return
        name = utility
        if utility in self.manual.parents:
            for word in words:
                longer = f"{name} {bare(word)}"
                if longer in self.manual.options or longer in self.manual.parents:
                    name = longer
                elif name != utility or (not word.startswith("-") and not self.value_before(words, word, utility)):
                    break
            if name == utility and sum(n.startswith(utility + " ") and len(o) > 0 for n, o in self.manual.options.items()) > 3:
                inner = next((bare(w) for w in words if not w.startswith("-")), "")
                if inner:
                    self.no_page[f"{utility} {inner}"] += 1
                    return
        self.walk(utility, name, words, whole)

    def value_before(self, words, word, utility) -> bool:
        before = words[words.index(word) - 1] if words.index(word) else ""
        return before.startswith("-") and self.manual.options[utility].get(before) == "="

    def executed(self, words: list[str], whole: str) -> list[str]:
        """Checks what find's -exec and the like run; the words without it."""
        kept, inner = [], None
        for word in words:
            if inner is not None:
                if word in ("\\;", "';'", "+"):
                    self.program(inner, whole)
                    inner = None
                else:
                    inner.append(word)
                continue
            kept.append(word)
            if word in ("-exec", "-execdir", "-ok", "-okdir"):
                inner = []
        return kept

    def walk(self, utility: str, name: str, words: list[str], whole: str, check: bool = True):
        parts = name.split(" ")
        options: dict[str, str] = {}
        for k in range(1, len(parts) + 1):
            options.update(self.manual.options.get(" ".join(parts[:k]), {}))
        wrapper = WRAPPERS.get(name) or WRAPPERS.get(utility)
        to_skip = wrapper[1] + len(parts) - 1 if wrapper else -1
        with_value = {"-" + letter for letter in wrapper[0]} if wrapper else set()
        options.update({flag: "=" for flag in with_value if not check or flag in options})
        if utility == "tar" and words and re.fullmatch(r"[a-zA-Z]+", words[0]):
            words = ["-" + words[0], *words[1:]]
        skip = False
        for i, word in enumerate(words):
            plain = bare(word)
            if skip:
                skip = False
            elif plain == "--":
                if wrapper or name == "kubectl exec":
                    self.program(words[i + 1 :], whole)
                return
            elif len(plain) > 1 and plain[0] == "-" and plain[1] != "$":
                if re.match(r"-[\d.%]", plain) and plain not in options:
                    continue
                unknown, skip = self.judge(plain, options, name, utility)
                skip = skip or plain in with_value
                if not check:
                    continue
                self.uses += 1
                self.known += unknown is None
                if unknown is not None:
                    self.unknown[name, unknown] += 1
                    self.example.setdefault((name, unknown), whole)
            elif wrapper and not (utility == "env" and ASSIGNMENT.match(word)):
                if to_skip == 0:
                    rest = words[i:]
                    if len(rest) == 1 and " " in bare(rest[0]):
                        self.command(bare(rest[0]))
                    else:
                        self.program(rest, whole)
                    return
                if to_skip == 9:
                    return
                to_skip -= 1

    def judge(self, word: str, options: dict[str, str], name: str, utility: str) -> tuple[str | None, bool]:
        """The option that isn't known, or None; whether the next word is its value."""
        plain = word.split("=", 1)[0]
        if plain in options and (len(plain) > 2 or "=" not in word):
            return None, options[plain] == "=" and "=" not in word
        if plain in ("--help", "--version") or utility == "find" and re.fullmatch(r"-newer[aBcm][aBcmt]", plain):
            return None, plain.startswith("-newer")
        if word.startswith("--") or name in self.manual.wordy or utility in self.manual.wordy:
            return plain, False
        for i, letter in enumerate(word[1:], 1):
            if "-" + letter not in options:
                return (None if i > 1 and not letter.isalpha() else "-" + letter), False
            if options["-" + letter]:
                return None, options["-" + letter] == "=" and i == len(word) - 1
        return None, False


def each(command: str, slots: dict, drawn: dict):
    """The command as drawn, and with every other word that its slots of the form {x:=a|b} may be."""
    yield fill(command, drawn, None)
    for name in sorted(names_in(command, slots)):
        for option in slots[name].kind[1:].split("|") if slots[name].kind.startswith("=") else []:
            other = values.draw(random.Random(1), "=" + option, None)
            if other.written != drawn[name].written:
                yield fill(command, {**drawn, name: other}, None)


def written(made: int, seed: int):
    """The commands of all intents, and of so many made examples."""
    rng = random.Random(seed)
    for intent in examples.all_intents():
        drawn = draw(intent.slots, rng)
        for command in intent.commands():
            yield from each(command, intent.slots, drawn)
        for follow in all_follow_ups(intent.follow_ups):
            yield from each(follow.command, follow.slots, draw(follow.slots, rng, drawn))
    for _ in range(made):
        for turn in (families if rng.random() < 0.8 else contexts).example(rng).turns:
            yield turn.command


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("manual", help="manual.tsv.gz")
    parser.add_argument("--made", type=int, default=0, help="examples of families and scenes to check as well")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    check = Check(Manual(args.manual))
    for command in written(args.made, args.seed):
        check.command(command)
    for (name, option), count in sorted(check.unknown.items()):
        print(name, option, count, check.example[name, option], sep="\t")
    print(f"{check.uses} option uses, {check.known / max(1, check.uses):.1%} known; without a page: {', '.join(f'{n} {c}' for n, c in check.no_page.most_common(40))}", file=sys.stderr)


if __name__ == "__main__":
    main()
