"""Reads the intents, and says what is wrong with them."""

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from . import phrases, values

SLOT = re.compile(r"\{([a-z]+\d*)(?::((?:=[^{}]+)|[a-z]+))?(?:\(([\w.]+)\))?(?:\.([a-z]+))?\}")
MARKS = {"list", "text", "files", "steady", "long", "root"}
SYSTEMS = {"debian", "ubuntu", "fedora", "rhel", "arch", "alpine", "macos"}
LEAST_PHRASINGS = 6


class IntentError(ValueError):
    pass


@dataclass(frozen=True)
class Slot:
    name: str
    kind: str
    argument: str | None


@dataclass
class FollowUp:
    """`then`: what may come after it, and builds on it."""

    phrasing: str
    command: str
    slots: dict[str, Slot] = field(default_factory=dict)
    then: list["FollowUp"] = field(default_factory=list)


@dataclass
class Intent:
    name: str
    weight: float
    marks: set[str]
    where: str
    domain: str
    command: str = ""
    variants: dict[str, str] = field(default_factory=dict)
    phrasings: list[str] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    slots: dict[str, Slot] = field(default_factory=dict)
    systems: list[str] = field(default_factory=list)  # once looked up

    def on(self, system: str) -> str:
        return self.variants.get(system, self.command)

    def commands(self) -> list[str]:
        return [self.command, *self.variants.values()]


def slot_of(match: re.Match) -> Slot | None:
    name, kind, argument, _ = match.groups()
    kind = kind or name.rstrip("0123456789")
    return Slot(name, kind, argument) if kind.startswith("=") or kind in values.TYPES else None


def slots_in(text: str) -> dict[str, Slot]:
    """The slots of a text; where one stands several times, its fullest description."""
    found: dict[str, Slot] = {}
    for match in SLOT.finditer(text):
        slot = slot_of(match)
        described = match.group(2) or match.group(3)
        if slot is None and found.get(match.group(1)) is None:
            continue
        if match.group(1) not in found or described:
            found[match.group(1)] = slot or found[match.group(1)]
    return found


def fill(text: str, drawn: dict[str, values.Value], spoken: random.Random | None) -> str:
    """Puts values into the slots: as people say them with a random source, else as commands write them."""

    def replace(match: re.Match) -> str:
        value = drawn.get(match.group(1))
        if value is None:
            return match.group()
        if not spoken or match.group(4):
            return value.form(match.group(4))
        said = value.say(spoken)
        return said.lstrip("*.") if text[: match.start()].endswith((".", "*")) else said  # `*.{ext}` with ".txt"

    return re.sub(r"(?<![\w.*/~\\])\./(?=~?/)", "", SLOT.sub(replace, text))  # ./~/x is no path


RISING = ("date", "time", "line", "size", "days", "tag")  # the second of two lies behind the first


def rank(value: values.Value) -> list[int]:
    return [int(value.forms["bytes"])] if "bytes" in value.forms else [int(n) for n in re.findall(r"\d+", value.written)]


def draw(slots: dict[str, Slot], rng: random.Random, drawn: dict[str, values.Value] | None = None) -> dict[str, values.Value]:
    """A value for each slot that has none yet; two slots of a kind differ."""
    given = drawn or {}
    drawn = dict(given)
    for name, slot in slots.items():
        if name not in drawn:
            taken = {v.written for v in drawn.values()}
            for _ in range(20):
                drawn[name] = values.draw(rng, slot.kind, slot.argument)
                earlier = [v for n, v in given.items() if slot.kind in RISING and n in slots and slots[n].kind == slot.kind]
                if drawn[name].written not in taken and all(rank(v) < rank(drawn[name]) for v in earlier):
                    break
    for kind in RISING:
        names = sorted((n for n, s in slots.items() if s.kind == kind and n not in given), key=lambda n: re.sub(r"\D", "", n) or "1")
        if len(names) > 1:
            drawn.update(zip(names, sorted((drawn[n] for n in names), key=rank)))
    return drawn


def read(path: Path) -> list[Intent]:
    intents: list[Intent] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.name}:{number}"
        line = line.rstrip()
        if not line or line.startswith("# "):
            continue
        if line.startswith("## "):
            head = line[3:].split()
            try:
                intents.append(Intent(head[0], float(head[1]), set(head[2:]), where, path.stem))
            except (IndexError, ValueError):
                raise IntentError(f"{where}: {line} (expected: ## name weight marks)") from None
            continue
        if not intents:
            raise IntentError(f"{where}: a line before the first ##")
        intent = intents[-1]
        sign, _, rest = line.partition(" ")
        rest = rest.strip()
        if sign == "$":
            intent.command = rest
        elif sign.startswith("@"):
            for system in sign[1:].split(","):
                intent.variants[system] = rest
        elif sign == "-":
            intent.phrasings.append(rest)
        elif sign and not sign.strip(">"):
            phrasing, arrow, command = rest.partition(" => ")
            if not arrow:
                raise IntentError(f"{where}: {sign} without =>")
            level = intent.follow_ups
            for _ in sign[1:]:
                if not level:
                    raise IntentError(f"{where}: {sign} without a line above that it follows")
                level = level[-1].then
            level.append(FollowUp(phrasing.strip(), command.strip()))
        else:
            raise IntentError(f"{where}: {line} (expected: ##, $, @, -, >, >> or #)")
    return intents


