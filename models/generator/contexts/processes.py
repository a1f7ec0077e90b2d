"""Processes, services, users, sessions."""

import random
import re

from .. import values
from . import question, scene
from .tables import amounts, distinct, draw, prompt, table

PROGRAMS = "nginx: worker process|/usr/sbin/mysqld|python3 train.py --epochs 90|/usr/lib/firefox/firefox|java -Xmx8g -jar app.jar|node server.js|/usr/bin/dockerd -H fd://|postgres: writer process|redis-server *:6379|/usr/sbin/sshd -D|gunicorn: worker [web]|ffmpeg -i in.mp4 out.mkv|rsync -a /data /backup|/opt/google/chrome/chrome|python3 worker.py|celery -A jobs worker|/usr/bin/prometheus|tail -f /var/log/syslog|vim notes.txt|make -j8|cc1plus -O2 main.cpp|/usr/bin/containerd|stress --cpu 4|find / -name core|ruby sidekiq|php-fpm: pool www|/usr/sbin/apache2 -k start|bash ./backup.sh|jupyter-lab --no-browser|ollama serve".split("|")


def short(command: str) -> str:
    return command.split()[0].rstrip(":").rsplit("/", 1)[-1]


@scene
def processes(rng):
    count = rng.choice([4, 5, 6, 8, 10, 15, 25])
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
    found = distinct(rng, rng.choice([1, 2, 3, 3]) if failed_only else rng.choice([5, 7, 9, 12]), lambda: draw(rng, "service"))
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
    people = distinct(rng, rng.choice([2, 3, 4, 6]), lambda: rng.choice(values.PEOPLE))
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
    found = distinct(rng, rng.choice([3, 5, 8, 12]), lambda: draw(rng, "package"))
    x = rng.choice(found)
    versions = [sorted((values.TYPES["version"](rng, None).written for _ in range(2)), key=lambda v: [int(n) for n in re.findall(r"\d+", v)]) for _ in found]
    lines = [f"{p}/stable {new}-1 amd64 [upgradable from: {old}-1]" for p, (old, new) in zip(found, versions)]
    return prompt(rng, "apt list --upgradable") + "Listing...\n" + "\n".join(lines), [
        question("upgrade only {x}\nupdate just {x}", "sudo apt install --only-upgrade {x}", x=x),
        question("upgrade all of them\ninstall all these updates", "sudo apt upgrade"),
        question("keep {x} at its version\nhold {x} back\ndon't upgrade {x}", "sudo apt-mark hold {x}", x=x),
        question("what changed in {x}\nchangelog of {x}", "apt changelog {x}", x=x),
    ]
