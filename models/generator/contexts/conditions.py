"""Rows chosen by a value of another column, or by two conditions at once."""

import re

from .tables import STATE_WORDS, duration, fragment, quantity

ADJUNCTS = {  # what stands behind the noun, by the title of a column
    "NODE": "on {v}|running on {v}|scheduled on {v}|that sits on {v}|living on {v}|that got placed on {v}|on node {v}",
    "NODELIST(REASON)": "on {v}|running on {v}|that occupies {v}|sitting on {v}|that uses {v}|on node {v}",
    "NAMESPACE": "in {v}|in namespace {v}|in the {v} namespace|from {v}|in ns {v}|inside {v}",
    "PARTITION": "in {v}|in the {v} partition|in partition {v}|on {v}|that was sent to {v}|queued on {v}",
    "Partition": "in {v}|in the {v} partition|in partition {v}|on {v}|that went to {v}",
    "Queue": "in {v}|in the {v} queue|in queue {v}",
    "Account": "of account {v}|billed to {v}|charged to {v}|under the account {v}",
    "NAME": "named {v}|called {v}|with the name {v}|that goes by {v}",
    "JobName": "named {v}|called {v}|with the name {v}|that goes by {v}",
    "Name": "named {v}|called {v}|with the name {v}",
    "IMAGE": "running {v}|from the image {v}|based on {v}|made from {v}|with image {v}|that uses {v}",
    "IMAGES": "running {v}|with the image {v}|based on {v}|that uses {v}",
    "REPOSITORY": "of {v}|from {v}|called {v}|named {v}",
    "TAG": "tagged {v}|with the tag {v}|with tag {v}",
    "IP": "with the ip {v}|at {v}|that has {v}|with address {v}|behind {v}",
    "CLUSTER-IP": "at {v}|with cluster ip {v}|that has the ip {v}|behind {v}",
    "EXTERNAL-IP": "exposed at {v}|with the external ip {v}|reachable at {v}|behind {v}",
    "PORT(S)": "on port {v}|that serves {v}|listening on {v}|with port {v}",
    "PPID": "whose parent is {v}|with parent pid {v}|with ppid {v}|started by {v}|that {v} spawned",
    "TTY": "on {v}|attached to {v}|at the terminal {v}|on terminal {v}",
    "Mounted on": "mounted on {v}|at {v}|mounted at {v}|behind {v}|that holds {v}",
    "MOUNTPOINT": "mounted on {v}|at {v}|mounted at {v}|behind {v}|that holds {v}",
    "STORAGECLASS": "of class {v}|with storage class {v}|on {v}|that uses {v}",
    "VERSION": "on version {v}|on {v}|still running {v}|with {v}",
    "TYPE": "of type {v}|that is of type {v}",
    "DRIVER": "with the {v} driver|using the driver {v}|of driver {v}",
    "CHART": "from the chart {v}|of chart {v}|installed from {v}",
    "db": "in database {v}|on {v}|against {v}|on the db {v}",
    "Host": "from {v}|coming from {v}|that {v} opened",
    "FROM": "from {v}|logged in from {v}|coming from {v}|that comes from {v}",
    "BRANCH": "on branch {v}|on {v}|from {v}|of the branch {v}",
    "WORKFLOW": "of the {v} workflow|of workflow {v}|from {v}",
    "DESCRIPTION": "described as {v}|with the description {v}|whose description says {v}",
    "Program": "named {v}|called {v}|whose name is {v}",
    "process_name": "running {v}|named {v}|called {v}",
    "EXTERNAL": "at {v}",
    "VOLUME": "bound to {v}|on the volume {v}|backed by {v}",
    "TIME_LIMI": "limited to {v}|with a limit of {v}|with time limit {v}",
    "AllocCPUS": "with {v} cpus|on {v} cpus|that got {v} cpus",
    "ExitCode": "with exit code {v}|that ended with {v}|with {v} as its exit code",
    "GRES": "with {v}|that has {v}",
    "SCHEDULE": "with the schedule {v}|scheduled {v}|on the schedule {v}",
    "DEV": "on card {v}|on gpu {v}|on device {v}",
    "READY": "at {v}|with {v} ready|showing {v}|at {v} ready",
    "VG": "in {v}|in the group {v}|in vg {v}",
    "UUID": "with the uuid {v}|with uuid {v}",
    "CONTAINER ID": "with the id {v}|with id {v}",
    "IMAGE ID": "with the id {v}",
    "COMMAND": "running {v}|that runs {v}|started as {v}|doing {v}",
    "CMD": "running {v}|that runs {v}|started as {v}|doing {v}",
    "WHAT": "running {v}|that is in {v}|doing {v}",
    "Command": "running {v}|that runs {v}",
    "ACCESS MODES": "with access mode {v}|with {v}",
    "CAPACITY": "of {v}|with {v}|that is {v} large",
    "AVAILABILITY": "set to {v}|with availability {v}",
    "MODE": "in {v} mode",
    "mode": "in {v} mode",
    "Workflow": "of {v}",
    "File": "called {v}",
    "Type": "of type {v}",
    "Publisher": "published by {v}|from {v}|by {v}",
    "CLASS": "of class {v}|with class {v}|of the ingress class {v}",
    "REFERENCE": "for {v}|that scales {v}|of {v}",
    "CLUSTER": "of cluster {v}|for the cluster {v}|pointing at {v}",
    "NEXT": "due {v}",
    "GPU": "on gpu {v}|on card {v}",
    "gpu": "on gpu {v}|on card {v}|that uses card {v}",
    "type": "of type {v}|with {v}|formatted as {v}",
    "device": "on {v}|from {v}|of {v}|that comes from {v}",
    "LABEL": "labelled {v}|with the label {v}|called {v}",
    "DISK": "on {v}|of {v}|of the disk {v}",
    "peer": "to {v}|with {v} at the other end|from {v}|talking to {v}",
    "local port": "on local port {v}|at our port {v}|with local port {v}",
    "program": "of {v}|belonging to {v}|that {v} holds",
    "FSTYPE": "with {v}|formatted as {v}|of type {v}",
    "SCOPE": "of scope {v}",
    "START": "started at {v}|from {v}",
    "STIME": "started at {v}|that began at {v}|from {v}",
    "STARTED": "started at {v}",
    "NI": "with nice {v}|at nice {v}",
}
NEVER = {"COMMAND": r'"', "TYPE": r"^$", "TTY": r"^\?$", "GPU": r"%", "CAPACITY": r"^$", "START": r"^$"}

