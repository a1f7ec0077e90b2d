"""Families: a tool whose options combine freely, each said in its own words and in any order.

`families/*.txt`, read like intents:

    ## name weight
    $ find                       how the command begins
    - %find [all] {what}         ways to begin the request; `{part}` takes that part's words
    + where 1 first              a part: chance, and perhaps `first` (said right after the beginning) or `last`;
                                 `*places` among these words gives it what stands under `* places` before the families
    = {dir}                      one thing that the part may be, as written, ...
    - in {dir}                   ... and the ways to say it
    = .
    - here
    ! size time                  parts of which at most one is taken

Parts are written in the order of the file and said in any.
"""

import random
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from . import phrases, sessions, systems, values
from .intents import IntentError, Slot, draw, fill, names_in, slots_in
from .wording import reworded

HERE = Path(__file__).parent / "families"
PART = re.compile(r"\{([a-z]+)\}")


@dataclass
class Option:
    written: str
    said: list[str] = field(default_factory=list)
    slots: dict[str, Slot] = field(default_factory=dict)


@dataclass
class Part:
    name: str
    chance: float
    place: str
    options: list[Option] = field(default_factory=list)


@dataclass
class Family:
    name: str
    weight: float
    where: str
    head: str = ""
    leads: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    alternatives: list[list[str]] = field(default_factory=list)

    def in_lead(self, part: Part) -> bool:
        return any("{" + part.name + "}" in lead for lead in self.leads)


@dataclass
class Chosen:
    """An option with its values, and the words it was said with."""

    option: Option
    drawn: dict[str, values.Value]
    said: str

    def written(self) -> str:
        return fill(self.option.written, self.drawn, None)

    def kept(self) -> list[str]:
        return [s for v in self.drawn.values() for s in (v.written, *v.said)]


def read(path: Path) -> list[Family]:
    families: list[Family] = []
    shared: dict[str, Part] = {}
    family, part = None, None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        sign, _, rest = line.strip().partition(" ")
        rest, where = rest.strip(), f"{path.name}:{number}"
        if not sign or sign == "#":
            continue
        if sign == "##":
            name, weight = rest.split()
            family, part = Family(name, float(weight), where), None
            families.append(family)
        elif sign == "*":
            part = shared[rest] = Part(rest, 1, "")
        elif family and sign == "$":
            family.head = rest
        elif family and sign == "+":
            words = rest.split()
            base = [shared[w[1:]] for w in words if w.startswith("*")]
            name, chance, *place = [w for w in words if not w.startswith("*")]
            part = Part(name, float(chance), place[0] if place else "", [o for b in base for o in b.options])
            family.parts.append(part)
        elif family and sign == "!":
            family.alternatives.append(rest.split())
        elif part and sign == "=":
            part.options.append(Option(rest))
        elif part and part.options and sign == "-":
            part.options[-1].said.append(rest)
        elif family and not part and sign == "-":
            family.leads.append(rest)
        else:
            raise IntentError(f"{where}: {line} (expected: ##, $, *, -, +, =, -, !)")
    for family in families:
        for option in (o for p in family.parts for o in p.options):
            for text in [option.written, *option.said]:
                option.slots.update({n: s for n, s in slots_in(text).items() if n not in option.slots or s.argument or s.kind != n.rstrip("0123456789")})
    return families


@cache
def read_all() -> list[Family]:
    return [family for path in sorted(HERE.glob("*.txt")) for family in read(path)]


def faults(family: Family) -> list[str]:
    found = []
    known = {p.name for p in family.parts}
    for lead in family.leads:
        for name in PART.findall(lead):
            if name not in known:
                found.append(f"{lead}: no part {name}")
    for names in family.alternatives:
        found += [f"! {name}: no such part" for name in names if name not in known]
    for part in family.parts:
        if family.in_lead(part) and (part.chance < 1 or any("{" + part.name + "}" not in lead for lead in family.leads)):
            found.append(f"+ {part.name}: stands in some beginnings only, or is not always taken")
        for option in part.options:
            if not option.said:
                found.append(f"+ {part.name} = {option.written}: not said")
            for said in option.said:
                try:
                    phrases.parse(said)
                except phrases.PhrasingError as e:
                    found.append(str(e))
                if names_in(said, option.slots) != names_in(option.written, option.slots):
                    found.append(f"{said}: slots differ from {option.written}")
    return [f"{family.where}: {family.name}: {f}" for f in found]


def choose(part: Part, rng: random.Random, but: Option | None = None) -> Chosen:
    option = rng.choice([o for o in part.options if o is not but] or part.options)
    drawn = draw(option.slots, rng)
    return Chosen(option, drawn, fill(reworded(phrases.say(rng.choice(option.said), rng), rng, whole=False), drawn, rng))


def command(family: Family, chosen: dict[str, Chosen]) -> str:
    return " ".join([family.head, *(chosen[p.name].written() for p in family.parts if p.name in chosen and chosen[p.name].option.written)]).strip()


def allowed(family: Family, chosen, part: Part) -> bool:
    return not any(part.name in names and any(n in chosen for n in names if n != part.name) for names in family.alternatives)


AFTER_ALL = re.compile(r"(?:,|and |but |then |, )")
RELATIVE = re.compile(r"(?:that|which|whose|who) ")
MANNER = re.compile(r"(?:with|without|in|on|at|under|below|from|for|as|by|using|over|via|per|to) ")


