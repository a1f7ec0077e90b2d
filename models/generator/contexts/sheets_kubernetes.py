"""Tables of Kubernetes."""

from .sheets import K, N, O, P, S, Sheet, add, percents, private
from .tables import age, draw, hexes, mebi, of, pick, pod, stamp, workload


POD_STATES = "Running:running|healthy|up;!CrashLoopBackOff:crashing|crash looping|crash-looping|crashlooping|in CrashLoopBackOff|stuck in a crash loop:the {n} that keeps crashing|the one that keeps dying|the one that can't stay up|the crash-looping thing|the crashlooper|whatever is in a crash loop|the {n} that falls over all the time;!Error:in Error|errored|in the Error state:the one that says Error|the {n} that ended with an error|the one that errored out;!ImagePullBackOff:stuck pulling its image|in ImagePullBackOff|not able to pull its image:the one that can't get its image|the {n} with the bad image|the one with the image problem|whatever cannot pull its image;Pending:pending|stuck in Pending|unscheduled|not scheduled yet|waiting to be scheduled:the one that doesn't get scheduled|the {n} that is waiting for a node|the one that is stuck waiting|the one that never got a node;Completed:completed|finished|done;Evicted:evicted:the one that got evicted|the {n} that was evicted;!OOMKilled:OOMKilled|OOM killed|out of memory:the one that ran out of memory|the {n} killed by the OOM killer|the one that got OOM killed|the one that needed too much memory;Terminating:terminating|stuck terminating|stuck in Terminating|hanging in Terminating:the one that won't go away|the {n} that refuses to die|the one that is stuck shutting down;!ErrImagePull:in ErrImagePull|failing to pull its image:the one whose image doesn't exist|the one that can't pull its image;!CreateContainerConfigError:in CreateContainerConfigError|misconfigured:the one with the config error|the {n} with a config problem;ContainerCreating:still creating|in ContainerCreating|being created:the one that is still starting|the one whose container isn't created yet;Unknown:in an unknown state|unknown:the one nobody knows the state of;!Init:CrashLoopBackOff"
POD_STATES = POD_STATES.rsplit(";", 1)[0]
RESTARTING = "the one that restarts most; the pod that was restarted most often; the one that restarts all the time; the one that has restarted the most; the flakiest pod; the most restarted pod; whichever has restarted most; the pod that can't stop restarting; the least stable one"
POD_ACTS = """
kubectl delete pod {x} => @delete; restart {s} by deleting; delete {s} to have a fresh start; kill {s}; recreate {s} by deleting
kubectl describe pod {x} => @describe
1 kubectl logs {x} => @logs
1 kubectl logs {x} --previous => logs of {s} from before it crashed; previous logs of {s}; what did {s} say before the restart; logs of the crashed container of {s}; last words of {s} before it died; the log of the previous run of {s}; {s}: logs before the last restart; what did {s} print right before crashing; the previous instance's logs of {s}
1 kubectl logs -f {x} => @follow
1 kubectl exec -it {x} -- sh => @shell
1 kubectl get pod {x} -o yaml => @yaml
kubectl delete pod {x} --grace-period=0 --force => force delete {s}; delete {s} by force without waiting; remove {s} immediately, no grace period; delete {s} right now with force; {s}: force delete with zero grace
1 kubectl logs {x} --tail=100 => last 100 lines of the log of {s}; the final 100 log lines of {s}; tail 100 lines from {s}; 100 latest log lines of {s}
1 kubectl edit pod {x} => @edit
1 kubectl get events --field-selector involvedObject.name={x} => events of {s}; only the events for {s}; which events concern {s}; show what happened to {s} as events
1 kubectl logs {x} --all-containers => logs of all containers of {s}; what do all the containers in {s} log; log of every container in {s}
"""
NS_ACTS = """
kubectl delete pod {x} -n {NAMESPACE} => @delete; restart {s} by deleting; kill {s}
kubectl logs {x} -n {NAMESPACE} => @logs
kubectl describe pod {x} -n {NAMESPACE} => @describe
kubectl logs {x} -n {NAMESPACE} --previous => logs of {s} from before it crashed; previous logs of {s}; what did {s} say before the restart; last words of {s} before it died; the log of the previous run of {s}
kubectl logs -f {x} -n {NAMESPACE} => @follow
kubectl exec -it {x} -n {NAMESPACE} -- sh => @shell
kubectl get pod {x} -n {NAMESPACE} -o yaml => @yaml
kubectl get pods -n {NAMESPACE} => other pods in the namespace of {s}; what else runs next to {s} in its namespace; list the namespace that {s} lives in; pods of the namespace with {s}
kubectl get events -n {NAMESPACE} => events in the namespace of {s}; what happened in the namespace where {s} is; events of the namespace that {s} is in
"""


