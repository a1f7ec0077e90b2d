"""docker output."""

from . import question, scene
from .tables import distinct, draw, hexes, names, prompt, row_count, table


def images_of(rng, found):
    return {x: rng.choice([f"{x}:latest", f"nginx:1.{rng.randint(20, 29)}", "redis:7", f"postgres:{rng.randint(13, 17)}", f"registry.example.com/{x}:{rng.randint(1, 90)}", "python:3.12-slim", "node:22-alpine"]) for x in found}


@scene
def containers(rng):
    found = names(rng, row_count(rng, 30, 2))
    every = rng.random() < 0.55
    ids = {x: hexes(rng) for x in found}
    image = images_of(rng, found)
    port = {x: draw(rng, "port") for x in found}
    while len(set(port.values())) < len(found):
        port = {x: str(rng.randint(1025, 60000)) if rng.random() < 0.5 else draw(rng, "port") for x in found}
    state = {x: f"Up {rng.choice(['2 hours', '3 days', '5 weeks', '14 minutes', 'About an hour', '8 days (healthy)'])}" for x in found}
    kind = rng.choice(["exited", "restarting", "unhealthy", "none"])
    bad = rng.choice(found)
    exited = []
    if every:
        exited = rng.sample(found, max(1, min(len(found) - 1, rng.choice([1, 1, 2, 3]))))
        for x in exited:
            state[x] = f"Exited ({rng.choice([0, 1, 137, 143, 255])}) {rng.choice(['2 hours ago', '3 days ago', '4 weeks ago', '10 minutes ago'])}"
    elif kind == "restarting":
        state[bad] = f"Restarting (1) {rng.randint(2, 50)} seconds ago"
    elif kind == "unhealthy":
        state[bad] = "Up 3 hours (unhealthy)"
    rows = [[ids[x], image[x], '"/docker-entrypoint.…"' if rng.random() < 0.5 else '"python app.py"', f"{rng.randint(2, 30)} days ago", state[x], "" if state[x].startswith("Exited") else f"0.0.0.0:{port[x]}->{port[x]}/tcp", x] for x in found]
    output = prompt(rng, "docker ps -a" if every else "docker ps") + table([["CONTAINER ID", "IMAGE", "COMMAND", "CREATED", "STATUS", "PORTS", "NAMES"], *rows])
    up = [x for x in found if state[x].startswith("Up")] or found
    one = rng.choice(up)
    asked = [
        question("%show the logs of {x}\nlogs of the {x} container\nwhat does {x} log", "docker logs {x}", x=one),
        question("open a shell in {x}\nget a shell in the {x} container\nexec into {x}", "docker exec -it {x} sh", x=one),
        question("stop {x}\nshut down the {x} container", "docker stop {x}", x=one),
        question("restart {x}\nrestart the {x} container", "docker restart {x}", x=one),
        question("keep showing cpu and memory of {x}\nwatch the cpu and memory of {x}\nlive resource use of {x}", "docker stats {x}", x=one),
        question("stop the (one|container) on port {port}\nwhichever container has port {port}: stop it\nfree port {port}", "docker stop {x}", x=one, port=port[one]),
        question("logs of the container on port {port}\nwhat does the one listening on {port} log", "docker logs {x}", x=one, port=port[one]),
        question("restart whatever serves port {port}\nrestart the container behind port {port}", "docker restart {x}", x=one, port=port[one]),
        question("remove {x} even if it runs\nforce remove {x}", "docker rm -f {x}", x=one),
        question("inspect {x}\n%show the full configuration of {x}", "docker inspect {x}", x=one),
    ]
    if len(up) > 1 and not exited:
        asked.append(question("stop all of them\nstop all these containers\nstop everything that runs here", "docker stop {x}", x=" ".join(found)))
    if len(exited) == 1:
        gone = "(the exited one|the stopped container|the one that isn't running|the dead container|the one that exited)"
        asked += [
            question(f"start {gone} again\nbring {gone} back up\nstart {gone}", "docker start {x}", x=exited[0]),
            question(f"%delete {gone}\nremove {gone}\nclean up {gone}", "docker rm {x}", x=exited[0]),
            question(f"logs of {gone}\nwhat did {gone} log\n%show the logs of {gone}", "docker logs {x}", x=exited[0]),
            question(f"restart {gone}", "docker restart {x}", x=exited[0]),
        ]
    elif len(exited) > 1:
        gone = "(the exited ones|the stopped containers|the ones that aren't running|the dead containers|all exited containers)"
        asked += [
            question(f"%delete {gone}\nremove {gone}\nclean up {gone}", "docker rm {x}", x=" ".join(exited_in_order(found, exited))),
            question(f"start {gone} again\nstart {gone}\nbring {gone} back up", "docker start {x}", x=" ".join(exited_in_order(found, exited))),
        ]
    if not every and kind in ("restarting", "unhealthy"):
        sick = "(the one that keeps restarting|the restarting container|the crash looping one)" if kind == "restarting" else "(the unhealthy one|the unhealthy container|the one that is not healthy)"
        asked += [
            question(f"logs of {sick}\nwhy? %show the logs of {sick}\nwhat does {sick} log", "docker logs {x}", x=bad),
            question(f"stop {sick}\nshut {sick} down", "docker stop {x}", x=bad),
            question(f"restart {sick}\nrestart only {sick}", "docker restart {x}", x=bad),
            question(f"%delete {sick} by force\nforce remove {sick}", "docker rm -f {x}", x=bad),
            question(f"inspect {sick}\n%show the configuration of {sick}", "docker inspect {x}", x=bad),
            question(f"%show the last {{n}} log lines of {sick}\nlast {{n}} lines of the log of {sick}", "docker logs --tail {n} {x}", x=bad, n=draw(rng, "n")),
        ]
    return output, asked


