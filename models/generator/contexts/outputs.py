"""Output in forms of its own, with questions written for it."""

import re

from .. import values
from . import Question, SCENES, question, scene
from .sheets import ago, clock, person, private
from .tables import amounts, distinct, draw, hexes, names, pod, prompt, row_count, size, table


def lines_of(*pairs):
    """`command => request; request` with `{name}` left for `question`."""
    return [(c, "\n".join(r.strip() for r in said.split(";"))) for c, said in (p.split(" => ") for p in pairs)]


def asks(text: str, **slots) -> list[Question]:
    return [question(r, c, **slots) for c, r in lines_of(*(line for line in text.strip().splitlines()))]


def often(times: int):
    """A scene that counts as many: what people paste every day."""

    def mark(function):
        SCENES.extend([function] * times)
        return function

    return mark


HOSTS = "web01 web02 db01 db-prod-2 srv-app01 nas pve raspberrypi homeserver mail bastion build-3 ip-10-0-1-23 app-stage gitlab vps-fra1 worker4 node3 laptop thinkpad desktop ubuntu debian fileserver backup01 monitor proxy dev-box".split()


def machine(rng) -> str:
    return rng.choice(HOSTS) if rng.random() < 0.7 else draw(rng, "node")


def typed(rng, command: str, cwd: str = "~", always: bool = False, host: str = "") -> str:
    """A command behind a prompt as shells print it; sometimes alone, sometimes missing."""
    shape, user, host = rng.random(), person(rng), host or machine(rng)
    last = cwd.rstrip("/").rsplit("/", 1)[-1] or "/"
    if shape < 0.22:
        return f"{command}\n" if always or rng.random() < 0.2 else ""
    if shape < 0.5:
        return f"$ {command}\n"
    if shape < 0.68:
        return f"{user}@{host}:{cwd}$ {command}\n"
    if shape < 0.8:
        return f"root@{host}:{cwd}# {command}\n"
    if shape < 0.9:
        return rng.choice([f"[root@{host} {last}]# {command}\n", f"[{user}@{host} {last}]$ {command}\n"])
    return rng.choice([f"# {command}\n", f"➜  {last} {command}\n", f"{user}@{host} {last} % {command}\n"])


def and_then(rng, more: str, chance: float = 0.25) -> str:
    """A second paste below the first, now and then."""
    return "\n" + more if rng.random() < chance else ""


@scene
def nvidia_table(rng):
    count = rng.choice([1, 2, 4, 4, 8, 8])
    card, total = rng.choice([("NVIDIA A100-SXM4-80GB", 81920), ("NVIDIA H100 80GB HBM3", 81559), ("NVIDIA GeForce RTX 3090", 24576), ("Tesla V100-SXM2-32GB", 32768), ("NVIDIA RTX A6000", 49140)])
    memory = [int(x) for x in amounts(rng, count, 30, total - 200)]
    heat = [int(x) for x in amounts(rng, count, 26, 90)]
    load = [int(x) for x in amounts(rng, count, 1, 100)]
    rule = "+-----------------------------------------------------------------------------------------+"
    out = [f"Fri Mar  {rng.randint(1, 9)} {clock(rng)}:{rng.randint(10, 59)} 2026", rule, "| NVIDIA-SMI 550.54.15              Driver Version: 550.54.15      CUDA Version: 12.4     |", "|-----------------------------------------+------------------------+----------------------+", "| GPU  Name                 Persistence-M | Bus-Id          Disp.A | Volatile Uncorr. ECC |", "| Fan  Temp   Perf          Pwr:Usage/Cap |           Memory-Usage | GPU-Util  Compute M. |", "|=========================================+========================+======================|"]
    for i in range(count):
        out.append(f"| {i:3}  {card:<27}  On  |   00000000:{hexes(rng, 2).upper()}:00.0 Off |                    0 |")
        out.append(f"| N/A  {heat[i]:3}C    P0            {rng.randint(50, 390):4}W /  400W |   {memory[i]:6}MiB / {total:6}MiB |    {load[i]:3}%      Default |")
        out.append("+-----------------------------------------+------------------------+----------------------+")
    pids = distinct(rng, rng.choice([1, 2, 3, 4, 6, 8, 12, 16]), lambda: draw(rng, "pid"))
    using = [int(x) for x in amounts(rng, len(pids), 200, 20000)]
    where = [rng.randrange(count) for _ in pids]
    programs = [rng.choice(["python3", "/usr/bin/python", "python", "ollama", "/opt/conda/bin/python", "vllm"]) for _ in pids]
    out += ["", rule, "| Processes:                                                                              |", "|  GPU   GI   CI        PID   Type   Process name                              GPU Memory |", "|=========================================================================================|"]
    for p, m, w, name in zip(pids, using, where, programs):
        out.append(f"|  {w:3}   N/A  N/A   {p:>8}      C   {name:<40}  {m:6}MiB |")
    out.append(rule)
    big = pids[using.index(max(using))]
    asked = asks("""
kill {p} => kill (the one hogging the gpu memory|the vram hog|the process with the most gpu memory|whatever eats the vram); get rid of (the process taking most of the gpu memory|the biggest process on the cards); end the process that (uses|takes|hogs) the most (vram|gpu memory); (the vram eater|the gpu memory hog) must die; terminate the top gpu memory user; stop whatever fills the gpu most; free gpu memory by killing the largest process; %kill the process using the most gpu memory; which process takes the most vram? kill it
kill -9 {p} => kill -9 (the vram hog|the biggest gpu process|the one with the most gpu memory); force kill the process with the most gpu memory; the gpu memory hog ignores TERM, use 9; SIGKILL whatever takes the most vram; hard kill the biggest one on the gpus
ps -o user= -p {p} => who owns the process with the most gpu memory; whose process is hogging the vram; user of the biggest gpu process; which user runs the vram hog; who is taking all the gpu memory
ps -p {p} -o args => command line of the process with the most gpu memory; what exactly is the vram hog running, its arguments; full command of the biggest gpu process; with which arguments does the gpu memory hog run
""", p=big)
    if count > 1:
        asked += asks("""
CUDA_VISIBLE_DEVICES={e} python3 train.py => run train.py on the (emptiest|freest|least used) (gpu|card); start train.py on the gpu with the most free memory; train.py on whichever card has the most room; launch train.py where there is the most vram left; use the gpu with the least memory in use for train.py; put train.py on the card that is the least full
export CUDA_VISIBLE_DEVICES={e} => use only the emptiest gpu in this shell; export it so that only the card with the most free memory is visible; make just the least filled gpu visible from now on; set CUDA_VISIBLE_DEVICES to the gpu with the most free memory
sudo nvidia-smi -i {h} -pl 250 => limit the hottest (card|gpu) to 250 W; cap the one running hottest at 250 watts; power limit 250 for the warmest gpu; the hottest one should draw at most 250 W; throttle the hottest card to 250 watts
nvidia-smi -q -i {h} => everything about the hottest gpu; full details of the warmest card; query the one running hot; all info on the gpu with the highest temperature
nvidia-smi -i {b} => status of the busiest gpu only; show just the card with the highest utilization; nvidia-smi for the one under the most load; only the gpu that works hardest
sudo nvidia-smi --gpu-reset -i {h} => reset the hottest gpu; gpu reset for the warmest card; reset the card with the highest temperature
""", e=str(memory.index(min(memory))), h=str(heat.index(max(heat))), b=str(load.index(max(load))))
    return prompt(rng, "nvidia-smi") + "\n".join(out), asked


@scene
def git_status_long(rng):
    branch = draw(rng, "branch")
    found = distinct(rng, 6, lambda: draw(rng, "file").split("/")[-1])
    staged, changed, new = found[: rng.choice([0, 1, 1, 2])], found[2 : 2 + rng.choice([0, 1, 1, 2])], found[4 : 4 + rng.choice([0, 1, 1, 2])]
    if not (staged or changed or new):
        changed = found[2:3]
    out = [f"On branch {branch}", f"Your branch is {rng.choice(['up to date with', 'ahead of'])} 'origin/{branch}'." if rng.random() < 0.7 else ""]
    if staged:
        out += ["Changes to be committed:", '  (use "git restore --staged <file>..." to unstage)', *[f"\tmodified:   {f}" for f in staged], ""]
    if changed:
        out += ["Changes not staged for commit:", '  (use "git add <file>..." to update what will be committed)', '  (use "git restore <file>..." to discard changes in working directory)', *[f"\tmodified:   {f}" for f in changed], ""]
    if new:
        out += ["Untracked files:", '  (use "git add <file>..." to include in what will be committed)', *[f"\t{f}" for f in new], ""]
    asked = asks("""
git push origin {b} => push this branch to origin; push it to origin; upload the branch I'm on to origin; origin should get this branch; publish my commits on origin, this branch
git commit -am wip => commit all tracked changes as wip; commit everything modified with message wip; wip commit of all that's tracked; commit -a with the message wip
git stash -u => stash everything, also the untracked; put it all aside including new files; stash with untracked files; clean slate for now, stash even new files
git log origin/{b}..{b} => commits of this branch that aren't on origin; what have I not pushed yet; unpushed commits here; which commits are missing on origin
""", b=branch)
    if changed:
        asked += asks("""
git add {f} => stage what is modified but not staged; add the changed files; stage the unstaged changes, not the untracked; put the modified ones into the index; git add what I changed; the unstaged modifications should be in the next commit
git restore {f} => discard the unstaged changes; throw away what I changed but didn't stage; undo my unstaged edits; restore what is modified and unstaged; drop the working directory changes; forget the edits that aren't staged
git diff {f} => diff of what isn't staged, by name; show the unstaged changes of the files listed; what did I change without staging; see the edits not staged yet
""", f=" ".join(changed))
    if staged:
        asked += asks("""
git restore --staged {f} => unstage everything staged; take the staged ones out of the index; unstage what's to be committed; don't commit what is staged, unstage; out of the index with the staged changes, keep the edits
git diff --staged {f} => diff of what's staged, by name; show what would be committed in the staged files; the staged changes please; see the diff of the files to be committed
""", f=" ".join(staged))
    if new:
        asked += asks("""
git add {f} => add (what's untracked|the untracked|the new ones|everything untracked); track the new files; start tracking what git doesn't know; put the untracked under version control; git add whatever is new
rm {f} => delete (what's untracked|the untracked ones|all untracked files listed); remove the files git doesn't track; the new files can go; get rid of the untracked; throw the untracked stuff away
git stash push -u {f} => stash only the untracked, by name; put just the new ones in a stash; stash what's untracked and nothing else
""", f=" ".join(new))
    if len(new) == 1:
        asked += asks("echo {f} >> .gitignore => ignore the untracked one; add the new file to .gitignore; git should ignore the untracked file; append the untracked file to .gitignore; put the untracked one on the ignore list", f=new[0])
    return prompt(rng, "git status") + "\n".join(out).rstrip(), asked


