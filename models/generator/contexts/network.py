"""Sockets, addresses, routes, rules."""


import re
from .. import values
from . import question, scene
from .outputs import asks, machine, often, typed
from .tables import amounts, distinct, draw, hexes, names, prompt, row_count, table


@scene
def listeners(rng):
    count = row_count(rng, 30, 3)
    ports = distinct(rng, count, lambda: draw(rng, "port"))
    programs = distinct(rng, count, lambda: draw(rng, "proc"))
    count = min(len(ports), len(programs))
    pids = distinct(rng, count, lambda: draw(rng, "pid"))
    shape = rng.choice(["ss", "lsof", "netstat"])
    where = [rng.choice(["0.0.0.0", "127.0.0.1", "*"]) for _ in range(count)]
    if shape == "ss":
        rows = [["LISTEN", "0", rng.choice(["128", "511", "4096"]), f"{w}:{p}", "0.0.0.0:*", f'users:(("{x}",pid={i},fd={rng.randint(3, 30)}))'] for w, p, x, i in zip(where, ports, programs, pids)]
        output = prompt(rng, "ss -tlnp") + table([["State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port", "Process"], *rows], 2)
    elif shape == "netstat":
        rows = [["tcp", "0", "0", f"{w}:{p}", "0.0.0.0:*", "LISTEN", f"{i}/{x}"] for w, p, x, i in zip(where, ports, programs, pids)]
        output = prompt(rng, "netstat -tlnp") + table([["Proto", "Recv-Q", "Send-Q", "Local Address", "Foreign Address", "State", "PID/Program name"], *rows], 2)
    else:
        rows = [[x, i, rng.choice(values.PEOPLE), f"{rng.randint(3, 30)}u", "IPv4", rng.randint(10000, 9999999), "0t0", "TCP", f"{w}:{p} (LISTEN)"] for w, p, x, i in zip(where, ports, programs, pids)]
        output = prompt(rng, "lsof -i -P -n") + table([["COMMAND", "PID", "USER", "FD", "TYPE", "DEVICE", "SIZE/OFF", "NODE", "NAME"], *rows], 1)
    at = rng.randrange(count)
    port, program, pid = ports[at], programs[at], pids[at]
    one = "(the process on port {port}|whatever listens on port {port}|the program that uses port {port}|the one on {port}|whoever holds port {port})"
    return output, [
        question(f"kill {one}\n%kill {one}\nfree port {{port}}\n{one}: kill it\nstop {one} with a kill", "kill {i}", port=port, i=pid),
        question(f"force kill {one}\nkill -9 {one}\n{one} does not react, kill it hard", "kill -9 {i}", port=port, i=pid),
        question("%kill {x}\nend the {x} process", "kill {i}", x=program, i=pid),
        question(f"which command line started {one}\n%show the full command of {one}\nfull command line of {one}", "ps -p {i} -o args", port=port, i=pid),
        question(f"which user runs {one}\nowner of {one}", "ps -o user= -p {i}", port=port, i=pid),
        question("who is connected to {x}\nconnections to port {port} of {x}\n%show established connections on port {port}", "ss -tn state established sport = :{port}", x=program, port=port),
        question("open the port of {x} in ufw\nallow {x} through ufw", "sudo ufw allow {port}/tcp", x=program, port=port),
        question("block the port of {x} with ufw\ndeny traffic to {x} in ufw", "sudo ufw deny {port}/tcp", x=program, port=port),
        question("test whether {x} answers on its port\ncheck that the port of {x} is reachable from here", "nc -zv localhost {port}", x=program, port=port),
        question("fetch / from {x} with curl\nask {x} over http\ncurl {x} on its port", "curl http://localhost:{port}", x=program, port=port),
        question("which files does {x} have open\nopen files of {x}", "lsof -p {i}", x=program, i=pid),
        question("capture the traffic of {x}'s port\nwatch packets on the port of {x}", "sudo tcpdump -i any port {port}", x=program, port=port),
    ]


@scene
def addresses(rng):
    found = distinct(rng, rng.choice([2, 3, 4]), lambda: draw(rng, "iface"))
    found = [f for f in found if f != "lo"] or ["eth0"]
    down = rng.choice(found) if len(found) > 1 else None
    ips = {x: draw(rng, "ip") for x in found}
    mac = lambda: ":".join(f"{rng.randint(0, 255):02x}" for _ in range(6))
    lines = ["lo               UNKNOWN        127.0.0.1/8 ::1/128"] + [f"{x:<16} {'DOWN' if x == down else 'UP':<14} {'' if x == down else ips[x] + '/24'}" for x in found]
    if rng.random() < 0.5:
        output = prompt(rng, "ip -br addr") + "\n".join(l.rstrip() for l in lines)
    else:
        parts = ["1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN\n    inet 127.0.0.1/8 scope host lo"]
        for n, x in enumerate(found, 2):
            parts.append(f"{n}: {x}: <BROADCAST,MULTICAST{'' if x == down else ',UP,LOWER_UP'}> mtu 1500 qdisc fq_codel state {'DOWN' if x == down else 'UP'}\n    link/ether {mac()} brd ff:ff:ff:ff:ff:ff" + ("" if x == down else f"\n    inet {ips[x]}/24 brd {ips[x].rsplit('.', 1)[0]}.255 scope global {x}"))
        output = prompt(rng, "ip a") + "\n".join(parts)
    up = rng.choice([x for x in found if x != down])
    asked = [
        question("capture packets on {x}\nwatch the traffic of {x}", "sudo tcpdump -i {x}", x=up),
        question("remove the address of {x}\n%delete the ip address from {x}", "sudo ip addr del {ip}/24 dev {x}", x=up, ip=ips[up]),
        question("speed and link of {x}\nwhich link speed has {x}", "sudo ethtool {x}", x=up),
        question("packet counters and errors of {x}\nstatistics of {x}", "ip -s link show {x}", x=up),
        question("scan the network of {x} for hosts\nwhich hosts are in the subnet of {x}", "nmap -sn {net}.0/24", x=up, net=ips[up].rsplit(".", 1)[0]),
        question("set the mtu of {x} to {m}\nmtu {m} on {x}", "sudo ip link set {x} mtu {m}", x=up, m=rng.choice(["1400", "9000", "1420", "1450"])),
    ]
    if down:
        asked += [question("bring the interface that is down up\nturn the disabled interface on\nthe interface that's down: bring it up\nenable the one that is DOWN", "sudo ip link set {x} up", x=down)]
    if len([x for x in found if x != down]) == 1:
        asked.append(question("take the interface that is up down\nbring the active interface down", "sudo ip link set {x} down", x=up))
    return output, asked


