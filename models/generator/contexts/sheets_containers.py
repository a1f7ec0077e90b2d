"""Tables of containers."""

import re

from .. import values
from .sheets import A, K, N, O, P, S, Sheet, T, add, add_pairs, ago, digits
from .tables import app, draw, hexes, kube_name, megabytes, of, pick, since, workload

DAY = 86400
STATES = """
Up | -
!Exited (1) | exited with 1; failed | the one that failed; the one that exited with code 1; the one that crashed; the one that ended with an error; the one that fell over; the one that died on its own | the ones that exited with 1; the ones that failed; those that crashed; everything that ended with an error
!Restarting (1) | restarting; stuck in a restart loop; restarting all the time; crash looping | the one that keeps restarting; the one that can't come up; the one in a restart loop; the flapping one; the one that restarts over and over; the one that never stays up; the {n} docker restarts again and again | the ones that keep restarting; those in a restart loop; everything that flaps; the ones that never stay up
!Up (unhealthy) | unhealthy | the one that fails its health check; the one whose health check fails; the sick one; the one docker calls unhealthy; the one that runs but isn't healthy | the ones that fail their health check; the sick ones; all with a failing health check
Exited (0) | exited cleanly; finished; done | the one that ended well; the one that exited with 0; the one that did its job and quit; the one that ended without an error | the ones that ended well; those that exited with 0; everything that finished without an error
!Exited (137) | killed; exited with 137; OOM killed | the one with exit code 137; the one that was killed; the one that ran out of memory; the one the kernel shot down | the ones with exit code 137; those that were killed
Up (Paused) | paused; frozen; suspended | the one that was paused; the one on ice | the paused ones; whatever is frozen
Created | created but never started; never started | the one that was never started; the one that has not run yet; the one that only exists but didn't start | the ones that were never started; all that have not run yet
!Exited (127) | exited with 127 | the one whose command wasn't found; the one with exit code 127
!Exited (255) | exited with 255 | the one with exit code 255
!Dead | dead | the one docker calls dead
"""
BARS = r"""
(docker|podman) start ~ ^(Up|Restarting)
(docker|podman) (stop|kill|exec|top|stats|port|pause|update) ~ ^(Exited|Created|Dead)
(docker|podman) unpause ~ ^(?!Up .Paused)
(docker|podman) (pause|exec|top|kill|stats|port) ~ Paused|Restarting
NetworkSettings|commit|docker diff ~ ^(Exited|Created|Dead|Restarting)
(docker|podman) rm [{] ~ ^(Up|Restarting)
docker compose (stop|exec|top|kill|pause) ~ ^(Exited|Created|Dead)
docker compose start ~ ^(Up|Restarting)
docker compose (exec|top) ~ Restarting|Paused
ExitCode ~ ^(Up|Created)
logs ~ ^Created
(wait|rename) ~ Dead
"""
SERVERS = {  # image -> (command, port)
    "postgres": ('"docker-entrypoint.s…"', "5432"), "redis": ('"docker-entrypoint.s…"', "6379"), "nginx": ('"/docker-entrypoint.…"', "80"), "mysql": ('"docker-entrypoint.s…"', "3306"), "mongo": ('"docker-entrypoint.s…"', "27017"),
    "rabbitmq": ('"docker-entrypoint.s…"', "5672"), "traefik": ('"/entrypoint.sh --pr…"', "80"), "grafana/grafana": ('"/run.sh"', "3000"), "prom/prometheus": ('"/bin/prometheus --c…"', "9090"), "minio/minio": ('"/usr/bin/docker-ent…"', "9000"),
    "portainer/portainer-ce": ('"/portainer"', "9443"), "nextcloud": ('"/entrypoint.sh apac…"', "80"), "gitea/gitea": ('"/usr/bin/entrypoint…"', "3000"), "vaultwarden/server": ('"/start.sh"', "80"), "jellyfin/jellyfin": ('"/jellyfin/jellyfin"', "8096"),
    "linuxserver/plex": ('"/init"', "32400"), "ghcr.io/home-assistant/home-assistant": ('"/init"', "8123"), "pihole/pihole": ('"/s6-init"', "53"), "elasticsearch": ('"/bin/tini -- /usr/l…"', "9200"), "memcached": ('"docker-entrypoint.s…"', "11211"), "adminer": ('"entrypoint.sh docke…"', "8080"), "mariadb": ('"docker-entrypoint.s…"', "3306"), "caddy": ('"caddy run --config …"', "443"), "n8nio/n8n": ('"tini -- /docker-ent…"', "5678"), "quay.io/keycloak/keycloak": ('"/opt/keycloak/bin/k…"', "8080"), "influxdb": ('"/entrypoint.sh infl…"', "8086"), "wordpress": ('"docker-entrypoint.s…"', "80"), "vllm/vllm-openai": ('"python3 -m vllm.ent…"', "8000"), "ollama/ollama": ('"/bin/ollama serve"', "11434"),
}
TAGS = "latest alpine 15 16-alpine 7-alpine 8.0 v2.11 11.1.0 stable 2 17.2 1.25.3 main 7.2 9 13-alpine".split()


