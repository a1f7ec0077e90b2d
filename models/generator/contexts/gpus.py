"""nvidia-smi, rocm-smi and Slurm output."""

import re

from .. import values
from . import question, scene
from .sheets import A, K, N, O, P, S, Sheet, T, add, add_pairs, digits, person
from .tables import amounts, clock_time, distinct, draw, duration, hexes, of, pick, prompt, row_count, table

CARDS = ["NVIDIA H100 80GB HBM3", "NVIDIA A100-SXM4-80GB", "NVIDIA L40S", "NVIDIA GeForce RTX 4090", "NVIDIA H200", "Tesla V100-SXM2-32GB", "NVIDIA RTX A6000"]
TOTAL = {"NVIDIA H100 80GB HBM3": 81559, "NVIDIA A100-SXM4-80GB": 81920, "NVIDIA L40S": 46068, "NVIDIA GeForce RTX 4090": 24564, "NVIDIA H200": 143771, "Tesla V100-SXM2-32GB": 32768, "NVIDIA RTX A6000": 49140}
RUN = ["python", "python3", "/usr/bin/python3", "ollama", "vllm", "/opt/conda/bin/python", "torchrun", "tritonserver", "blender", "gromacs", "namd3", "./train"]


@scene
def nvidia(rng):
    card, count = rng.choice(CARDS), rng.choice([1, 2, 4, 4, 8])
    total = TOTAL[card]
    used = [int(a) for a in amounts(rng, count, 400, total * 0.97)]
    idle = rng.randrange(count)
    if count > 1:
        used[idle] = rng.randint(1, 12)
    load = [0 if count > 1 and i == idle else rng.randint(3, 100) for i in range(count)]
    temperature = rng.sample(range(28, 92), count)
    power = [rng.randint(40, 600) for _ in range(count)]
    pids = distinct(rng, count * 2, lambda: draw(rng, "pid"))
    running = []
    for i in range(count):
        if count > 1 and i == idle:
            continue
        if rng.random() < 0.35 and used[i] > 4000:
            small = int(used[i] * rng.uniform(0.05, 0.3))
            running += [(i, pids.pop(), rng.choice(RUN), used[i] - small), (i, pids.pop(), rng.choice(RUN), small)]
        else:
            running.append((i, pids.pop(), rng.choice(RUN), used[i]))
    driver = f"5{rng.randint(35, 80)}.{rng.randint(10, 180)}.0{rng.randint(1, 9)}"
    out = [f"+{'-' * 77}+", f"| NVIDIA-SMI {driver:<15} Driver Version: {driver:<14} CUDA Version: 12.{rng.randint(1, 9)}     |", f"|{'-' * 31}+{'-' * 22}+{'-' * 22}+", "| GPU  Name        Persistence-M| Bus-Id        Disp.A | Volatile Uncorr. ECC |", "| Fan  Temp  Perf  Pwr:Usage/Cap|         Memory-Usage | GPU-Util  Compute M. |", "|===============================+======================+======================|"]
    for i in range(count):
        out += [f"|   {i}  {card[:22]:<22}  On   | 00000000:{rng.randint(1, 255):02X}:00.0 Off |                    0 |", f"| N/A   {temperature[i]}C    P0   {power[i]:>3}W / 700W |  {used[i]:>6}MiB / {total}MiB |    {load[i]:>3}%      Default |", f"+{'-' * 31}+{'-' * 22}+{'-' * 22}+"]
    if count == 1 or rng.random() < 0.85:
        out += ["| Processes:                                                                  |", "|  GPU   GI   CI        PID   Type   Process name                  GPU Memory |", "|=============================================================================|"]
        out += [f"|    {i}   N/A  N/A  {p:>9}      C   {x:<29} {m:>6}MiB |" for i, p, x, m in running] + [f"+{'-' * 77}+"]
        listed = True
    else:
        listed = False
    asked = []
    biggest = max(running, key=lambda r: r[3])
    hottest = temperature.index(max(temperature))
    gpu = "GPU {i}"
    if listed:
        one = "(the process using the most GPU memory|the one that takes the most gpu memory|the process with the most memory on the card|whatever eats the GPU memory|the biggest process here|the GPU memory hog)"
        asked += [
            question(f"kill {one}\n%kill {one}\n{one}: kill it\n%kill {one} please", "kill {p}", p=biggest[1]),
            question(f"force kill {one}\nkill -9 {one}", "kill -9 {p}", p=biggest[1]),
            question(f"whose is {one}\nwhich user runs {one}\nowner of {one}", "ps -o user= -p {p}", p=biggest[1]),
            question(f"full command line of {one}\nwhat exactly is {one} running", "ps -p {p} -o args", p=biggest[1]),
            question(f"how long has {one} been running", "ps -o etime= -p {p}", p=biggest[1]),
        ]
        on = [r for r in running if sum(o[0] == r[0] for o in running) == 1]
        if on and count > 1:
            r = rng.choice(on)
            asked += [question("kill the process on GPU {i}\n%kill what runs on gpu {i}\nfree GPU {i}\nclear card {i}", "kill {p}", i=str(r[0]), p=r[1]), question("who runs the job on GPU {i}\nwhich user occupies gpu {i}", "ps -o user= -p {p}", i=str(r[0]), p=r[1]), question("force kill the process on GPU {i}\nkill -9 whatever is on gpu {i}", "kill -9 {p}", i=str(r[0]), p=r[1])]
        if len(running) <= 8:
            asked.append(question("kill all the processes on the GPUs\n%kill everything that uses a gpu\nfree all the cards", "kill {p}", p=" ".join(r[1] for r in running)))
    if count > 1:
        script = values.word(rng).replace("-", "_") + ".py"
        asked += [
            question("run {s} on the idle GPU\nstart {s} on the free card\nrun {s} on the GPU that isn't used\nuse the empty GPU for {s}", "CUDA_VISIBLE_DEVICES={i} python3 {s}", s=script, i=str(idle)),
            question("reset the idle GPU\nreset the unused card", "sudo nvidia-smi --gpu-reset -i {i}", i=str(idle)),
            question("details of the hottest GPU\n%show everything about the hottest card", "nvidia-smi -q -i {i}", i=str(hottest)),
            question("limit the hottest GPU to {w} watts\nset the power limit of the hottest card to {w} W", "sudo nvidia-smi -i {i} -pl {w}", i=str(hottest), w=draw(rng, "watts")),
            question("temperature details of the hottest one\nonly the temperature section of the hottest GPU", "nvidia-smi -q -d TEMPERATURE -i {i}", i=str(hottest)),
        ]
        if load.count(max(load)) == 1:
            busy = load.index(max(load))
            asked.append(question("details of the GPU with the highest utilization\n%show everything about the busiest card", "nvidia-smi -q -i {i}", i=str(busy)))
    return prompt(rng, "nvidia-smi") + "\n".join(out), asked


