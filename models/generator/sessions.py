"""Examples: one turn, or several where later ones build on the first."""

import dataclasses
import random
import re
from dataclasses import dataclass

from . import compose, phrases, systems, values
from .wording import reworded
from .intents import RISING, Intent, Slot, draw, fill, names_in

# How people ask for the same with another value, by kind of slot; `{}` is the value.
INSTEAD = {
    ("dir", "folder"): "now in {}|in {} instead|and in {}?|same for {}|now for {}|do the same in {}|what about {}|and {}|for {} instead|and under {}",
    ("file", "path"): "now for {}|same for {}|and {}|do that for {} too|for {} instead|and now {}|what about {}",
    ("user",): "for user {} instead|and for {}|same for {}|now for {}|and {}?|what about {}",
    ("service",): "same for {}|now {}|and {}|do that for {} too|and for {}|now do {}",
    ("port",): "and port {}|for port {} instead|same for {}|what about {}?|no, port {}|now port {}",
    ("size", "memory"): "make it {}|no, {}|with {} instead|{} instead|what about {}",
    ("days", "hours", "minutes", "seconds"): "make it {}|no, {}|{} instead|with {} instead|for {} instead",
    ("n", "count"): "make it {}|no, {}|{} instead|now {}|show {} instead",
    ("ext",): "now for {} files|and {} files|same for {}|only {} files instead|{} files instead",
    ("container", "pod", "image", "deployment", "node", "volume", "network", "release", "job", "statefulset", "session", "configmap", "secret"): "same for {}|now {}|and {}|for {} instead|do that for {} too|and for {}|what about {}",
    ("namespace",): "in namespace {}|now in the {} namespace|same in {}|in {} instead|and in namespace {}",
    ("branch",): "and {}|for {} instead|now {}|on {} instead|same for branch {}",
    ("package", "tool", "pypkg", "npmpkg"): "and {}|also {}|same for {}|now {}|do that for {} too|and {} as well",
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


def template(command: str, slots: dict[str, Slot]) -> str:
    """The command with kinds in place of values: what is counted as one way to do something."""
    return fill(command, {n: values.Value("<" + ("choice" if s.kind.startswith("=") else s.kind) + ">", forms=AnyForm(s.kind)) for n, s in slots.items()}, None)


class AnyForm(dict):
    def __init__(self, kind: str):
        super().__init__()
        self.kind = kind

    def __missing__(self, key):
        return f"<{self.kind}>"


SENSELESS = re.compile(  # what cannot work, or nobody wants, with values and options that each are fine
    r"^curl(?!.*(?: -\w*[oOIXdFT]\b| --head|>|\| *(?!jq|less|grep|head|tail)\w)).*https?://\S+\.(?:zip|tar\.gz|iso|deb|pdf)\b"  # a binary onto the terminal
    r"|^tar -x\S* \S+ [~/]"  # members of an archive have relative paths
    r"|^find .*-xtype l\b.*(?: -(?:perm|readable|writable|executable)\b|(?:-exec|-ok|xargs(?: -\S+)*) (?!rm|ls|mv|echo|tar|stat|printf|readlink)\w)"  # nothing is behind a dangling link
    r"|^ping .*-6 .*\b\d+\.\d+\.\d+\.\d+"
)
SYSTEM_WORDS = set("apt deb debs debian dpkg ppa systemctl systemd journalctl journal ip ss ufw free lsblk sed date stat nproc xdg useradd ls ps find grep".split())


def one_turn(intent: Intent, system: str, rng: random.Random) -> tuple[Turn, dict[str, values.Value]]:
    text = intent.on(system)
    for _ in range(8):
        drawn = draw(intent.slots, rng)
        written = fill(text, drawn, None)
        if (system in intent.variants or system in systems.working(written)) and not SENSELESS.search(written):
            break
    phrasings = intent.phrasings
    if text != intent.command:  # nobody asks for the programs of another system by name
        strange = set(re.findall(r"[a-z]{2,}", intent.command)) & SYSTEM_WORDS - set(re.findall(r"[a-z]{2,}", text))
        strange |= {"deb", "debs", "debian", "ii", "rc"} if strange & {"apt", "dpkg"} else set()
        phrasings = [p for p in phrasings if not strange & set(re.findall(r"[a-z]{2,}", p.lower()))] or phrasings
    request = fill(reworded(phrases.say(rng.choice(phrasings), rng), rng), drawn, rng)
    return Turn(request, fill(text, drawn, None), template(text, intent.slots)), drawn


PATHS = {"dir", "folder", "newdir", "file", "path", "outfile"}
ADDRESSES = {"host", "domain", "ip", "url"}
NAMES = {"name", "word", "pattern", "user", "group", "container", "pod", "service", "proc", "image", "deployment", "volume", "network", "db", "table", "branch", "tag", "remote", "package", "tool", "session", "namespace", "node", "partition", "label", "job", "release", "statefulset", "configmap", "secret", "module", "env", "key", "ksvc"}
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
    if rng.random() > 0.3 or re.match(r"(?:wrong|oops|no\b|ugh|never mind|wait|sorry|undo|that was|take that)", request):
        return request
    if re.match(r"(?:without|only|just|not|no)\b", request):
        return rng.choice(BEFORE + ["same but {}", "same thing, {}", "{} this time"]).replace("{}", request)
    return rng.choice(AGAIN if MANNER.match(request) else BEFORE).replace("{}", re.sub(r"^(?:(?:and|but|now|ok|actually|please|nice|good|great|perfect|sorry|thanks|wait),? )+", "", request))


def finish(turn: Turn, drawn: dict[str, values.Value], rng: random.Random) -> Turn:
    kept = [turn.command, *(s for v in drawn.values() for s in (v.written, *v.said))]
    return Turn(phrases.register(turn.request, kept, rng), turn.command, turn.template)


def fitting(intent: Intent) -> list[str]:
    """The systems to draw from: what is written for one works there; the usual command has to be looked at."""
    if not intent.systems:
        usual = systems.working(template(intent.command, intent.slots))
        intent.systems = [s for s in systems.SYSTEMS if s in intent.variants or s in usual]
    return intent.systems


def composed(intent: Intent, turn: Turn, drawn, system: str, rng: random.Random) -> tuple[Turn, dict[str, values.Value]]:
    options = compose.applicable(intent, turn.command, False, system)
    if not options:
        return turn, drawn
    chosen = rng.choice(options)
    more = compose.draw(chosen, rng)
    ways = [w for w in chosen.said if not re.search(r"\bto \{\}", w) or turn.request.split()[0].lower() in phrases.IMPERATIVES]
    request = compose.spoken(rng.choice(ways), turn.request, more, rng)
    shown = {n: values.Value(f"<{k}>") for n, k in chosen.slots.items()}
    made = Turn(request, chosen.write(turn.command, more), chosen.write(turn.template, shown))
    return made, {**drawn, **{"with " + n: v for n, v in more.items()}}


def single(intent: Intent, rng: random.Random, composition: float = 0.18) -> Example:
    system = rng.choice(fitting(intent))
    turn, drawn = one_turn(intent, system, rng)
    if rng.random() < composition:
        turn, drawn = composed(intent, turn, drawn, system, rng)
    return example(system, [finish(turn, drawn, rng)], intent.domain, rng)


def example(system: str, turns: list[Turn], domain: str, rng: random.Random, context: str = "") -> Example:
    return Example(systems.text(system, [t.command for t in turns], rng), turns, domain, context)


@dataclass
class State:
    """What a conversation is at: an intent's command or a follow-up's, its values, and what was put on top of it."""

    intent: Intent
    command: str
    slots: dict[str, Slot]
    drawn: dict[str, values.Value]
    pipeline: tuple = ()
    followed: bool = False

    def written(self) -> str:
        text = fill(self.command, self.drawn, None)
        for operator, more in self.pipeline:
            text = operator.write(text, more)
        return text

    def shape(self) -> str:
        text = template(self.command, self.slots)
        for operator, _ in self.pipeline:
            text = operator.write(text, {n: values.Value(f"<{k}>") for n, k in operator.slots.items()})
        return text

    def stands(self) -> bool:
        """Whether all that was put on top still fits, one after the other."""
        text = fill(self.command, self.drawn, None)
        for operator, more in self.pipeline:
            if not operator.fits(text):
                return False
            text = operator.write(text, more)
        return not SENSELESS.search(text)


def followed(state: State, system: str, rng: random.Random) -> tuple[str, State] | None:
    """One of the intent's follow-ups: they say what comes after its usual command, with nothing on top."""
    intent = state.intent
    if not intent.follow_ups or state.followed or state.pipeline or system in intent.variants:
        return None
    follow = rng.choice(intent.follow_ups)
    slots = {**state.slots, **follow.slots}
    kept = {n: v for n, v in state.drawn.items() if n not in names_in(follow.phrasing, follow.slots) or n in names_in(state.command, slots)}
    drawn = draw(follow.slots, rng, kept)
    request = again(fill(reworded(phrases.say(follow.phrasing, rng), rng), drawn, rng), rng)
    return request, dataclasses.replace(state, command=follow.command, slots=slots, drawn=drawn, followed=True)


def revalued(state: State, rng: random.Random) -> tuple[str, State] | None:
    """The same with another value."""
    names = names_in(state.command, state.slots)
    changeable = sorted(n for n in names if state.slots[n].kind in INSTEAD_OF)
    if not changeable:
        return None
    name = rng.choice(changeable)
    slot, old = state.slots[name], state.drawn[name]
    if slot.kind in RISING and any(state.slots[other].kind == slot.kind for other in names - {name}):
        return None  # the second of two lies behind the first
    fresh = old
    while fresh.written == old.written:
        fresh = values.draw(rng, slot.kind, slot.argument)
    ways = INSTEAD_OF[slot.kind] if rng.random() < 0.6 else ANY_INSTEAD
    if any(alike(slot.kind, state.slots[other].kind) or slot.kind in PATHS and "/" in state.drawn[other].written and state.slots[other].kind.startswith("=") for other in names - {name}):
        ways = [way for way in ANY_INSTEAD if "{old}" in way]
    if slot.kind == "port" and ways is ANY_INSTEAD:  # a bare number says little
        ways = [way if "{old}" in way else way.replace("{}", "port {}") for way in ways]
    request = rng.choice(ways).replace("{old}", old.say(rng)).replace("{}", fresh.say(rng))
    return request, dataclasses.replace(state, drawn={**state.drawn, name: fresh})


def operated(state: State, system: str, rng: random.Random) -> tuple[str, State] | None:
    """Something on top: its marks say nothing of another program that a follow-up runs."""
    current = state.written()
    if program(state.command) != program(state.intent.on(system)):
        return None
    operators = compose.applicable(state.intent, current, True, system)
    operators = [o for o in operators if all(o.name != done.name for done, _ in state.pipeline)]
    if not operators:
        return None
    chosen = rng.choice(operators)
    more = compose.draw(chosen, rng)
    request = again(compose.spoken(rng.choice(chosen.asked), "", more, rng), rng)
    drawn = {**state.drawn, **{f"with {chosen.name} {n}": v for n, v in more.items()}}
    return request, dataclasses.replace(state, drawn=drawn, pipeline=(*state.pipeline, (chosen, more)))


def begun(intent: Intent, system: str, rng: random.Random) -> tuple[Turn, State]:
    turn, drawn = one_turn(intent, system, rng)
    return turn, State(intent, intent.on(system), dict(intent.slots), drawn)


def session(intent: Intent, others: list[Intent], rng: random.Random) -> Example:
    """A first turn and one to three more: refined, repeated elsewhere, or something new."""
    system = rng.choice(fitting(intent))
    turn, state = begun(intent, system, rng)
    turns = [finish(turn, state.drawn, rng)]
    for _ in range(rng.choice([1, 1, 1, 2, 2, 3])):
        chance = rng.random()
        following = followed(state, system, rng) if chance < 0.36 else None
        following = following or (revalued(state, rng) if chance < 0.62 else None)
        following = following or (operated(state, system, rng) if chance < 0.9 else None)
        if following and following[1].stands() and following[1].written() != state.written() and system in systems.working(following[1].shape()):
            request, state = following
            turns.append(finish(Turn(request, state.written(), state.shape()), state.drawn, rng))
            continue
        fresh = rng.choice(others)
        if system in fitting(fresh):
            turn, state = begun(fresh, system, rng)
            turns.append(finish(turn, state.drawn, rng))
    return example(system, turns, intent.domain, rng)
