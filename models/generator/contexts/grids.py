"""Tables of any tool, declared: their columns, what people call the values in them, and what may be done with a row.

A request puts an action together with a choice of rows ("delete" and "the one with the most restarts"), so that reading
the table is what has to be learned.
"""

import random
from dataclasses import dataclass
from typing import Callable

from .. import phrases, values
from . import SCENES, Question
from .tables import age, amounts, draw, hexes, letters, prompt, size, stamp, table

MANY = ["{v} {ns}", "all {v} {ns}", "every {v} {n}", "all the {ns} that are {v}", "the {ns} which are {v}", "the {v} ones", "all {v} ones", "everything that is {v}", "whatever is {v}", "each {n} that's {v}"]
ONE = ["the {v} one", "the {v} {n}", "the {n} that is {v}", "the one that's {v}", "whichever {n} is {v}", "the only {v} {n}", "the {n} which is {v}"]
MOST = ["the {n} with the (most|highest|largest) {w}", "the one with the (most|highest|biggest) {w}", "whichever {n} has the (most|highest) {w}", "the {n} (using|having|with) (most|the most) {w}", "the top {n} by {w}", "the one that has the most {w}", "what has the highest {w}"]
LEAST = ["the {n} with the (least|lowest|smallest) {w}", "the one with the (least|lowest|smallest) {w}", "whichever {n} has the (least|lowest) {w}", "the one that has the least {w}"]
NAMED = ["the {v} one", "the {n} {v}", "{v}", "the one with {v} in it", "the one called {v} something", "{v}, the {n}"]
OF = ["the {ns} of {v}", "everything of {v}", "all the {ns} of {v}", "{v}'s {ns}", "whatever belongs to {v}", "all of {v}'s {ns}"]
OF_ONE = ["the {n} of {v}", "the one of {v}", "{v}'s {n}", "the {n} that belongs to {v}"]
PLACES = {0: ["the first one", "the first {n}", "the {n} in the first row", "the top one", "the one at the top"], 1: ["the second one", "the second {n}", "the {n} in row two"], -1: ["the last one", "the last {n}", "the {n} in the last row", "the bottom one", "the one at the bottom"]}


@dataclass(frozen=True)
class Column:
    """`kind`: key, name, number (`words` for how much), state (values with their words), owner, or plain."""

    title: str
    draw: Callable[[random.Random], str]
    kind: str = "plain"
    words: str = ""
    most: str = ""
    least: str = ""
    right: bool = False


@dataclass(frozen=True)
class Grid:
    """`actions`: how it is said (`{s}` the rows) and the command (`{x}` the keys, `{TITLE}` another column of one row)."""

    tool: str
    noun: str
    plural: str
    columns: tuple[Column, ...]
    actions: tuple[tuple[str, str], ...]
    single: tuple[tuple[str, str], ...] = ()
    counts: tuple[int, ...] = (3, 4, 5, 6, 8, 10, 14)
    gap: int = 3
    header: float = 0.95


def number(title, words, low, high, most="", least="", form=None, right=False):
    """A quantity, the greatest and the least standing out."""
    return Column(title, lambda rng: (low, high, form or (lambda x: str(int(x)))), "number", words, most, least, right)


def state(title, options: str):
    """`options`: value:words|words, commonest first, with semicolons between."""
    found = [o.rsplit(":", 1) for o in options.split(";")]
    return Column(title, lambda rng: found, "state")


def key(title, make):
    return Column(title, make, "key")


def owner(title, make):
    return Column(title, make, "owner")


def plain(title, make, right=False):
    return Column(title, make, "plain", right=right)


def cells(grid: Grid, rng: random.Random) -> list[list[str]]:
    count = rng.choice(grid.counts)
    made, numeric = [], {}
    for at, column in enumerate(grid.columns):
        if column.kind == "number":
            low, high, form = column.draw(rng)
            drawn = amounts(rng, count, max(low, 0.001), high)
            numeric[at] = drawn
            made.append([form(x) for x in drawn])
        elif column.kind == "state":
            options = column.draw(rng)
            usual = options[0][0]
            odd = rng.sample(options[1:], min(len(options) - 1, rng.choice([1, 1, 2])))
            row = [rng.choice([usual, usual, usual, *[o[0] for o in odd]]) for _ in range(count)]
            row[rng.randrange(count)] = odd[0][0]
            made.append(row)
        elif column.kind == "key":
            seen: list[str] = []
            while len(seen) < count:
                fresh = column.draw(rng)
                if fresh not in seen and not any(fresh.startswith(s) or s.startswith(fresh) for s in seen if len(s) > 3 and len(fresh) > 3):
                    seen.append(fresh)
            made.append(seen)
        elif column.kind == "owner":
            pool = [column.draw(rng) for _ in range(rng.choice([2, 3, 3, 4]))]
            made.append([rng.choice(pool) for _ in range(count)])
        else:
            made.append([column.draw(rng) for _ in range(count)])
    return made


def fragment(name: str, all_names: list[str]) -> str | None:
    """A part of a name that no other name has."""
    parts = [p for p in name.replace("/", "-").replace("_", "-").replace(".", "-").replace(":", "-").split("-") if len(p) > 2 and not p.isdigit()]
    own = [p for p in parts if sum(p in other for other in all_names) == 1]
    return own[0] if own else None