@scene
def nvidia_csv(rng):
    count = rng.choice([2, 4, 8])
    memory = [int(a) for a in amounts(rng, count, 10, 80000)]
    load = rng.sample(range(0, 101), count)
    head = "index, memory.used [MiB], utilization.gpu [%]"
    least, most = memory.index(min(memory)), memory.index(max(memory))
    script = values.word(rng).replace("-", "_") + ".py"
    return "$ nvidia-smi --query-gpu=index,memory.used,utilization.gpu --format=csv\n" + head + "\n" + "\n".join(f"{i}, {m} MiB, {u} %" for i, (m, u) in enumerate(zip(memory, load))), [
        question("run {s} on the one with the most free memory\nstart {s} on the emptiest GPU\nuse the GPU with the least memory in use for {s}", "CUDA_VISIBLE_DEVICES={i} python3 {s}", s=script, i=str(least)),
        question("which processes are on the fullest one\n%show what runs on the GPU with the most memory used", "nvidia-smi --query-compute-apps=pid,process_name,used_memory --format=csv -i {i}", i=str(most)),
        question("details of the fullest GPU\n%show everything about the one with the most memory in use", "nvidia-smi -q -i {i}", i=str(most)),
    ]


@scene
def amd(rng):
    count = rng.choice([2, 4, 8])
    temperature = [t + 0.0 for t in rng.sample(range(30, 95), count)]
    power = rng.sample(range(80, 700), count)
    vram, load = rng.sample(range(0, 99), count), rng.sample(range(0, 101), count)
    rows = [[i, f"0x74a{rng.randint(0, 9)}", f"{t}°C", f"{p}.0W", f"{rng.randint(100, 2100)}Mhz", "1300Mhz", "0%", "auto", "750.0W", f"{v}%", f"{u}%"] for i, (t, p, v, u) in enumerate(zip(temperature, power, vram, load))]
    hot, full, empty, busy = temperature.index(max(temperature)), vram.index(max(vram)), vram.index(min(vram)), load.index(max(load))
    script = values.word(rng).replace("-", "_") + ".py"
    return prompt(rng, "rocm-smi") + "=========================== ROCm System Management Interface ===========================\n" + table([["Device", "DID", "Temp", "Power", "SCLK", "MCLK", "Fan", "Perf", "PwrCap", "VRAM%", "GPU%"], *rows], 2) + "\n================================ End of ROCm SMI Log ================================", [
        question("run {s} on the GPU with the most free memory\nstart {s} on the emptiest card\n{s} on the device with the lowest VRAM usage", "HIP_VISIBLE_DEVICES={i} python3 {s}", s=script, i=str(empty)),
        question("temperature of the hottest one\nonly the temperatures of the hottest GPU", "rocm-smi -d {i} --showtemp", i=str(hot)),
        question("power of the hottest one\nhow much power draws the hottest GPU", "rocm-smi -d {i} --showpower", i=str(hot)),
        question("clocks of the busiest one\nclock frequencies of the GPU with the highest utilization", "rocm-smi -d {i} --showclocks", i=str(busy)),
        question("reset the one with the most VRAM in use\ngpu reset of the fullest card", "sudo rocm-smi -d {i} --gpureset", i=str(full)),
        question("set the hottest one to low performance\nlow performance level for the hottest GPU", "sudo rocm-smi -d {i} --setperflevel low", i=str(hot)),
    ]


@scene
def queue(rng):
    count = row_count(rng, 40, 3)
    ids = sorted(distinct(rng, count, lambda: str(rng.randint(10000, 999999))))
    jobs = distinct(rng, count, lambda: values.word(rng)[:8])
    people = [rng.choice(rng.sample(values.PEOPLE, 4)) for _ in ids]
    state = [rng.choice(["R", "R", "R", "PD"]) for _ in ids]
    pending = rng.randrange(count)
    state = ["R" if i != pending and rng.random() < 0.85 else state[i] for i in range(count)]
    state[pending] = "PD"
    hours = rng.sample(range(1, 90), count)
    nodes = [draw(rng, "node") for _ in ids]
    reason = rng.choice(["(Resources)", "(Priority)", "(Dependency)", "(QOSMaxJobsPerUserLimit)", "(JobHeldUser)", "(ReqNodeNotAvail)"])
    rows = [[i, draw(rng, "partition"), j, u, s, "0:00" if s == "PD" else f"{h // 24}-{h % 24:02}:1{rng.randint(0, 9)}:22" if h > 23 else f"{h}:1{rng.randint(0, 9)}:22", rng.choice([1, 1, 2, 4]), reason if s == "PD" else n] for i, j, u, s, h, n in zip(ids, jobs, people, state, hours, nodes)]
    run = [i for i in range(count) if state[i] == "R"] or [0]
    longest = max(run, key=lambda i: hours[i])
    at = rng.choice(run)
    waiting = [ids[i] for i in range(count) if state[i] == "PD"]
    asked = [
        question("cancel {j}\n%kill the job {j}\nstop the {j} job", "scancel {i}", j=jobs[at], i=ids[at]),
        question("details of {j}\n%show everything about the {j} job", "scontrol show job {i}", j=jobs[at], i=ids[at]),
        question("cancel all jobs of {u}\n%kill everything {u} runs here", "scancel -u {u}", u=people[at]),
        question("only the jobs of {u}\n%show what {u} has queued", "squeue -u {u}", u=people[at]),
        question("ssh to the node that runs {j}\nlog in to the node of {j}", "ssh {n}", j=jobs[at], n=nodes[at]),
        question("requeue {j}\nput {j} back into the queue", "scontrol requeue {i}", j=jobs[at], i=ids[at]),
        question("memory and cpu statistics of {j} while it runs\nlive usage of {j}", "sstat -j {i}", j=jobs[at], i=ids[at]),
        question("set the time limit of {j} to {h} hours\ngive {j} {h} hours", "scontrol update JobId={i} TimeLimit={h}:00:00", j=jobs[at], i=ids[at], h=str(rng.choice([2, 4, 8, 12, 24]))),
    ]
    if state[longest] == "R":
        asked.append(question("cancel the one that has been running longest\n%kill the longest running job\nend the job with the most run time", "scancel {i}", i=ids[longest]))
    if len(waiting) == 1:
        one = "(the pending one|the pending job|the job that waits|the one that hasn't started)"
        asked += [
            question(f"cancel {one}\n%delete {one}\nremove {one} from the queue", "scancel {i}", i=waiting[0]),
            question(f"why is {one} waiting, show its details\ndetails of {one}\neverything about {one}", "scontrol show job {i}", i=waiting[0]),
            question(f"when will {one} start\nexpected start of {one}", "squeue --start -j {i}", i=waiting[0]),
            question(f"hold {one}\nkeep {one} from starting", "scontrol hold {i}", i=waiting[0]),
        ]
        if reason == "(JobHeldUser)":
            asked.append(question("release the held job\nlet the held one start", "scontrol release {i}", i=waiting[0]))
    else:
        asked.append(question("cancel the pending ones\n%delete all jobs that wait\nremove the pending jobs from the queue", "scancel {i}", i=" ".join(waiting)))
    return prompt(rng, "squeue") + table([["JOBID", "PARTITION", "NAME", "USER", "ST", "TIME", "NODES", "NODELIST(REASON)"], *rows], 2, (0,)), asked