@scene
def disks_tree(rng):
    disks = rng.sample(["sda", "sdb", "sdc", "nvme0n1", "vdb"], rng.choice([2, 3]))
    rows, free, mounted = [], [], []
    spaces = amounts(rng, 12, 1, 900)
    places = distinct(rng, 6, lambda: draw(rng, "mount"))
    usb = rng.choice(disks[1:])
    for number, disk in enumerate(disks):
        parts = rng.choice([1, 1, 2, 3]) if disk != usb else 1
        rows.append([disk, f"{number * 3 + 8}:0", "1" if disk == usb else "0", f"{rng.choice([931, 1863, 476])}.5G", "0", "disk", ""])
        for i in range(parts):
            name = f"{disk}p{i + 1}" if disk.startswith("nvme") else f"{disk}{i + 1}"
            place = "/" if number == 0 and i == 0 else "" if rng.random() < 0.5 or not places else places.pop()
            share = spaces.pop()
            (mounted if place and place != "/" else free if not place else []).append((name, place, share))
            rows.append([("└─" if i == parts - 1 else "├─") + name, f"{number * 3 + 8}:{i + 1}", "1" if disk == usb else "0", f"{share:.1f}G", "0", "part", place])
    asked = asks("""
sudo smartctl -a /dev/{d} => smart data of the removable (disk|drive); smart info of the disk that can be removed; how healthy is the removable disk, smartctl; all smart attributes of the external drive
sudo eject /dev/{d} => eject the removable (disk|drive); eject the usb drive; the removable one should be ejected; pop out the removable disk
udisksctl power-off -b /dev/{d} => power off the removable drive; turn the usb disk off safely; power down the removable disk through udisks; safely remove the external drive, power it off
sudo fdisk -l /dev/{d} => partition table of the removable disk; how is the removable disk partitioned; fdisk listing of the removable drive; partitions of the usb disk in detail
sudo wipefs -a /dev/{d} => wipe all signatures off the removable disk; wipefs the removable drive; clear all signatures on the usb disk
""", d=usb)
    if len(free) == 1:
        asked += asks("""
sudo mount /dev/{n} /mnt => mount (the unmounted one|the partition that isn't mounted|the free partition|the one without mount point) at /mnt; put the unmounted partition on /mnt; the one that isn't mounted should be at /mnt; attach the free partition to /mnt; make the unmounted one available under /mnt
sudo mkfs.ext4 /dev/{n} => format (the unmounted one|the partition that isn't mounted) with ext4; make an ext4 on the free partition; ext4 for the one that isn't mounted; put a new ext4 filesystem on the unmounted partition
sudo fsck /dev/{n} => check the filesystem of the unmounted partition; fsck the one that isn't mounted; run a check on the free partition; is the unmounted one ok, fsck
sudo blkid /dev/{n} => uuid of the unmounted partition; blkid for the one that isn't mounted; what filesystem has the partition without a mount point
""", n=free[0][0])
    if len(mounted) == 1:
        asked += asks("""
sudo umount {m} => unmount the one that isn't the root; umount the data partition, not /; take off the only other mounted partition besides root; release the mounted one that is not /
df -h {m} => how full is the mounted one besides root; free space on the mount that isn't /; usage of the other mounted partition, not root
""", m=mounted[0][1])
    if free and len(free) > 1:
        largest = max(free, key=lambda f: f[2])
        asked += asks("""
sudo mount /dev/{n} /mnt => mount the (largest|biggest) unmounted partition at /mnt; put the biggest free partition on /mnt; of those not mounted, the largest should be at /mnt; mount whichever unmounted one is biggest on /mnt
sudo mkfs.xfs /dev/{n} => make an xfs on the biggest unmounted partition; format the largest one that isn't mounted as xfs; xfs for the largest free partition
""", n=largest[0])
    return prompt(rng, "lsblk") + table([["NAME", "MAJ:MIN", "RM", "SIZE", "RO", "TYPE", "MOUNTPOINTS"], *rows], 1, (3,)), asked


@scene
def memory_state(rng):
    total = rng.choice([7.6, 15, 31, 62, 125])
    swap = rng.choice([0, 2, 4, 8])
    taken = rng.uniform(0.3, 0.97) * total
    rows = [["", "total", "used", "free", "shared", "buff/cache", "available"], ["Mem:", f"{total}Gi", f"{taken:.1f}Gi", f"{rng.uniform(0.1, 0.4):.1f}Gi", f"{rng.randint(10, 900)}Mi", f"{(total - taken) * 0.9:.1f}Gi", f"{(total - taken) * 0.8:.1f}Gi"], ["Swap:", f"{swap}.0Gi", f"{swap * 0.9:.1f}Gi", f"{swap * 0.1:.1f}Gi", "", "", ""]]
    return prompt(rng, "free -h") + table(rows, 4, (1, 2, 3, 4, 5, 6)), asks("""
ps aux --sort=-%mem | head => what uses the memory; who eats the ram, top ones; which processes take the most memory; top memory consumers; where did my ram go; biggest memory users please; processes by memory, the first few; who is to blame for that, by memory
sudo swapoff -a => turn swap off; disable all swap; no more swap; swap should be off; switch all of the swap off; get everything out of swap and keep it off
swapon --show => which swap devices are there; where is the swap; show swap areas; what backs the swap; list the swap spaces
echo 3 | sudo tee /proc/sys/vm/drop_caches => drop the caches; free the buff/cache; empty the page cache; clear the cached memory; give me back what the caches hold; flush the kernel's caches
watch -n 2 free -h => repeat that every 2 seconds; watch it every two seconds; keep showing it, each 2s; refresh every 2 seconds; monitor the memory every 2 s
free -m => the same in megabytes; in MB please; in mebibytes; show it in megabytes; use MB as unit
vmstat 1 => is it swapping right now, every second; swap activity each second; vmstat each second; watch swapping in and out per second; memory and swap statistics every second
sudo fallocate -l 4G /swapfile => make a 4G file /swapfile; allocate 4 GB for /swapfile; reserve 4G as /swapfile; create the file for a 4G swap at /swapfile, only the file
sudo sysctl vm.swappiness=10 => swappiness 10; set swappiness to 10; swap less, value 10; lower the swappiness to 10; make the kernel swap less, swappiness 10
""")


@scene
def interfaces_long(rng):
    found = distinct(rng, rng.choice([2, 3, 4]), lambda: draw(rng, "iface"))
    found = [f for f in found if f != "lo"]
    found += rng.sample(["eth7", "enp7s0"], max(0, 2 - len(found)))
    down = rng.choice(found)
    hosts = {f: private(rng) for f in found}
    out = ["1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000", "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00", "    inet 127.0.0.1/8 scope host lo", "       valid_lft forever preferred_lft forever"]
    for i, f in enumerate(found):
        up = f != down
        out.append(f"{i + 2}: {f}: <{'BROADCAST,MULTICAST,UP,LOWER_UP' if up else 'BROADCAST,MULTICAST'}> mtu 1500 qdisc {'fq_codel' if up else 'noop'} state {'UP' if up else 'DOWN'} group default qlen 1000")
        out.append("    link/ether " + ":".join(hexes(rng, 2) for _ in range(6)) + " brd ff:ff:ff:ff:ff:ff")
        if up:
            out += [f"    inet {hosts[f]}/24 brd {hosts[f].rsplit('.', 1)[0]}.255 scope global dynamic {f}", f"       valid_lft {rng.randint(1000, 80000)}sec preferred_lft {rng.randint(900, 1000)}sec"]
    up = rng.choice([f for f in found if f != down])
    return prompt(rng, rng.choice(["ip a", "ip addr", "ip addr show"])) + "\n".join(out), asks("""
sudo ip link set {d} up => bring up (the one that is down|the dead one|the interface that's down); the down interface should be up; turn on the interface that's off; activate whichever is down; get the one in state DOWN going; enable the inactive interface; set the one that isn't up to up; fix the interface that is down
sudo dhclient {d} => get an address by dhcp for the one that's down; dhcp on the interface without an address; ask dhcp for an ip on the down one; dhclient for the interface that lacks an ip
ethtool {d} => is a cable in the one that's down, ethtool; ethtool for the down interface; link details of the interface that is down
ip link show {d} => only the one that is down; show just the interface that's down; link of the down interface
""", d=down) + asks("""
sudo ip link set {u} down => take down the interface with {i}; the interface that has {i} should go down; turn off the one with the address {i}; shut the interface with {i}
sudo tcpdump -i {u} => capture on the interface that has {i}; sniff the one with {i}; tcpdump on whichever interface holds {i}; watch the packets of the interface with {i}
sudo ip addr del {i}/24 dev {u} => remove the address {i} from its interface; take {i} off; drop {i}/24 from the interface; delete the address {i}
sudo ip link set {u} mtu 9000 => mtu 9000 for the interface with {i}; jumbo frames of 9000 on the one that has {i}; set the mtu to 9000 where {i} is
""", u=up, i=hosts[up])


@scene
def blamed_line(rng):
    """A traceback of several frames: the last one counts."""
    files = distinct(rng, 3, lambda: rng.choice(["app/", "src/", "/srv/app/", "", "lib/"]) + values.word(rng).replace("-", "_") + ".py")
    numbers = [str(rng.randint(5, 600)) for _ in files]
    names_of = distinct(rng, 3, lambda: values.word(rng).replace("-", "_"))
    out = ["Traceback (most recent call last):"]
    for f, n, name in zip(files, numbers, ["<module>", *names_of[1:]]):
        out += [f'  File "{f}", line {n}, in {name}', f"    {values.word(rng).replace('-', '_')}(config)"]
    out.append(rng.choice(["ValueError: unknown option 'fast'", "KeyError: 'user_id'", "TypeError: expected str, got NoneType", "RuntimeError: queue is closed", "IndexError: list index out of range", "AssertionError"]))
    return "\n".join(out), asks("""
vim +{n} {f} => open (where it was raised|the place where it broke) in vim; vim at the line that raised it; take me to the innermost frame in vim; edit the line that finally failed, with vim; jump to the origin of the exception in vim; vim to the deepest frame; go to where the error really happened, vim; let me fix the failing line in vim
sed -n '{n}p' {f} => print the line that raised it; show just the line where it failed; the failing line itself, from the file; output the line of the innermost frame with sed; which line was it, print it
git blame -L {n},{n} {f} => who wrote the line that raised it; blame the failing line; git blame for the line where it broke; who is to blame for the line that failed; author of the line of the innermost frame
git log -p {f} => history with diffs of the file that raised it; how did the file where it failed change, with patches; commits with patches of the innermost file; git log -p of the file it broke in
git log --oneline {f} => short history of the file that raised it; oneline commits of the failing file; recent commits on the file where it broke, oneline
""", n=numbers[-1], f=files[-1]) + asks("""
vim +{n} {f} => open the outermost frame in vim; vim at the line where it all started; take me to the first call in vim; vim to the call in the module; go to the top frame, in vim
python3 -m pdb {f} => run the script in the debugger; debug the main script with pdb; start it under pdb; pdb on the script it was started from
python3 {f} => run it again; start the script once more; again please; rerun the script that was started; try the script again
""", n=numbers[0], f=files[0])


