"""Logs, and errors that somebody ran into."""

from .. import values
from . import question, scene
from .tables import distinct, draw, letters, names, stamp


@scene
def access_log(rng):
    ips = distinct(rng, rng.choice([3, 4, 5]), lambda: draw(rng, "ip"))
    worst = rng.choice(ips)
    paths = [f"/{values.word(rng)}" for _ in range(5)]
    lines = []
    for _ in range(rng.choice([6, 10, 16, 30])):
        ip = worst if rng.random() < 0.55 else rng.choice(ips)
        lines.append(f'{ip} - - [{rng.randint(1, 28):02}/Nov/2026:{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02} +0000] "GET {rng.choice(paths)} HTTP/1.1" {rng.choice([200, 200, 304, 404]) if ip != worst else rng.choice([404, 401, 403])} {rng.randint(100, 90000)} "-" "curl/8.5.0"')
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
    lines = [f"Nov {rng.randint(1, 28):02} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{i:02} {host} sshd[{rng.randint(900, 90000)}]: Failed password for {rng.choice(['root', 'invalid user admin', user])} from {ip} port {rng.randint(30000, 60000)} ssh2" for i in range(rng.choice([3, 5, 8]))]
    lines.insert(rng.randrange(len(lines)), f"Nov 12 10:00:01 {host} sshd[{rng.randint(900, 90000)}]: Accepted publickey for {user} from {draw(rng, 'ip')} port {rng.randint(30000, 60000)} ssh2")
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
    for i in range(rng.choice([5, 8, 14])):
        lines.append(f"{stamp(rng)}:{i % 60:02} {rng.choice(['INFO', 'INFO', 'DEBUG', 'WARN'])} [{rng.choice(components)}] {rng.choice(['handled request in', 'connected to database in', 'cache refreshed in', 'queue drained in'])} {rng.randint(1, 900)}ms")
    lines.insert(rng.randrange(1, len(lines)), f"{stamp(rng)}:11 ERROR [{components[0]}] request {request} failed: {rng.choice(['connection refused', 'timeout after 30s', 'out of memory', 'permission denied'])}")
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
