"""Tables of version control, packages, databases, sessions and clouds."""

import datetime

from .sheets import K, N, O, P, S, Sheet, add, ago, clock, digits, person, private
from .tables import draw, hexes, of, pick, stamp, table, workload


def guests_fit(rng, titles, made):
    """Only what runs or is paused has an id."""
    made[titles.index("Id")] = [str(rng.randint(1, 40)) if state in ("running", "paused") else "-" for state in made[titles.index("State")]]
    return made


TABLES = [
    Sheet("git branch -vv", "branch", "branches", (P("", pick(" ")), K("", of("branch")), P("", lambda r: hexes(r, 7)), S("", "[origin/main]:up to date with main|in sync with main;[origin/old: gone]:gone|without a remote any more|orphaned:the one whose upstream is gone|the one that no longer exists on the remote;[origin/main: ahead 2]:ahead|not pushed yet|unpushed:the one with unpushed commits;[origin/main: behind 7]:behind|outdated:the one that lags behind"), P("", lambda r: f"{r.choice(['fix', 'add', 'remove', 'update'])} {workload(r)}")), """
git branch -d {x} => delete {s}; get rid of {s}; remove {s}; clean up {s}; {s} can go; drop {s}
git branch -D {x} => force delete {s}; delete {s} even if unmerged; delete {s} with all that is on it; remove {s} no matter what
1 git switch {x} => switch to {s}; go to {s}; change to {s}; move over to {s}; I want to work on {s}; take me to {s}; switch over to {s}
1 git merge {x} => merge {s}; bring {s} into my branch; merge {s} into the current branch; integrate {s}
1 git rebase {x} => rebase onto {s}; put my work on top of {s}; rebase the current branch on {s}; rebase on {s}
1 git log --oneline {x} => commits of {s}; log of {s}, one per line; oneline log of {s}; what is on {s}, one line per commit
1 git diff main...{x} => what would {s} change compared with main; diff of {s} since it left main; changes of {s} against main's fork point
1 git push origin {x} => push {s} to origin; upload {s} to origin; put {s} on origin
1 git push origin --delete {x} => delete {s} on origin; remove {s} from origin; get rid of {s} on the remote origin
1 git worktree add ../wt {x} => check {s} out in a worktree at ../wt; worktree ../wt for {s}; add a worktree in ../wt with {s}
""", header=0.0, gap=1),
    Sheet("git status (-s|--short)", "file", "files", (S("", " M:modified|changed|edited:the one I changed;??:untracked|new|not tracked:the one git doesn't know yet|the new one; D:deleted|missing:the one that was deleted;A :added|freshly added;UU:in conflict|conflicted|unmerged:the one in conflict|the one with the conflict"), K("", of("file"))), """
git add {x} => stage {s}; add {s} to the index; git add {s}; put {s} in the next commit; add {s}; mark {s} for commit; include {s} in the commit
1 git diff {x} => diff of {s}; what changed in {s}; show the changes to {s}; changes in {s}; what did I do to {s}
1 git log -- {x} => history of {s}; log of {s}; commits that touched {s}; when did {s} change
1 vim {x} => open {s} in vim; edit {s} with vim; vim {s}
1 git blame {x} => blame {s}; who wrote what in {s}; line by line authors of {s}
""", header=0.0, gap=1, counts=(2, 3, 4, 5, 6, 8)),
    Sheet("apt list --upgradable", "package", "packages", (K("", of("package")), S("", "stable:stable;stable-security:a security update|security relevant|security related:the security update;backports:from backports|in backports"), P("", lambda r: f"{r.randint(6, 19)}.{r.randint(0, 20)}-{r.randint(1, 5)}"), P("", pick("amd64|all")), P("", lambda r: f"[upgradable from: {r.randint(0, 5)}.{r.randint(0, 20)}-1]")), """
sudo apt install --only-upgrade {x} => upgrade only {s}; update just {s}; upgrade {s} and nothing else; bring {s} up to date; get the new version of {s}
sudo apt-mark hold {x} => hold {s}; never upgrade {s}; freeze {s} at the present version; keep {s} back; pin {s} with apt-mark hold
sudo apt remove {x} => @delete; uninstall {s}
sudo apt purge {x} => purge {s}; remove {s} with configuration; uninstall {s} and its config files
1 apt changelog {x} => changelog of {s}; what is new in {s}; what changed in {s}; changes in {s}
1 apt show {x} => @info
1 apt rdepends {x} => what depends on {s}; who needs {s}; reverse dependencies of {s}
1 apt-cache policy {x} => which versions are there of {s}, installed and available; apt policy of {s}; where does {s} come from
1 dpkg -L {x} => files of {s}; which files did {s} install; list what {s} put on the disk
""", header=0.0, counts=(3, 4, 5, 6, 8), line=lambda r, rows: "Listing... Done\n" + "\n".join(f"{a}/{b} {c} {d} {e}" for a, b, c, d, e in rows)),
    Sheet("pip list --outdated", "package", "packages", (K("Package", of("pypkg")), P("Version", lambda r: f"{r.randint(0, 5)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), P("Latest", lambda r: f"{r.randint(6, 9)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), P("Type", pick("wheel|sdist"))), """
pip install --upgrade {x} => upgrade {s}; update {s}; get the newest {s}; bring {s} up to date; newest version of {s} please
pip uninstall {x} => uninstall {s}; @delete
pip install {x}=={Latest} => install exactly the latest version of {s}; pin {s} to the latest version; {s} at precisely the version listed as latest
pip install {x}=={Version} => reinstall {s} at the version it has now; pin {s} to the present version; keep {s} at exactly the version listed
1 pip show {x} => @info
pip install -U --no-deps {x} => upgrade {s} without touching dependencies; upgrade {s}, no deps
""", header=1.0, counts=(3, 4, 5, 6, 8), top=lambda r, rows: ""),
    Sheet("npm outdated", "package", "packages", (K("Package", of("npmpkg")), P("Current", lambda r: f"{r.randint(0, 5)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), P("Wanted", lambda r: f"{r.randint(0, 5)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), P("Latest", lambda r: f"{r.randint(6, 9)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), P("Location", lambda r: "node_modules"), P("Depended by", pick("app|web"))), """
npm update {x} => update {s}; bring {s} to the wanted version; npm update for {s}; get {s} to what package.json allows
npm install {x}@latest => install the latest {s}; take the latest version of {s}; newest {s}, even if major; upgrade {s} to latest
npm uninstall {x} => uninstall {s}; @delete
npm install {x}@{Wanted} => install {s} at exactly the wanted version; pin {s} to the wanted version
1 npm ls {x} => who depends on {s}; where does {s} come from; tree for {s}
1 npm view {x} versions => which versions of {s} exist; all published versions of {s}
""", header=1.0, gap=2, counts=(2, 3, 4, 5, 6)),
    Sheet("who", "user", "users", (K("", person), P("", lambda r: f"pts/{r.randint(0, 30)}"), P("", stamp), P("", lambda r: f"({draw(r, 'ip')})")), """
1 sudo pkill -KILL -u {x} => log {s} out by killing everything; throw {s} off; kick {s}; kick {s} out; end all that {s} runs, with KILL
1 ps -u {x} => processes of {s}; what is {s} running; what does {s} do here; list what {s} runs
1 groups {x} => groups of {s}; which groups is {s} in; memberships of {s}
1 sudo usermod -L {x} => lock the account of {s}; lock {s}; {s} shouldn't be able to log in with a password any more
1 last {x} => past logins of {s}; when was {s} logged in before; login history of {s}
1 write {x} => write a message to {s}; send {s} a message in the terminal; chat to {s} with write
1 sudo passwd {x} => change the password of {s}; new password for {s}; set a password for {s}
1 id {x} => uid and gid of {s}; id of {s}; user id of {s}
""", header=0.0, gap=2, counts=(2, 3, 4, 5, 6)),
    Sheet("w", "user", "users", (K("USER", person), P("TTY", lambda r: f"pts/{r.randint(0, 30)}"), P("FROM", of("ip")), P("LOGIN@", clock), N("IDLE", "idle time", 1, 50, lambda x: f"{int(x)}:00m", "the one idle for longest; the longest idle user; whoever has been away longest; the one who fell asleep"), P("JCPU", lambda r: f"{r.uniform(0, 9):.2f}s"), P("PCPU", lambda r: f"{r.uniform(0, 2):.2f}s"), P("WHAT", pick("-bash|vim notes|top|python train.py"))), """
1 sudo pkill -KILL -u {x} => throw {s} off; kick {s} out; log {s} out by killing everything
sudo pkill -KILL -t {TTY} => end the terminal session of {s}; kill the tty of {s}; close the terminal of {s} by force
1 ps -u {x} => processes of {s}; what is {s} running; list what {s} runs
1 last {x} => login history of {s}; past logins of {s}
sudo ufw deny from {FROM} => block the address of {s} with ufw; ufw: deny the ip {s} comes from
whois {FROM} => whois for the address of {s}; who owns the ip that {s} comes from
""", gap=2, counts=(2, 3, 4, 5, 6), top=lambda r, rows: f" {clock(r)}:{r.randint(10, 59)} up {r.randint(2, 90)} days,  {len(rows)} users,  load average: {r.uniform(0, 9):.2f}, {r.uniform(0, 9):.2f}, {r.uniform(0, 9):.2f}\n"),
    Sheet("(tmux ls|tmux list-sessions)", "session", "sessions", (K("", workload), N("", "windows", 1, 30, most="the one with the most windows; the biggest session"), S("", ":detached|not attached;(attached):attached:the one that's attached|the one in use")), """
1 tmux attach -t {x} => attach to {s}; go to {s}; open {s}; get me back into {s}; reattach {s}; join {s}; continue in {s}
1 tmux kill-session -t {x} => kill {s}; end {s}; close {s}; get rid of {s}; terminate {s}; {s} can go
1 tmux rename-session -t {x} main => rename {s} to main; call {s} main; {s} should be named main
1 tmux list-windows -t {x} => windows of {s}; which windows has {s}; list the windows in {s}
1 tmux capture-pane -p -t {x} => what is on the screen of {s}; print the screen of {s}; capture the pane of {s} to stdout
1 tmux attach -d -t {x} => attach to {s} and detach everyone else; take over {s}; attach {s}, kick other clients
""", header=0.0, counts=(2, 3, 4, 5, 6), line=lambda r, rows: "\n".join(f"{a}: {b} windows (created Mon Mar {r.randint(10, 28)} {clock(r)}:{r.randint(10, 59)} 2026) {c}".rstrip() for a, b, c in rows)),
    Sheet("screen -ls", "session", "sessions", (K("", lambda r: f"{r.randint(1000, 99999)}.{workload(r)}"), S("", "(Detached):detached|not attached;(Attached):attached:the one in use|the attached one;(Dead ???):dead")), """
1 screen -r {x} => attach to {s}; resume {s}; go back into {s}; reattach {s}; open {s}; get me into {s}
1 screen -d -r {x} => detach {s} elsewhere and resume here; take {s} over; detach and reattach {s}
1 screen -S {x} -X quit => kill {s}; end {s}; quit {s}; close {s}; terminate {s}
1 screen -x {x} => join {s} without detaching others; share {s}; attach to {s} in multi display mode
""", header=0.0, counts=(2, 3, 4, 5), line=lambda r, rows: "There are screens on:\n" + "\n".join(f"\t{a}\t{b}" for a, b in rows) + f"\n{len(rows)} Sockets in /run/screen/S-{person(r)}."),
    Sheet("psql -c 'SELECT pid, usename, state, query FROM pg_stat_activity'", "query", "queries", (K("pid", of("pid"), True), O("usename", person), S("state", "active:active|running;idle:idle|doing nothing;idle in transaction:idle in transaction|stuck in a transaction:the one that left its transaction open|the one with the open transaction"), N("seconds", "run time|duration|seconds", 1, 90000, lambda x: str(int(x)), "the longest one; the longest running query; the slowest query; the one that runs forever", "the newest one", "60 600 3600"), P("query", lambda r: f"SELECT * FROM {draw(r, 'table')}")), """
1 psql -c 'SELECT pg_terminate_backend({x})' => terminate {s}; kill {s} with its connection; end the backend of {s}; get rid of {s}; terminate the backend of {s}; kill {s} for good
1 psql -c 'SELECT pg_cancel_backend({x})' => cancel {s}; cancel {s} but keep the connection; stop {s} gently; cancel the statement of {s}
""", gap=3, counts=(2, 3, 4, 5, 6)),
    Sheet("virsh list --all", "machine", "machines", (P("Id", lambda r: r.choice(["-", str(r.randint(1, 40))])), K("Name", workload), S("State", "running:running|up;shut off:off|shut off|stopped|powered off:the one that is off;paused:paused|suspended;!crashed:crashed:the one that crashed")), """
virsh start {x} => @start
1 virsh shutdown {x} => shut {s} down; stop {s}; turn {s} off cleanly; power {s} down; graceful shutdown of {s}
1 virsh reboot {x} => reboot {s}; restart {s}; boot {s} again
1 virsh destroy {x} => power off {s} hard; pull the plug of {s}; force {s} off; kill {s} immediately
1 virsh console {x} => console of {s}; open the console of {s}; get on the serial console of {s}
1 virsh undefine {x} => undefine {s}; remove the definition of {s}; forget {s}
1 virsh snapshot-create-as {x} before => snapshot {s} as before; take a snapshot called before of {s}
1 virsh autostart {x} => autostart {s}; start {s} at boot of the host; {s} should come up with the host
1 virsh dominfo {x} => @info
""".replace("virsh start {x}", "1 virsh start {x}"), gap=3, fix=guests_fit, bars="virsh (shutdown|reboot|console|destroy) ~ shut off|crashed\nvirsh (reboot|console) ~ paused"),
    Sheet("multipass list", "instance", "instances", (K("Name", workload), S("State", "Running:running|up;Stopped:stopped|off|down;Suspended:suspended|paused;Deleted:deleted"), P("IPv4", private), P("Image", pick("Ubuntu 22.04 LTS|Ubuntu 24.04 LTS"))), """
multipass start {x} => @start
multipass stop {x} => @stop
multipass delete {x} => @delete
1 multipass shell {x} => @shell
1 multipass info {x} => @info
multipass restart {x} => @restart
"""),
    Sheet("(vagrant status|vagrant global-status)", "machine", "machines", (K("", workload), S("", "running:running|up;poweroff:off|powered off|down;saved:saved|suspended;not created:not created yet"), P("", pick("(virtualbox)|(libvirt)"))), """
vagrant up {x} => @start
vagrant halt {x} => @stop
1 vagrant ssh {x} => ssh into {s}; log into {s}; get me onto {s}; shell on {s}
vagrant destroy -f {x} => destroy {s} without asking; wipe {s}, no questions; get rid of {s} for good, don't ask
vagrant reload {x} => reload {s}; reboot {s} with its Vagrantfile; restart {s}
""", header=0.0, counts=(2, 3, 4, 5), top=lambda r, rows: "Current machine states:\n\n", gap=6),
    Sheet("conda env list", "environment", "environments", (K("", workload), P("", lambda r: "  "), P("", lambda r: f"/home/{person(r)}/miniconda3/envs/" + workload(r))), """
1 conda activate {x} => activate {s}; switch to {s}; use {s}; go into {s}; turn on {s}
1 conda env remove -n {x} => @delete
1 conda list -n {x} => packages in {s}; what is installed in {s}; list what {s} contains
1 conda env export -n {x} > environment.yml => export {s} to environment.yml; write {s} to environment.yml; save {s} as environment.yml
1 conda create --clone {x} -n copy => clone {s} as copy; make a clone named copy of {s}; duplicate {s} under the name copy
""", header=0.0, counts=(2, 3, 4, 5), line=lambda r, rows: "# conda environments:\n#\n" + table([["base", "*", "/opt/conda"], *[[a, " ", f"/opt/conda/envs/{a}"] for a, _, _ in rows]], 2)),
    Sheet("terraform state list", "resource", "resources", (K("", lambda r: f"{r.choice(['aws_instance', 'aws_s3_bucket', 'google_compute_instance', 'aws_db_instance', 'azurerm_subnet'])}.{draw(r, 'name')}"),), """
1 terraform state show {x} => @info
1 terraform state rm {x} => forget {s}; remove {s} from the state; take {s} out of the state, don't destroy; state rm {s}
1 terraform destroy -target={x} => destroy only {s}; destroy {s} and nothing else; tear down just {s}
1 terraform apply -target={x} => apply only {s}; apply changes for {s} alone; target {s} in an apply
1 terraform apply -replace={x} => replace {s}; recreate {s}; force a new {s}, replace on apply
1 terraform plan -target={x} => plan only {s}; what would change for {s}, plan; plan limited to {s}
""", header=0.0, counts=(2, 3, 4, 5, 6)),
    Sheet("atq", "job", "jobs", (K("", digits(2, 400)), P("", lambda r: f"{datetime.date(2026, 3, d := r.randint(1, 28)):%a} Mar {d:2} {clock(r)}:00 2026 a"), O("", person)), """
atrm {x} => @delete; cancel {s}; withdraw {s}
1 at -c {x} => show what {s} would run; content of {s}; which commands are in {s}; print {s}
""", header=0.0, gap=2, counts=(2, 3, 4, 5)),
    Sheet("crictl ps -a", "container", "containers", (K("CONTAINER", lambda r: hexes(r, 13)), P("IMAGE", lambda r: hexes(r, 13)), P("CREATED", ago), S("STATE", "Running:running|up;!Exited:exited|dead|stopped:the one that exited|the one that died;Created:created only"), P("NAME", workload), P("ATTEMPT", digits(0, 30)), P("POD ID", lambda r: hexes(r, 13))), """
1 crictl logs {x} => @logs
1 crictl inspect {x} => @info
crictl rm {x} => @delete
crictl stop {x} => @stop
1 crictl exec -it {x} sh => @shell
"""),
    Sheet("snap list", "snap", "snaps", (K("Name", of("package")), P("Version", lambda r: f"{r.randint(1, 9)}.{r.randint(0, 30)}"), P("Rev", digits(10, 9000)), P("Tracking", pick("latest/stable|latest/edge")), O("Publisher", pick("canonical✓|mozilla✓|snapcrafters|kde✓")), P("Notes", pick("-|classic"))), """
sudo snap remove {x} => @delete; uninstall {s}
sudo snap refresh {x} => update {s}; refresh {s}; get the newest {s}
1 sudo snap revert {x} => go back to the previous version of {s}; revert {s}; undo the update of {s}
1 snap info {x} => @info
sudo snap disable {x} => disable {s}; switch {s} off without uninstalling
""", gap=2, counts=(2, 3, 4, 5, 6)),
]


add(TABLES)
