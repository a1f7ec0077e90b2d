"""More pasted output: tables with many ways to choose rows, and errors with the commands that answer them.

`TABLES` are tables like those of `grids`, with more ways to say which rows are meant. `ERRORS` is text: blocks of
    == slot:kind slot:one|other
    output, `~~` between its variants; `$? command` is a prompt that may be missing
    $$ command
    - request; `!fix`, `!why`, `!who` stand for sets of them
"""

import random
import re
from dataclasses import dataclass
from typing import Callable

from .. import phrases, values
from . import SCENES, Question, question, scene
from .grids import fragment, human, mebi, of, pick, pod, quantity, workload
from .tables import age, amounts, distinct, draw, hexes, letters, names, prompt, stamp, table

def either(text: str) -> list[str]:
    """Split at bars that stand in no brackets."""
    return re.split(r"\|(?![^()]*\))", text)


ONE = either("""the {v} one|the {v} {n}|the {n} that is {v}|the one that's {v}|whichever is {v}|whichever {n} is {v}|the only {v} {n}|the one which is {v}|whatever is {v}|the single {v} {n}|that {v} one|that {v} {n}|the {n} listed as {v}|the {n} shown as {v}|the one marked {v}|the one {n} that's {v}|the {v} {n} there|the {v} {n} in that list""")
MANY = either("""{v} {ns}|all {v} {ns}|every {v} {n}|all the {ns} that are {v}|the {ns} which are {v}|the {v} ones|all {v} ones|everything that is {v}|whatever is {v}|each {n} that's {v}|those that are {v}|all those {v} {ns}|the {v} {ns}|those {v} {ns}|anything {v}|any {n} that's {v}|every one that is {v}|the {v} {ns} in the list|all that's {v}""")
NOT = either("everything that is not {v}|all {ns} that aren't {v}|whatever isn't {v}|the {ns} that are not {v}|all the ones not {v}|every {n} that isn't {v}|all but the {v} ones|the ones that aren't {v}|anything not {v}")
NOT_ONE = either("the one that is not {v}|the {n} that isn't {v}|whichever {n} isn't {v}|the only one not {v}|whatever isn't {v}|the {n} which is not {v}")
BAD_ONE = either("the broken one|the broken {n}|the failing {n}|the bad one|the {n} in trouble|the one in trouble|the unhealthy one|the {n} that isn't healthy|the {n} that has problems|the problem {n}|the misbehaving {n}|whatever is broken|whatever is failing|whichever is broken|the one that isn't ok|the one that has a problem|the one that went wrong|the sick one|the troublemaker|the culprit")
BAD_MANY = either("the broken ones|all broken {ns}|every failing {n}|whatever is broken|everything that is failing|the unhealthy ones|all {ns} in trouble|the bad {ns}|the {ns} with problems|all the misbehaving {ns}|everything that isn't healthy|the problem {ns}")
MOST = either("""the {n} with the (most|highest|largest|greatest) {w}|the one with the (most|highest|biggest) {w}|whichever {n} has the (most|highest) {w}|the {n} that has the most {w}|the top {n} by {w}|the one that has the most {w}|whatever has the highest {w}|the one where {w} is highest|the {n} whose {w} is (highest|the highest|the greatest)|the number one in {w}|the {n} leading in {w}|the one with more {w} than any other|the {n} with the max {w}|the one with the maximum {w}|the highest {w} {n}|the one topping the list in {w}""")
LEAST = either("""the {n} with the (least|lowest|smallest) {w}|the one with the (least|lowest|smallest) {w}|whichever {n} has the (least|lowest) {w}|the one that has the least {w}|the {n} whose {w} is lowest|the {n} with the minimum {w}|the lowest {w} {n}|the one where {w} is lowest""")
SECOND = either("the second (highest|biggest) by {w}|the {n} with the second highest {w}|the runner-up in {w}|number two in {w}|the one with the second most {w}|the {n} that comes second in {w}")
TOP2 = either("the two {ns} with the (most|highest) {w}|the top two by {w}|the two with the (highest|most) {w}|the top 2 {ns} in {w}|both {ns} with the highest {w}|the 2 with the most {w}|the two worst by {w}")
OVER = either("everything (over|above) {t} {w}|all {ns} with more than {t} {w}|every {n} (above|over) {t} {w}|whatever has more than {t} {w}|the {ns} with over {t} {w}|all {ns} (over|above) {t} {w}|those with more than {t} {w}|anything (above|over) {t} {w}|each {n} that has more than {t} {w}|the ones beyond {t} {w}")
OVER_ONE = either("the only {n} (over|above) {t} {w}|the one with more than {t} {w}|the {n} (above|over) {t} {w}|whatever is over {t} {w}|the {n} that has more than {t} {w}|the single one above {t} {w}|whichever {n} exceeds {t} {w}")
NAMED = either("the {v} one|the {n} {v}|{v}|the one with {v} in it|{v}, the {n}|the {n} called {v} something|the {n} whose name has {v}|the {n} with {v} in its name|that {v} {n}|the {v} {n}|our {v} {n}|just the {v} one|only {v}|the {v} thing|the one for {v}")
TWO = either("{v} and {u}|the {v} and the {u} one|both {v} and {u}|the {v} and {u} {ns}|{v} as well as {u}|{v} plus {u}|the {ns} {v} and {u}|{v} {u}|{v}, {u}")
BUT = either("everything (except|but) {v}|all {ns} except {v}|all but {v}|every {n} other than {v}|all of them except {v}|the rest, not {v}|all {ns} apart from {v}|everything besides {v}|each {n} but {v}|all of these but keep {v} out of it")
OF = either("the {ns} of {v}|everything of {v}|all the {ns} of {v}|{v}'s {ns}|whatever belongs to {v}|all of {v}'s {ns}|all {v} {ns}|the ones of {v}|everything {v} has there|the {ns} belonging to {v}|all that is {v}'s|{v}'s stuff")
OF_ONE = either("the {n} of {v}|the one of {v}|{v}'s {n}|the {n} that belongs to {v}|the one {v} has|the only {n} of {v}|the single {n} of {v}|the one belonging to {v}")
OF_STATE = either("the {v} {ns} of {u}|{u}'s {v} {ns}|all {v} {ns} of {u}|the ones of {u} that are {v}|everything of {u} that is {v}|whatever of {u}'s is {v}|all {ns} that belong to {u} and are {v}")
OF_STATE_ONE = either("the {v} {n} of {u}|{u}'s {v} {n}|the one of {u} that's {v}|the {n} of {u} which is {v}|{u}'s one that is {v}|{u}'s {n} that is {v}")
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


def K(title, make, right=False):
    return Col(title, make, "key", right=right)


def O(title, make):
    return Col(title, make, "owner")


def P(title, make, right=False):
    return Col(title, make, right=right)


def N(title, words, low, high, form=lambda x: str(int(x)), most="", least="", steps="", right=False):
    return Col(title, lambda rng: (low, high, form), "number", words, most, least, steps, right)


def S(title, options, right=False):
    """value:words:phrases for one, semicolons between, the commonest first, `!` before what is bad."""
    found = []
    for option in options.split(";"):
        value, words, said = [*option.replace(": ", "\0 ").split(":"), "", ""][:3]
        found.append((value.lstrip("!").replace("\0", ":"), words or value, [s for s in said.split("|") if s], value.startswith("!")))
    return Col(title, lambda rng: found, "state", right=right)


def filled(sheet: Sheet, rng) -> list[list[str]]:
    count, made = rng.choice(sheet.counts), []
    for column in sheet.columns:
        if column.kind == "number":
            low, high, form = column.make(rng)
            made.append([form(x) for x in amounts(rng, count, max(low, 0.001), high)])
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
                if fresh not in seen and not any((fresh.startswith(s) or s.startswith(fresh)) and len(s) > 3 and len(fresh) > 3 for s in seen):
                    seen.append(fresh)
                if len(seen) == count:
                    break
            count = len(seen)
            made = [m[:count] for m in made]
            made.append(seen)
        elif column.kind == "owner":
            pool = [column.make(rng) for _ in range(rng.choice([2, 3, 3, 4]))]
            made.append([rng.choice(pool) for _ in range(count)])
        else:
            made.append([column.make(rng) for _ in range(count)])
    if sheet.order >= 0:
        at = sorted(range(count), key=lambda i: -quantity(made[sheet.order][i]))
        made = [[m[i] for i in at] for m in made]
    titles = [c.title for c in sheet.columns]
    if sheet.noun == "rule":
        keys = made[[c.kind for c in sheet.columns].index("key")]
        at = sorted(range(count), key=lambda i: int(keys[i]))
        made = [[m[i] for i in at] for m in made]
    if "Size" in titles and "Use%" in titles:
        sizes = [rng.choice([20, 50, 100, 200, 477, 916]) for _ in range(count)]
        shares = [int(u[:-1]) for u in made[titles.index("Use%")]]
        made[titles.index("Size")] = [f"{s}G" for s in sizes]
        made[titles.index("Used")] = [f"{s * u / 100:.0f}G" if s * u >= 1000 else f"{s * u / 100:.1f}G" for s, u in zip(sizes, shares)]
        made[titles.index("Avail")] = [f"{s * (100 - u) / 100:.0f}G" if s * (100 - u) >= 1000 else f"{s * (100 - u) / 100:.1f}G" for s, u in zip(sizes, shares)]
    if sheet.noun == "pod" and "READY" in titles and "STATUS" in titles:
        made[titles.index("READY")] = ["1/1" if s == "Running" else "0/1" for s in made[titles.index("STATUS")]]
    return made


def chosen(sheet: Sheet, made, rng) -> list[tuple[list[str], list[int]]]:
    count, found = len(made[0]), []
    keys = next(made[i] for i, c in enumerate(sheet.columns) if c.kind == "key")

    def put(ways, **words):
        found = []
        for way in ways if isinstance(ways, list) else either(ways):
            way = way.replace("{ns}", sheet.plural).replace("{n}", sheet.noun)
            for name, value in words.items():
                way = way.replace("{" + name + "}", value)
            found.append(way)
        return found

    extra = lambda text: [m.strip() for m in text.split(";") if m.strip()]
    states = []
    for at, column in enumerate(sheet.columns):
        cells = made[at]
        if column.kind == "number" and count > 2:
            amount = [quantity(c) for c in cells]
            order = sorted(range(count), key=lambda i: -amount[i])
            w = f"({column.words})"
            if amount[order[0]] > amount[order[1]]:
                found.append((put(MOST, w=w) + extra(column.most) * 4, [order[0]]))
                if column.most:
                    found.append((extra(column.most), [order[0]]))
            if amount[order[-1]] < amount[order[-2]]:
                found.append((put(LEAST, w=w) + extra(column.least) * 3, [order[-1]]))
            if count > 3 and amount[order[1]] > amount[order[2]]:
                found.append((put(SECOND, w=w), [order[1]]) if rng.random() < 0.5 and amount[order[0]] > amount[order[1]] else (put(TOP2, w=w), sorted(order[:2])))
            fitting = []
            for step in column.steps.split():
                rows = [i for i in range(count) if amount[i] > quantity(step)]
                if 0 < len(rows) < count and len(rows) <= 5 and quantity(step) not in amount:
                    fitting.append((put(OVER if len(rows) > 1 else OVER_ONE, w=w, t=step), rows))
            if fitting:
                found.append(rng.choice(fitting))
        elif column.kind == "state":
            options = column.make(rng)
            bad = [i for i in range(count) if any(o[0] == cells[i] and o[3] for o in options)]
            if len(bad) == 1:
                found += [(put(BAD_ONE), bad)]
            elif 1 < len(bad) < count and len(bad) <= 5:
                found.append((put(BAD_MANY), bad))
            for value, words, said, is_bad in options:
                rows = [i for i in range(count) if cells[i] == value]
                v = f"({words})"
                if rows and len(rows) < count:
                    states.append((v, rows))
                if len(rows) == 1 and count > 1:
                    found.append((put(ONE, v=v), rows))
                    if said:
                        found.append((put(said), rows))
                    if is_bad:
                        found.append((put(ONE, v=v) + put(said) * 2, rows))
                elif 1 < len(rows) < count and len(rows) <= 6:
                    found.append((put(MANY, v=v), rows))
                rest = [i for i in range(count) if cells[i] != value]
                if value == options[0][0] and rows and len(rest) in (1, 2, 3, 4):
                    found.append((put(NOT if len(rest) > 1 else NOT_ONE, v=v), rest))
        elif column.kind == "owner":
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
    at = rng.randrange(count)
    parts = {i: p for i in range(count) if (p := fragment(keys[i], keys))}
    if at in parts:
        found.append((put(NAMED, v=parts[at]), [at]))
        if rng.random() < 0.5:
            other = rng.choice([i for i in range(count) if i != at] or [at])
            if other in parts and other != at:
                found.append((put(TWO, v=parts[at], u=parts[other]), [at, other]))
        if 2 < count < 7 and rng.random() < 0.6:
            found.append((put(BUT, v=parts[at]), [i for i in range(count) if i != at]))
    if count > 3:
        place = rng.choice(list(PLACES))
        found.append((put(PLACES[place]), [place % count]))
        if rng.random() < 0.4:
            some = rng.choice(list(FIRSTS))
            rows = list(range(count))
            found.append((put(FIRSTS[some]), rows[:some] if some > 0 else rows[some:]))
    return found


def acts(text: str, rng) -> list[tuple[str, str, bool]]:
    """(wordings, command, for one row only) of the lines `command => wording; wording`."""
    found = []
    for line in text.strip().splitlines():
        command, _, said = line.strip().partition(" => ")
        single = command.startswith("1 ") or "{" in command.replace("{x}", "")
        found.append((said, command.removeprefix("1 "), single))
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
LEADS = "here's the output. {}|given this, {}|{} (see above)|look at this: {}|based on that output, {}|according to this, {}|I pasted the output: {}|from the list above: {}|this is what I get. {}|with the output above: {}|I have this here. {}|going by that, {}|output attached, {}|judging from this, {}|{}, see the output|so this is it: {}|ok I got this, {}|this came out. {}|in there, {}|from that: {}".split("|")


def pointed(said: str, way: str, count: int, rng) -> str:
    """What is to be done with the rows; now and then these first, then a pronoun."""
    first = said.split()[0]
    if rng.random() < 0.14 and said.count("{s}") == 1 and not said.startswith("{s}") and way.startswith(("the ", "whatever ", "all ", "everything ")) and not (count > 1 and re.search(r"\b(is|are|was|does|did|do|has|have|should|can|may|let) \{s\}|\{s\} \w", said)):
        ahead = rng.choice(DOING if first in phrases.IMPERATIVES else SAYING)
        if count == 1 or "which is" not in ahead and "what is" not in ahead and "there is" not in ahead:
            return ahead.replace("{s}", way) + " " + said.replace("{s}", "it" if count == 1 else "them")
    return said.replace("{s}", way)


def led(request: str, rng) -> str:
    return rng.choice(LEADS).replace("{}", request) if rng.random() < 0.05 else request


def asked_of(sheet: Sheet, made, rng) -> list[Question]:
    titles = [c.title for c in sheet.columns]
    at_key = next(i for i, c in enumerate(sheet.columns) if c.kind == "key")
    available, found = acts(sheet.actions, rng), []
    for ways, rows in chosen(sheet, made, rng):
        fitting = [a for a in available if len(rows) == 1 or not a[2]]
        if not fitting or not ways:
            continue
        said, written, _ = rng.choice(fitting)
        if " start " in written and any("Paused" in cell for column in made for cell in (column[i] for i in rows)):
            continue
        command = written.replace("{x}", " ".join(made[at_key][i] for i in rows))
        for verb, many in VERBS.items():
            said = said.replace(verb + ";", many + ";") if verb + ";" in said else many if said.strip() == verb else re.sub(re.escape(verb) + "$", lambda m: many, said)
        for title, column in zip(titles, made):
            if title:
                command = command.replace("{" + title + "}", column[rows[0]])
        options = [s.strip() for s in said.split(";") if s.strip()]
        requests = tuple(led(pointed(rng.choice(options), rng.choice(ways), len(rows), rng), rng) for _ in range(6))
        found.append(Question(requests, command, written))
    return found


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
    "docker ps -a": """
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
    "docker images": """
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


def about_all(sheet: Sheet, made, rng) -> list[Question]:
    found = []
    owners = [x for m, c in zip(made, sheet.columns) if c.kind == "owner" for x in m]
    state = next((rng.choice([(o[0], o[1]) for o in c.make(rng) if o[0] in m]) for m, c in zip(made, sheet.columns) if c.kind == "state"), ("", ""))
    if sheet.tool == "squeue":
        owners = made[3]
    for line in WHOLE.get(sheet.tool, "").strip().splitlines():
        command, _, said = line.partition(" => ")
        if "{V}" in command and state[0] == "Error":
            continue
        slots = {"{V}": state[0], "{v}": f"({state[1]})", "{O}": rng.choice(owners or ["root"])}
        written, ways = command, [w.strip() for w in said.split(";")]
        for name, value in slots.items():
            written = written.replace(name, value)
            ways = [w.replace(name, value) for w in ways]
        found.append(Question(tuple(led(w, rng) for w in ways), written, command))
    return rng.sample(found, min(2, len(found)))


def sheet_scene(sheet: Sheet):
    def made_scene(rng):
        for _ in range(20):
            made = filled(sheet, rng)
            asked = asked_of(sheet, made, rng)
            if asked:
                break
        asked = asked + about_all(sheet, made, rng)
        rows = [[re.sub(r"\b\d+ (seconds|minutes|hours|days)\b", lambda m: f"{rng.randint(2, 50)} {m.group(1)}", x) if c.kind == "state" else x for x, c in zip(row, sheet.columns)] for row in zip(*made)]
        if sheet.line:
            body = sheet.line(rng, rows)
        else:
            head = [[c.title for c in sheet.columns]] if rng.random() < sheet.header else []
            body = table(head + rows, sheet.gap, tuple(i for i, c in enumerate(sheet.columns) if c.right))
        return prompt(rng, phrases.say(sheet.tool, rng)) + sheet.top(rng, rows) + body, asked

    return made_scene


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


TABLES: list[Sheet] = []
KINDS: dict[str, Callable] = {}

POD_STATES = "Running:running|healthy|up;!CrashLoopBackOff:crashing|crash looping|crash-looping|crashlooping|in CrashLoopBackOff|stuck in a crash loop:the {n} that keeps crashing|the one that keeps dying|the one that can't stay up|the crash-looping thing|the crashlooper|whatever is in a crash loop|the {n} that falls over all the time;!Error:in Error|errored|in the Error state:the one that says Error|the {n} that ended with an error|the one that errored out;!ImagePullBackOff:stuck pulling its image|in ImagePullBackOff|not able to pull its image:the one that can't get its image|the {n} with the bad image|the one with the image problem|whatever cannot pull its image;Pending:pending|stuck in Pending|unscheduled|not scheduled yet|waiting to be scheduled:the one that doesn't get scheduled|the {n} that is waiting for a node|the one that is stuck waiting|the one that never got a node;Completed:completed|finished|done;Evicted:evicted:the one that got evicted|the {n} that was evicted;!OOMKilled:OOMKilled|OOM killed|out of memory:the one that ran out of memory|the {n} killed by the OOM killer|the one that got OOM killed|the one that needed too much memory;Terminating:terminating|stuck terminating|stuck in Terminating|hanging in Terminating:the one that won't go away|the {n} that refuses to die|the one that is stuck shutting down;!ErrImagePull:in ErrImagePull|failing to pull its image:the one whose image doesn't exist|the one that can't pull its image;!CreateContainerConfigError:in CreateContainerConfigError|misconfigured:the one with the config error|the {n} with a config problem;ContainerCreating:still creating|in ContainerCreating|being created:the one that is still starting|the one whose container isn't created yet;Unknown:in an unknown state|unknown:the one nobody knows the state of;!Init:CrashLoopBackOff"
POD_STATES = POD_STATES.rsplit(";", 1)[0]
RESTARTING = "the one that restarts most; the pod that was restarted most often; the one that restarts all the time; the one that has restarted the most; the flakiest pod; the most restarted pod; whichever has restarted most; the pod that can't stop restarting; the least stable one"
POD_ACTS = """
kubectl delete pod {x} => @delete; restart {s} by deleting; delete {s} to have a fresh start; kill {s}; recreate {s} by deleting
kubectl describe pod {x} => @describe
1 kubectl logs {x} => @logs
1 kubectl logs {x} --previous => logs of {s} from before it crashed; previous logs of {s}; what did {s} say before the restart; logs of the crashed container of {s}; last words of {s} before it died; the log of the previous run of {s}; {s}: logs before the last restart; what did {s} print right before crashing; the previous instance's logs of {s}
1 kubectl logs -f {x} => @follow
1 kubectl exec -it {x} -- sh => @shell
1 kubectl get pod {x} -o yaml => @yaml
kubectl delete pod {x} --grace-period=0 --force => force delete {s}; delete {s} by force without waiting; remove {s} immediately, no grace period; delete {s} right now with force; {s}: force delete with zero grace
1 kubectl logs {x} --tail=100 => last 100 lines of the log of {s}; the final 100 log lines of {s}; tail 100 lines from {s}; 100 latest log lines of {s}
1 kubectl edit pod {x} => @edit
1 kubectl get events --field-selector involvedObject.name={x} => events of {s}; only the events for {s}; which events concern {s}; show what happened to {s} as events
1 kubectl logs {x} --all-containers => logs of all containers of {s}; what do all the containers in {s} log; log of every container in {s}
"""
NS_ACTS = """
kubectl delete pod {x} -n {NAMESPACE} => @delete; restart {s} by deleting; kill {s}
kubectl logs {x} -n {NAMESPACE} => @logs
kubectl describe pod {x} -n {NAMESPACE} => @describe
kubectl logs {x} -n {NAMESPACE} --previous => logs of {s} from before it crashed; previous logs of {s}; what did {s} say before the restart; last words of {s} before it died; the log of the previous run of {s}
kubectl logs -f {x} -n {NAMESPACE} => @follow
kubectl exec -it {x} -n {NAMESPACE} -- sh => @shell
kubectl get pod {x} -n {NAMESPACE} -o yaml => @yaml
kubectl get pods -n {NAMESPACE} => other pods in the namespace of {s}; what else runs next to {s} in its namespace; list the namespace that {s} lives in; pods of the namespace with {s}
kubectl get events -n {NAMESPACE} => events in the namespace of {s}; what happened in the namespace where {s} is; events of the namespace that {s} is in
"""


def restarts(x):
    return str(int(x))


TABLES += [
    Sheet("kubectl get (pods|po|pod)", "pod", "pods", (K("NAME", pod), P("READY", pick("1/1|0/1|2/2|1/2")), S("STATUS", POD_STATES), N("RESTARTS", "restarts|number of restarts|restart count", 0.4, 400, restarts, RESTARTING, "", "5 10 20 50 100"), P("AGE", age)), POD_ACTS),
    Sheet("kubectl get (pods|po)", "pod", "pods", (K("NAME", lambda r: workload(r) + f"-{r.randint(0, 4)}"), P("READY", pick("1/1|0/1|1/2")), S("STATUS", POD_STATES), P("RESTARTS", pick("0|0|1|2|3 (2d ago)|7 (4m ago)")), P("AGE", age)), POD_ACTS),
    Sheet("kubectl get (pods|po) (-A|--all-namespaces)", "pod", "pods", (P("NAMESPACE", of("namespace")), K("NAME", pod), P("READY", pick("1/1|0/1|2/2")), S("STATUS", POD_STATES), N("RESTARTS", "restarts|restart count", 0.4, 300, restarts, RESTARTING), P("AGE", age)), NS_ACTS),
    Sheet("kubectl get (pods|po) -A", "pod", "pods", (P("NAMESPACE", pick("default|kube-system|monitoring|prod|staging|ingress-nginx|payments|cert-manager")), K("NAME", pod), P("READY", pick("1/1|0/1")), S("STATUS", POD_STATES), P("RESTARTS", pick("0|0|0|1|4|12 (5m ago)")), P("AGE", age)), NS_ACTS),
    Sheet("kubectl get pods -o wide", "pod", "pods", (K("NAME", pod), P("READY", pick("1/1|0/1")), S("STATUS", POD_STATES), N("RESTARTS", "restarts", 0.4, 90, restarts, RESTARTING), P("AGE", age), P("IP", private), O("NODE", of("node")), P("NOMINATED NODE", pick("<none>")), P("READINESS GATES", pick("<none>"))), """
kubectl delete pod {x} => @delete
kubectl cordon {NODE} => cordon the node of {s}; no new pods on the node where {s} runs; keep new pods off the node of {s}; the node that hosts {s} should take no more pods; mark the node under {s} unschedulable
kubectl describe node {NODE} => describe the node that {s} runs on; node details for {s}; what is wrong with the node of {s}; look at the machine {s} sits on; what's up with the node behind {s}
kubectl drain {NODE} --ignore-daemonsets => drain the node of {s}; empty the node that {s} runs on; move everything off the node with {s}; evacuate the node where {s} lives
1 kubectl logs {x} => @logs
ping -c 4 {IP} => ping {s}; is {s} reachable; does {s} answer pings; send 4 pings to {s}
curl http://{IP}:8080 => curl {s} on port 8080; request port 8080 of {s}; what does {s} answer on 8080; http request to port 8080 of {s}
kubectl get pods -A --field-selector spec.nodeName={NODE} => all pods on the node of {s}; what else runs on the node of {s}; neighbours of {s} on its node; every pod that shares a node with {s}
"""),
    Sheet("kubectl get (deployments|deploy|deployment)", "deployment", "deployments", (K("NAME", workload), S("READY", "3/3:ready|complete|fully up;!0/3:down|not ready|completely down:the one with no replica up|the one that has 0 of 3|the one without any ready replica;!1/3:degraded|only a third up:the one with 1 of 3;!0/1:unavailable|down|not available:the one with nothing ready|the one at 0/1;!2/3:not fully ready|missing a replica|one replica short:the one that lacks a replica"), P("UP-TO-DATE", pick("1|2|3")), P("AVAILABLE", pick("0|1|2|3")), P("AGE", age)), """
kubectl rollout restart deployment {x} => @restart; rolling restart of {s}; roll out {s} again; fresh pods for {s}; rollout restart of {s}
kubectl delete deployment {x} => @delete
1 kubectl scale deployment {x} --replicas=0 => scale {s} to zero; shut {s} down without deleting; no replicas for {s}; scale {s} down to nothing; turn {s} off by scaling to 0; zero pods for {s}
1 kubectl scale deployment {x} --replicas=5 => scale {s} to 5; five replicas of {s} please; I want 5 pods of {s}; make it 5 replicas for {s}; {s} should have five replicas; bring {s} to 5 replicas
1 kubectl scale deployment {x} --replicas=1 => scale {s} to 1; one replica of {s} is enough; only a single replica for {s}; reduce {s} to one pod
1 kubectl rollout undo deployment {x} => undo the last rollout of {s}; roll {s} back; revert {s} to the revision before; go back to the previous version of {s}; rollback {s}; take back the last deploy of {s}; the last deploy broke {s}, undo
1 kubectl describe deployment {x} => @describe
1 kubectl logs deployment/{x} => @logs
1 kubectl rollout status deployment {x} => rollout status of {s}; is the rollout of {s} through; how far is the rollout of {s}; wait for the rollout of {s}; watch the rollout of {s}
1 kubectl rollout history deployment {x} => rollout history of {s}; revisions of {s}; which revisions does {s} have; past rollouts of {s}
1 kubectl edit deployment {x} => @edit
1 kubectl get deployment {x} -o yaml => @yaml
"""),
    Sheet("kubectl get (nodes|no)", "node", "nodes", (K("NAME", of("node")), S("STATUS", "Ready:ready|healthy|up;!NotReady:NotReady|down|not ready:the dead one|the one that dropped out|the node we lost|the one that went away;Ready,SchedulingDisabled:cordoned|unschedulable|with scheduling disabled:the one that takes no pods|the one that was cordoned"), P("ROLES", pick("<none>|worker|control-plane")), P("AGE", age), P("VERSION", pick("v1.29.4|v1.30.1|v1.31.2"))), """
kubectl cordon {x} => cordon {s}; no new pods on {s}; mark {s} unschedulable; keep pods from being put on {s}; nothing new should land on {s}; disable scheduling on {s}; stop scheduling to {s}
kubectl uncordon {x} => uncordon {s}; let {s} take pods again; make {s} schedulable again; put {s} back in rotation; enable scheduling on {s}; {s} may have pods again; return {s} to service
kubectl describe node {x} => @describe
1 kubectl drain {x} --ignore-daemonsets => drain {s}; empty {s}; move the pods off {s}; evacuate {s}; evict everything from {s}; clear {s} for maintenance; get all pods away from {s}
1 kubectl drain {x} --ignore-daemonsets --delete-emptydir-data => drain {s} and also delete emptydir data; empty {s} even if pods have local emptyDir data; drain {s}, emptydirs may be lost
1 kubectl get pods -A --field-selector spec.nodeName={x} => pods on {s}; what runs on {s}; which pods sit on {s}; everything scheduled to {s}; list the pods of {s}; what would be lost with {s}
kubectl delete node {x} => remove {s} from the cluster; delete {s}; take {s} out of the cluster for good; kick {s} out of the cluster; {s} is gone forever, delete
1 kubectl taint nodes {x} maintenance=true:NoSchedule => taint {s} with maintenance=true:NoSchedule; put a NoSchedule taint maintenance=true on {s}; add the taint maintenance=true:NoSchedule to {s}
1 kubectl top node {x} => cpu and memory of {s}; how loaded is {s}; resource usage of {s}; load of {s}
1 kubectl label node {x} gpu=true => label {s} with gpu=true; put the label gpu=true on {s}; tag {s} as gpu=true; add gpu=true to {s}
1 kubectl debug node/{x} -it --image=busybox => debug shell on {s} with busybox; start a busybox debug pod on {s}; get onto {s} with kubectl debug and busybox
"""),
    Sheet("kubectl top (pods|pod)", "pod", "pods", (K("NAME", pod), N("CPU(cores)", "cpu|cpu usage|cpu time|processor load", 3, 3000, lambda x: f"{int(x)}m", "the cpu hog; whatever eats the cpu; the busiest one; the one burning the most cpu; the one hogging the cpu; the hottest pod; whatever is hammering the cpu; the one that keeps the cores busy", "the idlest one; the laziest pod"), N("MEMORY(bytes)", "memory|ram|memory usage", 5, 6000, mebi, "the memory hog; whatever eats the memory; the hungriest one; the one hogging memory; the one eating all the ram; the pod that swallows the most ram; the fattest pod; the most memory hungry pod; the leaky one", "", "500Mi 1000Mi 2000Mi 4000Mi")), """
kubectl delete pod {x} => @delete; restart {s} by deleting; kill {s}
1 kubectl logs {x} => @logs
1 kubectl describe pod {x} => @describe
1 kubectl exec -it {x} -- sh => @shell
1 kubectl exec {x} -- top -b -n 1 => run top inside {s} once; what processes use the cpu within {s}; one batch run of top in {s}
1 kubectl get pod {x} -o yaml => @yaml; which limits does {s} have, the yaml
1 kubectl get pod {x} -o wide => on which node is {s}; node and ip of {s}; where does {s} run
"""),
    Sheet("kubectl top (nodes|node)", "node", "nodes", (K("NAME", of("node")), N("CPU(cores)", "cpu|cpu usage", 90, 9000, lambda x: f"{int(x)}m"), N("CPU%", "cpu percentage|percent of cpu", 2, 99, percents, "the busiest node; the hottest one; the most loaded node; the one under the most load; the overloaded one", "the idlest node; the node with nothing to do; the least loaded one", "50% 70% 80% 90%"), N("MEMORY(bytes)", "memory|memory use|ram", 500, 90000, mebi), N("MEMORY%", "memory percentage|percent of memory", 5, 95, percents, "the fullest node; the one with the least memory left; the one short on memory", "", "50% 70% 80% 90%")), """
kubectl cordon {x} => cordon {s}; keep new pods off {s}; nothing new on {s}; no more pods for {s}; relieve {s}, no new pods
kubectl describe node {x} => @describe
1 kubectl drain {x} --ignore-daemonsets => drain {s}; move everything off {s}; evacuate {s}; empty {s}
1 kubectl get pods -A --field-selector spec.nodeName={x} => which pods run on {s}; what is on {s}; everything running on {s}; who loads {s}, list its pods
"""),
    Sheet("kubectl get (svc|services|service)", "service", "services", (K("NAME", workload), S("TYPE", "ClusterIP:internal|cluster internal|of type ClusterIP;LoadBalancer:load balanced|public|of type LoadBalancer|exposed to the internet:the one with the load balancer|the one open to the world;NodePort:NodePort|of type NodePort|exposed on a node port;ExternalName:an external name"), P("CLUSTER-IP", lambda r: f"10.96.{r.randint(0, 250)}.{r.randint(2, 250)}"), P("EXTERNAL-IP", pick("<none>|<pending>")), P("PORT(S)", lambda r: f"{draw(r, 'port')}/TCP"), P("AGE", age)), """
kubectl delete service {x} => @delete
kubectl describe service {x} => @describe
1 kubectl edit service {x} => @edit
1 kubectl get endpoints {x} => endpoints of {s}; which pods are behind {s}; does {s} have endpoints; who serves {s}; backends of {s}
1 kubectl get service {x} -o yaml => @yaml
1 kubectl port-forward service/{x} 8080:80 => forward local port 8080 to port 80 of {s}; port-forward 8080 to 80 of {s}; make port 80 of {s} available at localhost:8080; tunnel localhost 8080 to {s} port 80
"""),
    Sheet("kubectl get (pvc|persistentvolumeclaims)", "claim", "claims", (K("NAME", lambda r: r.choice(["data-", "pvc-", "", "storage-"]) + workload(r)), S("STATUS", "Bound:bound;Pending:pending|unbound|waiting for a volume|not bound:the one that has no volume yet|the one that can't get a volume;!Lost:lost:the one that lost its volume"), P("VOLUME", lambda r: "pvc-" + hexes(r, 8) + "-" + hexes(r, 4)), N("CAPACITY", "capacity|space|storage", 1, 900, lambda x: f"{int(x)}Gi", "the biggest one; the largest claim; the one that takes the most storage", "the smallest one", "50Gi 100Gi 200Gi"), P("ACCESS MODES", pick("RWO|RWX")), P("STORAGECLASS", pick("gp3|standard|longhorn|fast-ssd")), P("AGE", age)), """
kubectl delete pvc {x} => @delete
kubectl describe pvc {x} => @describe
1 kubectl describe pv {VOLUME} => describe the volume of {s}; details of the volume behind {s}; what is the volume of {s} like
1 kubectl edit pvc {x} => @edit
1 kubectl get pvc {x} -o yaml => @yaml
"""),
    Sheet("kubectl get (namespaces|ns)", "namespace", "namespaces", (K("NAME", of("namespace")), S("STATUS", "Active:active;Terminating:terminating|stuck in Terminating|being deleted|hanging in termination:the one that won't go away|the one that is stuck"), P("AGE", age)), """
kubectl delete namespace {x} => @delete
1 kubectl get pods -n {x} => pods in {s}; what runs in {s}; list the pods of {s}; which pods does {s} have
1 kubectl get all -n {x} => everything in {s}; all resources of {s}; what is left in {s}; what does {s} contain
1 kubectl config set-context --current --namespace={x} => make {s} my default namespace; switch to {s}; use {s} from now on; set the current namespace to {s}
1 kubectl get events -n {x} => events in {s}; what happens in {s}; recent events of {s}
1 kubectl get namespace {x} -o json => {s} as json; finalizers of {s}, as json; dump {s} in json form
"""),
    Sheet("kubectl get (jobs|job)", "job", "jobs", (K("NAME", lambda r: workload(r) + f"-{r.randint(1000, 9999)}"), S("STATUS", "Complete:complete|finished|done|successful;!Failed:failed|unsuccessful:the one that failed|the one that didn't make it;Running:running|still running|in progress;Suspended:suspended|paused"), P("COMPLETIONS", pick("1/1|0/1")), P("DURATION", age), P("AGE", age)), """
kubectl delete job {x} => @delete
kubectl describe job {x} => @describe
1 kubectl logs job/{x} => @logs
1 kubectl logs -f job/{x} => @follow
1 kubectl get pods -l job-name={x} => pods of {s}; which pods belong to {s}; list the pods that {s} started
"""),
    Sheet("kubectl get (cronjobs|cj)", "cronjob", "cronjobs", (K("NAME", workload), P("SCHEDULE", lambda r: r.choice(["*/5 * * * *", "0 2 * * *", "30 4 * * 1", "0 * * * *", "15 3 * * *"])), S("SUSPEND", "False:active|not suspended|enabled;True:suspended|paused|switched off"), P("ACTIVE", pick("0|1")), P("LAST SCHEDULE", age), P("AGE", age)), """
kubectl delete cronjob {x} => @delete
kubectl describe cronjob {x} => @describe
1 kubectl create job manual-run --from=cronjob/{x} => run {s} now as job manual-run; trigger {s} by hand, call the job manual-run; start a job manual-run from {s}; create job manual-run out of {s}
1 kubectl edit cronjob {x} => @edit; change the schedule of {s} in my editor
1 kubectl get cronjob {x} -o yaml => @yaml
"""),
    Sheet("kubectl get (hpa|horizontalpodautoscalers)", "autoscaler", "autoscalers", (K("NAME", workload), P("REFERENCE", lambda r: "Deployment/" + workload(r)), P("TARGETS", lambda r: f"{r.randint(3, 95)}%/80%"), P("MINPODS", pick("1|2|3")), P("MAXPODS", pick("10|20|30")), N("REPLICAS", "replicas|pods", 1, 40, most="the one that scaled furthest; the biggest one"), P("AGE", age)), """
kubectl delete hpa {x} => @delete
kubectl describe hpa {x} => @describe
1 kubectl edit hpa {x} => @edit
1 kubectl get hpa {x} --watch => watch {s}; keep an eye on {s}; follow how {s} changes
"""),
    Sheet("helm (list|ls)", "release", "releases", (K("NAME", workload), P("NAMESPACE", of("namespace")), N("REVISION", "revision|revisions", 1, 90, most="the one upgraded most often; the one with the highest revision"), P("UPDATED", lambda r: stamp(r) + ":07 +0000 UTC"), S("STATUS", "deployed:deployed|fine;!failed:failed:the one that failed to deploy|the failed install;pending-upgrade:stuck in pending-upgrade|pending|in the middle of an upgrade:the one stuck upgrading|the one whose upgrade hangs;pending-install:stuck in pending-install|half installed;uninstalling:stuck uninstalling"), P("CHART", lambda r: workload(r) + f"-{r.randint(1, 9)}.{r.randint(0, 20)}.{r.randint(0, 9)}"), P("APP VERSION", lambda r: f"{r.randint(1, 9)}.{r.randint(0, 20)}")), """
helm uninstall {x} -n {NAMESPACE} => @delete; uninstall {s}
helm rollback {x} -n {NAMESPACE} => roll {s} back; rollback {s}; go back one revision with {s}; undo the last upgrade of {s}; revert {s} to the revision before; take {s} back one step
helm history {x} -n {NAMESPACE} => history of {s}; revisions of {s}; what revisions does {s} have; list the past revisions of {s}; how did {s} get here, history
helm status {x} -n {NAMESPACE} => @status
helm get values {x} -n {NAMESPACE} => values of {s}; which values is {s} installed with; show me the values used for {s}; configuration values of {s}
helm get manifest {x} -n {NAMESPACE} => manifest of {s}; rendered yaml of {s}; what did {s} install, its manifest
"""),
]