ONE = "the {n} {a}|the one {a}|whichever {n} you see {a}|the only {n} {a}|that {n} {a}|that one {a}|the {n} I see {a}|the single {n} {a}"
MANY = "all {ns} {a}|the {ns} {a}|everything {a}|those {a}|every {n} {a}|the ones {a}|all of those {a}|any {n} {a}|each {n} {a}"
STATE_ONE = "the {s} {n} {a}|the {n} {a} that is {s}|the one {a} that's {s}|of the {ns} {a} the {s} one|the {s} one {a}|the {n} {a} which is {s}"
STATE_MANY = "the {s} {ns} {a}|all {s} {ns} {a}|the {ns} {a} that are {s}|every {s} {n} {a}|of those {a} the {s} ones|the {s} ones {a}"
TOP_ONE = "of the {ns} {a} the one with the most {w}|the {n} {a} with the most {w}|among those {a} the one with the highest {w}|whichever {n} {a} has the most {w}|the {n} with the highest {w} {a}"
EXTREME = {"old": ("oldest", "newest|youngest|most recent|latest"), "run": ("longest running", "")}
OLD_ONE = "the {e} {n} {a}|of the {ns} {a} the {e} one|the {e} one {a}|among those {a} the {e}|out of the {ns} {a}, the {e}"
OLD_OWN = "{u}'s {e} {n}|the {e} {n} of {u}|of {u}'s {ns} the {e} one|the {e} one {u} has|{u}'s {e} one"
OLD_STATE = "the {e} {s} {n}|of the {s} ones the {e}|the {e} one that is {s}|among the {s} {ns} the {e} one|the {e} of the {s} {ns}"
PAST_OWN = {"old": "{u}'s {ns} older than {t}|the {ns} of {u} that are more than {t} old|everything of {u} older than {t}|all of {u}'s that are over {t} old", "run": "{u}'s {ns} running for more than {t}|the {ns} of {u} past {t}|everything of {u} that has run over {t}|all of {u}'s that run longer than {t}"}
PAST_OWN_ONE = {"old": "{u}'s {n} older than {t}|the {n} of {u} that's more than {t} old|the only one of {u} older than {t}", "run": "{u}'s {n} running for more than {t}|the one of {u} past {t}|the only {n} of {u} that has run over {t}|{u}'s one that runs longer than {t}"}
PAST_STATE = "the {s} {ns} older than {t}|all {s} {ns} more than {t} old|whatever is {s} and older than {t}|everything {s} that exists for over {t}|the {ns} that are {s} and over {t} old|every {s} {n} created more than {t} ago"
PAST_STATE_ONE = "the {s} {n} older than {t}|the {s} one that's more than {t} old|the only {s} {n} older than {t}|the one that is {s} and over {t} old"
OVER_OWN = "{u}'s {ns} (over|above) {t} {w}|the {ns} of {u} with more than {t} {w}|everything of {u} that is over {t} {w}"
OVER_OWN_ONE = "{u}'s {n} (over|above) {t} {w}|the {n} of {u} with more than {t} {w}|the one of {u} that is over {t} {w}"
STATE_WORD = "the {s} {v} {ns}|the {v} {ns} that are {s}|all {s} {v} ones|every {s} {n} with {v} in the name|the {v} ones that are {s}|whatever {v} {n} is {s}|all {ns} named {v}-something that are {s}|everything {v} that's {s}"
STATE_WORD_ONE = "the {s} {v} {n}|the {v} {n} that is {s}|the {s} one of the {v} {ns}|of the {v} ones the {s} one|whichever {v} {n} is {s}|the {v} one that's {s}|the one {v} {n} that is {s}"
STATE_SAVE = "all {s} {ns} except {v}|the {s} ones but not {v}|every {s} {n} other than {v}|everything {s} apart from {v}|whatever is {s}, only not {v}|the {s} {ns} without {v}|all that's {s} besides {v}"
OWN_NOT = "{u}'s {ns} that aren't {s}|everything of {u} that is not {s}|the {ns} of {u} except the {s} ones|whatever of {u} isn't {s}|all of {u}'s, but not the {s} ones"
OWN_NOT_ONE = "{u}'s {n} that isn't {s}|the one of {u} that's not {s}|the {n} of {u} which isn't {s}"
OWN_WORD = "{u}'s {v} {ns}|the {v} {ns} of {u}|all {v} ones of {u}|everything named {v} of {u}|every {v} {n} that belongs to {u}"
OWN_WORD_ONE = "{u}'s {v} {n}|the {v} {n} of {u}|the {v} one that belongs to {u}|the {v} one of {u}"
OWN_AT = "{u}'s {ns} {a}|the {ns} of {u} {a}|everything of {u} {a}|all {ns} {a} that belong to {u}|of those {a}, the ones of {u}"
OWN_AT_ONE = "{u}'s {n} {a}|the {n} of {u} {a}|the one {a} that belongs to {u}|the one of {u} {a}"
EXACT = "{v}|{v} itself|the {n} {v}|just {v}|only {v}|plain {v}|{v}, exactly that one|exactly {v}|the one named {v}|{v} and nothing else|the one called exactly {v}"
LIST = "{l}|the {ns} {l}|{l}, all of them|these: {l}|just {l}|only {l}"