def container_batch(rng, count):
    """Names as compose gives them, as people give them and as docker invents them."""
    project, found = low(rng), []
    shape = rng.random()
    for _ in range(count * 30):
        one = app(rng) if rng.random() < 0.6 else rng.choice(list(SERVERS)).split("/")[-1]
        style = shape if rng.random() < 0.8 else rng.random()
        if style < 0.4:
            one = f"{project}-{one}-1"
        elif style < 0.48:
            one = f"{project}_{one}_1"
        elif style > 0.93:
            one = f"{rng.choice('adoring bold busy clever dazzling eager elegant festive focused gallant happy hungry jolly keen laughing loving mystifying nervous nostalgic practical quirky relaxed sharp silly sleepy stoic trusting vibrant wizardly zen'.split())}_{rng.choice('albattani archimedes bardeen bell blackwell bohr carson curie darwin dijkstra einstein euler fermi galileo gauss goldberg hopper hypatia kepler lamarr lovelace mendel newton noether pasteur perlman ramanujan tesla turing volta wozniak'.split())}"
        if not any(one.startswith(f) or f.startswith(one) for f in found):
            found.append(one)
        if len(found) == count:
            break
    return found


def low(rng):
    return rng.choice(["app", "shop", "infra", "monitoring", "website", "backend", "stack", "homelab", "staging", "myproject", "devenv", "media"]) if rng.random() < 0.5 else kube_name(rng)


def container(rng):
    return container_batch(rng, 1)[0]


container.batch = container_batch


def own_image(rng, name):
    return rng.choice([f"{name}:{rng.choice(['latest', 'dev', f'{rng.randint(1, 4)}.{rng.randint(0, 30)}.{rng.randint(0, 9)}', hexes(rng, 7)])}", f"registry.example.com/{name}:{rng.randint(1, 400)}", f"ghcr.io/{rng.choice(['acme', 'ourteam', 'shopco'])}/{name}:v{rng.randint(1, 9)}.{rng.randint(0, 20)}", f"{rng.randint(100000000000, 999999999999)}.dkr.ecr.eu-west-1.amazonaws.com/{name}:{hexes(rng, 7)}", f"{name}"])


def containers_fit(rng, titles, made):
    """Images, commands and ports that go with the names."""
    at, taken, project = {t: i for i, t in enumerate(titles)}, set(), low(rng)
    names = made[at["NAMES" if "NAMES" in at else "SERVICE" if "SERVICE" in at else "NAME"]]
    state = made[at["STATUS"]] if "STATUS" in at else ["Up"] * len(names)
    for i, name in enumerate(names):
        server = next((s for s in SERVERS if s.split("/")[-1] in name), None) or (rng.choice(list(SERVERS)) if rng.random() < 0.25 else None)
        bare = name.split("-")[1] if name.endswith("-1") and name.count("-") > 1 else name.split("_")[0]
        image = f"{server}:{rng.choice(TAGS)}" if server else own_image(rng, bare)
        command, inside = SERVERS[server] if server else (rng.choice(['"python app.py"', '"npm start"', '"docker-entrypoint.s…"', '"/app/server"', '"gunicorn -w 4 -b 0.…"', '"node dist/main.js"', '"java -jar /app.jar"', '"/bin/sh -c ./run.sh"', '"celery -A app worke…"', '"uvicorn main:app --…"', '"bundle exec sidekiq"']), rng.choice(["8080", "3000", "8000", "5000", "80"]))
        if image.endswith(":latest") and rng.random() < 0.5:
            image = image[:-7]
        if "IMAGE" in at:
            made[at["IMAGE"]][i] = image
        if "COMMAND" in at:
            made[at["COMMAND"]][i] = command
        outside = next(p for p in [inside, draw(rng, "port"), str(rng.randint(1025, 60000)), str(rng.randint(1025, 60000))] if p not in taken)
        if "PORTS" in at:
            up = state[i].startswith("Up")
            kind = rng.random()
            made[at["PORTS"]][i] = "" if not up or kind < 0.2 else f"{inside}/tcp" if kind < 0.4 else f"127.0.0.1:{outside}->{inside}/tcp" if kind < 0.5 else f"0.0.0.0:{outside}->{inside}/tcp" if kind < 0.75 else f"0.0.0.0:{outside}->{inside}/tcp, [::]:{outside}->{inside}/tcp" if kind < 0.9 else f"0.0.0.0:{outside}->{inside}/tcp, :::{outside}->{inside}/tcp"
            if "->" in made[at["PORTS"]][i]:
                taken.add(outside)
        if "NAME" in at and "SERVICE" in at:
            made[at["NAME"]][i] = f"{project}-{name}-1"
    return made


