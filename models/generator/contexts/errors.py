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
    slots = slots_in(typed + answer + right, rng)
    lines = [led(f"({FIX})" if line == "!fix" else filled_in(line, slots), rng) for line in ways_to.split("|")]
    return shell(rng) + filled_in(typed, slots) + "\n" + filled_in(answer, slots), [Question(tuple(lines), filled_in(right, slots), right)]


TEXTS = Path(__file__).parent / "errors.txt"
for block in re.split(r"^== ", TEXTS.read_text(encoding="utf-8"), flags=re.M)[1:]:
    SCENES.append(error_scene(block))
SCENES.extend([needs_root] * 4 + [corrected] * 10)


# --- what is missing, and the package that has it

MODULES = dict(pair.split("=") for pair in "cv2=opencv-python|yaml=pyyaml|PIL=pillow|sklearn=scikit-learn|bs4=beautifulsoup4|dotenv=python-dotenv|skimage=scikit-image|dateutil=python-dateutil|serial=pyserial|MySQLdb=mysqlclient|psycopg2=psycopg2-binary|Crypto=pycryptodome|jwt=pyjwt|usb=pyusb|OpenSSL=pyopenssl|magic=python-magic|fitz=pymupdf|docx=python-docx|pptx=python-pptx|git=gitpython|github=pygithub|telegram=python-telegram-bot|discord=discord.py|slugify=python-slugify|zmq=pyzmq|ldap=python-ldap|attr=attrs|pkg_resources=setuptools|win32api=pywin32|wx=wxpython|nmap=python-nmap|dns=dnspython|markdown=markdown|jose=python-jose|multipart=python-multipart|requests=requests|numpy=numpy|pandas=pandas|flask=flask|django=django|matplotlib=matplotlib|torch=torch|transformers=transformers|boto3=boto3|paramiko=paramiko|tqdm=tqdm|fastapi=fastapi|uvicorn=uvicorn|redis=redis|pymongo=pymongo|sqlalchemy=sqlalchemy|lxml=lxml|scipy=scipy|psutil=psutil|rich=rich|click=click|jinja2=jinja2|aiohttp=aiohttp|httpx=httpx|pydantic=pydantic|celery=celery|openpyxl=openpyxl|tabulate=tabulate|seaborn=seaborn|tensorflow=tensorflow|RPi=RPi.GPIO|smbus2=smbus2|paho=paho-mqtt|kafka=kafka-python|elasticsearch=elasticsearch|ruamel=ruamel.yaml|mpl_toolkits=matplotlib|Levenshtein=levenshtein|faiss=faiss-cpu|whisper=openai-whisper|einops=einops|wandb=wandb|sentence_transformers=sentence-transformers|flask_cors=flask-cors|flask_sqlalchemy=flask-sqlalchemy|rest_framework=djangorestframework|corsheaders=django-cors-headers|environ=django-environ|speech_recognition=SpeechRecognition|socks=pysocks|nacl=pynacl|websocket=websocket-client|apt=python-apt|tkinterdnd2=tkinterdnd2".split("|"))
for outside in ("win32api", "apt", "RPi", "ldap", "mpl_toolkits"):
    MODULES.pop(outside)