def exited_in_order(found, exited):
    return [x for x in found if x in exited]


@scene
def images(rng):
    found = names(rng, row_count(rng, 30, 3))
    ids = {x: hexes(rng) for x in found}
    mega = sorted({rng.randint(5, 6000) for _ in range(len(found) * 3)}, reverse=True)[: len(found)]
    rng.shuffle(mega)
    size = dict(zip(found, mega))
    tag = {x: rng.choice(["latest", draw(rng, "tag"), f"1.{rng.randint(0, 30)}"]) for x in found}
    dangling = distinct(rng, rng.choice([0, 0, 1, 2, 3]), lambda: hexes(rng))
    rows = [[x, tag[x], ids[x], f"{rng.randint(2, 11)} {rng.choice(['days', 'weeks', 'months'])} ago", f"{size[x]}MB" if size[x] < 1000 else f"{size[x] / 1000:.2f}GB"] for x in found]
    rows += [["<none>", "<none>", i, "3 months ago", f"{rng.randint(100, 900)}MB"] for i in dangling]
    rng.shuffle(rows)
    big, other = max(found, key=lambda x: size[x]), rng.choice(found)
    biggest = "(the biggest one|the largest image|the image that takes the most space)"
    asked = [
        question("%delete {x}\nremove the {x} image", "docker rmi {x}:{t}", x=other, t=tag[other]),
        question("run {x} in the background\nstart a detached container from {x}", "docker run -d {x}:{t}", x=other, t=tag[other]),
        question("open a shell in the {x} image\nrun {x} interactively with a shell", "docker run -it {x}:{t} sh", x=other, t=tag[other]),
        question("save {x} to {f}\nexport the {x} image into {f}", "docker save -o {f} {x}:{t}", x=other, t=tag[other], f=f"{other}.tar"),
        question("%show the layers of {x}\nhistory of {x}", "docker history {x}:{t}", x=other, t=tag[other]),
        question("push {x}\nupload {x} to its registry", "docker push {x}:{t}", x=other, t=tag[other]),
        question("tag {x} as {new}\ngive {x} the name {new} too", "docker tag {x}:{t} {new}", x=other, t=tag[other], new=f"registry.example.com/{other}:v{rng.randint(1, 9)}"),
    ]
    if not dangling or size[big] > 900:
        asked += [question(f"%delete {biggest}\nremove {biggest}\nget rid of {biggest}", "docker rmi {x}:{t}", x=big, t=tag[big]), question(f"%show the layers of {biggest}\nwhy is it so large, layers of {biggest}", "docker history {x}:{t}", x=big, t=tag[big])]
    if dangling:
        asked.append(question("%delete the untagged ones\nremove the images without a name\nclean up the <none> images\nget rid of the dangling images", "docker image prune"))
    return prompt(rng, "docker images") + table([["REPOSITORY", "TAG", "IMAGE ID", "CREATED", "SIZE"], *rows]), asked


