"""Pastes in which a message has to be understood to find the row: pull requests, queries, events, logs of several services, crontabs."""

import re

from .outputs import asks, often, typed
from .sheets import A, K, N, O, P, S, Sheet, add, person
from .tables import app_batch, draw, hexes, kube_age, pick, pods_key, row_count, table
from .versioning import branch_batch
from .wide import MEANT, history_more, said_history



def titled(title: str, noun_acts: str):
    """The fix and the further choices of a sheet with a column of commit subjects."""
    def fix(rng, titles, made):
        at = titles.index(title)
        named = ["subject" if t == title else t for t in titles]
        made = said_history(rng, named, made)
        made[at] = [re.sub(r" \(#\d+\)$", "", s) for s in made[at]]
        return made

    def more(rng, titles, made):
        return history_more(rng, ["subject" if t == title else t for t in titles], made)

    return dict(fix=fix, more=more)


def topic_branch(rng):
    return branch_batch(rng, 1)[0]


def about(x):
    from .tables import since
    return "about " + since(x).replace("About a minute", "1 minute").replace("About an hour", "1 hour") + " ago"


PR_ACTS = """
1 gh pr checkout {x} => check out {s}; get {s} locally; checkout {s}; try {s} on my machine; I want {s} in my working tree
1 gh pr merge {x} => merge {s}; get {s} merged; {s} is good, merge; land {s}
1 gh pr merge {x} --squash => squash-merge {s}; merge {s} as one commit; squash {s} in
1 gh pr view {x} => show {s}; look at {s}; details of {s}; what is {s} about
1 gh pr diff {x} => diff of {s}; what does {s} change; show the changes in {s}
1 gh pr close {x} => close {s}; reject {s}; {s} can be closed; shut {s} without merging; we won't take {s}, close
1 gh pr checks {x} => checks of {s}; is ci green for {s}; ci state of {s}; do the checks pass for {s}
1 gh pr review {x} --approve => approve {s}; give {s} my approval; lgtm for {s}
1 gh pr ready {x} => mark {s} as ready for review; {s} is no draft any more; take {s} out of draft
1 gh pr view {x} --web => open {s} in the browser; show {s} on the website; {s} in my browser
"""
RUN_ACTS = """
1 gh run view {x} --log-failed => log of the failed steps of {s}; why did {s} fail, only failed steps; show only what failed in {s}
1 gh run rerun {x} => rerun {s}; run {s} again; try {s} once more; start {s} over
1 gh run rerun {x} --failed => rerun only the failed jobs of {s}; repeat just the failed jobs in {s}; retry what failed in {s}
1 gh run watch {x} => watch {s}; follow {s} until it is done; keep an eye on {s}
1 gh run view {x} => show {s}; details of {s}; look at {s}; view {s}
1 gh run cancel {x} => cancel {s}; stop {s}; abort {s}; {s} shouldn't go on
1 gh run download {x} => download the artifacts of {s}; get the artifacts of {s}; what {s} built, download
"""
STASH_ACTS = """
1 git stash pop {x} => pop {s}; bring {s} back and drop; apply {s} and remove from the list; get {s} back
1 git stash apply {x} => apply {s} but keep it in the list; apply {s}; take {s} over without dropping
1 git stash drop {x} => drop {s}; delete {s}; get rid of {s}; throw {s} away; {s} can go
1 git stash show -p {x} => show the changes of {s}; diff of {s}; what is in {s}; contents of {s} as a patch
1 git stash branch rescue {x} => make a branch rescue out of {s}; turn {s} into the branch rescue; branch rescue from {s}
"""


def stash_key(rng):
    return "stash@{0}"


stash_key.batch = lambda rng, count: [f"stash@{{{i}}}" for i in range(count)]


def ids(rng, count):
    first = rng.randint(30, 2800)
    found = [first]
    while len(found) < count:
        found.append(found[-1] - rng.choice([1, 1, 2, 3, 9]))
    return [str(n) for n in found if n > 0]


def number(rng):
    return ids(rng, 1)[0]


number.batch = ids

