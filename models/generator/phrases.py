"""Phrasings: `(a|b)`, `[x]`, `%macro`, and the registers in which people type."""

import random
import re
from functools import cache

# A set of words that stands for an intention; the first is the commonest.
MACROS = {
    "show": "show|show|show|list|print|display|show me|give me|get|see|output",
    "list": "list|list|show|print|display|show me|give me|get",
    "find": "find|find|find|search for|look for|locate|show me|list|get me",
    "which": "which|what",
    "delete": "delete|delete|remove|remove|get rid of|erase|drop",
    "create": "create|create|make|add|set up",
    "start": "start|start|launch|bring up|run",
    "stop": "stop|stop|shut down|halt|bring down",
    "restart": "restart|restart|bounce|reboot",
    "kill": "kill|kill|terminate|stop|end",
    "check": "check|check|see|show|tell me|verify",
    "count": "count|count|how many are|number of|give me the number of|tell me the number of",
    "change": "change|set|switch|update",
    "copy": "copy|copy|cp|duplicate",
    "move": "move|move|mv|transfer",
    "install": "install|install|add|get|set up",
    "download": "download|download|fetch|get|grab|pull",
    "run": "run|run|execute|start|launch",
    "howdoi": "how do I|how do I|how can I|how to|what is the command to|how would I|command to",
    "want": "I want to|I need to|I'd like to|I have to|please|can you|could you|help me|let's|pls",
    "all": "all|all|every|all the|all of the",
    "replace": "replace|replace|substitute|change|swap",
    "compress": "compress|compress|pack|archive|zip up",
    "extract": "extract|extract|unpack|decompress|uncompress|untar",
    "watch": "watch|follow|monitor|keep an eye on",
    "dir": "directory|folder|dir",
    "dirs": "directories|folders|dirs",
    "biggest": "biggest|largest",
    "machine": "machine|system|server|host|computer|box",
}
TOKEN = re.compile(r"\{[^{}]*\}|\\.|%[a-z]+|[()\[\]|]|[^\\%()\[\]|{]+|%|{")


class PhrasingError(ValueError):
    pass


@cache
def parse(text: str):
    """A phrasing as nested choices: a list of parts, each a text or ('choice', [parts, ...])."""
    tokens = TOKEN.findall(text)
    position = 0

    def sequence(closing: str | None):
        nonlocal position
        options, parts = [], []
        while position < len(tokens):
            token = tokens[position]
            position += 1
            if token in ("(", "["):
                inner = sequence(")" if token == "(" else "]")
                if token == "(" and len(inner) == 1:  # nothing to choose from: brackets as people type them
                    parts += ["(", *inner[0], ")"]
                    continue
                parts.append(("choice", inner + ([[]] if token == "[" else [])))
            elif token == closing:
                return options + [parts]
            elif token == "|" and closing:
                options.append(parts)
                parts = []
            elif token in (")", "]"):
                raise PhrasingError(f"{text}: a {token} too many")
            elif token.startswith("%") and token[1:] in MACROS:
                parts.append(("choice", [[word] for word in MACROS[token[1:]].split("|")]))
            elif len(token) > 1 and token.startswith("%") and token[1:].isalpha():
                raise PhrasingError(f"{text}: {token} (expected: one of {', '.join(sorted(MACROS))})")
            else:
                parts.append(token[1] if token.startswith("\\") else token)
        if closing:
            raise PhrasingError(f"{text}: a {closing} is missing")
        return options + [parts]

    return sequence(None)[0]


def expand(parts, rng: random.Random) -> str:
    return "".join(p if isinstance(p, str) else expand(rng.choice(p[1]), rng) for p in parts)


def say(phrasing: str, rng: random.Random) -> str:
    return re.sub(r" +", " ", expand(parse(phrasing), rng)).strip()


def ways(phrasing: str) -> int:
    """How many different texts a phrasing gives."""

    def count(parts) -> int:
        result = 1
        for part in parts:
            if not isinstance(part, str):
                result *= sum(count(option) for option in part[1])
        return result

    return count(parse(phrasing))