SYSTEM_MODULES = {"apt": ("python3-apt", "python3-dnf"), "tkinter": ("python3-tk", "python3-tkinter"), "venv": ("python3-venv", "python3"), "distutils": ("python3-distutils", "python3-setuptools"), "ensurepip": ("python3-venv", "python3-pip"), "gi": ("python3-gi", "python3-gobject"), "rpm": ("python3-rpm", "python3-rpm"), "lldb": ("python3-lldb", "python3-lldb")}
HEADERS = {  # header: Debian, Fedora
    "openssl/ssl.h": ("libssl-dev", "openssl-devel"), "openssl/evp.h": ("libssl-dev", "openssl-devel"), "Python.h": ("python3-dev", "python3-devel"), "curl/curl.h": ("libcurl4-openssl-dev", "libcurl-devel"), "zlib.h": ("zlib1g-dev", "zlib-devel"), "ncurses.h": ("libncurses-dev", "ncurses-devel"), "readline/readline.h": ("libreadline-dev", "readline-devel"), "sqlite3.h": ("libsqlite3-dev", "sqlite-devel"), "libpq-fe.h": ("libpq-dev", "libpq-devel"), "mysql.h": ("default-libmysqlclient-dev", "mariadb-devel"), "ffi.h": ("libffi-dev", "libffi-devel"), "bzlib.h": ("libbz2-dev", "bzip2-devel"), "lzma.h": ("liblzma-dev", "xz-devel"), "jpeglib.h": ("libjpeg-dev", "libjpeg-turbo-devel"), "png.h": ("libpng-dev", "libpng-devel"), "X11/Xlib.h": ("libx11-dev", "libX11-devel"), "GL/gl.h": ("libgl-dev", "mesa-libGL-devel"), "SDL2/SDL.h": ("libsdl2-dev", "SDL2-devel"), "libxml/parser.h": ("libxml2-dev", "libxml2-devel"), "libxslt/xslt.h": ("libxslt1-dev", "libxslt-devel"), "yaml.h": ("libyaml-dev", "libyaml-devel"), "uuid/uuid.h": ("uuid-dev", "libuuid-devel"), "boost/asio.hpp": ("libboost-all-dev", "boost-devel"), "boost/filesystem.hpp": ("libboost-filesystem-dev", "boost-devel"), "Eigen/Dense": ("libeigen3-dev", "eigen3-devel"), "gtk/gtk.h": ("libgtk-3-dev", "gtk3-devel"), "alsa/asoundlib.h": ("libasound2-dev", "alsa-lib-devel"), "pcap.h": ("libpcap-dev", "libpcap-devel"), "libusb-1.0/libusb.h": ("libusb-1.0-0-dev", "libusb1-devel"), "expat.h": ("libexpat1-dev", "expat-devel"), "gmp.h": ("libgmp-dev", "gmp-devel"), "mpi.h": ("libopenmpi-dev", "openmpi-devel"), "cairo.h": ("libcairo2-dev", "cairo-devel"), "ldap.h": ("libldap2-dev", "openldap-devel"), "sasl/sasl.h": ("libsasl2-dev", "cyrus-sasl-devel"), "security/pam_appl.h": ("libpam0g-dev", "pam-devel"), "systemd/sd-daemon.h": ("libsystemd-dev", "systemd-devel"), "numa.h": ("libnuma-dev", "numactl-devel"), "elf.h": ("libc6-dev", "glibc-headers"), "gelf.h": ("libelf-dev", "elfutils-libelf-devel"), "libudev.h": ("libudev-dev", "systemd-devel"), "zstd.h": ("libzstd-dev", "libzstd-devel"), "cblas.h": ("libopenblas-dev", "openblas-devel"), "hdf5.h": ("libhdf5-dev", "hdf5-devel"), "fftw3.h": ("libfftw3-dev", "fftw-devel"), "pcre.h": ("libpcre3-dev", "pcre-devel"), "archive.h": ("libarchive-dev", "libarchive-devel"), "sodium.h": ("libsodium-dev", "libsodium-devel"), "linux/bpf.h": ("linux-libc-dev", "kernel-headers"), "freetype2/ft2build.h": ("libfreetype-dev", "freetype-devel"),
}
COMMANDS = {  # what was typed: Debian, Fedora
    "ifconfig": ("net-tools", "net-tools"), "netstat -tlnp": ("net-tools", "net-tools"), "route -n": ("net-tools", "net-tools"), "dig example.com": ("dnsutils", "bind-utils"), "nslookup example.com": ("dnsutils", "bind-utils"), "host example.com": ("bind9-host", "bind-utils"), "ping 1.1.1.1": ("iputils-ping", "iputils"), "traceroute 1.1.1.1": ("traceroute", "traceroute"), "mtr 1.1.1.1": ("mtr-tiny", "mtr"), "ip a": ("iproute2", "iproute"), "ss -tln": ("iproute2", "iproute"), "telnet localhost 25": ("telnet", "telnet"), "nc -zv localhost 22": ("netcat-openbsd", "nmap-ncat"), "nmap localhost": ("nmap", "nmap"), "tcpdump -i eth0": ("tcpdump", "tcpdump"), "whois example.com": ("whois", "whois"), "ssh-copy-id nas": ("openssh-client", "openssh-clients"), "scp a.txt nas:": ("openssh-client", "openssh-clients"), "mount.nfs nas:/data /mnt": ("nfs-common", "nfs-utils"), "showmount -e nas": ("nfs-common", "nfs-utils"), "exportfs -ra": ("nfs-kernel-server", "nfs-utils"), "mount.cifs //nas/data /mnt": ("cifs-utils", "cifs-utils"), "smbclient -L nas": ("smbclient", "samba-client"), "sshfs nas:/data /mnt": ("sshfs", "fuse-sshfs"), "iostat -x 1": ("sysstat", "sysstat"), "sar -u": ("sysstat", "sysstat"), "mpstat 1": ("sysstat", "sysstat"), "pidstat 1": ("sysstat", "sysstat"), "top": ("procps", "procps-ng"), "ps aux": ("procps", "procps-ng"), "free -h": ("procps", "procps-ng"), "watch date": ("procps", "procps-ng"), "killall nginx": ("psmisc", "psmisc"), "pstree": ("psmisc", "psmisc"), "fuser -k 80/tcp": ("psmisc", "psmisc"),
    "lsof -i": ("lsof", "lsof"), "htop": ("htop", "htop"), "iotop": ("iotop", "iotop"), "lsusb": ("usbutils", "usbutils"), "lspci": ("pciutils", "pciutils"), "smartctl -a /dev/sda": ("smartmontools", "smartmontools"), "hdparm -I /dev/sda": ("hdparm", "hdparm"), "nvme list": ("nvme-cli", "nvme-cli"), "sensors": ("lm-sensors", "lm_sensors"), "parted -l": ("parted", "parted"), "mkfs.xfs /dev/sdb1": ("xfsprogs", "xfsprogs"), "mkfs.btrfs /dev/sdb1": ("btrfs-progs", "btrfs-progs"), "mkfs.vfat /dev/sdb1": ("dosfstools", "dosfstools"), "ntfsfix /dev/sdb1": ("ntfs-3g", "ntfsprogs"), "cryptsetup status data": ("cryptsetup", "cryptsetup"), "mdadm --detail /dev/md0": ("mdadm", "mdadm"), "pvs": ("lvm2", "lvm2"), "growpart /dev/sda 1": ("cloud-guest-utils", "cloud-utils-growpart"), "iptables -L": ("iptables", "iptables-nft"), "nft list ruleset": ("nftables", "nftables"), "crontab -l": ("cron", "cronie"), "at now": ("at", "at"), "rsync -a a b": ("rsync", "rsync"), "unzip a.zip": ("unzip", "unzip"), "zip -r a.zip a": ("zip", "zip"), "7z x a.7z": ("p7zip-full", "p7zip-plugins"), "unrar x a.rar": ("unrar", "unrar"), "xz -d a.xz": ("xz-utils", "xz"), "bzip2 a.log": ("bzip2", "bzip2"), "zstd a.log": ("zstd", "zstd"),
    "gcc main.c": ("gcc", "gcc"), "g++ main.cpp": ("g++", "gcc-c++"), "make": ("make", "make"), "cmake .": ("cmake", "cmake"), "autoreconf -i": ("autoconf", "autoconf"), "aclocal": ("automake", "automake"), "libtoolize": ("libtool", "libtool"), "pkg-config --version": ("pkg-config", "pkgconf-pkg-config"), "gdb ./a.out": ("gdb", "gdb"), "strace ls": ("strace", "strace"), "valgrind ./a.out": ("valgrind", "valgrind"), "javac Main.java": ("default-jdk", "java-latest-openjdk-devel"), "java -version": ("default-jre", "java-latest-openjdk"), "mvn package": ("maven", "maven"), "npm install": ("npm", "npm"), "node app.js": ("nodejs", "nodejs"), "pip3 list": ("python3-pip", "python3-pip"), "virtualenv venv": ("virtualenv", "python3-virtualenv"), "psql -l": ("postgresql-client", "postgresql"), "mysql -u root": ("default-mysql-client", "mariadb"), "redis-cli ping": ("redis-tools", "redis"), "sqlite3 app.db": ("sqlite3", "sqlite"), "jq . a.json": ("jq", "jq"), "xmllint a.xml": ("libxml2-utils", "libxml2"), "convert a.png b.jpg": ("imagemagick", "ImageMagick"), "ffmpeg -i a.mp4 b.mp3": ("ffmpeg", "ffmpeg-free"), "pdftotext a.pdf": ("poppler-utils", "poppler-utils"), "pandoc a.md -o a.pdf": ("pandoc", "pandoc"), "pdflatex a.tex": ("texlive-latex-base", "texlive-latex"), "vim a.txt": ("vim", "vim-enhanced"), "nano a.txt": ("nano", "nano"), "less a.txt": ("less", "less"), "tree": ("tree", "tree"), "ncdu": ("ncdu", "ncdu"), "tmux": ("tmux", "tmux"), "screen": ("screen", "screen"), "git status": ("git", "git"), "git lfs pull": ("git-lfs", "git-lfs"), "curl -I localhost": ("curl", "curl"), "wget localhost": ("wget", "wget"), "locate a.txt": ("plocate", "plocate"), "man ls": ("man-db", "man-db"), "file a.bin": ("file", "file"), "xxd a.bin": ("xxd", "vim-common"), "bc": ("bc", "bc"), "dos2unix a.txt": ("dos2unix", "dos2unix"), "rename s/a/b/ a": ("rename", "prename"), "parallel ls": ("parallel", "parallel"), "htpasswd -c users bob": ("apache2-utils", "httpd-tools"), "ab -n 10 http://localhost/": ("apache2-utils", "httpd-tools"), "certbot renew": ("certbot", "certbot"), "wg show": ("wireguard-tools", "wireguard-tools"), "ipmitool sdr": ("ipmitool", "ipmitool"), "ethtool eth0": ("ethtool", "ethtool"), "brctl show": ("bridge-utils", "bridge-utils"), "iperf3 -s": ("iperf3", "iperf3"), "fio job.fio": ("fio", "fio"), "stress-ng --cpu 4": ("stress-ng", "stress-ng"), "numactl -H": ("numactl", "numactl"), "perf top": ("linux-perf", "perf"), "docker ps": ("docker.io", "moby-engine"), "virsh list": ("libvirt-clients", "libvirt-client"), "qemu-img info a.img": ("qemu-utils", "qemu-img"), "add-apt-repository ppa:a/b": ("software-properties-common", ""), "gpg --version": ("gnupg", "gnupg2"), "fdisk -l": ("fdisk", "util-linux"), "setfacl -m u:bob:r a": ("acl", "acl"), "chattr +i a": ("e2fsprogs", "e2fsprogs"), "figlet hi": ("figlet", "figlet"), "shellcheck a.sh": ("shellcheck", "ShellCheck"), "pip install requests": ("python3-pip", "python3-pip"), "ansible all -m ping": ("ansible", "ansible"), "sshpass -p x ssh nas": ("sshpass", "sshpass"), "inotifywait -m .": ("inotify-tools", "inotify-tools"), "expect a.exp": ("expect", "expect"), "gparted": ("gparted", "gparted"), "exiftool a.jpg": ("libimage-exiftool-perl", "perl-Image-ExifTool"), "swaks --to a@example.com": ("swaks", "swaks"), "mail -s hi bob": ("mailutils", "mailx"), "rg foo": ("ripgrep", "ripgrep"), "fzf": ("fzf", "fzf"), "go build": ("golang-go", "golang"), "cargo build": ("cargo", "cargo"), "ruby a.rb": ("ruby", "ruby"), "php -v": ("php-cli", "php-cli"), "lua a.lua": ("lua5.4", "lua"), "gfortran a.f90": ("gfortran", "gcc-gfortran"), "nasm a.asm": ("nasm", "nasm"), "clang a.c": ("clang", "clang"), "ninja": ("ninja-build", "ninja-build"), "meson setup build": ("meson", "meson"), "flex a.l": ("flex", "flex"), "bison a.y": ("bison", "bison"), "doxygen": ("doxygen", "doxygen"), "dot -Tpng a.dot": ("graphviz", "graphviz"), "patch -p1": ("patch", "patch"), "ld a.o": ("binutils", "binutils"), "openssl version": ("openssl", "openssl"), "lsb_release -a": ("lsb-release", "redhat-lsb-core"), "arping 10.0.0.1": ("arping", "iputils"), "ipset list": ("ipset", "ipset"), "socat - tcp:localhost:80": ("socat", "socat"), "lftp nas": ("lftp", "lftp"), "rclone ls nas:": ("rclone", "rclone"), "borg list": ("borgbackup", "borgbackup"), "restic snapshots": ("restic", "restic"), "fail2ban-client status": ("fail2ban", "fail2ban"), "snmpwalk nas": ("snmp", "net-snmp-utils"), "ldapsearch -x": ("ldap-utils", "openldap-clients"), "kinit bob": ("krb5-user", "krb5-workstation"), "ntpdate pool.ntp.org": ("ntpdate", "ntpsec"), "chronyc sources": ("chrony", "chrony"),
}
LIBRARIES = {  # shared object: Debian, Fedora
    "libGL.so.1": ("libgl1", "mesa-libGL"), "libglib-2.0.so.0": ("libglib2.0-0", "glib2"), "libgomp.so.1": ("libgomp1", "libgomp"), "libpq.so.5": ("libpq5", "libpq"), "libaio.so.1": ("libaio1", "libaio"), "libnss3.so": ("libnss3", "nss"), "libgbm.so.1": ("libgbm1", "mesa-libgbm"), "libasound.so.2": ("libasound2", "alsa-lib"), "libXext.so.6": ("libxext6", "libXext"), "libXrender.so.1": ("libxrender1", "libXrender"), "libSM.so.6": ("libsm6", "libSM"), "libatk-1.0.so.0": ("libatk1.0-0", "atk"), "libcrypt.so.1": ("libcrypt1", "libxcrypt-compat"), "libffi.so.8": ("libffi8", "libffi"), "libncurses.so.6": ("libncurses6", "ncurses-libs"), "libtinfo.so.6": ("libtinfo6", "ncurses-libs"), "libnuma.so.1": ("libnuma1", "numactl-libs"), "libstdc++.so.6": ("libstdc++6", "libstdc++"), "libxml2.so.2": ("libxml2", "libxml2"), "libmariadb.so.3": ("libmariadb3", "mariadb-connector-c"), "libusb-1.0.so.0": ("libusb-1.0-0", "libusb1"), "libpcap.so.0.8": ("libpcap0.8", "libpcap"), "libgtk-3.so.0": ("libgtk-3-0", "gtk3"), "libX11.so.6": ("libx11-6", "libX11"), "libfuse.so.2": ("libfuse2", "fuse-libs"), "libcurl.so.4": ("libcurl4", "libcurl"), "libopenblas.so.0": ("libopenblas0", "openblas"), "libssl.so.3": ("libssl3", "openssl-libs"), "libz.so.1": ("zlib1g", "zlib"), "libsndfile.so.1": ("libsndfile1", "libsndfile"), "libmagic.so.1": ("libmagic1", "file-libs"), "libzmq.so.5": ("libzmq5", "zeromq"), "libSDL2-2.0.so.0": ("libsdl2-2.0-0", "SDL2"), "libpython3.11.so.1.0": ("libpython3.11", "python3.11-libs"),
}
PKGCONFIG = {"openssl": ("libssl-dev", "openssl-devel"), "libcurl": ("libcurl4-openssl-dev", "libcurl-devel"), "libxml-2.0": ("libxml2-dev", "libxml2-devel"), "gtk+-3.0": ("libgtk-3-dev", "gtk3-devel"), "gtk4": ("libgtk-4-dev", "gtk4-devel"), "libudev": ("libudev-dev", "systemd-devel"), "dbus-1": ("libdbus-1-dev", "dbus-devel"), "alsa": ("libasound2-dev", "alsa-lib-devel"), "glib-2.0": ("libglib2.0-dev", "glib2-devel"), "sdl2": ("libsdl2-dev", "SDL2-devel"), "zlib": ("zlib1g-dev", "zlib-devel"), "sqlite3": ("libsqlite3-dev", "sqlite-devel"), "libpq": ("libpq-dev", "libpq-devel"), "x11": ("libx11-dev", "libX11-devel"), "webkit2gtk-4.1": ("libwebkit2gtk-4.1-dev", "webkit2gtk4.1-devel"), "libsystemd": ("libsystemd-dev", "systemd-devel"), "fontconfig": ("libfontconfig-dev", "fontconfig-devel"), "cairo": ("libcairo2-dev", "cairo-devel"), "libffi": ("libffi-dev", "libffi-devel"), "libpulse": ("libpulse-dev", "pulseaudio-libs-devel"), "ncurses": ("libncurses-dev", "ncurses-devel"), "libzstd": ("libzstd-dev", "libzstd-devel"), "libevent": ("libevent-dev", "libevent-devel"), "libusb-1.0": ("libusb-1.0-0-dev", "libusb1-devel"), "fuse3": ("libfuse3-dev", "fuse3-devel"), "libpcap": ("libpcap-dev", "libpcap-devel")}