@scene
def routes(rng):
    gateway = f"192.168.{rng.randint(0, 99)}.1"
    iface = rng.choice(["eth0", "wlan0", "ens3", "enp0s3"])
    other = draw(rng, "subnet")
    via = f"10.0.0.{rng.randint(2, 250)}"
    return prompt(rng, "ip route") + f"default via {gateway} dev {iface} proto dhcp metric 100\n{other} via {via} dev tun0\n{gateway.rsplit('.', 1)[0]}.0/24 dev {iface} proto kernel scope link", [
        question("ping the gateway\nping the default gateway\nis the router reachable, ping it", "ping {g}", g=gateway),
        question("ping the gateway {n} times\n{n} pings to the default gateway", "ping -c {n} {g}", g=gateway, n=draw(rng, "n")),
        question("remove the route through tun0\n%delete the vpn route\nget rid of the tun0 route", "sudo ip route del {o}", o=other),
        question("mac address of the gateway\nwhich mac has the router", "ip neigh show {g}", g=gateway),
        question("%delete the default route\nremove the default gateway", "sudo ip route del default"),
    ]


@scene
def firewall(rng):
    ports = distinct(rng, rng.choice([3, 4, 6]), lambda: draw(rng, "port"))
    ip = draw(rng, "ip")
    lines = [[f"[{str(i + 1).rjust(2)}] {p}/tcp", "ALLOW IN", "Anywhere"] for i, p in enumerate(ports)]
    lines.append([f"[{str(len(ports) + 1).rjust(2)}] Anywhere", "DENY IN", ip])
    at = rng.randrange(len(ports))
    return "$ sudo ufw status numbered\nStatus: active\n\n" + table([["     To", "Action", "From"], *lines], 5), [
        question("%delete the rule for port {p}\nremove the rule that opens {p}\nclose port {p} by removing its rule number", "sudo ufw delete {n}", p=ports[at], n=str(at + 1)),
        question("%delete the deny rule\nremove the rule that blocks an address\nlift the block", "sudo ufw delete {n}", n=str(len(ports) + 1)),
        question("remove rule {n}\n%delete number {n}", "sudo ufw delete {n}", n=str(at + 1)),
        question("turn the firewall off\ndisable it", "sudo ufw disable"),
    ]


@scene
def neighbours(rng):
    """ping or dig said something about hosts"""
    found = names(rng, 3)
    ips = [draw(rng, "ip") for _ in found]
    dead = rng.randrange(3)
    lines = [f"{h} ({i}) is {'unreachable' if n == dead else 'alive'}" for n, (h, i) in enumerate(zip(found, ips))]
    return prompt(rng, "fping -A " + " ".join(found)) + "\n".join(lines), [
        question("trace the route to the one that doesn't answer\ntraceroute to the unreachable host\nwhere does the way to the dead host end", "traceroute {h}", h=ips[dead]),
        question("ping the unreachable one again\ntry the dead host once more\nping the one that is down", "ping {h}", h=ips[dead]),
        question("ssh to {h}\nlog in on {h}", "ssh {h}", h=found[(dead + 1) % 3]),
    ]


@scene
def wireless(rng):
    found = names(rng, rng.choice([2, 3, 4]))
    signal = rng.sample(range(20, 99), len(found))
    best = found[signal.index(max(signal))]
    rows = [[x, "Infra", rng.randint(1, 120), "270 Mbit/s", s, "WPA2"] for x, s in zip(found, signal)]
    return prompt(rng, "nmcli device wifi list") + table([["SSID", "MODE", "CHAN", "RATE", "SIGNAL", "SECURITY"], *rows], 2), [
        question("connect to the strongest one with the password {w}\njoin the network with the best signal, password {w}", "nmcli device wifi connect {x} password {w}", x=best, w=draw(rng, "name")),
        question("connect to {x}, the password is {w}\njoin {x} with password {w}", "nmcli device wifi connect {x} password {w}", x=found[0], w=draw(rng, "name")),
    ]


# --- as people paste them

KNOWN = {  # port: program, unit, what people call it
    "22": ("sshd", "ssh", "ssh"), "25": ("master", "postfix", "the mail server"), "53": ("dnsmasq", "dnsmasq", "dns"), "80": ("nginx", "nginx", "the web server"), "443": ("nginx", "nginx", "https"), "3306": ("mysqld", "mysql", "mysql"), "5432": ("postgres", "postgresql", "postgres"), "6379": ("redis-server", "redis-server", "redis"), "8080": ("java", "tomcat10", "tomcat"), "9090": ("prometheus", "prometheus", "prometheus"), "3000": ("grafana", "grafana-server", "grafana"), "27017": ("mongod", "mongod", "mongo"), "9200": ("java", "elasticsearch", "elasticsearch"), "631": ("cupsd", "cups", "the print service"), "445": ("smbd", "smbd", "samba"), "1883": ("mosquitto", "mosquitto", "mqtt"), "8086": ("influxd", "influxdb", "influx"), "9100": ("node_exporter", "prometheus-node-exporter", "the node exporter"), "11211": ("memcached", "memcached", "memcached"), "5672": ("beam.smp", "rabbitmq-server", "rabbitmq"), "8888": ("jupyter-lab", "", "jupyter"), "5000": ("python3", "", "the flask app"), "8000": ("python3", "", "the python server"), "3001": ("node", "", "the node app"), "11434": ("ollama", "ollama", "ollama"), "51413": ("transmission-da", "transmission-daemon", "transmission"), "8384": ("syncthing", "", "syncthing"), "139": ("smbd", "smbd", "netbios"), "111": ("rpcbind", "rpcbind", "the portmapper"),
}


def owner_of(program: str, rng) -> str:
    return {"sshd": "root", "master": "root", "dnsmasq": "dnsmasq", "nginx": "root", "mysqld": "mysql", "postgres": "postgres", "redis-server": "redis", "mongod": "mongodb", "grafana": "grafana", "prometheus": "prometheus", "cupsd": "root", "smbd": "root"}.get(program, rng.choice(values.PEOPLE))