@scene
def events_table(rng):
    found = distinct(rng, row_count(rng, 20, 3), lambda: pod(rng))
    bad = rng.choice(found)
    reason, text = rng.choice([("BackOff", "Back-off restarting failed container"), ("FailedScheduling", "0/3 nodes are available: 3 Insufficient cpu."), ("Failed", 'Failed to pull image "app:bad": not found'), ("Unhealthy", "Liveness probe failed: connection refused"), ("FailedMount", "MountVolume.SetUp failed for volume \"config\": configmap \"app\" not found"), ("OOMKilling", "Memory cgroup out of memory")])
    rows = [[f"{rng.randint(1, 59)}m", "Warning" if p == bad else "Normal", reason if p == bad else rng.choice(["Scheduled", "Pulled", "Created", "Started"]), f"pod/{p}", text if p == bad else rng.choice(["Successfully assigned", "Container image already present on machine", "Created container app", "Started container app"])] for p in found]
    return prompt(rng, "kubectl get events") + table([["LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"], *rows]), asks("""
kubectl describe pod {p} => describe (the pod with the warning|the one with the warning|the pod that has problems|the troubled pod); details of the pod that gets warnings; what's wrong with the pod in the warning; look at the pod the warning is about; dig into the failing pod; describe the unhappy one
kubectl logs {p} => logs of (the pod with the warning|the one that has trouble|the failing pod); what does the pod with the warning log; log of the pod the warning is about; read what the troubled pod prints
kubectl delete pod {p} => delete (the pod with the warning|the one with the problem|the failing pod); get rid of the pod the warning is about; throw away the troubled pod; the pod with the warning should be recreated, delete it; kill the pod that gets warnings
kubectl get pod {p} -o yaml => yaml of the pod with the warning; spec of the troubled pod as yaml; dump the one with the warning as yaml
kubectl get events --field-selector type=Warning => only the warnings; just events of type Warning; warnings only please; leave out the normal ones; filter for warnings
kubectl get events --sort-by=.lastTimestamp => sorted by last timestamp; in order of time; newest at the end, by lastTimestamp; sort them by when they were last seen; chronological please
kubectl get events -w => keep watching the events; follow them; events as they come; stream new events; live please
""", p=bad)


@scene
def containers_by_port(rng):
    found = names(rng, row_count(rng, 20, 2))
    ports = distinct(rng, len(found), lambda: draw(rng, "port"))
    rows = [[hexes(rng, 12), draw(rng, "image"), '"docker-entrypoint.s…"', rng.choice(["{} days ago", "{} weeks ago", "{} months ago"]).replace("{}", str(rng.randint(3, 11))), f"Up {rng.randint(2, 50)} hours", f"0.0.0.0:{p}->{rng.choice([i for i in ['80', '8080', '5432', '3000', '9000', '7070', '4000'] if i not in ports])}/tcp", n] for n, p in zip(found, ports)]
    at = rng.randrange(len(found))
    one = f"(the container on port {ports[at]}|whatever publishes {ports[at]}|the one that has {ports[at]}|the container behind port {ports[at]}|the one on {ports[at]}|whichever listens on {ports[at]})"
    return prompt(rng, "docker ps") + table([["CONTAINER ID", "IMAGE", "COMMAND", "CREATED", "STATUS", "PORTS", "NAMES"], *rows]), asks(f"""
docker stop {{x}} => stop {one}; free port {ports[at]} by stopping its container; shut {one} down; port {ports[at]} should be free, stop the container; {one}: stop; halt {one}
docker restart {{x}} => restart {one}; bounce {one}; give {one} a restart; {one} hangs, restart
docker logs {{x}} => logs of {one}; what does {one} log; show the logs of {one}; read what {one} printed
docker logs -f {{x}} => follow the logs of {one}; stream the log of {one}; tail {one} live
docker exec -it {{x}} sh => shell in {one}; get me into {one}; open a shell inside {one}; jump into {one}
docker rm -f {{x}} => force remove {one}; kill and remove {one}; get rid of {one} even though it runs
docker inspect {{x}} => inspect {one}; all details of {one}; the json of {one}
curl http://localhost:{ports[at]} => curl {one}; what does {one} answer on localhost; request {one} over http here; does {one} respond, curl it
""", x=found[at])


@scene
def ports_and_programs(rng):
    """Choosing a listener by its port, or the port by its program."""
    found = rng.sample(["nginx", "postgres", "redis-server", "node", "python3", "java", "mysqld", "sshd", "apache2", "mongod", "grafana", "prometheus", "ollama", "cupsd", "dnsmasq", "gunicorn", "caddy", "haproxy", "minio", "vault"], rng.choice([3, 4, 5, 6, 8]))
    ports = distinct(rng, len(found), lambda: draw(rng, "port"))
    pids = distinct(rng, len(found), lambda: draw(rng, "pid"))
    rows = [["LISTEN", "0", rng.choice(["128", "511", "4096"]), f"{rng.choice(['0.0.0.0', '127.0.0.1', '*', '[::]'])}:{p}", "0.0.0.0:*", f'users:(("{n}",pid={i},fd={rng.randint(3, 30)}))'] for n, p, i in zip(found, ports, pids)]
    at = rng.randrange(len(found))
    n, p, i = found[at], ports[at], pids[at]
    one = f"(the process on port {p}|whatever listens on {p}|whatever is on {p}|the thing on port {p}|the one holding {p}|whoever has port {p}|the program using {p}|the one blocking port {p}|the listener on {p})"
    two = f"({n}|the {n} one|the {n} process|the {n} there)"
    return prompt(rng, rng.choice(["ss -tlnp", "sudo ss -tlnp", "ss -ltnp"])) + table([["State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port", "Process"], *rows], 2), asks(f"""
kill {{i}} => kill {one}; free port {p}; I need port {p}, kill its owner; get rid of {one}; {one} must go; stop {one}; end {one}; release port {p}; make port {p} free; kick out {one}; something else wants {p}, kill what has it; take down {one}
kill {{i}} => kill {two} by its pid; end {two} with its pid; send TERM to the pid of {two}; terminate pid of {two}
kill -9 {{i}} => kill -9 {one}; force kill {one}; {one} ignores TERM, use KILL; SIGKILL {one}; free port {p} by force, kill -9
ps -fp {{i}} => what is {one} exactly, ps; full ps line of {one}; show {one} in ps -f; who started {one}, ps by pid; details on {one} from ps
lsof -p {{i}} => which files does {one} have open; open files of {two}; lsof for {one}; what does {one} have open
ls -l /proc/{{i}}/exe => which binary is {one}; path of the executable of {two}; where's the program of {one}, from proc
curl http://localhost:{p} => curl {one} on localhost; what does {two} answer here over http; http request to the port of {two}; fetch from {two} locally with curl
sudo ufw allow {p} => open the port of {two} in ufw; let {two} be reached, ufw; ufw should allow the port of {two}; firewall: allow where {two} listens
sudo ufw deny {p} => block the port of {two} in ufw; ufw should deny the port of {two}; close the port of {two} in ufw
sudo systemctl restart {n} => restart the service of {one}; bounce the service on port {p}; the service listening on {p} needs a restart; restart what is on {p} through systemd
nc -zv localhost {p} => does the port of {two} answer here, nc; test the port of {two} with netcat on localhost; nc check of where {two} listens locally
""", i=i)


@scene
def hammered(rng):
    """Requests or logins by address: one stands out."""
    ips = distinct(rng, rng.choice([3, 4, 5]), lambda: draw(rng, "ip"))
    worst, shape = ips[0], rng.random()
    order = [worst] * rng.choice([4, 5, 6, 7]) + [rng.choice(ips[1:]) for _ in range(rng.choice([1, 2, 3]))]
    if len(ips) > 2:
        order = order[:-1] + [ips[1]]
    rng.shuffle(order)
    if shape < 0.35:
        file, tool = rng.choice(["/var/log/auth.log", "/var/log/secure"]), "sshd"
        host = draw(rng, "node")
        lines = [f"Mar  4 10:{i:02}:{rng.randint(10, 59)} {host} sshd[{rng.randint(900, 90000)}]: Failed password for {rng.choice(['root', 'invalid user admin', 'invalid user test', person(rng)])} from {ip} port {rng.randint(30000, 60000)} ssh2" for i, ip in enumerate(order)]
        one = "(the attacker|whoever tries to guess passwords|the ip with the most failed logins|the one hammering ssh|the address trying to break in|the brute forcer|the worst offender|that persistent ip|whoever keeps failing to log in)"
    elif shape < 0.7:
        file, tool = rng.choice(["/var/log/nginx/access.log", "/var/log/apache2/access.log", "access.log"]), "web"
        lines = [f'{ip} - - [04/Mar/2026:10:{i:02}:{rng.randint(10, 59)} +0000] "{rng.choice(["GET", "POST"])} /{rng.choice(["wp-login.php", "login", "api/v1/items", ".env", "admin", "search"])} HTTP/1.1" {rng.choice([200, 404, 401, 403])} {rng.randint(100, 9000)} "-" "Mozilla/5.0"' for i, ip in enumerate(order)]
        one = "(the client with the most requests|whoever hammers the site|the ip with the most hits|the noisiest client|the worst offender|the address that floods us|the one hitting us hardest|the top client|the scraper with the most requests)"
    else:
        file, tool = "access.log", "counts"
        numbers = sorted((int(x) for x in amounts(rng, len(ips), 3, 90000)), reverse=True)
        lines = [f"{n:7} {ip}" for n, ip in zip(numbers, ips)]
        one = "(the top address|the client with the most requests|the ip at the top|the noisiest one|the worst offender|whoever has the most hits|the number one in that list|the heaviest client)"
    head = {"sshd": f"tail {file}", "web": f"tail {file}", "counts": "awk '{print $1}' access.log | sort | uniq -c | sort -rn | head"}[tool]
    sudo = "sudo " if tool == "sshd" else ""
    answers = asks(f"""
sudo ufw deny from {{ip}} => block {one} with ufw; ban {one} in ufw; ufw: deny {one}; ufw should block {one}; shut {one} out using ufw; no more access for {one}, ufw; keep {one} out with ufw; deny {one} by ufw
sudo iptables -A INPUT -s {{ip}} -j DROP => drop everything from {one} with iptables; iptables rule that drops {one}; block {one} using iptables; append an iptables rule dropping {one}; have iptables drop {one}; silence {one} with iptables
whois {{ip}} => who is {one}, whois; whois for {one}; where does {one} come from, whois; owner of the network of {one}; look {one} up in whois; which provider has {one}
{sudo}grep {{ip}} {file} => all lines of {one} in {file}; everything {one} did in {file}; grep {file} for {one}; find {one} in {file}; show what {one} did, from {file}; only {one} out of {file}
{sudo}grep -c {{ip}} {file} => how many lines has {one} in {file}; count the lines of {one} in {file}; number of lines by {one} in {file}; tally the entries of {one} in {file}
dig -x {{ip}} => reverse dns of {one}; which hostname has {one}, dig; ptr record for {one}; resolve {one} backwards with dig
sudo ip route add blackhole {{ip}} => blackhole {one}; route {one} into a blackhole; null route {one}; send {one} to a blackhole route
sudo tcpdump host {{ip}} => capture the traffic of {one}; tcpdump for {one} only; sniff what {one} sends; watch packets of {one} with tcpdump
""", ip=worst)
    if tool == "sshd":
        answers += asks(f"sudo fail2ban-client set sshd banip {{ip}} => ban {one} in the sshd jail of fail2ban; fail2ban: ban {one} for sshd; have fail2ban ban {one}, sshd jail; let fail2ban lock {one} out of sshd; put {one} into fail2ban's sshd jail", ip=worst)
    return rng.choice(["$ ", "# ", f"{person(rng)}@{draw(rng, 'node')}:~$ "]) + head + "\n" + "\n".join(lines), answers


SCENES.extend([nvidia_table, git_status_long, ports_and_programs, blamed_line, containers_by_port, hammered])


# --- as people paste them

