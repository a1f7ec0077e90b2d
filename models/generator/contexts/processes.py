"""Processes, services, users, sessions."""

import random
import re
from datetime import datetime, timedelta

from .. import values
from . import Question, question, scene
from .outputs import asks, machine, often, typed
from .tables import amounts, distinct, draw, hexes, prompt, row_count, stamp, table

PROGRAMS = "nginx: worker process|/usr/sbin/mysqld|python3 train.py --epochs 90|/usr/lib/firefox/firefox|java -Xmx8g -jar app.jar|node server.js|/usr/bin/dockerd -H fd://|postgres: writer process|redis-server *:6379|/usr/sbin/sshd -D|gunicorn: worker [web]|ffmpeg -i in.mp4 out.mkv|rsync -a /data /backup|/opt/google/chrome/chrome|python3 worker.py|celery -A jobs worker|/usr/bin/prometheus|tail -f /var/log/syslog|vim notes.txt|make -j8|cc1plus -O2 main.cpp|/usr/bin/containerd|stress --cpu 4|find / -name core|ruby sidekiq|php-fpm: pool www|/usr/sbin/apache2 -k start|bash ./backup.sh|jupyter-lab --no-browser|ollama serve".split("|")


def short(command: str) -> str:
    return command.split()[0].rstrip(":").rsplit("/", 1)[-1]