@often(6)
def sockets_real(rng):
    ports = rng.sample(list(KNOWN), row_count(rng, len(KNOWN), 2))
    rows = [(p, KNOWN[p][0]) for p in ports]
    if rng.random() < 0.6:
        own = draw(rng, "port")
        if own not in ports:
            rows.append((own, rng.choice([values.plain_name(rng)[:15], "python3", "node", "java", "gunicorn", "app", "docker-proxy"])))
    pids = distinct(rng, len(rows), lambda: str(rng.randint(500, rng.choice([4000, 90000]))))
    where = [rng.choice(["0.0.0.0", "0.0.0.0", "127.0.0.1", "*", "[::]"]) for _ in rows]
    form = rng.choice(["ss", "ss", "netstat", "netstat", "lsof", "lsofone"])
    at = rng.randrange(len(rows))
    if form == "lsofone":
        rows, pids, where, at = rows[at : at + 1], pids[at : at + 1], where[at : at + 1], 0
    order = range(len(rows))
    if form == "ss":
        flags = rng.choice(["-tlnp", "-tulpn", "-ltnp", "-lntp", "-tulpen"])
        body = [["Netid", "State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port", "Process"]] if "u" in flags else [["State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port", "Process"]]
        for i in order:
            body.append([*(["tcp"] if "u" in flags else []), "LISTEN", "0", rng.choice(["128", "511", "4096", "244"]), f"{where[i]}:{rows[i][0]}", "[::]:*" if where[i] == "[::]" else "0.0.0.0:*", f'users:(("{rows[i][1]}",pid={pids[i]},fd={rng.randint(3, 30)}))'])
        if "u" in flags:
            body.insert(1, ["udp", "UNCONN", "0", "0", "127.0.0.53%lo:53", "0.0.0.0:*", 'users:(("systemd-resolve",pid=655,fd=13))']) if "53" not in ports and "655" not in pids else None
        command = rng.choice(["sudo ", "sudo ", ""]) + "ss " + flags
        text = table(body if rng.random() < 0.85 else body[1:], rng.choice([1, 2, 4]))
    elif form == "netstat":
        command = rng.choice(["sudo ", ""]) + "netstat " + rng.choice(["-tlnp", "-tulpn", "-plnt", "-antp | grep LISTEN"])
        head = "" if "grep" in command or rng.random() < 0.2 else "Active Internet connections (only servers)\n"
        body = [["Proto", "Recv-Q", "Send-Q", "Local Address", "Foreign Address", "State", "PID/Program name"]] if head else []
        body += [["tcp6" if where[i] == "[::]" else "tcp", 0, 0, f"{':::' if where[i] == '[::]' else ('0.0.0.0' if where[i] == '*' else where[i]) + ':'}{rows[i][0]}", ":::*" if where[i] == "[::]" else "0.0.0.0:*", "LISTEN", f"{pids[i]}/{rows[i][1]}"] for i in order]
        text = head + table(body, 1, (1, 2) if not head else ())
    else:
        command = rng.choice(["sudo lsof -i -P -n | grep LISTEN", "sudo lsof -iTCP -sTCP:LISTEN -P -n", "lsof -nP -iTCP -sTCP:LISTEN"]) if form == "lsof" else rng.choice([f"sudo lsof -i :{rows[0][0]}", f"lsof -i:{rows[0][0]} -P -n", f"sudo lsof -i tcp:{rows[0][0]}"])
        body = [] if "grep" in command else [["COMMAND", "PID", "USER", "FD", "TYPE", "DEVICE", "SIZE/OFF", "NODE", "NAME"]]
        body += [[rows[i][1][:9], pids[i], owner_of(rows[i][1], rng), f"{rng.randint(3, 30)}u", "IPv6" if where[i] == "[::]" else "IPv4", rng.randint(20000, 99999), "0t0", "TCP", f"{'*' if where[i] in ('0.0.0.0', '[::]') else where[i]}:{rows[i][0]} (LISTEN)"] for i in order]
        text = table(body, 1, (1, 5))
    output = typed(rng, command, always=form == "lsofone") + text

    def about(one, i):
        port, program = rows[i]
        found = asks(f"""
kill {{i}} => kill {one}; {one} must go, I need that port; end {one}; stop {one} by its pid; free the port of {one}; terminate {one}; get rid of {one}
kill -9 {{i}} => kill -9 {one}; {one} doesn't react to TERM, SIGKILL; force kill {one}; {one} hangs, kill it the hard way
ps -fp {{i}} => what is {one} exactly, ps -f; full command line and user of {one}, ps -f; ps -f for {one}; who started {one}? ps -f
sudo lsof -p {{i}} => which files has {one} open; open files of {one}
sudo ls -l /proc/{{i}}/exe => which binary is {one}, from proc; executable behind {one}
sudo ls -l /proc/{{i}}/cwd => from which directory does {one} run; cwd of {one} in proc
sudo fuser -k {{p}}/tcp => fuser: kill {one} by port; free the tcp port of {one} with fuser; let fuser kill {one}
curl -I http://localhost:{{p}} => does {one} speak http here? headers only; http headers from {one} on localhost; ask {one} for its headers with curl
nc -zv localhost {{p}} => does {one} answer? nc on localhost; check from here whether {one} is reachable, netcat on localhost
sudo ufw allow {{p}}/tcp => let the outside reach {one}, ufw tcp; open the tcp port of {one} in ufw; ufw: allow tcp for {one}
sudo ufw deny {{p}}/tcp => nobody from outside should reach {one}, ufw deny tcp; close the tcp port of {one} in ufw
sudo firewall-cmd --permanent --add-port={{p}}/tcp => firewalld: open the tcp port of {one} permanently; open the port of {one} in firewalld for good
ss -tn state established sport = :{{p}} => who is connected to {one} right now, ss; established connections of {one}'s port; current clients of {one}, ss
sudo tcpdump -i any port {{p}} => sniff what goes to {one}, any interface; capture the traffic of {one} on any interface; tcpdump for the port of {one}
""", i=pids[i], p=port)
        if "(" in one:
            found = [q for q in found if "one}'s" not in q.template]
        name = KNOWN.get(port, ("", "", ""))
        if name[0] == program and name[1]:
            found += asks(f"""
sudo systemctl restart {{u}} => restart the service {name[1]}, that's {one}; bounce {name[1]}; give {name[1]} a restart
sudo systemctl stop {{u}} => stop the service {name[1]}; shut {name[1]} down through systemd
systemctl status {{u}} => status of the service {name[1]}; how's {name[1]} doing, systemctl
""", u=name[1])
        return found

    asked = []
    port, program = rows[at]
    asked += about(f"(whatever sits on {port}|the one on port {port}|whoever holds {port}|the process that listens on {port}|the thing on {port}|what's on {port})", at) * 2
    if len(rows) == 1:
        asked += about("(it|that process|the process|whoever has the port)", 0) * 2
    elif sum(r[1] == program for r in rows) == 1:
        asked += about(f"({program}|the {program} process|the one called {program})", at)
        if port in KNOWN and KNOWN[port][0] == program:
            asked += about(KNOWN[port][2], at)
    local = [i for i in order if where[i] == "127.0.0.1"]
    if len(local) == 1 and len(rows) > 2:
        asked += about("(the one that listens on localhost only|whatever is bound to the loopback address|the process only reachable from this machine)", local[0])
    wide = [i for i in order if where[i] != "127.0.0.1"]
    if len(wide) == 1 and len(rows) > 2:
        asked += about("(the only one reachable from outside|whatever listens on all addresses|the process that isn't bound to localhost)", wide[0])
    if 2 < len(rows):
        numbers = [int(r[0]) for r in rows]
        asked += about("(the one on the highest port|whatever has the highest port number)", numbers.index(max(numbers)))
    same = [i for i in order if rows[i][1] == program]
    if 1 < len(same) < 4:
        asked += asks(f"kill {{i}} => kill all the {program} processes there by pid; every {program} in the list must go, pids; kill each {program} listed", i=" ".join(dict.fromkeys(pids[i] for i in same))) * 2
    return output, asked