GET = "install what's missing|get what it needs|add the missing package|put the missing thing on this machine|install the package for it|which package do I need? install it|it lacks something, install that|install the package that has it|make it available, install|get it|how do I get that|I need this, install|bring it on board|install the right package|so what do I install|fix|fix it|fix this|how do I fix this|what do I have to install|what now|make it work|solve it|please install the dependency"


def wanted(rng, apt: str, dnf: str, said: str) -> list[Question]:
    """Both ways of installing: the system that the request is drawn for tells which one."""
    lines = "\n".join([*rng.sample(GET.split("|"), 9), *said.split("|")])
    found = [question("\n".join(led(l, rng) for l in lines.split("\n")), "sudo apt install {p}", p=apt)] * 2
    return found + ([question("\n".join(led(l, rng) for l in lines.split("\n")), "sudo dnf install {p}", p=dnf)] if dnf else [])


def noise_of_make(rng) -> list[str]:
    return [rng.choice(["gcc -O2 -Wall -c -o {f}.o {f}.c", "[ {n}%] Building C object src/CMakeFiles/{f}.dir/{f}.c.o", "  CC      {f}.o", "cc -g -fPIC -Iinclude -c {f}.c -o build/{f}.o", "g++ -std=c++17 -O2 -Iinclude -c src/{f}.cpp -o build/{f}.o"]).replace("{f}", values.word(rng).lower().replace("-", "_")).replace("{n}", str(rng.randint(2, 90))) for _ in range(rng.choice([0, 1, 2, 4]))]


