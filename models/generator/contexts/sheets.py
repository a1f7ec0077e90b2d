"""Tables with many ways to choose rows: the one with the most, those that are broken, all but one ..."""

import re
from dataclasses import dataclass
from typing import Callable

from .. import phrases, values
from . import Question, SCENES
from .conditions import ADJUNCTS, conditions
from .tables import SIGNS, STATE_WORDS, amounts, duration, fragment, owner_of, prompt, quantity, row_count, table, twin


def either(text: str) -> list[str]:
    """Split at bars that stand in no brackets."""
    return re.split(r"\|(?![^()]*\))", text)


def any_of(words: str) -> str:
    """One of several; brackets around a single one would stand for themselves."""
    return f"({words})" if "|" in words else words


ONE = either("""the {v} one|the {v} {n}|the {n} that is {v}|the one that's {v}|whichever is {v}|whichever {n} is {v}|the only {v} {n}|the one which is {v}|whatever is {v}|the single {v} {n}|that {v} one|that {v} {n}|the {n} listed as {v}|the {n} shown as {v}|the one marked {v}|the one {n} that's {v}|the {v} {n} there|the {v} {n} in that list""")
MANY = either("""{v} {ns}|all {v} {ns}|every {v} {n}|all the {ns} that are {v}|the {ns} which are {v}|the {v} ones|all {v} ones|everything that is {v}|whatever is {v}|each {n} that's {v}|those that are {v}|all those {v} {ns}|the {v} {ns}|those {v} {ns}|anything {v}|any {n} that's {v}|every one that is {v}|the {v} {ns} in the list|all that's {v}""")
NOT = either("everything that is not {v}|all {ns} that aren't {v}|whatever isn't {v}|the {ns} that are not {v}|all the ones not {v}|every {n} that isn't {v}|all but the {v} ones|the ones that aren't {v}|anything not {v}")
NOT_ONE = either("the one that is not {v}|the {n} that isn't {v}|whichever {n} isn't {v}|the only one not {v}|whatever isn't {v}|the {n} which is not {v}")
BAD_ONE = either("the broken one|the broken {n}|the failing {n}|the bad one|the {n} in trouble|the one in trouble|the unhealthy one|the {n} that isn't healthy|the {n} that has problems|the problem {n}|the misbehaving {n}|whatever is broken|whatever is failing|whichever is broken|the one that isn't ok|the one that has a problem|the one that went wrong|the sick one|the troublemaker|the culprit")
BAD_MANY = either("the broken ones|all broken {ns}|every failing {n}|whatever is broken|everything that is failing|the unhealthy ones|all {ns} in trouble|the bad {ns}|the {ns} with problems|all the misbehaving {ns}|everything that isn't healthy|the problem {ns}")
MOST = either("""the {n} with the (most|highest|largest|greatest) {w}|the one with the (most|highest|biggest) {w}|whichever {n} has the (most|highest) {w}|the {n} that has the most {w}|the top {n} by {w}|the one that has the most {w}|whatever has the highest {w}|the one where {w} is highest|the {n} whose {w} is (highest|the highest|the greatest)|the number one in {w}|the {n} leading in {w}|the one with more {w} than any other|the {n} with the max {w}|the one with the maximum {w}|the highest {w} {n}|the one topping the list in {w}""")
LEAST = either("""the {n} with the (least|lowest|smallest) {w}|the one with the (least|lowest|smallest) {w}|whichever {n} has the (least|lowest) {w}|the one that has the least {w}|the {n} whose {w} is lowest|the {n} with the minimum {w}|the lowest {w} {n}|the one where {w} is lowest""")
SECOND = either("the second (highest|biggest) by {w}|the {n} with the second highest {w}|the runner-up in {w}|number two in {w}|the one with the second most {w}|the {n} that comes second in {w}")
TOP2 = either("the two {ns} with the (most|highest) {w}|the top two by {w}|the two with the (highest|most) {w}|the top 2 {ns} in {w}|both {ns} with the highest {w}|the 2 with the most {w}")
OVER = either("everything (over|above) {t} {w}|all {ns} with more than {t} {w}|every {n} (above|over) {t} {w}|whatever has more than {t} {w}|the {ns} with over {t} {w}|all {ns} (over|above) {t} {w}|those with more than {t} {w}|anything (above|over) {t} {w}|each {n} that has more than {t} {w}|the ones beyond {t} {w}")
OVER_ONE = either("the only {n} (over|above) {t} {w}|the one with more than {t} {w}|the {n} (above|over) {t} {w}|whatever is over {t} {w}|the {n} that has more than {t} {w}|the single one above {t} {w}|whichever {n} exceeds {t} {w}")
NAMED = either("the {v} one|the {n} {v}|{v}|the one with {v} in it|{v}, the {n}|the {n} called {v} something|the {n} whose name has {v}|the {n} with {v} in its name|that {v} {n}|the {v} {n}|our {v} {n}|just the {v} one|only {v}|the {v} thing")
TWO = either("{v} and {u}|the {v} and the {u} one|both {v} and {u}|the {v} and {u} {ns}|{v} as well as {u}|{v} plus {u}|the {ns} {v} and {u}|{v} {u}|{v}, {u}")
BUT = either("everything (except|but) {v}|all {ns} except {v}|all but {v}|every {n} other than {v}|all of them except {v}|the rest, not {v}|all {ns} apart from {v}|everything besides {v}|each {n} but {v}|all of these but keep {v} out of it")
OF = either("the {ns} of {v}|everything of {v}|all the {ns} of {v}|{v}'s {ns}|whatever belongs to {v}|all of {v}'s {ns}|all {v} {ns}|the ones of {v}|everything {v} has there|the {ns} belonging to {v}|all that is {v}'s|{v}'s stuff")
OF_ONE = either("the {n} of {v}|the one of {v}|{v}'s {n}|the {n} that belongs to {v}|the one {v} has|the only {n} of {v}|the single {n} of {v}|the one belonging to {v}")
OF_STATE = either("the {v} {ns} of {u}|{u}'s {v} {ns}|all {v} {ns} of {u}|the ones of {u} that are {v}|everything of {u} that is {v}|whatever of {u}'s is {v}|all {ns} that belong to {u} and are {v}")
OF_STATE_ONE = either("the {v} {n} of {u}|{u}'s {v} {n}|the one of {u} that's {v}|the {n} of {u} which is {v}|{u}'s one that is {v}|{u}'s {n} that is {v}")
SINGLE = either("it|this|that|this {n}|that {n}|this one|the {n}|the one shown|the {n} in that line|that single {n}|the one I found")
BAD_IT = either("it|that|that one|this|that {n}")
ALL = either("all of them|all of these|everything in that list|every one of them|the whole lot|all the {ns} listed|everything listed there|each of these|all {ns} shown|every {n} in the list|all the {ns} above|them all|these {ns}|those {ns}|the lot|every single one")
UNDER = either("everything (under|below) {t} {w}|all {ns} with less than {t} {w}|every {n} (below|under) {t} {w}|whatever has less than {t} {w}|those with less than {t} {w}|anything (below|under) {t} {w}")
UNDER_ONE = either("the only {n} (under|below) {t} {w}|the one with less than {t} {w}|whatever is under {t} {w}|the {n} that has less than {t} {w}|the single one below {t} {w}|whichever {n} stays below {t} {w}")
STATE_BUT = either("everything but the {v} (one|{n})|all of them but not the {v} one|all {ns} except the {v} one|everything besides the {v} {n}|the others, not the {v} one|all but the {v} one")
STATES_BUT = either("everything but the {v} ones|all {ns} except the {v} ones|whatever isn't {v}|everything apart from the {v} {ns}|the rest, I mean not the {v} ones|all but what is {v}")
EITHER = either("the {v} and the {u} ones|everything {v} or {u}|all {ns} that are {v} or {u}|whatever is {v} or {u}|both the {v} and {u} {ns}|anything either {v} or {u}|the {v} {ns} and the {u} ones as well")
AMONG_MOST = either("the {v} {n} with the (most|highest) {w}|of the {v} ones the one with the most {w}|among the {v} {ns} the one with the highest {w}|out of the {v} ones, the one with the most {w}|whichever {v} {n} has the most {w}")
AMONG_OWN = either("{u}'s {n} with the (most|highest) {w}|of {u}'s {ns} the one with the most {w}|the one of {u} with the highest {w}|whichever of {u}'s has the most {w}|among those of {u} the one with the most {w}")
GROUP = either("all {v} {ns}|the {v} {ns}|every {v} {n}|everything named {v}|whatever starts with {v}|the {v} ones|all the {ns} of {v}|both and all {v} {ns}|every {n} with {v} in its name|all {v}|anything called {v}-something|the whole {v} bunch")[:7] + either("every {n} with {v} in its name|anything called {v}-something|the whole {v} bunch|each {v} {n}")
AGES = {
    "old": (
        either("the oldest one|the oldest {n}|the {n} that is around longest|the one that was created first|whichever is oldest|the {n} with the highest age|the one that has been there longest|the most ancient one|the {n} that exists longest|the eldest of them|the {n} created before all others"),
        either("the newest one|the newest {n}|the youngest {n}|the most recent {n}|the latest {n}|the one created last|whichever is newest|the one that appeared last|the most recently created one|the freshest one|the {n} that just came up|the youngest of them|the one that was started last|the new one"),
        either("all {ns} older than {t}|everything older than {t}|those that are more than {t} old|the ones created more than {t} ago|every {n} that has been around for more than {t}|whatever is older than {t}|anything over {t} old|the {ns} that exist for more than {t}"),
        either("the only {n} older than {t}|the one that is more than {t} old|whatever is older than {t}|the {n} created more than {t} ago|the one older than {t}|the {n} that's over {t} old"),
        either("all {ns} younger than {t}|everything newer than {t}|those less than {t} old|the ones created within the last {t}|every {n} that is not even {t} old|whatever is younger than {t}|anything under {t} old|the {ns} of the last {t}"),
        either("the only {n} younger than {t}|the one that is less than {t} old|whatever is newer than {t}|the {n} created less than {t} ago|the one that isn't {t} old yet|the {n} from the last {t}"),
    ),
    "run": (
        either("the longest running one|the longest running {n}|the {n} that has been running longest|the one that runs longest|whichever has run for the longest time|the {n} with the most run time|the one with the longest time|the one that has been at it the longest|the {n} that takes forever|the one running for ages|the {n} with the highest elapsed time|the one that was started first"),
        either("the one that started most recently|the {n} that was started last|the most recently started one|the one that only just started|the {n} with the shortest run time|the one running the shortest|the shortest running {n}|the latest one to start|whichever has run the least time"),
        either("all {ns} running for more than {t}|everything that has been running over {t}|those that run longer than {t}|every {n} with more than {t} of run time|whatever has been going for more than {t}|anything running longer than {t}|the ones past {t}"),
        either("the only {n} running for more than {t}|the one that has run over {t}|whatever runs longer than {t}|the {n} with more than {t} of run time|the one that is past {t}|the {n} running over {t}"),
        either("all {ns} running for less than {t}|everything that has run under {t}|those that started less than {t} ago|every {n} with less than {t} of run time|whatever has been running for under {t}|anything running shorter than {t}"),
        either("the only {n} running for less than {t}|the one that has run under {t}|the {n} that started less than {t} ago|the one with less than {t} of run time|the {n} not yet running for {t}"),
    ),
}
STEPS = {"1m": "a minute|60 seconds", "5m": "5 minutes|five minutes", "10m": "10 minutes|ten minutes", "30m": "30 minutes|half an hour|30 min", "1h": "an hour|1 hour|60 minutes", "2h": "2 hours|two hours", "4h": "4 hours|four hours", "6h": "6 hours|six hours", "8h": "8 hours|eight hours", "12h": "12 hours|half a day", "1d": "a day|24 hours|one day", "2d": "2 days|two days|48 hours", "3d": "3 days|three days", "7d": "a week|7 days|one week", "14d": "two weeks|14 days|2 weeks", "30d": "30 days|a month", "60d": "two months|60 days", "90d": "90 days|three months", "180d": "half a year|180 days|six months", "365d": "a year|one year|365 days",
         "500Mi": "500Mi|500 MiB|500Mi of", "1000Mi": "1000Mi|1000 MiB", "2000Mi": "2000Mi|2000 MiB", "500MB": "500MB|500 MB|half a gig|500 megs", "1GB": "1GB|1 GB|a gigabyte|a gig", "2GB": "2GB|2 GB|two gigs", "5GB": "5GB|5 GB", "10000 MiB": "10000 MiB|10 GB", "40000 MiB": "40000 MiB|40 GB", "1000 MiB": "1000 MiB|a gigabyte"}