@often(4)
def addresses_real(rng):
    physical = rng.sample(["eth0", "eth1", "ens18", "ens3", "enp3s0", "eno1", "eno2", "wlp2s0", "wlan0", "enp0s31f6", "enx00e04c680001"], rng.choice([1, 2, 2, 3]))
    if "eth1" in physical and "eth0" not in physical:
        physical[physical.index("eth1")] = "eth0"
    virtual = rng.sample(["docker0", "br-" + hexes(rng, 12), "virbr0", "tun0", "wg0", "tailscale0", *(f"veth{hexes(rng, 7)}@if{k}" for k in rng.sample(range(4, 60), 9)), *("br-" + hexes(rng, 12) for _ in range(3))], rng.choice([0, 0, 1, 2, 3, 5, 8, 12]))
    down = rng.choice(physical) if len(physical) > 1 and rng.random() < 0.75 else None
    bare = rng.choice([p for p in physical if p != down] or [None]) if len(physical) > 2 and rng.random() < 0.3 else None  # up, without an address
    address = {}
    for p in physical:
        if p not in (down, bare):
            address[p] = rng.choice([f"192.168.{rng.randint(0, 200)}.{rng.randint(2, 250)}/24", f"10.{rng.randint(0, 200)}.{rng.randint(0, 200)}.{rng.randint(2, 250)}/24", f"172.16.{rng.randint(0, 30)}.{rng.randint(2, 250)}/16"])
    for v in virtual:
        address[v] = "172.17.0.1/16" if v == "docker0" else f"172.{rng.randint(18, 30)}.0.1/16" if v.startswith("br-") else "192.168.122.1/24" if v == "virbr0" else f"10.8.0.{rng.randint(2, 200)}/24" if v in ("tun0", "wg0") else f"100.{rng.randint(64, 120)}.{rng.randint(0, 250)}.{rng.randint(2, 250)}/32" if v == "tailscale0" else ""
    mac = lambda: ":".join(hexes(rng, 2) for _ in range(6))
    every = physical + virtual
    if rng.random() < 0.4:
        rows = [["lo", "UNKNOWN", "127.0.0.1/8 ::1/128"]] + [[n, "DOWN" if n == down or n == "docker0" and rng.random() < 0 else "UNKNOWN" if n in ("tun0", "wg0", "tailscale0") else "UP", address.get(n, "")] for n in every]
        output = typed(rng, rng.choice(["ip -br a", "ip -br addr", "ip -brief address show"])) + "\n".join(f"{a:<16} {b:<14} {c}".rstrip() for a, b, c in rows)
    else:
        v6 = rng.random() < 0.6
        parts = ["1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n    inet 127.0.0.1/8 scope host lo\n       valid_lft forever preferred_lft forever"]
        for i, n in enumerate(every, 2):
            plain = n.split("@")[0]
            state = "DOWN" if n == down else "UNKNOWN" if n in ("tun0", "wg0", "tailscale0") else "UP"
            flags = rng.choice(["NO-CARRIER,BROADCAST,MULTICAST,UP", "BROADCAST,MULTICAST"]) if n == down else "POINTOPOINT,NOARP,UP,LOWER_UP" if state == "UNKNOWN" else "BROADCAST,MULTICAST,UP,LOWER_UP"
            text = f"{i}: {n}: <{flags}> mtu {1420 if n == 'wg0' else 1500} qdisc {rng.choice(['fq_codel', 'mq', 'noqueue'])} state {state} group default qlen 1000\n    link/{'none' if state == 'UNKNOWN' else 'ether ' + mac() + ' brd ff:ff:ff:ff:ff:ff'}"
            if address.get(n):
                text += f"\n    inet {address[n]}{' brd ' + address[n].rsplit('.', 1)[0] + '.255' if state == 'UP' else ''} scope global {'dynamic ' if n in physical and rng.random() < 0.5 else ''}{plain}\n       valid_lft {rng.choice(['forever preferred_lft forever', '84213sec preferred_lft 84213sec'])}"
                if v6:
                    text += f"\n    inet6 fe80::{hexes(rng, 4)}:{hexes(rng, 4)}:{hexes(rng, 4)}:{hexes(rng, 4)}/64 scope link \n       valid_lft forever preferred_lft forever"
            parts.append(text)
        output = typed(rng, rng.choice(["ip a", "ip addr", "ip a s", "ip address show"])) + "\n".join(parts)
    asked = []

    def about(one, n, up=True):
        found = asks(f"""
sudo tcpdump -i {{d}} => sniff on {one}; watch the packets on {one}; capture on {one}, tcpdump
ip -s link show {{d}} => error and drop counters of {one}; packet statistics of {one}; how many bytes went over {one}
sudo ethtool {{d}} => link speed of {one}; is there a link on {one}, ethtool; speed and duplex of {one}
ip addr show {{d}} => only {one}; just the addresses of {one}; show {one} by itself
sudo ip link set {{d}} mtu {{m}} => mtu {{m}} on {one}; set the mtu of {one} to {{m}}; {one} should use an mtu of {{m}}
""", d=n, m=rng.choice(["1400", "1420", "1450", "1492", "9000"]))
        return found + (asks(f"sudo ip link set {{d}} down => take {one} down; switch {one} off; {one} should go down", d=n) if up else [])

    if down:
        one = "(the nic that is down|the dead interface|the one without a link|the interface that isn't up|the network card that's off|whichever is down|the port in state DOWN)"
        asked += asks(f"""
sudo ip link set {{d}} up => bring up {one}; {one} should work again, set it up; turn {one} on; activate {one}; get {one} going; enable {one}
sudo dhclient {{d}} => get an address for {one} via dhcp; ask the dhcp server for a lease on {one}; {one} needs an ip, dhclient
sudo ip addr add {{a}}/24 dev {{d}} => give {one} the address {{a}}/24; {one} should have {{a}}/24; assign {{a}}/24 to {one}
dmesg | grep {{d}} => what does the kernel say about {one}; kernel messages for {one}, grep its name
""", d=down, a=draw(rng, "ip")) * 3 + about(one, down, False)
    if bare:
        one = "(the one that is up but has no address|the interface without an ip|the nic that's up without an ipv4)"
        asked += asks(f"""
sudo dhclient {{d}} => get an address for {one} via dhcp; dhclient on {one}; {one} needs an ip, ask dhcp
sudo ip addr add {{a}}/24 dev {{d}} => give {one} the address {{a}}/24; assign {{a}}/24 to {one}
""", d=bare, a=draw(rng, "ip")) * 3
    live = [p for p in physical if p in address]
    if live:
        n = rng.choice(live)
        ip, bits = address[n].split("/")
        asked += about(f"(the interface with {ip}|whichever has {ip}|the one that holds {ip})", n)
        asked += asks("""
sudo ip addr del {a} dev {d} => take {i} off its interface; remove the address {i}; {i} should no longer be on this machine
""", a=address[n], d=n, i=ip)
        if bits == "24":
            net = ip.rsplit(".", 1)[0] + ".0/24"
            asked += asks("nmap -sn {s} => which hosts are in the network of {d}, ping scan; scan the subnet of {d} for live machines; who else is on the net of {d}? nmap without ports", s=net, d=n)
        if len(live) == 1:
            asked += about("(the only physical one that's up|the main network card|the working nic)" if down else "(the network card|the real interface)", n)
            asked += asks("ssh-copy-id {u}@{i} => from the other box: put my key for {u} on this machine, at its lan address; copy my ssh key to {u} here, over the lan ip", u=rng.choice(values.PEOPLE), i=ip) if rng.random() < 0.15 else []
    for v, one in [("tun0", "(the vpn|the tunnel|the vpn interface)"), ("wg0", "(the wireguard one|the vpn|wireguard)"), ("docker0", "(the docker bridge|docker's interface)"), ("tailscale0", "(the tailscale one|tailscale's interface)"), ("virbr0", "(the libvirt bridge|the bridge for the vms)")]:
        if v in virtual and not ({"tun0", "wg0"} <= set(virtual)):
            asked += about(one, v)
            if v == "wg0":
                asked += asks("sudo wg show wg0 => peers of the wireguard tunnel; wireguard details for it; when was the last handshake on the vpn\nsudo wg-quick down wg0 => shut the vpn down with wg-quick; disconnect the wireguard tunnel, wg-quick; wg-quick: take the vpn down")
    return output, asked