def missing_module(rng):
    name, package = rng.choice(list(MODULES.items()))
    script = rng.choice(["main.py", "app.py", "train.py", "bot.py", "manage.py", workload(rng).replace("-", "_") + ".py"])
    tail = rng.choice([f"import {name}", f"import {name}", f"from {name} import *", f"import {name} as m"])
    folder = rng.choice(["/home/" + person(rng) + "/app/", "/srv/", "/app/", "", "/opt/tools/"])
    middle = f'  File "{folder}lib/{values.word(rng).lower().replace("-", "_")}.py", line {rng.randint(2, 80)}, in <module>\n    {tail}' if rng.random() < 0.4 else ""
    output = (f"{shell(rng)}python3 {script}\n" if rng.random() < 0.7 else "") + f'Traceback (most recent call last):\n  File "{folder}{script}", line {rng.randint(1, 40)}, in <module>\n    ' + (f"from lib import *\n{middle}" if middle else tail) + f"\nModuleNotFoundError: No module named '{name}'"
    lines = "\n".join(led(l, rng) for l in [*rng.sample(GET.split("|"), 9), "install the python module it wants", "pip install what is missing", "which pip package is that? install", "get the module with pip", "add that module", "python can't import something, install it with pip"])
    return output, [question(lines, "pip install {p}", p=package)] * 5 + [
        question("into the virtual environment in .venv, with its own pip\nuse the pip of .venv to install it\nthe .venv here should get the module: its pip", ".venv/bin/pip install {p}", p=package),
        question("do I have it? pip show\nis that package installed, pip show\nwhat does pip know about the package, show", "pip show {p}", p=package),
        question(f"run it again\nagain please\nnow start the script once more", "python3 {s}", s=script) if "python3 " in output else question("which python is used\nwhere does python3 come from, all matches\nall python3 in my path", "which -a python3"),
    ]


