"""Block devices, mounts and connections: long lists in which one row is meant."""

import re

from .. import values
from .sheets import K, N, P, S, Sheet, add
from .storage import PLACES
from .tables import draw, quantity, table
from .wide import gb, low


# lsblk: the tree is put together by the fix; only partitions are rows that are asked about

def device_batch(rng, count):
    """Partitions of several disks, in the order that lsblk has them."""
    found, disks = [], []
    kinds = rng.choice([["sda", "sdb", "sdc", "sdd", "sde", "sdf", "sdg", "sdh"], ["nvme0n1", "nvme1n1", "sda", "sdb", "sdc", "sdd"], ["vda", "vdb", "vdc", "vdd", "vde"]])
    while len(found) < count and len(disks) < len(kinds):
        disk = kinds[len(disks)]
        disks.append(disk)
        for k in range(1, rng.choice([1, 1, 2, 3, 4]) + 1):
            found.append(f"{disk}p{k}" if disk.startswith("nvme") else f"{disk}{k}")
    return found[:count]


def device(rng):
    return device_batch(rng, 2)[-1]


device.batch = device_batch


def disk_of(partition: str) -> str:
    return re.sub(r"p\d+$", "", partition) if partition.startswith("nvme") else re.sub(r"\d+$", "", partition)


def blocks_fit(rng, titles, made):
    at = {t: i for i, t in enumerate(titles)}
    names, count = made[at["NAME"]], len(made[0])
    made[at["DISK"]] = [disk_of(n) for n in names]
    free = rng.sample(range(1, count), min(count - 1, rng.choice([0, 1, 1, 2, 3]))) if count > 1 else []
    points = rng.sample([p for p in PLACES if p not in ("/boot", "/boot/efi")], min(count, len(PLACES) - 2))
    system = ["/boot/efi", "/boot", "/"] if count > 4 else ["/"]
    mounts = [system[i] if i < len(system) else "" if i in free else points[i % len(points)] for i in range(count)]
    if len(set(filter(None, mounts))) < len([m for m in mounts if m]):
        mounts = [m if m not in mounts[:i] else "" for i, m in enumerate(mounts)]
    made[at["MOUNTPOINT"]] = mounts
    made[at["FSTYPE"]] = ["vfat" if m == "/boot/efi" else rng.choice(["ext4", "ext4", "ext4", "xfs", "btrfs"]) if m else rng.choice(["ext4", "ext4", "xfs", "ntfs", "vfat", "btrfs"]) for m in mounts]
    made[at["mounted"]] = ["yes" if m else "no" for m in mounts]
    made[at["SIZE"]] = [rng.choice(["512M", "1G", "1.1G"]) if m.startswith("/boot") else s for s, m in zip(made[at["SIZE"]], mounts)]
    return made


def blocks_more(rng, titles, made):
    at, count, found = {t: i for i, t in enumerate(titles)}, len(made[0]), []
    free = [i for i, m in enumerate(made[at["MOUNTPOINT"]]) if not m]
    for rows, one, many in ((free, "the one that isn't mounted;the unmounted {n};the only one without a mount point;the {n} that is mounted nowhere", "the unmounted {ns};everything that isn't mounted;all {ns} without a mount point"),):
        if len(rows) == 1:
            found += [(one.split(";"), rows)] * 3
        elif 1 < len(rows) < min(6, count):
            found += [(many.split(";"), rows)] * 2
    kinds = made[at["FSTYPE"]]
    for kind, said in (("ntfs", "the windows {n};the ntfs one"), ("xfs", "the xfs one;the {n} with xfs"), ("btrfs", "the btrfs one;the {n} with btrfs")):
        rows = [i for i, k in enumerate(kinds) if k == kind]
        if len(rows) == 1:
            found.append((said.split(";"), rows))
        elif len(rows) > 1 and len(both := [i for i in rows if i in free]) == 1:
            found.append(([f"the unmounted {kind} one", f"the {kind} {{n}} that isn't mounted", f"of those with {kind} the unmounted one"], both))
    return found


