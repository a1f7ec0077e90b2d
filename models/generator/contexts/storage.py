"""Disks, folders, files."""

import random
import re

from .. import values
from . import question, scene
from .outputs import asks, machine, often, typed
from .tables import amounts, distinct, draw, hexes, prompt, row_count, size, table


@scene
def filesystems(rng):
    places = rng.sample(["/home", "/var", "/data", "/mnt/backup", "/var/lib/docker", "/srv", "/opt", "/mnt/nas", "/tmp", "/boot", "/var/log", "/mnt/data", "/backup", "/scratch"], rng.choice([2, 3, 4, 6]))
    places = ["/", *places]
    full = rng.choice(places)
    use = {p: rng.randint(3, 78) for p in places}
    use[full] = rng.randint(91, 100)
    devices = {p: rng.choice([f"/dev/sd{c}{n}", f"/dev/nvme{n}n1p{n + 1}", f"/dev/mapper/vg0-{p.strip('/').replace('/', '_') or 'root'}"]) for p, c, n in zip(places, "abcdefghi", range(1, 10))}
    rows = []
    for p in places:
        total = rng.choice([20, 50, 100, 230, 460, 930, 1800])
        rows.append([devices[p], f"{total}G", f"{total * use[p] // 100}G", f"{total * (100 - use[p]) // 100}G", f"{use[p]}%", p])
    for extra in ([["tmpfs", "7.8G", "1.2M", "7.8G", "1%", "/run"]] if rng.random() < 0.6 else []) + ([["tmpfs", "7.8G", "0", "7.8G", "0%", "/dev/shm"]] if rng.random() < 0.4 else []):
        rows.insert(rng.randrange(len(rows) + 1), extra)
    output = prompt(rng, "df -h") + table([["Filesystem", "Size", "Used", "Avail", "Use%", "Mounted on"], *rows], 2, (1, 2, 3, 4))
    one = "(the full one|the filesystem that is full|the fullest one|the one that is almost full|the one with the highest usage|the fullest file system)"
    n = draw(rng, "n")
    big = draw(rng, "size")
    mounted = [p for p in places if p != "/"]
    other = rng.choice(mounted)
    asked = [
        question(f"which folders take the space on {one}\nwhat uses the space on {one}, by folder, largest first\nsizes of the folders on {one}, biggest first\nwhat is filling up {one}", "sudo du -xh --max-depth=1 {p} | sort -rh", p=full),
        question(f"the {{n}} biggest folders on {one}\n%find the {{n}} largest directories on {one}\ntop {{n}} space users on {one}", "sudo du -xh {p} | sort -rh | head -n {n}", p=full, n=n),
        question(f"%find files larger than {{big}} on {one}\nfiles over {{big}} on {one}\n%list files bigger than {{big}} on {one}", "sudo find {p} -xdev -type f -size +{big}", p=full, big=big),
        question(f"%find files on {one} that are larger than {{big}} and show their sizes\nfiles over {{big}} on {one} with sizes", "sudo find {p} -xdev -type f -size +{big} -exec ls -lh {} +", p=full, big=big),
        question(f"are there free inodes on {one}\ninode usage of {one}", "df -i {p}", p=full),
        question(f"which deleted files still take space on {one}\ndeleted but open files on {one}", "sudo lsof +L1 {p}", p=full),
        question("unmount {p}\ntake {p} offline\ndetach the file system on {p}", "sudo umount {p}", p=other),
        question("who is using {p}\nwhich processes keep {p} busy\n{p} can't be unmounted, who uses it", "sudo fuser -vm {p}", p=other),
        question("remount {p} read-only\nmake {p} read only for now", "sudo mount -o remount,ro {p}", p=other),
        question("which uuid does the device of {p} have\nuuid of the disk mounted on {p}", "sudo blkid {d}", p=other, d=devices[other]),
        question("check the file system of {p} without changing anything\ndry-run a check of the device mounted at {p}", "sudo fsck -n {d}", p=other, d=devices[other]),
    ]
    if full != "/":
        asked.append(question(f"unmount {one}\ndetach {one}", "sudo umount {p}", p=full))
    if full in ("/var/log", "/var"):
        asked.append(question(f"shrink the journal to {{s}} to make room on {one}\nreduce the systemd journal to {{s}}", "sudo journalctl --vacuum-size={s}", s=rng.choice(["100M", "200M", "500M", "1G"])))
    if full == "/var/lib/docker":
        asked.append(question(f"clean up docker to make room on {one}\nfree space on {one} by removing unused docker data", "docker system prune -a"))
    return output, asked


@scene
def folder_sizes(rng):
    parent = rng.choice(["", "", "/home/", "/var/", "/data/", "/var/log/", "/srv/", "/mnt/nas/"])
    found = distinct(rng, row_count(rng, 50), lambda: values.word(rng))
    kib = [int(a) for a in amounts(rng, len(found), 4, 2e8)]
    if rng.random() < 0.3:
        order = sorted(range(len(found)), key=lambda i: -kib[i])
        found, kib = [found[i] for i in order], [kib[i] for i in order]
    output = (f"$ du -sh {parent}*\n" if parent else prompt(rng, "du -sh *")) + "\n".join(f"{size(k)}\t{parent}{x}" for x, k in zip(found, kib))
    ranked = sorted(range(len(found)), key=lambda i: -kib[i])
    big, second, small = (parent + found[i] for i in (ranked[0], ranked[1], ranked[-1]))
    s = "sudo " if parent in ("/var/", "/var/log/") else ""
    one = "(the biggest one|the largest folder|the one that takes the most space|the biggest folder|the space hog)"
    n, big_size, day = draw(rng, "n"), draw(rng, "size"), values.TYPES["days"](rng, None)
    days = day.say(rng)
    return output, [
        question(f"%delete {one}\nremove {one} with everything in it\nget rid of {one}", s + "rm -r {p}", p=big),
        question(f"what is in {one}\n%list {one} with details\n%show the contents of {one} in detail", "ls -l {p}", p=big),
        question(f"go into {one}\nchange to {one}\ncd to {one}", "cd {p}", p=big),
        question(f"pack {one} into {{a}}\n%compress {one} as {{a}}\nmake a tarball {{a}} of {one}", s + "tar -czf {a} {p}", p=big, a=values.word(rng) + ".tar.gz"),
        question(f"which subfolders of {one} are big, largest first\nbreak {one} down by subfolder, biggest first\nwhat takes the space inside {one}, largest first", s + "du -h --max-depth=1 {p} | sort -rh", p=big),
        question(f"%find files larger than {{z}} in {one}\nfiles over {{z}} in {one}", s + "find {p} -type f -size +{z}", p=big, z=big_size),
        question(f"%find files in {one} older than {{d}}\nfiles in {one} not modified for {{d}}", s + "find {p} -type f -mtime +{w}", p=big, d=days, w=day.written),
        question(f"%delete files in {one} that are older than {{d}}\nclean {one}: remove files older than {{d}}", s + "find {p} -type f -mtime +{w} -delete", p=big, d=days, w=day.written),
        question(f"%move {one} to {{t}}\nmove {one} over to {{t}}", s + "mv {p} {t}", p=big, t=rng.choice(["/mnt/backup", "/backup", "/mnt/data", "/tmp"])),
        question("%delete the smallest one\nremove the smallest folder", s + "rm -r {p}", p=small),
        question("%delete the second biggest\nremove the second largest one", s + "rm -r {p}", p=second),
        question(f"how many files are in {one}\n%count the files in {one}", s + "find {p} -type f | wc -l", p=big),
        question(f"the {{n}} largest files in {one}\nbiggest {{n}} files of {one}", s + "find {p} -type f -exec du -h {} + | sort -rh | head -n {n}", p=big, n=n),
        question(f"who owns {one}\n%show the owner and permissions of {one}", "ls -ld {p}", p=big),
    ]


