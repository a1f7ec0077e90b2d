"""Sockets, addresses, routes, rules."""


from .. import values
from . import question, scene
from .tables import distinct, draw, names, prompt, table


@scene
def listeners(rng):
    count = rng.choice([3, 4, 6, 8, 12])
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