def containers_shown(rng, titles, rows):
    """States with their times, which lie within the age."""
    from .tables import duration

    for row in rows:
        at = titles.index("STATUS")
        age = duration(row[titles.index("CREATED")]) if "CREATED" in titles else 30 * DAY
        time = since(max(2, age * (0.98 if rng.random() < 0.6 else rng.uniform(0.02, 0.9))))
        state = row[at]
        if state == "Up":
            row[at] = f"Up {time}" + (" (healthy)" if rng.random() < 0.2 else "")
        elif state.startswith("Up ("):
            row[at] = f"Up {time} {state[3:]}"
        elif state.startswith("Restarting"):
            row[at] = f"{state} {rng.choice(['Less than a second', f'{rng.randint(2, 55)} seconds', f'{rng.randint(2, 55)} seconds'])} ago"
        elif state.startswith("Exited"):
            row[at] = f"{state} {time} ago"
    return rows


def containers_more(rng, titles, made):
    found, at = [], {t: i for i, t in enumerate(titles)}
    states = made[at["STATUS"]] if "STATUS" in at else []
    count = len(made[0])

    def put(rows, one, many=""):
        if len(rows) == 1 and count > 1:
            found.append(([w.strip() for w in one.split(";")], rows))
        elif many and 1 < len(rows) < count and len(rows) <= 7:
            found.append(([w.strip() for w in many.split(";")], rows))

    stopped = [i for i, s in enumerate(states) if s.startswith(("Exited", "Dead"))]
    off = [i for i, s in enumerate(states) if not s.startswith("Up")]
    up = [i for i, s in enumerate(states) if s == "Up"]
    put(stopped, "the exited one; the stopped {n}; the one that is not running; the one that is down; the dead one; the one that stopped; the {n} that isn't up any more; the one that is no longer running; the one that quit; whichever has exited; the {n} that went down; the one that's gone", "the exited ones; all stopped {ns}; everything that has exited; the dead ones; those that are no longer running; whatever has stopped; the {ns} that are down; every {n} that quit; all that exited, whatever the code")
    put(off, "the one that isn't up; the only {n} not running; the one that is not up", "everything that isn't up; all {ns} not running; whatever is not up; all that don't run right now; the ones not up")
    if len(up) == len([s for s in states if s.startswith("Up")]):
        put(up, "the only one that runs; the one still running; the {n} that is up; the one that's up", "the running ones; all that are up; everything still running; the {ns} that run; whatever is up")
    codes = [i for i, s in enumerate(states) if (m := re.match(r"Exited \((\d+)\)", s)) and m.group(1) != "0"]
    put(codes, "the one with a nonzero exit code; the one that exited with an error; the {n} that didn't end well; the one whose exit code isn't 0", "the ones with a nonzero exit code; all that exited with an error; those that didn't end well; every {n} whose exit code isn't 0")
    if "PORTS" in at:
        outside = [(re.search(r":(\d+)->", c) or [None, ""])[1] for c in made[at["PORTS"]]]
        candidates = [i for i, p in enumerate(outside) if p]
        if candidates:
            i = rng.choice(candidates)
            p = outside[i]
            put([i], f"the one on port {p}; whatever publishes {p}; the {{n}} that has {p}; the one behind port {p}; whichever listens on {p}; the one that takes port {p}; the {{n}} blocking {p}; whatever sits on {p}; the one with {p}")
        if len(candidates) == 1:
            put(candidates, "the only one that publishes a port; the one with a published port; the {n} reachable from outside")
    if "IMAGE" in at:
        images = [c.split("/")[-1].split(":")[0] for c in made[at["IMAGE"]]]
        i = rng.randrange(count)
        rows = [k for k, c in enumerate(images) if c == images[i]]
        name = images[i]
        if not any(name in made[at["IMAGE"]][k] for k in range(count) if k not in rows):
            put(rows, f"the one from the {name} image; the {{n}} that runs {name}; the {name} {{n}}; the one built on {name}; whatever uses {name}", f"all {{ns}} from the {name} image; everything that runs {name}; the {name} {{ns}}; all that use {name}; every {{n}} of {name}")
        tag = made[at["IMAGE"]][i].split("/")[-1].partition(":")[2]
        if tag and sum(c.endswith(":" + tag) for c in made[at["IMAGE"]]) == 1 and rng.random() < 0.4:
            put([i], f"the one with tag {tag}; the {{n}} that runs version {tag}; the one on {tag}; the {tag} {{n}}")
    return found