DOCKER_STATES = "Up 2 hours:up|running;!Exited (1) 3 minutes ago:exited|stopped|dead|down|not running:the one that died|the one that stopped|the one that exited with 1|the one that crashed|the one that is no longer running;!Restarting (1) 20 seconds ago:restarting|stuck in a restart loop|restarting all the time:the one that keeps restarting|the one that can't come up|the one in a restart loop|the flapping one|the one that restarts over and over;!Up 3 hours (unhealthy):unhealthy:the one that fails its health check|the one whose health check fails|the sick one;Up 4 days (Paused):paused|frozen;Created:created but never started|never started;!Exited (137) 2 hours ago:killed|exited with 137:the one with exit code 137|the one that was killed|the one that ran out of memory"
TABLES += [
    Sheet("docker ps -a", "container", "containers", (P("CONTAINER ID", lambda r: hexes(r, 12)), O("IMAGE", of("image")), P("COMMAND", pick('"/entrypoint.sh"|"docker-entrypoint.s…"|"python app.py"|"nginx -g \'daemon of…"|"npm start"|"/bin/sh -c ./run"')), P("CREATED", ago), S("STATUS", DOCKER_STATES), P("PORTS", lambda r: r.choice(["", f"0.0.0.0:{draw(r, 'port')}->80/tcp", "5432/tcp"])), K("NAMES", workload)), """
docker rm -f {x} => force remove {s}; remove {s} even if running; rm -f {s}; delete {s} by force; get rid of {s} no matter what; kill and remove {s}; throw {s} away, running or not; forcibly delete {s}
docker stop {x} => @stop
docker restart {x} => @restart
docker start {x} => @start
1 docker logs {x} => @logs
1 docker logs -f {x} => @follow
1 docker logs --tail 50 {x} => last 50 log lines of {s}; 50 lines from the end of the log of {s}; the 50 latest lines {s} logged
1 docker exec -it {x} sh => @shell
docker inspect {x} => inspect {s}; all details of {s}; configuration of {s}; inspect {s} please; the full json of {s}
docker kill {x} => kill {s} right away; docker kill {s}; SIGKILL {s}; kill {s} at once
1 docker top {x} => processes inside {s}; what runs within {s}; process list of {s}; which processes does {s} have
1 docker stats --no-stream {x} => how much memory and cpu does {s} use; resource usage of {s}, once; stats of {s} without streaming
1 docker port {x} => port mappings of {s}; which ports does {s} publish; published ports of {s}
1 docker inspect -f '{{.State.ExitCode}}' {x} => exit code of {s}; with what code did {s} exit; only the exit code of {s}
"""),
    Sheet("docker ps", "container", "containers", (K("CONTAINER ID", lambda r: hexes(r, 12)), O("IMAGE", of("image")), P("COMMAND", pick('"/entrypoint.sh"|"python app.py"|"npm start"')), P("CREATED", ago), S("STATUS", "Up 2 hours:up;!Up 3 minutes (unhealthy):unhealthy:the one that fails its health check;!Restarting (1) 20 seconds ago:restarting:the one that keeps restarting|the one in a restart loop;Up 5 days (Paused):paused|frozen"), P("PORTS", lambda r: r.choice(["", f"0.0.0.0:{draw(r, 'port')}->80/tcp"])), P("NAMES", workload)), """
docker stop {NAMES} => @stop
docker restart {NAMES} => @restart
docker rm -f {NAMES} => force remove {s}; remove {s} even though it is running; kill and remove {s}; get rid of {s} for good
docker logs {NAMES} => @logs
docker logs -f {NAMES} => @follow
docker exec -it {NAMES} sh => @shell
docker exec -it {NAMES} bash => bash in {s}; open bash inside {s}; a bash shell in {s}; get a bash in {s}
docker unpause {NAMES} => unpause {s}; unfreeze {s}; let {s} go on; resume {s}
docker commit {NAMES} snapshot:1 => save {s} as image snapshot:1; commit {s} to snapshot:1; make an image snapshot:1 out of {s}
"""),
    Sheet("docker stats --no-stream", "container", "containers", (P("CONTAINER ID", lambda r: hexes(r, 12)), K("NAME", workload), N("CPU %", "cpu|cpu usage", 0.02, 390, lambda x: f"{x:.2f}%", "the cpu hog; the busiest container; whatever eats the cpu; the one hogging the cpu; the one that burns the most cpu; the one under the most load", "the idlest one; the laziest one", "50% 80% 100% 200%"), N("MEM USAGE / LIMIT", "memory|ram|memory use", 5, 990, lambda x: f"{x:.1f}MiB / 7.6GiB", "the memory hog; the one hogging memory; whatever eats the memory; the one eating all the ram; the hungriest container; the fattest container; the one that uses up the ram", "the leanest one"), P("MEM %", lambda r: f"{r.uniform(0, 20):.2f}%"), P("NET I/O", lambda r: f"{r.randint(1, 900)}MB / {r.randint(1, 900)}MB"), P("PIDS", digits(1, 90))), """
docker stop {x} => @stop
docker restart {x} => @restart
docker kill {x} => kill {s}; kill {s} hard; docker kill {s}; {s} must be killed
1 docker logs {x} => @logs
1 docker exec -it {x} sh => @shell
docker update --memory 512m --memory-swap 512m {x} => limit {s} to 512 MB of memory and swap; give {s} at most 512m memory, swap included; cap {s} at 512m for memory and memory-swap
1 docker update --cpus 1 {x} => limit {s} to one cpu; let {s} use a single cpu at most; cap {s} at 1 cpu
1 docker top {x} => processes inside {s}; what runs in {s}; process list of {s}
docker pause {x} => pause {s}; freeze {s}; suspend {s}
"""),
    Sheet("docker images", "image", "images", (P("REPOSITORY", of("imagename")), P("TAG", of("tag")), K("IMAGE ID", lambda r: hexes(r, 12)), P("CREATED", ago), N("SIZE", "size|space|disk space", 5, 999, lambda x: f"{x:.0f}MB", "the biggest one; the largest image; the fattest one; the one that takes the most space; the heaviest image; the space hog; the huge one", "the smallest one; the tiniest image", "100MB 500MB")), """
docker rmi {x} => @delete
docker rmi {REPOSITORY}:{TAG} => untag and remove {s} by its name and tag; rmi {s}, using repository and tag; remove {s} by name and tag
docker run -it --rm {REPOSITORY}:{TAG} sh => a throwaway shell in {s}; try {s} in a shell, remove the container after; start sh in a temporary container of {s}
docker history {REPOSITORY}:{TAG} => layers of {s} by name and tag; history of {s} by name; which layers make {s} big, by name
docker push {REPOSITORY}:{TAG} => push {s}; upload {s} to its registry; push {s} to the registry
docker save -o image.tar {REPOSITORY}:{TAG} => save {s} to image.tar; export {s} as image.tar; write {s} into image.tar
docker inspect {x} => inspect {s}; details of {s}; the full json of {s}
"""),
    Sheet("docker volume ls", "volume", "volumes", (O("DRIVER", pick("local|nfs|rexray")), K("VOLUME NAME", workload)), """
docker volume rm {x} => @delete
docker volume inspect {x} => inspect {s}; details of {s}; where is {s} on disk; mountpoint of {s}
1 docker ps -a --filter volume={x} => which containers use {s}; who uses {s}; containers with {s} mounted; is {s} in use by any container, stopped ones too
1 docker run --rm -v {x}:/data alpine ls -la /data => look into {s} with a throwaway alpine, mounted at /data; list the files in {s} using alpine and /data
""", header=1.0),
    Sheet("docker network ls", "network", "networks", (P("NETWORK ID", lambda r: hexes(r, 12)), K("NAME", workload), S("DRIVER", "bridge:a bridge|bridged;overlay:an overlay|overlay;macvlan:a macvlan|macvlan;ipvlan:an ipvlan|ipvlan"), P("SCOPE", pick("local"))), """
docker network rm {x} => @delete
docker network inspect {x} => inspect {s}; which containers are in {s}; who is connected to {s}; details of {s}; subnet of {s}
1 docker network connect {x} web => connect the container web to {s}; put web into {s}; attach web to {s}
1 docker network disconnect {x} web => disconnect the container web from {s}; take web out of {s}
"""),
    Sheet("docker compose ps", "service", "services", (P("NAME", lambda r: "app-" + workload(r) + "-1"), P("IMAGE", of("image")), K("SERVICE", workload), P("CREATED", ago), S("STATUS", DOCKER_STATES), P("PORTS", lambda r: r.choice(["", f"0.0.0.0:{draw(r, 'port')}->80/tcp"]))), """
docker compose restart {x} => @restart
docker compose stop {x} => @stop
docker compose logs {x} => @logs
docker compose logs -f {x} => @follow
1 docker compose exec {x} sh => @shell
docker compose up -d --build {x} => rebuild and start {s}; build {s} anew and bring up in the background; up with build for {s}, detached
docker compose up -d --force-recreate {x} => recreate {s}; force recreate {s}, detached; new container for {s} even if nothing changed
docker compose pull {x} => pull the image of {s}; get the newest image for {s}; update the image for {s}, pull only
docker compose rm -sf {x} => stop and remove {s} without asking; throw away the container of {s}, stop first, no questions; rm -sf for {s}
"""),
    Sheet("podman ps -a", "container", "containers", (P("CONTAINER ID", lambda r: hexes(r, 12)), P("IMAGE", lambda r: "docker.io/library/" + draw(r, "image").split("/")[-1]), P("COMMAND", pick("nginx -g daemon o...|postgres|sh")), P("CREATED", ago), S("STATUS", DOCKER_STATES), K("NAMES", workload)), """
podman restart {x} => @restart
podman stop {x} => @stop
podman start {x} => @start
1 podman logs {x} => @logs
podman rm -f {x} => force remove {s}; rm -f {s}; get rid of {s} by force; remove {s} even if running
1 podman exec -it {x} sh => @shell
"""),
]

# Processes, services, schedulers, graphics cards.

PROGRAMS = "nginx: worker process|/usr/sbin/mysqld|python3 train.py --epochs 90|/usr/lib/firefox/firefox|java -Xmx8g -jar app.jar|node server.js|/usr/bin/dockerd -H fd://|postgres: writer process|redis-server *:6379|gunicorn: worker [web]|ffmpeg -i in.mp4 out.mkv|rsync -a /data /backup|/opt/google/chrome/chrome|celery -A jobs worker|/usr/bin/prometheus|vim notes.txt|make -j8|cc1plus -O2 main.cpp|/usr/bin/containerd|stress --cpu 4|find / -name core|ruby sidekiq|php-fpm: pool www|/usr/sbin/apache2 -k start|bash ./backup.sh|jupyter-lab --no-browser|ollama serve|clamd --foreground|tar czf home.tgz /home|gcc -O3 sim.c|matlab -batch run|blender -b scene.blend|snapd|xmrig -o pool:3333|webpack --watch|dd if=/dev/zero of=test|elasticsearch|mongod --config /etc/mongod.conf|cryptd|rg TODO /".split("|")
CPU_IDIOMS = "the cpu hog; whatever eats the cpu; the one hogging the cpu; the process hogging the cpu; the one burning the most cpu; the busiest process; whatever is pegging the cpu; the one that makes the fan spin; the thing melting my cpu; the top cpu consumer; the process with the highest cpu usage; the one that slows the machine down by its cpu usage; what's hammering the processor; the one keeping the cores busy; whatever is maxing out the cpu"
MEM_IDIOMS = "the memory hog; whatever eats the memory; the one hogging memory; the process hogging memory; the one eating all my ram; the one using the most ram; the biggest memory consumer; the process that takes the most RAM; whatever is filling up the ram; the hungriest process; the thing that swallows all the memory; the fattest process; the ram eater; what's using up the memory; the one that gobbles memory; the memory leaker"
PROC_ACTS = """
kill {x} => @kill
kill {x} => @kill
kill -9 {x} => @kill9
1 renice -n 10 -p {x} => lower the priority of {s} to 10; renice {s} to 10; nice value 10 for {s}; make {s} nicer, value 10; {s} should have niceness 10; give {s} a nice of 10
1 renice -n 19 -p {x} => give {s} the lowest priority; renice {s} to 19; {s} at lowest priority please; make {s} as nice as possible; let {s} run only when the machine is idle, nice 19
1 lsof -p {x} => which files does {s} have open; open files of {s}; list what {s} has open; files opened by {s}; file handles of {s}; lsof for {s}
1 strace -p {x} => trace {s}; attach strace to {s}; what system calls does {s} make; strace {s}; see the syscalls of {s}; what is {s} doing right now, strace
kill -STOP {x} => pause {s}; suspend {s}; freeze {s} without killing; stop {s} for now, to be continued later; put {s} on hold; send STOP to {s}
kill -CONT {x} => continue {s}; let {s} go on; resume {s}; send CONT to {s}; unfreeze {s}; wake {s} up again
kill -HUP {x} => send HUP to {s}; make {s} reload its config with HUP; hangup signal for {s}; SIGHUP {s}; HUP {s}
1 top -p {x} => watch {s} in top; only {s} in top; top for {s} alone; keep an eye on {s} with top; follow {s} in top
1 cat /proc/{x}/environ | tr '\\0' '\\n' => environment of {s}; which environment variables does {s} have; env of {s}, one per line
1 ls -l /proc/{x}/cwd => working directory of {s}; where was {s} started, its cwd; in which folder does {s} run; cwd of {s}
1 pstree -p {x} => children of {s} as a tree; process tree below {s}; which processes did {s} start, as a tree; tree of {s} with pids
1 taskset -cp 0 {x} => pin {s} to cpu 0; bind {s} to core 0; let {s} run only on cpu 0; restrict {s} to the first core
1 ps -o ppid= -p {x} => parent of {s}; who started {s}, its ppid; parent pid of {s}; ppid of {s}
1 pmap {x} => memory map of {s}; pmap of {s}; how is the memory of {s} laid out
1 ps -o etime= -p {x} => how long has {s} been running; uptime of {s}; run time of {s}; for how long does {s} run already
"""


def rss(rng):
    return str(rng.randint(1000, 900000))


TABLES += [
    Sheet("(ps aux|ps auxww)", "process", "processes", (O("USER", lambda r: r.choice(["root", "www-data", "postgres", person(r), person(r)])), K("PID", of("pid"), True), N("%CPU", "cpu|cpu usage|processor time", 0.1, 390, point, CPU_IDIOMS, "", "10% 50% 90%", True), N("%MEM", "memory|ram|memory usage|mem", 0.1, 70, point, MEM_IDIOMS, "", "5% 10% 20%", True), P("VSZ", lambda r: str(r.randint(10000, 9000000)), True), P("RSS", rss, True), P("TTY", pick("?|?|pts/0|pts/3")), S("STAT", "S:sleeping|asleep;R:running|runnable;T:stopped|suspended;D:in uninterruptible sleep|stuck in D state|waiting on disk:the one waiting for io|the one stuck in D"), P("START", clock), P("TIME", lambda r: f"{r.randint(0, 900)}:{r.randint(0, 59):02}", True), P("COMMAND", lambda r: r.choice(PROGRAMS))), PROC_ACTS, gap=1),
    Sheet("ps aux --sort=-\\%cpu | head", "process", "processes", (O("USER", lambda r: r.choice(["root", "mysql", person(r), person(r)])), K("PID", of("pid"), True), N("%CPU", "cpu|cpu usage", 0.1, 390, point, CPU_IDIOMS, "", "10% 50% 90%", True), N("%MEM", "memory|ram", 0.1, 70, point, MEM_IDIOMS, "", "5% 10% 20%", True), P("COMMAND", lambda r: r.choice(PROGRAMS))), PROC_ACTS, gap=2, counts=(3, 4, 5, 6, 10), order=2),
    Sheet("top", "process", "processes", (K("PID", of("pid"), True), O("USER", lambda r: r.choice(["root", person(r), person(r)])), P("PR", pick("20"), True), P("NI", pick("0|0|5"), True), P("VIRT", lambda r: f"{r.randint(10000, 9000000)}", True), P("RES", lambda r: f"{r.randint(1000, 900000)}", True), P("SHR", lambda r: f"{r.randint(1000, 90000)}", True), P("S", pick("S|R|S|I")), N("%CPU", "cpu|cpu usage", 0.1, 390, point, CPU_IDIOMS, "", "10% 50% 90%", True), N("%MEM", "memory|ram|mem", 0.1, 70, point, MEM_IDIOMS, "", "5% 10% 20%", True), P("TIME+", lambda r: f"{r.randint(0, 99)}:{r.randint(0, 59):02}.{r.randint(0, 99):02}", True), P("COMMAND", lambda r: r.choice(PROGRAMS).split()[0].rstrip(":").rsplit("/", 1)[-1])), PROC_ACTS, gap=1, header=1.0, counts=(3, 4, 5, 6, 8, 10), top=lambda r, rows: f"top - {clock(r)}:{r.randint(10, 59)} up {r.randint(2, 90)} days, {clock(r)},  {r.randint(2, 9)} users,  load average: {r.uniform(0, 20):.2f}, {r.uniform(0, 20):.2f}, {r.uniform(0, 20):.2f}\nTasks: {r.randint(200, 500)} total,   {r.randint(1, 9)} running, {r.randint(90, 400)} sleeping,   0 stopped,   {r.randint(0, 3)} zombie\n\n"),
    Sheet("ps -ef", "process", "processes", (O("UID", lambda r: r.choice(["root", "www-data", person(r), person(r)])), K("PID", of("pid"), True), P("PPID", of("pid"), True), P("C", digits(0, 9)), P("STIME", clock), P("TTY", pick("?|pts/0|pts/1|tty2")), P("TIME", lambda r: f"00:{r.randint(0, 59):02}:{r.randint(0, 59):02}"), P("CMD", lambda r: r.choice(PROGRAMS))), PROC_ACTS + "kill {PPID} => kill the parent of {s}; end the process that started {s}; get rid of the parent of {s}; kill whatever spawned {s}\nps -fp {PPID} => show the parent of {s}; which process started {s}; what is the parent process of {s}\n", gap=1, counts=(3, 4, 5, 6, 8, 10)),
    Sheet("systemctl list-units --type=service --all", "service", "services", (K("UNIT", lambda r: draw(r, "service") + ".service"), P("LOAD", pick("loaded")), S("ACTIVE", "active:active|up;!failed:failed|dead|broken:the one that failed|the one that didn't come up|the red one|the one that crashed;inactive:inactive|stopped|not running:the one that isn't running;activating:activating|hanging at start|still starting:the one that can't finish starting|the one that hangs while starting"), P("SUB", pick("running|exited|dead|failed")), P("DESCRIPTION", lambda r: workload(r).replace("-", " ") + " service")), """
sudo systemctl restart {x} => @restart
sudo systemctl stop {x} => @stop
sudo systemctl start {x} => @start
sudo systemctl disable {x} => disable {s}; don't start {s} at boot; {s} should not come up at boot any more; keep {s} from starting at boot; take {s} out of the boot; no autostart for {s}
sudo systemctl disable --now {x} => disable {s} and stop right away; stop {s} and keep from starting at boot; disable {s} now; off with {s}, now and at boot; turn {s} off permanently
sudo systemctl enable --now {x} => enable {s} and start right away; start {s} now and at every boot; enable {s} now; {s} should run now and after each boot
systemctl status {x} => @status
1 journalctl -u {x} => logs of {s}; why did {s} do that, the journal; journal of {s}; what does the journal say about {s}; log entries of {s}; journal entries for {s}
1 journalctl -u {x} -n 50 => last 50 journal lines of {s}; 50 latest log lines of {s}; tail 50 of the journal for {s}; the last fifty lines {s} logged
1 journalctl -u {x} -f => follow the journal of {s}; watch what {s} logs; live journal of {s}; tail the journal of {s}
1 journalctl -u {x} -b => journal of {s} since boot; what did {s} log since the machine booted; log of {s}, this boot only
sudo systemctl reset-failed {x} => reset the failed state of {s}; clear the failure of {s}; forget that {s} failed; reset-failed for {s}
sudo systemctl mask {x} => mask {s}; make sure nothing can start {s}; block {s} from ever being started; make {s} impossible to start
sudo systemctl unmask {x} => unmask {s}; allow {s} to be started again; take the mask off {s}
1 systemctl cat {x} => unit file of {s}; show the unit file of {s}; how is {s} defined; what is in the unit of {s}
1 sudo systemctl edit {x} => edit an override for {s}; override settings of {s}; add a drop-in for {s}; systemctl edit for {s}
1 systemctl list-dependencies {x} => dependencies of {s}; what does {s} depend on; which units does {s} need
sudo systemctl reload {x} => reload {s}; make {s} reread its config; have {s} reload the configuration; reload config of {s} without restarting
""", header=1.0, gap=1),
    Sheet("systemctl --failed", "unit", "units", (P("", pick("●")), K("UNIT", lambda r: draw(r, "service") + r.choice([".service", ".service", ".timer", ".mount"])), P("LOAD", pick("loaded")), P("ACTIVE", pick("failed")), P("SUB", pick("failed")), P("DESCRIPTION", lambda r: workload(r).replace("-", " "))), """
sudo systemctl restart {x} => @restart; try {s} once more; another try for {s}
systemctl status {x} => @status
1 journalctl -u {x} => logs of {s}; why did {s} fail, the journal; journal of {s}; what does the journal say about {s}; what went wrong with {s}, see the journal
1 journalctl -xeu {x} => end of the journal of {s} with explanations; jump to the end of the journal for {s} with explanatory texts; journalctl -xe for {s}
sudo systemctl reset-failed {x} => reset the failed state of {s}; clear the failure of {s}; forget that {s} failed; remove {s} from the failed list
sudo systemctl disable {x} => disable {s}; don't start {s} at boot; {s} should not start at boot
sudo systemctl mask {x} => mask {s}; make {s} impossible to start; never let anything start {s}
1 systemctl cat {x} => unit file of {s}; how is {s} defined; what is in the unit file of {s}
""", counts=(1, 2, 3, 4, 5), gap=1, header=1.0),
    Sheet("systemctl list-timers", "timer", "timers", (P("NEXT", lambda r: f"Sat 2026-{r.randint(1, 12):02}-{r.randint(1, 28):02} {clock(r)}:00 UTC"), P("LEFT", lambda r: f"{r.randint(2, 23)}h left"), P("LAST", lambda r: f"Fri 2026-{r.randint(1, 12):02}-{r.randint(1, 28):02} {clock(r)}:00 UTC"), P("PASSED", lambda r: f"{r.randint(2, 23)}h ago"), K("UNIT", lambda r: workload(r) + ".timer"), P("ACTIVATES", lambda r: workload(r) + ".service")), """
sudo systemctl start {ACTIVATES} => run what {s} starts right now; trigger the service of {s} by hand; don't wait for {s}, run its service now; start the service behind {s}
sudo systemctl disable --now {x} => disable and stop {s}; turn {s} off for good, now; stop {s} now and don't start at boot
sudo systemctl stop {x} => @stop
1 systemctl cat {x} => definition of {s}; unit file of {s}; when is {s} due, show the unit
journalctl -u {ACTIVATES} => log of the service that {s} starts; journal of what {s} activates; what did the service behind {s} log
systemctl status {x} => @status
"""),
    Sheet("squeue", "job", "jobs", (K("JOBID", of("jobid"), True), O("PARTITION", of("partition")), P("NAME", lambda r: workload(r)[:8]), O("USER", person), S("ST", "R:running|in state R;PD:pending|waiting|queued|not started yet|still in the queue:the one that waits|the one that hasn't started|the one still waiting;CG:completing|stuck completing|in CG:the one that hangs while completing|the one that can't finish;S:suspended"), P("TIME", lambda r: f"{r.randint(0, 23)}:{r.randint(0, 59):02}:{r.randint(0, 59):02}", True), N("NODES", "nodes|number of nodes", 1, 64, most="the biggest job; the job on the most nodes; the one that hogs the most nodes; the widest job; the node hog; the one taking up half the cluster", steps="2 4 8 16", right=True), P("NODELIST(REASON)", lambda r: r.choice([draw(r, "node"), "(Priority)", "(Resources)", draw(r, "node")]))), """
scancel {x} => @cancel
scancel {x} => @cancel
1 scontrol hold {x} => hold {s}; keep {s} from starting; put {s} on hold; {s} should not start yet; block {s} from starting
1 scontrol show job {x} => details of {s}; everything about {s}; why is {s} not running; what is {s} waiting for; full info for {s}; how was {s} submitted; show job for {s}
scancel -u {USER} => cancel all jobs of the user who owns {s}; kill everything of the owner of {s}; all jobs of the person behind {s}: cancel; cancel every job of whoever submitted {s}
1 scontrol release {x} => release {s}; let {s} start again; unhold {s}; {s} may start now
1 scontrol requeue {x} => requeue {s}; start {s} anew from the queue; put {s} back into the queue; requeue {s} please
1 squeue --start -j {x} => when will {s} start; expected start of {s}; estimated start time of {s}; how long until {s} starts
squeue -u {USER} => other jobs of the owner of {s}; what else does the owner of {s} have in the queue; all jobs of whoever owns {s}
squeue -p {PARTITION} => everything in the partition of {s}; queue of the partition that {s} is in; who else waits in the partition of {s}
1 sstat -j {x} => resource use of {s} so far; statistics of {s}; sstat for {s}; how much memory does {s} use, sstat
1 scontrol update JobId={x} TimeLimit=24:00:00 => set the time limit of {s} to 24 hours; give {s} 24 hours; extend {s} to a limit of one day; time limit 24:00:00 for {s}
1 scontrol update JobId={x} Priority=1000 => priority 1000 for {s}; set the priority of {s} to 1000; bump {s} to priority 1000
1 sattach {x}.0 => attach to the output of {s}, step 0; sattach to step 0 of {s}; see the live output of step 0 of {s}
1 scontrol suspend {x} => suspend {s}; pause {s}; freeze {s} for now
""", gap=2),
    Sheet("sacct", "job", "jobs", (K("JobID", of("jobid")), P("JobName", lambda r: workload(r)[:10]), O("Partition", of("partition")), O("Account", of("group")), P("AllocCPUS", digits(1, 128), True), S("State", "COMPLETED:completed|finished fine|successful;!FAILED:failed:the one that failed|the one that went wrong;!TIMEOUT:timed out|in TIMEOUT:the one that ran out of time|the one that hit its time limit;!OUT_OF_MEMORY:out of memory|OUT_OF_MEMORY:the one that ran out of memory|the one that needed too much memory;CANCELLED:cancelled;!NODE_FAIL:in NODE_FAIL|hit by a node failure:the one whose node died;RUNNING:running|still running"), P("ExitCode", pick("0:0|1:0|0:9"))), """
1 sacct -j {x} --format=JobID,State,Elapsed,MaxRSS => state, elapsed time and MaxRSS of {s}; how much memory did {s} use, with state and elapsed time; job id, state, elapsed, maxrss for {s}
1 seff {x} => efficiency of {s}; seff of {s}; how efficient was {s}; how well did {s} use its resources
1 less slurm-{x}.out => output file of {s}; read slurm's output of {s} in less; look through the output of {s}; what did {s} print, the slurm .out file
1 tail slurm-{x}.out => end of the output file of {s}; last lines of the output of {s}; how did the output of {s} end; tail the slurm output of {s}
1 scontrol requeue {x} => requeue {s}; run {s} again; put {s} into the queue again
"""),
    Sheet("sinfo -N -l", "node", "nodes", (K("NODELIST", of("node")), P("NODES", pick("1"), True), O("PARTITION", of("partition")), S("STATE", "idle:idle|free|unused;!down:down|dead|not responding:the dead one|the one that isn't responding;drained:drained|out of service:the one taken out of service;draining:draining|being drained;allocated:allocated|busy|fully used:the busy one|the one in full use;mixed:mixed|partly used"), P("CPUS", pick("64|96|128"), True), P("S:C:T", pick("2:32:1|2:48:2")), P("MEMORY", pick("256000|512000|1031000"), True), P("REASON", pick("none|Not responding|maintenance"))), """
1 sudo scontrol update NodeName={x} State=RESUME => put {s} back into service; resume {s}; return {s} to service; bring {s} back; make {s} usable again; undrain {s}
1 scontrol show node {x} => details of {s}; what is wrong with {s}; show node for {s}; everything slurm knows about {s}; why is {s} like that
1 squeue -w {x} => jobs on {s}; what runs on {s}; who uses {s}; which jobs sit on {s}; queue of {s}
1 sudo scontrol update NodeName={x} State=DRAIN Reason=maintenance => drain {s} for maintenance; take {s} out of service with reason maintenance; no new jobs on {s}, reason maintenance; set {s} to drain, maintenance
1 sudo scontrol update NodeName={x} State=DOWN Reason=broken => mark {s} down as broken; set {s} down, reason broken; declare {s} down because broken
1 ssh {x} => log into {s}; ssh to {s}; get onto {s}; open a session on {s}
1 ssh {x} nvidia-smi => nvidia-smi on {s}; what are the gpus of {s} doing; gpu state of {s}; check the gpus of {s} over ssh
1 srun -w {x} --pty bash => interactive bash on {s} through slurm; get a shell on {s} with srun; srun a bash on {s}
1 ping -c 4 {x} => ping {s}; is {s} alive, 4 pings; does {s} answer to ping
""", gap=2),
    Sheet("qstat", "job", "jobs", (K("Job ID", lambda r: f"{r.randint(1000, 99999)}.pbs"), P("Name", lambda r: workload(r)[:12]), O("User", person), P("Time Use", lambda r: f"{r.randint(0, 90):02}:{r.randint(0, 59):02}:{r.randint(0, 59):02}"), S("S", "R:running;Q:queued|waiting|pending:the one that waits;H:held|on hold;E:exiting|ending"), O("Queue", pick("workq|gpuq|long|short"))), """
qdel {x} => @delete; cancel {s}; kill {s}; stop {s}; abort {s}
qhold {x} => hold {s}; put {s} on hold; keep {s} from starting
qrls {x} => release {s}; let {s} start; unhold {s}; take the hold off {s}
1 qstat -f {x} => details of {s}; full status of {s}; everything about {s}; why isn't {s} running
""", gap=2),
    Sheet("nvidia-smi --query-gpu=index,name,temperature.gpu,utilization.gpu,memory.used --format=csv", "GPU", "GPUs", (K("index", digits(0, 7)), P("name", pick("NVIDIA A100-SXM4-80GB|NVIDIA H100 80GB HBM3|NVIDIA L40S|NVIDIA GeForce RTX 4090")), N("temperature.gpu", "temperature|heat", 25, 92, most="the hottest one; the hottest card; the one that overheats; the one running hot; the warmest gpu; the card about to melt", least="the coolest one; the coldest card"), N("utilization.gpu [%]", "utilization|load", 1, 100, lambda x: f"{int(x)} %", "the busiest one; the card working hardest; the most loaded gpu; the one under the most load", "the idlest one; the least busy card; the one that does the least; the one doing nothing; the freest gpu"), N("memory.used [MiB]", "memory used|memory in use|used vram", 300, 79000, lambda x: f"{int(x)} MiB", "the fullest one; the one with the least free memory; the card that's nearly full", "the emptiest card; the one with the most free memory; the gpu with the most room; the one with the most vram left; the least occupied card; the one that is practically empty")), """
1 CUDA_VISIBLE_DEVICES={x} python3 train.py => run train.py on {s}; start train.py on {s}; train.py should use {s}; launch train.py on {s} only; pin train.py to {s}; python train.py, but only on {s}
1 sudo nvidia-smi -i {x} -pl 250 => limit {s} to 250 W; power limit of 250 watts for {s}; cap {s} at 250 watts; set the power limit of {s} to 250; at most 250W for {s}
1 nvidia-smi -q -i {x} => details of {s}; everything about {s}; full query of {s}; all nvidia-smi knows about {s}
1 nvidia-smi -i {x} => status of {s}; nvidia-smi for {s}; only {s} in nvidia-smi; show just {s}
1 sudo nvidia-smi --gpu-reset -i {x} => reset {s}; gpu reset of {s}; {s} is stuck, reset
1 nvidia-smi -q -d TEMPERATURE -i {x} => temperature details of {s}; temperatures and limits of {s}; how hot may {s} get; temperature section for {s}
1 nvidia-smi -q -d ECC -i {x} => ecc errors of {s}; has {s} ecc errors; ECC section of {s}
1 export CUDA_VISIBLE_DEVICES={x} => use {s} from now on in this shell; make only {s} visible in this shell; set CUDA_VISIBLE_DEVICES to {s}; export it so that only {s} is used
1 nvidia-smi dmon -i {x} => monitor {s} continuously; dmon for {s}; live stats of {s}; keep watching {s}
""", counts=(3, 4, 5, 6, 8), line=lambda r, rows: "index, name, temperature.gpu, utilization.gpu [%], memory.used [MiB]\n" + "\n".join(", ".join(row) for row in rows)),
    Sheet("nvidia-smi --query-compute-apps=pid,process_name,used_memory --format=csv", "process", "processes", (K("pid", of("pid")), P("process_name", pick("python3|/usr/bin/python|ollama|java|./train|vllm|jupyter-lab|ffmpeg|blender|/opt/conda/bin/python")), N("used_gpu_memory [MiB]", "memory|gpu memory|vram|video memory", 200, 79000, lambda x: f"{int(x)} MiB", "the memory hog; whatever eats the vram; the one hogging the gpu; the one hogging gpu memory; the vram eater; the process filling the card; whatever is filling up the gpu memory; the one taking all the vram", "the smallest one", "1000 10000 20000")), """
kill {x} => @kill
kill -9 {x} => @kill9
1 ps -o user= -p {x} => who owns {s}; which user runs {s}; whose is {s}; owner of {s}
1 ps -p {x} -o args => command line of {s}; with which arguments was {s} started; full command of {s}
1 ls -l /proc/{x}/cwd => working directory of {s}; where does {s} run, its cwd; from which folder was {s} started
""", counts=(2, 3, 4, 5, 6, 8), line=lambda r, rows: "pid, process_name, used_gpu_memory [MiB]\n" + "\n".join(", ".join(row) for row in rows)),
    Sheet("nvtop -s", "process", "processes", (K("PID", of("pid")), O("USER", person), P("DEV", digits(0, 7)), P("TYPE", pick("Compute|Graphic")), N("GPU", "gpu|gpu usage|gpu load", 1, 100, percents, "the busiest process; the one that loads the gpu most"), N("GPU MEM", "gpu memory|vram", 100, 79000, lambda x: f"{int(x)}MiB", "the vram hog; the one eating the vram; the one hogging gpu memory; whatever fills the card"), P("Command", pick("python train.py|vllm serve|jupyter-lab|python infer.py|ollama runner"))), """
kill {x} => @kill
kill -9 {x} => @kill9
nvidia-smi -i {DEV} => nvidia-smi of the card that {s} uses; status of the gpu with {s}; show the gpu that {s} runs on
""", gap=2),
    Sheet("supervisorctl status", "program", "programs", (K("", workload), S("", "RUNNING:running|up;!FATAL:in FATAL|fatal|broken:the one that gave up|the one that can't be started|the one that is FATAL;!BACKOFF:in BACKOFF|backing off:the one that keeps exiting too quickly;STOPPED:stopped|not running;!EXITED:exited:the one that exited;STARTING:starting"), P("", lambda r: f"pid {r.randint(300, 90000)}, uptime {clock(r)}:{r.randint(10, 59)}")), """
sudo supervisorctl restart {x} => @restart
sudo supervisorctl start {x} => @start
sudo supervisorctl stop {x} => @stop
1 sudo supervisorctl tail {x} => @logs
1 sudo supervisorctl tail -f {x} => @follow
1 sudo supervisorctl tail {x} stderr => stderr of {s}; what did {s} print to stderr; error output of {s}
sudo supervisorctl status {x} => status of {s}; check {s} again; state of {s}
""", header=0.0, gap=4),
    Sheet("pm2 (ls|list|status)", "app", "apps", (P("id", digits(0, 30)), K("name", workload), P("mode", pick("fork|cluster")), N("↺", "restarts", 0.5, 900, most="the one that restarts most; the one that was restarted most often; the flakiest app"), S("status", "online:online|up;!errored:errored|broken:the one that errored|the one with the error;stopped:stopped|not running;launching:launching|still starting"), P("cpu", lambda r: f"{r.randint(0, 99)}%"), N("memory", "memory|ram", 10, 1900, lambda x: f"{x:.1f}mb", "the memory hog; the one hogging memory; the fattest app; the one eating the ram")), """
pm2 restart {x} => @restart
pm2 stop {x} => @stop
pm2 delete {x} => @delete
1 pm2 logs {x} => @logs
1 pm2 describe {x} => @info
pm2 reload {x} => reload {s}; zero downtime reload of {s}; reload {s} gracefully
""", gap=2),
]