PACKAGES = "nginx openssh-server libssl3 curl docker-ce containerd.io linux-image-amd64 python3.11 vim git mariadb-server postgresql-15 php8.2-fpm firefox-esr libc6 systemd apache2 nodejs grafana redis-server bind9 sudo openssl tzdata base-files samba cups gnupg certbot rsync tmux htop wireguard-tools code google-chrome-stable snapd ubuntu-drivers-common".split()


def package(rng) -> str:
    return rng.choice(PACKAGES) if rng.random() < 0.75 else draw(rng, "package")


@often(5)
def apt_said(rng):
    kind = rng.choice(["upgradable", "kept", "autoremove", "unmet", "locked", "notfound", "key", "404", "halfdone", "listing", "dnfcheck", "dnfmissing", "dnfconflict", "removed", "reboot"])
    found = distinct(rng, rng.choice([2, 3, 4, 6, 9]), lambda: package(rng))
    version = lambda: f"{rng.randint(0, 9)}.{rng.randint(0, 30)}.{rng.randint(0, 9)}-{rng.randint(1, 9)}"
    p = rng.choice(found)
    stem = re.split(r"[-.\d]", p)[0]
    p_words = f"({p}|the {stem} one)" if len(stem) > 2 and sum(stem in x for x in found) == 1 and stem != p else p
    on_one = lambda one, x: asks(f"""
apt changelog {{x}} => what changed in {one}; changelog of {one}; what's new in {one}
apt-cache policy {{x}} => which versions of {one} are there; where would {one} come from, policy; installed and candidate version of {one}
apt show {{x}} => details of {one}; what is {one}; description of {one}
sudo apt-mark hold {{x}} => {one} must stay at its version; hold {one}; never upgrade {one}; pin {one} where it is
dpkg -L {{x}} => which files did {one} install; files of {one}; what's in {one}, dpkg
sudo apt remove {{x}} => remove {one}; uninstall {one} but keep its config; {one} can go
sudo apt purge {{x}} => purge {one}; uninstall {one} with its configuration; {one} must go with all its config
""", x=x)
    if kind == "upgradable":
        out = "Listing... Done\n" + "\n".join(f"{x}/{rng.choice(['stable-security', 'jammy-updates', 'stable', 'noble-security', 'bookworm'])} {version()} amd64 [upgradable from: {version()}]" for x in found)
        asked = on_one(p_words, p) + asks(f"""
sudo apt install --only-upgrade {{x}} => upgrade only {p_words}; just {p_words} please, nothing else; bring only {p_words} up to date
sudo apt upgrade => upgrade all of it; install all these updates; bring everything up to date; yes to all of these, upgrade
""", x=p) + (asks("sudo apt install --only-upgrade {x} => upgrade the first two only; just the top two should be upgraded", x=" ".join(found[:2])) if len(found) > 3 else [])
        sec = [x for x, l in zip(found, out.split("\n")[1:]) if "-security" in l]
        if 0 < len(sec) < len(found):
            asked += asks("sudo apt install --only-upgrade {x} => upgrade only those from the security archive; just the security updates listed, by name; install the security fixes of that list and nothing else", x=" ".join(sec)) * 3
        return typed(rng, "apt list --upgradable", always=True) + out, asked
    if kind == "kept":
        kept = found[: rng.choice([1, 2, 3])]
        out = f"Reading package lists... Done\nBuilding dependency tree... Done\nReading state information... Done\nCalculating upgrade... Done\nThe following packages have been kept back:\n  {' '.join(kept)}\n0 upgraded, 0 newly installed, 0 to remove and {len(kept)} not upgraded."
        one = "(the one kept back|what was kept back|the held back package)" if len(kept) == 1 else "(those kept back|what was kept back|the held back packages)"
        return typed(rng, "sudo apt upgrade", always=True) + out, asks(f"""
sudo apt install {{x}} => upgrade {one} by installing, by name; install {one}; I want {one} too, apt install; force {one} through an install
sudo apt full-upgrade => do a full upgrade instead; dist-upgrade style, full-upgrade; upgrade even if something has to be removed
apt-cache policy {{x}} => why? policy of {one}; versions of {one}, policy
apt-mark showhold => is anything on hold; list what's held; show the holds
""", x=" ".join(kept))
    if kind == "autoremove":
        out = f"The following packages were automatically installed and are no longer required:\n  {' '.join(found)}\nUse 'sudo apt autoremove' to remove them.\n0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded."
        return typed(rng, rng.choice(["sudo apt upgrade", "sudo apt install htop", "sudo apt-get dist-upgrade"]), always=rng.random() < 0.5) + out, asks(f"""
sudo apt autoremove => remove what's no longer needed; do what it suggests; get rid of these leftovers; clean those up; they can go
sudo apt autoremove --purge => remove them with their configuration; purge the unneeded ones; leftovers must go, config too
sudo apt-mark manual {{x}} => keep {p_words}, mark it as manually installed; {p_words} is needed, set it to manual; don't ever autoremove {p_words}
apt show {{x}} => what is {p_words}; details of {p_words}
""", x=p)
    if kind == "unmet":
        lib = "lib" + values.word(rng).lower().replace("_", "-")
        out = f"Reading package lists... Done\nBuilding dependency tree... Done\nYou might want to run 'apt --fix-broken install' to correct these.\nThe following packages have unmet dependencies:\n {p} : Depends: {lib} (>= {version()}) but it is not {rng.choice(['installed', 'installable', 'going to be installed'])}\nE: Unmet dependencies. Try 'apt --fix-broken install' with no packages (or specify a solution)."
        return typed(rng, f"sudo apt install {p}", always=True) + out, asks("""
sudo apt --fix-broken install => fix it; do what it says; repair the dependencies; get apt out of this state; let apt fix the broken ones; what now
sudo apt install {l} => install the missing library by itself; just install what it depends on; get the dependency it names
apt-cache policy {l} => is the dependency available anywhere, policy; which versions of the needed library are there
sudo apt remove {x} => forget it, remove the package with the problem; take the package that complains out again
sudo apt update => refresh the lists first; update the package lists; maybe my lists are old, update
""", l=lib, x=p)
    if kind == "locked":
        pid, who = str(rng.randint(900, 90000)), rng.choice(["unattended-upgr", "apt", "apt-get", "packagekitd", "dpkg", "aptd", "apt.systemd.dai"])
        out = rng.choice([f"E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process {pid} ({who})\nN: Be aware that removing the lock file is not a solution and may break your system.\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?", f"Waiting for cache lock: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process {pid} ({who})... {rng.randint(3, 300)}s"])
        return typed(rng, rng.choice([f"sudo apt install {p}", "sudo apt upgrade", "sudo apt update"]), always=True) + out, asks("""
ps -fp {i} => what is that process exactly, ps -f; show the one holding the lock; who has the lock? ps -f; is it still doing something, ps -f of it
sudo kill {i} => kill whatever holds the lock; end the process with the lock; it hangs since hours, kill the lock's owner
tail --pid={i} -f /dev/null => wait until that process is finished; block till the lock's holder ends
sudo strace -p {i} => is it still working? strace the holder; attach strace to the one with the lock
pstree -sp {i} => which parents has the holder, as a tree with pids; what started the process with the lock, pstree
sudo lsof /var/lib/dpkg/lock-frontend => who has that lock file open, lsof; lsof for the lock
""", i=pid)
    if kind == "notfound":
        x = values.plain_name(rng) if rng.random() < 0.5 else p
        return typed(rng, f"sudo apt install {x}", always=True) + f"Reading package lists... Done\nBuilding dependency tree... Done\nE: Unable to locate package {x}", asks("""
sudo apt update => refresh the package lists first; maybe my lists are old; update the lists; fix it
apt search {x} => search for it; is there something with that name? search; look it up in the lists; what is it called, search apt
apt-cache policy {x} => policy for it; does any source have it, policy
snap find {x} => is there a snap; search the snap store for it; look for it as a snap
sudo add-apt-repository universe => maybe universe is off, add it; enable the universe repository
""", x=x)
    if kind == "key":
        key = hexes(rng, 16).upper()
        return typed(rng, "sudo apt update", always=True) + f"Err:4 https://download.example.com/linux/debian bookworm InRelease\n  The following signatures couldn't be verified because the public key is not available: NO_PUBKEY {key}\nW: GPG error: https://download.example.com/linux/debian bookworm InRelease: The following signatures couldn't be verified because the public key is not available: NO_PUBKEY {key}\nE: The repository 'https://download.example.com/linux/debian bookworm InRelease' is not signed.", asks("""
sudo gpg --no-default-keyring --keyring /usr/share/keyrings/example.gpg --keyserver keyserver.ubuntu.com --recv-keys {k} => fetch the missing key from keyserver.ubuntu.com into /usr/share/keyrings/example.gpg, no default keyring; get that public key off keyserver.ubuntu.com, own keyring /usr/share/keyrings/example.gpg, without the default one
grep -rn download.example.com /etc/apt/sources.list.d => which file in /etc/apt/sources.list.d has that repository, numbered; find the line of that server in /etc/apt/sources.list.d with line numbers
ls -l /etc/apt/sources.list.d => which sources are set up in /etc/apt/sources.list.d; list /etc/apt/sources.list.d, long
gpg --keyserver keyserver.ubuntu.com --recv-keys {k} => just receive the key from keyserver.ubuntu.com; recv the missing key, keyserver.ubuntu.com
""", k=key)
    if kind == "404":
        return typed(rng, f"sudo apt install {p}", always=True) + f"Err:1 http://archive.ubuntu.com/ubuntu jammy-updates/main amd64 {p} amd64 {version()}\n  404  Not Found [IP: 91.189.91.81 80]\nE: Failed to fetch http://archive.ubuntu.com/ubuntu/pool/main/{p[0]}/{p}/{p}_{version()}_amd64.deb  404  Not Found\nE: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?", asks("""
sudo apt update => fix it; what it suggests, refresh the lists; my lists are outdated, update; update first
sudo apt install --fix-missing {x} => try with fix-missing; the same with --fix-missing; skip what can't be fetched, fix missing
sudo apt install {x} => I've updated the lists, once more; again please; retry the install
""", x=p)
    if kind == "halfdone":
        out = rng.choice(["E: dpkg was interrupted, you must manually run 'sudo dpkg --configure -a' to correct the problem.", f"dpkg: error processing package {p} (--configure):\n installed {p} package post-installation script subprocess returned error exit status 1\nErrors were encountered while processing:\n {p}\nE: Sub-process /usr/bin/dpkg returned an error code (1)"])
        asked = asks("sudo dpkg --configure -a => finish what was interrupted; configure everything that isn't yet; what it says, configure all; fix it; let dpkg finish the configuration of all packages")
        if p in out:
            asked += asks("""
sudo apt install --reinstall {x} => reinstall the package that fails; install the broken one once more over itself
sudo apt purge {x} => purge the package that makes trouble; the failing package must go, config too
sudo less /var/lib/dpkg/info/{x}.postinst => read the script that fails, /var/lib/dpkg/info has it; its postinst script from /var/lib/dpkg/info in less
sudo journalctl -xe => the journal's end with explanations; what does the journal say, at the end, explained
dpkg -s {x} => state of the package that fails; dpkg status of it
""", x=p)
        return typed(rng, rng.choice([f"sudo apt install {p}", "sudo apt upgrade"]), always=True) + out, asked
    if kind == "listing":
        states = ["ii"] * len(found)
        odd = rng.randrange(len(found))
        states[odd] = "rc"
        out = "Desired=Unknown/Install/Remove/Purge/Hold\n||/ Name                 Version        Architecture Description\n+++-====================-==============-============-===========================\n" + "\n".join(f"{s}  {x:<20} {version():<14} amd64        {rng.choice(['service', 'library', 'command line tool', 'server', 'metapackage'])}" for s, x in zip(states, found))
        return typed(rng, rng.choice(["dpkg -l | tail", "dpkg -l", "dpkg --list"]), always=True) + out, on_one(p_words, p) + asks("""
sudo apt purge {r} => purge the one that is removed but left its configuration; clean the config of the uninstalled one; the package in state rc: purge
sudo dpkg --purge {r} => dpkg: purge the one in state rc; get rid of the leftovers of the removed package, with dpkg
dpkg -L {r} => which files are left of the removed one; files dpkg still has for the rc one
""", r=found[odd]) * 2
    if kind == "dnfcheck":
        out = "\n".join(f"{x + '.x86_64':<32} {version() + '.fc39':<22} {rng.choice(['updates', 'baseos', 'appstream', 'fedora'])}" for x in found)
        return typed(rng, rng.choice(["dnf check-update", "sudo dnf check-update"]), always=True) + "Last metadata expiration check: 0:12:31 ago on Wed 04 Mar 2026.\n\n" + out, asks(f"""
sudo dnf upgrade {{x}} => upgrade only {p_words}; just {p_words}; bring {p_words} up to date and nothing else
sudo dnf upgrade => upgrade them all; install all of these updates; everything please
dnf info {{x}} => what is {p_words}; details of {p_words}
sudo dnf upgrade --exclude={{x}} => all but {p_words}; upgrade everything except {p_words}; leave {p_words} out of the upgrade
dnf updateinfo list => which of them are advisories; list the advisories; security notices for these
sudo dnf upgrade --security => only what fixes security problems; security upgrades only
sudo dnf versionlock add {{x}} => lock {p_words} at its version; never upgrade {p_words}, versionlock
""", x=p)
    if kind == "dnfmissing":
        x = values.plain_name(rng) if rng.random() < 0.5 else p
        return typed(rng, f"sudo dnf install {x}", always=True) + f"Last metadata expiration check: 1:22:10 ago.\nNo match for argument: {x}\nError: Unable to find a match: {x}", asks("""
dnf search {x} => search for it; what is it called here, search; look it up
sudo dnf install epel-release => maybe it's in epel, enable that; install the epel repository; add epel
sudo dnf makecache => refresh the metadata; my metadata is old, make the cache anew
dnf provides {x} => what provides it; which package brings a file of that name
dnf repolist all => which repositories are there, disabled ones too; list all repos
sudo dnf clean all => clean all of dnf's caches; throw its cache away
""", x=x)
    if kind == "dnfconflict":
        return typed(rng, "sudo dnf upgrade", always=True) + f"Error:\n Problem: package {p}-{version()}.x86_64 from updates requires lib{stem}.so.1, but none of the providers can be installed\n  - cannot install the best update candidate for package {p}-{version()}.x86_64\n(try to add '--skip-broken' to skip uninstallable packages)", asks("""
sudo dnf upgrade --skip-broken => skip what can't be installed; what it suggests; upgrade the rest, skip broken ones; leave the broken ones out
sudo dnf upgrade --exclude={x} => upgrade all but the package with the problem; exclude the one that complains; without the problematic package
sudo dnf upgrade --nobest => take older candidates if need be, no best; don't insist on the best version
sudo dnf distro-sync => bring everything in line with the repositories; sync the distribution
dnf repoquery --requires {x} => what does the package require; requirements of the one in trouble
""", x=p)
    if kind == "removed":
        out = f"The following packages will be REMOVED:\n  {' '.join(found)}\n0 upgraded, 0 newly installed, {len(found)} to remove and 0 not upgraded.\nAfter this operation, {rng.randint(20, 900)} MB disk space will be freed.\nDo you want to continue? [Y/n] n\nAbort."
        return typed(rng, f"sudo apt remove {found[0]}", always=True) + out, asks("""
sudo apt remove {f} => I meant yes, again; do it after all; run that again, same package
apt rdepends --installed {f} => what depends on it, only installed ones; which installed packages need it; why would the others go? installed reverse dependencies
sudo apt-mark manual {x} => protect {x}: mark as manual; {x} must stay, set it to manually installed
apt-get -s remove {f} => only simulate the removal; show what would happen, apt-get simulation
""", f=found[0], x=found[-1])
    out = rng.choice(["*** System restart required ***\nLast login: Wed Mar  4 09:12:01 2026 from 10.0.0.9", "Pending kernel upgrade!\nRunning kernel version:\n  6.1.0-18-amd64\nDiagnostics:\n  The currently running kernel version is not the expected kernel version 6.1.0-21-amd64.\n\nRestarting the system to load the new kernel will not be handled automatically, so you should consider rebooting."])
    return out, asks("""
sudo reboot => do it, restart the machine; restart now; boot into the new one; fix it
cat /var/run/reboot-required.pkgs => which packages want that; what requires the restart; show the list of packages behind the restart
sudo shutdown -r {t} => at {t} please; restart the machine at {t}; schedule the restart for {t}
uname -r => which kernel runs now; running kernel; kernel version in use
who => is anybody logged in; who is on the machine; check for other users first
sudo needrestart => which services must be restarted, needrestart; run needrestart
""", t=rng.choice(["02:00", "23:30", "03:15", "04:00", "22:00"]))


