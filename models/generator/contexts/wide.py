"""Long pastes: full tables with many columns, logs and histories in which the row is told by what it means."""

import dataclasses
import re
from pathlib import Path

from .. import values
from . import SCENES
from .outputs import asks, machine, often, typed
from .sheets import A, K, N, O, P, S, Sheet, T, add, clock, person, point, sheet_scene
from .sheets_processes import CPU_IDIOMS, MEM_IDIOMS, PROC_ACTS
from .tables import amounts, distinct, duration, hexes, human, pick, row_count, workload
from .versioning import COMMIT_ACTS, decorated, graph, subject_batch


def meanings() -> dict[str, list[list[str]]]:
    found, now = {}, []
    for line in (Path(__file__).parent / "meanings.txt").read_text().splitlines():
        if line.startswith("## "):
            now = found.setdefault(line[3:].strip(), [])
        elif line.strip() and not line.startswith("#"):
            now.append([part.strip() for part in line.split(" | ")])
    return found


MEANT = meanings()
CLAUSES = {subject: clauses for subject, clauses in MEANT["commit"]}
DID = ["the {n} that {c}", "the one that {c}", "the {n} which {c}", "whichever {n} {c}"]


# Histories

def put_style(rng, text: str, shape: float) -> str:
    lower = text[0].lower() + text[1:]
    if shape < 0.3:
        kind = "fix" if text.startswith("Fix") else "docs" if text.startswith(("Document", "Update license")) else "chore" if text.startswith(("Bump", "Update", "Pin", "Format")) else "test" if "test" in text else rng.choice(["feat", "refactor", "perf", "chore"])
        return f"{kind}{rng.choice(['', '', '(api)', '(web)', '(core)', '(infra)'])}: {lower}"
    return lower if shape < 0.55 else f"[{rng.choice(['OPS', 'WEB', 'API', 'SHOP'])}-{rng.randint(20, 4900)}] {text}" if shape < 0.65 else text


def said_history(rng, titles, made):
    count = min(len(made[0]), 40)
    made = [m[:count] for m in made]
    telling = rng.sample(list(CLAUSES), min(len(CLAUSES), max(2, int(count * rng.choice([0.4, 0.7, 1.0])))))[:count]
    rest = subject_batch(rng, count - len(telling)) if count > len(telling) else []
    shape = rng.random()
    subjects = [(put_style(rng, t, shape if rng.random() < 0.8 else rng.random()) if t not in ("WIP", "Initial commit") and not t.startswith(("Merge", "Revert")) else t, t) for t in telling]
    subjects += [(t, "") for t in rest]
    rng.shuffle(subjects)
    first = [s for s in subjects if s[1] == "Initial commit"]
    subjects = [s for s in subjects if s[1] != "Initial commit"] + first
    number = rng.random() < 0.3
    made[titles.index("subject")] = [s + (f" (#{rng.randint(20, 3900)})" if number and rng.random() < 0.8 else "") for s, _ in subjects]
    if "ref" in titles:
        made[titles.index("ref")] = [f"HEAD@{{{i}}}:" for i in range(count)]
    if "when" in titles:
        made[titles.index("when")] = sorted(made[titles.index("when")], key=duration)
    return made


def plain_subject(text: str) -> str | None:
    bare = re.sub(r" \(#\d+\)$", "", text)
    bare = re.sub(r"^\[\w+-\d+\] |^\w+(\(\w+\))?: ", "", bare)
    for known in CLAUSES:
        if bare.lower() == known.lower():
            return known
    return None


def history_more(rng, titles, made):
    subjects, found = made[titles.index("subject")], []
    told = [(i, known) for i, s in enumerate(subjects) if (known := plain_subject(s))]
    for i, known in rng.sample(told, min(len(told), 6)):
        clauses = [c.strip() for c in CLAUSES[known].split(";")]
        found += [([way.replace("{c}", c) for c in clauses for way in DID], [i])] * 3
    if len(told) > 1:
        (i, a), (j, b) = rng.sample(told, 2)
        a, b = (rng.choice([c.strip() for c in CLAUSES[x].split(";")]) for x in (a, b))
        found.append(([f"the {{n}} that {a} and the one that {b}", f"both the one that {a} and the one that {b}"], [i, j]))
    return found


SUBJECT, COMMIT = P("subject", lambda r: ""), K("id", lambda r: hexes(r, 7))
LOGS = dict(header=0.0, counts=(4, 8, 12), fix=said_history, more=history_more)
ONELINE = lambda rng, rows: "\n".join(f"{h} {s}" for h, s in rows)
BODIES = ["", "", "", "Reviewed-by: {p}\n", "Closes #{k}\n", "See the thread from last week.\n", "This was reported by a customer and took a while to find.\nNo change for anybody else.\n", "Signed-off-by: {p} <{p}@example.com>\n", "Co-authored-by: {p} <{p}@example.com>\n", "We had this in staging for two weeks, nothing came up.\n"]


def full_log(rng, rows):
    out, day = [], rng.randint(20, 28)
    for h, w, s in rows:
        body = rng.choice(BODIES).replace("{p}", person(rng)).replace("{k}", str(rng.randint(10, 4000)))
        day = max(1, day - rng.choice([0, 0, 1, 2]))
        out.append(f"commit {h}\nAuthor: {w.title()} <{w}@example.com>\nDate:   {rng.choice(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'])} Mar {day} {clock(rng)}:{rng.randint(10, 59)} 2026 +0100\n\n    {s}\n" + ("\n" + "\n".join("    " + line for line in body.splitlines()) + "\n" if body else ""))
    return "\n".join(out).rstrip()


HISTORIES = [
    Sheet("git log --oneline [(-40|-n 50|main..|origin/main..HEAD)]", "commit", "commits", (COMMIT, SUBJECT), COMMIT_ACTS, line=ONELINE, **LOGS),
    Sheet("git log --oneline [(-40|--no-merges|--first-parent)]", "commit", "commits", (COMMIT, SUBJECT), COMMIT_ACTS, line=ONELINE, **LOGS),
    Sheet("git log --oneline --graph [--all]", "commit", "commits", (COMMIT, SUBJECT), COMMIT_ACTS, line=graph, **LOGS),
    Sheet("git log --oneline --decorate [-50]", "commit", "commits", (COMMIT, SUBJECT), COMMIT_ACTS, line=decorated, **LOGS),
    Sheet("git log [(--no-merges|-n 20|main..)]", "commit", "commits", (K("id", lambda r: hexes(r, 40)), O("who", person), SUBJECT), COMMIT_ACTS, line=full_log, **LOGS),
    Sheet("git log --abbrev-commit [(-20|main..)]", "commit", "commits", (COMMIT, O("who", person), SUBJECT), COMMIT_ACTS, line=full_log, **LOGS),
    Sheet("git log --pretty=format:'\\%h \\%an \\%ar \\%s'", "commit", "commits", (COMMIT, O("who", person), A("when", 3600, 9e6, lambda x: since_ago(x)), SUBJECT), COMMIT_ACTS, line=lambda rng, rows: "\n".join(" ".join(r) for r in rows), **LOGS),
]


def since_ago(x):
    from .tables import since
    return since(x).replace("About an", "1").replace("About a", "1") + " ago"




# Journals

QUIET = ["CRON[{p}]: (root) CMD (cd / && run-parts --report /etc/cron.hourly)", "systemd[1]: Started Session {n} of user {u}.", "systemd[1]: session-{n}.scope: Deactivated successfully.", "systemd-logind[812]: New session {n} of user {u}.", "sshd[{p}]: Accepted publickey for {u} from 10.0.{n}.{m} port 5{n}22 ssh2", "systemd[1]: Starting apt-daily.service - Daily apt download activities...", "systemd[1]: Finished logrotate.service - Rotate log files.", "kernel: [UFW BLOCK] IN=eth0 OUT= SRC=203.0.113.{n} DST=10.0.0.{m} PROTO=TCP DPT=23", "systemd-resolved[701]: Clock change detected. Flushing caches.", "dbus-daemon[640]: [system] Successfully activated service 'org.freedesktop.timedate1'", "postfix/qmgr[1201]: 4F2A{n}: from=<{u}@example.com>, size={p}, nrcpt=1 (queue active)", "systemd[1]: Reloading nginx.service - A high performance web server...", "rsyslogd: [origin software=\"rsyslogd\" swVersion=\"8.2312.0\"] rsyslogd was HUPed", "sudo: {u} : TTY=pts/{m} ; PWD=/home/{u} ; USER=root ; COMMAND=/usr/bin/apt update", "systemd-networkd[655]: eth0: DHCPv4 address 10.0.{n}.{m}/24 acquired", "dockerd[1322]: time=\"2026-03-04T10:{n}:00\" level=info msg=\"ignoring event\" container={h}", "NetworkManager[701]: <info> dhcp4 (eth0): state changed new lease", "anacron[{p}]: Job `cron.daily' terminated", "kernel: docker0: port {m}(veth{v}) entered forwarding state", "fwupd[{p}]: {n}:12:01.2 FuEngine Fwupd: no metadata update needed", "containerd[1011]: level=info msg=\"shim disconnected\" id={h}"]
TROUBLED_ACTS = """
sudo systemctl restart {x} => restart {s}; bounce {s}; give {s} a restart; another start for {s}; try {s} once more
journalctl -u {x} -n {n} => last {n} journal lines of {s}; {n} newest journal entries of just {s}; show me {n} lines of the journal for {s} only; what else did {s} log, {n} lines
journalctl -u {x} -b => everything {s} logged since boot; journal of {s}, this boot only; log of {s} since the machine came up
journalctl -u {x} -f => follow the journal of {s}; keep watching what {s} logs; live log of {s}
systemctl status {x} => status of {s}; how is {s} now; is {s} up again, status; check on {s}
sudo systemctl stop {x} => stop {s}; shut {s} down; {s} shouldn't run for now, stop it; take {s} down
sudo systemctl disable --now {x} => we don't need {s}, stop and disable; turn {s} off for good, also at boot; disable and stop {s}
systemctl cat {x} => unit file of {s}; how is {s} defined, the unit; show the unit definition of {s}
sudo systemctl edit {x} => add an override for {s}; override settings of {s}; drop-in for {s}
"""
TROUBLE = ["the service that {c}", "the one that {c}", "the unit that {c}", "the daemon that {c}", "whichever service {c}", "the one which {c}"]