def spoken(title: str, cell: str) -> str | None:
    """What of a cell people say; nothing for what they don't."""
    cell = cell.strip()
    if not cell or cell in ("<none>", "<unset>", "-", "?", "0", "none", "n/a", "N/A", "None", "(null)") or cell.startswith("("):
        return None
    if re.search(r"[][(){}|%]", cell) or title in NEVER and re.search(NEVER[title], cell):  # those mean something in a phrasing
        return None
    if title in ("IMAGE", "IMAGES", "CHART"):
        return None if re.fullmatch(r"[0-9a-f]{12}|sha256.*", cell) else cell.split(",")[0].rsplit("/", 1)[-1].split(":")[0] if title != "CHART" else cell
    if title == "PORT(S)":
        found = re.match(r"\d+", cell)
        return found.group() if found else None
    if title in ("COMMAND", "CMD", "WHAT", "Command"):
        if cell.startswith(("[", "(", "sshd:", "nginx:", "postgres:")) or len(cell) < 4:
            return None
        words = [w.rsplit("/", 1)[-1] for w in cell.split()]
        named = [w for w in words if re.fullmatch(r"[A-Za-z][\w-]*\.(py|jar|js|sh|rb|pl|conf|yml|yaml|mkv|tar\.gz)", w)]
        word = named[0] if named else words[0]
        return word if re.fullmatch(r"[\w.+-]{3,}", word) and word not in ("python", "python3", "bash", "java", "node", "sh") else None
    return cell if len(cell) < 42 else None