TITLED = [
    Sheet("gh pr list [(-L 50|--state open)]", "pull request", "pull requests", (K("ID", number), P("TITLE", lambda r: ""), P("BRANCH", topic_branch), A("CREATED AT", 3000, 9e6, about, "old", "1d 2d 7d 30d")), PR_ACTS, gap=2, counts=(4, 10, 30), **titled("TITLE", PR_ACTS)),
    Sheet("gh pr list --author '@me'", "PR", "PRs", (K("ID", number), P("TITLE", lambda r: ""), P("BRANCH", topic_branch), A("CREATED AT", 3000, 9e6, about, "old", "1d 2d 7d 30d")), PR_ACTS, gap=2, counts=(4, 10, 30), **titled("TITLE", PR_ACTS)),
    Sheet("gh run list", "run", "runs", (S("STATUS", "✓:green|successful|passing;!X:failed|red:the one that failed|the red one;*:in progress|still running:the one that's still running"), P("TITLE", lambda r: ""), P("WORKFLOW", pick("CI|CI|build|deploy|tests|nightly")), O("BRANCH", topic_branch), P("EVENT", pick("push|pull_request|schedule")), K("ID", lambda r: str(r.randint(7000000000, 9999999999))), P("ELAPSED", lambda r: f"{r.randint(1, 40)}m{r.randint(0, 59)}s")), RUN_ACTS, gap=2, counts=(4, 10, 30), bars="--log-failed|--failed ~ ✓|\\*\nrun (watch|cancel) ~ ✓|X\nrun rerun ~ \\*", **titled("TITLE", RUN_ACTS)),
    Sheet("git stash list", "stash", "stashes", (K("id", stash_key), P("subject", lambda r: "")), STASH_ACTS, header=0.0, counts=(3, 5, 8), line=lambda r, rows: "\n".join(f"{a}: {'WIP on' if (wip := r.random() < 0.4) else 'On'} {r.choice(['main', 'develop', topic_branch(r)])}: {hexes(r, 7) + ' ' if wip else ''}{b}" for a, b in rows), **titled("subject", STASH_ACTS)),
]
add(TITLED)


# Queries

QUERIES = {q: [c.strip() for c in clauses.split(";")] for q, clauses in MEANT["query"]}
THAT = ["the {n} that {c}", "the one that {c}", "the one which {c}", "whichever {n} {c}", "the {n} which {c}"]


def queries_fit(rng, titles, made):
    at = {t.lower(): i for i, t in enumerate(titles)}
    count = min(len(made[0]), len(QUERIES))
    made = [m[:count] for m in made]
    column = at["info"] if "info" in at else at["query"]
    foreign = ("VACUUM", "REFRESH", "COPY", "SELECT pg_") if "info" in at else ("OPTIMIZE", "LOCK TABLES", "SELECT * FROM customers ORDER BY RAND")
    fitting = [q for q in QUERIES if not q.startswith(foreign)]
    count = min(count, len(fitting))
    made = [m[:count] for m in made]
    chosen = rng.sample(fitting, count)
    state = made[at["command"] if "command" in at else at["state"]]
    made[column] = ["NULL" if s == "Sleep" else q for s, q in zip(state, chosen)] if "info" in at else chosen
    if "time" in at and "state" in at and at["state"] != at["time"]:
        made[at["state"]] = ["" if s == "Sleep" else rng.choice(["Sending data", "executing", "Sorting result", "Waiting for table metadata lock", "updating", "statistics"]) for s in state]
    return made


def queries_more(rng, titles, made):
    column = next(i for i, t in enumerate(titles) if t.lower() in ("info", "query"))
    told = [(i, QUERIES[q]) for i, q in enumerate(made[column]) if q in QUERIES]
    return [([way.replace("{c}", c) for c in clauses for way in THAT], [i]) for i, clauses in rng.sample(told, min(4, len(told)))] * 3


LONG = "the longest one; the longest running query; the slowest query; the one that runs forever; the query that takes longest"
DATABASES = [
    Sheet("mysql -e 'SHOW FULL PROCESSLIST'", "query", "queries", (K("Id", lambda r: str(r.randint(8, 90000))), O("User", person), P("Host", lambda r: f"10.0.{r.randint(0, 9)}.{r.randint(2, 250)}:{r.randint(30000, 60000)}"), P("db", pick("shop|crm|wiki|shop|analytics|auth")), S("Command", "Query:active|executing;Sleep:sleeping|idle"), N("Time", "seconds|run time", 1, 90000, lambda x: str(int(x)), LONG, "the newest one; the one that only just started", "60 600 3600"), P("State", lambda r: ""), P("Info", lambda r: "")), """
1 mysql -e 'KILL {x}' => kill {s}; end {s}; stop {s}; terminate {s}; get rid of {s}; abort {s}; {s} must die; {s} blocks everything, kill
1 mysql -e 'KILL QUERY {x}' => kill only the statement of {s}, keep the connection; stop what {s} executes but not its connection; end just the statement of {s}, leave the connection
1 mysql -e 'SHOW TABLES' {db} => tables in the database of {s}; which tables has the database that {s} uses
""", gap=2, counts=(4, 8, 20), fix=queries_fit, more=queries_more, bars="KILL QUERY ~ Sleep"),
    Sheet("psql -c 'SELECT pid, usename, datname, state, query FROM pg_stat_activity'", "query", "queries", (K("pid", lambda r: str(r.randint(300, 90000)), True), O("usename", person), P("datname", pick("shop|crm|wiki|analytics|auth")), S("state", "active:active|running;idle:idle|doing nothing;idle in transaction:idle in transaction|stuck in a transaction:the one that left its transaction open|the one with the open transaction"), P("query", lambda r: "")), """
1 psql -c 'SELECT pg_terminate_backend({x})' => terminate {s} with its connection; kill {s} and its connection; end the backend of {s}; get rid of {s} and its connection; terminate the backend of {s}; kill {s} for good
1 psql -c 'SELECT pg_cancel_backend({x})' => cancel {s}, but keep the connection; stop {s} gently, the connection stays; cancel only the statement of {s}
""", gap=3, counts=(4, 8, 20), fix=queries_fit, more=queries_more, bars="cancel ~ idle"),
]
add(DATABASES)


