"""nvidia-smi, rocm-smi and Slurm output."""

from .. import values
from . import question, scene
from .tables import amounts, distinct, draw, prompt, table

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
    count = rng.choice([3, 4, 6, 8, 14])
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
