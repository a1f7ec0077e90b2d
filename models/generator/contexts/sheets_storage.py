"""Tables of storage, files and the network."""

from .sheets import K, N, O, P, S, Sheet, add, digits, month_day, person, private
from .tables import draw, hexes, human, of, pick, table, workload


BIG_FILE = "the biggest one; the largest file; the fattest one; the file that takes the most space; the space hog; whatever is biggest; the biggest file there; the huge one; the one wasting the most space; the one eating the disk; the heaviest file; whichever file is largest; the monster file"
SMALL_FILE = "the smallest one; the smallest file; the tiniest file; the tiny one; whichever is smallest"
BIG_DIR = "the biggest one; whatever takes the most room; the space hog; the largest folder; the biggest directory; the fattest one; the folder eating the disk; the one filling up the disk; the one with all the data; the heaviest one; the huge one; whichever folder is largest; the one hogging the space"
FULL = "the fullest one; the one that is almost full; whatever is nearly full; the one running out of space; the disk that is filling up; the one with hardly any space left; the one about to overflow; the full one; the most used one; the one closest to full; the one in danger of running full"
EMPTY = "the emptiest one; the one with the most room; the least used one; the one with plenty of space left"


def file_name(rng):
    return workload(rng) + rng.choice([".log", ".tar.gz", ".sql", ".iso", ".csv", ".mp4", ".zip", ".json", ".bak", ".img", ".pdf", ".txt", ".dump", ".qcow2", ".log.1", ".parquet"])


def permissions(rng):
    return rng.choice(["-rw-r--r--", "-rw-r-----", "-rw-rw-r--", "-rw-------"])


def used(low=3, high=100):
    return lambda x: f"{int(x)}%"