@often(8)
def journal_by_meaning(rng):
    h, t = machine(rng).split(".")[0], rng.randint(0, 60000)
    some = rng.sample(MEANT["unit"], rng.choice([1, 2, 2, 3, 4, 5]))
    lines = []
    for unit, program, message, _ in some:
        pid = rng.randint(400, 90000)
        for _ in range(rng.choice([1, 1, 2, 3])):
            lines.append((rng.random(), f"{program}[{pid}]: {message}"))
        if rng.random() < 0.6:
            at = lines[-1][0]
            lines.append((at + 0.001, f"systemd[1]: {unit}.service: Main process exited, code=exited, status={rng.choice(['1/FAILURE', '2/INVALIDARGUMENT', '203/EXEC', '255/EXCEPTION'])}"))
            lines.append((at + 0.002, f"systemd[1]: {unit}.service: Failed with result 'exit-code'."))
    others = row_count(rng, 34, 3)
    programs = {program.split("/")[0] for _, program, *_ in some}
    for _ in range(others):
        text = rng.choice([q for q in QUIET if re.split(r"[\[/:]", q)[0] not in programs])
        for slot, value in {"{p}": rng.randint(400, 90000), "{n}": rng.randint(11, 99), "{m}": rng.randint(2, 9), "{u}": person(rng), "{h}": hexes(rng, 12), "{v}": hexes(rng, 7)}.items():
            text = text.replace(slot, str(value))
        lines.append((rng.random(), text))
    used = {u for u, *_ in some}
    healthy = rng.choice([u for u, *_ in MEANT["unit"] if u not in used and "@" not in u])
    if rng.random() < 0.5:
        lines.append((rng.random(), f"systemd[1]: Started {healthy}.service."))
    style = rng.choice(["short", "short", "short", "iso"])
    out, second = [], t
    for _, text in sorted(lines):
        second += rng.choice([0, 0, 1, 2, 7, 40])
        stamp = f"{second // 3600 % 24:02}:{second // 60 % 60:02}:{second % 60:02}"
        out.append((f"Mar 04 {stamp} {h} " if style == "short" else f"2026-03-04T{stamp}+01:00 {h} ") + text)
    command = rng.choice(["journalctl -b", "journalctl -e", "journalctl --since today", "journalctl -n 50", "sudo journalctl --since '1 hour ago'", "tail -n 50 /var/log/syslog", "journalctl -p notice -b"])
    output = typed(rng, command, host=h) + "\n".join(out)
    asked = []
    for unit, _, _, clauses in some:
        one = "(" + "|".join(way.replace("{c}", c.strip()) for c in clauses.split(";") for way in TROUBLE) + ")"
        one = one if len(some) > 1 or rng.random() < 0.6 else "(the service in trouble there|the one with the error|whatever is failing in there|the broken service)"
        asked += asks(TROUBLED_ACTS.replace("{s}", one), x=unit, n=str(rng.choice([20, 30, 50, 100, 200])))
    if 1 < len(some) < 5:
        failed = sorted({u for u, *_ in some if any(f"{u}.service: Failed" in line for line in out)}, key=lambda u: next(i for i, line in enumerate(out) if f"{u}.service: Failed" in line))
        if 1 < len(failed):
            asked += asks("sudo systemctl restart {x} => restart (everything that failed with an exit code|all units that systemd marks failed there|all services that ended with result exit-code); (whatever systemd says failed|the units that failed with result exit-code) should be restarted", x=" ".join(failed))
    return output, asked


# Processes

RUNS = """
{p} | python3 train.py --config configs/{w}.yaml --lr {l} --seed {k} | the training with {w}.yaml; the {w} training; the training run on the {w} config
{p} | python -u finetune.py --model llama-{k}b --data /data/{w} | the finetuning on {w}; the one that trains on /data/{w}
{p} | /opt/conda/envs/{w}/bin/python -m jupyter lab --port {port} --no-browser | the jupyter on port {port}; the notebook server at {port}
{p} | ssh -N -L {port}:localhost:5432 {p}@{h} | the tunnel to {h}; the port forwarding on {port}; the ssh tunnel that listens on {port}
{p} | ssh -f -N -R {port}:localhost:22 relay@{h} | the reverse tunnel via {h}; the ssh that forwards {port} back
root | rsync -aHAX --delete /srv/{w}/ backup@{h}:/backup/{w}/ | the backup of {w}; the rsync of /srv/{w}; the copy of {w} to {h}
root | /usr/bin/rsync -avz --partial /home/{w} {h}:/mnt/{w} | the rsync to {h}; the transfer of /home/{w}
root | tar -czf /backup/{w}-2026-03-04.tar.gz /srv/{w} | the tar of {w}; the one packing /srv/{w}; whatever compresses {w}
postgres | /usr/lib/postgresql/15/bin/postgres -D /var/lib/postgresql/15/{w} | the database cluster {w}; the postgres of {w}
postgres | postgres: 15/main: {u} {w} 10.0.0.{k}({port}) SELECT | the select of {u} on {w}; the query in the database {w}; the backend of {u}
postgres | postgres: 15/main: {u} {w} 10.0.0.{k}({port}) idle in transaction | the session of {u} that is idle in transaction; the database connection that forgot to commit on {w}
www-data | gunicorn: worker [{w}] | the gunicorn worker of {w}; the web worker for {w}
{s} | java -Xms2g -Xmx{k}g -Dserver.port={port} -jar /opt/{w}/{w}.jar | the java service {w}; the jar of {w}; the one on server port {port}
{s} | java -Xmx8g -cp /usr/share/{w}/lib/* org.apache.{w}.Main --config /etc/{w}.properties | the java program {w}; the one with /etc/{w}.properties
node | node --max-old-space-size=4096 /srv/{w}/dist/server.js --port {port} | the node server of {w}; the node app at port {port}
{p} | node /home/{p}/{w}/node_modules/.bin/vite --host --port {port} | the dev server of {w}; the vite on {port}
redis | /usr/bin/redis-server 127.0.0.1:{port} | the redis on port {port}; the redis at {port}
mysql | /usr/sbin/mysqld --defaults-file=/etc/mysql/{w}.cnf --port={port} | the mysql with {w}.cnf; the mysql instance on {port}
{p} | ffmpeg -i /media/{w}.mkv -c:v libx265 -crf {k} /media/out/{w}.mp4 | the conversion of {w}; the ffmpeg working on {w}.mkv
{p} | /bin/bash /home/{p}/bin/{w}.sh --loop | the script {w}.sh; the shell loop {w}
root | /bin/sh -c /usr/local/bin/{w}-sync.sh >> /var/log/{w}.log 2>&1 | the sync of {w}; the cron job of {w}
celery | celery -A {w} worker -Q {u} --concurrency={k} | the celery worker of the {u} queue; the worker on queue {u}
deploy | sidekiq 7.2.4 {w} [{k} of 25 busy] | the sidekiq of {w}; the background jobs of {w}
deploy | uvicorn {w}.main:app --host 0.0.0.0 --port {port} --workers {k} | the uvicorn on {port}; the api of {w}
prometheus | /usr/bin/prometheus --config.file=/etc/prometheus/{w}.yml --web.listen-address=:{port} | the prometheus with {w}.yml; the prometheus at {port}
{p} | vim /etc/{w}/{w}.conf | the editor on {w}.conf; the vim that has {w}.conf open
{p} | less /var/log/{w}.log | the less on {w}.log; the pager showing {w}.log
{p} | tail -F /var/log/{w}/error.log | the tail of {w}; whatever follows {w}'s error log
root | find / -xdev -name *.{w} -mtime +{k} | the find for {w} files; the search through the whole disk
{p} | /opt/google/chrome/chrome --type=renderer --profile-directory={w} | the chrome of the profile {w}; the browser with profile {w}
{p} | make -j{k} -C /home/{p}/src/{w} | the build of {w}; the make in {w}
{p} | cc1plus -quiet -O2 -Wall src/{w}.cc | the compiler working on {w}.cc; the compilation of {w}
{p} | docker run --rm -it -p {port}:80 {w}:latest | the docker run of {w}; the foreground container of {w}
root | dd if=/dev/sdb of=/backup/{w}.img bs=4M | the dd into {w}.img; the disk copy to {w}.img
root | qemu-system-x86_64 -name {w} -m {k}096 -smp 4 -enable-kvm | the vm {w}; the virtual machine {w}
{p} | tmux new-session -s {w} | the tmux session {w}; the tmux named {w}
{p} | mpirun -np {k} ./{w}_solver --input {w}.dat | the mpi run of {w}; the solver for {w}
{p} | Rscript /home/{p}/analysis/{w}.R | the R script {w}; the R analysis {w}
{p} | matlab -nodisplay -r {w} | the matlab job {w}
{p} | ollama runner --model /home/{p}/.ollama/models/{w} --port {port} | the ollama runner of {w}; the ollama at {port}
{p} | python3 -m vllm.entrypoints.openai.api_server --model /models/{w} --port {port} | the vllm that serves {w}; the inference server at {port}
{p} | wget -c -r https://{h}.example.com/{w}/ | the download of {w}; the wget from {h}
root | /usr/sbin/apache2 -k start -f /etc/apache2/{w}.conf | the apache with {w}.conf
nobody | /usr/sbin/dnsmasq -x /run/dnsmasq/{w}.pid | the dnsmasq of {w}
"""
PROGRAMS = [[part.strip() for part in line.split(" | ")] for line in RUNS.strip().splitlines()]
DAEMONS = "/sbin/init splash|/lib/systemd/systemd-journald|/lib/systemd/systemd-udevd|/lib/systemd/systemd-logind|/usr/sbin/cron -f -P|@dbus-daemon --system --address=systemd: --nofork|/usr/sbin/rsyslogd -n -iNONE|sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups|/usr/sbin/chronyd -F 1|/usr/bin/containerd|/usr/bin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock|/usr/sbin/smartd -n|/usr/libexec/polkitd --no-debug|/sbin/agetty -o -p -- \\u --noclear tty1 linux|[kworker/0:1-events]|[kworker/u16:3-flush-8:0]|[ksoftirqd/0]|[rcu_preempt]|[migration/1]|[kswapd0]|[jbd2/sda2-8]|/usr/bin/python3 /usr/bin/networkd-dispatcher --run-startup-triggers|/usr/sbin/irqbalance --foreground|/usr/lib/snapd/snapd|nginx: master process /usr/sbin/nginx -g daemon on; master_process on;|nginx: worker process|/usr/sbin/NetworkManager --no-daemon|/usr/libexec/upowerd|/usr/sbin/acpid|(sd-pam)|/lib/systemd/systemd --user".split("|")