POLITE = ["please {}", "can you {}", "could you {}", "could you please {}", "can you {} please", "{} please", "I want to {}", "I need to {}", "how do I {}", "how do I {}", "how can I {}", "how to {}", "how to {}", "command to {}", "what's the command to {}", "i'd like to {}", "help me {}", "pls {}", "hey, {}", "quickly {}", "{} for me", "bash command to {}", "{}, thanks", "is there a way to {}", "what do i type to {}", "I'm trying to {}", "trying to {}", "how would you {}", "need to {}", "gotta {}", "we need to {}", "I have to {}", "show me how to {}", "tell me how to {}", "what command lets me {}", "which command do I use to {}", "I forgot how to {}", "remind me how to {}", "give me a command to {}", "command that will {}", "one-liner to {}", "let's {}", "now {}", "next, {}", "I must {}", "I want you to {}", "what is the best way to {}", "how does one {}", "what's the easiest way to {}", "would you {}", "i wanna {}", "the goal: {}", "looking for a way to {}"]
IMPERATIVES = set("show list print display give get see output find search look locate delete remove erase create make add set start launch run stop shut halt restart reboot kill terminate check verify count change switch update copy duplicate move transfer install download fetch grab pull execute replace substitute swap compress pack archive extract unpack decompress watch follow monitor sort rename convert open close enable disable turn build push tag clone commit merge tail follow cancel submit mount unmount format split join merge compare encrypt decrypt sign export import upload sync ping test look scan dump back restore undo revert reset drain cordon scale roll attach detach connect disconnect allow deny block write append edit query measure benchmark profile compile put send resume pause load unload free empty truncate apply describe ask tell read use reload go search strip trim wait resolve trace limit schedule lock unlock pin upgrade downgrade purge inspect forward rebase stash cherry-pick squash initialize init generate view extract clear clean exclude ignore keep number reverse shuffle repeat append".split())
BEFORE = ["hey, {}", "hi, {}", "hi! {}", "hello, {}", "ok, {}", "ok so {}", "quick one: {}", "quick question, {}", "so, {}", "sorry, {}", "new to linux, {}", "morning, {}", "next: {}", "urgent: {}", "now {}", "i need this: {}", "task: {}", "linux: {}", "terminal: {}", "hmm, {}", "um {}", "any chance to get this: {}", "for the report: {}", "my boss asks: {}", "one more: {}"]
AFTER = ["{}, thanks", "{} thx", "{}, cheers", "{} asap", "{} right now", "{} on this box", "{} on this machine", "{} on the server", "{} real quick", "{}, if possible", "{}, pls", "{} please!", "{}, i keep forgetting how", "{} - how?", "{}, what do i type", "{}, which command is that", "{}. command?", "{}, as a one-liner", "{}, just the command", "{}, can't remember the flags", "{} from the shell", "{} on linux", "{} in the terminal", "{}, no idea how", "{}, need it for a ticket", "{} ..."]
TYPO_SAFE = re.compile(r"[a-z]{5,}")
WORDS_TOO = set("tree three there quite quiet trail trial stat star plan pain save sever back crate uses posts pots post cart tale sell ties race dive very lies fund trip seed cold pace form from sore hots lest tag pint cater rage hash moth".split())  # a slip that is a word misleads
SHORT_BEFORE = [way for way in BEFORE if not re.match(r"task|linux|terminal|new to|i need this|any chance|for the report|my boss|now", way)]


ASKS = re.compile(r"(?i)(?:how|what|which|where|who|is|are|can|could|does|do|did|was|when|why)\b")


def typo(text: str, keep: list[str], rng: random.Random) -> str:
    """One slip in a longer word that is no value."""
    spots = [m for m in TYPO_SAFE.finditer(text) if "count" not in m.group() and not any(m.group() in k for k in keep) and (m.start() == 0 or text[m.start() - 1] == " ") and (m.end() == len(text) or text[m.end()] in " ,?")]
    if not spots:
        return text
    spot = rng.choice(spots)
    word, at = spot.group(), rng.randint(1, len(spot.group()) - 2)
    slip = rng.choice([word[:at] + word[at + 1] + word[at] + word[at + 2 :], word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]])
    return text if slip in IMPERATIVES or slip in WORDS_TOO else text[: spot.start()] + slip + text[spot.end() :]