# Events of a cluster

EVENTS = [(reason, text, [c.strip() for c in clauses.split(";")]) for reason, text, clauses in MEANT["event"]]
CALM = [("Scheduled", "Successfully assigned {ns}/{p} to {node}"), ("Pulled", 'Container image "registry.example.com/{a}:{v}" already present on machine'), ("Created", "Created container {a}"), ("Started", "Started container {a}"), ("Pulling", 'Pulling image "registry.example.com/{a}:{v}"'), ("Killing", "Stopping container {a}")]


@often(5)
def events_by_meaning(rng):
    everywhere = rng.random() < 0.4
    space = draw(rng, "namespace") if rng.random() < 0.6 or everywhere else ""
    spaces = [draw(rng, "namespace") for _ in range(3)] if everywhere else [space]
    pods = pods_key.batch(rng, row_count(rng, 26, 3))
    home = {p: rng.choice(spaces) for p in pods}
    sick = rng.sample(pods, min(len(pods) - 1, rng.choice([1, 2, 2, 3, 4])))
    troubles = rng.sample(EVENTS, len(sick))
    rows = []
    for p, (reason, text, _) in zip(sick, troubles):
        rows.append([kube_age(rng.uniform(10, 5000)), "Warning", reason, f"pod/{p}", text])
        if rng.random() < 0.3:
            rows.append([kube_age(rng.uniform(10, 5000)), "Normal", "Scheduled", f"pod/{p}", f"Successfully assigned {home[p] or 'default'}/{p} to {draw(rng, 'node')}"] if "Scheduling" not in reason else rows[-1])
    for p in pods:
        if p not in sick:
            reason, text = rng.choice(CALM)
            short = re.split(r"-[a-z0-9]{8,10}-|-\d", p)[0]
            rows.append([kube_age(rng.uniform(10, 5000)), "Normal", reason, f"pod/{p}", text.replace("{ns}", home[p] or "default").replace("{p}", p).replace("{node}", draw(rng, "node")).replace("{a}", short).replace("{v}", f"1.{rng.randint(0, 40)}.{rng.randint(0, 9)}")])
    rng.shuffle(rows)
    head = ["LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"]
    if everywhere:
        head, rows = ["NAMESPACE", *head], [[home[row[3][4:]], *row] for row in rows]
    command = "kubectl get events" + (" -A" if everywhere else f" -n {space}" if space else "") + rng.choice(["", "", " --sort-by=.lastTimestamp"])
    output = typed(rng, command, always=bool(space)) + table([head, *rows])
    asked = []
    for p, (reason, text, clauses) in zip(sick, troubles):
        n = f" -n {home[p]}" if home[p] else ""
        ways = [f"the pod that {c}" for c in clauses] + [f"the one that {c}" for c in clauses] + [f"whichever pod {c}" for c in clauses]
        if len(sick) == 1:
            ways += ["the pod with the warning", "the pod in trouble", "the only one with a warning"]
        one = f"({'|'.join(ways)})"
        asked += asks(f"""
kubectl describe pod {{p}}{n} => describe {one}; details of {one}; dig into {one}; what exactly is wrong with {one}; look closer at {one}
kubectl delete pod {{p}}{n} => delete {one}; get rid of {one}; {one} can go; {one} should be recreated, delete
kubectl get pod {{p}}{n} -o yaml => yaml of {one}; spec of {one} as yaml; dump {one} as yaml
kubectl get pod {{p}}{n} -o wide => on which node is {one}, wide; get {one} with node and ip
""", p=p)
        if reason in ("BackOff", "Unhealthy", "OOMKilling"):
            asked += asks(f"kubectl logs {{p}}{n} => logs of {one}; what does {one} log; read the log of {one}", p=p) * 2
        if reason in ("BackOff", "OOMKilling"):
            asked += asks(f"kubectl logs {{p}}{n} --previous => what did {one} log before it died; logs of the previous run of {one}", p=p)
    return output, asked