def missing_system_module(rng):
    name = rng.choice(["tkinter", "gi", "apt", "distutils", "ensurepip"])
    apt, dnf = SYSTEM_MODULES[name]
    if name == "ensurepip":
        output = shell(rng) + "python3 -m venv .venv\nThe virtual environment was not created successfully because ensurepip is not\navailable.  On Debian/Ubuntu systems, you need to install the python3-venv\npackage using the following command.\n\n    apt install python3-venv"
        return output, wanted(rng, apt, "", "do what it says, as root|install the package it names|I want to make venvs, install what's needed")
    output = f'Traceback (most recent call last):\n  File "{workload(rng).replace("-", "_")}.py", line {rng.randint(1, 9)}, in <module>\n    import {name}\nModuleNotFoundError: No module named \'{name}\''
    return output, wanted(rng, apt, dnf if name != "apt" else "", "install the system package for that module|pip doesn't have it, install it from the distribution|get the distribution's package for this module|the module comes with the system packages, install|from the distro please, not pip")


def missing_header(rng):
    name, (apt, dnf) = rng.choice(list(HEADERS.items()))
    source = values.word(rng).lower().replace("-", "_") + (".cpp" if name.endswith((".hpp", "Dense")) else ".c")
    kind = rng.random()
    lines = noise_of_make(rng)
    where = rng.choice(["", "src/", "lib/", "../src/"]) + source
    lines += [f"{where}:{rng.randint(1, 60)}:{rng.choice([10, 10, 11])}: fatal error: {name}: No such file or directory", f"   {rng.randint(2, 60)} | #include <{name}>", f"      |          ^{'~' * (len(name) + 1)}", "compilation terminated."]
    if kind < 0.4:
        lines.append(rng.choice([f"make: *** [Makefile:{rng.randint(4, 90)}: {source.rsplit('.', 1)[0]}.o] Error 1", "make[1]: *** [CMakeFiles/Makefile2:83: all] Error 2", "ninja: build stopped: subcommand failed."]))
    elif kind < 0.6:
        lines += ["error: command '/usr/bin/x86_64-linux-gnu-gcc' failed with exit code 1", f"ERROR: Failed building wheel for {workload(rng)}"]
    return (shell(rng) + rng.choice(["make", "make -j4", "gcc -o app " + where, "pip install ."]) + "\n" if rng.random() < 0.5 else "") + "\n".join(lines), wanted(rng, apt, dnf, "install the headers it wants|get the development files|the header is missing, install its package|install the -dev package for that header|I want to compile this, install what's lacking|which dev package? install it|the compiler misses an include, install it|the build stops, get the library's headers") * 2 + [question("which package has that header, apt-file\nfind the package of the missing file with apt-file\napt-file search for the header", "apt-file search {h}", h=name), question("which package provides that header, dnf\nask dnf who provides the header", "dnf provides '*/{h}'", h=name), question("is the header anywhere below /usr\nfind it by name under /usr\nlook for the file in /usr", "find /usr -name {b}", b=name.rsplit("/", 1)[-1])]