@scene
def cluster(rng):
    found = distinct(rng, rng.choice([3, 4, 5]), lambda: draw(rng, "partition"))
    nodes = distinct(rng, len(found) + 1, lambda: draw(rng, "node"))
    state = ["idle", "alloc", "mix", "alloc", "idle"]
    rows = [[x, "up", rng.choice(["infinite", "1-00:00:00", "4:00:00"]), rng.randint(1, 20), s, n] for x, s, n in zip(found, state, nodes)]
    bad = rng.choice(["down*", "drain", "down"])
    rows.append([found[0], "up", "infinite", 1, bad, nodes[-1]])
    rng.shuffle(rows)
    one = "(the node that is down|the down node|the broken node)" if "down" in bad else "(the drained node|the draining node|the node that was drained)"
    idle = [r for r in rows if r[4] == "idle"]
    asked = [
        question(f"put {one} back into service\nresume {one}\n{one} is fixed, resume it\nbring {one} back", "sudo scontrol update NodeName={n} State=RESUME", n=nodes[-1]),
        question(f"why is {one} out, details\ndetails of {one}\n%show everything about {one}", "scontrol show node {n}", n=nodes[-1]),
        question(f"reasons why nodes are out\n%show why nodes are down or drained", "sinfo -R"),
        question(f"ssh into {one}\nlog in on {one}", "ssh {n}", n=nodes[-1]),
    ]
    if len(idle) == 1:
        script = values.word(rng) + ".sh"
        asked += [question("submit {s} to the partition that is idle\nsbatch {s} where nodes are idle", "sbatch -p {p} {s}", s=script, p=idle[0][0]), question("interactive shell in the idle partition\nopen a bash on the idle partition", "srun -p {p} --pty bash", p=idle[0][0])]
    return prompt(rng, "sinfo") + table([["PARTITION", "AVAIL", "TIMELIMIT", "NODES", "STATE", "NODELIST"], *rows], 2), asked


# Slurm, as tables.

HOUR = 3600
JOB_NAMES = "train finetune eval preproc sweep align blast bwa-mem gromacs namd lammps vasp relax wrf cfd openfoam pretrain llama-ft resnet50 bert dpo rlhf infer embed jupyter notebook interact bash wrap post merge md_prod equil fold qc snakemake nf-main star trim count_reads render mesh cryosparc relion".split()


def job_name(rng):
    shape = rng.random()
    one = rng.choice(JOB_NAMES) if shape < 0.6 else values.word(rng)
    return one if rng.random() < 0.5 else f"{one}{rng.choice(['_', '-', ''])}{rng.choice(['v2', 'long', 'big', str(rng.randint(1, 40)), 's' + str(rng.randint(0, 9)), 'test', 'fold' + str(rng.randint(0, 9))])}"


def job_ids(rng, count):
    first = rng.randint(9000, 9900000)
    found, at = [], first
    while len(found) < count:
        at += rng.choice([1, 1, 1, 2, 3, 7, 19, 140])
        if not any(str(at).startswith(f) for f in found):
            found.append(str(at))
    if rng.random() < 0.2 and count > 3:
        i = rng.randrange(count)
        found[i] += f"_{rng.randint(1, 60)}"
    return found if rng.random() < 0.5 else found[::-1]


def job_id(rng):
    return job_ids(rng, 1)[0]


job_id.batch = job_ids

REASONS = {
    "(Resources)": "the one that waits for resources; the {n} waiting for free nodes; the one the cluster has no room for; whoever waits for resources",
    "(Priority)": "the one whose priority is too low; the {n} that waits because others go first; the one held back by priority; whoever is outranked",
    "(Dependency)": "the one that waits on a dependency; whoever waits on a dependency; the {n} that waits for another one to finish; the dependent one; the one that depends on something; the {n} with an unmet dependency",
    "(DependencyNeverSatisfied)": "the one whose dependency will never be met; the {n} waiting for a dependency that failed; the one that waits forever; the one that can never start",
    "(QOSMaxJobsPerUserLimit)": "the one over the job limit of its user; the {n} that waits because its user has too many jobs; the one blocked by the per-user limit",
    "(QOSMaxGRESPerUser)": "the one whose user already has all the gpus allowed; the {n} blocked by the gpu limit per user",
    "(AssocGrpGRES)": "the one whose group is out of gpus; the {n} that waits for the gpu quota of its group",
    "(JobHeldUser)": "the held one; the {n} that is on hold; the one its owner put on hold; the one the user holds",
    "(JobHeldAdmin)": "the one held by an admin; the {n} that an administrator put on hold; the one admins hold",
    "(ReqNodeNotAvail, UnavailableNodes:gpu07)": "the one that wants a node that isn't available; the {n} whose node is down; the one asking for an unavailable node",
    "(BeginTime)": "the one that is to start later; the {n} that waits for its begin time; the one scheduled for later",
    "(PartitionTimeLimit)": "the one that asks for more time than the partition allows; the {n} over the time limit of its partition",
    "(launch failed requeued held)": "the one that failed to launch; the {n} that was requeued after a failed launch",
}
WAITING = {"(Resources)": "all that wait for resources; the ones waiting for free nodes", "(Priority)": "everything held back by priority; those that wait for their priority", "(Dependency)": "everything that waits on a dependency; the dependent ones; all {ns} waiting for others", "(JobHeldUser)": "the held ones; all {ns} on hold; everything held by its user"}


