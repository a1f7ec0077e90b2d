"""Examples: one turn, or several where later ones build on the first."""

import random
import re
from dataclasses import dataclass

from . import compose, phrases, values
from .wording import reworded
from .intents import Intent, Slot, draw, fill, names_in

SYSTEMS = ["linux"] * 4 + ["debian"] * 6 + ["ubuntu"] * 4 + ["fedora", "rhel", "arch", "alpine", "macos"]
SHELLS = ["bash"] * 9 + ["zsh", "sh"]

# How people ask for the same with another value, by kind of slot; `{}` is the value.
INSTEAD = {
    ("dir", "folder"): "now in {}|in {} instead|and in {}?|same for {}|now for {}|do the same in {}|what about {}|and {}|for {} instead|and under {}",
    ("file", "path"): "now for {}|same for {}|and {}|do that for {} too|for {} instead|and now {}|what about {}",
    ("user",): "for user {} instead|and for {}|same for {}|now for {}|and {}?|what about {}",
    ("service",): "same for {}|now {}|and {}|do that for {} too|and for {}|now do {}",
    ("port",): "and port {}|for port {} instead|same for {}|what about {}?|no, port {}|now port {}",
    ("size",): "make it {}|no, {}|with {} instead|{} instead|what about {}",
    ("days", "hours", "minutes", "seconds"): "make it {}|no, {}|{} instead|with {} instead|for {} instead",
    ("n", "count"): "make it {}|no, {}|{} instead|now {}|show {} instead",
    ("ext",): "now for {} files|and {} files|same for {}|only {} files instead|{} files instead",
    ("container", "pod", "image", "deployment", "node", "volume", "network", "release", "job", "statefulset", "session", "configmap", "secret"): "same for {}|now {}|and {}|for {} instead|do that for {} too|and for {}|what about {}",
    ("namespace",): "in namespace {}|now in the {} namespace|same in {}|in {} instead|and in namespace {}",
    ("branch",): "and {}|for {} instead|now {}|on {} instead|same for branch {}",
    ("package", "pypkg", "npmpkg"): "and {}|also {}|same for {}|now {}|do that for {} too|and {} as well",
    ("host", "domain", "ip", "url"): "and {}|same for {}|now {}|for {} instead|what about {}|try {}",
    ("proc",): "and {}|same for {}|now {}|what about {}|for {} instead",
    ("gpu",): "and {}|for {} instead|same for {}|now {}|on {} instead|only {}",
    ("pid", "jobid", "commit", "partition", "disk", "part", "iface", "module", "group", "remote", "tag", "label", "env", "table", "db", "mount", "date", "time"): "and {}|same for {}|now {}|for {} instead|what about {}|with {} instead",
    ("pattern", "word", "name"): "now {}|and {}|for {} instead|same for {}|with {} instead",
}
ANY_INSTEAD = "not {old} but {}|not {old}, {}|I meant {}|i meant {}, not {old}|{} rather than {old}|same thing but {}|same command, but {}|again, with {}|repeat that for {}|replace {old} with {}|change {old} to {}|switch to {}|use {}|use {} instead of {old}|oh wait, {}|actually {}|sorry, {}|wrong one, it is {}|no I mean {}|once more for {}|likewise for {}|ditto for {}|try {} instead|the same with {}|{}, not {old}|let's take {} instead|with {}|one more, this time {}|and now the same thing for {}|do it for {}|exactly that for {}|it should be {}|should have been {}|{} please|and what if it is {}|how about {}".split("|")
AGAIN = ["actually, {}", "actually {}", "wait, {}", "no wait, {}", "good, {}", "ok, {}", "ok now {}", "perfect. {}", "great, now {}", "oops, {}", "sorry, {}", "thanks, {}", "hmm, {}", "now {}", "and {}", "but {}", "same but {}", "the same but {}", "same thing, {}", "again but {}", "{} this time", "{} as well", "{} too", "make it so: {}", "that again, {}", "change that: {}", "almost. {}", "nice, {}", "can you {}", "could we have it {}", "I want it {}", "rather {}", "{} instead", "please {}", "and please {}", "let me have that {}"]
INSTEAD_OF = {kind: options.split("|") for kinds, options in INSTEAD.items() for kind in kinds}