def joined(texts: list[str], rng: random.Random) -> str:
    said = texts[0]
    for number, text in enumerate(texts[1:], 1):
        gap = rng.choice([" ", " ", " ", " ", ", "])
        if number > 1 and number == len(texts) - 1 and MANNER.match(text) and MANNER.match(texts[number - 1]) and rng.random() < 0.4:
            gap = " and "
        said += (gap if not text.startswith(",") else "") + text
    return said


def request(family: Family, chosen: dict[str, Chosen], rng: random.Random) -> str:
    """The beginning, and the parts in any order; what says "and then ..." comes after what it builds on."""
    lead = reworded(phrases.say(rng.choice(family.leads), rng), rng, whole=False)
    lead = PART.sub(lambda m: chosen[m.group(1)].said, lead)
    others = [p for p in family.parts if p.name in chosen and not family.in_lead(p) and chosen[p.name].said]
    rng.shuffle(others)
    others.sort(key=lambda p: ({"first": 0, "": 1, "last": 2}[p.place], bool(AFTER_ALL.match(chosen[p.name].said))))
    said = [chosen[p.name].said for p in others]
    if said and rng.random() < 0.06 and not others[-1].place and MANNER.match(said[-1]):
        return joined([said[-1] + rng.choice([": ", ", "]) + lead, *said[:-1]], rng)
    return joined([lead, *said], rng)


ADDED = ["also {}", "{}", "and {}", "{} please", "the same {}", "same thing {}", "same but {}", "add: {}", "{} as well", "{} too", "again, {}", "once more, {}", "and now {}"]
REPLACED = ["{} instead", "no, {}", "not that, {}", "{} instead of that", "rather {}", "change that: {}", "wrong, {}", "sorry, {}", "I meant {}"]
NAMED = ["{} instead of {old}", "{} rather than {old}", "not {old}, {}", "not {old} but {}"]
OTHER_VALUE = REPLACED + ["make that {}", "now {}", "{} this time", "and now {}", "make it {}", "what about {}"]
THOSE = ["those {}", "only those {}", "I mean those {}", "just those {}", "no, those {}", "show those {}"]


def flag(option: Option) -> str:
    """What an option sets: the same for `-n 5` and `-n 1`, nothing for what is no option."""
    found = re.match(r"!? ?(-{1,2}[A-Za-z][\w-]*)", option.written)
    return found.group(1) if found and not re.match("-(?:exec|print|delete|ls|ok)", option.written) else ""


def changed(family: Family, chosen: dict[str, Chosen], rng: random.Random) -> tuple[str, dict[str, Chosen]] | None:
    """A later turn: another value for a part, another option in its place, or a part more."""
    parts = [p for p in family.parts if allowed(family, chosen, p) and not family.in_lead(p) and (p.name not in chosen or len(p.options) > 1 or p.options[0].slots)]
    if not parts:
        return None
    part = rng.choice(parts)
    old = chosen.get(part.name)
    new = choose(part, rng, old.option if old and len(part.options) > 1 and rng.random() < 0.5 else None)
    if not new.said or (old and (not old.said or old.written() == new.written())):
        return None
    said, before = (re.sub(r"^\((.*)\)$", r"\1", re.sub(r"^(?:, ?|and |but |then )+", "", c.said)) if c else "" for c in (new, old))
    if not old:
        ways = ADDED
    elif old.option.written == new.option.written:
        ways = OTHER_VALUE
    elif flag(old.option) == flag(new.option) and (flag(old.option) or not any(n != part.name and c.said and not flag(c.option) for n, c in chosen.items())):
        ways = REPLACED
    else:
        ways = NAMED[:2] if before.startswith("not ") else NAMED
        if RELATIVE.match(said) and RELATIVE.match(before):
            ways = ["those {} instead of those {old}", "not those {old}, those {}", "those {} rather than those {old}"]
        if {said.split()[0], before.split()[0]} & (phrases.IMPERATIVES | {"throw", "leave", "let"}) or "," in before:
            ways = ["{} instead", "no, {}", "not that, {}"]
        return rng.choice(ways).replace("{}", said).replace("{old}", before), {**chosen, part.name: new}
    if RELATIVE.match(said):
        ways = THOSE
    elif not MANNER.match(said):
        ways = [w for w in ways if w not in ("the same {}", "same thing {}", "same but {}", "make that {}", "what about {}", "rather {}", "make it {}", "I meant {}", "{} instead of that")] or ways
    return rng.choice(ways).replace("{}", said), {**chosen, part.name: new}


def example(rng: random.Random, session_share: float = 0.3) -> sessions.Example:
    families = read_all()
    family = rng.choices(families, [f.weight for f in families])[0]
    for _ in range(8):
        chosen: dict[str, Chosen] = {}
        for part in rng.sample(family.parts, len(family.parts)):
            if rng.random() < part.chance and allowed(family, chosen, part):
                chosen[part.name] = choose(part, rng)
        if not sessions.SENSELESS.search(command(family, chosen)):
            break
    turns = [turn(family, chosen, request(family, chosen, rng), rng)]
    if rng.random() < session_share:
        for _ in range(rng.choice([1, 1, 2, 3])):
            following = changed(family, chosen, rng)
            if following is None or sessions.SENSELESS.search(command(family, following[1])):
                break
            said, chosen = following
            turns.append(turn(family, chosen, said, rng))
    return sessions.example(systems.draw(rng, [t.command for t in turns]), turns, "family", rng)


def turn(family: Family, chosen: dict[str, Chosen], said: str, rng: random.Random) -> sessions.Turn:
    written = command(family, chosen)
    kept = [written, *(k for c in chosen.values() for k in c.kept())]
    shape = "family " + family.name + " " + " ".join(sorted(chosen))
    return sessions.Turn(phrases.register(said, kept, rng), written, shape)