def choices(grid: Grid, made: list[list[str]], rng: random.Random) -> list[tuple[list[str], list[int]]]:
    """(ways to say, rows)"""
    count, found = len(made[0]), []
    keys = next(made[i] for i, c in enumerate(grid.columns) if c.kind == "key")
    put = lambda ways, **words: ["".join(w).replace("{ns}", grid.plural).replace("{n}", grid.noun).replace("{v}", words.get("v", "")).replace("{w}", words.get("w", "")) for w in ways]
    for at, column in enumerate(grid.columns):
        if column.kind == "number":
            order = sorted(range(count), key=lambda i: quantity(made[at][i]))
            if count > 1 and quantity(made[at][order[-1]]) > quantity(made[at][order[-2]]):
                ways = put(MOST, w=f"({column.words})") + [m.strip() for m in column.most.split(";") if m.strip()] * 2
                found.append((ways, [order[-1]]))
            if count > 1 and quantity(made[at][order[0]]) < quantity(made[at][order[1]]):
                ways = put(LEAST, w=f"({column.words})") + [m.strip() for m in column.least.split(";") if m.strip()] * 2
                found.append((ways, [order[0]]))
        elif column.kind == "state":
            for value, words in column.draw(rng):
                rows = [i for i in range(count) if made[at][i] == value]
                if len(rows) == 1:
                    found.append((put(ONE, v=f"({words})"), rows))
                elif 1 < len(rows) < count and len(rows) <= 5:
                    found.append((put(MANY, v=f"({words})"), rows))
        elif column.kind == "owner":
            for value in sorted(set(made[at])):
                rows = [i for i in range(count) if made[at][i] == value]
                if len(rows) == 1:
                    found.append((put(OF_ONE, v=value), rows))
                elif len(rows) < count and len(rows) <= 5:
                    found.append((put(OF, v=value), rows))
    at = rng.randrange(count)
    if part := fragment(keys[at], keys):
        found.append((put(NAMED, v=part), [at]))
    place = rng.choice([0, 1, -1])
    if count > 2:
        found.append((put(PLACES[place]), [place % count]))
    return found


def quantity(cell: str) -> float:
    """`1.2G`, `350Mi`, `12%`, `5d` as a number."""
    units = {"k": 2**10, "K": 2**10, "M": 2**20, "G": 2**30, "T": 2**40, "m": 0.001}
    digits = "".join(c for c in cell.replace("(", " ").split()[0] if c.isdigit() or c == ".")
    rest = cell.replace("(", " ").split()[0][len(digits) :]
    return float(digits) * units.get(rest[:1], 1.0) if digits else 0.0


def questions(grid: Grid, made: list[list[str]], rng: random.Random) -> list[Question]:
    titles = [c.title for c in grid.columns]
    at_key = next(i for i, c in enumerate(grid.columns) if c.kind == "key")
    asked = []
    for ways, rows in choices(grid, made, rng):
        actions = grid.actions + (grid.single if len(rows) == 1 else ())
        if not actions:
            continue
        said, written = rng.choice(actions)
        if "{" in written.replace("{x}", "") and len(rows) > 1:
            continue
        command = written.replace("{x}", " ".join(made[at_key][i] for i in rows))
        for title, column in zip(titles, made):
            command = command.replace("{" + title + "}", column[rows[0]])
            said = said.replace("{" + title + "}", column[rows[0]])
        requests = tuple(rng.choice(said.split(";")).strip().replace("{s}", rng.choice(ways)) for _ in range(4))
        asked.append(Question(requests, command, written))
    return asked


def scene_of(grid: Grid):
    def scene(rng: random.Random):
        made = cells(grid, rng)
        rows = [list(row) for row in zip(*made)]
        right = tuple(i for i, c in enumerate(grid.columns) if c.right)
        head = [[c.title for c in grid.columns]] if rng.random() < grid.header else []
        asked = questions(grid, made, rng)
        return prompt(rng, phrases.say(grid.tool, rng)) + table(head + rows, grid.gap, right), asked

    return scene


def workload(rng):
    return values.plain_name(rng)


def pod(rng):
    return f"{values.plain_name(rng)}-{letters(rng, rng.choice([8, 9, 10]))}-{letters(rng, 5)}"


def of(kind):
    return lambda rng: draw(rng, kind)


def pick(options: str):
    found = options.split("|")
    return lambda rng: rng.choice(found)


def mebi(x):
    return f"{int(x)}Mi"


def megabytes(x):
    return f"{x:.0f}MB" if x < 1000 else f"{x / 1000:.2f}GB"


def human(x):
    return size(int(x))


def percent(x):
    return f"{x:.1f}"


PODS = "Running:running|healthy;CrashLoopBackOff:crashing|crash looping|CrashLoopBackOff;Error:failed|broken|failing;ImagePullBackOff:ImagePullBackOff|not able to pull its image;Pending:pending|stuck|unscheduled;Completed:completed|finished|done;Evicted:evicted;OOMKilled:OOMKilled|out of memory;Terminating:terminating|stuck in termination;ErrImagePull:failing to pull;CreateContainerConfigError:misconfigured"
DELETE = "delete {s};remove {s};get rid of {s};{s} must go;I don't need {s} any more;please delete {s};drop {s};{s}: delete;clean up {s};throw away {s}"
LOGS = "show me the logs of {s};logs of {s};what does {s} log;why is {s} like that, show its logs;read the log of {s};let me see what {s} printed"
KILL = "kill {s};end {s};terminate {s};stop {s};{s} has to die;please kill {s};make {s} stop;get {s} off this machine"
KILL9 = "kill -9 {s};force kill {s};kill {s} the hard way;{s} ignores TERM, kill it for good"
STOP = "stop {s};shut down {s};halt {s};take {s} down;{s} should stop"
START = "start {s};bring {s} up;get {s} running;{s} should run, start it"
RESTART = "restart {s};bounce {s};{s}: restart;give {s} a restart;stop and start {s}"
INSPECT = "describe {s};details of {s};show everything about {s};why is {s} like that, describe it;tell me more about {s};inspect {s}"
EXEC = "open a shell in {s};get me into {s};shell into {s};exec into {s}"