class Runs:
    """Command lines with what they are called; some of them twins: the same program with another value."""

    def __init__(self, rng, count: int):
        self.rows = []
        people = [person(rng) for _ in range(rng.choice([2, 3, 4, 5]))]
        taken = set()
        while len(self.rows) < count:
            if rng.random() < 0.3:
                command = rng.choice(DAEMONS)
                user = "root" if command.startswith(("/sbin", "/lib/systemd/systemd-j", "[", "sshd", "nginx: m", "/usr/bin/dock")) else "www-data" if "nginx: w" in command else "root"
                self.rows.append((user, command, []))
                continue
            user, command, said = rng.choice(PROGRAMS)
            for _ in range(rng.choice([1, 1, 1, 2, 3])):
                slots = {"{p}": rng.choice(people), "{w}": re.sub(r"[^a-z0-9]", "", values.word(rng).lower()) or "data", "{k}": str(rng.choice([2, 4, 6, 7, 8, 12, 16, 24])), "{l}": rng.choice(["3e-4", "1e-3", "0.01"]), "{port}": str(rng.choice([3000, 3001, 5173, 6379, 6380, 8000, 8001, 8080, 8081, 8888, 9090, rng.randint(1100, 60000)])), "{h}": machine(rng).split(".")[0], "{u}": rng.choice(["emails", "reports", "images", "billing", "orders", "exports", "default", "high"]), "{s}": rng.choice(["tomcat", "app", "svc", "jenkins"])}
                one = [user, command, said]
                for slot, value in slots.items():
                    one = [text.replace(slot, value) for text in one]
                if one[1] not in taken and len(self.rows) < count:
                    taken.add(one[1])
                    self.rows.append((one[0], one[1], [w.strip() for w in one[2].split(";")]))
        rng.shuffle(self.rows)


def runs_fit(rng, titles, made):
    at, count = {t: i for i, t in enumerate(titles)}, len(made[0])
    runs = Runs(rng, count)
    user = at["USER" if "USER" in at else "UID"]
    command = at["COMMAND" if "COMMAND" in at else "CMD" if "CMD" in at else "COMMAND"]
    made[user] = [r[0] for r in runs.rows]
    made[command] = [r[1] for r in runs.rows]
    for i, (_, text, _) in enumerate(runs.rows):
        if text in DAEMONS and not text.startswith("[") and rng.random() < 0.85:
            for title, value in (("%CPU", f"{rng.uniform(0, 0.4):.1f}"), ("%MEM", f"{rng.uniform(0, 0.5):.1f}")):
                if title in at:
                    made[at[title]][i] = value
        if text.startswith("["):
            for title, zero in (("%CPU", "0.0"), ("%MEM", "0.0"), ("VSZ", "0"), ("RSS", "0")):
                if title in at:
                    made[at[title]][i] = zero
    pid = at["PID"]
    if rng.random() < 0.75:
        order = sorted(range(count), key=lambda i: int(made[pid][i]))
        made[pid] = [made[pid][i] for i in order]
    if "RSS" in at and "%MEM" in at:
        total = rng.choice([79, 158, 320, 640])
        made[at["RSS"]] = [str(int(float(m) * total * 1000 + rng.randint(0, 900))) if m != "0.0" else "0" for m in made[at["%MEM"]]]
    if "PPID" in at:
        pids = [int(p) for p in made[pid]]
        made[at["PPID"]] = ["2" if t.startswith("[") else "1" if rng.random() < 0.6 or not (earlier := [q for q in pids if q < p]) else str(rng.choice(earlier[-4:])) for (_, t, _), p in zip(runs.rows, pids)]
    runs_fit.said = {r[1]: r[2] for r in runs.rows if r[2]}
    return made


def runs_more(rng, titles, made):
    command = titles.index("COMMAND" if "COMMAND" in titles else "CMD")
    cells, found = made[command], []
    said = [(i, runs_fit.said[c]) for i, c in enumerate(cells) if c in runs_fit.said]
    for i, ways in rng.sample(said, min(len(said), 5)):
        own = [w for w in ways if all(w not in other for j, other in said if j != i)]
        if own:
            found += [(own, [i])] * 2
    if "PPID" in titles:
        parents = made[titles.index("PPID")]
        pids = made[titles.index("PID")]
        for parent in {p for p in parents if parents.count(p) > 1 and p in pids}:
            rows = [i for i, p in enumerate(parents) if p == parent]
            if 1 < len(rows) < 6:
                found.append(([f"all children of {parent}", f"everything {parent} has started", f"the processes whose parent is {parent}", f"the children of process {parent}"], rows))
    return found