ACTS = """
docker rm -f {x} => force remove {s}; remove {s} even if running; rm -f {s}; delete {s} by force; get rid of {s} no matter what; kill and remove {s}; throw {s} away, running or not; forcibly delete {s}
docker rm {x} => @delete
docker stop {x} => @stop
docker restart {x} => @restart
docker start {x} => @start
docker start {x} => @start
1 docker logs {x} => @logs
1 docker logs -f {x} => @follow
1 docker logs --tail {:n} {x} => last {:n} log lines of {s}; {:n} lines from the end of the log of {s}; the {:n} latest lines {s} logged; logs of {s}, last {:n} lines; only {:n} log lines of {s}; tail {:n} from {s}
1 docker logs --since {:1_12}h {x} => logs of {s} from the last {:1_12} hours; what did {s} log in the last {:1_12} hours; {s}: log since {:1_12}h ago; only {:1_12} hours of log from {s}
1 docker logs -t {x} => logs of {s} with timestamps; log of {s}, each line with its time; timestamped log of {s}
1 docker exec -it {x} sh => @shell
1 docker exec -it {x} bash => bash in {s}; open bash inside {s}; a bash shell in {s}; get a bash in {s}; exec bash in {s}; enter {s} with bash
docker inspect {x} => inspect {s}; all details of {s}; configuration of {s}; inspect {s} please; the full json of {s}; @info
docker kill {x} => kill {s} right away; docker kill {s}; SIGKILL {s}; kill {s} at once; kill {s}, don't wait
1 docker top {x} => processes inside {s}; what runs within {s}; process list of {s}; which processes does {s} have
1 docker stats --no-stream {x} => how much memory and cpu does {s} use; resource usage of {s}, once; stats of {s} without streaming; cpu and ram of {s} right now
1 docker port {x} => port mappings of {s}; which ports does {s} publish; published ports of {s}
1 docker inspect -f '{{.State.ExitCode}}' {x} => exit code of {s}; with what code did {s} exit; only the exit code of {s}; just the exit code of {s}
1 docker inspect -f '{{.RestartCount}}' {x} => how often was {s} restarted; how many restarts does {s} have; number of restarts of {s}, only that
1 docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' {x} => ip address of {s}; which ip does {s} have; the internal ip of {s}, only that
docker update --restart unless-stopped {x} => let {s} restart unless stopped; restart policy unless-stopped for {s}; {s} should come back by itself unless stopped by hand; set {s} to restart unless-stopped
docker update --restart no {x} => no automatic restarts for {s}; turn off the restart policy of {s}; set the restart policy of {s} to no; {s} shouldn't restart by itself any more
1 docker rename {x} {:word} => rename {s} to {:word}; call {s} {:word} from now on; give {s} the name {:word}
1 docker cp {x}:/etc/hosts . => copy /etc/hosts out of {s} to here; get /etc/hosts from {s} into this folder; fetch /etc/hosts of {s} to the current directory
1 docker commit {x} {:word}:{:1_9} => save {s} as image {:word}:{:1_9}; commit {s} to {:word}:{:1_9}; make an image {:word}:{:1_9} out of {s}; snapshot {s} into the image {:word}:{:1_9}
1 docker diff {x} => which files changed in {s}; changed files of {s} against its image; filesystem changes in {s}
docker pause {x} => pause {s}; freeze {s}; suspend {s} for a while; halt {s} without stopping, pause
docker unpause {x} => unpause {s}; unfreeze {s}; let {s} go on; resume {s}
1 docker pull {IMAGE} => pull a newer image for {s}; update the image of {s}, just pull; get the latest image that {s} uses; pull the image {s} was made from
1 docker network connect {:word} {x} => connect {s} to the network {:word}; put {s} into the network {:word}; attach {s} to network {:word}
"""
CREATED = A("CREATED", 90, 500 * DAY, lambda x: since(x) + " ago", "old", "1h 1d 7d 30d")
COUNTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 14, 18, 24)
CONTAINER_ID, STATUS, NAMES = P("CONTAINER ID", lambda r: hexes(r, 12)), T("STATUS", STATES), K("NAMES", container)
IMAGE, COMMAND, PORTS = P("IMAGE", of("image")), P("COMMAND", pick('"/entrypoint.sh"')), P("PORTS", pick("80/tcp"))
WITH = dict(counts=COUNTS, fix=containers_fit, more=containers_more, show=containers_shown, bars=BARS)
UP = T("STATUS", "\n".join(line for line in STATES.strip().splitlines() if line.lstrip("!").startswith(("Up", "Restarting"))))
COMPOSE_ACTS = """
docker compose restart {x} => @restart
docker compose stop {x} => @stop
docker compose start {x} => @start
docker compose up -d {x} => bring {s} up in the background; up -d for {s}; start {s} detached, create if needed; get {s} up again, detached; bring {s} back in the background
1 docker compose logs {x} => @logs
1 docker compose logs -f {x} => @follow
1 docker compose logs --tail={:n} {x} => last {:n} log lines of {s}; {:n} lines from the end of the log of {s}; logs of {s}, only the last {:n}; tail {:n} lines of {s}
1 docker compose exec {x} sh => @shell
1 docker compose exec {x} bash => bash in {s}; open bash inside {s}; exec bash in {s}; get a bash in {s}
docker compose up -d --build {x} => rebuild and start {s}; build {s} anew and bring up in the background; up with build for {s}, detached; new build of {s}, then run detached
docker compose up -d --force-recreate {x} => recreate {s}; force recreate {s}, detached; new container for {s} even if nothing changed
docker compose pull {x} => pull the image of {s}; get the newest image for {s}; update the image for {s}, pull only
docker compose build --no-cache {x} => build {s} from scratch, no cache; rebuild the image of {s} without cache; build {s} anew, ignore the cache
docker compose rm -sf {x} => stop and remove {s} without asking; throw away the container of {s}, stop first, no questions; rm -sf for {s}
docker compose kill {x} => kill {s}; kill {s} hard; {s} must be killed at once
1 docker compose up -d --scale {x}={:2_8} => run {:2_8} instances of {s}; scale {s} to {:2_8}; {:2_8} containers for {s}, detached
1 docker compose top {x} => processes of {s}; what runs in {s}; process list of {s}
"""
IMAGES_ACTS = """
docker rmi ⟦{REF}⟧ => @delete
docker rmi ⟦{REF}⟧ => @delete
docker rmi {x} => delete {s} by id; rmi {s}, using the image id; remove {s} by its id; use the image id to delete {s}
docker rmi -f ⟦{REF}⟧ => force remove {s}; delete {s} by force; remove {s} even if containers use it; rmi -f {s}
1 docker run -it --rm {REPOSITORY}:{TAG} sh => a throwaway shell in {s}; try {s} in a shell, remove the container after; start sh in a temporary container of {s}; run {s} interactively with sh and clean up after
1 docker run -d -p {:port}:{:port2} {REPOSITORY}:{TAG} => run {s} in the background, port {:port} here to {:port2} inside; start {s} detached and publish {:port2} as {:port}; container of {s}, detached, {:port} mapped to {:port2}
1 docker run -d --name {:word} {REPOSITORY}:{TAG} => run {s} detached as {:word}; start a container {:word} from {s} in the background; bring up {s} under the name {:word}, detached
1 docker history {REPOSITORY}:{TAG} => layers of {s}; history of {s}; which layers make {s} that big; why is {s} so large, its layers
1 docker push {REPOSITORY}:{TAG} => push {s}; upload {s} to its registry; push {s} to the registry
m docker save -o {:word}.tar ⟦{REPOSITORY}:{TAG}⟧ => save {s} to {:word}.tar; export {s} as {:word}.tar; write {s} into {:word}.tar
1 docker pull {REPOSITORY}:{TAG} => pull {s} again; get the newest {s}; update {s}; fetch a newer build of {s}
1 docker tag {REPOSITORY}:{TAG} {REPOSITORY}:{:word} => tag {s} as {:word} too; give {s} the tag {:word} as well; add the tag {:word} to {s}
docker inspect ⟦{REF}⟧ => inspect {s}; details of {s}; the full json of {s}
1 docker ps -a --filter ancestor={REPOSITORY}:{TAG} => which containers come from {s}, stopped ones too; all containers made of {s}; is {s} in use by any container, also stopped
"""


