"""Tables of Kubernetes."""

import dataclasses
import re

from .sheets import A, K, N, O, P, S, Sheet, T, add, add_pairs, percents, private
from .tables import LETTERS, age, apps_key, draw, duration, hexes, kube_age, letters, mebi, of, owner_of, pick, pods_key, stamp
from .tables import kube_name as workload

HOUR, DAY = 3600, 86400

POD_STATES = """
Running | running; healthy; up
!CrashLoopBackOff | crashing; crash looping; crash-looping; crashlooping; in CrashLoopBackOff; stuck in a crash loop | the {n} that keeps crashing; the one that keeps dying; the one that can't stay up; the crash-looping thing; the crashlooper; whatever is in a crash loop; the {n} that falls over all the time; the one that dies right after it starts; the one that never stays up | the ones that keep crashing; the {ns} that keep dying; all the crashloopers; those that can't stay up; whatever crashes all the time; the {ns} that keep falling over; everything in a crash loop
!ImagePullBackOff | stuck pulling its image; in ImagePullBackOff; not able to pull its image | the one that can't get its image; the {n} with the bad image; the one with the image problem; whatever cannot pull its image; the one whose image cannot be downloaded; the one that waits for an image it never gets; the one with the wrong tag probably | the ones that can't pull their image; the {ns} with image trouble; those whose image cannot be fetched; every {n} with an image problem; the ones hanging on the image pull
!Error | in Error; errored; in the Error state | the one that says Error; the {n} that ended with an error; the one that errored out; the one that exited badly | the ones that say Error; all that ended with an error; those that errored out; every {n} in Error
!OOMKilled | OOMKilled; OOM killed; out of memory | the one that ran out of memory; the {n} killed by the OOM killer; the one that got OOM killed; the one that needed too much memory; the one that hit its memory limit; whichever blew its memory limit | the ones that ran out of memory; those killed for memory; the OOM killed ones; all that hit their memory limit
!ErrImagePull | in ErrImagePull; failing to pull its image | the one whose image doesn't exist; the one that can't pull its image; the {n} whose image is not found; the one with the mistyped image | the ones whose image doesn't exist; those that fail to pull
!CreateContainerConfigError | in CreateContainerConfigError; misconfigured | the one with the config error; the {n} with a config problem; the one that misses a secret or configmap; the one whose configuration is broken | the ones with a config error; those with broken configuration
!Init:CrashLoopBackOff | failing in its init container | the one whose init container crashes; the one that doesn't get past init; the {n} with the broken init container | the ones whose init container crashes
!RunContainerError | in RunContainerError | the one whose container can't be run; the one that fails to run its container
Pending | pending; stuck in Pending; unscheduled; not scheduled yet; waiting to be scheduled | the one that doesn't get scheduled; the {n} that is waiting for a node; the one that is stuck waiting; the one that never got a node; the one without a place to run; the one the scheduler can't place; the one still looking for a node | the ones waiting for a node; all that don't get scheduled; those without a node; everything the scheduler can't place; the {ns} nobody found room for
Completed | completed; finished; done | the one that ended well; the {n} that did its work; the one that finished successfully | the ones that ended well; those that are done; everything that has finished; the {ns} that did their work; the finished leftovers
Evicted | evicted | the one that got evicted; the {n} that was evicted; the one the node threw out | the ones that got evicted; all evicted leftovers; those thrown off their node; the {ns} the node kicked out
Terminating | terminating; stuck terminating; stuck in Terminating; hanging in Terminating | the one that won't go away; the {n} that refuses to die; the one that is stuck shutting down; the one that never finishes deleting; the one that hangs on deletion; the zombie | the ones that won't go away; the {ns} that refuse to die; those stuck shutting down; everything that hangs on deletion
ContainerCreating | still creating; in ContainerCreating; being created | the one that is still starting; the one whose container isn't created yet; the one that hangs at container creation; the one stuck coming up | the ones that are still starting; those stuck at container creation
Init:0/1 | still initializing; in init; waiting on its init container | the one still waiting for its init container; the one that hangs in init; the one that isn't through with init | the ones that hang in init
Unknown | in an unknown state; unknown | the one nobody knows the state of; the one the cluster lost contact with
"""
RESTARTING = "the one that restarts most; the {n} that was restarted most often; the one that restarts all the time; the one that has restarted the most; the flakiest {n}; the most restarted {n}; whichever has restarted most; the {n} that can't stop restarting; the least stable one; the one with that many restarts; the one with the crazy restart count; the one that was restarted so often; the most unstable {n}"
POD_ACTS = """
kubectl delete pod {x} => @delete; restart {s} by deleting; delete {s} to have a fresh start; kill {s}; recreate {s} by deleting
kubectl delete pod {x} => @delete
1 kubectl describe pod {x} => @describe; why won't {s} start; why doesn't {s} come up; the reason why {s} is in that state; what does kubernetes say about {s}; events and conditions of {s}
1 kubectl logs {x} => @logs
1 kubectl logs {x} --previous => logs of {s} from before it crashed; previous logs of {s}; what did {s} say before the restart; logs of the crashed container of {s}; last words of {s} before it died; the log of the previous run of {s}; {s}: logs before the last restart; what did {s} print right before crashing; the previous instance's logs of {s}; why did {s} die, log of the run before; the crash log of {s}, I mean of the instance before
1 kubectl logs -f {x} => @follow
1 kubectl exec -it {x} -- sh => @shell
1 kubectl exec -it {x} -- bash => bash in {s}; open bash inside {s}; get me a bash in {s}; exec into {s} with bash; I need a bash prompt within {s}
1 kubectl get pod {x} -o yaml => @yaml
kubectl delete pod {x} --grace-period=0 --force => force delete {s}; delete {s} by force without waiting; remove {s} immediately, no grace period; delete {s} right now with force; {s}: force delete with zero grace; force kill {s}, grace period zero; get rid of {s} by force, don't wait for it
1 kubectl logs {x} --tail={:n} => last {:n} lines of the log of {s}; the final {:n} log lines of {s}; tail {:n} lines from {s}; {:n} latest log lines of {s}; logs of {s}, last {:n} lines; logs of {s} but only the last {:n}; only {:n} lines from the end of the log of {s}
1 kubectl logs {x} --since={:1_12}h => logs of {s} from the last {:1_12}h; what did {s} log within {:1_12}h; only the last {:1_12}h of logs from {s}; {s}: log since {:1_12}h
1 kubectl port-forward pod/{x} {:port}:{:port2} => forward local port {:port} to port {:port2} of {s}; make port {:port2} of {s} reachable as localhost:{:port}; port-forward {:port} here to {:port2} in {s}; tunnel my {:port} to {:port2} of {s}
1 kubectl edit pod {x} => @edit
1 kubectl get events --field-selector involvedObject.name={x} => events of {s}; only the events for {s}; which events concern {s}; show what happened to {s} as events; event list for {s} alone
1 kubectl logs {x} --all-containers => logs of all containers of {s}; what do all the containers in {s} log; log of every container in {s}; {s}: logs, all containers
1 kubectl rollout restart {KIND} {APP} => restart the {KIND} of {s}; restart the {KIND} behind {s}; rolling restart of the {KIND} that {s} belongs to; roll the {KIND} of {s} anew; the {KIND} that owns {s} needs a rollout restart; bounce the whole {KIND} of {s}, not just the pod; new pods for the {KIND} of {s}
1 kubectl scale {KIND} {APP} --replicas={:0_9} => scale the {KIND} of {s} to {:0_9}; {:0_9} replicas for the {KIND} of {s}; set the {KIND} that {s} belongs to to {:0_9} replicas; scale what {s} belongs to back to {:0_9}, it's a {KIND}; bring the {KIND} behind {s} to {:0_9}
m kubectl rollout undo {KIND} {APP} => roll back the {KIND} of {s}; undo the last rollout of the {KIND} of {s}; the last deploy broke {s}, roll its {KIND} back; take the {KIND} behind {s} back to the revision before; previous version for the {KIND} of {s}
1 kubectl rollout status {KIND} {APP} => rollout status of the {KIND} of {s}; how far is the rollout of the {KIND} of {s}; is the {KIND} behind {s} rolled out, status
1 kubectl describe {KIND} {APP} => describe the {KIND} of {s}; details of the {KIND} behind {s}; describe what owns {s}, the {KIND}
1 kubectl top pod {x} => how much cpu and memory does {s} use; resource use of {s}; cpu and ram of {s}; top for {s}
1 kubectl top pod {x} --containers => resource use of {s} per container; cpu and memory of each container in {s}; top for {s}, split by container
1 kubectl get pod {x} -o jsonpath='{.spec.containers[*].image}' => which image does {s} run, only that; just the images of {s}; image of {s}, jsonpath; print only the container images of {s}
1 kubectl wait --for=condition=Ready pod/{x} => wait until {s} is ready; block till {s} becomes ready; wait for {s} to get ready
1 kubectl debug -it {x} --image=busybox => debug {s} with a busybox container; attach an ephemeral busybox to {s}; get a busybox debug shell at {s}
1 kubectl exec {x} -- env => environment variables of {s}; which env vars does {s} see; print the environment inside {s}; env of {s}
1 kubectl cp {x}:/tmp/{:file} . => copy /tmp/{:file} out of {s} to here; get /tmp/{:file} from {s} into this directory; fetch /tmp/{:file} of {s} to the current folder
"""
NS_ACTS = POD_ACTS + """
kubectl get pods -n {NAMESPACE} => other pods in the namespace of {s}; what else runs next to {s} in its namespace; list the namespace that {s} lives in; pods of the namespace with {s}; show only the namespace of {s}
kubectl get events -n {NAMESPACE} => events in the namespace of {s}; what happened in the namespace where {s} is; events of the namespace that {s} is in
kubectl config set-context --current --namespace={NAMESPACE} => switch to the namespace of {s}; make the namespace of {s} my default; set my context to the namespace where {s} lives
"""