def jobs_fit(rng, titles, made):
    at, count = {t: i for i, t in enumerate(titles)}, len(made[0])
    state = made[at["ST" if "ST" in at else "STATE"]]
    reasons = rng.sample(list(REASONS), rng.choice([1, 2, 3, 4]))
    if "ST" in at:
        for title in ("NAME", "USER"):
            made[at[title]] = [c[:8].rstrip("-_") for c in made[at[title]]]
    for i in range(count):
        waits = state[i] in ("PD", "PENDING")
        if waits:
            made[at["TIME"]][i] = "0:00"
        if "NODELIST(REASON)" in at:
            many = int(made[at["NODES"]][i]) if "NODES" in at else 1
            node = draw(rng, "node")
            stem = re.sub(r"\d+$", "", node)
            made[at["NODELIST(REASON)"]][i] = rng.choice(reasons) if waits else node if many == 1 else f"{stem}[{(a := rng.randint(1, 40)):02}-{a + many - 1:02}]"
        if "START_TIME" in at and not waits:
            made[at["START_TIME"]][i] = "2026-03-0" + made[at["START_TIME"]][i][9:]
    return made


def jobs_more(rng, titles, made):
    found, at, count = [], {t: i for i, t in enumerate(titles)}, len(made[0])
    if "NODELIST(REASON)" in at:
        cells = made[at["NODELIST(REASON)"]]
        for reason in set(cells) & set(REASONS):
            rows = [i for i, c in enumerate(cells) if c == reason]
            if len(rows) == 1:
                found += [([w.strip() for w in REASONS[reason].split(";")], rows)] * 2
            elif reason in WAITING and len(rows) < count and len(rows) < 7:
                found.append(([w.strip() for w in WAITING[reason].split(";")], rows))
        i = rng.randrange(count)
        if not cells[i].startswith("(") and "[" not in cells[i] and sum(cells[i] in c for c in cells) == 1:
            found.append(([f"the one on {cells[i]}", f"the {{n}} that runs on {cells[i]}", f"whatever occupies {cells[i]}", f"the {{n}} blocking {cells[i]}", f"what's on {cells[i]}"], [i]))
    if "NAME" in at or "JobName" in at:
        names = made[at["NAME" if "NAME" in at else "JobName"]]
        i = rng.randrange(count)
        rows = [k for k in range(count) if names[k] == names[i]]
        if not any(names[i] in n or n in names[i] for k, n in enumerate(names) if k not in rows):
            n = names[i]
            found += [([f"the {n} {{n}}", f"{n}", f"the one called {n}", f"the {{n}} named {n}", f"the {n} one"] if len(rows) == 1 else [f"all {n} {{ns}}", f"every {n} {{n}}", f"everything called {n}", f"the {{ns}} named {n}"], rows)] * (2 if len(rows) == 1 or len(rows) < min(count, 7) else 0)
            if len(rows) == 1 and 2 < count < 8:
                found.append(([f"everything but {n}", f"all {{ns}} except {n}", f"all of them, only {n} stays", f"the others, keep {n}"], [k for k in range(count) if k != i]))
    return found


JOB_STATES = """
R | running | the one that runs; the one that is actually running; the active one | the running ones; those that actually run; the active ones
PD | pending; waiting; queued; not started yet; still in the queue | the one that waits; the one that hasn't started; the one still waiting; the one that doesn't get its turn; the one standing in line | the ones that wait; those that haven't started; everything still waiting; the ones standing in line; what doesn't run yet
CG | completing; stuck completing | the one that hangs while completing; the one that can't finish | the ones that hang while completing
S | suspended | the one on pause; the one that was suspended | the suspended ones
"""
LONG = JOB_STATES.replace("\nR |", "\nRUNNING |").replace("\nPD |", "\nPENDING |").replace("\nCG |", "\nCOMPLETING |").replace("\nS |", "\nSUSPENDED |")
QUEUE_BARS = r"""
^(scontrol (hold|release)|squeue --start) ~ ^(R|S|CG|RUNNING|SUSPENDED|COMPLETING)$
^(sstat|sattach|scontrol (requeue|suspend)|srun|ssh) ~ ^(PD|PENDING|CG|COMPLETING)$
^scontrol suspend ~ ^(S|SUSPENDED)$
^scontrol resume ~ ^(R|RUNNING|PD|PENDING|CG|COMPLETING)$
"""
QUEUE_ACTS = """
scancel {x} => @cancel
scancel {x} => @cancel
1 scontrol hold {x} => hold {s}; keep {s} from starting; put {s} on hold; {s} should not start yet; block {s} from starting; let {s} wait until I say so
1 scontrol show job {x} => details of {s}; everything about {s}; full info for {s}; how was {s} submitted; show job for {s}; which script and limits does {s} have; all slurm knows about {s}; why does {s} sit there, details; tell me more about {s}
m scancel -u {USER} => cancel all jobs of the user who owns {s}; kill everything of the owner of {s}; all jobs of the person behind {s}: cancel; cancel every job of whoever submitted {s}
1 scontrol release {x} => release {s}; let {s} start again; unhold {s}; {s} may start now
1 scontrol requeue {x} => requeue {s}; start {s} anew from the queue; put {s} back into the queue; requeue {s} please; have {s} begin again
1 squeue --start -j {x} => when will {s} start; expected start of {s}; estimated start time of {s}; how long until {s} starts; when is it the turn of {s}
1 squeue -u {USER} => other jobs of the owner of {s}; what else does the owner of {s} have in the queue; all jobs of whoever owns {s}
1 squeue -p {PARTITION} => everything in the partition of {s}; queue of the partition that {s} is in; who else is in the partition of {s}
1 sstat -j {x} => resource use of {s} so far; statistics of {s}; sstat for {s}; how much memory does {s} use, sstat; live usage of {s}
1 scontrol update JobId={x} TimeLimit={:2_72}:00:00 => set the time limit of {s} to {:2_72} hours; give {s} {:2_72} hours; extend {s} to a limit of {:2_72} hours; time limit of {:2_72} hours for {s}; {s} needs {:2_72} hours in all
1 scontrol update JobId={x} Partition={:partition} => move {s} to the partition {:partition}; {s} should go to partition {:partition}; put {s} into {:partition}; switch {s} over to partition {:partition}
1 scontrol top {x} => move {s} to the top of the queue of its user; {s} before the user's other jobs; put {s} first among the jobs of its user
1 scontrol update JobId={x} JobName={:word} => rename {s} to {:word}; call {s} {:word}; job name {:word} for {s}
1 sattach {x}.0 => attach to the output of {s}, step 0; sattach to step 0 of {s}; see the live output of step 0 of {s}
1 scontrol suspend {x} => suspend {s}; pause {s}; freeze {s} for now
1 scontrol resume {x} => resume {s}; let {s} run on; continue {s} after its suspension
1 srun --jobid={x} --overlap --pty bash => shell inside the allocation of {s}; get a bash in {s} with srun, overlapping; open bash within {s}, overlap its step; bash on the node of {s} through srun, overlapping
1 tail -f slurm-{x}.out => follow the output file of {s}; tail -f the slurm output of {s}; watch what {s} prints, its .out file; live output of {s} from its slurm file
1 scontrol show job -dd {x} => details of {s} with the node and cpu ids; very detailed info on {s}, -dd; doubly detailed show job for {s}
"""
def part(rng):
    return next(p for p in (draw(rng, "partition") for _ in range(99)) if len(p) < 10)


