"""Errors and logs, and the commands that answer them. `errors.txt` holds blocks of

    == slot:kind slot:one|other
    output, `~~` between its variants; `$? command` is a prompt that may be missing
    $$ command
    - request; `!fix`, `!why`, `!who` stand for sets of them
"""

import re
from pathlib import Path
from typing import Callable

from .. import values
from . import Question, SCENES, filled_in, question, scene
from .sheets import clock, digits, led, person, private
from .tables import draw, hexes, of, pod, stamp, workload


FIX = "fix this|fix that|fix it|how do I fix this|how do I fix that|what now|help|solve this|how do I get around this|repair this|make it work|what do I do about this|what should I do now|how can I solve this|get rid of this error|how to get past this|what command fixes this|resolve this|please fix|can you fix this|it doesn't work, fix it|sort this out|and now|what's the fix|how to solve that|make this error go away|I get this, what do I run|what do I have to run|do what it says|what's the remedy|unblock me|got this error, what next|why doesn't this work, fix it|correct this|this keeps happening, fix it|how do I make this work|what's the way out of this|deal with this"


def chosen_word(options):
    return lambda rng: rng.choice(options.split("|"))


def in_folder(rng):
    return rng.choice(["/home/" + person(rng) + "/", "/srv/", "/opt/", "/var/lib/", "/data/", "/mnt/", "/etc/", "/usr/local/"]) + workload(rng)


KINDS: dict[str, Callable] = {
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
        output = filled_in(rng.choice(outputs), slots)
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


TEXTS = Path(__file__).parent / "errors.txt"
for block in re.split(r"^== ", TEXTS.read_text(encoding="utf-8"), flags=re.M)[1:]:
    SCENES.append(error_scene(block))
SCENES.extend([needs_root] * 4 + [corrected] * 10)