def one_space(rng, titles, made):
    made[titles.index("NAMESPACE")] = [made[titles.index("NAMESPACE")][0]] * len(made[0])
    return made


def restarts(x):
    return str(int(x))


def pods_fit(rng, titles, made):
    """Readiness, restarts, node and address as the states of the pods have them."""
    states, at = made[titles.index("STATUS")], {t: i for i, t in enumerate(titles)}
    keys = made[at["NAME"]]
    ages = made[at["AGE"]] if "AGE" in at else [""] * len(keys)
    homes: dict[str, str] = {}
    sizes: dict[str, int] = {}
    if "NAMESPACE" in at:
        pool = [spaces(rng) for _ in range(rng.choice([1, 2, 3, 4, 5, 7]))]
        for i, key in enumerate(keys):
            made[at["NAMESPACE"]][i] = homes.setdefault((owner_of(key) or ("", key))[1], rng.choice(pool))
        if rng.random() < 0.8:
            order = sorted(range(len(keys)), key=lambda i: made[at["NAMESPACE"]][i])
            made[:] = [[m[i] for i in order] for m in made]
            states, keys, ages = made[at["STATUS"]], made[at["NAME"]], made[at["AGE"]]
    wild = rng.random() < 0.25  # restarts all over the place
    for i, state in enumerate(states):
        crashes = state in ("CrashLoopBackOff", "OOMKilled", "Error", "Init:CrashLoopBackOff", "RunContainerError")
        lived = duration(ages[i]) if ages[i] else DAY
        old = max(lived, 90)
        count = int(made[at["RESTARTS"]][i]) if "RESTARTS" in at and made[at["RESTARTS"]][i].isdigit() else 0
        if "RESTARTS" in at:
            count = max(count, rng.randint(3, 900)) if crashes and state != "Error" else count if wild and state in ("Running", "Error") else rng.choice([0, 0, 0, 0, 0, 1, 2]) if state in ("Running", "Terminating", "Unknown", "Error") else 0
            count = min(count, int(old / 20))
            made[at["RESTARTS"]][i] = f"{count} ({kube_age(rng.uniform(0.01, 0.9) * min(lived, 86400 * 20)) if not crashes else kube_age(rng.uniform(2, max(3, min(300, lived / 2))))} ago)" if count and (crashes or rng.random() < 0.8) else str(count)
        if "READY" in at:
            n = sizes.setdefault((owner_of(keys[i]) or ("", keys[i]))[1], rng.choice([1, 1, 1, 1, 2, 3]))
            up = n if state == "Running" else n - 1 if crashes and n > 1 else 0
            made[at["READY"]][i] = f"{up}/{n}"
        for title in ("IP", "NODE"):
            if title in at and state == "Pending":
                made[at[title]][i] = "<none>"
            elif title == "IP" and "IP" in at and state in ("ContainerCreating", "Evicted"):
                made[at[title]][i] = "<none>"
    if "READY" in at and rng.random() < 0.25:
        running = [i for i, s in enumerate(states) if s == "Running"]
        for i in rng.sample(running, min(len(running), rng.choice([1, 1, 2]))):
            made[at["READY"]][i] = rng.choice(["0/1", "1/2", "0/1"])
    return made


UNREADY = ["the one that runs but isn't ready", "the {n} that is running but not ready", "the one whose readiness probe fails", "the running one that gets no traffic", "the one that's up but not ready", "the one that is Running with 0 ready", "the {n} that never becomes ready"]
UNREADY_MANY = ["those that run but aren't ready", "the running {ns} that are not ready", "everything that is up but unready", "the ones whose readiness probe fails"]
ALL_BAD = ["everything that isn't running or completed", "all the unhealthy {ns}", "the {ns} in trouble", "whatever is broken", "all that failed in one way or the other", "the ones that need attention", "the broken ones"]
FINE = ("Running", "Completed", "Succeeded")


def pods_more(rng, titles, made):
    at = {t: i for i, t in enumerate(titles)}
    found, states, keys = [], made[at["STATUS"]], made[at["NAME"]]
    if "READY" in at:
        rows = [i for i, s in enumerate(states) if s == "Running" and made[at["READY"]][i].split("/")[0] != made[at["READY"]][i].split("/")[1]]
        if len(rows) == 1:
            found.append((UNREADY, rows))
        elif 1 < len(rows) < 5:
            found.append((UNREADY_MANY, rows))
    bad = [i for i, s in enumerate(states) if s not in FINE]
    if 2 <= len(bad) <= 6 and len(bad) < len(keys) and all(s not in ("Running",) or made[at["READY"]][i].split("/")[0] == made[at["READY"]][i].split("/")[1] for i, s in enumerate(states) if "READY" in at):
        found.append((["everything that isn't running or completed", "whatever is neither running nor completed", "all that is neither running nor done"], bad))
    groups: dict[str, list[int]] = {}
    for i, key in enumerate(keys):
        if owner := owner_of(key):
            groups.setdefault(owner[1], []).append(i)
    for name, rows in groups.items():
        other = [k for i, k in enumerate(keys) if i not in rows]
        if len(rows) == 1 and not any(name in k for k in other) and rng.random() < 0.4:
            found.append(([name, f"the {name} {{n}}", f"the {{n}} of {name}", f"{name}'s {{n}}", f"the one of {name}", f"our {name}"], rows))
        elif len(rows) > 1:
            if not any(name in k for k in other):
                found.append(([f"all {name} {{ns}}", f"every {{n}} of {name}", f"the {name} {{ns}}", f"all replicas of {name}", f"all of {name}'s {{ns}}", f"both and all {name} {{ns}}"[9:], f"the whole set of {name} {{ns}}"], rows))
            odd = [i for i in rows if states[i] not in FINE]
            if len(odd) == 1:
                found.append(([f"the {name} replica that has trouble", f"the broken {name} {{n}}", f"the {name} one that isn't running", f"the bad replica of {name}", f"the {name} {{n}} that isn't healthy", f"whichever {name} {{n}} is broken"], odd))
            fine = [i for i in rows if states[i] == "Running"]
            if len(fine) == 1 and odd:
                found.append(([f"the {name} {{n}} that still runs", f"the healthy {name} one", f"the one {name} {{n}} that is up", f"the good replica of {name}"], fine))
    if "NAMESPACE" in at:
        spaces = made[at["NAMESPACE"]]
        for space in set(spaces):
            rows = [i for i, s in enumerate(spaces) if s == space]
            if len(rows) == 1:
                found.append(([f"the one in {space}", f"the {{n}} in {space}", f"the only {{n}} of {space}", f"{space}'s {{n}}", f"whatever runs in {space}", f"the {{n}} in the {space} namespace"], rows))
            elif len(rows) <= 5 and len(rows) < len(spaces):
                found.append(([f"all {{ns}} in {space}", f"everything in {space}", f"the {space} {{ns}}", f"every {{n}} of the {space} namespace", f"whatever runs in {space}"], rows))
            odd = [i for i in rows if states[i] not in FINE]
            if len(odd) == 1 and len(rows) > 1:
                found.append(([f"the broken one in {space}", f"the {space} {{n}} that isn't running", f"the unhealthy {{n}} in {space}", f"the one in {space} with a problem", f"the one that is down in {space}"], odd))
    if "NODE" in at:
        nodes = made[at["NODE"]]
        for node in set(nodes) - {"<none>"}:
            rows = [i for i, s in enumerate(nodes) if s == node]
            if len(rows) == 1:
                found.append(([f"the one on {node}", f"the {{n}} on {node}", f"the only {{n}} that runs on {node}", f"what {node} runs"], rows))
            elif len(rows) <= 5 and len(rows) < len(nodes):
                found.append(([f"all {{ns}} on {node}", f"everything on {node}", f"whatever runs on {node}", f"the {{ns}} that sit on {node}"], rows))
    return found