@often(3)
def status_short(rng):
    """git status -s: marks tell what is what."""
    def path():
        return rng.choice(["", "src/", "app/", "lib/", "tests/", "docs/", "cmd/", "internal/"]) + rng.choice(["main", "utils", "config", "server", "index", "api", "models", "README", "test_api", "deploy", "Makefile", values.word(rng)]) + rng.choice([".py", ".js", ".go", ".md", ".ts", ".c", ".yml", ".sh", ".rs", ".json"])
    found = distinct(rng, row_count(rng, 40, 2), path)
    marks = [rng.choice([" M", " M", " M", "M ", "??", "??", "A ", " D", "D ", "MM"]) for _ in found]
    if rng.random() < 0.25:
        marks[rng.randrange(len(marks))] = "UU"
    pairs = sorted(zip(marks, found), key=lambda x: (x[0] == "??", x[1]))
    branch = draw(rng, "branch")
    form = rng.choice(["git status -s", "git status -sb", "git status --short", "git status --porcelain"])
    out = (f"## {branch}...origin/{branch}" + rng.choice(["", " [ahead 2]", " [behind 3]"]) + "\n" if form.endswith("b") else "") + "\n".join(f"{m} {f}" for m, f in pairs)
    of = lambda *w: [f for m, f in pairs if m in w]
    asked = []

    def acts(rows, one, many, text):
        if rows and len(rows) < 6:
            return asks(text.replace("{s}", one if len(rows) == 1 else many), f=" ".join(rows))
        return []

    asked += acts(of("??"), "(the untracked file|the new file|the one git doesn't know)", "(the untracked files|the new files|those git doesn't know)", """
git add {f} => add {s}; stage {s}; track {s}; git should know {s}
rm {f} => delete {s}; {s} can go, rm; remove {s} from the disk""") * 2
    asked += acts(of(" M"), "(the modified file that isn't staged|the unstaged change|what I changed but didn't add)", "(the modified files that aren't staged|the unstaged changes|what I changed but didn't add)", """
git add {f} => stage {s} by name; add {s}, named
git restore {f} => throw away {s}; undo {s}; discard {s}, named
git diff {f} => diff of {s}, by name; show {s}""") * 2
    asked += acts(of("UU"), "(the file in conflict|the one with the conflict|the conflicted file)", "(the files in conflict|the conflicted ones)", """
git add {f} => I resolved it, mark {s} as done; stage {s} after resolving
git checkout --ours {f} => take our version of {s}; ours for {s}
git checkout --theirs {f} => take their version of {s}; theirs for {s}
vim {f} => open {s} in vim; edit {s}, vim
git diff {f} => show the conflict in {s}; diff of {s}""") * 3
    asked += acts(of("A ", "M ", "D "), "(what is staged|the staged one)", "(what is staged|the staged ones)", """
git restore --staged {f} => unstage {s}, by name; take {s} out of the index but keep the changes
git diff --cached {f} => diff of {s}, by name; show {s} as a diff, named""")
    asked += acts(of(" D"), "(the deleted file|the file I deleted by accident)", "(the deleted files|the files I deleted by accident)", """
git restore {f} => bring back {s}; restore {s}; I didn't mean to delete that, get {s} back
git rm {f} => record that {s} is gone; git should forget {s}, git rm""") * 2
    asked += asks("""
git add -A => stage everything, also new and deleted; add the lot; all of it into the index
git stash -u => put all aside with the untracked ones; stash everything, new files too
git diff --stat => how many lines changed per unstaged file; statistics of the unstaged changes
git clean -n => what would a clean delete? dry run; only show which untracked files clean would remove
git commit -m {m} => commit what is staged with the message {m}; message {m}: commit the index
""", m=draw(rng, "message"))
    return typed(rng, form, "~/" + values.word(rng), always=True) + out, asked


