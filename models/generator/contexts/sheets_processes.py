"""Tables of processes, services, schedulers and graphics cards."""

from .sheets import K, N, O, P, S, Sheet, add, clock, digits, percents, person
from .tables import draw, of, pick, workload


PROGRAMS = "nginx: worker process|/usr/sbin/mysqld|python3 train.py --epochs 90|/usr/lib/firefox/firefox|java -Xmx8g -jar app.jar|node server.js|/usr/bin/dockerd -H fd://|postgres: writer process|redis-server *:6379|gunicorn: worker [web]|ffmpeg -i in.mp4 out.mkv|rsync -a /data /backup|/opt/google/chrome/chrome|celery -A jobs worker|/usr/bin/prometheus|vim notes.txt|make -j8|cc1plus -O2 main.cpp|/usr/bin/containerd|stress --cpu 4|find / -name core|ruby sidekiq|php-fpm: pool www|/usr/sbin/apache2 -k start|bash ./backup.sh|jupyter-lab --no-browser|ollama serve|clamd --foreground|tar czf home.tgz /home|gcc -O3 sim.c|matlab -batch run|blender -b scene.blend|snapd|xmrig -o pool:3333|webpack --watch|dd if=/dev/zero of=test|elasticsearch|mongod --config /etc/mongod.conf|cryptd|rg TODO /".split("|")
CPU_IDIOMS = "the cpu hog; whatever eats the cpu; the one hogging the cpu; the process hogging the cpu; the one burning the most cpu; the busiest process; whatever is pegging the cpu; the one that makes the fan spin; the thing melting my cpu; the top cpu consumer; the process with the highest cpu usage; the one that slows the machine down by its cpu usage; what's hammering the processor; the one keeping the cores busy; whatever is maxing out the cpu"
MEM_IDIOMS = "the memory hog; whatever eats the memory; the one hogging memory; the process hogging memory; the one eating all my ram; the one using the most ram; the biggest memory consumer; the process that takes the most RAM; whatever is filling up the ram; the hungriest process; the thing that swallows all the memory; the fattest process; the ram eater; what's using up the memory; the one that gobbles memory; the memory leaker"
PROC_ACTS = """
kill {x} => @kill
kill {x} => @kill
kill -9 {x} => @kill9
1 renice -n 10 -p {x} => lower the priority of {s} to 10; renice {s} to 10; nice value 10 for {s}; make {s} nicer, value 10; {s} should have niceness 10; give {s} a nice of 10
1 renice -n 19 -p {x} => give {s} the lowest priority; renice {s} to 19; {s} at lowest priority please; make {s} as nice as possible; let {s} run only when the machine is idle, nice 19
1 lsof -p {x} => which files does {s} have open; open files of {s}; list what {s} has open; files opened by {s}; file handles of {s}; lsof for {s}
1 strace -p {x} => trace {s}; attach strace to {s}; what system calls does {s} make; strace {s}; see the syscalls of {s}; what is {s} doing right now, strace
kill -STOP {x} => pause {s}; suspend {s}; freeze {s} without killing; stop {s} for now, to be continued later; put {s} on hold; send STOP to {s}
kill -CONT {x} => continue {s}; let {s} go on; resume {s}; send CONT to {s}; unfreeze {s}; wake {s} up again
kill -HUP {x} => send HUP to {s}; make {s} reload its config with HUP; hangup signal for {s}; SIGHUP {s}; HUP {s}
1 top -p {x} => watch {s} in top; only {s} in top; top for {s} alone; keep an eye on {s} with top; follow {s} in top
1 cat /proc/{x}/environ | tr '\\0' '\\n' => environment of {s}; which environment variables does {s} have; env of {s}, one per line
1 ls -l /proc/{x}/cwd => working directory of {s}; where was {s} started, its cwd; in which folder does {s} run; cwd of {s}
1 pstree -p {x} => children of {s} as a tree; process tree below {s}; which processes did {s} start, as a tree; tree of {s} with pids
1 taskset -cp 0 {x} => pin {s} to cpu 0; bind {s} to core 0; let {s} run only on cpu 0; restrict {s} to the first core
1 ps -o ppid= -p {x} => parent of {s}; who started {s}, its ppid; parent pid of {s}; ppid of {s}
1 pmap {x} => memory map of {s}; pmap of {s}; how is the memory of {s} laid out
1 ps -o etime= -p {x} => how long has {s} been running; uptime of {s}; run time of {s}; for how long does {s} run already
"""


def rss(rng):
    return str(rng.randint(1000, 900000))