STEPS["500Mi"] = "500Mi|500 MiB"
PLACES = {0: "the first one|the first {n}|the {n} in the first row|the top one|the one at the top|the {n} at the top of the list|number one in the list|the topmost one|the very first {n}|the first entry", 1: "the second one|the second {n}|the {n} in row two|the 2nd one|number two in the list|the second entry|the second row|the one below the first", 2: "the third one|the third {n}|the 3rd one|number three in the list|the third entry|the {n} in row 3", -1: "the last one|the last {n}|the {n} in the last row|the bottom one|the one at the bottom|the {n} at the end of the list|the very last one|the last entry|the final {n}", -2: "the second to last one|the last but one|the one before the last|the {n} just above the last"}
FIRSTS = {2: "the first two|the first two {ns}|the top two rows|the upper two|the first 2|both at the top", 3: "the first three|the first three {ns}|the top three rows|the first 3", -2: "the last two|the last two {ns}|the bottom two|the last 2|the two at the bottom", -3: "the last three|the last three {ns}|the bottom three|the last 3"}


@dataclass(frozen=True)
class Col:
    """`kind`: key, number, state, owner or plain; `steps` are thresholds that people name."""

    title: str
    make: Callable
    kind: str = "plain"
    words: str = ""
    most: str = ""
    least: str = ""
    steps: str = ""
    right: bool = False


@dataclass(frozen=True)
class Sheet:
    tool: str
    noun: str
    plural: str
    columns: tuple[Col, ...]
    actions: str
    counts: tuple[int, ...] = (3, 4, 5, 6, 7, 8, 10, 14, 20)
    gap: int = 3
    header: float = 0.95
    top: Callable = lambda rng, rows: ""
    line: Callable | None = None
    order: int = -1
    fix: Callable | None = None  # (rng, titles, made): makes the columns of a row fit each other
    show: Callable | None = None  # (rng, titles, rows): the rows as they are printed
    more: Callable | None = None  # (rng, titles, made): further [(ways, rows)]
    bars: str = ""  # `command ~ state`, a line each: what is not done to rows in such a state
    placed: bool = True  # rows can be told by their place; not where others stand between them
    loose: bool = False  # whatever is in a namespace of its own


def K(title, make, right=False):
    return Col(title, make, "key", right=right)


def O(title, make):
    return Col(title, make, "owner")


def P(title, make, right=False):
    return Col(title, make, right=right)


def A(title, low, high, form, words="old", steps="", right=False):
    """A time in seconds: an age (`old`) or how long something runs (`run`); `form` writes it and `duration` reads it."""
    return Col(title, lambda rng: (low, high, form), "age", words, steps=steps, right=right)


def T(title, text, right=False):
    """States a line each: `value | words; words | one; one | many; many`, the commonest first, `!` before what is bad."""
    found = []
    for line in text.strip().splitlines():
        value, words, one, many = ([part.strip() for part in line.split("|")] + ["", "", ""])[:4]
        split = lambda part: [p.strip() for p in part.split(";") if p.strip()]
        found.append((value.lstrip("!"), "|".join(split(words)) or value.lstrip("!"), split(one), value.startswith("!"), split(many)))
    return Col(title, lambda rng: found, "state", right=right)