@often(4)
def archive_list(rng):
    base = values.word(rng)
    inner = distinct(rng, row_count(rng, 40, 3), lambda: f"{base}/" + rng.choice(["etc/", "bin/", "data/", "docs/", "src/", "", "config/", "share/", "logs/"]) + rng.choice(["README.md", "config.yml", "app.conf", "install.sh", "settings.json", "dump.sql", "users.csv", "LICENSE", "main.py", "server.crt", "nginx.conf", "Makefile", "schema.sql", "error.log", "CHANGELOG", values.word(rng) + ".txt", values.word(rng) + ".png"]))
    folders = sorted({f.rsplit("/", 1)[0] + "/" for f in inner})
    kind = rng.choice(["tar.gz", "tar.gz", "tgz", "tar", "tar.xz", "zip", "zip", "tar.bz2"])
    archive = rng.choice(["", "~/Downloads/", "/backup/", "/tmp/"]) + rng.choice([base, "backup-2026-03-01", "release-" + draw(rng, "version"), values.word(rng)]) + "." + kind
    sizes = [int(x) for x in amounts(rng, len(inner), 100, 90000000)]
    order = sorted(range(len(inner)), key=lambda i: inner[i])
    at = rng.randrange(len(inner))
    biggest = sizes.index(max(sizes))
    target = rng.choice(["/tmp", "/srv/restore", "/opt", "~/old", "/mnt/new", "/var/www"])
    words = []
    leaf = inner[at].rsplit("/", 1)[-1]
    for test, word in [(leaf.endswith((".yml", ".conf", ".json")), "config"), (leaf.endswith(".sql"), "sql dump"), (leaf == "README.md", "readme"), (leaf.endswith(".sh"), "install script"), (leaf.endswith(".csv"), "csv"), (leaf.endswith(".crt"), "certificate"), (leaf.endswith(".log"), "log"), (leaf == "LICENSE", "license"), (leaf == "CHANGELOG", "changelog")]:
        if test:
            words.append(word)
    suffix = leaf.rsplit(".", 1)[-1]
    clash = sum(any(x.rsplit("/", 1)[-1].endswith(e) for e in ((".yml", ".conf", ".json") if words[:1] == ["config"] else ("." + suffix,) if "." in leaf else (leaf,))) for x in inner)
    one = f"(the {words[0]}|the {words[0]} file|{leaf})" if words and clash == 1 and sum(x.endswith("/" + leaf) for x in inner) == 1 else inner[at]
    if kind == "zip":
        body = f"Archive:  {archive}\n  Length      Date    Time    Name\n---------  ---------- -----   ----\n" + "\n".join(f"{sizes[i]:9}  2026-0{rng.randint(1, 9)}-{rng.randint(10, 28)} {rng.randint(10, 23)}:{rng.randint(10, 59)}   {inner[i]}" for i in order) + f"\n---------                     -------\n{sum(sizes):9}                     {len(inner)} files"
        return typed(rng, f"unzip -l {archive}", always=True) + body, asks(f"""
unzip {{a}} {{f}} => extract only {one}; I just want {one} out of it; get {one} out, nothing else; unpack {one} alone
unzip -p {{a}} {{f}} => print {one} without extracting it; what's in {one}? to the screen, don't unpack; show {one} straight from the zip
unzip {{a}} {{f}} -d {{t}} => extract only {one} into {{t}}; {one} to {{t}}, nothing else
unzip {{a}} -d {{t}} => unpack all of it into {{t}}; everything to {{t}}; extract it below {{t}}
unzip -o {{a}} => unpack it here, overwrite what's there; extract over existing files without asking
zip -d {{a}} {{f}} => remove {one} from the archive; {one} shouldn't be in the zip, delete it there
unzip -t {{a}} => is the zip intact? test; test the archive
""", a=archive, f=inner[at], t=target) + asks(f"""
unzip {{a}} {{f}} => extract only the biggest file; just the largest one out of it; get the largest member
unzip -p {{a}} {{f}} => print the biggest member to the screen; largest file straight to stdout
""", a=archive, f=inner[biggest])
    flag = "tvf" if rng.random() < 0.5 else "tf"
    rows = [inner[i] for i in order]
    listing = sorted(rows + (folders if rng.random() < 0.5 else []))
    look = {x: s for x, s in zip(inner, sizes)}
    if flag == "tvf":
        user = person(rng)
        body = "\n".join(f"{'drwxr-xr-x' if x.endswith('/') else '-rw-r--r--'} {user}/{user} {look.get(x, 0):9} 2026-03-{rng.randint(1, 28):02} {rng.randint(10, 23)}:{rng.randint(10, 59)} {x}" for x in listing)
    else:
        body = "\n".join(listing)
    asked = asks(f"""
tar -xf {{a}} {{f}} => extract only {one}; I just want {one} out of it; get {one} out, nothing else; unpack {one} alone; pull {one} from the archive
tar -xOf {{a}} {{f}} => print {one} without extracting it; what's in {one}? to the screen, don't unpack; show {one} straight from the archive
tar -xf {{a}} -C {{t}} {{f}} => extract only {one} into {{t}}; {one} to {{t}}, nothing else; put just {one} into {{t}}
tar -xf {{a}} -C {{t}} => unpack all of it into {{t}}; everything to {{t}}; extract it below {{t}}; the whole thing belongs in {{t}}
tar -xf {{a}} -C {{t}} --strip-components=1 => unpack into {{t}} without the top folder; to {{t}}, leave the leading directory away; strip the first path component and unpack it to {{t}}
tar -xf {{a}} => unpack it here; extract everything; untar it
""", a=archive, f=inner[at], t=target)
    if flag == "tvf":
        asked += asks("tar -xf {a} {f} => extract only the biggest file; just the largest one out of it; get the largest member and nothing else", a=archive, f=inner[biggest]) * 2
    deep = [f for f in folders if f.count("/") == 2]
    if deep:
        d = rng.choice(deep).rstrip("/")
        asked += asks(f"tar -xf {{a}} {{d}} => only the {d.rsplit('/', 1)[-1]} folder; extract just what's in the {d.rsplit('/', 1)[-1]} folder; the {d.rsplit('/', 1)[-1]} directory and nothing else from the archive", a=archive, d=d) * 2
    return typed(rng, f"tar {rng.choice(['', '-'])}{flag} {archive}", always=True) + body, asked


