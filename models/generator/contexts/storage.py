"""Disks, folders, files."""

import random

from .. import values
from . import question, scene
from .tables import amounts, distinct, draw, prompt, size, table


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
    found = distinct(rng, rng.choice([4, 5, 7, 10, 16, 30]), lambda: values.word(rng))
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
    count = rng.choice([4, 5, 6, 8, 12, 20])
    found = distinct(rng, count, lambda: values.TYPES["file"](rng, None).written.rsplit("/", 1)[-1])
    found = [x for x in found if not x.startswith("~") and x != "README"]
    count = len(found)
    kib = [int(a) for a in amounts(rng, count, 1, 4e7)]
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
    rows = [[modes[i], 1, owners[i], owners[i], size(kib[i]) if human else kib[i] * 1024 + rng.randint(1, 1000), months[days[i] // 28], str(days[i] % 28 + 1).rjust(2), f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}", x] for i, x in enumerate(found)]
    output = prompt(rng, "ls -lh" if human else "ls -l") + f"total {sum(kib)}\n" + table(rows, 1, (1, 4))
    newest, oldest = found[days.index(max(days))], found[days.index(min(days))]
    big, small = found[kib.index(max(kib))], found[kib.index(min(kib))]
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
