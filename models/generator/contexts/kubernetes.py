"""kubectl and helm output."""

import random

from .. import values
from . import question, scene
from .tables import age, distinct, draw, letters, names, prompt, row_count, table

CRASHES = ["CrashLoopBackOff", "Error", "CrashLoopBackOff", "ImagePullBackOff", "OOMKilled", "CreateContainerConfigError", "ErrImagePull"]
CRASHING = "crashing|crash looping|crash-looping|crashlooping"


def pod_names(rng: random.Random, count: int) -> list[str]:
    pods = []
    for app in names(rng, count):
        pods.append(f"{app}-{rng.randint(0, 2)}" if rng.random() < 0.2 else f"{app}-{letters(rng, rng.choice([9, 10]))}-{letters(rng, 5)}")
    return pods


@scene
def pods(rng):
    wide = rng.random() < 0.2
    spaces = rng.random() < 0.3
    namespace = "" if spaces or rng.random() < 0.55 else draw(rng, "namespace")
    count = row_count(rng, 45, 3)
    found = pod_names(rng, count)
    count = len(found)
    space_of = {p: rng.choice(["default", "kube-system", "prod", "monitoring", "staging", "payments"]) for p in found}
    state = {p: "Running" for p in found}
    bad = rng.sample(found, min(count - 1, rng.choice([1, 1, 1, 2, 2, 3])))
    kind = rng.choice(CRASHES)
    for p in bad:
        state[p] = kind
    others = [p for p in found if p not in bad]
    pending = rng.sample(others, min(len(others) - 1, rng.choice([0, 0, 1, 1, 2]))) if len(others) > 1 else []
    for p in pending:
        state[p] = rng.choice(["Pending", "Pending", "Terminating", "Evicted", "Completed"])
    restarts = {p: str(rng.choice([0, 0, 0, 1, 2, 3])) for p in found}
    for p in bad:
        restarts[p] = f"{rng.randint(12, 300)} ({rng.randint(1, 50)}m ago)" if "Image" not in kind and "Config" not in kind else "0"
    head = ["NAME", "READY", "STATUS", "RESTARTS", "AGE"] + (["IP", "NODE"] if wide else [])
    node = {p: draw(rng, "node") for p in found}
    rows = [[p, "1/1" if state[p] == "Running" else "0/1", state[p], restarts[p], age(rng)] + ([draw(rng, "ip"), node[p]] if wide else []) for p in found]
    if spaces:
        head, rows = ["NAMESPACE", *head], [[space_of[r[0]], *r] for r in rows]
    text = prompt(rng, "kubectl get pods" + (" -A" if spaces else f" -n {namespace}" if namespace else "") + (" -o wide" if wide else ""))
    if namespace and not text:
        text = f"$ kubectl get pods -n {namespace}\n"
    output = text + table([head, *rows])

    def n(p):
        return f" -n {space_of[p]}" if spaces else f" -n {namespace}" if namespace else ""

    first = bad[0]
    app = first.rsplit("-", 2)[0] if first.count("-") > 1 and len(first.rsplit("-", 1)[1]) == 5 else first.rsplit("-", 1)[0]
    in_order = [p for p in found if p in bad]
    asked = []
    if "Image" in kind:
        one = "the pod that cannot pull its image|the pod with the image problem|the one that fails to pull|the broken pod"
    elif kind == "OOMKilled":
        one = "the pod that was OOM killed|the one that ran out of memory|the pod killed for memory|the failing pod"
    elif kind == "Error":
        one = "the failed pod|the pod in Error|the failing one|the one with the error|the broken pod"
    elif kind.startswith("CreateContainer"):
        one = "the pod with the config error|the broken pod|the one that isn't running"
    else:
        one = f"the ({CRASHING}) pod|the crashing one|the pod that keeps crashing|the broken pod|the one in CrashLoopBackOff|the one that keeps restarting|the failing pod|the pod with the most restarts"
    one = f"({one})"
    if len(bad) == 1:
        asked += [
            question(f"%delete {one}\n%delete {one} please\n{one}: delete it\nget rid of {one}", "kubectl delete pod {pod}{n}", pod=first, n=n(first)),
            question(f"%show the logs of {one}\nlogs of {one}\nwhat does {one} log\nwhat do the logs of {one} say\nlog output for {one}", "kubectl logs {pod}{n}", pod=first, n=n(first)),
            question(f"why is {one} not running, describe it\ndescribe {one}\n%show details of {one}\ndetails and events of {one}\nfind out why {one} fails to start", "kubectl describe pod {pod}{n}", pod=first, n=n(first)),
            question(f"follow the logs of {one}\ntail {one} live\nstream the log of {one}", "kubectl logs -f {pod}{n}", pod=first, n=n(first)),
            question(f"force delete {one}\nkill {one} immediately, no grace period\n{one}: delete it right now by force", "kubectl delete pod {pod}{n} --grace-period=0 --force", pod=first, n=n(first)),
            question(f"%show the yaml of {one}\nmanifest of {one}\n{one} as yaml", "kubectl get pod {pod}{n} -o yaml", pod=first, n=n(first)),
        ]
        if "Image" not in kind:
            asked.append(question(f"what did {one} log before it crashed\nlogs of the previous run of {one}\n%show the previous logs of {one}\n{one}: logs from before the restart", "kubectl logs {pod}{n} --previous", pod=first, n=n(first)))
    elif not spaces:
        many = "(the broken ones|the pods that are not running properly|the failing pods|the broken pods)" if kind not in ("CrashLoopBackOff",) else f"(the {CRASHING} ones|the crashing pods|the pods in CrashLoopBackOff|all crashing pods|the pods that keep restarting)"
        if not pending or kind == "CrashLoopBackOff":
            asked.append(question(f"%delete {many}\n{many}: delete them\nget rid of {many}\n%delete {many} please", "kubectl delete pod {pods}{n}", pods=" ".join(in_order), n=n(first)))
    for p in pending:
        if len(pending) == 1:
            what = {"Pending": "the pending pod|the pod that is not scheduled|the one that is stuck in Pending|the pod waiting to be scheduled", "Terminating": "the pod stuck in Terminating|the one that doesn't terminate|the terminating pod", "Evicted": "the evicted pod|the evicted one", "Completed": "the completed pod|the finished one|the pod that is done"}[state[p]]
            if state[p] == "Terminating":
                asked.append(question(f"force delete ({what})\nkill ({what}) for good\nget rid of ({what}) by force", "kubectl delete pod {pod}{n} --grace-period=0 --force", pod=p, n=n(p)))
            elif state[p] == "Pending":
                asked.append(question(f"why is ({what}) not starting\ndescribe ({what})\n%show the events of ({what})\nwhat is wrong with ({what})", "kubectl describe pod {pod}{n}", pod=p, n=n(p)))
            else:
                asked.append(question(f"%delete ({what})\nclean up ({what})\nget rid of ({what})", "kubectl delete pod {pod}{n}", pod=p, n=n(p)))
    good = rng.choice([p for p in found if state[p] == "Running"] or found)
    label = good.rsplit("-", 2)[0] if len(good.rsplit("-", 1)[1]) == 5 else good.rsplit("-", 1)[0]
    deployed = len(good.rsplit("-", 1)[1]) == 5
    asked += [
        question("%show the logs of the {app} pod\nlogs of {app}\n{app} logs\nwhat does the {app} pod log", "kubectl logs {pod}{n}", app=label, pod=good, n=n(good)),
        question("open a shell in the {app} pod\nget into {app}\nshell into the {app} pod\nexec into {app} with a shell", "kubectl exec -it {pod}{n} -- sh", app=label, pod=good, n=n(good)),
        question("describe the {app} pod\ndetails of {app}\n%show everything about the {app} pod", "kubectl describe pod {pod}{n}", app=label, pod=good, n=n(good)),
        question("%delete the {app} pod\nkill {app}\nget rid of the {app} pod", "kubectl delete pod {pod}{n}", app=label, pod=good, n=n(good)),
        question("which node does the {app} pod run on\nwhere is {app} running\nnode of the {app} pod", "kubectl get pod {pod}{n} -o wide", app=label, pod=good, n=n(good)),
    ]
    if deployed:
        port = draw(rng, "port")
        asked += [
            question("restart the deployment of the {app} pod\nrestart the {app} deployment\nroll the {app} deployment", "kubectl rollout restart deployment {app}{n}", app=label, n=n(good)),
            question("scale {app} to {k} replicas\n{k} replicas of {app} please\nrun {k} copies of {app}", "kubectl scale deployment {app}{n} --replicas={k}", app=label, k=str(rng.randint(2, 9)), n=n(good)),
            question("forward local port {port} to the same port of the {app} pod\nmake port {port} of {app} available on localhost", "kubectl port-forward pod/{pod}{n} {port}:{port}", app=label, pod=good, port=port, n=n(good)),
        ]
    if wide:
        busy = node[good]
        asked.append(question("drain the node that {app} runs on\ntake the node of the {app} pod out of service and move its pods", "kubectl drain {node} --ignore-daemonsets", app=label, node=busy))
        asked.append(question("cordon the node of the {app} pod\nno new pods on the node where {app} runs", "kubectl cordon {node}", app=label, node=busy))
    return output, asked