BARS = r"""
kubectl (logs|exec|port-forward|cp|top|debug) ~ Pending|ContainerCreating|Image|ConfigError|Init:0|Evicted|Unknown|RunContainerError
kubectl (exec|port-forward|cp|top|debug) ~ Completed|Error|OOMKilled|Crash|Terminating
kubectl wait ~ Running|Completed|Error|Terminating|Evicted
kubectl (edit|scale) ~ Completed|Evicted
"""
SPACE = pick("default|kube-system|monitoring|prod|prod|staging|staging|ingress-nginx|payments|cert-manager|dev|qa|logging|data|argocd|team-a|shop|ml|infra|databases")


def spaces(rng):
    return SPACE(rng) if rng.random() < 0.75 else draw(rng, "namespace")


COUNTS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 20, 26, 34)
NAME, AGE, NAMESPACE = K("NAME", pods_key), A("AGE", 20, 300 * DAY, kube_age, "old", "10m 1h 6h 1d 7d 30d"), P("NAMESPACE", spaces)
READY, STATUS, RESTARTS = P("READY", pick("1/1|0/1|2/2|1/2")), T("STATUS", POD_STATES), N("RESTARTS", "restarts|number of restarts|restart count", 0.4, 400, restarts, RESTARTING, "", "5 10 20 50 100")
SORTED = "kubectl get (pods|po) --sort-by=(.metadata.creationTimestamp|.status.startTime|'.status.containerStatuses[0].restartCount')"
WIDE_ACTS = """
kubectl delete pod {x} => @delete
m kubectl cordon {NODE} => cordon the node of {s}; no new pods on the node where {s} runs; keep new pods off the node of {s}; the node that hosts {s} should take no more pods; mark the node under {s} unschedulable
1 kubectl describe node {NODE} => describe the node that {s} runs on; node details for {s}; what is wrong with the node of {s}; look at the machine {s} sits on; what's up with the node behind {s}
1 kubectl drain {NODE} --ignore-daemonsets => drain the node of {s}; empty the node that {s} runs on; move everything off the node with {s}; evacuate the node where {s} lives
1 kubectl logs {x} => @logs
1 kubectl describe pod {x} => @describe
1 kubectl logs {x} --previous => previous logs of {s}; what did {s} print before it crashed; logs of the last run of {s}
ping -c {:2_9} {IP} => ping {s} {:2_9} times; send {:2_9} pings to {s}; {:2_9} pings to the ip of {s}
ping -c 4 {IP} => is {s} reachable, 4 pings; does {s} answer 4 pings; send 4 pings to {s}
curl http://{IP}:{:port} => curl {s} on port {:port}; request port {:port} of {s}; what does {s} answer on {:port}; http request to port {:port} of {s}
kubectl get pods -A --field-selector spec.nodeName={NODE} => all pods on the node of {s}; what else runs on the node of {s}; neighbours of {s} on its node; every pod that shares a node with {s}
ssh {NODE} => ssh to the node of {s}; log in on the machine that runs {s}; get me onto the node under {s} with ssh; open an ssh session on the host of {s}
1 kubectl rollout restart {KIND} {APP} => restart the {KIND} of {s}; restart the {KIND} behind {s}; roll the {KIND} of {s}
"""


def wide_ok(rng, titles, made):
    return pods_more(rng, titles, made)