def queue_line(rng, rows):
    """As squeue prints by default."""
    form = lambda r: f"{r[0]:>18} {r[1]:>9} {r[2]:>8} {r[3]:>8} {r[4]:>2} {r[5]:>10} {r[6]:>6} {r[7]}"
    head = [form(["JOBID", "PARTITION", "NAME", "USER", "ST", "TIME", "NODES", "NODELIST(REASON)"])] if rng.random() < 0.92 else []
    cut = rng.choice([0, 0, 0, 6, 11])  # people paste without the blanks in front
    return "\n".join(line[cut:] if not line[:cut].strip() else line.lstrip() for line in head + [form(r) for r in rows])


def ruled(titles, widths):
    """As sacct prints: a rule under the header, all to the right but the first."""

    def line(rng, rows):
        wide = [max(w, *(len(r[i]) for r in rows)) for i, w in enumerate(widths)]
        form = lambda r: " ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(r, wide))) + " "
        head = [form(titles), " ".join("-" * w for w in wide) + " "] if rng.random() < 0.9 else []
        return "\n".join(head + [form(r) for r in rows])

    return line


JOBID, NAME, USER, PARTITION = K("JOBID", job_id, True), P("NAME", job_name), O("USER", person), O("PARTITION", part)
TIME = A("TIME", 20, 9 * 86400, clock_time, "run", "1h 2h 6h 12h 1d 2d")
NODES = N("NODES", "nodes|number of nodes", 1, 40, lambda x: str(max(1, int(x))), most="the biggest {n}; the {n} on the most nodes; the one that hogs the most nodes; the widest {n}; the node hog; the one taking up half the cluster", steps="2 4 8 16", right=True)
QUEUE = dict(counts=(1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 18, 25), gap=2, fix=jobs_fit, more=jobs_more, bars=QUEUE_BARS)
ACCT_STATES = """
COMPLETED | completed; successful; finished fine | the one that ended well; the one that went through; the one that worked | the ones that ended well; those that went through; all that worked
!FAILED | failed | the one that failed; the one that went wrong; the one that crashed; the one that ended with an error | the ones that failed; those that went wrong; everything that crashed
!TIMEOUT | timed out; in TIMEOUT; out of time | the one that ran out of time; the one that hit its time limit; the one that needed more time than it had; the one slurm cut off | the ones that ran out of time; those that hit their time limit
!OUT_OF_MEMORY | out of memory; OOM killed | the one that ran out of memory; the one that needed too much memory; the one the OOM killer got; the one that wanted more ram than it asked for | the ones that ran out of memory; those that needed too much memory
CANCELLED | cancelled | the one that was cancelled; the one somebody called off | the cancelled ones; those somebody called off
!NODE_FAIL | in NODE_FAIL; hit by a node failure | the one whose node died; the one that lost its node
RUNNING | running; still running; unfinished | the one that is still at it
PREEMPTED | preempted | the one that had to make room; the one that got preempted | the preempted ones; those that had to make room
"""
ACCT_ACTS = """
1 sacct -j {x} --format=JobID,State,Elapsed,MaxRSS => state, elapsed time and MaxRSS of {s}; how much memory did {s} use, with state and elapsed time; job id, state, elapsed, maxrss for {s}
1 seff {x} => efficiency of {s}; seff of {s}; how efficient was {s}; how well did {s} use its resources; did {s} use what it had asked for
1 less slurm-{x}.out => output file of {s}; read slurm's output of {s} in less; look through the output of {s}; what did {s} print, the slurm .out file in less
1 tail -n {:n} slurm-{x}.out => last {:n} lines of the output of {s}; how did {s} end, {:n} lines of its slurm output; the final {:n} lines {s} wrote, slurm output file; {:n} lines from the end of the slurm file of {s}
1 tail slurm-{x}.out => end of the output file of {s}; how did the output of {s} end; tail the slurm output of {s}; why did {s} go wrong, the end of its slurm file
1 scontrol requeue {x} => requeue {s}; run {s} again; put {s} into the queue again; give {s} another try
1 sacct -j {x} -o JobID,NodeList => on which nodes did {s} run; job id and node list of {s}; nodes of {s}, with job id
1 sacct -B -j {x} => the batch script of {s}; which script did {s} run, from accounting; print the job script of {s}
1 scontrol show job {x} => details of {s}; everything about {s}, show job; full job info for {s}
"""
NODE_ACTS = """
sudo scontrol update NodeName={:LIST} State=RESUME => put {s} back into service; resume {s}; {s} may take jobs again; bring {s} back; {s} is repaired, resume; undrain {s}
1 scontrol show node {x} => details of {s}; what is wrong with {s}; everything about {s}; why is {s} in that state, details; show node for {s}
1 squeue -w {x} => jobs on {s}; what runs on {s}; whose jobs are on {s}; queue of {s}; who uses {s}
1 sudo scontrol update NodeName={x} State=DRAIN Reason={:word} => drain {s}, reason {:word}; no new jobs on {s} because of {:word}; take {s} out for {:word}, draining; set {s} to drain with the reason {:word}
1 ssh {x} => ssh to {s}; log in on {s}; connect to {s} by ssh; get me onto {s}
1 sudo scontrol reboot ASAP nextstate=RESUME {x} => reboot {s} as soon as possible and resume after; restart {s} through slurm asap, then resume; asap reboot of {s}, back to resume
1 srun -w {x} --pty bash => interactive bash on {s} by srun; srun a shell on {s}; bash session on {s} through slurm
1 sinfo -n {x} => state of {s} only; sinfo for {s}; only {s} in sinfo
1 sinfo -R -n {x} => why is {s} out, slurm's reason; reason that was given for {s}; sinfo reasons for {s}
"""
NODE_STATES = """
alloc | allocated; busy; full; fully used | the one that is all taken | the fully used ones
idle | idle; free; unused | the one with nothing to do; the one nobody uses; the empty one | the ones with nothing to do; those nobody uses; the free ones
mix | partly used; mixed; half full | the one that still has room | those that still have room
!down* | down; not responding; dead | the one that doesn't respond; the one that went away; the one slurm lost | the ones that don't respond; those slurm lost
!drain | drained; taken out | the one somebody took out; the drained one; the one out for maintenance | the ones somebody took out; those out for maintenance
!drng | draining | the one being emptied; the one that finishes its jobs and then goes out
resv | reserved | the one under reservation
maint | in maintenance | the one under maintenance
"""
NODE_ACTS = NODE_ACTS.replace("sudo scontrol update NodeName={:LIST} State=RESUME", "1 sudo scontrol update NodeName={x} State=RESUME")
NODE_BARS = r"""
State=RESUME ~ ^(alloc|idle|mix|resv|maint|allocated|mixed)$
State=DRAIN ~ drain|drng|down|maint
^(srun|ssh) ~ down
squeue -w ~ ^(idle|down|drain|maint)
sinfo -R ~ ^(alloc|idle|mix|resv)
"""
SACCT = "sacct (-u $USER |-S today |-S 2026-03-01 |-X |--starttime=2026-03-01 |)"