@often(3)
def routes_real(rng):
    nic, gateway = rng.choice(["eth0", "ens18", "enp3s0", "wlp2s0", "eno1"]), rng.choice([f"192.168.{rng.randint(0, 200)}.{rng.choice([1, 254])}", f"10.{rng.randint(0, 99)}.0.1"])
    lines = [f"default via {gateway} dev {nic} proto {rng.choice(['dhcp', 'static'])}" + rng.choice(["", " metric 100", f" src {gateway.rsplit('.', 1)[0]}.{rng.randint(2, 250)} metric 100"])]
    net = gateway.rsplit(".", 1)[0] + ".0/24"
    vpn = rng.choice(["tun0", "wg0", "ppp0"])
    inside = draw(rng, "subnet")
    second = rng.random() < 0.3
    backup = f"172.20.{rng.randint(0, 30)}.1"
    if second:
        lines.append(f"default via {backup} dev wlan0 proto dhcp metric 600")
        lines[0] = lines[0].split(" metric")[0] + " metric 100"
    has_vpn = rng.random() < 0.5
    if has_vpn:
        lines.append(f"{inside} dev {vpn} scope link" if rng.random() < 0.5 else f"{inside} via 10.8.0.1 dev {vpn}")
    if rng.random() < 0.5:
        lines.append("172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1 linkdown")
    lines.append(f"{net} dev {nic} proto kernel scope link src {gateway.rsplit('.', 1)[0]}.{rng.randint(2, 250)}")
    n = str(rng.choice([2, 3, 4, 5, 10]))
    one = "(the gateway|the default gateway|the router|the machine everything goes through|my way to the internet)" if not second else "(the preferred gateway|the gateway with the lower metric|the first default gateway|the router in use)"
    asked = asks(f"""
ping -c {{n}} {{g}} => ping {one} {{n}} times; does {one} answer? {{n}} pings; {{n}} pings to {one}; is {one} alive? try {{n}} pings
ping {{g}} => ping {one} until I stop it; keep pinging {one}
traceroute {{g}} => traceroute to {one}
ip neigh show {{g}} => mac address of {one}; is {one} in the arp table, show; neighbour entry for {one}
sudo arping -c {{n}} -I {{d}} {{g}} => {{n}} arp pings to {one} through its interface; arping {one} {{n}} times on the right interface
ip route get {{h}} => which of these routes leads to {{h}}; how would a packet get to {{h}}; route for {{h}}
""", g=gateway, n=n, d=nic, h=draw(rng, "ip")) * 2
    if second:
        asked += asks("""
sudo ip route del default via {g} => drop the second default route; remove the default route with the higher metric; the backup default route must go; two defaults is one too many, delete the wlan one
ping -c {n} {g} => does the backup gateway answer? {n} pings; ping the gateway of the wlan route, {n} times
""", g=backup, n=n) * 2
    else:
        asked += asks("""
sudo ip route del default => remove the default route; no default route any more, delete it; cut this machine off from other networks: drop the default route
sudo ip route replace default via {h} => send everything over {h} instead; new default gateway {h}, replace the old; {h} should be the gateway from now on
""", h=draw(rng, "ip"))
    if has_vpn:
        asked += asks("""
sudo ip route del {s} => delete the route through the vpn; the vpn's subnet must not be routed any more; remove what goes over {d}; drop the {d} route
ip addr show {d} => addresses of the vpn interface; which ip do I have in the vpn; the tunnel's address
sudo tcpdump -i {d} => watch what goes through the vpn; sniff on the tunnel
""", s=inside, d=vpn)
    return typed(rng, rng.choice(["ip r", "ip route", "ip route show"])) + "\n".join(lines), asked