# Storage, files, network.

BIG_FILE = "the biggest one; the largest file; the fattest one; the file that takes the most space; the space hog; whatever is biggest; the biggest file there; the huge one; the one wasting the most space; the one eating the disk; the heaviest file; whichever file is largest; the monster file"
SMALL_FILE = "the smallest one; the smallest file; the tiniest file; the tiny one; whichever is smallest"
BIG_DIR = "the biggest one; whatever takes the most room; the space hog; the largest folder; the biggest directory; the fattest one; the folder eating the disk; the one filling up the disk; the one with all the data; the heaviest one; the huge one; whichever folder is largest; the one hogging the space"
FULL = "the fullest one; the one that is almost full; whatever is nearly full; the one running out of space; the disk that is filling up; the one with hardly any space left; the one about to overflow; the full one; the most used one; the one closest to full; the one in danger of running full"
EMPTY = "the emptiest one; the one with the most room; the least used one; the one with plenty of space left"


def file_name(rng):
    return workload(rng) + rng.choice([".log", ".tar.gz", ".sql", ".iso", ".csv", ".mp4", ".zip", ".json", ".bak", ".img", ".pdf", ".txt", ".dump", ".qcow2", ".log.1", ".parquet"])


def permissions(rng):
    return rng.choice(["-rw-r--r--", "-rw-r-----", "-rw-rw-r--", "-rw-------"])


def used(low=3, high=100):
    return lambda x: f"{int(x)}%"


LS_ACTS = """
rm {x} => @delete
rm {x} => @delete
sudo chown root {x} => make root the owner of {s}; give {s} to root; chown {s} to root; root should own {s}; hand {s} over to root
chmod 600 {x} => make {s} readable and writable for the owner only; chmod 600 for {s}; only the owner may read and write {s}; nobody but the owner should see {s}; make {s} private, mode 600
chmod +x {x} => make {s} executable; chmod +x on {s}; {s} should be executable; executable bit for {s}; let {s} be run
1 cp {x} {x}.bak => back {s} up as .bak; copy {s} to a .bak; make a .bak copy of {s}; keep a .bak of {s} next to it; backup {s} with the suffix .bak
mv {x} /tmp/ => move {s} to /tmp; put {s} into /tmp; mv {s} to /tmp; get {s} out of here, into /tmp; shift {s} to /tmp
gzip {x} => gzip {s}; compress {s} with gzip; pack {s} with gzip; make {s} smaller with gzip; shrink {s} with gzip
1 truncate -s 0 {x} => empty {s} but keep the file; truncate {s}; make {s} zero bytes; cut {s} to nothing without deleting; clear the contents of {s}
1 tail {x} => last lines of {s}; how does {s} end; end of {s}; tail {s}; the last ten lines of {s}
1 head {x} => first lines of {s}; how does {s} begin; beginning of {s}; head of {s}; the first ten lines of {s}
1 less {x} => page through {s}; open {s} in less; read {s} page by page; look through {s} in a pager
1 cat {x} => print {s}; what is in {s}; contents of {s}; cat {s}; show me what {s} says; dump {s} to the screen
1 wc -l {x} => how many lines has {s}; count the lines of {s}; line count of {s}; number of lines in {s}
1 file {x} => what type of file is {s}; what kind of file is {s}; file type of {s}
1 sha256sum {x} => sha256 of {s}; checksum (sha256) of {s}; sha256sum {s}; hash {s} with sha256
1 vim {x} => open {s} in vim; edit {s} with vim; vim {s}; I want to change {s} in vim
1 stat {x} => stat {s}; all timestamps of {s}; inode and times of {s}; full metadata of {s}
1 scp {x} backup:/data/ => copy {s} to /data on the host backup; scp {s} to backup:/data/; send {s} to the machine backup, into /data
1 ln -s {x} current => symlink {s} as current; link called current to {s}; make current point to {s}; a symbolic link current for {s}
1 lsof {x} => who has {s} open; which process uses {s}; is {s} open in some process; what holds {s} open
1 du -h {x} => how much disk does {s} really take; disk usage of {s}; space {s} takes on disk
"""
TABLES += [
    Sheet("ls -l", "file", "files", (P("", permissions), P("", pick("1")), O("", of("user")), P("", of("group")), N("", "size|bytes|space", 12, 900000000, lambda x: str(int(x)), BIG_FILE, SMALL_FILE, "1000000 10000000", True), P("", month_day), K("", file_name)), LS_ACTS, header=0.0, gap=1, counts=(3, 4, 5, 6, 8, 10, 14), top=lambda r, rows: f"total {r.randint(100, 900000)}\n"),
    Sheet("ls -lh", "file", "files", (P("", permissions), P("", pick("1")), O("", person), P("", of("group")), N("", "size|space", 1, 90000000, human, BIG_FILE, SMALL_FILE, "1M 10M 100M 500M 1G 5G 10G", True), P("", month_day), K("", file_name)), LS_ACTS, header=0.0, gap=1, counts=(3, 4, 5, 6, 8, 10, 14), top=lambda r, rows: f"total {r.randint(2, 90)}G\n" if r.random() < 0.7 else ""),
    Sheet("ls -lh --sort=size", "file", "files", (P("", permissions), P("", pick("1")), O("", person), P("", of("group")), N("", "size|space", 1, 90000000, human, BIG_FILE, SMALL_FILE, "1M 10M 100M 1G 10G", True), P("", month_day), K("", file_name)), LS_ACTS, header=0.0, gap=1, counts=(3, 4, 5, 6), order=4),
    Sheet("(du -sh *|du -s -h *)", "folder", "folders", (N("", "space|disk usage|size", 4, 90000000, human, BIG_DIR, "the smallest one; the smallest folder; the tiniest one", "100M 1G 10G 50G"), K("", workload)), """
rm -r {x} => @delete; remove {s} with everything inside; delete {s} recursively
1 ls -la {x} => what is in {s}; list {s}; contents of {s}, also hidden ones; everything inside {s} with details; look into {s}
1 tar -czf {x}.tar.gz {x} => pack {s}; make a tarball of {s}; tar and gzip {s}; archive {s} as tar.gz; compress {s} to a tar.gz
1 cd {x} => go into {s}; enter {s}; cd into {s}; change to {s}; let me into {s}
1 du -h --max-depth=1 {x} | sort -rh => what takes the space inside {s}; subfolders of {s} by size; break {s} down by size, largest first; where does the space in {s} go
mv {x} /mnt/backup/ => move {s} to /mnt/backup; put {s} into /mnt/backup; shift {s} over to /mnt/backup; relocate {s} to /mnt/backup
1 find {x} -type f -size +100M => files over 100 MB in {s}; big files (over 100M) inside {s}; which files in {s} are larger than 100M
1 find {x} -type f -mtime +30 => files in {s} not changed for over 30 days; old files (30+ days) in {s}; what in {s} is older than 30 days
1 find {x} -type f | wc -l => how many files are in {s}; count the files within {s}; number of files in {s}, recursively
1 rsync -a {x} backup:/data/ => rsync {s} to backup:/data/; copy {s} with rsync to /data on backup; sync {s} over to the host backup, /data
""", header=0.0, gap=1, counts=(3, 4, 5, 6, 8, 10)),
    Sheet("df -h", "filesystem", "filesystems", (K("Filesystem", lambda r: r.choice(["/dev/sda", "/dev/sdb", "/dev/sdc", "/dev/vda", "/dev/nvme0n1p", "/dev/mapper/vg-", "/dev/md"]) + str(r.randint(1, 9))), P("Size", pick("20G|50G|100G|1.8T|477G"), True), P("Used", pick("18G|44G|12G|1.1T|400G"), True), P("Avail", pick("2.1G|6G|88G|700G"), True), N("Use%", "usage|use in percent|fill level", 3, 100, lambda x: f"{int(x)}%", FULL, EMPTY, "50% 80% 90%", True), P("Mounted on", lambda r: draw(r, "mount"))), """
du -h --max-depth=1 {Mounted on} | sort -rh => what takes the space on {s}; largest folders on {s}; which folders fill {s}, largest first; why is {s} so full, folders by size; break down {s} by folder, biggest first
sudo umount {Mounted on} => unmount {s}; umount {s}; take {s} off; detach {s} from the tree; eject {s}
df -i {Mounted on} => inodes of {s}; is {s} out of inodes; inode usage of {s}; how many inodes are left on {s}
find {Mounted on} -xdev -type f -size +1G => find files over 1G on {s}; files bigger than 1 GB on {s}, not crossing filesystems; which files over 1G sit on {s}; huge files (over 1G) on {s}
sudo mount -o remount,ro {Mounted on} => remount {s} read-only; make {s} read-only; {s} should be read-only from now on; protect {s} against writes by remounting
sudo lsof +D {Mounted on} => who has files open below {s}; open files under the mountpoint of {s}; lsof for everything under {s}
sudo fuser -vm {Mounted on} => who uses {s}; which processes keep {s} busy; what uses {s} right now; processes on {s}
cd {Mounted on} => go to {s}; cd to the mountpoint of {s}; change into {s}; take me to {s}
ls -la {Mounted on} => list {s}; what is on {s}, hidden files included; contents of {s} with details
1 sudo tune2fs -l {x} => tune2fs details of {s}; superblock info of {s}; filesystem parameters of {s} with tune2fs
1 sudo resize2fs {x} => grow the filesystem on {s} to the size of its device; resize2fs {s}; enlarge {s} to fill its device
ncdu {Mounted on} => explore {s} with ncdu; open {s} in ncdu; ncdu on {s}; interactive disk usage of {s}
""", gap=2, counts=(3, 4, 5, 6, 8)),
    Sheet("df -i", "filesystem", "filesystems", (K("Filesystem", lambda r: r.choice(["/dev/sda", "/dev/sdb", "/dev/vda", "/dev/nvme0n1p"]) + str(r.randint(1, 9))), P("Inodes", digits(1000000, 9000000), True), P("IUsed", digits(10000, 900000), True), P("IFree", digits(1000, 90000), True), N("IUse%", "inode usage|used inodes", 3, 100, lambda x: f"{int(x)}%", "the one out of inodes; the one running out of inodes; the one with hardly any inodes left; the fullest one", "the emptiest one", "50% 80% 90%", True), P("Mounted on", lambda r: draw(r, "mount"))), """
sudo du --inodes -d 1 {Mounted on} | sort -rn => which folders on {s} have the most inodes; where do the inodes of {s} go, by folder; inodes per folder on {s}, most first
df -h {Mounted on} => space on {s}; free space of {s} in human units; how full is {s} in bytes
find {Mounted on} -xdev -type f | wc -l => count the files on {s}, staying on it; how many files are on {s}; number of files on {s} alone
sudo umount {Mounted on} => unmount {s}; umount {s}; take {s} off
""", gap=2, counts=(3, 4, 5, 6)),
    Sheet("lsblk -o NAME,SIZE,TYPE,FSTYPE,MOUNTPOINT", "partition", "partitions", (K("NAME", lambda r: r.choice(["sda", "sdb", "sdc", "nvme0n1p", "vdb"]) + str(r.randint(1, 9))), N("SIZE", "space|size", 1, 1800, lambda x: f"{int(x)}G", "the biggest one; the largest partition; the big one", "the smallest one; the tiny partition", "100G 500G"), P("TYPE", pick("part")), S("FSTYPE", "ext4:ext4|formatted with ext4;xfs:xfs|formatted with xfs;ntfs:ntfs|a windows one|formatted with ntfs:the windows partition;swap:swap|for swap:the swap partition;vfat:vfat|fat:the EFI one;btrfs:btrfs"), P("MOUNTPOINT", pick(""))), """
1 sudo mount /dev/{x} /mnt => mount {s} at /mnt; put {s} on /mnt; make {s} available under /mnt; attach {s} to /mnt; I need {s} on /mnt
1 sudo mkfs.ext4 /dev/{x} => make an ext4 filesystem on {s}; format {s} with ext4; put ext4 on {s}; mkfs ext4 for {s}; wipe {s} with a new ext4
1 sudo fsck /dev/{x} => check the filesystem on {s}; fsck {s}; check {s} for errors; is the filesystem on {s} ok, check
1 sudo blkid /dev/{x} => uuid of {s}; blkid for {s}; what uuid has {s}; which uuid belongs to {s}
1 sudo wipefs -a /dev/{x} => wipe all signatures off {s}; wipefs {s}; remove the filesystem signatures from {s}
1 sudo smartctl -a /dev/{x} => smart data of {s}; smartctl for {s}; all smart info of {s}
1 sudo mount -o ro /dev/{x} /mnt => mount {s} read-only at /mnt; put {s} on /mnt without writing; read-only mount of {s} on /mnt
""", gap=2, counts=(3, 4, 5, 6)),
    Sheet("ss -tlnp", "program", "programs", (P("State", pick("LISTEN")), P("Recv-Q", pick("0")), P("Send-Q", pick("128|511|4096")), K("Port", of("port")), P("Program", workload), P("PID", of("pid"))), """
kill {PID} => kill {s}; end {s}; free the port of {s}; stop {s}; terminate {s}; get rid of {s}; release the port that {s} holds; {s} must let go of its port, kill
kill -9 {PID} => force kill {s}; kill -9 {s}; SIGKILL {s}; {s} won't die, use force
lsof -p {PID} => which files does {s} have open; open files of {s}; lsof for {s}; what has {s} open
ps -fp {PID} => full ps line of {s}; show the process behind {s}; ps for {s}; details about {s} from ps
1 sudo ufw allow {x} => open the port of {s} in ufw; ufw: allow the port of {s}; let the world reach the port of {s}, with ufw; firewall opening for {s} in ufw
1 sudo ufw deny {x} => block the port of {s} in ufw; deny the port of {s} with ufw; close the port of {s} in ufw
1 nc -zv localhost {x} => test with nc whether the port of {s} answers on localhost; check the port of {s} with netcat here; is the local port of {s} open, nc
1 curl http://localhost:{x} => curl {s} on localhost; http request to {s} here; what does {s} answer locally with curl; fetch the page of {s} from localhost
ls -l /proc/{PID}/exe => which binary is {s}; executable of {s}; path of the program file of {s}
ls -l /proc/{PID}/cwd => working directory of {s}; cwd of {s}; where was {s} started
""", counts=(3, 4, 5, 6, 8), header=1.0, line=lambda r, rows: table([["State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port", "Process"], *[[a, b, c, f"{r.choice(['0.0.0.0', '127.0.0.1', '[::]'])}:{port}", "0.0.0.0:*", f'users:(("{name}",pid={pid},fd={r.randint(3, 20)}))'] for a, b, c, port, name, pid in rows]], 2)),
    Sheet("sudo netstat -tlnp", "program", "programs", (P("Proto", pick("tcp")), K("Port", of("port")), P("PID", of("pid")), P("Program", workload)), """
kill {PID} => kill {s}; end {s}; free the port of {s}; stop {s}; terminate {s}; get rid of {s}; release the port that {s} holds
kill -9 {PID} => force kill {s}; kill -9 {s}; SIGKILL {s}
lsof -p {PID} => which files does {s} have open; open files of {s}; lsof for {s}
ps -fp {PID} => full ps line of {s}; show the process behind {s}; ps for {s}
1 sudo ufw allow {x}/tcp => open the tcp port of {s} in ufw; ufw: allow the tcp port of {s}; let others reach {s} over tcp, with ufw
1 sudo tcpdump -i any port {x} => capture the traffic of the port of {s}; tcpdump on the port of {s}, any interface; sniff the port of {s} on all interfaces
""", counts=(3, 4, 5, 6, 8), header=1.0, line=lambda r, rows: "Active Internet connections (only servers)\n" + table([["Proto", "Recv-Q", "Send-Q", "Local Address", "Foreign Address", "State", "PID/Program name"], *[[a, "0", "0", f"{r.choice(['0.0.0.0', '127.0.0.1'])}:{port}", "0.0.0.0:*", "LISTEN", f"{pid}/{name}"] for a, port, pid, name in rows]], 1)),
    Sheet("sudo lsof -i -P -n", "process", "processes", (P("COMMAND", workload), K("PID", of("pid")), O("USER", person), P("FD", pick("3u|7u|12u|21u")), P("TYPE", pick("IPv4|IPv6")), P("DEVICE", digits(20000, 90000)), P("SIZE/OFF", pick("0t0")), P("NODE", pick("TCP")), P("NAME", lambda r: f"*:{draw(r, 'port')} (LISTEN)")), """
kill {x} => @kill
kill -9 {x} => @kill9
1 ps -fp {x} => ps of {s}; full command line of {s}; show {s} in ps -f
1 lsof -p {x} => everything {s} has open; all open files of {s}; lsof of {s}
""", gap=2, counts=(2, 3, 4, 5, 6)),
    Sheet("ip (route|r)", "route", "routes", (K("", of("subnet")), P("", lambda r: f"via {private(r)}"), O("", lambda r: f"{draw(r, 'iface')}"), P("", lambda r: f"metric {r.randint(1, 9)}00")), """
1 sudo ip route del {x} => @delete
""", gap=1, header=0.0, counts=(2, 3, 4, 5), line=lambda r, rows: "\n".join(f"{a} {b} dev {c} proto static {d}" for a, b, c, d in rows)),
    Sheet("ip neigh", "neighbour", "neighbours", (K("", private), P("", of("iface")), P("", lambda r: ":".join(hexes(r, 2) for _ in range(6))), S("", "REACHABLE:reachable|up;STALE:stale;!FAILED:failed|unreachable:the one that doesn't answer|the one that couldn't be resolved;DELAY:in DELAY")), """
1 ping -c 4 {x} => ping {s}; is {s} alive, 4 pings; 4 pings to {s}; does {s} answer a ping
1 ssh {x} => ssh to {s}; log into {s}; connect to {s} with ssh
1 nmap {x} => scan {s} with nmap; which ports does {s} have open, nmap; nmap {s}; port scan of {s}
1 traceroute {x} => route to {s}; traceroute {s}; which hops to {s}
""", gap=1, header=0.0, counts=(2, 3, 4, 5, 6), line=lambda r, rows: "\n".join(f"{a} dev {b} lladdr {c} {d}" if d != "FAILED" else f"{a} dev {b} {d}" for a, b, c, d in rows)),
    Sheet("ip -br (a|addr|link)", "interface", "interfaces", (K("", of("iface")), S("", "UP:up|working;!DOWN:down|not up:the dead one|the one without link|the one that isn't connected;UNKNOWN:in state UNKNOWN|unknown"), P("", lambda r: f"{private(r)}/24")), """
1 sudo ip link set {x} up => bring {s} up; set {s} up; activate {s}; enable {s}; turn {s} on; get {s} going
1 sudo ip link set {x} down => bring {s} down; set {s} down; disable {s}; turn {s} off; deactivate {s}
1 ip addr show {x} => addresses of {s}; details of {s}; show {s} alone; which addresses has {s}
1 sudo ip addr flush dev {x} => remove all addresses from {s}; flush {s}; take every ip off {s}
1 sudo tcpdump -i {x} => capture on {s}; tcpdump on {s}; sniff {s}; watch the packets on {s}
1 sudo dhclient {x} => get an address for {s} via dhcp; dhclient on {s}; ask dhcp for an ip on {s}; renew the lease of {s}
1 ethtool {x} => link speed of {s}; ethtool for {s}; speed and duplex of {s}; is a cable in {s}, ethtool
1 sudo ip link set {x} mtu 9000 => mtu 9000 on {s}; set the mtu of {s} to 9000; jumbo frames (9000) for {s}
1 ip -s link show {x} => packet statistics of {s}; errors and drops on {s}; rx and tx counters of {s}
""", gap=4, header=0.0, counts=(2, 3, 4, 5, 6)),
    Sheet("nmcli (connection|con) show", "connection", "connections", (K("NAME", workload), P("UUID", lambda r: f"{hexes(r, 8)}-{hexes(r, 4)}-{hexes(r, 4)}"), S("TYPE", "ethernet:wired|of type ethernet;wifi:wireless|wifi:the wifi one;vpn:a vpn|vpn:the vpn;bridge:a bridge;wireguard:wireguard:the wireguard tunnel"), P("DEVICE", of("iface"))), """
1 nmcli connection up {x} => @start; connect {s}; activate {s}
1 nmcli connection down {x} => @stop; disconnect {s}; deactivate {s}
nmcli connection delete {x} => @delete; forget {s}
1 nmcli connection show {x} => @info
1 nmcli connection edit {x} => edit {s}; open the nmcli editor for {s}
1 nmcli connection modify {x} ipv4.dns 1.1.1.1 => set the dns of {s} to 1.1.1.1; use 1.1.1.1 as dns for {s}; dns 1.1.1.1 on {s}
1 nmcli connection modify {x} connection.autoconnect yes => connect {s} automatically from now on; autoconnect for {s}; turn on autoconnect of {s}
""", gap=2, counts=(2, 3, 4, 5, 6)),
    Sheet("sudo ufw status numbered", "rule", "rules", (K("", digits(1, 14)), P("To", lambda r: f"{draw(r, 'port')}/tcp"), S("Action", "ALLOW IN:allowing something|an allow rule;DENY IN:denying|blocking|a deny rule;LIMIT IN:limiting|rate limiting;REJECT IN:rejecting"), P("From", lambda r: r.choice(["Anywhere", draw(r, "ip")]))), """
1 sudo ufw delete {x} => @delete
1 sudo ufw --force delete {x} => delete {s} without asking; remove {s}, no confirmation; force delete {s}
""", header=0.0, counts=(2, 3, 4, 5, 6), line=lambda r, rows: "Status: active\n\n" + table([["     To", "Action", "From"], ["     --", "------", "----"], *[[f"[{int(n):2}] {a}", b, c] for n, a, b, c in sorted(rows, key=lambda x: int(x[0]))]], 3)),
    Sheet("sudo iptables -L INPUT -n --line-numbers", "rule", "rules", (K("num", digits(1, 30)), S("target", "ACCEPT:accepting;DROP:dropping packets|dropping;REJECT:rejecting;LOG:logging"), P("prot", pick("tcp|udp|all")), P("opt", pick("--")), P("source", lambda r: r.choice(["0.0.0.0/0", draw(r, "ip"), draw(r, "subnet")])), P("destination", pick("0.0.0.0/0")), P("", lambda r: f"tcp dpt:{draw(r, 'port')}")), """
1 sudo iptables -D INPUT {x} => @delete
1 sudo iptables -L INPUT {x} -n -v => counters of {s}; packet count of {s}; how often did {s} match; hits of {s}
""", counts=(2, 3, 4, 5, 6), top=lambda r, rows: "Chain INPUT (policy ACCEPT)\n", header=1.0, gap=2),
    Sheet("mount | column -t", "mount", "mounts", (P("", lambda r: r.choice(["/dev/sdb", "/dev/sdc", "/dev/vdb", "/dev/nvme1n1p"]) + str(r.randint(1, 9))), P("", pick("on")), K("", lambda r: "/mnt/" + workload(r)), P("", pick("type")), S("", "ext4:ext4;nfs4:nfs|a network mount:the network mount|the nfs one;xfs:xfs;fuse.sshfs:sshfs:the sshfs one;cifs:cifs|a samba share|a windows share:the samba share;tmpfs:tmpfs|in memory:the one in memory;btrfs:btrfs"), P("", pick("(rw,relatime)|(ro,relatime)|(rw,noatime)"))), """
sudo umount {x} => unmount {s}; umount {s}; take {s} off; detach {s}; {s} should be unmounted; release {s}
1 sudo umount -l {x} => lazily unmount {s}; lazy umount of {s}; detach {s} now, clean up later
1 sudo umount -f {x} => force unmount {s}; unmount {s} by force; umount -f for {s}
1 sudo mount -o remount,ro {x} => remount {s} read-only; make {s} read-only; no more writes to {s}
1 sudo mount -o remount,rw {x} => remount {s} read-write; make {s} writable again; allow writes on {s} by remounting
1 sudo fuser -vm {x} => who uses {s}; which processes keep {s} busy; what blocks {s}
1 df -h {x} => how full is {s}; free space on {s}; space left on {s}
1 sudo fuser -km {x} => kill everything that uses {s}; kill all processes on {s}; end whatever keeps {s} busy
""", header=0.0, gap=2, counts=(3, 4, 5, 6)),
    Sheet("zpool list", "pool", "pools", (K("NAME", workload), P("SIZE", pick("3.62T|10.9T|928G")), P("ALLOC", pick("1.2T|800G|3.1T")), N("CAP", "capacity used|usage", 2, 98, lambda x: f"{int(x)}%", FULL, EMPTY, "50% 80% 90%"), S("HEALTH", "ONLINE:healthy|online;!DEGRADED:degraded:the one missing a disk|the one that lost a disk;!FAULTED:faulted|dead:the one that failed completely")), """
sudo zpool scrub {x} => scrub {s}; start a scrub of {s}; verify all data on {s} with a scrub; check {s} by scrubbing
1 zpool status {x} => @status
1 sudo zpool export {x} => export {s}; make {s} ready to be moved, export; take {s} off this system by exporting
1 sudo zpool clear {x} => clear the errors of {s}; reset the error counters of {s}; zpool clear {s}
1 zfs list -r {x} => datasets of {s}; all datasets in {s}; zfs list of {s}, recursively
1 zpool iostat {x} 5 => io statistics of {s} every 5 seconds; iostat of {s}, each 5s; watch the io of {s}, interval 5
1 sudo zpool destroy {x} => destroy {s}; get rid of {s} with all its data; zpool destroy {s}
"""),
    Sheet("zfs list", "dataset", "datasets", (K("NAME", lambda r: f"{r.choice(['tank', 'rpool', 'pool0'])}/{workload(r)}"), N("USED", "space|used space", 100, 90000000, human, "the biggest one; the largest dataset; whatever takes the most space", "the smallest one", "1G 10G"), P("AVAIL", pick("1.2T|800G")), P("REFER", pick("96K|1.1G|40G")), P("MOUNTPOINT", lambda r: "/" + workload(r))), """
1 sudo zfs snapshot {x}@before => snapshot {s} as before; take a snapshot named before of {s}; snapshot called before for {s}
1 sudo zfs destroy {x} => destroy {s}; @delete
1 zfs list -t snapshot -r {x} => snapshots of {s}; which snapshots has {s}; list the snapshots of {s}
1 sudo zfs set compression=lz4 {x} => turn on lz4 compression for {s}; lz4 on {s}; compress {s} with lz4 from now on
1 sudo zfs set quota=100G {x} => quota of 100G for {s}; limit {s} to 100G; {s} may grow to 100G at most
1 zfs get all {x} => all properties of {s}; properties of {s}; zfs get all for {s}
""", gap=2),
    Sheet("sudo lvs", "volume", "volumes", (K("LV", workload), O("VG", pick("vg0|data|system|vg_main")), P("Attr", pick("-wi-ao----|-wi-a-----")), N("LSize", "size|space", 1, 900, lambda x: f"{x:.2f}g", "the biggest one; the largest volume", "the smallest one; the tiny volume", "50 100 200")), """
sudo lvextend -r -L +10G {VG}/{x} => grow {s} by 10G with its filesystem; add 10 GB to {s}, filesystem included; extend {s} by 10G and resize the filesystem; give {s} 10 more gigabytes, filesystem too
sudo lvremove {VG}/{x} => @delete
sudo lvcreate -s -L 5G -n snap {VG}/{x} => snapshot of {s} called snap with 5G; create a 5G snapshot named snap of {s}; 5G snapshot snap for {s}
sudo mount /dev/{VG}/{x} /mnt => mount {s} at /mnt; put {s} on /mnt
sudo lvdisplay {VG}/{x} => details of {s}; everything about {s}; lvdisplay for {s}
sudo lvrename {VG} {x} old => rename {s} to old; {s} should be called old; new name old for {s}
""", gap=1),
]

# Version control, packages, databases, sessions, clouds.