@scene
def statistics(rng):
    from .tables import amounts

    found = names(rng, row_count(rng, 30, 3))
    memory, cpu = amounts(rng, len(found), 5, 7000), amounts(rng, len(found), 0.1, 300)
    rows = [[hexes(rng), x, f"{c:.2f}%", f"{m:.1f}MiB / 15.5GiB" if m < 1024 else f"{m / 1024:.2f}GiB / 15.5GiB", f"{m / 158.7:.2f}%", f"{rng.randint(1, 900)}MB / {rng.randint(1, 90)}MB"] for x, c, m in zip(found, cpu, memory)]
    hungry, hot = found[memory.index(max(memory))], found[cpu.index(max(cpu))]
    big = "(the one that uses the most memory|the memory hog|the container with the highest memory usage|whatever eats the memory)"
    busy = "(the one with the highest CPU|the cpu hog|the busiest container|the container that burns the most cpu)"
    return prompt(rng, "docker stats --no-stream") + table([["CONTAINER ID", "NAME", "CPU %", "MEM USAGE / LIMIT", "MEM %", "NET I/O"], *rows]), [
        question(f"stop {big}\n{big}: stop it", "docker stop {x}", x=hungry),
        question(f"restart {big}\n{big} needs a restart", "docker restart {x}", x=hungry),
        question(f"limit {big} to {{g}} of memory\ncap {big} at {{g}} memory", "docker update --memory {g} {x}", x=hungry, g=rng.choice(["512m", "1g", "2g", "4g"])),
        question(f"logs of {big}\n%show the logs of {big}", "docker logs {x}", x=hungry),
        question(f"stop {busy}\nkill {busy} gently", "docker stop {x}", x=hot),
        question(f"restart {busy}", "docker restart {x}", x=hot),
        question(f"which processes run in {busy}\nprocesses of {busy}", "docker top {x}", x=hot),
        question(f"kill {busy}\nkill {busy} immediately", "docker kill {x}", x=hot),
    ]


@scene
def volumes(rng):
    found = names(rng, row_count(rng, 30, 3))
    one = rng.choice(found)
    return prompt(rng, "docker volume ls") + table([["DRIVER", "VOLUME NAME"], *[["local", x] for x in found]]), [
        question("%delete {x}\nremove the {x} volume", "docker volume rm {x}", x=one),
        question("where is {x} on disk\n%show details of {x}", "docker volume inspect {x}", x=one),
        question("%delete all of these\nremove all these volumes", "docker volume rm {x}", x=" ".join(found)),
    ]


@scene
def compose(rng):
    found = names(rng, row_count(rng, 20, 3))
    bad = rng.choice(found)
    project = draw(rng, "name").replace("-", "")
    rows = [[f"{project}-{x}-1", f"{project}-{x}", x, f"Exited ({rng.choice([1, 137])}) 2 minutes ago" if x == bad else "Up 3 hours"] for x in found]
    one = "(the one that exited|the service that is down|the stopped service|the one that isn't up)"
    return f"$ docker compose ps -a\n" + table([["NAME", "IMAGE", "SERVICE", "STATUS"], *rows]), [
        question(f"logs of {one}\nwhy? logs of {one}\nwhat does {one} say", "docker compose logs {x}", x=bad),
        question(f"start {one}\nbring {one} up again in the background\nbring {one} up", "docker compose up -d {x}", x=bad),
        question(f"restart {one}", "docker compose restart {x}", x=bad),
        question("shell into the {x} service\nopen a shell in {x}", "docker compose exec {x} sh", x=rng.choice([x for x in found if x != bad])),
        question(f"rebuild {one} and start it\nbuild {one} again and bring it up", "docker compose up -d --build {x}", x=bad),
    ]