LS_ACTS = """
rm {x} => @delete
rm {x} => @delete
sudo chown root {x} => make root the owner of {s}; give {s} to root; chown {s} to root; root should own {s}; hand {s} over to root
chmod 600 {x} => make {s} readable and writable for the owner only; chmod 600 for {s}; only the owner may read and write {s}; nobody but the owner should see {s}; make {s} private, mode 600
chmod +x {x} => make {s} executable; chmod +x on {s}; {s} should be executable; executable bit for {s}; let {s} be run
1 cp {x} {x}.bak => back {s} up as .bak; copy {s} to a .bak; make a .bak copy of {s}; keep a .bak of {s} next to it; backup {s} with the suffix .bak
mv {x} /tmp/ => move {s} to /tmp; put {s} into /tmp; mv {s} to /tmp; get {s} out of here, into /tmp; shift {s} to /tmp
gzip {x} => gzip {s}; compress {s} with gzip; pack {s} with gzip; make {s} smaller with gzip; shrink {s} with gzip
1 truncate -s 0 {x} => empty {s} but keep the file; truncate {s}; make {s} zero bytes; cut {s} to nothing without deleting; clear the contents of {s}
1 tail {x} => last lines of {s}; how does {s} end; end of {s}; tail {s}; the last ten lines of {s}
1 head {x} => first lines of {s}; how does {s} begin; beginning of {s}; head of {s}; the first ten lines of {s}
1 less {x} => page through {s}; open {s} in less; read {s} page by page; look through {s} in a pager
1 cat {x} => print {s}; what is in {s}; contents of {s}; cat {s}; show me what {s} says; dump {s} to the screen
1 wc -l {x} => how many lines has {s}; count the lines of {s}; line count of {s}; number of lines in {s}
1 file {x} => what type of file is {s}; what kind of file is {s}; file type of {s}
1 sha256sum {x} => sha256 of {s}; checksum (sha256) of {s}; sha256sum {s}; hash {s} with sha256
1 vim {x} => open {s} in vim; edit {s} with vim; vim {s}; I want to change {s} in vim
1 stat {x} => stat {s}; all timestamps of {s}; inode and times of {s}; full metadata of {s}
1 scp {x} backup:/data/ => copy {s} to /data on the host backup; scp {s} to backup:/data/; send {s} to the machine backup, into /data
1 ln -s {x} current => symlink {s} as current; link called current to {s}; make current point to {s}; a symbolic link current for {s}
1 lsof {x} => who has {s} open; which process uses {s}; is {s} open in some process; what holds {s} open
1 du -h {x} => how much disk does {s} really take; disk usage of {s}; space {s} takes on disk
"""
TABLES = [
    Sheet("ls -l", "file", "files", (P("", permissions), P("", pick("1")), O("", of("user")), P("", of("group")), N("", "bytes", 12, 900000000, lambda x: str(int(x)), BIG_FILE, SMALL_FILE, "1000000 10000000", True), P("", month_day), K("", file_name)), LS_ACTS, header=0.0, gap=1, counts=(3, 4, 5, 6, 8, 10, 14), top=lambda r, rows: f"total {r.randint(100, 900000)}\n"),
    Sheet("ls -lh", "file", "files", (P("", permissions), P("", pick("1")), O("", person), P("", of("group")), N("", "space", 1, 90000000, human, BIG_FILE, SMALL_FILE, "1M 10M 100M 500M 1G 5G 10G", True), P("", month_day), K("", file_name)), LS_ACTS, header=0.0, gap=1, counts=(3, 4, 5, 6, 8, 10, 14), top=lambda r, rows: f"total {r.randint(2, 90)}G\n" if r.random() < 0.7 else ""),
    Sheet("ls -lh --sort=size", "file", "files", (P("", permissions), P("", pick("1")), O("", person), P("", of("group")), N("", "space", 1, 90000000, human, BIG_FILE, SMALL_FILE, "1M 10M 100M 1G 10G", True), P("", month_day), K("", file_name)), LS_ACTS, header=0.0, gap=1, counts=(3, 4, 5, 6), order=4),
    Sheet("(du -sh *|du -s -h *)", "folder", "folders", (N("", "space|disk usage|size", 4, 90000000, human, BIG_DIR, "the smallest one; the smallest folder; the tiniest one", "100M 1G 10G 50G"), K("", workload)), """
rm -r {x} => @delete; remove {s} with everything inside; delete {s} recursively
1 ls -la {x} => what is in {s}; list {s}; contents of {s}, also hidden ones; everything inside {s} with details; look into {s}
1 tar -czf {x}.tar.gz {x} => pack {s}; make a tarball of {s}; tar and gzip {s}; archive {s} as tar.gz; compress {s} to a tar.gz
1 cd {x} => go into {s}; enter {s}; cd into {s}; change to {s}; let me into {s}
1 du -h --max-depth=1 {x} | sort -rh => what takes the space inside {s}; subfolders of {s} by size; break {s} down by size, largest first; where does the space in {s} go
mv {x} /mnt/backup/ => move {s} to /mnt/backup; put {s} into /mnt/backup; shift {s} over to /mnt/backup; relocate {s} to /mnt/backup
1 find {x} -type f -size +100M => files over 100 MB in {s}; big files (over 100M) inside {s}; which files in {s} are larger than 100M
1 find {x} -type f -mtime +30 => files in {s} not changed for over 30 days; old files (30+ days) in {s}; what in {s} is older than 30 days
1 find {x} -type f | wc -l => how many files are in {s}; count the files within {s}; number of files in {s}, recursively
1 rsync -a {x} backup:/data/ => rsync {s} to backup:/data/; copy {s} with rsync to /data on backup; sync {s} over to the host backup, /data
""", header=0.0, gap=1, counts=(3, 4, 5, 6, 8, 10)),
    Sheet("df -i", "filesystem", "filesystems", (K("Filesystem", lambda r: r.choice(["/dev/sda", "/dev/sdb", "/dev/vda", "/dev/nvme0n1p"]) + str(r.randint(1, 9))), P("Inodes", digits(1000000, 9000000), True), P("IUsed", digits(10000, 900000), True), P("IFree", digits(1000, 90000), True), N("IUse%", "inode usage|used inodes", 3, 100, lambda x: f"{int(x)}%", "the one out of inodes; the one running out of inodes; the one with hardly any inodes left; the fullest one", "the emptiest one", "50% 80% 90%", True), P("Mounted on", lambda r: draw(r, "mount"))), """
sudo du --inodes -d 1 {Mounted on} | sort -rn => which folders on {s} have the most inodes; where do the inodes of {s} go, by folder; inodes per folder on {s}, most first
df -h {Mounted on} => space on {s}; free space of {s} in human units; how full is {s} in bytes
find {Mounted on} -xdev -type f | wc -l => count the files on {s}, staying on it; how many files are on {s}; number of files on {s} alone
sudo umount {Mounted on} => unmount {s}; umount {s}; take {s} off
""", gap=2, counts=(3, 4, 5, 6)),
    Sheet("lsblk -o NAME,SIZE,TYPE,FSTYPE,MOUNTPOINT", "partition", "partitions", (K("NAME", lambda r: r.choice(["sda", "sdb", "sdc", "nvme0n1p", "vdb"]) + str(r.randint(1, 9))), N("SIZE", "space|size", 1, 1800, lambda x: f"{int(x)}G", "the biggest one; the largest partition; the big one", "the smallest one; the tiny partition", "100G 500G"), P("TYPE", pick("part")), S("FSTYPE", "ext4:ext4|formatted with ext4;xfs:xfs|formatted with xfs;ntfs:ntfs|a windows one|formatted with ntfs:the windows partition;swap:swap|for swap:the swap partition;vfat:vfat|fat:the EFI one;btrfs:btrfs"), P("MOUNTPOINT", pick(""))), """
1 sudo mount /dev/{x} /mnt => mount {s} at /mnt; put {s} on /mnt; make {s} available under /mnt; attach {s} to /mnt; I need {s} on /mnt
1 sudo mkfs.ext4 /dev/{x} => make an ext4 filesystem on {s}; format {s} with ext4; put ext4 on {s}; mkfs ext4 for {s}; wipe {s} with a new ext4
1 sudo fsck /dev/{x} => check the filesystem on {s}; fsck {s}; check {s} for errors; is the filesystem on {s} ok, check
1 sudo blkid /dev/{x} => uuid of {s}; blkid for {s}; what uuid has {s}; which uuid belongs to {s}
1 sudo wipefs -a /dev/{x} => wipe all signatures off {s}; wipefs {s}; remove the filesystem signatures from {s}
1 sudo mount -o ro /dev/{x} /mnt => mount {s} read-only at /mnt; put {s} on /mnt without writing; read-only mount of {s} on /mnt
""", gap=2, counts=(3, 4, 5, 6)),
    Sheet("ss -tlnp", "program", "programs", (P("State", pick("LISTEN")), P("Recv-Q", pick("0")), P("Send-Q", pick("128|511|4096")), K("Port", of("port")), P("Program", workload), P("PID", of("pid"))), """
kill {PID} => kill {s}; end {s}; free the port of {s}; stop {s}; terminate {s}; get rid of {s}; release the port that {s} holds; {s} must let go of its port, kill
kill -9 {PID} => force kill {s}; kill -9 {s}; SIGKILL {s}; {s} won't die, use force
lsof -p {PID} => which files does {s} have open; open files of {s}; lsof for {s}; what has {s} open
ps -fp {PID} => full ps line of {s}; show the process behind {s}; ps for {s}; details about {s} from ps
1 sudo ufw allow {x} => open the port of {s} in ufw; ufw: allow the port of {s}; let the world reach the port of {s}, with ufw; firewall opening for {s} in ufw
1 sudo ufw deny {x} => block the port of {s} in ufw; deny the port of {s} with ufw; close the port of {s} in ufw
1 nc -zv localhost {x} => test with nc whether the port of {s} answers on localhost; check the port of {s} with netcat here; is the local port of {s} open, nc
1 curl http://localhost:{x} => curl {s} on localhost; http request to {s} here; what does {s} answer locally with curl; fetch the page of {s} from localhost
ls -l /proc/{PID}/exe => which binary is {s}; executable of {s}; path of the program file of {s}
ls -l /proc/{PID}/cwd => working directory of {s}; cwd of {s}; where was {s} started
""", counts=(3, 4, 5, 6, 8), header=1.0, line=lambda r, rows: table([["State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port", "Process"], *[[a, b, c, f"{r.choice(['0.0.0.0', '127.0.0.1', '[::]'])}:{port}", "0.0.0.0:*", f'users:(("{name}",pid={pid},fd={r.randint(3, 20)}))'] for a, b, c, port, name, pid in rows]], 2)),
    Sheet("sudo netstat -tlnp", "program", "programs", (P("Proto", pick("tcp")), K("Port", of("port")), P("PID", of("pid")), P("Program", workload)), """
kill {PID} => kill {s}; end {s}; free the port of {s}; stop {s}; terminate {s}; get rid of {s}; release the port that {s} holds
kill -9 {PID} => force kill {s}; kill -9 {s}; SIGKILL {s}
lsof -p {PID} => which files does {s} have open; open files of {s}; lsof for {s}
ps -fp {PID} => full ps line of {s}; show the process behind {s}; ps for {s}
1 sudo ufw allow {x}/tcp => open the tcp port of {s} in ufw; ufw: allow the tcp port of {s}; let others reach {s} over tcp, with ufw
1 sudo tcpdump -i any port {x} => capture the traffic of the port of {s}; tcpdump on the port of {s}, any interface; sniff the port of {s} on all interfaces
""", counts=(3, 4, 5, 6, 8), header=1.0, line=lambda r, rows: "Active Internet connections (only servers)\n" + table([["Proto", "Recv-Q", "Send-Q", "Local Address", "Foreign Address", "State", "PID/Program name"], *[[a, "0", "0", f"{r.choice(['0.0.0.0', '127.0.0.1'])}:{port}", "0.0.0.0:*", "LISTEN", f"{pid}/{name}"] for a, port, pid, name in rows]], 1)),
    Sheet("sudo lsof -i -P -n", "process", "processes", (P("COMMAND", workload), K("PID", of("pid")), O("USER", person), P("FD", pick("3u|7u|12u|21u")), P("TYPE", pick("IPv4|IPv6")), P("DEVICE", digits(20000, 90000)), P("SIZE/OFF", pick("0t0")), P("NODE", pick("TCP")), P("NAME", lambda r: f"*:{draw(r, 'port')} (LISTEN)")), """
kill {x} => @kill
kill -9 {x} => @kill9
1 ps -fp {x} => ps of {s}; full command line of {s}; show {s} in ps -f
1 lsof -p {x} => everything {s} has open; all open files of {s}; lsof of {s}
""", gap=2, counts=(2, 3, 4, 5, 6)),
    Sheet("ip (route|r)", "route", "routes", (K("", of("subnet")), P("", lambda r: f"via {private(r)}"), O("", lambda r: f"{draw(r, 'iface')}"), P("", lambda r: f"metric {r.randint(1, 9)}00")), """
1 sudo ip route del {x} => @delete
""", gap=1, header=0.0, counts=(2, 3, 4, 5), line=lambda r, rows: "\n".join(f"{a} {b} dev {c} proto static {d}" for a, b, c, d in rows)),
    Sheet("ip neigh", "neighbour", "neighbours", (K("", private), P("", of("iface")), P("", lambda r: ":".join(hexes(r, 2) for _ in range(6))), S("", "REACHABLE:reachable|up;STALE:stale;!FAILED:failed|unreachable:the one that doesn't answer|the one that couldn't be resolved;DELAY:in DELAY")), """
1 ping -c 4 {x} => ping {s}; is {s} alive, 4 pings; 4 pings to {s}; does {s} answer a ping
1 ssh {x} => ssh to {s}; log into {s}; connect to {s} with ssh
1 nmap {x} => scan {s} with nmap; which ports does {s} have open, nmap; nmap {s}; port scan of {s}
1 traceroute {x} => route to {s}; traceroute {s}; which hops to {s}
""", gap=1, header=0.0, counts=(2, 3, 4, 5, 6), line=lambda r, rows: "\n".join(f"{a} dev {b} lladdr {c} {d}" if d != "FAILED" else f"{a} dev {b} {d}" for a, b, c, d in rows)),
    Sheet("ip -br (a|addr|link)", "interface", "interfaces", (K("", of("iface")), S("", "UP:up|working;!DOWN:down|not up:the dead one|the one without link|the one that isn't connected;UNKNOWN:in state UNKNOWN|unknown"), P("", lambda r: f"{private(r)}/24")), """
1 sudo ip link set {x} up => bring {s} up; set {s} up; activate {s}; enable {s}; turn {s} on; get {s} going
1 sudo ip link set {x} down => bring {s} down; set {s} down; disable {s}; turn {s} off; deactivate {s}
1 ip addr show {x} => addresses of {s}; details of {s}; show {s} alone; which addresses has {s}
1 sudo ip addr flush dev {x} => remove all addresses from {s}; flush {s}; take every ip off {s}
1 sudo tcpdump -i {x} => capture on {s}; tcpdump on {s}; sniff {s}; watch the packets on {s}
1 sudo dhclient {x} => get an address for {s} via dhcp; dhclient on {s}; ask dhcp for an ip on {s}; renew the lease of {s}
1 ethtool {x} => link speed of {s}; ethtool for {s}; speed and duplex of {s}; is a cable in {s}, ethtool
1 sudo ip link set {x} mtu 9000 => mtu 9000 on {s}; set the mtu of {s} to 9000; jumbo frames (9000) for {s}
1 ip -s link show {x} => packet statistics of {s}; errors and drops on {s}; rx and tx counters of {s}
""", gap=4, header=0.0, counts=(2, 3, 4, 5, 6)),
    Sheet("nmcli (connection|con) show", "connection", "connections", (K("NAME", workload), P("UUID", lambda r: f"{hexes(r, 8)}-{hexes(r, 4)}-{hexes(r, 4)}"), S("TYPE", "ethernet:wired|of type ethernet;wifi:wireless|wifi:the wifi one;vpn:a vpn|vpn:the vpn;bridge:a bridge;wireguard:wireguard:the wireguard tunnel"), P("DEVICE", of("iface"))), """
1 nmcli connection up {x} => @start; connect {s}; activate {s}
1 nmcli connection down {x} => @stop; disconnect {s}; deactivate {s}
nmcli connection delete {x} => @delete; forget {s}
1 nmcli connection show {x} => @info
1 nmcli connection edit {x} => edit {s}; open the nmcli editor for {s}
1 nmcli connection modify {x} ipv4.dns 1.1.1.1 => set the dns of {s} to 1.1.1.1; use 1.1.1.1 as dns for {s}; dns 1.1.1.1 on {s}
1 nmcli connection modify {x} connection.autoconnect yes => connect {s} automatically from now on; autoconnect for {s}; turn on autoconnect of {s}
""", gap=2, counts=(2, 3, 4, 5, 6)),
    Sheet("sudo ufw status numbered", "rule", "rules", (K("", digits(1, 14)), P("To", lambda r: f"{draw(r, 'port')}/tcp"), S("Action", "ALLOW IN:allowing something|an allow rule;DENY IN:denying|blocking|a deny rule;LIMIT IN:limiting|rate limiting;REJECT IN:rejecting"), P("From", lambda r: r.choice(["Anywhere", draw(r, "ip")]))), """
1 sudo ufw delete {x} => @delete
1 sudo ufw --force delete {x} => delete {s} without asking; remove {s}, no confirmation; force delete {s}
""", header=0.0, counts=(2, 3, 4, 5, 6), line=lambda r, rows: "Status: active\n\n" + table([["     To", "Action", "From"], ["     --", "------", "----"], *[[f"[{int(n):2}] {a}", b, c] for n, a, b, c in sorted(rows, key=lambda x: int(x[0]))]], 3)),
    Sheet("sudo iptables -L INPUT -n --line-numbers", "rule", "rules", (K("num", digits(1, 30)), S("target", "ACCEPT:accepting;DROP:dropping packets|dropping;REJECT:rejecting;LOG:logging"), P("prot", pick("tcp|udp|all")), P("opt", pick("--")), P("source", lambda r: r.choice(["0.0.0.0/0", draw(r, "ip"), draw(r, "subnet")])), P("destination", pick("0.0.0.0/0")), P("", lambda r: f"tcp dpt:{draw(r, 'port')}")), """
1 sudo iptables -D INPUT {x} => @delete
1 sudo iptables -L INPUT {x} -n -v => counters of {s}; packet count of {s}; how often did {s} match; hits of {s}
""", counts=(2, 3, 4, 5, 6), top=lambda r, rows: "Chain INPUT (policy ACCEPT)\n", header=1.0, gap=2),
    Sheet("zpool list", "pool", "pools", (K("NAME", workload), P("SIZE", pick("3.62T|10.9T|928G")), P("ALLOC", pick("1.2T|800G|3.1T")), N("CAP", "capacity used|usage", 2, 98, lambda x: f"{int(x)}%", FULL, EMPTY, "50% 80% 90%"), S("HEALTH", "ONLINE:healthy|online;!DEGRADED:degraded:the one missing a disk|the one that lost a disk;!FAULTED:faulted|dead:the one that failed completely")), """
sudo zpool scrub {x} => scrub {s}; start a scrub of {s}; verify all data on {s} with a scrub; check {s} by scrubbing
1 zpool status {x} => @status
1 sudo zpool export {x} => export {s}; make {s} ready to be moved, export; take {s} off this system by exporting
1 sudo zpool clear {x} => clear the errors of {s}; reset the error counters of {s}; zpool clear {s}
1 zfs list -r {x} => datasets of {s}; all datasets in {s}; zfs list of {s}, recursively
1 zpool iostat {x} 5 => io statistics of {s} every 5 seconds; iostat of {s}, each 5s; watch the io of {s}, interval 5
1 sudo zpool destroy {x} => destroy {s}; get rid of {s} with all its data; zpool destroy {s}
"""),
    Sheet("zfs list", "dataset", "datasets", (K("NAME", lambda r: f"{r.choice(['tank', 'rpool', 'pool0'])}/{workload(r)}"), N("USED", "used space|data", 100, 90000000, human, "the biggest one; the largest dataset; whatever takes the most space", "the smallest one", "1G 10G"), P("AVAIL", pick("1.2T|800G")), P("REFER", pick("96K|1.1G|40G")), P("MOUNTPOINT", lambda r: "/" + workload(r))), """
1 sudo zfs snapshot {x}@before => snapshot {s} as before; take a snapshot named before of {s}; snapshot called before for {s}
1 sudo zfs destroy {x} => destroy {s}; @delete
1 zfs list -t snapshot -r {x} => snapshots of {s}; which snapshots has {s}; list the snapshots of {s}
1 sudo zfs set compression=lz4 {x} => turn on lz4 compression for {s}; lz4 on {s}; compress {s} with lz4 from now on
1 sudo zfs set quota=100G {x} => quota of 100G for {s}; limit {s} to 100G; {s} may grow to 100G at most
1 zfs get all {x} => all properties of {s}; properties of {s}; zfs get all for {s}
""", gap=2),
    Sheet("sudo lvs", "volume", "volumes", (K("LV", workload), O("VG", pick("vg0|data|system|vg_main")), P("Attr", pick("-wi-ao----|-wi-a-----")), N("LSize", "size|space", 1, 900, lambda x: f"{x:.2f}g", "the biggest one; the largest volume", "the smallest one; the tiny volume", "50 100 200")), """
sudo lvextend -r -L +10G {VG}/{x} => grow {s} by 10G with its filesystem; add 10 GB to {s}, filesystem included; extend {s} by 10G and resize the filesystem; give {s} 10 more gigabytes, filesystem too
sudo lvremove {VG}/{x} => @delete
sudo lvcreate -s -L 5G -n snap {VG}/{x} => snapshot of {s} called snap with 5G; create a 5G snapshot named snap of {s}; 5G snapshot snap for {s}
sudo mount /dev/{VG}/{x} /mnt => mount {s} at /mnt; put {s} on /mnt
sudo lvdisplay {VG}/{x} => details of {s}; everything about {s}; lvdisplay for {s}
sudo lvrename {VG} {x} old => rename {s} to old; {s} should be called old; new name old for {s}
""", gap=1),
]


add(TABLES)