def N(title, words, low, high, form=lambda x: str(int(x)), most="", least="", steps="", right=False):
    return Col(title, lambda rng: (low, high, form), "number", words, most, least, steps, right)


def S(title, options, right=False):
    """value:words:phrases for one, semicolons between, the commonest first, `!` before what is bad."""
    found = []
    for option in options.split(";"):
        value, words, said = [*option.replace(": ", "\0 ").split(":"), "", ""][:3]
        found.append((value.lstrip("!").replace("\0", ":"), words or value, [s for s in said.split("|") if s], value.startswith("!"), []))
    return Col(title, lambda rng: found, "state", right=right)


LONGEST = 3700  # characters of a paste
MOST_ROWS = {"GPU": 8, "interface": 14, "route": 14, "neighbour": 30, "pool": 7, "stash": 10, "worktree": 10, "session": 12, "user": 18, "context": 12, "network": 16, "rule": 26, "environment": 14, "machine": 18, "instance": 10, "unit": 8, "project": 12, "snap": 18, "partition": 18, "connection": 16, "filesystem": 20, "mount": 24, "daemon set": 14, "stateful set": 14, "set": 14, "autoscaler": 16, "tag": 40, "commit": 40, "entry": 30, "branch": 40, "node": 45, "dataset": 30, "run": 30, "pull request": 30}
TWINNED = {"process", "job", "container", "service", "deployment", "node", "file", "folder", "volume", "secret", "configmap", "config map", "cronjob", "app", "program", "machine", "dataset", "namespace", "claim", "package", "branch", "image", "instance", "neighbour", "release", "timer", "session", "environment", "replica set", "connection", "autoscaler", "ingress"}


def row_limit(sheet: Sheet) -> int:
    few = max(sheet.counts) <= 5 and min(sheet.counts) == 1  # what there never is more of
    return max(sheet.counts) if few else MOST_ROWS.get(sheet.noun, 60)


def with_twins(rng, keys: list[str]) -> list[str]:
    """Some of the names replaced by such as look like others of them."""
    keys = list(keys)
    for _ in range(rng.choice([1, 1, 2, 3, 4]) if len(keys) > 3 else 0):
        i, j = rng.sample(range(len(keys)), 2)
        other = twin(rng, keys[i])
        if other and other not in keys:
            keys[j] = other
            if rng.random() < 0.5 and abs(i - j) > 1:  # near by
                k = i + 1 if i + 1 < len(keys) else i - 1
                keys[j], keys[k] = keys[k], keys[j]
    return keys


def spread(rng, options: list[str], count: int) -> list[str]:
    """States of many rows: most in the usual one, few in others; or mixed."""
    odd = rng.sample(options[1:], min(len(options) - 1, rng.choice([1, 1, 2, 2, 3])))
    if rng.random() < 0.25:
        row = [rng.choice([options[0]] * 2 + odd) for _ in range(count)]
        row[rng.randrange(count)] = odd[0]
        return row
    row, at = [options[0]] * count, rng.sample(range(count), count)
    for i, value in enumerate(odd):
        for _ in range(rng.choice([1, 1, 1, 2, 2, 3, 4, 5, 6]) if i == 0 else rng.choice([1, 1, 2, 3])):
            if len(at) > 2:
                row[at.pop()] = value
    return row