PODS = [
    Sheet("kubectl get (pods|po|pod)", "pod", "pods", (NAME, READY, STATUS, RESTARTS, AGE), POD_ACTS, COUNTS, fix=pods_fit, bars=BARS, more=pods_more, loose=True),
    Sheet(SORTED, "pod", "pods", (NAME, READY, STATUS, RESTARTS, AGE), POD_ACTS, COUNTS, fix=pods_fit, bars=BARS, more=pods_more, loose=True),
    Sheet("kubectl get (pods|po) (-A|--all-namespaces)", "pod", "pods", (NAMESPACE, NAME, READY, STATUS, RESTARTS, AGE), NS_ACTS, COUNTS, fix=pods_fit, bars=BARS, more=pods_more, loose=True),
    Sheet("kubectl get (pods|po|pod) -A", "pod", "pods", (NAMESPACE, NAME, READY, STATUS, RESTARTS, AGE), NS_ACTS, COUNTS, fix=pods_fit, bars=BARS, more=pods_more, loose=True),
    Sheet("kubectl get (pods|po) -A -o wide", "pod", "pods", (NAMESPACE, NAME, READY, STATUS, RESTARTS, AGE, P("IP", private), O("NODE", of("node"))), NS_ACTS, COUNTS, fix=pods_fit, bars=BARS, more=pods_more, loose=True),
    Sheet("kubectl get pods -o wide", "pod", "pods", (NAME, READY, STATUS, RESTARTS, AGE, P("IP", private), O("NODE", of("node")), P("NOMINATED NODE", pick("<none>")), P("READINESS GATES", pick("<none>"))), WIDE_ACTS, COUNTS[:12], fix=pods_fit, bars=BARS, more=pods_more, loose=True),
    Sheet("kubectl get (pods|po) --no-headers", "pod", "pods", (NAME, READY, STATUS, RESTARTS, AGE), POD_ACTS, COUNTS, header=0.0, fix=pods_fit, bars=BARS, more=pods_more, loose=True),
    Sheet("kubectl get (pods|po) -l app=(web|api|backend|worker)", "pod", "pods", (NAME, READY, STATUS, RESTARTS, AGE), POD_ACTS, (1, 2, 3, 4, 5), fix=pods_fit, bars=BARS, more=pods_more, loose=True),
]
DEPLOY_ACTS = """
kubectl rollout restart deployment {x} => @restart; rolling restart of {s}; roll out {s} again; fresh pods for {s}; rollout restart of {s}; restart {s} without downtime; recreate the pods of {s} one by one
kubectl delete deployment {x} => @delete
kubectl scale deployment {x} --replicas=0 => scale {s} to zero; shut {s} down without deleting; no replicas for {s}; scale {s} down to nothing; turn {s} off by scaling to 0; zero pods for {s}; put {s} to sleep, zero replicas; scale {s} to 0
kubectl scale deployment {x} --replicas={:2_12} => scale {s} to {:2_12}; {:2_12} replicas of {s} please; I want {:2_12} pods of {s}; make it {:2_12} replicas for {s}; {s} should have {:2_12} replicas; bring {s} to {:2_12} replicas; scale {s} back to {:2_12}; set {s} to {:2_12} copies; give {s} {:2_12} instances; {s}: {:2_12} replicas
1 kubectl scale deployment {x} --replicas=1 => scale {s} to 1; one replica of {s} is enough; only a single replica for {s}; reduce {s} to one pod; just one copy of {s}
1 kubectl rollout undo deployment {x} => undo the last rollout of {s}; roll {s} back; revert {s} to the revision before; go back to the previous version of {s}; rollback {s}; take back the last deploy of {s}; the last deploy broke {s}, undo
1 kubectl rollout undo deployment {x} --to-revision={:2_30} => roll {s} back to revision {:2_30}; take {s} to revision {:2_30}; revision {:2_30} of {s} was good, go back to it; undo {s} up to revision {:2_30}
1 kubectl describe deployment {x} => @describe
1 kubectl logs deployment/{x} => @logs
1 kubectl logs -f deployment/{x} => @follow
1 kubectl logs deployment/{x} --tail={:n} => last {:n} log lines of {s}; {:n} lines from the end of the logs of {s}; logs of {s}, last {:n} lines; the latest {:n} lines {s} logged
1 kubectl rollout status deployment {x} => rollout status of {s}; is the rollout of {s} through; how far is the rollout of {s}; wait for the rollout of {s}; watch the rollout of {s}; is {s} done rolling out
1 kubectl rollout history deployment {x} => rollout history of {s}; revisions of {s}; which revisions does {s} have; past rollouts of {s}
1 kubectl rollout pause deployment {x} => pause the rollout of {s}; hold the rollout of {s}; {s}: pause rolling out
1 kubectl rollout resume deployment {x} => resume the rollout of {s}; let the rollout of {s} go on; continue rolling out {s}
1 kubectl edit deployment {x} => @edit
1 kubectl get deployment {x} -o yaml => @yaml
1 kubectl expose deployment {x} --port={:port} => expose {s} on port {:port}; make a service for {s} on port {:port}; create a service on port {:port} for {s}
1 kubectl autoscale deployment {x} --min={:1_2} --max={:5_20} => autoscale {s} between {:1_2} and {:5_20}; autoscaler for {s}, {:1_2} to {:5_20} pods; let {s} scale itself from {:1_2} up to {:5_20}
1 kubectl port-forward deployment/{x} {:port}:{:port2} => forward local {:port} to port {:port2} of {s}; make port {:port2} of {s} available on localhost:{:port}; port-forward {s}, {:port} here to {:port2} there; tunnel {:port} to {s} port {:port2}
1 kubectl set env deployment/{x} LOG_LEVEL=debug => set LOG_LEVEL=debug on {s}; give {s} the env LOG_LEVEL=debug; {s} should run with LOG_LEVEL=debug
1 kubectl exec -it deployment/{x} -- sh => shell in any pod of {s}; open a shell in {s}; exec into {s}; get a shell inside {s}
"""


def ready_of(words):
    return lambda rng: "1/1"


def deployments_fit(rng, titles, made):
    """Wanted and ready replicas: most have all, some lack some, some are scaled to zero."""
    count = len(made[0])
    at = {t: i for i, t in enumerate(titles)}
    want = [rng.choice([1, 1, 2, 2, 3, 3, 4, 5, 6]) for _ in range(count)]
    up = list(want)
    for i in rng.sample(range(count), min(count, rng.choice([1, 1, 1, 2, 3]))):
        up[i] = 0 if rng.random() < 0.5 else rng.randrange(want[i])
    if rng.random() < 0.35:
        i = rng.randrange(count)
        want[i] = up[i] = 0
    made[at["READY"]] = [f"{u}/{w}" for u, w in zip(up, want)]
    for title, numbers in (("UP-TO-DATE", want), ("AVAILABLE", up), ("DESIRED", want), ("CURRENT", want)):
        if title in at:
            made[at[title]] = [str(n) for n in numbers]
    return made


def daemons_fit(rng, titles, made):
    at, count = {t: i for i, t in enumerate(titles)}, len(made[0])
    nodes = rng.randint(2, 24)
    up = [nodes] * count
    up[rng.randrange(count)] = rng.randrange(nodes)
    for title in ("DESIRED", "CURRENT", "UP-TO-DATE"):
        made[at[title]] = [str(nodes)] * count
    for title in ("READY", "AVAILABLE"):
        made[at[title]] = [str(u) for u in up]
    return made


def deployments_more(rng, titles, made):
    cells, keys = made[titles.index("READY")], made[titles.index("NAME")]
    if "DESIRED" in titles:
        want, up = [int(x) for x in made[titles.index("DESIRED")]], [int(x) for x in cells]
    else:
        up, want = ([int(c.split("/")[k]) for c in cells] for k in (0, 1))
    found, count = [], len(keys)
    short = [i for i in range(count) if up[i] < want[i]]
    down = [i for i in range(count) if want[i] and not up[i]]
    some = [i for i in short if up[i]]
    off = [i for i in range(count) if not want[i]]

    def put(rows, one, many):
        if len(rows) == 1 and count > 1:
            found.append(([w.strip() for w in one.split(";")], rows))
        elif 1 < len(rows) < count and len(rows) < 7 and many:
            found.append(([w.strip() for w in many.split(";")], rows))

    put(short, "the one that isn't fully up; the {n} with missing replicas; the one that lacks replicas; the one that isn't ready; the broken {n}; the unhealthy one; the {n} that has problems; whichever isn't at full strength; the one where not all pods are ready; the degraded one; it; the {n} short of pods; the culprit; the one that doesn't have all its pods", "the ones that aren't fully up; all {ns} with missing replicas; whatever lacks replicas; the {ns} that aren't ready; the unhealthy {ns}; those where not all pods are ready; every {n} that's degraded; the ones with problems")
    put(down, "the one with no pod up; the {n} that is down completely; the one without a single ready pod; the dead one; the {n} that has nothing running; the one with zero ready; the one that is totally down; the one where nothing is available", "the ones with no pod up; all {ns} that are down completely; those with zero ready; everything that is totally down")
    put(some, "the one that is only partly up; the {n} with some of its pods missing; the one that is half up; the one with some replicas but not all", "the ones that are partly up; those with only some of their replicas")
    put(off, "the one that is scaled to zero; the {n} with 0/0; the one that is switched off; the {n} that wants no pods; the one that was scaled down; the sleeping one; the parked {n}", "the ones scaled to zero; everything switched off; the {ns} at 0/0; those that were scaled down")
    if "DESIRED" not in titles and count > 2:
        order = sorted(range(count), key=lambda i: -want[i])
        if want[order[0]] > want[order[1]]:
            found.append((["the one with the most replicas", "the biggest {n}", "the {n} with the most pods", "the one that runs the most copies", "whichever has the most replicas", "the largest one", "the {n} with the highest replica count"], order[:1]))
        if off == [] and want[order[-1]] < want[order[-2]]:
            found.append((["the one with the fewest replicas", "the smallest {n}", "the {n} with the least pods"], order[-1:]))
        rows = [i for i in range(count) if want[i] > 5]
        put(rows, "the one with more than five replicas; the {n} that wants more than 5 pods; whichever has over 5 replicas", "everything with more than five replicas; all {ns} that want more than 5 pods; those with over 5 replicas")
    return found