def acct_fit(rng, titles, made):
    at = {t: i for i, t in enumerate(titles)}
    for i, s in enumerate(made[at["State"]]):
        if "ExitCode" in at:
            made[at["ExitCode"]][i] = {"COMPLETED": "0:0", "FAILED": f"{rng.choice([1, 1, 2, 127, 255])}:0", "TIMEOUT": "0:0", "OUT_OF_MEMORY": "0:125", "CANCELLED": "0:15", "NODE_FAIL": "1:0"}.get(s, "0:0")
    return made


def elapsed(x):
    s = int(x)
    d, h = divmod(s // 3600, 24)
    return (f"{d}-" if d else "") + f"{h:02}:{s % 3600 // 60:02}:{s % 60:02}"


def acct_shown(rng, titles, rows):
    return [[f"CANCELLED by {rng.randint(1000, 9999)}" if c == "CANCELLED" and rng.random() < 0.7 else c for c in row] for row in rows]


CARD_TABLES = [
    Sheet("squeue", "job", "jobs", (JOBID, PARTITION, NAME, USER, T("ST", JOB_STATES), TIME, NODES, P("NODELIST(REASON)", of("node"))), QUEUE_ACTS, line=queue_line, **QUEUE),
    Sheet("squeue [-p (gpu|a100|long|debug)]", "job", "jobs", (JOBID, PARTITION, NAME, USER, T("ST", JOB_STATES), TIME, NODES, P("NODELIST(REASON)", of("node"))), QUEUE_ACTS, line=queue_line, **QUEUE),
    Sheet("squeue (--me|-u $USER|-u $(whoami))", "job", "jobs", (JOBID, PARTITION, NAME, P("USER", pick("me")), T("ST", JOB_STATES), TIME, NODES, P("NODELIST(REASON)", of("node"))), QUEUE_ACTS.replace("m scancel -u {USER}", "1 scancel -u {USER}"), line=queue_line, **{**QUEUE, "fix": lambda rng, titles, made: jobs_fit(rng, titles, [[x] * len(m) if t == "USER" else m for x in [person(rng)[:8]] for t, m in zip(titles, made)])}),
    Sheet("squeue (-l|--long)", "job", "jobs", (JOBID, PARTITION, NAME, USER, T("STATE", LONG), TIME, P("TIME_LIMI", pick("1-00:00:00|4:00:00|12:00:00|2-00:00:00|UNLIMITED")), NODES, P("NODELIST(REASON)", of("node"))), QUEUE_ACTS, **QUEUE),
    Sheet("squeue -o '\\%i \\%u \\%j \\%T \\%M \\%R'", "job", "jobs", (K("JOBID", job_id), USER, NAME, T("STATE", LONG), TIME, P("NODELIST(REASON)", of("node"))), QUEUE_ACTS.replace("1 squeue -p {PARTITION}", "1 squeue -t PENDING,RUNNING -u {USER}").replace("everything in the partition of {s}; queue of the partition that {s} is in; who else is in the partition of {s}", "pending and running jobs of the owner of {s}; what does the owner of {s} have pending or running"), **{**QUEUE, "gap": 1}),
    Sheet(SACCT + "--format=JobID,JobName,Partition,State,Elapsed,ExitCode", "job", "jobs", (K("JobID", job_id), P("JobName", job_name), O("Partition", of("partition")), T("State", ACCT_STATES), A("Elapsed", 3, 6 * 86400, elapsed, "run", "10m 1h 6h 1d"), P("ExitCode", pick("0:0"))), ACCT_ACTS, counts=(2, 3, 4, 5, 6, 8, 11, 16, 24), line=ruled(["JobID", "JobName", "Partition", "State", "Elapsed", "ExitCode"], [12, 10, 10, 10, 10, 8]), fix=acct_fit, show=acct_shown, more=jobs_more),
    Sheet("sacct (-X|-u $USER|-X -S yesterday|)", "job", "jobs", (K("JobID", job_id), P("JobName", job_name), O("Partition", of("partition")), O("Account", of("group")), P("AllocCPUS", digits(1, 128), True), T("State", ACCT_STATES), P("ExitCode", pick("0:0"))), ACCT_ACTS, counts=(2, 3, 4, 5, 6, 8, 11, 16, 24), line=ruled(["JobID", "JobName", "Partition", "Account", "AllocCPUS", "State", "ExitCode"], [12, 10, 10, 10, 10, 10, 8]), fix=acct_fit, show=acct_shown, more=jobs_more),
    Sheet("sacct -o jobid,jobname,user,maxrss,elapsed,state", "job", "jobs", (K("JobID", job_id), P("JobName", job_name), O("User", person), N("MaxRSS", "memory|MaxRSS|peak memory", 900, 90000000, lambda x: f"{int(x)}K", "the one that used the most memory; the memory hog; the hungriest {n}", "the leanest one"), A("Elapsed", 3, 6 * 86400, elapsed, "run", "10m 1h 6h 1d"), T("State", ACCT_STATES)), ACCT_ACTS, counts=(2, 3, 4, 5, 6, 8, 11, 16), line=ruled(["JobID", "JobName", "User", "MaxRSS", "Elapsed", "State"], [12, 10, 9, 10, 10, 10]), fix=acct_fit, show=acct_shown, more=jobs_more),
    Sheet("sinfo (-N -l|-Nl|-N)", "node", "nodes", (K("NODELIST", of("node")), P("NODES", pick("1"), True), O("PARTITION", of("partition")), T("STATE", NODE_STATES), N("CPUS", "cpus|cores", 8, 256), N("MEMORY", "memory|ram", 60000, 2000000), P("REASON", pick("none"))), NODE_ACTS, gap=2, bars=NODE_BARS, fix=lambda rng, titles, made: [[("none" if s in ("alloc", "idle", "mix", "resv") else rng.choice(["Not responding", "bad gpu", "kernel update", "disk full", "Kill task failed", "ECC errors", "maintenance"])) for s in made[titles.index("STATE")]] if t == "REASON" else m for t, m in zip(titles, made)]),
    Sheet("sinfo -N -o '\\%N \\%t \\%G'", "node", "nodes", (K("NODELIST", of("node")), T("STATE", NODE_STATES), P("GRES", pick("gpu:a100:4|gpu:h100:8|gpu:4|(null)|gpu:v100:2"))), NODE_ACTS, gap=1, bars=NODE_BARS),
]


# Cards and what runs on them, as tables.

KILLS = """
kill {PID} => @kill
kill -9 {PID} => @kill9
1 ps -o user= -p {PID} => who owns {s}; which user runs {s}; whose is {s}; only the owner of {s}; user name behind {s}
1 ps -p {PID} -o args => command line of {s}; what exactly does {s} run; full arguments of {s}; with which arguments was {s} started
1 ps -o etime= -p {PID} => how long has {s} been running; run time of {s}; since when does {s} run, elapsed time only
1 ps -fp {PID} => full ps line of {s}; ps -f for {s}; details on {s} from ps
1 pstree -sp {PID} => process tree around {s} with pids; where does {s} hang in the process tree, with parents and pids; parents and children of {s}, pids too
1 sudo py-spy dump --pid {PID} => python stack of {s}; where does {s} hang in its python code, dump the stack; py-spy dump for {s}
1 ls -l /proc/{PID}/cwd => in which directory was {s} started; working directory of {s}; where does {s} run, its cwd in proc
"""
CODE = pick("python|python3|/usr/bin/python3|/opt/conda/bin/python|ollama|vllm|java|./train|tritonserver|jupyter-lab|blender|gmx_mpi|namd3|/usr/lib/xorg/Xorg|/home/anna/venv/bin/python|ffmpeg|raylet|VLLM::EngineCore|text-generation-server")


def kills():
    return KILLS.replace("{PID}", "{x}")


def with_units(unit):
    return lambda x: f"{int(x)} {unit}"


def csv(rng, rows):
    return "\n".join(", ".join(row) for row in rows)


def csv_headed(head):
    return lambda rng, rows: (head + "\n" if rng.random() < 0.85 else "") + csv(rng, rows)


def cards_batch(rng, count):
    return [str(i) for i in range(count)]


def card(rng):
    return "0"


card.batch = cards_batch
CARD_ACTS = """
1 CUDA_VISIBLE_DEVICES={x} python3 {:word}.py => run {:word}.py on {s}; start {:word}.py on {s}; use {s} for {:word}.py; {:word}.py should run on {s}; launch {:word}.py, only {s} visible; put {:word}.py on {s}
m CUDA_VISIBLE_DEVICES={LIST} torchrun --nproc_per_node={HOWMANY} {:word}.py => torchrun {:word}.py on {s}; train {:word}.py with torchrun, {s} only; start {:word}.py with torchrun on {s}; distribute {:word}.py over {s} with torchrun
1 nvidia-smi -q -i {x} => details of {s}; everything about {s}; full query of {s}; all nvidia-smi knows about {s}
1 nvidia-smi -q -d TEMPERATURE -i {x} => temperature section of {s}; only the temperatures of {s}; temperature details of {s}
1 nvidia-smi -q -d POWER -i {x} => power section of {s}; power readings and limits of {s}; power details of {s}
1 nvidia-smi -q -d ECC -i {x} => ecc errors of {s}; ecc section of {s}; has {s} memory errors, ecc details
1 sudo nvidia-smi -i {x} -pl {:watts} => limit {s} to {:watts}; power limit of {:watts} for {s}; {s} should draw {:watts} at most; cap {s} at {:watts}; no more than {:watts} for {s}, power limit
1 sudo nvidia-smi --gpu-reset -i {x} => reset {s}; gpu reset of {s}; {s} hangs, reset the card
1 nvidia-smi --query-compute-apps=pid,process_name,used_memory --format=csv -i {x} => which processes are on {s}, with memory, as csv; pid, name and memory of what runs on {s}, csv; list the compute processes of {s} as csv
1 watch -n {:1_9} nvidia-smi -i {x} => watch {s} every {:1_9} seconds; keep an eye on {s}, refresh each {:1_9} s; nvidia-smi for {s} again and again, every {:1_9} seconds
1 sudo nvidia-smi -i {x} -pm 1 => persistence mode on for {s}; switch {s} to persistence mode; enable persistence on {s}
1 sudo nvidia-smi -i {x} -mig 1 => enable MIG on {s}; switch MIG mode on for {s}; {s} should be in MIG mode
1 docker run --rm --gpus device={x} nvidia/cuda:12.4.1-base-ubuntu22.04 nvidia-smi => nvidia-smi in a throwaway container nvidia/cuda:12.4.1-base-ubuntu22.04 that sees only {s}; check that docker gets at {s}: nvidia-smi in nvidia/cuda:12.4.1-base-ubuntu22.04, container removed after
"""
CARD_ACTS = "\n".join(line for line in CARD_ACTS.splitlines() if "{LIST}" not in line)
CARD_NAME = pick("NVIDIA A100-SXM4-80GB|NVIDIA H100 80GB HBM3|NVIDIA L40S|NVIDIA GeForce RTX 4090|Tesla T4|NVIDIA RTX A6000")
CARD_COUNTS = (2, 3, 4, 4, 6, 8, 8)
HEAT = ("heat|temperature", "the hottest one; the hottest card; the warmest {n}; the one that runs hottest; the one close to melting; whichever is hottest; the one with the cooling problem", "the coolest one; the coldest card; the one that stays cool")
LOAD = ("load|utilization|usage", "the busiest one; the busiest card; the one that works hardest; the one under full load", "the idlest one; the least busy card; the one with the least to do; the laziest {n}")
FULL = ("memory used|memory in use|used memory|vram", "the fullest one; the one with the least free memory; the {n} whose memory is nearly full; the most occupied card", "the emptiest card; the one with the most free memory; the {n} with room; the free one; the one that has the most memory left; the idle {n}; the unused one")


def cards_fit(rng, titles, made):
    """One card is idle: no load, no memory, no heat."""
    idle = rng.randrange(len(made[0]))
    for t, m in zip(titles, made):
        if t.startswith("utilization"):
            m[idle] = re.sub(r"[\d.]+", "0", m[idle])
        elif t.startswith("memory.used"):
            m[idle] = re.sub(r"[\d.]+", str(rng.randint(1, 15)), m[idle])
        elif t == "name":
            m[:] = [m[0]] * len(m)
    return made


def cards_more(rng, titles, made):
    found = []
    for t, m in zip(titles, made):
        if t.startswith("utilization"):
            rows = [i for i, c in enumerate(m) if c.startswith("0")]
            if len(rows) == 1:
                found += [(["the idle {n}", "the one doing nothing", "the free {n}", "the unused card", "the {n} nobody uses", "the one with 0% load", "whichever {n} is idle", "the one that isn't used", "a free {n}", "the spare card"], rows)] * 3
    i = rng.randrange(len(made[0]))
    found.append(([f"GPU {made[0][i]}", f"gpu {made[0][i]}", f"card {made[0][i]}", f"the card with index {made[0][i]}", f"device {made[0][i]}"], [i]))
    return found


CARD_TABLES += [
    Sheet("nvidia-smi --query-gpu=index,name,temperature.gpu,utilization.gpu,memory.used,memory.total --format=csv", "GPU", "GPUs", (K("index", card), P("name", CARD_NAME), N("temperature.gpu", HEAT[0], 25, 92, most=HEAT[1], least=HEAT[2]), N("utilization.gpu", LOAD[0], 2, 100, with_units("%"), LOAD[1]), N("memory.used", FULL[0], 300, 79000, with_units("MiB"), FULL[1], FULL[2]), P("memory.total", pick("81920 MiB"))), CARD_ACTS, counts=CARD_COUNTS, fix=cards_fit, more=cards_more, line=csv_headed("index, name, temperature.gpu, utilization.gpu [%], memory.used [MiB], memory.total [MiB]")),
    Sheet("nvidia-smi --query-gpu=index,utilization.gpu,memory.used,power.draw --format=csv,noheader", "GPU", "GPUs", (K("index", card), N("utilization.gpu", LOAD[0], 2, 100, with_units("%"), LOAD[1]), N("memory.used", FULL[0], 300, 79000, with_units("MiB"), FULL[1], FULL[2]), N("power.draw", "power|power draw|watts", 30, 690, lambda x: f"{x:.2f} W", "the one that draws the most power; the power hog; the thirstiest card")), CARD_ACTS, counts=CARD_COUNTS, fix=cards_fit, more=cards_more, line=csv),
    Sheet("gpustat", "GPU", "GPUs", (K("index", card), P("name", CARD_NAME), N("temperature.gpu", HEAT[0], 25, 92, most=HEAT[1], least=HEAT[2]), N("utilization.gpu", LOAD[0], 2, 100, most=LOAD[1]), N("memory.used", FULL[0], 300, 79000, lambda x: str(int(x)), FULL[1], FULL[2]), P("who", person)), CARD_ACTS, counts=CARD_COUNTS, fix=cards_fit, more=cards_more, line=lambda rng, rows: f"{draw(rng, 'node')}  Wed Mar  4 10:{rng.randint(10, 59)}:22 2026  550.{rng.randint(54, 144)}.0{rng.randint(1, 9)}\n" + "\n".join(f"[{i}] {n:<22} | {t:>2}°C, {u:>3} % | {m:>5} / 81920 MB |" + (f" {w}({m}M)" if u != "0" else "") for i, n, t, u, m, w in rows)),
    Sheet("nvidia-smi -L", "GPU", "GPUs", (K("index", card), P("name", CARD_NAME), K("uuid", lambda r: f"GPU-{hexes(r, 8)}-{hexes(r, 4)}-{hexes(r, 4)}-{hexes(r, 4)}-{hexes(r, 12)}")), """
1 nvidia-smi -q -i {uuid} => details of {s} by its uuid; full query of {s}, addressed by uuid; everything about {s}, use the uuid
1 CUDA_VISIBLE_DEVICES={uuid} python3 {:word}.py => run {:word}.py on {s}, given by uuid; start {:word}.py with {s} picked by uuid; {:word}.py on {s}, use its uuid
1 CUDA_VISIBLE_DEVICES={x} python3 {:word}.py => run {:word}.py on {s}; start {:word}.py on {s} only; use {s} for {:word}.py
1 docker run --rm --gpus device={uuid} {:image} => run {:image} in docker with {s} only, by uuid, container removed after; throwaway container of {:image} that gets {s} by its uuid
1 nvidia-smi -i {x} => nvidia-smi for {s} alone; only {s} in nvidia-smi; state of {s}
""", counts=CARD_COUNTS, fix=cards_fit, more=cards_more, line=lambda rng, rows: "\n".join(f"GPU {i}: {n} (UUID: {u})" for i, n, u in rows)),
    Sheet("nvidia-smi --query-compute-apps=pid,process_name,used_memory --format=csv,noheader", "process", "processes", (K("pid", of("pid")), P("process_name", CODE), N("used_gpu_memory [MiB]", "memory|gpu memory|vram", 200, 79000, with_units("MiB"), "the memory hog; whatever eats the vram; the one hogging the gpu memory; the fattest {n}; the one that fills the card", "the leanest one", "")), kills(), counts=(1, 2, 3, 4, 5, 6, 8, 12), line=csv),
    Sheet("nvidia-smi pmon -c 1", "process", "processes", (P("gpu", lambda r: str(r.randint(0, 7))), K("pid", of("pid"), True), P("type", pick("C")), N("sm", "sm usage|gpu load|load", 1, 99, most="the busiest {n}; the one that keeps the gpu busy; the one with the most load"), N("mem", "memory bandwidth|mem", 1, 90), P("enc", pick("-")), P("dec", pick("-")), P("jpg", pick("-")), P("ofa", pick("-")), P("command", CODE)), kills(), counts=(1, 2, 3, 4, 6, 8), more=lambda rng, titles, made: [((f"the one on GPU {g};whatever runs on gpu {g};the {{n}} on card {g};what occupies GPU {g};the one using gpu {g}" if len(rows) == 1 else f"everything on GPU {g};all {{ns}} on gpu {g};whatever runs on card {g};all that occupies GPU {g}").split(";"), rows) for g in set(made[0]) for rows in [[i for i, c in enumerate(made[0]) if c == g]] if len(rows) < len(made[0])]),
    Sheet("rocm-smi --showpids", "process", "processes", (K("PID", of("pid")), P("PROCESS NAME", CODE), P("GPU(s)", pick("1|1|2|8")), N("VRAM USED", "vram|gpu memory|memory", 2e8, 1.9e11, lambda x: str(int(x)), "the memory hog; whatever eats the vram; the one hogging the gpu memory; the fattest {n}"), P("SDMA USED", pick("0")), P("CU OCCUPANCY", pick("0|12|55|UNKNOWN"))), kills(), counts=(1, 2, 3, 4, 6), gap=2),
]
add(CARD_TABLES)
TABLES = CARD_TABLES
BY = {sheet.noun: sheet for sheet in reversed(TABLES)}
add_pairs((BY["node"], BY["job"]), (BY["job"], BY["node"]), (BY["GPU"], BY["process"]))