def find_slots(intent: Intent):
    for text in [*intent.phrasings, *intent.commands()]:
        intent.slots.update({n: s for n, s in slots_in(text).items() if n not in intent.slots or s.argument or s.kind != n.rstrip("0123456789")})
    find_follow_slots(intent.follow_ups, intent.slots)


def find_follow_slots(follow_ups: list[FollowUp], given: dict[str, Slot]):
    for follow in follow_ups:
        follow.slots = {**slots_in(follow.phrasing), **slots_in(follow.command), **{n: s for n, s in slots_in(follow.phrasing).items() if s.argument or s.kind != n.rstrip("0123456789")}, **given}
        find_follow_slots(follow.then, follow.slots)


def all_follow_ups(follow_ups: list[FollowUp]) -> list[FollowUp]:
    """Those, and what comes after each."""
    return [f for follow in follow_ups for f in (follow, *all_follow_ups(follow.then))]


def names_in(text: str, known: dict[str, Slot]) -> set[str]:
    return {m.group(1) for m in SLOT.finditer(text) if m.group(1) in known}


def faults(intent: Intent) -> list[str]:
    found = []
    if not intent.command:
        return ["no command"]
    if intent.marks - MARKS:
        found.append(f"marks {intent.marks - MARKS} (expected: {MARKS})")
    if set(intent.variants) - SYSTEMS:
        found.append(f"@{set(intent.variants) - SYSTEMS} (expected: {SYSTEMS})")
    if len(set(intent.phrasings)) < LEAST_PHRASINGS:
        found.append(f"{len(set(intent.phrasings))} phrasings (expected: >= {LEAST_PHRASINGS})")
    wanted = names_in(intent.command, intent.slots)
    for system, command in intent.variants.items():
        if names_in(command, intent.slots) - wanted:
            found.append(f"@{system}: slots {names_in(command, intent.slots) - wanted} are not in the command")
    for phrasing in intent.phrasings:
        try:
            phrases.parse(phrasing)
        except phrases.PhrasingError as e:
            found.append(str(e))
            continue
        said = names_in(phrasing, intent.slots)
        if said != wanted:
            found.append(f"{phrasing}: slots {sorted(said ^ wanted)} stand on one side only")
    found += follow_faults(intent.follow_ups, names_in(intent.command, intent.slots))
    if not found:
        found += form_faults(intent)
    return found


def follow_faults(follow_ups: list[FollowUp], known: set[str], sign: str = ">") -> list[str]:
    found = []
    for follow in follow_ups:
        try:
            phrases.parse(follow.phrasing)
        except phrases.PhrasingError as e:
            found.append(str(e))
        said, used = names_in(follow.phrasing, follow.slots), names_in(follow.command, follow.slots)
        if used - known - said:
            found.append(f"{sign} {follow.phrasing}: slots {used - known - said} are not said")
        if said - used - known:
            found.append(f"{sign} {follow.phrasing}: a slot is said but not used")
        found += follow_faults(follow.then, known | used, sign + ">")
    return found


def form_faults(intent: Intent) -> list[str]:
    rng = random.Random(1)
    try:
        drawn = draw(intent.slots, rng)
        for text in intent.commands():
            fill(text, drawn, None)
        for text in intent.phrasings:
            fill(text, drawn, rng)
        for follow in all_follow_ups(intent.follow_ups):
            more = draw(follow.slots, rng, drawn)
            fill(follow.command, more, None), fill(follow.phrasing, more, rng)
    except KeyError as e:
        return [f"unknown type or form {e}"]
    return []


def read_all(*paths: Path) -> list[Intent]:
    found = [intent for path in paths for intent in read(path)]
    for intent in found:
        find_slots(intent)
    return found


def all_faults(intents: list[Intent]) -> list[str]:
    lines, names, commands = [], {}, {}
    for intent in intents:
        lines += [f"{intent.where}: {intent.name}: {f}" for f in faults(intent)]
        if intent.name in names:
            lines.append(f"{intent.where}: {intent.name} stands in {names[intent.name]} too")
        names[intent.name] = intent.where
        if intent.command in commands:
            lines.append(f"{intent.where}: {intent.name}: the same command as {commands[intent.command]}")
        commands[intent.command] = f"{intent.where} {intent.name}"
    return lines