def images_fit(rng, titles, made):
    """Some that have several tags, some that have none."""
    at, count = {t: i for i, t in enumerate(titles)}, len(made[0])
    pool = [rng.choice(list(SERVERS)) if rng.random() < 0.5 else own_image(rng, app(rng)).split(":")[0] for _ in range(count)]
    taken = set()
    for i in range(count):
        name = pool[i] if rng.random() < 0.75 else pool[0]
        tag = rng.choice(TAGS) if name in SERVERS else rng.choice(["latest", "dev", "main", f"{rng.randint(0, 5)}.{rng.randint(0, 30)}.{rng.randint(0, 9)}", f"v{rng.randint(1, 9)}", hexes(rng, 7), f"build-{rng.randint(10, 900)}", f"pr-{rng.randint(10, 900)}"])
        while (name, tag) in taken:
            tag = f"{rng.randint(0, 9)}.{rng.randint(0, 30)}"
        taken.add((name, tag))
        made[at["REPOSITORY"]][i], made[at["TAG"]][i] = name, tag
    if rng.random() < 0.35:
        for i in rng.sample(range(count), min(count - 1, rng.choice([1, 1, 2, 3]))):
            made[at["REPOSITORY"]][i] = made[at["TAG"]][i] = "<none>"
    return made


def images_more(rng, titles, made):
    found, at, count = [], {t: i for i, t in enumerate(titles)}, len(made[0])
    names, tags = made[at["REPOSITORY"]], made[at["TAG"]]
    rows = [i for i, n in enumerate(names) if n == "<none>"]
    if len(rows) == 1:
        found.append((["the one without a name", "the untagged {n}", "the dangling one", "the <none> {n}", "the one with no tag", "the nameless one", "the orphaned {n}", "the one that lost its tag"], rows))
    i = rng.randrange(count)
    short = names[i].split("/")[-1]
    rows = [k for k in range(count) if names[k] == names[i]]
    if short != "<none>" and not any(short in names[k] for k in range(count) if k not in rows):
        if len(rows) == 1:
            found.append(([f"the {short} {{n}}", f"{short}", f"the {{n}} of {short}", f"our {short} {{n}}", f"the one called {short}"], rows))
        else:
            found.append(([f"all {short} {{ns}}", f"every tag of {short}", f"the {short} {{ns}}", f"all versions of {short}", f"everything of {short}"], rows))
            k = rng.choice(rows)
            if sum(tags[r] == tags[k] for r in rows) == 1:
                found.append(([f"{short} {tags[k]}", f"the {short} {{n}} tagged {tags[k]}", f"version {tags[k]} of {short}", f"tag {tags[k]} of {short}", f"{short} with the tag {tags[k]}"], [k]))
                if len(rows) > 2 or len(rows) == 2:
                    others = [r for r in rows if r != k]
                    found.append(([f"all {short} {{ns}} but the one tagged {tags[k]}", f"every {short} tag except {tags[k]}", f"the other {short} versions, keep {tags[k]}", f"everything of {short} apart from {tags[k]}"] if len(others) > 1 else [f"the {short} {{n}} that isn't {tags[k]}", f"the other {short}, not {tags[k]}", f"the {short} one not tagged {tags[k]}"], others))
    host = names[i].split("/")[0]
    rows = [k for k in range(count) if names[k].startswith(host + "/")]
    if "." in host and 1 < len(rows) < count and len(rows) < 6:
        found.append(([f"all {{ns}} from {host}", f"everything of the registry {host}", f"the {host} ones", f"whatever comes from {host}"], rows))
    return found