def missing_command(rng):
    command, (apt, dnf) = rng.choice(list(COMMANDS.items()))
    tool = command.split()[0]
    user = person(rng)
    mark = shell(rng)
    said = rng.choice([f"bash: {tool}: command not found", f"-bash: {tool}: command not found", f"zsh: command not found: {tool}", f"sh: 1: {tool}: not found", f"/bin/sh: 1: {tool}: not found", f"bash: line {rng.randint(2, 40)}: {tool}: command not found", f"sudo: {tool}: command not found", f"./deploy.sh: line {rng.randint(3, 90)}: {tool}: command not found", f"/usr/bin/env: ‘{tool}’: No such file or directory"])
    head = "" if said.startswith(("./", "bash: line", "/bin/sh", "/usr/bin/env")) else mark + ("sudo " if said.startswith("sudo") else "") + command + "\n"
    if said.startswith("./"):
        head = mark + "./deploy.sh\n"
    if said.startswith("/bin/sh"):
        head = mark + "make\n" if rng.random() < 0.5 else ""
    asked = wanted(rng, apt, dnf, "install the package with that command|which package has it? install|get me that tool|install the missing tool|I want that program|the command is missing, install its package|why is it not there? put it on|install whatever brings that command") * 3
    if dnf:
        asked.append(question("which package brings it, dnf\nask dnf who provides the command\ndnf: what provides that", "dnf provides {t}", t=tool))
    replaced = {"ifconfig": "ip addr", "netstat -tlnp": "ss -tlnp", "route -n": "ip route"}.get(command)
    if replaced:
        asked += [question("what's the modern replacement, without installing anything\nuse the iproute2 tool instead\nwithout installing: the same with what replaced it\nthe new way to get the same", replaced)] * 2
    return head + said, asked