GRIDS = [
    Grid("kubectl get pods", "pod", "pods", (key("NAME", pod), plain("READY", pick("1/1|0/1|2/2|1/2")), state("STATUS", PODS), number("RESTARTS", "restarts", 1, 400, "the one that restarts most;the pod that was restarted most often", ""), plain("AGE", age)), ((DELETE, "kubectl delete pod {x}"), (INSPECT, "kubectl describe pod {x}")), ((LOGS, "kubectl logs {x}"), ("logs of {s} from before it crashed;previous logs of {s};what did {s} say before the restart", "kubectl logs {x} --previous"), ("follow the logs of {s};stream the log of {s}", "kubectl logs -f {x}"), (EXEC, "kubectl exec -it {x} -- sh"), ("yaml of {s};show {s} as yaml", "kubectl get pod {x} -o yaml"))),
    Grid("kubectl get pods (-A|--all-namespaces)", "pod", "pods", (plain("NAMESPACE", of("namespace")), key("NAME", pod), plain("READY", pick("1/1|0/1|2/2")), state("STATUS", PODS), number("RESTARTS", "restarts", 1, 300), plain("AGE", age)), (), ((DELETE, "kubectl delete pod {x} -n {NAMESPACE}"), (LOGS, "kubectl logs {x} -n {NAMESPACE}"), (INSPECT, "kubectl describe pod {x} -n {NAMESPACE}"))),
    Grid("kubectl get pods -o wide", "pod", "pods", (key("NAME", pod), plain("READY", pick("1/1|0/1")), state("STATUS", PODS), number("RESTARTS", "restarts", 1, 90), plain("AGE", age), plain("IP", lambda r: f"10.{r.randint(0, 250)}.{r.randint(0, 250)}.{r.randint(2, 250)}"), owner("NODE", of("node"))), ((DELETE, "kubectl delete pod {x}"),), (("cordon the node of {s};no new pods on the node where {s} runs", "kubectl cordon {NODE}"), ("describe the node that {s} runs on;node details for {s}", "kubectl describe node {NODE}"), (LOGS, "kubectl logs {x}"), ("ping {s};is {s} reachable", "ping -c 4 {IP}"))),
    Grid("kubectl get deployments", "deployment", "deployments", (key("NAME", workload), state("READY", "3/3:ready|complete;0/3:down|not ready;1/3:degraded;0/1:unavailable;2/3:not fully ready"), plain("UP-TO-DATE", pick("1|2|3")), plain("AVAILABLE", pick("0|1|2|3")), plain("AGE", age)), (("restart {s};rolling restart of {s};roll out {s} again", "kubectl rollout restart deployment {x}"), (DELETE, "kubectl delete deployment {x}")), (("scale {s} to zero;shut {s} down without deleting;no replicas for {s}", "kubectl scale deployment {x} --replicas=0"), ("scale {s} to 5;five replicas of {s} please", "kubectl scale deployment {x} --replicas=5"), ("undo the last rollout of {s};roll {s} back", "kubectl rollout undo deployment {x}"), (INSPECT, "kubectl describe deployment {x}"), (LOGS, "kubectl logs deployment/{x}"))),
    Grid("kubectl get nodes", "node", "nodes", (key("NAME", of("node")), state("STATUS", "Ready:ready|healthy;NotReady:NotReady|down|unhealthy|not ready;Ready,SchedulingDisabled:cordoned|unschedulable"), plain("ROLES", pick("<none>|worker|control-plane")), plain("AGE", age), plain("VERSION", pick("v1.29.4|v1.30.1|v1.31.2"))), (("cordon {s};no new pods on {s};mark {s} unschedulable", "kubectl cordon {x}"), ("uncordon {s};let {s} take pods again", "kubectl uncordon {x}"), ("describe {s};what is wrong with {s};details of {s}", "kubectl describe node {x}")), (("drain {s};empty {s};move the pods off {s}", "kubectl drain {x} --ignore-daemonsets"), ("pods on {s};what runs on {s}", "kubectl get pods -A --field-selector spec.nodeName={x}"), ("remove {s} from the cluster;delete {s}", "kubectl delete node {x}"))),
    Grid("kubectl top pods", "pod", "pods", (key("NAME", pod), number("CPU(cores)", "cpu|cpu usage|processor use", 3, 3000, "the cpu hog;whatever eats the cpu;the busiest one", "the idlest one", lambda x: f"{int(x)}m"), number("MEMORY(bytes)", "memory|memory use|ram", 5, 6000, "the memory hog;whatever eats the memory;the hungriest one", "", mebi)), ((DELETE, "kubectl delete pod {x}"),), ((LOGS, "kubectl logs {x}"), (INSPECT, "kubectl describe pod {x}"), (EXEC, "kubectl exec -it {x} -- sh"))),
    Grid("kubectl top nodes", "node", "nodes", (key("NAME", of("node")), number("CPU(cores)", "cpu|cpu usage", 90, 9000, "the busiest node;the hottest one", "the idlest node", lambda x: f"{int(x)}m"), number("MEMORY(bytes)", "memory|memory use", 500, 90000, "the fullest node", "", mebi)), (), (("cordon {s};keep new pods off {s}", "kubectl cordon {x}"), ("describe {s};details of {s}", "kubectl describe node {x}"), ("drain {s};move everything off {s}", "kubectl drain {x} --ignore-daemonsets"))),
    Grid("kubectl get svc", "service", "services", (key("NAME", workload), state("TYPE", "ClusterIP:internal;LoadBalancer:load balanced|public;NodePort:NodePort"), plain("CLUSTER-IP", lambda r: f"10.96.{r.randint(0, 250)}.{r.randint(2, 250)}"), plain("PORT(S)", lambda r: f"{draw(r, 'port')}/TCP"), plain("AGE", age)), ((DELETE, "kubectl delete service {x}"), (INSPECT, "kubectl describe service {x}")), (("edit {s};change {s} in my editor", "kubectl edit service {x}"), ("endpoints of {s};which pods are behind {s}", "kubectl get endpoints {x}"), ("yaml of {s}", "kubectl get service {x} -o yaml"))),
    Grid("kubectl get pvc", "claim", "claims", (key("NAME", lambda r: "data-" + workload(r)), state("STATUS", "Bound:bound;Pending:pending|unbound|waiting;Lost:lost"), plain("VOLUME", lambda r: "pvc-" + hexes(r, 8)), number("CAPACITY", "capacity|space|storage", 1, 900, "the biggest one;the largest claim", "the smallest one", lambda x: f"{int(x)}Gi"), plain("ACCESS MODES", pick("RWO|RWX")), plain("AGE", age)), ((DELETE, "kubectl delete pvc {x}"), (INSPECT, "kubectl describe pvc {x}"))),
    Grid("kubectl get jobs", "job", "jobs", (key("NAME", lambda r: workload(r) + f"-{r.randint(1000, 9999)}"), state("STATUS", "Complete:complete|finished|done;Failed:failed;Running:running"), plain("COMPLETIONS", pick("1/1|0/1")), plain("AGE", age)), ((DELETE, "kubectl delete job {x}"), (INSPECT, "kubectl describe job {x}")), ((LOGS, "kubectl logs job/{x}"),)),
    Grid("helm (list|ls)", "release", "releases", (key("NAME", workload), plain("NAMESPACE", of("namespace")), number("REVISION", "revisions", 1, 60), state("STATUS", "deployed:deployed;failed:failed|broken;pending-upgrade:stuck|pending"), plain("CHART", lambda r: f"{workload(r)}-{r.randint(0, 9)}.{r.randint(0, 20)}.{r.randint(0, 9)}")), (), (("uninstall {s};remove {s};get rid of {s}", "helm uninstall {x} -n {NAMESPACE}"), ("roll back {s};undo the last upgrade of {s}", "helm rollback {x} -n {NAMESPACE}"), ("history of {s};earlier revisions of {s}", "helm history {x} -n {NAMESPACE}"), ("status of {s}", "helm status {x} -n {NAMESPACE}"), ("values of {s};which values does {s} use", "helm get values {x} -n {NAMESPACE}"))),
    Grid("docker ps (-a|--all)", "container", "containers", (plain("CONTAINER ID", lambda r: hexes(r)), plain("IMAGE", of("image")), state("STATUS", "Up 3 hours:running|up;Exited (1) 5 minutes ago:crashed|failed;Exited (0) 2 days ago:stopped|exited|finished;Restarting (1) 9 seconds ago:restarting|in a restart loop;Up 2 days (unhealthy):unhealthy|sick;Up 4 hours (Paused):paused;Exited (137) 3 hours ago:killed;Created:created but never started"), key("NAMES", workload)), (("remove {s};delete {s};get rid of {s};{s} can go", "docker rm {x}"), (START, "docker start {x}"), (RESTART, "docker restart {x}"), (STOP, "docker stop {x}"), (INSPECT, "docker inspect {x}")), ((LOGS, "docker logs {x}"), (EXEC, "docker exec -it {x} sh"), ("force remove {s};delete {s} even if it runs", "docker rm -f {x}"), ("pull a newer image for {s};update the image of {s}", "docker pull {IMAGE}"), ("follow the logs of {s}", "docker logs -f {x}"))),
    Grid("docker ps", "container", "containers", (key("CONTAINER ID", lambda r: hexes(r)), owner("IMAGE", of("image")), plain("CREATED", pick("3 hours ago|2 days ago|5 minutes ago|7 weeks ago")), plain("STATUS", pick("Up 3 hours|Up 2 days|Up 5 minutes")), plain("PORTS", lambda r: f"0.0.0.0:{draw(r, 'port')}->80/tcp"), plain("NAMES", workload)), ((STOP, "docker stop {x}"), ("kill {s}", "docker kill {x}")), (("stop {s} by name;halt {s}, by its name", "docker stop {NAMES}"), ("logs of {s}, by name", "docker logs {NAMES}"))),
    Grid("docker images", "image", "images", (plain("REPOSITORY", of("imagename")), plain("TAG", of("tag")), key("IMAGE ID", lambda r: hexes(r)), plain("CREATED", pick("3 hours ago|2 days ago|5 months ago|7 weeks ago|2 years ago")), number("SIZE", "space|size", 4, 9000, "the biggest one;the largest image;the fattest image", "the smallest image", megabytes)), (("remove {s};delete {s};get rid of {s}", "docker rmi {x}"),), (("run {s} interactively;try {s} in a shell", "docker run -it --rm {REPOSITORY}:{TAG} sh"), ("layers of {s};history of {s}", "docker history {x}"), ("save {s} to image.tar", "docker save -o image.tar {REPOSITORY}:{TAG}"), ("push {s}", "docker push {REPOSITORY}:{TAG}"))),
    Grid("docker stats --no-stream", "container", "containers", (key("NAME", workload), number("CPU %", "cpu|cpu usage", 0.1, 390, "the cpu hog;the busiest one", "", lambda x: f"{x:.2f}%"), number("MEM USAGE", "memory|ram|memory usage", 3, 12000, "the memory hog;whatever eats the ram", "", lambda x: f"{x:.1f}MiB"), plain("PIDS", lambda r: str(r.randint(1, 90)))), ((STOP, "docker stop {x}"), (RESTART, "docker restart {x}"), ("kill {s}", "docker kill {x}")), ((LOGS, "docker logs {x}"), ("processes in {s};what runs inside {s}", "docker top {x}"), ("limit {s} to 512 MB of memory;cap {s} at 512m", "docker update --memory 512m {x}"))),
    Grid("docker volume ls", "volume", "volumes", (plain("DRIVER", pick("local")), key("VOLUME NAME", lambda r: workload(r) + r.choice(["-data", "_db", "_cache", "-vol"]))), (("remove {s};delete {s}", "docker volume rm {x}"), (INSPECT, "docker volume inspect {x}"))),
    Grid("docker network ls", "network", "networks", (plain("NETWORK ID", lambda r: hexes(r)), key("NAME", lambda r: workload(r) + "-net"), state("DRIVER", "bridge:bridge;overlay:overlay;macvlan:macvlan"), plain("SCOPE", pick("local|swarm"))), (("remove {s};delete {s}", "docker network rm {x}"), (INSPECT, "docker network inspect {x}"))),
    Grid("ps aux", "process", "processes", (owner("USER", of("user")), key("PID", of("pid")), number("%CPU", "cpu|cpu usage|processor time", 0.1, 380, "the cpu hog;whatever eats the cpu;the busiest one", "", percent, True), number("%MEM", "memory|ram|memory usage", 0.1, 80, "the memory hog;whatever eats the memory;the one hogging ram", "", percent, True), state("STAT", "S:sleeping;Z:zombie|defunct;R+:running;T:stopped;D:hanging in I/O|uninterruptible"), plain("COMMAND", pick("nginx|python3 train.py|java -jar app.jar|node server.js|postgres|mysqld|redis-server|bash|vim|sshd|find / -name core|gcc -O2|make|ffmpeg|chrome|celery"))), ((KILL, "kill {x}"), (KILL9, "kill -9 {x}")), (("open files of {s};which files does {s} have open", "lsof -p {x}"), ("lower the priority of {s};make {s} nicer", "renice -n 10 -p {x}"), ("trace {s};system calls of {s}", "strace -p {x}"), ("pause {s};suspend {s}", "kill -STOP {x}"), ("continue {s};resume {s}", "kill -CONT {x}"), ("kill everything of the user who runs {s}", "pkill -u {USER}"))),
    Grid("ps -ef", "process", "processes", (owner("UID", of("user")), key("PID", of("pid")), plain("PPID", of("pid")), plain("STIME", lambda r: f"{r.randint(0, 23):02}:{r.randint(0, 59):02}"), plain("TIME", lambda r: f"00:{r.randint(0, 59):02}:{r.randint(0, 59):02}"), plain("CMD", lambda r: f"{workload(r)} {r.choice(['--config /etc/app.conf', '-d', 'run', '', '--port 8080'])}".strip())), ((KILL, "kill {x}"), (KILL9, "kill -9 {x}")), (("kill the parent of {s}", "kill {PPID}"), ("process tree of {s}", "pstree -p {x}"), ("which files does {s} have open", "lsof -p {x}"))),
    Grid("ps -eo pid,rss,pcpu,comm", "process", "processes", (key("PID", of("pid")), number("RSS", "memory|resident memory", 1000, 9000000, "the memory hog", "", None, True), number("%CPU", "cpu", 0.1, 200, "the cpu hog", "", percent, True), plain("COMMAND", workload)), ((KILL, "kill {x}"), (KILL9, "kill -9 {x}")), (("watch {s} in top;monitor {s}", "top -p {x}"),)),
    Grid("ls -l", "file", "files", (plain("", pick("-rw-r--r--|-rw-------|-rwxr-xr-x|-rw-rw-r--")), plain("", pick("1")), owner("", of("user")), plain("", of("user")), number("", "bytes|size|space", 10, 90000000, "the biggest one;the largest file;whatever is largest", "the smallest file;the tiniest one", None, True), plain("", lambda r: f"{r.choice('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split())} {r.randint(1, 28):2} {r.randint(0, 23):02}:{r.randint(0, 59):02}"), key("", lambda r: draw(r, "file").rsplit("/", 1)[-1])), (("delete {s};remove {s};get rid of {s};{s} can go", "rm {x}"), ("make {s} executable;{s} should be runnable", "chmod +x {x}"), ("only I should be able to read {s};make {s} private", "chmod 600 {x}")), (("compress {s};gzip {s}", "gzip {x}"), ("show {s};print {s};what is in {s}", "cat {x}"), ("how many lines has {s}", "wc -l {x}"), ("make root the owner of {s};{s} should belong to root", "sudo chown root {x}"), ("back {s} up;copy {s} to a .bak", "cp {x} {x}.bak"), ("move {s} to /tmp", "mv {x} /tmp/")), header=0.0, gap=1),
    Grid("ls -lh", "file", "files", (plain("", pick("-rw-r--r--|-rw-r-----|-rwxr-xr-x")), plain("", pick("1")), plain("", of("user")), number("", "size|space", 1, 9000000, "the biggest one;the largest file", "the smallest one", human, True), plain("", lambda r: f"{r.choice('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split())} {r.randint(1, 28):2} {r.randint(0, 23):02}:{r.randint(0, 59):02}"), key("", lambda r: workload(r) + r.choice([".log", ".tar.gz", ".sql", ".iso", ".csv", ".mp4"]))), (("delete {s};remove {s}", "rm {x}"), ("gzip {s};compress {s}", "gzip {x}")), (("empty {s} but keep the file;truncate {s}", "truncate -s 0 {x}"), ("last lines of {s};how does {s} end", "tail {x}"), ("move {s} to /backup", "mv {x} /backup/")), header=0.0, gap=1),
    Grid("du -sh *", "folder", "folders", (number("", "space|disk usage|size", 4, 90000000, "the biggest one;whatever takes the most room;the space hog", "the smallest one", human), key("", lambda r: workload(r))), (("delete {s};remove {s} with everything in it;get rid of {s}", "rm -r {x}"),), (("what is in {s};list {s}", "ls -la {x}"), ("pack {s};make a tarball of {s}", "tar -czf {x}.tar.gz {x}"), ("go into {s};enter {s}", "cd {x}"), ("what takes the space inside {s};subfolders of {s} by size", "du -h --max-depth=1 {x} | sort -rh"), ("move {s} to /mnt/backup", "mv {x} /mnt/backup/")), header=0.0),
    Grid("df -h", "filesystem", "filesystems", (key("Filesystem", lambda r: r.choice(["/dev/sda", "/dev/sdb", "/dev/sdc", "/dev/vda", "/dev/nvme0n1p", "/dev/mapper/vg-"]) + str(r.randint(1, 9))), plain("Size", pick("20G|50G|100G|1.8T|477G")), plain("Used", pick("18G|44G|12G|1.1T|400G")), plain("Avail", pick("2.1G|6G|88G|700G")), number("Use%", "usage|use in percent", 3, 100, "the fullest one;the one that is almost full;whatever is nearly full", "the emptiest one", lambda x: f"{int(x)}%", True), plain("Mounted on", lambda r: draw(r, "mount"))), (), (("what takes the space on {s};largest folders on {s}", "du -h --max-depth=1 {Mounted on} | sort -rh"), ("unmount {s}", "sudo umount {Mounted on}"), ("inodes of {s};is {s} out of inodes", "df -i {Mounted on}"), ("check {s} for files over 1G;find files over 1 GB on {s}", "find {Mounted on} -xdev -type f -size +1G"), ("remount {s} read-only", "sudo mount -o remount,ro {Mounted on}"))),
    Grid("systemctl list-units --type=service", "service", "services", (key("UNIT", lambda r: draw(r, "service") + ".service"), plain("LOAD", pick("loaded")), state("ACTIVE", "active:active;failed:failed|broken|dead;inactive:inactive|stopped;activating:starting|hanging at start"), plain("SUB", pick("running|exited|dead"))), ((RESTART, "sudo systemctl restart {x}"), (STOP, "sudo systemctl stop {x}"), ("disable {s};don't start {s} at boot", "sudo systemctl disable {x}"), ("status of {s};how is {s}", "systemctl status {x}")), (("logs of {s};why did {s} do that, its journal", "journalctl -u {x}"), ("reset the failed state of {s}", "sudo systemctl reset-failed {x}"), ("follow the journal of {s}", "journalctl -u {x} -f"))),
    Grid("squeue", "job", "jobs", (key("JOBID", of("jobid")), owner("PARTITION", of("partition")), plain("NAME", workload), owner("USER", of("user")), state("ST", "R:running;PD:pending|waiting|queued;CG:completing;S:suspended"), plain("TIME", lambda r: f"{r.randint(0, 23)}:{r.randint(0, 59):02}:{r.randint(0, 59):02}"), number("NODES", "nodes", 1, 64, "the biggest job", "")), (("cancel {s};kill {s};stop {s};get {s} out of the queue", "scancel {x}"), ("hold {s};keep {s} from starting", "scontrol hold {x}")), (("details of {s};everything about {s};why is {s} not running", "scontrol show job {x}"), ("cancel all jobs of the user who owns {s}", "scancel -u {USER}"), ("release {s}", "scontrol release {x}"), ("requeue {s};start {s} anew", "scontrol requeue {x}"), ("when will {s} start", "squeue --start -j {x}")), gap=2),
    Grid("sinfo -N", "node", "nodes", (key("NODELIST", of("node")), plain("NODES", pick("1")), owner("PARTITION", of("partition")), state("STATE", "idle:idle|free;down:down|dead;drained:drained;alloc:allocated|busy|full;mix:partly used")), (), (("put {s} back into service;resume {s}", "sudo scontrol update NodeName={x} State=RESUME"), ("details of {s};what is wrong with {s}", "scontrol show node {x}"), ("jobs on {s};what runs on {s}", "squeue -w {x}"), ("drain {s} for maintenance", "sudo scontrol update NodeName={x} State=DRAIN Reason=maintenance"))),
    Grid("nvidia-smi --query-compute-apps=pid,process_name,used_memory --format=csv", "process", "processes", (key("pid", of("pid")), plain("process_name", pick("python3|/usr/bin/python|ollama|java|./train|vllm|jupyter-lab|ffmpeg")), number("used_gpu_memory [MiB]", "memory|gpu memory|vram", 200, 79000, "the memory hog;whatever eats the vram", "", lambda x: f"{int(x)} MiB")), ((KILL, "kill {x}"), (KILL9, "kill -9 {x}")), (("who owns {s};which user runs {s}", "ps -o user= -p {x}"), ("command line of {s}", "ps -p {x} -o args"))),
    Grid("nvidia-smi --query-gpu=index,name,temperature.gpu,utilization.gpu,memory.used --format=csv", "GPU", "GPUs", (Column("index", lambda r: str(r.randint(0, 7)), "key"), plain("name", pick("NVIDIA A100-SXM4-80GB|NVIDIA H100 80GB HBM3|NVIDIA L40S")), number("temperature.gpu", "heat|temperature", 25, 92, "the hottest one;the hottest card", "the coolest one"), number("utilization.gpu [%]", "load|utilization", 1, 100, "the busiest one", "the idlest one;the least busy card", lambda x: f"{int(x)} %"), number("memory.used [MiB]", "memory used|memory in use", 300, 79000, "the fullest one", "the emptiest card;the one with the most free memory", lambda x: f"{int(x)} MiB")), (), (("run train.py on {s};start train.py on {s}", "CUDA_VISIBLE_DEVICES={x} python3 train.py"), ("limit {s} to 250 W;power limit of 250 watts for {s}", "sudo nvidia-smi -i {x} -pl 250"), ("details of {s};everything about {s}", "nvidia-smi -q -i {x}"), ("reset {s}", "sudo nvidia-smi -i {x} -r"), ("status of {s}", "nvidia-smi -i {x}")), counts=(3, 4, 5, 6)),
    Grid("rocm-smi", "GPU", "GPUs", (Column("Device", lambda r: str(r.randint(0, 7)), "key"), number("Temp", "heat|temperature", 30, 98, "the hottest one", "the coolest one", lambda x: f"{x:.1f}°C"), number("Power", "power|power draw", 30, 700, "the one that draws most", "", lambda x: f"{x:.1f}W"), plain("SCLK", pick("800Mhz|1700Mhz|2100Mhz")), plain("PwrCap", pick("300.0W|560.0W|750.0W")), number("VRAM%", "vram|memory", 1, 99, "the fullest one", "the emptiest one", lambda x: f"{int(x)}%"), number("GPU%", "load|utilization", 1, 100, "the busiest one", "the idlest one", lambda x: f"{int(x)}%")), (), (("run train.py on {s};start train.py on {s}", "HIP_VISIBLE_DEVICES={x} python3 train.py"), ("clocks of {s}", "rocm-smi -d {x} --showclocks"), ("cap {s} at 250 W", "sudo rocm-smi -d {x} --setpoweroverdrive 250"), ("reset {s}", "sudo rocm-smi -d {x} --gpureset")), counts=(3, 4, 5, 6)),
    Grid("ss -tulpn", "program", "programs", (plain("Netid", pick("tcp|udp")), plain("State", pick("LISTEN")), plain("Local Address:Port", lambda r: f"0.0.0.0:{draw(r, 'port')}"), plain("Peer", pick("0.0.0.0:*")), key("Process", lambda r: workload(r)), plain("PID", of("pid"))), (), ((KILL, "kill {PID}"), ("restart {s}", "sudo systemctl restart {x}"), ("stop {s}", "sudo systemctl stop {x}"), ("which files does {s} have open", "lsof -p {PID}"))),
    Grid("lsof -i", "process", "processes", (plain("COMMAND", workload), key("PID", of("pid")), owner("USER", of("user")), plain("FD", pick("3u|7u|12u")), plain("TYPE", pick("IPv4|IPv6")), plain("NAME", lambda r: f"*:{draw(r, 'port')} (LISTEN)")), ((KILL, "kill {x}"), (KILL9, "kill -9 {x}"))),
    Grid("git branch -vv", "branch", "branches", (key("", of("branch")), plain("", lambda r: hexes(r, 7)), state("", "[origin/main]:tracking main;[origin/old: gone]:gone|whose upstream is gone|without a remote any more;[ahead 2]:ahead|not pushed;[behind 7]:behind|outdated")), (("delete {s};get rid of {s}", "git branch -d {x}"), ("force delete {s};delete {s} even if unmerged", "git branch -D {x}")), (("switch to {s};check out {s}", "git switch {x}"), ("merge {s}", "git merge {x}"), ("commits of {s}", "git log --oneline {x}"), ("what would {s} change compared with main", "git diff main...{x}")), header=0.0, gap=2),
    Grid("git log --oneline", "commit", "commits", (key("", lambda r: hexes(r, 7)), plain("", lambda r: f"{r.choice(['fix', 'add', 'remove', 'update', 'rework', 'bump'])} {workload(r)}")), (("revert {s};undo {s} with a new commit", "git revert {x}"),), (("show {s};what did {s} change", "git show {x}"), ("reset hard to {s};throw away everything after {s}", "git reset --hard {x}"), ("cherry-pick {s}", "git cherry-pick {x}"), ("tag {s} as v2.0", "git tag v2.0 {x}"), ("branch off at {s} as hotfix", "git branch hotfix {x}")), header=0.0, gap=1),
    Grid("git status -s", "file", "files", (state("", "M:modified|changed;??:untracked|new;D:deleted;A:added|staged"), key("", of("file"))), (("stage {s};add {s} to the index", "git add {x}"),), (("diff of {s};what changed in {s}", "git diff {x}"), ("history of {s}", "git log -- {x}")), header=0.0, gap=1),
    Grid("apt list --upgradable", "package", "packages", (key("", of("package")), plain("", lambda r: f"{r.randint(1, 9)}.{r.randint(0, 20)}-{r.randint(1, 5)}"), plain("", pick("amd64|all")), state("", "[stable]:stable;[security]:a security update|security relevant")), (("upgrade only {s};update just {s}", "sudo apt install --only-upgrade {x}"), ("hold {s};never upgrade {s}", "sudo apt-mark hold {x}"), ("remove {s};uninstall {s}", "sudo apt remove {x}")), (("changelog of {s};what is new in {s}", "apt changelog {x}"), ("details of {s}", "apt show {x}")), header=0.0, gap=1),
    Grid("pip list --outdated", "package", "packages", (key("Package", of("pypkg")), plain("Version", lambda r: f"{r.randint(0, 5)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), plain("Latest", lambda r: f"{r.randint(6, 9)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), plain("Type", pick("wheel|sdist"))), (("upgrade {s};update {s}", "pip install --upgrade {x}"), ("uninstall {s};remove {s}", "pip uninstall {x}")), (("install exactly the latest version of {s};pin {s} to the latest version", "pip install {x}=={Latest}"), ("details of {s}", "pip show {x}"))),
    Grid("who", "user", "users", (key("", of("user")), plain("", lambda r: f"pts/{r.randint(0, 30)}"), plain("", stamp), plain("", lambda r: f"({draw(r, 'ip')})")), (), (("log {s} out;throw {s} off;kick {s}", "sudo pkill -KILL -u {x}"), ("processes of {s};what is {s} running", "ps -u {x}"), ("groups of {s}", "groups {x}"), ("lock the account of {s}", "sudo usermod -L {x}")), header=0.0, gap=2),
    Grid("cat /etc/passwd", "user", "users", (key("", of("user")), plain("", lambda r: f":x:{r.randint(1000, 3000)}:{r.randint(1000, 3000)}::/home:"), state("", "/bin/bash:with bash|using bash;/usr/sbin/nologin:without login;/bin/zsh:with zsh|using zsh;/bin/sh:with a plain sh")), (), (("delete {s} with the home directory;remove {s} and its home", "sudo userdel -r {x}"), ("lock {s}", "sudo usermod -L {x}"), ("give {s} bash as login shell", "sudo usermod -s /bin/bash {x}"), ("new password for {s}", "sudo passwd {x}"), ("let {s} use sudo", "sudo usermod -aG sudo {x}")), header=0.0, gap=0),
    Grid("sudo ufw status numbered", "rule", "rules", (Column("", lambda r: str(r.randint(1, 14)), "key"), plain("To", lambda r: f"{draw(r, 'port')}/tcp"), state("Action", "ALLOW IN:allowing something;DENY IN:denying|blocking;LIMIT IN:limiting|rate limiting"), plain("From", lambda r: r.choice(["Anywhere", draw(r, "ip")]))), (), (("delete {s};remove {s}", "sudo ufw delete {x}"),), header=0.6),
    Grid("tmux ls", "session", "sessions", (key("", workload), plain("", lambda r: f": {r.randint(1, 9)} windows (created {stamp(r)})"), state("", ":detached|not attached;(attached):attached")), (), (("attach to {s};go to {s}", "tmux attach -t {x}"), ("kill {s};end {s}", "tmux kill-session -t {x}")), header=0.0, gap=1),
    Grid("mysql -e 'SHOW PROCESSLIST'", "query", "queries", (key("Id", of("pid")), owner("User", of("user")), plain("Host", of("host")), plain("db", of("db")), state("Command", "Sleep:sleeping|idle;Query:running|active"), number("Time", "seconds|time|run time", 1, 90000, "the longest one;the longest running query;the slowest query", "the newest one")), (), (("kill {s};end {s};stop {s}", "mysql -e 'KILL {x}'"), ("kill only the statement of {s}, keep the connection", "mysql -e 'KILL QUERY {x}'"))),
    Grid("lsblk -o NAME,SIZE,TYPE,MOUNTPOINT", "partition", "partitions", (key("NAME", lambda r: r.choice(["sda", "sdb", "sdc", "nvme0n1p", "vdb"]) + str(r.randint(1, 9))), number("SIZE", "space|size", 1, 1800, "the biggest one;the largest partition", "the smallest one", lambda x: f"{int(x)}G"), plain("TYPE", pick("part")), state("MOUNTPOINT", "/data:mounted;-:unmounted|not mounted|free")), (), (("mount {s} at /mnt", "sudo mount /dev/{x} /mnt"), ("make an ext4 filesystem on {s};format {s} with ext4", "sudo mkfs.ext4 /dev/{x}"), ("check the filesystem on {s}", "sudo fsck /dev/{x}"), ("uuid of {s}", "sudo blkid /dev/{x}"), ("unmount {s}", "sudo umount /dev/{x}"))),
    Grid("zpool list", "pool", "pools", (key("NAME", workload), plain("SIZE", pick("3.62T|10.9T|928G")), number("CAP", "capacity used|usage", 2, 98, "the fullest one", "the emptiest one", lambda x: f"{int(x)}%"), state("HEALTH", "ONLINE:healthy|online;DEGRADED:degraded|broken;FAULTED:faulted|dead")), (("scrub {s};start a scrub of {s}", "sudo zpool scrub {x}"), ("status of {s};what is wrong with {s}", "zpool status {x}")), (("export {s}", "sudo zpool export {x}"), ("clear the errors of {s}", "sudo zpool clear {x}"))),
    Grid("atq", "job", "jobs", (key("", lambda r: str(r.randint(2, 400))), plain("", lambda r: f"{r.choice('Mon Tue Wed Thu Fri'.split())} {r.choice('Jan Feb Mar'.split())} {r.randint(1, 28)} {r.randint(0, 23):02}:{r.randint(0, 59):02}:00 2026 a"), owner("", of("user"))), (("remove {s};cancel {s};delete {s}", "atrm {x}"),), (("show what {s} would run;content of {s}", "at -c {x}"),), header=0.0, gap=2),
    Grid("virsh list --all", "machine", "machines", (plain("Id", lambda r: r.choice(["-", str(r.randint(1, 40))])), key("Name", workload), state("State", "running:running|up;shut off:off|shut off|stopped;paused:paused;crashed:crashed")), ((START, "virsh start {x}"), ("shut {s} down;stop {s}", "virsh shutdown {x}")), (("reboot {s}", "virsh reboot {x}"), ("power off {s} hard;pull the plug of {s}", "virsh destroy {x}"), ("console of {s}", "virsh console {x}"))),
]
for grid in GRIDS:
    SCENES.append(scene_of(grid))