@scene
def nodes(rng):
    count = row_count(rng, 30, 3)
    found = distinct(rng, count, lambda: draw(rng, "node"))
    state = {x: "Ready" for x in found}
    bad = rng.choice(found)
    state[bad] = rng.choice(["NotReady", "NotReady", "Ready,SchedulingDisabled", "NotReady,SchedulingDisabled"])
    version = f"v1.{rng.randint(27, 34)}.{rng.randint(0, 9)}"
    old = rng.choice([x for x in found if x != bad])
    rows = [[x, state[x], "control-plane" if i == 0 else "<none>", age(rng), version if x != old else f"v1.{rng.randint(22, 26)}.{rng.randint(0, 9)}"] for i, x in enumerate(found)]
    output = prompt(rng, "kubectl get nodes") + table([["NAME", "STATUS", "ROLES", "AGE", "VERSION"], *rows])
    asked = [
        question("drain the node with the oldest version\ntake the outdated node out of service, evicting its pods\nthe old kubelet: drain that node", "kubectl drain {node} --ignore-daemonsets", node=old),
        question("cordon the node with the oldest version\nno new pods on the outdated node", "kubectl cordon {node}", node=old),
        question("which pods run on {node}\n%show the pods of {node}\n%list everything running on {node}", "kubectl get pods -A --field-selector spec.nodeName={node}", node=rng.choice(found)),
    ]
    if state[bad].startswith("NotReady"):
        one = "(the node that is not ready|the NotReady node|the broken node|the node that is down)"
        asked += [
            question(f"why is {one} not ready\ndescribe {one}\n%show details of {one}\nwhat's wrong with {one}", "kubectl describe node {node}", node=bad),
            question(f"drain {one}\nevict everything from {one}\nmove the pods off {one}", "kubectl drain {node} --ignore-daemonsets", node=bad),
            question(f"%delete {one} from the cluster\nremove {one}", "kubectl delete node {node}", node=bad),
            question(f"ssh into {one}\nlog in to {one}\nopen a shell on {one} over ssh", "ssh {node}", node=bad),
        ]
        if "Disabled" not in state[bad]:
            asked.append(question(f"no new pods on {one}\ncordon {one}\nmark {one} as unschedulable", "kubectl cordon {node}", node=bad))
    if "Disabled" in state[bad]:
        asked.append(question("allow scheduling on the cordoned node again\nuncordon the disabled node\nput the node with scheduling disabled back into service\nbring the cordoned one back", "kubectl uncordon {node}", node=bad))
    return output, asked