@dataclass
class Turn:
    request: str
    command: str
    template: str


@dataclass
class Example:
    system: str
    turns: list[Turn]
    domain: str
    context: str = ""


def system_text(rng: random.Random) -> tuple[str, str]:
    system = rng.choice(SYSTEMS)
    return f"shell={rng.choice(SHELLS)} os={system}", system


def template(command: str, slots: dict[str, Slot]) -> str:
    """The command with kinds in place of values: what is counted as one way to do something."""
    return fill(command, {n: values.Value("<" + ("choice" if s.kind.startswith("=") else s.kind) + ">", forms=AnyForm(s.kind)) for n, s in slots.items()}, None)


class AnyForm(dict):
    def __init__(self, kind: str):
        super().__init__()
        self.kind = kind

    def __missing__(self, key):
        return f"<{self.kind}>"


def one_turn(intent: Intent, system: str, rng: random.Random) -> tuple[Turn, dict[str, values.Value]]:
    drawn = draw(intent.slots, rng)
    text = intent.on(system)
    request = fill(reworded(phrases.say(rng.choice(intent.phrasings), rng), rng), drawn, rng)
    return Turn(request, fill(text, drawn, None), template(text, intent.slots)), drawn


PATHS = {"dir", "folder", "newdir", "file", "path", "outfile"}
ADDRESSES = {"host", "domain", "ip", "url"}
NAMES = {"name", "word", "pattern", "user", "group", "container", "pod", "service", "proc", "image", "deployment", "volume", "network", "db", "table", "branch", "tag", "remote", "package", "session"}
NUMBERS = {"n", "count", "num", "port", "pid", "jobid", "line"}


def alike(kind: str, other: str) -> bool:
    """A value alone would not tell which of the two is meant."""
    return kind == other or any(kind in them and other in them for them in (PATHS, ADDRESSES, NAMES, NUMBERS))


MANY_IN_ONE = "git docker podman kubectl helm systemctl apt dnf pacman pip npm conda gh aws gcloud ip nmcli redis-cli cargo snap flatpak terraform".split()


def program(command: str) -> list[str]:
    """What a command runs: its first word, and the second where that is no option."""
    words = re.sub(r"^(?:sudo |timeout \S+ |time |nohup |nice -n \S+ |watch -n \S+ '?)+", "", command).split()
    return words[:2] if words[0] in MANY_IN_ONE else words[:1]


MANNER = re.compile(r"(?:with|without|in|as|by|on|for|from|to|at|only|just|sorted|over|via|using|until|since|after|before|every|under|inside|per|newest|oldest|biggest|smallest|largest|recursively|verbosely|quietly|backwards)\b")
BEFORE = [way for way in AGAIN if way.startswith(("actually", "wait", "no wait", "good", "ok", "perfect", "great", "oops", "sorry", "thanks", "hmm", "now", "and {", "almost", "nice"))]


def again(request: str, rng: random.Random) -> str:
    """A later turn as people attach it to the one before."""
    return rng.choice(AGAIN if MANNER.match(request) else BEFORE).replace("{}", request) if rng.random() < 0.3 else request


def finish(turn: Turn, drawn: dict[str, values.Value], rng: random.Random) -> Turn:
    kept = [turn.command, *(s for v in drawn.values() for s in (v.written, *v.said))]
    return Turn(phrases.register(turn.request, kept, rng), turn.command, turn.template)


