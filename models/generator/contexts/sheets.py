"""Tables with many ways to choose rows: the one with the most, those that are broken, all but one ..."""

import re
from dataclasses import dataclass
from typing import Callable

from .. import phrases, values
from . import Question, SCENES
from .tables import amounts, fragment, prompt, quantity, table


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
            w = any_of(column.words)
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
                v = any_of(words)
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
        whole = parts[at] == keys[at]
        found.append((put([way for way in NAMED if not (whole and re.search("something|name has|in it", way))], v=parts[at]), [at]))
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


OF_ONE_THING = re.compile(r"\{s\} (?:hangs|needs|has|is|does|ignores|keeps|runs|wants)\b|\b(?:is|does|has|was) \{s\}")
NOT_NOT = re.compile(r"\b(?:not|isn't|aren't) (?:not|un\w+ed)\b")
PHRASAL = re.compile(r"\b(shut|take|bring|turn|switch|fire|power|shoot|throw|clean|start|boot|finish|give) (up|down|off|out|on|away) \{s\}")


def pointed(said: str, way: str, count: int, rng) -> str:
    """What is to be done with the rows; now and then these first, then a pronoun."""
    first = said.split()[0]
    if rng.random() < 0.14 and said.count("{s}") == 1 and not said.startswith("{s}") and way.startswith(("the ", "whatever ", "all ", "everything ")) and not (count > 1 and re.search(r"\b(is|are|was|does|did|do|has|have|should|can|may|let) \{s\}|\{s\} \w", said)):
        ahead = rng.choice(DOING if first in phrases.IMPERATIVES else SAYING)
        if count == 1 or "which is" not in ahead and "what is" not in ahead and "there is" not in ahead:
            return ahead.replace("{s}", way) + " " + PHRASAL.sub(r"\1 {s} \2", said).replace("{s}", "it" if count == 1 else "them")
    return said.replace("{s}", way)


def led(request: str, rng) -> str:
    return rng.choice(LEADS).replace("{}", request) if rng.random() < 0.05 else request


STOPS, STOPPED = re.compile(r"\b(?:stop|halt|shutdown|suspend|pause) \{"), re.compile(r"(?i)(?:poweroff|shut off|stopped|exited|inactive|created|not created|deleted|suspended|saved|crashed)")
STARTS, STARTED = re.compile(r"\b(?:start|up|resume) \{"), re.compile(r"(?:running|Running|RUNNING|Up (?!.*Paused)|active|online)")

JOBS = {  # what Slurm does only to jobs in such states
    "scontrol hold": ("PD",), "scontrol release": ("PD",), "squeue --start": ("PD",), "scontrol requeue": ("R", "S"), "scontrol suspend": ("R",), "sstat": ("R",), "sattach": ("R",),
}


def asked_of(sheet: Sheet, made, rng) -> list[Question]:
    titles = [c.title for c in sheet.columns]
    at_key = next(i for i, c in enumerate(sheet.columns) if c.kind == "key")
    available, found = acts(sheet.actions, rng), []
    for ways, rows in chosen(sheet, made, rng):
        fitting = [a for a in available if len(rows) == 1 or not a[2]]
        if not fitting or not ways:
            continue
        said, written, _ = rng.choice(fitting)
        states = [column[i] for c, column in zip(sheet.columns, made) if c.kind == "state" for i in rows]
        if states and (STOPS.search(written) and all(map(STOPPED.match, states)) or STARTS.search(written) and all(map(STARTED.match, states))):
            continue
        if sheet.noun == "job" and any(written.startswith(job) and not set(states) <= set(of) for job, of in JOBS.items()):
            continue
        if " start " in written and any("Paused" in cell for column in made for cell in (column[i] for i in rows)):
            continue
        command = written.replace("{x}", " ".join(made[at_key][i] for i in rows))
        for verb, many in VERBS.items():
            said = said.replace(verb + ";", many + ";") if verb + ";" in said else many if said.strip() == verb else re.sub(re.escape(verb) + "$", lambda m: many, said)
        for title, column in zip(titles, made):
            if title:
                command = command.replace("{" + title + "}", column[rows[0]])
        options = [s.strip() for s in said.split(";") if s.strip()]
        if len(rows) > 1:
            options = [s for s in options if not OF_ONE_THING.search(s)] or options
        requests = [led(pointed(rng.choice(options), phrases.say(rng.choice(ways), rng), len(rows), rng), rng) for _ in range(6)]
        requests = tuple(r for r in requests if not phrases.doubled(r, command) and not NOT_NOT.search(r))
        if not requests:
            continue
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
        slots = {"{V}": state[0], "{v}": any_of(state[1]), "{O}": rng.choice(owners or ["root"])}
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


COMMON = ("kubectl get (pods", "kubectl get (po", "(ps aux", "ps aux", "top", "docker ps", "docker images", "df -h", "ls -l", "(du", "ss -", "squeue", "systemctl", "nvidia-smi", "(git log", "git status", "kubectl get (deploy", "kubectl get (nodes")


def add(sheets: list[Sheet]):
    """Makes them scenes; what people paste most counts twice."""
    for sheet in sheets:
        SCENES.extend([sheet_scene(sheet)] * (2 if sheet.tool.startswith(COMMON) else 1))