USERS = O("USER", person)
STAT = S("STAT", "S:-;Ss:-;R:running|runnable:the one that is on the cpu right now;T:stopped|suspended:the one somebody stopped with ctrl-z;D:in uninterruptible sleep|stuck in D state|waiting on disk:the one waiting for io|the one stuck in D")
CPU, MEM = N("%CPU", "cpu|cpu usage|processor time", 0.1, 390, point, CPU_IDIOMS, "", "10% 50% 90% 100%", True), N("%MEM", "memory|ram|memory usage|mem", 0.1, 48, point, MEM_IDIOMS, "", "5% 10% 20%", True)
PID = K("PID", lambda r: str(r.randint(300, r.choice([9000, 60000, 3900000]))), True)
START = P("START", lambda r: r.choice([clock(r)] * 3 + ["Mar02", "Feb11", "Jan19", "Mar03", "2025"]))
FULL = (USERS, PID, CPU, MEM, P("VSZ", lambda r: str(r.randint(10000, 9000000)), True), P("RSS", lambda r: "0", True), P("TTY", pick("?|?|?|?|pts/0|pts/3|pts/1")), STAT, START, P("TIME", lambda r: f"{r.randint(0, 900)}:{r.randint(0, 59):02}", True), P("COMMAND", lambda r: ""))
PARENTS = "kill {PPID} => kill the parent of {s}; end the process that started {s}; get rid of the parent of {s}; kill whatever spawned {s}; {s} comes back all the time, kill its parent\nps -fp {PPID} => show the parent of {s}; which process started {s}, ps -f; what is the parent process of {s}, full line\n"
MANY_RUNS = dict(bars="kill -CONT ~ ^[^T]\nkill -STOP ~ ^T", fix=runs_fit, more=runs_more, header=0.95, counts=(4, 10, 30), gap=1)
TOP_LINE = lambda r, rows: f"top - {clock(r)}:{r.randint(10, 59)} up {r.randint(2, 90)} days, {clock(r)},  {r.randint(2, 9)} users,  load average: {r.uniform(0, 20):.2f}, {r.uniform(0, 20):.2f}, {r.uniform(0, 20):.2f}\nTasks: {r.randint(200, 500)} total,   {r.randint(1, 9)} running, {r.randint(90, 400)} sleeping,   0 stopped,   {r.randint(0, 3)} zombie\n%Cpu(s): {r.uniform(1, 90):4.1f} us, {r.uniform(0, 9):4.1f} sy,  0.0 ni, {r.uniform(10, 90):4.1f} id,  {r.uniform(0, 9):.1f} wa,  0.0 hi,  0.1 si,  0.0 st\nMiB Mem :  {r.choice([15887.2, 31990.8, 64216.5, 128662.4])} total,  {r.uniform(200, 9000):.1f} free,  {r.uniform(2000, 15000):.1f} used,  {r.uniform(500, 9000):.1f} buff/cache\nMiB Swap:   {r.choice([2048.0, 4096.0, 8192.0])} total,  {r.uniform(0, 2000):.1f} free,  {r.uniform(0, 2000):.1f} used.  {r.uniform(900, 9000):.1f} avail Mem\n\n"


def top_fit(rng, titles, made):
    made = runs_fit(rng, titles, made)
    at = titles.index("COMMAND")
    full = made[at]
    made[at] = [c.strip("[]").split()[0].rstrip(":").rsplit("/", 1)[-1].lstrip("@-(")[:15].rstrip(")") for c in full]
    runs_fit.said = {}
    order = sorted(range(len(full)), key=lambda i: -float(made[titles.index("%CPU")][i]))
    return [[m[i] for i in order] for m in made]


PROCESSES = [
    Sheet("ps (aux|auxww|auxw)", "process", "processes", FULL, PROC_ACTS + PROC_ACTS, **MANY_RUNS),
    Sheet("ps aux (--sort=-\\%mem|--sort=-\\%cpu|--sort -\\%mem)", "process", "processes", FULL, PROC_ACTS, **{**MANY_RUNS, "order": 3}),
    Sheet("ps aux --sort=-\\%cpu", "process", "processes", FULL, PROC_ACTS, **{**MANY_RUNS, "order": 2}),
    Sheet("ps -ef", "process", "processes", (O("UID", person), PID, P("PPID", lambda r: "1", True), P("C", lambda r: str(r.choice([0, 0, 0, 1, 3, 9, 57])), True), P("STIME", lambda r: r.choice([clock(r), "Mar02", "Feb11"])), P("TTY", pick("?|?|?|pts/0|pts/1|tty2")), P("TIME", lambda r: f"{r.randint(0, 40):02}:{r.randint(0, 59):02}:{r.randint(0, 59):02}"), P("CMD", lambda r: "")), PROC_ACTS + PARENTS * 3, **MANY_RUNS),
    Sheet("ps -eo pid,user,pcpu,pmem,etime,args", "process", "processes", (PID, USERS, CPU, MEM, A("ELAPSED", 5, 9e6, lambda x: elapsed(x), "run", "1h 2h 6h 12h 1d 2d 7d", True), P("COMMAND", lambda r: "")), PROC_ACTS, **MANY_RUNS),
    Sheet("top [-b -n 1] [-w 200]", "process", "processes", (PID, USERS, P("PR", pick("20"), True), P("NI", pick("0|0|0|5|-10"), True), P("VIRT", lambda r: r.choice([f"{r.randint(10000, 9000000)}", f"{r.uniform(1, 90):.1f}g"]), True), P("RES", lambda r: f"{r.randint(1000, 900000)}", True), P("SHR", lambda r: f"{r.randint(1000, 90000)}", True), P("S", pick("S|S|S|R|I")), CPU, MEM, P("TIME+", lambda r: f"{r.randint(0, 99)}:{r.randint(0, 59):02}.{r.randint(0, 99):02}", True), P("COMMAND", lambda r: "")), PROC_ACTS, gap=1, header=1.0, counts=(4, 10, 30), fix=top_fit, top=TOP_LINE),
]


def elapsed(x):
    s = int(x)
    d, h, m = s // 86400, s % 86400 // 3600, s % 3600 // 60
    return f"{d}-{h:02}:{m:02}:{s % 60:02}" if d else f"{h:02}:{m:02}:{s % 60:02}" if h else f"{m:02}:{s % 60:02}"


# Units

SERVICES = """
accounts-daemon | Accounts Service | the accounts service
apache2 | The Apache HTTP Server | the web server
apparmor | Load AppArmor profiles | the thing that loads the security profiles
apt-daily | Daily apt download activities | the daily package download
avahi-daemon | Avahi mDNS/DNS-SD Stack | the mdns thing; the zeroconf service
bluetooth | Bluetooth service | the bluetooth
chrony | chrony, an NTP client/server | the time sync; the ntp service; what sets the clock
cron | Regular background program processing daemon | the job scheduler; what runs the crontabs
cups | CUPS Scheduler | the printing service; the print server
cups-browsed | Make remote CUPS printers available locally | what finds remote printers
dbus | D-Bus System Message Bus | the message bus
docker | Docker Application Container Engine | the container engine
containerd | containerd container runtime | the container runtime below docker
dovecot | Dovecot IMAP/POP3 email server | the imap server; where mail is read from
exim4 | LSB: exim Mail Transport Agent | the mail transport
fail2ban | Fail2Ban Service | the thing that bans ips
firewalld | firewalld - dynamic firewall daemon | the firewall
fwupd | Firmware update daemon | the firmware updater
getty@tty1 | Getty on tty1 | the login prompt on tty1
gitlab-runner | GitLab Runner | the ci runner
grafana-server | Grafana instance | the dashboards; the graphs
haproxy | HAProxy Load Balancer | the load balancer
irqbalance | irqbalance daemon | what balances interrupts
jenkins | Jenkins Continuous Integration Server | the ci server; the build server
kubelet | kubelet: The Kubernetes Node Agent | the kubernetes node agent
libvirtd | Virtualization daemon | the virtualization daemon; what runs the vms
mariadb | MariaDB 10.11.6 database server | the mariadb database
ModemManager | Modem Manager | the modem thing
mongod | MongoDB Database Server | the document database
mosquitto | Mosquitto MQTT Broker | the mqtt broker
mysql | MySQL Community Server | the mysql database
named | BIND Domain Name Server | the name server; the dns server
NetworkManager | Network Manager | what manages the network connections
nfs-server | NFS server and services | the nfs export; the file sharing over nfs
nginx | A high performance web server and a reverse proxy server | the reverse proxy
node_exporter | Prometheus Node Exporter | the metrics exporter
openvpn@client | OpenVPN connection to client | the vpn connection
packagekit | PackageKit Daemon | the package kit daemon
php8.2-fpm | The PHP 8.2 FastCGI Process Manager | the php processes
plexmediaserver | Plex Media Server | the media server
polkit | Authorization Manager | the authorization manager
postfix | Postfix Mail Transport Agent | the mail server; what sends mail
postgresql@15-main | PostgreSQL Cluster 15-main | the postgres cluster
prometheus | Monitoring system and time series database | the monitoring; the time series database
rabbitmq-server | RabbitMQ Messaging Server | the message broker; the queue server
redis-server | Advanced key-value store | the key-value store
rsyslog | System Logging Service | the system logger; what writes syslog
slurmd | Slurm node daemon | the slurm daemon of the node
smartmontools | Self Monitoring and Reporting Technology (SMART) Daemon | the disk health daemon; what watches the disks
smbd | Samba SMB Daemon | the windows file sharing; the samba server
snapd | Snap Daemon | the snap daemon
sshd | OpenBSD Secure Shell server | the ssh server; what lets me log in remotely
sssd | System Security Services Daemon | the directory login service
supervisor | Supervisor process control system for UNIX | the process supervisor
systemd-resolved | Network Name Resolution | the local name resolution
systemd-timesyncd | Network Time Synchronization | the network time synchronization
tailscaled | Tailscale node agent | the tailscale agent
thermald | Thermal Daemon Service | the thermal daemon
tomcat9 | Apache Tomcat 9 Web Application Server | the java web server
unattended-upgrades | Unattended Upgrades Shutdown | the automatic updates
upower | Daemon for power management | the power management
vsftpd | vsftpd FTP server | the ftp server
wg-quick@wg0 | WireGuard via wg-quick(8) for wg0 | the wireguard tunnel
wpa_supplicant | WPA supplicant | the wifi authentication
xrdp | xrdp daemon | the remote desktop
zabbix-agent | Zabbix Agent | the zabbix agent
"""
KNOWN_UNITS = {u: (d, [w.strip() for w in said.split(";")]) for u, d, said in ([p.strip() for p in line.split(" | ")] for line in SERVICES.strip().splitlines())}