# What comes about where words meet values that bring their own: `the {dir} folder` with "the src folder".
TIDY = [(re.compile(pattern), put) for pattern, put in [
    (r"\b(?:the|a|an|my) (?=(?:the|my|this|all the|every|each) )", ""),
    (r"\b((?:current|home|[\w./~-]+) (?:directory|folder|dir)) (?:directory|folder|dir)(?= |$|[,.:?])", r"\1"),
    (r"\b(in|under|within|from|below|to|inside|at|beneath|of|for) (?:the )?(?:folder|directory|dir|path|folders|directories|dirs|paths) (?=(?:the|this|my) (?:[\w./~-]+ )?(?:directory|folder|dir)|here\b|my home)", r"\1 "),
    (r"\b(?:the )?here (?:directory|folder|dir)\b", "this directory"),
    (r"\b(?:in|under|within|inside|below|at|beneath) here\b", "here"),
    (r"([\"'])((?:the|this|my) (?:[\w./~-]+ )?(?:directory|folder|dir)|here|home|my home)\1", r"\2"),
    (r"\b(see|list|display|output|print) me\b", r"\1"),
    (r"\b(the (?:literal |fixed )?(?:text|string|word|pattern|phrase)) the (?:string|word|text) ", r"\1 "),
    (r"\b(me (?:get|find|show|give|make|let)) me\b", r"\1"),
    (r"\b(show|give|get|tell) me me\b", r"\1 me"),
    (r"\buse find to use xargs to\b", "use find and xargs to"),
    (r"\b(?:(?:right )?here|(?:the )?(?:folder|directory) I'm in) (?:directory )?(tree|hierarchy)\b", r"the current directory \1"),
    (r"\bthe here\b(?! (?:directory|folder|dir)\b)", "here"),
    (r"\ball (?:the )?(everything|every|all (?=\w+s\b))", r"\1"),
    (r"\bthe (everything|all (?=files|entries|that)|what)\b", r"\1"),
    (r"\b(detailed|full|complete) (?:full |complete )?details\b", r"full details"),
    (r" +,", ","),
]]


DOUBLED = re.compile(r"(?<![\w./'\"-])([A-Za-z]+) \1(?![\w/'\"-]|\.\w)")


def doubled(text: str, command: str) -> str | None:
    """A word that stands twice in a row without being one of the command's."""
    return next((m.group(1) for m in DOUBLED.finditer(text) if not re.search(rf"\b{m.group(1)}\b", command)), None)


def tidy(text: str, command: str) -> str:
    before = ""
    while text != before:  # what one of them puts right may be for another
        before = text
        for pattern, put in TIDY:
            text = pattern.sub(put, text)
    while (word := doubled(text, command)) and word not in ("up", "not", "that", "had"):
        text = re.sub(rf"\b{word} {word}\b", word, text, count=1)
    return text


def register(text: str, values: list[str], rng: random.Random, polite: bool = True) -> str:
    """The same request, more or less politely (where it may be), tersely, carefully typed. `values`, the command and what it was drawn from, are left alone."""
    first, second = [*text.lower().split(" ", 2), ""][:2]
    if polite and first in IMPERATIVES and not re.search(r"\b(?:instead|rather than)\b", text) and second not in ("me", "us") and second not in ("of", "for", "from", "in", "is", "files:", "status", "request", "requests", "log", "logs", "point", "points", "of:") and rng.random() < 0.2:
        text = rng.choice(POLITE).replace("{}", text)
    elif rng.random() < 0.08:
        shorter = re.sub(r"(?<![\w/.-])(the|a|an|my) (?=\w)", lambda m: m.group() if rng.random() < 0.35 else "", text)
        text = shorter if all(v in shorter for v in values if v in text) and len(shorter.split()) > 1 else text
    clutter = rng.random()
    if clutter < 0.06:
        text = rng.choice(BEFORE if len(text.split()) > 4 and not ASKS.match(text) else SHORT_BEFORE).replace("{}", re.sub(r"^(?:hey|now|next|quickly|please|pls),? ", "", text))
    elif clutter < 0.12:
        text = rng.choice([way for way in AFTER if (polite or not re.match(r"\{\} (?:on|in|from) ", way)) and ("please" not in text or "pl" not in way) and not ("how" in text and "how" in way)]).replace("{}", text.rstrip(".?!"))
    chance = rng.random()
    if chance < 0.12 and text[0].islower() and not any(v.startswith(text.split(" ", 1)[0].rstrip(",:")) for v in values):
        text = text[0].upper() + text[1:]
    elif chance > 0.92 and not any(text.startswith(v) for v in values):
        text = text[0].lower() + text[1:]
    if chance < 0.06 and text[-1].isalnum():
        text += "?" if re.match(r"(?i)(how|what|which|where|who|is|are|can|could|does|do|when|why)\b", text) else "."
    elif re.match(r"(?i)(how|what|which|where|who|is|are|can|could|does|do)\b", text) and rng.random() < 0.35 and text[-1].isalnum():
        text += "?"
    text = tidy(text, values[0])
    return typo(text, values, rng) if rng.random() < 0.07 else text