def services_fit(rng, titles, made):
    at = {t: i for i, t in enumerate(titles)}
    for i, kind in enumerate(made[at["TYPE"]]):
        port = rng.choice(["80", "443", "8080", "3000", "5432", "6379", "9090", "9200", "8000", "8443", draw(rng, "port")])
        made[at["PORT(S)"]][i] = f"{port}/TCP" if kind == "ClusterIP" else f"{port}:{rng.randint(30000, 32767)}/TCP"
        made[at["EXTERNAL-IP"]][i] = "<none>" if kind in ("ClusterIP", "NodePort") else rng.choice(["<pending>", draw(rng, "ip"), draw(rng, "ip")]) if kind == "LoadBalancer" else draw(rng, "domain")
        if kind == "ExternalName":
            made[at["CLUSTER-IP"]][i], made[at["PORT(S)"]][i] = "<none>", "<none>"
    return made


def services_more(rng, titles, made):
    found, ports, outside = [], [re.match(r"\d*", p).group() for p in made[titles.index("PORT(S)")]], made[titles.index("EXTERNAL-IP")]
    i = rng.randrange(len(ports))
    if ports[i] and ports.count(ports[i]) == 1:
        p = ports[i]
        found.append(([f"the one on port {p}", f"the {{n}} that listens on {p}", f"whatever serves {p}", f"the {{n}} with port {p}", f"the one with {p}/TCP", f"the {p} one"], [i]))
    rows = [i for i, x in enumerate(outside) if x == "<pending>"]
    if len(rows) == 1:
        found.append((["the one whose external ip is pending", "the one that never gets an external ip", "the {n} still waiting for its ip", "the load balancer without an address", "the one stuck in pending", "the {n} whose address isn't assigned yet"], rows))
    return found


def nodes_more(rng, titles, made):
    found, roles, versions = [], made[titles.index("ROLES")], made[titles.index("VERSION")]
    for role, words in (("control-plane", ["the control plane", "the control-plane {n}", "the master", "the master {n}", "the one that is the control plane"]),):
        rows = [i for i, r in enumerate(roles) if r == role]
        if len(rows) == 1 and len(roles) > 1:
            found.append((words, rows))
    number = [tuple(int(x) for x in re.findall(r"\d+", v)[:3]) for v in versions]
    rows = [i for i, v in enumerate(number) if v == min(number)]
    if len(rows) == 1 and len(number) > 1:
        found += [(["the one with the oldest version", "the {n} on the old kubelet", "the outdated one", "the {n} that wasn't upgraded", "the one that lags behind in version", "the one still on the older version", "the {n} with the lowest version"], rows)]
    elif 1 < len(rows) < len(number) and len(rows) < 5:
        found.append((["the ones with the oldest version", "all outdated {ns}", "the {ns} still on the older version", "those that weren't upgraded yet"], rows))
    return found


def nodes_fit(rng, titles, made):
    new, old = (f"v1.{m}.{rng.randint(0, 9)}" + tail for tail in [rng.choice(["", "+k3s1", "-eks-a737599", "-gke.1043002"])] for m in (rng.randint(29, 34), rng.randint(25, 28)))
    count = len(made[0])
    made[titles.index("VERSION")] = [new] * count
    if rng.random() < 0.5:
        for i in rng.sample(range(count), min(count - 1, rng.choice([1, 1, 2]))):
            made[titles.index("VERSION")][i] = old
    made[titles.index("ROLES")] = ["<none>"] * count if rng.random() < 0.3 else ["control-plane"] + ["<none>"] * (count - 1)
    return made