@scene
def processes(rng):
    count = row_count(rng, 40)
    commands = rng.sample(PROGRAMS, min(count, len(PROGRAMS)))
    pids = distinct(rng, len(commands), lambda: draw(rng, "pid"))
    people = [rng.choice(["root", "www-data", "postgres", "mysql", *rng.sample(values.PEOPLE, 4)]) for _ in commands]
    cpu, memory = amounts(rng, len(commands), 0.1, 390), amounts(rng, len(commands), 0.1, 70)
    if rng.random() < 0.35:
        order = sorted(range(len(commands)), key=lambda i: -cpu[i])
        commands, pids, people, cpu, memory = ([x[i] for i in order] for x in (commands, pids, people, cpu, memory))
    states = [rng.choice(["S", "Ss", "Sl", "R", "R+", "Ssl"]) for _ in commands]
    zombie = rng.random() < 0.2
    at = rng.randrange(len(commands))
    if zombie:
        states[at], cpu[at], memory[at] = "Z", 0.0, 0.0
    if rng.random() < 0.7:
        rows = [[u, p, f"{c:.1f}", f"{m:.1f}", rng.randint(10000, 9000000), rng.randint(1000, 900000), "?", s, f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}", f"{rng.randint(0, 900)}:{rng.randint(0, 59):02}", x] for u, p, c, m, s, x in zip(people, pids, cpu, memory, states, commands)]
        output = prompt(rng, "ps aux") + table([["USER", "PID", "%CPU", "%MEM", "VSZ", "RSS", "TTY", "STAT", "START", "TIME", "COMMAND"], *rows], 1, (1, 2, 3, 4, 5))
    else:
        rows = [[p, u, 20, 0, f"{rng.randint(100000, 9000000)}", f"{rng.randint(1000, 900000)}", f"{rng.randint(1000, 90000)}", s[0], f"{c:.1f}", f"{m:.1f}", f"{rng.randint(0, 99)}:{rng.randint(0, 59):02}.{rng.randint(0, 99):02}", short(x)] for u, p, c, m, s, x in zip(people, pids, cpu, memory, states, commands)]
        output = f"top - {rng.randint(0, 23):02}:{rng.randint(10, 59)}:02 up {rng.randint(1, 90)} days,  3 users,  load average: {rng.uniform(0, 20):.2f}, {rng.uniform(0, 20):.2f}, {rng.uniform(0, 20):.2f}\n\n" + table([["PID", "USER", "PR", "NI", "VIRT", "RES", "SHR", "S", "%CPU", "%MEM", "TIME+", "COMMAND"], *rows], 1, (0, 2, 3, 4, 5, 6, 8, 9, 10))
    hungry, hot = pids[memory.index(max(memory))], pids[cpu.index(max(cpu))]
    hungry_user, hot_user = people[memory.index(max(memory))], people[cpu.index(max(cpu))]
    big = "(the one using the most memory|the memory hog|the process with the highest memory usage|whatever eats the memory|the biggest memory consumer|the one that takes the most RAM|the process hogging ram)"
    busy = "(the one using the most CPU|the cpu hog|the process with the highest cpu usage|whatever eats the cpu|the busiest process|the one that burns the most cpu|the top cpu consumer)"
    other = rng.randrange(len(commands))
    name = short(commands[other])
    unique = sum(short(c) == name for c in commands) == 1
    asked = [
        question(f"kill {big}\n%kill {big}\n%kill {big} please\n{big}: kill it", "kill {p}", p=hungry),
        question(f"kill {busy}\n%kill {busy}\n{busy}: kill it\n%kill {busy} please", "kill {p}", p=hot),
        question(f"force kill {big}\nkill -9 {big}\nkill {big} the hard way\n{big} ignores TERM, kill it for good", "kill -9 {p}", p=hungry),
        question(f"force kill {busy}\nkill -9 {busy}\n{busy} won't die, use SIGKILL", "kill -9 {p}", p=hot),
        question(f"lower the priority of {busy} to {{nice}}\nrenice {busy} to {{nice}}\nset the nice value of {busy} to {{nice}}", "renice -n {nice} -p {p}", p=hot, nice=str(rng.choice([5, 10, 15, 19]))),
        question(f"which files does {big} have open\nopen files of {big}\n%show the files opened by {big}", "lsof -p {p}", p=hungry),
        question(f"what system calls does {busy} make\ntrace {busy}\nattach strace to {busy}", "strace -p {p}", p=hot),
        question(f"pause {busy}\nstop {busy} for now, without killing it\nsuspend {busy}", "kill -STOP {p}", p=hot),
        question(f"where was {busy} started, its working directory\nworking directory of {busy}", "readlink /proc/{p}/cwd", p=hot),
        question(f"how long has {big} been running\nelapsed time of {big}", "ps -o etime= -p {p}", p=hungry),
        question(f"threads of {busy}\n%show the threads of {busy}", "ps -T -p {p}", p=hot),
        question(f"watch only {big} in top\nmonitor {big} with top", "top -p {p}", p=hungry),
        question(f"%show all processes of the user who runs {busy}\nwhat else does the owner of {busy} run", "ps -u {u}", u=hot_user),
    ]
    if unique:
        asked += [
            question("kill {name}\n%kill the {name} process\nend the {name} one", "kill {p}", p=pids[other], name=name),
            question("kill -9 {name}\nforce kill the {name} process", "kill -9 {p}", p=pids[other], name=name),
            question("tell {name} to reload its configuration\nsend {name} a HUP\nsend SIGHUP to {name}", "kill -HUP {p}", p=pids[other], name=name),
            question("which files does {name} have open\nopen files of {name}", "lsof -p {p}", p=pids[other], name=name),
        ]
    user = people[other]
    if user not in ("root",):
        asked.append(question("kill everything that {user} runs\n%kill all processes of {user}\nend all of {user}'s processes", "pkill -u {user}", user=user))
    if zombie:
        asked.append(question("who is the parent of the zombie\nparent pid of the zombie process\n%show the parent of the defunct one", "ps -o ppid= -p {p}", p=pids[at]))
    return output, asked


@scene
def services(rng):
    failed_only = rng.random() < 0.5
    found = distinct(rng, rng.choice([1, 2, 3, 3]) if failed_only else row_count(rng, 40, 5), lambda: draw(rng, "service"))
    bad = found if failed_only else rng.sample(found, rng.choice([1, 1, 2]))
    rows = [["● " + x + ".service" if x in bad else "  " + x + ".service", "loaded", "failed" if x in bad else "active", "failed" if x in bad else rng.choice(["running", "running", "exited"]), f"{x} service"] for x in found]
    output = prompt(rng, "systemctl --failed" if failed_only else "systemctl list-units --type=service") + table([["  UNIT", "LOAD", "ACTIVE", "SUB", "DESCRIPTION"], *rows], 1)
    if failed_only:
        output += f"\n\n{len(found)} loaded units listed."
    good = rng.choice(found)
    inorder = [x for x in found if x in bad]
    asked = []
    if len(bad) == 1:
        one = "(the failed one|the failed service|the one that failed|the broken service|the failing unit)"
        x = bad[0]
        asked += [
            question(f"restart {one}\n{one}: restart it\ntry to start {one} again\nbring {one} back", "sudo systemctl restart {x}", x=x),
            question(f"why did {one} fail, show its log\nlogs of {one}\njournal of {one}\n%show the log of {one}\nwhat does {one} say in the journal", "journalctl -u {x}", x=x),
            question(f"status of {one}\n%show the status of {one}\nmore about {one}", "systemctl status {x}", x=x),
            question(f"disable {one}\n{one} should not start at boot any more\ndon't start {one} at boot", "sudo systemctl disable {x}", x=x),
            question(f"mask {one}\nprevent {one} from ever being started", "sudo systemctl mask {x}", x=x),
            question(f"clear the failed state of {one}\nreset {one}", "sudo systemctl reset-failed {x}", x=x),
            question(f"%show the unit file of {one}\nhow is {one} defined", "systemctl cat {x}", x=x),
        ]
    else:
        many = "(the failed ones|the failed services|everything that failed|all failed units)"
        asked += [question(f"restart {many}\ntry {many} again\n{many}: restart them", "sudo systemctl restart {x}", x=" ".join(inorder)), question(f"stop and disable {many}\ndisable {many} now and at boot", "sudo systemctl disable --now {x}", x=" ".join(inorder))]
    asked += [
        question("restart {x}", "sudo systemctl restart {x}", x=good),
        question("logs of {x}\n%show the journal of {x}\nwhat does {x} log", "journalctl -u {x}", x=good),
        question("follow the log of {x}\nwatch what {x} logs", "journalctl -u {x} -f", x=good),
        question("is {x} started at boot\nis {x} enabled", "systemctl is-enabled {x}", x=good),
    ]
    if not failed_only and good not in bad:
        asked.append(question("stop {x}\nshut down {x}", "sudo systemctl stop {x}", x=good))
    return output, asked


@scene
def logged_in(rng):
    people = distinct(rng, row_count(rng, 16, 2), lambda: rng.choice(values.PEOPLE))
    ttys = [f"pts/{i}" for i in range(len(people))]
    ips = [draw(rng, "ip") for _ in people]
    rows = [[u, t, f"2026-11-{rng.randint(1, 24):02} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}", f"({i})"] for u, t, i in zip(people, ttys, ips)]
    at = rng.randrange(len(people))
    return prompt(rng, "who") + table([*rows], 2), [
        question("log {u} out\nkick {u} off the %machine\nend all processes of {u}\nthrow {u} out", "sudo pkill -KILL -u {u}", u=people[at]),
        question("kill the session on {t}\nend whatever runs on {t}\nclose {t}", "sudo pkill -KILL -t {t}", t=ttys[at]),
        question("send {u} a message: system goes down soon\ntell {u} on their terminal: system goes down soon", "echo 'system goes down soon' | write {u} {t}", u=people[at], t=ttys[at]),
        question("what is {u} running\nprocesses of {u}", "ps -u {u}", u=people[at]),
        question("block the address that {u} came from with ufw\nban the ip of {u} with ufw", "sudo ufw deny from {ip}", u=people[at], ip=ips[at]),
        question("lock the account of whoever is on {t}\nlock the account of the user on {t}", "sudo usermod -L {u}", t=ttys[at], u=people[at]),
    ]


@scene
def sessions(rng):
    found = distinct(rng, rng.choice([1, 2, 3, 4]), lambda: draw(rng, "session"))
    attached = rng.choice(found)
    lines = [f"{x}: {rng.randint(1, 6)} windows (created Mon Nov {rng.randint(1, 28)} 1{rng.randint(0, 9)}:12:01 2026)" + (" (attached)" if x == attached and len(found) > 1 else "") for x in found]
    loose = [x for x in found if x != attached] or found
    asked = [
        question("attach to {x}\nopen {x}\ngo back into {x}", "tmux attach -t {x}", x=loose[0]),
        question("kill {x}\nend the {x} session", "tmux kill-session -t {x}", x=loose[0]),
        question("rename {x} to {y}\ncall {x} {y} instead", "tmux rename-session -t {x} {y}", x=found[0], y=draw(rng, "name")),
    ]
    if len(loose) == 1 and len(found) > 1:
        asked.append(question("attach to the detached one\nthe one nobody is attached to: attach", "tmux attach -t {x}", x=loose[0]))
    return prompt(rng, "tmux ls") + "\n".join(lines), asked


@scene
def jobs(rng):
    found = rng.sample(["vim notes.txt", "python3 train.py", "make -j8", "rsync -a /data /backup", "tail -f app.log", "sleep 600", "./backup.sh", "ffmpeg -i a.mp4 b.mkv"], rng.choice([2, 3, 4]))
    stopped = rng.randrange(len(found))
    lines = [f"[{i + 1}]{'+' if i == len(found) - 1 else '-' if i == len(found) - 2 else ' '}  {'Stopped' if i == stopped else 'Running'}                 {x}{'' if i == stopped else ' &'}" for i, x in enumerate(found)]
    running = rng.choice([i for i in range(len(found)) if i != stopped])
    return prompt(rng, "jobs") + "\n".join(lines), [
        question("continue the stopped one in the background\nlet the stopped job go on in the background\nresume the stopped job without blocking the shell", "bg %{n}", n=str(stopped + 1)),
        question("bring the stopped one to the foreground\ncontinue the stopped job in front\nget the stopped one back", "fg %{n}", n=str(stopped + 1)),
        question("kill the stopped one\n%kill the stopped job", "kill %{n}", n=str(stopped + 1)),
        question("bring {x} to the foreground\nget {x} back in front", "fg %{n}", n=str(running + 1), x=found[running].split()[0]),
        question("kill {x}\nend the {x} job", "kill %{n}", n=str(running + 1), x=found[running].split()[0]),
        question("keep {x} running after I log out\ndisown {x}", "disown %{n}", n=str(running + 1), x=found[running].split()[0]),
    ]


@scene
def crontab(rng):
    found = distinct(rng, rng.choice([2, 3, 4]), lambda: draw(rng, "name"))
    lines = [f"{rng.choice(['0', '30', '*/5', '15'])} {rng.choice(['*', '2', '4', '*/2'])} * * {rng.choice(['*', '1', '0'])} /usr/local/bin/{x}.sh" for x in found]
    x = rng.choice(found)
    return "$ crontab -l\n" + "\n".join(lines), [
        question("run the {x} script now\nstart the {x} job by hand", "/usr/local/bin/{x}.sh", x=x),
        question("%show the {x} script\nwhat does the {x} job do", "cat /usr/local/bin/{x}.sh", x=x),
        question("remove the {x} line\n%delete the {x} job from my crontab\ndon't run {x} any more", "crontab -l | grep -v {x}.sh | crontab -", x=x),
        question("%change my crontab\nlet me edit these\nedit the schedule", "crontab -e"),
    ]


@scene
def packages(rng):
    found = distinct(rng, row_count(rng, 40, 3), lambda: draw(rng, "package"))
    x = rng.choice(found)
    versions = [sorted((values.TYPES["version"](rng, None).written for _ in range(2)), key=lambda v: [int(n) for n in re.findall(r"\d+", v)]) for _ in found]
    lines = [f"{p}/stable {new}-1 amd64 [upgradable from: {old}-1]" for p, (old, new) in zip(found, versions)]
    return prompt(rng, "apt list --upgradable") + "Listing...\n" + "\n".join(lines), [
        question("upgrade only {x}\nupdate just {x}", "sudo apt install --only-upgrade {x}", x=x),
        question("upgrade all of them\ninstall all these updates", "sudo apt upgrade"),
        question("keep {x} at its version\nhold {x} back\ndon't upgrade {x}", "sudo apt-mark hold {x}", x=x),
        question("what changed in {x}\nchangelog of {x}", "apt changelog {x}", x=x),
    ]


# --- as people paste them

SYSTEM_ROWS = [("root", 1, "Ss", "/sbin/init splash"), ("root", 2, "S", "[kthreadd]"), ("root", 14, "S", "[ksoftirqd/0]"), ("root", 15, "I", "[rcu_preempt]"), ("root", 389, "S<s", "/lib/systemd/systemd-journald"), ("root", 431, "Ss", "/lib/systemd/systemd-udevd"), ("message+", 702, "Ss", "@dbus-daemon --system --address=systemd: --nofork --nopidfile"), ("root", 711, "Ss", "/usr/sbin/cron -f -P"), ("syslog", 718, "Ssl", "/usr/sbin/rsyslogd -n -iNONE"), ("root", 803, "Ss", "sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups"), ("systemd+", 655, "Ss", "/lib/systemd/systemd-resolved"), ("root", 729, "Ssl", "/usr/bin/containerd"), ("root", 22, "I<", "[kworker/u8:1-events_unbound]")]
APPS = {  # what it is called in words: user, command line
    "java": ("tomcat", "/usr/bin/java -Xmx4g -jar /opt/{w}/{w}.jar"), "jar": ("{p}", "java -Xms512m -Xmx2g -jar target/{w}-1.4.2.jar"), "mysqld": ("mysql", "/usr/sbin/mysqld"), "postgres": ("postgres", "/usr/lib/postgresql/15/bin/postgres -D /var/lib/postgresql/15/main"), "firefox": ("{p}", "/usr/lib/firefox/firefox"), "chrome": ("{p}", "/opt/google/chrome/chrome --type=renderer --lang=en-US"), "gunicorn": ("www-data", "/srv/{w}/venv/bin/python3 /srv/{w}/venv/bin/gunicorn wsgi:app"), "celery": ("celery", "/usr/bin/python3 /usr/local/bin/celery -A {w} worker -l info"),
    "train.py": ("{p}", "python3 train.py --epochs 100 --batch-size 64"), "rsync": ("root", "rsync -a --delete /home/ /mnt/backup/home/"), "ffmpeg": ("{p}", "ffmpeg -i input.mkv -c:v libx265 out.mp4"), "node": ("node", "node /opt/{w}/server.js"), "next": ("{p}", "node /home/{p}/{w}/node_modules/.bin/next dev"), "redis-server": ("redis", "/usr/bin/redis-server 127.0.0.1:6379"), "mongod": ("mongodb", "/usr/bin/mongod --config /etc/mongod.conf"), "prometheus": ("prometheus", "/usr/bin/prometheus --config.file=/etc/prometheus/prometheus.yml"), "clamscan": ("root", "clamscan -r -i /home"),
    "find": ("{p}", "find / -name {w}.conf"), "dd": ("root", "dd if=/dev/zero of=/tmp/{w} bs=1M count=90000"), "tar": ("root", "tar czf /backup/{w}.tar.gz /srv"), "apache2": ("www-data", "/usr/sbin/apache2 -k start"), "nginx": ("www-data", "nginx: worker process"), "jupyter": ("{p}", "/home/{p}/miniconda3/bin/python /home/{p}/miniconda3/bin/jupyter-lab --port=8888"), "yes": ("{p}", "yes"), "stress": ("{p}", "stress --cpu 8"), "xmrig": ("www-data", "/tmp/.x/xmrig -o pool.example.net:3333"), "elasticsearch": ("elastic+", "/usr/share/elasticsearch/jdk/bin/java -Xms4g -Xmx4g org.elasticsearch.bootstrap.Elasticsearch"), "grafana": ("grafana", "/usr/share/grafana/bin/grafana server --config=/etc/grafana/grafana.ini"), "dockerd": ("root", "/usr/bin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock"), "make": ("{p}", "make -j16"), "cc1plus": ("{p}", "/usr/lib/gcc/x86_64-linux-gnu/12/cc1plus -quiet -O2 main.cpp"), "vim": ("{p}", "vim {w}.conf"), "mysqldump": ("root", "mysqldump --all-databases"), "code": ("{p}", "/usr/share/code/code --type=utility"), "ollama": ("ollama", "/usr/local/bin/ollama serve"), "minecraft": ("{p}", "java -Xmx6G -jar minecraft_server.jar nogui"), "qemu": ("libvirt+", "/usr/bin/qemu-system-x86_64 -name guest={w} -m 8192"), "influxd": ("influxdb", "/usr/bin/influxd"), "plex": ("plex", "/usr/lib/plexmediaserver/Plex Media Server"), "smbd": ("root", "/usr/sbin/smbd --foreground --no-process-group"),
}


def running(rng, count: int):
    """Different programs: name, user, command line."""
    found = []
    for name in rng.sample(list(APPS), min(count, len(APPS))):
        user, command = APPS[name]
        slots = {"{w}": values.word(rng), "{p}": rng.choice(values.PEOPLE)}
        for slot, value in slots.items():
            user, command = user.replace(slot, value), command.replace(slot, value)
        found.append((name, user if len(user) < 9 else user[:7] + "+", command))
    return found


HOG = {
    "cpu": "(the cpu hog|whatever is burning the cpu|the process that eats the cpu|the busiest one|the one at the top of the cpu column|the thing that makes the fans spin|the process with the highest %CPU|the one using most cpu)",
    "mem": "(the memory hog|whatever is eating the ram|the process with the most memory|the biggest memory consumer|the one that takes most of the RAM|the thing filling up the memory|the one with the highest %MEM)",
}


def on_process(one: str, pid: str, user: str, n: str) -> list:
    return asks(f"""
kill {{i}} => kill {one}; {one} must go; end {one} politely; please stop {one}; send TERM to {one}; get rid of {one}; {one} should quit
kill -9 {{i}} => kill -9 {one}; {one} ignores a normal kill, use 9; SIGKILL for {one}; {one} hangs, shoot it with signal 9; force kill {one}
sudo renice -n {{n}} -p {{i}} => renice {one} to {{n}}; nice value {{n}} for {one}; {one} should be nicer to the rest: {{n}}; lower the priority of {one}, nice {{n}}; set {one} to nice {{n}}
sudo lsof -p {{i}} => what files does {one} have open; open files of {one}; lsof on {one}
sudo strace -p {{i}} => what is {one} doing? attach strace; strace {one}; see the system calls of {one}
ps -fp {{i}} => full details of {one} from ps -f; who started {one} and with which arguments? ps -f; ps -f just for {one}
top -p {{i}} => keep an eye on only {one} in top; top for just {one}; monitor {one} alone with top
kill -STOP {{i}} => freeze {one} for now, don't kill it; pause {one}; suspend {one} until I say go on
sudo ls -l /proc/{{i}}/cwd => from which directory was {one} started; working directory of {one}, from proc; cwd of {one}
ps -T -p {{i}} => threads of {one}; show me the threads in {one}; which threads has {one}
pstree -sp {{i}} => where does {one} come from, its ancestors as a tree; parents of {one} with pids, pstree; process tree above {one}
sudo cat /proc/{{i}}/environ | tr '\\0' '\\n' => environment of {one}, one variable a line; env variables {one} was started with, readable; print the environment of {one} line by line
""", i=pid, n=n) + asks(f"ps -u {{u}} => what else does the owner of {one} run; all processes of the user who runs {one}; everything by the same user as {one}", u=user)


@often(6)
def ps_real(rng):
    apps = running(rng, row_count(rng, 30))
    full = rng.random() < 0.35  # ps -ef
    pids = sorted(distinct(rng, len(apps), lambda: str(rng.randint(1100, rng.choice([9000, 60000, 3000000])))), key=int)
    cpu, memory = amounts(rng, len(apps), 0.1, rng.choice([99, 390])), amounts(rng, len(apps), 0.1, 48)
    states = [rng.choice(["S", "Ss", "Sl", "Ssl", "S+"]) for _ in apps]
    states[cpu.index(max(cpu))] = rng.choice(["R", "Rl", "R+"])
    asked, extra = [], []
    n = str(rng.choice([5, 10, 15, 19]))
    parents = ["1"] * len(apps)
    if rng.random() < 0.35:  # zombies
        parent = rng.randrange(len(apps))
        count = rng.choice([1, 1, 2, 3, 5])
        child = rng.choice(["sh", "python3", "curl", "node", "chrome", "git", "worker", "ssh"])
        dead = sorted(distinct(rng, count, lambda: str(int(pids[parent]) + rng.randint(2, 4000))), key=int)
        dead = [d for d in dead if d not in pids]
        extra += [(apps[parent][1], d, pids[parent], 0.0, 0.0, "Z", f"[{child}] <defunct>") for d in dead]
        if full:
            them = "(the zombie|the defunct process|the zombie process)" if len(dead) == 1 else "(the zombies|the defunct processes|those zombies|all these defunct ones)"
            asked += asks(f"""
kill {{p}} => kill the parent of {them}; {them} won't go away: end their parent; get rid of {them} by killing the process that spawned them; whoever left {them} behind, kill it; terminate what doesn't reap {them}
kill -9 {{p}} => kill -9 the parent of {them}; {them}: parent doesn't react, SIGKILL it; force kill whoever should have reaped {them}
kill -CHLD {{p}} => remind the parent of {them} to reap, SIGCHLD; send CHLD to the parent of {them}
ps -fp {{p}} => what is the parent of {them}, ps -f; show the process {them} belong to, ps -f line; who is responsible for {them}? ps -f
sudo strace -p {{p}} => strace the parent of {them}; what is the parent of {them} doing, system calls
""".replace("their parent", "its parent" if len(dead) == 1 else "their parent").replace("spawned them", "spawned it" if len(dead) == 1 else "spawned them"), p=pids[parent]) * 4
        elif len(dead) == 1:
            asked += asks("""
ps -o ppid= -p {z} => parent pid of the (zombie|defunct process); who is the zombie's parent; which process doesn't reap the defunct one, its pid; pid of the zombie's parent, only the number
pstree -sp {z} => ancestors of the zombie as a tree with pids; where does the defunct process come from, pstree; tree above the zombie
""", z=dead[0]) * 4
    if rng.random() < 0.2:  # stuck in I/O
        i = rng.choice([i for i in range(len(apps)) if i != cpu.index(max(cpu))])
        states[i] = "D"
        if not full:
            asked += asks("""
sudo cat /proc/{i}/stack => where in the kernel does the one in D state hang; kernel stack of the process stuck in uninterruptible sleep; stack of the one waiting for the disk
ps -fp {i} => what is the process in state D, ps -f; ps -f of the one stuck on io; which is the uninterruptible one, its full line
sudo lsof -p {i} => which files has the one in state D open; what is the stuck process waiting for, its open files
""", i=pids[i]) * 3
    workers = []
    if rng.random() < 0.25:
        name, user, command = rng.choice([("worker", "www-data", "python3 /srv/app/worker.py --queue default"), ("sleep", rng.choice(values.PEOPLE), "sleep 36000"), ("backup", "root", "/bin/bash /usr/local/bin/backup.sh"), ("scraper", "deploy", "python3 scraper.py"), ("sidekiq", "deploy", "sidekiq 7.1.2 shop [0 of 10 busy]"), ("php-fpm", "www-data", "php-fpm: pool www")])
        workers = sorted(distinct(rng, rng.choice([2, 3, 4]), lambda: str(rng.randint(3100, 99000))), key=int)
        workers = [w for w in workers if w not in pids]
        extra += [(user, w, "1", 0.3, 0.4, "S", command) for w in workers]
        if len(workers) > 1:
            asked += asks(f"""
kill {{i}} => kill all the {name} processes by pid; the {name} ones must all go, use their pids; {name} is running several times, kill every one by pid; terminate each {name} process, pids please; stop all {name} instances with one kill
kill -9 {{i}} => kill -9 all the {name} processes by pid; every {name} must die, signal 9, with pids; force kill each {name} by pid
""", i=" ".join(workers)) * 3
            if len(workers) > 2:
                asked += asks(f"kill {{i}} => kill every {name} process but the first one; leave the first {name} alone, kill the other ones; one {name} is enough: keep the first, kill the rest", i=" ".join(workers[1:]))
    rows = [(u, p, pp, c, m, s, x) for (_, u, x), p, pp, c, m, s in zip(apps, pids, parents, cpu, memory, states)] + extra
    rows.sort(key=lambda r: int(r[1]))
    below = rng.sample(SYSTEM_ROWS, min(len(SYSTEM_ROWS), rng.choice([0, 2, 4, 6, 10, 14])))
    rows = sorted([(u, str(p), "0" if p < 3 else "2" if x.startswith("[") else "1", 0.0, 0.1, s, x) for u, p, s, x in below], key=lambda r: int(r[1])) + rows
    command = "ps -ef" if full else rng.choice(["ps aux", "ps aux", "ps aux", "ps auxf", "ps aux | less", "ps auxww"])
    if not full and rng.random() < 0.35:
        key = rng.choice(["cpu", "mem"])
        rows.sort(key=lambda r: -(r[3] if key == "cpu" else r[4]))
        command = rng.choice([f"ps aux --sort=-%{key}", f"ps aux --sort=-%{key} | head", f"ps aux --sort -%{key} | head -20", f"ps aux | sort -nrk {3 if key == 'cpu' else 4} | head"])
    hour = lambda: rng.choice([f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}", "Mar02", "Feb11", "Jan19", "2025"])
    if full:
        body = table([["UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"], *[[u, p, pp, int(c) % 100, hour(), rng.choice(["?", "?", "pts/0"]), f"{rng.randint(0, 9):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}", x] for u, p, pp, c, m, s, x in rows]], 1, (1, 2, 3))
    else:
        body = table([["USER", "PID", "%CPU", "%MEM", "VSZ", "RSS", "TTY", "STAT", "START", "TIME", "COMMAND"], *[[u, p, f"{c:.1f}", f"{m:.1f}", 0 if x.startswith("[") else rng.randint(9000, 9000000), 0 if x.startswith("[") else int(m * 160000) + 900, rng.choice(["?", "?", "pts/0", "tty1"]), s, hour(), f"{rng.randint(0, 900)}:{rng.randint(0, 59):02}", x] for u, p, pp, c, m, s, x in rows]], 1, (1, 2, 3, 4, 5))
    if "head" in command or rng.random() < 0.12:
        lines = body.split("\n")
        body = "\n".join(lines[rng.choice([0, 0, 1]):] if "sort -nrk" not in command else lines[1:])
    if command.endswith("| head") and body.count("\n") > 10:
        command += f" -n {body.count(chr(10)) + 1}"
    output = typed(rng, command) + body
    if not full:
        for key, amount in [("cpu", cpu), ("mem", memory)]:
            i = amount.index(max(amount))
            asked += on_process(HOG[key], pids[i], apps[i][1].rstrip("+"), n) if not apps[i][1].endswith("+") else on_process(HOG[key], pids[i], "root", n)[:-1]
    i = rng.randrange(len(apps))
    name = apps[i][0]
    if sum(name in r[6] for r in rows) == 1:
        asked += [q for q in on_process(f"(the {name} process|{name}|the {name} one)", pids[i], apps[i][1], n)[:-1] if q.command.startswith(("kill", "sudo renice", "sudo lsof", "ps -fp"))]
    i = rng.randrange(len(apps))
    u = apps[i][1]
    own = [r[1] for r in rows if r[0] == u]
    if u != "root" and not u.endswith("+") and len(own) < 4:
        asked += asks("""
pkill -u {u} => everything of {u} should be killed; end all that {u} has running; {u} must not run anything any more
ps -u {u} => only what {u} runs; list the processes of {u}; narrow it to {u}
""", u=u)
    return output, asked


@often(4)
def ps_grepped(rng):
    """`ps aux | grep`, `pgrep -a`, `ps -eo`: few rows, the grep itself among them."""
    name, user, command = rng.choice(running(rng, 12))
    what = name if name in command else command.split()[0].rsplit("/", 1)[-1]
    count = rng.choice([1, 1, 1, 2, 2, 3])
    pids = sorted(distinct(rng, count, lambda: str(rng.randint(1100, 90000))), key=int)
    me = rng.choice(values.PEOPLE)
    shape = rng.choice(["grep", "grep", "grep", "grepef", "pgrep", "etime", "etime"])
    n = str(rng.choice([5, 10, 15, 19]))
    if shape in ("grep", "grepef"):
        days = [rng.choice(["Feb11", "Jan19", "Mar01"])] + [f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}" for _ in pids[1:]]
        own = str(int(pids[-1]) + rng.randint(3, 900))
        if shape == "grep":
            rows = [[user, p, f"{rng.uniform(0, 9):.1f}", f"{rng.uniform(0, 9):.1f}", rng.randint(90000, 900000), rng.randint(4000, 90000), "?", "Sl", d, f"{rng.randint(0, 90)}:{rng.randint(10, 59)}", command] for p, d in zip(pids, days)]
            rows.append([me, own, "0.0", "0.0", 6480, 2304, "pts/0", "S+", f"{rng.randint(10, 23)}:{rng.randint(10, 59)}", "0:00", f"grep --color=auto {what}"])
            output = typed(rng, f"ps aux | grep {what}", always=True) + table(rows, 1, (1, 2, 3, 4, 5))
        else:
            rows = [[user, p, "1", 0, d, "?", "00:02:11", command] for p, d in zip(pids, days)] + [[me, own, str(int(own) - 40), 0, "11:02", "pts/0", "00:00:00", f"grep {what}"]]
            output = typed(rng, f"ps -ef | grep {what}", always=True) + table(rows, 1, (1, 2, 3))
    elif shape == "pgrep":
        output = typed(rng, f"pgrep -a {what}", always=True) + "\n".join(f"{p} {command}" for p in pids)
    else:
        others = [r for r in running(rng, 8) if r[0] != name][: rng.choice([2, 3, 5])]
        more = distinct(rng, len(others), lambda: str(rng.randint(1100, 90000)))
        all_rows = [(p, user, command) for p in pids[:1]] + [(p, u, c) for p, (_, u, c) in zip(more, others)]
        times = [int(x) for x in amounts(rng, len(all_rows), 30, 4_000_000)]
        order = sorted(range(len(all_rows)), key=lambda i: -times[i]) if rng.random() < 0.6 else range(len(all_rows))
        span = lambda s: (f"{s // 86400}-" if s >= 86400 else "") + (f"{s % 86400 // 3600:02}:" if s >= 3600 else "") + f"{s % 3600 // 60:02}:{s % 60:02}"
        output = typed(rng, rng.choice(["ps -eo pid,user,etime,cmd --sort=-etime" if not isinstance(order, range) else "ps -eo pid,user,etime,cmd"])) + table([["PID", "USER", "ELAPSED", "CMD"], *[[all_rows[i][0], all_rows[i][1], span(times[i]), all_rows[i][2]] for i in order]], 1, (0, 2))
        old, new = times.index(max(times)), times.index(min(times))
        asked = []
        for i, one in [(old, "(the one running longest|the longest running process|the oldest process|whatever has been up the longest|the one that was started first)"), (new, "(the one started last|the youngest process|the most recently started one|whatever just started)")]:
            asked += [q for q in on_process(one, all_rows[i][0], all_rows[i][1].rstrip("+"), n) if not q.command.startswith("ps -u") or not all_rows[i][1].endswith("+")]
        return output, asked
    if len(pids) == 1:
        one = f"(it|that process|the {what} process|{what}|the real one, not the grep|the one that's running)" if shape.startswith("grep") else f"(it|that process|the {what} process|{what})"
        asked = on_process(one, pids[0], user.rstrip("+"), n)
        asked = [q for q in asked if not q.command.startswith("ps -u")]
        if shape.startswith("grep"):
            asked += asks(f"pgrep -a {what} => the same without the grep showing up, pgrep with command lines; use pgrep instead, showing the command lines; pgrep for it with full commands")
        return output, asked
    asked = asks(f"""
kill {{i}} => kill both of them, not the grep; kill them by pid; they must all go, with one kill and their pids; end all {what} processes listed, by pid; terminate every {what}, pids on one line
kill -9 {{i}} => kill -9 all of them by pid; they ignore TERM, kill them with 9 by their pids; SIGKILL to every {what} listed, pids
""".replace("kill both of them, not the grep; ", "" if len(pids) != 2 or shape == "pgrep" else "kill both of them, not the grep; "), i=" ".join(pids)) * 2
    if shape == "grep" or shape == "grepef":
        asked += asks(f"""
kill {{i}} => kill the older {what}; the {what} that was started on an earlier day must go; there's a stale {what} from days ago, kill it; end the oldest one
ps -fp {{i}} => ps -f of the older {what}; details (ps -f) on the one started earliest
""", i=pids[0]) * 2
    asked += asks("kill {i} => kill the first one; end the top one; only the first of them must go", i=pids[0]) + asks("kill {i} => kill the last of them; only the one with the highest pid must go, it's the last" + (" before the grep" if shape.startswith("grep") else "") + "; end the most recent pid", i=pids[-1])
    asked += asks(f"pkill {what} => kill them all by name; pkill them; end everything called {what}, by name") if command.split()[0].rsplit("/", 1)[-1] == what else []
    return output, asked


@often(4)
def top_real(rng):
    apps = running(rng, row_count(rng, 30))
    pids = distinct(rng, len(apps), lambda: str(rng.randint(600, rng.choice([9000, 400000]))))
    cpu, memory = sorted(amounts(rng, len(apps), 0.3, rng.choice([99, 790])), reverse=True), amounts(rng, len(apps), 0.1, 60)
    cores = rng.choice([2, 4, 8, 16])
    short_name = lambda c: short(c)[:15]
    rows = [[p, u, 20, 0, f"{rng.uniform(1, 40):.1f}g" if m > 20 else rng.randint(20000, 4000000), int(m * 160000), rng.randint(1000, 60000), "R" if c > 40 else "S", f"{c:.1f}", f"{m:.1f}", f"{rng.randint(0, 900)}:{rng.randint(10, 59)}.{rng.randint(10, 99)}", short_name(x)] for (_, u, x), p, c, m in zip(apps, pids, cpu, memory)]
    total = rng.choice([3900.4, 7853.1, 15887.2, 31990.8, 64216.5])
    swap = rng.choice([(0.0, 0.0), (2048.0, 2047.2), (4096.0, 210.5), (8192.0, 8100.9)])
    head = f"top - {rng.randint(0, 23):02}:{rng.randint(10, 59)}:{rng.randint(10, 59)} up {rng.randint(1, 200)} days, {rng.randint(1, 23)}:{rng.randint(10, 59)},  {rng.randint(1, 4)} users,  load average: {sum(cpu) / 80:.2f}, {sum(cpu) / 90:.2f}, {sum(cpu) / 100:.2f}\nTasks: {rng.randint(100, 400)} total,   {rng.randint(1, 4)} running, {rng.randint(100, 390)} sleeping,   0 stopped,   {rng.choice([0, 0, 1])} zombie\n%Cpu(s): {min(98, sum(cpu) / cores):.1f} us,  {rng.uniform(0.5, 9):.1f} sy,  0.0 ni, {rng.uniform(0.5, 60):.1f} id, {rng.uniform(0, 9):.1f} wa,  0.0 hi,  0.1 si,  0.0 st\nMiB Mem : {total:8} total, {total / 40:8.1f} free, {total * 0.8:8.1f} used, {total / 6:8.1f} buff/cache\nMiB Swap: {swap[0]:8} total, {swap[0] - swap[1]:8.1f} free, {swap[1]:8} used. {total / 9:8.1f} avail Mem\n\n"
    cut = rng.random()
    body = table([["PID", "USER", "PR", "NI", "VIRT", "RES", "SHR", "S", "%CPU", "%MEM", "TIME+", "COMMAND"], *rows], 1, (0, 2, 3, 4, 5, 6, 8, 9, 10))
    output = (typed(rng, rng.choice(["top -b -n1 | head -20", "top", "top -bn1"])) if cut < 0.5 else "") + (head if cut < 0.75 else "") + body
    n = str(rng.choice([5, 10, 15, 19]))
    asked = []
    for key, amount in [("cpu", cpu), ("mem", memory)]:
        i = amount.index(max(amount))
        asked += [q for q in on_process(HOG[key], pids[i], apps[i][1].rstrip("+"), n) if not q.command.startswith("ps -u") or not apps[i][1].endswith("+")]
    i, j = (sorted(range(len(cpu)), key=lambda k: -cpu[k])[k] for k in (0, 1))
    asked += asks("""
kill {i} {j} => kill the two busiest; the top two by cpu must go; end both of the processes with most cpu
""", i=pids[i], j=pids[j])
    over = [k for k in range(len(cpu)) if cpu[k] > 100]
    if 1 < len(over) < 4:
        asked += asks("kill {i} => kill everything above 100% cpu; whatever uses more than one full core must go (over 100%), kill it; all those over 100 percent cpu: kill", i=" ".join(pids[k] for k in over)) * 2
    k = rng.randrange(len(apps))
    if sum(rows[k][11] == r[11] for r in rows) == 1:
        name = rows[k][11]
        asked += [q for q in on_process(f"({name}|the {name} process|the {name} one)", pids[k], apps[k][1], n)[:-1] if q.command.startswith(("kill", "sudo renice", "sudo lsof"))]
    return output, asked


UNITS = {  # unit: description, program, a file of its configuration
    "nginx": ("A high performance web server and a reverse proxy server", "/usr/sbin/nginx", "/etc/nginx/nginx.conf"), "apache2": ("The Apache HTTP Server", "/usr/sbin/apache2ctl", "/etc/apache2/apache2.conf"), "httpd": ("The Apache HTTP Server", "/usr/sbin/httpd", "/etc/httpd/conf/httpd.conf"), "mysql": ("MySQL Community Server", "/usr/sbin/mysqld", "/etc/mysql/my.cnf"), "mariadb": ("MariaDB 10.11.6 database server", "/usr/sbin/mariadbd", "/etc/mysql/mariadb.cnf"), "postgresql@15-main": ("PostgreSQL Cluster 15-main", "/usr/bin/pg_ctlcluster", "/etc/postgresql/15/main/postgresql.conf"), "redis-server": ("Advanced key-value store", "/usr/bin/redis-server", "/etc/redis/redis.conf"), "docker": ("Docker Application Container Engine", "/usr/bin/dockerd", "/etc/docker/daemon.json"), "ssh": ("OpenBSD Secure Shell server", "/usr/sbin/sshd", "/etc/ssh/sshd_config"), "sshd": ("OpenSSH server daemon", "/usr/sbin/sshd", "/etc/ssh/sshd_config"),
    "cron": ("Regular background program processing daemon", "/usr/sbin/cron", "/etc/crontab"), "fail2ban": ("Fail2Ban Service", "/usr/bin/fail2ban-server", "/etc/fail2ban/jail.local"), "grafana-server": ("Grafana instance", "/usr/share/grafana/bin/grafana", "/etc/grafana/grafana.ini"), "prometheus": ("Monitoring system and time series database", "/usr/bin/prometheus", "/etc/prometheus/prometheus.yml"), "haproxy": ("HAProxy Load Balancer", "/usr/sbin/haproxy", "/etc/haproxy/haproxy.cfg"), "php8.2-fpm": ("The PHP 8.2 FastCGI Process Manager", "/usr/sbin/php-fpm8.2", "/etc/php/8.2/fpm/php.ini"), "smbd": ("Samba SMB Daemon", "/usr/sbin/smbd", "/etc/samba/smb.conf"), "named": ("BIND Domain Name Server", "/usr/sbin/named", "/etc/bind/named.conf"), "dovecot": ("Dovecot IMAP/POP3 email server", "/usr/sbin/dovecot", "/etc/dovecot/dovecot.conf"), "postfix@-": ("Postfix Mail Transport Agent (instance -)", "/usr/sbin/postfix", "/etc/postfix/main.cf"), "mosquitto": ("Mosquitto MQTT Broker", "/usr/sbin/mosquitto", "/etc/mosquitto/mosquitto.conf"), "elasticsearch": ("Elasticsearch", "/usr/share/elasticsearch/bin/elasticsearch", "/etc/elasticsearch/elasticsearch.yml"), "rabbitmq-server": ("RabbitMQ Messaging Server", "/usr/sbin/rabbitmq-server", "/etc/rabbitmq/rabbitmq.conf"), "chrony": ("chrony, an NTP client/server", "/usr/sbin/chronyd", "/etc/chrony/chrony.conf"), "wg-quick@wg0": ("WireGuard via wg-quick(8) for wg0", "/usr/bin/wg-quick", "/etc/wireguard/wg0.conf"), "dnsmasq": ("dnsmasq - A lightweight DHCP and caching DNS server", "/usr/sbin/dnsmasq", "/etc/dnsmasq.conf"), "mongod": ("MongoDB Database Server", "/usr/bin/mongod", "/etc/mongod.conf"), "squid": ("Squid Web Proxy Server", "/usr/sbin/squid", "/etc/squid/squid.conf"), "vsftpd": ("vsftpd FTP server", "/usr/sbin/vsftpd", "/etc/vsftpd.conf"), "tomcat10": ("Apache Tomcat 10 Web Application Server", "/usr/libexec/tomcat10/tomcat-start.sh", "/etc/tomcat10/server.xml"), "logrotate": ("Rotate log files", "/usr/sbin/logrotate", "/etc/logrotate.conf"), "certbot": ("Certbot", "/usr/bin/certbot", "/etc/letsencrypt/cli.ini"),
}


def unit(rng):
    """A service: its name, description, program and configuration; some of one's own."""
    if rng.random() < 0.7:
        name = rng.choice(list(UNITS))
        return (name, *UNITS[name])
    name = values.plain_name(rng)
    return name, rng.choice([f"{name} service", f"{name.capitalize()} API", "My web app", f"Gunicorn instance to serve {name}", f"{name} worker"]), f"/opt/{name}/bin/{name}", f"/etc/{name}/{rng.choice(['config.yml', name + '.conf', 'app.toml', 'settings.ini'])}"


CALLED = re.compile(r"[@.].*|-server$|\d.*$")


def base_of(unit_name: str) -> str:
    """`postgresql@15-main` is called postgresql."""
    return CALLED.sub("", unit_name).rstrip("-_") or unit_name



def on_unit(one: str, name: str, n: str) -> list:
    return asks(f"""
sudo systemctl restart {{x}} => restart {one}; bounce {one}; try {one} once more, restart; get {one} back on its feet; {one} needs a restart; bring {one} back up, restart
journalctl -u {{x}} -n {{n}} => last {{n}} log lines of {one}; what did {one} say at the end? {{n}} lines of journal; {{n}} most recent journal lines for {one}; the tail of the journal for {one}, {{n}} lines; why did it die? {{n}} last lines of {one}
journalctl -u {{x}} => whole journal of {one}; logs of {one}; what does the journal have on {one}; everything {one} logged; show the log of {one}
journalctl -u {{x}} -b => journal of {one} since boot; what has {one} logged in this boot; logs of {one}, current boot only
journalctl -u {{x}} -f => follow the journal of {one}; live log of {one}; watch what {one} logs
systemctl status {{x}} => status of {one}; what's up with {one}; how is {one} doing; look at {one}'s state; more details on {one}
systemctl cat {{x}} => unit file of {one}; how is {one} defined, all unit files; show me the service definition of {one}
sudo systemctl edit {{x}} => add an override for {one}; edit a drop-in of {one}; I want to override settings of {one}
sudo systemctl disable --now {{x}} => stop {one} and keep it from starting at boot; {one}: off now and after reboots; I don't need {one}, disable it and stop it right away; turn {one} off for good, now as well
sudo systemctl stop {{x}} => stop {one}; {one} should be stopped; shut {one} down
sudo systemctl reset-failed {{x}} => clear the failed state of {one}; take {one} off the failed list; forget that {one} failed
systemctl show {{x}} -p ExecStart => which command does {one} start, just ExecStart from systemctl show; ExecStart property of {one}; what is executed for {one}? the ExecStart property
sudo systemctl mask {{x}} => make it impossible to start {one}; mask {one}; nothing should be able to start {one}
systemd-analyze verify {{x}}.service => is the unit file of {one} valid, verify it; check {one}'s unit for mistakes with systemd-analyze
""", x=name, n=n)


@often(5)
def units_failed(rng):
    """`systemctl --failed` or all units, with timers and mounts among them."""
    listed = distinct(rng, row_count(rng, 36, 5), lambda: unit(rng)[:2])
    only = rng.random() < 0.45
    bad = rng.sample(listed, rng.choice([1, 1, 1, 2, 2, 3])) if not only else listed[: rng.choice([1, 1, 2, 3])]
    rest = listed if not only else bad
    order = sorted(rest, key=lambda u: u[0])
    bad = [u for u in order if u in bad]
    stopped = []
    n = str(rng.choice([20, 30, 40, 50, 80, 100, 200]))
    form = rng.choice(["units", "units", "units", "bare"])
    rows = []
    for u in order:
        state = ["failed", "failed"] if u in bad else rng.choice([["active", "running"]] * 5 + [["active", "exited"]])
        if not only and u not in bad and not stopped and rng.random() < 0.12:
            state = ["inactive", "dead"]
            stopped = [u]
        rows.append([("● " if u in bad else "  ") + u[0] + ".service", "loaded", *state, u[1]])
    command = rng.choice(["systemctl --failed", "systemctl list-units --failed", "systemctl list-units --state=failed"]) if only else rng.choice(["systemctl list-units --type=service", "systemctl list-units -t service --all", "systemctl --type=service", "systemctl"])
    head = [["  UNIT", "LOAD", "ACTIVE", "SUB", "DESCRIPTION"]] if form == "units" or only else []
    output = typed(rng, command) + table(head + rows, 1)
    if rng.random() < 0.6:
        output += ("\n\nLOAD   = Reflects whether the unit definition was properly loaded.\nACTIVE = The high-level unit activation state, i.e. generalization of SUB.\nSUB    = The low-level unit activation state, values depend on unit type." if rng.random() < 0.5 else "") + f"\n{len(rows)} loaded units listed."
    asked = []
    if len(bad) == 1:
        one = "(the failed one|the service that died|the one that failed|the broken service|the failed unit|what failed there|whatever is broken|the one with the red dot|the dead service|the one that didn't come up)"
        asked += on_unit(one, bad[0][0], n) * 2
        program = UNITS.get(bad[0][0], ("", "", ""))[2]
        if program:
            asked += asks(f"sudo vim {{f}} => open the configuration of {one} in vim: {{f}}; edit {{f}} with vim, that's the config of {one}", f=program)
    else:
        them = "(the failed ones|all failed services|everything that failed|the services that died|whatever is broken|the dead ones|all of the broken units)"
        names = " ".join(u[0] for u in bad)
        flags = " ".join("-u " + u[0] for u in bad)
        asked += asks(f"""
sudo systemctl restart {{x}} => restart {them}; {them} should be restarted, by name; try {them} again with one restart; bring back {them}
systemctl status {{x}} => status of {them}, by name; look at {them} in detail; what's up with {them}
journalctl {{u}} -n {{n}} => last {{n}} journal lines of {them} together; journal of {them}, {{n}} lines
journalctl {{u}} => logs of {them}, in one go; the journal for {them} together
sudo systemctl disable --now {{x}} => stop {them} and don't start them at boot; {them} aren't needed: off now and at boot
sudo systemctl reset-failed => clear all the failures; reset the failed state of everything; forget every failure
""", x=names, u=flags, n=n) * 3
        first, last = bad[0], bad[-1]
        asked += on_unit("(the first failed one|the failed service listed first|the upper of the failed ones)", first[0], n)[:4]
        asked += on_unit("(the last failed one|the failed service listed last|the lowest of the failed ones)", last[0], n)[:4]
    k = rng.choice(order)
    nick = base_of(k[0])
    if len(nick) > 2 and sum(nick in u[0] for u in order) == 1:
        asked += on_unit(f"({nick}|the {nick} service)", k[0], n)
    words = [w for w in re.findall(r"[A-Z][a-z]{4,}|[a-z]{5,}", k[1]) if sum(w.lower() in u[1].lower() for u in order) == 1 and w.lower() not in ("service", "server", "daemon", "high", "performance", "instance")]
    if words and nick.lower() not in k[1].lower():
        asked += on_unit(f"(the one described as {' '.join(k[1].split()[:4])}|the {words[0].lower()} thing)" if "(" not in k[1] and "[" not in k[1] else f"(the {words[0].lower()} thing|the {words[0].lower()} one)", k[0], n)[:6]
    if len(stopped) == 1:
        asked += asks("sudo systemctl start {x} => start the one that's inactive; the stopped service should run; bring up the dead but not failed one; start whatever isn't running but hasn't failed\nsudo systemctl enable --now {x} => start the inactive one, now and at every boot; the inactive service should run from now on, boots included", x=stopped[0][0]) * 2
    return output, asked


REASONS = [  # what a service says when it doesn't come up: lines, questions about the values in them
    ("port", ["{t} {h} {b}[{p}]: {b}: bind() to 0.0.0.0:{port} failed (98: Address already in use)"], """
sudo ss -tlnp sport = :{port} => which process has its port, ss with just that source port; ss: who listens on the port it wants
sudo lsof -i :{port} => who has the port it wants; what already listens there; which program took the port; something else sits on its port, find out what; who is in the way on that port
sudo fuser -k {port}/tcp => kill whatever holds its port; free the port it needs; clear the port so it can start"""),
    ("config", ["{t} {h} {b}[{p}]: {cfg}:{ln}: unknown directive \"{w}\"", "{t} {h} {b}[{p}]: configuration file {cfg} test failed"], """
sudo vim +{ln} {cfg} => open the config at the bad line in vim; take me to the wrong line in vim; vim at the line it complains about; edit the faulty line of its configuration with vim; fix the config, vim at the line
sed -n '{ln}p' {cfg} => print the bad line of the config; which line is it? show only that; just the line it complains about, sed
sudo cp {cfg} {cfg}.bak => back up the config as .bak before I touch it; copy the config to .bak; keep a .bak of that configuration file
grep -n {w} {cfg} => where does {w} stand in the config, with line numbers; grep the config for {w}, numbered"""),
    ("denied", ["{t} {h} {b}[{p}]: could not open log file \"{dir}/{w}.log\": Permission denied", "{t} {h} {b}[{p}]: running as user {user}, cannot write to {dir}"], """
sudo chown -R {user} {dir} => give that directory to the user it runs as, recursively; it can't write there: make its user the owner, all below too; fix the ownership so it can write its log, recursively; {user} should own the log directory and everything in it; let the service's user have the directory, -R; permission problem: hand the folder with everything in it to the user who needs it; fix it; fix this permission problem; what do I do about this
ls -ld {dir} => who owns that directory; mode and owner of the directory it can't write to; look at the permissions of the folder itself
sudo -u {user} touch {dir}/x => can {user} really not write there? touch x in it as that user; try as its user to create x in that folder
namei -l {dir} => permissions along the whole path of that directory; is a parent directory closed? namei; owner and mode of each part of the path"""),
    ("missing", ["{t} {h} {b}[{p}]: open {dir}: no such file or directory"], """
sudo mkdir -p {dir} => create the missing directory; make what's missing, parents too; the directory it wants doesn't exist, create it; it needs that folder, make it; fix it; what now
ls -ld {dir} => does it really not exist? ls -ld; check that path with ls -ld
sudo install -d -o {user} {dir} => create the missing directory owned by {user}, with install; install -d it for {user}; make the directory with {user} as its owner in one command (install)"""),
    ("exec", ["{t} {h} systemd[{p}]: {x}.service: Failed to locate executable {exe}: No such file or directory", "{t} {h} systemd[{p}]: {x}.service: Failed at step EXEC spawning {exe}: No such file or directory"], """
ls -l {exe} => is the program there? long listing; does the executable exist, ls -l; look at the binary it wants
sudo systemctl edit --full {x} => correct the path in the unit, edit the whole unit; open the full unit file for editing through systemctl; change the ExecStart, edit the complete unit
systemctl cat {x} => what does the unit say; show the unit file; definition of that unit"""),
    ("execperm", ["{t} {h} systemd[{p}]: {x}.service: Failed to execute {exe}: Permission denied", "{t} {h} systemd[{p}]: {x}.service: Failed at step EXEC spawning {exe}: Permission denied"], """
sudo chmod +x {exe} => make the program executable; the binary lacks its x bit, add it; why can't it be executed? allow it; let systemd run that file; execute permission for what it wants to start; fix it; fix this
ls -l {exe} => mode of the program; permissions of what it tries to start; who may run that binary, ls -l"""),
    ("user", ["{t} {h} systemd[{p}]: {x}.service: Failed to determine user credentials: No such process", "{t} {h} systemd[{p}]: {x}.service: Failed at step USER spawning {exe}: No such process"], """
systemctl show {x} -p User => as which user should it run, the User property; User setting of the unit, systemctl show; which account does it want
sudo systemctl edit --full {x} => change the user in the unit, edit all of it; let me edit the complete unit file via systemctl"""),
    ("connect", ["{t} {h} {b}[{p}]: connection to server at \"{host}\", port {port} failed: Connection refused", "{t} {h} {b}[{p}]: fatal: no backend available"], """
nc -zv {host} {port} => is that port reachable from here, nc; test the connection it fails on with netcat; does {host} answer where it wants to connect? nc; check the backend's port with nc
ping -c 3 {host} => is its backend alive, 3 pings; three pings to the host it can't reach
ssh {host} => log in on the machine it can't connect to; ssh to the backend; get me onto the host that refuses"""),
    ("oom", ["{t} {h} systemd[1]: {x}.service: A process of this unit has been killed by the OOM killer.", "{t} {h} systemd[1]: {x}.service: Failed with result 'oom-kill'."], """
free -h => how much memory is there, human; memory overview; ran out of memory? show how much is free
sudo systemctl set-property {x} MemoryMax=2G => limit it to 2G of memory; MemoryMax 2G for that unit; cap its memory at 2G
journalctl -k -g oom => oom messages of the kernel, grep by journalctl; what does the kernel log say about oom; kernel journal, only what matches oom"""),
    ("disk", ["{t} {h} {b}[{p}]: write {dir}/{w}.wal: no space left on device"], """
df -h {dir} => how full is the disk it writes to; space left where it failed to write; is that filesystem really full; free space there
df -i {dir} => or is it inodes? check there; inode usage of the place it writes to
sudo du -h --max-depth=1 {dir} | sort -rh => what takes the space in that directory, largest first; break that directory down by size, biggest on top"""),
]


def troubled(rng):
    """A unit and why it doesn't run: (unit, kind, log lines, questions)."""
    u = unit(rng)
    kind, lines, questions = rng.choice(REASONS)
    user = rng.choice([base_of(u[0]), "www-data", "deploy", "postgres", "app", "grafana", "redis", "mysql"])
    w = values.word(rng)
    folder = rng.choice([f"/var/log/{base_of(u[0])}", f"/var/lib/{base_of(u[0])}", f"/srv/{w}/logs", f"/data/{w}", f"/opt/{w}/run", f"/run/{base_of(u[0])}"])
    slots = {"x": u[0], "exe": u[2], "cfg": u[3], "b": u[2].rsplit("/", 1)[-1], "h": machine(rng), "p": str(rng.randint(900, 90000)), "port": str(rng.choice([80, 443, 8080, 3000, 5432, 3306, 6379, 9090, 8443, int(draw(rng, "port"))])), "ln": str(rng.randint(2, 190)), "w": w, "dir": folder, "user": user, "host": rng.choice([machine(rng), draw(rng, "ip")]), "t": f"Mar {rng.randint(10, 28)} {rng.randint(0, 23):02}:{rng.randint(10, 59)}:{rng.randint(10, 59)}"}
    usual = {"nginx": "80", "apache2": "80", "httpd": "80", "haproxy": "443", "squid": "3128", "ssh": "22", "sshd": "22", "mysql": "3306", "mariadb": "3306", "postgresql": "5432", "redis": "6379", "mongod": "27017", "grafana": "3000", "prometheus": "9090", "smbd": "445", "named": "53", "dnsmasq": "53", "dovecot": "993", "postfix": "25", "mosquitto": "1883", "elasticsearch": "9200", "rabbitmq": "5672", "vsftpd": "21", "tomcat": "8080", "docker": "2375"}
    if kind == "port" and base_of(u[0]) in usual and rng.random() < 0.85:
        slots["port"] = usual[base_of(u[0])]
    lines = [fill(line, slots) for line in lines]
    return u, kind, lines, questions, slots


def fill(text: str, slots: dict) -> str:
    for name, value in slots.items():
        text = text.replace("{" + name + "}", value)
    return text


@often(6)
def unit_status(rng):
    u, kind, lines, questions, slots = troubled(rng)
    x, t, h, pid = u[0], slots["t"], slots["h"], slots["p"]
    code = {"exec": "203/EXEC", "execperm": "203/EXEC", "user": "217/USER", "oom": "9/KILL"}.get(kind, "1/FAILURE")
    n = str(rng.choice([20, 30, 50, 100, 200]))
    end = [f"{t} {h} systemd[1]: {x}.service: Main process exited, code=exited, status={code}", f"{t} {h} systemd[1]: {x}.service: Failed with result 'exit-code'."] if kind != "oom" else []
    end += [f"{t} {h} systemd[1]: Failed to start {x}.service - {u[1]}."] if rng.random() < 0.7 else [f"{t} {h} systemd[1]: {x}.service: Start request repeated too quickly."]
    start = [f"{t} {h} systemd[1]: Starting {x}.service - {u[1]}..."] if rng.random() < 0.7 else []
    if rng.random() < 0.6:
        output = typed(rng, f"systemctl status {x}", always=True, host=h) + f"{rng.choice('●×')} {x}.service - {u[1]}\n     Loaded: loaded ({rng.choice(['/lib/systemd/system', '/usr/lib/systemd/system', '/etc/systemd/system'])}/{x}.service; {rng.choice(['enabled', 'disabled'])}; preset: enabled)\n     Active: failed (Result: {'oom-kill' if kind == 'oom' else 'exit-code'}) since {'Sat Sun Mon Tue Wed Thu Fri'.split()[int(t.split()[1]) % 7]} 2026-03-{t.split()[1]} {t.split()[-1]} UTC; {rng.randint(2, 59)}{rng.choice(['s', 'min', 'h'])} ago\n" + (f"    Process: {pid} ExecStart={u[2]} (code=exited, status={code})\n" if rng.random() < 0.7 else "") + f"   Main PID: {pid} (code=exited, status={code})\n        CPU: {rng.randint(5, 900)}ms\n\n" + "\n".join(start + lines + end)
    else:
        noise = [f"{t} {h} {rng.choice(['CRON[3121]: pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)', 'systemd[1]: Starting apt-daily.service - Daily apt download activities...', 'systemd[1]: Started session-12.scope - Session 12 of User root.', 'kernel: [UFW BLOCK] IN=eth0 OUT= SRC=203.0.113.9 DST=10.0.0.4', 'sshd[2211]: Accepted publickey for deploy from 10.0.0.9 port 50122 ssh2', 'systemd-resolved[655]: Clock change detected. Flushing caches.', 'dbus-daemon[702]: [system] Activating via systemd: service name=org.freedesktop.hostname1', 'rsyslogd: [origin software=rsyslogd swVersion=8.2302.0] rsyslogd was HUPed'])}" for _ in range(rng.choice([0, 1, 3, 5]))]
        body = start + lines + end
        for line in noise:
            body.insert(rng.randrange(len(body) + 1), line)
        output = typed(rng, rng.choice(["journalctl -xe", "journalctl -n 20", "sudo tail /var/log/syslog", f"journalctl -u {x} -n 10" if not noise else "journalctl -e"]), host=h) + "\n".join(body)
    one = "(it|this service|the service|the failing unit|the service that won't start)"
    asked = asks(fill(questions.strip(), {k: v for k, v in slots.items()})) * 3
    asked += [q for q in on_unit(one, x, n) if not q.command.startswith(("systemctl status", "sudo systemctl stop"))]
    return output, asked


@often(4)
def on_terminals(rng):
    """w, who -u: idle times compared; what somebody runs."""
    people = distinct(rng, row_count(rng, 16, 2), lambda: rng.choice([*values.PEOPLE, "root", "deploy", "ubuntu", "admin"]))
    ttys = [f"pts/{i}" if i or rng.random() < 0.6 else "tty1" for i in range(len(people))]
    ips = [draw(rng, "ip") if t != "tty1" else "-" for t in ttys]
    seconds = [int(x) for x in amounts(rng, len(people), 1, 800000)]
    idle = lambda s: f"{s}.00s" if s < 60 else f"{s // 60}:{s % 60:02}" if s < 3600 else f"{s // 3600}:{s % 3600 // 60:02}m" if s < 172800 else f"{s // 86400}days"
    doing = [rng.choice(["-bash", "-bash", "vim config.yml", "top", "w", "htop", "ssh db01", "tail -f /var/log/syslog", "python3 train.py", "less notes.txt", "mysql -u root", "apt upgrade", "rsync -a /srv /backup", "man rsync", "nano /etc/fstab", "-zsh", "sudo -i"]) for _ in people]
    shape = rng.choice(["w", "w", "w", "who"])
    if shape == "w":
        head = f" {rng.randint(10, 23)}:{rng.randint(10, 59)}:{rng.randint(10, 59)} up {rng.randint(1, 300)} days, {rng.randint(1, 23)}:{rng.randint(10, 59)},  {len(people)} users,  load average: {rng.uniform(0, 5):.2f}, {rng.uniform(0, 5):.2f}, {rng.uniform(0, 5):.2f}\n"
        rows = [[u, t, i, rng.choice([f"{rng.randint(0, 23):02}:{rng.randint(10, 59)}", f"Mon{rng.randint(10, 23)}", "02Mar26"]), idle(s), f"{rng.uniform(0, 9):.2f}s", f"{rng.uniform(0, 1):.2f}s", d] for u, t, i, s, d in zip(people, ttys, ips, seconds, doing)]
        output = typed(rng, "w") + head + table([["USER", "TTY", "FROM", "LOGIN@", "IDLE", "JCPU", "PCPU", "WHAT"], *rows], 2)
    else:
        rows = [[u, t, f"2026-03-{rng.randint(1, 28):02} {rng.randint(0, 23):02}:{rng.randint(10, 59)}", f"({i})" if i != "-" else ""] for u, t, i in zip(people, ttys, ips)]
        output = typed(rng, "who") + table(rows, 1)
    asked = []

    def about(one, i):
        u, t, ip = people[i], ttys[i], ips[i]
        found = asks(f"""
sudo pkill -KILL -t {{t}} => throw {one} off, kill the whole terminal; end the session of {one} by its terminal; kill the terminal of {one}; close the terminal of {one} the hard way
ps -t {{t}} => what runs on the terminal of {one}; processes on the tty of {one}; list what {one} has on that terminal
""", t=t)
        if u != "root":
            found += asks(f"""
sudo pkill -KILL -u {{u}} => kick {one} off the machine, all processes with KILL; kill everything of {one} with signal KILL; log {one} out the hard way: KILL for all processes of that user
ps -u {{u}} => what is {one} running; all processes of {one}; list everything {one} runs
sudo loginctl terminate-user {{u}} => end all sessions of {one} through loginctl; loginctl: terminate {one}; log {one} out cleanly with loginctl
sudo usermod -L {{u}} => lock the account of {one}; {one} shouldn't be able to log in with a password any more; usermod: lock {one}
last {{u}} => earlier logins of {one}; login history of {one}; when was {one} here before
id {{u}} => groups and ids of {one}; which groups is {one} in, with ids
""", u=u)
        if ip != "-":
            found += asks(f"""
whois {{i}} => whois for the address of {one}; who owns the network {one} comes from; where does {one} come from, whois
ping -c 3 {{i}} => ping the machine {one} sits at, 3 times; three pings to where {one} came from
sudo ufw deny from {{i}} => block the address of {one} in ufw; ufw: deny where {one} comes from
dig -x {{i}} => reverse dns of the address {one} uses; which hostname is {one} connecting from, dig
""", i=ip)
        return found

    if shape == "w":
        old, new = seconds.index(max(seconds)), seconds.index(min(seconds))
        asked += about("(whoever has been idle longest|the user with the longest idle time|the longest idle one|the one who hasn't typed for the longest time|the sleepiest user)", old) * 2
        asked += about("(whoever typed last|the most recently active user|the least idle one|the user with the shortest idle time)", new)
        busy = [i for i, d in enumerate(doing) if not d.startswith("-") and doing.count(d) == 1]
        if busy:
            i = rng.choice(busy)
            word = doing[i].split()[0] if sum(d.split()[0] == doing[i].split()[0] for d in doing) == 1 else doing[i]
            asked += about(f"(whoever runs {word}|the user in {word}|the one with {word} open)", i)
    i = rng.randrange(len(people))
    if ips[i] != "-":
        asked += about(f"(whoever is logged in from {ips[i]}|the user from {ips[i]}|the {ips[i]} one)", i)
    asked += about(f"(the user on {ttys[i]}|whoever sits on {ttys[i]})", i)
    if "tty1" in ttys and len(people) > 1:
        asked += about("(whoever is logged in at the console|the user on the console|the local user, not over the network)", ttys.index("tty1"))
    asked += asks("""
who -b => when was the last boot, who knows; time of the last boot with who
uptime -s => since when is it up; the exact time it booted, uptime
""")
    return output, asked


@often(2)
def last_logins(rng):
    people = rng.sample(values.PEOPLE, 4)
    bad = rng.random() < 0.4
    attacker, ip = rng.choice(["root", "admin", "test", "oracle", "postgres"]), draw(rng, "ip")
    lines = []
    count = row_count(rng, 40, 5)
    others = [ip.rsplit(".", 1)[0] + f".{rng.randint(2, 250)}", *(draw(rng, "ip") for _ in range(4))]
    others = [o for o in others if o != ip]
    for i in range(count):
        day = 28 - i * min(2, 27 / count)
        stamp_ = f"{'Sun Mon Tue Wed Thu Fri Sat'.split()[(int(day) - 1) % 7]} Mar {int(day):2} {rng.randint(0, 23):02}:{rng.randint(10, 59)}"
        if bad:
            same = i != 1 and (i % 2 == 0 or rng.random() < 0.5)
            lines.append(f"{attacker if same else rng.choice(people):<8} ssh:notty    {ip if same else rng.choice(others):<16} {stamp_} - {rng.randint(10, 23)}:{rng.randint(10, 59)}  (00:00)")
        elif rng.random() < 0.15:
            lines.append(f"reboot   system boot  6.1.0-18-amd64   {stamp_}   still running" if not any("still running" in l for l in lines) else f"reboot   system boot  6.1.0-18-amd64   {stamp_} - 09:12 (2+03:11)")
        else:
            lines.append(f"{rng.choice(people):<8} {'pts/' + str(rng.randint(0, 3)):<12} {draw(rng, 'ip'):<16} {stamp_} - {rng.randint(10, 23)}:{rng.randint(10, 59)}  (0{rng.randint(0, 5)}:{rng.randint(10, 59)})")
    first = next((l for l in lines if not l.startswith("reboot")), None)
    if first is None:
        lines.insert(0, f"{people[0]:<8} pts/0        {ip:<16} Sat Mar 29 10:11   still logged in")
        first = lines[0]
    u, f = first.split()[0], first.split()[2]
    tail = f"\n\n{'btmp' if bad else 'wtmp'} begins Sun Mar  1 00:{rng.randint(10, 59)}:12 2026"
    output = typed(rng, rng.choice(["sudo lastb", f"sudo lastb | head -n {count}"]) if bad else rng.choice(["last", f"last -n {len(lines)}", f"last | head -{len(lines)}"])) + "\n".join(lines) + (tail if rng.random() < 0.5 else "")
    if bad:
        one = "(whoever keeps trying|the attacker|the address that fails all the time|the ip behind most of these|the brute forcer)"
        return output, asks(f"""
sudo ufw deny from {{i}} => block {one} with ufw; ufw: shut {one} out; {one} must not get in any more, ufw
sudo fail2ban-client set sshd banip {{i}} => ban {one} in fail2ban's sshd jail; fail2ban, sshd: ban {one}
whois {{i}} => whois of {one}; who is {one}? whois; network owner of {one}
sudo lastb {{u}} => only the failed logins as the most tried user name; failed attempts for the name that is tried over and over; lastb just for the account they go for
sudo iptables -A INPUT -s {{i}} -j DROP => iptables: drop everything from {one}; append an iptables rule to drop {one}
sudo fail2ban-client status sshd => what does fail2ban say about ssh, sshd jail; state of the sshd jail in fail2ban; who is banned for ssh already
sudo lastb | wc -l => how many failed logins are recorded in all; count the failed logins; number of bad logins
""", i=ip, u=attacker)
    one = "(the most recent login|whoever logged in last|the one at the top|the last person to log in)"
    return output, asks(f"""
last {{u}} => only the logins of {one}; all entries of {one}; login history of {one}
whois {{i}} => whois for the address of {one}; where did {one} come from, whois
id {{u}} => ids and groups of {one}; which groups does {one} belong to, with ids
sudo usermod -L {{u}} => lock the account of {one}; no more password logins for {one}, usermod
sudo chage -l {{u}} => password ageing of {one}; when does the password of {one} expire, chage
last reboot => only the reboots; when was it rebooted; list the boots
last -i => show ip numbers, not names; the same with numeric addresses; addresses as numbers please
lastlog -u {{u}} => what does lastlog say about {one}; lastlog of {one}
""", u=u, i=f)


SYSTEM_USERS = "root:x:0:0:root:/root:/bin/bash|daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin|bin:x:2:2:bin:/bin:/usr/sbin/nologin|sys:x:3:3:sys:/dev:/usr/sbin/nologin|sync:x:4:65534:sync:/bin:/bin/sync|man:x:6:12:man:/var/cache/man:/usr/sbin/nologin|mail:x:8:8:mail:/var/mail:/usr/sbin/nologin|www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin|backup:x:34:34:backup:/var/backups:/usr/sbin/nologin|nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin|systemd-network:x:998:998:systemd Network Management:/:/usr/sbin/nologin|sshd:x:102:65534::/run/sshd:/usr/sbin/nologin|messagebus:x:100:107::/nonexistent:/usr/sbin/nologin".split("|")


@often(4)
def accounts(rng):
    names_of = distinct(rng, row_count(rng, 14, 2), lambda: rng.choice([*values.PEOPLE, "deploy", "ubuntu", "gitlab-runner", "jenkins", "backupuser", draw(rng, "user")]))
    names_of = [n for n in names_of if re.fullmatch(r"[a-z][a-z0-9_-]*", n) and n not in ("root", "backup", "www-data", "nobody", "mail", "postgres", "mysql")] or ["deploy", "alice"]
    shells = ["/bin/bash"] * len(names_of)
    odd = rng.randrange(len(names_of)) if rng.random() < 0.6 else -1
    if odd >= 0:
        shells[odd] = rng.choice(["/bin/zsh", "/bin/sh", "/usr/bin/fish", "/usr/sbin/nologin", "/bin/false"])
    uids = [1000 + i + (i and rng.randint(0, 30)) for i in range(len(names_of))]
    rogue = -1
    if rng.random() < 0.3 and len(names_of) > 1:
        rogue = rng.choice([i for i in range(len(names_of)) if i != odd])
        uids[rogue] = 0
    homes = [f"/home/{n}" for n in names_of]
    moved = rng.choice([i for i in range(len(names_of)) if i not in (odd, rogue)] or [-1]) if rng.random() < 0.35 else -1
    if moved >= 0:
        homes[moved] = rng.choice(["/srv/", "/data/", "/var/lib/", "/mnt/home/"]) + names_of[moved]
    own = [f"{n}:x:{u}:{u if u else 1000 + i}:{rng.choice(['', n.capitalize() + ',,,', n.capitalize() + ' Miller'])}:{h}:{s}" for i, (n, u, h, s) in enumerate(zip(names_of, uids, homes, shells))]
    system = sorted(rng.sample(SYSTEM_USERS, rng.choice([0, 3, 6, 9])), key=SYSTEM_USERS.index) if rng.random() < 0.8 else []
    lines = system + own
    if rng.random() < 0.3 and system:
        lines.insert(rng.randrange(len(system), len(lines)), rng.choice(["postgres:x:114:120:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash", "mysql:x:112:118:MySQL Server,,,:/nonexistent:/bin/false"]))
    output = typed(rng, rng.choice(["cat /etc/passwd", "cat /etc/passwd", "getent passwd", "tail /etc/passwd" if len(lines) < 11 else "cat /etc/passwd", "less /etc/passwd"]), always=True) + "\n".join(lines)

    def about(one, i):
        n = names_of[i]
        found = asks(f"""
sudo passwd {{u}} => new password for {one}; set the password of {one}; reset the password of {one}; {one} forgot the password
sudo usermod -L {{u}} => lock {one}; {one} must not log in with a password any more; disable the account of {one}, usermod
sudo usermod -aG {{g}} {{u}} => add {one} to the group {{g}}; {one} needs group {{g}}; put {one} into {{g}} too
id {{u}} => ids and groups of {one}; which groups is {one} in, with ids
ps -u {{u}} => what does {one} run right now; processes of {one}
sudo su - {{u}} => become {one}, login shell; switch to {one} with sudo su; a login shell as {one}
sudo chage -l {{u}} => password ageing of {one}; when does the password of {one} expire
sudo ls -la {{h}} => what's in the home of {one}, hidden files too; list the home directory of {one} with all details
sudo crontab -l -u {{u}} => cron jobs of {one}; crontab of {one}; does {one} have a crontab, list it
sudo du -sh {{h}} => how big is the home directory of {one}; space used by the home of {one}
last {{u}} => when did {one} log in; login history of {one}
""", u=n, h=homes[i], g=rng.choice(["docker", "sudo", "wheel", "developers", "www-data", "adm", "libvirt"]))
        found += asks(f"""
sudo userdel -r {{u}} => delete {one} with the home directory; {one} left the company, remove account and home; get rid of {one} including home and mail; remove {one} completely, home too
sudo userdel {{u}} => delete {one} but keep the home; remove only the account of {one}; drop {one}, files stay
sudo pkill -KILL -u {{u}} => kill everything {one} runs with KILL; end all processes of {one}, KILL
""", u=n) if uids[i] else []
        if shells[i] not in ("/bin/bash",):
            found += asks(f"sudo chsh -s /bin/bash {{u}} => give {one} bash as login shell; {one} should have bash; login shell of {one}: /bin/bash", u=n) + asks(f"sudo usermod -s /bin/bash {{u}} => usermod: shell of {one} to /bin/bash; change the shell of {one} to /bin/bash with usermod", u=n)
        else:
            found += asks(f"sudo usermod -s /usr/sbin/nologin {{u}} => {one} shouldn't get a shell any more: nologin in /usr/sbin; set the shell of {one} to /usr/sbin/nologin; no more logins for {one}, shell /usr/sbin/nologin; usermod: /usr/sbin/nologin for {one}", u=n)
        if not homes[i].startswith("/home"):
            found += asks(f"sudo usermod -d /home/{{u}} -m {{u}} => move the home of {one} to /home/{{u}}, files too; {one}'s home should be /home/{{u}}, take the contents along".replace("{one}'s", one + "'s" if "(" not in one else "the") + "", u=n) if "(" not in one else asks(f"sudo usermod -d /home/{{u}} -m {{u}} => move the home of {one} to /home/{{u}}, files too; relocate the home directory of {one} to /home/{{u}} with its contents", u=n)
        return found

    asked = []
    if odd >= 0:
        kind = {"/bin/zsh": "zsh", "/bin/sh": "plain sh", "/usr/bin/fish": "fish", "/usr/sbin/nologin": "no login shell", "/bin/false": "/bin/false as shell"}[shells[odd]]
        if shells[odd] in ("/bin/zsh", "/usr/bin/fish", "/bin/sh"):
            asked += about(f"(the user with {kind}|the only one using {kind}|whoever has {kind} as shell)", odd) * 2
        elif not system:
            asked += about("(the one without a login shell|the account that can't log in|the one who gets no shell)", odd) * 2
    if rogue >= 0:
        asked += about("(the one with uid 0 that isn't root|the second root account|the account with root's uid|the fake root|that other superuser account|the suspicious uid 0 user)" if system and "root" in system[0] else "(the one with uid 0|the account with root's uid|the suspicious uid 0 user)", rogue) * 2
    if moved >= 0:
        asked += about("(the one whose home isn't in /home|the user with the home somewhere else|the one with the unusual home directory)" if not system else f"(the user whose home is in {homes[moved].rsplit('/', 1)[0]}|the one with a home under {homes[moved].rsplit('/', 1)[0]})", moved)
    asked += about("(the last one|the last user in the file|the account at the bottom|the most recently added user, the last line)", len(names_of) - 1)
    big = uids.index(max(uids))
    asked += about("(the user with the highest uid|the one with the biggest uid)", big) if not system or not any("nobody" in l or "systemd" in l for l in lines) else []
    i = rng.randrange(len(names_of))
    asked += about(names_of[i], i)
    asked += asks("""
grep bash$ /etc/passwd => only those with bash at the end; who has bash as shell, grep; lines ending in bash
cut -d: -f1 /etc/passwd => just the names; only the first field of each; names and nothing else
sudo vipw => edit it safely; open it for editing with the lock; change it the safe way
wc -l /etc/passwd => how many accounts are in that file; count the lines of it; number of accounts
""")
    return output, asked


CRON_TIMES = [("0 2 * * *", "night"), ("30 3 * * *", "night"), ("*/5 * * * *", "every five minutes"), ("0 * * * *", "hourly"), ("15 4 * * 0", "sunday"), ("0 0 1 * *", "monthly"), ("@reboot", "boot"), ("*/10 * * * *", "every ten minutes"), ("0 9 * * 1-5", "workdays"), ("45 23 * * 6", "saturday"), ("@daily", "daily"), ("* * * * *", "every minute"), ("0 6,18 * * *", "twice a day")]


@often(4)
def cron_real(rng):
    user = rng.choice(values.PEOPLE)
    system = rng.random() < 0.3  # /etc/crontab, with a user
    count = rng.choice([1, 2, 3, 4, 6])
    times = rng.sample(CRON_TIMES, count)
    kinds = rng.sample(["backup", "cleanup", "report", "sync", "certbot", "health", "metrics", "dump", "rotate", "newsletter", "index", "fetch", "prune", "thumbs", "dyndns", "watchdog"], count)
    jobs_of, logs = [], []
    for k in kinds:
        log = f"/var/log/{k}.log" if rng.random() < 0.6 else f"/home/{user}/{k}.log"
        script = rng.choice([f"/usr/local/bin/{k}.sh", f"/home/{user}/bin/{k}.sh", f"/opt/scripts/{k}.sh", f"/root/{k}.sh", f"/usr/bin/python3 /srv/{values.word(rng)}/{k}.py", f"/usr/local/bin/{k}"])
        redirect = rng.choice([f" >> {log} 2>&1", f" > {log} 2>&1", "", "", " > /dev/null 2>&1"])
        jobs_of.append((script, script + redirect))
        logs.append(log if log in redirect else None)
    head = rng.choice(["", "", "# m h  dom mon dow   command\n", "MAILTO=root\nPATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin\n\n", "# Edit this file to introduce tasks to be run by cron.\n#\n# m h  dom mon dow   command\n", "SHELL=/bin/bash\n"])
    lines = []
    for (t, _), (s, c), k in zip(times, jobs_of, kinds):
        if rng.random() < 0.2:
            lines.append(f"# {k}")
        lines.append(f"{t} {'root ' if system else ''}{c}")
    off = None
    if rng.random() < 0.2:
        off = values.word(rng)
        lines.insert(rng.randrange(len(lines) + 1), f"#0 5 * * * {'root ' if system else ''}/usr/local/bin/{off}.sh")
    command = rng.choice(["cat /etc/crontab", "cat /etc/cron.d/jobs"]) if system else rng.choice(["crontab -l", "crontab -l", "sudo crontab -l -u " + user])
    file = command.split()[-1] if system else ""
    output = typed(rng, command, always=True) + head + "\n".join(lines)
    asked = []
    other = f" -u {user}" if "-u" in command else ""
    edit = f"sudo vim {file}" if system else f"sudo crontab -e{other}" if other else "crontab -e"
    asked += asks(f"""
{edit} => let me edit these{', in vim' if system else ''}; {'open that file in vim' if system else 'change the schedule'}; I want to add a line{', vim' if system else ''}; {'edit the jobs with vim' if system else 'edit the crontab'}
systemctl status cron => is cron running at all; status of the cron daemon; does the cron service run
journalctl -u cron --since today => what did cron do today; cron's journal of today; did the jobs run today? journal of cron
""")
    if not system:
        asked += asks(f"""
{'sudo ' if other else ''}crontab{other} -l > {{f}} => save these to {{f}}; back the jobs up into {{f}}; write the crontab to {{f}}
{'sudo ' if other else ''}crontab{other} -r => drop the whole crontab; none of these should run any more, remove the crontab; delete all jobs at once
""", f=rng.choice(["crontab.bak", "jobs.txt", "~/crontab.txt", "/tmp/cron.old"]))
    for i in range(count):
        t, word = times[i]
        script, k = jobs_of[i][0], kinds[i]
        when = {"night": "(the one that runs at night|the nightly one)", "every five minutes": "the one that runs every five minutes", "hourly": "the hourly one", "sunday": "(the sunday job|the one for sundays)", "monthly": "(the monthly one|the one that runs once a month)", "boot": "(the one that runs at boot|the boot job)", "every ten minutes": "the one for every ten minutes", "workdays": "(the workday one|the one that runs monday to friday)", "saturday": "the saturday job", "daily": "the daily one", "every minute": "the one that runs every minute", "twice a day": "the one that runs twice a day"}[word]
        if sum(w == word for _, w in times) > 1 or word == "daily" and any(w == "night" for _, w in times):
            when = f"(the {k} job|the {k} one)"
        one = rng.choice([when, f"(the {k} job|{k}|the {k} one|the cron job for {k})"])
        path = script.split()[-1]
        s = "sudo " if system or other or script.startswith("/root") else ""
        asked += asks(f"""
{s}{script} => run {one} now, by hand; don't wait for cron, start {one} right now; start {one} manually; test {one}: run it now
ls -l {{p}} => is the script of {one} executable, ls -l; mode and owner of what {one} runs; permissions of the script in {one}
less {{p}} => what does {one} do? page through its script; read the script of {one}; show me the script behind {one}, in less
sudo chmod +x {{p}} => {one} fails with permission denied, make its script executable; give the script of {one} its x bit
""", p=path)
        if path.endswith(".sh"):
            asked += asks(f"""
{s}bash -x {{p}} => run {one} by hand with tracing; debug {one}: bash with -x; trace the script of {one}
bash -n {{p}} => does the script of {one} have syntax errors? check only; syntax check for {one}
""", p=path)
        if logs[i]:
            asked += asks(f"""
tail -n {{n}} {{l}} => did {one} work? last {{n}} lines of its log; last {{n}} log lines of {one}; how did {one} end, {{n}} lines; end of the log of {one}, {{n}} lines
tail -f {{l}} => follow the log of {one}; watch what {one} writes
grep -i error {{l}} => errors in the log of {one}, any case; did {one} log errors? ignore case
ls -l {{l}} => when did {one} write last? ls -l on its log; size and date of the log that {one} writes
""", l=logs[i], n=str(rng.choice([20, 30, 50, 100])))
    return output, asked


@often(3)
def timers_real(rng):
    pool = [("apt-daily.timer", "apt-daily.service"), ("apt-daily-upgrade.timer", "apt-daily-upgrade.service"), ("logrotate.timer", "logrotate.service"), ("man-db.timer", "man-db.service"), ("fstrim.timer", "fstrim.service"), ("systemd-tmpfiles-clean.timer", "systemd-tmpfiles-clean.service"), ("certbot.timer", "certbot.service"), ("e2scrub_all.timer", "e2scrub_all.service"), ("dpkg-db-backup.timer", "dpkg-db-backup.service"), ("motd-news.timer", "motd-news.service"), ("snapd.snap-repair.timer", "snapd.snap-repair.service"), ("dnf-makecache.timer", "dnf-makecache.service"), ("btrbk.timer", "btrbk.service"), ("phpsessionclean.timer", "phpsessionclean.service")]
    pool += [(f"{w}.timer", f"{w}.service") for w in distinct(rng, 3, lambda: rng.choice(["backup", "db-backup", "sync-photos", "restic", "borg", "report", values.plain_name(rng)]))]
    found = rng.sample(pool, row_count(rng, len(pool), 3))
    minutes = sorted(int(x) for x in amounts(rng, len(found), 3, 40000))
    span = lambda m: f"{m}min" if m < 60 else f"{m // 60}h {m % 60}min" if m < 2880 else f"{m // 1440} days"
    past = [int(x) for x in amounts(rng, len(found), 2, 20000)]
    never = rng.randrange(len(found)) if rng.random() < 0.35 else -1
    now = datetime(2026, rng.randint(1, 12), rng.randint(1, 28), rng.randint(0, 23), rng.randint(0, 59), rng.randint(0, 59))
    when = lambda m, sign: (now + timedelta(minutes=sign * m)).strftime("%a %Y-%m-%d %H:%M:%S UTC")
    rows = [[when(m, 1), span(m) + " left", "-" if i == never else when(p, -1), "-" if i == never else span(p) + " ago", t, s] for i, (m, p, (t, s)) in enumerate(zip(minutes, past, found))]
    output = typed(rng, rng.choice(["systemctl list-timers", "systemctl list-timers", "systemctl list-timers --all"])) + table([["NEXT", "LEFT", "LAST", "PASSED", "UNIT", "ACTIVATES"], *rows], 1) + (f"\n\n{len(rows)} timers listed.\nPass --all to see loaded but inactive timers, too." if rng.random() < 0.5 else "")

    def about(one, i):
        t, s = found[i]
        base = s.removesuffix(".service")
        return asks(f"""
sudo systemctl start {{s}} => run the service of {one} right now; don't wait, start what {one} activates; trigger the job of {one} immediately; start the service behind {one} by hand
sudo systemctl disable --now {{t}} => switch {one} off for good, now too; disable {one} and stop it; {one} must not fire any more, not after reboots either
sudo systemctl stop {{t}} => stop {one} until the next boot; {one} should pause, stop the timer itself
journalctl -u {{s}} => what did the job of {one} log; logs of the service that {one} starts; journal of what {one} activates
journalctl -u {{s}} -n {{n}} => last {{n}} journal lines of the job of {one}; how did the run of {one} end? {{n}} lines of its service
systemctl status {{t}} => status of {one} itself; state of {one}, the timer; how is {one} doing
systemctl cat {{t}} => how is {one} defined; the unit file of {one}; when exactly does {one} fire? its definition
sudo systemctl edit {{t}} => change the schedule of {one} by an override; override {one}
systemctl status {{s}} => status of the service that {one} starts; did the job of {one} succeed? status of its service
""", t=t, s=base, n=str(rng.choice([20, 30, 50, 100])))

    asked = about("(the next one to fire|the timer that comes next|the one due soonest|whichever fires first|the timer with the least time left)", 0) * 2
    asked += about("(the one that takes longest to fire|the timer due last|the one furthest in the future)", len(found) - 1)
    if never >= 0:
        asked += about("(the one that has never run|the timer that never fired|the one without a last run|whichever hasn't run yet)", never) * 2
    ran = [i for i in range(len(found)) if i != never]
    asked += about("(the one that ran most recently|the timer that fired last|whichever ran just now)", min(ran, key=lambda i: past[i]))
    asked += about("(the one whose last run is longest ago|the timer that hasn't fired for the longest time)", max(ran, key=lambda i: past[i])) if never < 0 else []
    i = rng.randrange(len(found))
    base = found[i][0].removesuffix(".timer")
    if sum(base in t for t, _ in found) == 1:
        asked += about(f"(the {base} one|the {base} timer|{base})", i)
    return output, asked


@often(3)
def unit_running(rng):
    """`systemctl status` of what runs: the pid, the unit file, whether it starts at boot."""
    u = unit(rng)
    x, base, h = u[0], base_of(u[0]), machine(rng)
    pid, child = str(rng.randint(500, 90000)), str(rng.randint(90001, 99999))
    enabled = rng.random() < 0.6
    where = rng.choice(["/lib/systemd/system", "/usr/lib/systemd/system", "/etc/systemd/system"])
    day = f"{rng.randint(1, 28):02}"
    text = f"● {x}.service - {u[1]}\n     Loaded: loaded ({where}/{x}.service; {'enabled' if enabled else 'disabled'}; preset: enabled)\n     Active: active (running) since {'Sun Mon Tue Wed Thu Fri Sat'.split()[(int(day) - 1) % 7]} 2026-03-{day} {rng.randint(10, 23)}:{rng.randint(10, 59)}:{rng.randint(10, 59)} UTC; {rng.randint(2, 20)} days ago\n   Main PID: {pid} ({u[2].rsplit('/', 1)[-1][:15]})\n      Tasks: {rng.randint(1, 60)} (limit: 9351)\n     Memory: {rng.choice([f'{rng.randint(3, 900)}.{rng.randint(0, 9)}M', f'{rng.randint(1, 14)}.{rng.randint(0, 9)}G'])}\n        CPU: {rng.randint(1, 59)}min {rng.randint(1, 59)}.{rng.randint(100, 999)}s\n     CGroup: /system.slice/{x}.service\n             ├─{pid} {u[2]}\n             └─{child} {u[2]} --worker\n\nMar {day} 10:11:12 {h} systemd[1]: Started {x}.service - {u[1]}."
    one = "(it|this service|the service|that one)"
    n = str(rng.choice([20, 30, 50, 100, 200]))
    asked = [Question(tuple(r for r in q.requests if not re.search(r"\bdie\b|on its feet|back up|once more", r)), q.command, q.template) for q in on_unit(one, x, n) if not q.command.startswith(("systemctl status", "sudo systemctl reset-failed", "systemd-analyze"))]
    asked += asks(f"""
sudo systemctl {'disable' if enabled else 'enable'} {{x}} => {'it should no longer come up at boot, but keep running now' if enabled else "it isn't started at boot, change that"}; {'take it out of the boot, leave it running' if enabled else 'have it start at every boot'}; {'not at boot any more' if enabled else 'it should come up after a reboot too'}
sudo systemctl reload {{x}} => let it reread its configuration without a restart; reload, don't restart; I changed its config, reload
sudo kill -HUP {{i}} => send HUP to its main process; SIGHUP to the main pid; signal the main pid with HUP
sudo lsof -p {{i}} => which files does the main process have open; open files of its main pid; lsof on the main process
sudo strace -f -p {{i}} => strace the main process with its children; follow the system calls of the main pid, forks too; what's it doing? strace with children
ps -T -p {{i}} => threads of the main process; show the threads of its main pid
sudo kill -9 {{c}} => kill -9 the worker, not the main process; SIGKILL the worker child only; the worker hangs, kill just that with 9
cat /proc/{{i}}/limits => limits of the main process; how many files may the main pid open? its limits
cat {{w}} => print the unit file it was loaded from; show the file behind that unit, by its path; contents of the unit file
sudo systemctl set-property {{x}} MemoryMax={{m}} => at most {{m}} of memory for it; cap its memory at {{m}}, MemoryMax; it may not take more than {{m}}
systemctl show {{x}} -p MemoryCurrent => how much memory does it take, the property MemoryCurrent; just its MemoryCurrent
top -p {{i}} => watch the main process in top; only its main pid in top
""", x=x, i=pid, c=child, w=f"{where}/{x}.service", m=rng.choice(["512M", "1G", "2G", "4G"]))
    return typed(rng, f"systemctl status {x}", host=h) + text, asked


@often(2)
def loaded(rng):
    """uptime or vmstat says that the machine is busy: who is it?"""
    kind = rng.choice(["uptime", "vmstat", "oomish"])
    load = rng.uniform(4, 60)
    up = f" {rng.randint(0, 23):02}:{rng.randint(10, 59)}:{rng.randint(10, 59)} up {rng.randint(1, 300)} days,  {rng.randint(1, 23)}:{rng.randint(10, 59)},  {rng.randint(1, 6)} users,  load average: {load:.2f}, {load * 0.8:.2f}, {load * 0.5:.2f}"
    n = str(rng.choice([5, 6, 10, 11, 15, 20]))
    if kind == "uptime":
        output = typed(rng, "uptime", always=True) + up + (f"\n{rng.choice(['$ ', '# '])}nproc\n{rng.choice([2, 4, 8])}" if rng.random() < 0.5 else "")
        return output, asks("""
ps aux --sort=-%cpu | head -n {n} => who is it, by cpu, first {n} lines of ps; what causes that load? ps sorted by cpu, {n} lines; top cpu users, {n} lines with the header
ps -eo state,pid,cmd | grep '^D' => is anything stuck in D state? state, pid, command; which processes wait for io uninterruptibly, show state pid and command; those in D, with pid and command
vmstat 1 5 => cpu or io? vmstat, five samples, each second; 5 samples of vmstat a second apart
top => let me look live; interactive process view; watch what's going on
sudo iotop -o => who does io right now, active ones only; iotop with just the active; is it the disk? show who does io
nproc => how many cpus has it; number of cores; is that a lot? how many processors
iostat -x 1 3 => are the disks saturated? extended, 3 times each second; extended iostat, three reports a second apart
""", n=n)
    if kind == "vmstat":
        rows = [[rng.randint(0, 9), rng.randint(4, 30), rng.randint(100000, 900000), rng.randint(80000, 200000), rng.randint(1000, 9000), rng.randint(100000, 900000), rng.randint(400, 9000), rng.randint(900, 9000), rng.randint(5000, 50000), rng.randint(5000, 50000), rng.randint(1000, 9000), rng.randint(2000, 9000), rng.randint(3, 9), rng.randint(3, 9), rng.randint(0, 9), rng.randint(60, 90), 0] for _ in range(rng.choice([2, 3, 5]))]
        output = typed(rng, rng.choice(["vmstat 1", "vmstat 1 5", "vmstat 2"])) + "procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----\n" + table([["r", "b", "swpd", "free", "buff", "cache", "si", "so", "bi", "bo", "in", "cs", "us", "sy", "id", "wa", "st"], *rows], 1, tuple(range(17)))
        return output, asks("""
ps aux --sort=-%mem | head -n {n} => it swaps like mad, who has the memory? {n} lines; memory users, biggest first, {n} lines of ps; what eats the ram, first {n} lines
sudo iotop -o => who does all that io, only active ones; which processes wait for the disk, iotop, active only
swapon --show => which swap areas are in use; what swap is there; where does it swap to
iostat -x 1 => which disk is it, extended, every second; extended iostat each second; see the disks' load, 1s
sudo swapoff -a => turn all swap off; no swapping any more; disable every swap area
free -h => memory in readable units; how much is left; ram and swap overview
cat /proc/sys/vm/swappiness => how keen is it on swapping; the swappiness value
""", n=n)
    total = rng.choice([3.8, 7.6, 15, 31])
    output = typed(rng, "free -h", always=True) + f"               total        used        free      shared  buff/cache   available\nMem:           {total}Gi       {total * 0.95:.1f}Gi       {rng.randint(60, 200)}Mi       {rng.randint(2, 90)}Mi       {total * 0.03:.1f}Gi       {rng.randint(60, 200)}Mi\nSwap:            0B          0B          0B"
    return output, asks("""
ps aux --sort=-%mem | head -n {n} => who has it all? {n} lines; biggest memory users, {n} lines; what fills the memory, first {n} lines of ps
sudo fallocate -l {g} /swapfile => there is no swap: reserve {g} as /swapfile; allocate {g} for /swapfile; first step to swap, a file /swapfile of {g}
sudo mkswap /swapfile => /swapfile is there, format it as swap; make swap out of /swapfile
sudo swapon /swapfile => /swapfile is ready, use it; switch the swap on /swapfile on; start swapping to /swapfile
sudo chmod 600 /swapfile => only root may read /swapfile; 600 for /swapfile
sudo dmesg | grep -i 'killed process' => was something killed for it? kernel log, any case, 'killed process'; grep dmesg as root for killed process, ignoring case
journalctl -k -g 'Out of memory' => kernel journal entries with Out of memory; grep the kernel's journal for Out of memory with journalctl itself
smem -rtk => smem: reversed, with totals and units; proportional memory per process, biggest first, totals, units
""", n=n, g=rng.choice(["1G", "2G", "4G", "8G"]))