def unit_name(rng):
    return unit_batch(rng, 1)[0]


def unit_batch(rng, count):
    found = rng.sample(list(KNOWN_UNITS), min(count, len(KNOWN_UNITS)))
    own = []
    for _ in range(rng.choice([0, 0, 1, 2, 4])):
        stem = low(values.plain_name(rng))
        own += [stem + end for end in rng.sample(["-api", "-worker", "-web", "-sync", "-backup", "-exporter", ""], rng.choice([1, 2, 3]))]
    found = sorted(set((found + own)[-count:]), key=str.lower)
    return [f"{x}.service" for x in found]


def low(name):
    return re.sub(r"[^a-z0-9-]", "-", name.lower())


unit_name.batch = unit_batch
UNIT_STATES = """
running | running; up | the one that's up
exited | exited; done and gone | the one that has exited already
!failed | failed; dead; broken | the failed one; the one that failed; the red one; the one that crashed; the one that didn't come up | the failed ones; all that failed; everything red; whatever crashed
dead | inactive; stopped; not running | the one that isn't running | the ones that are off; those not running
!auto-restart | restarting all the time; in auto-restart | the one that systemd starts again and again; the one in a restart loop | those in a restart loop
!start-pre | hanging at start; still starting | the one that hangs while starting; the one that can't finish starting
"""
ACTIVE = {"running": "active", "exited": "active", "failed": "failed", "dead": "inactive", "auto-restart": "activating", "start-pre": "activating"}


def units_fit(rng, titles, made):
    at = {t: i for i, t in enumerate(titles)}
    made[at["ACTIVE"]] = [ACTIVE[s] for s in made[at["SUB"]]]
    made[at["DESCRIPTION"]] = [KNOWN_UNITS.get(u[:-8], (u[:-8].replace("-", " ") + rng.choice(["", " service", " daemon"]), []))[0] for u in made[at["UNIT"]]]
    return made


def units_more(rng, titles, made):
    units, found = made[titles.index("UNIT")], []
    told = [(i, KNOWN_UNITS[u[:-8]][1]) for i, u in enumerate(units) if u[:-8] in KNOWN_UNITS]
    for i, ways in rng.sample(told, min(4, len(told))):
        if sum(KNOWN_UNITS[u[:-8]][1] == ways for u in units if u[:-8] in KNOWN_UNITS) == 1:
            found += [(ways, [i])] * 2
    return found


def units_shown(rng, titles, rows):
    at = titles.index("UNIT")
    for row in rows:
        row[0] = "●" if row[titles.index("ACTIVE")] == "failed" else ""
    return rows


UNIT_ACTS = """
sudo systemctl restart {x} => @restart
sudo systemctl stop {x} => @stop
sudo systemctl start {x} => @start
sudo systemctl disable --now {x} => disable {s} and stop right away; stop {s} and keep from starting at boot; disable {s} now; off with {s}, now and at boot; turn {s} off permanently
systemctl status {x} => @status
1 journalctl -u {x} => logs of {s}; the journal of {s}; what does the journal say about {s}; log entries of {s}
1 journalctl -u {x} -n 50 => last 50 journal lines of {s}; 50 latest log lines of {s}; tail 50 of the journal for {s}
1 journalctl -u {x} -f => follow the journal of {s}; watch what {s} logs; live journal of {s}
1 journalctl -u {x} -b => journal of {s} since boot; what did {s} log since the machine booted
sudo systemctl reset-failed {x} => reset the failed state of {s}; clear the failure of {s}; forget that {s} failed
sudo systemctl mask {x} => mask {s}; make sure nothing can start {s}; block {s} from ever being started
1 systemctl cat {x} => unit file of {s}; show the unit file of {s}; how is {s} defined
1 systemctl list-dependencies {x} => dependencies of {s}; what does {s} depend on; which units does {s} need
1 systemctl is-enabled {x} => is {s} started at boot; is {s} enabled
"""
UNIT_BARS = r"""
reset-failed ~ ^(running|exited|dead|start-pre|auto-restart)$
systemctl start ~ ^(running|exited)$
systemctl stop ~ ^(dead|failed)$
"""
UNITS = [
    Sheet("systemctl list-units --type=service [--all]", "service", "services", (P("", lambda r: ""), K("UNIT", unit_name), P("LOAD", pick("loaded")), P("ACTIVE", lambda r: ""), T("SUB", UNIT_STATES), P("DESCRIPTION", lambda r: "")), UNIT_ACTS, gap=1, header=1.0, counts=(5, 9, 30), fix=units_fit, more=units_more, show=units_shown, bars=UNIT_BARS),
    Sheet("systemctl (list-units -t service|--type=service|list-units --type service --no-pager)", "unit", "units", (P("", lambda r: ""), K("UNIT", unit_name), P("LOAD", pick("loaded")), P("ACTIVE", lambda r: ""), T("SUB", UNIT_STATES), P("DESCRIPTION", lambda r: "")), UNIT_ACTS, gap=1, header=1.0, counts=(5, 9, 30), fix=units_fit, more=units_more, show=units_shown, bars=UNIT_BARS),
]


# Listings whose folder the command names

UNFIT = re.compile(r"^gzip .*\.(gz|zip|mp4|jpg)\b|^(?:less|tail|head|wc|grep) .*\.(gz|zip|iso|parquet|db|jpg|mp4|pdf)\b|^chmod \+x .*\.(?!sh|py)\w+( |$)|^chmod 600 .*\.(iso|mp4|jpg)\b")


def draw_size(rng):
    return rng.choice([f"{rng.uniform(1.1, 9.8):.1f}{u}" for u in "MGT"] + [f"{rng.randint(11, 900)}{u}" for u in "KMG"])


def in_folder(sheet: Sheet, base: str):
    """The folder is in the command of the paste: the answer needs the whole path."""
    keys: list[str] = []
    at = next(i for i, c in enumerate(sheet.columns) if c.kind == "key")

    def remember(rng, titles, made):
        made = sheet.fix(rng, titles, made) if sheet.fix else made
        keys[:] = made[at]
        return made

    inner = sheet_scene(dataclasses.replace(sheet, fix=remember, tool="@@", header=0.0), 60)

    def made_scene(rng):
        for _ in range(40):
            output, asked = inner(rng)
            asked = [q for q in asked if not re.search(r"\.bak$| tar | cd ", q.command)] or asked
            if "@@" in output or rng.random() < 0.05:
                break
        body = output.split("\n", 1)[1] if "@@" in output.split("\n", 1)[0] else output
        folder = rng.choice(["/var/log", "/srv", "/data", "/backup", "/opt", "/mnt/nas", "/home/" + person(rng), "/var/lib", "/srv/www", "/mnt/data", "/scratch"]) + "/" + low(values.word(rng)) + rng.choice(["", "", "/" + rng.choice("archive old uploads releases logs cache dumps 2026 tmp data".split())])
        longest = sorted(keys, key=len, reverse=True)
        pattern = re.compile(r"(?<![\w./-])(" + "|".join(map(re.escape, longest)) + r")(?![\w-])")
        changed = []
        for q in asked:
            if UNFIT.search(q.command):
                continue
            command = pattern.sub(lambda m: f"{folder}/{m.group(1)}", q.command)
            if command != q.command:
                changed.append(dataclasses.replace(q, command=command))
        inside = rng.random() < 0.2 and not any(" " in k for k in keys)
        shown = typed(rng, base, folder, always=True) if inside else typed(rng, f"{base} {folder}{rng.choice(['', '/'])}", "~", always=True)
        if inside:  # the prompt tells the folder, and names alone are right there
            changed = [q for q in asked if not UNFIT.search(q.command)]
        lead = ""
        if base.startswith("ls"):
            hidden = "a" in base.split("-")[1]
            lead = f"total {rng.randint(20, 900000) if 'h' not in base.split('-')[1] else draw_size(rng)}\n" if rng.random() < 0.85 else ""
            if hidden:
                small = "4.0K" if "h" in base.split("-")[1] else "4096"
                lead += "\n".join(f"drwxr-xr-x {n:2} {u} {g} {small:>6} {d} {name}" for n, u, g, d, name in ((rng.randint(2, 9), "root", "root", f"Dec {rng.randint(10, 28)} {clock(rng)}", "."), (rng.randint(5, 30), "root", "root", f"Nov {rng.randint(10, 28)} {clock(rng)}", ".."))) + "\n"
        return shown + lead + body, changed

    made_scene.__qualname__ = "in_folder"
    return made_scene