@scene
def listing(rng):
    count = row_count(rng, 45)
    found = distinct(rng, count, lambda: values.TYPES["file"](rng, None).written.rsplit("/", 1)[-1])
    found = [x for x in found if not x.startswith("~") and x != "README"]
    count = len(found)
    kib = [int(a) for a in amounts(rng, count, 4, 4e7)]
    length = [k * 1024 + rng.randint(1, 1000) for k in kib]
    days = rng.sample(range(1, 28 * 10), count)
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct".split()
    people = rng.sample(values.PEOPLE, 2)
    owners = [people[0]] * count
    other = rng.randrange(count)
    odd = rng.random() < 0.5
    if odd:
        owners[other] = "root"
    modes = [rng.choice(["-rw-r--r--", "-rw-r--r--", "-rw-------", "-rw-rw-r--"]) for _ in found]
    scripts = [i for i, x in enumerate(found) if x.endswith((".sh", ".py"))]
    human = rng.random() < 0.5
    rows = [[modes[i], 1, owners[i], owners[i], size(kib[i]) if human else length[i], months[days[i] // 28], str(days[i] % 28 + 1).rjust(2), f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}", x] for i, x in enumerate(found)]
    output = prompt(rng, "ls -lh" if human else "ls -l") + f"total {sum(kib)}\n" + table(rows, 1, (1, 4))
    newest, oldest = found[days.index(max(days))], found[days.index(min(days))]
    big, small = found[kib.index(max(kib))], found[length.index(min(length))]
    largest = "(the biggest file|the largest one|the largest file|the biggest one)"
    latest = "(the newest file|the newest one|the most recent file|the latest one)"
    eldest = "(the oldest file|the oldest one|the one that was changed longest ago)"
    folder = values.TYPES["newdir"](rng, None).written
    asked = [
        question(f"%delete {largest}\nremove {largest}\nget rid of {largest}", "rm {f}", f=big),
        question(f"%delete {eldest}\nremove {eldest}", "rm {f}", f=oldest),
        question(f"%show the end of {latest}\nlast lines of {latest}\ntail {latest}", "tail {f}", f=newest),
        question(f"%show {latest}\nprint the content of {latest}\nwhat is in {latest}", "cat {f}", f=newest),
        question(f"follow {latest}\nwatch {latest} as it grows", "tail -f {f}", f=newest),
        question(f"compress {largest} with gzip\ngzip {largest}", "gzip {f}", f=big),
        question(f"%move {eldest} to {{d}}\nput {eldest} into {{d}}", "mv {f} {d}", f=oldest, d=folder),
        question(f"%copy {latest} to {{d}}\nmake a copy of {latest} in {{d}}", "cp {f} {d}", f=newest, d=folder),
        question(f"how many lines does {latest} have\n%count the lines of {latest}", "wc -l {f}", f=newest),
        question(f"what kind of file is {largest}\ntype of {largest}", "file {f}", f=big),
        question(f"sha256 of {largest}\nchecksum of {largest} with sha256", "sha256sum {f}", f=big),
        question("%delete the smallest one\nremove the smallest file", "rm {f}", f=small),
        question(f"send {latest} to {{h}} with scp, into the home folder\ncopy {latest} to {{h}} over ssh", "scp {f} {h}:", f=newest, h=draw(rng, "host")),
        question(f"split {largest} into pieces of {{s}}\ncut {largest} into parts of {{s}}", "split -b {s} {f}", f=big, s=f"{rng.choice([10, 50, 100, 500])}M"),
        question(f"empty {largest} but keep it\ntruncate {largest} to nothing", "truncate -s 0 {f}", f=big),
    ]
    if odd:
        theirs = "(the one that belongs to root|the file owned by root|root's file)"
        asked += [question(f"give {theirs} to {{u}}\nmake {{u}} the owner of {theirs}\nchange the owner of {theirs} to {{u}}", "sudo chown {u} {f}", f=found[other], u=people[0]), question(f"%delete {theirs}\nremove {theirs}", "sudo rm {f}", f=found[other])]
    if len(scripts) == 1:
        asked += [question("make the script executable\nthe script should be executable\nallow running the script", "chmod +x {f}", f=found[scripts[0]])]
    logs = [x for x in found if x.endswith(".log")]
    if len(logs) == 1:
        asked += [question("search the log for {p}\n%find {p} in the log", "grep {p} {f}", f=logs[0], p="error"), question("follow the log\nwatch the log file", "tail -f {f}", f=logs[0])]
    if len(logs) > 1:
        asked.append(question("%delete all the log files\nremove the logs", "rm *.log"))
    packed = [x for x in found if x.endswith((".tar.gz", ".tgz", ".zip"))]
    if len(packed) == 1 and packed[0].endswith(".zip"):
        asked.append(question("unpack the archive\n%extract the zip", "unzip {f}", f=packed[0]))
    return output, asked


@scene
def blocks(rng):
    root = rng.choice(["sda", "nvme0n1", "vda"])
    part = (lambda d, n: f"{d}p{n}") if root.startswith("nvme") else (lambda d, n: f"{d}{n}")
    spare = rng.choice(["sdb", "sdc", "nvme1n1" if root.startswith("nvme") else "vdb"])
    stick = "sdd"
    spare_part = (f"{spare}p1" if spare.startswith("nvme") else f"{spare}1")
    rows = [[root, "disk", f"{rng.choice([238, 465, 931])}.5G", ""], ["├─" + part(root, 1), "part", "512M", "/boot/efi"], ["└─" + part(root, 2), "part", "200G", "/"], [spare, "disk", f"{rng.choice([1.8, 3.6, 7.3])}T", ""]]
    has_part = rng.random() < 0.6
    if has_part:
        rows.append(["└─" + spare_part, "part", "1.8T", ""])
    rows += [[stick, "disk", f"{rng.choice([7.5, 14.9, 29.8, 59.6])}G", ""], ["└─sdd1", "part", "14.9G", "/media/usb"]]
    target = draw(rng, "mount")
    asked = [
        question("unmount the usb stick\neject the usb stick: unmount it\ntake the stick offline", "sudo umount /media/usb"),
        question("%show the partitions of the usb stick\npartition table of the stick", "sudo fdisk -l /dev/sdd"),
        question("write {i} to the usb stick\nmake a bootable stick from {i}", "sudo dd if={i} of=/dev/sdd bs=4M status=progress", i=values.word(rng) + ".iso"),
        question("health of the system disk\nsmart data of the disk that holds /", "sudo smartctl -a /dev/{d}", d=root),
        question("which uuid has the root partition\nuuid of the root file system", "sudo blkid /dev/{p}", p=part(root, 2)),
    ]
    if has_part:
        asked += [
            question("mount the partition that isn't mounted on {m}\n%show its files: mount the unmounted partition at {m}\nmount the unmounted one on {m}", "sudo mount /dev/{p} {m}", p=spare_part, m=target),
            question("format the unmounted partition as ext4\nput ext4 on the partition that isn't mounted", "sudo mkfs.ext4 /dev/{p}", p=spare_part),
            question("check the unmounted partition for errors\nfsck the one that isn't mounted", "sudo fsck /dev/{p}", p=spare_part),
        ]
    else:
        asked += [question("partition the empty disk with fdisk\nopen the empty disk in fdisk", "sudo fdisk /dev/{p}", p=spare), question("format the empty disk as ext4\nput ext4 on the whole empty disk", "sudo mkfs.ext4 /dev/{p}", p=spare)]
    return prompt(rng, "lsblk") + table([["NAME", "TYPE", "SIZE", "MOUNTPOINT"], *rows], 2), asked


@scene
def pools(rng):
    found = distinct(rng, rng.choice([2, 3]), lambda: rng.choice(["tank", "data", "backup", "pool0", "rpool", "archive", "fast"]))
    bad = rng.choice(found)
    rows = [[x, f"{rng.randint(2, 40)}.1T", f"{rng.randint(1, 30)}.4T", f"{rng.randint(5, 95)}%", "DEGRADED" if x == bad else "ONLINE"] for x in found]
    return prompt(rng, "zpool list") + table([["NAME", "SIZE", "ALLOC", "CAP", "HEALTH"], *rows], 2), [
        question("status of the degraded one\nwhat is wrong with the degraded pool", "zpool status {x}", x=bad),
        question("scrub the degraded pool\ncheck the degraded one with a scrub", "sudo zpool scrub {x}", x=bad),
        question("clear the errors of the degraded pool\nreset the error counters of the degraded one", "sudo zpool clear {x}", x=bad),
    ]


# --- as people paste them

TMPFS = [["tmpfs", "tmpfs", "1.6G", "2.1M", "1.6G", "1%", "/run"], ["tmpfs", "tmpfs", "7.8G", "0", "7.8G", "0%", "/dev/shm"], ["tmpfs", "tmpfs", "5.0M", "4.0K", "5.0M", "1%", "/run/lock"], ["udev", "devtmpfs", "7.8G", "0", "7.8G", "0%", "/dev"], ["tmpfs", "tmpfs", "1.6G", "88K", "1.6G", "1%", "/run/user/1000"], ["efivarfs", "efivarfs", "256K", "94K", "158K", "38%", "/sys/firmware/efi/efivars"], ["tmpfs", "tmpfs", "1.6G", "4.0K", "1.6G", "1%", "/run/user/0"], ["tmpfs", "tmpfs", "1.6G", "72K", "1.6G", "1%", "/run/user/1001"], ["tmpfs", "tmpfs", "4.0M", "0", "4.0M", "0%", "/sys/fs/cgroup"], ["none", "tmpfs", "1.0M", "0", "1.0M", "0%", "/run/credentials/systemd-sysusers.service"], ["shm", "tmpfs", "64M", "12K", "64M", "1%", "/run/containerd/io.containerd.grpc.v1.cri/sandboxes/8c1f/shm"], ["tmpfs", "tmpfs", "170M", "12K", "170M", "1%", "/var/lib/kubelet/pods/0b5e/volumes/kubernetes.io~projected/kube-api-access-x7k2p"], ["overlay", "overlay", "98G", "41G", "53G", "44%", "/var/lib/docker/overlay2/3f1c9a7be02d/merged"], ["overlay", "overlay", "98G", "41G", "53G", "44%", "/var/lib/docker/overlay2/b7720de41c88/merged"], ["overlay", "overlay", "98G", "41G", "53G", "44%", "/run/containerd/io.containerd.runtime.v2.task/k8s.io/5d0a/rootfs"]]
PLACES = "/boot /boot/efi /home /var /var/log /var/lib/docker /var/lib/mysql /var/lib/postgresql /tmp /srv /opt /data /data1 /data2 /backup /mnt/backup /mnt/nas /mnt/storage /mnt/usb /media/usb /media/disk /scratch /export /mnt/media /var/www /usr /var/spool /mnt/cold /mnt/photos /var/lib/libvirt/images".split()


def place(rng) -> str:
    return rng.choice(PLACES) if rng.random() < 0.75 else rng.choice(["/mnt/", "/srv/", "/data/", "/media/"]) + values.word(rng)


def gib(x: float) -> str:
    return "0" if x <= 0 else f"{x / 1024:.1f}T" if x >= 1000 else f"{x:.0f}G" if x >= 10 else f"{x:.1f}G" if x >= 1 else f"{max(1, x * 1024):.0f}M"


def df_rows(rng):
    mounts = ["/", *distinct(rng, row_count(rng, 16, 1), lambda: place(rng))]
    style = rng.choice(["sd", "nvme", "vd", "lvm", "mixed"])
    full = rng.choice(mounts)
    shares = {m: rng.randint(2, 84) for m in mounts}
    shares[full] = rng.choice([91, 94, 95, 96, 97, 98, 99, 100, 100, 100])
    rows, device = [], {}
    for n, m in enumerate(mounts):
        remote = m.startswith(("/mnt", "/export", "/media")) and rng.random() < 0.3
        size_of = rng.choice([0.5, 1]) if m.startswith("/boot") else rng.choice([20, 30, 49, 98, 117, 196, 234, 458, 916, 1833, 3666, 7450])
        name = m.strip("/").replace("/", "-") or "root"
        device[m] = rng.choice([f"nas:/volume1/{name}", f"192.168.1.{rng.randint(2, 250)}:/export/{name}", f"//fileserver/{name}"]) if remote else {"sd": f"/dev/sd{'abc'[n % 3]}{n // 3 + 1}", "nvme": f"/dev/nvme0n1p{n + 1}", "vd": f"/dev/vd{'abc'[n % 3]}{n // 3 + 1}", "lvm": f"/dev/mapper/{rng.choice(['ubuntu--vg', 'vg0', 'rhel'])}-{name.replace('-', '--')}", "mixed": f"/dev/sd{'bcdefghij'[n % 9]}1"}[style]
        kind = "vfat" if m == "/boot/efi" else ("cifs" if device[m].startswith("//") else "nfs4") if remote else "xfs" if style == "lvm" else "ext4"
        rows.append([device[m], kind, gib(size_of), gib(size_of * shares[m] / 100), gib(size_of * (100 - shares[m]) / 100 * 0.97), f"{shares[m]}%", m])
    return mounts, full, shares, device, rows


@often(5)
def df_real(rng):
    mounts, full, shares, device, rows = df_rows(rng)
    extra = rng.sample(TMPFS, min(len(TMPFS), rng.choice([0, 2, 3, 5, 8, 11, 14])))
    for row in extra:
        rows.insert(rng.randrange(len(rows) + 1), row)
    if rng.random() < 0.25:
        rows += [[f"/dev/loop{i}", "squashfs", s, s, "0", "100%", f"/snap/{x}/{rng.randint(20, 9000)}"] for i, (x, s) in enumerate(rng.sample([("core20", "64M"), ("lxd", "92M"), ("snapd", "41M"), ("firefox", "273M"), ("core22", "75M")], rng.choice([1, 2, 3])))]
    if rng.random() < 0.15:
        rows += [["overlay", "overlay", "98G", "41G", "53G", "44%", f"/var/lib/docker/overlay2/{hexes(rng, 20)}/merged"]]
    typed_in = rng.choice(["df -h", "df -h", "df -h", "df -hT", "df -Th", "df", "df -h -x tmpfs", "df -h | grep -v tmpfs", "sudo df -h", "df -P -h"])
    withtype = "T" in typed_in
    head = ["Filesystem", "Type", "Size", "Used", "Avail", "Use%", "Mounted on"]
    if "tmpfs" in typed_in:
        rows = [r for r in rows if "tmpfs" not in r[0] and r[1] != "tmpfs"]
    if typed_in == "df":
        head[2:5] = ["1K-blocks", "Used", "Available"]
        number = lambda s: str(int(float(s.rstrip("KMGT") or 0) * {"K": 1, "M": 2**10, "G": 2**20, "T": 2**30}.get(s[-1], 1)))
        rows = [[*r[:2], *(number(s) for s in r[2:5]), *r[5:]] for r in rows]
    body = [head, *rows] if rng.random() < 0.88 else rows
    if not withtype:
        body = [[r[0], *r[2:]] for r in body]
    right = (2, 3, 4, 5) if withtype else (1, 2, 3, 4)
    output = typed(rng, typed_in) + table(body, 1, right)
    loops = any(r[0].startswith("/dev/loop") for r in rows)
    one = "(the full one|the filesystem that is full|the fullest one|the disk that's nearly full|the disk that is full|the one with almost no space left|the mount that ran out of room|that full filesystem|the one at " + str(shares[full]) + " percent|the partition that's filling up)" if not loops else "(the nearly full disk|the real disk that is filling up|the full one \\(not the snaps\\)|the one at " + str(shares[full]) + " percent that isn't a snap|the full partition, ignoring snap loops)"
    asked = asks(f"""
sudo du -xh --max-depth=1 {{p}} | sort -rh => what is eating {one}? folder sizes, biggest on top; where did the space go on {one}, one level deep, largest first; why is it full? show folder sizes on {one}, sorted, biggest first; break down {one} by top-level folder, largest first; who takes all the room on {one} - first level dirs sorted by size; need to know which dirs fill {one}, biggest at the top, don't cross into other mounts; du of {one} one level, sorted descending
sudo find {{p}} -xdev -type f -size +1G => files over 1G on {one}; what single files above 1 GB sit on {one}; anything bigger than 1G on {one}? same filesystem only; look for monsters of more than 1G on {one}; hunt for files larger than 1 gigabyte there, on {one}
sudo lsof +L1 {{p}} => maybe deleted files are still held open on {one}, check; numbers on {one} don't add up, any deleted files still open there?; which processes keep removed files alive on {one}; deleted but open files on {one}
df -i {{p}} => how are the inodes on {one}; is it inodes too? check for {one}; inode count on {one}; inode usage of {one} only
sudo ncdu -x {{p}} => let me browse {one} with ncdu, this filesystem only; ncdu on {one} without leaving the filesystem; open {one} in ncdu, one filesystem
""", p=full)
    asked = asked * 2
    if full in ("/", "/var", "/var/log"):
        asked += asks(f"""
sudo journalctl --vacuum-size={{v}} => shrink the journal to {{v}}, {one} needs air; cut systemd's journal down to {{v}} so {one} gets room; keep only {{v}} of journal; journal logs may take {{v}} at most, trim the rest to free {one}
journalctl --disk-usage => how much of that is the journal; is it the journal that fills {one}? how big is it; size of the systemd journal
sudo apt clean => drop the downloaded package files to make room; empty apt's cache, {one} is too full; clear cached debs
sudo dnf clean all => dnf's cache can go, {one} is too full; clear everything dnf has cached; clean the dnf caches to make room
""", v=rng.choice(["50M", "100M", "200M", "500M", "1G"]))
    if full == "/boot":
        asked += asks("""
sudo apt autoremove --purge => get rid of the old kernels that fill it, with their config; old kernels must go, purge what's not needed; boot is full again, autoremove and purge; remove unneeded kernels, purge them
dpkg -l 'linux-image*' => which kernels are installed, dpkg; list the kernel image packages with dpkg; what kernels take up that small boot partition
uname -r => which kernel is running, so I don't delete that one; the kernel I'm on; running kernel version before I clean boot
""") * 2
    if full == "/var/lib/docker" and rng.random() < 0.8:
        asked += asks("""
docker system df => what in docker takes that much; docker's own breakdown of the space; images, containers, volumes - which is it that fills this
docker system prune -a => throw out all unused docker stuff, images too; reclaim space from docker, everything unused; docker cleanup including unused images
""") * 2
    others = [m for m in mounts if m != "/"]
    if len(others) > 1 and not any(r[0] == "overlay" for r in rows):
        emptiest = min(others, key=lambda m: shares[m])
        if sum(shares[m] == shares[emptiest] for m in mounts) == 1 and shares[emptiest] < shares["/"]:
            free = "(the least used one|the emptiest one \\(not counting tmpfs\\)|the real disk with the lowest usage|the disk with the lowest percentage, tmpfs aside)" if extra else "(the least used one|the emptiest one|the one with the lowest percentage)"
            asked += asks(f"""
cd {{p}} => go to {free}; change into {free}; take me to {free}
ls -la {{p}} => what is stored on {free}, hidden files too; list {free} with everything in it; show me what's on {free}, all details
sudo umount {{p}} => unmount {free}; {free} should be unmounted; detach {free}
""", p=emptiest)
    m = rng.choice(others)
    asked += asks("""
sudo umount {p} => unmount {p}; take {d} off the tree; I need to pull {d}, unmount it; {p} is no longer needed, unmount; let go of whatever is at {p}
sudo fuser -vm {p} => who has files open on {p}; {p} is busy, by whom; I can't unmount {d}, which processes sit on it; processes using {p}
""", p=m, d=device[m])
    asked += asks("""
findmnt {p} => with which options is {p} mounted; mount options of {p}; details on the mount at {p}
sudo mount -o remount,ro {p} => make {p} read only without unmounting; nobody should write to {p} for now, remount ro; freeze {p}: remount readonly
""", p=m)
    if ":" in device[m] or device[m].startswith("//"):
        server = device[m].strip("/").split(":")[0].split("/")[0]
        asked += asks("ping -c 3 {h} => is the server of {p} alive, 3 pings; {p} hangs, send its server 3 pings; does the machine that exports {p} answer? try 3 times; three pings to where {p} comes from", h=server, p=m)
        if sum(":" in device[x] or device[x].startswith("//") for x in mounts) == 1:
            asked += asks("sudo umount -l {p} => lazy unmount of the network share; the remote one hangs, detach it lazily; the network mount is stuck, lazily unmount it; nas is gone, drop that mount lazily", p=m) + asks("sudo umount {p} => unmount the network share; take the remote one offline; disconnect from the file server's share; the mount from the server isn't needed, unmount it", p=m)
    over = [x for x in mounts if shares[x] >= 80]
    if 1 < len(over) < 4 and not loops:
        asked += asks("df -i {p} => inodes for every one above 79 percent; inode state of those that are at 80% or more; same in inodes but only the ones at or over 80 percent", p=" ".join(over))
    return output, asked


DU = {
    "/var": "/var/cache /var/lib /var/log /var/www /var/spool /var/tmp /var/backups /var/mail /var/snap /var/crash",
    "/var/log": "/var/log/journal /var/log/nginx /var/log/apache2 /var/log/mysql /var/log/installer /var/log/apt /var/log/audit /var/log/postgresql /var/log/samba /var/log/letsencrypt",
    "/var/lib": "/var/lib/docker /var/lib/mysql /var/lib/postgresql /var/lib/apt /var/lib/snapd /var/lib/containerd /var/lib/flatpak /var/lib/elasticsearch /var/lib/prometheus /var/lib/grafana /var/lib/influxdb",
    "/home": "", "/srv": "", "/data": "", "/opt": "", "/backup": "", "/mnt/nas": "",
    "/usr": "/usr/lib /usr/share /usr/bin /usr/local /usr/src /usr/include /usr/libexec",
    ".": "node_modules .git .venv venv dist build target .cache __pycache__ data logs models checkpoints wandb datasets public vendor tests docs .terraform coverage .tox .mypy_cache outputs uploads tmp old",
    "~": "Downloads Documents Pictures Videos Music .cache .local .config .npm .cargo .rustup .mozilla .steam .conda miniconda3 anaconda3 go snap .docker .ollama .vscode-server .gradle .m2 projects VirtualBox_VMs",
}


@often(5)
def du_real(rng):
    parent = rng.choice(list(DU))
    pool = DU[parent].split()
    if not pool:
        pool = [f"{parent}/{x}" for x in distinct(rng, 8, lambda: rng.choice(values.PEOPLE) if parent == "/home" else rng.choice([values.word(rng), rng.choice("www media backups images vms git samba exports archive projects dumps photos raw processed tmp releases shared old models influxdb".split())]))]
    found = rng.sample(pool, row_count(rng, len(pool), 3))
    local = parent in (".", "~")
    kib = sorted((int(a) for a in amounts(rng, len(found), 8, rng.choice([3e6, 4e7, 5e8]))), reverse=True)
    form = rng.choice(["du -sh *", "depth"]) if local else rng.choice(["star", "depth", "depth"])
    if form == "du -sh *" and any(x.startswith(".") for x in found):
        form = "du -sh .[!.]* *"
    order = list(range(len(found)))
    path = lambda x: x
    shown = lambda x: x
    if form == "star":
        command = f"{rng.choice(['', 'sudo '])}du -sh {parent}/*"
        rng.shuffle(order)
        if rng.random() < 0.5:
            command += rng.choice([" | sort -h", " | sort -rh", " | sort -hr | head -20"])
            order.sort(reverse=" | sort -h" == command[-10:])
    elif form == "depth":
        command = f"{rng.choice(['', 'sudo '])}du {rng.choice(['-h --max-depth=1', '-hd1', '-h -d 1', '-xh --max-depth=1'])} {parent if parent != '~' else '~' if rng.random() < 0.3 else '.'}".replace(" .", rng.choice([" .", ""])) if local else f"{rng.choice(['', 'sudo '])}du {rng.choice(['-h --max-depth=1', '-hd1', '-h -d 1', '-xh --max-depth=1'])} {parent}"
        if local:
            shown = lambda x: "./" + x
        rng.shuffle(order)
        if rng.random() < 0.6:
            command += rng.choice([" | sort -h", " | sort -rh", " | sort -hr | head"])
            order.sort(reverse=command.endswith(" | sort -h"))
    else:
        command = form + rng.choice(["", " | sort -h", " 2>/dev/null | sort -h", " | sort -rh"])
        order.sort(reverse=command.endswith("sort -h")) if "sort" in command else order.sort(key=lambda i: found[i])
    if "~" in command:
        shown = path = lambda x: "/home/" + user + "/" + x
        user = rng.choice(values.PEOPLE)
    lines = [f"{size(kib[i])}\t{shown(found[i])}" for i in order]
    if form == "depth":
        top = f"{size(int(sum(kib) * 1.001) + 50)}\t{('/home/' + user) if '~' in command else '.' if local else parent}"
        lines = [top, *lines] if "sort -rh" in command or "sort -hr" in command else [*lines, top]
    if not command.startswith("sudo") and not local and parent not in ("/usr", "/opt") and rng.random() < 0.2:
        lines.insert(0, f"du: cannot read directory '{parent}/{rng.choice(['private', 'lost+found', 'ssl'])}': Permission denied")
    output = typed(rng, command, parent if parent != "." else "~/" + values.word(rng), always=True) + "\n".join(lines)
    s = "sudo " if parent.startswith(("/var", "/usr", "/home", "/opt", "/srv")) else ""
    big = path(found[0])
    one = "(the biggest one|the largest folder|whatever takes the most space|the biggest subfolder|the space hog|the fattest directory|the folder with the most in it|the one on top of the size ranking)"
    target = rng.choice(["/mnt/cold", "/backup", "/mnt/nas/archive", "/data2", "/mnt/usb", "/srv/archive"])
    asked = asks(f"""
{s}du -h --max-depth=1 {{p}} | sort -rh => go one level deeper into {one}, largest first; what's inside {one} that's so big? sorted, biggest first; same again for {one}, biggest on top; drill down into {one} (subfolders, largest first); and where in {one} is the space? one level, sorted descending; split {one} up by subfolder, big ones first
{s}find {{p}} -type f -size +{{z}} => files over {{z}} in {one}; which files of more than {{z}} are in {one}; anything bigger than {{z}} below {one}; look for files larger than {{z}} inside {one}
{s}find {{p}} -type f -mtime +{{n}} => what in {one} hasn't been touched for more than {{n}} days; files older than {{n}} days in {one}; stale files in {one}, over {{n}} days
ls -la {{p}} => what is in {one}, hidden too; look into {one}, long listing with dotfiles; list all of {one} with details
{s}find {{p}} -type f | wc -l => how many files are in {one}; file count of {one}, recursively; number of files below {one}
{s}tar -czf {{a}} {{p}} => pack {one} into {{a}}; make {{a}} out of {one}; gzip tarball {{a}} from {one}; archive {one} as {{a}}
cd {{p}} => go into {one}; cd to {one}; take me to {one}
ncdu {{p}} => open {one} in ncdu; explore {one} with ncdu
""", p=big, z=rng.choice(["100M", "500M", "1G", "50M", "2G"]), n=str(rng.choice([7, 14, 30, 60, 90, 180, 365])), a=values.word(rng) + ".tar.gz")
    if parent not in ("/usr", "/var", "/var/lib"):
        asked += asks(f"""
{s}rm -r {{p}} => delete {one}; {one} can go, with everything in it; get rid of {one}; throw {one} away; remove {one} completely; I don't need {one} any more
{s}mv {{p}} {{t}} => move {one} to {{t}}; put {one} on {{t}} instead; relocate {one} to {{t}}; {one} belongs in {{t}}, move it
{s}rsync -a {{p}} {{t}} => copy {one} to {{t}} with rsync; rsync {one} over to {{t}}; rsync archive copy of {one} to {{t}}
""", p=big, t=target)
        asked += asks(f"{s}rm -r {{p}} => delete the second biggest; remove number two by size; the runner-up in size can go; delete the one that comes second in size", p=path(found[1]))
        asked += asks(f"{s}rm -r {{p}} => delete the smallest one; the smallest folder can go; remove whichever is the tiniest", p=path(found[-1]))
        if len(found) > 3:
            asked += asks(f"{s}rm -r {{p}} {{q}} => delete the two biggest; both of the largest can go; get rid of the top two by size; remove the 2 largest", p=big, q=path(found[1]))
    for x in found:
        if x == "node_modules":
            asked += asks("rm -r node_modules => the js dependencies can be reinstalled, delete them; remove the npm packages folder; drop the node dependencies")
        if x in (".venv", "venv"):
            asked += asks(f"rm -r {x} => remove the virtual environment; the python environment can go; delete the virtualenv") if not {".venv", "venv"} <= set(found) else []
            asked += asks(f"source {x}/bin/activate => activate the virtual environment; get into the virtualenv; use the python env in here") if not {".venv", "venv"} <= set(found) else []
        if x == ".git":
            asked += asks("git gc => the repository data is big, let git clean it up; garbage collect the repo; let git pack its history tighter")
        if x == "/var/log/journal":
            asked += asks("sudo journalctl --vacuum-time=7d => keep only 7 days of the journal; shorten the journal to 7 days; throw away journal entries older than 7 days; journal: a week is enough (7d)")
        if x == "/var/lib/docker":
            asked += asks("docker system df => what does docker need all that for; let docker break down its share; how is docker's space made up")
    if len(found) > 2:
        i = rng.randrange(len(found))
        name = found[i].rsplit("/", 1)[-1]
        if re.fullmatch(r"[\w-]+", name):
            asked += asks(f"""
{s}du -h --max-depth=1 {{p}} | sort -rh => what is in {{n}} by size, largest first; break {{n}} down, biggest first; {{n}} one level deeper, sorted by size descending
ls -lh {{p}} => list {{n}} with readable sizes; show {{n}}, sizes human readable; contents of {{n}}, long, human sizes
""", p=path(found[i]), n=name)
    return output, asked


MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def dated(day: int, rng, style: str) -> str:
    """`day` counts from the first of January 2026; `ls` in December gives the year in place of a time that is half a year ago."""
    month, date = MONTHS[day // 28 % 12], day % 28 + 1
    if style == "plain" and day < 155:
        return f"{month} {date:2}  2026"
    hour = f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
    return f"2026-{day // 28 % 12 + 1:02}-{date:02} {hour}" if style == "iso" else f"{month} {date:2} {hour}"


FOLDERS = {
    "/var/log": "syslog syslog.1 syslog.2.gz auth.log auth.log.1 kern.log dpkg.log alternatives.log boot.log mail.log cron.log ufw.log fail2ban.log mysqld.log messages cloud-init.log daemon.log nginx-access.log",
    "/var/log/nginx": "access.log access.log.1 access.log.2.gz access.log.3.gz error.log error.log.1 error.log.2.gz api-access.log shop-error.log",
    "/etc/nginx/conf.d": "default.conf api.conf shop.conf ssl.conf upstream.conf gzip.conf old.conf.bak",
    "/backup": "db-2026-01-04.sql.gz db-2026-01-11.sql.gz db-2026-01-18.sql.gz etc.tar.gz home-full.tar.gz www-2026-02.tar.gz vm-win10.qcow2 mail.tar.zst media.tar wiki.sql",
    "/srv/www": "index.html index.php config.php wp-config.php style.css favicon.ico robots.txt sitemap.xml app.js info.php .htaccess",
    "~/.ssh": "authorized_keys config id_ed25519 id_ed25519.pub id_rsa id_rsa.pub known_hosts known_hosts.old deploy_key deploy_key.pub aws.pem",
    "~": "notes.txt todo.md backup.sh deploy.sh sync.sh cleanup.py report.pdf invoice.pdf dump.sql core.21442 nohup.out ubuntu-24.04-live-server-amd64.iso debian-12.5.0-amd64-netinst.iso wallpaper.png data.csv id_backup.txt script.py start.sh install.sh app.log results.json movie.mkv model.gguf",
    "project": "README.md Makefile main.py app.py setup.py requirements.txt Dockerfile docker-compose.yml run.sh build.sh test.sh entrypoint.sh manage.py config.yml config.json package.json package-lock.json yarn.lock server.js main.c main.o a.out main.go go.mod Cargo.toml LICENSE train.py model.pt data.db debug.log npm-debug.log .env .gitignore .dockerignore",
}


@often(6)
def ls_real(rng):
    where = rng.choice(list(FOLDERS) + ["project", "~", "own", "own"])
    if where == "own":
        folder = rng.choice(["/data/", "/srv/", "/mnt/", "/opt/", "/home/" + rng.choice(values.PEOPLE) + "/", "/var/lib/"]) + values.word(rng)
        pool = distinct(rng, 60, lambda: values.TYPES["file"](rng, None).written.rsplit("/", 1)[-1])
        pool = [x for x in pool if re.fullmatch(r"[\w.-]+", x)]
    else:
        folder = {"project": "~/" + values.word(rng), }.get(where, where)
        pool = FOLDERS[where].split()
    named = not folder.startswith("~") and rng.random() < 0.65  # the command names the folder
    found = rng.sample(pool, row_count(rng, len(pool)))
    count = len(found)
    path = (lambda x: f"{folder.rstrip('/')}/{x}") if named else (lambda x: x)
    user = rng.choice(values.PEOPLE)
    system = folder.startswith(("/var/log", "/etc", "/backup"))
    owner = "root" if system else "www-data" if where == "/srv/www" else rng.choice([user, user, user, "deploy", "postgres"]) if where == "own" else user
    owners, groups = [owner] * count, ["adm" if folder == "/var/log" else owner] * count
    kib = [int(a) + 1 for a in amounts(rng, count, 1, 30 if where == "~/.ssh" else rng.choice([4e3, 4e5, 2e7]))]
    if rng.random() < 0.6:  # images and dumps are larger than scripts, mostly
        heavy = lambda x: 3 if x.endswith((".iso", ".qcow2", ".gguf", ".mkv", ".mp4", ".img", ".pt")) else 2 if x.endswith((".tar", ".tar.gz", ".gz", ".zst", ".sql", ".dump", ".db", ".tgz", ".zip")) or x.startswith("core.") else 1 if ".log" in x or x in ("syslog", "messages", "nohup.out", "package-lock.json") else 0
        at = sorted(range(count), key=lambda i: (-heavy(found[i]), rng.random()))
        kib = [k for _, k in sorted(zip(at, sorted(kib, reverse=True)))]
    days = rng.sample(range(1, 330), count)
    modes = []
    for x in found:
        modes.append("-rw-------" if x.startswith(("id_", "deploy_key", "aws", ".env")) and not x.endswith(".pub") else "-rwxr-xr-x" if x.endswith(".sh") or x == "a.out" else "-rw-r-----" if system else "-rw-r--r--")
    asked, odd = [], []
    take = lambda test: [i for i in range(count) if test(found[i]) and i not in odd]
    s = "sudo " if owner not in (user,) else ""
    # what is wrong here
    if owner != "root" and rng.random() < 0.5:
        i = rng.randrange(count)
        owners[i] = groups[i] = "root"
        odd.append(i)
        them = "(the root-owned one|the file that belongs to root|root's file|the one with the wrong owner|the one owned by root)"
        asked += asks(f"""
sudo chown {{u}}:{{u}} {{f}} => {them} should belong to {{u}} like the others, group too; I can't edit {them}: owner and group should be {{u}}; wrong owner on one of them, make it {{u}}:{{u}}; fix the ownership of {them}, user and group {{u}}; give {them} to {{u}}, user and group; {{u}}:{{u}} for {them}; one of these got created by root, hand it over to {{u}} with the group; all but one belong to {{u}}, correct that one's owner and group
sudo rm {{f}} => delete {them}; {them} can go; remove {them}
""", u=owner, f=path(found[i])) * 2
    scripts = take(lambda x: x.endswith(".sh"))
    if scripts and rng.random() < 0.7:
        i = rng.choice(scripts)
        modes[i] = "-rw-r--r--"
        odd.append(i)
        if len(scripts) > 1:
            them = "(the script that isn't executable|the one script without the x bit|the sh file that lacks execute permission|the script that can't be run)"
        else:
            them = "(the script|the shell script|that sh file)"
        asked += asks(f"{s if owners[i] != 'root' else 'sudo '}chmod +x {{f}} => make {them} executable; {them} should be runnable; I get permission denied when I start {them}, fix it; set the execute bit on {them}; let people run {them}; why can't I run it? {them}, give it x", f=path(found[i])) * 2
    keys = take(lambda x: (x.startswith(("id_", "deploy_key")) or x.endswith(".pem")) and not x.endswith((".pub", ".txt")))
    if keys and rng.random() < 0.7:
        i = rng.choice(keys)
        modes[i] = rng.choice(["-rw-r--r--", "-rw-rw-r--", "-rwxrwxrwx"])
        odd.append(i)
        asked += asks(f"{s}chmod 600 {{f}} => ssh says the private key is too open, fix its mode; the key others can read must be private; one private key has loose permissions, tighten to owner only; correct the permissions of the unprotected private key; only the owner should read and write the exposed key; 600 for the key that's readable by everyone", f=path(found[i])) * 2
    elif rng.random() < 0.3 and (free := take(lambda x: True)):
        i = rng.choice(free)
        modes[i] = "-rw-rw-rw-" if not found[i].endswith(".sh") else "-rwxrwxrwx"
        odd.append(i)
        asked += asks(f"""
{s if owners[i] != 'root' else 'sudo '}chmod o-w {{f}} => one is writable by everybody, take that right from others; others must not write to the world-writable one; remove write for others from the file that everyone may change; the world-writable file: no writing for others; security scan complains about a world-writable file here, drop that bit
""", f=path(found[i])) * 2
    style = rng.choice(["plain", "plain", "plain", "iso"])
    human = rng.random() < 0.6
    if rng.random() < 0.18 and (free := take(lambda x: not x.endswith((".gz", ".iso")))):
        i = rng.choice(free)
        kib[i] = 0
        asked += asks(f"""
{s}rm {{f}} => delete the empty one; the file with nothing in it can go; remove the zero-byte file; one of these is empty, get rid of it; rm the 0 byte thing
""", f=path(found[i])) * 2
    spare = None
    if rng.random() < 0.55:
        spare = values.word(rng) if rng.random() < 0.6 else rng.choice("old archive tmp uploads cache bin src docs backup scripts data".split())
        if spare in found:
            spare = None
    link = None
    if rng.random() < 0.25:
        link = rng.choice(["current", "latest", "live", "app", "default", "logs"])
    order = sorted(range(count), key=lambda i: found[i].lstrip(".").lower())
    flags = "l" + ("h" if human else "")
    hidden = any(x.startswith(".") for x in found) or rng.random() < 0.35
    if hidden:
        flags += "a"
    sort = rng.random()
    if sort < 0.15:
        flags, order = flags + "t", sorted(range(count), key=lambda i: -days[i])
    elif sort < 0.25:
        flags, order = flags + "tr", sorted(range(count), key=lambda i: days[i])
    elif sort < 0.32:
        flags, order = flags + "S", sorted(range(count), key=lambda i: -kib[i])
    letters_of = list(flags[1:])
    rng.shuffle(letters_of)
    command = "ls -" + "".join(rng.choice([["l", *letters_of], [*letters_of, "l"]])) + (f" --time-style=long-iso" if style == "iso" and rng.random() < 0.5 else "") + (f" {folder}{rng.choice(['', '/'])}" if named else "")
    if "time-style" not in command and style == "iso":
        style = "plain"
    if not human and 0 < min(kib):
        pass
    row = lambda mode, links, u, g, bytes_, day, name: [mode, links, u, g, bytes_, dated(day, rng, style), name]
    amount = lambda k: "0" if k == 0 else size(k) if human else str(k * 1024 + rng.randint(1, 900))
    rows = [row(modes[i], 1, owners[i], groups[i], amount(kib[i]), days[i], found[i]) for i in order]
    ranked = (lambda name, day, k: -day) if 0 <= sort < 0.15 else (lambda name, day, k: day) if sort < 0.25 else (lambda name, day, k: -k) if sort < 0.32 else (lambda name, day, k: name.lstrip(".").lower())

    def place_of(name, day, k):
        return sum(ranked(found[i], days[i], kib[i]) <= ranked(name, day, k) for i in order)

    if spare:
        day = rng.randint(min(days), max(days))
        rows.insert(place_of(spare, day, 4), row("drwxr-xr-x", rng.randint(2, 9), owner, owner, "4.0K" if human else "4096", day, spare))
    if link:
        day = rng.randint(min(days), max(days))
        rows.insert(place_of(link, day, 0), row("lrwxrwxrwx", 1, owner, owner, "14", day, f"{link} -> {rng.choice([found[0], '/opt/app/releases/20260114', '../shared', '/mnt/data/' + values.word(rng)])}"))
    if hidden:
        rows = [row("drwxr-xr-x", 3, owner, owner, "4.0K" if human else "4096", 331, "."), row("drwxr-xr-x", 12, "root", "root", "4.0K" if human else "4096", 40, ".."), *rows]
    body = table(rows, 1, (1, 4))
    output = typed(rng, command, folder if not named else "~", always=named) + (f"total {size(sum(kib)) if human else sum(kib)}\n" if rng.random() < 0.85 else "") + body
    solid = [i for i in range(count) if kib[i] > 0]
    big, old, new = max(solid, key=lambda i: kib[i]), min(range(count), key=lambda i: days[i]), max(range(count), key=lambda i: days[i])
    sl = lambda i: "sudo " if owners[i] != user else ""
    biggest = "(the biggest file|the largest one|the fattest file|whatever is biggest here|the file that takes most of the space)"
    oldest = "(the oldest one|the file that was changed longest ago|the oldest file|whichever is oldest)"
    newest = "(the newest file|the most recent one|the one changed last|the latest one|whatever was modified most recently)"
    target = rng.choice(["/mnt/cold", "/backup", "/tmp", "/mnt/nas", "~/old", "/srv/archive", "/data/keep"])
    text = lambda i: not found[i].endswith((".gz", ".iso", ".tar", ".zst", ".qcow2", ".png", ".pdf", ".zip", ".mkv", ".pt", ".gguf", ".mp4", ".db", ".o", ".ico", ".jpg", ".tgz", ".xz", ".bz2"))
    asked += asks(f"""
{sl(big)}rm {{f}} => delete {biggest}; {biggest} has to go; get rid of {biggest}; remove {biggest}
{sl(big)}mv {{f}} {{t}} => move {biggest} to {{t}}; {biggest} should live in {{t}}; put {biggest} under {{t}}
{sl(big) if system else ''}file {{f}} => what kind of file is {biggest}; file type of {biggest}
lsof {{f}} => which process has {biggest} open; is anything using {biggest}; who holds {biggest} open
""", f=path(found[big]), t=target)
    if not found[big].endswith((".gz", ".zst", ".zip", ".xz", ".tgz", ".bz2")):
        asked += asks(f"{sl(big)}gzip {{f}} => compress {biggest}, gzip; gzip {biggest}; make {biggest} smaller with gzip", f=path(found[big]))
    if found[big].endswith((".log", ".1", ".out", "syslog", "messages")):
        asked += asks(f"{sl(big)}truncate -s 0 {{f}} => empty {biggest} but don't delete it; {biggest} is still written to, cut it to zero; make {biggest} zero length", f=path(found[big]))
    asked += asks(f"""
{sl(old)}rm {{f}} => delete {oldest}; {oldest} can go; remove {oldest}
{sl(old)}mv {{f}} {{t}} => move {oldest} to {{t}}; archive {oldest} in {{t}}; {oldest} goes to {{t}}
stat {{f}} => all timestamps of {oldest}; stat {oldest}
""", f=path(found[old]), t=target)
    n = str(rng.choice([5, 20, 30, 50, 100, 200]))
    if text(new):
        asked += asks(f"""
{sl(new) if system else ''}tail -n {{n}} {{f}} => last {{n}} lines of {newest}; show me the final {{n}} lines of {newest}; how does {newest} end, {{n}} lines; tail {{n}} of {newest}; {{n}} lines from the end of {newest}
{sl(new) if system else ''}tail -f {{f}} => follow {newest}; watch {newest} grow; keep printing what is added to {newest}
{sl(new) if system else ''}less {{f}} => read {newest} page by page; page through {newest}; open {newest} in a pager
{sl(new) if system else ''}grep -i error {{f}} => any errors in {newest}? upper or lower case; error lines of {newest}, ignoring case; search {newest} for error in any case
""".replace("{n}", n), f=path(found[new]), n=n)
    asked += asks(f"""
{sl(new) if system else ''}cp {{f}} {{f}}.bak => make a .bak copy of {newest} next to it; back {newest} up with .bak behind the name; keep a copy of {newest} with .bak appended
{sl(new) if system else ''}scp {{f}} {{h}}:/tmp/ => copy {newest} to /tmp/ on {{h}}; get {newest} over to {{h}} into /tmp/; scp {newest} to {{h}}:/tmp/
{sl(new) if system else ''}sha256sum {{f}} => sha256 of {newest}; sha256 checksum for {newest}
""", f=path(found[new]), h=machine(rng))
    if spare:
        asked += asks(f"""
cd {{d}} => go into the (folder|directory|subdirectory); enter the only directory here; change to the subfolder
{s}rm -r {{d}} => delete the (subfolder|directory) with everything in it; the folder can go, contents too; get rid of the only directory in there
du -sh {{d}} => how big is the (subfolder|directory) really; real size of the folder, in total; ls says 4096 for the directory, what does it take really
ls -la {{d}} => what's in the (subfolder|directory), dotfiles included; list the only directory in there with all details
{s}tar -czf {{d}}.tar.gz {{d}} => pack the (subfolder|directory) as .tar.gz with the same name; tarball (gzip) of the folder, named after it
""" if not named else f"""
cd {{d}} => go into the (folder|directory|subdirectory) in there; enter the only subdirectory; change to the subfolder
{s}rm -r {{d}} => delete the (subfolder|subdirectory) with everything in it; the folder in there can go, contents too
du -sh {{d}} => how big is the (subfolder|subdirectory) really; real size of the folder in there, in total
ls -la {{d}} => what's in the (subfolder|subdirectory), dotfiles included; list the only subdirectory with all details
""", d=path(spare))
    if link:
        asked += asks(f"""
readlink -f {{l}} => where does the (link|symlink) point in the end; resolve the symlink completely; full real path behind the link
{s}rm {{l}} => remove the (link|symlink) but not what it points to; the symlink can go; unlink the link
{s}ln -sfn {{t}} {{l}} => point the (link|symlink) to {{t}} instead; the symlink should lead to {{t}} from now on; repoint the link, new target {{t}}
""", l=path(link), t=rng.choice(["/opt/app/releases/20260302", "/srv/releases/v42", "/mnt/data/new"]))
    packed = [i for i in range(count) if found[i].endswith(".gz") and not found[i].endswith(".tar.gz")]
    if len(packed) == 1:
        asked += asks(f"""
{sl(packed[0])}zcat {{f}} => read the compressed one without unpacking it; print the gz to the screen; what's in the gzipped file
{sl(packed[0])}gunzip {{f}} => unpack the gz in place; gunzip the compressed one; decompress the gzipped file
{sl(packed[0])}zgrep -i error {{f}} => search the compressed one for error, any case; error lines in the gz, ignoring case
""", f=path(found[packed[0]]))
    elif len(packed) > 1 and len(packed) < 4:
        rest = [path(found[i]) for i in order if i in packed]
        asked += asks(f"{sl(packed[0])}rm {{f}} => delete the compressed ones; remove all the gz files listed, by name; the rotated gz files can go, name them; get rid of every .gz there, spelled out", f=" ".join(rest))
    tars = [i for i in range(count) if found[i].endswith((".tar.gz", ".tgz"))]
    if len(tars) == 1:
        asked += asks(f"""
tar -tzf {{f}} => what's in the tarball; list the tar.gz without unpacking; contents of the archive
tar -xzf {{f}} -C {{t}} => unpack the tarball into {{t}}; extract the archive to {{t}}; the tar.gz should be unpacked under {{t}}
""", f=path(found[tars[0]]), t=target)
    images = [i for i in range(count) if found[i].endswith(".iso")]
    if len(images) == 1:
        asked += asks(f"sudo mount -o loop {{f}} /mnt => look inside the iso: mount it at /mnt; loop mount the image on /mnt; I need the iso's files under /mnt", f=path(found[images[0]]))
    cores = [x for x in found if x.startswith("core.")]
    if cores:
        asked += asks("rm {f} => the core dump can go; delete the core file; get rid of the crash dump", f=path(cores[0]))
    return output, asked


@often(3)
def find_real(rng):
    base = rng.choice([".", ".", "/home", "/var", "/srv", "/data", "/opt", "/", "/mnt/nas", "/etc"])
    ext = rng.choice(["log", "log", "sql", "tar.gz", "bak", "conf", "mp4", "csv", "py", "iso", "tmp", "json"])
    inside = {"/home": values.PEOPLE[:20], "/var": ["log", "lib", "cache", "www", "backups"], "/etc": ["nginx", "ssh", "mysql", "apache2", "systemd", "cron.d"], "/": ["home", "var", "opt", "srv", "tmp"]}.get(base, [values.word(rng) for _ in range(4)])
    root = base.rstrip("/")
    found = distinct(rng, row_count(rng, 40, 2), lambda: f"{root}/{rng.choice(inside)}/{rng.choice(['', '', values.word(rng) + '/'])}{values.word(rng)}.{ext}")
    found = [x for x in found if re.fullmatch(r"[\w./-]+", x)]
    if len(found) < 2:
        found = [f"{root}/a/one.{ext}", f"{root}/b/two.{ext}"]
    kib = [int(a) for a in amounts(rng, len(found), 10, 2e7)]
    sized = rng.random() < 0.6
    shape = rng.choice(["ls", "du", "printf"]) if sized else "plain"
    command = {
        "plain": f"find {base} -name '*.{ext}'" + rng.choice(["", " -mtime +30", " -type f"]) if rng.random() < 0.6 else f"find {base} -type f -iname '*.{ext}'",
        "ls": f"find {base} -type f -name '*.{ext}' -exec ls -lh {{}} {rng.choice(['+', chr(92) + ';'])}",
        "du": f"find {base} -name '*.{ext}' -exec du -h {{}} +" + rng.choice(["", " | sort -rh"]),
        "printf": f"find {base} -name '*.{ext}' -printf '%s %p\\n'",
    }[shape]
    if command.endswith("sort -rh"):
        at = sorted(range(len(found)), key=lambda i: -kib[i])
        found, kib = [found[i] for i in at], [kib[i] for i in at]
    user = rng.choice(values.PEOPLE)
    line = {"plain": lambda i: found[i], "ls": lambda i: f"-rw-r--r-- 1 {user} {user} {size(kib[i]):>4} {dated(rng.randint(1, 330), rng, 'plain')} {found[i]}", "du": lambda i: f"{size(kib[i])}\t{found[i]}", "printf": lambda i: f"{kib[i] * 1024 + 17} {found[i]}"}[shape]
    lines = [line(i) for i in range(len(found))]
    denied = base not in (".",) and rng.random() < 0.3
    if denied:
        lines.insert(rng.randrange(len(lines) + 1), f"find: ‘{root}/{rng.choice(['lost+found', 'private', 'secret'])}’: Permission denied")
    s = "sudo " if base in ("/var", "/etc", "/", "/home") else ""
    output = typed(rng, command, "~/" + values.word(rng) if base == "." else "~", always=True) + "\n".join(lines)
    asked = []
    if sized:
        i, j = max(range(len(found)), key=lambda i: kib[i]), min(range(len(found)), key=lambda i: kib[i])
        one = "(the biggest one|the largest of them|whichever is biggest|the heaviest file|the fattest of these)"
        asked += asks(f"""
{s}rm {{f}} => delete {one}; {one} can go; get rid of {one}; remove only {one}
{s}gzip {{f}} => gzip {one}; compress {one}
{s}mv {{f}} {{t}} => move {one} to {{t}}; {one} should be in {{t}}, move
ls -l {{f}} => long listing of {one}; owner and mode of {one}; who owns {one}
""", f=found[i], t=rng.choice(["/tmp", "/mnt/cold", "/backup"])) * 2 + asks(f"{s}rm {{f}} => delete the smallest of them; the tiniest one can go; remove only the smallest", f=found[j])
    for i, word in [(0, "(the first one|the first hit|the topmost path|the first result)"), (len(found) - 1, "(the last one|the last hit|the bottom path|the final result)")]:
        asked += asks(f"""
{s}rm {{f}} => delete {word}; remove {word}; {word} is not needed, rm
{'head' if ext in ('log', 'sql', 'bak', 'conf', 'csv', 'py', 'tmp', 'json') else 'file'} {{f}} => {'first lines of ' + word if ext in ('log', 'sql', 'bak', 'conf', 'csv', 'py', 'tmp', 'json') else 'file type of ' + word}; {'how does ' + word + ' begin' if ext in ('log', 'sql', 'bak', 'conf', 'csv', 'py', 'tmp', 'json') else 'what kind of file is ' + word}
stat {{f}} => stat {word}; timestamps of {word}
cp {{f}} {{t}} => copy {word} to {{t}}; a copy of {word} in {{t}} please
""", f=found[i], t=rng.choice(["/tmp", "~", "/mnt/usb"]))
    k = rng.randrange(len(found))
    parts = [p for p in found[k].split("/")[1:] if len(p) > 2 and sum(p in x for x in found) == 1 and p != found[k].rsplit("/", 1)[-1]]
    if parts:
        p = parts[0]
        asked += asks(f"""
{s}rm {{f}} => delete the one (in|under) {{p}}; remove only that in {{p}}; the {{p}} one can go
ls -l {{f}} => mode and owner of the one in {{p}}; long listing for the file under {{p}}
sudo chown {{u}} {{f}} => {{u}} should own the one in {{p}}; give the file under {{p}} to {{u}}; make {{u}} the owner of the {{p}} one
""", f=found[k], p=p, u=rng.choice(values.PEOPLE))
    if 2 < len(found) < 6:
        rest = [x for x in found if x != found[k]]
        asked += asks(f"{s}rm {{f}} => delete all of them but the {'first' if k == 0 else 'last'} one; keep only the {'first' if k == 0 else 'last'}, rm the rest; everything except the {'top' if k == 0 else 'bottom'} one can be removed", f=" ".join(rest)) if k in (0, len(found) - 1) else asks(f"{s}rm {{f}} => delete all except {{k}}; {{k}} stays, remove the others; rm everything listed other than {{k}}", f=" ".join(rest), k=found[k].rsplit("/", 1)[-1])
    if shape == "plain":
        whole = command
        asked += asks(f"""
{s}{whole} -delete => delete all of these with find; the same find, but delete what it finds; let find remove them all
{s}{whole} -exec ls -lh {{}} + => the same with sizes and dates, human readable, from ls; long listing of all these hits with human sizes; how big are they? have find call ls -lh on them
{whole} | wc -l => how many hits is that; count these; number of results of that find
""") 
    if denied:
        asked += asks(f"""
{command.split(' | ')[0]} 2>/dev/null => the same without the permission errors; hide the denied messages; throw the error lines away; no more 'Permission denied' noise
sudo {command.split(' | ')[0]} => the same as root so nothing is denied; again with sudo; repeat it with root rights
""")
    return output, asked


@often(5)
def lsblk_real(rng):
    system = rng.choice(["sda", "nvme0n1", "vda", "nvme0n1", "sda"])
    name = lambda d, n: f"{d}p{n}" if d.startswith("nvme") else f"{d}{n}"
    others = [d for d in ["sdb", "sdc", "sdd", "nvme1n1", "vdb", "vdc"] if d.startswith("vd") == (system == "vda")]
    extra = rng.sample(others, min(len(others), rng.choice([1, 1, 2, 2])))
    withfs = rng.random() < 0.45
    uuid = lambda: f"{hexes(rng, 8)}-{hexes(rng, 4)}-{hexes(rng, 4)}-{hexes(rng, 4)}-{hexes(rng, 12)}"
    rows = []  # tree, name, size, type, fs, label, uuid, mount
    add = lambda mark, n, s, kind, fs="", label="", mount="": rows.append((mark, n, s, kind, fs, label, uuid() if fs and fs != "vfat" else f"{hexes(rng, 4).upper()}-{hexes(rng, 4).upper()}" if fs else "", mount))
    for i in range(rng.choice([0, 0, 2, 4, 8, 14])):
        rows.append(("", f"loop{i}", f"{rng.randint(4, 300)}.{rng.randint(0, 9)}M", "loop", "squashfs", "", "", f"/snap/{rng.choice(['core20', 'snapd', 'lxd', 'firefox'])}/{rng.randint(40, 9000)}"))
    total = rng.choice(["20G", "40G", "80G", "238.5G", "465.8G", "931.5G", "1.8T"])
    add("", system, total, "disk")
    lvm = rng.random() < 0.35
    add("├─", name(system, 1), rng.choice(["512M", "1G", "1.1G"]), "part", "vfat", "", "/boot/efi")
    if lvm:
        add("├─", name(system, 2), "2G", "part", "ext4", "", "/boot")
        add("└─", name(system, 3), rng.choice(["17G", "236G", "928.5G"]), "part", "LVM2_member")
        vg = rng.choice(["ubuntu--vg-ubuntu--lv", "rhel-root", "vg0-root", "debian--vg-root"])
        add("  └─", vg, rng.choice(["100G", "15G", "50G"]), "lvm", "ext4" if "rhel" not in vg else "xfs", "", "/")
    else:
        swap = rng.random() < 0.4
        add("├─" if swap else "└─", name(system, 2), total, "part", "ext4", "", "/")
        if swap:
            add("└─", name(system, 3), rng.choice(["2G", "4G", "8G", "977M"]), "part", "swap", "", "[SWAP]")
    asked = []
    target = rng.choice(["/mnt/cold", "/mnt", "/data", "/srv/media", "/mnt/usb", "/mnt/new", "/backup", "/mnt/old", "/mnt/rescue", "/media/stick", "/mnt/" + values.word(rng)])
    kind = rng.choice(["unmounted", "unmounted", "unmounted", "blank", "blank", "usb", "luks", "windows", "mounted"])
    spare = extra[0]
    capacity = rng.choice(["7.3T", "3.6T", "1.8T", "931.5G", "465.8G", "500G", "100G", "14.9G", "2.7T"])
    if kind == "usb":
        spare, capacity = ("sdb" if system != "sdb" and system != "vda" else "sdc"), rng.choice(["7.5G", "14.9G", "28.7G", "57.8G", "115.5G"])
        extra = [spare]
        path = rng.choice(["/media/usb", f"/media/{rng.choice(values.PEOPLE)}/{rng.choice(['USB', 'KINGSTON', 'SANDISK', 'BACKUP'])}", f"/run/media/{rng.choice(values.PEOPLE)}/{hexes(rng, 4).upper()}-{hexes(rng, 4).upper()}"])
        add("", spare, capacity, "disk")
        add("└─", name(spare, 1), capacity, "part", "vfat", "", path)
        one = "(the usb stick|the stick|the thumb drive|the removable drive|the pendrive)"
        asked += asks(f"""
sudo umount {{m}} => unmount {one}; I want to pull {one} out, unmount it; {one} off the tree; take {one} offline before I remove it; eject {one}, umount is enough
sudo umount /dev/{{p}} => unmount {one}, name its device; umount by device: {one}; unmount the partition on {one} by its device name
sudo dd if={{i}} of=/dev/{{d}} bs=4M status=progress conv=fsync => write {{i}} to {one} with dd: blocks of 4M, progress, fsync at the end; burn {{i}} onto {one}, dd with 4M blocks, progress and conv fsync; I'd like {{i}} on {one}: dd, bs 4M, show progress, sync at the end with conv
sudo mkfs.vfat -F 32 /dev/{{p}} => format the partition on {one} as fat32; {one} should get a fresh FAT32; new fat32 filesystem on {one}
ls -la {{m}} => what's on {one}, everything in detail; list {one} with hidden files; show the contents of {one}, long, dotfiles too
df -h {{m}} => how much is free on {one}; space left on {one}
sudo fdisk -l /dev/{{d}} => partition table of {one}; fdisk listing for {one}
""", m=path, p=name(spare, 1), d=spare, i=rng.choice(["debian-12.5.0-amd64-netinst.iso", "ubuntu-24.04-live-server-amd64.iso", values.word(rng) + ".iso", "Fedora-Server-dvd-x86_64-40.iso"])) * 3
    elif kind == "blank":
        add("", spare, capacity, "disk")
        one = "(the new disk|the empty disk|the disk without partitions|the one with nothing on it|the unused disk|the blank one|the drive that isn't partitioned yet)"
        asked += asks(f"""
sudo mkfs.ext4 /dev/{{d}} => put ext4 on {one}, whole device; format {one} with ext4; {one} gets ext4, no partitions; make an ext4 filesystem straight on {one}
sudo mkfs.xfs /dev/{{d}} => put xfs on {one}, whole device; format {one} with xfs; {one} gets xfs without partitioning
sudo fdisk /dev/{{d}} => partition {one} with fdisk; open {one} in fdisk; I want to create partitions on {one}, fdisk
sudo parted /dev/{{d}} mklabel gpt => give {one} a gpt label with parted; new gpt partition table on {one}, parted; parted: gpt for {one}
sudo pvcreate /dev/{{d}} => make {one} an lvm physical volume; {one} should become a PV; pvcreate on {one}
sudo smartctl -a /dev/{{d}} => smart data of {one}; how healthy is {one}, all smart info; is {one} ok? smartctl, everything
sudo wipefs -a /dev/{{d}} => wipe every signature off {one}; make sure nothing is left on {one}, wipefs all; clear old signatures from {one}
sudo hdparm -tT /dev/{{d}} => how fast is {one}, hdparm cached and buffered reads; read speed of {one} with hdparm -tT
""", d=spare) * 3
    else:
        fs = {"unmounted": rng.choice(["ext4", "xfs", "ext4", "btrfs"]), "luks": "crypto_LUKS", "windows": "ntfs", "mounted": "ext4"}[kind]
        label = rng.choice(["", "data", "backup", "archive", "media", "old"]) if withfs else ""
        mount = place(rng) if kind == "mounted" else ""
        add("", spare, capacity, "disk")
        add("└─", name(spare, 1), capacity, "part", fs, label, mount)
        part = name(spare, 1)
        if kind == "unmounted" or (kind in ("luks", "windows") and not withfs):
            fsname = fs if withfs else ""
            one = "(the partition that isn't mounted|the unmounted one|the one without a mountpoint|the partition on the second disk that's not mounted|the other disk's partition|whatever isn't mounted yet|the big one that isn't mounted)" if len(extra) == 1 and not lvm else "(the partition that isn't mounted|the unmounted one|the data partition without a mountpoint|whatever partition isn't mounted yet)"
            asked += asks(f"""
sudo mount /dev/{{p}} {{t}} => mount {one} on {{t}}; {one} should show up under {{t}}; put {one} at {{t}}; I want to get at the files of {one} via {{t}}; hook {one} in at {{t}}; make {one} available in {{t}}
sudo mount -o ro /dev/{{p}} {{t}} => mount {one} read-only on {{t}}; look into {one} without changing anything, via {{t}}, read-only; {one} at {{t}}, ro
sudo fsck /dev/{{p}} => check {one} for errors; fsck on {one}; is the filesystem of {one} in order? fsck it
sudo blkid /dev/{{p}} => uuid and type of {one}; what filesystem is on {one}, blkid; blkid for {one}
sudo mkfs.ext4 /dev/{{p}} => format {one} with ext4; {one} can be overwritten, new ext4; wipe {one} by making an ext4 on it
""", p=part, t=target) * 3
        if kind == "luks" and withfs:
            one = "(the encrypted one|the luks partition|the encrypted partition|the crypto disk)"
            asked += asks(f"""
sudo cryptsetup open /dev/{{p}} {{n}} => unlock {one} as {{n}}; open {one} under the name {{n}}; decrypt {one} to {{n}}; {one} should be available as {{n}}, cryptsetup
sudo cryptsetup luksDump /dev/{{p}} => header info of {one}; which key slots has {one}; luksDump of {one}
sudo cryptsetup luksAddKey /dev/{{p}} => add another passphrase to {one}; second passphrase for {one}; new key for {one}
""", p=part, n=rng.choice(["secure", "vault", "data", "backup", "cryptdata"])) * 3
        if kind == "windows" and withfs:
            one = "(the windows partition|the ntfs one|the one formatted with ntfs)"
            asked += asks(f"""
sudo mount /dev/{{p}} {{t}} => mount {one} on {{t}}; get at the files of {one} via {{t}}; {one} under {{t}} please
sudo ntfsfix /dev/{{p}} => {one} wasn't shut down cleanly, ntfsfix; repair {one} with ntfsfix; fix {one}
sudo mount -o ro /dev/{{p}} {{t}} => mount {one} read-only at {{t}}; {one} at {{t}} without write access
""", p=part, t=target) * 3
        if kind == "mounted":
            asked += asks("""
sudo umount {m} => unmount the data disk; the disk besides the system one: unmount it; take the second disk's filesystem offline; let go of the disk that isn't the system disk; unmount what is on {d}
df -h {m} => space left on the partition of {d}; how full is the disk {d}; usage of what's on {d}
sudo blkid /dev/{p} => uuid of the partition on {d}; I want {d}'s partition in fstab, give me its blkid
sudo fuser -vm {m} => which processes use the disk {d}; {d} is busy, by whom
sudo smartctl -H /dev/{d} => quick health verdict for {d}; is {d} passing its smart check
""", m=mount, d=spare, p=part) * 2
    for other in [d for d in extra if d != spare][:1]:
        room = rng.choice(["3.6T", "1.8T", "111.8G"])
        add("", other, room, "disk")
        add("└─", name(other, 1), room, "part", "ext4", "", place(rng))
    if any(r[7] == "[SWAP]" for r in rows):
        asked += asks("""
sudo swapoff /dev/{p} => turn the swap partition off; stop swapping to the partition; disable the swap there, by device; I want to reuse the swap partition, switch it off first
""", p=name(system, 3))
    root = rows[[r[7] for r in rows].index("/")][1]
    asked += asks("""
sudo smartctl -H /dev/{s} => is the system disk healthy, short verdict; health check of the disk with /; smart verdict on the boot disk
df -h / => how full is root; space left on the root filesystem; usage of /
""", s=system)
    if lvm:
        vg, lv = rows[[r[7] for r in rows].index("/")][1].replace("--", "\0").split("-", 1)
        asked += asks("""
sudo lvextend -r -l +100%FREE /dev/{v}/{l} => grow the root volume into all the free space, filesystem too; the root lv is smaller than its pv, use everything that's free and resize the fs; extend root to use the rest of the volume group, resizing the filesystem; give all free extents to the root lv with its filesystem
""", v=vg.replace("\0", "-"), l=lv.replace("\0", "-"))
    if withfs:
        output = typed(rng, rng.choice(["lsblk -f", "lsblk -f", "lsblk --fs"])) + table([["NAME", "FSTYPE", "LABEL", "UUID", "MOUNTPOINT" + rng.choice(["", "S"])], *[[r[0] + r[1], r[4], r[5], r[6], r[7]] for r in rows]], 1)
    else:
        output = typed(rng, rng.choice(["lsblk", "lsblk", "lsblk", "sudo lsblk", "lsblk"])) + table([["NAME", "MAJ:MIN", "RM", "SIZE", "RO", "TYPE", "MOUNTPOINT" + rng.choice(["", "S"])], *[[r[0] + r[1], f"{259 if 'nvme' in r[1] else 7 if 'loop' in r[1] else 8}:{i}", "1" if kind == "usb" and r[1].startswith(spare) else "0", r[2], "1" if r[3] == "loop" else "0", r[3], r[7]] for i, r in enumerate(rows)]], 1, (3,))
    return output, asked


@often(3)
def mounts_real(rng):
    points = distinct(rng, row_count(rng, 14, 2), lambda: place(rng))
    points = [p for p in points if p not in ("/usr", "/var", "/boot/efi", "/boot")] or ["/data"]
    devices = [f"/dev/sd{'bcdefghijklmnopqrstuvw'[i]}1" for i in range(len(points))]
    kinds = ["ext4"] * len(points)
    network = rng.randrange(len(points)) if rng.random() < 0.5 else -1
    if network >= 0:
        devices[network], kinds[network] = rng.choice([(f"nas:/volume1/{values.word(rng)}", "nfs4"), (f"//fileserver/{values.word(rng)}", "cifs"), (f"backup@{machine(rng)}:/srv", "fuse.sshfs")])
    options = ["rw,relatime"] * len(points)
    readonly = rng.randrange(len(points)) if rng.random() < 0.55 else -1
    if readonly >= 0:
        options[readonly] = rng.choice(["ro,relatime", "ro,relatime,errors=remount-ro"])
    noexec = rng.choice([i for i in range(len(points)) if i != readonly] or [-1]) if rng.random() < 0.3 else -1
    if noexec >= 0:
        options[noexec] = "rw,nosuid,nodev,noexec,relatime"
    form = rng.choice(["mount", "findmnt", "proc", "fstab"])
    base = [("proc", "/proc", "proc", "rw,nosuid,nodev,noexec,relatime"), ("sysfs", "/sys", "sysfs", "rw,nosuid,nodev,noexec,relatime"), ("tmpfs", "/run", "tmpfs", "rw,nosuid,nodev,size=1625396k,mode=755")]
    base += rng.sample([("udev", "/dev", "devtmpfs", "rw,nosuid,relatime,size=8092372k,mode=755"), ("devpts", "/dev/pts", "devpts", "rw,nosuid,relatime,gid=5,mode=620"), ("securityfs", "/sys/kernel/security", "securityfs", "rw,nosuid,nodev,relatime"), ("tmpfs", "/dev/shm", "tmpfs", "rw,nosuid,nodev"), ("cgroup2", "/sys/fs/cgroup", "cgroup2", "rw,nosuid,nodev,relatime"), ("pstore", "/sys/fs/pstore", "pstore", "rw,nosuid,nodev,relatime"), ("bpf", "/sys/fs/bpf", "bpf", "rw,nosuid,nodev,relatime,mode=700"), ("hugetlbfs", "/dev/hugepages", "hugetlbfs", "rw,relatime,pagesize=2M"), ("mqueue", "/dev/mqueue", "mqueue", "rw,nosuid,nodev,relatime"), ("debugfs", "/sys/kernel/debug", "debugfs", "rw,nosuid,nodev,relatime"), ("tracefs", "/sys/kernel/tracing", "tracefs", "rw,nosuid,nodev,relatime"), ("fusectl", "/sys/fs/fuse/connections", "fusectl", "rw,nosuid,nodev,relatime"), ("configfs", "/sys/kernel/config", "configfs", "rw,nosuid,nodev,relatime"), ("/dev/sda1", "/boot/efi", "vfat", "rw,relatime,fmask=0077,dmask=0077"), ("tmpfs", "/run/user/1000", "tmpfs", "rw,nosuid,nodev,relatime,size=1625392k,mode=700"), ("nsfs", "/run/docker/netns/default", "nsfs", "rw"), ("overlay", "/var/lib/docker/overlay2/3f1c9a7be02d/merged", "overlay", "rw,relatime,lowerdir=/var/lib/docker/overlay2/l/ABC,upperdir=/var/lib/docker/overlay2/3f1c/diff")], rng.choice([0, 3, 8, 12, 17]))
    rows = [*(base if rng.random() < 0.7 and form != "fstab" and noexec < 0 else []), ("/dev/sda2", "/", "ext4", "rw,relatime,errors=remount-ro"), *zip(devices, points, kinds, options)]
    if form == "mount":
        output = typed(rng, rng.choice(["mount", "mount | grep ^/dev", "mount | grep -v tmpfs"]) if len(rows) == 1 + len(points) and network < 0 else "mount") + "\n".join(f"{d} on {p} type {k} ({o})" for d, p, k, o in rows)
    elif form == "findmnt":
        output = typed(rng, "findmnt -l" if rng.random() < 0.5 else "findmnt --real -l") + table([["TARGET", "SOURCE", "FSTYPE", "OPTIONS"], *[[p, d, k, o] for d, p, k, o in rows]], 1)
    elif form == "proc":
        output = typed(rng, "cat /proc/mounts", always=True) + "\n".join(f"{d} {p} {k} {o} 0 0" for d, p, k, o in rows)
    else:
        output = typed(rng, "cat /etc/fstab", always=True) + "# /etc/fstab: static file system information.\n#\n# <file system> <mount point>   <type>  <options>       <dump>  <pass>\n" + "\n".join(f"{d}  {p}  {k}  {'defaults' if o == 'rw,relatime' else o.replace(',relatime', '')}  0  {1 if p == '/' else 2}" for d, p, k, o in rows)
    asked = []
    if form != "fstab":
        if readonly >= 0:
            one = "(the read-only one|the one that is mounted read-only|the filesystem that went read-only|the ro mount|the one nobody can write to)"
            asked += asks(f"""
sudo mount -o remount,rw {{p}} => make {one} writable again; remount {one} read-write; I can't save files on {one}, remount it rw; {one} should accept writes again; let me write to {one}
sudo fsck -n {{d}} => check the device of {one} without changing it; dry-run fsck for the device behind {one}; fsck, no changes, of the device of {one}
sudo umount {{p}} => unmount {one}; {one} off; take {one} down
""" if kinds[readonly] == "ext4" else f"""
sudo mount -o remount,rw {{p}} => make {one} writable again; remount {one} read-write; {one} should accept writes again
sudo umount {{p}} => unmount {one}; {one} off; take {one} down
""", p=points[readonly], d=devices[readonly]) * 3
        if noexec >= 0:
            asked += asks("sudo mount -o remount,exec {p} => scripts can't be run on the noexec one, allow it by remounting; remount the noexec mount with exec; let programs run from the noexec mount, no unmounting; drop noexec from that mount until reboot", p=points[noexec]) * 2
        if network >= 0:
            one = {"nfs4": "(the nfs mount|the nfs share|the network mount)", "cifs": "(the samba share|the windows share|the network share)", "fuse.sshfs": "(the sshfs mount|the remote folder mounted over ssh)"}[kinds[network]]
            asked += asks(f"""
sudo umount {{p}} => unmount {one}; {one} can be detached; disconnect {one}
sudo umount -l {{p}} => {one} hangs, detach it lazily; lazy unmount for {one}; server of {one} is gone, lazily umount
df -h {{p}} => how much space has {one}; free space on {one}
""", p=points[network]) * 2
        i = rng.randrange(len(points))
        asked += asks("""
sudo umount {p} => unmount {d}; what is on {d} should be unmounted; {d} off please
sudo fuser -vm {p} => which processes use the filesystem of {d}; who keeps {d} busy
df -h {p} => how full is {d}; how much is left on {d}
""", p=points[i], d=devices[i])
        if form == "mount" and len(points) > 1:
            asked += asks("sudo umount {p} => unmount the last one in the list; the bottom one can be unmounted; umount whatever is in the last line", p=points[-1])
    else:
        i = rng.randrange(len(points))
        asked += asks("""
sudo mount {p} => mount the one for {d}, it's in fstab; {d} isn't mounted yet, use its fstab line; mount {d} at its place from fstab
sudo mkdir -p {p} => the mount point for {d} doesn't exist, create it; make the directory that {d} wants as mount point
sudo mount -a => mount everything in there that isn't yet; apply the whole fstab; test the file by mounting all
findmnt --verify => is the file correct, let findmnt verify; check fstab for mistakes; validate this
sudoedit /etc/fstab => let me edit that; open it with sudoedit; change this file, sudoedit
sudo systemctl daemon-reload => I changed it, tell systemd; make systemd reread it
""", p=points[i], d=devices[i])
        if network >= 0:
            asked += asks("sudo mount {p} => mount the network share from it; the share over the network isn't there, mount it by its entry; bring up the remote entry", p=points[network]) * 2
    return output, asked


@often(3)
def disks_ill(rng):
    """md arrays, SMART, swap."""
    kind = rng.choice(["mdstat", "mdstat", "smart", "smart", "swap", "swap", "iostat"])
    if kind == "mdstat":
        arrays = rng.sample(["md0", "md1", "md127", "md2"], rng.choice([1, 2, 2, 3]))
        bad = rng.choice(arrays)
        letters_of = rng.sample("abcdefgh", 2)
        gone = rng.random() < 0.5
        lines, failed = ["Personalities : [raid1] [raid6] [raid5] [raid4]"], ""
        for n, m in enumerate(arrays):
            p = [f"sd{c}{n + 1}" for c in letters_of]
            if m == bad:
                failed = p[1]
                lines += [f"{m} : active raid1 {p[0]}[0]" + ("" if gone else f" {p[1]}[1](F)"), f"      {rng.randint(100000, 999999)}{rng.randint(100, 999)} blocks super 1.2 [2/1] [U_]"]
            else:
                lines += [f"{m} : active raid1 {p[1]}[1] {p[0]}[0]", f"      {rng.randint(100000, 999999)}{rng.randint(100, 999)} blocks super 1.2 [2/2] [UU]"]
            if rng.random() < 0.4:
                lines.append(f"      bitmap: {rng.randint(0, 4)}/8 pages [{rng.randint(0, 16)}KB], 65536KB chunk")
            lines.append("")
        lines.append("unused devices: <none>")
        one = "(the degraded array|the broken raid|the array with the missing disk|the raid that lost a disk|the md that isn't complete|the unhealthy array)" if len(arrays) > 1 else "(the array|the raid|the degraded array|that mirror)"
        asked = asks(f"""
sudo mdadm --detail /dev/{{m}} => details of {one}; what's up with {one}, mdadm; look closer at {one}; mdadm detail for {one}; which disk is missing in {one}? details
watch cat /proc/mdstat => keep watching this; watch the raid state; repeat that file every two seconds
""", m=bad) * 2
        if not gone:
            asked += asks(f"""
sudo mdadm /dev/{{m}} --remove /dev/{{f}} => remove the failed disk from its array; take the faulty member out; kick the dead partition out of {one}; the one marked F should be removed from the array
sudo smartctl -a /dev/{{d}} => smart data of the disk that failed; all smart info on the faulty disk; is the failed disk really dead? smartctl, everything
""", m=bad, f=failed, d=failed.rstrip("0123456789")) * 2
        asked += asks(f"sudo mdadm /dev/{{m}} --add /dev/{{f}} => add /dev/{{f}} to {one}; /dev/{{f}} should join {one}; new disk is in, put /dev/{{f}} into {one}; rebuild {one} with /dev/{{f}}", m=bad, f=f"sd{rng.choice('ijk')}1") * 2
        return typed(rng, "cat /proc/mdstat", always=True) + "\n".join(lines), asked
    if kind == "smart":
        disk = rng.choice(["/dev/sda", "/dev/sdb", "/dev/sdc", "/dev/nvme0n1", "/dev/sdd"])
        command = rng.choice(["sudo smartctl -A " + disk, "sudo smartctl -H " + disk, "smartctl -a " + disk])
        bad = rng.random() < 0.7
        text = "smartctl 7.3 2022-02-28 r5338 [x86_64-linux-6.1.0-18-amd64] (local build)\nCopyright (C) 2002-22, Bruce Allen, Christian Franke, www.smartmontools.org\n\n"
        if "-A" not in command:
            text += "=== START OF READ SMART DATA SECTION ===\nSMART overall-health self-assessment test result: " + ("FAILED!\nDrive failure expected in less than 24 hours. SAVE ALL DATA.\n" if bad and rng.random() < 0.6 else "PASSED\n")
        if "-H" not in command:
            text += "ID# ATTRIBUTE_NAME          FLAG     VALUE WORST THRESH TYPE      UPDATED  WHEN_FAILED RAW_VALUE\n"
            for number, attribute, raw in [(1, "Raw_Read_Error_Rate", 0), (5, "Reallocated_Sector_Ct", rng.randint(8, 2000) if bad else 0), (9, "Power_On_Hours", rng.randint(900, 60000)), (194, "Temperature_Celsius", rng.randint(26, 55)), (197, "Current_Pending_Sector", rng.randint(1, 300) if bad else 0), (198, "Offline_Uncorrectable", rng.randint(0, 90) if bad else 0), (199, "UDMA_CRC_Error_Count", rng.choice([0, 0, 3]))]:
                text += f"{number:3} {attribute:<23} 0x0032   {100 - (raw > 9000):03}   100   {rng.choice(['000', '010', '050'])}    Old_age   Always       -       {raw}\n"
        return typed(rng, command, always=True) + text.rstrip("\n"), asks("""
sudo smartctl -t long {d} => start a long self-test on it; run the extended test on that disk; long smart test for this drive; test it thoroughly
sudo smartctl -t short {d} => quick self-test on that disk; short smart test please; start the brief test on it
sudo smartctl -l selftest {d} => results of its self-tests; self-test log of this disk; what did the earlier tests say
sudo smartctl -l error {d} => error log of the drive; which errors has it recorded; logged errors of that disk
lsblk {d} => what partitions are on that disk; which mounts hang on this drive; what sits on the disk
dmesg | grep {s} => what does the kernel say about this disk; kernel messages that mention it; grep the kernel log for that drive's name
sudo ddrescue -d {d} {i} {i}.map => rescue it into {i} with ddrescue, direct access, map file beside it as {i}.map; image the dying disk to {i}, ddrescue -d, mapfile {i}.map
""", d=disk, s=disk[5:], i=rng.choice(["/backup/disk.img", "/mnt/nas/rescue.img", "/data/old.img"]))
    if kind == "swap":
        files = rng.random() < 0.6
        areas = [("/swapfile", "file"), ("/dev/sda3", "partition"), ("/swap.img", "file"), ("/dev/dm-1", "partition"), ("/dev/zram0", "partition"), ("/var/swap", "file")]
        found = rng.sample(areas, rng.choice([1, 1, 2, 2]))
        found = found if len({k for _, k in found}) == len(found) else found[:1]
        rows = [[p, k, f"{rng.choice([2, 4, 8])}G", f"{rng.randint(0, 1900)}M", str(-2 - i)] for i, (p, k) in enumerate(found)]
        output = typed(rng, rng.choice(["swapon --show", "swapon -s", "swapon"])) + table([["NAME", "TYPE", "SIZE", "USED", "PRIO"], *rows], 1, (2, 3, 4))
        if rng.random() < 0.4:
            total = rng.choice(["7.6Gi", "15Gi", "31Gi", "3.8Gi"])
            output = typed(rng, "free -h", always=True) + f"               total        used        free      shared  buff/cache   available\nMem:           {total}       {rng.randint(2, 3)}.{rng.randint(0, 9)}Gi       {rng.randint(100, 400)}Mi       {rng.randint(10, 300)}Mi       2.1Gi       {rng.randint(100, 900)}Mi\nSwap:          {rng.choice(['2.0', '4.0', '8.0'])}Gi       1.{rng.randint(1, 9)}Gi       {rng.randint(10, 90)}Mi\n" + output
        asked = asks("""
ps aux --sort=-%mem | head -n {n} => who eats the memory, {n} lines of ps; top of ps by memory, {n} lines; which processes are the biggest in ram? first {n} lines
cat /proc/sys/vm/swappiness => how eagerly does it swap, the current value; current swappiness; what is swappiness set to
vmstat 1 5 => is it swapping right now? five samples a second apart; vmstat, 5 times, each second
""", n=str(rng.choice([6, 10, 11, 15, 20])))
        for p, k in found:
            one = "(the swap file|the file one|swap in the file)" if k == "file" else "(the swap partition|the partition one)" if p.startswith("/dev/sd") else "(the compressed swap in ram|the zram one)" if "zram" in p else "(the swap volume|the device mapper one)"
            if len(found) == 1:
                one = "(the swap|that swap area|it|the only swap there is)"
            asked += asks(f"""
sudo swapoff {{p}} => switch {one} off; stop using {one}, by name; disable {one}; no more swapping to {one}; empty {one} and turn it off
sudo swapon {{p}} => it was off for a moment, enable {one} again by name; swapon for {one}; {one} should be active again
""" + ("sudo rm {p} => it's switched off already, delete the file; swap is off, remove the swap file itself; the swap file can be deleted now\nsudo chmod 600 {p} => insecure permissions on the swap file, 600 it; mode 600 for the swap file; only root may read the swap file, 600" if k == "file" else ""), p=p)
        return output, asked
    disks = distinct(rng, rng.choice([2, 3, 4]), lambda: rng.choice(["sda", "sdb", "sdc", "nvme0n1", "nvme1n1", "dm-0", "vda", "vdb"]))
    use = [int(x) for x in amounts(rng, len(disks), 1, 99)]
    hot = disks[use.index(max(use))]
    rows = [[d, f"{u * rng.uniform(1, 8):.2f}", f"{u * 40.5:.2f}", f"{u * 3.2:.2f}", f"{u * 210.1:.2f}", f"{rng.uniform(0.2, 40):.2f}", f"{u / 20:.2f}", f"{u:.2f}"] for d, u in zip(disks, use)]
    host = machine(rng)
    return typed(rng, rng.choice(["iostat -x 1", "iostat -x", "iostat -dx 2"]), host=host) + f"Linux 6.1.0-18-amd64 ({host}) \t03/04/2026 \t_x86_64_\t(8 CPU)\n\n" + table([["Device", "r/s", "rkB/s", "w/s", "wkB/s", "await", "aqu-sz", "%util"], *rows], 3, (1, 2, 3, 4, 5, 6, 7)), asks("""
sudo smartctl -a /dev/{d} => smart data of the busiest disk; is the overloaded disk ill? all smart info; everything smart has on the one at the limit
lsblk /dev/{d} => what's on the busiest disk; partitions and mounts of the saturated one; which filesystems live on the hot disk
sudo iotop -o => which processes do that io, only active ones; who hammers the disk, iotop with just those doing io; show just the processes doing io
iostat -x {d} 2 => keep watching only the busiest disk, every 2 seconds, extended; extended iostat for the saturated disk alone, each 2s
cat /sys/block/{d}/queue/scheduler => which io scheduler has the busiest disk; scheduler of the saturated device
""", d=hot)


@often(4)
def full_and_why(rng):
    """Two pastes: the disk that is full, and the sizes of what is on it."""
    mounts, full, shares, device, rows = df_rows(rng)
    pool = DU.get(full, "").split() or [f"{full.rstrip('/')}/{x}" for x in ("var home usr opt srv root tmp".split() if full == "/" else distinct(rng, 7, lambda: rng.choice(["backups", "images", "media", "old", "projects", "vms", "dumps", "logs", "tmp", "export", values.word(rng)])))]
    found = rng.sample(pool, min(len(pool), rng.choice([3, 4, 5, 7])))
    kib = sorted((int(a) for a in amounts(rng, len(found), 3000, 3e8)), reverse=True)
    cell = next(r for r in rows if r[6] == full)[3]
    used = float(cell.rstrip("KMGT")) * {"M": 2**10, "G": 2**20, "T": 2**30}[cell[-1]]
    kib = [max(4, int(k * used / sum(kib))) for k in kib]
    first = typed(rng, "df -h", always=True) + table([["Filesystem", "Size", "Used", "Avail", "Use%", "Mounted on"], *[[r[0], *r[2:]] for r in rows]], 1, (1, 2, 3, 4))
    if rng.random() < 0.5:
        only = next(r for r in rows if r[6] == full)
        first = typed(rng, f"df -h {full}", always=True) + table([["Filesystem", "Size", "Used", "Avail", "Use%", "Mounted on"], [only[0], *only[2:]]], 1, (1, 2, 3, 4))
    command = rng.choice([f"sudo du -xh --max-depth=1 {full} | sort -rh", f"sudo du -xhd1 {full} | sort -rh | head", f"sudo du -sh {full.rstrip('/')}/* | sort -rh"])
    lines = ([] if "/*" in command else [f"{size(sum(kib) + 5000)}\t{full}"]) + [f"{size(k)}\t{p}" for k, p in zip(kib, found)]
    mark = rng.choice(["$ ", "# ", f"root@{machine(rng)}:~# "])
    big, second = found[0], found[1]
    one = "(the biggest folder|what takes most of it|the culprit|the largest directory in there|whatever fills it|the main offender)"
    target = rng.choice([m for m in mounts if m.startswith(("/data", "/mnt", "/backup", "/srv", "/scratch", "/export", "/media")) and m != full and shares[m] < 80] or ["/mnt/cold"])
    asked = asks(f"""
sudo du -xh --max-depth=1 {{p}} | sort -rh => go deeper into {one}, largest first, same filesystem; and inside {one}? one level, biggest on top, stay on the filesystem; break {one} down the same way
sudo find {{p}} -xdev -type f -size +{{z}} => files over {{z}} in {one}, same filesystem; what is bigger than {{z}} in {one}? don't leave the filesystem; hunt for files above {{z}} below {one}, one filesystem
sudo find {{p}} -xdev -type f -mtime +{{n}} => which files in {one} are older than {{n}} days, same filesystem; {{n}}+ days old files below {one}, staying on the filesystem
sudo ls -la {{p}} => what is in {one}, hidden files too; list {one}, all details
sudo lsof +L1 {{m}} => sums don't match: which deleted files are still open on the full filesystem; deleted files held open there, on the full one
df -i {{m}} => and the inodes of the full one; inode usage of the disk that's full
""", p=big, m=full, z=rng.choice(["100M", "500M", "1G", "2G"]), n=str(rng.choice([14, 30, 60, 90, 180]))) * 2
    if not big.startswith(("/usr", "/var/lib")) and full != "/":
        asked += asks(f"""
sudo rm -r {{p}} => delete {one}; {one} can go; get rid of {one}
sudo mv {{p}} {{t}} => move {one} to {{t}}; {one} should live on {{t}}, there is room; shift {one} over to {{t}}
sudo rm -r {{q}} => delete the second biggest folder; number two by size can go
""", p=big, q=second, t=target)
    return first + "\n" + mark + command + "\n" + "\n".join(lines), asked