@scene
def deployments(rng):
    namespace = "" if rng.random() < 0.6 else draw(rng, "namespace")
    found = names(rng, row_count(rng, 36, 3))
    want = {x: rng.choice([1, 2, 3, 3, 4, 5, 6]) for x in found}
    ready = dict(want)
    bad = rng.choice(found)
    ready[bad] = rng.randint(0, want[bad] - 1)
    off = rng.choice([x for x in found if x != bad])
    if rng.random() < 0.4:
        want[off] = ready[off] = 0
    rows = [[x, f"{ready[x]}/{want[x]}", want[x], ready[x], age(rng)] for x in found]
    text = prompt(rng, "kubectl get deployments" + (f" -n {namespace}" if namespace else ""))
    if namespace and not text:
        text = f"$ kubectl get deploy -n {namespace}\n"
    n = f" -n {namespace}" if namespace else ""
    one = "(the one that isn't ready|the deployment that is not fully up|the broken deployment|the one with missing replicas)"
    asked = [
        question(f"restart {one}\n{one}: restart it\nrolling restart of {one}", "kubectl rollout restart deployment {x}{n}", x=bad, n=n),
        question(f"describe {one}\nwhy is {one} not up\n%show details of {one}", "kubectl describe deployment {x}{n}", x=bad, n=n),
        question(f"roll back {one}\nundo the last rollout of {one}\n{one}: go back to the previous version", "kubectl rollout undo deployment {x}{n}", x=bad, n=n),
        question(f"%show the rollout status of {one}\nwatch the rollout of {one}\nwait until {one} is rolled out", "kubectl rollout status deployment {x}{n}", x=bad, n=n),
        question(f"logs of {one}\n%show what {one} logs", "kubectl logs deployment/{x}{n}", x=bad, n=n),
        question("scale {x} to {k}\n{k} replicas for {x}\nmake that {k} replicas of {x}", "kubectl scale deployment {x}{n} --replicas={k}", x=off, k=str(rng.randint(1, 12)), n=n),
        question("%delete {x}\nremove the {x} deployment", "kubectl delete deployment {x}{n}", x=off, n=n),
    ]
    if want[off] == 0:
        asked.append(question("start the one that is scaled to zero with {k} replicas\nscale the one without replicas up to {k}\nthe deployment that is scaled down: {k} replicas", "kubectl scale deployment {x}{n} --replicas={k}", x=off, k=str(rng.randint(1, 5)), n=n))
    most = max(found, key=lambda x: want[x])
    if sum(want[x] == want[most] for x in found) == 1:
        asked.append(question("scale the one with the most replicas down to {k}\nreduce the biggest deployment to {k} replicas", "kubectl scale deployment {x}{n} --replicas={k}", x=most, k=str(rng.randint(0, want[most] - 1)), n=n))
    return text + table([["NAME", "READY", "UP-TO-DATE", "AVAILABLE", "AGE"], *rows]), asked