@often(4)
def reach(rng):
    """ping, curl, dig, traceroute, nc, ssh: it doesn't answer."""
    host = rng.choice([machine(rng), draw(rng, "ip"), values.plain_name(rng) + rng.choice([".example.com", ".lan", ".local", ".internal", ".io"])])
    ip = draw(rng, "ip")
    port = rng.choice(["22", "80", "443", "8080", "5432", "3306", "6379", "3000", draw(rng, "port")])
    n = str(rng.choice([3, 4, 5]))
    name = bool(re.search("[a-z]", host))
    kind = rng.choice(["ping", "ping", "noname", "refused", "refused", "timeout", "ssh22", "ssh22", "sshkey", "cert", "trace", "curlname", "loss", "502"])
    if kind in ("noname", "curlname", "cert", "502") and not name:
        host = values.plain_name(rng) + ".example.com"
    rtt = lambda: f"{rng.uniform(0.3, 80):.1f}"
    one = "(it|that host|the machine|the server|the other side)"
    asks_of = ""
    if kind in ("ping", "loss"):
        got = 0 if kind == "ping" else rng.choice([2, 5, 7])
        sent = rng.choice([4, 5, 10]) if kind == "ping" else 10
        out = f"PING {host} ({ip if name else host}) 56(84) bytes of data.\n" + ("\n".join(f"From 192.168.1.{rng.randint(2, 99)} icmp_seq={i + 1} Destination Host Unreachable" for i in range(3)) + "\n\n" if not got and rng.random() < 0.5 else "".join(f"64 bytes from {ip if name else host}: icmp_seq={i + 1} ttl=57 time={rtt()} ms\n" for i in range(0, got)) + "\n") + f"--- {host} ping statistics ---\n{sent} packets transmitted, {got} received, {100 - got * 100 // sent}% packet loss, time {sent * 1013}ms"
        command = f"ping {host}" if rng.random() < 0.5 else f"ping -c {sent} {host}"
        asks_of = f"""
traceroute {{h}} => where do the packets get lost? traceroute; which hop is the last one on the way to {one}; trace the route to {one}
mtr -rwc {{n}}0 {{h}} => mtr report on the way to {one}, {{n}}0 cycles, wide; loss per hop: mtr as a wide report with {{n}}0 probes
nc -zv {{h}} 22 => {'maybe only icmp is blocked: ' if not got else ''}is port 22 of {one} open, nc; try ssh's port on {one} with netcat, just a connect
ip neigh => is {one} in my arp table? show the neighbours; show the arp table
nmap -Pn {{h}} => {"scan " + one + " although it doesn't ping" if not got else "scan " + one + " with discovery off"}; nmap {one} without host discovery; which ports of {one} are open? skip discovery
ip route get {{i}} => which route would be taken to {one}; over which interface do I reach {one}
ping -c {{n}} {{h}} => try again, {{n}} pings; {{n}} more pings to {one}; ping {one} again {{n}} times
""" + ("dig +short {h} => does the name still point there? short dig; which address does dns give, short\n" if name else "")
    elif kind == "noname":
        command, out = rng.choice([(f"ping {host}", f"ping: {host}: {rng.choice(['Name or service not known', 'Temporary failure in name resolution'])}"), (f"ssh {host}", f"ssh: Could not resolve hostname {host}: Name or service not known"), (f"nslookup {host}", f"Server:\t\t127.0.0.53\nAddress:\t127.0.0.53#53\n\n** server can't find {host}: NXDOMAIN")])
        asks_of = """
dig {h} => what does dns say about the name; look the name up with dig; dig for that host
dig {h} @1.1.1.1 => ask 1.1.1.1 for the name instead; is it my resolver? dig at 1.1.1.1; does the dns server 1.1.1.1 know it, dig
cat /etc/resolv.conf => which dns servers do I use; what's my resolver configuration file say; show resolv.conf
resolvectl status => state of systemd's resolver; which dns does each interface use, resolvectl; resolver status
getent hosts {h} => does the system find it anywhere, hosts file included; resolve it the way programs do, getent
grep {h} /etc/hosts => is it in my hosts file; grep the name in /etc/hosts
sudo resolvectl flush-caches => clear the dns cache; flush what the resolver has cached
ping -c 3 1.1.1.1 => is it dns or the network? 3 pings to 1.1.1.1; can I reach 1.1.1.1 at all, ping 3 times
"""
    elif kind in ("refused", "timeout"):
        word = "Connection refused" if kind == "refused" else "Connection timed out"
        command, out = rng.choice([
            (f"curl http://{host}:{port}/", f"curl: ({7 if kind == 'refused' else 28}) Failed to connect to {host} port {port} after {rng.randint(1, 130000)} ms: {'Couldn' + chr(39) + 't connect to server' if kind == 'refused' else 'Connection timed out'}"),
            (f"nc -zv {host} {port}", f"nc: connect to {host} port {port} (tcp) failed: {word}"),
            (f"telnet {host} {port}", f"Trying {ip}...\ntelnet: Unable to connect to remote host: {word}"),
            (f"wget http://{host}:{port}/", f"--2026-03-04 10:11:12--  http://{host}:{port}/\nConnecting to {host}:{port}... failed: {word}."),
        ])
        asks_of = f"""
ping -c {{n}} {{h}} => is {one} up at all, {{n}} pings; {{n}} pings to {one}; does the machine itself answer? ping {{n}} times
nmap -p {{p}} {{h}} => is that port closed or filtered, nmap; nmap just that port of {one}; check only this port with nmap
nc -zv {{h}} {{p}} => try the connect again with nc; is the port open now, netcat; test that port again with netcat, verbose
traceroute {{h}} => way to {one}; traceroute {one}; where does it end on the way there
ssh {{h}} => log in there to see why; ssh to {one}; get me onto {one}
ssh {{h}} ss -tln => what does {one} listen on? ss over ssh, tcp and numeric; run ss -tln over there; listening tcp ports of {one}, numbers, through ssh
ssh {{h}} sudo ufw status => does its firewall block it? ufw status over ssh with sudo; state of ufw over there
"""
    elif kind == "ssh22":
        user = rng.choice([*values.PEOPLE, "root", "ubuntu", "deploy", "git"])
        word = rng.choice(["Connection refused", "Connection timed out", "No route to host"])
        command, out = f"ssh {user}@{host}", f"ssh: connect to host {host} port 22: {word}"
        asks_of = f"""
ping -c {{n}} {{h}} => is {one} alive? {{n}} pings; ping {one} {{n}} times; does it answer at all, {{n}} pings
nc -zv {{h}} 22 => is the ssh port open, nc; test port 22 there with netcat; netcat check of its ssh port
nmap -p 22 {{h}} => port 22 with nmap; closed or filtered? nmap on ssh's port
ssh -p {{p2}} {user}@{{h}} => try port {{p2}} instead; sshd listens on {{p2}} there, connect to that; same user, port {{p2}}
ssh -v {user}@{{h}} => again, verbosely; try once more with debug output; -v please
ssh -o ConnectTimeout=5 {user}@{{h}} => again but give up after 5 seconds; retry with a connect timeout of 5
traceroute {{h}} => where do the packets end, traceroute; trace the way there
"""
    elif kind == "sshkey":
        user = rng.choice([*values.PEOPLE, "root", "ubuntu", "deploy"])
        command, out = f"ssh {user}@{host}", f"{user}@{host}: Permission denied (publickey{rng.choice(['', ',password', ',gssapi-keyex,gssapi-with-mic'])})."
        asks_of = f"""
ssh-copy-id {user}@{{h}} => put my key there; install my public key on {one} for that user; copy my ssh key over
ssh -i {{k}} {user}@{{h}} => try with the key {{k}}; use {{k}} for it; same login but with {{k}}
ssh -v {user}@{{h}} => why? verbose please; again with debug output; which keys does it offer, -v
ssh-add -l => which keys are in my agent; list the agent's keys; is my key loaded
ls -la ~/.ssh => which keys do I have, all details; look into my ssh directory, hidden and long
ssh -o PubkeyAuthentication=no {user}@{{h}} => log in with the password, don't try keys (PubkeyAuthentication no); turn public key authentication off for this login
"""
    elif kind == "cert":
        command, out = f"curl https://{host}", "curl: (60) SSL certificate problem: " + rng.choice(["certificate has expired", "self-signed certificate", "unable to get local issuer certificate"]) + "\nMore details here: https://curl.se/docs/sslcerts.html"
        asks_of = """
curl -k https://{h} => ignore it and fetch anyway; without verifying the certificate; insecure then
openssl s_client -connect {h}:443 -servername {h} => look at the certificate it sends, openssl with sni; show the tls handshake, openssl s_client, server name set
echo | openssl s_client -connect {h}:443 2>/dev/null | openssl x509 -noout -dates => from when to when is the certificate valid; dates of its certificate; when did it expire, openssl
curl -v https://{h} => verbose please; what exactly goes wrong, verbosely
sudo certbot renew => renew what certbot manages; it's mine: have certbot renew; renew the certificates
sudo certbot certificates => which certificates does certbot have here; certbot's certificates and their expiry
sudo update-ca-certificates => refresh the ca store of this machine; update the trusted certificates here
"""
    elif kind == "trace":
        hops = [f"192.168.{rng.randint(0, 9)}.1"] + [draw(rng, "ip") for _ in range(rng.choice([2, 3, 5, 8, 11]))]
        command, out = f"traceroute {host}", f"traceroute to {host} ({ip if name else host}), 30 hops max, 60 byte packets\n" + "\n".join(f"{i + 1:2}  {h} ({h})  {rtt()} ms  {rtt()} ms  {rtt()} ms" for i, h in enumerate(hops)) + "".join(f"\n{len(hops) + 1 + i:2}  * * *" for i in range(rng.choice([2, 3, 4])))
        last = hops[-1]
        return typed(rng, command) + out, asks("""
ping -c {n} {l} => ping the last hop that answered, {n} times; does the last one that replied still reply? {n} pings; {n} pings to the hop before the stars
whois {l} => whose is the last hop that answers? whois; whois for the router before the stars; which provider do the packets get lost at, whois
ping -c {n} {f} => ping the first hop {n} times; is my own router ok? {n} pings; {n} pings to the nearest hop
sudo traceroute -T -p 443 {h} => trace with tcp to port 443 instead; the same with tcp syn on 443; maybe udp is filtered: tcp traceroute, port 443
traceroute -n {h} => without names; numeric please; don't resolve the hops
mtr {h} => use mtr for it; mtr to the same host
dig -x {l} => reverse lookup of the last hop that replied; name of the router before the stars, dig
""", n=n, l=last, f=hops[0], h=host)
    elif kind == "curlname":
        command, out = f"curl -s https://{host}/health", f"curl: (6) Could not resolve host: {host}"
        asks_of = "dig +short {h} => which address has the name, dig short; short dig for it; does dns know it? only the address\nresolvectl query {h} => ask systemd's resolver for it; resolvectl query of the name\ncat /etc/resolv.conf => which name servers are configured; my dns servers, from resolv.conf\nping -c 3 8.8.8.8 => is the net there at all, 3 pings to 8.8.8.8; can I reach 8.8.8.8, 3 pings\n"
    else:
        command = f"curl -I https://{host}"
        out = f"HTTP/2 {rng.choice(['502', '503', '504'])}\nserver: nginx\ndate: Wed, 04 Mar 2026 10:{rng.randint(10, 59)}:12 GMT\ncontent-type: text/html\ncontent-length: {rng.randint(120, 600)}"
        asks_of = """
sudo tail -n {n}0 /var/log/nginx/error.log => what does nginx's error log say, last {n}0 lines; {n}0 lines of the nginx error log; it's this machine: end of nginx's error log, {n}0 lines
sudo nginx -t => is the nginx configuration fine; test nginx's config; check the web server's configuration
sudo systemctl restart nginx => restart nginx; bounce the web server; kick nginx
systemctl status nginx => state of the web server; how's nginx doing; status of nginx
curl -v https://{h} => the whole exchange, verbosely; verbose and with the body; fetch it with -v
curl -s -o /dev/null -w '%{http_code}' https://{h} => only the status code; just print the http code, silently; status code and nothing else
dig +short {h} => which address is behind the name, short; short dig for that site
"""
    return typed(rng, command, always=True) + out, asks(asks_of, h=host, n=n, i=ip if name else host, p=port, p2=str(rng.choice([2222, 2200, 222, 22022, 8022])), k=rng.choice(["~/.ssh/id_ed25519", "~/.ssh/work_rsa", "~/keys/" + values.word(rng) + ".pem", "deploy_key"]))