def tree(rng, rows):
    disks = {}
    for name, disk, size, kind, mount, _ in rows:
        disks.setdefault(disk, []).append((name, size, kind, mount))
    lines = [["NAME", "FSTYPE", "SIZE", "MOUNTPOINT"]]
    for i in range(rng.choice([0, 0, 0, 3, 7])):
        lines.append([f"loop{i}", "squashfs", f"{rng.randint(4, 300)}M", f"/snap/{rng.choice(['core20', 'snapd', 'lxd', 'firefox'])}/{rng.randint(40, 9000)}"])
    for disk, parts in disks.items():
        need = sum(quantity(p[1]) for p in parts)
        lines.append([disk, "", next((s for s in ("20G", "40G", "80G", "238.5G", "465.8G", "931.5G", "1.8T", "3.6T", "7.3T", "14.6T") if quantity(s) > need), "29.1T"), ""])
        for k, (name, size, kind, mount) in enumerate(parts):
            lines.append([("└─" if k == len(parts) - 1 else "├─") + name, kind, size, mount])
    return table(lines, 1, (2,))


BLOCK_ACTS = """
1 sudo mount /dev/{x} /mnt => mount {s} at /mnt; put {s} on /mnt; make {s} available under /mnt; I need {s} on /mnt
1 sudo mount -o ro /dev/{x} /mnt => mount {s} read-only at /mnt; {s} on /mnt, only for reading
1 sudo fsck /dev/{x} => check the filesystem on {s}; fsck {s}; check {s} for errors
sudo blkid ⟦/dev/{NAME}⟧ => uuid of {s}; blkid for {s}; what uuid has {s}
1 sudo mkfs.ext4 /dev/{x} => make an ext4 filesystem on {s}; format {s} with ext4; put ext4 on {s}; wipe {s} with a new ext4
sudo umount ⟦/dev/{NAME}⟧ => unmount {s}; umount {s}, by device; take {s} off; detach {s}
sudo wipefs -a ⟦/dev/{NAME}⟧ => wipe all signatures off {s}; wipefs {s}, everything; remove the signatures from {s}
1 sudo smartctl -a /dev/{DISK} => smart data of the disk that {s} is on; all smart info for the disk of {s}; is the disk below {s} healthy? smartctl, everything
1 sudo fdisk -l /dev/{DISK} => partition table of the disk that {s} is on; fdisk listing of the disk of {s}
1 sudo hdparm -tT /dev/{DISK} => how fast is the disk of {s}, hdparm cached and buffered; read speed of the disk below {s}, hdparm -tT
1 lsblk -f /dev/{DISK} => filesystems on the disk of {s}, lsblk; lsblk -f for only the disk that has {s}
"""




BLOCKS = [Sheet("lsblk -o (NAME,FSTYPE,SIZE,MOUNTPOINT|name,fstype,size,mountpoint)", "partition", "partitions", (K("NAME", device), P("DISK", lambda r: ""), N("SIZE", "space|size", 1, 14000, gb, "the biggest {n}; the largest one", "the smallest {n}", "100G 500G 1T"), P("FSTYPE", lambda r: ""), P("MOUNTPOINT", lambda r: ""), S("mounted", "yes:-;no:-")), BLOCK_ACTS, header=0.0, counts=(4, 8, 16), fix=blocks_fit, more=blocks_more, line=tree, placed=False, bars="umount ~ no\n^sudo (mount|mkfs|fsck|wipefs) ~ yes")]


# mount

def point_batch(rng, count):
    found = rng.sample(PLACES, min(count, len(PLACES)))
    while len(found) < count:
        found.append(rng.choice(["/mnt/", "/srv/", "/data/"]) + low(values.word(rng)))
    found = list(dict.fromkeys(found))
    for k in range(len(found) - 1):
        if rng.random() < 0.12 and found[k] + "2" not in found:
            found[k + 1] = found[k] + rng.choice(["2", "-old", "/new"])
    return list(dict.fromkeys(found))


def point(rng):
    return point_batch(rng, 2)[0]


