"""Tables of containers."""

from .sheets import K, N, O, P, S, Sheet, add, ago, digits
from .tables import draw, hexes, megabytes, of, pick, workload


DOCKER_STATES = "Up 2 hours:up|running;!Exited (1) 3 minutes ago:exited|stopped|dead|down|not running:the one that died|the one that stopped|the one that exited with 1|the one that crashed|the one that is no longer running;!Restarting (1) 20 seconds ago:restarting|stuck in a restart loop|restarting all the time:the one that keeps restarting|the one that can't come up|the one in a restart loop|the flapping one|the one that restarts over and over;!Up 3 hours (unhealthy):unhealthy:the one that fails its health check|the one whose health check fails|the sick one;Up 4 days (Paused):paused|frozen;Created:created but never started|never started;!Exited (137) 2 hours ago:killed|exited with 137:the one with exit code 137|the one that was killed|the one that ran out of memory"
TABLES = [
    Sheet("docker ps -a", "container", "containers", (P("CONTAINER ID", lambda r: hexes(r, 12)), O("IMAGE", of("image")), P("COMMAND", pick('"/entrypoint.sh"|"docker-entrypoint.s…"|"python app.py"|"nginx -g \'daemon of…"|"npm start"|"/bin/sh -c ./run"')), P("CREATED", ago), S("STATUS", DOCKER_STATES), P("PORTS", lambda r: r.choice(["", f"0.0.0.0:{draw(r, 'port')}->80/tcp", "5432/tcp"])), K("NAMES", workload)), """
docker rm -f {x} => force remove {s}; remove {s} even if running; rm -f {s}; delete {s} by force; get rid of {s} no matter what; kill and remove {s}; throw {s} away, running or not; forcibly delete {s}
docker stop {x} => @stop
docker restart {x} => @restart
docker start {x} => @start
1 docker logs {x} => @logs
1 docker logs -f {x} => @follow
1 docker logs --tail 50 {x} => last 50 log lines of {s}; 50 lines from the end of the log of {s}; the 50 latest lines {s} logged
1 docker exec -it {x} sh => @shell
docker inspect {x} => inspect {s}; all details of {s}; configuration of {s}; inspect {s} please; the full json of {s}
docker kill {x} => kill {s} right away; docker kill {s}; SIGKILL {s}; kill {s} at once
1 docker top {x} => processes inside {s}; what runs within {s}; process list of {s}; which processes does {s} have
1 docker stats --no-stream {x} => how much memory and cpu does {s} use; resource usage of {s}, once; stats of {s} without streaming
1 docker port {x} => port mappings of {s}; which ports does {s} publish; published ports of {s}
1 docker inspect -f '{{.State.ExitCode}}' {x} => exit code of {s}; with what code did {s} exit; only the exit code of {s}
"""),
    Sheet("docker ps", "container", "containers", (K("CONTAINER ID", lambda r: hexes(r, 12)), O("IMAGE", of("image")), P("COMMAND", pick('"/entrypoint.sh"|"python app.py"|"npm start"')), P("CREATED", ago), S("STATUS", "Up 2 hours:up;!Up 3 minutes (unhealthy):unhealthy:the one that fails its health check;!Restarting (1) 20 seconds ago:restarting:the one that keeps restarting|the one in a restart loop;Up 5 days (Paused):paused|frozen"), P("PORTS", lambda r: r.choice(["", f"0.0.0.0:{draw(r, 'port')}->80/tcp"])), P("NAMES", workload)), """
docker stop {NAMES} => @stop
docker restart {NAMES} => @restart
docker rm -f {NAMES} => force remove {s}; remove {s} even though it is running; kill and remove {s}; get rid of {s} for good
docker logs {NAMES} => @logs
docker logs -f {NAMES} => @follow
docker exec -it {NAMES} sh => @shell
docker exec -it {NAMES} bash => bash in {s}; open bash inside {s}; a bash shell in {s}; get a bash in {s}
docker unpause {NAMES} => unpause {s}; unfreeze {s}; let {s} go on; resume {s}
docker commit {NAMES} snapshot:1 => save {s} as image snapshot:1; commit {s} to snapshot:1; make an image snapshot:1 out of {s}
"""),
    Sheet("docker stats --no-stream", "container", "containers", (P("CONTAINER ID", lambda r: hexes(r, 12)), K("NAME", workload), N("CPU %", "cpu|cpu usage", 0.02, 390, lambda x: f"{x:.2f}%", "the cpu hog; the busiest container; whatever eats the cpu; the one hogging the cpu; the one that burns the most cpu; the one under the most load", "the idlest one; the laziest one", "50% 80% 100% 200%"), N("MEM USAGE / LIMIT", "memory|ram|memory use", 5, 990, lambda x: f"{x:.1f}MiB / 7.6GiB", "the memory hog; the one hogging memory; whatever eats the memory; the one eating all the ram; the hungriest container; the fattest container; the one that uses up the ram", "the leanest one"), P("MEM %", lambda r: f"{r.uniform(0, 20):.2f}%"), P("NET I/O", lambda r: f"{r.randint(1, 900)}MB / {r.randint(1, 900)}MB"), P("PIDS", digits(1, 90))), """
docker stop {x} => @stop
docker restart {x} => @restart
docker kill {x} => kill {s}; kill {s} hard; docker kill {s}; {s} must be killed
1 docker logs {x} => @logs
1 docker exec -it {x} sh => @shell
docker update --memory 512m --memory-swap 512m {x} => limit {s} to 512 MB of memory and swap; give {s} at most 512m memory, swap included; cap {s} at 512m for memory and memory-swap
1 docker update --cpus 1 {x} => limit {s} to one cpu; let {s} use a single cpu at most; cap {s} at 1 cpu
1 docker top {x} => processes inside {s}; what runs in {s}; process list of {s}
docker pause {x} => pause {s}; freeze {s}; suspend {s}
"""),
    Sheet("docker images", "image", "images", (P("REPOSITORY", of("imagename")), P("TAG", of("tag")), K("IMAGE ID", lambda r: hexes(r, 12)), P("CREATED", ago), N("SIZE", "size|space|disk space", 5, 999, lambda x: f"{x:.0f}MB", "the biggest one; the largest image; the fattest one; the one that takes the most space; the heaviest image; the space hog; the huge one", "the smallest one; the tiniest image", "100MB 500MB")), """
docker rmi {x} => @delete
docker rmi {REPOSITORY}:{TAG} => untag and remove {s} by its name and tag; rmi {s}, using repository and tag; remove {s} by name and tag
docker run -it --rm {REPOSITORY}:{TAG} sh => a throwaway shell in {s}; try {s} in a shell, remove the container after; start sh in a temporary container of {s}
docker history {REPOSITORY}:{TAG} => layers of {s} by name and tag; history of {s} by name; which layers make {s} big, by name
docker push {REPOSITORY}:{TAG} => push {s}; upload {s} to its registry; push {s} to the registry
docker save -o image.tar {REPOSITORY}:{TAG} => save {s} to image.tar; export {s} as image.tar; write {s} into image.tar
docker inspect {x} => inspect {s}; details of {s}; the full json of {s}
"""),
    Sheet("docker volume ls", "volume", "volumes", (O("DRIVER", pick("local|nfs|rexray")), K("VOLUME NAME", workload)), """
docker volume rm {x} => @delete
docker volume inspect {x} => inspect {s}; details of {s}; where is {s} on disk; mountpoint of {s}
1 docker ps -a --filter volume={x} => which containers use {s}; who uses {s}; containers with {s} mounted; is {s} in use by any container, stopped ones too
1 docker run --rm -v {x}:/data alpine ls -la /data => look into {s} with a throwaway alpine, mounted at /data; list the files in {s} using alpine and /data
""", header=1.0),
    Sheet("docker network ls", "network", "networks", (P("NETWORK ID", lambda r: hexes(r, 12)), K("NAME", workload), S("DRIVER", "bridge:a bridge|bridged;overlay:an overlay|overlay;macvlan:a macvlan|macvlan;ipvlan:an ipvlan|ipvlan"), P("SCOPE", pick("local"))), """
docker network rm {x} => @delete
docker network inspect {x} => inspect {s}; which containers are in {s}; who is connected to {s}; details of {s}; subnet of {s}
1 docker network connect {x} web => connect the container web to {s}; put web into {s}; attach web to {s}
1 docker network disconnect {x} web => disconnect the container web from {s}; take web out of {s}
"""),
    Sheet("docker compose ps", "service", "services", (P("NAME", lambda r: "app-" + workload(r) + "-1"), P("IMAGE", of("image")), K("SERVICE", workload), P("CREATED", ago), S("STATUS", DOCKER_STATES), P("PORTS", lambda r: r.choice(["", f"0.0.0.0:{draw(r, 'port')}->80/tcp"]))), """
docker compose restart {x} => @restart
docker compose stop {x} => @stop
docker compose logs {x} => @logs
docker compose logs -f {x} => @follow
1 docker compose exec {x} sh => @shell
docker compose up -d --build {x} => rebuild and start {s}; build {s} anew and bring up in the background; up with build for {s}, detached
docker compose up -d --force-recreate {x} => recreate {s}; force recreate {s}, detached; new container for {s} even if nothing changed
docker compose pull {x} => pull the image of {s}; get the newest image for {s}; update the image for {s}, pull only
docker compose rm -sf {x} => stop and remove {s} without asking; throw away the container of {s}, stop first, no questions; rm -sf for {s}
"""),
    Sheet("podman ps -a", "container", "containers", (P("CONTAINER ID", lambda r: hexes(r, 12)), P("IMAGE", lambda r: "docker.io/library/" + draw(r, "image").split("/")[-1]), P("COMMAND", pick("nginx -g daemon o...|postgres|sh")), P("CREATED", ago), S("STATUS", DOCKER_STATES), K("NAMES", workload)), """
podman restart {x} => @restart
podman stop {x} => @stop
podman start {x} => @start
1 podman logs {x} => @logs
podman rm -f {x} => force remove {s}; rm -f {s}; get rid of {s} by force; remove {s} even if running
1 podman exec -it {x} sh => @shell
"""),
    Sheet('docker ps (-a|--all)', 'container', 'containers', (P('CONTAINER ID', lambda r: hexes(r)), P('IMAGE', of('image')), S('STATUS', 'Up 3 hours:running|up;Exited (1) 5 minutes ago:crashed|failed;Exited (0) 2 days ago:stopped|exited|finished;Restarting (1) 9 seconds ago:restarting|in a restart loop;Up 2 days (unhealthy):unhealthy|sick;Up 4 hours (Paused):paused;Exited (137) 3 hours ago:killed;Created:created but never started'), K('NAMES', workload)), """
docker rm {x} => remove {s}; delete {s}; get rid of {s}; {s} can go
docker start {x} => @start
docker restart {x} => @restart
docker stop {x} => @stop
docker inspect {x} => @info
1 docker logs {x} => @logs
1 docker exec -it {x} sh => @shell
1 docker rm -f {x} => force remove {s}; delete {s} even if it runs
docker pull {IMAGE} => pull a newer image for {s}; update the image of {s}
1 docker logs -f {x} => follow the logs of {s}
"""),
    Sheet('docker ps', 'container', 'containers', (K('CONTAINER ID', lambda r: hexes(r)), O('IMAGE', of('image')), P('CREATED', pick('3 hours ago|2 days ago|5 minutes ago|7 weeks ago')), P('STATUS', pick('Up 3 hours|Up 2 days|Up 5 minutes')), P('PORTS', lambda r: f"0.0.0.0:{draw(r, 'port')}->80/tcp"), P('NAMES', workload)), """
docker stop {x} => @stop
docker kill {x} => kill {s}
docker stop {NAMES} => stop {s} by name; halt {s}, by its name
docker logs {NAMES} => logs of {s}, by name
"""),
    Sheet('docker images', 'image', 'images', (P('REPOSITORY', of('imagename')), P('TAG', of('tag')), K('IMAGE ID', lambda r: hexes(r)), P('CREATED', pick('3 hours ago|2 days ago|5 months ago|7 weeks ago|2 years ago')), N('SIZE', 'space|size', 4, 9000, megabytes, most='the biggest one;the largest image;the fattest image', least='the smallest image')), """
docker rmi {x} => remove {s}; delete {s}; get rid of {s}
docker run -it --rm {REPOSITORY}:{TAG} sh => run {s} interactively; try {s} in a shell
1 docker history {x} => layers of {s}; history of {s}
docker save -o image.tar {REPOSITORY}:{TAG} => save {s} to image.tar
docker push {REPOSITORY}:{TAG} => push {s}
"""),
    Sheet('docker stats --no-stream', 'container', 'containers', (K('NAME', workload), N('CPU %', 'cpu|cpu usage', 0.1, 390, lambda x: f'{x:.2f}%', most='the cpu hog;the busiest one'), N('MEM USAGE', 'memory|ram|memory usage', 3, 12000, lambda x: f'{x:.1f}MiB', most='the memory hog;whatever eats the ram'), P('PIDS', lambda r: str(r.randint(1, 90)))), """
docker stop {x} => @stop
docker restart {x} => @restart
docker kill {x} => kill {s}
1 docker logs {x} => @logs
1 docker top {x} => processes in {s}; what runs inside {s}
1 docker update --memory 512m {x} => limit {s} to 512 MB of memory; cap {s} at 512m
"""),
    Sheet('docker volume ls', 'volume', 'volumes', (P('DRIVER', pick('local')), K('VOLUME NAME', lambda r: workload(r) + r.choice(['-data', '_db', '_cache', '-vol']))), """
docker volume rm {x} => remove {s}; delete {s}
docker volume inspect {x} => @info
"""),
    Sheet('docker network ls', 'network', 'networks', (P('NETWORK ID', lambda r: hexes(r)), K('NAME', lambda r: workload(r) + '-net'), S('DRIVER', 'bridge:bridge;overlay:overlay;macvlan:macvlan'), P('SCOPE', pick('local|swarm'))), """
docker network rm {x} => remove {s}; delete {s}
docker network inspect {x} => @info
"""),
]


add(TABLES)