def restarts(x):
    return str(int(x))


PODS = "Running:running|healthy;CrashLoopBackOff:crashing|crash looping|CrashLoopBackOff;Error:failed|broken|failing;ImagePullBackOff:ImagePullBackOff|not able to pull its image;Pending:pending|stuck|unscheduled;Completed:completed|finished|done;Evicted:evicted;OOMKilled:OOMKilled|out of memory;Terminating:terminating|stuck in termination;ErrImagePull:failing to pull;CreateContainerConfigError:misconfigured"
TABLES = [
    Sheet("kubectl get (pods|po|pod)", "pod", "pods", (K("NAME", pod), P("READY", pick("1/1|0/1|2/2|1/2")), S("STATUS", POD_STATES), N("RESTARTS", "restarts|number of restarts|restart count", 0.4, 400, restarts, RESTARTING, "", "5 10 20 50 100"), P("AGE", age)), POD_ACTS),
    Sheet("kubectl get (pods|po)", "pod", "pods", (K("NAME", lambda r: workload(r) + f"-{r.randint(0, 4)}"), P("READY", pick("1/1|0/1|1/2")), S("STATUS", POD_STATES), P("RESTARTS", pick("0|0|1|2|3 (2d ago)|7 (4m ago)")), P("AGE", age)), POD_ACTS),
    Sheet("kubectl get (pods|po) (-A|--all-namespaces)", "pod", "pods", (P("NAMESPACE", of("namespace")), K("NAME", pod), P("READY", pick("1/1|0/1|2/2")), S("STATUS", POD_STATES), N("RESTARTS", "restarts|restart count", 0.4, 300, restarts, RESTARTING), P("AGE", age)), NS_ACTS),
    Sheet("kubectl get (pods|po) -A", "pod", "pods", (P("NAMESPACE", pick("default|kube-system|monitoring|prod|staging|ingress-nginx|payments|cert-manager")), K("NAME", pod), P("READY", pick("1/1|0/1")), S("STATUS", POD_STATES), P("RESTARTS", pick("0|0|0|1|4|12 (5m ago)")), P("AGE", age)), NS_ACTS),
    Sheet("kubectl get pods -o wide", "pod", "pods", (K("NAME", pod), P("READY", pick("1/1|0/1")), S("STATUS", POD_STATES), N("RESTARTS", "restarts", 0.4, 90, restarts, RESTARTING), P("AGE", age), P("IP", private), O("NODE", of("node")), P("NOMINATED NODE", pick("<none>")), P("READINESS GATES", pick("<none>"))), """
kubectl delete pod {x} => @delete
kubectl cordon {NODE} => cordon the node of {s}; no new pods on the node where {s} runs; keep new pods off the node of {s}; the node that hosts {s} should take no more pods; mark the node under {s} unschedulable
kubectl describe node {NODE} => describe the node that {s} runs on; node details for {s}; what is wrong with the node of {s}; look at the machine {s} sits on; what's up with the node behind {s}
kubectl drain {NODE} --ignore-daemonsets => drain the node of {s}; empty the node that {s} runs on; move everything off the node with {s}; evacuate the node where {s} lives
1 kubectl logs {x} => @logs
ping -c 4 {IP} => ping {s}; is {s} reachable; does {s} answer pings; send 4 pings to {s}
curl http://{IP}:8080 => curl {s} on port 8080; request port 8080 of {s}; what does {s} answer on 8080; http request to port 8080 of {s}
kubectl get pods -A --field-selector spec.nodeName={NODE} => all pods on the node of {s}; what else runs on the node of {s}; neighbours of {s} on its node; every pod that shares a node with {s}
"""),
    Sheet("kubectl get (deployments|deploy|deployment)", "deployment", "deployments", (K("NAME", workload), S("READY", "3/3:ready|complete|fully up;!0/3:down|not ready|completely down:the one with no replica up|the one that has 0 of 3|the one without any ready replica;!1/3:degraded|only a third up:the one with 1 of 3;!0/1:unavailable|down|not available:the one with nothing ready|the one at 0/1;!2/3:not fully ready|missing a replica|one replica short:the one that lacks a replica"), P("UP-TO-DATE", pick("1|2|3")), P("AVAILABLE", pick("0|1|2|3")), P("AGE", age)), """
kubectl rollout restart deployment {x} => @restart; rolling restart of {s}; roll out {s} again; fresh pods for {s}; rollout restart of {s}
kubectl delete deployment {x} => @delete
1 kubectl scale deployment {x} --replicas=0 => scale {s} to zero; shut {s} down without deleting; no replicas for {s}; scale {s} down to nothing; turn {s} off by scaling to 0; zero pods for {s}
1 kubectl scale deployment {x} --replicas=5 => scale {s} to 5; five replicas of {s} please; I want 5 pods of {s}; make it 5 replicas for {s}; {s} should have five replicas; bring {s} to 5 replicas
1 kubectl scale deployment {x} --replicas=1 => scale {s} to 1; one replica of {s} is enough; only a single replica for {s}; reduce {s} to one pod
1 kubectl rollout undo deployment {x} => undo the last rollout of {s}; roll {s} back; revert {s} to the revision before; go back to the previous version of {s}; rollback {s}; take back the last deploy of {s}; the last deploy broke {s}, undo
1 kubectl describe deployment {x} => @describe
1 kubectl logs deployment/{x} => @logs
1 kubectl rollout status deployment {x} => rollout status of {s}; is the rollout of {s} through; how far is the rollout of {s}; wait for the rollout of {s}; watch the rollout of {s}
1 kubectl rollout history deployment {x} => rollout history of {s}; revisions of {s}; which revisions does {s} have; past rollouts of {s}
1 kubectl edit deployment {x} => @edit
1 kubectl get deployment {x} -o yaml => @yaml
"""),
    Sheet("kubectl get (nodes|no)", "node", "nodes", (K("NAME", of("node")), S("STATUS", "Ready:ready|healthy|up;!NotReady:NotReady|down|not ready:the dead one|the one that dropped out|the node we lost|the one that went away;Ready,SchedulingDisabled:cordoned|unschedulable|with scheduling disabled:the one that takes no pods|the one that was cordoned"), P("ROLES", pick("<none>|worker|control-plane")), P("AGE", age), P("VERSION", pick("v1.29.4|v1.30.1|v1.31.2"))), """
kubectl cordon {x} => cordon {s}; no new pods on {s}; mark {s} unschedulable; keep pods from being put on {s}; nothing new should land on {s}; disable scheduling on {s}; stop scheduling to {s}
kubectl uncordon {x} => uncordon {s}; let {s} take pods again; make {s} schedulable again; put {s} back in rotation; enable scheduling on {s}; {s} may have pods again; return {s} to service
kubectl describe node {x} => @describe
1 kubectl drain {x} --ignore-daemonsets => drain {s}; empty {s}; move the pods off {s}; evacuate {s}; evict everything from {s}; clear {s} for maintenance; get all pods away from {s}
1 kubectl drain {x} --ignore-daemonsets --delete-emptydir-data => drain {s} and also delete emptydir data; empty {s} even if pods have local emptyDir data; drain {s}, emptydirs may be lost
1 kubectl get pods -A --field-selector spec.nodeName={x} => pods on {s}; what runs on {s}; which pods sit on {s}; everything scheduled to {s}; list the pods of {s}; what would be lost with {s}
kubectl delete node {x} => remove {s} from the cluster; delete {s}; take {s} out of the cluster for good; kick {s} out of the cluster; {s} is gone forever, delete
1 kubectl taint nodes {x} maintenance=true:NoSchedule => taint {s} with maintenance=true:NoSchedule; put a NoSchedule taint maintenance=true on {s}; add the taint maintenance=true:NoSchedule to {s}
1 kubectl top node {x} => cpu and memory of {s}; how loaded is {s}; resource usage of {s}; load of {s}
1 kubectl label node {x} gpu=true => label {s} with gpu=true; put the label gpu=true on {s}; tag {s} as gpu=true; add gpu=true to {s}
1 kubectl debug node/{x} -it --image=busybox => debug shell on {s} with busybox; start a busybox debug pod on {s}; get onto {s} with kubectl debug and busybox
"""),
    Sheet("kubectl top (pods|pod)", "pod", "pods", (K("NAME", pod), N("CPU(cores)", "cpu|cpu usage|cpu time|processor load", 3, 3000, lambda x: f"{int(x)}m", "the cpu hog; whatever eats the cpu; the busiest one; the one burning the most cpu; the one hogging the cpu; the hottest pod; whatever is hammering the cpu; the one that keeps the cores busy", "the idlest one; the laziest pod"), N("MEMORY(bytes)", "memory|ram|memory usage", 5, 6000, mebi, "the memory hog; whatever eats the memory; the hungriest one; the one hogging memory; the one eating all the ram; the pod that swallows the most ram; the fattest pod; the most memory hungry pod; the leaky one", "", "500Mi 1000Mi 2000Mi 4000Mi")), """
kubectl delete pod {x} => @delete; restart {s} by deleting; kill {s}
1 kubectl logs {x} => @logs
1 kubectl describe pod {x} => @describe
1 kubectl exec -it {x} -- sh => @shell
1 kubectl exec {x} -- top -b -n 1 => run top inside {s} once; what processes use the cpu within {s}; one batch run of top in {s}
1 kubectl get pod {x} -o yaml => @yaml; which limits does {s} have, the yaml
1 kubectl get pod {x} -o wide => on which node is {s}; node and ip of {s}; where does {s} run
"""),
    Sheet("kubectl top (nodes|node)", "node", "nodes", (K("NAME", of("node")), N("CPU(cores)", "cpu|cpu usage", 90, 9000, lambda x: f"{int(x)}m"), N("CPU%", "cpu percentage|percent of cpu", 2, 99, percents, "the busiest node; the hottest one; the most loaded node; the one under the most load; the overloaded one", "the idlest node; the node with nothing to do; the least loaded one", "50% 70% 80% 90%"), N("MEMORY(bytes)", "memory|memory use|ram", 500, 90000, mebi), N("MEMORY%", "memory percentage|percent of memory", 5, 95, percents, "the fullest node; the one with the least memory left; the one short on memory", "", "50% 70% 80% 90%")), """
kubectl cordon {x} => cordon {s}; keep new pods off {s}; nothing new on {s}; no more pods for {s}; relieve {s}, no new pods
kubectl describe node {x} => @describe
1 kubectl drain {x} --ignore-daemonsets => drain {s}; move everything off {s}; evacuate {s}; empty {s}
1 kubectl get pods -A --field-selector spec.nodeName={x} => which pods run on {s}; what is on {s}; everything running on {s}; who loads {s}, list its pods
"""),
    Sheet("kubectl get (svc|services|service)", "service", "services", (K("NAME", workload), S("TYPE", "ClusterIP:internal|cluster internal|of type ClusterIP;LoadBalancer:load balanced|public|of type LoadBalancer|exposed to the internet:the one with the load balancer|the one open to the world;NodePort:NodePort|of type NodePort|exposed on a node port;ExternalName:an external name"), P("CLUSTER-IP", lambda r: f"10.96.{r.randint(0, 250)}.{r.randint(2, 250)}"), P("EXTERNAL-IP", pick("<none>|<pending>")), P("PORT(S)", lambda r: f"{draw(r, 'port')}/TCP"), P("AGE", age)), """
kubectl delete service {x} => @delete
kubectl describe service {x} => @describe
1 kubectl edit service {x} => @edit
1 kubectl get endpoints {x} => endpoints of {s}; which pods are behind {s}; does {s} have endpoints; who serves {s}; backends of {s}
1 kubectl get service {x} -o yaml => @yaml
1 kubectl port-forward service/{x} 8080:80 => forward local port 8080 to port 80 of {s}; port-forward 8080 to 80 of {s}; make port 80 of {s} available at localhost:8080; tunnel localhost 8080 to {s} port 80
"""),
    Sheet("kubectl get (pvc|persistentvolumeclaims)", "claim", "claims", (K("NAME", lambda r: r.choice(["data-", "pvc-", "", "storage-"]) + workload(r)), S("STATUS", "Bound:bound;Pending:pending|unbound|waiting for a volume|not bound:the one that has no volume yet|the one that can't get a volume;!Lost:lost:the one that lost its volume"), P("VOLUME", lambda r: "pvc-" + hexes(r, 8) + "-" + hexes(r, 4)), N("CAPACITY", "capacity|space|storage", 1, 900, lambda x: f"{int(x)}Gi", "the biggest one; the largest claim; the one that takes the most storage", "the smallest one", "50Gi 100Gi 200Gi"), P("ACCESS MODES", pick("RWO|RWX")), P("STORAGECLASS", pick("gp3|standard|longhorn|fast-ssd")), P("AGE", age)), """
kubectl delete pvc {x} => @delete
kubectl describe pvc {x} => @describe
1 kubectl describe pv {VOLUME} => describe the volume of {s}; details of the volume behind {s}; what is the volume of {s} like
1 kubectl edit pvc {x} => @edit
1 kubectl get pvc {x} -o yaml => @yaml
"""),
    Sheet("kubectl get (namespaces|ns)", "namespace", "namespaces", (K("NAME", of("namespace")), S("STATUS", "Active:active;Terminating:terminating|stuck in Terminating|being deleted|hanging in termination:the one that won't go away|the one that is stuck"), P("AGE", age)), """
kubectl delete namespace {x} => @delete
1 kubectl get pods -n {x} => pods in {s}; what runs in {s}; list the pods of {s}; which pods does {s} have
1 kubectl get all -n {x} => everything in {s}; all resources of {s}; what is left in {s}; what does {s} contain
1 kubectl config set-context --current --namespace={x} => make {s} my default namespace; switch to {s}; use {s} from now on; set the current namespace to {s}
1 kubectl get events -n {x} => events in {s}; what happens in {s}; recent events of {s}
1 kubectl get namespace {x} -o json => {s} as json; finalizers of {s}, as json; dump {s} in json form
"""),
    Sheet("kubectl get (jobs|job)", "job", "jobs", (K("NAME", lambda r: workload(r) + f"-{r.randint(1000, 9999)}"), S("STATUS", "Complete:complete|finished|done|successful;!Failed:failed|unsuccessful:the one that failed|the one that didn't make it;Running:running|still running|in progress;Suspended:suspended|paused"), P("COMPLETIONS", pick("1/1|0/1")), P("DURATION", age), P("AGE", age)), """
kubectl delete job {x} => @delete
kubectl describe job {x} => @describe
1 kubectl logs job/{x} => @logs
1 kubectl logs -f job/{x} => @follow
1 kubectl get pods -l job-name={x} => pods of {s}; which pods belong to {s}; list the pods that {s} started
"""),
    Sheet("kubectl get (cronjobs|cj)", "cronjob", "cronjobs", (K("NAME", workload), P("SCHEDULE", lambda r: r.choice(["*/5 * * * *", "0 2 * * *", "30 4 * * 1", "0 * * * *", "15 3 * * *"])), S("SUSPEND", "False:active|not suspended|enabled;True:suspended|paused|switched off"), P("ACTIVE", pick("0|1")), P("LAST SCHEDULE", age), P("AGE", age)), """
kubectl delete cronjob {x} => @delete
kubectl describe cronjob {x} => @describe
1 kubectl create job manual-run --from=cronjob/{x} => run {s} now as job manual-run; trigger {s} by hand, call the job manual-run; start a job manual-run from {s}; create job manual-run out of {s}
1 kubectl edit cronjob {x} => @edit; change the schedule of {s} in my editor
1 kubectl get cronjob {x} -o yaml => @yaml
"""),
    Sheet("kubectl get (hpa|horizontalpodautoscalers)", "autoscaler", "autoscalers", (K("NAME", workload), P("REFERENCE", lambda r: "Deployment/" + workload(r)), P("TARGETS", lambda r: f"{r.randint(3, 95)}%/80%"), P("MINPODS", pick("1|2|3")), P("MAXPODS", pick("10|20|30")), N("REPLICAS", "replicas|pods", 1, 40, most="the one that scaled furthest; the biggest one"), P("AGE", age)), """
kubectl delete hpa {x} => @delete
kubectl describe hpa {x} => @describe
1 kubectl edit hpa {x} => @edit
1 kubectl get hpa {x} --watch => watch {s}; keep an eye on {s}; follow how {s} changes
"""),
    Sheet("helm (list|ls)", "release", "releases", (K("NAME", workload), P("NAMESPACE", of("namespace")), N("REVISION", "revision|revisions", 1, 90, most="the one upgraded most often; the one with the highest revision"), P("UPDATED", lambda r: stamp(r) + ":07 +0000 UTC"), S("STATUS", "deployed:deployed|fine;!failed:failed:the one that failed to deploy|the failed install;pending-upgrade:stuck in pending-upgrade|pending|in the middle of an upgrade:the one stuck upgrading|the one whose upgrade hangs;pending-install:stuck in pending-install|half installed;uninstalling:stuck uninstalling"), P("CHART", lambda r: workload(r) + f"-{r.randint(1, 9)}.{r.randint(0, 20)}.{r.randint(0, 9)}"), P("APP VERSION", lambda r: f"{r.randint(1, 9)}.{r.randint(0, 20)}")), """
helm uninstall {x} -n {NAMESPACE} => @delete; uninstall {s}
helm rollback {x} -n {NAMESPACE} => roll {s} back; rollback {s}; go back one revision with {s}; undo the last upgrade of {s}; revert {s} to the revision before; take {s} back one step
helm history {x} -n {NAMESPACE} => history of {s}; revisions of {s}; what revisions does {s} have; list the past revisions of {s}; how did {s} get here, history
helm status {x} -n {NAMESPACE} => @status
helm get values {x} -n {NAMESPACE} => values of {s}; which values is {s} installed with; show me the values used for {s}; configuration values of {s}
helm get manifest {x} -n {NAMESPACE} => manifest of {s}; rendered yaml of {s}; what did {s} install, its manifest
"""),
    Sheet('kubectl get pods', 'pod', 'pods', (K('NAME', pod), P('READY', pick('1/1|0/1|2/2|1/2')), S('STATUS', PODS), N('RESTARTS', 'restarts', 1, 400, most='the one that restarts most;the pod that was restarted most often'), P('AGE', age)), """
kubectl delete pod {x} => @delete
kubectl describe pod {x} => @describe
1 kubectl logs {x} => @logs
1 kubectl logs {x} --previous => logs of {s} from before it crashed; previous logs of {s}; what did {s} say before the restart
1 kubectl logs -f {x} => follow the logs of {s}; stream the log of {s}
1 kubectl exec -it {x} -- sh => @shell
1 kubectl get pod {x} -o yaml => yaml of {s}; show {s} as yaml
"""),
    Sheet('kubectl get pods (-A|--all-namespaces)', 'pod', 'pods', (P('NAMESPACE', of('namespace')), K('NAME', pod), P('READY', pick('1/1|0/1|2/2')), S('STATUS', PODS), N('RESTARTS', 'restarts', 1, 300), P('AGE', age)), """
kubectl delete pod {x} -n {NAMESPACE} => @delete
kubectl logs {x} -n {NAMESPACE} => @logs
kubectl describe pod {x} -n {NAMESPACE} => @describe
"""),
    Sheet('kubectl get pods -o wide', 'pod', 'pods', (K('NAME', pod), P('READY', pick('1/1|0/1')), S('STATUS', PODS), N('RESTARTS', 'restarts', 1, 90), P('AGE', age), P('IP', lambda r: f'10.{r.randint(0, 250)}.{r.randint(0, 250)}.{r.randint(2, 250)}'), O('NODE', of('node'))), """
kubectl delete pod {x} => @delete
kubectl cordon {NODE} => cordon the node of {s}; no new pods on the node where {s} runs
kubectl describe node {NODE} => describe the node that {s} runs on; node details for {s}
1 kubectl logs {x} => @logs
ping -c 4 {IP} => ping {s}; is {s} reachable
"""),
    Sheet('kubectl get deployments', 'deployment', 'deployments', (K('NAME', workload), S('READY', '3/3:ready|complete;0/3:down|not ready;1/3:degraded;0/1:unavailable;2/3:not fully ready'), P('UP-TO-DATE', pick('1|2|3')), P('AVAILABLE', pick('0|1|2|3')), P('AGE', age)), """
kubectl rollout restart deployment {x} => restart {s}; rolling restart of {s}; roll out {s} again
kubectl delete deployment {x} => @delete
1 kubectl scale deployment {x} --replicas=0 => scale {s} to zero; shut {s} down without deleting; no replicas for {s}
1 kubectl scale deployment {x} --replicas=5 => scale {s} to 5; five replicas of {s} please
1 kubectl rollout undo deployment {x} => undo the last rollout of {s}; roll {s} back
1 kubectl describe deployment {x} => @describe
1 kubectl logs deployment/{x} => @logs
"""),
    Sheet('kubectl get nodes', 'node', 'nodes', (K('NAME', of('node')), S('STATUS', 'Ready:ready|healthy;NotReady:NotReady|down|unhealthy|not ready;Ready,SchedulingDisabled:cordoned|unschedulable'), P('ROLES', pick('<none>|worker|control-plane')), P('AGE', age), P('VERSION', pick('v1.29.4|v1.30.1|v1.31.2'))), """
kubectl cordon {x} => cordon {s}; no new pods on {s}; mark {s} unschedulable
kubectl uncordon {x} => uncordon {s}; let {s} take pods again
kubectl describe node {x} => describe {s}; what is wrong with {s}; details of {s}
1 kubectl drain {x} --ignore-daemonsets => drain {s}; empty {s}; move the pods off {s}
1 kubectl get pods -A --field-selector spec.nodeName={x} => pods on {s}; what runs on {s}
1 kubectl delete node {x} => remove {s} from the cluster; delete {s}
"""),
    Sheet('kubectl top pods', 'pod', 'pods', (K('NAME', pod), N('CPU(cores)', 'cpu|cpu usage|processor use', 3, 3000, lambda x: f'{int(x)}m', most='the cpu hog;whatever eats the cpu;the busiest one', least='the idlest one'), N('MEMORY(bytes)', 'memory|memory use|ram', 5, 6000, mebi, most='the memory hog;whatever eats the memory;the hungriest one')), """
kubectl delete pod {x} => @delete
1 kubectl logs {x} => @logs
1 kubectl describe pod {x} => @describe
1 kubectl exec -it {x} -- sh => @shell
"""),
    Sheet('kubectl top nodes', 'node', 'nodes', (K('NAME', of('node')), N('CPU(cores)', 'cpu|cpu usage', 90, 9000, lambda x: f'{int(x)}m', most='the busiest node;the hottest one', least='the idlest node'), N('MEMORY(bytes)', 'memory|memory use', 500, 90000, mebi, most='the fullest node')), """
1 kubectl cordon {x} => cordon {s}; keep new pods off {s}
1 kubectl describe node {x} => describe {s}; details of {s}
1 kubectl drain {x} --ignore-daemonsets => drain {s}; move everything off {s}
"""),
    Sheet('kubectl get svc', 'service', 'services', (K('NAME', workload), S('TYPE', 'ClusterIP:internal;LoadBalancer:load balanced|public;NodePort:NodePort'), P('CLUSTER-IP', lambda r: f'10.96.{r.randint(0, 250)}.{r.randint(2, 250)}'), P('PORT(S)', lambda r: f"{draw(r, 'port')}/TCP"), P('AGE', age)), """
kubectl delete service {x} => @delete
kubectl describe service {x} => @describe
1 kubectl edit service {x} => edit {s}; change {s} in my editor
1 kubectl get endpoints {x} => endpoints of {s}; which pods are behind {s}
1 kubectl get service {x} -o yaml => yaml of {s}
"""),
    Sheet('kubectl get pvc', 'claim', 'claims', (K('NAME', lambda r: 'data-' + workload(r)), S('STATUS', 'Bound:bound;Pending:pending|unbound|waiting;Lost:lost'), P('VOLUME', lambda r: 'pvc-' + hexes(r, 8)), N('CAPACITY', 'capacity|space|storage', 1, 900, lambda x: f'{int(x)}Gi', most='the biggest one;the largest claim', least='the smallest one'), P('ACCESS MODES', pick('RWO|RWX')), P('AGE', age)), """
kubectl delete pvc {x} => @delete
kubectl describe pvc {x} => @describe
"""),
    Sheet('kubectl get jobs', 'job', 'jobs', (K('NAME', lambda r: workload(r) + f'-{r.randint(1000, 9999)}'), S('STATUS', 'Complete:complete|finished|done;Failed:failed;Running:running'), P('COMPLETIONS', pick('1/1|0/1')), P('AGE', age)), """
kubectl delete job {x} => @delete
kubectl describe job {x} => @describe
1 kubectl logs job/{x} => @logs
"""),
    Sheet('helm (list|ls)', 'release', 'releases', (K('NAME', workload), P('NAMESPACE', of('namespace')), N('REVISION', 'revisions', 1, 60), S('STATUS', 'deployed:deployed;failed:failed|broken;pending-upgrade:stuck|pending'), P('CHART', lambda r: f'{workload(r)}-{r.randint(0, 9)}.{r.randint(0, 20)}.{r.randint(0, 9)}')), """
helm uninstall {x} -n {NAMESPACE} => uninstall {s}; remove {s}; get rid of {s}
helm rollback {x} -n {NAMESPACE} => roll back {s}; undo the last upgrade of {s}
helm history {x} -n {NAMESPACE} => history of {s}; earlier revisions of {s}
helm status {x} -n {NAMESPACE} => status of {s}
helm get values {x} -n {NAMESPACE} => values of {s}; which values does {s} use
"""),
]


add(TABLES)