EXTENSIONS = "log log.1 log.2.gz tar.gz sql sql.gz csv json txt conf bak py sh zip iso parquet db md yaml xml jpg mp4 pdf".split()


def file_name(rng):
    stem = low(values.plain_name(rng)) if rng.random() < 0.6 else rng.choice("backup dump report access error app db invoice export import orders users nightly weekly metrics session image audit latest old new biggest failed final current first last-week empty".split())
    shape = rng.random()
    if shape < 0.25:
        stem += f"-2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    elif shape < 0.35:
        stem += rng.choice(["-old", "-new", "_final", "_v2", "-copy", "-full", "-prod", "-staging"])
    return f"{stem}.{rng.choice(EXTENSIONS)}"


def file_batch(rng, count):
    found = []
    while len(found) < count:
        name = file_name(rng)
        series = rng.random()
        stem, _, ext = name.partition(".")
        some = [name]
        if series < 0.25:
            some = [f"{re.sub('-2026.*', '', stem)}-2026-{m:02}-{d:02}.{ext}" for m, d in sorted({(rng.randint(1, 12), rng.randint(1, 28)) for _ in range(rng.choice([2, 3, 5, 8]))})]
        elif series < 0.35:
            some = [f"{stem}.log", f"{stem}.log.1", f"{stem}.log.2.gz", f"{stem}.log.3.gz"][: rng.choice([2, 3, 4])]
        found += [x for x in some if x not in found]
    return sorted(found[:count]) if rng.random() < 0.8 else found[:count]


file_name.batch = file_batch
FILE_ACTS = """
rm {x} => @delete
rm {x} => @delete
gzip {x} => compress {s}; gzip {s}; make {s} smaller with gzip
chmod 600 {x} => only the owner should read and write {s}: 600; mode 600 for {s}; chmod 600 for {s}
chmod +x {x} => make {s} executable; {s} should be runnable; set the x bit on {s}
mv {x} /tmp/ => move {s} to /tmp/; {s} should go to /tmp/; put {s} into /tmp/
mv {x} /mnt/cold/ => move {s} to /mnt/cold/; archive {s} under /mnt/cold/; shift {s} over to /mnt/cold/
1 less {x} => page through {s}; open {s} in less; read {s} page by page
1 tail -n 50 {x} => last 50 lines of {s}; how does {s} end, 50 lines; 50 lines from the end of {s}
1 tail -f {x} => follow {s}; keep printing what is added to {s}; watch {s} grow
1 wc -l {x} => how many lines has {s}; count the lines of {s}; line count of {s}
1 truncate -s 0 {x} => empty {s} but keep the file; cut {s} to zero; make {s} zero length
1 sha256sum {x} => sha256 of {s}; sha256 checksum for {s}
1 file {x} => what kind of file is {s}; file type of {s}
1 stat {x} => stat {s}; all timestamps of {s}
1 lsof {x} => who has {s} open; is any process using {s}; lsof for {s}
1 head -n 20 {x} => first 20 lines of {s}; how does {s} begin, 20 lines; top 20 lines of {s}
1 scp {x} backup:/srv/ => copy {s} to backup:/srv/; scp {s} to backup:/srv/; send {s} over to backup:/srv/
1 grep -c ERROR {x} => how many lines with ERROR has {s}; count ERROR lines in {s}
"""
SIZED = N("", "bytes|size|space", 1, 3e9, most="the biggest one; the largest file; the fattest one; whatever takes most room; the space hog", least="the smallest one; the tiniest file", right=True)
HUMAN = N("", "size|space", 1, 3e7, human, most="the biggest one; the largest file; the fattest one; whatever takes most room; the space hog", least="the smallest one; the tiniest file", steps="100M 1G 10G", right=True)
MODE = P("", pick("-rw-r--r--|-rw-r--r--|-rw-------|-rw-r-----|-rwxr-xr-x|-rw-rw-r--"))


MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def dates_fit(rng, titles, made):
    """Dates as `ls` writes them in December 2026: older than half a year with the year."""
    count = len(made[0])
    span = rng.choice([40, 150, 600, 1200])
    days = [rng.randint(0, span) for _ in range(count)]
    dates_fit.days = days
    cells = []
    for back in days:
        month, day = divmod(35 * 28 + 11 * 28 + 20 - back, 28)
        year, name = 2023 + month // 12 - 0, MONTHS[month % 12]
        cells.append((f"{name} {day + 1:2} {clock(rng)}" if back < 160 else f"{name} {day + 1:2}  {year}"))
    made[5] = cells
    return made


def dates_more(rng, titles, made):
    days, count = dates_fit.days, len(made[0])
    if len(days) != count:
        return []
    found, order = [], sorted(range(count), key=lambda i: -days[i])
    if days[order[0]] > days[order[1]]:
        found += [(["the oldest {n}", "the oldest one", "the {n} nobody touched for the longest time", "the one changed longest ago", "the {n} with the oldest date", "the stalest one", "whichever is oldest"], [order[0]])] * 2
    if days[order[-1]] < days[order[-2]]:
        found += [(["the newest {n}", "the newest one", "the one changed last", "the most recent one", "the latest {n}", "whichever was modified most recently", "the freshest one"], [order[-1]])] * 2
    months: dict[str, list[int]] = {}
    for i, cell in enumerate(made[5]):
        months.setdefault(cell[:3], []).append(i)
    full = dict(zip(MONTHS, "January February March April May June July August September October November December".split()))
    fitting = [(m, rows) for m, rows in months.items() if len(rows) < min(count, 7)]
    if fitting:
        m, rows = rng.choice(fitting)
        found.append(([f"the {{n}} from {full[m]}", f"the one of {full[m]}", f"the one changed in {full[m]}", f"the only {{n}} from {full[m]}"] if len(rows) == 1 else [f"the {{ns}} from {full[m]}", f"everything of {full[m]}", f"all {{ns}} changed in {full[m]}", f"whatever dates from {full[m]}"], rows))
    owners, sizes = made[2], made[4]
    own = [(u, rows) for u in set(owners) if 1 < len(rows := [i for i in order if owners[i] == u]) < count and days[rows[0]] > days[rows[1]]]
    if own:
        u, rows = rng.choice(sorted(own))
        found.append(([f"the oldest {{n}} of {u}", f"{u}'s oldest {{n}}", f"of {u}'s {{ns}} the oldest one"], rows[:1]))
    return found


LISTINGS = [(Sheet("@@", "file", "files", (MODE, P("", pick("1|1|1|1|2")), O("", lambda r: r.choice(["root", "www-data", "postgres", "deploy", person(r), person(r)])), P("", lambda r: r.choice(["root", "www-data", "staff", "users", "adm"])), size_column, P("", lambda r: ""), K("", file_name)), FILE_ACTS, header=0.0, gap=1, fix=dates_fit, more=dates_more, counts=(4, 12, 40)), base) for size_column, base in ((SIZED, "ls -l"), (HUMAN, "ls -lh"), (HUMAN, "ls -alh"), (HUMAN, "ls -lah"), (SIZED, "ls -la"))]
FOLDER_ACTS = """
rm -r {x} => delete {s} with everything in it; remove {s} and all its contents; get rid of {s} completely; {s} can go, contents too
1 du -h --max-depth=1 {x} | sort -rh => what takes the space inside {s}, subfolders by size; break {s} down by subfolder, biggest first; subfolders of {s}, sorted, largest first
1 ls -la {x} => what is in {s}, hidden files too; list {s} with all details and dotfiles
1 cd {x} => go into {s}; change to {s}; enter {s}
1 find {x} -type f -size +100M => files over 100M inside {s}; what in {s} is larger than 100M
1 find {x} -type f -mtime +30 => files in {s} not changed for more than 30 days; what in {s} is older than 30 days
mv {x} /mnt/cold/ => move {s} to /mnt/cold/; put {s} under /mnt/cold/
"""
DUS = [(Sheet("@@", "folder", "folders", (N("", "space|disk usage|size", 4, 9e8, human, "the biggest one; the largest folder; the space hog; whatever eats most of the disk; the fattest one", "the smallest one; the tiniest one", "1M 100M 1G 10G 100G"), K("", lambda r: low(workload(r)))), FOLDER_ACTS, header=0.0, gap=4, counts=(4, 12, 40)), base) for base in ("du",)]