TABLES = [
    Sheet("docker ps (-a|-a|--all)", "container", "containers", (CONTAINER_ID, IMAGE, COMMAND, CREATED, STATUS, PORTS, NAMES), ACTS, **WITH),
    Sheet("docker (ps -a|container ls -a)", "container", "containers", (CONTAINER_ID, IMAGE, COMMAND, CREATED, STATUS, PORTS, NAMES), ACTS, **WITH),
    Sheet("docker ps", "container", "containers", (CONTAINER_ID, IMAGE, COMMAND, CREATED, UP, PORTS, NAMES), ACTS, **WITH),
    Sheet("docker (ps|container ls)", "container", "containers", (CONTAINER_ID, IMAGE, COMMAND, CREATED, UP, PORTS, NAMES), ACTS, **WITH),
    Sheet("docker ps (-a|--all) --format 'table {{.Names}}\\\\t{{.Status}}'", "container", "containers", (NAMES, STATUS), ACTS.replace("\n1 docker pull {IMAGE}", "\n1 docker wait {x} => wait until {s} stops; block till {s} has exited; wait for {s} to end\n1 docker pull {IMAGE}"), **WITH),
    Sheet("docker ps -a --format 'table {{.Names}}\\\\t{{.Image}}\\\\t{{.Status}}\\\\t{{.Ports}}'", "container", "containers", (NAMES, IMAGE, STATUS, PORTS), ACTS, **WITH),
    Sheet("docker stats --no-stream", "container", "containers", (CONTAINER_ID, K("NAME", container), N("CPU %", "cpu|cpu usage", 0.02, 390, lambda x: f"{x:.2f}%", "the cpu hog; the busiest container; whatever eats the cpu; the one hogging the cpu; the one that burns the most cpu; the one under the most load; the one that makes the fans spin", "the idlest one; the laziest one", "50% 80% 100% 200%"), N("MEM USAGE / LIMIT", "memory|ram|memory use", 5, 9000, lambda x: (f"{x:.1f}MiB" if x < 1024 else f"{x / 1024:.2f}GiB") + " / 15.5GiB", "the memory hog; the one hogging memory; whatever eats the memory; the one eating all the ram; the hungriest container; the fattest container; the one that uses up the ram; the leaky one", "the leanest one", "500Mi 1000Mi 2000Mi"), P("MEM %", lambda r: f"{r.uniform(0, 20):.2f}%"), P("NET I/O", lambda r: f"{r.randint(1, 900)}MB / {r.randint(1, 900)}MB"), P("BLOCK I/O", lambda r: f"{r.randint(1, 900)}MB / {r.randint(1, 900)}kB"), N("PIDS", "processes|pids", 1, 400)), """
docker stop {x} => @stop
docker restart {x} => @restart
docker kill {x} => kill {s}; kill {s} hard; docker kill {s}; {s} must be killed
1 docker logs {x} => @logs
1 docker logs --tail {:n} {x} => last {:n} log lines of {s}; the latest {:n} lines of the log of {s}; {:n} lines of log from {s}
1 docker exec -it {x} sh => @shell
docker update --memory {:1_8}g --memory-swap {:1_8}g {x} => limit {s} to {:1_8}g of memory, swap included; give {s} at most {:1_8}g memory and swap together; cap {s} at {:1_8}g for memory and memory-swap
docker update --cpus {:1_4} {x} => limit {s} to {:1_4} cpus; let {s} use {:1_4} cpus at most; cap {s} at {:1_4} cpus; no more than {:1_4} cpus for {s}
1 docker top {x} => processes inside {s}; what runs in {s}; process list of {s}
docker pause {x} => pause {s}; freeze {s}; suspend {s}
1 docker inspect {x} => inspect {s}; full details of {s}; which limits does {s} have, inspect
docker rm -f {x} => force remove {s}; remove {s} even though it runs; kill and remove {s}
""", counts=COUNTS[2:], gap=3),
    Sheet("docker images", "image", "images", (P("REPOSITORY", of("imagename")), P("TAG", of("tag")), K("IMAGE ID", lambda r: hexes(r, 12)), CREATED, N("SIZE", "size|space|disk space", 5, 9000, megabytes, "the biggest one; the largest image; the fattest one; the one that takes the most space; the heaviest image; the space hog; the huge one; the bloated one; the image that wastes the most space", "the smallest one; the tiniest image", "500MB 1GB 2GB 5GB")), IMAGES_ACTS, counts=COUNTS[2:], fix=images_fit, more=images_more),
    Sheet("docker (images|image ls)", "image", "images", (P("REPOSITORY", of("imagename")), P("TAG", of("tag")), K("IMAGE ID", lambda r: hexes(r, 12)), CREATED, N("SIZE", "size|space|disk space", 5, 9000, megabytes, "the biggest one; the largest image; the one that takes the most space; the heaviest image; the space hog; the bloated one", "the smallest one; the tiniest image", "500MB 1GB 2GB 5GB")), IMAGES_ACTS, counts=COUNTS[2:], fix=images_fit, more=images_more),
    Sheet("docker volume ls", "volume", "volumes", (O("DRIVER", pick("local|local|local|nfs|rexray")), K("VOLUME NAME", lambda r: r.choice([hexes(r, 64), low(r) + "_" + r.choice(["data", "pgdata", "db", "redis-data", "uploads", "grafana", "media", "cache", "config"]), low(r) + "_" + workload(r), workload(r)]))), """
docker volume rm {x} => @delete
docker volume inspect {x} => inspect {s}; details of {s}; where is {s} on disk; mountpoint of {s}
1 docker ps -a --filter volume={x} => which containers use {s}; who uses {s}; containers with {s} mounted; is {s} in use by any container, stopped ones too
1 docker run --rm -v {x}:/data alpine ls -la /data => look into {s} with a throwaway alpine, mounted at /data; list the files in {s} using alpine and /data
1 docker run --rm -v {x}:/data alpine du -sh /data => how big is {s}, du in a throwaway alpine at /data; size of {s}, using alpine with /data
1 docker run --rm -v {x}:/data -v $PWD:/backup alpine tar czf /backup/{:word}.tar.gz -C /data . => back {s} up into {:word}.tar.gz here, with alpine, /data and /backup; tar {s} to {:word}.tar.gz in this directory through alpine, /data and /backup
""", header=1.0, more=lambda rng, titles, made: [(["the one without a real name", "the anonymous {n}", "the one with the long hash", "the unnamed {n}"], rows) for rows in [[i for i, n in enumerate(made[1]) if re.fullmatch("[0-9a-f]{64}", n)]] if len(rows) == 1 and len(made[0]) > 1] + [(["the anonymous {ns}", "all {ns} with just a hash for a name", "the unnamed ones", "those with the long hashes"], rows) for rows in [[i for i, n in enumerate(made[1]) if re.fullmatch("[0-9a-f]{64}", n)]] if 1 < len(rows) < len(made[0]) and len(rows) < 4]),
    Sheet("docker network ls", "network", "networks", (P("NETWORK ID", lambda r: hexes(r, 12)), K("NAME", lambda r: r.choice([low(r) + "_default", low(r) + "_" + r.choice(["backend", "frontend", "internal", "proxy"]), workload(r) + "-net", workload(r)])), S("DRIVER", "bridge:bridge|bridged;overlay:overlay;macvlan:macvlan;ipvlan:ipvlan"), P("SCOPE", pick("local"))), """
docker network rm {x} => @delete
docker network inspect {x} => inspect {s}; which containers are in {s}; who is connected to {s}; details of {s}; subnet of {s}
1 docker network connect {x} {:word} => connect the container {:word} to {s}; put {:word} into {s}; attach {:word} to {s}
1 docker network disconnect {x} {:word} => disconnect the container {:word} from {s}; take {:word} out of {s}
1 docker run -it --rm --network {x} alpine sh => throwaway alpine shell inside {s}; start a temporary alpine with sh in {s}; sh in a disposable alpine attached to {s}
"""),
    Sheet("docker compose ps (-a|--all)", "service", "services", (P("NAME", pick("x-y-1")), IMAGE, COMMAND, K("SERVICE", app), CREATED, STATUS, PORTS), COMPOSE_ACTS, **WITH),
    Sheet("docker compose ps", "service", "services", (P("NAME", pick("x-y-1")), IMAGE, COMMAND, K("SERVICE", app), CREATED, UP, PORTS), COMPOSE_ACTS, **WITH),
    Sheet("docker compose ps -a --format 'table {{.Service}}\\\\t{{.Status}}'", "service", "services", (K("SERVICE", app), STATUS), COMPOSE_ACTS, **WITH),
    Sheet("docker compose ls [-a]", "project", "projects", (K("NAME", lambda r: low(r)), S("STATUS", "running(3):running|up;exited(2):exited|stopped|down:the one that is down|the one that was stopped;!restarting(1):restarting:the one that keeps restarting;paused(1):paused"), P("CONFIG FILES", lambda r: f"/{r.choice(['srv', 'opt', 'home/deploy', 'root'])}/{workload(r)}/{r.choice(['docker-compose.yml', 'compose.yaml'])}")), """
docker compose -p {x} stop => @stop
docker compose -p {x} down => take {s} down, containers and all; down {s}; tear {s} down; remove the containers of {s}
docker compose -p {x} restart => @restart
1 docker compose -p {x} logs => @logs
1 docker compose -p {x} logs -f => @follow
1 docker compose -p {x} ps => what belongs to {s}; containers of {s}; list the services of {s}; status of {s}
docker compose -f {CONFIG FILES} up -d => bring {s} up detached from its file; up -d with the config file of {s}; start {s} in the background by its compose file
docker compose -f {CONFIG FILES} pull => pull the images of {s} by its compose file; newer images for {s}, using its config file
1 cat {CONFIG FILES} => show the compose file of {s}; print the config file of {s}; what's in the compose file of {s}
""".replace("docker compose -p {x} stop", "1 docker compose -p {x} stop").replace("docker compose -p {x} down", "1 docker compose -p {x} down").replace("docker compose -p {x} restart", "1 docker compose -p {x} restart")),
    Sheet("podman ps (-a|--all)", "container", "containers", (CONTAINER_ID, IMAGE, COMMAND, CREATED, STATUS, PORTS, NAMES), """
podman restart {x} => @restart
podman stop {x} => @stop
podman start {x} => @start
1 podman logs {x} => @logs
1 podman logs --tail {:n} {x} => last {:n} log lines of {s}; {:n} lines from the end of the log of {s}; logs of {s}, {:n} lines
podman rm {x} => @delete
podman rm -f {x} => force remove {s}; rm -f {s}; get rid of {s} by force; remove {s} even if running
1 podman exec -it {x} sh => @shell
podman inspect {x} => inspect {s}; all details of {s}
1 podman generate systemd --new --name {x} => systemd unit for {s}; generate a systemd unit that creates {s} anew; make a unit file out of {s}, with --new
1 podman generate kube {x} => kubernetes yaml for {s}; turn {s} into kube yaml; generate kube from {s}
""", **WITH),
    Sheet("docker service ls", "service", "services", (P("ID", lambda r: "".join(r.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(12))), K("NAME", lambda r: low(r) + "_" + app(r)), P("MODE", pick("replicated")), S("REPLICAS", "3/3:complete|fully up;!0/3:down|without a running task:the one with no task running|the one at 0/3;!1/3:degraded|incomplete:the one that is short of replicas|the one with just one of three;1/1:single"), P("IMAGE", of("image")), P("PORTS", lambda r: r.choice(["", f"*:{draw(r, 'port')}->80/tcp"]))), """
1 docker service scale {x}={:0_12} => scale {s} to {:0_12}; {:0_12} replicas of {s}; bring {s} to {:0_12} tasks; {s} should run {:0_12} times
1 docker service logs {x} => @logs
1 docker service logs -f {x} => @follow
1 docker service ps {x} => tasks of {s}; on which nodes does {s} run; why doesn't {s} come up, list its tasks; task list of {s}
1 docker service update --force {x} => restart the tasks of {s}; force an update of {s}; redeploy {s} although nothing changed; rolling restart of {s}
1 docker service rollback {x} => roll {s} back; undo the last update of {s}; previous version of {s} please
docker service rm {x} => @delete
docker service inspect --pretty {x} => readable details of {s}; inspect {s} in pretty form; pretty inspect for {s}
"""),
    Sheet("docker node ls", "node", "nodes", (P("ID", lambda r: "".join(r.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(25))), K("HOSTNAME", of("node")), S("STATUS", "Ready:ready|up;!Down:down|offline|dead:the one that went away|the one we lost"), O("AVAILABILITY", pick("Active|Active|Active|Drain|Pause")), P("MANAGER STATUS", pick("|||Reachable")), P("ENGINE VERSION", pick("27.5.1|28.0.1"))), """
1 docker node update --availability drain {x} => drain {s}; move all tasks off {s}; take {s} out for maintenance, drain; empty {s}
1 docker node update --availability active {x} => put {s} back to active; make {s} active again; let {s} take tasks again
1 docker node inspect --pretty {x} => readable details of {s}; pretty inspect of {s}
1 docker node ps {x} => tasks on {s}; what runs on {s}; which tasks sit on {s}
1 docker node rm {x} => remove {s} from the swarm; delete {s} from the swarm; kick {s} out of the swarm
1 docker node promote {x} => promote {s} to manager; make {s} a manager; turn {s} into a manager
"""),
]


add(TABLES)
BY = {sheet.noun: sheet for sheet in reversed(TABLES)}
add_pairs((TABLES[0], BY["image"]), (BY["image"], TABLES[2]), (TABLES[0], BY["volume"]), (TABLES[0], BY["network"]), (BY["project"], TABLES[2]))