point.batch = point_batch
VIRTUAL = ["proc on /proc type proc (rw,nosuid,nodev,noexec,relatime)", "sysfs on /sys type sysfs (rw,nosuid,nodev,noexec,relatime)", "udev on /dev type devtmpfs (rw,nosuid,relatime,size=8092372k,nr_inodes=2023093,mode=755,inode64)", "devpts on /dev/pts type devpts (rw,nosuid,noexec,relatime,gid=5,mode=620,ptmxmode=000)", "tmpfs on /run type tmpfs (rw,nosuid,nodev,noexec,relatime,size=1625396k,mode=755,inode64)", "tmpfs on /dev/shm type tmpfs (rw,nosuid,nodev,inode64)", "tmpfs on /run/lock type tmpfs (rw,nosuid,nodev,noexec,relatime,size=5120k,inode64)", "cgroup2 on /sys/fs/cgroup type cgroup2 (rw,nosuid,nodev,noexec,relatime,nsdelegate,memory_recursiveprot)", "pstore on /sys/fs/pstore type pstore (rw,nosuid,nodev,noexec,relatime)", "bpf on /sys/fs/bpf type bpf (rw,nosuid,nodev,noexec,relatime,mode=700)", "systemd-1 on /proc/sys/fs/binfmt_misc type autofs (rw,relatime,fd=29,pgrp=1,timeout=0,minproto=5,maxproto=5,direct)", "hugetlbfs on /dev/hugepages type hugetlbfs (rw,relatime,pagesize=2M)", "mqueue on /dev/mqueue type mqueue (rw,nosuid,nodev,noexec,relatime)", "debugfs on /sys/kernel/debug type debugfs (rw,nosuid,nodev,noexec,relatime)"]


def mounts_fit(rng, titles, made):
    at = {t: i for i, t in enumerate(titles)}
    points, count = made[at["point"]], len(made[0])
    out, kinds = [], []
    for i in range(count):
        shape = rng.random()
        if shape < 0.6:
            out.append(f"/dev/{rng.choice(['sda', 'sdb', 'sdc', 'nvme0n1p', 'vdb'])}{i + 1}")
            kinds.append(rng.choice(["ext4", "ext4", "ext4", "xfs", "btrfs"]))
        elif shape < 0.8:
            out.append(f"{rng.choice(['nas01', 'nas02', '10.0.0.7', 'filer.lan'])}:/export{points[i]}")
            kinds.append("nfs4")
        elif shape < 0.9:
            out.append(f"//{rng.choice(['fileserver', 'nas01', '192.168.1.20'])}/{points[i].rsplit('/', 1)[-1]}")
            kinds.append("cifs")
        else:
            out.append(f"/dev/mapper/vg{rng.randint(0, 1)}-{points[i].strip('/').replace('/', '_')}")
            kinds.append("xfs")
    made[at["device"]], made[at["type"]] = out, kinds
    return made


def mounts_more(rng, titles, made):
    at, count, found = {t: i for i, t in enumerate(titles)}, len(made[0]), []
    kinds, modes = made[at["type"]], made[at["mode"]]
    for kind, one, many in (("nfs4", "the nfs mount;the one that comes over nfs;the nfs share", "the nfs mounts;all nfs shares;everything that comes over nfs"), ("cifs", "the samba share;the windows share;the cifs mount", "the samba shares;the windows shares;all cifs mounts"), ("btrfs", "the btrfs one;the mount with btrfs", "the btrfs ones;all btrfs mounts")):
        rows = [i for i, k in enumerate(kinds) if k == kind]
        if rows and len(rows) < min(count, 7):
            found.append(((one if len(rows) == 1 else many).split(";"), rows))
            narrow = [i for i in rows if modes[i] == "ro"]
            if len(narrow) == 1 and len(rows) > 1:
                found.append(([f"the read-only one of the {many.split(';')[0][4:]}", f"the {one.split(';')[0][4:]} that is read-only"], narrow))
    return found


def mount_lines(rng, rows):
    virtual = rng.sample(VIRTUAL, rng.choice([0, 0, 4, 8, len(VIRTUAL)]))
    real = [f"{d} on {p} type {k} ({m},{'relatime' if k != 'nfs4' else 'relatime,vers=4.2,rsize=1048576,wsize=1048576,hard,proto=tcp'}{',errors=remount-ro' if k == 'ext4' and m == 'rw' and rng.random() < 0.3 else ''})" for d, p, k, m in rows]
    lines = virtual + ["/dev/sda1 on / type ext4 (rw,relatime,errors=remount-ro)"] + real
    if rng.random() < 0.4:
        at = rng.randrange(len(virtual) + 1)
        lines = virtual[:at] + [lines[len(virtual)]] + virtual[at:] + real
    return "\n".join(lines)