TABLES += [
    Sheet("git branch -vv", "branch", "branches", (P("", pick(" ")), K("", of("branch")), P("", lambda r: hexes(r, 7)), S("", "[origin/main]:tracking main;[origin/old: gone]:gone|without a remote any more|orphaned:the one whose upstream is gone|the one that no longer exists on the remote;[origin/main: ahead 2]:ahead|not pushed yet|unpushed:the one with unpushed commits;[origin/main: behind 7]:behind|outdated:the one that lags behind"), P("", lambda r: f"{r.choice(['fix', 'add', 'remove', 'update'])} {workload(r)}")), """
git branch -d {x} => delete {s}; get rid of {s}; remove {s}; clean up {s}; {s} can go; drop {s}
git branch -D {x} => force delete {s}; delete {s} even if unmerged; delete {s} with all that is on it; remove {s} no matter what
1 git switch {x} => switch to {s}; go to {s}; change to {s}; move over to {s}; I want to work on {s}; take me to {s}; switch over to {s}
1 git merge {x} => merge {s}; bring {s} into my branch; merge {s} into the current branch; integrate {s}
1 git rebase {x} => rebase onto {s}; put my work on top of {s}; rebase the current branch on {s}; rebase on {s}
1 git log --oneline {x} => commits of {s}; log of {s}, one per line; oneline log of {s}; what is on {s}, one line per commit
1 git diff main...{x} => what would {s} change compared with main; diff of {s} since it left main; changes of {s} against main's fork point
1 git push origin {x} => push {s} to origin; upload {s} to origin; put {s} on origin
1 git push origin --delete {x} => delete {s} on origin; remove {s} from origin; get rid of {s} on the remote origin
1 git worktree add ../wt {x} => check {s} out in a worktree at ../wt; worktree ../wt for {s}; add a worktree in ../wt with {s}
""", header=0.0, gap=1),
    Sheet("(git branch|git branch --list)", "branch", "branches", (K("", of("branch")),), """
git branch -d {x} => delete {s}; get rid of {s}; remove {s}; {s} can go; drop {s}
git branch -D {x} => force delete {s}; delete {s} even if unmerged; remove {s} no matter what
1 git switch {x} => switch to {s}; go to {s}; change to {s}; take me to {s}; I want to be on {s}
1 git merge {x} => merge {s}; bring {s} into my branch; integrate {s} here
1 git rebase {x} => rebase onto {s}; put my work on top of {s}; rebase on {s}
1 git log --oneline main..{x} => what does {s} have that main lacks, one line each; commits of {s} that aren't in main, oneline; unmerged commits of {s} versus main, short
""", header=0.0, line=lambda r, rows: "\n".join(("  " if i else "* ") + row[0] for i, row in enumerate([["main"], *[x for x in rows if x[0] != "main"]]))),
    Sheet("(git log --oneline|git log --oneline -10)", "commit", "commits", (K("", lambda r: hexes(r, 7)), P("", lambda r: f"{r.choice(['fix', 'add', 'remove', 'update', 'rework', 'bump', 'refactor', 'revert', 'document'])} {workload(r)}")), """
git revert {x} => revert {s}; undo {s} with a new commit; take {s} back by reverting; make a commit that undoes {s}; back out {s}
1 git show {x} => show {s}; what did {s} change; see {s}; let me look at {s}; contents of {s}; what's in {s}; diff of {s}
1 git reset --hard {x} => reset hard to {s}; throw away everything after {s}; go back to {s} and lose the rest; hard reset to {s}; back to the state of {s}, discard all else
1 git reset --soft {x} => soft reset to {s}; go back to {s} but keep the changes staged; undo the commits after {s}, changes stay staged
1 git cherry-pick {x} => cherry-pick {s}; pick {s} onto my branch; take just {s} over; apply {s} here; copy {s} to this branch
1 git tag v2.0 {x} => tag {s} as v2.0; put the tag v2.0 on {s}; {s} is v2.0, tag; v2.0 should point to {s}
1 git branch hotfix {x} => branch off at {s} as hotfix; make a branch hotfix from {s}; hotfix should start at {s}; create hotfix at {s}
1 git checkout {x} => check out {s}; go to {s} in detached head; look at the tree as of {s}; check {s} out
1 git rebase -i {x} => interactive rebase from after {s}; rebase -i onto {s}; squash things since {s}, interactively
1 git show --stat {x} => files changed by {s}; which files did {s} touch; stat of {s}; list the files in {s} with counts
1 git commit --fixup {x} => make a fixup commit for {s}; fixup of {s}; commit the staged changes as a fixup of {s}
1 git branch --contains {x} => which branches contain {s}; is {s} in some branch; branches with {s}
""", header=0.0, gap=1, counts=(3, 4, 5, 6, 8, 10)),
    Sheet("git log --format='%h %an %ar %s'".replace("%", "\\%"), "commit", "commits", (K("", lambda r: hexes(r, 7)), O("", person), P("", ago), P("", lambda r: f"{r.choice(['fix', 'add', 'remove', 'update', 'rework'])} {workload(r)}")), """
git revert {x} => revert {s}; undo {s} with a new commit; back out {s}
1 git show {x} => show {s}; what did {s} change; see {s}; what's in {s}
1 git cherry-pick {x} => cherry-pick {s}; pick {s} onto my branch; apply {s} here
1 git reset --hard {x} => reset hard to {s}; throw away everything after {s}; hard reset to {s}
""", header=0.0, gap=1, counts=(3, 4, 5, 6, 8)),
    Sheet("git status (-s|--short)", "file", "files", (S("", " M:modified|changed|edited:the one I changed;??:untracked|new|not tracked:the one git doesn't know yet|the new one; D:deleted|missing:the one that was deleted;A :added|freshly added;UU:in conflict|conflicted|unmerged:the one in conflict|the one with the conflict"), K("", of("file"))), """
git add {x} => stage {s}; add {s} to the index; git add {s}; put {s} in the next commit; add {s}; mark {s} for commit; include {s} in the commit
1 git diff {x} => diff of {s}; what changed in {s}; show the changes to {s}; changes in {s}; what did I do to {s}
1 git log -- {x} => history of {s}; log of {s}; commits that touched {s}; when did {s} change
1 vim {x} => open {s} in vim; edit {s} with vim; vim {s}
1 git blame {x} => blame {s}; who wrote what in {s}; line by line authors of {s}
""", header=0.0, gap=1, counts=(2, 3, 4, 5, 6, 8)),
    Sheet("git stash list", "stash", "stashes", (K("", lambda r: f"stash@{{{r.randint(0, 12)}}}"), P("", lambda r: f"WIP on {draw(r, 'branch')}: {hexes(r, 7)} {r.choice(['fix', 'add', 'rework'])} {workload(r)}")), """
1 git stash pop {x} => pop {s}; bring {s} back and drop; apply {s} and remove from the list; get {s} back
1 git stash apply {x} => apply {s} but keep it in the list; apply {s}; take {s} over without dropping
1 git stash drop {x} => @delete
1 git stash show -p {x} => show the changes of {s}; diff of {s}; what is in {s}; contents of {s} as a patch
1 git stash branch rescue {x} => make a branch rescue out of {s}; turn {s} into the branch rescue; branch rescue from {s}
""", header=0.0, counts=(2, 3, 4, 5), line=lambda r, rows: "\n".join(f"{a}: {b}" for a, b in sorted(rows, key=lambda x: int(x[0][7:-1])))),
    Sheet("gh pr list", "pull request", "pull requests", (K("ID", digits(2, 900)), P("TITLE", lambda r: f"{r.choice(['Fix', 'Add', 'Remove', 'Update'])} {workload(r)}"), P("BRANCH", lambda r: draw(r, "branch")), P("CREATED AT", lambda r: "about " + ago(r))), """
1 gh pr checkout {x} => check out {s}; get {s} locally; checkout {s}; try {s} on my machine
1 gh pr merge {x} => merge {s}; get {s} merged; {s} is good, merge
1 gh pr view {x} => show {s}; look at {s}; details of {s}; what is {s} about
1 gh pr diff {x} => diff of {s}; what does {s} change; show the changes in {s}
1 gh pr close {x} => close {s}; reject {s}; {s} can be closed; shut {s} without merging
1 gh pr checks {x} => checks of {s}; is ci green for {s}; ci state of {s}; do the checks pass for {s}
1 gh pr review {x} --approve => approve {s}; give {s} my approval; lgtm for {s}
""", counts=(2, 3, 4, 5, 6), gap=2),
    Sheet("gh run list", "run", "runs", (S("STATUS", "✓:green|successful|passing;!X:failed|red:the one that failed|the red one;*:in progress|still running:the one that's still running"), P("TITLE", lambda r: f"{r.choice(['Fix', 'Add', 'Bump'])} {workload(r)}"), P("WORKFLOW", pick("CI|build|deploy|tests")), O("BRANCH", of("branch")), P("EVENT", pick("push|pull_request")), K("ID", digits(1000000000, 9999999999)), P("ELAPSED", age)), """
1 gh run view {x} --log-failed => log of the failed steps of {s}; why did {s} fail, only failed steps; failed log of {s}; show only what failed in {s}
1 gh run rerun {x} => @restart; rerun {s}; run {s} again; try {s} once more
1 gh run rerun {x} --failed => rerun only the failed jobs of {s}; repeat just the failed jobs in {s}; retry what failed in {s}
1 gh run watch {x} => watch {s}; follow {s} until it is done; keep an eye on {s}
1 gh run view {x} => show {s}; details of {s}; look at {s}; view {s}
1 gh run cancel {x} => cancel {s}; stop {s}; abort {s}
1 gh run download {x} => download the artifacts of {s}; get the artifacts from {s}; fetch what {s} built
""", counts=(2, 3, 4, 5, 6), gap=2),
    Sheet("apt list --upgradable", "package", "packages", (K("", of("package")), S("", "stable:stable;stable-security:a security update|security relevant|security related:the security update;backports:from backports|in backports"), P("", lambda r: f"{r.randint(1, 9)}.{r.randint(0, 20)}-{r.randint(1, 5)}"), P("", pick("amd64|all")), P("", lambda r: f"[upgradable from: {r.randint(0, 5)}.{r.randint(0, 20)}-1]")), """
sudo apt install --only-upgrade {x} => upgrade only {s}; update just {s}; upgrade {s} and nothing else; bring {s} up to date; get the new version of {s}
sudo apt-mark hold {x} => hold {s}; never upgrade {s}; freeze {s} at the present version; keep {s} back; pin {s} with apt-mark hold
sudo apt remove {x} => @delete; uninstall {s}
sudo apt purge {x} => purge {s}; remove {s} with configuration; uninstall {s} and its config files
1 apt changelog {x} => changelog of {s}; what is new in {s}; what changed in {s}; changes in {s}
1 apt show {x} => @info
1 apt rdepends {x} => what depends on {s}; who needs {s}; reverse dependencies of {s}
1 apt-cache policy {x} => versions of {s} available and installed, policy; policy of {s}; where does {s} come from
1 dpkg -L {x} => files of {s}; which files did {s} install; list what {s} put on the disk
""", header=0.0, counts=(3, 4, 5, 6, 8), line=lambda r, rows: "Listing... Done\n" + "\n".join(f"{a}/{b} {c} {d} {e}" for a, b, c, d, e in rows)),
    Sheet("pip list --outdated", "package", "packages", (K("Package", of("pypkg")), P("Version", lambda r: f"{r.randint(0, 5)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), P("Latest", lambda r: f"{r.randint(6, 9)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), P("Type", pick("wheel|sdist"))), """
pip install --upgrade {x} => upgrade {s}; update {s}; get the newest {s}; bring {s} up to date; newest version of {s} please
pip uninstall {x} => uninstall {s}; @delete
pip install {x}=={Latest} => install exactly the latest version of {s}; pin {s} to the latest version; {s} at precisely the version listed as latest
pip install {x}=={Version} => reinstall {s} at the version it has now; pin {s} to the present version; keep {s} at exactly the version listed
1 pip show {x} => @info
pip install -U --no-deps {x} => upgrade {s} without touching dependencies; upgrade {s}, no deps
""", header=1.0, counts=(3, 4, 5, 6, 8), top=lambda r, rows: ""),
    Sheet("npm outdated", "package", "packages", (K("Package", of("npmpkg")), P("Current", lambda r: f"{r.randint(0, 5)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), P("Wanted", lambda r: f"{r.randint(0, 5)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), P("Latest", lambda r: f"{r.randint(6, 9)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), P("Location", lambda r: "node_modules"), P("Depended by", pick("app|web"))), """
npm update {x} => update {s}; bring {s} to the wanted version; npm update for {s}; get {s} to what package.json allows
npm install {x}@latest => install the latest {s}; take the latest version of {s}; newest {s}, even if major; upgrade {s} to latest
npm uninstall {x} => uninstall {s}; @delete
npm install {x}@{Wanted} => install {s} at exactly the wanted version; pin {s} to the wanted version
1 npm ls {x} => who depends on {s}; where does {s} come from; tree for {s}
1 npm view {x} versions => which versions of {s} exist; all published versions of {s}
""", header=1.0, gap=2, counts=(2, 3, 4, 5, 6)),
    Sheet("who", "user", "users", (K("", person), P("", lambda r: f"pts/{r.randint(0, 30)}"), P("", stamp), P("", lambda r: f"({draw(r, 'ip')})")), """
1 sudo pkill -KILL -u {x} => log {s} out by killing everything; throw {s} off; kick {s}; kick {s} out; end all that {s} runs, with KILL
1 ps -u {x} => processes of {s}; what is {s} running; what does {s} do here; list what {s} runs
1 groups {x} => groups of {s}; which groups is {s} in; memberships of {s}
1 sudo usermod -L {x} => lock the account of {s}; lock {s}; {s} shouldn't be able to log in with a password any more
1 last {x} => past logins of {s}; when was {s} logged in before; login history of {s}
1 write {x} => write a message to {s}; send {s} a message in the terminal; chat to {s} with write
1 sudo passwd {x} => change the password of {s}; new password for {s}; set a password for {s}
1 id {x} => uid and gid of {s}; id of {s}; user id of {s}
""", header=0.0, gap=2, counts=(2, 3, 4, 5, 6)),
    Sheet("w", "user", "users", (K("USER", person), P("TTY", lambda r: f"pts/{r.randint(0, 30)}"), P("FROM", of("ip")), P("LOGIN@", clock), N("IDLE", "idle time", 1, 50, lambda x: f"{int(x)}:00m", "the one idle for longest; the longest idle user; whoever has been away longest; the one who fell asleep"), P("JCPU", lambda r: f"{r.uniform(0, 9):.2f}s"), P("PCPU", lambda r: f"{r.uniform(0, 2):.2f}s"), P("WHAT", pick("-bash|vim notes|top|python train.py"))), """
1 sudo pkill -KILL -u {x} => throw {s} off; kick {s} out; log {s} out by killing everything
sudo pkill -KILL -t {TTY} => end the terminal session of {s}; kill the tty of {s}; close the terminal of {s} by force
1 ps -u {x} => processes of {s}; what is {s} running; list what {s} runs
1 last {x} => login history of {s}; past logins of {s}
sudo ufw deny from {FROM} => block the address of {s} with ufw; ufw: deny the ip {s} comes from
whois {FROM} => whois for the address of {s}; who owns the ip that {s} comes from
""", gap=2, counts=(2, 3, 4, 5, 6), top=lambda r, rows: f" {clock(r)}:{r.randint(10, 59)} up {r.randint(2, 90)} days,  {len(rows)} users,  load average: {r.uniform(0, 9):.2f}, {r.uniform(0, 9):.2f}, {r.uniform(0, 9):.2f}\n"),
    Sheet("(tmux ls|tmux list-sessions)", "session", "sessions", (K("", workload), N("", "windows", 1, 30, most="the one with the most windows; the biggest session"), S("", ":detached|not attached;(attached):attached:the one that's attached|the one in use")), """
1 tmux attach -t {x} => attach to {s}; go to {s}; open {s}; get me back into {s}; reattach {s}; join {s}; continue in {s}
1 tmux kill-session -t {x} => kill {s}; end {s}; close {s}; get rid of {s}; terminate {s}; {s} can go
1 tmux rename-session -t {x} main => rename {s} to main; call {s} main; {s} should be named main
1 tmux list-windows -t {x} => windows of {s}; which windows has {s}; list the windows in {s}
1 tmux capture-pane -p -t {x} => what is on the screen of {s}; print the screen of {s}; capture the pane of {s} to stdout
1 tmux attach -d -t {x} => attach to {s} and detach everyone else; take over {s}; attach {s}, kick other clients
""", header=0.0, counts=(2, 3, 4, 5, 6), line=lambda r, rows: "\n".join(f"{a}: {b} windows (created Mon Mar {r.randint(10, 28)} {clock(r)}:{r.randint(10, 59)} 2026) {c}".rstrip() for a, b, c in rows)),
    Sheet("screen -ls", "session", "sessions", (K("", lambda r: f"{r.randint(1000, 99999)}.{workload(r)}"), S("", "(Detached):detached|not attached;(Attached):attached:the one in use|the attached one;(Dead ???):dead")), """
1 screen -r {x} => attach to {s}; resume {s}; go back into {s}; reattach {s}; open {s}; get me into {s}
1 screen -d -r {x} => detach {s} elsewhere and resume here; take {s} over; detach and reattach {s}
1 screen -S {x} -X quit => kill {s}; end {s}; quit {s}; close {s}; terminate {s}
1 screen -x {x} => join {s} without detaching others; share {s}; attach to {s} in multi display mode
""", header=0.0, counts=(2, 3, 4, 5), line=lambda r, rows: "There are screens on:\n" + "\n".join(f"\t{a}\t{b}" for a, b in rows) + f"\n{len(rows)} Sockets in /run/screen/S-{person(r)}."),
    Sheet("mysql -e 'SHOW PROCESSLIST'", "query", "queries", (K("Id", of("pid")), O("User", person), P("Host", of("node")), P("db", of("db")), S("Command", "Sleep:sleeping|idle;Query:running|active|executing;Binlog Dump:dumping the binlog"), N("Time", "seconds|time|run time", 1, 90000, lambda x: str(int(x)), "the longest one; the longest running query; the slowest query; the one that runs forever; the query that has been going longest; the slow one", "the newest one; the youngest query", "60 600 3600"), P("State", pick("NULL|Sending data|Waiting for table lock"))), """
1 mysql -e 'KILL {x}' => kill {s}; end {s}; stop {s}; terminate {s}; get rid of {s}; abort {s}; {s} must die
1 mysql -e 'KILL QUERY {x}' => kill only the statement of {s}, keep the connection; kill query for {s}; stop what {s} executes but not its connection
mysql -e 'SHOW TABLES' {db} => tables in the database of {s}; which tables has the database that {s} uses; show tables of the db behind {s}
""", gap=2, counts=(2, 3, 4, 5, 6)),
    Sheet("psql -c 'SELECT pid, usename, state, query FROM pg_stat_activity'", "query", "queries", (K("pid", of("pid"), True), O("usename", person), S("state", "active:active|running;idle:idle|doing nothing;idle in transaction:idle in transaction|stuck in a transaction:the one that left its transaction open|the one with the open transaction"), N("seconds", "run time|duration|seconds", 1, 90000, lambda x: str(int(x)), "the longest one; the longest running query; the slowest query; the one that runs forever", "the newest one", "60 600 3600"), P("query", lambda r: f"SELECT * FROM {draw(r, 'table')}")), """
1 psql -c 'SELECT pg_terminate_backend({x})' => terminate {s}; kill {s} with its connection; end the backend of {s}; get rid of {s}; terminate the backend of {s}; kill {s} for good
1 psql -c 'SELECT pg_cancel_backend({x})' => cancel {s}; cancel {s} but keep the connection; stop {s} gently; cancel the statement of {s}
""", gap=3, counts=(2, 3, 4, 5, 6)),
    Sheet("virsh list --all", "machine", "machines", (P("Id", lambda r: r.choice(["-", str(r.randint(1, 40))])), K("Name", workload), S("State", "running:running|up;shut off:off|shut off|stopped|powered off:the one that is off;paused:paused|suspended;!crashed:crashed:the one that crashed")), """
virsh start {x} => @start
1 virsh shutdown {x} => shut {s} down; stop {s}; turn {s} off cleanly; power {s} down; graceful shutdown of {s}
1 virsh reboot {x} => reboot {s}; restart {s}; boot {s} again
1 virsh destroy {x} => power off {s} hard; pull the plug of {s}; force {s} off; kill {s} immediately
1 virsh console {x} => console of {s}; open the console of {s}; get on the serial console of {s}
1 virsh undefine {x} => undefine {s}; remove the definition of {s}; forget {s}
1 virsh snapshot-create-as {x} before => snapshot {s} as before; take a snapshot called before of {s}
1 virsh autostart {x} => autostart {s}; start {s} at boot of the host; {s} should come up with the host
1 virsh dominfo {x} => @info
""".replace("virsh start {x}", "1 virsh start {x}"), gap=3),
    Sheet("multipass list", "instance", "instances", (K("Name", workload), S("State", "Running:running|up;Stopped:stopped|off|down;Suspended:suspended|paused;Deleted:deleted"), P("IPv4", private), P("Image", pick("Ubuntu 22.04 LTS|Ubuntu 24.04 LTS"))), """
multipass start {x} => @start
multipass stop {x} => @stop
multipass delete {x} => @delete
1 multipass shell {x} => @shell
1 multipass info {x} => @info
multipass restart {x} => @restart
"""),
    Sheet("(vagrant status|vagrant global-status)", "machine", "machines", (K("", workload), S("", "running:running|up;poweroff:off|powered off|down;saved:saved|suspended;not created:not created yet"), P("", pick("(virtualbox)|(libvirt)"))), """
vagrant up {x} => @start
vagrant halt {x} => @stop
1 vagrant ssh {x} => ssh into {s}; log into {s}; get me onto {s}; shell on {s}
vagrant destroy -f {x} => destroy {s} without asking; wipe {s}, no questions; get rid of {s} for good, don't ask
vagrant reload {x} => reload {s}; reboot {s} with its Vagrantfile; restart {s}
""", header=0.0, counts=(2, 3, 4, 5), top=lambda r, rows: "Current machine states:\n\n", gap=6),
    Sheet("conda env list", "environment", "environments", (K("", workload), P("", lambda r: "  "), P("", lambda r: f"/home/{person(r)}/miniconda3/envs/" + workload(r))), """
1 conda activate {x} => activate {s}; switch to {s}; use {s}; go into {s}; turn on {s}
1 conda env remove -n {x} => @delete
1 conda list -n {x} => packages in {s}; what is installed in {s}; list what {s} contains
1 conda env export -n {x} > environment.yml => export {s} to environment.yml; write {s} to environment.yml; save {s} as environment.yml
1 conda create --clone {x} -n copy => clone {s} as copy; make a clone named copy of {s}; duplicate {s} under the name copy
""", header=0.0, counts=(2, 3, 4, 5), line=lambda r, rows: "# conda environments:\n#\n" + table([["base", "*", "/opt/conda"], *[[a, " ", f"/opt/conda/envs/{a}"] for a, _, _ in rows]], 2)),
    Sheet("terraform state list", "resource", "resources", (K("", lambda r: f"{r.choice(['aws_instance', 'aws_s3_bucket', 'google_compute_instance', 'aws_db_instance', 'azurerm_subnet'])}.{draw(r, 'name')}"),), """
1 terraform state show {x} => @info
1 terraform state rm {x} => forget {s}; remove {s} from the state; take {s} out of the state, don't destroy; state rm {s}
1 terraform destroy -target={x} => destroy only {s}; destroy {s} and nothing else; tear down just {s}
1 terraform apply -target={x} => apply only {s}; apply changes for {s} alone; target {s} in an apply
1 terraform apply -replace={x} => replace {s}; recreate {s}; force a new {s}, replace on apply
1 terraform plan -target={x} => plan only {s}; what would change for {s}, plan; plan limited to {s}
""", header=0.0, counts=(2, 3, 4, 5, 6)),
    Sheet("atq", "job", "jobs", (K("", digits(2, 400)), P("", lambda r: f"{r.choice('Mon Tue Wed Thu Fri'.split())} Mar {r.randint(1, 28)} {clock(r)}:00 2026 a"), O("", person)), """
atrm {x} => @delete; cancel {s}; withdraw {s}
1 at -c {x} => show what {s} would run; content of {s}; which commands are in {s}; print {s}
""", header=0.0, gap=2, counts=(2, 3, 4, 5)),
    Sheet("crictl ps -a", "container", "containers", (K("CONTAINER", lambda r: hexes(r, 13)), P("IMAGE", lambda r: hexes(r, 13)), P("CREATED", ago), S("STATE", "Running:running|up;!Exited:exited|dead|stopped:the one that exited|the one that died;Created:created only"), P("NAME", workload), P("ATTEMPT", digits(0, 30)), P("POD ID", lambda r: hexes(r, 13))), """
1 crictl logs {x} => @logs
1 crictl inspect {x} => @info
crictl rm {x} => @delete
crictl stop {x} => @stop
1 crictl exec -it {x} sh => @shell
"""),
    Sheet("snap list", "snap", "snaps", (K("Name", of("package")), P("Version", lambda r: f"{r.randint(1, 9)}.{r.randint(0, 30)}"), P("Rev", digits(10, 9000)), P("Tracking", pick("latest/stable|latest/edge")), O("Publisher", pick("canonical✓|mozilla✓|snapcrafters|kde✓")), P("Notes", pick("-|classic"))), """
sudo snap remove {x} => @delete; uninstall {s}
sudo snap refresh {x} => update {s}; refresh {s}; get the newest {s}
1 sudo snap revert {x} => go back to the previous version of {s}; revert {s}; undo the update of {s}
1 snap info {x} => @info
sudo snap disable {x} => disable {s}; switch {s} off without uninstalling
""", gap=2, counts=(2, 3, 4, 5, 6)),
]


def lines_of(*pairs):
    """`command => request; request` with `{name}` left for `question`."""
    return [(c, "\n".join(r.strip() for r in said.split(";"))) for c, said in (p.split(" => ") for p in pairs)]


def asks(text: str, **slots) -> list[Question]:
    return [question(r, c, **slots) for c, r in lines_of(*(line for line in text.strip().splitlines()))]


@scene
def nvidia_table(rng):
    count = rng.choice([1, 2, 2, 4, 4, 8])
    card, total = rng.choice([("NVIDIA A100-SXM4-80GB", 81920), ("NVIDIA H100 80GB HBM3", 81559), ("NVIDIA GeForce RTX 3090", 24576), ("Tesla V100-SXM2-32GB", 32768), ("NVIDIA RTX A6000", 49140)])
    memory = [int(x) for x in amounts(rng, count, 30, total - 200)]
    heat = [int(x) for x in amounts(rng, count, 26, 90)]
    load = [int(x) for x in amounts(rng, count, 1, 100)]
    rule = "+-----------------------------------------------------------------------------------------+"
    out = [f"Fri Mar  {rng.randint(1, 9)} {clock(rng)}:{rng.randint(10, 59)} 2026", rule, "| NVIDIA-SMI 550.54.15              Driver Version: 550.54.15      CUDA Version: 12.4     |", "|-----------------------------------------+------------------------+----------------------+", "| GPU  Name                 Persistence-M | Bus-Id          Disp.A | Volatile Uncorr. ECC |", "| Fan  Temp   Perf          Pwr:Usage/Cap |           Memory-Usage | GPU-Util  Compute M. |", "|=========================================+========================+======================|"]
    for i in range(count):
        out.append(f"| {i:3}  {card:<27}  On  |   00000000:{hexes(rng, 2).upper()}:00.0 Off |                    0 |")
        out.append(f"| N/A  {heat[i]:3}C    P0            {rng.randint(50, 390):4}W /  400W |   {memory[i]:6}MiB / {total:6}MiB |    {load[i]:3}%      Default |")
        out.append("+-----------------------------------------+------------------------+----------------------+")
    pids = distinct(rng, rng.choice([1, 2, 3, 4]), lambda: draw(rng, "pid"))
    using = [int(x) for x in amounts(rng, len(pids), 200, 20000)]
    where = [rng.randrange(count) for _ in pids]
    programs = [rng.choice(["python3", "/usr/bin/python", "python", "ollama", "/opt/conda/bin/python", "vllm"]) for _ in pids]
    out += ["", rule, "| Processes:                                                                              |", "|  GPU   GI   CI        PID   Type   Process name                              GPU Memory |", "|=========================================================================================|"]
    for p, m, w, name in zip(pids, using, where, programs):
        out.append(f"|  {w:3}   N/A  N/A   {p:>8}      C   {name:<40}  {m:6}MiB |")
    out.append(rule)
    big = pids[using.index(max(using))]
    asked = asks("""
kill {p} => kill (the one hogging the gpu memory|the vram hog|the process with the most gpu memory|whatever eats the vram); get rid of (the process taking most of the gpu memory|the biggest process on the cards); end the process that (uses|takes|hogs) the most (vram|gpu memory); (the vram eater|the gpu memory hog) must die; terminate the top gpu memory user; stop whatever fills the gpu most; free gpu memory by killing the largest process; %kill the process using the most gpu memory; which process takes the most vram? kill it
kill -9 {p} => kill -9 (the vram hog|the biggest gpu process|the one with the most gpu memory); force kill the process with the most gpu memory; the gpu memory hog ignores TERM, use 9; SIGKILL whatever takes the most vram; hard kill the biggest one on the gpus
ps -o user= -p {p} => who owns the process with the most gpu memory; whose process is hogging the vram; user of the biggest gpu process; which user runs the vram hog; who is taking all the gpu memory
ps -p {p} -o args => command line of the process with the most gpu memory; what exactly is the vram hog running, its arguments; full command of the biggest gpu process; with which arguments does the gpu memory hog run
""", p=big)
    if count > 1:
        asked += asks("""
CUDA_VISIBLE_DEVICES={e} python3 train.py => run train.py on the (emptiest|freest|least used) (gpu|card); start train.py on the gpu with the most free memory; train.py on whichever card has the most room; launch train.py where there is the most vram left; use the gpu with the least memory in use for train.py; put train.py on the card that is the least full
export CUDA_VISIBLE_DEVICES={e} => use only the emptiest gpu in this shell; export it so that only the card with the most free memory is visible; make just the least filled gpu visible from now on; set CUDA_VISIBLE_DEVICES to the gpu with the most free memory
sudo nvidia-smi -i {h} -pl 250 => limit the hottest (card|gpu) to 250 W; cap the one running hottest at 250 watts; power limit 250 for the warmest gpu; the hottest one should draw at most 250 W; throttle the hottest card to 250 watts
nvidia-smi -q -i {h} => everything about the hottest gpu; full details of the warmest card; query the one running hot; all info on the gpu with the highest temperature
nvidia-smi -i {b} => status of the busiest gpu only; show just the card with the highest utilization; nvidia-smi for the one under the most load; only the gpu that works hardest
sudo nvidia-smi --gpu-reset -i {h} => reset the hottest gpu; gpu reset for the warmest card; reset the card with the highest temperature
""", e=str(memory.index(min(memory))), h=str(heat.index(max(heat))), b=str(load.index(max(load))))
    return prompt(rng, "nvidia-smi") + "\n".join(out), asked


@scene
def git_status_long(rng):
    branch = draw(rng, "branch")
    found = distinct(rng, 6, lambda: draw(rng, "file").split("/")[-1])
    staged, changed, new = found[: rng.choice([0, 1, 1, 2])], found[2 : 2 + rng.choice([0, 1, 1, 2])], found[4 : 4 + rng.choice([0, 1, 1, 2])]
    if not (staged or changed or new):
        changed = found[2:3]
    out = [f"On branch {branch}", f"Your branch is {rng.choice(['up to date with', 'ahead of'])} 'origin/{branch}'." if rng.random() < 0.7 else ""]
    if staged:
        out += ["Changes to be committed:", '  (use "git restore --staged <file>..." to unstage)', *[f"\tmodified:   {f}" for f in staged], ""]
    if changed:
        out += ["Changes not staged for commit:", '  (use "git add <file>..." to update what will be committed)', '  (use "git restore <file>..." to discard changes in working directory)', *[f"\tmodified:   {f}" for f in changed], ""]
    if new:
        out += ["Untracked files:", '  (use "git add <file>..." to include in what will be committed)', *[f"\t{f}" for f in new], ""]
    asked = asks("""
git push origin {b} => push this branch to origin; push it to origin; upload the branch I'm on to origin; origin should get this branch; publish my commits on origin, this branch
git commit -am wip => commit all tracked changes as wip; commit everything modified with message wip; wip commit of all that's tracked; commit -a with the message wip
git stash -u => stash everything, also the untracked; put it all aside including new files; stash with untracked files; clean slate for now, stash even new files
git log origin/{b}..{b} => commits of this branch that aren't on origin; what have I not pushed yet; unpushed commits here; which commits are missing on origin
""", b=branch)
    if changed:
        asked += asks("""
git add {f} => stage what is modified but not staged; add the changed files; stage the unstaged changes, not the untracked; put the modified ones into the index; git add what I changed; the unstaged modifications should be in the next commit
git restore {f} => discard the unstaged changes; throw away what I changed but didn't stage; undo my unstaged edits; restore what is modified and unstaged; drop the working directory changes; forget the edits that aren't staged
git diff {f} => diff of what isn't staged, by name; show the unstaged changes of the files listed; what did I change without staging; see the edits not staged yet
""", f=" ".join(changed))
    if staged:
        asked += asks("""
git restore --staged {f} => unstage everything staged; take the staged ones out of the index; unstage what's to be committed; don't commit what is staged, unstage; out of the index with the staged changes, keep the edits
git diff --staged {f} => diff of what's staged, by name; show what would be committed in the staged files; the staged changes please; see the diff of the files to be committed
""", f=" ".join(staged))
    if new:
        asked += asks("""
git add {f} => add (what's untracked|the untracked|the new ones|everything untracked); track the new files; start tracking what git doesn't know; put the untracked under version control; git add whatever is new
rm {f} => delete (what's untracked|the untracked ones|all untracked files listed); remove the files git doesn't track; the new files can go; get rid of the untracked; throw the untracked stuff away
git stash push -u {f} => stash only the untracked, by name; put just the new ones in a stash; stash what's untracked and nothing else
""", f=" ".join(new))
    if len(new) == 1:
        asked += asks("echo {f} >> .gitignore => ignore the untracked one; add the new file to .gitignore; git should ignore the untracked file; append the untracked file to .gitignore; put the untracked one on the ignore list", f=new[0])
    return prompt(rng, "git status") + "\n".join(out).rstrip(), asked


@scene
def disks_tree(rng):
    disks = rng.sample(["sda", "sdb", "sdc", "nvme0n1", "vdb"], rng.choice([2, 3]))
    rows, free, mounted = [], [], []
    spaces = amounts(rng, 12, 1, 900)
    places = distinct(rng, 6, lambda: draw(rng, "mount"))
    usb = rng.choice(disks[1:])
    for number, disk in enumerate(disks):
        parts = rng.choice([1, 1, 2, 3]) if disk != usb else 1
        rows.append([disk, f"{number * 3 + 8}:0", "1" if disk == usb else "0", f"{rng.choice([931, 1863, 476])}.5G", "0", "disk", ""])
        for i in range(parts):
            name = f"{disk}p{i + 1}" if disk.startswith("nvme") else f"{disk}{i + 1}"
            place = "/" if number == 0 and i == 0 else "" if rng.random() < 0.5 or not places else places.pop()
            share = spaces.pop()
            (mounted if place and place != "/" else free if not place else []).append((name, place, share))
            rows.append([("└─" if i == parts - 1 else "├─") + name, f"{number * 3 + 8}:{i + 1}", "1" if disk == usb else "0", f"{share:.1f}G", "0", "part", place])
    asked = asks("""
sudo smartctl -a /dev/{d} => smart data of the removable (disk|drive); smart info of the disk that can be removed; how healthy is the removable disk, smartctl; all smart attributes of the external drive
sudo eject /dev/{d} => eject the removable (disk|drive); eject the usb drive; the removable one should be ejected; pop out the removable disk
udisksctl power-off -b /dev/{d} => power off the removable drive; turn the usb disk off safely; power down the removable disk through udisks; safely remove the external drive, power it off
sudo fdisk -l /dev/{d} => partition table of the removable disk; how is the removable disk partitioned; fdisk listing of the removable drive; partitions of the usb disk in detail
sudo wipefs -a /dev/{d} => wipe all signatures off the removable disk; wipefs the removable drive; clear all signatures on the usb disk
""", d=usb)
    if len(free) == 1:
        asked += asks("""
sudo mount /dev/{n} /mnt => mount (the unmounted one|the partition that isn't mounted|the free partition|the one without mount point) at /mnt; put the unmounted partition on /mnt; the one that isn't mounted should be at /mnt; attach the free partition to /mnt; make the unmounted one available under /mnt
sudo mkfs.ext4 /dev/{n} => format (the unmounted one|the partition that isn't mounted) with ext4; make an ext4 on the free partition; ext4 for the one that isn't mounted; put a new ext4 filesystem on the unmounted partition
sudo fsck /dev/{n} => check the filesystem of the unmounted partition; fsck the one that isn't mounted; run a check on the free partition; is the unmounted one ok, fsck
sudo blkid /dev/{n} => uuid of the unmounted partition; blkid for the one that isn't mounted; what filesystem has the partition without a mount point
""", n=free[0][0])
    if len(mounted) == 1:
        asked += asks("""
sudo umount {m} => unmount the one that isn't the root; umount the data partition, not /; take off the only other mounted partition besides root; release the mounted one that is not /
df -h {m} => how full is the mounted one besides root; free space on the mount that isn't /; usage of the other mounted partition, not root
""", m=mounted[0][1])
    if free and len(free) > 1:
        largest = max(free, key=lambda f: f[2])
        asked += asks("""
sudo mount /dev/{n} /mnt => mount the (largest|biggest) unmounted partition at /mnt; put the biggest free partition on /mnt; of those not mounted, the largest should be at /mnt; mount whichever unmounted one is biggest on /mnt
sudo mkfs.xfs /dev/{n} => make an xfs on the biggest unmounted partition; format the largest one that isn't mounted as xfs; xfs for the largest free partition
""", n=largest[0])
    return prompt(rng, "lsblk") + table([["NAME", "MAJ:MIN", "RM", "SIZE", "RO", "TYPE", "MOUNTPOINTS"], *rows], 1, (3,)), asked


@scene
def memory_state(rng):
    total = rng.choice([7.6, 15, 31, 62, 125])
    swap = rng.choice([0, 2, 4, 8])
    taken = rng.uniform(0.3, 0.97) * total
    rows = [["", "total", "used", "free", "shared", "buff/cache", "available"], ["Mem:", f"{total}Gi", f"{taken:.1f}Gi", f"{rng.uniform(0.1, 0.4):.1f}Gi", f"{rng.randint(10, 900)}Mi", f"{(total - taken) * 0.9:.1f}Gi", f"{(total - taken) * 0.8:.1f}Gi"], ["Swap:", f"{swap}.0Gi", f"{swap * 0.9:.1f}Gi", f"{swap * 0.1:.1f}Gi", "", "", ""]]
    return prompt(rng, "free -h") + table(rows, 4, (1, 2, 3, 4, 5, 6)), asks("""
ps aux --sort=-%mem | head => what uses the memory; who eats the ram, top ones; which processes take the most memory; top memory consumers; where did my ram go; biggest memory users please; processes by memory, the first few; who is to blame for that, by memory
sudo swapoff -a => turn swap off; disable all swap; no more swap; swap should be off; switch all of the swap off; get everything out of swap and keep it off
swapon --show => which swap devices are there; where is the swap; show swap areas; what backs the swap; list the swap spaces
echo 3 | sudo tee /proc/sys/vm/drop_caches => drop the caches; free the buff/cache; empty the page cache; clear the cached memory; give me back what the caches hold; flush the kernel's caches
watch -n 2 free -h => repeat that every 2 seconds; watch it every two seconds; keep showing it, each 2s; refresh every 2 seconds; monitor the memory every 2 s
free -m => the same in megabytes; in MB please; in mebibytes; show it in megabytes; use MB as unit
vmstat 1 => is it swapping right now, every second; swap activity each second; vmstat each second; watch swapping in and out per second; memory and swap statistics every second
sudo fallocate -l 4G /swapfile => make a 4G file /swapfile; allocate 4 GB for /swapfile; reserve 4G as /swapfile; create the file for a 4G swap at /swapfile, only the file
sudo sysctl vm.swappiness=10 => swappiness 10; set swappiness to 10; swap less, value 10; lower the swappiness to 10; make the kernel swap less, swappiness 10
""")


@scene
def interfaces_long(rng):
    found = distinct(rng, rng.choice([2, 3, 4]), lambda: draw(rng, "iface"))
    down = rng.choice(found)
    hosts = {f: private(rng) for f in found}
    out = ["1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000", "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00", "    inet 127.0.0.1/8 scope host lo", "       valid_lft forever preferred_lft forever"]
    for i, f in enumerate(found):
        up = f != down
        out.append(f"{i + 2}: {f}: <{'BROADCAST,MULTICAST,UP,LOWER_UP' if up else 'BROADCAST,MULTICAST'}> mtu 1500 qdisc {'fq_codel' if up else 'noop'} state {'UP' if up else 'DOWN'} group default qlen 1000")
        out.append("    link/ether " + ":".join(hexes(rng, 2) for _ in range(6)) + " brd ff:ff:ff:ff:ff:ff")
        if up:
            out += [f"    inet {hosts[f]}/24 brd {hosts[f].rsplit('.', 1)[0]}.255 scope global dynamic {f}", f"       valid_lft {rng.randint(1000, 80000)}sec preferred_lft {rng.randint(900, 1000)}sec"]
    up = rng.choice([f for f in found if f != down])
    return prompt(rng, rng.choice(["ip a", "ip addr", "ip addr show"])) + "\n".join(out), asks("""
sudo ip link set {d} up => bring up (the one that is down|the dead one|the interface that's down); the down interface should be up; turn on the interface that's off; activate whichever is down; get the one in state DOWN going; enable the inactive interface; set the one that isn't up to up; fix the interface that is down
sudo dhclient {d} => get an address by dhcp for the one that's down; dhcp on the interface without an address; ask dhcp for an ip on the down one; dhclient for the interface that lacks an ip
ethtool {d} => is a cable in the one that's down, ethtool; ethtool for the down interface; link details of the interface that is down
ip link show {d} => only the one that is down; show just the interface that's down; link of the down interface
""", d=down) + asks("""
sudo ip link set {u} down => take down the interface with {i}; the interface that has {i} should go down; turn off the one with the address {i}; shut the interface with {i}
sudo tcpdump -i {u} => capture on the interface that has {i}; sniff the one with {i}; tcpdump on whichever interface holds {i}; watch the packets of the interface with {i}
sudo ip addr del {i}/24 dev {u} => remove the address {i} from its interface; take {i} off; drop {i}/24 from the interface; delete the address {i}
sudo ip link set {u} mtu 9000 => mtu 9000 for the interface with {i}; jumbo frames of 9000 on the one that has {i}; set the mtu to 9000 where {i} is
""", u=up, i=hosts[up])


@scene
def blamed_line(rng):
    """A traceback of several frames: the last one counts."""
    files = distinct(rng, 3, lambda: rng.choice(["app/", "src/", "/srv/app/", "", "lib/"]) + values.word(rng).replace("-", "_") + ".py")
    numbers = [str(rng.randint(5, 600)) for _ in files]
    names_of = distinct(rng, 3, lambda: values.word(rng).replace("-", "_"))
    out = ["Traceback (most recent call last):"]
    for f, n, name in zip(files, numbers, ["<module>", *names_of[1:]]):
        out += [f'  File "{f}", line {n}, in {name}', f"    {values.word(rng).replace('-', '_')}(config)"]
    out.append(rng.choice(["ValueError: unknown option 'fast'", "KeyError: 'user_id'", "TypeError: expected str, got NoneType", "RuntimeError: queue is closed", "IndexError: list index out of range", "AssertionError"]))
    return "\n".join(out), asks("""
vim +{n} {f} => open (where it was raised|the place where it broke) in vim; vim at the line that raised it; take me to the innermost frame in vim; edit the line that finally failed, with vim; jump to the origin of the exception in vim; vim to the deepest frame; go to where the error really happened, vim; let me fix the failing line in vim
sed -n '{n}p' {f} => print the line that raised it; show just the line where it failed; the failing line itself, from the file; output the line of the innermost frame with sed; which line was it, print it
git blame -L {n},{n} {f} => who wrote the line that raised it; blame the failing line; git blame for the line where it broke; who is to blame for the line that failed; author of the line of the innermost frame
git log -p {f} => history with diffs of the file that raised it; how did the file where it failed change, with patches; commits with patches of the innermost file; git log -p of the file it broke in
git log --oneline {f} => short history of the file that raised it; oneline commits of the failing file; recent commits on the file where it broke, oneline
""", n=numbers[-1], f=files[-1]) + asks("""
vim +{n} {f} => open the outermost frame in vim; vim at the line where it all started; take me to the first call in vim; vim to the call in the module; go to the top frame, in vim
python3 -m pdb {f} => run the script in the debugger; debug the main script with pdb; start it under pdb; pdb on the script it was started from
python3 {f} => run it again; start the script once more; again please; rerun the script that was started; try the script again
""", n=numbers[0], f=files[0])


@scene
def events_table(rng):
    found = distinct(rng, rng.choice([3, 4, 5, 7]), lambda: pod(rng))
    bad = rng.choice(found)
    reason, text = rng.choice([("BackOff", "Back-off restarting failed container"), ("FailedScheduling", "0/3 nodes are available: 3 Insufficient cpu."), ("Failed", 'Failed to pull image "app:bad": not found'), ("Unhealthy", "Liveness probe failed: connection refused"), ("FailedMount", "MountVolume.SetUp failed for volume \"config\": configmap \"app\" not found"), ("OOMKilling", "Memory cgroup out of memory")])
    rows = [[f"{rng.randint(1, 59)}m", "Warning" if p == bad else "Normal", reason if p == bad else rng.choice(["Scheduled", "Pulled", "Created", "Started"]), f"pod/{p}", text if p == bad else rng.choice(["Successfully assigned", "Container image already present on machine", "Created container app", "Started container app"])] for p in found]
    return prompt(rng, "kubectl get events") + table([["LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"], *rows]), asks("""
kubectl describe pod {p} => describe (the pod with the warning|the one with the warning|the pod that has problems|the troubled pod); details of the pod that gets warnings; what's wrong with the pod in the warning; look at the pod the warning is about; dig into the failing pod; describe the unhappy one
kubectl logs {p} => logs of (the pod with the warning|the one that has trouble|the failing pod); what does the pod with the warning log; log of the pod the warning is about; read what the troubled pod prints
kubectl delete pod {p} => delete (the pod with the warning|the one with the problem|the failing pod); get rid of the pod the warning is about; throw away the troubled pod; the pod with the warning should be recreated, delete it; kill the pod that gets warnings
kubectl get pod {p} -o yaml => yaml of the pod with the warning; spec of the troubled pod as yaml; dump the one with the warning as yaml
kubectl get events --field-selector type=Warning => only the warnings; just events of type Warning; warnings only please; leave out the normal ones; filter for warnings
kubectl get events --sort-by=.lastTimestamp => sorted by last timestamp; in order of time; newest at the end, by lastTimestamp; sort them by when they were last seen; chronological please
kubectl get events -w => keep watching the events; follow them; events as they come; stream new events; live please
""", p=bad)


@scene
def containers_by_port(rng):
    found = names(rng, rng.choice([2, 3, 4, 5, 6]))
    ports = distinct(rng, len(found), lambda: draw(rng, "port"))
    rows = [[hexes(rng, 12), draw(rng, "image"), '"docker-entrypoint.s…"', ago(rng), f"Up {rng.randint(2, 50)} hours", f"0.0.0.0:{p}->{rng.choice([i for i in ['80', '8080', '5432', '3000', '9000', '7070', '4000'] if i not in ports])}/tcp", n] for n, p in zip(found, ports)]
    at = rng.randrange(len(found))
    one = f"(the container on port {ports[at]}|whatever publishes {ports[at]}|the one that has {ports[at]}|the container behind port {ports[at]}|the one on {ports[at]}|whichever listens on {ports[at]})"
    return prompt(rng, "docker ps") + table([["CONTAINER ID", "IMAGE", "COMMAND", "CREATED", "STATUS", "PORTS", "NAMES"], *rows]), asks(f"""
docker stop {{x}} => stop {one}; free port {ports[at]} by stopping its container; shut {one} down; port {ports[at]} should be free, stop the container; {one}: stop; halt {one}
docker restart {{x}} => restart {one}; bounce {one}; give {one} a restart; {one} hangs, restart
docker logs {{x}} => logs of {one}; what does {one} log; show the logs of {one}; read what {one} printed
docker logs -f {{x}} => follow the logs of {one}; stream the log of {one}; tail {one} live
docker exec -it {{x}} sh => shell in {one}; get me into {one}; open a shell inside {one}; jump into {one}
docker rm -f {{x}} => force remove {one}; kill and remove {one}; get rid of {one} even though it runs
docker inspect {{x}} => inspect {one}; all details of {one}; the json of {one}
curl http://localhost:{ports[at]} => curl {one}; what does {one} answer on localhost; request {one} over http here; does {one} respond, curl it
""", x=found[at])


@scene
def ports_and_programs(rng):
    """Choosing a listener by its port, or the port by its program."""
    found = rng.sample(["nginx", "postgres", "redis-server", "node", "python3", "java", "mysqld", "sshd", "apache2", "mongod", "grafana", "prometheus", "ollama", "cupsd", "dnsmasq", "gunicorn", "caddy", "haproxy", "minio", "vault"], rng.choice([3, 4, 5, 6, 8]))
    ports = distinct(rng, len(found), lambda: draw(rng, "port"))
    pids = distinct(rng, len(found), lambda: draw(rng, "pid"))
    rows = [["LISTEN", "0", rng.choice(["128", "511", "4096"]), f"{rng.choice(['0.0.0.0', '127.0.0.1', '*', '[::]'])}:{p}", "0.0.0.0:*", f'users:(("{n}",pid={i},fd={rng.randint(3, 30)}))'] for n, p, i in zip(found, ports, pids)]
    at = rng.randrange(len(found))
    n, p, i = found[at], ports[at], pids[at]
    one = f"(the process on port {p}|whatever listens on {p}|whatever is on {p}|the thing on port {p}|the one holding {p}|whoever has port {p}|the program using {p}|the one blocking port {p}|the listener on {p})"
    two = f"({n}|the {n} one|the {n} process|the {n} there)"
    return prompt(rng, rng.choice(["ss -tlnp", "sudo ss -tlnp", "ss -ltnp"])) + table([["State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port", "Process"], *rows], 2), asks(f"""
kill {{i}} => kill {one}; free port {p}; I need port {p}, kill its owner; get rid of {one}; {one} must go; stop {one}; end {one}; release port {p}; make port {p} free; kick out {one}; something else wants {p}, kill what has it; take down {one}
kill {{i}} => kill {two} by its pid; end {two} with its pid; send TERM to the pid of {two}; terminate pid of {two}
kill -9 {{i}} => kill -9 {one}; force kill {one}; {one} ignores TERM, use KILL; SIGKILL {one}; free port {p} by force, kill -9
ps -fp {{i}} => what is {one} exactly, ps; full ps line of {one}; show {one} in ps -f; who started {one}, ps by pid; details on {one} from ps
lsof -p {{i}} => which files does {one} have open; open files of {two}; lsof for {one}; what does {one} have open
ls -l /proc/{{i}}/exe => which binary is {one}; path of the executable of {two}; where's the program of {one}, from proc
curl http://localhost:{p} => curl {one} on localhost; what does {two} answer here over http; http request to the port of {two}; fetch from {two} locally with curl
sudo ufw allow {p} => open the port of {two} in ufw; let {two} be reached, ufw; ufw should allow the port of {two}; firewall: allow where {two} listens
sudo ufw deny {p} => block the port of {two} in ufw; ufw should deny the port of {two}; close the port of {two} in ufw
sudo systemctl restart {n} => restart the service of {one}; bounce the service on port {p}; the service listening on {p} needs a restart; restart what is on {p} through systemd
nc -zv localhost {p} => does the port of {two} answer here, nc; test the port of {two} with netcat on localhost; nc check of where {two} listens locally
""", i=i)


@scene
def hammered(rng):
    """Requests or logins by address: one stands out."""
    ips = distinct(rng, rng.choice([3, 4, 5]), lambda: draw(rng, "ip"))
    worst, shape = ips[0], rng.random()
    order = [worst] * rng.choice([4, 5, 6, 7]) + [rng.choice(ips[1:]) for _ in range(rng.choice([1, 2, 3]))]
    if len(ips) > 2:
        order = order[:-1] + [ips[1]]
    rng.shuffle(order)
    if shape < 0.35:
        file, tool = rng.choice(["/var/log/auth.log", "/var/log/secure"]), "sshd"
        host = draw(rng, "node")
        lines = [f"Mar  4 10:{i:02}:{rng.randint(10, 59)} {host} sshd[{rng.randint(900, 90000)}]: Failed password for {rng.choice(['root', 'invalid user admin', 'invalid user test', person(rng)])} from {ip} port {rng.randint(30000, 60000)} ssh2" for i, ip in enumerate(order)]
        one = "(the attacker|whoever tries to guess passwords|the ip with the most failed logins|the one hammering ssh|the address trying to break in|the brute forcer|the worst offender|that persistent ip|whoever keeps failing to log in)"
    elif shape < 0.7:
        file, tool = rng.choice(["/var/log/nginx/access.log", "/var/log/apache2/access.log", "access.log"]), "web"
        lines = [f'{ip} - - [04/Mar/2026:10:{i:02}:{rng.randint(10, 59)} +0000] "{rng.choice(["GET", "POST"])} /{rng.choice(["wp-login.php", "login", "api/v1/items", ".env", "admin", "search"])} HTTP/1.1" {rng.choice([200, 404, 401, 403])} {rng.randint(100, 9000)} "-" "Mozilla/5.0"' for i, ip in enumerate(order)]
        one = "(the client with the most requests|whoever hammers the site|the ip with the most hits|the noisiest client|the worst offender|the address that floods us|the one hitting us hardest|the top client|the scraper with the most requests)"
    else:
        file, tool = "access.log", "counts"
        numbers = sorted((int(x) for x in amounts(rng, len(ips), 3, 90000)), reverse=True)
        lines = [f"{n:7} {ip}" for n, ip in zip(numbers, ips)]
        one = "(the top address|the client with the most requests|the ip at the top|the noisiest one|the worst offender|whoever has the most hits|the number one in that list|the heaviest client)"
    head = {"sshd": f"tail {file}", "web": f"tail {file}", "counts": "awk '{print $1}' access.log | sort | uniq -c | sort -rn | head"}[tool]
    sudo = "sudo " if tool == "sshd" else ""
    answers = asks(f"""
sudo ufw deny from {{ip}} => block {one} with ufw; ban {one} in ufw; ufw: deny {one}; ufw should block {one}; shut {one} out using ufw; no more access for {one}, ufw; keep {one} out with ufw; deny {one} by ufw
sudo iptables -A INPUT -s {{ip}} -j DROP => drop everything from {one} with iptables; iptables rule that drops {one}; block {one} using iptables; append an iptables rule dropping {one}; have iptables drop {one}; silence {one} with iptables
whois {{ip}} => who is {one}, whois; whois for {one}; where does {one} come from, whois; owner of the network of {one}; look {one} up in whois; which provider has {one}
{sudo}grep {{ip}} {file} => all lines of {one} in {file}; everything {one} did in {file}; grep {file} for {one}; find {one} in {file}; show what {one} did, from {file}; only {one} out of {file}
{sudo}grep -c {{ip}} {file} => how many lines has {one} in {file}; count the lines of {one} in {file}; number of lines by {one} in {file}; tally the entries of {one} in {file}
dig -x {{ip}} => reverse dns of {one}; which hostname has {one}, dig; ptr record for {one}; resolve {one} backwards with dig
sudo ip route add blackhole {{ip}} => blackhole {one}; route {one} into a blackhole; null route {one}; send {one} to a blackhole route
sudo tcpdump host {{ip}} => capture the traffic of {one}; tcpdump for {one} only; sniff what {one} sends; watch packets of {one} with tcpdump
""", ip=worst)
    if tool == "sshd":
        answers += asks(f"sudo fail2ban-client set sshd banip {{ip}} => ban {one} in the sshd jail of fail2ban; fail2ban: ban {one} for sshd; have fail2ban ban {one}, sshd jail; let fail2ban lock {one} out of sshd; put {one} into fail2ban's sshd jail", ip=worst)
    return rng.choice(["$ ", "# ", f"{person(rng)}@{draw(rng, 'node')}:~$ "]) + head + "\n" + "\n".join(lines), answers

# Errors and logs.

FIX = "fix this|fix that|fix it|how do I fix this|how do I fix that|what now|help|solve this|how do I get around this|repair this|make it work|what do I do about this|what should I do now|how can I solve this|get rid of this error|how to get past this|what command fixes this|resolve this|please fix|can you fix this|it doesn't work, fix it|sort this out|and now|what's the fix|how to solve that|make this error go away|I get this, what do I run|what do I have to run|do what it says|what's the remedy|unblock me|got this error, what next|why doesn't this work, fix it|correct this|this keeps happening, fix it|how do I make this work|what's the way out of this|deal with this"


def chosen_word(options):
    return lambda rng: rng.choice(options.split("|"))


def in_folder(rng):
    return rng.choice(["/home/" + person(rng) + "/", "/srv/", "/opt/", "/var/lib/", "/data/", "/mnt/", "/etc/", "/usr/local/"]) + workload(rng)


KINDS |= {
    "person": person, "hex7": lambda r: hexes(r, 7), "hex12": lambda r: hexes(r, 12), "hex40": lambda r: hexes(r, 40), "small": digits(1, 9), "lineno": digits(2, 400), "big": digits(1000, 90000), "workload": workload, "word": lambda r: values.word(r).replace("-", ""),
    "pod": pod, "private": private, "stamp": stamp, "clock": lambda r: f"{clock(r)}:{r.randint(10, 59)}", "abs": in_folder, "sh": lambda r: workload(r) + ".sh", "py": lambda r: workload(r).replace("-", "_") + ".py", "conf": lambda r: workload(r) + ".conf", "pem": lambda r: workload(r) + r.choice([".pem", ".key", "_rsa"]),
    "module_": lambda r: draw(r, "pypkg").replace("-", "_"), "library": lambda r: "lib" + values.word(r).replace("-", "") + ".so." + str(r.randint(0, 9)), "yamlfile": lambda r: workload(r) + r.choice([".yaml", ".yml"]), "logfile": lambda r: r.choice(["/var/log/", "logs/", "", "/srv/log/"]) + workload(r) + ".log",
    "iso": lambda r: workload(r) + ".iso", "tgz": lambda r: workload(r) + r.choice([".tar.gz", ".tgz"]), "zipname": lambda r: workload(r) + ".zip", "source": lambda r: values.word(r).replace("-", "_"), "day": lambda r: f"{r.choice('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split())} {r.randint(10, 28)}",
    "codefile": lambda r: r.choice(["src/", "app/", "lib/", "", "internal/", "pkg/"]) + values.word(r).replace("-", "_"), "remotehost": lambda r: r.choice([draw(r, "node"), draw(r, "ip"), workload(r) + ".example.com"]), "highpid": digits(1000, 99999), "lowport": lambda r: str(r.randint(20, 1023)), "anyport": of("port"), "image": lambda r: workload(r) + ":" + draw(r, "tag"), "registry": lambda r: r.choice(["ghcr.io/", "docker.io/", "registry.example.com/", "quay.io/"]) + values.word(r).replace("-", "") + "/" + workload(r) + ":" + draw(r, "tag"),
    "dev": of("part"), "dir": lambda r: workload(r), "mountpoint": lambda r: "/mnt/" + workload(r), "gid": of("group"), "num": digits(2, 60), "sig": lambda r: hexes(r, 16).upper(), "sha": lambda r: hexes(r, 40), "ghrun": digits(10000000, 99999999),
}


def drawn_slots(text: str, rng) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in text.replace("-", "", 1).split() if text.strip() == "-" else text.split():
        name, _, kind = part.partition(":")
        kind = kind or name
        for _ in range(20):
            value = rng.choice(kind.split("|")).replace("+", " ") if "|" in kind else KINDS[kind](rng) if kind in KINDS else draw(rng, kind)
            if value not in found.values() and not re.search(r"[()|\[\]%\\{}]", value):
                break
        found[name] = value
    return found


def error_scene(block: str):
    head, _, rest = block.partition("\n")
    body, *answers = rest.split("\n$$ ")
    outputs = [o.strip("\n") for o in re.split(r"^~~$", body, flags=re.M)]
    asked = []
    for answer in answers:
        command, *lines = answer.strip().split("\n")
        lines = [line.removeprefix("- ") for line in lines]
        asked.append((command, [f"({FIX})" if line == "!fix" else line for line in lines for _ in range(2 if line == "!fix" else 1)]))

    def made_scene(rng):
        slots = drawn_slots(head, rng)

        def put(text):
            for name, value in slots.items():
                text = text.replace("{" + name + "}", value)
            return text

        output = put(rng.choice(outputs))
        mark = rng.choice(["$ ", "$ ", "$ ", "# ", f"{person(rng)}@{draw(rng, 'node')}:~$ ", "➜  ~ ", "% "])
        lines = []
        for line in output.split("\n"):
            if line.startswith("$? "):
                if rng.random() < 0.6:
                    lines.append(mark + line[3:])
            else:
                lines.append(mark + line[2:] if line.startswith("$ ") else line)
        return "\n".join(lines), [question("\n".join(led(line, rng) for line in r), c, **slots) for c, r in asked]

    return made_scene


ERRORS = r"""
== s:sh
$ ./{s}
bash: ./{s}: Permission denied
~~
$ ./{s}
zsh: permission denied: ./{s}
~~
$ ./{s}
-bash: ./{s}: Permission denied
$$ chmod +x {s}
- !fix
- make it executable
- it should be possible to run it
- give it the x bit
- set the executable flag
- let me run that script
- the script must be executable
- add execute permission
- why can't I run it, make that possible
$$ bash {s}
- run it with bash anyway
- run it without the x bit, through bash
- just feed it to bash
- start the script with bash instead
- execute it via bash
- let bash run the script
- bash should interpret it
- run it as an argument to bash
$$ ls -l {s}
- which permissions does it have
- show its permissions
- look at the mode of the script
- who owns the script, and its mode
- list it in long form
- ls -l for it
- check its permission bits
- see the rights of that file
== pkg:package
$ {pkg}
bash: {pkg}: command not found
~~
$? {pkg} --version
zsh: command not found: {pkg}
~~
$ {pkg}
Command '{pkg}' not found, but can be installed with:
sudo apt install {pkg}
~~
sh: 1: {pkg}: not found
$$ sudo apt install {pkg}
- !fix
- install it
- install the missing program
- get it
- I want that command, install with apt
- put it on this machine
- apt-get the missing tool
- why is it missing, install
- then install it
- add the package that's missing
$$ which -a {pkg}
- is it anywhere in my PATH, all matches
- which -a for it
- where would it be found, list all
- look for all copies of it in PATH
- is it really not in the path, all places
- all locations of that command
- every match in PATH for it
- search my path for it, all hits
$$ apt search {pkg}
- search for it in the package lists
- which packages match that name
- apt search for it
- look it up in apt
- is there a package for it, search
- find packages that mention it
- search the repositories for it
- is it packaged at all, search apt
== mod:module_ f:py ln:lineno
Traceback (most recent call last):
  File "{f}", line {ln}, in <module>
    import {mod}
ModuleNotFoundError: No module named '{mod}'
~~
$? python3 {f}
Traceback (most recent call last):
  File "/app/{f}", line {ln}, in <module>
    from {mod} import Client
ModuleNotFoundError: No module named '{mod}'
~~
>>> import {mod}
Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
ImportError: No module named {mod}
$$ pip install {mod}
- !fix
- install the missing module
- install it with pip
- get the module
- pip the thing that's missing
- the module is missing, install it
- add the missing dependency with pip
- get python the module it wants
- install what it can't import
- python can't find it, install it
$$ pip show {mod}
- is it installed at all, pip show
- details pip has on that module
- which version of it do I have, pip show
- does pip know it
- show pip's info about the module
- where is it installed, per pip
- pip show for the missing one
- check with pip whether it's there
== f:codefile ln:lineno fn:source
Traceback (most recent call last):
  File "{f}.py", line {ln}, in {fn}
    return data["id"]
KeyError: 'id'
~~
Traceback (most recent call last):
  File "{f}.py", line {ln}, in {fn}
    total += row.price
AttributeError: 'NoneType' object has no attribute 'price'
~~
Traceback (most recent call last):
  File "{f}.py", line {ln}, in {fn}
    x = int(value)
ValueError: invalid literal for int() with base 10: 'abc'
~~
Traceback (most recent call last):
  File "{f}.py", line {ln}, in {fn}
    ratio = hits / total
ZeroDivisionError: division by zero
$$ vim +{ln} {f}.py
- open the file at that line in vim
- take me to the failing line in vim
- edit the line that fails, vim
- vim at the place of the error
- jump to where it broke, in vim
- open vim right at the error
- vim to the offending line
- let me edit where it crashed, with vim
- go to the line of the traceback in vim
$$ sed -n '{ln}p' {f}.py
- print the failing line
- show just the line that broke
- the offending line only
- what stands on that line
- print that one line of the file with sed
- show me the line from the traceback
- output only the line it failed at
- the line that raised the error please
- display the line mentioned
$$ git blame -L {ln},{ln} {f}.py
- who wrote that line
- blame the line that fails
- who is to blame for the failing line
- git blame on just that line
- who changed that line last
- last author of the broken line
- which commit brought that line
- find the culprit of this line with git
- who broke that line
$$ grep -n {fn} {f}.py
- where is that function used in the file, with line numbers
- find the function's name in the file with line numbers
- grep the function in that file, numbered
- lines of the file that mention the function, numbered
- all mentions of the function in the file with their line numbers
- every place in the file with that function name, numbered
- occurrences of the function in there with line numbers
- which lines of the file name the function, show numbers
$$ git log -p {f}.py
- history of that file with the changes
- how did the file change over time, with diffs
- all commits of the file with patches
- log with patches for the file in the traceback
- git log -p of the file that broke
- past changes to the file that failed, diffs included
- show what was changed in that file, commit by commit
- commits that touched the broken file, with diffs
== port:port
Error: listen EADDRINUSE: address already in use :::{port}
~~
nginx: [emerg] bind() to 0.0.0.0:{port} failed (98: Address already in use)
nginx: [emerg] still could not bind()
~~
OSError: [Errno 98] Address already in use: ('0.0.0.0', {port})
~~
docker: Error response from daemon: driver failed programming external connectivity on endpoint web: Bind for 0.0.0.0:{port} failed: port is already allocated.
~~
listen tcp :{port}: bind: address already in use
~~
Address already in use
Port {port} is in use by another program. Either identify and stop that program, or start the server with a different port.
~~
java.net.BindException: Address already in use (Bind failed)
Web server failed to start. Port {port} was already in use.
~~
[emerg] could not listen on port {port}: EADDRINUSE
$$ sudo lsof -i :{port}
- who uses it
- which process has the port
- find out what occupies that port
- what is listening there
- who holds that port
- what's sitting on the port
- which program is already on it
- see what blocks the port
- what is it that took my port
- find the offender on that port
- who got there first
- show the process that's in the way
- what else is bound to it
$$ sudo fuser -k {port}/tcp
- !fix
- kill whatever uses that port
- free the port
- %kill the process on that port
- free up the port it wants
- get that port back
- kick off whatever sits there
- clear the port
- whatever holds it, kill it
- free the port that it can't bind
- shoot whoever occupies the port
- evict the process from that port
- make the port available again
$$ sudo ss -tlnp | grep :{port}
- check with ss who listens on it
- use ss and grep to see the listener on that port
- ss output only for that port
- look at the port with ss
- the listening socket for that port, from ss
- find the listener with ss
- grep the port in ss
- ss: who is on the port
== p:abs
touch: cannot touch '{p}/x': No space left on device
~~
cp: error writing '{p}/dump.sql': No space left on device
~~
OSError: [Errno 28] No space left on device: '{p}/model.bin'
~~
write {p}/tmp: no space left on device
~~
tar: {p}/backup.tar: Cannot write: No space left on device
$$ df -h {p}
- how full is that filesystem
- how much is left there
- show the disk usage of where it wanted to write
- space left at that place
- df for the folder in question
- check free space of that path
- is it really full there
- how much room is there in that place
- which disk is that folder on and how full
$$ df -i {p}
- are the inodes used up there
- check inodes of that place
- is it inodes that ran out there
- inode usage where it failed
- df -i for that path
- any inodes left on that filesystem
- maybe no inodes are left there, check
- inodes for that folder's filesystem
$$ du -h --max-depth=1 {p} | sort -rh
- what takes the space in there
- biggest subfolders there
- which folders below it are largest
- what is eating the space in that folder
- break that folder down by size, largest first
- sizes of the subfolders, biggest first
- where did the room in that directory go
- sort its subfolders by size
$$ find {p} -type f -size +1G
- files over 1 GB in there
- which files below it are bigger than 1G
- find the 1G+ files there
- huge files there, over a gigabyte
- look for files above 1G in that folder
- what in there is larger than 1 gigabyte
- list files exceeding 1G there
- any file over 1 GB in that place
== h:remotehost u:person ln:lineno
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!
Offending ED25519 key in /home/{u}/.ssh/known_hosts:{ln}
Host key for {h} has changed and you have requested strict checking.
Host key verification failed.
~~
$ ssh {h}
Offending RSA key in /home/{u}/.ssh/known_hosts:{ln}
Host key for {h} has changed and you have requested strict checking.
Host key verification failed.
$$ ssh-keygen -R {h}
- !fix
- forget the old key
- remove the old host key
- %delete that host from known_hosts
- drop the stale key
- I reinstalled that machine, forget its old key
- that host was reinstalled, clean up known_hosts
- take that host out of my known hosts
- the key change is legit, remove the old one
- purge the offending key with ssh-keygen
- accept that the host is new: remove its old entry
$$ sed -i '{ln}d' /home/{u}/.ssh/known_hosts
- delete just the offending line with sed
- remove that line from known_hosts using sed
- cut out the offending line number with sed
- sed away the line it names
- drop the line of known_hosts that it complains about, sed
- use sed to remove the bad line
- delete only that line number in the file, with sed
- sed: remove the offending entry by line
$$ ssh-keyscan {h}
- show the keys the host has now
- what keys does that host present at the moment
- scan the host's current keys
- keyscan that host
- fetch the present host keys
- see which keys it offers now
- get its current public keys
- print the new keys of the host
== h:remotehost u:person
$ ssh {u}@{h}
{u}@{h}: Permission denied (publickey).
~~
$ ssh {u}@{h}
{u}@{h}: Permission denied (publickey,password).
$$ ssh-copy-id {u}@{h}
- !fix
- put my key on there
- copy my public key to that host
- install my key for that account
- let me log in with my key
- authorize my key there
- get my key over there
- add my key to its authorized_keys with the usual tool
- make key login work there
$$ ssh -v {u}@{h}
- try again verbosely
- why, be verbose
- debug the login
- same with debug output
- see which keys it tries
- connect once more and show what happens
- verbose ssh to that account
- what does ssh try there, -v
$$ ssh -o PreferredAuthentications=password {u}@{h}
- log in with a password instead
- try the password
- prefer password authentication
- let it ask for the password
- use password login for that
- I want to type a password there
- authenticate by password this time
- same but with PreferredAuthentications=password
== h:remotehost
ssh: connect to host {h} port 22: Connection refused
~~
$ ssh {h}
ssh: connect to host {h} port 22: Connection timed out
~~
ssh: connect to host {h} port 22: No route to host
$$ ping -c 4 {h}
- is it up at all, 4 pings
- ping it four times
- does the machine answer pings, four of them
- is the box alive, ping 4 times
- check with 4 pings whether it is there
- send it 4 pings
- ping that host, 4 packets
- can I reach it at all, 4 pings
$$ nc -zv {h} 22
- is port 22 open there
- test the ssh port with nc
- check port 22 of it with netcat
- does anything listen on 22 there, nc
- netcat to its port 22, no data
- probe the port with nc
- nc check of the port
- is sshd listening over there, nc
$$ traceroute {h}
- where do the packets get lost
- traceroute it
- show the hops to it
- which way do packets go to that host
- trace the route
- on which hop does it stop
- path to that machine
- how far do I get towards it
$$ nmap -p 22 {h}
- scan port 22 with nmap
- nmap only port 22 of it
- check 22 using nmap
- is 22 filtered there, nmap
- nmap that host, just the ssh port
- port 22 state according to nmap
- let nmap look at 22
- use nmap for that port
$$ ssh -p 2222 {h}
- try port 2222
- it listens on 2222, connect there
- connect on port 2222 instead
- ssh runs on 2222 there
- same host, port 2222
- use 2222 as the port
- again but with port 2222
- the sshd is on 2222
== h:domain
ping: {h}: Name or service not known
~~
curl: (6) Could not resolve host: {h}
~~
ssh: Could not resolve hostname {h}: Temporary failure in name resolution
~~
getaddrinfo ENOTFOUND {h}
~~
wget: unable to resolve host address '{h}'
$$ dig {h}
- look it up with dig
- dig it
- what does dig say
- query dns for that name with dig
- resolve it using dig
- check the name with dig
- dns answer for it, dig
- use dig on that name
$$ dig @8.8.8.8 {h}
- ask google's resolver for it
- does 8.8.8.8 know it
- query 8.8.8.8 for that name with dig
- try another dns server, 8.8.8.8, with dig
- dig it at 8.8.8.8
- is it only my dns, ask 8.8.8.8 with dig
- lookup via 8.8.8.8, dig
- resolve with google dns and dig
$$ nslookup {h}
- nslookup it
- what does nslookup say
- check with nslookup
- try nslookup on that
- nslookup for that name
- name lookup with nslookup
- use nslookup there
- see if nslookup finds it
$$ getent hosts {h}
- how does this system resolve it, getent
- getent for that host
- ask the system's resolver with getent
- lookup through nsswitch for the name
- getent hosts on it
- does /etc/hosts or dns know it, getent
- resolve it like the system does
- what does getent return for it
$$ resolvectl query {h}
- ask systemd-resolved about it
- query it with resolvectl
- resolvectl for that name
- what does resolvectl say
- use resolvectl to resolve it
- check it in systemd-resolved
- lookup with resolvectl
- resolved's answer for that name
== u:url
curl: (60) SSL certificate problem: certificate has expired
More details here: https://curl.se/docs/sslcerts.html
$? curl {u}
URL was {u}
~~
$ curl {u}
curl: (60) SSL certificate problem: self-signed certificate
~~
$ curl {u}
curl: (60) SSL certificate problem: unable to get local issuer certificate
$$ curl -k {u}
- !fix
- fetch it anyway
- ignore the certificate
- skip the certificate check
- get it insecurely
- don't verify the cert
- I trust it, go on without checking
- same but insecure
- disregard the ssl error
$$ curl -v {u}
- try again verbosely
- show the tls handshake
- verbose please
- why, give details
- be chatty about it
- same with -v
- debug that request
- what exactly happens there
"""

ERRORS += r"""
== branch:branch
$ git push
fatal: The current branch {branch} has no upstream branch.
To push the current branch and set the remote as upstream, use

    git push --set-upstream origin {branch}
~~
fatal: The current branch {branch} has no upstream branch.
$$ git push -u origin {branch}
- !fix
- push it and set the upstream
- publish the branch
- push and track it on origin
- then set upstream and push
- push this branch to origin for the first time
- get it onto origin, tracking
- put the branch on the remote with an upstream
- do the push with the upstream set
== branch:main|master|develop|trunk
$ git push
To github.com:acme/app.git
 ! [rejected]        {branch} -> {branch} (non-fast-forward)
error: failed to push some refs to 'github.com:acme/app.git'
hint: Updates were rejected because the tip of your current branch is behind
hint: its remote counterpart.
~~
 ! [rejected]        {branch} -> {branch} (fetch first)
error: failed to push some refs
hint: Updates were rejected because the remote contains work that you do not have locally.
$$ git pull --rebase
- !fix
- get the remote changes from origin first, with rebase
- rebase on what origin has
- pull with rebase from origin
- put my commits on top of the remote branch of origin
- take in their work by rebasing onto origin's branch
- pull --rebase that branch from origin
- bring in what I'm missing from origin, rebasing mine
- sync with origin's branch by rebase
$$ git push --force-with-lease origin {branch}
- push anyway, but safely with lease
- force with lease
- overwrite the remote branch, with lease, on origin
- I rebased, force push to origin with lease
- push to origin forcefully but keep others' work safe, lease
- force-with-lease that branch to origin
- do the forced push (with lease) to origin
- override origin's branch, with lease
$$ git log --oneline {branch}..origin/{branch}
- which commits do they have that I lack
- what is on origin that I don't have, one line each
- show the commits I'm missing from origin, short
- list what I'm behind by, oneline
- commits on the remote side only, one per line
- what did the others push, one line per commit
- the remote commits that are not in mine, short form
- by which commits am I behind, oneline
== f:file g:file
$ git merge feature
Auto-merging {f}
CONFLICT (content): Merge conflict in {f}
Automatic merge failed; fix conflicts and then commit the result.
~~
Auto-merging {g}
Auto-merging {f}
CONFLICT (content): Merge conflict in {f}
Automatic merge failed; fix conflicts and then commit the result.
~~
CONFLICT (modify/delete): {f} deleted in HEAD and modified in feature.
Automatic merge failed; fix conflicts and then commit the result.
$$ git merge --abort
- abort the merge
- back to before the merge
- forget about merging
- I don't want this merge any more
- cancel the whole merge
- undo the merge attempt
- get me out of this merge
- stop merging, restore what was
- call off the merge
$$ git checkout --ours {f}
- take our version of the conflicting file
- keep my side of that file, checkout
- resolve the file with ours, checkout
- ours wins for that file
- use our side for the conflicted file
- my version should win in that file
- discard their changes to the conflicting file, take ours
- check out our side of it
$$ git checkout --theirs {f}
- take their version of the conflicting file
- keep their side of that file
- resolve the file with theirs
- theirs wins for that file
- use their side for the conflicted file
- their version is the right one for that file
- discard my changes to the conflicting file, take theirs
- check out the incoming side of it
$$ git add {f}
- I fixed it, mark the file as resolved
- mark the conflict as resolved
- the file is fine now, stage it
- conflict is resolved, add the file
- stage the resolved file
- tell git the conflict in it is solved
- done editing, stage the conflicted one
- declare the file resolved
$$ git diff {f}
- show the conflict
- what conflicts in that file
- let me see the conflicting parts
- diff of the conflicted file
- what's the difference in the file with the conflict
- look at the conflict markers as a diff
- view the clash in that file
- show where it clashes
$$ vim {f}
- open the conflicting file in vim
- edit the conflict in vim
- let me resolve it in vim
- vim the file with the conflict
- fix the conflict by hand in vim
- go into the conflicted file with vim
- vim on it so I can resolve it
- start vim with the conflicting file
$$ git mergetool {f}
- resolve it with the merge tool
- mergetool for that file
- start the mergetool on the conflicted file
- use the configured merge tool for it
- let me solve it in the mergetool
- run the merge tool on it
- open the conflict in mergetool
- git mergetool just for that one
== f:file
error: Your local changes to the following files would be overwritten by checkout:
	{f}
Please commit your changes or stash them before you switch branches.
Aborting
~~
error: Your local changes to the following files would be overwritten by merge:
	{f}
Please commit your changes or stash them before you merge.
Aborting
$$ git stash
- !fix
- stash them
- put my changes away for now
- keep my changes aside
- stash what I have
- park the local changes
- save my changes for later and clean the tree
- set the changes aside
- shelve them
$$ git checkout -- {f}
- throw my changes to it away
- discard the local changes of that file
- I don't need my changes in that file
- restore the committed version of the file with checkout
- drop what I did to that file, checkout
- my edits of it can go, checkout the file
- undo my edits to that file via checkout
- forget the changes in it with checkout
$$ git diff {f}
- what did I change there
- show my changes to that file
- diff of the file
- which changes would be lost
- let me see what is different in it
- view the local changes of the file named
- what are those changes
- display the diff for it
== p:abs
fatal: detected dubious ownership in repository at '{p}'
To add an exception for this directory, call:

	git config --global --add safe.directory {p}
~~
$ git status
fatal: detected dubious ownership in repository at '{p}'
$$ git config --global --add safe.directory {p}
- !fix
- trust that repository
- mark it as safe
- add the exception
- that directory is fine, trust it
- whitelist this repo
- add it to the safe directories
- it's ok, let git work there
- make git accept that repository
$$ ls -ld {p}
- who owns that directory
- show the owner of the repository folder
- ls -ld on it
- whose is it, long listing of the folder itself
- permissions and owner of that folder
- look at who the directory belongs to
- list the directory itself in long form
- owner of the folder it complains about
$$ sudo chown -R $USER {p}
- make me the owner of all of it
- give the repository to me
- I should own that tree
- chown it to me, recursively
- change the owner to my user, everything in it
- hand the folder over to me
- take ownership of the directory with contents
- the whole thing should belong to my user
== p:abs
fatal: Unable to create '{p}/.git/index.lock': File exists.

Another git process seems to be running in this repository.
~~
fatal: Unable to create '{p}/.git/index.lock': File exists.
$$ rm -f {p}/.git/index.lock
- !fix
- remove the lock
- no other git runs, delete the lock file
- get rid of the stale lock
- that lock is stale, force remove
- clear the index lock
- delete the lock in the way
- the lock file must go
- unlock the repository by deleting the lock
$$ lsof {p}/.git/index.lock
- who holds the lock
- which process has the lock file open
- is anybody using the lock file
- lsof on the lock
- find the process behind the lock
- what has the lock open
- check whether some process still has it open
- who is using that lock
== branch:branch
error: The branch '{branch}' is not fully merged.
If you are sure you want to delete it, run 'git branch -D {branch}'.
~~
$? git branch -d {branch}
error: the branch '{branch}' is not fully merged
$$ git branch -D {branch}
- !fix
- delete it anyway
- I am sure, delete it
- force the deletion
- throw the branch away, merged or not
- get rid of it regardless
- really delete it
- yes, remove it
- drop it by force
$$ git merge {branch}
- merge it then
- merge the branch first
- bring its work into my branch
- merge what's unmerged
- then merge it into here
- take its commits in
- I want its changes merged
- integrate it with a merge
$$ git log --oneline main..{branch}
- which commits are not merged to main
- what would be lost compared to main, one line each
- commits of it that main lacks, oneline
- list the unmerged commits versus main, short
- what does it have that main doesn't, oneline
- show in one line each what is only on that branch, not on main
- short log of the commits missing in main
- what's on there besides main, one line per commit
== c:hex7
You are in 'detached HEAD' state. You can look around, make experimental
changes and commit them.

HEAD is now at {c} fix tests
~~
Note: switching to '{c}'.

You are in 'detached HEAD' state.
~~
HEAD detached at {c}
nothing to commit, working tree clean
$$ git switch -
- go back to the branch I was on
- back to where I was before
- return to the previous branch
- leave this state, previous branch please
- switch back
- take me back to the branch from before
- get me out of detached head, to the branch before
- undo that switch
$$ git branch rescue {c}
- make a branch rescue at that commit
- keep this commit as branch rescue
- create the branch rescue there without switching
- name this commit with a branch called rescue
- branch rescue should point to it
- put a branch named rescue on that commit
- remember it as branch rescue
- save this spot as branch rescue
$$ git show {c}
- show that commit
- what's in that commit
- what did that commit change
- let me see the commit HEAD is on
- display the commit it names
- contents of the commit
- print the commit with its diff
- view that commit
== b:branch
error: pathspec '{b}' did not match any file(s) known to git
~~
fatal: invalid reference: {b}
~~
$ git switch {b}
fatal: invalid reference: {b}
$$ git switch -c {b}
- create it
- then make that branch
- create the branch and go there
- it doesn't exist yet, create it and switch
- new branch with that name, switch to it
- I meant a new branch
- make it and switch to it
- start a branch of that name
$$ git fetch origin {b}
- fetch it from origin
- get that branch from origin
- it's on origin, fetch it
- origin should have it, fetch
- download just that branch of origin
- fetch only this one from origin
- bring it over from origin first
- ask origin for it, fetch
$$ git branch -a --list '*{b}*'
- is there any branch with that in its name, remote ones too
- look for branches containing that name, all of them
- list all branches, also remote, that have it in the name
- which branches (local and remote) contain this name
- find branches with a similar name, including remotes
- search all branches for that word
- any branch like it, anywhere
- branches matching it on either side, local or remote
== f:file
fatal: pathspec '{f}' did not match any files
~~
$ git rm {f}
error: the following file has changes staged in the index:
    {f}
(use --cached to keep the file, or -f to force removal)
$$ git rm --cached {f}
- only untrack it, keep the file
- keep the file but take it out of git
- remove it from the index only
- stop tracking it but leave it on disk
- untrack, don't delete
- git should forget it, the file stays
- use --cached
- out of the repository but not off my disk
$$ git rm -f {f}
- force it
- remove it by force
- delete it no matter what
- really remove the file, force
- I don't care about the staged changes, remove it
- force removal please
- use -f
- git rm it with force
== c:hex7
error: could not apply {c}... rework parser
hint: Resolve all conflicts manually, mark them as resolved with
hint: "git add/rm <conflicted_files>", then run "git rebase --continue".
hint: To abort and get back to the state before "git rebase", run "git rebase --abort".
$$ git rebase --abort
- back to before the rebase
- abort
- I give up on the rebase
- cancel the rebase
- get me out of this rebase
- undo everything the rebase did
- never mind, restore the state before rebasing
- stop rebasing and restore
$$ git rebase --continue
- conflicts are resolved, go on
- continue
- I fixed it, carry on with the rebase
- next commit, everything is resolved
- proceed with the rebase
- go on rebasing
- done with the conflicts, continue
- resume it
$$ git rebase --skip
- skip this commit
- leave that commit out
- I don't need that one, skip it
- go on without that commit
- drop it and continue with the next
- ignore that commit in the rebase
- skip it please
- pass over this one
$$ git show {c}
- what does that commit do
- show the commit that fails to apply
- let me see that commit
- print the commit that could not be applied
- contents of the offending commit
- view the commit in question
- diff of the commit it stops at
- display that commit
== n:workload id:hex12
docker: Error response from daemon: Conflict. The container name "/{n}" is already in use by container "{id}f00c". You have to remove (or rename) that container to be able to reuse that name.
~~
Error response from daemon: Conflict. The container name "/{n}" is already in use by container "{id}".
$$ docker rm -f {n}
- !fix
- remove the old container
- %delete the container that has the name
- force remove the old one
- get rid of whatever has that name
- the old one can go, even if it runs
- free the name
- throw the existing one away
- kill and remove the one in the way
$$ docker start {n}
- start the existing one instead
- then start the old one
- use the one that's there, start it
- just start the container that exists
- bring up the existing one
- the present one is fine, start it
- no need for a new one, start the old
- run the container that already exists
$$ docker rename {n} {n}-old
- rename the old one with -old at the end
- keep it but call it -old
- append -old to the name of the existing one
- move the existing container out of the way by naming it -old
- the old one should get the suffix -old
- give the one in the way the suffix -old
- rename instead of removing, suffix -old
- add -old to its name
$$ docker logs {n}
- what does the existing one log
- logs of the one that has the name
- show the logs of the container in the way
- what has the old one printed
- see the old container's output
- log of the current holder of the name
- read its logs before I remove it
- let me see what the existing one wrote
== -
permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.24/containers/json": dial unix /var/run/docker.sock: connect: permission denied
~~
Got permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock
$$ sudo usermod -aG docker $USER
- !fix
- let me use docker without sudo
- add me to the docker group
- I don't want to type sudo for docker each time
- put my user in the docker group
- give me access to docker
- make docker usable for my user
- grant me the docker group
- I should be a member of docker
$$ ls -l /var/run/docker.sock
- who owns the socket
- permissions of the socket
- list the socket in long form
- which group has the socket
- look at the socket's rights
- show mode and group of the docker socket
- ls the socket
- who may write to that socket
$$ groups
- which groups am I in
- am I in the docker group
- list my groups
- show what groups I have
- what are my groups
- my group memberships
- print the groups of my user
- check which groups I belong to
== -
Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?
~~
ERROR: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?
errors pretty printing info
$$ sudo systemctl start docker
- !fix
- start the daemon
- start docker
- bring the docker daemon up
- it isn't running, start it
- get docker going
- launch the docker service
- no, so start it
- fire up the daemon
$$ systemctl status docker
- is it running
- status of the daemon
- what state is docker in
- check on the docker service
- why isn't it up, status
- how is the docker daemon doing
- see whether the service runs
- look at the docker unit
$$ sudo systemctl enable --now docker
- start it now and at every boot
- enable it and start it
- it should come up at boot too, and now
- make docker start at boot, and start it right away
- enable docker now
- permanently turn the daemon on
- switch it on for good
- now and on each boot please
$$ journalctl -u docker
- what does docker's journal say
- logs of the docker service
- why did the daemon die, journal
- journal for the docker unit
- read the daemon's log
- see docker's journal
- log of dockerd from the journal
- what happened to docker, its journal
== img:image
Unable to find image '{img}' locally
docker: Error response from daemon: pull access denied for {img}, repository does not exist or may require 'docker login'.
~~
Error response from daemon: manifest for {img} not found: manifest unknown
~~
Error: No such image: {img}
$$ docker pull {img}
- try to pull it again
- pull that image
- get the image
- fetch it
- download it once more
- another attempt at pulling
- pull it
- retry the pull
$$ docker build -t {img} .
- build it here with that name
- it's mine, build it from the current folder
- build the image from this directory
- make the image myself from the Dockerfile here
- it must be built first, from here
- tag a build of this folder like that
- create it from the local Dockerfile
- build that image out of .
$$ docker login
- log in
- log in to the registry first
- let me authenticate to docker hub
- docker login
- I need to sign in
- authenticate
- sign in to docker hub
- give docker my credentials
== img:registry
Error response from daemon: Get "https://registry.example.com/v2/": unauthorized: authentication required
while pulling {img}
~~
Failed to pull image "{img}": rpc error: code = Unknown desc = unauthorized: authentication required
~~
Failed to pull image "{img}": rpc error: code = NotFound desc = failed to pull and unpack image: not found
$$ docker pull {img}
- try the pull by hand with docker
- pull it with docker
- docker pull that image
- see whether docker can get it
- get the image here with docker
- pull that one locally by docker
- fetch the image with docker on this machine
- does it work with a plain docker pull
$$ docker manifest inspect {img}
- does that tag exist, inspect the manifest
- look at the manifest of the image
- manifest inspect for it
- check the image's manifest in the registry
- is there such a manifest
- show the manifest docker finds for it
- inspect its manifest
- query the registry for its manifest
$$ crictl pull {img}
- pull it with crictl
- crictl: get that image
- try to pull through crictl
- use crictl to fetch the image
- crictl pull for that one
- get it onto the node with crictl
- does crictl manage to pull it
- fetch it via crictl
== v:workload c:hex12
Error response from daemon: remove {v}: volume is in use - [{c}9a1b]
~~
Error response from daemon: remove {v}: volume is in use - [{c}]
$$ docker ps -a --filter volume={v}
- who uses it
- which container has the volume, stopped ones too
- list the containers with that volume, all of them
- find all containers that use it
- what is using the volume, even if stopped
- show every container mounting it
- in which containers is it mounted, also exited
- the containers behind that volume, including stopped
$$ docker volume inspect {v}
- inspect the volume
- where is it on disk
- details of the volume
- what is that volume
- mountpoint of the volume
- show everything about it
- when was it created, inspect
- volume inspect on it
== img:hex12 c:hex12
Error response from daemon: conflict: unable to remove repository reference (must force) - container {c} is using its referenced image {img}
~~
Error response from daemon: conflict: unable to delete {img} (must be forced) - image is being used by stopped container {c}
$$ docker rm {c}
- remove the container that uses it
- delete the container first
- get rid of the stopped container
- the container can go
- remove whatever container uses the image
- drop the container in the way
- clean up that container first
- that container must go
$$ docker rmi -f {img}
- force it
- remove the image by force
- delete the image anyway
- force the removal of the image
- I don't care, remove the image
- get rid of that image no matter what
- image must go, forced
- do it with force
$$ docker inspect {c}
- what is that container
- inspect the container that uses it
- details of the container in the way
- show everything on that container
- look at the container
- what kind of container is it, inspect
- json of the container named
- tell me about the container that is using the image
== pod:pod ns:namespace
Error from server (NotFound): pods "{pod}" not found
~~
$? kubectl logs {pod}
Error from server (NotFound): pods "{pod}" not found
$$ kubectl get pods -A | grep {pod}
- is it in some other namespace
- look for it in all namespaces
- find that pod anywhere in the cluster
- search every namespace for it with grep
- in which namespace is it
- grep all namespaces for the pod
- where is that pod, any namespace
- check the whole cluster for it
== ns:namespace
Error from server (NotFound): namespaces "{ns}" not found
~~
Error from server (NotFound): error when creating "app.yaml": namespaces "{ns}" not found
$$ kubectl create namespace {ns}
- !fix
- create it
- create the namespace
- then make that namespace
- add the missing namespace
- set up the namespace first
- it must exist, create it
- I need that namespace
- make it
== pod:pod
Error from server (BadRequest): container "app" in pod "{pod}" is waiting to start: trying and failing to pull image
~~
Error from server (BadRequest): container "app" in pod "{pod}" is waiting to start: ContainerCreating
~~
Error from server (BadRequest): previous terminated container "app" in pod "{pod}" not found
$$ kubectl describe pod {pod}
- why
- describe it
- what keeps it waiting
- details of the pod
- what's wrong with that pod
- show its events and state
- tell me why it doesn't start
- find out what it waits for
- look at the pod in detail
$$ kubectl delete pod {pod}
- delete it
- throw the pod away
- remove it so that it is created anew
- get rid of that pod
- kill the pod
- let the controller make a new one, delete this
- the pod can go
- drop it
$$ kubectl get pod {pod} -o yaml
- yaml of the pod
- show its yaml
- the full spec of the pod as yaml
- dump it in yaml
- which image does it want, show the yaml
- get the manifest of the pod
- print the pod as yaml
- let me read its yaml
== f:yamlfile ln:lineno
error: error parsing {f}: error converting YAML to JSON: yaml: line {ln}: did not find expected key
~~
error: error validating "{f}": error validating data: unknown field "spec.replica"; if you choose to ignore these errors, turn validation off with --validate=false
The file fails around line {ln}
~~
yaml.scanner.ScannerError: mapping values are not allowed here
  in "{f}", line {ln}, column 7
$$ vim +{ln} {f}
- open it at that line in vim
- go to the line in vim
- edit the bad line with vim
- vim at the line it complains about
- take me there in vim
- let me fix that line in vim
- jump to the faulty line, vim
- vim straight to the problem
$$ sed -n '{ln}p' {f}
- print that line
- show just the line named
- what does that line say
- the faulty line only, with sed
- output the single line it complains about
- the offending line
- display that one line
- let me see this line
$$ yamllint {f}
- lint the file
- run yamllint on it
- check the whole file with yamllint
- what else is wrong, yamllint
- validate the yaml with yamllint
- yamllint please
- let yamllint look at it
- lint that yaml
$$ kubectl apply --dry-run=client -f {f}
- try it again as a client dry run
- dry run (client) of the file
- check it with kubectl, client side dry run
- apply it without really applying, client
- test-apply the file, dry run at the client
- would it apply now? client dry run
- only pretend to apply it, on the client
- client dry-run apply of that file
== ctx:context
The connection to the server localhost:8080 was refused - did you specify the right host or port?
~~
Unable to connect to the server: dial tcp 10.0.0.1:6443: i/o timeout
~~
error: You must be logged in to the server (Unauthorized)
$$ kubectl config get-contexts
- which contexts are there
- list my contexts
- show the contexts I have
- what clusters can I choose from
- all contexts please
- what contexts does kubectl know
- print the configured contexts
- see the available contexts
$$ kubectl config current-context
- which context am I in
- current context
- what context does it use
- where does kubectl point to
- name of the active context
- tell me the context in use
- which one is active
- the present context
$$ kubectl cluster-info
- cluster info
- where is the api server
- show the addresses of the cluster
- try cluster-info
- info about the cluster's endpoints
- which control plane does it talk to
- get the cluster's info
- does cluster-info work
"""

ERRORS += r"""
== -
E: dpkg was interrupted, you must manually run 'sudo dpkg --configure -a' to correct the problem.
$$ sudo dpkg --configure -a
- !fix
- run what it says
- finish the interrupted configuration
- configure what's left over
- complete the interrupted dpkg run
- let dpkg finish
- do the dpkg configure thing
- repair dpkg
- fix the half-installed packages
== pkg:package lib:word
The following packages have unmet dependencies:
 {pkg} : Depends: lib{lib} but it is not going to be installed
E: Unmet dependencies. Try 'apt --fix-broken install' with no packages (or specify a solution).
~~
dpkg: dependency problems prevent configuration of {pkg}:
 {pkg} depends on lib{lib}; however:
  Package lib{lib} is not installed.
dpkg: error processing package {pkg} (--configure):
 dependency problems - leaving unconfigured
$$ sudo apt --fix-broken install
- !fix
- repair the dependencies
- fix the broken dependencies
- do what apt suggests
- let apt repair itself
- get the missing dependencies in place
- fix-broken install
- install whatever is missing for it
- clean up the dependency mess
$$ sudo apt remove {pkg}
- remove the package that causes it
- get rid of the broken package
- uninstall the one with the problem
- I don't need that package, remove it
- throw out the package that can't be satisfied
- take the troublemaker off
- then uninstall it
- drop the package with the missing dependency
$$ sudo apt install lib{lib}
- install the missing library
- get the dependency it lacks
- install what it depends on
- add the missing dependency by hand
- apt install the lib it wants
- the missing lib please
- install just the dependency
- put the library in
$$ apt-cache policy lib{lib}
- which versions of the missing library are available
- policy of the dependency
- what candidates are there for the library
- show the policy for the missing lib
- where would the lib come from, apt-cache
- candidate version of the missing dependency
- available versions of what it depends on, apt-cache
- apt-cache policy on the missing one
== pid:pid
E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process {pid} (unattended-upgr)
N: Be aware that removing the lock file is not a solution and may break your system.
E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?
~~
Waiting for cache lock: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process {pid} (apt)
~~
E: Could not get lock /var/lib/apt/lists/lock. It is held by process {pid} (apt-get)
$$ sudo kill {pid}
- kill the holder
- end the process that has the lock
- get rid of whatever holds it
- kill what is blocking apt
- terminate the process with the lock
- stop the one that holds the lock
- free the lock by killing its process
- the process holding it must go
- shoot the lock holder
$$ ps -fp {pid}
- what process is that
- show the process that holds the lock
- who holds it, ps
- look at that process
- ps on the holder
- full ps line of the lock owner
- details about the process with the lock
- since when does it run, who started it, ps -f
$$ sudo strace -p {pid}
- what is it doing, strace it
- trace the process with the lock
- attach strace to the holder
- see what system calls the holder makes
- strace the lock holder
- is it still doing something, trace it
- attach to the process with strace
- syscalls of whatever holds the lock
$$ tail --pid={pid} -f /dev/null
- wait until it's done
- wait for that process to end
- block until the lock holder exits
- just wait till the process finishes
- hold on until it has exited
- come back when that process is gone
- sit and wait for it to end
- wait for the holder with tail
== pkg:package
E: Unable to locate package {pkg}
~~
$? sudo apt install {pkg}
Reading package lists... Done
Building dependency tree... Done
E: Unable to locate package {pkg}
~~
E: Package '{pkg}' has no installation candidate
$$ sudo apt update
- !fix
- refresh the package lists
- update the lists first
- maybe the lists are old, update
- get fresh package lists
- apt update
- reload the index of packages
- renew the lists
- sync the package index
$$ apt search {pkg}
- search for it
- what is it called then, search
- anything similar in apt
- look for packages like that
- which packages have that in their name or description
- find it in apt
- search the repos for the name
- are there packages matching it
$$ snap install {pkg}
- try snap
- get it as a snap
- install it with snap
- is it a snap? install that
- snap install it
- use snap for it
- take the snap
- the snap version please
== key:sig
W: GPG error: https://repo.example.com stable InRelease: The following signatures couldn't be verified because the public key is not available: NO_PUBKEY {key}
E: The repository 'https://repo.example.com stable InRelease' is not signed.
~~
W: An error occurred during the signature verification: NO_PUBKEY {key}
$$ sudo apt-key adv --keyserver keyserver.ubuntu.com --recv-keys {key}
- !fix
- get the missing key from keyserver.ubuntu.com with apt-key
- import the key from the ubuntu keyserver using apt-key
- apt-key: fetch that key from keyserver.ubuntu.com
- add the key it lacks through keyserver.ubuntu.com
- receive the public key for apt from keyserver.ubuntu.com
- let apt know that key, keyserver.ubuntu.com
- the key is missing, fetch it from keyserver.ubuntu.com
- recv the key via apt-key adv from keyserver.ubuntu.com
$$ gpg --keyserver keyserver.ubuntu.com --recv-keys {key}
- fetch the key into my gpg keyring from keyserver.ubuntu.com
- get that key with gpg from keyserver.ubuntu.com
- gpg: receive the key from keyserver.ubuntu.com
- import the key to gpg using keyserver.ubuntu.com
- download the key with gpg, keyserver.ubuntu.com
- put the missing key in my own keyring from keyserver.ubuntu.com
- let gpg receive it from keyserver.ubuntu.com
- use gpg to pull this key off keyserver.ubuntu.com
== svc:service
Job for {svc}.service failed because the control process exited with error code.
See "systemctl status {svc}.service" and "journalctl -xeu {svc}.service" for details.
~~
$? sudo systemctl restart {svc}
Job for {svc}.service failed because the control process exited with error code.
See "systemctl status {svc}.service" and "journalctl -xeu {svc}.service" for details.
~~
Job for {svc}.service failed because a timeout was exceeded.
See "systemctl status {svc}.service" and "journalctl -xeu {svc}.service" for details.
$$ journalctl -u {svc}
- why? %show the log
- what does the journal say about it
- %show its journal
- its log please
- logs of the service
- read its journal
- let me see what it logged
- what did it write to the journal
- the journal of that unit
$$ journalctl -xeu {svc}
- the journal the message recommends
- run the journalctl it suggests
- do the second thing it says
- show the end of its journal with explanations
- journalctl -xe for it
- details as suggested, from the journal
- newest journal entries with explanation texts
- look at the journal as told, -xeu
$$ systemctl status {svc}
- status of it
- what state is it in
- the status command it mentions
- how is it doing
- check on the service
- show its status
- is it dead, status
- look at the unit's status
$$ sudo systemctl restart {svc}
- try again
- restart it
- give it another try
- once more, restart
- kick it again
- bounce it
- have it restarted
- one more attempt
$$ sudo systemctl edit --full {svc}
- edit its unit file completely
- open the full unit for editing
- let me change the whole unit file
- edit the complete service file
- systemctl edit --full for it
- change the unit itself
- modify the whole service definition
- full edit of the unit
$$ systemctl cat {svc}
- show its unit file
- how is the unit defined
- print the unit file
- let me see the service file
- what command does the unit run, show the file
- contents of the unit
- cat the unit
- definition of the service
== svc:service
Failed to start {svc}.service: Unit {svc}.service is masked.
~~
$? sudo systemctl start {svc}
Failed to start {svc}.service: Unit {svc}.service is masked.
$$ sudo systemctl unmask {svc}
- !fix
- unmask it
- take the mask off
- allow it to be started
- remove the mask
- it shouldn't be masked
- lift the mask from the unit
- make it startable again
- undo the masking
== svc:service
Failed to restart {svc}.service: Unit {svc}.service not found.
~~
Unit {svc}.service could not be found.
~~
Failed to enable unit: Unit file {svc}.service does not exist.
$$ systemctl list-unit-files | grep {svc}
- is there a unit file with such a name
- search the unit files for it
- look for it among all unit files
- grep the list of unit files
- what unit files are called like that
- find similar unit files
- any unit file that contains that name
- check the unit files for the name
$$ sudo apt install {svc}
- install it with apt
- it isn't installed, apt install it
- get it from apt
- put the package of that name on, apt
- add the package named like that with apt
- apt should install it
- then install the thing
- install the missing service through apt
== svc:service
Warning: The unit file, source configuration file or drop-ins of {svc}.service changed on disk. Run 'systemctl daemon-reload' to reload units.
$$ sudo systemctl daemon-reload
- !fix
- reload the units
- run what it recommends
- make systemd reread the files
- daemon-reload
- let systemd notice the change
- pick up the changed unit file
- do the reload
- reload systemd's configuration
$$ systemctl cat {svc}
- show the unit as it's on disk
- print the unit file with its drop-ins
- what does the unit look like
- see the changed file
- cat the unit
- let me read the unit and drop-ins
- content of that unit
- display the service's file
== m:mountpoint
umount: {m}: target is busy.
~~
$? sudo umount {m}
umount: {m}: target is busy.
$$ sudo fuser -vm {m}
- who uses it
- which processes keep it busy
- what blocks it
- who is on there
- see who keeps it from being unmounted
- list the processes on that mount
- what's keeping it busy
- who has something open there
- find the blocker
$$ sudo umount -l {m}
- unmount it anyway, lazily
- detach it lazily
- unmount it as soon as it is free
- lazy unmount
- take it off lazily
- do a lazy umount
- let go of it when nobody uses it any more
- umount -l it
$$ sudo fuser -km {m}
- kill everything that uses it
- kill whatever keeps it busy
- end all processes on it
- get rid of the processes in there
- kill all of its users
- shoot whatever blocks it
- terminate what holds it
- kill the ones in the way
$$ sudo lsof +f -- {m}
- lsof for that filesystem
- list open files on that mount with lsof
- what's open on it, lsof
- use lsof to see the open files there
- open files of the busy filesystem
- lsof on it
- which files are open on it
- ask lsof what is in use there
== f:pem h:remotehost mode:644|664|777|640
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
@         WARNING: UNPROTECTED PRIVATE KEY FILE!          @
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
Permissions 0{mode} for '{f}' are too open.
It is required that your private key files are NOT accessible by others.
This private key will be ignored.
~~
$? ssh -i {f} {h}
Permissions 0{mode} for '{f}' are too open.
It is required that your private key files are NOT accessible by others.
$$ chmod 600 {f}
- !fix
- correct the permissions of the key
- make the key private
- only I should read and write the key
- close the key file down
- tighten the permissions
- set the right mode on that key
- others mustn't see the key
- the key's mode should be 600
- lock down the key
== p:abs x:word
mkdir: cannot create directory '{p}/{x}/new': No such file or directory
$$ mkdir -p {p}/{x}/new
- !fix
- create the parents too
- with all parent folders
- make the whole path
- also the folders above it
- create everything that's missing on the way
- mkdir with parents
- the parents don't exist, create them as well
- full path please
== p:abs x:word
bash: cd: {p}/{x}: No such file or directory
~~
-bash: {p}/{x}/out.txt: No such file or directory
~~
ls: cannot access '{p}/{x}': No such file or directory
~~
FileNotFoundError: [Errno 2] No such file or directory: '{p}/{x}/out.csv'
$$ mkdir -p {p}/{x}
- !fix
- create the folder
- make that directory
- it's missing, create it with its parents
- the directory should exist, make it
- create the missing directory
- set up that folder
- add the folder
- mkdir it, parents included
$$ ls -la {p}
- what is in the folder above it
- list its parent in detail
- what's there instead, list the parent with hidden files
- show the parent's contents, all details
- look into the parent directory, everything
- which entries does the parent have, hidden ones too
- ls -la one level up
- see what the parent folder holds, hidden included
$$ find / -type d -name {x} 2>/dev/null
- find a folder of that name anywhere
- search the whole disk for a directory with that name, errors hidden
- where is that folder really? search everywhere, no error messages
- look for the directory from the root, quiet about errors
- is the folder somewhere else, search / silently
- find it by name from / without the error noise
- any directory called that on the system? hide errors
- hunt for that folder name everywhere, suppress errors
== d:dir
rm: cannot remove '{d}': Is a directory
~~
$ rm {d}
rm: cannot remove '{d}': Is a directory
~~
rmdir: failed to remove '{d}': Directory not empty
$$ rm -r {d}
- !fix
- %delete it with everything inside
- remove the folder recursively
- with its contents
- it's a folder, I know, delete it
- the whole directory must go
- get rid of the directory and all in it
- do it recursively
- throw the folder away completely
$$ ls -la {d}
- what's in there
- list what it contains, hidden files too
- look inside first
- show everything in the folder with details
- what would be lost, ls -la
- let me see what is inside it
- contents of it, including dotfiles
- ls -la on it
$$ du -sh {d}
- how big is it
- total size of the folder
- how much space does it take
- size of that directory
- how much would I gain
- du -sh it
- sum up its size
- space used by it
== f:file
cat: {f}: Permission denied
~~
tail: cannot open '{f}' for reading: Permission denied
~~
less: {f}: Permission denied
~~
grep: {f}: Permission denied
~~
PermissionError: [Errno 13] Permission denied: '{f}'
$$ sudo cat {f}
- read it as root with cat
- cat it with sudo
- print it with root rights
- show its contents as root
- sudo cat
- output the file as root
- let root cat it
- dump it using sudo
$$ ls -l {f}
- who may read it
- its permissions and owner
- show the rights of the file
- ls -l on it
- who owns that file
- check the mode of it
- long listing of the file
- why am I not allowed, show its permissions
$$ sudo chown $USER {f}
- make me the owner
- the file should be mine
- give the file to me
- chown it to my user
- I want to own it
- take ownership of it
- change its owner to me
- let it belong to me
$$ sudo chmod a+r {f}
- let everybody read it
- make it readable for all
- read permission for everyone
- anyone should be able to read it
- add read rights for all
- world-readable please
- everyone may read it
- chmod it so all can read
== u:person
{u} is not in the sudoers file.  This incident will be reported.
~~
Sorry, user {u} is not allowed to execute '/usr/bin/apt' as root on this host.
$$ usermod -aG sudo {u}
- I'm root now, add that user to the sudo group
- as root already: put the user into group sudo
- give the user sudo, I'm root here
- let that user use sudo (I am root)
- root shell here, add them to sudo
- add that user to sudo, no sudo needed for me
- in a root shell: group sudo for the user
- make the user a sudoer, I have a root prompt
$$ groups {u}
- which groups has the user
- groups of that user
- what groups is the user in
- list the user's groups
- is the user in any admin group, show the groups
- memberships of the user
- show the groups for the user named
- tell me what groups that account has
$$ su -
- become root with su
- switch to root via su, login shell
- give me a root login shell with su
- use su instead, with root's environment
- log in as root by su
- full root login through su
- su to root like a fresh login
- root shell by su please
== f:library p:word
./{p}: error while loading shared libraries: {f}: cannot open shared object file: No such file or directory
~~
{p}: error while loading shared libraries: {f}: cannot open shared object file: No such file or directory
~~
ImportError: {f}: cannot open shared object file: No such file or directory
while loading {p}
$$ apt-file search {f}
- which package has it, apt-file
- find the package that provides the library with apt-file
- apt-file: who ships that library
- search with apt-file for the missing library
- look up the missing lib in apt-file
- what package contains it (apt-file)
- use apt-file on the missing file
- ask apt-file for the library
$$ sudo find / -name {f}
- is it anywhere on this disk
- find the library on this system, as root
- look for the file everywhere with root rights
- search / for it as root
- where is that library, search everything with sudo
- find it by name from the root as root
- does the lib exist somewhere, sudo find
- hunt for the missing library all over the disk, sudo
$$ ldconfig -p | grep {f}
- does the linker cache know it
- look for it in the ldconfig cache
- is it in the library cache
- grep the linker cache for it
- check ldconfig for the library
- does ldconfig list it
- search ldconfig -p for it
- the entry of it in ld's cache
$$ sudo ldconfig
- rebuild the linker cache
- I just installed the library, refresh the cache
- update the library cache
- run ldconfig
- renew the cache of the dynamic linker
- let the linker find new libraries
- refresh ld's cache
- make the loader notice the new library
== f:source
{f}.c:12:10: fatal error: openssl/ssl.h: No such file or directory
   12 | #include <openssl/ssl.h>
compilation terminated.
$$ sudo apt install libssl-dev
- !fix
- install the headers
- install the openssl headers with apt
- get the missing header files
- the dev package please
- which package has that header, install it
- install what is missing to compile
- get the development files for ssl
- add the openssl dev package
== f:source ln:lineno
{f}.c:{ln}:5: error: expected ';' before 'return'
~~
{f}.c: In function 'main':
{f}.c:{ln}:9: warning: implicit declaration of function 'foo' [-Wimplicit-function-declaration]
~~
{f}.c:{ln}:18: error: 'count' undeclared (first use in this function)
$$ vim +{ln} {f}.c
- open the file at the line in vim
- take me to that line, vim
- edit the erroneous line in vim
- vim to where the compiler complains
- jump there in vim
- let me fix that line with vim
- go to the reported line in vim
- vim right at the error
$$ sed -n '{ln}p' {f}.c
- print the line it complains about
- show that line only
- what does the line say
- the offending line
- output the bad line with sed
- display the line with the problem
- just this one line
- the reported line please
$$ gcc -Wall -o {f} {f}.c
- compile it again with all warnings
- rebuild with -Wall, binary named like the source
- gcc with warnings on, same name for the output
- try compiling once more, all warnings, output without the .c
- compile it to a binary of the same name with -Wall
- build it anew, -Wall
- recompile with all warnings enabled
- gcc -Wall again, output named after the file
$$ git log -L {ln},{ln}:{f}.c
- history of that line
- how did that line change over time
- git log of just that line
- which commits touched that line
- log for the line with the error
- trace the line through history
- all past versions of the line
- evolution of the faulty line in git
== f:source fn:word
/usr/bin/ld: {f}.o: undefined reference to `{fn}'
collect2: error: ld returned 1 exit status
~~
/usr/bin/ld: /tmp/cc1x.o: in function `main':
{f}.c:(.text+0x15): undefined reference to `{fn}'
$$ grep -rn {fn} .
- where is it defined, search here with line numbers
- find all mentions of the symbol below here, numbered
- grep for the missing function in this tree, numbered
- search the sources for the symbol, show line numbers
- which files mention the undefined thing, with lines
- look for it recursively with line numbers
- any occurrence of it in the tree, numbered
- grep -rn for the reference it misses
$$ nm -C {f}.o | grep {fn}
- is the symbol in the object file, demangled
- look for the symbol in the object with nm, demangled
- nm (demangled) on the object, filtered for it
- check the object file's symbols for it, demangle
- how does the object refer to it, nm -C
- grep nm's demangled output of the object for the name
- search the object's symbol table, demangled names
- does the object have it? nm with demangling
== t:word
make: *** No rule to make target '{t}'.  Stop.
~~
$? make {t}
make: *** No rule to make target '{t}'.  Stop.
$$ grep -n {t} Makefile
- is it in the Makefile, with line numbers
- look for it in the Makefile, numbered
- grep the Makefile for that target with line numbers
- which lines of the Makefile mention it, numbers please
- search the Makefile for it and number the lines
- find that target in the Makefile, numbered
- does the Makefile mention it, show lines with numbers
- mentions of the target in the Makefile with numbers
$$ make -n {t}
- what would it do, without doing it
- dry run of that target
- show the commands only, don't run them
- just print what make would run for it
- make it, but only pretend
- simulate the target
- dry-run make
- print the recipe without executing
== pkg:npmpkg
npm ERR! code ERESOLVE
npm ERR! ERESOLVE unable to resolve dependency tree
npm ERR! Could not resolve dependency: peer react@"^17" from {pkg}@4.2.0
~~
npm error code ERESOLVE
npm error ERESOLVE could not resolve
npm error While resolving: {pkg}@4.2.0
$$ npm install --legacy-peer-deps
- !fix
- install with legacy peer deps
- ignore the peer dependencies
- go on like old npm, legacy peers
- use the legacy behaviour for peers
- legacy-peer-deps install
- don't be so strict with peer dependencies
- let it install with the legacy flag
- skip the peer dependency check the legacy way
$$ npm ls {pkg}
- where does that package come from in the tree
- who pulls the package in
- npm ls of the package
- show its place in the dependency tree
- which version of the package is installed
- tree for the package it names
- list where it's used
- why do I have that package, ls
$$ npm uninstall {pkg}
- remove the package that causes it
- uninstall it
- get rid of that package
- I don't need the package
- throw that dependency out
- drop the package with the conflict
- delete the troublesome package
- take that package out
$$ npm view {pkg} versions
- which versions of it exist
- available versions of that package
- list all published versions of it
- what versions are there of the package
- show the versions npm has of it
- view its versions
- all releases of the package
- versions of the package on the registry
== pkg:npmpkg
Error: Cannot find module '{pkg}'
Require stack:
- /app/index.js
    at Module._resolveFilename (node:internal/modules/cjs/loader:1048:15)
~~
node:internal/modules/cjs/loader:1080
  throw err;
  ^

Error: Cannot find module '{pkg}'
~~
Module not found: Error: Can't resolve '{pkg}' in '/app/src'
$$ npm install {pkg}
- !fix
- install it
- install the missing module
- add the module with npm
- npm install the thing it can't find
- get that package
- add it to the project
- put the module in
- it lacks a module, install that
$$ npm install --save-dev {pkg}
- install it as a dev dependency
- add it to the dev dependencies
- only needed for development, install it so
- save it under devDependencies
- as dev dep please
- install it for development only
- dev dependency install of it
- put it into devDependencies
$$ grep -rn {pkg} src
- where is it used in src, with line numbers
- search src for it, numbered
- which files in src import it, line numbers too
- grep src for the module, numbered
- find its uses below src with line numbers
- who needs it in src, numbered
- mentions of the module in src, with lines
- look it up in src recursively, numbered
"""

ERRORS += r"""
== pid:pid p:java|python3|mysqld|node|chrome|postgres|redis-server|ffmpeg d:day c:clock
[{d} {c}] Out of memory: Killed process {pid} ({p}) total-vm:8123456kB, anon-rss:6123456kB, file-rss:0kB, shmem-rss:0kB, UID:1000 pgtables:12800kB oom_score_adj:0
~~
{d} {c} web1 kernel: Out of memory: Killed process {pid} ({p}), UID 1000, total-vm:8123456kB, anon-rss:6123456kB
$$ journalctl -k | grep {pid}
- kernel messages about that pid from the journal
- grep the kernel journal for the pid
- search the kernel log in the journal for that process id
- what else did the kernel log on this pid, journalctl
- all journal lines of the kernel with that pid
- look for the pid in journalctl -k
- find the pid in the kernel's journal
- journal, kernel only, lines with the process id
$$ pgrep {p}
- does it run again, pids
- pids of that program now
- is the program running now, pgrep
- find its processes by name
- which pids does the program have at the moment
- pgrep it
- has it been restarted, get its pids
- look for running processes with that name
$$ free -h
- how much memory is there
- memory state now
- is there memory again
- show ram and swap
- free memory please
- how is the ram now
- check the memory
- what's the memory usage now
$$ sudo systemctl restart {p}
- restart its service
- start it again through systemd
- bounce the service of the same name
- bring the service back
- it was killed, restart the service
- systemctl restart it
- get the killed service running again
- restart the unit that has the program's name
$$ dmesg -T | grep -i oom
- all oom messages with readable times
- other OOM lines in dmesg, human times
- what else about oom is in dmesg, readable timestamps
- grep dmesg for oom, any case, with real dates
- any more oom kills in dmesg? readable dates
- oom in the kernel ring buffer with human timestamps
- kernel messages with oom, case-insensitively, nice times
- list oom events from dmesg -T
== pid:pid p:workload
{p}[{pid}]: segfault at 0 ip 00007f3a1c2b4d10 sp 00007ffd2e1a3b40 error 4 in libc.so.6[7f3a1c228000+195000]
~~
$? ./{p}
Segmentation fault (core dumped)
pid {pid}, program {p}
~~
systemd-coredump[812]: Process {pid} ({p}) of user 1000 dumped core.
$$ coredumpctl info {pid}
- info on that core dump
- what does coredumpctl know about it
- details of the crash with that pid
- coredumpctl info for the pid
- backtrace and info of the dump
- show the dump's info
- information on the crashed process
- coredump details please
$$ coredumpctl debug {pid}
- open it in the debugger
- debug the dump
- load the core into gdb through coredumpctl
- start the debugger on that crash
- coredumpctl debug it
- let me debug the crashed process's dump
- gdb the core dump, via coredumpctl
- get me into a debugger with that dump
$$ coredumpctl list {p}
- other crashes of that program
- did it crash before, list its dumps
- list all core dumps of the program
- past dumps of it
- how often has it crashed, coredumpctl list
- all coredumps for that name
- crash history of the program
- which dumps are there of it
== g:gpu m:num
torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate {m}.00 GiB (GPU {g}; 79.15 GiB total capacity; 77.02 GiB already allocated; 0 bytes free)
~~
RuntimeError: CUDA out of memory. Tried to allocate {m}.00 MiB. GPU {g} has a total capacity of 79.15 GiB of which 12.00 MiB is free.
$$ nvidia-smi -i {g}
- who uses that gpu
- show the state of that card
- what's on this gpu
- nvidia-smi just for the gpu
- how full is the card
- status of the gpu it names
- look at that gpu
- what fills it up
$$ watch -n 1 nvidia-smi -i {g}
- watch that gpu every second
- keep an eye on the card, each second
- nvidia-smi of that gpu, refreshed every second
- monitor it once per second with watch
- follow the memory of that card, 1s
- update that gpu's status each second
- live view of the gpu, every second
- repeat nvidia-smi for it each second
$$ nvidia-smi --query-compute-apps=pid,process_name,used_memory --format=csv -i {g}
- which processes take memory on it, as csv with pid, name, memory
- csv of pid, process name and used memory on that gpu
- list its compute processes with pid, name and memory, csv
- pid, name, used memory of the processes on the card in csv
- who eats the memory there: pid, name, memory as csv
- compute apps on that gpu, csv: pid, process name, memory
- query the apps on it (pid, name, memory) in csv
- give me csv with pid, process_name, used_memory of the gpu
$$ export PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True
- set the allocator to expandable segments
- turn on expandable_segments for pytorch
- use expandable segments from now on
- export the alloc conf with expandable segments
- try expandable_segments
- pytorch alloc conf: expandable segments on
- enable expandable segments in this shell
- avoid fragmentation with expandable_segments
== -
NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.
~~
Failed to initialize NVML: Driver/library version mismatch
$$ sudo modprobe nvidia
- load the module
- load the driver
- modprobe it
- try loading the nvidia module
- is the module missing? load it
- get the kernel module in
- insert the nvidia module
- load nvidia into the kernel
$$ lsmod | grep nvidia
- is the module loaded
- check for the module
- which nvidia modules are loaded
- grep the loaded modules for it
- is nvidia in lsmod
- look whether the kernel has the driver loaded
- see the loaded nvidia modules
- list modules with nvidia in the name
$$ cat /proc/driver/nvidia/version
- which driver version does the kernel run
- version of the loaded driver from proc
- what driver version is in the kernel
- read the driver version in /proc
- kernel side driver version
- show /proc's nvidia version
- version of the kernel module that's loaded, from proc
- proc file with the driver's version
$$ sudo dmesg | grep -i nvrm
- kernel messages of the driver
- what does NVRM say in dmesg
- grep dmesg for nvrm in any case, as root
- nvrm lines in the kernel log, with sudo
- dmesg lines of the nvidia driver (nvrm), root
- search the kernel messages for NVRM as root
- look for nvrm in dmesg with sudo
- any nvrm errors in dmesg, sudo
$$ sudo reboot
- reboot
- restart the machine
- just reboot the box
- a reboot should help
- restart it all
- reboot the machine now
- boot it anew
- power cycle by software
== j:jobid n:node
slurmstepd: error: *** JOB {j} ON {n} CANCELLED AT 2026-03-04T10:11:12 DUE TO TIME LIMIT ***
~~
slurmstepd: error: Detected 1 oom-kill event(s) in StepId={j}.batch. Some of your processes may have been killed by the cgroup out-of-memory handler.
(job {j} on {n})
~~
slurmstepd: error: *** JOB {j} ON {n} CANCELLED AT 2026-03-04T10:11:12 DUE TO NODE FAILURE ***
$$ sacct -j {j}
- accounting of that job
- sacct it
- what does slurm's accounting say
- show the accounting record
- accounting info for the job
- steps of that job in sacct
- look it up with sacct
- how did the job end, sacct
$$ seff {j}
- how efficient was it
- seff for that job
- efficiency report
- did it use its resources well
- memory and cpu efficiency of the job
- run seff on it
- show seff
- efficiency of that one
$$ scontrol requeue {j}
- requeue it
- put it back in the queue
- run the job again
- back to the queue with it
- requeue that job
- submit the same job again by requeueing
- once more, requeue
- let it start anew from the queue
$$ scontrol show node {n}
- what's with that node
- show the node
- node details
- state of the node it ran on
- is the node ok, scontrol
- look at that node in slurm
- describe the node
- slurm's info on the node
$$ scontrol show job {j}
- details of the job
- show the job
- everything about that job
- scontrol show it
- how was it submitted
- full job info
- job record from scontrol
- what were its limits, show job
== n:workload
sbatch: error: Batch job submission failed: Invalid account or account/partition combination specified
(script {n}.sh)
~~
sbatch: error: invalid partition specified: {n}
sbatch: error: Batch job submission failed: Invalid partition name specified
$$ sinfo
- which partitions are there
- list the partitions
- what partitions exist
- show me the partitions
- partitions please
- what can I choose from
- available partitions
- see the partitions of the cluster
$$ sacctmgr show associations user=$USER
- which accounts do I have
- my associations
- what accounts may I use
- list my slurm associations
- show my account and partition combinations
- sacctmgr: my associations
- which account/partition pairs are allowed to me
- what am I associated with
== f:conf ln:lineno
nginx: [emerg] unknown directive "proxy_passs" in /etc/nginx/conf.d/{f}:{ln}
nginx: configuration file /etc/nginx/nginx.conf test failed
~~
nginx: [emerg] unexpected "}" in /etc/nginx/conf.d/{f}:{ln}
~~
nginx: [emerg] host not found in upstream "backend" in /etc/nginx/conf.d/{f}:{ln}
$$ sudo vim +{ln} /etc/nginx/conf.d/{f}
- open the config at that line as root in vim
- edit the line it complains about, sudo vim
- take me to that line with vim as root
- root vim at the bad line
- let me fix the directive in vim with sudo
- jump to the faulty line, sudo vim
- vim as root right at that place
- sudo vim to the offending line of the config
$$ sed -n '{ln}p' /etc/nginx/conf.d/{f}
- print that line of the config
- what's on that line
- show only the offending line
- the line nginx dislikes
- output that one line with sed
- let me see the line
- display the line in question
- the bad config line
$$ sudo nginx -t
- test the config again
- check the configuration once more
- is it valid now
- nginx -t
- run the test again
- test it as root
- does the config pass now
- verify the nginx configuration
$$ sudo rm /etc/nginx/conf.d/{f}
- delete that config file
- remove the broken conf
- get rid of the file
- that config can go
- throw the file out
- drop that conf file
- delete the file with the error
- we don't need that conf, delete
== h:private p:port d:day c:clock
{d} {c} [error] 812#812: *77 connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.0.9, server: _, request: "GET / HTTP/1.1", upstream: "http://{h}:{p}/"
~~
2026/03/04 10:00:00 [error] 31#31: *9 upstream timed out (110: Connection timed out) while reading response header from upstream, upstream: "http://{h}:{p}/health"
~~
HTTP 502 Bad Gateway: dial tcp {h}:{p}: connect: connection refused
~~
redis.exceptions.ConnectionError: Error 111 connecting to {h}:{p}. Connection refused.
~~
psycopg2.OperationalError: could not connect to server: Connection refused
	Is the server running on host "{h}" and accepting
	TCP/IP connections on port {p}?
$$ curl -v http://{h}:{p}/
- ask that upstream directly, verbosely
- curl the upstream with details
- verbose curl to that address
- does it answer to curl -v
- request its root page verbosely
- try it by hand with curl -v
- talk to the backend directly with verbose curl
- fetch / from there, verbose
$$ nc -zv {h} {p}
- is that port open
- test the connection with nc
- does anything listen there, nc
- check the address and port with netcat
- nc to it, only test
- probe it with nc
- can I connect to it? nc
- netcat test of the backend
$$ ping -c 4 {h}
- ping the host, 4 times
- is the host up, 4 pings
- four pings to the backend
- does the machine answer ping, 4 packets
- ping that address four times
- send 4 pings to the upstream host
- check it with 4 pings
- is the box reachable at all, 4 pings
$$ nmap -p {p} {h}
- scan just that port there with nmap
- nmap that port of the host
- what does nmap say on the port
- is the port filtered, nmap
- check the port using nmap
- nmap the backend's port
- port state there by nmap
- use nmap on that one port
$$ ssh {h}
- log into that machine
- ssh to it
- get me onto the host
- connect to the backend host over ssh
- open a session there
- ssh into the host it can't reach
- jump on that box
- log in there
== db:db u:person
psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: FATAL:  database "{db}" does not exist
~~
FATAL:  database "{db}" does not exist
~~
$? psql {db}
psql: error: FATAL:  database "{db}" does not exist
$$ createdb {db}
- !fix
- create it
- make the database
- it should exist, create it
- create the missing database
- then create that db
- set the database up
- add that db
- createdb it
$$ psql -l
- which databases are there
- list the databases
- what databases exist
- show all dbs
- list them all
- which ones do exist
- see the available databases
- names of the databases please
== u:user
psql: error: FATAL:  role "{u}" does not exist
~~
FATAL:  role "{u}" does not exist
~~
createdb: error: FATAL:  role "{u}" does not exist
$$ sudo -u postgres createuser {u}
- !fix
- create it as postgres
- make that role, as the postgres user
- create the user in postgres
- add the missing role through the postgres account
- then create the role
- the role should exist, make it
- createuser it as postgres
- set up the missing role
$$ sudo -u postgres createuser -s {u}
- create it as a superuser
- make that role a superuser, it's missing
- add it as postgres superuser
- superuser role with that name please
- the missing role should be a superuser
- create the role with superuser rights
- it needs superuser, create it so
- new superuser role of that name
== -
ERROR 2002 (HY000): Can't connect to local MySQL server through socket '/var/run/mysqld/mysqld.sock' (2)
$$ sudo systemctl start mysql
- !fix
- start mysql
- start the server
- it's not running, start it
- bring mysql up
- launch the database server
- get it running
- fire up mysql
- start its service
$$ systemctl status mysql
- is it running
- status of mysql
- what state is the service in
- how's the server doing, systemctl
- check the mysql service
- see whether mysql is up
- look at the unit status
- is the service dead
$$ journalctl -u mysql
- what does its journal say
- logs of mysql
- journal of the mysql unit
- why did it not start, journal
- read its log in the journal
- show mysql's journal
- what happened to mysql, the journal
- the service's log
== p:abs
mysqldump: Got errno 28 on write
rsync: [receiver] write failed on "{p}/dump.sql": No space left on device (28)
~~
rsync error: error in file IO (code 11) at receiver.c(378)
rsync: mkdir "{p}" failed: No such file or directory (2)
$$ mkdir -p {p}
- create the target folder
- make the directory it wants
- create it with its parents
- the target must exist, create it
- add the folder
- make that path
- set up the directory
- mkdir it including parents
$$ df -h {p}
- how full is the target
- space at the target
- free space there
- how much is left at that path
- is the disk full there
- disk usage of the place it writes to
- check the space there
- room left at the destination
== f:tgz
tar: {f}: Cannot open: No such file or directory
tar: Error is not recoverable: exiting now
~~
gzip: stdin: not in gzip format
tar: Child returned status 1
tar: Error is not recoverable: exiting now
$ ls
{f}
~~
tar: This does not look like a tar archive
tar: Exiting with failure status due to previous errors
$ ls
{f}
$$ file {f}
- what is it really
- what type is the file
- check the type of the archive
- which format does it have
- what kind of file is it then
- file type please
- let file look at it
- determine its type
$$ ls -l {f}
- how big is it
- does it exist, long listing
- list it with details
- ls -l the archive
- size and date of the archive
- show it in long form
- is it there, with its size
- look at its size
$$ tar -xf {f}
- extract it without saying gzip
- let tar find out the compression and extract
- try plain extraction
- unpack with automatic compression detection
- extract it, tar should guess the format
- just tar -xf it
- untar it, whatever the format
- unpack it the plain way
$$ gzip -t {f}
- test its integrity with gzip
- is the gzip intact
- check the archive with gzip -t
- is it damaged, gzip test
- test whether it's a valid gzip
- verify the compressed file
- gzip integrity check
- see if it is broken, gzip
== f:zipname
End-of-central-directory signature not found.  Either this file is not
a zipfile, or it constitutes one disk of a multi-part archive.
unzip:  cannot find zipfile directory in one of {f} or {f}.zip
~~
error [{f}]:  missing 8123 bytes in zipfile
  (attempting to process anyway)
$$ file {f}
- what is it really
- what type is it
- check its type
- what kind of file is that then
- which format does it have
- is it a zip at all, file
- determine the type
- let file tell what it is
$$ zip -FF {f} --out fixed.zip
- try to repair it into fixed.zip
- repair the archive as fixed.zip
- fix the zip, write fixed.zip
- zip -FF it to fixed.zip
- rescue what you can into fixed.zip
- make a fixed.zip out of it
- salvage the archive to fixed.zip
- hard repair of it, result fixed.zip
$$ unzip -t {f}
- test it
- test the archive
- check its integrity
- which entries are damaged, test
- unzip test of it
- verify the zip
- run an integrity test
- is anything in it ok, test
== d:dev m:mountpoint
mount: {m}: wrong fs type, bad option, bad superblock on {d}, missing codepage or helper program, or other error.
~~
mount: {m}: unknown filesystem type 'LVM2_member'.
(device {d})
~~
EXT4-fs error (device {d}): ext4_lookup: inode #2: comm ls: deleted inode referenced
(mounted on {m})
$$ sudo fsck {d}
- check it
- fsck the device
- check the filesystem for errors
- repair check of that device
- run a filesystem check
- is the filesystem damaged, check
- fsck it
- verify the device's filesystem
$$ sudo blkid {d}
- what filesystem is on it
- blkid the device
- which type does the device have
- type and uuid of the device
- what is on that device, blkid
- show blkid's info
- identify the filesystem
- check with blkid
$$ dmesg | tail
- what does the kernel say
- last kernel messages
- end of dmesg
- latest kernel messages please
- tail dmesg
- look at the newest messages of the kernel
- kernel's last words
- check the end of the kernel log
$$ sudo file -s {d}
- what's on it, according to file
- file -s on the device
- let file look at the device
- what kind of data is on it, file as root
- identify the content with file
- use file to see what is on the device
- content type of the device through file
- look at the device with file -s
$$ ls -ld {m}
- does the mount point exist
- ls -ld the mount point
- is the mount point there
- check the folder it should be mounted on
- show the mount point directory itself
- who owns the mount point
- the mount point in long form
- permissions of the mount point
== m:mountpoint
mount: {m}: mount point does not exist.
~~
$? sudo mount /dev/sdb1 {m}
mount: {m}: mount point does not exist.
$$ sudo mkdir -p {m}
- !fix
- create it
- make the mount point
- then create that folder
- create the mount point with its parents
- mkdir the mountpoint
- set up the missing directory
- the folder must be there, make it
- add that mount point
== m:mountpoint d:dev
touch: cannot touch '{m}/x': Read-only file system
~~
cp: cannot create regular file '{m}/a.txt': Read-only file system
~~
EXT4-fs ({d}): Remounting filesystem read-only
mounted at {m}
$$ sudo mount -o remount,rw {m}
- !fix
- remount it writable
- make it writable again
- mount it read-write again
- I want to write there, remount
- remount rw
- back to read-write
- let me write to it by remounting
- turn read-only off
$$ dmesg | tail
- why, ask the kernel
- last kernel messages
- what did the kernel say
- end of the kernel log
- tail of dmesg
- the kernel's latest messages
- look at dmesg's last lines
- newest lines of dmesg
$$ findmnt {m}
- which options is it mounted with
- findmnt on it
- show mount source and options
- what device is behind it
- how is it mounted
- mount details of that place
- look at the mount with findmnt
- options of that mount
== m:mountpoint h:remotehost
ls: cannot access '{m}': Stale file handle
~~
nfs: server {h} not responding, still trying
mounted at {m}
~~
df: {m}: Stale file handle
$$ sudo umount -f -l {m}
- unmount it by force and lazily
- force and lazy unmount
- get rid of the stale mount, forced and lazy
- umount -f -l it
- detach the dead mount with force, lazily
- take the hanging mount off, force plus lazy
- lazy forced umount
- drop the stale nfs mount by force, lazily
$$ sudo mount {m}
- mount it again, it's in fstab
- remount from fstab
- mount it anew as fstab says
- it stands in fstab, mount it
- bring the mount back
- mount that place again
- put it back with its fstab entry
- mount it
$$ findmnt {m}
- where does it come from, findmnt
- source and options of the mount
- how is it mounted
- findmnt it
- show the mount's details
- which server is behind it
- look at the mount
- info on that mount
== p:abs
rsync: [sender] send_files failed to open "{p}/secret.db": Permission denied (13)
~~
tar: {p}/secret.db: Cannot open: Permission denied
~~
cp: cannot open '{p}/secret.db' for reading: Permission denied
$$ ls -l {p}/secret.db
- who may read that file
- permissions of the file
- list the file in long form
- who owns it
- ls -l on the file
- why can't I read it, show its mode
- the rights of the file
- check the file's owner and mode
$$ sudo chmod a+r {p}/secret.db
- make it readable for everybody
- everyone may read it
- let all read the file
- give read permission to all
- world-readable please
- add read for everyone
- anyone should be able to read that file
- chmod so that all can read
$$ sudo chown $USER {p}/secret.db
- make me its owner
- I should own the file
- give me the file
- chown it to me
- take ownership of the file
- change the owner to me
- the file should belong to my user
- let me own it
"""

ERRORS += r"""
== f:py t:source ln:lineno
=================================== FAILURES ===================================
tests/test_{f}:{ln}: AssertionError
=========================== short test summary info ============================
FAILED tests/test_{f}::test_{t} - AssertionError: assert 3 == 4
========================= 1 failed, 41 passed in 2.31s =========================
~~
FAILED tests/test_{f}::test_{t} - KeyError: 'id'
(tests/test_{f}:{ln})
1 failed, 7 passed in 0.52s
$$ pytest tests/test_{f}::test_{t}
- run only the failing test
- just that test again
- repeat the failed test alone
- rerun the one that failed
- only the broken test please
- try that single test once more
- execute the failing test by itself
- run the red one
- again, but only the test that fails
$$ pytest --lf
- rerun whatever failed last
- use pytest's last-failed option
- only the last failures
- run last failed
- repeat those that failed last time
- pytest, last failed only
- lf please
- run again what was red last time, by the cache
$$ pytest --pdb tests/test_{f}::test_{t}
- debug the failing test with pdb
- drop into pdb at the failure of that test
- run that test and stop in the debugger
- the failing one with --pdb
- pdb into the failing test
- open the debugger where that test fails
- run the broken test under pdb
- let me inspect the failed test in pdb
$$ vim +{ln} tests/test_{f}
- open the test file at the failing line, vim
- vim at the failed assertion
- edit the failing line of the test in vim
- take me to the line that failed in vim
- jump to the place in the test with vim
- vim right there
- let me change that assertion, vim
- go to the failing spot in vim
$$ pytest -x tests/test_{f}
- run the whole file, stop at the first failure
- that test file, but stop on the first error
- all tests of the file until one fails
- the file's tests with -x
- test just this file and stop early
- run that file, quit at first failure
- whole test file, halt on failure
- only that file, stop when something fails
$$ git log --oneline -- tests/test_{f}
- which commits touched the test file, oneline
- short history of the test file
- oneline log of that test file
- commits on the test file, one per line
- how did the test file change, one line each
- log of the file, short
- when was the test file changed, oneline
- list its commits in short form
== f:codefile t:source ln:lineno
--- FAIL: Test{t} (0.00s)
    {f}_test.go:{ln}: got 3, want 4
FAIL
exit status 1
$$ go test -run Test{t} ./...
- run only the failing test
- that test alone in all packages
- repeat only this test
- rerun the failed one
- go test just that one, all packages
- the red test again
- only the test that fails please
- once more, the failing test only
$$ go test -v -run Test{t} ./...
- run the failing test verbosely
- verbose, only that test
- that test with -v
- rerun the failed one and be verbose
- only the broken test, verbose output
- show details while running just that test
- failing test again, verbosely
- go test -v for it alone
$$ vim +{ln} {f}_test.go
- open the test at the failing line in vim
- vim to where it failed
- edit the test's failing line in vim
- take me to that line with vim
- jump to it, vim
- vim at that very line
- let me see the line in vim
- go to the failure in vim
$$ go test -race ./...
- test everything with the race detector
- run all tests, race detector on
- race-check all packages
- all tests with -race
- go test the lot looking for races
- use the race detector on all tests
- everything again with race detection
- check the tests for data races
== f:codefile ln:lineno c:small
error[E0382]: borrow of moved value: `name`
 --> {f}.rs:{ln}:{c}
  |
For more information about this error, try `rustc --explain E0382`.
error: could not compile `app` due to previous error
~~
error[E0382]: use of moved value: `items`
 --> {f}.rs:{ln}:{c}
$$ rustc --explain E0382
- explain the error
- what does that error code mean
- more about the error code
- let rustc explain it
- explanation please
- tell me about that code
- what is this error
- run the explain it mentions
$$ vim +{ln} {f}.rs
- open it at the line in vim
- vim to the error
- edit that line in vim
- jump to the place in vim
- take me there with vim
- vim at the offending line
- let me fix that in vim
- go to the line with vim
$$ cargo check
- check again without building
- only check the project
- cargo check
- does it type-check now
- check whether it compiles, don't build
- quick check with cargo
- verify it compiles, no binary
- recheck
$$ cargo clippy
- lint with clippy
- run clippy
- what does clippy say
- let clippy look at it
- clippy please
- cargo lint
- get clippy's opinion
- check the code with clippy
== run:ghrun j:build|test|lint|deploy
X main CI · {run}
Triggered via push about 3 minutes ago

JOBS
X {j} in 2m11s (ID 8123456)
  ✓ Set up job
  X Run make {j}
~~
CI failed: run {run}, job {j}
Error: Process completed with exit code 2.
~~
##[error]Process completed with exit code 1.
(GitHub Actions run {run}, step "make {j}")
$$ gh run view {run} --log-failed
- log of the failed steps
- why did it fail, only the failed steps
- show what failed
- failed log please
- output of the failing step
- print only the failing part of the log
- what went wrong in there, failed log
- see the failed step's log
$$ gh run rerun {run} --failed
- rerun only what failed
- retry the failed jobs
- again, just the failed jobs
- repeat the failed part
- restart only the failing jobs
- only the red jobs once more
- give the failed jobs another go
- re-execute the failed jobs only
$$ gh run rerun {run}
- rerun all of it
- the entire run again
- rerun the complete run
- start the whole run over
- repeat everything
- once more from the start
- do the full run again
- whole run again please
$$ make {j}
- run that step here
- do the failing step locally
- try it on my machine
- what it ran, but here
- reproduce it locally
- run the make target that failed
- the same make step on this machine
- execute the failed command locally
$$ gh run view {run} --log
- the full log of the run
- the complete log
- whole log please
- all the output of that run
- show the entire log
- every line of the run's log
- not just the failure, the whole log
- log of everything in it
$$ gh run watch {run}
- watch the run
- follow it until it's finished
- keep watching it
- stay on that run
- monitor the run live
- watch how it goes
- wait for the run and show progress
- follow that run
== pod:pod n:node
LAST SEEN   TYPE      REASON             OBJECT                MESSAGE
2m          Warning   FailedScheduling   pod/{pod}   0/5 nodes are available: 5 Insufficient memory.
~~
LAST SEEN   TYPE      REASON    OBJECT      MESSAGE
30s         Warning   BackOff   pod/{pod}   Back-off restarting failed container
~~
Warning  Unhealthy  41s (x7 over 3m)  kubelet, {n}  Readiness probe failed: HTTP probe failed with statuscode: 503 (pod {pod})
$$ kubectl describe pod {pod}
- describe the pod
- details of that pod
- why doesn't it run, describe
- what's wrong with the pod
- tell me more about the pod
- look at the pod the warning is about
- full story of that pod
- everything about the pod
$$ kubectl logs {pod}
- logs of the pod
- what does the pod log
- its logs
- output of that pod
- show what it printed
- read the pod's log
- log please
- let me see its logs
$$ kubectl delete pod {pod}
- delete that pod
- get rid of the pod
- remove it, it'll be recreated
- the pod should go
- kill that pod
- throw it away
- drop the pod the warning names
- make it start anew by deleting it
$$ kubectl top nodes
- how loaded are the nodes
- cpu and memory of the nodes
- node usage
- which nodes have room, top
- resource use of all nodes
- load of the nodes
- top for nodes
- how much do the nodes use
$$ kubectl get pod {pod} -o wide
- where does it run
- on which node is it, wide
- node and ip of the pod
- show it with the node
- get it in wide format
- its node and address
- which machine has it
- wide output for the pod
== p:workload
deployment.apps/{p} exceeded its progress deadline
~~
error: deployment "{p}" exceeded its progress deadline
~~
Waiting for deployment "{p}" rollout to finish: 1 out of 3 new replicas have been updated...
$$ kubectl rollout undo deployment {p}
- !fix
- roll it back
- undo the rollout
- back to the version before
- revert the deployment
- take the rollout back
- previous version please
- go back to what worked
- rollback
$$ kubectl describe deployment {p}
- describe it
- why, describe the deployment
- details of the deployment
- what's wrong with the deployment
- look into the deployment
- its events and conditions
- everything about it
- show the deployment in detail
$$ kubectl rollout status deployment {p}
- how far is it
- rollout status
- status of the rollout
- keep waiting for the rollout
- follow the rollout
- is it through now
- wait for it to finish
- check the rollout again
$$ kubectl rollout restart deployment {p}
- restart it
- rollout restart
- roll all pods anew
- restart the deployment
- give it fresh pods
- try restarting the rollout
- bounce the deployment
- cycle its pods
$$ kubectl rollout pause deployment {p}
- pause it
- pause the rollout
- hold the rollout for now
- stop rolling out for the moment
- freeze the rollout
- don't continue for now
- put the rollout on hold
- halt it without undoing
== r:workload
Error: INSTALLATION FAILED: cannot re-use a name that is still in use
(release {r})
~~
Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress
(helm upgrade {r} ./chart)
~~
Error: UPGRADE FAILED: "{r}" has no deployed releases
$$ helm rollback {r}
- roll it back
- rollback the release
- back to the last good revision
- undo with a rollback
- go back one revision
- revert the release
- to the previous revision
- take it back
$$ helm uninstall {r}
- uninstall it
- remove the release
- get rid of the release
- delete that release
- throw it out first
- clear the old release away
- drop it
- the existing one can go
$$ helm history {r}
- history of the release
- which revisions are there
- its past revisions
- list the revisions
- what happened to the release before
- show me its history
- revisions please
- how did it get here
$$ helm status {r}
- status of the release
- what state is it in
- how's the release
- show its status
- check the release
- is it deployed
- state of that release
- look at its status
$$ helm list -a
- list all releases, also failed ones
- all releases in any state
- show every release whatever its state
- which releases are there, all of them
- every release including the failed and pending
- list releases, all states
- complete list of releases
- helm list with all states
== b:word
Error: Error acquiring the state lock
Lock Info:
  ID:        {b}-1f2e
  Path:      terraform.tfstate
  Operation: OperationTypeApply
  Who:       ci@runner
$$ terraform force-unlock {b}-1f2e
- !fix
- unlock it
- force the unlock
- release the lock
- nobody is running it, unlock
- the lock is stale, remove it
- force-unlock that id
- get rid of the state lock
- break the lock
== -
Error: Inconsistent dependency lock file
  - provider registry.terraform.io/hashicorp/aws: required by this configuration but no version is selected
To make the initial dependency selections that will initialize the dependency lock file, run:
  terraform init
~~
Error: Could not load plugin
Plugin reinitialization required. Please run "terraform init".
$$ terraform init
- !fix
- initialize it
- run the init
- do as it says
- init first
- get the providers
- initialize terraform here
- install the plugins
- set the directory up
$$ terraform init -upgrade
- init and upgrade the providers
- initialize with upgrade
- init, newest allowed providers
- upgrade the plugins while initializing
- init -upgrade
- take newer provider versions with the init
- reinitialize and update providers
- initialize, but upgrade everything allowed
== f:py
  File "{f}", line 3
    print "hello"
    ^^^^^^^^^^^^^
SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
$$ 2to3 -w {f}
- convert it to python 3
- rewrite the file for python 3
- use 2to3 on it, in place
- port the file to python3 with 2to3
- make it python 3 code, write it back
- 2to3 it and write the changes
- translate it from python 2
- modernize it in place with 2to3
$$ python2 {f}
- run it with python 2
- it's python 2, run it so
- use python2 for it
- execute it under python 2
- old python please
- start it with python2
- that's python 2 code, use that
- python2 should run it
== f:py
  File "{f}", line 12
    return x
TabError: inconsistent use of tabs and spaces in indentation
~~
IndentationError: unindent does not match any outer indentation level ({f}, line 12)
$$ expand -t 4 {f}
- print it with tabs turned into 4 spaces
- show it with 4 spaces instead of tabs
- tabs to 4 spaces, to the screen
- expand its tabs to four blanks
- output with each tab as 4 spaces
- convert the tabs for display, width 4
- expand it at 4
- print without tabs, 4 wide
$$ grep -nP '\t' {f}
- which lines have tabs, numbered
- find the tabs with line numbers
- lines with a tab in it, with numbers
- where are tabs in the file, numbered
- show the numbered lines that contain tabs
- grep for tabs with line numbers
- number the lines having tabs
- look for tab characters, line numbers too
$$ black {f}
- format it with black
- run black on it
- let black reformat the file
- black it
- reformat it, black
- clean up the formatting with black
- use black
- make black fix the layout
== m:module_
error: externally-managed-environment

× This environment is externally managed
╰─> To install Python packages system-wide, try apt install python3-xyz
$? pip install {m}
(package: {m})
~~
$ pip install {m}
error: externally-managed-environment
$$ pipx install {m}
- use pipx for it
- install it with pipx
- pipx instead
- do it through pipx
- get it by pipx
- then with pipx
- put it in via pipx
- try pipx
$$ pip install --break-system-packages {m}
- install it anyway
- break the system packages, I don't care
- override and install
- do it regardless
- force it with --break-system-packages
- ignore that and install
- I know what I'm doing, install
- install it system-wide nevertheless
$$ python3 -m venv .venv
- make a virtual environment .venv
- create a venv called .venv first
- venv in .venv please
- set up .venv
- I need a virtualenv in .venv
- new venv at .venv
- start a virtual environment, .venv
- .venv should be a venv
$$ sudo apt install python3-{m}
- the apt package of it
- install it with apt as python3- package
- take debian's package of it
- apt instead, python3 prefix
- do what it suggests with apt
- use the distribution's package
- as the message says, from apt
- get it from apt for python3
== h:remotehost p:anyport
channel 3: open failed: connect failed: Connection refused
bind [127.0.0.1]:{p}: Address already in use
channel_setup_fwd_listener_tcpip: cannot listen to port: {p}
Could not request local forwarding.
~~
$ ssh -L {p}:localhost:{p} {h}
bind [127.0.0.1]:{p}: Address already in use
$$ lsof -i :{p}
- what holds that local port
- who has the port here, lsof
- lsof for the port
- which of my processes uses the port
- which local program took the port
- find what is on it with lsof
- who listens there, no sudo needed
- check the port with lsof
$$ fuser -k {p}/tcp
- kill what holds the port, it's mine
- free the port, my own process
- kill my process on that port
- end whatever of mine sits on it
- kill it off the port without sudo
- clear the port, no sudo
- my old tunnel has it, kill it by port
- release the port by killing my process there
== h:remotehost
Connection to {h} closed by remote host.
client_loop: send disconnect: Broken pipe
~~
packet_write_wait: Connection to {h} port 22: Broken pipe
$$ ssh -o ServerAliveInterval=60 {h}
- connect again and keep it alive every 60 seconds
- keepalive each minute this time
- reconnect with a server alive interval of 60
- ssh again, send keepalives every 60s
- prevent that: alive interval 60
- log in once more with a 60 second keepalive
- same host, ServerAliveInterval 60
- make it not drop, a keepalive per minute
$$ ssh {h}
- reconnect
- log in again
- connect again
- back to that host
- once more
- get me back on there
- new session there
- ssh to it again
$$ mosh {h}
- use mosh instead
- mosh to it
- connect with mosh
- try mosh
- mosh this time
- go there by mosh
- a mosh session please
- rather with mosh
== u:url
wget: server returned error: HTTP/1.1 403 Forbidden
$? wget {u}
({u})
~~
$ curl -O {u}
curl: (22) The requested URL returned error: 403
~~
$ curl {u}
<html><head><title>301 Moved Permanently</title></head></html>
$$ curl -L {u}
- follow the redirect
- follow redirects
- again, following where it leads
- use -L
- go where it points
- curl it and follow
- get the page it moved to
- with redirects followed
$$ curl -I {u}
- only the headers
- show the response headers
- headers please
- a HEAD request
- what headers come back
- just the head
- look at the headers
- response headers only
$$ curl -A Mozilla/5.0 {u}
- pretend to be Mozilla/5.0
- with the user agent Mozilla/5.0
- set the agent to Mozilla/5.0
- act like Mozilla/5.0
- user-agent Mozilla/5.0 this time
- try as Mozilla/5.0
- say you're Mozilla/5.0
- use Mozilla/5.0 as agent
== l:logfile n:num
$ wc -l {l}
812345 {l}
$ tail -2 {l}
2026-03-04 10:00:01 ERROR worker {n}: upstream timed out
2026-03-04 10:00:02 ERROR worker {n}: upstream timed out
~~
$ tail {l}
2026-03-04 10:00:00 INFO worker 3: ok
2026-03-04 10:00:02 ERROR worker {n}: lost connection to database
2026-03-04 10:00:04 INFO worker 7: ok
~~
==> {l} <==
2026-03-04 10:00:02 FATAL ERROR worker {n}: cannot allocate memory
$$ grep ERROR {l}
- all errors of the log
- only the ERROR lines
- filter the errors out of that file
- every error line please
- just the errors
- show the lines with ERROR
- errors from the log
- give me what is an ERROR in there
$$ grep -c ERROR {l}
- how many errors
- count the errors
- number of ERROR lines
- how often does ERROR occur, lines
- count them
- tally of the error lines
- error count of the file
- how many lines say ERROR
$$ grep 'worker {n}:' {l}
- everything of the worker that fails
- lines of the failing worker
- what else did this worker log
- all that worker with the error wrote
- just the worker in trouble
- filter for the worker that errors
- the failing worker's lines
- messages of the worker with the problem
$$ tail -f {l}
- follow it
- keep watching the log
- tail it live
- stay on that log
- new lines as they come
- follow the file
- live view of the log
- let it run along
$$ tail -f {l} | grep ERROR
- follow it, errors only
- live, but only ERROR
- watch for new errors
- errors as they come
- stay on the log, only errors
- only new ERROR lines live
- keep an eye out for errors in it
- tail for errors
$$ less +G {l}
- open it at the end in less
- less, jump to the end
- page from the bottom
- open in a pager at the last line
- less at its end
- view it starting at the end
- pager, at the end of file
- let me scroll up from the end
$$ grep -B 5 ERROR {l}
- errors with 5 lines before each
- what came right before the errors, 5 lines
- show five lines leading up to each ERROR
- 5 lines of context before the errors
- ERROR lines and the 5 above
- the errors with what preceded, 5 lines
- each error and five lines before it
- before-context of 5 for the errors
$$ sudo truncate -s 0 {l}
- empty it as root
- clear the log with sudo, keep the file
- truncate the log to nothing as root
- make it zero bytes, sudo
- wipe its contents but not the file, with sudo
- cut the log to zero as root
- reset the log to empty, sudo
- start it over empty, as root
"""

ERRORS += r"""
== pkg:package f:conf
Configuration file '/etc/{f}'
 ==> Modified (by you or by a script) since installation.
 ==> Package distributor has shipped an updated version.
*** {f} (Y/I/N/O/D/Z) [default=N] ? N
Old version kept; new one is /etc/{f}.dpkg-dist
$$ diff /etc/{f} /etc/{f}.dpkg-dist
- compare the two
- what's the difference between mine and the new one
- diff my config against the shipped one
- show what changed in the new version
- differences of old and new
- how does the distributed one differ
- diff both
- mine versus theirs, diff
$$ sudo cp /etc/{f}.dpkg-dist /etc/{f}
- take the new version after all
- replace mine with the shipped one by copying
- copy the new one over mine
- use the distributor's version, keep the dist file too
- overwrite my config with theirs
- install the new one in place of mine, copy
- theirs should be used, copy it over
- put the shipped config in place of the old
$$ sudo rm /etc/{f}.dpkg-dist
- delete the new one
- I don't need the shipped version
- remove the dist file
- get rid of the dpkg-dist copy
- throw away theirs
- the dpkg-dist can go
- clean up the leftover new version
- drop the shipped file
== d:workload h:remotehost
cp: cannot create directory '/srv/{d}': Permission denied
~~
mkdir: cannot create directory '/srv/{d}': Permission denied
$$ sudo mkdir /srv/{d}
- !fix
- create it as root
- make it with sudo
- with root rights then
- sudo mkdir it
- root should create the directory
- do it as root
- make the folder as superuser
- use sudo to create it
$$ ls -ld /srv
- who may write to the parent
- permissions of the parent folder
- owner of /srv
- show /srv itself in long form
- who does the parent belong to
- look at the parent's mode
- ls -ld the parent directory
- mode and owner of the folder above
== f:file d:dir
mv: cannot stat '{f}': No such file or directory
~~
cp: cannot stat '{f}': No such file or directory
~~
rm: cannot remove '{f}': No such file or directory
~~
cat: {f}: No such file or directory
$$ ls -la
- what is here then
- list everything here with details
- which files are in this folder, hidden ones too
- show what's here, all of it
- look at the directory I'm in, in full
- everything in the current folder please
- ls -la
- contents of this directory, dotfiles included
$$ pwd
- where am I
- which directory am I in
- am I in the right folder
- current directory please
- print where I am
- what's my working directory
- show the present path
- in which folder is this shell
== s:sh
$ ./{s}
bash: ./{s}: /bin/bash^M: bad interpreter: No such file or directory
~~
$ ./{s}
-bash: ./{s}: cannot execute: required file not found
$ file {s}
{s}: Bourne-Again shell script, ASCII text executable, with CRLF line terminators
~~
{s}: line 2: $'\r': command not found
$$ dos2unix {s}
- !fix
- convert the line endings
- it has windows line endings, convert it
- make it unix line endings
- get rid of the carriage returns with dos2unix
- dos2unix it
- strip the CRs with the usual tool
- turn CRLF into LF
- it was edited on windows, convert it
$$ sed -i 's/\r$//' {s}
- remove the CRs with sed
- sed the carriage returns away in place
- no dos2unix here, use sed
- use sed to drop the trailing CR on each line
- strip the ^M in place with sed
- fix the line endings using sed
- sed -i against the CRs
- convert it with sed in place
$$ file {s}
- what does file say about it
- check its line terminators with file
- which type is the script
- file type please
- does it have CRLF, file
- let file look at it
- inspect the type of the script
- look at it with file
== s:sh ln:lineno
./{s}: line {ln}: syntax error near unexpected token `fi'
~~
{s}: line {ln}: [: too many arguments
~~
./{s}: line {ln}: unexpected EOF while looking for matching `"'
~~
./{s}: line {ln}: unbound variable
$$ bash -n {s}
- check its syntax without running it
- syntax check only
- bash -n it
- is the syntax ok, don't run
- parse the script without executing
- only check the script
- validate the syntax
- dry syntax check of it
$$ bash -x {s}
- run it and trace each command
- trace the script
- execute it with tracing
- bash -x it
- show every command as it runs
- debug it with -x
- run with xtrace
- run the script printing what it does
$$ shellcheck {s}
- run shellcheck on it
- what does shellcheck say
- lint the script
- shellcheck it
- check it with shellcheck
- let shellcheck find the bug
- lint that shell script please
- use shellcheck
$$ vim +{ln} {s}
- open it at that line in vim
- vim to the line
- edit the faulty line, vim
- take me to the line in vim
- jump there with vim
- vim at the bad line
- fix the line in vim
- go to where it fails, vim
$$ sed -n '{ln}p' {s}
- show just that line
- print the line it names
- what's on that line
- the faulty line only
- output the line with sed
- display the broken line
- let me see that line
- that one line of the script
== u:person h:node
Your account has expired; please contact your system administrator.
user {u} on {h}
~~
pam_unix(sshd:account): account {u} has expired (account expired)
$$ sudo chage -E -1 {u}
- !fix
- let it never expire
- remove the expiry date of the account
- the account should not expire any more
- lift the expiration
- make it valid without an end date
- unset the account's expiry
- no expiry for that user
- take the expiration off with chage
$$ sudo chage -l {u}
- when did it expire
- show the expiry settings of the user
- chage listing for the user
- aging info of the account
- list its expiration dates
- what are the account's dates
- show its password aging
- look at the expiry with chage
== u:person n:small
pam_faillock(sshd:auth): Consecutive login failures for user {u} account temporarily locked
~~
The account is locked due to {n} failed logins. (user {u})
$$ sudo faillock --user {u} --reset
- !fix
- unlock the user
- reset the failures
- clear the failed logins
- let the user log in again
- faillock reset for the account
- forget the failed attempts
- release the lock on the account
- set the user's failure count back
$$ sudo faillock --user {u}
- show the failures of the user
- which failed logins were there, faillock
- list the failed attempts
- where did the attempts come from, faillock
- faillock records of that user
- see the record of failures
- what failed for that user
- details about those failures
== m:module
modprobe: FATAL: Module {m} not found in directory /lib/modules/6.8.0-45-generic
~~
modprobe: ERROR: could not insert '{m}': Operation not permitted
~~
modprobe: ERROR: could not insert '{m}': Required key not available
$$ find /lib/modules -name '{m}*'
- is it somewhere under /lib/modules
- look for the module's file below /lib/modules
- find files named like the module in the modules folder
- search /lib/modules for it
- is there such a module for any kernel
- find it in the module tree
- which kernels have the module, search their files
- look through /lib/modules for that name
$$ sudo modprobe -v {m}
- try again verbosely as root
- load it with verbose output
- modprobe it, verbose
- sudo modprobe with -v
- insert it and show what happens
- once more with sudo and details
- load the module verbosely
- verbose load of it
$$ modinfo {m}
- info about the module
- modinfo it
- what does modinfo say
- details of the module
- which file and version is the module
- show the module's information
- look at the module's description
- info on that module
$$ uname -r
- which kernel runs
- running kernel version
- what kernel am I on
- kernel release please
- is it the right kernel, show the version
- version of the current kernel
- which kernel is booted
- print the kernel release
$$ mokutil --sb-state
- is secure boot on
- secure boot state
- check whether secure boot is enabled
- state of secure boot
- mokutil: secure boot status
- is it secure boot's fault, check the state
- show the secure boot setting
- secure boot enabled?
== n:workload p:port
$ curl localhost:{p}
curl: (7) Failed to connect to localhost port {p} after 0 ms: Couldn't connect to server
$ docker ps --format '{{.Names}}'
{n}
~~
$ docker ps
CONTAINER ID   IMAGE     COMMAND   CREATED         STATUS                     PORTS     NAMES
3f1c8a2b9d10   app:1     "./app"   3 minutes ago   Up 3 minutes (unhealthy)             {n}
$ curl localhost:{p}
curl: (7) Failed to connect to localhost port {p}: Connection refused
$$ docker logs {n}
- what does the container log
- logs of the container
- its logs
- why? show the container's log
- read what it printed
- log output please
- see what the app says
- container log
$$ docker port {n}
- which ports does it publish
- port mappings of the container
- is the port published, list them
- published ports please
- docker port for it
- what is mapped
- show its port mappings
- does it map any port
$$ docker restart {n}
- restart it
- bounce the container
- give it a restart
- stop and start the container
- restart that container
- turn it off and on
- kick it
- have it restarted
$$ docker exec -it {n} sh
- shell inside it
- get me in there
- go into the container
- open a shell in it
- let me look inside
- exec sh in it
- enter it
- a prompt within the container
$$ docker inspect {n}
- inspect it
- all of its configuration
- details of the container
- full json of it
- show everything docker knows on it
- how is it configured
- inspect the container
- its whole configuration
$$ ss -tln | grep :{p}
- does anything listen on that port, ss
- check the listener with ss and grep
- ss, only that port
- is the port open locally, via ss
- look in ss for the port
- grep ss for it
- see if something is bound to it, ss
- listening sockets on that port
== t:table db:db
ERROR 1146 (42S02): Table '{db}.{t}' doesn't exist
~~
(1146, "Table '{db}.{t}' doesn't exist")
$$ mysql -e 'SHOW TABLES' {db}
- which tables are in the database
- list the tables of it
- what tables does it have
- show its tables
- tables in there please
- which ones do exist
- print the table names of that database
- see the tables
$$ mysql {db}
- open the database
- mysql prompt on that database
- connect to it
- let me into the db
- a client on this database
- mysql shell there
- go into the database
- interactive session with it
$$ mysqldump {db} > backup.sql
- dump the database to backup.sql
- save the whole db as backup.sql
- back it up to backup.sql
- export it as backup.sql
- make a dump backup.sql
- write a dump of it into backup.sql
- backup.sql should hold the database
- mysqldump it to backup.sql
== pid:pid d:mountpoint
FATAL:  lock file "postmaster.pid" already exists
HINT:  Is another postmaster (PID {pid}) running in data directory "{d}"?
$$ ps -fp {pid}
- is that process running
- what is that process
- check the pid with ps
- look at it in ps, full line
- show the process
- ps on the pid
- does the pid exist, ps -f
- details on this process
$$ sudo kill {pid}
- kill it
- end that process
- stop the other one
- the old one must go
- terminate the process
- get rid of it
- send it TERM
- shut that one down
$$ sudo rm {d}/postmaster.pid
- no, remove the lock file
- delete the stale lock
- it's stale, remove it
- get rid of the pid file
- the lock file can go
- clear the old lock file
- nothing runs, delete the file
- remove the leftover postmaster.pid
$$ ls -la {d}
- look into the data directory
- list the data directory in full
- what's in the data folder, hidden files too
- show the data directory
- contents of the data dir with details
- ls -la the data directory
- see what lies in there
- check the files of the data directory
== -
-bash: fork: retry: Resource temporarily unavailable
~~
OSError: [Errno 24] Too many open files
~~
accept4() failed (24: Too many open files)
$$ ulimit -n
- what is the limit of open files
- how many files may I open
- show the limit
- current limit for open files
- print the nofile limit
- limit of descriptors
- my file descriptor limit
- which limit do I have there
$$ ulimit -n 65535
- raise it to 65535
- set the open files limit to 65535
- allow 65535 open files
- make it 65535 in this shell
- 65535 files please
- increase the limit to 65535
- up it to 65535
- give me 65535 descriptors
$$ ulimit -a
- all my limits
- show every limit
- list the limits
- what limits apply to me
- ulimit with everything
- print all limits
- which limits are set
- the complete list of limits
$$ lsof | wc -l
- how many files are open
- count the open files
- number of open files in total
- count lsof's lines
- tally what is open
- how much is open right now, a number
- total of open files
- just count all open files
$$ ps aux | wc -l
- how many processes are there
- count the processes
- number of processes
- process count, ps aux
- just the count of processes
- how much is running
- count lines of ps aux
- tally the processes
== -
perl: warning: Setting locale failed.
perl: warning: Please check that your locale settings:
	LANG = "en_US.UTF-8"
    are supported and installed on your system.
~~
bash: warning: setlocale: LC_ALL: cannot change locale (en_US.UTF-8)
$$ sudo locale-gen en_US.UTF-8
- !fix
- generate it
- generate the locale
- make that locale available
- the locale is missing, generate it
- build the locale
- locale-gen it
- create that locale
- get the locale in place
$$ locale -a
- which locales are there
- list the available locales
- what locales do I have
- show installed locales
- all locales please
- is it installed, list them
- see the existing ones
- locales on this system
== k:sig
gpg: Can't check signature: No public key
gpg:                using RSA key {k}
~~
error: gpg failed to sign the data
gpg: signing failed: No secret key
key {k}
$$ gpg --recv-keys {k}
- get the key
- receive it
- fetch the public key
- import the missing key from the keyserver
- download that key
- recv the key
- pull the key in
- get the key it used
$$ gpg --list-keys {k}
- do I have that key
- list the key
- is it in my keyring
- show the public key of that id
- look for it in the keyring
- list just that key
- check the keyring for it
- what do I have under that id
$$ gpg --list-secret-keys
- which secret keys do I have
- list my private keys
- my secret keys please
- what secret keys are there
- show all secret keys
- do I have any secret key
- private keys in my ring
- see my signing keys
== v:version
Error: Node.js v{v} is not supported. Please use version 20.
~~
error app@1.0.0: The engine "node" is incompatible with this module. Expected version ">=20". Got "{v}"
$$ nvm install 20
- !fix
- install node 20 with nvm
- get version 20
- nvm: install 20
- I need 20, install it
- put node 20 on through nvm
- install the version it wants
- fetch node 20
- have nvm install it
$$ nvm use 20
- switch to 20
- use node 20, it's installed
- go to version 20 in this shell
- nvm use the right one
- change to 20
- select 20
- 20 is there already, switch to it
- make 20 the active one
$$ node --version
- which version do I have
- node version now
- what node is this
- print the version
- show node's version
- check the version
- is it still the old one
- version of node
"""

AS_ROOT = "again with sudo|as root|with sudo|use sudo|now with root rights|!fix|do it as root|sudo it|run it again as root|I forgot sudo|same but with sudo|repeat with sudo|retry as root|once more, this time with sudo|let root do it|elevate that|with superuser rights|needs root, do it|run that with privileges|try again with root privileges|redo it with sudo|sudo !!|the same as superuser|escalate and rerun|I lack the rights, rerun as root".split("|")
NEED_ROOT = [
    ("systemctl restart {service}", "Failed to restart {service}.service: Access denied\nSee system logs and 'systemctl status {service}.service' for details."),
    ("systemctl stop {service}", "Failed to stop {service}.service: Interactive authentication required."),
    ("systemctl enable {service}", "Failed to enable unit: Access denied"),
    ("apt install {package}", "E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?"),
    ("apt update", "E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission denied)\nE: Unable to lock directory /var/lib/apt/lists/"),
    ("apt remove {package}", "E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?"),
    ("dnf install {package}", "Error: This command has to be run with superuser privileges (under the root user on most systems)."),
    ("mount {part} {mount}", "mount: {mount}: must be superuser to use mount."),
    ("umount {mount}", "umount: {mount}: must be superuser to unmount."),
    ("useradd {user}", "useradd: Permission denied.\nuseradd: cannot lock /etc/passwd; try again later."),
    ("userdel {user}", "userdel: Permission denied.\nuserdel: cannot lock /etc/passwd; try again later."),
    ("passwd -l {user}", "passwd: Permission denied."),
    ("chown {user} {file}", "chown: changing ownership of '{file}': Operation not permitted"),
    ("chmod {mode} {file}", "chmod: changing permissions of '{file}': Operation not permitted"),
    ("kill {pid}", "bash: kill: ({pid}) - Operation not permitted"),
    ("kill -9 {pid}", "-bash: kill: ({pid}) - Operation not permitted"),
    ("fdisk -l {disk}", "fdisk: cannot open {disk}: Permission denied"),
    ("dmesg", "dmesg: read kernel buffer failed: Operation not permitted"),
    ("tcpdump -i {iface}", "tcpdump: {iface}: You don't have permission to perform this capture on that device\n(socket: Operation not permitted)"),
    ("ip link set {iface} up", "RTNETLINK answers: Operation not permitted"),
    ("ip link set {iface} down", "RTNETLINK answers: Operation not permitted"),
    ("ip route del {subnet}", "RTNETLINK answers: Operation not permitted"),
    ("iptables -L", "iptables v1.8.7 (nf_tables): Could not fetch rule set generation id: Permission denied (you must be root)"),
    ("ufw allow {port}", "ERROR: You need to be root to run this script"),
    ("ufw status", "ERROR: You need to be root to run this script"),
    ("modprobe {module}", "modprobe: ERROR: could not insert '{module}': Operation not permitted"),
    ("rm {file}", "rm: cannot remove '{file}': Permission denied"),
    ("cat {file}", "cat: {file}: Permission denied"),
    ("tail -f {file}", "tail: cannot open '{file}' for reading: Permission denied"),
    ("cp {file} {mount}", "cp: cannot create regular file '{mount}': Permission denied"),
    ("mv {file} {mount}", "mv: cannot move '{file}' to '{mount}': Permission denied"),
    ("touch {file}", "touch: cannot touch '{file}': Permission denied"),
    ("mkdir {mount}", "mkdir: cannot create directory '{mount}': Permission denied"),
    ("reboot", "Failed to set wall message, ignoring: Interactive authentication required.\nCall to Reboot failed: Interactive authentication required."),
    ("hostnamectl set-hostname {node}", "Could not set static hostname: Access denied"),
    ("timedatectl set-timezone {tz}", "Failed to set time zone: Access denied"),
    ("sysctl vm.swappiness=10", "sysctl: permission denied on key \"vm.swappiness\""),
    ("smartctl -a {disk}", "Smartctl open device: {disk} failed: Permission denied"),
    ("docker restart {container}", "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock"),
    ("docker ps", "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock"),
    ("nvidia-smi -i {gpu} -pl 300", "Provided power limit 300.00 W cannot be set for GPU: Insufficient Permissions"),
    ("scontrol update NodeName={node} State=RESUME", "slurm_update error: Access/permission denied"),
    ("zpool scrub {db}", "cannot scrub {db}: permission denied"),
    ("swapoff -a", "swapoff: Not superuser."),
    ("visudo", "visudo: /etc/sudoers: Permission denied"),
    ("npm install -g {npmpkg}", "npm ERR! code EACCES\nnpm ERR! syscall mkdir\nnpm ERR! path /usr/local/lib/node_modules/{npmpkg}\nnpm ERR! errno -13"),
    ("nginx -t", "nginx: [emerg] open() \"/var/log/nginx/error.log\" failed (13: Permission denied)\nnginx: configuration file /etc/nginx/nginx.conf test failed"),
    ("nginx -s reload", "nginx: [alert] kill(812, 1) failed (1: Operation not permitted)"),
]


def slots_in(text: str, rng) -> dict[str, str]:
    return drawn_slots(" ".join(sorted(set(re.findall(r"\{(\w+)\}", text)))), rng)


def shell(rng) -> str:
    return rng.choice(["$ ", "$ ", "$ ", "% ", f"{person(rng)}@{draw(rng, 'node')}:~$ ", f"[{person(rng)}@{draw(rng, 'node')} ~]$ ", "➜  ~ "])


def filled_in(text: str, slots) -> str:
    for name, value in slots.items():
        text = text.replace("{" + name + "}", value)
    return text


@scene
def needs_root(rng):
    command, answer = rng.choice(NEED_ROOT)
    slots = slots_in(command + answer, rng)
    lines = [led(f"({FIX})" if line == "!fix" else line, rng) for line in rng.sample(AS_ROOT, 10)]
    return shell(rng) + filled_in(command, slots) + "\n" + filled_in(answer, slots), [Question(tuple(lines), "sudo " + filled_in(command, slots), "sudo " + command)]


# What was typed, what it said, what is right; then ways to ask.
CORRECTIONS = [
    ("cp {dir} {newdir}", "cp: -r not specified; omitting directory '{dir}'", "cp -r {dir} {newdir}", "copy it recursively|with everything inside|it's a directory, copy all of it|yes, the whole folder|copy the folder with its contents|include the subfolders"),
    ("scp {dir} {node}:/tmp", "scp: {dir}: not a regular file", "scp -r {dir} {node}:/tmp", "copy it recursively|it's a folder, take it all|the whole directory please|send the folder with its contents|with everything in it"),
    ("git psuh", "git: 'psuh' is not a git command. See 'git --help'.\n\nThe most similar command is\n\tpush", "git push", "I meant push|do what I meant|typo, correct it|the right spelling please|yes, that one|what git suggests"),
    ("git comit -m wip", "git: 'comit' is not a git command. See 'git --help'.\n\nThe most similar command is\n\tcommit", "git commit -m wip", "I meant commit|typo, correct it|with the right spelling|what git suggests|correct my typo"),
    ("git chekout {branch}", "git: 'chekout' is not a git command. See 'git --help'.\n\nThe most similar command is\n\tcheckout", "git checkout {branch}", "I meant checkout|typo, correct it|spelled right please|what git suggests|correct the spelling"),
    ("systemctl restrat {service}", "Unknown command verb restrat.", "systemctl restart {service}", "I meant restart|typo, correct it|spelled right please|correct the verb|restart, obviously"),
    ("kubectl get pod {pod} -n {namespace}", "Error from server (NotFound): namespaces \"{namespace}\" not found", "kubectl get pods -A", "list pods in all namespaces then|all namespaces|show the pods of every namespace|look everywhere, all pods"),
    ("kubectl get pods", "No resources found in default namespace.", "kubectl get pods -A", "in all namespaces|look in every namespace|and elsewhere, all namespaces|show the pods of all namespaces|across the cluster|not only default|everywhere then"),
    ("docker rm {container}", "Error response from daemon: cannot remove container \"/{container}\": container is running: stop the container before removing or force remove", "docker rm -f {container}", "force it|remove it by force|I don't care that it's running, remove|delete it anyway|force remove|running or not, get rid of it"),
    ("docker rm {container}", "Error response from daemon: You cannot remove a running container 3f1c8a2b9d10. Stop the container before attempting removal or force remove", "docker stop {container}", "stop it first|then stop it|stop the container|shut it down before|halt the container"),
    ("docker exec -it {container} bash", "OCI runtime exec failed: exec failed: unable to start container process: exec: \"bash\": executable file not found in $PATH: unknown", "docker exec -it {container} sh", "try sh|use sh instead|no bash in there, take sh|with sh then|whatever shell it has, sh|sh will do"),
    ("kubectl exec -it {pod} -- bash", "error: Internal error occurred: exec: \"bash\": executable file not found in $PATH", "kubectl exec -it {pod} -- sh", "try sh|use sh instead|no bash in there, take sh|with sh then|sh will do"),
    ("docker exec -it {container} sh", "Error response from daemon: container 3f1c8a2b9d10 is not running", "docker start {container}", "start it|then start it|bring it up|start the container first|get it running|it must run, start it"),
    ("docker network rm {network}", "Error response from daemon: error while removing network: network {network} id 91ab has active endpoints", "docker network inspect {network}", "which endpoints|who is connected|which containers are in it|inspect the network|what uses it|show who is attached"),
    ("docker stop {container}", "Error response from daemon: No such container: {container}", "docker ps -a", "list all containers then|which containers are there, stopped ones too|show every container|what are they called, all of them|all containers please"),
    ("ln -s {file} current", "ln: failed to create symbolic link 'current': File exists", "ln -sf {file} current", "replace the link|overwrite the existing one|force it|point it to the new target anyway|do it although it exists|replace what is there"),
    ("mkdir {dir}", "mkdir: cannot create directory '{dir}': File exists", "mkdir -p {dir}", "don't complain if it exists|make it only if it's missing|ignore that it exists|create it unless it's there|no error when it exists"),
    ("git pull", "hint: You have divergent branches and need to specify how to reconcile them.\nfatal: Need to specify how to reconcile divergent branches.", "git pull --rebase", "rebase|with rebase please|put my commits on top|reconcile by rebasing|use rebase for it|pull and rebase"),
    ("git pull", "hint: You have divergent branches and need to specify how to reconcile them.\nfatal: Need to specify how to reconcile divergent branches.", "git pull --no-rebase", "merge|merge them|reconcile with a merge|use a merge for it|pull and merge|no rebase, merge please"),
    ("git pull", "hint: You have divergent branches and need to specify how to reconcile them.\nfatal: Need to specify how to reconcile divergent branches.", "git pull --ff-only", "only if it can be fast-forwarded|fast-forward or nothing|ff only|refuse anything but a fast-forward"),
    ("git pull origin main", "fatal: refusing to merge unrelated histories", "git pull origin main --allow-unrelated-histories", "!fix|allow it|merge them although unrelated|do it anyway|allow unrelated histories|I know, merge them still"),
    ("git branch -d {deployment}", "error: Cannot delete branch '{deployment}' checked out at '/home/me/app'", "git switch main", "go to main first|switch to main|change to main|leave that branch, to main|then main"),
    ("git commit -m update", "Changes not staged for commit:\n\tmodified:   {file}\n\nno changes added to commit (use \"git add\" and/or \"git commit -a\")", "git commit -a -m update", "commit the modified ones too|with -a|take all changes along|include what is modified|commit everything that's changed|stage and commit in one go|same but all tracked changes"),
    ("git commit -m update", "Untracked files:\n\t{file}\n\nnothing added to commit but untracked files present (use \"git add\" to track)", "git add {file}", "add it|track it|stage the untracked file|then add the file|git should track that file|put it in"),
    ("git push origin {branch}", "error: src refspec {branch} does not match any\nerror: failed to push some refs to 'origin'", "git branch -a", "which branches are there, all|list all branches|what are my branches called, remote ones too|show every branch|branches, local and remote"),
    ("git remote add origin {repo}", "error: remote origin already exists.", "git remote set-url origin {repo}", "!fix|change its url then|set the url instead|point origin there|origin should have this address|overwrite the existing one|update the remote to it"),
    ("git tag v1.2", "fatal: tag 'v1.2' already exists", "git tag -f v1.2", "!fix|move it here|force it|put it on the current commit anyway|replace the existing tag|overwrite the tag"),
    ("git clone {repo}", "Cloning into 'app'...\ngit@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.", "ssh -T git@github.com", "test my ssh access to github|does github know my key, test|check the connection to github by ssh|try the ssh login at github|am I authenticated with github"),
    ("ssh {node}", "Received disconnect from 10.0.0.5 port 22:2: Too many authentication failures", "ssh -o IdentitiesOnly=yes {node}", "!fix|only use the configured identities|offer only my configured key|identities only|don't try all the agent's keys|use only the identity from the config"),
    ("ssh {node}", "kex_exchange_identification: Connection closed by remote host", "ssh -v {node}", "why, verbosely|try again with debug output|be verbose|show what happens|debug the connection"),
    ("ssh-add ~/.ssh/id_ed25519", "Could not open a connection to your authentication agent.", "eval \"$(ssh-agent -s)\"", "!fix|start the agent|start an ssh agent in this shell|launch the agent|get an agent running|I need an agent here"),
    ("rmdir {dir}", "rmdir: failed to remove '{dir}': Directory not empty", "rm -r {dir}", "with its contents|delete it with everything inside|remove it although it isn't empty|recursively then|all of it must go"),
    ("rm {dir}", "rm: cannot remove '{dir}': Is a directory", "rm -r {dir}", "with its contents|delete the directory|recursively then|yes, it's a folder, remove it|remove it and everything in it"),
    ("unzip {zipname}", "bash: unzip: command not found", "sudo apt install unzip", "!fix|install it|get unzip|I need that tool|add unzip"),
    ("python {py}", "bash: python: command not found", "python3 {py}", "!fix|use python3|it's called python3|with python3 then|python 3 please|try python3"),
    ("pip install {pypkg}", "bash: pip: command not found", "sudo apt install python3-pip", "!fix|install pip|get pip|I need pip first|add pip with apt"),
    ("crontab -l", "no crontab for {user}", "crontab -e", "make one|create it|edit it then|let me write one|open the editor for it"),
    ("tmux attach", "no sessions", "tmux new -s {db}", "start one called {db}|new session named {db}|create the session {db}|make a session {db}|open {db} then"),
    ("tmux attach -t {db}", "can't find session: {db}", "tmux new -s {db}", "!fix|create it|make that session|start a session with that name|new one with this name|then open it new"),
    ("screen -r {db}", "There is a screen on:\n\t3121.{db}\t(Attached)\nThere is no screen to be resumed matching {db}.", "screen -d -r {db}", "!fix|detach it there and resume here|take it over|force the other one off and attach|grab it from the other terminal|detach and reattach"),
    ("useradd {user}", "useradd: user '{user}' already exists", "id {user}", "what is its uid|show its ids|which groups and uid has it|id of that user|look the user up with id"),
    ("usermod -aG docker {user}", "usermod: group 'docker' does not exist", "sudo groupadd docker", "!fix|create the group|make that group|add the group first|the group is missing, create it"),
    ("make", "make: *** No targets specified and no makefile found.  Stop.", "ls -la", "what's in here, all files|list everything here with details|show this folder in full|which files are here, hidden too"),
    ("tar xf {tgz} -C {newdir}", "tar: {newdir}: Cannot open: No such file or directory\ntar: Error is not recoverable: exiting now", "mkdir -p {newdir}", "!fix|create the target|make that folder|the directory is missing, create it|add the target directory"),
    ("cd {dir}", "bash: cd: {dir}: Not a directory", "file {dir}", "what is it then|which type is it|what kind of file is it|check its type|let file look at it"),
    ("kubectl apply -f {yamlfile}", "error: the path \"{yamlfile}\" does not exist", "find . -name {yamlfile}", "find it below here|where is that file, search from here|look for it in this tree|search the current folder for it|is it somewhere under here"),
    ("kubectl create namespace {namespace}", "Error from server (AlreadyExists): namespaces \"{namespace}\" already exists", "kubectl get all -n {namespace}", "what is in it|show everything in it|all resources there|what runs in that namespace, everything|list what it has"),
    ("kubectl drain {node}", "error: unable to drain node \"{node}\" due to error: cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): kube-system/kube-proxy-x2b4c", "kubectl drain {node} --ignore-daemonsets", "!fix|ignore the daemonsets|skip daemonset pods|do it without the daemonset pods|as it suggests|leave the daemonsets alone"),
    ("kubectl drain {node} --ignore-daemonsets", "error: unable to drain node \"{node}\" due to error: cannot delete Pods with local storage (use --delete-emptydir-data to override): default/web-1", "kubectl drain {node} --ignore-daemonsets --delete-emptydir-data", "!fix|the local data may go|delete the emptydir data too|override it|as it suggests|also those with local storage"),
    ("kubectl rollout undo deployment {deployment}", "error: no rollout history found for deployment \"{deployment}\"", "kubectl describe deployment {deployment}", "describe it|show its details|what does the deployment look like|details of that deployment"),
    ("helm install {release} ./chart", "Error: INSTALLATION FAILED: cannot re-use a name that is still in use", "helm upgrade {release} ./chart", "!fix|upgrade it instead|it exists, so upgrade|then do an upgrade|use upgrade|update the existing release"),
    ("zfs destroy tank/{db}", "cannot destroy 'tank/{db}': filesystem has children\nuse '-r' to destroy the following datasets:\ntank/{db}@daily", "sudo zfs destroy -r tank/{db}", "!fix|with its children|recursively as root|the snapshots too, as root|destroy all of it with sudo|as it says, with sudo"),
    ("lvextend -L +10G /dev/vg0/{db}", "  Insufficient free space: 2560 extents needed, but only 0 available", "sudo vgs", "how much is free in the volume groups|show the volume groups|free space of the groups|what's left in the vg, list groups|volume groups please"),
    ("sbatch {sh}", "sbatch: error: Unable to open file {sh}", "ls -l {sh}", "is it there|does it exist, long listing|show the file's permissions|check the file|ls -l on it"),
    ("scancel {jobid}", "scancel: error: Kill job error on job id {jobid}: Invalid job id specified", "squeue -u $USER", "which jobs do I have|list my jobs|show my queue|my own jobs please|what of mine is in the queue"),
    ("srun --gres=gpu:9 --pty bash", "srun: error: Unable to allocate resources: Requested node configuration is not available", "sinfo", "which partitions and nodes are there|show the partitions|what does the cluster have|node states please|overview of the nodes"),
    ("git stash pop", "error: Your local changes to the following files would be overwritten by merge:\n\t{file}\nPlease commit your changes or stash them before you merge.\nAborting", "git checkout -- {file}", "throw away my changes to it|discard the local edits of that file|my version can go, checkout the committed one|drop what I changed in it"),
    ("git rebase main", "error: cannot rebase: You have unstaged changes.\nerror: Please commit or stash them.", "git rebase --autostash main", "stash automatically and rebase|with autostash|rebase, stash and restore my changes around it|let git stash them by itself"),
    ("git push --tags", "! [rejected]        v1.2 -> v1.2 (already exists)\nerror: failed to push some refs", "git push --tags --force", "force it|push the tags by force|overwrite the remote tags|replace the tag there"),
    ("docker build -t {imagename} .", "ERROR: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory", "find . -name Dockerfile", "find the Dockerfile below here|where is the Dockerfile, search this tree|look for a Dockerfile in the subfolders|is there a Dockerfile somewhere under here"),
    ("docker compose up -d", "no configuration file provided: not found", "ls -la", "what's in here, everything|list all files here with details|which files are here, hidden ones too|show the folder in full"),
    ("docker compose up -d", "WARN[0000] Found orphan containers ([app-{container}-1]) for this project.", "docker compose up -d --remove-orphans", "!fix|remove the orphans|again, and clean up the orphans|up with orphan removal|get rid of the orphans while starting"),
    ("docker run -p {port}:80 nginx", "docker: Error response from daemon: Bind for 0.0.0.0:{port} failed: port is already allocated.", "docker ps --filter publish={port}", "which container has the port|who publishes it, container wise|filter the containers by that published port|find the container with the port|the container that took it"),
    ("docker pull {image}", "toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading", "docker login", "!fix|log in|authenticate|sign in to docker hub|do what it suggests, authenticate"),
    ("kubectl logs {pod}", "error: a container name must be specified for pod {pod}, choose one of: [app istio-proxy]", "kubectl logs {pod} -c app", "the app one|take app|container app|logs of app in it|choose app|from the container app"),
    ("kubectl logs {pod}", "error: a container name must be specified for pod {pod}, choose one of: [app istio-proxy]", "kubectl logs {pod} -c istio-proxy", "the proxy one|take istio-proxy|container istio-proxy|logs of the sidecar|choose the proxy|from the istio container"),
    ("kubectl logs {pod}", "error: a container name must be specified for pod {pod}, choose one of: [app istio-proxy]", "kubectl logs {pod} --all-containers", "of all of them|all containers|both|every container's log|logs from all containers in it"),
    ("kubectl delete pod {pod}", "pod \"{pod}\" deleted\n^C", "kubectl delete pod {pod} --grace-period=0 --force", "it hangs, force it|force it without grace|delete it immediately by force|don't wait for it, force|kill it with zero grace period|it doesn't go away, use force"),
    ("kubectl apply -f {yamlfile}", "The Deployment \"web\" is invalid: spec.selector: Invalid value: field is immutable", "kubectl replace --force -f {yamlfile}", "!fix|replace it by force|delete and recreate it|force replace from the file|recreate it from that file"),
    ("kubectl apply -f {yamlfile}", "error: unable to recognize \"{yamlfile}\": no matches for kind \"Ingress\" in version \"extensions/v1beta1\"", "kubectl api-resources", "which kinds are there|list the api resources|what resources does the cluster know|show all kinds with their versions"),
    ("ping -c 4 {ip}", "4 packets transmitted, 0 received, 100% packet loss, time 3068ms", "traceroute {ip}", "where does it get stuck|traceroute it|which hop loses it|show the route to it|trace the path|how far do the packets get"),
    ("ping -c 4 {ip}", "4 packets transmitted, 0 received, 100% packet loss, time 3068ms", "mtr {ip}", "use mtr|mtr to it|watch the path with mtr|look at the loss per hop in mtr|start mtr for that address"),
    ("ping -c 4 {ip}", "ping: connect: Network is unreachable", "ip route", "show my routes|is there a route, list them|routing table|which routes do I have|print the routes"),
    ("top", "bash: top: command not found", "sudo apt install procps", "!fix|install the package with top|get top|add what provides top|install it"),
    ("ifconfig", "bash: ifconfig: command not found", "ip addr", "use the modern one|then with ip|the replacement for it|show addresses with ip instead|what's the new command for that"),
    ("netstat -tlnp", "bash: netstat: command not found", "ss -tlnp", "use ss|the same with ss|with the modern tool|ss instead|what's the replacement, same flags"),
    ("service {service} restart", "bash: service: command not found", "sudo systemctl restart {service}", "!fix|with systemctl|the systemd way|use systemctl as root|do it through systemd"),
    ("source .venv/bin/activate", "bash: .venv/bin/activate: No such file or directory", "python3 -m venv .venv", "!fix|create it|make the venv|set up the virtual environment|there is none yet, create it"),
    ("conda activate {db}", "EnvironmentNameNotFound: Could not find conda environment: {db}", "conda create -n {db}", "!fix|create it|make that environment|new env with this name|set the environment up"),
    ("conda activate {db}", "EnvironmentNameNotFound: Could not find conda environment: {db}", "conda env list", "which ones are there|list the environments|what envs do I have|show all environments|names of my environments"),
    ("pip install {pypkg}", "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/usr/lib/python3/dist-packages'\nConsider using the `--user` option or check the permissions.", "pip install --user {pypkg}", "!fix|only for me|into my home|for my user|with --user|as it suggests|user install"),
    ("pip install -r requirements.txt", "ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'requirements.txt'", "find . -name requirements.txt", "where is it, search below here|find it in this tree|look for the file under here|is there one in a subfolder|search the current folder for it"),
    ("pip check", "{pypkg} 2.1.0 requires numpy<2, but you have numpy 2.0.1 which is incompatible.", "pip install 'numpy<2'", "!fix|install a numpy that fits|downgrade numpy as required|get numpy below 2|satisfy the requirement"),
    ("sudo apt update", "E: Release file for http://mirror.example.org/debian/dists/stable/InRelease is not valid yet (invalid for another 3h 2min).", "timedatectl", "is the clock wrong|show the time settings|what time does the machine think it is, timedatectl|check the clock and ntp|time and sync status"),
    ("sudo apt upgrade", "The following packages have been kept back:\n  {package}\n0 upgraded, 0 newly installed, 0 to remove and 1 not upgraded.", "sudo apt full-upgrade", "upgrade it nevertheless with a full upgrade|full upgrade then|also those kept back, full-upgrade|do a full-upgrade|dist-upgrade style please"),
    ("sudo apt upgrade", "The following packages have been kept back:\n  {package}\n0 upgraded, 0 newly installed, 0 to remove and 1 not upgraded.", "sudo apt install {package}", "install the one kept back|upgrade it by installing it|just that package then, install|get the kept back one through install|pull it in by name"),
    ("sudo apt autoremove", "dpkg: warning: while removing {package}, directory '/etc/{package}' not empty so not removed", "sudo rm -r /etc/{package}", "remove the directory too|delete what's left|get rid of the leftover folder|clean up that directory|the rest can go"),
]


@scene
def corrected(rng):
    typed, answer, right, ways_to = rng.choice(CORRECTIONS)
    slots = slots_in(typed + answer, rng)
    lines = [led(f"({FIX})" if line == "!fix" else filled_in(line, slots), rng) for line in ways_to.split("|")]
    return shell(rng) + filled_in(typed, slots) + "\n" + filled_in(answer, slots), [Question(tuple(lines), filled_in(right, slots), right)]

for block in re.split(r"^== ", ERRORS, flags=re.M)[1:]:
    SCENES.append(error_scene(block))

COMMON = ("kubectl get (pods", "kubectl get (po", "(ps aux", "ps aux", "top", "docker ps", "docker images", "df -h", "ls -l", "(du", "ss -", "squeue", "systemctl", "nvidia-smi", "(git log", "git status", "kubectl get (deploy", "kubectl get (nodes")
for sheet in TABLES:
    SCENES.extend([sheet_scene(sheet)] * (2 if sheet.tool.startswith(COMMON) else 1))
SCENES.extend([nvidia_table, git_status_long, ports_and_programs, blamed_line, containers_by_port, hammered] + [needs_root] * 4 + [corrected] * 10)