def du_scene(rng):
    """`du -h` prints whole paths; with and without order and sum."""
    sheet = DUS[0][0]
    folder = rng.choice(["/var", "/srv", "/data", "/home", "/opt", "/var/lib", "/mnt/nas", "/var/lib/docker", "/scratch", "/backup"])
    root = folder + rng.choice(["", "", "/" + low(values.word(rng))])
    order = rng.random()
    sheet = dataclasses.replace(sheet, columns=(sheet.columns[0], K("", lambda r: f"{root}/{low(workload(r))}")), order=0 if order < 0.4 else -1)
    output, asked = sheet_scene(sheet)(rng)
    body = output.split("\n", 1)[1] if "@@" in output.split("\n", 1)[0] else output
    rows = [line.split() for line in body.splitlines()]
    from .tables import quantity, size
    total = f"{size(int(sum(quantity(r[0]) for r in rows) / 1024 + 1))}"
    lines = ["\t".join(r) for r in rows]
    depth = rng.choice(["--max-depth=1 ", "-d1 ", "-d 1 "])
    command = f"du -h {depth}{root}"
    if order < 0.4:
        command += rng.choice([" | sort -rh", " | sort -hr", " 2>/dev/null | sort -rh"])
        lines.insert(0, f"{total}\t{root}")
    else:
        lines.append(f"{total}\t{root}")
    if rng.random() < 0.4:
        lines, command = [line for line in lines if line != f"{total}\t{root}"], f"du -sh {root}/*" + (" | sort -rh" if order < 0.4 else "")
    return typed(rng, rng.choice(["", "sudo "]) + command, "~", always=rng.random() < 0.7) + "\n".join(lines), [q for q in asked if not q.command.startswith("du -sh")]


add(HISTORIES + HISTORIES[:2])
add(PROCESSES + PROCESSES[:2])
add(UNITS)
SCENES.extend(in_folder(sheet, base) for sheet, base in LISTINGS for _ in range(2))
SCENES.extend([du_scene] * 4)


# Graphics cards and who uses them

def cards_and_processes(rng):
    """The whole table of nvidia-smi, with many processes below it."""
    count = rng.choice([2, 4, 4, 8, 8])
    card, total, cap = rng.choice([("NVIDIA A100-SXM4-80GB", 81920, 400), ("NVIDIA H100 80GB HBM3", 81559, 700), ("NVIDIA GeForce RTX 3090", 24576, 350), ("Tesla V100-SXM2-32GB", 32768, 300), ("NVIDIA RTX A6000", 49140, 300), ("NVIDIA L40S", 46068, 350)])
    idle = set(rng.sample(range(count), rng.choice([0, 1, 1, 2]) if count > 2 else 0))
    pids = sorted(distinct(rng, row_count(rng, 20 if count <= 4 else 9, 2), lambda: str(rng.randint(1200, rng.choice([9000, 90000, 3900000])))), key=int)
    busy = [i for i in range(count) if i not in idle]
    where = sorted(rng.choice(busy) for _ in pids)
    names = [rng.choice(["python", "python3", "/opt/conda/bin/python", "...nvs/torch/bin/python3.11", "/usr/bin/python3", "VLLM::EngineCore", "ollama_llama_server", "java", "/usr/local/bin/ollama", "./nbody", "tritonserver", "ray::RolloutWorker", "gromacs", "blender", "ffmpeg"]) for _ in pids]
    room = {i: total * rng.uniform(0.3, 0.95) / max(1, where.count(i)) for i in range(count)}
    using = [int(room[w] * rng.uniform(0.2, 1)) for w in where]
    memory = [sum(u for u, w in zip(using, where) if w == i) + rng.randint(3, 30) for i in range(count)]
    load = [0 if i in idle else rng.randint(1, 100) for i in range(count)]
    heat = [int(x) for x in amounts(rng, count, 27, 89)]
    watts = [rng.randint(28, 70) if i in idle else rng.randint(80, cap) for i in range(count)]
    version = rng.choice([("550.54.15", "12.4"), ("535.183.01", "12.2"), ("570.86.15", "12.8"), ("560.35.03", "12.6")])
    rule, inner = "+" + "-" * 89 + "+", "|" + "-" * 41 + "+" + "-" * 24 + "+" + "-" * 22 + "|"
    out = [f"Wed Mar  4 {clock(rng)}:{rng.randint(10, 59)} 2026       ", rule, f"| NVIDIA-SMI {version[0]:<22} Driver Version: {version[0]:<14} CUDA Version: {version[1]:<6}   |", inner, "| GPU  Name                 Persistence-M | Bus-Id          Disp.A | Volatile Uncorr. ECC |", "| Fan  Temp   Perf          Pwr:Usage/Cap |           Memory-Usage | GPU-Util  Compute M. |", "|                                         |                        |               MIG M. |", "|" + "=" * 41 + "+" + "=" * 24 + "+" + "=" * 22 + "|"]
    for i in range(count):
        out += [f"| {i:3}  {card:<27} {'On' if cap > 350 else 'Off':>5}  |   00000000:{(i * 17 + 7) % 256:02X}:00.0 Off | {0 if cap > 290 else 'N/A':>20} |", f"| {'N/A' if cap > 350 else str(rng.randint(30, 90)) + '%':<4}{heat[i]:3}C    P{0 if load[i] else 8}            {watts[i]:4}W / {cap:4}W | {memory[i]:7}MiB / {total:6}MiB | {load[i]:6}%      Default |", "+" + "-" * 41 + "+" + "-" * 24 + "+" + "-" * 22 + "+"]
    out += ["", rule, "| Processes:" + " " * 78 + "|", "|  GPU   GI   CI        PID   Type   Process name                              GPU Memory |", "|        ID   ID                                                               Usage      |", "|" + "=" * 89 + "|"]
    out += [f"|  {w:3}   N/A  N/A  {p:>9}      C   {n:<38}{u:8}MiB |" for w, p, n, u in zip(where, pids, names, using)]
    out.append(rule)
    asked = []
    kills = """kill {p} => kill {s}; end {s}; {s} must go; stop {s}; get rid of {s}; terminate {s}
kill -9 {p} => kill -9 {s}; SIGKILL {s}; force kill {s}; use signal 9 on {s}
"""
    single = """ps -o user= -p {p} => whose is {s}; who owns {s}; owner of {s}, just the name; which user runs {s}
ps -fp {p} => ps -f for {s}; full ps line of {s}; show {s} in ps -f
ps -p {p} -o args => command line of {s}; with which arguments runs {s}; what exactly does {s} run, its arguments
ps -o etime= -p {p} => how long has {s} been running; run time of {s}; for how long is {s} there already
sudo ls -l /proc/{p}/cwd => working directory of {s}; where was {s} started; cwd of {s}
tail --pid={p} -f /dev/null => wait until {s} has ended; block until {s} is done; pause here till {s} exits
"""
    put = lambda text, one, **slots: asks(text.replace("{s}", one), **slots)
    order = sorted(range(len(pids)), key=lambda k: -using[k])
    if len(order) > 1 and using[order[0]] > using[order[1]]:
        one = "(the vram hog|the process with the most gpu memory|whatever takes most of the vram|the biggest process on the cards|the one holding the most gpu memory)"
        asked += put(kills + single, one, p=pids[order[0]])
        asked += put(kills, "(the two with the most gpu memory|the two biggest processes|the top two by vram)", p=" ".join(pids[k] for k in sorted(order[:2]))) if len(order) > 2 and using[order[1]] > using[order[2]] else []
    k = rng.randrange(len(pids))
    same = [j for j in range(len(pids)) if where[j] == where[k]]
    g = where[k]
    if len(same) == 1:
        asked += put(kills + single, f"(the process on gpu {g}|the only process on card {g}|whatever runs on gpu {g}|the one that uses GPU {g})", p=pids[k]) * 2
    elif len(same) < 7 and len(same) < len(pids):
        asked += put(kills, f"(everything on gpu {g}|all processes on card {g}|whatever runs on gpu {g}|the processes of GPU {g})", p=" ".join(pids[j] for j in same)) * 3
        best = sorted(same, key=lambda j: -using[j])
        if using[best[0]] > using[best[1]]:
            asked += put(kills + single, f"(the biggest process on gpu {g}|the one with the most memory on card {g}|of those on gpu {g} the one with the most memory|the memory hog of GPU {g})", p=pids[best[0]]) * 2
            asked += put(kills + single, f"(the smallest process on gpu {g}|the one with the least memory on card {g}|of those on GPU {g} the one with the least memory)", p=pids[best[-1]]) if using[best[-1]] < using[best[-2]] else []
    short = names[k].rsplit("/", 1)[-1]
    alike = [j for j in range(len(pids)) if short in names[j] or names[j].rsplit("/", 1)[-1] in short]
    if len(alike) == 1:
        asked += put(kills + single, f"(the {short} process|{short}|the {short} one|the one called {short})", p=pids[k])
    elif all(short in names[j] for j in alike) and len(alike) < 7 and len(alike) < len(pids) and all(names[j] == names[k] for j in alike):
        asked += put(kills, f"(all {short} processes|every {short}|everything called {short}|the {short} ones)", p=" ".join(pids[j] for j in alike)) * 2
    both = [j for j in same if names[j] == names[k]]
    if 0 < len(both) < len(same) and all(short not in names[j] for j in same if j not in both) and len(both) < 6:
        asked += put(kills, f"({'the ' + short + ' on gpu' if len(both) == 1 else 'all ' + short + ' on gpu'} {g}|what is named {short} on card {g}|whatever {short} runs on GPU {g})", p=" ".join(pids[j] for j in both))
    for test, one in ((heat, "(the hottest card|the gpu that runs hottest|the warmest one of the gpus|the card with the highest temperature)"), (watts, "(the card that draws the most power|the gpu with the highest wattage|the most power-hungry card)"), (load, "(the busiest gpu|the card with the highest utilization|the gpu under the most load)"), (memory, "(the fullest card|the gpu with the least free memory|the card whose memory is most used)")):
        best = sorted(range(count), key=lambda i: -test[i])
        if test[best[0]] > test[best[1]]:
            asked += put("""
nvidia-smi -q -i {i} => everything about {s}; all that nvidia-smi knows of {s}; full query of {s}
nvidia-smi -i {i} => show just {s}; nvidia-smi for {s} alone; only {s} please
sudo nvidia-smi -i {i} -pl {w} => limit {s} to {w} W; {s} should draw at most {w} watts; power limit {w} for {s}
nvidia-smi dmon -i {i} => monitor {s} continuously, dmon; live stats of {s} with dmon
""", one, i=str(best[0]), w=str(cap - 100))
    free = sorted(range(count), key=lambda i: memory[i])
    if memory[free[0]] < memory[free[1]]:
        asked += put("""
CUDA_VISIBLE_DEVICES={i} python3 train.py => run train.py on {s}; start train.py on {s}; python3 train.py, but on {s}
export CUDA_VISIBLE_DEVICES={i} => only {s} should be visible in this shell; export so that {s} is used from now on; use {s} for everything I start here
""", "(the emptiest gpu|the card with the most free memory|the gpu that has the most room|the least full card)", i=str(free[0])) * 2
    if len(idle) > 1:
        asked += put("""
CUDA_VISIBLE_DEVICES={i} python3 train.py => run train.py on {s}; start train.py on {s}; train.py should use {s}
export CUDA_VISIBLE_DEVICES={i} => only {s} should be visible in this shell; make {s} the visible ones from now on; export it for {s}
""", "(all idle cards|the gpus that do nothing|the gpus at 0%|the cards without any process)", i=",".join(map(str, sorted(idle)))) * 2
    return typed(rng, rng.choice(["nvidia-smi"] * 4 + ["watch -n1 nvidia-smi"])) + "\n".join(out), asked