TABLES = [
    Sheet("systemctl --failed", "unit", "units", (P("", pick("●")), K("UNIT", lambda r: draw(r, "service") + r.choice([".service", ".service", ".timer", ".mount"])), P("LOAD", pick("loaded")), P("ACTIVE", pick("failed")), P("SUB", pick("failed")), P("DESCRIPTION", lambda r: workload(r).replace("-", " "))), """
sudo systemctl restart {x} => @restart; try {s} once more; another try for {s}
systemctl status {x} => @status
1 journalctl -u {x} => logs of {s}; why did {s} fail, the journal; journal of {s}; what does the journal say about {s}; what went wrong with {s}, see the journal
1 journalctl -xeu {x} => end of the journal of {s} with explanations; jump to the end of the journal for {s} with explanatory texts; journalctl -xe for {s}
sudo systemctl reset-failed {x} => reset the failed state of {s}; clear the failure of {s}; forget that {s} failed; remove {s} from the failed list
sudo systemctl disable {x} => disable {s}; don't start {s} at boot; {s} should not start at boot
sudo systemctl mask {x} => mask {s}; make {s} impossible to start; never let anything start {s}
1 systemctl cat {x} => unit file of {s}; how is {s} defined; what is in the unit file of {s}
""", counts=(1, 2, 3, 4, 5), gap=1, header=1.0),
    Sheet("qstat", "job", "jobs", (K("Job ID", lambda r: f"{r.randint(1000, 99999)}.pbs"), P("Name", lambda r: workload(r)[:12]), O("User", person), P("Time Use", lambda r: f"{r.randint(0, 90):02}:{r.randint(0, 59):02}:{r.randint(0, 59):02}"), S("S", "R:running;Q:queued|waiting|pending:the one that waits;H:held|on hold;E:exiting|ending"), O("Queue", pick("workq|gpuq|long|short"))), """
qdel {x} => @delete; cancel {s}; kill {s}; stop {s}; abort {s}
qhold {x} => hold {s}; put {s} on hold; keep {s} from starting
qrls {x} => release {s}; let {s} start; unhold {s}; take the hold off {s}
1 qstat -f {x} => details of {s}; full status of {s}; everything about {s}; why isn't {s} running
""", gap=2),
    Sheet("nvidia-smi --query-gpu=index,name,temperature.gpu,utilization.gpu,memory.used --format=csv", "GPU", "GPUs", (K("index", digits(0, 7)), P("name", pick("NVIDIA A100-SXM4-80GB|NVIDIA H100 80GB HBM3|NVIDIA L40S|NVIDIA GeForce RTX 4090")), N("temperature.gpu", "temperature|heat", 25, 92, most="the hottest one; the hottest card; the one that overheats; the one running hot; the warmest gpu; the card about to melt", least="the coolest one; the coldest card"), N("utilization.gpu [%]", "utilization|load", 1, 100, lambda x: f"{int(x)} %", "the busiest one; the card working hardest; the most loaded gpu; the one under the most load", "the idlest one; the least busy card; the one that does the least; the one doing nothing; the freest gpu"), N("memory.used [MiB]", "memory used|memory in use|used vram", 300, 79000, lambda x: f"{int(x)} MiB", "the fullest one; the one with the least free memory; the card that's nearly full", "the emptiest card; the one with the most free memory; the gpu with the most room; the one with the most vram left; the least occupied card; the one that is practically empty")), """
1 CUDA_VISIBLE_DEVICES={x} python3 train.py => run train.py on {s}; start train.py on {s}; train.py should use {s}; launch train.py on {s} only; pin train.py to {s}; python train.py, but only on {s}
1 sudo nvidia-smi -i {x} -pl 250 => limit {s} to 250 W; power limit of 250 watts for {s}; cap {s} at 250 watts; set the power limit of {s} to 250; at most 250W for {s}
1 nvidia-smi -q -i {x} => details of {s}; everything about {s}; full query of {s}; all nvidia-smi knows about {s}
1 nvidia-smi -i {x} => status of {s}; nvidia-smi for {s}; only {s} in nvidia-smi; show just {s}
1 sudo nvidia-smi --gpu-reset -i {x} => reset {s}; gpu reset of {s}; {s} is stuck, reset
1 nvidia-smi -q -d TEMPERATURE -i {x} => temperature details of {s}; temperatures and limits of {s}; how hot may {s} get; temperature section for {s}
1 nvidia-smi -q -d ECC -i {x} => ecc errors of {s}; has {s} ecc errors; ECC section of {s}
1 export CUDA_VISIBLE_DEVICES={x} => use {s} from now on in this shell; make only {s} visible in this shell; set CUDA_VISIBLE_DEVICES to {s}; export it so that only {s} is used
1 nvidia-smi dmon -i {x} => monitor {s} continuously; dmon for {s}; live stats of {s}; keep watching {s}
""", counts=(3, 4, 5, 6, 8), line=lambda r, rows: "index, name, temperature.gpu, utilization.gpu [%], memory.used [MiB]\n" + "\n".join(", ".join(row) for row in rows)),
    Sheet("nvidia-smi --query-compute-apps=pid,process_name,used_memory --format=csv", "process", "processes", (K("pid", of("pid")), P("process_name", pick("python3|/usr/bin/python|ollama|java|./train|vllm|jupyter-lab|ffmpeg|blender|/opt/conda/bin/python")), N("used_gpu_memory [MiB]", "memory|gpu memory|vram|video memory", 200, 79000, lambda x: f"{int(x)} MiB", "the memory hog; whatever eats the vram; the one hogging the gpu; the one hogging gpu memory; the vram eater; the process filling the card; whatever is filling up the gpu memory; the one taking all the vram", "the smallest one", "1000 10000 20000")), """
kill {x} => @kill
kill -9 {x} => @kill9
1 ps -o user= -p {x} => who owns {s}; which user runs {s}; whose is {s}; owner of {s}
1 ps -p {x} -o args => command line of {s}; with which arguments was {s} started; full command of {s}
1 ls -l /proc/{x}/cwd => working directory of {s}; where does {s} run, its cwd; from which folder was {s} started
""", counts=(2, 3, 4, 5, 6, 8), line=lambda r, rows: "pid, process_name, used_gpu_memory [MiB]\n" + "\n".join(", ".join(row) for row in rows)),
    Sheet("nvtop -s", "process", "processes", (K("PID", of("pid")), O("USER", person), P("DEV", digits(0, 7)), P("TYPE", pick("Compute|Graphic")), N("GPU", "gpu|gpu usage|gpu load", 1, 100, percents, "the busiest process; the one that loads the gpu most"), N("GPU MEM", "gpu memory|vram", 100, 79000, lambda x: f"{int(x)}MiB", "the vram hog; the one eating the vram; the one hogging gpu memory; whatever fills the card"), P("Command", pick("python train.py|vllm serve|jupyter-lab|python infer.py|ollama runner"))), """
kill {x} => @kill
kill -9 {x} => @kill9
nvidia-smi -i {DEV} => nvidia-smi of the card that {s} uses; status of the gpu with {s}; show the gpu that {s} runs on
""", gap=2),
    Sheet("supervisorctl status", "program", "programs", (K("", workload), S("", "RUNNING:running|up;!FATAL:in FATAL|fatal|broken:the one that gave up|the one that can't be started|the one that is FATAL;!BACKOFF:in BACKOFF|backing off:the one that keeps exiting too quickly;STOPPED:stopped|not running;!EXITED:exited:the one that exited;STARTING:starting"), P("", lambda r: f"pid {r.randint(300, 90000)}, uptime {clock(r)}:{r.randint(10, 59)}")), """
sudo supervisorctl restart {x} => @restart
sudo supervisorctl start {x} => @start
sudo supervisorctl stop {x} => @stop
1 sudo supervisorctl tail {x} => @logs
1 sudo supervisorctl tail -f {x} => @follow
1 sudo supervisorctl tail {x} stderr => stderr of {s}; what did {s} print to stderr; error output of {s}
sudo supervisorctl status {x} => status of {s}; check {s} again; state of {s}
""", header=0.0, gap=4),
    Sheet("pm2 (ls|list|status)", "app", "apps", (P("id", digits(0, 30)), K("name", workload), P("mode", pick("fork|cluster")), N("↺", "restarts", 0.5, 900, most="the one that restarts most; the one that was restarted most often; the flakiest app"), S("status", "online:online|up;!errored:errored|broken:the one that errored|the one with the error;stopped:stopped|not running;launching:launching|still starting"), P("cpu", lambda r: f"{r.randint(0, 99)}%"), N("memory", "memory|ram", 10, 1900, lambda x: f"{x:.1f}mb", "the memory hog; the one hogging memory; the fattest app; the one eating the ram")), """
pm2 restart {x} => @restart
pm2 stop {x} => @stop
pm2 delete {x} => @delete
1 pm2 logs {x} => @logs
1 pm2 describe {x} => @info
pm2 reload {x} => reload {s}; zero downtime reload of {s}; reload {s} gracefully
""", gap=2),
]


add(TABLES)