def missing_library(rng):
    name, (apt, dnf) = rng.choice(list(LIBRARIES.items()))
    program = rng.choice(["./" + workload(rng), "/opt/" + workload(rng) + "/bin/app", "chromium", "./bin/server", "/usr/local/bin/" + workload(rng)])
    python = name in ("libGL.so.1", "libgomp.so.1", "libglib-2.0.so.0", "libsndfile.so.1", "libopenblas.so.0", "libXext.so.6", "libSM.so.6", "libpq.so.5") and rng.random() < 0.6
    output = f'Traceback (most recent call last):\n  File "{workload(rng).replace("-", "_")}.py", line {rng.randint(1, 20)}, in <module>\n    import {rng.choice(["cv2", "soundfile", "lightgbm", "psycopg2"])}\nImportError: {name}: cannot open shared object file: No such file or directory' if python else f"{shell(rng)}{program}\n{program}: error while loading shared libraries: {name}: cannot open shared object file: No such file or directory"
    asked = wanted(rng, apt, dnf, "install the library it can't open|get the shared library it wants|which package has that .so? install|the loader misses a library, install it|install the package with that shared object") * 2
    asked += [question("which package has the file, apt-file\napt-file search for the library", "apt-file search {l}", l=name), question("is it somewhere on the disk? search everything as root\nlook for the library on the whole machine, as root\nfind it anywhere, with root rights", "sudo find / -name {l}", l=name), question("does the loader know it, ldconfig and grep\ngrep the linker cache for it\nis it in the ldconfig cache", "ldconfig -p | grep {l}", l=name)]
    if not python and program.startswith(("./", "/")):
        asked += [question("which libraries does the program want, and which are found\nldd the program\nshared libraries of that binary", "ldd {p}", p=program)] * 2
    return output, asked