def filled(sheet: Sheet, rng, most: int = 60) -> list[list[str]]:
    most = min(most, row_limit(sheet))
    least = min(sheet.counts) if rng.random() < 0.09 else 4
    count, made = rng.choice([c for c in sheet.counts if c <= 4] or [min(sheet.counts)]) if least < 4 else row_count(rng, most, min(4, most)), []
    for column in sheet.columns:
        if column.kind == "number":
            low, high, form = column.make(rng)
            made.append([form(x) for x in amounts(rng, count, max(low, 0.001), high)])
        elif column.kind == "age":
            low, high, form = column.make(rng)
            drawn = [form(x) for x in amounts(rng, count, low, high)]
            made.append(drawn if rng.random() < 0.7 else [rng.choice(drawn[: max(1, count // 2)]) if rng.random() < 0.5 else x for x in drawn])
        elif column.kind == "key" and hasattr(column.make, "batch"):
            drawn = column.make.batch(rng, count)
            count = len(drawn)
            made = [m[:count] for m in made]
            made.append(with_twins(rng, drawn) if sheet.noun in TWINNED and rng.random() < 0.35 else drawn)
        elif column.kind == "state" and count > 8:
            made.append(spread(rng, [o[0] for o in column.make(rng)], count))
        elif column.kind == "state":
            options = column.make(rng)
            odd = rng.sample(options[1:], min(len(options) - 1, rng.choice([1, 1, 2])))
            row = [rng.choice([options[0][0]] * 3 + [o[0] for o in odd]) for _ in range(count)]
            if rng.random() < 0.5:
                row = [options[0][0]] * count
            row[rng.randrange(count)] = odd[0][0]
            made.append(row)
        elif column.kind == "key":
            seen: list[str] = []
            for _ in range(count * 40):
                fresh = column.make(rng)
                if fresh not in seen and not any((fresh.startswith(s) or s.startswith(fresh)) and len(s) > 3 and len(fresh) > 3 and not fresh.isdigit() for s in seen):
                    seen.append(fresh)
                if len(seen) == count:
                    break
            count = len(seen)
            made = [m[:count] for m in made]
            made.append(with_twins(rng, seen) if sheet.noun in TWINNED and rng.random() < 0.5 else seen)
        elif column.kind == "owner":
            pool = [column.make(rng) for _ in range(rng.choice([2, 3, 3, 4] if count < 9 else [3, 4, 5, 6, 8]))]
            made.append([rng.choice(pool[:2] if count > 12 and rng.random() < 0.5 else pool) for _ in range(count)])
        else:
            made.append([column.make(rng) for _ in range(count)])
    if sheet.fix:
        made = sheet.fix(rng, [c.title for c in sheet.columns], made)
    if sheet.order >= 0:
        at = sorted(range(count), key=lambda i: -quantity(made[sheet.order][i]))
        made = [[m[i] for i in at] for m in made]
    titles = [c.title for c in sheet.columns]
    if sheet.noun == "rule":
        keys = made[[c.kind for c in sheet.columns].index("key")]
        at = sorted(range(count), key=lambda i: int(keys[i]))
        made = [[m[i] for i in at] for m in made]
    if "Size" in titles and "Use%" in titles and not sheet.fix:
        sizes = [rng.choice([20, 50, 100, 200, 477, 916]) for _ in range(count)]
        shares = [int(u[:-1]) for u in made[titles.index("Use%")]]
        made[titles.index("Size")] = [f"{s}G" for s in sizes]
        made[titles.index("Used")] = [f"{s * u / 100:.0f}G" if s * u >= 1000 else f"{s * u / 100:.1f}G" for s, u in zip(sizes, shares)]
        made[titles.index("Avail")] = [f"{s * (100 - u) / 100:.0f}G" if s * (100 - u) >= 1000 else f"{s * (100 - u) / 100:.1f}G" for s, u in zip(sizes, shares)]
    if sheet.noun == "pod" and "READY" in titles and "STATUS" in titles and not sheet.fix:
        made[titles.index("READY")] = ["1/1" if s == "Running" else "0/1" for s in made[titles.index("STATUS")]]
    return made


def chosen(sheet: Sheet, made, rng) -> list[tuple[list[str], list[int]]]:
    count, found = len(made[0]), []
    keys = next(made[i] for i, c in enumerate(sheet.columns) if c.kind == "key")

    def put(ways, **words):
        found, ways = [], ways if isinstance(ways, list) else either(ways)
        if TRAILING.search(words.get("v", "")):  # `the pod stuck in init`, not `the stuck in init pod`
            ways = [way for way in ways if not re.search(r"\{v\} (?:ones?\b|\{ns?\})", way)] or ways
        for way in ways:
            way = way.replace("{ns}", sheet.plural).replace("{n}", sheet.noun)
            for name, value in words.items():
                way = way.replace("{" + name + "}", value)
            found.append(way)
        return found

    extra = lambda text: put([m.strip() for m in text.split(";") if m.strip()])
    states = []
    for at, column in enumerate(sheet.columns):
        cells = made[at]
        if column.kind == "number" and count > 2:
            amount = [quantity(c) for c in cells]
            order = sorted(range(count), key=lambda i: -amount[i])
            w = any_of(column.words)
            if amount[order[0]] > amount[order[1]]:
                found.append((put(MOST, w=w) + extra(column.most) * 4, [order[0]]))
                if column.most:
                    found.append((extra(column.most), [order[0]]))
            if amount[order[-1]] < amount[order[-2]] and cells[order[-1]]:
                found.append((put(LEAST, w=w) + extra(column.least) * 3, [order[-1]]))
            if count > 3 and amount[order[1]] > amount[order[2]]:
                found.append((put(SECOND, w=w), [order[1]]) if rng.random() < 0.5 and amount[order[0]] > amount[order[1]] else (put(TOP2, w=w), sorted(order[:2])))
            fitting = []
            for step in column.steps.split():
                rows = [i for i in range(count) if amount[i] > quantity(step)]
                said = any_of(STEPS.get(step, step))
                if 0 < len(rows) < count and len(rows) <= 5 and quantity(step) not in amount:
                    fitting.append((put(OVER if len(rows) > 1 else OVER_ONE, w=w, t=said), rows))
                rows = [i for i in range(count) if i not in rows and cells[i]]
                if 0 < len(rows) < count and len(rows) <= 5 and quantity(step) not in amount and rng.random() < 0.4:
                    fitting.append((put(UNDER if len(rows) > 1 else UNDER_ONE, w=w, t=said), rows))
            if fitting:
                found.append(rng.choice(fitting))
            for other, those in zip(sheet.columns, made):
                if other.kind in ("state", "owner") and rng.random() < 0.4:
                    value = rng.choice(those)
                    rows = sorted((i for i in range(count) if those[i] == value), key=lambda i: -amount[i])
                    if 1 < len(rows) < count and amount[rows[0]] > amount[rows[1]]:
                        if other.title in ADJUNCTS and other.kind == "owner":
                            continue
                        if other.kind == "owner":
                            found.append((put(AMONG_OWN, u=value, w=w), rows[:1]))
                        elif (words := next((o[1] for o in other.make(rng) if o[0] == value), "-")) != "-":
                            found.append((put(AMONG_MOST, v=any_of(words), w=w), rows[:1]))
        elif column.kind == "age" and count > 2:
            amount = [duration(c) for c in cells]
            order = sorted((i for i in range(count) if amount[i] > 0), key=lambda i: -amount[i])
            oldest, newest, over, over_one, under, under_one = AGES[column.words]
            if len(order) > 2:
                if amount[order[0]] > amount[order[1]]:
                    found += [(put(oldest), [order[0]])] * 2
                if amount[order[-1]] < amount[order[-2]]:
                    found += [(put(newest), [order[-1]])] * (2 if column.words == "old" else 1)
                fitting = []
                for step in column.steps.split():
                    limit = duration(step)
                    for rows, one, many in (([i for i in order if amount[i] > limit], over_one, over), ([i for i in order if amount[i] < limit], under_one, under)):
                        if 0 < len(rows) < count and len(rows) <= 5 and not any(0.93 < a / limit < 1.1 for a in amount):
                            fitting.append((put(many if len(rows) > 1 else one, t=any_of(STEPS.get(step, step))), sorted(rows)))
                found += rng.sample(fitting, min(2, len(fitting)))
        elif column.kind == "state":
            options = column.make(rng)
            bad = [i for i in range(count) if any(o[0] == cells[i] and o[3] for o in options)]
            if len(bad) == 1:
                found += [(put(BAD_ONE), bad), *([(put(BAD_IT), bad)] if count < 7 else [])]
            elif 1 < len(bad) < count and len(bad) <= 5:
                found.append((put(BAD_MANY), bad))
            if len(states) > 1 and rng.random() < 0.5:
                one, other = rng.sample(states, 2)
                if 2 <= len(one[1]) + len(other[1]) <= 6 and len(one[1]) + len(other[1]) < count:
                    found.append((put(EITHER, v=one[0], u=other[0]), sorted(one[1] + other[1])))
            for value, words, said, is_bad, many in options:
                rows = [i for i in range(count) if cells[i] == value]
                v = any_of(words)
                if words == "-":
                    continue
                if rows and len(rows) < count:
                    states.append((v, rows))
                if len(rows) == 1 and count > 1:
                    found.append((put(ONE, v=v), rows))
                    if said:
                        found.append((put(said), rows))
                    if is_bad:
                        found.append((put(ONE, v=v) + put(said) * 2, rows))
                elif 1 < len(rows) < count and len(rows) <= 7:
                    found.append((put(MANY, v=v), rows))
                    if many:
                        found.append((put(many), rows))
                if 1 <= len(rows) and 1 < count - len(rows) <= 6 and rng.random() < 0.3:
                    found.append((put(STATE_BUT if len(rows) == 1 else STATES_BUT, v=v), [i for i in range(count) if i not in rows]))
                rest = [i for i in range(count) if cells[i] != value]
                if value == options[0][0] and rows and len(rest) in (1, 2, 3, 4):
                    found.append((put(NOT if len(rest) > 1 else NOT_ONE, v=v), rest))
        elif column.kind == "owner" and column.title not in ADJUNCTS:
            for value in sorted(set(cells)):
                rows = [i for i in range(count) if cells[i] == value]
                if len(rows) == 1 and count > 1:
                    found.append((put(OF_ONE, v=value), rows))
                elif len(rows) < count and len(rows) <= 6:
                    found.append((put(OF, v=value), rows))
                for v, those in states:
                    both = [i for i in rows if i in those]
                    if both and len(both) < len(rows) and len(both) <= 4 and rng.random() < 0.3:
                        found.append((put(OF_STATE if len(both) > 1 else OF_STATE_ONE, v=v, u=value), both))
    if sheet.more:
        found += [(put(ways), rows) for ways, rows in sheet.more(rng, [c.title for c in sheet.columns], made)]
    found += conditions(sheet, made, rng, put, any_of, STEPS)
    if count == 1:
        return [(put(SINGLE), [0])] * 3 + found
    if count < 7 and rng.random() < 0.5:
        found.append((put(ALL), list(range(count))))
    stems: dict[str, list[int]] = {}
    for i, key in enumerate(keys):
        stems.setdefault(re.split(r"[-_.]", key)[0], []).append(i)
    grouped = [(stem, rows) for stem, rows in stems.items() if 1 < len(rows) < count and len(rows) <= 6 and len(stem) > 2 and not stem.isdigit() and stem.lower() not in STATE_WORDS and sum(stem in k for k in keys) == len(rows)]
    if grouped:
        stem, rows = rng.choice(grouped)
        found.append((put(GROUP, v=stem), rows))
    at = rng.randrange(count)
    parts = {i: p for i in range(count) if (p := fragment(keys[i], keys))}
    if at in parts:
        whole = parts[at] == keys[at]
        found.append((put([way for way in NAMED if not (whole and re.search("something|name has|in it", way))], v=parts[at]), [at]))
        if rng.random() < 0.5:
            other = rng.choice([i for i in range(count) if i != at] or [at])
            if other in parts and other != at:
                found.append((put(TWO, v=parts[at], u=parts[other]), [at, other]))
        if 2 < count < 7 and rng.random() < 0.6:
            found.append((put(BUT, v=parts[at]), [i for i in range(count) if i != at]))
    if count > 3 and sheet.placed:
        in_time = sheet.noun in ("commit", "entry", "stash")  # whose last is the newest, not the one at the bottom
        where = lambda ways: [w for w in put(ways) if not in_time or re.search("row|top|bottom|end of the list|upper|just above", w)]
        place = rng.choice(list(PLACES))
        found.append((where(PLACES[place]), [place % count]))
        if rng.random() < 0.4:
            some = rng.choice(list(FIRSTS))
            rows = list(range(count))
            found.append((where(FIRSTS[some]), rows[:some] if some > 0 else rows[some:]))
    return found


def acts(text: str, rng) -> list[tuple[str, str, bool]]:
    """(wordings, command, for one row only) of the lines `command => wording; wording`."""
    found = []
    for line in filter(None, text.splitlines()):
        command, _, said = line.strip().partition(" => ")
        single = not command.startswith("m ") and (command.startswith("1 ") or "{" in re.sub(r"\{:\w+\}|⟦.*⟧", "", command.replace("{x}", "")))
        found.append((said, re.sub("^[1m] ", "", command), single))
    return found


VERBS = {
    "@delete": "delete {s}; remove {s}; get rid of {s}; {s} must go; I don't need {s} any more; drop {s}; {s}: delete; clean up {s}; throw away {s}; wipe {s}; ditch {s}; bin {s}; {s} can go; trash {s}; nuke {s}; I want {s} gone; take out {s}; make {s} disappear; {s} has to go; dispose of {s}; we no longer need {s}, delete",
    "@kill": "kill {s}; end {s}; terminate {s}; stop {s}; {s} has to die; make {s} stop; get {s} off this machine; put {s} down; take {s} out; shoot {s}; shoot down {s}; finish {s} off; {s}: kill; get rid of {s}; {s} needs to go away; {s} must be killed; do away with {s}; I want {s} dead; send TERM to {s}; nuke {s}; abort {s}; can you kill {s}",
    "@kill9": "kill -9 {s}; force kill {s}; kill {s} the hard way; {s} ignores TERM, kill for good; SIGKILL {s}; send KILL to {s}; kill {s} with force; {s} won't go away with a normal kill, use 9; hard kill {s}; {s} hangs, kill with signal 9; forcibly terminate {s}; kill {s} without mercy; {s} does not react to kill, use SIGKILL",
    "@logs": "show me the logs of {s}; logs of {s}; what does {s} log; read the log of {s}; let me see what {s} printed; logs for {s}; output of {s}; what has {s} been saying; log output from {s}; pull the logs of {s}; get logs from {s}; check the logs of {s}; I want the logs of {s}; what did {s} write; look into the logs of {s}; print the log of {s}",
    "@follow": "follow the logs of {s}; stream the log of {s}; tail the logs of {s}; live logs of {s}; watch what {s} logs; keep printing the log of {s}; logs of {s}, keep following; stay on the logs of {s}; tail -f the logs of {s}",
    "@stop": "stop {s}; shut down {s}; halt {s}; take {s} down; {s} should stop; bring {s} down; turn {s} off; switch off {s}; {s}: stop; make {s} stop; no more {s}, stop; shut {s} off; put {s} to rest; quit running {s}",
    "@start": "start {s}; bring {s} up; get {s} running; {s} should run, start; bring {s} back up; launch {s}; turn {s} on; {s}: start; start {s} up; fire up {s}; power up {s}; I need {s} running; boot {s}; get {s} going again; make {s} run",
    "@restart": "restart {s}; bounce {s}; {s}: restart; give {s} a restart; stop and start {s}; cycle {s}; kick {s}; restart {s} please; {s} needs a restart; turn {s} off and on again; have {s} restarted; relaunch {s}; reboot {s}; start {s} over; {s} hangs, restart",
    "@describe": "describe {s}; details of {s}; show everything about {s}; why is {s} like that, describe; tell me more about {s}; inspect {s}; what is wrong with {s}; what's up with {s}; what happened to {s}; more info on {s}; full details for {s}; find out what's going on with {s}; investigate {s}; look closer at {s}; I need details about {s}; events of {s}; dig into {s}; diagnose {s}",
    "@shell": "open a shell in {s}; get me into {s}; shell into {s}; exec into {s}; a shell inside {s}; log into {s}; give me a prompt in {s}; I want to be inside {s}; jump into {s}; hop into {s}; drop me into {s}; interactive shell in {s}; go inside {s}",
    "@info": "details of {s}; show everything about {s}; more about {s}; tell me about {s}; info on {s}; look at {s} closer; full details of {s}; what do we know about {s}; show {s} in detail; inspect {s}",
    "@status": "status of {s}; how is {s} doing; what state is {s} in; what is wrong with {s}; check on {s}; why is {s} like that; what's up with {s}; show the status of {s}; is {s} ok; status for {s}; look at {s}",
    "@yaml": "yaml of {s}; show {s} as yaml; dump {s} as yaml; manifest of {s}; print the yaml of {s}; get {s} in yaml form; the full spec of {s}",
    "@cancel": "cancel {s}; kill {s}; stop {s}; get {s} out of the queue; abort {s}; remove {s} from the queue; {s}: cancel; terminate {s}; end {s}; withdraw {s}; I no longer need {s}, cancel; take {s} off the queue; scancel {s}; drop {s}",
    "@edit": "edit {s}; open {s} in my editor; change {s}; let me edit {s}; modify {s}",
}

DOING = "find {s} and|pick {s} and|take {s} and|identify {s} and|look for {s}, then|spot {s} and|determine {s} and|see which is {s} and|find out which is {s} and|which is {s}?|what is {s}? then|tell which is {s} and|I see {s},|there is {s},|you see {s}?|get {s} from the list and|choose {s} and".split("|")
SAYING = "about {s}:|{s} -|concerning {s}:|regarding {s},|see {s}?|as for {s},|with regard to {s}:|you see {s}?|look at {s}:|{s}...|for {s}:".split("|")
LEADS = "here's the output. {}|given this, {}|{} (see above)|look at this: {}|based on that output, {}|according to this, {}|I pasted the output: {}|from the output above: {}|this is what I get. {}|with the output above: {}|I have this here. {}|going by that, {}|output attached, {}|judging from this, {}|{}, see the output|so this is it: {}|ok I got this, {}|this came out. {}|in there, {}|from that: {}".split("|")


OF_ONE_THING = re.compile(r"\{s\} (?:hangs|needs|has|is|does|ignores|keeps|runs|wants)\b|\b(?:is|does|has|was) \{s\}")
TRAILING = re.compile(r"(?:^|[\s|(])(?:in|on|for|with|by|to|from|of|at|without)\b")
PARTITIVE = re.compile(r"(?:of|out of|among|amongst) ")  # `of the old ones the biggest` stands first, after no verb
WERE = {"has": "have", "was": "were", "is": "are"}
MANY_THAT = re.compile(r"\b(those|\w+(?<![siu])s) that (has|was|is)\b")
NOT_NOT = re.compile(r"\b(?:not|isn't|aren't) (?:not|un\w+ed)\b")
PHRASAL = re.compile(r"\b(shut|take|bring|turn|switch|fire|power|shoot|throw|clean|start|boot|finish|give) (up|down|off|out|on|away) \{s\}")


def pointed(said: str, way: str, count: int, rng) -> str:
    """What is to be done with the rows; now and then these first, then a pronoun."""
    first, it = said.split()[0], "it" if count == 1 else "them"
    way = MANY_THAT.sub(lambda m: f"{m[1]} that {WERE[m[2]]}", way)
    if PARTITIVE.match(way) and not said.startswith("{s}"):
        return way + ": " + PHRASAL.sub(r"\1 {s} \2", said).replace("{s}", it)
    if rng.random() < 0.14 and said.count("{s}") == 1 and not said.startswith("{s}") and way.startswith(("the ", "whatever ", "all ", "everything ")) and not (count > 1 and re.search(r"\b(is|are|was|does|did|do|has|have|should|can|may|let) \{s\}|\{s\} \w", said)):
        ahead = rng.choice(DOING if first in phrases.IMPERATIVES else SAYING)
        if count == 1 or "which is" not in ahead and "what is" not in ahead and "there is" not in ahead:
            return ahead.replace("{s}", way) + " " + PHRASAL.sub(r"\1 {s} \2", said).replace("{s}", it)
    if way in ("it", "this", "that", "them all"):
        said = PHRASAL.sub(r"\1 {s} \2", said)
        if way == "it":
            said = re.sub(r"\b(?:the )?(logs?|yaml|details|status|events|owner|manifest|output|history|values|pods|processes|layers) of \{s\}", r"its \1", said)
    return said.replace("{s}", way)


def led(request: str, rng) -> str:
    return rng.choice(LEADS).replace("{}", request) if rng.random() < 0.05 else request


STOPS, STOPPED = re.compile(r"\b(?:stop|halt|shutdown|suspend|pause) \{"), re.compile(r"(?i)(?:poweroff|shut off|stopped|exited|inactive|created|not created|deleted|suspended|saved|crashed)")
STARTS, STARTED = re.compile(r"\b(?:start|up|resume) \{"), re.compile(r"(?:running|Running|RUNNING|Up (?!.*Paused)|active|online)")

JOBS = {  # what Slurm does only to jobs in such states
    "scontrol hold": ("PD",), "scontrol release": ("PD",), "squeue --start": ("PD",), "scontrol requeue": ("R", "S"), "scontrol suspend": ("R",), "sstat": ("R",), "sattach": ("R",),
}


LOOSE = re.compile(r"kubectl (cordon|uncordon|drain|taint|config|api-resources|get (?:all|pods) -n)|\b(nodes?|pv|namespaces?)\b| (-A|--all-namespaces|-n)\b|^(?!kubectl |helm )")


def in_space(command: str, space: str, holder: str = "") -> str:
    """The command for a namespace: `-n` behind what it names, else behind the kind of thing, else at the end."""
    if not space or LOOSE.search(command):
        return command
    words = command.split(" ")
    at = next((i for i, w in enumerate(words) if re.search(r"\{(x|APP|[A-Z][A-Z ]+)\}", w) and "=" not in w), None)
    if at is None:
        at = 2 if words[1] in ("get", "top") else next((i - 1 for i, w in enumerate(words) if w in ("--", "|")), len(words) - 1)
    return " ".join([*words[: at + 1], "-n", space, *words[at + 1 :]])


def valued(said: str, written: str, rng) -> tuple[str, str]:
    """Draws the `{:type}` of an action, the same in its wordings and its command."""
    for slot in dict.fromkeys(re.findall(r"\{:\w+\}", written)):
        if "_" in slot:  # {:2_9}
            low, high = slot[2:-1].split("_")
            value = str(rng.randint(int(low), int(high)))
            ways = [value]
        else:
            kind = re.sub(r"\d+$", "", slot[2:-1])
            drawn = next(v for v in (values.TYPES[kind](rng, None) for _ in range(99)) if v.written not in ("main", "master", "develop"))
            value, ways = drawn.written, drawn.said or [drawn.written]
        said, written = said.replace(slot, rng.choice(ways)), written.replace(slot, value)
    return said, written


def asked_of(sheet: Sheet, made, rng, space: str = "", some: int = 7) -> list[Question]:
    titles = [c.title for c in sheet.columns]
    at_key = next(i for i, c in enumerate(sheet.columns) if c.kind == "key")
    available, found = acts(sheet.actions, rng), []
    selections = chosen(sheet, made, rng)
    for ways, rows in rng.sample(selections, min(some, len(selections))):
        fitting = [a for a in available if len(rows) == 1 or not a[2]]
        if not fitting or not ways:
            continue
        said, written, _ = rng.choice(fitting)
        named = {made[titles.index(t)][i] for t in re.findall(r"\{([^{}:]+)\}", written) if t in titles for i in rows} - {""}
        ways = [w for w in ways if not any(re.search(rf"(?<![\w-]){re.escape(v)}(?![\w-])", w) for v in named)]  # not `the owner of rosa's job`
        if not ways:
            continue
        shape = in_space(written, space and "<namespace>")
        states = [column[i] for c, column in zip(sheet.columns, made) if c.kind == "state" for i in rows]
        if states and (STOPS.search(written) and all(map(STOPPED.match, states)) or STARTS.search(written) and all(map(STARTED.match, states))):
            continue
        if sheet.noun == "job" and any(written.startswith(job) and not set(states) <= set(of) for job, of in JOBS.items()):
            continue
        if 0 in rows and re.search(r"\.\.HEAD|git reset", written):  # nothing came after the newest
            continue
        if " start " in written and any("Paused" in cell for column in made for cell in (column[i] for i in rows)):
            continue
        if any(re.search(a, written) and any(re.search(b, x) for x in states) for a, b in (line.split(" ~ ") for line in sheet.bars.strip().splitlines())):
            continue
        if "--previous" in written and "RESTARTS" in titles and any(made[titles.index("RESTARTS")][i].startswith("0") for i in rows):
            continue
        if "{APP" in written or "{KIND" in written:
            owners = [owner_of(made[at_key][i]) for i in rows]
            if not all(owners) or len(set(owners)) > 1 or owners[0][0] == "daemonset" and "kubectl scale" in written:
                continue
            said, written = (text.replace("{KIND}", owners[0][0]).replace("{APP}", owners[0][1]) if text is said else text for text in (said, written))
        said, written = valued(said, written, rng)
        if "{FIRSTPORT}" in written:
            ports = [re.match(r"\d*", made[titles.index("PORT(S)")][i]).group() for i in rows]
            if not ports[0]:
                continue
            written = written.replace("{FIRSTPORT}", ports[0])
        groups: dict[str, list[int]] = {}
        for i in rows:
            groups.setdefault(made[titles.index("NAMESPACE")][i] if space == "{NAMESPACE}" and not LOOSE.search(written) else space, []).append(i)
        shared = set(re.findall(r"\{([A-Z][^{}:]*)\}", re.sub("⟦.*⟧", "", written))) & set(titles)
        if len(groups) > 3 or len(groups) > 1 and rng.random() < 0.3 or any(len({made[titles.index(t)][i] for i in rows}) > 1 for t in shared):
            continue
        commands = []
        for name, those in groups.items():
            command = in_space(written, name)
            if "{APP" in command or "{KIND" in command:
                command = command.replace("{KIND}", owners[0][0]).replace("{APP}", owners[0][1])
            command = re.sub("⟦(.*)⟧", lambda m: " ".join(each(m.group(1), titles, made, i) for i in those), command)
            commands.append(command.replace("{x}", " ".join(made[at_key][i] for i in those)))
        command = " && ".join(commands)
        for verb, many in VERBS.items():
            said = said.replace(verb + ";", many + ";") if verb + ";" in said else many if said.strip() == verb else re.sub(re.escape(verb) + "$", lambda m: many, said)
        command = each(command, titles, made, rows[0])
        if re.search(r"\{[A-Z]", written) and re.search(r"<none>|<pending>|\{[A-Z ]+\}|=$|//:|  | -$| $", command):
            continue
        options = [s.strip() for s in said.split(";") if s.strip()]
        if len(rows) > 1:
            options = [s for s in options if not OF_ONE_THING.search(s)] or options
        pairs = [(phrases.say(rng.choice(ways), rng), rng.choice(options)) for _ in range(2 if some < 10 else 5)]
        requests = [led(pointed(option, one, len(rows), rng), rng) for one, option in pairs]
        requests = tuple(r for r in requests if not phrases.doubled(r, command) and not NOT_NOT.search(r))
        if not requests:
            continue
        found.append(Question(requests, command, shape))
    return found


def each(text: str, titles, made, i: int) -> str:
    if "{REF}" in text:
        row = {t: column[i] for t, column in zip(titles, made)}
        text = text.replace("{REF}", row["IMAGE ID"] if "<none>" in (row["REPOSITORY"], row["TAG"]) else f"{row['REPOSITORY']}:{row['TAG']}")
    for title, column in zip(titles, made):
        if title:
            text = text.replace("{" + title + "}", column[i])
    return text


# Of the whole table: `{V}` is a state that occurs in it, `{v}` that state in words, `{O}` an owner.
WHOLE = {
    "kubectl get (pods|po|pod)": """
kubectl get pods | grep {V} => only the {v} ones; just show pods that are {v}; filter the list for {v} pods; list nothing but the {v} pods; which pods are {v}, list them again; grep for the {v} pods
kubectl get pods | grep -c {V} => how many are {v}; count the {v} pods; number of {v} pods; tell me how many pods are {v}; just the count of what's {v}
kubectl get pods -w => keep watching the pods; follow how they change; watch this list; stay on it and show changes
kubectl get pods -o wide => the same with nodes and ips; which nodes are they on; show it wide; with more columns please
kubectl get pods --sort-by=.metadata.creationTimestamp => sorted by age; the same, by creation time; in order of creation; sort by when they were created
kubectl get pods --field-selector=status.phase!=Running => whatever isn't in phase Running, by field selector; use a field selector for those not in phase Running; filter with a field selector: phase is not Running
""",
    "docker ps (-a|-a|--all)": """
docker container prune => remove all stopped containers; clean up everything stopped; prune the stopped ones; get rid of all the exited containers at once; sweep out the dead containers
docker ps -a | wc -l => count the lines of that; how many lines is that list; number of lines of the container list
docker ps -q => ids of the running ones only; only running, only ids; just the ids of what's running
docker ps -a --filter status=exited => only the exited ones; list just what has exited; filter for exited containers; show nothing but exited
docker start $(docker ps -aq) => start all of them; bring every container up; start everything listed; all containers should run
""",
    "(ps aux|ps auxww)": """
ps aux --sort=-%mem | head => the top of it by memory; sort that by memory, first lines; biggest memory users first, just the top; order by ram and cut after ten
ps aux --sort=-%cpu | head => the top of it by cpu; sort that by cpu, first lines; busiest first, just the top; order by cpu use and cut after ten
ps -u {O} => only the processes of {O}; everything {O} runs; filter for {O}; just {O}'s processes; what does {O} run
pkill -u {O} => kill everything of {O}; end all processes of {O}; get rid of all that {O} runs; {O}'s processes must all go; terminate whatever belongs to {O}
""",
    "squeue": """
scancel -u {O} => cancel everything of {O}; kill all jobs of {O}; {O}'s jobs must all go; remove all that {O} has queued; get {O} out of the queue completely
squeue -u {O} => only the jobs of {O}; what does {O} have in there; filter for {O}; just {O}'s jobs; show the queue of {O}
squeue -t PENDING => only what is pending; just the waiting jobs; filter for pending; show those that wait
squeue -t RUNNING => only what is running; just the running jobs; filter for running; show those that run
squeue --start => expected start times; when will the waiting ones start; estimated starts of the queue; show predicted start times
""",
    "systemctl list-units --type=service --all": """
systemctl --failed => only the failed ones; just list what failed; which ones failed, list; show nothing but failures; filter for failed units
sudo systemctl reset-failed => reset the failed state of all; clear all failures; forget about every failure; reset everything failed
systemctl list-units --type=service --state=running => only the running services; filter for state running; just what runs; show services in state running
""",
    "df -h": """
df -hT => with the filesystem types; also show the type; which types do they have; the same plus filesystem type; include types
df -h --total => with a total; add a total line; sum it up as well; the same with a grand total
df -i => and the inodes; the same for inodes; inode usage of all of them; how about inodes
df -h -x tmpfs => without tmpfs; leave tmpfs out; the same but no tmpfs; hide the tmpfs ones
""",
    "ls -lh": """
ls -lhS => sorted by size; biggest first; order them by size; the same, largest on top; sort it so that the large ones come first
ls -lht => newest first; sorted by time; order by date; the same, latest on top; most recent ones first
ls -lhtr => oldest first; by time, newest at the bottom; sort by date in reverse; newest last please
ls -lah => with hidden files; dotfiles too; include the hidden ones; the same, plus hidden files
""",
    "docker (images|image ls)": """
docker image prune -a => remove all unused images; clean out every image that's not used; prune all unused; get rid of whatever no container uses
docker image prune => remove the dangling ones; prune dangling images; clean up images without a tag; get rid of dangling layers
docker system df => how much space does docker take in all; docker's disk usage; total space used by docker; summary of docker's disk use
docker images -q => only the ids; just the image ids; ids and nothing else; list nothing but ids
""",
    "(git branch|git branch --list)": """
git branch -a => also the remote ones; with remote branches; all branches, local and remote; include remotes
git branch --merged => only the merged ones; which are merged; filter for merged branches; those merged already
git branch --no-merged => the unmerged ones; which aren't merged; filter for branches not merged; those still unmerged
git branch --sort=-committerdate => newest commit first; sorted by last commit, latest first; order by committer date, recent first; most recently used on top
git fetch --prune => drop the remote ones that are gone; prune what's gone on the remote; fetch and forget deleted remote branches; fetch with prune
""",
}


def about_all(sheet: Sheet, made, rng, space: str = "") -> list[Question]:
    found = []
    owners = [x for m, c in zip(made, sheet.columns) if c.kind == "owner" for x in m]
    state = next((rng.choice([(o[0], o[1]) for o in c.make(rng) if o[0] in m]) for m, c in zip(made, sheet.columns) if c.kind == "state"), ("", ""))
    if sheet.tool == "squeue":
        owners = made[3]
    if state[1] == "-":
        state = ("Error", "")
    for line in WHOLE.get(sheet.tool.split(" [")[0], "").strip().splitlines():
        command, _, said = line.partition(" => ")
        if "{V}" in command and state[0] == "Error":
            continue
        command = in_space(command, space) if space != "{NAMESPACE}" else command
        slots = {"{V}": state[0], "{v}": any_of(state[1]), "{O}": rng.choice(owners or ["root"])}
        written, ways = command, [w.strip() for w in said.split(";")]
        for name, value in slots.items():
            written = written.replace(name, value)
            ways = [w.replace(name, value) for w in ways]
        found.append(Question(tuple(led(w, rng) for w in ways), written, command, first=True))
    return rng.sample(found, min(1, len(found)))


NARROWED = re.compile(r"(kubectl get|kubectl top|docker ps|docker images|docker compose ps|squeue|sacct|sinfo|helm|crictl|podman|docker volume|docker stats)\b(?!.*¦)")


def narrowed(sheet: Sheet, made, rng) -> tuple[list, str, bool]:
    """The rows that are left by what people pipe a table into, that pipe, and whether the header is left."""
    count, way = len(made[0]), rng.random()
    keep, pipe, header = list(range(count)), "", True
    states = [(c, m) for c, m in zip(sheet.columns, made) if c.kind == "state"]
    owners = [m for c, m in zip(sheet.columns, made) if c.kind == "owner"]
    keys = next(m for c, m in zip(sheet.columns, made) if c.kind == "key")
    if way < 0.2 and count > 5:
        n = rng.choice([x for x in (5, 6, 10, 11) if x <= count])
        keep, pipe = keep[: n - 1], rng.choice([f" | head -{n}", f" | head -n {n}"])
    elif way < 0.35 and count > 4:
        n = rng.choice([x for x in (3, 4, 5, 10) if x < count])
        keep, pipe, header = keep[-n:], rng.choice([f" | tail -{n}", f" | tail -n {n}", f" | tail -n{n}"]), False
    elif way < 0.6 and states:
        column, cells = rng.choice(states)
        first = column.make(rng)[0][0]
        keep, pipe = [i for i in keep if first.split()[0] not in cells[i]], f" | grep -v {first.split()[0]}"
    elif way < 0.75 and states:
        column, cells = rng.choice(states)
        value = rng.choice(sorted(set(cells))).split()[0].split("(")[0]
        keep, pipe, header = [i for i in keep if value in cells[i]], f" | grep {value}", False
    elif way < 0.85 and owners:
        cells = rng.choice(owners)
        value = rng.choice(cells)
        keep, pipe, header = [i for i in keep if cells[i] == value], f" | grep {value}", False
    else:
        stem = re.split("[-_.:/]", rng.choice(keys))[0]
        if len(stem) > 2 and not stem.isdigit():
            keep, pipe, header = [i for i in keep if stem in keys[i]], f" | grep {stem}", False
            if any(stem in cell for i in range(count) if i not in keep for m in made for cell in [m[i]]):
                return made, "", True
    return ([[m[i] for i in keep] for m in made], pipe, header) if keep and re.fullmatch(r"[ |\w.-]*", pipe) else (made, "", True)


def in_order(sheet: Sheet, made, tool: str):
    """The rows in the order that the command asks for."""
    titles = [c.title for c in sheet.columns]
    age = next((i for i, c in enumerate(sheet.columns) if c.kind == "age"), None)
    key = None
    if age is not None and re.search("creationTimestamp|startTime", tool):
        key = lambda i: -duration(made[age][i])
    elif age is not None and re.search("committerdate|^gh pr", tool):
        key = lambda i: duration(made[age][i])
    elif found := re.search("--sort-by=(cpu|memory)", tool):
        at = next(i for i, t in enumerate(titles) if t.lower().startswith(found.group(1)))
        key = lambda i: -quantity(made[at][i])
    if key is None:
        return made
    order = sorted(range(len(made[0])), key=key)
    if tool.startswith("gh pr"):  # the numbers stay as they are
        return [[m[i] for i in order] if k == age else m for k, m in enumerate(made)]
    return [[m[i] for i in order] for m in made]


def sheet_scene(sheet: Sheet, most: int = 60, some: int = 7):
    def made_scene(rng):
        limit = most
        for _ in range(8):
            output, asked, rows = drawn(rng, limit)
            if len(output) <= LONGEST or rows < 5:
                break
            limit = max(4, min(limit, int(rows * LONGEST / len(output) * rng.uniform(0.75, 1))))
        return output, asked

    def drawn(rng, limit):
        titles = [c.title for c in sheet.columns]
        tool = phrases.say(sheet.tool, rng).replace("¦", "|")
        for _ in range(100):
            made = in_order(sheet, filled(sheet, rng, limit), tool)
            header, shown, space = rng.random() < sheet.header, False, ""
            if NARROWED.match(sheet.tool) and not sheet.line and rng.random() < 0.14:
                made, pipe, header_left = narrowed(sheet, made, rng)
                header = header and header_left
            else:
                pipe = ""
            before = ""
            if sheet.loose:
                if "NAMESPACE" in titles:
                    space = "{NAMESPACE}"
                elif rng.random() < 0.55:
                    space, shown = values.TYPES["namespace"](rng, None).written, True
                    before = rng.choice([f" -n {space}"] * 4 + [f" --namespace {space}", f" --namespace={space}", f" -n={space}"])
            asked = asked_of(sheet, made, rng, space, some)
            if asked:
                break
        asked = asked + (about_all(sheet, made, rng, space) if not pipe else [])
        if before:
            words = tool.split(" ")
            at = rng.choice([1, 3, 3, len(words)]) if words[0] == "kubectl" and "-n" in before else rng.choice([3, len(words)])
            at = min(at, next((i for i, w in enumerate(words) if w == "|"), len(words)))
            tool = " ".join(words[:at]) + before + "".join(" " + w for w in words[at:])
        tool += pipe
        for first, ways in CARRIED.items():
            if tool.startswith(first) and rng.random() < 0.07:
                with_it = rng.choice(ways)(rng)
                fronts = tool.split(" ")[0] + " " + ("compose " if first.startswith("docker compose") else "")
                tool, shown = tool.replace(fronts, fronts + with_it + " ", 1), True
                asked = [Question(q.requests, re.sub(rf"(^|&& )(?:{re.escape(fronts)})", rf"\g<0>{with_it} ", q.command), q.template) for q in asked if q.command.startswith(fronts)] or asked
                break
        if tool.startswith("kubectl ") and rng.random() < 0.1:
            tool = "k" + tool[7:]
        rows = [[re.sub(r"\b\d+ (seconds|minutes|hours|days)\b", lambda m: f"{rng.randint(2, 50)} {m.group(1)}", x) if c.kind == "state" and not sheet.fix else x for x, c in zip(row, sheet.columns)] for row in zip(*made)]
        if sheet.show:
            rows = sheet.show(rng, titles, [list(row) for row in rows])
        if sheet.line:
            body = sheet.line(rng, rows)
        else:
            head = [[c.title for c in sheet.columns]] if header else []
            body = table(head + rows, sheet.gap, tuple(i for i, c in enumerate(sheet.columns) if c.right))
        return prompt(rng, tool, shown) + (sheet.top(rng, rows) if header or not pipe else "") + body, asked, len(rows)

    return made_scene


CARRIED = {  # options of the pasted command that the answer needs as well
    "kubectl ": [lambda rng: "--context " + rng.choice(["prod", "staging", "dev", "minikube", "prod-eu", "gke-prod", "kind-dev"]), lambda rng: "--context=" + rng.choice(["prod", "staging", "dev-west", "k3s"])],
    "docker compose ps": [lambda rng: "-f " + rng.choice(["docker-compose.prod.yml", "compose.dev.yaml", "docker-compose.yml", "deploy/compose.yml", "stack.yml"]), lambda rng: "-p " + values.plain_name(rng)],
}


def two_after_each_other(first: Sheet, second: Sheet):
    """Two tables in one paste; what is asked names the kind of thing, so that it is clear which one is meant."""

    few = (first, second)
    scenes = [sheet_scene(sheet, 14, 16) for sheet in few]
    kinds = [re.compile(rf"\b(?:{re.escape(sheet.noun)}|{re.escape(sheet.plural)})\b") for sheet in few]

    def made_scene(rng):
        for _ in range(100):
            outputs, asked = [], []
            for k, scene in enumerate(scenes):
                for _ in range(40):
                    output, questions = scene(rng)
                    if re.match(SIGNS, output):
                        break
                outputs.append(output)
                for q in questions:
                    told = tuple(r for r in q.requests if kinds[k].search(r) and not kinds[1 - k].search(r))
                    if told:
                        asked.append(Question(told, q.command, q.template))
            if asked and all(re.match(SIGNS, output) for output in outputs):
                break
        if sum(map(len, outputs)) > LONGEST:
            return made_scene(rng)
        front = re.match(SIGNS, outputs[0]).group()
        outputs[1] = front + outputs[1][re.match(SIGNS, outputs[1]).end() :]
        return "\n".join(outputs), asked

    return made_scene


def add_pairs(*pairs: tuple[Sheet, Sheet]):
    SCENES.extend(two_after_each_other(*pair) for pair in pairs)


def digits(low, high):
    return lambda rng: str(rng.randint(low, high))


def percents(x):
    return f"{int(x)}%"


def point(x):
    return f"{x:.1f}"


def private(rng):
    return f"10.{rng.randint(0, 250)}.{rng.randint(0, 250)}.{rng.randint(2, 250)}"


def ago(rng):
    return rng.choice([f"{rng.randint(2, 59)} minutes ago", f"{rng.randint(2, 23)} hours ago", f"{rng.randint(2, 13)} days ago", f"{rng.randint(2, 8)} weeks ago", f"{rng.randint(2, 11)} months ago"])


def person(rng):
    return rng.choice(values.PEOPLE)


def clock(rng):
    return f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}"


def month_day(rng):
    return f"{rng.choice('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split())} {rng.randint(1, 28):2} {clock(rng)}"


COMMON = ("kubectl get (pods", "kubectl get (po", "(ps aux", "ps aux", "top", "docker ps", "docker images", "df -h", "ls -l", "(du", "ss -", "squeue", "systemctl", "nvidia-smi", "(git log", "git status", "kubectl get (deploy", "kubectl get (nodes")


def add(sheets: list[Sheet]):
    """Makes them scenes; what people paste most counts twice."""
    for sheet in sheets:
        SCENES.extend([sheet_scene(sheet)] * (2 if sheet.tool.startswith(COMMON) else 1))