@often(2)
def scanned(rng):
    """nmap, arp, fail2ban, ss established, wg."""
    kind = rng.choice(["nmap", "hosts", "f2b", "established", "ufw"])
    n = str(rng.choice([3, 4, 5]))
    if kind == "nmap":
        host = rng.choice([draw(rng, "ip"), machine(rng)])
        ports = sorted(rng.sample(["22", "80", "443", "3306", "5432", "8080", "21", "23", "25", "139", "445", "3389", "5900", "6379", "9200", "8443", "2049"], rng.choice([2, 3, 5])), key=int)
        service = {"22": "ssh", "80": "http", "443": "https", "3306": "mysql", "5432": "postgresql", "8080": "http-proxy", "21": "ftp", "23": "telnet", "25": "smtp", "139": "netbios-ssn", "445": "microsoft-ds", "3389": "ms-wbt-server", "5900": "vnc", "6379": "redis", "9200": "wap-wsp", "8443": "https-alt", "2049": "nfs"}
        states = ["open"] * len(ports)
        if len(ports) > 2 and rng.random() < 0.4:
            states[rng.randrange(len(ports))] = "filtered"
        out = f"Starting Nmap 7.93 ( https://nmap.org ) at 2026-03-04 10:{rng.randint(10, 59)} UTC\nNmap scan report for {host}\nHost is up (0.00{rng.randint(10, 99)}s latency).\nNot shown: {1000 - len(ports)} closed tcp ports (conn-refused)\n" + table([["PORT", "STATE", "SERVICE"], *[[p + "/tcp", s, service[p]] for p, s in zip(ports, states)]], 1)
        asked = asks("""
nmap -sV {h} => which versions run there, nmap; service versions of the same host; detect the versions
nmap -p- {h} => all ports, not only the common ones; scan every port of it; the full port range on the same host
sudo nmap -O {h} => guess its operating system; which os is that, nmap; os detection on it
""", h=host)
        open_ = [p for p, s in zip(ports, states) if s == "open"]
        if "22" in open_:
            asked += asks("ssh {h} => log in there; it has ssh, connect; ssh to it", h=host)
        if "80" in open_:
            asked += asks("curl -I http://{h} => what web server is that, just headers, plain http; http headers from it; curl only the headers over http", h=host)
        if "2049" in open_:
            asked += asks("showmount -e {h} => which nfs exports does it have; list its exports; what does the nfs server share", h=host)
        if "445" in open_:
            asked += asks("smbclient -L //{h} -N => which shares has it, no password; list the windows shares anonymously", h=host)
        filtered = [p for p, s in zip(ports, states) if s == "filtered"]
        if filtered:
            asked += asks("nmap -Pn -p {p} {h} => look again at the filtered port only, no host discovery; recheck just the filtered one with -Pn\nnc -zv {h} {p} => try the filtered port with netcat; is the filtered one reachable by nc", h=host, p=filtered[0]) * 2
        return typed(rng, f"nmap {host}", always=True) + out, asked
    if kind == "hosts":
        net = f"192.168.{rng.randint(0, 99)}"
        found = distinct(rng, rng.choice([3, 4, 6]), lambda: (rng.choice(["router", "nas", "printer", "raspberrypi", "tv", "laptop", "phone", "camera", machine(rng)])))
        ips = distinct(rng, len(found), lambda: f"{net}.{rng.randint(2, 250)}")
        vendors = [rng.choice(["(Raspberry Pi Trading)", "(Synology Incorporated)", "(HP)", "(Samsung Electronics)", "(AVM GmbH)", "(Unknown)"]) for _ in found]
        i = rng.randrange(len(found))
        if rng.random() < 0.5:
            out = typed(rng, f"sudo nmap -sn {net}.0/24", always=True) + f"Starting Nmap 7.93 ( https://nmap.org )\n" + "\n".join(f"Nmap scan report for {f}.lan ({ip})\nHost is up (0.00{rng.randint(10, 99)}s latency).\nMAC Address: {':'.join(hexes(rng, 2).upper() for _ in range(6))} {v}" for f, ip, v in zip(found, ips, vendors)) + f"\nNmap done: 256 IP addresses ({len(found)} hosts up) scanned in 2.{rng.randint(10, 99)} seconds"
        else:
            out = typed(rng, "arp -a", always=True) + "\n".join(f"{f}.lan ({ip}) at {':'.join(hexes(rng, 2) for _ in range(6))} [ether] on eth0" for f, ip in zip(found, ips))
        one = f"(the {found[i]}|{found[i]})"
        return out, asks(f"""
ssh {{u}}@{{i}} => log in on {one} as {{u}}, by its ip; ssh to the address of {one}, user {{u}}; connect to {one} as {{u}}, use the ip
ping -c {{n}} {{i}} => ping {one} by ip, {{n}} times; {{n}} pings to the address of {one}
nmap {{i}} => which ports has {one} open, scan its ip; port scan of the ip of {one}
nmap -sV {{i}} => what runs on {one}? nmap versions by ip; versions of the services of {one}, ip
curl -I http://{{i}} => has {one} a web page? http headers from its ip; headers of the web interface of {one}, by ip
""", i=ips[i], n=n, u=rng.choice([*values.PEOPLE, "pi", "admin", "root"]))
    if kind == "f2b":
        jail = rng.choice(["sshd", "nginx-http-auth", "recidive", "postfix", "apache-auth"])
        ips = distinct(rng, rng.choice([1, 2, 3, 5]), lambda: draw(rng, "ip"))
        out = typed(rng, f"sudo fail2ban-client status {jail}", always=True) + f"Status for the jail: {jail}\n|- Filter\n|  |- Currently failed:\t{rng.randint(0, 9)}\n|  |- Total failed:\t{rng.randint(10, 9000)}\n|  `- File list:\t/var/log/auth.log\n`- Actions\n   |- Currently banned:\t{len(ips)}\n   |- Total banned:\t{rng.randint(len(ips), 900)}\n   `- Banned IP list:\t{' '.join(ips)}"
        one = "(the banned address|the one it banned|the ip in jail)" if len(ips) == 1 else "(the first banned ip|the first address in the ban list)"
        asked = asks(f"""
sudo fail2ban-client set {jail} unbanip {{i}} => unban {one}; {one} is mine, let it in again; take {one} off the ban list; release {one}
whois {{i}} => whois for {one}; who is {one}, whois
sudo ufw deny from {{i}} => block {one} for good in ufw; ufw: never let {one} in
sudo grep {{i}} /var/log/auth.log => what did {one} do? auth.log lines; all entries of {one} in /var/log/auth.log
""", i=ips[0]) + asks(f"""
sudo fail2ban-client set {jail} banip {{i}} => ban {{i}} here too; add {{i}} to this jail; {{i}} should be banned as well
sudo fail2ban-client unban --all => unban everybody, all jails; lift every ban; empty all jails
sudo systemctl restart fail2ban => restart the daemon; bounce fail2ban
""", i=draw(rng, "ip"))
        if len(ips) > 1:
            asked += asks(f"sudo fail2ban-client set {jail} unbanip {{i}} => unban the last one in the list; release the last banned address; the last ip is ours, unban", i=ips[-1]) * 2
        return out, asked
    if kind == "established":
        ips = distinct(rng, rng.choice([2, 3, 4]), lambda: draw(rng, "ip"))
        counts = [rng.choice([4, 5, 6, 7])] + [rng.choice([1, 2]) for _ in ips[1:]]
        port = rng.choice(["443", "80", "22", "3306", "5432"])
        flat = [i for i, c in zip(ips, counts) for _ in range(c)]
        rng.shuffle(flat)
        out = typed(rng, rng.choice(["ss -tn", "ss -tn state established", "netstat -tn"]), always=True) + table([["State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port"], *[["ESTAB", "0", "0", f"10.0.0.{5}:{port}", f"{i}:{rng.randint(32000, 60999)}"] for i in flat]], 3)
        one = "(the address with the most connections|whoever has most connections open|the peer that shows up most|the greediest client|the client with the most sockets)"
        return out, asks(f"""
sudo ufw deny from {{i}} => block {one} in ufw; ufw: shut out {one}
sudo iptables -A INPUT -s {{i}} -j DROP => drop packets from {one} with iptables; iptables: append a rule that drops {one}
sudo ss -K dst {{i}} => cut all connections to {one}, ss can kill them; kill the sockets of {one} with ss; throw {one} off, close the sockets through ss
ss -tn dst {{i}} => only the connections of {one}; narrow it to {one}; tcp connections with {one}, numeric
whois {{i}} => whois for {one}; who is {one}? whois
sudo tcpdump -n host {{i}} => watch the traffic of {one}, no names; sniff {one}, numeric
ss -tn | wc -l => how many lines is that; count the lines of the tcp list
ss -s => just a summary; summary of the sockets
""", i=ips[0])
    rules = [(p, rng.choice(["ALLOW", "ALLOW", "LIMIT", "DENY"]), rng.choice(["Anywhere", "Anywhere", draw(rng, "subnet")])) for p in rng.sample(["22/tcp", "80/tcp", "443/tcp", "3306/tcp", "5432", "8080/tcp", "Nginx Full", "OpenSSH", "51820/udp", "9100/tcp", "6379"], rng.choice([3, 4, 5]))]
    out = typed(rng, "sudo ufw status", always=True) + "Status: active\n\n" + table([["To", "Action", "From"], ["--", "------", "----"], *rules], 7)
    i = rng.randrange(len(rules))
    to, action, source = rules[i]
    spec = f"{action.lower()} from {source} to any port {to.split('/')[0]}" + (f" proto {to.split('/')[1]}" if "/" in to else "") if source != "Anywhere" else f"{action.lower()} {to if ' ' not in to else chr(39) + to + chr(39)}"
    if " " in to and source != "Anywhere" or to == "OpenSSH" and source != "Anywhere":
        spec = f"{action.lower()} from {source} to any app {chr(39) + to + chr(39) if ' ' in to else to}"
    return out, asks(f"""
sudo ufw delete {{s}} => delete the rule for {{p}}; the {{p}} rule must go, by its specification; remove the rule about {{p}}
""", s=spec, p=to) * 2 + asks("""
sudo ufw status numbered => the same with numbers; number the rules; I want to delete by number, show numbers
sudo ufw reload => reload it; reload the firewall
sudo ufw status verbose => with the defaults and logging, verbose; more detail on the firewall
sudo ufw allow {q}/tcp => open {q} tcp as well; {q}/tcp should be allowed too; let tcp {q} in
sudo ufw allow from {i} => let {i} in everywhere; trust {i} completely; everything from {i} is ok
sudo ufw disable => switch the firewall off; firewall off, I'm testing; disable ufw
""", q=draw(rng, "port"), i=draw(rng, "ip"))