# Logs of several services

SAYS = {text: [c.strip() for c in clauses.split(";")] for text, clauses in MEANT["app"]}
FINE = ["GET /api/v1/items 200 {n}ms", "GET /healthz 200 1ms", "POST /login 302 {n}ms", "connected to database", "listening on port {p}", "job {n} done in 0.{n}s", "cache hit ratio 0.{n}", "received SIGHUP, reloading", "checkpoint complete: wrote {n} buffers", "worker {n} started", "processed {n} messages", "migration 00{n} already applied", "background saving started by pid {n}", "GET /static/app.js 304 0ms", "heartbeat ok", "user {n} logged in", "scheduler: next run in {n}s"]


@often(6)
def logs_of_several(rng):
    services = app_batch(rng, rng.choice([3, 4, 5, 6, 8]))
    bad = rng.sample(services, min(len(services) - 1, rng.choice([1, 2, 2, 3])))
    said = rng.sample(list(SAYS), len(bad))
    lines, level = [], rng.random() < 0.6
    second = rng.randint(20000, 70000)
    for service, text in zip(bad, said):
        for _ in range(rng.choice([1, 1, 2, 3])):
            lines.append((rng.random(), service, ("ERROR " if level else "") + text))
        if rng.random() < 0.4:
            lines.append((rng.random(), service, ("INFO " if level else "") + rng.choice(FINE)))
    for _ in range(row_count(rng, 34, 4)):
        lines.append((rng.random(), rng.choice(services), (rng.choice(["INFO ", "INFO ", "DEBUG ", "WARN "]) if level else "") + rng.choice(FINE)))
    lines.sort()
    wide, index, stamped = max(map(len, services)) + 2, rng.choice(["-1", "-1", "_1"]), rng.random() < 0.5
    out = []
    for _, service, text in lines:
        second += rng.choice([0, 0, 1, 1, 3, 9])
        stamp = f"{second // 3600 % 24:02}:{second // 60 % 60:02}:{second % 60:02}"
        text = text.replace("{n}", str(rng.randint(11, 99))).replace("{p}", str(rng.choice([80, 3000, 5000, 8000, 8080])))
        out.append(f"{service + index:<{wide}} | " + (f"2026-03-04 {stamp} " if stamped else "") + text)
    option = rng.choice(["", "", "", " -f compose.prod.yml", " -p shop"])
    output = typed(rng, f"docker compose{option} logs" + rng.choice(["", " --tail=50", " -f", " --tail 30"]), always=bool(option)) + "\n".join(out)
    asked = []
    for service, text in zip(bad, said):
        ways = [f"the {n} that {c}" for c in SAYS[text] for n in ("service", "one")] + [f"whichever service {c}" for c in SAYS[text]]
        if len(bad) == 1:
            ways += ["the service with the error", "the failing service", "the one that's in trouble"]
        one = f"({'|'.join(ways)})"
        asked += asks(f"""
docker compose{option} restart {{x}} => restart {one}; bounce {one}; give {one} a restart; {one} needs a restart
docker compose{option} logs -f {{x}} => follow the log of just {one}; stream only the logs of {one}; keep printing what {one} logs, nothing else
docker compose{option} logs --tail={{n}} {{x}} => last {{n}} log lines of {one}; only {one}, its last {{n}} lines; tail {{n}} of {one}
docker compose{option} stop {{x}} => stop {one}; take {one} down, keep the rest; {one} should stop
docker compose{option} exec {{x}} sh => sh in {one}; get me into {one} with sh; an sh inside {one}
docker compose{option} up -d --build {{x}} => rebuild {one} and bring it up in the background; build {one} anew and start it detached
docker compose{option} exec {{x}} env => environment variables inside {one}; env of {one}; which variables does {one} see
docker compose{option} up -d --force-recreate {{x}} => recreate {one} by force, detached; force a fresh container for {one}, in the background
""", x=service, n=str(rng.choice([20, 30, 50, 100, 200])))
    if 1 < len(bad) < 4 and level:
        order = [s for s in dict.fromkeys(line[1] for line in lines if line[2].startswith("ERROR")) if s in bad]
        asked += asks(f"docker compose{option} restart {{x}} => restart all services that log errors; every service with an ERROR line should be restarted; bounce whatever logs an error", x=" ".join(order))
    return output, asked


