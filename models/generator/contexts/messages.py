"""Logs, and errors that somebody ran into."""

import re

from .. import values
from . import question, scene
from .outputs import asks, machine, often, typed
from .processes import UNITS, base_of, fill, on_unit, troubled, unit
from .tables import distinct, draw, hexes, letters, names, row_count, stamp


@scene
def access_log(rng):
    ips = distinct(rng, rng.choice([3, 4, 5]), lambda: draw(rng, "ip"))
    worst = rng.choice(ips)
    paths = [f"/{values.word(rng)}" for _ in range(5)]
    lines, second = [], rng.randint(0, 70000)
    day, methods, agents = rng.randint(1, 28), ["GET", "GET", "GET", "POST"], ["Mozilla/5.0 (X11; Linux x86_64; rv:124.0) Gecko/20100101 Firefox/124.0", "curl/8.5.0", "Mozilla/5.0 (compatible; Googlebot/2.1)", "python-requests/2.31.0", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"]
    for _ in range(row_count(rng, 36, 6)):
        second += rng.randint(0, 20)
        ip = worst if rng.random() < 0.55 else rng.choice(ips)
        lines.append(f'{ip} - - [{day:02}/Nov/2026:{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02} +0000] "{rng.choice(methods)} {rng.choice(paths)} HTTP/1.1" {rng.choice([200, 200, 304, 404]) if ip != worst else rng.choice([404, 401, 403])} {rng.randint(100, 90000)} "-" "{rng.choice(agents)}"')
    if max(set(ips), key=lambda i: sum(l.startswith(i + " ") for l in lines)) != worst:
        lines += [lines[0].replace(lines[0].split()[0], worst, 1)] * 6
    one = "(the address with the most requests|the ip that hammers us|the noisiest client|the attacker|the ip with the most hits)"
    file = rng.choice(["/var/log/nginx/access.log", "access.log", "/var/log/apache2/access.log"])
    return f"$ tail {file}\n" + "\n".join(lines), [
        question(f"block {one} with ufw\nufw: deny {one}\nban {one} in ufw", "sudo ufw deny from {ip}", ip=worst),
        question(f"block {one} with iptables\ndrop everything from {one} using iptables", "sudo iptables -A INPUT -s {ip} -j DROP", ip=worst),
        question(f"all lines of {one} in that log\n%show the log lines of {one}", "grep {ip} {f}", ip=worst, f=file),
        question(f"how many requests did {one} make in that file\n%count the lines of {one} in the log", "grep -c {ip} {f}", ip=worst, f=file),
        question(f"whois for {one}\nwho owns the address of {one}", "whois {ip}", ip=worst),
        question("count the requests of each address, most first\ntop addresses of this log", "awk '{print $1}' {f} | sort | uniq -c | sort -rn", f=file),
    ]


@scene
def auth_log(rng):
    ip, user = draw(rng, "ip"), draw(rng, "user")
    host = draw(rng, "node")
    day, hour, minute = rng.randint(10, 28), rng.randint(0, 23), rng.randint(0, 59)
    lines = [f"Nov {day:02} {hour:02}:{minute:02}:{i * 3:02} {host} sshd[{rng.randint(900, 90000)}]: Failed password for {rng.choice(['root', 'invalid user admin', user])} from {ip} port {rng.randint(30000, 60000)} ssh2" for i in range(rng.choice([3, 5, 8]))]
    lines.append(f"Nov {day:02} {hour:02}:{minute:02}:59 {host} sshd[{rng.randint(900, 90000)}]: Accepted publickey for {user} from {draw(rng, 'ip')} port {rng.randint(30000, 60000)} ssh2")
    one = "(the address that tries to log in|the attacker|the ip that guesses passwords|whoever fails to log in all the time|that ip)"
    return "\n".join(lines), [
        question(f"block {one} with ufw\ndeny {one} in ufw", "sudo ufw deny from {ip}", ip=ip),
        question(f"drop packets of {one} with iptables\niptables rule against {one}", "sudo iptables -A INPUT -s {ip} -j DROP", ip=ip),
        question(f"ban {one} in the sshd jail of fail2ban\nfail2ban: ban {one} for sshd", "sudo fail2ban-client set sshd banip {ip}", ip=ip),
        question(f"all attempts of {one} in /var/log/auth.log\n%find {one} in /var/log/auth.log", "sudo grep {ip} /var/log/auth.log", ip=ip),
        question(f"block {one} with firewalld\nreject {one} in firewalld for good", "sudo firewall-cmd --permanent --add-rich-rule='rule family=ipv4 source address={ip} drop'", ip=ip) if rng.random() < 0.3 else question(f"whois of {one}\nwhere does {one} come from, whois", "whois {ip}", ip=ip),
    ]


@scene
def application_log(rng):
    file = rng.choice([f"/var/log/{values.word(rng)}.log", "app.log", f"logs/{values.word(rng)}.log"])
    components = names(rng, 3)
    lines, request = [], f"req-{letters(rng, 8)}"
    moment = stamp(rng)
    for i in range(row_count(rng, 40, 5)):
        lines.append(f"{moment}:{i * 3 % 60:02} {rng.choice(['INFO', 'INFO', 'DEBUG', 'WARN'])} [{rng.choice(components)}] {rng.choice(['handled request in', 'connected to database in', 'cache refreshed in', 'queue drained in'])} {rng.randint(1, 900)}ms")
    at = rng.randrange(1, len(lines))
    lines.insert(at, f"{moment}:{at * 3 - 1:02} ERROR [{components[0]}] request {request} failed: {rng.choice(['connection refused', 'timeout after 30s', 'out of memory', 'permission denied'])}")
    return f"$ tail {file}\n" + "\n".join(lines), [
        question("all lines of the failed request\neverything about the request that failed\n%find the failing request in the log", "grep {r} {f}", r=request, f=file),
        question("only the errors of that file\n%show the ERROR lines of the log", "grep ERROR {f}", f=file),
        question("how many errors are in that log\n%count the ERROR lines", "grep -c ERROR {f}", f=file),
        question("follow that log but only errors\nwatch the log for ERROR", "tail -f {f} | grep ERROR", f=file),
        question("lines of {c}\nonly what {c} wrote", "grep {c} {f}", c=components[1], f=file),
        question("the error with {n} lines around it\n{n} lines of context around the ERROR", "grep -C {n} ERROR {f}", f=file, n=str(rng.randint(2, 9))),
        question("warnings and errors of that log\nlines with WARN or ERROR", "grep -E 'WARN|ERROR' {f}", f=file),
    ]


FIX = "fix (this|that|it)|how do I fix (this|that)|what now|help|solve (this|that)|how do I get around (this|that)|repair (this|that)|make it work"


def error(text: str, template: str, also: str = "", **slots: str):
    return text, [question(f"({FIX})" + ("\n" + also if also else ""), template, **slots)]


@scene
def errors(rng):
    kind = rng.randrange(21)
    file, folder, program = (draw(rng, k) for k in ("file", "newdir", "package"))
    script = values.word(rng) + ".sh"
    if kind == 0:
        return error(f"$ ./{script}\nbash: ./{script}: Permission denied", "chmod +x {s}", "make it executable\nit should be possible to run it", s=script)
    if kind == 1:
        return error(f"$ {program.split('.')[0]}\nbash: {program.split('.')[0]}: command not found", "sudo apt install {p}", "install it\ninstall the missing program\nget it", p=program.split(".")[0])
    if kind == 2:
        module = draw(rng, "pypkg")
        return error(f'Traceback (most recent call last):\n  File "/home/{rng.choice(values.PEOPLE)}/{values.word(rng)}.py", line {rng.randint(1, 90)}, in <module>\n    import {module.replace("-", "_")}\nModuleNotFoundError: No module named \'{module.replace("-", "_")}\'', "pip install {p}", "install the missing module\ninstall it with pip\nget the module", p=module.replace("-", "_"))
    if kind == 3:
        port = draw(rng, "port")
        return f"Error: listen EADDRINUSE: address already in use :::{port}" if rng.random() < 0.5 else f"nginx: [emerg] bind() to 0.0.0.0:{port} failed (98: Address already in use)", [
            question("who uses it\nwhich process has the port\nfind out what occupies that port\nwhat is listening there", "sudo lsof -i :{p}", p=port),
            question("kill whatever uses that port\nfree the port\n%kill the process on that port", "sudo fuser -k {p}/tcp", p=port),
        ]
    if kind == 4:
        return f"touch: cannot touch '{folder}/x': No space left on device", [
            question("how full are the disks\nwhich disk is full\ncheck the disk space", "df -h"),
            question("are the inodes used up\ncheck inodes", "df -i"),
        ]
    if kind == 5:
        host = draw(rng, "host")
        return error(f"@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\nOffending ECDSA key in /home/{rng.choice(values.PEOPLE)}/.ssh/known_hosts:{rng.randint(1, 90)}\nHost key for {host} has changed and you have requested strict checking.\nHost key verification failed.", "ssh-keygen -R {h}", "forget the old key\nremove the old host key\n%delete that host from known_hosts", h=host)
    if kind == 6:
        branch = draw(rng, "branch")
        return error(f"$ git push\nfatal: The current branch {branch} has no upstream branch.\nTo push the current branch and set the remote as upstream, use", "git push -u origin {b}", "push it and set the upstream\npublish the branch", b=branch)
    if kind == 7:
        return error(" ! [rejected]        main -> main (non-fast-forward)\nerror: failed to push some refs\nhint: Updates were rejected because the tip of your current branch is behind", "git pull --rebase", "get the remote changes first, with rebase\nrebase on the remote")
    if kind == 8:
        return error("E: dpkg was interrupted, you must manually run 'sudo dpkg --configure -a' to correct the problem.", "sudo dpkg --configure -a")
    if kind == 9:
        return error(f"The following packages have unmet dependencies:\n {program} : Depends: lib{values.word(rng)} but it is not going to be installed\nE: Unmet dependencies. Try 'apt --fix-broken install' with no packages (or specify a solution).", "sudo apt --fix-broken install", "repair the dependencies\nfix the broken dependencies")
    if kind == 10:
        name = names(rng, 1)[0]
        return f'docker: Error response from daemon: Conflict. The container name "/{name}" is already in use by container "{letters(rng, 12)}". You have to remove (or rename) that container to be able to reuse that name.', [
            question(f"({FIX})\nremove the old container\n%delete the container that has the name\nforce remove the old one", "docker rm -f {x}", x=name),
            question("start the existing one instead\nthen start the old one", "docker start {x}", x=name),
        ]
    if kind == 11:
        return error("permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock", "sudo usermod -aG docker $USER", "let me use docker without sudo\nadd me to the docker group")
    if kind == 12:
        return error("Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?", "sudo systemctl start docker", "start the daemon\nstart docker")
    if kind == 13:
        service = draw(rng, "service")
        return f"Job for {service}.service failed because the control process exited with error code.\nSee \"systemctl status {service}.service\" and \"journalctl -xeu {service}.service\" for details.", [
            question("why? %show the log\nwhat does the journal say about it\n%show its journal", "journalctl -u {x}", x=service),
            question("status of it\nwhat state is it in", "systemctl status {x}", x=service),
            question("try again\nstart it again\nrestart it", "sudo systemctl restart {x}", x=service),
        ]
    if kind == 14:
        return error(f"Warning: The unit file, source configuration file or drop-ins of {draw(rng, 'service')}.service changed on disk. Run 'systemctl daemon-reload' to reload units.", "sudo systemctl daemon-reload", "reload the units")
    if kind == 15:
        target = draw(rng, "mount")
        return f"umount: {target}: target is busy.", [
            question("who uses it\nwhich processes keep it busy\nwhat blocks it", "sudo fuser -vm {m}", m=target),
            question("unmount it anyway, lazily\ndetach it lazily\nunmount it as soon as it is free", "sudo umount -l {m}", m=target),
        ]
    if kind == 16:
        return error(f"Permissions 0{rng.choice(['644', '664', '777'])} for '{file}.pem' are too open.\nIt is required that your private key files are NOT accessible by others.", "chmod 600 {f}", "correct the permissions of the key\nmake the key private", f=f"{file}.pem")
    if kind == 17:
        return error(f"mkdir: cannot create directory '{folder}/{script[:-3]}': No such file or directory", "mkdir -p {d}", "create the parents too\nwith all parent folders", d=f"{folder}/{script[:-3]}")
    if kind == 18:
        return error(f"rm: cannot remove '{folder}': Is a directory", "rm -r {d}", "%delete it with everything inside\nremove the folder recursively", d=folder)
    if kind == 19:
        return error(f"fatal: detected dubious ownership in repository at '/srv/{script[:-3]}'", "git config --global --add safe.directory {d}", "trust that repository\nmark it as safe", d=f"/srv/{script[:-3]}")
    return error(f"cat: {file}: Permission denied", "sudo cat {f}", "as root\nwith sudo", f=file)


# --- as people paste them

NOISE = {
    "python": ["INFO {w}: request finished in {n}ms", "INFO {w}: GET /api/v1/{w2} 200", "DEBUG {w}.cache: hit ratio 0.{n}", "INFO apscheduler: job {w2} executed successfully", "WARNING {w}: retrying in 5 seconds", "INFO uvicorn.access: 10.0.0.{m} - \"GET /health HTTP/1.1\" 200", "INFO {w}.worker: picked up task {h}", "DEBUG urllib3.connectionpool: Starting new HTTPS connection (1)"],
    "java": ["INFO  [main] c.e.{w}.Application - Started Application in {m}.2 seconds", "INFO  [http-nio-8080-exec-{m}] c.e.{w}.OrderService - order {n} stored", "DEBUG [scheduler-1] c.e.{w}.Poller - nothing to do", "WARN  [pool-2-thread-{m}] c.e.{w}.Cache - eviction took {n} ms", "INFO  [main] o.s.b.w.e.tomcat.TomcatWebServer - Tomcat initialized"],
    "syslog": ["CRON[{p}]: (root) CMD (test -x /etc/cron.daily/popularity-contest)", "systemd[1]: Started Session {n} of User {u}.", "kernel: [UFW BLOCK] IN=eth0 OUT= SRC=203.0.113.{m} DST=10.0.0.4 PROTO=TCP DPT=23", "sshd[{p}]: Accepted publickey for {u} from 10.0.0.{m} port 50{n} ssh2", "systemd[1]: logrotate.service: Deactivated successfully.", "dhclient[{p}]: DHCPACK of 192.168.1.{m} from 192.168.1.1", "systemd-timesyncd[{p}]: Contacted time server 185.125.190.58:123", "NetworkManager[{p}]: <info>  [17] dhcp4 (eth0): state changed", "dbus-daemon[702]: [system] Successfully activated service 'org.freedesktop.hostname1'"],
    "bare": ["listening on 0.0.0.0:8080", "connected to queue {w}", "processed {n} messages", "config reloaded", "worker {m} ready", "GET /{w} 200 {n}ms", "heartbeat ok", "loaded {n} rules"],
}


def logged(rng, style: str, needles: list[str], slots: dict) -> str:
    """The lines that matter among others, in a style of logging."""
    noise = []
    for _ in range(row_count(rng, 30, 0) if rng.random() < 0.7 else rng.choice([0, 2, 3])):
        line = rng.choice(NOISE[style])
        for name, value in {"w": re.sub("[-_.0-9]", "", values.word(rng).lower()) or "app", "w2": values.word(rng).lower(), "n": str(rng.randint(11, 99)), "m": str(rng.randint(1, 9)), "h": hexes(rng, 8), "p": str(rng.randint(400, 90000)), "u": rng.choice(values.PEOPLE)}.items():
            line = line.replace("{" + name + "}", value)
        noise.append(line)
    at = rng.randrange(len(noise) + 1) if noise else 0
    at = max(at, len(noise) - rng.choice([0, 0, 1, 3]))
    lines = noise[:at] + needles + noise[at:]
    hour, minute, second, day = rng.randint(0, 23), rng.randint(0, 50), rng.randint(0, 40), rng.randint(10, 28)
    out, mark = [], rng.choice(["none", "clock", "iso", "iso"])
    for line in lines:
        second += rng.choice([0, 0, 1, 2, 7])
        minute, second = (minute + second // 60) % 60, second % 60
        clock_ = f"{hour:02}:{minute:02}:{second:02}"
        text = fill(line, slots)
        level = "ERROR " if line in needles and style in ("python", "java") and not text.startswith((" ", "\t", "Traceback", "Caused")) else ""
        if text.startswith((" ", "\t", "Traceback", "Caused")):
            out.append(text)
        elif style == "python":
            out.append(f"2026-03-{day} {clock_},{rng.randint(100, 999)} {level}{text}")
        elif style == "java":
            out.append(f"2026-03-{day} {clock_}.{rng.randint(100, 999)} {level}{'[main] c.e.App - ' if level else ''}{text}")
        elif style == "syslog":
            out.append(f"Mar {day} {clock_} {slots['h']} {text if line not in needles else slots['b'] + '[' + slots['p'] + ']: ' + text}")
        else:
            out.append({"none": "", "clock": f"[{clock_}] ", "iso": f"2026-03-{day}T{clock_}Z "}[mark] + text)
    return "\n".join(out)


TROUBLES = [  # lines of a log that say what is wrong, and what follows; {user} is the program's account
    (["{n}Permission denied: '{dir}/{file}'"], """
ls -l {dir}/{file} => who may read the file it trips over, ls -l; mode and owner of what it can't open; permissions of that file
sudo chown {user} {dir}/{file} => the program runs as {user}, give it the file; make {user} the owner of the file it is denied; hand the file over to {user}
sudo chmod a+r {dir}/{file} => let everybody read that file; read permission for all on what it can't open; make it readable for all
namei -l {dir}/{file} => rights along the whole path to that file; maybe a parent folder is closed: namei -l
sudo -u {user} cat {dir}/{file} => can {user} read it? cat it as that user; try reading the file as {user}"""),
    (["could not write to {dir}: Permission denied (running as {user})"], """
sudo chown -R {user} {dir} => give the directory to the user that needs it, with all below; it can't write: make its user own the folder, recursively; fix the ownership for the account it runs as, -R; let the right user have that folder and all in it; recursive chown so it can write; fix it; fix the permissions; what now
ls -ld {dir} => owner and mode of the folder itself; who owns the directory it can't write to; permissions of that directory, not its contents
sudo chmod u+w {dir} => the owner lacks write permission there, add it; write permission for the owner of the folder
sudo -u {user} touch {dir}/test => try to create {dir}/test as that user; can its user write there? touch {dir}/test as that account"""),
    (["mkdir {dir}: no such file or directory"], """
sudo mkdir -p {dir} => create the directory it misses; make that folder with parents, as root; it can't be created because the parent is missing: make all; fix it; what's the fix
ls -ld {dir} => does it exist by now? ls -ld; look whether the directory is there, not its content"""),
    (["connect to {host}:{port}: Connection refused"], """
nc -zv {host} {port} => try that connection with nc; is the port it wants open? netcat; check from here whether the backend answers, nc; can I reach what it can't reach, nc
ping -c 3 {host} => three pings to the backend; is the host it needs alive, 3 pings; ping the other side 3 times
ssh {host} => log in on the backend; get on the machine that refuses; ssh to the host it can't reach
nmap -p {port} {host} => nmap just that port of the backend; is it closed or filtered, nmap"""),
    (["dial tcp: lookup {host}: no such host"], """
dig {host} => look up the name it can't resolve, dig; does dns know that host? dig; dig for the name in the error
getent hosts {host} => does the system resolve the name, getent; resolve it as programs do
cat /etc/resolv.conf => which dns servers are used here; show resolv.conf; name servers of this machine
resolvectl query {host} => ask systemd-resolved for the name; resolvectl for the host it can't find"""),
    (["write {dir}/{file}: no space left on device"], """
df -h {dir} => how full is the disk it writes to; space left where it failed; is there really no room? that filesystem only
df -i {dir} => are there inodes left in the place it writes to; inodes there
sudo du -h --max-depth=1 {dir} | sort -rh => what takes the space below that directory, largest first; subfolders of the place by size, big ones on top
sudo lsof +L1 => maybe deleted files are still open, list them; which removed files still take space"""),
    (["listen tcp 0.0.0.0:{port}: bind: address already in use"], """
sudo lsof -i :{port} => who has its port; which process is already there; find out what blocks the port; something took its port, who
sudo fuser -k {port}/tcp => kill whatever holds its port; free the port for it; get rid of the other process on that port
sudo ss -tlnp sport = :{port} => ss: listener on that source port, with process; which process listens there? ss filtered by the port"""),
    (["FATAL: password authentication failed for user \"{user}\"", "DETAIL: Connection matched pg_hba.conf line 95: \"host all all 127.0.0.1/32 scram-sha-256\""], """
sudo -u postgres psql -c '\\password {user}' => set a new password for that database user, psql as postgres; change the role's password with psql's own command; new db password for the user in the log
sudo -u postgres psql -c '\\du' => which roles exist, as postgres; list database users; roles in the database, psql as its superuser
sudo grep -n {user} /etc/postgresql/15/main/pg_hba.conf => what does /etc/postgresql/15/main/pg_hba.conf say about that user, numbered; grep the user in /etc/postgresql/15/main/pg_hba.conf with line numbers"""),
    (["yaml: line {ln}: mapping values are not allowed in this context ({dir}/config.yml)"], """
vim +{ln} {dir}/config.yml => vim at the bad line of the config; take me to the broken yaml line, vim; fix it: open the file where the parser fails, vim
sed -n '{ln}p' {dir}/config.yml => print the line it complains about; only the bad line of the yaml; show that one line
yamllint {dir}/config.yml => lint the file; check the yaml with yamllint; what else is wrong in it? yamllint"""),
    (["{dir}/{file}:{ln}: syntax error, unexpected '}'"], """
vim +{ln} {dir}/{file} => vim at the line with the syntax error; open it where it fails, in vim; jump to the error in vim
sed -n '{ln}p' {dir}/{file} => just the line with the error; print the bad line; which line is it? only that
git -C {dir} log -p {file} => how did the file change, log with patches in its folder; history with diffs of that file, git in its directory"""),
    (["too many open files (pid {p})"], """
sudo lsof -p {p} | wc -l => how many files has it open; count what that process has open; number of lines lsof gives for the pid
cat /proc/{p}/limits => its limits; which limits has that process, from proc; how many may it open? limits of the pid
sudo lsof -p {p} => which files are they; list everything it has open; open files of the pid in the log
sudo prlimit --pid {p} --nofile=65536 => raise its limit to 65536 without restarting; let the running process open 65536 files; prlimit: nofile 65536 for that pid"""),
    (["x509: certificate has expired: {host}:443"], """
echo | openssl s_client -connect {host}:443 2>/dev/null | openssl x509 -noout -dates => from when to when is that certificate valid; validity dates of the host's certificate; when did it expire, openssl
curl -vI https://{host} => look at it with curl, verbose, headers only; verbose head request to the host
openssl s_client -connect {host}:443 -servername {host} => openssl s_client with sni to that host; show the whole tls handshake with the server name set
sudo certbot renew => it's ours: renew the certificates; let certbot renew; renew what is due"""),
    (["Killed process {p} ({proc}) total-vm:8123456kB, anon-rss:6123456kB"], """
sudo systemctl restart {proc} => restart the service whose process was killed; bring the killed one back, it's a service of the same name; start over what the oom killer shot
journalctl -u {proc} -n 50 => last 50 journal lines of the killed service; what did the victim log at the end? 50 lines
free -h => how much memory is there now; memory, human readable; ram left?
ps aux --sort=-%mem | head => who eats the memory, top of the list; biggest memory users, first ones
systemctl status {proc} => is the victim running again; status of what was killed; did systemd bring it back? status"""),
    (["{proc}[{p}]: segfault at 0 ip 00007f21a0 sp 00007ffd33 error 4 in libc.so.6"], """
coredumpctl info {p} => details of the crash by pid; what does coredumpctl know about it; crash info for that pid
coredumpctl debug {p} => open the core in the debugger; debug the crashed process's core; gdb on that crash through coredumpctl
coredumpctl list {proc} => earlier crashes of the same program; has it crashed before? list by name; all dumps of that program
sudo systemctl restart {proc} => restart the service that crashed; bring the crashed service back"""),
    (["Authentication failure for {user} from {ip}", "Authentication failure for {user} from {ip}", "Authentication failure for {user} from {ip}"], """
sudo ufw deny from {ip} => block whoever tries that, ufw; ufw: no more access for the address that fails; shut the guesser out with ufw
sudo usermod -L {user} => lock the account they go after; the account under attack should be locked; usermod: lock that user
sudo fail2ban-client set sshd banip {ip} => ban the address in fail2ban's sshd jail; fail2ban sshd: ban the attacker
whois {ip} => whose address is it, whois; whois for where it comes from
last {user} => when did that user really log in; logins of the account; login history of the targeted account"""),
    (["disk {disk}: I/O error, sector {big}", "Buffer I/O error on dev {part}, logical block {ln}, async page read"], """
sudo smartctl -a /dev/{disk} => smart data of the disk with the errors; is that disk dying? everything smart has; all smart info on the failing drive
sudo smartctl -t long /dev/{disk} => long self-test on the disk with the errors; start the extended smart test there; have the drive test itself thoroughly
lsblk /dev/{disk} => what's on the failing disk; which mounts are on the drive in trouble; partitions of that disk
sudo fsck -n /dev/{part} => check the partition with the errors, don't change anything; dry-run fsck of the partition mentioned
dmesg | grep {disk} => all kernel messages about that disk; grep the kernel log for the failing disk"""),
    (["{nic}: Link is Down"], """
sudo ethtool {nic} => is the cable in? ethtool on the nic that lost its link; link state of that network card; ethtool for the nic
ip -s link show {nic} => errors and drops of the nic that went down; its packet counters; statistics of that interface
sudo ip link set {nic} up => bring the one without link up again; set that nic up; get the interface going
dmesg | grep {nic} => earlier kernel messages about that nic; grep the kernel log for the interface"""),
    (["ERROR: could not serialize job {h}: queue '{queue}' is full"], """
grep {h} {log} => all lines about that job in {log}; find the job's id in {log}; everything {log} has on the failed job
grep -c '{queue}' {log} => how many lines of {log} mention the queue that is full; count the lines in {log} with that queue's name
tail -f {log} => follow {log}; watch {log}; live view of {log}"""),
]


@often(8)
def in_a_log(rng):
    lines, questions = rng.choice(TROUBLES)
    u = unit(rng)
    base = base_of(u[0])
    w = values.word(rng)
    disk = rng.choice(["sda", "sdb", "sdc", "sdd"])
    file = rng.choice([f"{w}.{e}" for e in ("conf", "json", "db", "log", "pem", "key", "csv", "lock", "php", "py")])
    folder = rng.choice([f"/srv/{w}", f"/var/lib/{base}", f"/var/log/{base}", f"/opt/{w}/data", f"/data/{w}/uploads", f"/etc/{base}", f"/home/{rng.choice(values.PEOPLE)}/{w}", f"/mnt/storage/{w}", f"/var/www/{w}/cache", f"/var/spool/{base}"])
    slots = {"dir": folder, "file": file, "user": rng.choice([base if re.fullmatch("[a-z][a-z-]*", base) else "app", "www-data", "deploy", "postgres", "app", "nginx", "backup"]), "host": rng.choice([machine(rng), draw(rng, "ip"), values.plain_name(rng) + rng.choice([".internal", ".example.com", ".lan"])]), "port": rng.choice(["5432", "6379", "3306", "8080", "9200", "27017", "5672", "443", draw(rng, "port")]), "ln": str(rng.randint(3, 300)), "p": str(rng.randint(800, 400000)), "proc": rng.choice([x for x in UNITS if re.fullmatch("[a-z]+", x)]), "ip": draw(rng, "ip"), "disk": disk, "part": disk + str(rng.randint(1, 3)), "big": str(rng.randint(100000, 99999999)), "nic": rng.choice(["eth0", "eno1", "enp3s0", "ens18", "enp0s31f6"]), "queue": values.word(rng), "log": rng.choice([f"/var/log/{base}.log", f"/var/log/{base}/{base}.log", f"logs/{w}.log", "app.log", f"/srv/{w}/log/production.log"]), "h": hexes(rng, 8), "b": base, "n": rng.choice(["", "[Errno 13] ", "open: "])}
    if "{host}" in lines[0] and "lookup" in lines[0] or "x509" in lines[0]:
        slots["host"] = values.plain_name(rng) + rng.choice([".internal", ".example.com", ".lan", ".io"])
    kernel = lines[0].startswith(("Killed", "disk", "{nic}", "{proc}["))
    style = "syslog" if kernel or lines[0].startswith("Auth") else rng.choice(["python", "java", "syslog", "syslog", "bare"])
    shown = dict(slots)
    if lines[0].startswith("Auth"):
        shown["b"] = "sshd"
    if kernel:
        shown["b"], needles = "kernel", lines
    else:
        needles = lines
    host = machine(rng)  # the log and the prompt say the same
    log_slots = {**shown, "h": host} if style == "syslog" and "{h}" not in lines[0] else shown
    body = logged(rng, style, needles, log_slots)
    if kernel:
        body = re.sub(r"kernel\[\d+\]:", "kernel:", body)
    source = slots["log"] if "{log}" in questions else None
    command = f"tail {source}" if source else {"python": f"tail -20 /var/log/{base}/app.log", "java": f"tail -n 20 /var/log/{base}/{base}.log", "syslog": rng.choice(["sudo tail /var/log/syslog", "journalctl -n 20", "journalctl -e", "sudo tail -n 15 /var/log/syslog"]), "bare": f"tail -f {slots['log']}"}[style]
    asked = asks(fill(questions.strip(), slots)) * 2
    if not source and style in ("python", "java"):
        log = command.split()[-1]
        if "/" in log:
            asked += asks("""
grep -n ERROR {l} => all ERROR lines of that log, numbered; error lines with their numbers; where in the file are the ERRORs
tail -f {l} => keep following this log; live please; tail it continuously
grep -c ERROR {l} => how many ERROR lines has it; count the ERRORs in that file
less +G {l} => open the log in a pager at its end; page through it from the end
""", l=log)
            output = typed(rng, command, always=True) + body
            return output, asked
    return typed(rng, command, always=bool(source), host=host if style == "syslog" and "{h}" not in lines[0] else "") + body, asked


@often(4)
def journal_of_many(rng):
    """A journal of several units in which one is in trouble: ask about that."""
    u, kind, lines, questions, slots = troubled(rng)
    h = slots["h"]
    others = []
    for _ in range(row_count(rng, 34, 3)):
        others.append(f"{slots['t']} {h} " + fill(rng.choice(NOISE["syslog"]), {"p": str(rng.randint(400, 90000)), "n": str(rng.randint(11, 99)), "m": str(rng.randint(2, 9)), "u": rng.choice(values.PEOPLE)}))
    fail = [f"{slots['t']} {h} systemd[1]: {u[0]}.service: Main process exited, code=exited, status=1/FAILURE", f"{slots['t']} {h} systemd[1]: {u[0]}.service: Failed with result 'exit-code'.", f"{slots['t']} {h} systemd[1]: Failed to start {u[0]}.service - {u[1]}."]
    body = lines + fail[-rng.choice([1, 2, 3]):]
    at = rng.randrange(len(others) + 1)
    output = typed(rng, rng.choice(["journalctl -xe", "sudo journalctl -n 30", "journalctl -p err -b", "journalctl --since today", "sudo tail -n 20 /var/log/syslog", "journalctl -b -n 25"]), host=h) + "\n".join(others[:at] + body + others[at:])
    one = "(the service that fails there|the broken service|the unit that didn't start|what failed in there|the one in trouble|the failing one)"
    asked = asks(fill(questions.strip(), slots)) * 2
    asked += [q for q in on_unit(one, u[0], str(rng.choice([20, 30, 50, 100, 200]))) if not q.command.startswith("sudo systemctl stop")]
    return output, asked


@often(5)
def kernel_said(rng):
    """dmesg: a stick was put in, a disk or a link has trouble, something was killed."""
    t = rng.uniform(100, 900000)
    stamped = lambda text: text
    out, asked = [], []
    style = rng.choice(["plain", "T"])
    clock_ = rng.randint(0, 50)

    def line(text):
        nonlocal t
        t += rng.uniform(0.01, 3)
        out.append(f"[{t:12.6f}] {text}" if style == "plain" else f"[Wed Mar  4 10:{clock_:02}:{int(t) % 60:02} 2026] {text}")

    noise = ["audit: type=1400 audit(1709546421.123:42): apparmor=\"STATUS\" operation=\"profile_load\"", "IPv6: ADDRCONF(NETDEV_CHANGE): veth1a2b3c4: link becomes ready", "docker0: port 1(veth1a2b3c4) entered forwarding state", "EXT4-fs (sda2): re-mounted. Opts: errors=remount-ro", "systemd-journald[389]: Received client request to flush runtime journal.", "[UFW BLOCK] IN=eth0 OUT= SRC=203.0.113.7 DST=10.0.0.4 PROTO=TCP DPT=23", "perf: interrupt took too long (2511 > 2500), lowering kernel.perf_event_max_sample_rate"]
    for text in rng.sample(noise, rng.choice([0, 1, 2, 3])):
        line(text)
    kind = rng.choice(["stick", "stick", "io", "io", "oom", "oom", "link", "segv", "hung", "ext4", "usbbad", "firmware"])
    disk = rng.choice(["sdb", "sdc", "sdd", "sde"])
    target = rng.choice(["/mnt", "/mnt/usb", "/media/stick", "/mnt/" + values.word(rng), "/mnt/cold"])
    pid, program = str(rng.randint(900, 90000)), rng.choice([x for x in UNITS if re.fullmatch("[a-z]+", x)])
    if kind == "stick":
        part = rng.choice([1, 1, 1, 2])
        for text in [f"usb 2-{rng.randint(1, 4)}: new SuperSpeed USB device number {rng.randint(2, 30)} using xhci_hcd", "usb-storage 2-1:1.0: USB Mass Storage device detected", f"scsi host{rng.randint(4, 9)}: usb-storage 2-1:1.0", f"scsi 6:0:0:0: Direct-Access     {rng.choice(['SanDisk  Ultra', 'Kingston DataTraveler 3.0', 'WD       Elements 25A2', 'Samsung  Portable SSD T5', 'TOSHIBA  External USB 3.0'])}  1.00 PQ: 0 ANSI: 6", f"sd 6:0:0:0: [{disk}] {rng.randint(10000000, 999999999)} 512-byte logical blocks", f"sd 6:0:0:0: [{disk}] Write Protect is off", f" {disk}:" + "".join(f" {disk}{i + 1}" for i in range(part)), f"sd 6:0:0:0: [{disk}] Attached SCSI removable disk"]:
            line(text)
        one = "(the stick I just plugged in|the new usb drive|the drive that was just attached|the usb disk|what I plugged in)"
        if part == 1:
            asked += asks(f"""
sudo mount /dev/{{p}} {{t}} => mount {one} on {{t}}; get at the files of {one} via {{t}}; {one} should show up in {{t}}; {one} under {{t}} please
sudo mount -o ro /dev/{{p}} {{t}} => mount {one} read-only on {{t}}; look at {one} in {{t}} without writing to it
sudo mkfs.vfat -F 32 /dev/{{p}} => format the partition of {one} as fat32; fat32 on {one}
sudo fsck /dev/{{p}} => check the filesystem of {one}; fsck for {one}
sudo blkid /dev/{{p}} => which filesystem and uuid has {one}; blkid for the partition of {one}
""", p=disk + "1", t=target) * 2
        asked += asks(f"""
lsblk /dev/{{d}} => which partitions has {one}; what's on {one}, as a tree; lsblk for {one} alone
sudo fdisk -l /dev/{{d}} => partition table of {one}; fdisk listing of {one}
sudo eject /dev/{{d}} => eject {one}; let go of {one}, eject
sudo dd if={{i}} of=/dev/{{d}} bs=4M status=progress => write {{i}} to {one}, dd with 4M blocks and progress; put the image {{i}} on {one} with dd, bs 4M, progress
udisksctl power-off -b /dev/{{d}} => power {one} off safely with udisks; safely switch {one} off through udisksctl
""", d=disk, i=values.word(rng) + ".iso")
    elif kind in ("io", "ext4"):
        disk = rng.choice(["sda", "sdb", "sdc", "nvme0n1"])
        part = disk + ("p1" if disk.startswith("nvme") else str(rng.randint(1, 3)))
        for _ in range(rng.choice([1, 2, 4])):
            if kind == "io":
                line(f"blk_update_request: I/O error, dev {disk}, sector {rng.randint(100000, 99999999)} op 0x0:(READ) flags 0x80700 phys_seg 1 prio class 0")
                line(f"Buffer I/O error on dev {part}, logical block {rng.randint(1000, 9999999)}, async page read")
            else:
                line(f"EXT4-fs error (device {part}): ext4_lookup:1855: inode #{rng.randint(1000, 999999)}: comm {program}: deleted inode referenced: {rng.randint(1000, 999999)}")
        if kind == "ext4":
            line(f"EXT4-fs ({part}): Remounting filesystem read-only")
        one = "(the disk with the errors|the failing disk|the dying drive|the disk that has trouble|the bad one)"
        asked += asks(f"""
sudo smartctl -a /dev/{{d}} => smart data of {one}; is {one} broken? all smart info; everything smart says on {one}
sudo smartctl -H /dev/{{d}} => short health verdict for {one}; does {one} pass its smart check
sudo smartctl -t long /dev/{{d}} => extended self-test for {one}; let {one} run the long test
lsblk /dev/{{d}} => what is on {one}; which filesystems live on {one}
sudo fsck -n /dev/{{p}} => check the partition in question without changing it; dry-run fsck of the partition with the errors
findmnt /dev/{{p}} => where is the partition with the errors mounted; mount point of the partition mentioned
""", d=disk, p=part) * 2
        if kind == "ext4":
            asked += asks("sudo fsck -y /dev/{p} => it's unmounted now: repair the filesystem, yes to all; fsck the broken partition, answer yes to everything\nsudo umount /dev/{p} => unmount the broken filesystem by its device; take the partition with the errors off, device name", p=part) * 2
    elif kind == "oom":
        line(f"{rng.choice(['python3', 'java', 'node', program])} invoked oom-killer: gfp_mask=0x1100cca(GFP_HIGHUSER_MOVABLE), order=0, oom_score_adj=0")
        if rng.random() < 0.6:
            line(f"[{pid:>7}]   112 {pid:>7}  3231231  1812312 15765504   102312             0 {program}")
        line(f"oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/system.slice/{program}.service,task={program},pid={pid},uid=112")
        line(f"Out of memory: Killed process {pid} ({program}) total-vm:12924924kB, anon-rss:7249248kB, file-rss:0kB, shmem-rss:0kB, UID:112 pgtables:15396kB oom_score_adj:0")
        one = "(the service that was killed|the victim|what the kernel shot|the killed service|what was sacrificed)"
        asked += asks(f"""
sudo systemctl restart {{s}} => restart {one}; bring {one} back; {one} should run again, restart
systemctl status {{s}} => is {one} up again? status; status of {one}; how is {one}
journalctl -u {{s}} -n {{n}} => last {{n}} journal lines of {one}; {{n}} lines of what {one} logged
sudo systemctl set-property {{s}} MemoryMax={{m}} => cap {one} at {{m}}, MemoryMax; {one} may use {{m}} at most, as a unit property; limit the memory of {one} to {{m}}
ps aux --sort=-%mem | head -n {{n}} => who eats the memory now, {{n}} lines; top of ps by memory, first {{n}} lines
free -h => memory overview, human; how much ram is left; is there any swap? free
journalctl -k | grep -i oom => all oom messages in the kernel journal, any case; grep the kernel journal for oom, ignoring case
""", s=program, n=str(rng.choice([10, 20, 30, 50, 100])), m=rng.choice(["1G", "2G", "4G", "512M", "8G"])) * 2
    elif kind == "link":
        nic = rng.choice(["eth0", "eno1", "enp3s0", "ens18", "enp0s31f6"])
        for _ in range(rng.choice([1, 2, 3])):
            line(f"e1000e 0000:00:19.0 {nic}: NIC Link is Down")
            line(f"e1000e 0000:00:19.0 {nic}: NIC Link is Up {rng.choice(['100', '1000'])} Mbps Full Duplex, Flow Control: None")
        out.pop() if rng.random() < 0.5 else None
        one = "(the flapping nic|the network card with the trouble|the nic that loses its link|that interface|the bad network port)"
        asked += asks(f"""
sudo ethtool {{d}} => speed and link state of {one}, ethtool; is the cable ok? ethtool on {one}; ethtool for {one}
sudo ethtool -S {{d}} => nic statistics of {one}, from the driver; driver counters of {one}
ip -s link show {{d}} => errors and drops on {one}; packet counters of {one}
sudo ethtool -i {{d}} => which driver does {one} use; driver info of {one}
sudo ip link set {{d}} down => take {one} down; switch {one} off
dmesg | grep -c {{d}} => how often does the kernel mention {one}; count the kernel lines about {one}
""", d=nic) * 2
    elif kind == "segv":
        line(f"{program}[{pid}]: segfault at {rng.choice(['0', '10', '7f3a'])} ip 00007f{hexes(rng, 8)} sp 00007ffd{hexes(rng, 8)} error 4 in {rng.choice(['libc.so.6', program, 'libssl.so.3'])}[7f3a1c200000+195000]")
        line("Code: 48 8b 07 48 85 c0 74 0a 48 8b 40 08")
        one = "(what crashed|the crashed program|the program that segfaulted|the one with the segfault)"
        asked += asks(f"""
coredumpctl info {{p}} => details on the crash of {one}, by pid; coredumpctl info for the pid of {one}
coredumpctl debug {{p}} => open the core of {one} in the debugger, by pid; debug the dump of {one} by its pid
coredumpctl list {{s}} => earlier crashes of {one}, by name; has {one} crashed before? list by its name
sudo systemctl restart {{s}} => restart {one}, it's a service; bring {one} back through systemd
journalctl -u {{s}} -n {{n}} => last {{n}} journal lines of {one}; what did {one} log before? {{n}} lines
""", p=pid, s=program, n=str(rng.choice([20, 50, 100]))) * 2
    elif kind == "hung":
        line(f"INFO: task {program}:{pid} blocked for more than 120 seconds.")
        line("      Not tainted 6.1.0-18-amd64 #1 Debian 6.1.76-1")
        line("\"echo 0 > /proc/sys/kernel/hung_task_timeout_secs\" disables this message.")
        one = "(the task that hangs|the blocked process|the hung one|what is stuck)"
        asked += asks(f"""
sudo cat /proc/{{p}}/stack => kernel stack of {one}; where in the kernel does {one} hang
ps -fp {{p}} => ps -f of {one}; what is {one}, ps -f; full line of {one}
sudo lsof -p {{p}} => open files of {one}; what has {one} open
cat /proc/{{p}}/status => status file of {one} in proc; state of {one} from its proc status
sudo kill -9 {{p}} => kill {one} with 9 as root; SIGKILL for {one}, sudo
""", p=pid) * 2
    elif kind == "usbbad":
        line(f"usb 1-{rng.randint(1, 4)}: device descriptor read/64, error -71")
        line("usb 1-1: can't set config #1, error -71")
        line(f"usb usb1-port{rng.randint(1, 4)}: unable to enumerate USB device")
        asked += asks("""
lsusb => which usb devices are there; list what is on usb; see whether the device shows up, all usb devices
lsusb -t => as a tree; usb tree; which port hangs where, usb tree
sudo dmesg -w => watch the kernel log while I replug it; follow kernel messages; dmesg live
dmesg | grep -i usb => all kernel messages on usb, any case; grep the kernel log for usb, ignore case
""")
    else:
        driver, package = rng.choice([("iwlwifi 0000:03:00.0: no suitable firmware found! iwlwifi-8000C", "firmware-iwlwifi"), ("r8169 0000:02:00.0: Unable to load firmware rtl_nic/rtl8168g-3.fw (-2)", "firmware-realtek"), ("bluetooth hci0: firmware: failed to load brcm/BCM20702A1.hcd (-2)", "firmware-brcm80211"), ("amdgpu 0000:06:00.0: Direct firmware load for amdgpu/navi10_gpu_info.bin failed with error -2", "firmware-amd-graphics"), ("ath10k_pci 0000:04:00.0: firmware: failed to load ath10k/QCA6174/hw3.0/firmware-6.bin (-2)", "firmware-atheros")])
        line(driver)
        asked += asks("""
sudo apt install {p} => install the firmware it wants, debian package; get the missing firmware; which debian firmware package is needed? install; add the firmware for it
apt search firmware => search the packages for firmware; what firmware packages are there; look for firmware in apt
lspci -nnk => which devices use which drivers, with ids; pci devices with numbers and kernel drivers; lspci with ids and modules
sudo dmesg | grep -i firmware => everything the kernel says on firmware, any case; grep the kernel log for firmware as root, ignoring case
""", p=package) * 2
    for text in rng.sample(noise, rng.choice([0, 0, 1, 2])):
        line(text)
    return typed(rng, rng.choice(["dmesg | tail", "dmesg -T | tail -20" if style == "T" else "sudo dmesg | tail -n 15", "sudo dmesg" if style == "plain" else "dmesg -T", "dmesg"]) if style == "plain" else rng.choice(["dmesg -T | tail", "sudo dmesg -T", "dmesg -T | tail -20"])) + "\n".join(out), asked