MOUNT_ACTS = """
sudo umount {x} => unmount {s}; umount {s}; take {s} off; detach {s}; {s} should be unmounted; release {s}
1 sudo umount -l {x} => lazily unmount {s}; lazy umount of {s}; {s} hangs, detach it lazily
1 sudo mount -o remount,ro {x} => remount {s} read-only; make {s} read-only; no more writes to {s}
1 sudo mount -o remount,rw {x} => remount {s} read-write; make {s} writable again; allow writes on {s} by remounting
1 sudo fuser -vm {x} => who uses {s}; which processes keep {s} busy; what blocks {s}
1 df -h {x} => how full is {s}; free space on {s}; space left on {s}
1 findmnt {x} => findmnt for {s}; show {s} alone, findmnt
1 cd {x} => go to {s}; change into {s}
"""
MOUNTS = [Sheet("mount", "mount", "mounts", (P("device", lambda r: ""), K("point", point), P("type", lambda r: ""), S("mode", "rw:writable;ro:read-only|not writable:the one nobody can write to|the one that went read-only")), MOUNT_ACTS, header=0.0, counts=(4, 8, 20), fix=mounts_fit, more=mounts_more, line=mount_lines, placed=False, bars="remount,ro ~ ro\nremount,rw ~ rw")]


# Connections

PROGRAMS = "nginx sshd postgres mysqld redis-server node java python3 firefox curl dockerd haproxy rsync sidekiq ruby php-fpm chrome minio prometheus".split()


def pid(rng):
    return str(rng.randint(300, rng.choice([9000, 90000])))


def connections_fit(rng, titles, made):
    at, count = {t: i for i, t in enumerate(titles)}, len(made[0])
    peers = [draw(rng, "ip") for _ in range(max(2, count // 3))]
    peers += [p.rsplit(".", 1)[0] + f".{rng.randint(2, 250)}" for p in peers[:2]]
    made[at["peer"]] = [rng.choice(peers) for _ in range(count)]
    made[at["local port"]] = [rng.choice(["22", "80", "443", "5432", "8080", "6379", str(rng.randint(30000, 60000))]) for _ in range(count)]
    return made


def connection_lines(rng, rows):
    address = f"10.0.{rng.randint(0, 9)}.{rng.randint(2, 250)}"
    body = [["tcp", state, str(rng.choice([0, 0, 0, 36, 208])), "0", f"{address}:{port}", f"{peer}:{rng.randint(1024, 65000)}", f'users:(("{program}",pid={p},fd={rng.randint(3, 60)}))'] for state, port, peer, program, p in rows]
    return table([["Netid", "State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port", "Process"], *body], rng.choice([1, 2]))


CONNECTION_ACTS = """
kill {x} => kill the process of {s}; end {s} by killing its process; the process behind {s} must go; terminate the process behind {s}
kill -9 {x} => kill -9 the process of {s}; SIGKILL the process behind {s}
1 ps -fp {x} => ps -f for the process of {s}; which process is behind {s}, full line; full ps line of the process behind {s}
1 sudo ufw deny from {peer} => block the address of {s} in ufw; ufw: shut out the other end of {s}; deny the peer of {s} with ufw
1 whois {peer} => whois of the other end of {s}; whose address is the peer of {s}, whois
1 sudo ss -K dst {peer} => kill the sockets to the peer of {s} with ss; ss: drop everything to the other end of {s}
1 sudo tcpdump -ni any host {peer} => capture what goes to and from the peer of {s}, numeric, any interface; tcpdump the other end of {s}, all interfaces, no names
1 dig -x {peer} +short => name of the peer of {s}, short; reverse lookup of the other end of {s}, only the name
1 sudo lsof -p {x} => open files of the process of {s}; what has the process behind {s} open
"""
CONNECTIONS = [Sheet("sudo ss (-tunp|-tunap|-punt)", "connection", "connections", (S("State", "ESTAB:established;CLOSE-WAIT:in close-wait|waiting to be closed|half closed:the one that nobody closes;SYN-SENT:in syn-sent|still connecting:the one that doesn't get through;LAST-ACK:in last-ack|waiting for the last ack"), P("local port", lambda r: ""), P("peer", lambda r: ""), P("program", lambda r: r.choice(PROGRAMS)), K("PID", pid)), CONNECTION_ACTS, header=0.0, counts=(4, 8, 20), fix=connections_fit, line=connection_lines)]
add(BLOCKS * 3 + MOUNTS * 2 + CONNECTIONS * 2)
