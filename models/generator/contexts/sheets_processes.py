"""Tables of processes, services, schedulers and graphics cards."""

from .sheets import K, N, O, P, S, Sheet, add, clock, digits, percents, person, point
from .tables import draw, of, percent, pick, workload


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
    Sheet("(ps aux|ps auxww)", "process", "processes", (O("USER", lambda r: r.choice(["root", "www-data", "postgres", person(r), person(r)])), K("PID", of("pid"), True), N("%CPU", "cpu|cpu usage|processor time", 0.1, 390, point, CPU_IDIOMS, "", "10% 50% 90%", True), N("%MEM", "memory|ram|memory usage|mem", 0.1, 70, point, MEM_IDIOMS, "", "5% 10% 20%", True), P("VSZ", lambda r: str(r.randint(10000, 9000000)), True), P("RSS", rss, True), P("TTY", pick("?|?|pts/0|pts/3")), S("STAT", "S:sleeping|asleep;R:running|runnable;T:stopped|suspended;D:in uninterruptible sleep|stuck in D state|waiting on disk:the one waiting for io|the one stuck in D"), P("START", clock), P("TIME", lambda r: f"{r.randint(0, 900)}:{r.randint(0, 59):02}", True), P("COMMAND", lambda r: r.choice(PROGRAMS))), PROC_ACTS, gap=1),
    Sheet("ps aux --sort=-\\%cpu | head", "process", "processes", (O("USER", lambda r: r.choice(["root", "mysql", person(r), person(r)])), K("PID", of("pid"), True), N("%CPU", "cpu|cpu usage", 0.1, 390, point, CPU_IDIOMS, "", "10% 50% 90%", True), N("%MEM", "memory|ram", 0.1, 70, point, MEM_IDIOMS, "", "5% 10% 20%", True), P("COMMAND", lambda r: r.choice(PROGRAMS))), PROC_ACTS, gap=2, counts=(3, 4, 5, 6, 10), order=2),
    Sheet("top", "process", "processes", (K("PID", of("pid"), True), O("USER", lambda r: r.choice(["root", person(r), person(r)])), P("PR", pick("20"), True), P("NI", pick("0|0|5"), True), P("VIRT", lambda r: f"{r.randint(10000, 9000000)}", True), P("RES", lambda r: f"{r.randint(1000, 900000)}", True), P("SHR", lambda r: f"{r.randint(1000, 90000)}", True), P("S", pick("S|R|S|I")), N("%CPU", "cpu|cpu usage", 0.1, 390, point, CPU_IDIOMS, "", "10% 50% 90%", True), N("%MEM", "memory|ram|mem", 0.1, 70, point, MEM_IDIOMS, "", "5% 10% 20%", True), P("TIME+", lambda r: f"{r.randint(0, 99)}:{r.randint(0, 59):02}.{r.randint(0, 99):02}", True), P("COMMAND", lambda r: r.choice(PROGRAMS).split()[0].rstrip(":").rsplit("/", 1)[-1])), PROC_ACTS, gap=1, header=1.0, counts=(3, 4, 5, 6, 8, 10), top=lambda r, rows: f"top - {clock(r)}:{r.randint(10, 59)} up {r.randint(2, 90)} days, {clock(r)},  {r.randint(2, 9)} users,  load average: {r.uniform(0, 20):.2f}, {r.uniform(0, 20):.2f}, {r.uniform(0, 20):.2f}\nTasks: {r.randint(200, 500)} total,   {r.randint(1, 9)} running, {r.randint(90, 400)} sleeping,   0 stopped,   {r.randint(0, 3)} zombie\n\n"),
    Sheet("ps -ef", "process", "processes", (O("UID", lambda r: r.choice(["root", "www-data", person(r), person(r)])), K("PID", of("pid"), True), P("PPID", of("pid"), True), P("C", digits(0, 9)), P("STIME", clock), P("TTY", pick("?|pts/0|pts/1|tty2")), P("TIME", lambda r: f"00:{r.randint(0, 59):02}:{r.randint(0, 59):02}"), P("CMD", lambda r: r.choice(PROGRAMS))), PROC_ACTS + "kill {PPID} => kill the parent of {s}; end the process that started {s}; get rid of the parent of {s}; kill whatever spawned {s}\nps -fp {PPID} => show the parent of {s}; which process started {s}; what is the parent process of {s}\n", gap=1, counts=(3, 4, 5, 6, 8, 10)),
    Sheet("systemctl list-units --type=service --all", "service", "services", (K("UNIT", lambda r: draw(r, "service") + ".service"), P("LOAD", pick("loaded")), S("ACTIVE", "active:active|up;!failed:failed|dead|broken:the one that failed|the one that didn't come up|the red one|the one that crashed;inactive:inactive|stopped|not running:the one that isn't running;activating:activating|hanging at start|still starting:the one that can't finish starting|the one that hangs while starting"), P("SUB", pick("running|exited|dead|failed")), P("DESCRIPTION", lambda r: workload(r).replace("-", " ") + " service")), """
sudo systemctl restart {x} => @restart
sudo systemctl stop {x} => @stop
sudo systemctl start {x} => @start
sudo systemctl disable {x} => disable {s}; don't start {s} at boot; {s} should not come up at boot any more; keep {s} from starting at boot; take {s} out of the boot; no autostart for {s}
sudo systemctl disable --now {x} => disable {s} and stop right away; stop {s} and keep from starting at boot; disable {s} now; off with {s}, now and at boot; turn {s} off permanently
sudo systemctl enable --now {x} => enable {s} and start right away; start {s} now and at every boot; enable {s} now; {s} should run now and after each boot
systemctl status {x} => @status
1 journalctl -u {x} => logs of {s}; why did {s} do that, the journal; journal of {s}; what does the journal say about {s}; log entries of {s}; journal entries for {s}
1 journalctl -u {x} -n 50 => last 50 journal lines of {s}; 50 latest log lines of {s}; tail 50 of the journal for {s}; the last fifty lines {s} logged
1 journalctl -u {x} -f => follow the journal of {s}; watch what {s} logs; live journal of {s}; tail the journal of {s}
1 journalctl -u {x} -b => journal of {s} since boot; what did {s} log since the machine booted; log of {s}, this boot only
sudo systemctl reset-failed {x} => reset the failed state of {s}; clear the failure of {s}; forget that {s} failed; reset-failed for {s}
sudo systemctl mask {x} => mask {s}; make sure nothing can start {s}; block {s} from ever being started; make {s} impossible to start
sudo systemctl unmask {x} => unmask {s}; allow {s} to be started again; take the mask off {s}
1 systemctl cat {x} => unit file of {s}; show the unit file of {s}; how is {s} defined; what is in the unit of {s}
1 sudo systemctl edit {x} => edit an override for {s}; override settings of {s}; add a drop-in for {s}; systemctl edit for {s}
1 systemctl list-dependencies {x} => dependencies of {s}; what does {s} depend on; which units does {s} need
sudo systemctl reload {x} => reload {s}; make {s} reread its config; have {s} reload the configuration; reload config of {s} without restarting
""", header=1.0, gap=1),
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
    Sheet("systemctl list-timers", "timer", "timers", (P("NEXT", lambda r: f"Sat 2026-{r.randint(1, 12):02}-{r.randint(1, 28):02} {clock(r)}:00 UTC"), P("LEFT", lambda r: f"{r.randint(2, 23)}h left"), P("LAST", lambda r: f"Fri 2026-{r.randint(1, 12):02}-{r.randint(1, 28):02} {clock(r)}:00 UTC"), P("PASSED", lambda r: f"{r.randint(2, 23)}h ago"), K("UNIT", lambda r: workload(r) + ".timer"), P("ACTIVATES", lambda r: workload(r) + ".service")), """
sudo systemctl start {ACTIVATES} => run what {s} starts right now; trigger the service of {s} by hand; don't wait for {s}, run its service now; start the service behind {s}
sudo systemctl disable --now {x} => disable and stop {s}; turn {s} off for good, now; stop {s} now and don't start at boot
sudo systemctl stop {x} => @stop
1 systemctl cat {x} => definition of {s}; unit file of {s}; when is {s} due, show the unit
journalctl -u {ACTIVATES} => log of the service that {s} starts; journal of what {s} activates; what did the service behind {s} log
systemctl status {x} => @status
"""),
    Sheet("squeue", "job", "jobs", (K("JOBID", of("jobid"), True), O("PARTITION", of("partition")), P("NAME", lambda r: workload(r)[:8]), O("USER", person), S("ST", "R:running|in state R;PD:pending|waiting|queued|not started yet|still in the queue:the one that waits|the one that hasn't started|the one still waiting;CG:completing|stuck completing|in CG:the one that hangs while completing|the one that can't finish;S:suspended"), P("TIME", lambda r: f"{r.randint(0, 23)}:{r.randint(0, 59):02}:{r.randint(0, 59):02}", True), N("NODES", "nodes|number of nodes", 1, 64, most="the biggest job; the job on the most nodes; the one that hogs the most nodes; the widest job; the node hog; the one taking up half the cluster", steps="2 4 8 16", right=True), P("NODELIST(REASON)", lambda r: r.choice([draw(r, "node"), "(Priority)", "(Resources)", draw(r, "node")]))), """
scancel {x} => @cancel
scancel {x} => @cancel
1 scontrol hold {x} => hold {s}; keep {s} from starting; put {s} on hold; {s} should not start yet; block {s} from starting
1 scontrol show job {x} => details of {s}; everything about {s}; why is {s} not running; what is {s} waiting for; full info for {s}; how was {s} submitted; show job for {s}
scancel -u {USER} => cancel all jobs of the user who owns {s}; kill everything of the owner of {s}; all jobs of the person behind {s}: cancel; cancel every job of whoever submitted {s}
1 scontrol release {x} => release {s}; let {s} start again; unhold {s}; {s} may start now
1 scontrol requeue {x} => requeue {s}; start {s} anew from the queue; put {s} back into the queue; requeue {s} please
1 squeue --start -j {x} => when will {s} start; expected start of {s}; estimated start time of {s}; how long until {s} starts
squeue -u {USER} => other jobs of the owner of {s}; what else does the owner of {s} have in the queue; all jobs of whoever owns {s}
squeue -p {PARTITION} => everything in the partition of {s}; queue of the partition that {s} is in; who else waits in the partition of {s}
1 sstat -j {x} => resource use of {s} so far; statistics of {s}; sstat for {s}; how much memory does {s} use, sstat
1 scontrol update JobId={x} TimeLimit=24:00:00 => set the time limit of {s} to 24 hours; give {s} 24 hours; extend {s} to a limit of one day; time limit 24:00:00 for {s}
1 scontrol update JobId={x} Priority=1000 => priority 1000 for {s}; set the priority of {s} to 1000; bump {s} to priority 1000
1 sattach {x}.0 => attach to the output of {s}, step 0; sattach to step 0 of {s}; see the live output of step 0 of {s}
1 scontrol suspend {x} => suspend {s}; pause {s}; freeze {s} for now
""", gap=2),
    Sheet("sacct", "job", "jobs", (K("JobID", of("jobid")), P("JobName", lambda r: workload(r)[:10]), O("Partition", of("partition")), O("Account", of("group")), P("AllocCPUS", digits(1, 128), True), S("State", "COMPLETED:completed|finished fine|successful;!FAILED:failed:the one that failed|the one that went wrong;!TIMEOUT:timed out|in TIMEOUT:the one that ran out of time|the one that hit its time limit;!OUT_OF_MEMORY:out of memory|OUT_OF_MEMORY:the one that ran out of memory|the one that needed too much memory;CANCELLED:cancelled;!NODE_FAIL:in NODE_FAIL|hit by a node failure:the one whose node died;RUNNING:running|still running"), P("ExitCode", pick("0:0|1:0|0:9"))), """
1 sacct -j {x} --format=JobID,State,Elapsed,MaxRSS => state, elapsed time and MaxRSS of {s}; how much memory did {s} use, with state and elapsed time; job id, state, elapsed, maxrss for {s}
1 seff {x} => efficiency of {s}; seff of {s}; how efficient was {s}; how well did {s} use its resources
1 less slurm-{x}.out => output file of {s}; read slurm's output of {s} in less; look through the output of {s}; what did {s} print, the slurm .out file
1 tail slurm-{x}.out => end of the output file of {s}; last lines of the output of {s}; how did the output of {s} end; tail the slurm output of {s}
1 scontrol requeue {x} => requeue {s}; run {s} again; put {s} into the queue again
"""),
    Sheet("sinfo -N -l", "node", "nodes", (K("NODELIST", of("node")), P("NODES", pick("1"), True), O("PARTITION", of("partition")), S("STATE", "idle:idle|free|unused;!down:down|dead|not responding:the dead one|the one that isn't responding;drained:drained|out of service:the one taken out of service;draining:draining|being drained;allocated:allocated|busy|fully used:the busy one|the one in full use;mixed:mixed|partly used"), P("CPUS", pick("64|96|128"), True), P("S:C:T", pick("2:32:1|2:48:2")), P("MEMORY", pick("256000|512000|1031000"), True), P("REASON", pick("none|Not responding|maintenance"))), """
1 sudo scontrol update NodeName={x} State=RESUME => put {s} back into service; resume {s}; return {s} to service; bring {s} back; make {s} usable again; undrain {s}
1 scontrol show node {x} => details of {s}; what is wrong with {s}; show node for {s}; everything slurm knows about {s}; why is {s} like that
1 squeue -w {x} => jobs on {s}; what runs on {s}; who uses {s}; which jobs sit on {s}; queue of {s}
1 sudo scontrol update NodeName={x} State=DRAIN Reason=maintenance => drain {s} for maintenance; take {s} out of service with reason maintenance; no new jobs on {s}, reason maintenance; set {s} to drain, maintenance
1 sudo scontrol update NodeName={x} State=DOWN Reason=broken => mark {s} down as broken; set {s} down, reason broken; declare {s} down because broken
1 ssh {x} => log into {s}; ssh to {s}; get onto {s}; open a session on {s}
1 ssh {x} nvidia-smi => nvidia-smi on {s}; what are the gpus of {s} doing; gpu state of {s}; check the gpus of {s} over ssh
1 srun -w {x} --pty bash => interactive bash on {s} through slurm; get a shell on {s} with srun; srun a bash on {s}
1 ping -c 4 {x} => ping {s}; is {s} alive, 4 pings; does {s} answer to ping
""", gap=2),
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
    Sheet('ps aux', 'process', 'processes', (O('USER', of('user')), K('PID', of('pid')), N('%CPU', 'cpu|cpu usage|processor time', 0.1, 380, percent, most='the cpu hog;whatever eats the cpu;the busiest one', right=True), N('%MEM', 'memory|ram|memory usage', 0.1, 80, percent, most='the memory hog;whatever eats the memory;the one hogging ram', right=True), S('STAT', 'S:sleeping;Z:zombie|defunct;R+:running;T:stopped;D:hanging in I/O|uninterruptible'), P('COMMAND', pick('nginx|python3 train.py|java -jar app.jar|node server.js|postgres|mysqld|redis-server|bash|vim|sshd|find / -name core|gcc -O2|make|ffmpeg|chrome|celery'))), """
kill {x} => @kill
kill -9 {x} => @kill9
1 lsof -p {x} => open files of {s}; which files does {s} have open
1 renice -n 10 -p {x} => lower the priority of {s}; make {s} nicer
1 strace -p {x} => trace {s}; system calls of {s}
1 kill -STOP {x} => pause {s}; suspend {s}
1 kill -CONT {x} => continue {s}; resume {s}
pkill -u {USER} => kill everything of the user who runs {s}
"""),
    Sheet('ps -ef', 'process', 'processes', (O('UID', of('user')), K('PID', of('pid')), P('PPID', of('pid')), P('STIME', lambda r: f'{r.randint(0, 23):02}:{r.randint(0, 59):02}'), P('TIME', lambda r: f'00:{r.randint(0, 59):02}:{r.randint(0, 59):02}'), P('CMD', lambda r: f"{workload(r)} {r.choice(['--config /etc/app.conf', '-d', 'run', '', '--port 8080'])}".strip())), """
kill {x} => @kill
kill -9 {x} => @kill9
kill {PPID} => kill the parent of {s}
1 pstree -p {x} => process tree of {s}
1 lsof -p {x} => which files does {s} have open
"""),
    Sheet('ps -eo pid,rss,pcpu,comm', 'process', 'processes', (K('PID', of('pid')), N('RSS', 'memory|resident memory', 1000, 9000000, most='the memory hog', right=True), N('%CPU', 'cpu', 0.1, 200, percent, most='the cpu hog', right=True), P('COMMAND', workload)), """
kill {x} => @kill
kill -9 {x} => @kill9
1 top -p {x} => watch {s} in top; monitor {s}
"""),
    Sheet('systemctl list-units --type=service', 'service', 'services', (K('UNIT', lambda r: draw(r, 'service') + '.service'), P('LOAD', pick('loaded')), S('ACTIVE', 'active:active;failed:failed|broken|dead;inactive:inactive|stopped;activating:starting|hanging at start'), P('SUB', pick('running|exited|dead'))), """
sudo systemctl restart {x} => @restart
sudo systemctl stop {x} => @stop
sudo systemctl disable {x} => disable {s}; don't start {s} at boot
systemctl status {x} => status of {s}; how is {s}
1 journalctl -u {x} => logs of {s}; why did {s} do that, its journal
1 sudo systemctl reset-failed {x} => reset the failed state of {s}
1 journalctl -u {x} -f => follow the journal of {s}
"""),
    Sheet('squeue', 'job', 'jobs', (K('JOBID', of('jobid')), O('PARTITION', of('partition')), P('NAME', workload), O('USER', of('user')), S('ST', 'R:running;PD:pending|waiting|queued;CG:completing;S:suspended'), P('TIME', lambda r: f'{r.randint(0, 23)}:{r.randint(0, 59):02}:{r.randint(0, 59):02}'), N('NODES', 'nodes', 1, 64, most='the biggest job')), """
scancel {x} => cancel {s}; kill {s}; stop {s}; get {s} out of the queue
scontrol hold {x} => hold {s}; keep {s} from starting
1 scontrol show job {x} => details of {s}; everything about {s}; why is {s} not running
scancel -u {USER} => cancel all jobs of the user who owns {s}
1 scontrol release {x} => release {s}
1 scontrol requeue {x} => requeue {s}; start {s} anew
1 squeue --start -j {x} => when will {s} start
""", gap=2),
    Sheet('sinfo -N', 'node', 'nodes', (K('NODELIST', of('node')), P('NODES', pick('1')), O('PARTITION', of('partition')), S('STATE', 'idle:idle|free;down:down|dead;drained:drained;alloc:allocated|busy|full;mix:partly used')), """
1 sudo scontrol update NodeName={x} State=RESUME => put {s} back into service; resume {s}
1 scontrol show node {x} => details of {s}; what is wrong with {s}
1 squeue -w {x} => jobs on {s}; what runs on {s}
1 sudo scontrol update NodeName={x} State=DRAIN Reason=maintenance => drain {s} for maintenance
"""),
    Sheet('nvidia-smi --query-compute-apps=pid,process_name,used_memory --format=csv', 'process', 'processes', (K('pid', of('pid')), P('process_name', pick('python3|/usr/bin/python|ollama|java|./train|vllm|jupyter-lab|ffmpeg')), N('used_gpu_memory [MiB]', 'memory|gpu memory|vram', 200, 79000, lambda x: f'{int(x)} MiB', most='the memory hog;whatever eats the vram')), """
kill {x} => @kill
kill -9 {x} => @kill9
1 ps -o user= -p {x} => who owns {s}; which user runs {s}
1 ps -p {x} -o args => command line of {s}
"""),
    Sheet('nvidia-smi --query-gpu=index,name,temperature.gpu,utilization.gpu,memory.used --format=csv', 'GPU', 'GPUs', (K('index', lambda r: str(r.randint(0, 7))), P('name', pick('NVIDIA A100-SXM4-80GB|NVIDIA H100 80GB HBM3|NVIDIA L40S')), N('temperature.gpu', 'heat|temperature', 25, 92, most='the hottest one;the hottest card', least='the coolest one'), N('utilization.gpu [%]', 'load|utilization', 1, 100, lambda x: f'{int(x)} %', most='the busiest one', least='the idlest one;the least busy card'), N('memory.used [MiB]', 'memory used|memory in use', 300, 79000, lambda x: f'{int(x)} MiB', most='the fullest one', least='the emptiest card;the one with the most free memory')), """
1 CUDA_VISIBLE_DEVICES={x} python3 train.py => run train.py on {s}; start train.py on {s}
1 sudo nvidia-smi -i {x} -pl 250 => limit {s} to 250 W; power limit of 250 watts for {s}
1 nvidia-smi -q -i {x} => details of {s}; everything about {s}
1 sudo nvidia-smi -i {x} -r => reset {s}
1 nvidia-smi -i {x} => status of {s}
""", counts=(3, 4, 5, 6)),
    Sheet('rocm-smi', 'GPU', 'GPUs', (K('Device', lambda r: str(r.randint(0, 7))), N('Temp', 'heat|temperature', 30, 98, lambda x: f'{x:.1f}°C', most='the hottest one', least='the coolest one'), N('Power', 'power|power draw', 30, 700, lambda x: f'{x:.1f}W', most='the one that draws most'), P('SCLK', pick('800Mhz|1700Mhz|2100Mhz')), P('PwrCap', pick('300.0W|560.0W|750.0W')), N('VRAM%', 'vram|memory', 1, 99, lambda x: f'{int(x)}%', most='the fullest one', least='the emptiest one'), N('GPU%', 'load|utilization', 1, 100, lambda x: f'{int(x)}%', most='the busiest one', least='the idlest one')), """
1 HIP_VISIBLE_DEVICES={x} python3 train.py => run train.py on {s}; start train.py on {s}
1 rocm-smi -d {x} --showclocks => clocks of {s}
1 sudo rocm-smi -d {x} --setpoweroverdrive 250 => cap {s} at 250 W
1 sudo rocm-smi -d {x} --gpureset => reset {s}
""", counts=(3, 4, 5, 6)),
]


add(TABLES)