def missing_pkgconfig(rng):
    name, (apt, dnf) = rng.choice(list(PKGCONFIG.items()))
    output = rng.choice([
        f"checking for {name}... no\nconfigure: error: Package requirements ({name}) were not met:\n\nNo package '{name}' found\n\nConsider adjusting the PKG_CONFIG_PATH environment variable if you\ninstalled software in a non-standard prefix.",
        f"-- Checking for module '{name}'\n--   No package '{name}' found\nCMake Error at /usr/share/cmake-3.25/Modules/FindPkgConfig.cmake:607 (message):\n  A required package was not found",
        f"Package {name} was not found in the pkg-config search path.\nPerhaps you should add the directory containing `{name}.pc'\nto the PKG_CONFIG_PATH environment variable\nNo package '{name}' found",
        f"  --- stderr\n  thread 'main' panicked at build.rs:{rng.randint(9, 90)}:\n  called `Result::unwrap()` on an `Err` value: pkg-config exited with status code 1\n  > PKG_CONFIG_ALLOW_SYSTEM_CFLAGS=1 pkg-config --libs --cflags {name}\n\n  The system library `{name}` required by crate `{values.word(rng).lower()}-sys` was not found.",
        f"meson.build:{rng.randint(9, 200)}:{rng.randint(0, 9)}: ERROR: Dependency \"{name}\" not found, tried pkgconfig and cmake",
    ])
    return (shell(rng) + next(c for start, c in [("checking", "./configure"), ("-- ", "cmake .."), ("  ---", "cargo build"), ("meson", "meson setup build"), ("Pack", "make")] if output.startswith(start)) + "\n" if rng.random() < 0.4 else "") + output, wanted(rng, apt, dnf, "install the development package for it|get the dev files of that library|configure doesn't find it, install the dev package|install the library it checks for, with headers|the build wants a library, install its dev package") * 2 + [question("does pkg-config know it? just ask whether it exists, with errors printed\nask pkg-config for the version\nwhich version does pkg-config see", "pkg-config --modversion {n}", n=name)]


SCENES.extend([missing_module] * 4 + [missing_system_module] + [missing_header] * 4 + [missing_command] * 6 + [missing_library] * 3 + [missing_pkgconfig] * 2)