def within(title: str, v: str, cell: str) -> bool:
    """Whether a row counts, or at least might be taken to count."""
    if title in ("IMAGE", "IMAGES", "CHART", "COMMAND", "CMD", "WHAT", "Command", "DESCRIPTION", "process_name", "Program", "NAME", "JobName", "Name", "REPOSITORY"):
        return v in cell
    if title in ("PORT(S)",):
        return bool(re.search(rf"\b{v}\b", cell))
    return v == cell.strip()


def stated(text: str, words: str, any_of) -> list[str]:
    """The ways with the state put in: before a noun only what is one word."""
    ways = []
    for way in re.split(r"\|(?![^()]*\))", text):
        fitting = words.split("|")
        if re.search(r"\{s\} (?:\{|ones?\b|jobs)", way):
            fitting = [w for w in fitting if " " not in w]
        if "{s}" not in way or fitting:
            ways.append(way.replace("{s}", any_of("|".join(fitting))))
    return ways


def conditions(sheet, made, rng, put, any_of, steps) -> list[tuple[list[str], list[int]]]:
    count, found = len(made[0]), []
    if count < 4:
        return []
    at_key = next(i for i, c in enumerate(sheet.columns) if c.kind == "key")
    keys = made[at_key]
    states, owners, values_of = [], [], []
    for column, cells in zip(sheet.columns, made):
        title = column.title
        if column.kind == "state":
            for value, words, *_ in column.make(rng):
                rows = [i for i in range(count) if cells[i] == value]
                if rows and len(rows) < count and words != "-":
                    states.append((words, rows))
        elif column.kind == "owner" and title not in ADJUNCTS:
            for value in sorted(set(cells)):
                rows = [i for i in range(count) if cells[i] == value]
                if len(rows) < count:
                    owners.append((value, rows))
        if column.kind in ("plain", "owner") and title in ADJUNCTS:
            seen = {}
            for i, cell in enumerate(cells):
                if v := spoken(title, cell):
                    seen.setdefault(v, []).append(i)
            for v, rows in seen.items():
                if len(rows) < count and not any(within(title, v, cells[i]) for i in range(count) if i not in rows):
                    values_of.append((ADJUNCTS[title].replace("{v}", v), rows))

    rng.shuffle(values_of)
    words_of = {}  # parts of names that several rows share
    names = [keys] + [m for c, m in zip(sheet.columns, made) if c.title in ("NAME", "JobName", "Name") and c.kind == "plain"]
    for cells in names:
        for cell in cells:
            for part in re.split(r"[-_./:]", cell):
                if re.fullmatch(r"[a-z]{3,14}", part) and part not in ("com", "app", "the", "service", "log", "gz", "sql") and part not in STATE_WORDS:
                    rows = [i for i in range(count) if part in cells[i]]
                    exact = [i for i in rows if part in re.split(r"[-_./:]", cells[i])]
                    if len(rows) == len(exact) and 1 < len(rows) < count:
                        words_of[part] = rows

    def add(one, many, rows, most=6, **slots):
        if rows and len(rows) <= most and len(rows) < count:
            text = one if len(rows) == 1 else many
            if text and (ways := stated(text, slots.pop("s", ""), any_of)):
                found.append((put(ways, **slots), sorted(rows)))

    def some(items, k):
        return rng.sample(items, min(k, len(items)))

    for a, rows in values_of[:3]:
        if len(rows) <= 6:
            add(ONE, MANY, rows, a=any_of(a))
    pairs = [(s, r1, a, r2) for s, r1 in states for a, r2 in values_of if set(r1) & set(r2) and not set(r2) <= set(r1) and not set(r1) <= set(r2)]
    for s, r1, a, r2 in some(pairs, 3):
        add(STATE_ONE, STATE_MANY, sorted(set(r1) & set(r2)), s=s, a=any_of(a))
    pairs = [(u, r1, a, r2) for u, r1 in owners for a, r2 in values_of if set(r1) & set(r2) and not set(r2) <= set(r1) and not set(r1) <= set(r2)]
    for u, r1, a, r2 in some(pairs, 2):
        add(OWN_AT_ONE, OWN_AT, sorted(set(r1) & set(r2)), u=u, a=any_of(a))
    pairs = [(s, r1, v, r2) for s, r1 in states for v, r2 in words_of.items() if set(r1) & set(r2) and not set(r2) <= set(r1) and not set(r1) <= set(r2)]
    for s, r1, v, r2 in some(pairs, 3):
        add(STATE_WORD_ONE, STATE_WORD, sorted(set(r1) & set(r2)), s=s, v=v)
    pairs = [(u, r1, v, r2) for u, r1 in owners for v, r2 in words_of.items() if set(r1) & set(r2) and not set(r2) <= set(r1) and not set(r1) <= set(r2)]
    for u, r1, v, r2 in some(pairs, 2):
        add(OWN_WORD_ONE, OWN_WORD, sorted(set(r1) & set(r2)), u=u, v=v)
    for s, rows in some(states, 2):
        if 3 <= len(rows) <= 7 and sheet.noun not in ("commit", "entry"):
            out = rng.choice(rows)
            name = fragment(keys[out], keys) if not keys[out].isdigit() else keys[out]
            if name:
                add("", STATE_SAVE, [i for i in rows if i != out], s=s, v=name)
    pairs = [(u, r1, s, r2) for u, r1 in owners for s, r2 in states if set(r1) - set(r2) and set(r1) & set(r2)]
    for u, r1, s, r2 in some(pairs, 1):
        add(OWN_NOT_ONE, OWN_NOT, sorted(set(r1) - set(r2)), u=u, s=s)

    for column, cells in zip(sheet.columns, made):
        if column.kind == "age":
            amount = [duration(c) for c in cells]
            old, new = EXTREME[column.words]
            groups = [("own", u, r) for u, r in owners] + [("at", a, r) for a, r in values_of] + ([("state", s, r) for s, r in states] if column.words == "old" else [])
            for kind, v, rows in some([g for g in groups if len(g[2]) > 1], 3):
                order = sorted((i for i in rows if amount[i] > 0), key=lambda i: -amount[i])
                if len(order) < 2:
                    continue
                e, i, far = (old, order[0], amount[order[0]] > amount[order[1]]) if rng.random() < 0.6 or not new else (any_of(new), order[-1], amount[order[-1]] < amount[order[-2]])
                if far and (ways := stated({"own": OLD_OWN, "at": OLD_ONE, "state": OLD_STATE}[kind], v if kind == "state" else "", any_of)):
                    found.append((put(ways, e=e, u=v, a=any_of(v)), [i]))
            said = []
            for step in column.steps.split():
                limit = duration(step)
                for kind, v, rows in groups:
                    past = [i for i in rows if amount[i] > limit]
                    if kind != "at" and 0 < len(past) < len(rows) and len(past) <= 6 and not any(0.93 < a / limit < 1.1 for a in amount):
                        said.append((kind, v, past, any_of(steps.get(step, step))))
            for kind, v, past, t in some(said, 2):
                if kind == "own":
                    add(PAST_OWN_ONE[column.words], PAST_OWN[column.words], past, u=v, t=t)
                else:
                    add(PAST_STATE_ONE, PAST_STATE, past, s=v, t=t)
        elif column.kind == "number":
            amount = [quantity(c) for c in cells]
            w = any_of(column.words)
            for a, rows in some([v for v in values_of if len(v[1]) > 1], 2):
                order = sorted(rows, key=lambda i: -amount[i])
                if amount[order[0]] > amount[order[1]]:
                    found.append((put(TOP_ONE, a=any_of(a), w=w), [order[0]]))
            said = []
            for step in column.steps.split():
                for u, rows in owners:
                    past = [i for i in rows if amount[i] > quantity(step)]
                    if 0 < len(past) < len(rows) and len(past) <= 6 and quantity(step) not in amount:
                        said.append((u, past, any_of(steps.get(step, step))))
            for u, past, t in some(said, 1):
                add(OVER_OWN_ONE, OVER_OWN, past, u=u, t=t, w=w)
    # a name of which others are longer forms
    inside = [i for i in range(count) if not keys[i].isdigit() and sum(keys[i] in k for k in keys) > 1 and len(keys[i]) > 2]
    if inside and at_key is not None:
        i = rng.choice(inside)
        found.append((put(EXACT, v=keys[i]), [i]))
    if count > 5 and rng.random() < 0.5 and not any(re.fullmatch(r"[0-9a-f]{7,}", k) for k in keys):
        parts = [(i, p) for i in range(count) if (p := fragment(keys[i], keys))]
        if len(parts) > 3:
            rows = rng.sample(parts, rng.choice([3, 3, 4]))
            rows.sort()
            said = [p for _, p in rows]
            found.append((put(LIST, l=rng.choice([", ".join(said[:-1]) + " and " + said[-1], ", ".join(said), " ".join(said)])), [i for i, _ in rows]))
    return found
