"""The same request in other words: exchanges that keep its meaning, from `wordings.txt`, and other orders of its parts."""

import random
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

FIRST = 0xE000  # slots and protected words become private characters while the words around them change
SLOT = re.compile(r"\{[^{}]*\}")
LATER = re.compile(r"^(.{8,}?)(?<!they're)(?<!it's)(?<! is)(?<! are)(?<! was)(?<! be)(?<! what)(?<! that)(?<! them)(?<! it)(?<! this)(?<! those)(?<! these),? ((?:in|under|on|inside|within|for) (?:the |my )?(?:(?:directory|folder|namespace|host|server|file|repo|branch|node|container) )?[\ue000-\ue0ff])$")
SHOWING = re.compile(r"^(?:show|list|display|print|show me|give me) (?=\w+ )(?!(?:the|me|all|out|in)\b)")
BOUND = "".join(f"(?<!{word} )" for word in "ending end written them log logged check hidden found begins ends expressed no not now command cmd one new".split())  # their `in` stays
VERBS = r"(?:(?<=^)|(?<=to )|(?<=and )|(?<=then )|(?<=please )|(?<=you )|(?<=, )|(?<=: ))"


@cache
def rules() -> dict[str, list[tuple[re.Pattern, list[str]]]]:
    """Exchanges by the first word (or the slot, `$`) that they need."""
    found, verbs = defaultdict(list), False
    for line in (Path(__file__).parent / "wordings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            verbs = line == "# verbs"
            continue
        key, arrow, options = line.partition(" => ")
        if not arrow:
            raise ValueError(f"wordings.txt: {line} (expected: words => words | words)")
        pattern = re.escape(key).replace(r"\$", "([\ue000-\ue0ff])")
        tail = r"(?! (?:out|up|in|off|down|on|over|back|me|for|from|it|them|of|policy)\b)" if verbs and " " not in key else r"(?! from\b)" if verbs else r"(?! (?:bandwidth|clocks?)\b)" if key == "memory" else ""
        pattern = (VERBS if verbs else r"(?<![\w/.-])") + (BOUND if key.startswith(("in ", "more than", "less than", "and ", "line")) else "") + pattern + r"(?![\w/'-]|\.\w)" + (r"(?= [\w\ue000-\ue0ff])" if key.endswith(" is") else "") + tail
        first = next((word for word in key.split() if word != "$"), "$")
        found[first].append((re.compile(pattern), [o.strip() for o in options.split("|")]))
    return found


def put(option: str, slots: tuple[str, ...]) -> str:
    """`$` takes the slots in turn, `$2` the second."""
    turn = iter(slots)
    return re.sub(r"\$(\d?)", lambda m: slots[int(m.group(1)) - 1] if m.group(1) else next(turn), option)


PLACES = re.compile(r"(?<!ending\\ )\b(?:in|under|inside|from|follow)\\ \(")  # exchanges of these words are for places alone
PLACE = re.compile(r"\{(?:dir|folder|file|path|newdir)\d*\}|\{\w+:(?:dir|folder|file|path|newdir)\b.*|[^{\s]*[/.][^\s}]*")


def fits(pattern: re.Pattern, text: str, kept: list[str]) -> bool:
    match = pattern.search(text)
    if not match or not PLACES.search(pattern.pattern):
        return bool(match)
    return all(PLACE.fullmatch(kept[ord(slot) - FIRST]) for slot in match.groups())


def exchanged(text: str, rng: random.Random, times: int, hide, kept: list[str]) -> str:
    for _ in range(times):
        words = set(re.findall(r"[\w'/]+", text))
        fitting = [(p, o) for word in sorted(words) for p, o in rules().get(word, ()) if fits(p, text, kept)]
        if not fitting:
            break
        pattern, options = rng.choice(fitting)
        text = pattern.sub(lambda m: hide(put(rng.choice(options), m.groups())), text, count=1)
    return text


def reordered(text: str, rng: random.Random) -> str:
    """The place or the object first; a list by its noun alone."""
    chance = rng.random()
    if chance < 0.12 and (match := LATER.match(text)):
        return f"{match.group(2)}{rng.choice([', ', ': ', ' ', ' - '])}{match.group(1)}"
    if 0.12 <= chance < 0.2:
        return SHOWING.sub("", text)
    return text


def reworded(text: str, rng: random.Random, protected: re.Pattern = SLOT, whole: bool = True) -> str:
    """What `protected` finds stays as it is; what was exchanged is not exchanged again. Only what is `whole` is put in another order."""
    kept: list[str] = []

    def hide(words: str) -> str:
        kept.append(words)
        return chr(FIRST + len(kept) - 1)

    if "\n" in text or len(protected.findall(text)) > 200:
        return text
    text = protected.sub(lambda m: hide(m.group()), text)
    text = exchanged(text, rng, rng.choice([0, 0, 0, 0, 0, 1, 1, 1, 2]), hide, kept)
    text = reordered(text, rng) if whole else text
    while re.search("[\ue000-\ue0ff]", text):
        text = re.sub("[\ue000-\ue0ff]", lambda m: kept[ord(m.group()) - FIRST], text)
    return text


def words_of(command: str) -> re.Pattern:
    """Finds what a command took over from its request, and all that is no plain word."""
    words = {w for w in re.findall(r"[\w.:/@*%+-]+", command) if len(w) > 1}
    return re.compile(r"\"[^\"]*\"|'[^']*'|\S*[^\sa-z,.?!:;()'-]\S*|(?<![\w.-])(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")(?![\w-])")