NODE_STATES = """
Ready | ready; healthy; up
!NotReady | NotReady; down; not ready; offline | the dead one; the one that dropped out; the {n} we lost; the one that went away; the one that is offline; the one the cluster can't reach | the dead ones; those that dropped out; the {ns} we lost
Ready,SchedulingDisabled | cordoned; unschedulable; with scheduling disabled; out of rotation | the one that takes no pods; the one that was cordoned; the one that is in maintenance; the drained one | the ones that take no pods; those in maintenance
!NotReady,SchedulingDisabled | cordoned and not ready; down and cordoned | the one that is both down and cordoned
"""
INGRESS = P("HOSTS", of("domain"))
OTHERS = [
    Sheet("kubectl get (deployments|deploy|deployment)", "deployment", "deployments", (K("NAME", apps_key), P("READY", ready_of("")), P("UP-TO-DATE", pick("1")), P("AVAILABLE", pick("1")), AGE), DEPLOY_ACTS, fix=deployments_fit, more=deployments_more, loose=True),
    Sheet("kubectl get (deployments|deploy) (-A|--all-namespaces)", "deployment", "deployments", (NAMESPACE, K("NAME", apps_key), P("READY", ready_of("")), P("UP-TO-DATE", pick("1")), P("AVAILABLE", pick("1")), AGE), DEPLOY_ACTS, fix=deployments_fit, more=deployments_more, loose=True),
    Sheet("kubectl get (deployments|deploy) -o wide", "deployment", "deployments", (K("NAME", apps_key), P("READY", ready_of("")), P("UP-TO-DATE", pick("1")), P("AVAILABLE", pick("1")), AGE, P("CONTAINERS", pick("app|main|server|web")), P("IMAGES", of("image"))), DEPLOY_ACTS, fix=deployments_fit, more=deployments_more, loose=True),
    Sheet("kubectl get (statefulsets|sts|statefulset)", "stateful set", "stateful sets", (K("NAME", apps_key), P("READY", ready_of("")), AGE), """
kubectl rollout restart statefulset {x} => @restart; rolling restart of {s}; roll out {s} again; restart the pods of {s} one after the other
kubectl delete statefulset {x} => @delete
1 kubectl scale statefulset {x} --replicas={:0_9} => scale {s} to {:0_9}; {:0_9} replicas of {s}; bring {s} to {:0_9} replicas; scale {s} back to {:0_9}; {s} should run {:0_9} pods
1 kubectl describe statefulset {x} => @describe
1 kubectl rollout status statefulset {x} => rollout status of {s}; is {s} through with its rollout; how far is the update of {s}
1 kubectl rollout undo statefulset {x} => roll {s} back; undo the last rollout of {s}; revert {s} to the previous revision
1 kubectl logs statefulset/{x} => @logs
1 kubectl exec -it {x}-0 -- sh => shell in the first pod of {s}; exec into pod 0 of {s}; get into the zeroth pod of {s}
1 kubectl logs {x}-0 => logs of the first pod of {s}; log of pod 0 of {s}; what does pod number 0 of {s} log
1 kubectl get statefulset {x} -o yaml => @yaml
1 kubectl edit statefulset {x} => @edit
""", fix=deployments_fit, more=deployments_more, loose=True),
    Sheet("kubectl get (daemonsets|ds|daemonset) (-A|--all-namespaces)", "daemon set", "daemon sets", (NAMESPACE, K("NAME", apps_key), P("DESIRED", pick("3")), P("CURRENT", pick("3")), P("READY", pick("3")), P("UP-TO-DATE", pick("3")), P("AVAILABLE", pick("3")), P("NODE SELECTOR", pick("<none>|kubernetes.io/os=linux")), AGE), """
kubectl rollout restart daemonset {x} => @restart; rolling restart of {s}; roll out {s} again on all nodes
kubectl delete daemonset {x} => @delete
1 kubectl describe daemonset {x} => @describe
1 kubectl rollout status daemonset {x} => rollout status of {s}; how far is the rollout of {s}; is the update of {s} done
1 kubectl rollout undo daemonset {x} => roll {s} back; undo the last rollout of {s}
1 kubectl logs daemonset/{x} => @logs
1 kubectl get daemonset {x} -o yaml => @yaml
""", fix=daemons_fit, more=deployments_more, loose=True),
    Sheet("kubectl get (nodes|no|node)", "node", "nodes", (K("NAME", of("node")), T("STATUS", NODE_STATES), P("ROLES", pick("<none>")), A("AGE", HOUR, 900 * DAY, kube_age, "old", "1d 7d 30d 365d"), P("VERSION", pick("v1.30.1"))), """
kubectl cordon {x} => cordon {s}; no new pods on {s}; mark {s} unschedulable; keep pods from being put on {s}; nothing new should land on {s}; disable scheduling on {s}; stop scheduling to {s}; take {s} out of rotation but leave what runs there
kubectl uncordon {x} => uncordon {s}; let {s} take pods again; make {s} schedulable again; put {s} back in rotation; enable scheduling on {s}; {s} may have pods again; return {s} to service; maintenance of {s} is over, let pods in
1 kubectl describe node {x} => @describe
kubectl drain {x} --ignore-daemonsets => drain {s}; empty {s}; move the pods off {s}; evacuate {s}; evict everything from {s}; clear {s} for maintenance; get all pods away from {s}; I have to reboot {s}, get the pods off first
1 kubectl drain {x} --ignore-daemonsets --delete-emptydir-data => drain {s} and also delete emptydir data; empty {s} even if pods have local emptyDir data; drain {s}, emptydirs may be lost
1 kubectl get pods -A --field-selector spec.nodeName={x} => pods on {s}; what runs on {s}; which pods sit on {s}; everything scheduled to {s}; list the pods of {s}; what would be lost with {s}
kubectl delete node {x} => remove {s} from the cluster; delete {s}; take {s} out of the cluster for good; kick {s} out of the cluster; {s} is gone forever, delete
1 kubectl taint nodes {x} maintenance=true:NoSchedule => taint {s} with maintenance=true:NoSchedule; put a NoSchedule taint maintenance=true on {s}; add the taint maintenance=true:NoSchedule to {s}
1 kubectl top node {x} => cpu and memory of {s}; how loaded is {s}; resource usage of {s}; load of {s}
kubectl label node {x} {:word}=true => label {s} with {:word}=true; put the label {:word}=true on {s}; tag {s} as {:word}=true; add {:word}=true to {s}
1 kubectl debug node/{x} -it --image=busybox => debug shell on {s} with busybox; start a busybox debug pod on {s}; get onto {s} with kubectl debug and busybox
1 ssh {x} => ssh into {s}; log in to {s}; get me onto {s} by ssh; open an ssh session on {s}; connect to {s} via ssh
1 ping -c {:3_9} {x} => ping {s} {:3_9} times; does {s} answer {:3_9} pings; send {:3_9} pings to {s}
1 ssh {x} journalctl -u kubelet => kubelet journal of {s} over ssh; read the kubelet's log on {s} via ssh; what does the kubelet on {s} say, ssh there
1 ssh {x} sudo systemctl restart kubelet => restart the kubelet on {s} over ssh; bounce kubelet on {s} via ssh; ssh to {s} and restart kubelet with sudo
""", fix=nodes_fit, more=nodes_more, bars="""
kubectl uncordon ~ ^(Not)?Ready$
kubectl (cordon|drain) ~ Disabled
kubectl top ~ NotReady
"""),
    Sheet("kubectl top (pods|pod) [--sort-by=(cpu|memory)]", "pod", "pods", (K("NAME", pods_key), N("CPU(cores)", "cpu|cpu usage|cpu time|processor load", 3, 3000, lambda x: f"{int(x)}m", "the cpu hog; whatever eats the cpu; the busiest one; the one burning the most cpu; the one hogging the cpu; the hottest pod; whatever is hammering the cpu; the one that keeps the cores busy", "the idlest one; the laziest pod"), N("MEMORY(bytes)", "memory|ram|memory usage", 5, 6000, mebi, "the memory hog; whatever eats the memory; the hungriest one; the one hogging memory; the one eating all the ram; the pod that swallows the most ram; the fattest pod; the most memory hungry pod; the leaky one", "", "500Mi 1000Mi 2000Mi 4000Mi")), """
kubectl delete pod {x} => @delete; restart {s} by deleting; kill {s}
1 kubectl logs {x} => @logs
1 kubectl logs {x} --tail={:n} => last {:n} log lines of {s}; {:n} lines from the end of the log of {s}
1 kubectl describe pod {x} => @describe
1 kubectl exec -it {x} -- sh => @shell
1 kubectl exec {x} -- top -b -n 1 => run top inside {s} once; what processes use the cpu within {s}; one batch run of top in {s}
1 kubectl get pod {x} -o yaml => @yaml; which limits does {s} have, the yaml
1 kubectl get pod {x} -o wide => on which node is {s}; node and ip of {s}; where does {s} run
m kubectl rollout restart {KIND} {APP} => restart the {KIND} of {s}; rolling restart of the {KIND} behind {s}; the {KIND} that {s} belongs to needs a restart
m kubectl scale {KIND} {APP} --replicas={:2_9} => scale the {KIND} of {s} to {:2_9}; {:2_9} replicas for the {KIND} that {s} belongs to; share the load of {s}, {:2_9} replicas for its {KIND}
1 kubectl set resources {KIND} {APP} --limits=memory=512Mi => limit the {KIND} of {s} to 512Mi of memory; memory limit 512Mi for the {KIND} behind {s}
1 kubectl top pod {x} --containers => split {s} up by container; which container of {s} uses that much; usage of each container in {s}
""", loose=True),
    Sheet("kubectl top (pods|pod) (-A|--all-namespaces)", "pod", "pods", (NAMESPACE, K("NAME", pods_key), N("CPU(cores)", "cpu|cpu usage", 1, 3000, lambda x: f"{int(x)}m", "the cpu hog; whatever eats the cpu; the busiest one; the one burning the most cpu; the one hogging the cpu"), N("MEMORY(bytes)", "memory|ram|memory usage", 5, 16000, mebi, "the memory hog; whatever eats the memory; the hungriest one; the one hogging memory; the one eating all the ram; the fattest pod", "", "500Mi 1000Mi 2000Mi")), """
kubectl delete pod {x} => @delete; restart {s} by deleting; kill {s}
1 kubectl logs {x} => @logs
1 kubectl describe pod {x} => @describe
1 kubectl exec -it {x} -- sh => @shell
1 kubectl get pod {x} -o wide => on which node is {s}; node and ip of {s}; where does {s} run
m kubectl rollout restart {KIND} {APP} => restart the {KIND} of {s}; rolling restart of the {KIND} behind {s}; the {KIND} that {s} belongs to needs a restart
1 kubectl top pods -n {NAMESPACE} => usage of the rest of its namespace, I mean of {s}; top for the namespace of {s}; what else eats resources in the namespace of {s}
""", loose=True),
    Sheet("kubectl get (svc|services|service)", "service", "services", (K("NAME", apps_key), S("TYPE", "ClusterIP:internal|cluster internal|of type ClusterIP;LoadBalancer:load balanced|public|of type LoadBalancer|exposed to the internet:the one with the load balancer|the one open to the world|the one reachable from outside;NodePort:NodePort|of type NodePort|exposed on a node port;ExternalName:an external name"), P("CLUSTER-IP", lambda r: f"10.96.{r.randint(0, 250)}.{r.randint(2, 250)}"), P("EXTERNAL-IP", pick("<none>|<pending>")), P("PORT(S)", lambda r: "80/TCP"), AGE), """
kubectl delete service {x} => @delete
1 kubectl describe service {x} => @describe
1 kubectl edit service {x} => @edit
1 kubectl get endpoints {x} => endpoints of {s}; which pods are behind {s}; does {s} have endpoints; who serves {s}; backends of {s}
1 kubectl get service {x} -o yaml => @yaml
1 kubectl port-forward svc/{x} {:port}:{FIRSTPORT} => forward local port {:port} to {s}; port-forward {:port} to {s}; make {s} available at localhost:{:port}; tunnel localhost {:port} to {s}; I want {s} on localhost:{:port}; reach {s} from my machine at port {:port}
curl http://{EXTERNAL-IP}:{FIRSTPORT} => curl {s} from outside; what does {s} answer under its external ip; http request to the external address of {s}; does {s} respond at its public ip and port
1 kubectl patch service {x} -p '{"spec":{"type":"NodePort"}}' => make {s} a NodePort; change the type of {s} to NodePort; patch {s} to type NodePort
""", fix=services_fit, more=services_more, loose=True),
    Sheet("kubectl get (ingress|ing|ingresses)", "ingress", "ingresses", (K("NAME", apps_key), P("CLASS", pick("nginx|traefik|nginx|<none>|alb")), K("HOSTS", of("domain")), P("ADDRESS", lambda r: r.choice(["", draw(r, "ip"), draw(r, "ip")])), P("PORTS", pick("80|80, 443|80, 443")), AGE), """
kubectl delete ingress {x} => @delete
1 kubectl describe ingress {x} => @describe
1 kubectl edit ingress {x} => @edit
1 kubectl get ingress {x} -o yaml => @yaml
curl -I http://{HOSTS} => headers that the host of {s} answers with over http; curl only the headers of the host of {s}, http; HEAD request to the host of {s} by http
dig +short {HOSTS} => where does the host of {s} resolve to, short; dig the host of {s}, only the answer; addresses of the hostname of {s}, short form of dig
""", more=lambda rng, titles, made: [([f"the one for {h}", f"the {{n}} of {h}", f"the {{n}} that serves {h}", f"the one with host {h}", f"whatever answers for {h}", f"{h}'s {{n}}"], [i]) for i in [rng.randrange(len(made[0]))] for h in [made[titles.index("HOSTS")][i]]], loose=True),
    Sheet("kubectl get (pvc|persistentvolumeclaims)", "claim", "claims", (K("NAME", lambda r: r.choice(["data-", "data-", "pvc-", "", "storage-"]) + workload(r) + r.choice(["", "", "-0", "-1"])), S("STATUS", "Bound:bound;Pending:pending|unbound|waiting for a volume|not bound:the one that has no volume yet|the one that can't get a volume|the one nobody gives a disk;!Lost:lost:the one that lost its volume"), P("VOLUME", lambda r: f"pvc-{hexes(r, 8)}-{hexes(r, 4)}-4{hexes(r, 3)}-9{hexes(r, 3)}-{hexes(r, 12)}"), N("CAPACITY", "capacity|space|storage", 1, 900, lambda x: f"{int(x)}Gi", "the biggest one; the largest claim; the one that takes the most storage", "the smallest one", "50Gi 100Gi 200Gi"), P("ACCESS MODES", pick("RWO|RWX")), O("STORAGECLASS", pick("standard|gp3|local-path|ceph-block|longhorn|nfs-client|fast-ssd")), AGE), """
kubectl delete pvc {x} => @delete
1 kubectl describe pvc {x} => @describe; why does {s} not get a volume
1 kubectl describe pv {VOLUME} => describe the volume of {s}; details of the volume behind {s}; what is the volume of {s} like
1 kubectl edit pvc {x} => @edit
1 kubectl get pvc {x} -o yaml => @yaml
1 kubectl patch pvc {x} -p '{"spec":{"resources":{"requests":{"storage":"{:100_900}Gi"}}}}' => grow {s} to {:100_900}Gi; resize {s} to {:100_900}Gi; request {:100_900}Gi for {s}; {s} needs {:100_900}Gi now, patch
1 kubectl describe storageclass {STORAGECLASS} => describe the storage class of {s}; details of the storage class {s} uses
""", fix=lambda rng, titles, made: [[("" if t in ("VOLUME", "CAPACITY", "ACCESS MODES") and s == "Pending" else c) for c, s in zip(m, made[titles.index("STATUS")])] for t, m in zip(titles, made)], loose=True),
    Sheet("kubectl get pv", "volume", "volumes", (K("NAME", lambda r: f"pvc-{hexes(r, 8)}-{hexes(r, 4)}-4{hexes(r, 3)}-9{hexes(r, 3)}-{hexes(r, 12)}"), N("CAPACITY", "capacity|space", 1, 900, lambda x: f"{int(x)}Gi", "the biggest one; the largest volume", "the smallest one", "50Gi 100Gi 200Gi"), P("ACCESS MODES", pick("RWO|RWX")), P("RECLAIM POLICY", pick("Delete|Retain")), S("STATUS", "Bound:bound|in use;Released:released:the one whose claim is gone|the one nobody claims any more|the leftover;Available:available|unclaimed;!Failed:failed:the one that failed"), K("CLAIM", lambda r: f"{SPACE(r)}/data-{workload(r)}-0"), O("STORAGECLASS", pick("standard|gp3|ceph-block|longhorn")), AGE), """
kubectl delete pv {x} => @delete
1 kubectl describe pv {x} => @describe
1 kubectl patch pv {x} -p '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}' => set the reclaim policy of {s} to Retain; keep {s} when its claim is deleted, policy Retain; patch {s} to Retain
1 kubectl edit pv {x} => @edit
1 kubectl get pv {x} -o yaml => @yaml
"""),
    Sheet("kubectl get (namespaces|ns)", "namespace", "namespaces", (K("NAME", of("namespace")), S("STATUS", "Active:active;Terminating:terminating|stuck in Terminating|being deleted|hanging in termination:the one that won't go away|the one that is stuck|the one that never finishes deleting"), AGE), """
kubectl delete namespace {x} => @delete
1 kubectl get pods -n {x} => pods in {s}; what runs in {s}; list the pods of {s}; which pods does {s} have
1 kubectl get all -n {x} => everything in {s}; all resources of {s}; what is left in {s}; what does {s} contain
1 kubectl config set-context --current --namespace={x} => make {s} my default namespace; switch to {s}; use {s} from now on; set the current namespace to {s}
1 kubectl get events -n {x} => events in {s}; what happens in {s}; recent events of {s}
1 kubectl get namespace {x} -o json => {s} as json; finalizers of {s}, as json; dump {s} in json form
1 kubectl describe namespace {x} => describe {s}; quotas and details of {s}; details of {s}
"""),
    Sheet("kubectl get (jobs|job)", "job", "jobs", (K("NAME", lambda r: workload(r) + f"-{r.choice([r.randint(1000, 9999), r.randint(28000000, 29999999)])}"), T("STATUS", """
Complete | complete; finished; done; successful | the one that ended well; the one that went through | the ones that ended well; those that went through; everything that is done; the finished leftovers
!Failed | failed; unsuccessful | the one that failed; the one that didn't make it; the one that went wrong; the one that gave up | the ones that failed; those that didn't make it; everything that went wrong
Running | running; still running; in progress | the one that is still at it; the unfinished one
Suspended | suspended; paused"""), P("COMPLETIONS", pick("1/1|0/1")), P("DURATION", age), AGE), """
kubectl delete job {x} => @delete
1 kubectl describe job {x} => @describe
1 kubectl logs job/{x} => @logs
1 kubectl logs -f job/{x} => @follow
1 kubectl get pods -l job-name={x} => pods of {s}; which pods belong to {s}; list the pods that {s} started
1 kubectl get job {x} -o yaml => @yaml
1 kubectl wait --for=condition=complete job/{x} => wait until {s} is complete; block till {s} has finished; wait for {s} to complete
""", fix=lambda rng, titles, made: [["1/1" if s == "Complete" else "0/1" for s in made[titles.index("STATUS")]] if t == "COMPLETIONS" else m for t, m in zip(titles, made)], loose=True),
    Sheet("kubectl get (cronjobs|cj)", "cronjob", "cronjobs", (K("NAME", workload), P("SCHEDULE", lambda r: r.choice(["*/5 * * * *", "0 2 * * *", "30 4 * * 1", "0 * * * *", "15 3 * * *"])), S("SUSPEND", "False:active|not suspended|enabled;True:suspended|paused|switched off:the one that doesn't run at the moment|the disabled one"), P("ACTIVE", pick("0|0|0|1")), P("LAST SCHEDULE", age), AGE), """
kubectl delete cronjob {x} => @delete
1 kubectl describe cronjob {x} => @describe
1 kubectl create job {:word} --from=cronjob/{x} => run {s} now as job {:word}; trigger {s} by hand, call the job {:word}; start a job {:word} from {s}; create job {:word} out of {s}
1 kubectl edit cronjob {x} => @edit; change the schedule of {s} in my editor
1 kubectl get cronjob {x} -o yaml => @yaml
1 kubectl patch cronjob {x} -p '{"spec":{"suspend":true}}' => suspend {s}; pause {s} for now; {s} shouldn't run for the time being; stop {s} from being scheduled
1 kubectl patch cronjob {x} -p '{"spec":{"suspend":false}}' => resume {s}; let {s} run again; unsuspend {s}; reactivate {s}
""", bars="""
suspend":true ~ True
suspend":false ~ False
""", loose=True),
    Sheet("kubectl get (hpa|horizontalpodautoscalers)", "autoscaler", "autoscalers", (K("NAME", apps_key), P("REFERENCE", lambda r: "Deployment/" + workload(r)), P("TARGETS", lambda r: f"cpu: {r.randint(3, 95)}%/80%"), P("MINPODS", pick("1|2|3")), P("MAXPODS", pick("10|20|30")), N("REPLICAS", "replicas|pods", 1, 40, most="the one that scaled furthest; the biggest one"), AGE), """
kubectl delete hpa {x} => @delete
1 kubectl describe hpa {x} => @describe
1 kubectl edit hpa {x} => @edit
1 kubectl get hpa {x} --watch => watch {s}; keep an eye on {s}; follow how {s} changes
1 kubectl patch hpa {x} -p '{"spec":{"maxReplicas":{:11_40}}}' => raise the maximum of {s} to {:11_40}; let {s} go up to {:11_40} pods; max {:11_40} replicas for {s}
""", fix=lambda rng, titles, made: [[f"Deployment/{n}" for n in made[0]] if t == "REFERENCE" else m for t, m in zip(titles, made)], loose=True),
    Sheet("kubectl get (secrets|secret)", "secret", "secrets", (K("NAME", lambda r: workload(r) + r.choice(["-tls", "-credentials", "-token", "-config", "", "-db"])), O("TYPE", pick("Opaque|kubernetes.io/tls|kubernetes.io/dockerconfigjson|helm.sh/release.v1")), P("DATA", pick("1|2|3|5")), AGE), """
kubectl delete secret {x} => @delete
1 kubectl describe secret {x} => @describe
1 kubectl get secret {x} -o yaml => @yaml
1 kubectl edit secret {x} => @edit
1 kubectl get secret {x} -o jsonpath='{.data}' => only the data of {s}; what is in {s}, the data field; data part of {s}
""", loose=True),
    Sheet("kubectl get (configmaps|cm|configmap)", "configmap", "configmaps", (K("NAME", lambda r: workload(r) + r.choice(["-config", "-env", "", "-settings"])), P("DATA", pick("1|2|3|7")), AGE), """
kubectl delete configmap {x} => @delete
1 kubectl describe configmap {x} => @describe; what is in {s}
1 kubectl get configmap {x} -o yaml => @yaml
1 kubectl edit configmap {x} => @edit
""", loose=True),
    Sheet("kubectl get (rs|replicasets)", "replica set", "replica sets", (K("NAME", lambda r: f"{workload(r)}-{letters(r, 10)}"), N("DESIRED", "desired replicas|pods", 0.4, 20), P("CURRENT", pick("0|3")), P("READY", pick("0|3")), AGE), """
kubectl delete replicaset {x} => @delete
1 kubectl describe replicaset {x} => @describe
1 kubectl get replicaset {x} -o yaml => @yaml
1 kubectl scale replicaset {x} --replicas=0 => scale {s} to zero; no pods for {s}; scale {s} down to 0
""", fix=lambda rng, titles, made: [made[1] if t in ("CURRENT", "READY") else m for t, m in zip(titles, made)], loose=True),
    Sheet("kubectl config get-contexts", "context", "contexts", (P("CURRENT", pick(" ")), K("NAME", lambda r: f"{r.choice(['prod', 'staging', 'dev', 'minikube', 'kind', 'gke', 'admin@', 'test'])}-{workload(r)}"), P("CLUSTER", workload), P("AUTHINFO", lambda r: r.choice(["admin", "developer"]) + "-" + hexes(r, 4)), P("NAMESPACE", lambda r: r.choice(["", "", draw(r, "namespace")]))), """
1 kubectl config use-context {x} => switch to {s}; use {s}; change to {s}; make {s} the current context; work with {s} from now on; point kubectl at {s}; I want to be on {s}; go over to {s}
kubectl config delete-context {x} => delete {s}; remove {s} from my kubeconfig; forget {s}
1 kubectl --context {x} get pods => pods in {s} without switching; list the pods of {s}, keep my context; what runs in {s}, without changing the context
1 kubectl --context {x} get nodes => nodes of {s} without switching; list the nodes of {s}, but stay where I am
1 kubectl config rename-context {x} {:word} => rename {s} to {:word}; call {s} {:word} from now on; give {s} the name {:word}
""", fix=lambda rng, titles, made: [[("*" if i == len(m) // 2 else " ") for i in range(len(m))] if t == "CURRENT" else m for t, m in zip(titles, made)]),
    Sheet("helm (list|ls) (-A|--all-namespaces)", "release", "releases", (K("NAME", apps_key), NAMESPACE, N("REVISION", "revision|revisions", 1, 90, most="the one upgraded most often; the one with the highest revision"), P("UPDATED", lambda r: stamp(r) + f":{r.randint(10, 59)}.{r.randint(100000000, 999999999)} +0000 UTC"), T("STATUS", """
deployed | deployed; fine
!failed | failed | the one that failed to deploy; the failed install; the one whose upgrade failed; the release that went wrong | the failed ones; all that failed to deploy
!pending-upgrade | stuck in pending-upgrade; pending; in the middle of an upgrade | the one stuck upgrading; the one whose upgrade hangs; the one whose upgrade never finished | the ones stuck upgrading
pending-install | stuck in pending-install; half installed | the one that never finished installing
pending-rollback | stuck in pending-rollback | the one whose rollback hangs
uninstalling | stuck uninstalling | the one that can't be uninstalled"""), P("CHART", lambda r: f"{workload(r)}-{r.randint(0, 9)}.{r.randint(0, 20)}.{r.randint(0, 9)}"), P("APP VERSION", lambda r: draw(r, "version"))), """
helm uninstall {x} => @delete; uninstall {s}
1 helm rollback {x} => roll {s} back; rollback {s}; go back one revision with {s}; undo the last upgrade of {s}; revert {s} to the revision before; take {s} back one step; the last upgrade of {s} was bad, undo it
1 helm rollback {x} {:1_9} => roll {s} back to revision {:1_9}; take {s} to revision {:1_9}; revision {:1_9} of {s} worked, go back to that; rollback {s} up to number {:1_9}
1 helm history {x} => history of {s}; revisions of {s}; what revisions does {s} have; list the past revisions of {s}; how did {s} get here, history
1 helm status {x} => @status
1 helm get values {x} => values of {s}; which values is {s} installed with; show me the values used for {s}; configuration values of {s}
1 helm get manifest {x} => manifest of {s}; rendered yaml of {s}; what did {s} install, its manifest
1 helm test {x} => run the tests of {s}; helm test for {s}; test {s}
1 kubectl get pods -n {NAMESPACE} => pods in the namespace of {s}; what runs where {s} is installed; list the pods next to {s}
""", loose=True),
]


TABLES = PODS + OTHERS
TABLES.append(dataclasses.replace(TABLES[-1], tool="helm (list|ls)", fix=one_space))


add(TABLES)
BY = {sheet.noun: sheet for sheet in reversed(TABLES) if not sheet.loose or "NAMESPACE" not in [c.title for c in sheet.columns]}
add_pairs((BY["deployment"], PODS[0]), (PODS[0], BY["node"]), (BY["node"], PODS[2]), (PODS[0], BY["service"]), (BY["service"], BY["deployment"]), (PODS[0], BY["claim"]), (BY["context"], PODS[0]), (BY["job"], PODS[0]))