def composed(intent: Intent, turn: Turn, drawn, rng: random.Random) -> tuple[Turn, dict[str, values.Value]]:
    options = compose.applicable(intent, turn.command, asked=False)
    if not options:
        return turn, drawn
    chosen = rng.choice(options)
    more = compose.draw(chosen, rng)
    request = compose.spoken(rng.choice(chosen.said), turn.request, more, rng)
    shown = {n: values.Value(f"<{k}>") for n, k in chosen.slots.items()}
    made = Turn(request, chosen.write(turn.command, more), chosen.write(turn.template, shown))
    return made, {**drawn, **{"with " + n: v for n, v in more.items()}}


def single(intent: Intent, rng: random.Random, composition: float = 0.18) -> Example:
    text, system = system_text(rng)
    turn, drawn = one_turn(intent, system, rng)
    if rng.random() < composition:
        turn, drawn = composed(intent, turn, drawn, rng)
    return Example(text, [finish(turn, drawn, rng)], intent.domain)


def session(intent: Intent, others: list[Intent], rng: random.Random) -> Example:
    """A first turn and one to three more: refined, repeated elsewhere, or something new."""
    text, system = system_text(rng)
    turn, drawn = one_turn(intent, system, rng)
    turns, command_text = [finish(turn, drawn, rng)], intent.on(system)
    slots, current, shape = dict(intent.slots), turn.command, turn.template
    pipeline: list = []
    for _ in range(rng.choice([1, 1, 1, 2, 2, 3])):
        choice = rng.random()
        follow_ups = intent.follow_ups if intent.on(system) == intent.command else []  # they say what follows the usual command
        changeable = [n for n in names_in(command_text, slots) if slots[n].kind in INSTEAD_OF]
        operators = compose.applicable(intent, current, asked=True) if program(current) == program(intent.on(system)) else []  # its marks say nothing of another program
        if choice < 0.36 and follow_ups and not pipeline:  # it would lose what was put on top
            follow = rng.choice(follow_ups)
            slots = {**slots, **follow.slots}
            drawn = draw(follow.slots, rng, {n: v for n, v in drawn.items() if n not in names_in(follow.phrasing, follow.slots) or n in names_in(command_text, slots)})
            command_text, pipeline = follow.command, []
            request = again(fill(reworded(phrases.say(follow.phrasing, rng), rng), drawn, rng), rng)
        elif choice < 0.62 and changeable:
            name = rng.choice(sorted(changeable))
            old = drawn[name].written
            while True:
                fresh = values.draw(rng, slots[name].kind, slots[name].argument)
                if fresh.written != old:
                    break
            ways = INSTEAD_OF[slots[name].kind] if rng.random() < 0.6 else ANY_INSTEAD
            if any(alike(slots[name].kind, slots[other].kind) for other in names_in(command_text, slots) - {name}):
                ways = [way for way in ANY_INSTEAD if "{old}" in way]
            request = rng.choice(ways).replace("{old}", drawn[name].say(rng)).replace("{}", fresh.say(rng))
            drawn = {**drawn, name: fresh}
        elif choice < 0.9 and operators:
            chosen = rng.choice(operators)
            more = compose.draw(chosen, rng)
            pipeline = [*pipeline, (chosen, more)]
            drawn = {**drawn, **{f"with {chosen.name} {n}": v for n, v in more.items()}}
            request = again(compose.spoken(rng.choice(chosen.asked), "", more, rng), rng)
        else:
            intent = rng.choice(others)
            turn, drawn = one_turn(intent, system, rng)
            turns.append(finish(turn, drawn, rng))
            command_text, slots, current, shape, pipeline = intent.on(system), dict(intent.slots), turn.command, turn.template, []
            continue
        current, shape = fill(command_text, drawn, None), template(command_text, slots)
        for chosen, more in pipeline:
            if not chosen.fits(current):
                break
            current = chosen.write(current, more)
            shape = chosen.write(shape, {n: values.Value(f"<{k}>") for n, k in chosen.slots.items()})
        turns.append(finish(Turn(request, current, shape), drawn, rng))
    return Example(text, turns, intent.domain)