@often(2)
def environment(rng):
    """env, printenv: what is set wrongly."""
    user = person(rng)
    proxy = f"http://proxy.{rng.choice(['corp', 'example', 'intern'])}.com:{rng.choice(['3128', '8080', '8000'])}"
    rows = {"SHELL": "/bin/bash", "USER": user, "HOME": f"/home/{user}", "PWD": f"/home/{user}/{values.word(rng)}", "LANG": rng.choice(["en_US.UTF-8", "C.UTF-8", "de_DE.UTF-8"]), "TERM": "xterm-256color", "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "EDITOR": rng.choice(["vim", "nano"]), "SHLVL": "1", "LOGNAME": user, "DISPLAY": ":0", "SSH_CONNECTION": f"{draw(rng, 'ip')} 51022 10.0.0.4 22"}
    extra = rng.sample(["http_proxy", "JAVA_HOME", "VIRTUAL_ENV", "DATABASE_URL", "AWS_SECRET_ACCESS_KEY", "CUDA_VISIBLE_DEVICES", "LD_LIBRARY_PATH", "NODE_ENV", "PYTHONPATH", "KUBECONFIG", "DOCKER_HOST", "API_TOKEN"], rng.choice([2, 3, 4]))
    told = {"http_proxy": proxy, "JAVA_HOME": rng.choice(["/usr/lib/jvm/java-8-openjdk-amd64", "/opt/jdk-11"]), "VIRTUAL_ENV": f"/home/{user}/{values.word(rng)}/.venv", "DATABASE_URL": f"postgres://app@{machine(rng)}:5432/{values.word(rng)}", "AWS_SECRET_ACCESS_KEY": hexes(rng, 24), "CUDA_VISIBLE_DEVICES": rng.choice(["0", "1", "0,1"]), "LD_LIBRARY_PATH": f"/opt/{values.word(rng)}/lib", "NODE_ENV": rng.choice(["development", "production"]), "PYTHONPATH": f"/srv/{values.word(rng)}", "KUBECONFIG": f"/home/{user}/.kube/{values.word(rng)}", "DOCKER_HOST": f"tcp://{draw(rng, 'ip')}:2375", "API_TOKEN": hexes(rng, 20)}
    called = {"http_proxy": "(the proxy|the proxy setting)", "JAVA_HOME": "(the java setting|where java is)", "VIRTUAL_ENV": "(the virtual environment variable)", "DATABASE_URL": "(the database address|the database setting)", "AWS_SECRET_ACCESS_KEY": "(the aws secret|the secret key in there)", "CUDA_VISIBLE_DEVICES": "(the gpu selection|the cuda setting)", "LD_LIBRARY_PATH": "(the library path|the extra path for libraries)", "NODE_ENV": "(the node environment|node's mode)", "PYTHONPATH": "(the python path|the extra path for python)", "KUBECONFIG": "(the kubernetes config variable|which kubeconfig is used)", "DOCKER_HOST": "(the docker host|the remote docker setting)", "API_TOKEN": "(the api token|the token in there)"}
    for x in extra:
        rows[x] = told[x]
    keys = [k for k in rows if k in extra or rng.random() < 0.75]
    rng.shuffle(keys)
    x = rng.choice(extra)
    name = called[x]
    if "(" in name and "|" not in name:
        name = name[1:-1]
    asked = asks(f"""
unset {{x}} => remove {name} from my environment; {name} must not be set any more in this shell; unset {name}; get rid of {name} for this session
echo ${{x}} => just print {name}; value of {name}, with echo; what is {name} exactly, only that
printenv {{x}} => printenv for {name}; print only {name} with printenv
export {{x}}={{v}} => set {name} to {{v}}; {name} should be {{v}} from now on, for child processes too; export {name} as {{v}}
grep -n {{x}} ~/.bashrc ~/.profile => where do I set {name}? grep ~/.bashrc and ~/.profile, numbered; search ~/.bashrc and ~/.profile for the variable behind {name}, with line numbers; which line of ~/.bashrc or ~/.profile sets {name}, numbered
""".replace("${{x}}", "$" + x), x=x, v={"http_proxy": "http://10.0.0.1:3128", "JAVA_HOME": "/usr/lib/jvm/java-17-openjdk-amd64", "CUDA_VISIBLE_DEVICES": "2", "NODE_ENV": "staging", "DOCKER_HOST": f"tcp://{draw(rng, 'ip')}:2375", "DATABASE_URL": f"postgres://app@{machine(rng)}:5432/test", "API_TOKEN": "dummy", "AWS_SECRET_ACCESS_KEY": "dummy", "KUBECONFIG": "~/.kube/staging"}.get(x, "/srv/" + values.word(rng).lower()))
    if "http_proxy" in extra:
        asked += asks("env -u http_proxy curl -I https://{h} => headers of https://{h} by curl, but without the proxy for this one command; curl -I https://{h} with the proxy variable taken out, env", h=rng.choice(["example.com", "deb.debian.org", values.plain_name(rng) + ".io"]))
    if "VIRTUAL_ENV" in extra:
        asked += asks("deactivate => leave the virtual environment; get out of the venv; deactivate the python environment") * 2
    asked += asks("env | sort => sorted please; the same in alphabetical order; sort it\nenv | grep -i proxy => anything about a proxy, any case; only what has proxy in it, ignore case\necho $PATH | tr ':' '\\n' => the search path, one directory a line; PATH split into lines\nexport PATH=$PATH:{d} => put {d} at the end of my search path; append {d} to PATH; commands in {d} should be found too", d=rng.choice(["/opt/bin", "~/bin", "/usr/local/go/bin", "~/.local/bin", "/opt/" + values.word(rng).lower() + "/bin"]))
    return typed(rng, rng.choice(["env", "printenv", "env"]), always=True) + "\n".join(f"{k}={rows[k]}" for k in keys), asked


@often(3)
def compiler_said(rng):
    """gcc, tsc, go, rustc, bash: a file and a line among warnings."""
    f = rng.choice(["src/", "lib/", "", "app/", "cmd/", "internal/"]) + rng.choice(["main", "util", "parser", "server", "client", "config", "db", values.word(rng).lower().replace("-", "_")])
    other = rng.choice(["src/", "", "lib/"]) + values.word(rng).lower().replace("-", "_")
    n, m = str(rng.randint(3, 600)), str(rng.randint(3, 600))
    c = str(rng.randint(1, 60))
    kind = rng.choice(["gcc", "gcc", "go", "tsc", "rust", "py", "py", "bash", "ld", "json", "eslint"])
    if other == f:
        other += "_old"
    if kind == "gcc":
        file = f + ".c"
        out = f"{other}.c: In function ‘{values.word(rng).lower()}’:\n{other}.c:{m}:9: warning: unused variable ‘ret’ [-Wunused-variable]\n" * rng.choice([0, 1]) + f"{file}: In function ‘main’:\n{file}:{n}:{c}: error: {rng.choice(['‘count’ undeclared (first use in this function)', 'expected ‘;’ before ‘return’', 'too few arguments to function ‘open_db’', 'incompatible types when assigning to type ‘int’ from type ‘char *’'])}\nmake: *** [Makefile:{rng.randint(3, 40)}: {f}.o] Error 1"
        command = rng.choice(["make", "make -j8", f"gcc -Wall -c {file}"])
    elif kind == "go":
        file = f + ".go"
        out = f"# example.com/{values.word(rng).lower()}\n./{file}:{n}:{c}: {rng.choice(['undefined: handler', 'declared and not used: err', 'missing return', 'cannot use x (variable of type int) as string value in argument'])}"
        command = "go build ./..."
    elif kind == "tsc":
        file = f + ".ts"
        out = f"{file}({n},{c}): error TS{rng.choice(['2304', '2322', '2339', '7006'])}: {rng.choice(['Cannot find name ' + chr(39) + 'User' + chr(39) + '.', 'Type ' + chr(39) + 'string' + chr(39) + ' is not assignable to type ' + chr(39) + 'number' + chr(39) + '.'])}\n\nFound 1 error."
        command = "npx tsc"
    elif kind == "rust":
        file = f + ".rs"
        out = f"   Compiling app v0.1.0\nerror[E0{rng.choice(['425', '308', '382', '599', '502'])}]: {rng.choice(['cannot find value `count` in this scope', 'mismatched types', 'borrow of moved value: `name`'])}\n  --> {file}:{n}:{c}\n   |\n{n} |     let x = count;\n   |             ^^^^^ not found in this scope\n\nerror: could not compile `app` (bin \"app\") due to 1 previous error"
        command = "cargo build"
    elif kind == "py":
        file = f + ".py"
        statement, raised = rng.choice([("return data['id']", "KeyError: 'id'"), ("x = int(value)", "ValueError: invalid literal for int() with base 10: 'n/a'"), ("conn = connect()", "TypeError: connect() missing 1 required positional argument: 'host'"), ("rows = open('input.csv')", "FileNotFoundError: [Errno 2] No such file or directory: 'input.csv'"), ("total += row.price", "AttributeError: 'NoneType' object has no attribute 'price'"), ("rate = hits / total", "ZeroDivisionError: division by zero")])
        out = f'Traceback (most recent call last):\n  File "{other}.py", line {m}, in <module>\n    run()\n  File "{file}", line {n}, in run\n    {statement}\n{raised}'
        command = f"python3 {other}.py"
    elif kind == "bash":
        file = f + ".sh"
        out = f"{file}: line {n}: {rng.choice(['syntax error near unexpected token `done' + chr(39), '[: too many arguments', 'unexpected EOF while looking for matching `' + chr(34) + chr(39), 'syntax error: unexpected end of file'])}"
        command = f"bash {file}"
    elif kind == "ld":
        fn = values.word(rng).lower().replace("-", "_")
        file = f + ".c"
        out = f"/usr/bin/ld: /tmp/cc{hexes(rng, 6)}.o: in function `main':\n{file}:{n}: undefined reference to `{fn}'\ncollect2: error: ld returned 1 exit status"
        command = f"gcc -o app {file}"
    elif kind == "json":
        file = f + ".json"
        out = f"parse error: Expected separator between values at line {n}, column {c}"
        command = f"jq . {file}"
    else:
        file = f + ".js"
        out = f"/home/{person(rng)}/app/{other}.js\n  {m}:1  warning  Unexpected console statement  no-console\n\n./{file}\n  {n}:{c}  error  'user' is not defined  no-undef\n\n✖ 2 problems (1 error, 1 warning)"
        command = "npx eslint ."
    one = "(the line with the error|the line that fails|where it breaks|the bad line|the spot it complains about|the place of the error)"
    asked = asks(f"""
vim +{{n}} {{f}} => open {one} in vim; take me to {one}, vim; edit {one} with vim; vim at {one}; jump to {one} in vim
sed -n '{{n}}p' {{f}} => print {one}; show only {one}; just {one} on the screen
git blame -L {{n}},{{n}} {{f}} => who wrote {one}; git blame for {one}; who is to blame for {one}
nano +{{n}} {{f}} => open {one} in nano; nano at {one}; edit {one} with nano
code -g {{f}}:{{n}} => open {one} in vs code; vs code at {one}; go to {one} in code
git log --oneline -- {{f}} => recent commits on the failing file, oneline; which commits touched the file with the error, short
git diff {{f}} => what did I change in the failing file; unstaged diff of the file with the error
""".replace("{n}", n) , f=file, n=n)
    low, high = max(1, int(n) - 5), int(n) + 5
    asked += asks(f"sed -n '{low},{high}p' {{f}} => {one} with 5 lines around it; five lines before and after {one}, sed; context of 5 lines around {one}", f=file)
    if kind == "bash":
        asked += asks("shellcheck {f} => let shellcheck look at it; what does shellcheck say; lint the script\nbash -n {f} => only check the syntax; syntax check without running\nbash -x {f} => run it with tracing; trace it\n", f=file) * 2
    if kind == "ld":
        asked += asks(f"grep -rn {fn} . => where is the undefined function mentioned, with line numbers; find the missing function in the sources, numbered; grep this tree for what's undefined, with numbers") * 3
    if kind == "py":
        asked += asks("python3 -m pdb {o} => run it in the debugger; debug the script with pdb; start that under pdb\npython3 {o} => run it again; once more", o=other + ".py") + (asks("find . -name input.csv => where is the file it misses? search below here; find the missing csv in this tree; look for the missing input by name under this directory") * 2 if "input.csv" in out else [])
    return typed(rng, command, "~/" + values.word(rng), always=kind == "json") + out, asked


@often(3)
def denied_and_why(rng):
    """Two or three pastes: it is denied; mode and owner; who asks. The answer is the right that lacks."""
    user = rng.choice(values.PEOPLE + ["deploy", "jenkins", "gitlab-runner"])
    group = rng.choice(["docker", "adm", "www-data", "dialout", "video", "developers", "kvm", "plugdev", "systemd-journal", "backup"])
    mark = rng.choice(["$ ", "$ ", f"{user}@{machine(rng)}:~$ ", "% "])
    kind = rng.choice(["group", "group", "mode", "owner", "script", "folder"])
    word = values.word(rng)
    ids = f"uid=1000({user}) gid=1000({user}) groups=1000({user})" + (",27(sudo)" if rng.random() < 0.4 else "")
    if kind == "group":
        path, command, said = {"docker": ("/var/run/docker.sock", "docker ps", "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock"), "adm": ("/var/log/syslog", "tail /var/log/syslog", "tail: cannot open '/var/log/syslog' for reading: Permission denied"), "dialout": ("/dev/ttyUSB0", "screen /dev/ttyUSB0 115200", "Cannot open line '/dev/ttyUSB0' for R/W: Permission denied"), "video": ("/dev/video0", "ffmpeg -i /dev/video0 out.mp4", "/dev/video0: Permission denied"), "kvm": ("/dev/kvm", "qemu-system-x86_64 -enable-kvm", "Could not access KVM kernel module: Permission denied"), "plugdev": ("/dev/hidraw0", "cat /dev/hidraw0", "cat: /dev/hidraw0: Permission denied")}.get(group, (f"/srv/{word}/report.csv", f"cat /srv/{word}/report.csv", f"cat: /srv/{word}/report.csv: Permission denied"))
        kind_of = "srw-rw----" if path.endswith("sock") else "crw-rw----" if path.startswith("/dev") else "-rw-r-----"
        out = f"{mark}{command}\n{said}\n{mark}ls -l {path}\n{kind_of} 1 root {group} {rng.randint(0, 9000)} Mar  4 09:12 {path}\n{mark}id\n{ids}"
        return out, asks("""
sudo usermod -aG {g} {u} => put me into the group that may use it; add the user to the group of the file; I'm in the wrong groups, fix that; fix it without changing the file: group membership; give {u} access through the group; {u} lacks a group, add it
sudo setfacl -m u:{u}:rw {p} => an acl for {u} instead, read and write; let {u} read and write it by acl; setfacl: rw for the user who was denied
sudo chmod o+r {p} => let everybody read it; read permission for others; make it readable for all others
sudo chown {u} {p} => make {u} the owner of it; hand it to the user who was denied; {u} should own it
newgrp {g} => I was added, use the new group in this shell without logging out; start a shell with the group of the file; pick up the file's group right now
getent group {g} => who is in the group of the file; members of that group; list who belongs to it
""", g=group, u=user, p=path)
    owner = rng.choice([p for p in values.PEOPLE if p != user])
    if kind == "folder":
        folder = rng.choice(["/srv/", "/data/", "/opt/", "/mnt/nas/"]) + word
        out = f"{mark}touch {folder}/test.txt\ntouch: cannot touch '{folder}/test.txt': Permission denied\n{mark}ls -ld {folder}\ndrwxr-xr-x 4 {owner} {owner} 4096 Mar  4 09:12 {folder}\n{mark}whoami\n{user}"
        return out, asks("""
sudo chown -R {u} {p} => give the directory and all in it to the one who was denied; {u} should own all of it; make me the owner, everything below too; recursive chown to the user who wants to write
sudo setfacl -m u:{u}:rwx {p} => acl: full rights on the folder itself for {u}; let {u} in by acl, rwx; leave the owner alone, add an rwx acl for me
sudo chmod o+w {p} => let others write in it; others get write permission on the directory; open it for writing to everyone else
sudo -u {o} touch {p}/test.txt => do it as its owner; run the same as the one the folder belongs to; touch it with the owner's account
namei -l {p} => rights of every part of the path; owner and mode all along that path
""", u=user, o=owner, p=folder)
    if kind == "script":
        script = rng.choice(["deploy", "backup", "run", "start", "build", word]) + ".sh"
        out = f"{mark}./{script}\n-bash: ./{script}: Permission denied\n{mark}ls -l {script}\n-rw-r--r-- 1 {user} {user} {rng.randint(90, 9000)} Mar  4 09:12 {script}"
        return out, asks("""
chmod +x {s} => make it executable; let me run it; fix it; the x bit is missing; why? correct that; set the right it lacks
bash {s} => run it anyway, through bash; start it with bash, don't touch the mode; execute it without the x bit
chmod u+x {s} => executable for me alone; only the owner should be able to run it; x for the owner only
""", s=script)
    path = rng.choice(["/etc/", "/srv/", "/data/", f"/home/{owner}/"]) + word + rng.choice([".conf", ".txt", ".csv", ".key", ".log"])
    mode = "-rw-------" if kind == "mode" else "-rw-r-----"
    out = f"{mark}cat {path}\ncat: {path}: Permission denied\n{mark}ls -l {path}\n{mode} 1 {owner} {owner} {rng.randint(90, 90000)} Mar  4 09:12 {path}\n{mark}whoami\n{user}"
    return out, asks("""
sudo cat {p} => show it as root; print it with root rights; with sudo then
sudo chown {u} {p} => make me its owner; it should belong to whoever was denied; hand the file to {u}
sudo chmod a+r {p} => everybody may read it; let all read it; read permission for everyone
sudo setfacl -m u:{u}:r {p} => only {u} should be able to read it besides the owner, acl; an acl so that I can read it; let {u} read it by acl
sudo -u {o} cat {p} => print it as its owner; use the owner's account to read it; cat as the one it belongs to
""", u=user, o=owner, p=path)


@often(3)
def port_taken(rng):
    """A service that cannot bind, then who has the port."""
    port = rng.choice(["80", "443", "8080", "3000", "53", "5432", "3306", "9090", "6379"])
    pairs = {"80": [("nginx", "apache2", "apache2"), ("apache2", "nginx", "nginx"), ("caddy", "nginx", "nginx"), ("haproxy", "lighttpd", "lighttpd")], "443": [("nginx", "apache2", "apache2"), ("haproxy", "nginx", "nginx")], "53": [("dnsmasq", "systemd-resolve", "systemd-resolved"), ("named", "dnsmasq", "dnsmasq")], "8080": [("tomcat10", "java", ""), ("jenkins", "python3", "")], "3000": [("grafana-server", "node", "")], "5432": [("postgresql", "postgres", "")], "3306": [("mariadb", "mysqld", "mysql")], "9090": [("prometheus", "systemd", "cockpit.socket"), ("prometheus", "python3", "")], "6379": [("redis-server", "redis-server", "redis")]}[port]
    service, program, holder = rng.choice(pairs)
    pid = "1" if program == "systemd" else str(rng.randint(600, 90000))
    host = machine(rng)
    stamp_ = f"Mar 04 {rng.randint(0, 23):02}:{rng.randint(10, 59)}:{rng.randint(10, 59)}"
    mark = rng.choice(["$ ", "# ", f"root@{host}:~# "])
    first = f"{mark}systemctl start {service}\nJob for {service}.service failed because the control process exited with error code.\nSee \"systemctl status {service}.service\" and \"journalctl -xeu {service}.service\" for details.\n" if rng.random() < 0.6 else f"{stamp_} {host} {service}[{rng.randint(900, 9000)}]: bind() to 0.0.0.0:{port} failed (98: Address already in use)\n"
    second = f"{mark}ss -tlnp | grep :{port}\nLISTEN 0      511          0.0.0.0:{port}       0.0.0.0:*    users:((\"{program}\",pid={pid},fd={rng.randint(3, 20)}))" if rng.random() < 0.6 else f"{mark}lsof -i :{port}\nCOMMAND     PID     USER   FD   TYPE DEVICE SIZE/OFF NODE NAME\n{program[:9]:<9} {pid:>5}     root    {rng.randint(3, 20)}u  IPv4  {rng.randint(20000, 90000)}      0t0  TCP *:{port} (LISTEN)"
    one = f"(what holds the port|the one that has the port|the process in the way|what's already on {port}|the culprit)"
    asked = asks(f"""
ps -fp {{i}} => what exactly is {one}, ps -f; full line of {one} from ps -f
sudo systemctl start {{s}} => the port is free now, start what failed; try starting it again; start the service that couldn't bind
journalctl -u {{s}} -n {{n}} => last {{n}} journal lines of what failed to start; {{n}} lines of log of the service that didn't come up
sudo systemctl restart {{s}} => restart the one that couldn't bind; restart what failed to start
""", i=pid, s=service, n=str(rng.choice([20, 30, 50])))
    if pid != "1":
        asked += asks(f"""
kill {{i}} => kill {one}; end {one}; {one} must go; free the port by killing its owner; get rid of {one}
kill -9 {{i}} => kill -9 {one}; {one} doesn't react, SIGKILL
sudo fuser -k {{p}}/tcp => fuser: clear the port; free it with fuser, by port
""", i=pid, p=port) * 2
    if holder and holder != service:
        asked += asks(f"""
sudo systemctl stop {{h}} => stop the service that has the port; shut down what's in the way, it's a service; {holder} isn't needed now, stop it
sudo systemctl disable --now {{h}} => stop the service in the way and keep it from coming back at boot; {holder} off for good, now too; switch off what has the port, also at boot
systemctl status {{h}} => status of the service that has the port; how is {holder} doing
""", h=holder) * 2
    return first + second, asked


@often(4)
def own_frame(rng):
    """A stack trace through libraries: the frame in one's own code counts."""
    kind = rng.choice(["node", "node", "java", "python", "python", "go", "ruby", "php"])
    low = lambda: re.sub("[^a-z]", "", values.word(rng).lower()) or "core"
    n, m = str(rng.randint(4, 400)), str(rng.randint(4, 400))
    root = rng.choice([f"/srv/{low()}", f"/app", f"/home/{person(rng)}/{low()}", f"/opt/{low()}"])
    mine, second = f"{root}/{rng.choice(['src', 'app', 'lib', 'services', 'handlers'])}/{low()}", f"{root}/{low()}"
    if kind == "node":
        mine, second = mine + ".js", second + ".js"
        out = rng.choice(["TypeError: Cannot read properties of undefined (reading 'id')", "Error: connect ECONNREFUSED 127.0.0.1:6379", "ReferenceError: config is not defined", "UnhandledPromiseRejection: Error: invalid token"]) + "\n" + "\n".join([f"    at Object.{rng.choice(['parse', 'get', 'handle'])} ({root}/node_modules/{rng.choice(['express', 'mongoose', 'ioredis', 'lodash'])}/lib/index.js:{rng.randint(10, 900)}:{rng.randint(3, 40)})"] * rng.choice([0, 1, 2]) + [f"    at {rng.choice(['getUser', 'loadOrder', 'async main', 'handler', 'render'])} ({mine}:{n}:{rng.randint(3, 40)})", f"    at {rng.choice(['Layer.handle', 'run', 'next'])} ({root}/node_modules/express/lib/router/layer.js:{rng.randint(10, 99)}:5)", f"    at {rng.choice(['start', 'Object.<anonymous>'])} ({second}:{m}:{rng.randint(3, 20)})", "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)"])
    elif kind == "python":
        mine, second = mine + ".py", second + ".py"
        site = rng.choice(["/usr/lib/python3/dist-packages", f"{root}/.venv/lib/python3.11/site-packages", "/usr/local/lib/python3.12/site-packages"])
        library, function, said, raised, statement = rng.choice([("requests/adapters.py", "send", "ConnectionError(e)", "requests.exceptions.ConnectionError: Max retries exceeded", "rows = client.get(url)"), ("sqlalchemy/engine/base.py", "execute", "OperationalError(msg)", "sqlalchemy.exc.OperationalError: no such table: users", "result = db.execute(query)"), ("pandas/core/frame.py", "__getitem__", "KeyError(key)", "KeyError: 'price'", "df = frame[columns]"), ("django/db/models/query.py", "get", "self.model.DoesNotExist(", "app.models.User.DoesNotExist: User matching query does not exist.", "user = User.objects.get(pk=uid)"), ("redis/connection.py", "_connect", "ConnectionError(e)", "redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379", "value = cache.get(key)")])
        out = f'Traceback (most recent call last):\n  File "{second}", line {m}, in <module>\n    main()\n  File "{mine}", line {n}, in {rng.choice(["main", "load", "fetch", "sync", "process"])}\n    {statement}\n  File "{site}/{library}", line {rng.randint(50, 2000)}, in {function}\n    raise {said}\n{raised}'
    elif kind == "java":
        klass = rng.choice(["OrderService", "UserController", "PaymentJob", "ReportBuilder", "LoginFilter", "CacheLoader"])
        folder = f"src/main/java/com/example/{low()}"
        package = folder[14:].replace("/", ".")
        mine, second = f"{folder}/{klass}.java", f"{folder}/Application.java"
        out = f"java.lang.{rng.choice(['NullPointerException: Cannot invoke ' + chr(34) + 'String.length()' + chr(34), 'IllegalStateException: session is closed', 'IllegalArgumentException: id must not be null'])}\n\tat java.base/java.util.Objects.requireNonNull(Objects.java:233)\n" + "\tat org.springframework.util.Assert.notNull(Assert.java:201)\n" * rng.choice([0, 1]) + f"\tat {package}.{klass}.{rng.choice(['load', 'handle', 'process', 'save'])}({klass}.java:{n})\n\tat org.springframework.aop.framework.CglibAopProxy.invoke(CglibAopProxy.java:753)\n\tat {package}.Application.main(Application.java:{m})"
    elif kind == "go":
        mine, second = mine + ".go", second + ".go"
        out = f"panic: runtime error: {rng.choice(['invalid memory address or nil pointer dereference', 'index out of range [3] with length 3'])}\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x8 pc=0x4a2b1c]\n\ngoroutine {rng.randint(1, 90)} [running]:\nmain.(*Server).{rng.choice(['handle', 'load', 'serve'])}(0x0, {{0xc00012a000, 0x4}})\n\t{mine}:{n} +0x1d\nnet/http.HandlerFunc.ServeHTTP(0xc0000b2000?)\n\t/usr/local/go/src/net/http/server.go:2136 +0x29\nmain.main()\n\t{second}:{m} +0x65\nexit status 2"
    elif kind == "ruby":
        mine, second = mine + ".rb", second + ".rb"
        out = f"/usr/lib/ruby/gems/3.1.0/gems/activerecord-7.0.4/lib/active_record/core.rb:{rng.randint(100, 600)}:in `find': Couldn't find User with 'id'=42 (ActiveRecord::RecordNotFound)\n\tfrom {mine}:{n}:in `{rng.choice(['load', 'show', 'perform'])}'\n\tfrom /usr/lib/ruby/gems/3.1.0/gems/sidekiq-7.1.2/lib/sidekiq/processor.rb:202:in `execute_job'\n\tfrom {second}:{m}:in `<main>'"
    else:
        mine, second = mine + ".php", second + ".php"
        out = f"PHP Fatal error:  Uncaught TypeError: {rng.choice(['count(): Argument #1 must be of type Countable', 'Unsupported operand types: string + int'])} in {mine}:{n}\nStack trace:\n#0 {root}/vendor/laravel/framework/src/Router.php({rng.randint(100, 900)}): run()\n#1 {second}({m}): handle()\n#2 {{main}}\n  thrown in {mine} on line {n}"
    one = "(the line in my own code|the place in our code|my code's line, not the library's|the innermost line that is ours|where our code fails)"
    s = "(the entry point|the outermost frame of ours|where our code starts in there)"
    asked = asks(f"""
vim +{{n}} {{f}} => open {one} in vim; vim at {one}; take me to {one}, vim; jump to {one} with vim; edit {one} in vim
sed -n '{{n}}p' {{f}} => print {one}; just show {one}; {one} on the screen, only that line
git blame -L {{n}},{{n}} {{f}} => who wrote {one}; git blame for {one}; who is responsible for {one}
nano +{{n}} {{f}} => nano at {one}; open {one} in nano
code -g {{f}}:{{n}} => open {one} in vs code; vs code at {one}
git log --oneline -- {{f}} => recent commits to the file with {one}, oneline; short history of the file of ours that fails
less +{{n}} {{f}} => page to {one}; less, starting at {one}
""", f=mine, n=n) * 2 + asks(f"""
vim +{{n}} {{f}} => open {s} in vim; vim at {s}
sed -n '{{n}}p' {{f}} => print the line of {s}; show only the line of {s}
""", f=second, n=m)
    low_, high = max(1, int(n) - 3), int(n) + 3
    asked += asks(f"sed -n '{low_},{high}p' {{f}} => {one} with 3 lines around it; three lines before and after {one}, sed", f=mine)
    for host, unit_name in (("127.0.0.1:6379", "redis-server"), ("localhost:6379", "redis-server")):
        if host in out:
            asked += asks("systemctl status redis-server => is redis running, status of redis-server; status of the redis server\nsudo systemctl start redis-server => start redis, the unit is redis-server; nothing answers on that port: start redis-server\nnc -zv localhost 6379 => does anything answer on the port it wants, nc to localhost; test localhost's port from the error with netcat") * 2
    return (f"$ {'node' if kind == 'node' else 'python3' if kind == 'python' else ''} {second}\n" if kind in ("node", "python") and rng.random() < 0.4 else "") + out, asked