SCENES.extend([cards_and_processes] * 4)


# File systems: whatever is mounted, with its twins

def df_fit(rng, titles, made):
    at, count = {t: i for i, t in enumerate(titles)}, len(made[0])
    if rng.random() < 0.85:  # one that is really full
        shares = [int(c.rstrip("%")) for c in made[at["Use%"]]]
        i = shares.index(max(shares))
        shares = [min(s, 87) for s in shares]
        shares[i] = rng.choice([89, 91, 94, 96, 97, 98, 99, 100, 100])
        made[at["Use%"]] = [f"{s}%" for s in shares]
    for i in range(count):
        size = rng.choice([0.5, 1, 20, 49, 98, 117, 234, 458, 916, 980, 1100, 1833, 3666, 7450]) * rng.uniform(0.9, 1.1)
        share = int(made[at["Use%"]][i].rstrip("%"))
        made[at["Size"]][i], made[at["Used"]][i], made[at["Avail"]][i] = (gb(x) for x in (size, size * share / 100, size * (100 - share) / 100))
    points = made[at["Mounted on"]]
    made[at["Filesystem"]] = [f"/dev/{rng.choice(['sda', 'sdb', 'sdc', 'nvme0n1p', 'nvme1n1p', 'vda'])}{i + 1}" if rng.random() < 0.55 else f"/dev/mapper/{rng.choice(['vg0', 'ubuntu--vg', 'data'])}-{p.strip('/').replace('/', '-') or 'root'}" if not p.startswith("/mnt") else f"{rng.choice(['nas01', 'nas02', '10.0.0.7', 'storage'])}:/export{p[4:]}" for i, p in enumerate(points)]
    return made


def gb(x):
    return f"{x / 1024:.1f}T" if x >= 1000 else f"{x:.0f}G" if x >= 10 else f"{x:.1f}G" if x >= 1 else f"{max(1, x * 1024):.0f}M"


def df_more(rng, titles, made):
    from .tables import quantity

    at, count, found = {t: i for i, t in enumerate(titles)}, len(made[0]), []
    for title, most, least in (("Avail", "the one with the most free space;the mount with the most room left;where most is free;the emptiest in gigabytes;whichever has most available", "the one with the least free space;where the least is left in gigabytes;the mount with the least room left"), ("Size", "the largest filesystem;the biggest one by size;the one with the largest total size", "the smallest filesystem;the smallest one by total size"), ("Used", "the one with the most data on it;where most gigabytes are used;the one holding the most data", "")):
        amount = [quantity(c) for c in made[at[title]]]
        order = sorted(range(count), key=lambda i: -amount[i])
        if count > 2 and amount[order[0]] > amount[order[1]] * 1.001:
            found.append((most.split(";"), [order[0]]))
        if least and count > 2 and amount[order[-1]] < amount[order[-2]]:
            found.append((least.split(";"), [order[-1]]))
    remote = [i for i, c in enumerate(made[at["Filesystem"]]) if ":/" in c]
    if len(remote) == 1:
        found.append((["the network mount", "the nfs one", "the one that comes over the network", "the remote share"], remote))
    elif 1 < len(remote) < min(7, count):
        found.append((["the network mounts", "all nfs mounts", "everything that comes over the network", "the remote shares"], remote))
        shares = [int(c.rstrip("%")) for c in made[at["Use%"]]]
        order = sorted(remote, key=lambda i: -shares[i])
        if shares[order[0]] > shares[order[1]]:
            found.append((["the fullest network mount", "the remote share that is most full"], [order[0]]))
    return found


def mount_batch(rng, count):
    from .storage import PLACES

    pool = ["/", *rng.sample(PLACES, min(count, len(PLACES)))]
    while len(pool) < count:
        pool.append("/mnt/" + low(values.word(rng)))
    found = list(dict.fromkeys(pool))[:count]
    for _ in range(rng.choice([0, 1, 2])):
        base = rng.choice(found)
        other = base.rstrip("/") + rng.choice(["2", "-old", "1", "/archive", "_new"])
        if base != "/" and other not in found and len(found) > 3:
            found[rng.randrange(1, len(found))] = other
    return list(dict.fromkeys(found))


def mount_point(rng):
    return mount_batch(rng, 3)[2]


mount_point.batch = mount_batch
DF_ACTS = """
sudo du -xh --max-depth=1 {x} | sort -rh => what takes the space on {s}, one level, biggest first, same filesystem only; folder sizes on {s}, largest first, no other mounts; which top folders fill {s}? sorted, biggest first, don't cross mounts
1 sudo find {x} -xdev -type f -size +1G => files over 1G on {s}, same filesystem only; what single files above 1G are on {s}, stay on it
df -i {x} => inodes of {s}; inode usage on {s}; is {s} out of inodes
sudo umount {x} => unmount {s}; umount {s}; take {s} off; detach {s}
1 sudo lsof +f -- {x} => open files on {s}; which files are open on {s}
1 sudo fuser -vm {x} => who uses {s}; which processes are on {s}; what keeps {s} busy
1 sudo mount -o remount,ro {x} => remount {s} read-only; make {s} read-only; no more writes to {s}
1 findmnt {x} => mount options of {s}; how is {s} mounted; findmnt for {s}
ls -la {x} => what is on {s}, all details and dotfiles; list {s} with hidden files
1 cd {x} => go to {s}; change into {s}; enter {s}
"""
FILESYSTEMS = [Sheet(tool, "filesystem", "filesystems", (P("Filesystem", lambda r: ""), P("Size", lambda r: "", True), P("Used", lambda r: "", True), P("Avail", lambda r: "", True), N("Use%", "usage|used space|space used", 1, 99, lambda x: f"{int(x)}%", "the fullest one; the full one; the one that is almost full; whichever is fullest; the one running out of space; the one that is about to overflow; the one with the least percent left", "the emptiest one; the one that is least full; the one with the lowest percentage", "50% 80% 90% 95%", True), K("Mounted on", mount_point)), DF_ACTS, gap=1, counts=(4, 9, 20), fix=df_fit, more=df_more) for tool in ("df -h", "(df -h|df -h -x tmpfs|df -h -l)")]
add(FILESYSTEMS)