# Crontabs

JOBS = {command: [c.strip() for c in clauses.split(";")] for command, clauses in MEANT["cron"]}
TIMES = [("0 2 * * *", "runs at two in the night"), ("*/5 * * * *", "runs every five minutes"), ("0 * * * *", "runs every hour on the hour"), ("15 4 * * 0", "runs on sundays"), ("0 0 1 * *", "runs on the first of the month"), ("@reboot", "runs at boot"), ("30 6 * * 1-5", "runs on workdays in the morning"), ("*/15 * * * *", "runs every quarter of an hour"), ("0 22 * * 5", "runs on friday evenings"), ("10 3 * * *", "runs at ten past three"), ("45 23 * * *", "runs a quarter to midnight"), ("0 */6 * * *", "runs every six hours"), ("0 12 * * *", "runs at noon"), ("5 0 * * *", "runs just after midnight"), ("*/30 9-17 * * *", "runs every half hour during the day"), ("0 5 * * 2", "runs on tuesdays"), ("20 1 * * 6", "runs on saturdays"), ("0 8 15 * *", "runs on the 15th of each month")]


@often(4)
def crontab_by_meaning(rng):
    count = row_count(rng, 18, 3)
    commands, times = rng.sample(list(JOBS), min(count, len(JOBS))), rng.sample(TIMES, min(count, len(TIMES)))
    system = rng.random() < 0.35
    lines = []
    logs = {}
    for (when, _), command in zip(times, commands):
        word = re.split(r"[ /]", command.split()[0])[-1].split(".")[0]
        tail = rng.choice(["", "", f" >> /var/log/{word}.log 2>&1", " > /dev/null 2>&1"])
        if ".log" in tail:
            logs[command] = f"/var/log/{word}.log"
        if rng.random() < 0.15:
            lines.append(rng.choice(["# do not touch", "# see the wiki", "# added by ansible", "#"]))
        lines.append(f"{when} {'root ' if system else ''}{command}{tail}")
    head = rng.choice(["", "# m h  dom mon dow   command\n", "SHELL=/bin/bash\nMAILTO=root\nPATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin\n\n", "# Edit this file to introduce tasks to be run by cron.\n#\n# For more information see the manual pages of crontab(5) and cron(8)\n#\n# m h  dom mon dow   command\n"])
    output = typed(rng, rng.choice(["cat /etc/crontab", "cat /etc/cron.d/site"]) if system else rng.choice(["sudo crontab -l", "crontab -l", "crontab -l"]), always=True) + head + "\n".join(lines)
    root = "sudo " if system or "sudo crontab" in output else ""
    asked = []
    for k in rng.sample(range(len(commands)), min(4, len(commands))):
        command = commands[k]
        ways = [f"the job that {c}" for c in JOBS[command]] + [f"the one that {c}" for c in JOBS[command]] + [f"whatever {c}" for c in JOBS[command]] + [f"the job that {times[k][1]}", f"the one that {times[k][1]}"]
        one = f"({'|'.join(ways)})"
        asked += asks(f"{root}{{c}} => run {one} now, by hand; start {one} right now; don't wait for cron: {one}, now; execute {one} manually; let {one} run once, now", c=command) * 2
        script = next((w for w in command.split() if w.endswith((".sh", ".py"))), None)
        if script:
            asked += asks(f"""
ls -l {{p}} => is the script of {one} executable, ls -l; ls -l for the script of {one}; mode and owner of the script behind {one}
less {{p}} => page through the script of {one}; read the script of {one} in less; what exactly does {one} do? its script in less
sudo chmod +x {{p}} => give the script of {one} its x bit; {one} says permission denied, make its script executable
sudo vim {{p}} => edit the script of {one} in vim; open the script of {one} with vim; let me change what {one} does, vim
""", p=script)
        if command in logs:
            asked += asks(f"""
tail -n {{n}} {{l}} => last {{n}} log lines of {one}; did {one} work? last {{n}} lines of its log; end of the log of {one}, {{n}} lines
tail -f {{l}} => follow the log of {one}; watch what {one} writes into its log
grep -i error {{l}} => error lines in the log of {one}, any case; did {one} log errors? ignore case
""", l=logs[command], n=str(rng.choice([20, 30, 50, 100])))
    return output, asked