@scene
def services(rng):
    found = names(rng, row_count(rng, 30, 3))
    outside = rng.choice(found)
    port = {x: draw(rng, "port") for x in found}
    ip = draw(rng, "ip")
    rows = [[x, "LoadBalancer" if x == outside else "ClusterIP", draw(rng, "ip"), ip if x == outside else "<none>", f"{port[x]}:{rng.randint(30000, 32767)}/TCP" if x == outside else f"{port[x]}/TCP", age(rng)] for x in found]
    local = rng.choice([x for x in found if x != outside])
    return prompt(rng, "kubectl get svc") + table([["NAME", "TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "AGE"], *rows]), [
        question("forward port {here} on my machine to the {x} service\nmake {x} reachable on localhost:{here}\nport-forward {x} to local port {here}", "kubectl port-forward svc/{x} {here}:{port}", x=local, here=str(rng.randint(1024, 9999)), port=port[local]),
        question("fetch the page of the load balancer\ncurl the external one\ntest the service with an external IP with curl", "curl http://{ip}:{port}" if port[outside] not in ("80", "443") else "curl http://{ip}" if port[outside] == "80" else "curl https://{ip}", ip=ip, port=port[outside]),
        question("%delete the load balancer service\nremove the service that is exposed externally", "kubectl delete service {x}", x=outside),
        question("describe {x}\n%show endpoints and details of the {x} service", "kubectl describe service {x}", x=local),
        question("%show the yaml of the load balancer service\nthe external service as yaml", "kubectl get service {x} -o yaml", x=outside),
    ]


@scene
def usage(rng):
    from .tables import amounts

    found = pod_names(rng, row_count(rng, 40))
    cpu = [max(1, int(a)) for a in amounts(rng, len(found), 2, 3000)]
    memory = [max(1, int(a)) for a in amounts(rng, len(found), 10, 9000)]
    namespace = "" if rng.random() < 0.6 else draw(rng, "namespace")
    n = f" -n {namespace}" if namespace else ""
    hungry, hot, least = found[memory.index(max(memory))], found[cpu.index(max(cpu))], found[memory.index(min(memory))]
    text = prompt(rng, f"kubectl top pods{n}") if not n else f"$ kubectl top pods{n}\n"
    output = text + table([["NAME", "CPU(cores)", "MEMORY(bytes)"], *[[p, f"{c}m", f"{m}Mi"] for p, c, m in zip(found, cpu, memory)]])
    big = "(the one that uses the most memory|the memory hog|the pod with the highest memory usage|the biggest memory consumer|the pod eating all the memory)"
    hog = "(the one that uses the most CPU|the CPU hog|the pod with the highest cpu usage|the busiest pod)"
    return output, [
        question(f"%delete {big}\nkill {big}\n{big}: delete it", "kubectl delete pod {p}{n}", p=hungry, n=n),
        question(f"logs of {big}\n%show the logs of {big}\nwhat does {big} log", "kubectl logs {p}{n}", p=hungry, n=n),
        question(f"describe {big}\n%show limits and events of {big}", "kubectl describe pod {p}{n}", p=hungry, n=n),
        question(f"%delete {hog}\nkill {hog}", "kubectl delete pod {p}{n}", p=hot, n=n),
        question(f"logs of {hog}\n%show what {hog} is logging", "kubectl logs {p}{n}", p=hot, n=n),
        question(f"shell into {hog}\nopen a shell in {hog}", "kubectl exec -it {p}{n} -- sh", p=hot, n=n),
        question("%delete the pod with the least memory\nkill the one that uses the least memory", "kubectl delete pod {p}{n}", p=least, n=n),
    ]


@scene
def releases(rng):
    found = names(rng, row_count(rng, 26, 3))
    space = {x: draw(rng, "namespace") for x in found}
    revision = {x: rng.randint(1, 30) for x in found}
    bad = rng.choice(found)
    revision[bad] = rng.randint(2, 30)
    status = rng.choice(["failed", "failed", "pending-upgrade"])
    rows = [[x, space[x], revision[x], f"{stamp_long(rng)}", status if x == bad else "deployed", f"{x}-{values.TYPES['version'](rng, None).written}"] for x in found]
    one = "(the failed release|the release that failed|the failed one)" if status == "failed" else "(the release that is stuck|the one stuck in pending-upgrade|the pending release)"
    n = f" -n {space[bad]}"
    return prompt(rng, "helm list -A") + table([["NAME", "NAMESPACE", "REVISION", "UPDATED", "STATUS", "CHART"], *rows]), [
        question(f"roll back {one} to the previous revision\nroll {one} back by one\nundo the last upgrade of {one}", "helm rollback {x}{n}", x=bad, n=n),
        question(f"uninstall {one}\n%delete {one}\nremove {one}", "helm uninstall {x}{n}", x=bad, n=n),
        question(f"%show the history of {one}\nrevisions of {one}", "helm history {x}{n}", x=bad, n=n),
        question(f"status of {one}\n%show the state of {one}", "helm status {x}{n}", x=bad, n=n),
        question("%show the values of {x}\nwhich values were set for {x}", "helm get values {x} -n {s}", x=found[0], s=space[found[0]]),
    ]


def stamp_long(rng):
    from .tables import stamp

    return f"{stamp(rng)}:{rng.randint(0, 59):02}.{rng.randint(1, 999999999)} +0000 UTC"


@scene
def jobs(rng):
    found = names(rng, row_count(rng, 26, 3))
    bad = rng.choice(found)
    rows = [[x, "Failed" if x == bad else "Complete", "0/1" if x == bad else "1/1", f"{rng.randint(1, 59)}m", age(rng)] for x in found]
    done = [x for x in found if x != bad]
    return prompt(rng, "kubectl get jobs") + table([["NAME", "STATUS", "COMPLETIONS", "DURATION", "AGE"], *rows]), [
        question("%delete the failed job\nremove the one that failed\nget rid of the failed one", "kubectl delete job {x}", x=bad),
        question("logs of the failed job\nwhat did the failed one log\nwhy did it fail, show its log", "kubectl logs job/{x}", x=bad),
        question("describe the failed job\n%show details of the job that failed", "kubectl describe job {x}", x=bad),
        question("%delete the completed jobs\nclean up the finished jobs\nremove all jobs that are done", "kubectl delete job {x}", x=" ".join(done)),
    ]


@scene
def claims(rng):
    found = names(rng, row_count(rng, 20, 3))
    bad = rng.choice(found)
    rows = [[x, "Pending" if x == bad else "Bound", "" if x == bad else f"pvc-{rng.randint(10**7, 10**8)}", "" if x == bad else f"{rng.choice([1, 5, 10, 20, 50, 100])}Gi", "RWO", rng.choice(["standard", "gp3", "local-path", "ceph"]), age(rng)] for x in found]
    return prompt(rng, "kubectl get pvc") + table([["NAME", "STATUS", "VOLUME", "CAPACITY", "ACCESS MODES", "STORAGECLASS", "AGE"], *rows]), [
        question("why is the pending one not bound\ndescribe the claim that is pending\n%show details of the unbound claim", "kubectl describe pvc {x}", x=bad),
        question("%delete the pending claim\nremove the one that isn't bound", "kubectl delete pvc {x}", x=bad),
    ]


@scene
def everything(rng):
    """`kubectl get all`: several tables after each other, with the kind before each name."""
    from .tables import app_batch, kube_age, owner_of

    namespace = draw(rng, "namespace") if rng.random() < 0.7 else ""
    n = f" -n {namespace}" if namespace else ""
    apps = app_batch(rng, rng.choice([2, 3, 3, 4, 5, 6, 8]))
    bad = rng.choice(apps)
    state = rng.choice(["CrashLoopBackOff", "ImagePullBackOff", "Pending", "Error", "CreateContainerConfigError"])
    pods, services, deploys, sets = [], [], [], []
    port = {}
    public = rng.choice(apps)
    broken = ""
    for app in apps:
        hashed, some = letters(rng, rng.choice([9, 10])), rng.choice([1, 1, 2, 3])
        port[app] = rng.choice(["80", "443", "8080", "3000", "5432", "6379", "9090"])
        days = kube_age(rng.uniform(4000, 9e6))
        for i in range(some):
            name = f"{app}-{hashed}-{letters(rng, 5)}"
            fails = app == bad and i == 0
            broken = name if fails else broken
            pods.append([f"pod/{name}", "0/1" if fails else "1/1", state if fails else "Running", f"{rng.randint(4, 90)} ({rng.randint(10, 290)}s ago)" if fails and state in ("CrashLoopBackOff", "Error") else "0", days])
        kind = "LoadBalancer" if app == public else "ClusterIP"
        services.append([f"service/{app}", kind, f"10.96.{rng.randint(0, 250)}.{rng.randint(2, 250)}", draw(rng, "ip") if app == public else "<none>", f"{port[app]}" + (f":{rng.randint(30000, 32767)}" if app == public else "") + "/TCP", days])
        up = some - 1 if app == bad else some
        deploys.append([f"deployment.apps/{app}", f"{up}/{some}", str(some), str(up), days])
        sets.append([f"replicaset.apps/{app}-{hashed}", str(some), str(some), str(up), days])
    output = prompt(rng, "kubectl get all" + n, shown=bool(n))
    output += table([["NAME", "READY", "STATUS", "RESTARTS", "AGE"], *pods]) + "\n\n" + table([["NAME", "TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "AGE"], *services]) + "\n\n" + table([["NAME", "READY", "UP-TO-DATE", "AVAILABLE", "AGE"], *deploys])
    if rng.random() < 0.8:
        output += "\n\n" + table([["NAME", "DESIRED", "CURRENT", "READY", "AGE"], *sets])
    one = "(the broken pod|the pod that isn't running|the pod with the problem|the failing pod|the pod in trouble|the unhealthy pod|the pod that is not ok)"
    other = rng.choice([a for a in apps if a != bad])
    local = str(rng.randint(1025, 9999))
    asked = [
        question(f"describe {one}\nwhy does {one} not run\nwhat is wrong with {one}\ndetails of {one}", "kubectl describe pod {p}{n}", p=broken, n=n),
        question(f"%delete {one}\n{one}: delete it so that it is recreated\nkill {one}\nget rid of {one}", "kubectl delete pod {p}{n}", p=broken, n=n),
        question("roll back the deployment that isn't ready\nthe deployment with missing replicas: undo its last rollout\nundo the last rollout of the broken deployment", "kubectl rollout undo deployment {a}{n}", a=bad, n=n),
        question("restart the deployment that isn't fully up\nrolling restart of the broken deployment\nbounce the deployment that lacks replicas", "kubectl rollout restart deployment {a}{n}", a=bad, n=n),
        question("restart {a}\nrolling restart of {a}\nnew pods for {a} please\nbounce the {a} deployment", "kubectl rollout restart deployment {a}{n}", a=other, n=n),
        question("scale {a} to {k}\n{k} replicas of {a}\n{a} needs {k} pods\nbring {a} to {k} replicas", "kubectl scale deployment {a}{n} --replicas={k}", a=other, k=str(rng.randint(0, 9)), n=n),
        question("reach {a} on localhost:{l}\nport-forward the {a} service to local {l}\nI want the service {a} at port {l} on my machine\ntunnel my port {l} to the service of {a}", "kubectl port-forward svc/{a}{n} {l}:{p}", a=other, l=local, p=port[other], n=n),
        question("%delete the deployment {a}\nthe {a} deployment can go\nremove {a}, the deployment", "kubectl delete deployment {a}{n}", a=other, n=n),
        question("describe the public service\ndetails of the service with the external ip\nmore about the load balancer", "kubectl describe service {a}{n}", a=public, n=n),
        question("make the public service internal only, type ClusterIP\nchange the load balancer to type ClusterIP", "kubectl patch service {a}{n} -p '{{\"spec\":{{\"type\":\"ClusterIP\"}}}}'".replace("{{", "{").replace("}}", "}"), a=public, n=n),
        question("logs of {a}\nwhat does the {a} deployment log\nshow the logs of the deployment {a}", "kubectl logs deployment/{a}{n}", a=other, n=n),
        question("edit the deployment {a}\nopen the {a} deployment in my editor\nchange the {a} deployment by hand", "kubectl edit deployment {a}{n}", a=other, n=n),
        question("edit the broken deployment\nopen the deployment that isn't ready in my editor", "kubectl edit deployment {a}{n}", a=bad, n=n),
    ]
    if state in ("CrashLoopBackOff", "Error"):
        asked += [question(f"logs of {one}\nwhat does {one} log\nshow me the logs of {one}", "kubectl logs {p}{n}", p=broken, n=n), question(f"what did {one} log before it crashed\nprevious logs of {one}\nlog of the last run of {one}", "kubectl logs {p}{n} --previous", p=broken, n=n)]
    return output, asked


@scene
def helm_revisions(rng):
    from .tables import app, stamp

    release, namespace = app(rng), draw(rng, "namespace")
    n = f" -n {namespace}" if rng.random() < 0.8 else ""
    first, count = rng.randint(1, 40), row_count(rng, 20, 3)
    chart = rng.choice([release, "app", "web", "generic-service", "postgresql", "redis", "ingress-nginx"])
    last_bad = rng.random() < 0.6
    rows, good = [], []
    for i in range(count):
        number = first + i
        last = i == count - 1
        failed = last and last_bad or not last and rng.random() < 0.15
        state = ("failed" if rng.random() < 0.8 or not last else "pending-upgrade") if failed else "deployed" if last or last_bad and i == count - 2 else "superseded"
        if not failed:
            good.append(number)
        rows.append([number, f"{rng.choice(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'])} Mar {min(28, 2 + i * 2):2} {rng.randint(8, 18):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02} 2026", state, f"{chart}-{1 + i // 3}.{i}.{rng.randint(0, 9)}", f"{rng.randint(1, 3)}.{i}.{rng.randint(0, 9)}", {"failed": f'Upgrade "{release}" failed: timed out waiting for the condition', "pending-upgrade": "Preparing upgrade"}.get(state, "Install complete" if number == 1 else "Upgrade complete")])
    versions = [r[4] for r in rows]
    asked = [question("values of the {w} revision\nwhich values did the {w} one have\nshow the values that were used in the {w} revision".replace("{w}", word), "helm get values {x}{n} --revision {r}", x=release, n=n, r=str(r)) for word, r in (("oldest", rows[0][0]), ("newest", rows[-1][0]))]
    asked += [
        question("uninstall this\nget rid of the whole release\n%delete this release\nremove it completely", "helm uninstall {x}{n}", x=release, n=n),
        question("go back to the very first one listed\nroll back to the oldest revision here\nrollback to the revision at the top", "helm rollback {x} {r}{n}", x=release, r=str(rows[0][0]), n=n),
        question("status of this release\nhow is it doing now, status\nshow the state it is in", "helm status {x}{n}", x=release, n=n),
        question("manifest of revision {r}\nrendered yaml of number {r}\nwhat did revision {r} install", "helm get manifest {x}{n} --revision {r}", x=release, r=str(rng.choice(rows)[0]), n=n),
    ]
    r = rng.choice(rows[:-1])
    if versions.count(r[4]) == 1:
        asked.append(question("roll back to app version {v}\nI want {v} again\ngo back to the revision that had {v}\n{v} worked, take us there\nback to {v}", "helm rollback {x} {r}{n}", x=release, v=r[4], r=str(r[0]), n=n))
    if last_bad and len(good) > 0 and good[-1] != rows[-1][0]:
        asked += [question("go back to the last one that worked\nroll back to the newest revision that didn't fail\nback to the last good revision\nthe upgrade failed, return to the revision that was fine\nrollback to the most recent working revision\nget the release back to its last successful state", "helm rollback {x} {r}{n}", x=release, r=str(good[-1]), n=n)] * 3
    else:
        asked.append(question("go back to the revision before this one\nroll back by one, with the number\nthe newest one is bad, take the one before it", "helm rollback {x} {r}{n}", x=release, r=str(rows[-2][0]), n=n))
    return prompt(rng, f"helm history {release}{n}", shown=True) + table([["REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION", "DESCRIPTION"], *rows]), asked


@scene
def rollouts(rng):
    from .tables import app

    name = app(rng)
    namespace = draw(rng, "namespace")
    n = f" -n {namespace}" if rng.random() < 0.6 else ""
    first, count = rng.randint(1, 30), rng.choice([2, 3, 4, 5, 7])
    causes = [f"kubectl set image deployment/{name} {name}={name}:1.{i}.{rng.randint(0, 9)}" if rng.random() < 0.6 else f"image updated to 2.{i}.{rng.randint(0, 9)}" if rng.random() < 0.6 else "<none>" for i in range(count)]
    rows = [[first + i, c] for i, c in enumerate(causes)]
    at = rng.randrange(count)
    asked = [
        question("go back to revision {r}\nroll back to {r}\nrevision {r} was fine, return to it\nundo up to {r}\ntake it back to number {r}", "kubectl rollout undo deployment {x}{n} --to-revision={r}", x=name, n=n, r=str(rows[at][0])),
        question("go back to the oldest one\nroll back to the first revision listed\nreturn to the oldest revision still there", "kubectl rollout undo deployment {x}{n} --to-revision={r}", x=name, n=n, r=str(rows[0][0])),
        question("undo the last one\nback to the revision before\nthe newest is broken, roll back\nrevert the latest rollout", "kubectl rollout undo deployment {x}{n}", x=name, n=n),
        question("details of revision {r}\nwhat was in revision {r}\nshow me {r} in detail\nwhich image did revision {r} have, details", "kubectl rollout history deployment {x}{n} --revision={r}", x=name, n=n, r=str(rows[at][0])),
        question("is the current rollout through\nstatus of the rollout\nhow far is it", "kubectl rollout status deployment {x}{n}", x=name, n=n),
        question("restart it\nrolling restart of this deployment\nnew pods for it please", "kubectl rollout restart deployment {x}{n}", x=name, n=n),
    ]
    version = causes[at].rsplit(":" if ":" in causes[at] else " ", 1)[-1]
    if causes[at] != "<none>" and sum(version in c for c in causes) == 1:
        asked.append(question("roll back to the one with {v}\nI want version {v} back\n{v} worked, go back to that\nreturn to {v}\ntake the deployment to the revision with {v}", "kubectl rollout undo deployment {x}{n} --to-revision={r}", x=name, n=n, v=version, r=str(rows[at][0])))
    return prompt(rng, f"kubectl rollout history {rng.choice(['deployment', 'deploy', 'deployment'])}{rng.choice([' ', '/'])}{name}{n}", shown=True) + f"deployment.apps/{name}\n" + table([["REVISION", "CHANGE-CAUSE"], *rows], 2), asked


@scene
def described(rng):
    """The end of `kubectl describe pod`, with its events."""
    from .tables import app, kube_age

    name, namespace = f"{app(rng)}-{letters(rng, 9)}-{letters(rng, 5)}", draw(rng, "namespace")
    owner = name.rsplit("-", 2)[0]
    image, node = draw(rng, "image"), draw(rng, "node")
    n = f" -n {namespace}"
    kind = rng.choice(["image", "memory", "probe", "schedule", "secret", "crash"])
    secret = values.plain_name(rng).lower().replace("_", "-")
    events = {
        "image": [["Warning", "Failed", "12m", "kubelet", f'Failed to pull image "{image}": not found'], ["Warning", "Failed", "12m", "kubelet", "Error: ErrImagePull"], ["Normal", "BackOff", "2m", "kubelet", f'Back-off pulling image "{image}"']],
        "memory": [["Normal", "Started", "4m", "kubelet", "Started container app"], ["Warning", "BackOff", "31s", "kubelet", f"Back-off restarting failed container app in pod {name}"]],
        "probe": [["Normal", "Started", "9m", "kubelet", "Started container app"], ["Warning", "Unhealthy", "22s", "kubelet", "Readiness probe failed: HTTP probe failed with statuscode: 503"]],
        "schedule": [["Warning", "FailedScheduling", "3m", "default-scheduler", f"0/{rng.randint(3, 9)} nodes are available: {rng.randint(1, 3)} Insufficient memory, 2 node(s) had untolerated taint."]],
        "secret": [["Warning", "FailedMount", "41s", "kubelet", f'MountVolume.SetUp failed for volume "config": secret "{secret}" not found']],
        "crash": [["Normal", "Pulled", "6m", "kubelet", f'Container image "{image}" already present on machine'], ["Warning", "BackOff", "9s", "kubelet", f"Back-off restarting failed container app in pod {name}"]],
    }[kind]
    placed = node if kind != "schedule" else "<none>"
    head = f"Name:             {name}\nNamespace:        {namespace}\nPriority:         0\nService Account:  default\nNode:             {placed}\nLabels:           app={owner}\nStatus:           {'Pending' if kind in ('schedule', 'secret', 'image') else 'Running'}\nControlled By:    ReplicaSet/{name.rsplit('-', 1)[0]}\nContainers:\n  app:\n    Image:          {image}\n" + ("    Last State:     Terminated\n      Reason:       OOMKilled\n      Exit Code:    137\n" if kind == "memory" else "    Last State:     Terminated\n      Reason:       Error\n      Exit Code:    1\n" if kind == "crash" else "") + f"    Restart Count:  {rng.randint(3, 60) if kind in ('memory', 'crash') else 0}\n"
    output = prompt(rng, f"kubectl describe pod {name}{n}") + head + "Events:\n" + table([["  Type", "Reason", "Age", "From", "Message"], ["  ----", "------", "----", "----", "-------"], *[["  " + e[0], *e[1:]] for e in events]], 2)
    it = "(it|this pod|the pod|that pod)"
    asked = [
        question(f"%delete {it}\nkill {it} so that it gets recreated\nget rid of {it}", "kubectl delete pod {p}{n}", p=name, n=n),
        question("restart the deployment this belongs to\nrolling restart of the deployment behind it\nrestart the whole deployment, not just this pod", "kubectl rollout restart deployment {o}{n}", o=owner, n=n),
        question("roll the deployment of it back\nundo the last rollout of its deployment\nthe new release broke this, go back to the one before", "kubectl rollout undo deployment {o}{n}", o=owner, n=n),
        question("other pods in the same namespace\nwhat else runs in that namespace\nlist the pods next to it", "kubectl get pods{n}", n=n),
        question("edit its deployment\nlet me change the deployment this comes from\nopen the deployment of this pod in my editor", "kubectl edit deployment {o}{n}", o=owner, n=n),
        question("all pods with the same app label\nits siblings by the app label\nlist the pods that share its app label", "kubectl get pods{n} -l app={o}", o=owner, n=n),
    ]
    if kind in ("memory", "crash"):
        asked += [question(f"what did {it} say before it died\nprevious logs of {it}\nlog of the crashed run\nwhy did it die, show the log from before the restart", "kubectl logs {p}{n} --previous", p=name, n=n)] * 2
    if kind == "memory":
        m = rng.choice(["512Mi", "1Gi", "2Gi", "4Gi", "768Mi"])
        asked += [question("it needs more memory, give its deployment a limit of {m}\nraise the memory limit of the deployment to {m}\nset {m} as the memory limit for the deployment behind it", "kubectl set resources deployment {o}{n} --limits=memory={m}", o=owner, n=n, m=m)] * 2
    if kind == "image":
        tag = draw(rng, "tag")
        fixed = image.rsplit(":", 1)[0] + ":" + tag
        asked += [question("the image should have the tag {t}, fix the deployment\nset the image of its deployment to tag {t}\nwrong tag, it must be {t}; change it in the deployment", "kubectl set image deployment/{o}{n} app={i}", o=owner, n=n, i=fixed, t=tag)] * 2
    if kind == "schedule":
        asked += [question("how full are the nodes\nwhich node has memory left, usage of the nodes\nload of all nodes", "kubectl top nodes"), question("taints of the nodes, describe them all\ndescribe all nodes", "kubectl describe nodes")]
    else:
        asked += [question("describe the node it is on\nwhat's up with its node\ndetails of the machine this runs on", "kubectl describe node {x}", x=node), question("cordon its node\nno new pods on the node of this one\nkeep the scheduler away from the node it runs on", "kubectl cordon {x}", x=node)]
    if kind == "secret":
        asked += [question("which secrets are there in that namespace\nlist the secrets next to it\nis the secret really missing, list them", "kubectl get secrets{n}", n=n)] * 2
    if kind == "probe":
        asked += [question(f"logs of {it}\nwhat does {it} log\nread the log of {it}", "kubectl logs {p}{n}", p=name, n=n), question(f"shell in {it}\nget me into {it}\nopen a shell inside {it}", "kubectl exec -it {p}{n} -- sh", p=name, n=n)]
    return output, asked


from . import SCENES  # noqa: E402

SCENES.extend([everything, everything, helm_revisions, described])
