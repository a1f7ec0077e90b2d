"""Output in forms of its own, with questions written for it."""

from .. import values
from . import Question, SCENES, question, scene
from .sheets import ago, clock, person, private
from .tables import amounts, distinct, draw, hexes, names, pod, prompt, table


def lines_of(*pairs):
    """`command => request; request` with `{name}` left for `question`."""
    return [(c, "\n".join(r.strip() for r in said.split(";"))) for c, said in (p.split(" => ") for p in pairs)]


def asks(text: str, **slots) -> list[Question]:
    return [question(r, c, **slots) for c, r in lines_of(*(line for line in text.strip().splitlines()))]


@scene
def nvidia_table(rng):
    count = rng.choice([1, 2, 2, 4, 4, 8])
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
    pids = distinct(rng, rng.choice([1, 2, 3, 4]), lambda: draw(rng, "pid"))
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
    found = distinct(rng, rng.choice([3, 4, 5, 7]), lambda: pod(rng))
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
    found = names(rng, rng.choice([2, 3, 4, 5, 6]))
    ports = distinct(rng, len(found), lambda: draw(rng, "port"))
    rows = [[hexes(rng, 12), draw(rng, "image"), '"docker-entrypoint.s…"', ago(rng), f"Up {rng.randint(2, 50)} hours", f"0.0.0.0:{p}->{rng.choice([i for i in ['80', '8080', '5432', '3000', '9000', '7070', '4000'] if i not in ports])}/tcp", n] for n, p in zip(found, ports)]
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
