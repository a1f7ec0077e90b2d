"""Examples: one turn, or several where later ones build on the first."""

import dataclasses
import random
import re
from dataclasses import dataclass

from . import compose, phrases, systems, values
from .wording import reworded
from .intents import RISING, SLOT, FollowUp, Intent, Slot, draw, fill, names_in

# How people ask for the same with another value, by kind of slot; `{}` is the value.
INSTEAD = {
    ("dir", "folder"): "now in {}|in {} instead|and in {}?|same for {}|now for {}|do the same in {}|what about {}|and {}|for {} instead|and under {}",
    ("file", "path"): "now for {}|same for {}|and {}|do that for {} too|for {} instead|and now {}|what about {}",
    ("user",): "for user {} instead|and for {}|same for {}|now for {}|and {}?|what about {}",
    ("service",): "same for {}|now {}|and {}|do that for {} too|and for {}|now do {}",
    ("port",): "and port {}|for port {} instead|same for {}|what about {}?|no, port {}|now port {}",
    ("size", "memory"): "make it {}|no, {}|with {} instead|{} instead|what about {}",
    ("days", "hours", "minutes", "seconds"): "make it {}|no, {}|{} instead|with {} instead|for {} instead",
    ("n", "count"): "make it {}|no, {}|{} instead|now {}|show {} instead",
    ("ext",): "now for {} files|and {} files|same for {}|only {} files instead|{} files instead",
    ("container", "pod", "image", "deployment", "node", "volume", "network", "release", "job", "statefulset", "session", "configmap", "secret"): "same for {}|now {}|and {}|for {} instead|do that for {} too|and for {}|what about {}",
    ("namespace",): "in namespace {}|now in the {} namespace|same in {}|in {} instead|and in namespace {}",
    ("branch",): "and {}|for {} instead|now {}|on {} instead|same for branch {}",
    ("package", "tool", "pypkg", "npmpkg"): "and {}|also {}|same for {}|now {}|do that for {} too|and {} as well",
    ("host", "domain", "ip", "url"): "and {}|same for {}|now {}|for {} instead|what about {}|try {}",
    ("proc",): "and {}|same for {}|now {}|what about {}|for {} instead",
    ("gpu",): "and {}|for {} instead|same for {}|now {}|on {} instead|only {}",
    ("pid", "jobid", "commit", "partition", "disk", "part", "iface", "module", "group", "remote", "tag", "label", "env", "table", "db", "mount", "date", "time"): "and {}|same for {}|now {}|for {} instead|what about {}|with {} instead",
    ("ngpu",): "{} instead|with {}|now on {}|make it {}|{} will do|no, {}|{}, sorry|let it have {}",
    ("gpus",): "on {} instead|use {}|now {}|only {}|no, {}|take {}|{}, not those",
    ("watts", "mhz", "percent"): "make it {}|no, {}|{} instead|{} is enough|better {}|with {}",
    ("col",): "{} instead|now {}|no, {}|and {}?|same for {}|I meant {}",
    ("line",): "line {} instead|no, line {}|now line {}|and line {}?|I meant line {}",
    ("mode",): "{} instead|make it {}|no, {}|better {}|rather {}|{} will do",
    ("version",): "{} instead|version {} rather|no, {}|make it {}|with {}|and {}?",
    ("email", "repo", "subnet"): "{} instead|no, {}|I meant {}|it is {}|now {}|wrong one, {}",
    ("tz", "signal", "shellname", "glob", "key"): "{} instead|now {}|no, {}|with {}|and {}?|make it {}",
    ("choice",): "{} instead|now {}|no, {}|{} this time|{} rather|what about {}|the same with {}|make it {}|{}, sorry|{}, please|with {} then|hm, {}",
    ("pattern", "word", "name"): "now {}|and {}|for {} instead|same for {}|with {} instead",
}
ANY_INSTEAD = "not {old} but {}|not {old}, {}|I meant {}|i meant {}, not {old}|{} rather than {old}|same thing but {}|same command, but {}|again, with {}|repeat that for {}|replace {old} with {}|change {old} to {}|switch to {}|use {}|use {} instead of {old}|oh wait, {}|actually {}|sorry, {}|wrong one, it is {}|no I mean {}|once more for {}|likewise for {}|ditto for {}|try {} instead|the same with {}|{}, not {old}|let's take {} instead|with {}|one more, this time {}|and now the same thing for {}|do it for {}|exactly that for {}|it should be {}|should have been {}|{} please|and what if it is {}|how about {}|{}, sorry|{}, my mistake|typo: {}|{} of course|I wrote {old}, should be {}|{} is the right one|{}!|{} then|I said {old} but need {}|not {old}: {}|meant {}|hm no, {}|{} is what I need|{old} was wrong, {}|correction: {}|everything as before, just {}|nope, {}|rather {}|{old} is not it, {} is|keep the rest, but {}".split("|")
AGAIN = ["actually, {}", "actually {}", "wait, {}", "no wait, {}", "good, {}", "ok, {}", "ok now {}", "perfect. {}", "great, now {}", "oops, {}", "sorry, {}", "thanks, {}", "hmm, {}", "now {}", "and {}", "but {}", "same but {}", "the same but {}", "same thing, {}", "again but {}", "{} this time", "{} as well", "{} too", "make it so: {}", "that again, {}", "change that: {}", "almost. {}", "nice, {}", "can you {}", "could we have it {}", "I want it {}", "rather {}", "{} instead", "please {}", "and please {}", "let me have that {}"]
WITHOUT_IT = "without that again|no, as it was before|back to the one before|drop that last bit again|not that, the one before was fine|the plain version again|leave that part off after all|that was too much, the previous one|no, the way it was|take that last part off again|hm, better without|forget that addition|remove that last bit|undo that last change|the previous version please|everything again, like before".split("|")
CHAINED = 2  # how much more often a follow-up is drawn that has some of its own
INSTEAD_OF = {kind: options.split("|") for kinds, options in INSTEAD.items() for kind in kinds}


# What may be added to a command whatever its intent: ("what it fits", "what it must not hold", "what is replaced", "by what", "how people say it").
# `fits` is looked for at the start; a slot of the replacement is drawn, and `{}` is its value.
PIECED = r"[|;&<>`]|\$\("
KUBECTL = r"kubectl (?!config|cluster|version|api|explain|completion|drain|cordon|uncordon|taint|auth|krew|\w+ (?:nodes?|namespaces?|ns|pv|storageclass\w*|sc|crds?|ingressclass\w*|priorityclass\w*|clusterrole\w*)\b)"
JOURNAL = r"(?:sudo )?journalctl (?!--(?:list|disk|vacuum|rotate|flush|verify|update|field)|-[FN]\b)"
FIND = r"(?:sudo )?find (?:\S+ )-(?!.* (?:-o|-quit|-prune) )"
FIND_END = r"^((?:sudo )?find .*?)(?= -(?:exec|ok|print|printf|print0|delete|ls)\b| 2>| \||$)"
MORE = [
    (KUBECTL, r" -n |--namespace| -A\b|--all-namespaces|&&|;|\$\(|\{(?:kind|namespace)", r"^(kubectl .*?)(?= -- | \| | > | &|$)", r"\1 -n {namespace}", "in namespace {}|it lives in {}|not found, it's in {}|{} is the namespace|-n {}|the one in {}, I mean"),
    (r"kubectl (?!config|completion)", r"--context|&&|;|\$\(", r"^kubectl ", "kubectl --context {context} ", "on the cluster {}|with the context {}|the other cluster, {}|but in context {}"),
    (r"ssh (?!-\S*[Vv])", r" -p | -W ", r"^ssh ", "ssh -p {port} ", "port {}|its sshd is on {}|it listens on {}, not 22|connection refused, port {} then"),
    (r"ssh ", r" -J |ProxyJump", r"^ssh ", "ssh -J {host} ", "through the jump host {}|by way of {}|only reachable over {}|hop over {}|{} is in between"),
    (r"scp ", r" -P ", r"^scp ", "scp -P {port} ", "port {}|ssh is on {} there|it listens on {}, not 22"),
    (r"scp ", r" -J |ProxyJump", r"^scp ", "scp -J {host} ", "through the jump host {}|over the bastion {}|{} is in between"),
    (r"curl ", r" -\w*k\b|--insecure|http:|localhost|ifconfig", r"^curl ", "curl -k ", "the certificate is self-signed|ignore the certificate|ssl complains, never mind|don't check the certificate"),
    (r"curl ", r" -\w*L|--location", r"^curl ", "curl -L ", "it redirects|go where it sends you|and follow redirects"),
    (r"curl ", r" -\w*s\b| -s\w*|--silent", r"^curl ", "curl -s ", "without the progress|quiet|no meter, please"),
    (r"curl ", r" -m |--max-time", r"^curl ", "curl -m {seconds} ", "give up after {}|{} at most|no longer than {}"),
    (r"curl ", r" -u | -H |-X|--user", r"^curl ", "curl -u {user} ", "it wants a login, {}|log in as {} there|401, my user is {}"),
    (r"wget ", r" -c|--continue| -\w*[OrmSb]|--spider|--mirror|--no-check", r"^wget ", "wget -c ", "it broke off, go on|resume|continue where it stopped"),
    (r"wget ", r" -\w*q", r"^wget ", "wget -q ", "quiet|without a word|no output"),
    (r"git (?!clone|init|config --global|-|lfs install|\w+ .*\{(?:file|path|dir|folder)|--version|version)", PIECED + r"| -C ", r"^git ", "git -C {folder} ", "for the repo in {}|but over in {}|not here, in {}|the repository is {}|do that in {}"),
    (r"(?:sudo )?systemctl (?:start|stop|restart|status|enable|disable|cat|is-active|is-enabled|reload|mask|unmask|list-|--failed|edit)", PIECED + "|--user|-H ", r"^(?:sudo )?systemctl ", "systemctl --user ", "my own one, not the system's|it's a user service|for my user|the user unit"),
    (r"journalctl -u ", "--user|sudo", r"^journalctl -u ", "journalctl --user -u ", "it's a user unit|my user's one|the user service, not the system's"),
    (JOURNAL, r" -\w*n |--lines| -\w*f\b|[|]", r"journalctl ", "journalctl -n {n} ", "only the last {}|{} lines will do|last {}, not all"),
    (JOURNAL, r" -p |--priority", r"journalctl ", "journalctl -p err ", "errors only|only what's bad|just the errors"),
    (JOURNAL, r" -\w*r\b| -\w*f\b|[|]|--reverse", r"journalctl ", "journalctl -r ", "newest on top|latest first|backwards in time"),
    (JOURNAL, r" -\w*f\b|--until|-b -|[|]| -\w*r\b", r"journalctl ", "journalctl -f ", "and stay with it|live|keep following"),
    (JOURNAL, r"--no-pager|[|>]| -\w*f\b", r"journalctl ", "journalctl --no-pager ", "without the pager|don't page it|no less, print it"),
    (r"(?:psql|pg_dump|pg_restore|createdb|dropdb|pg_isready|vacuumdb|reindexdb) ", r" -h |--host", r"^(\w+) ", r"\1 -h {host} ", "the server is {}|it isn't local, {}|it runs on {}|on the host {}"),
    (r"(?:psql|pg_dump|pg_restore|createdb|dropdb|vacuumdb|reindexdb) ", r" -U |--username", r"^(\w+) ", r"\1 -U {user} ", "log in as {}|with the role {}|as {}|my role there is {}"),
    (r"sudo (?:mysql|mysqldump) ", r" -u ", r"^sudo (\w+) ", r"\1 -u {user} -p ", "as {}, not root|log in as {}|with the account {} and its password"),
    (r"redis-cli ", r" -h |[|;&]", r"^redis-cli ", "redis-cli -h {host} ", "the redis on {}|not here, on {}|it runs on {}"),
    (r"redis-cli ", r" -p |[|;&]", r"^redis-cli ", "redis-cli -p {port} ", "it's on port {}|port {}|it listens on {}"),
    (r"aws ", r"--profile|[|;&]", r"$", " --profile {name}", "with the profile {}|profile {}|the other account, profile {}"),
    (r"(?:squeue|sinfo|sbatch|srun|salloc)\b", r" -p |--partition| -j|--help", r"^(\w+)", r"\1 -p {partition}", "partition {}|in the partition {}|{}, that's the partition|on the {} partition"),
    (r"squeue\b|sacct\b", r" -u |--me| -j|--user", r"^(\w+)", r"\1 -u {user}", "only {}'s jobs|just those of {}|{}'s, not everybody's"),
    (r"(?:sbatch|srun|salloc) ", r"gres|gpu", r"^(\w+)", r"\1 --gres=gpu:{ngpu}", "with {}|it needs {}|give it {}"),
    (r"(?:sbatch|salloc) ", r" -t |--time", r"^(\w+)", r"\1 -t {hours}:00:00", "limit of {}|no longer than {}|{} must do"),
    (r"(?:sbatch|srun|salloc) ", r"--mem", r"^(\w+)", r"\1 --mem={memory}", "with {} of memory|{} of RAM|it needs {} of memory"),
    (r"(?:sbatch|srun|salloc|squeue) ", r" -w |--nodelist| -j", r"^(\w+)", r"\1 -w {node}", "on the node {}|only on {}|node {}"),
    (r"nvidia-smi(?! (?:dmon|pmon|nvlink|topo|mig|-L|-h))", PIECED + r"| -i |--id", r"^nvidia-smi", "nvidia-smi -i {gpu}", "only {}|just {}|for {} alone|{} is enough"),
    (r"rocm-smi\b", PIECED + r"| -d |--showtopo", r"^rocm-smi", "rocm-smi -d {gpu}", "only {}|just {}|for {} alone|{} is enough"),
    (r"python3 (?!-)", r"CUDA|[|;]", r"^", "CUDA_VISIBLE_DEVICES={gpu} ", "on {}|only {} for it|let it see {} only|on {}, the others are busy"),
    (r"(?:sudo )?(?:chmod|chown|chgrp) [^-].*\{(?:dir|folder)\}$", PIECED, r"(chmod|chown|chgrp) ", r"\1 -R ", "and everything below|recursively|all that's in it too|the whole tree"),
    (r"(?:sudo )?(?:chmod|chown|chgrp) ", PIECED + r"| -\w*[cv]\b", r"(chmod|chown|chgrp) ", r"\1 -c ", "tell me what changed|print the changes|say which ones you change"),
    (r"(?:sudo )?(?:cp|mv|rm|ln|mkdir|rmdir) ", PIECED + r"| -\w*v\w*\b", r"(cp|mv|rm|ln|mkdir|rmdir) ", r"\1 -v ", "say what you do|name each one|be verbose about it"),
    (r"(?:sudo )?(?:cp|mv) ", PIECED + r"| -\w*[inf]", r"(cp|mv) ", r"\1 -i ", "ask before you overwrite|with a question before overwriting|if something is there, ask"),
    (r"(?:sudo )?(?:cp|mv) ", PIECED + r"| -\w*[inf]", r"(cp|mv) ", r"\1 -n ", "don't overwrite anything|what's there stays|never over an existing one"),
    (r"sudo (?:apt|apt-get|dnf) (?:install|remove|purge|upgrade|full-upgrade|autoremove|reinstall|downgrade)\b", PIECED + r"| -y\b", r"^(sudo \S+ \S+)", r"\1 -y", "without asking|don't ask|yes to everything|no questions"),
    (r"rsync ", r" -\w*n\w* |--dry-run|[|;]", r"^rsync ", "rsync -n ", "dry run|only show what would happen|simulate it|pretend first"),
    (r"rsync ", r"--delete|[|;]|--remove-source", r"^rsync ", "rsync --delete ", "what's gone here shall go there too|and delete what's not here any more|mirror it, extras away"),
    (r"rsync .*\{folder|rsync .*/ ", r"--exclude|[|;]", r"^rsync ", "rsync --exclude={name} ", "without {}|leave {} out|all but {}"),
    (r"rsync ", r"--bwlimit|[|;]", r"^rsync ", "rsync --bwlimit={n}m ", "at {} MB/s at most|not faster than {} MB/s"),
    (r"docker run (?!.*--restart)", PIECED + "|--rm", r"^docker run ", "docker run --rm ", "throw it away afterwards|remove it when it's done|nothing shall be left of it"),
    (r"docker run ", PIECED + "|--name", r"^docker run ", "docker run --name {container} ", "call it {}|named {}|it should be called {}"),
    (r"docker run ", PIECED + "| -m |--memory", r"^docker run ", "docker run -m {memory} ", "{} of memory at most|not more than {} of RAM|limit it to {}"),
    (r"docker run ", PIECED + "|--net", r"^docker run ", "docker run --network {network} ", "on the network {}|it belongs into the network {}|join it to {}"),
    (r"docker run .*-d\b", PIECED + "|--restart|--rm", r"^docker run ", "docker run --restart unless-stopped ", "and after a reboot as well|it should come back after a reboot|survive reboots"),
    (r"docker compose (?!-|version|ls)", r"&&|;|\$\(", r"^docker compose ", "docker compose -f {file(yml)} ", "the file is {}|from {}, not the usual file|with {} instead of compose.yaml"),
    (r"git log(?! .*(?:--format|--pretty|--oneline|--graph|-p|-S|-G|-L))", PIECED, r"^git log", "git log --oneline", "shorter|one line each|just the subjects"),
    (r"git log\b", PIECED + r"| -n| -\d|--max-count", r"^git log", "git log -n {n}", "the last {}|{} of them|only {}, please"),
    (r"git log\b", PIECED + "|--author", r"^git log", "git log --author={user}", "only {}'s|by {}|what {} did"),
    (r"git log\b", PIECED + "|--since|--after", r"^git log", "git log --since={date}", "since {}|nothing before {}|from {} on"),
    (r"git diff(?! .*(?:--stat|--name|--short|--check|-w))", PIECED, r"^git diff", "git diff --stat", "only how much|shorter, numbers per file|a summary will do"),
    (r"git diff(?! .*(?:--stat|--name|--short|--check|-w))", PIECED, r"^git diff", "git diff -w", "blanks don't count|ignore white space|spaces aside"),
    (r"(?:sudo )?grep ", r"^(?:sudo )?grep(?: -\S+)* (?:-\w*i\w*|--ignore-case)|[|;]", r"grep ", "grep -i ", "case doesn't matter|upper or lower, both|capitals too"),
    (r"(?:sudo )?grep ", r"^(?:sudo )?grep(?: -\S+)* -\w*[nclLoqh]|[|;]", r"grep ", "grep -n ", "which lines|with line numbers|numbers in front"),
    (r"(?:sudo )?grep ", r"^(?:sudo )?grep(?: -\S+)* -\w*[wF]|[|;]|\\b", r"grep ", "grep -w ", "whole words|not inside other words|as a word"),
    (r"(?:sudo )?find .* -name ", " -o |-iname", " -name ", " -iname ", "capitals don't matter|whatever the case|upper or lower"),
    (FIND, r" -user | -group |[|;(]", FIND_END, r"\1 -user {user}", "owned by {}|only {}'s|belonging to {}"),
    (FIND, r" -size |-empty|-type [dl]|-xtype|[|;(]", FIND_END, r"\1 -size +{size}", "larger than {}|over {} only|and more than {}"),
    (FIND, r" -[amc]time| -[amc]min| -newer|-xtype|[|;(]", FIND_END, r"\1 -mtime -{days}", "changed in the last {}|no older than {}|and new, {} at most"),
    (FIND, r"-path|-prune|-maxdepth 1|[|;(]", FIND_END, r"\1 -not -path '*/{name}/*'", "skip {}|without the folder {}|not what's in {}"),
    (r"(?:df|du|free|uptime|ps|cat|tail|who|w|uname|hostname|nvidia-smi|docker ps|docker images|systemctl status|ss|ip)\b", r"['\"|;&<>$*~`]", r"^", "ssh {host} ", "on {}, not here|over on {}|run that on {}|and on the server {}|the same over there on {}"),
]


@dataclass
class Turn:
    request: str
    command: str
    template: str


@dataclass
class Example:
    system: str
    turns: list[Turn]
    domain: str
    context: str = ""


def template(command: str, slots: dict[str, Slot]) -> str:
    """The command with kinds in place of values: what is counted as one way to do something."""
    return fill(command, {n: values.Value("<" + ("choice" if s.kind.startswith("=") else s.kind) + ">", forms=AnyForm(s.kind)) for n, s in slots.items()}, None)


class AnyForm(dict):
    def __init__(self, kind: str):
        super().__init__()
        self.kind = kind

    def __missing__(self, key):
        return f"<{self.kind}>"


SENSELESS = re.compile(  # what cannot work, or nobody wants, with values and options that each are fine
    r"^curl(?!.*(?: -\w*[oOIXdFT]\b| --head|>|\| *(?!jq|less|grep|head|tail)\w)).*https?://\S+\.(?:zip|tar\.gz|iso|deb|pdf)\b"  # a binary onto the terminal
    r"|^tar -x\S* \S+ [~/]"  # members of an archive have relative paths
    r"|^find .*-xtype l\b.*(?: -(?:perm|readable|writable|executable)\b|(?:-exec|-ok|xargs(?: -\S+)*) (?!rm|ls|mv|echo|tar|stat|printf|readlink)\w)"  # nothing is behind a dangling link
    r"|^find (?=.*-type d\b)(?=.*-size )(?!.* -(?:o|or|prune)\b)"  # a folder's own size is nobody's question
    r"|^kubectl get \w+,\S+.* -w\b"  # watches one kind only
    r"|^curl (?=.* (?:-\w*k\w*|--insecure) ).*http://"
    r"|^xxd (?=.*-l ).*-s -"
    r"|^git show (?:\S+ )*[^\s:]+:[/~]"  # paths in a commit are relative
    r"|^ls (?=.* -\w*X\b).*\*\.\w+"  # files of one extension
    r"|^ls (?=.*\| (?:grep '\^d'|awk '[^']*\$[59]))(?:(?!.* -\w*[ln])|(?=.* -\w*[is]\b))"  # lines of another form
    r"|^(?:docker|podman) run (?=.* -p )(?=.*--network (?:host|none)\b)"
    r"|^ping .*-6 .*\b\d+\.\d+\.\d+\.\d+"
)
SYSTEM_WORDS = set("apt deb debs debian dpkg ppa systemctl systemd journalctl journal ip ss ufw free lsblk sed date stat nproc xdg useradd ls ps find grep".split())


def one_turn(intent: Intent, system: str, rng: random.Random) -> tuple[Turn, dict[str, values.Value]]:
    text = intent.on(system)
    for _ in range(8):
        drawn = draw(intent.slots, rng)
        written = fill(text, drawn, None)
        if (system in intent.variants or system in systems.working(written)) and not SENSELESS.search(written):
            break
    phrasings = intent.phrasings
    if text != intent.command:  # nobody asks for the programs of another system by name
        strange = set(re.findall(r"[a-z]{2,}", intent.command)) & SYSTEM_WORDS - set(re.findall(r"[a-z]{2,}", text))
        strange |= {"deb", "debs", "debian", "ii", "rc"} if strange & {"apt", "dpkg"} else set()
        phrasings = [p for p in phrasings if not strange & set(re.findall(r"[a-z]{2,}", p.lower()))] or phrasings
    request = fill(reworded(phrases.say(rng.choice(phrasings), rng), rng), drawn, rng)
    return Turn(request, fill(text, drawn, None), template(text, intent.slots)), drawn


WORDS = {"pattern", "word", "name", "key"}  # might as well be a file's name
PATHS = {"dir", "folder", "newdir", "file", "path", "outfile"}
ADDRESSES = {"host", "domain", "ip", "url"}
NAMES = {"name", "word", "pattern", "user", "group", "container", "pod", "service", "proc", "image", "deployment", "volume", "network", "db", "table", "branch", "tag", "remote", "package", "tool", "session", "namespace", "node", "partition", "label", "job", "release", "statefulset", "configmap", "secret", "module", "env", "key", "ksvc"}
NUMBERS = {"n", "count", "num", "port", "pid", "jobid", "line"}


MEASURES = {"seconds", "minutes", "hours", "days", "size", "memory", "col", "gpu", "gpus", "ngpu", "percent", "watts", "mhz", "mode", "version"}


def alike(kind: str, other: str) -> bool:
    """A value alone would not tell which of the two is meant."""
    if "=" in (kind[0], other[0]):
        return kind[0] == other[0] or bool({kind, other} & (NAMES | NUMBERS | MEASURES))
    return kind == other or any(kind in them and other in them for them in (PATHS, ADDRESSES, NAMES, NUMBERS))


MANY_IN_ONE = "git docker podman kubectl helm systemctl apt dnf pacman pip npm conda gh aws gcloud ip nmcli redis-cli cargo snap flatpak terraform".split()


def program(command: str) -> list[str]:
    """What a command runs: its first word, and the second where that is no option."""
    words = re.sub(r"^(?:sudo |timeout \S+ |time |nohup |nice -n \S+ |watch -n \S+ '?)+", "", command).split()
    return words[:2] if words[0] in MANY_IN_ONE else words[:1]


MANNER = re.compile(r"(?:with|without|in|as|by|on|for|from|to|at|only|just|sorted|over|via|using|until|since|after|before|every|under|inside|per|newest|oldest|biggest|smallest|largest|recursively|verbosely|quietly|backwards)\b")
BEFORE = [way for way in AGAIN if way.startswith(("actually", "wait", "no wait", "good", "ok", "perfect", "great", "oops", "sorry", "thanks", "hmm", "now", "and {", "almost", "nice"))]


def again(request: str, rng: random.Random) -> str:
    """A later turn as people attach it to the one before."""
    if rng.random() > 0.3 or re.match(r"(?:wrong|oops|no\b|nope|ugh|never mind|wait|sorry|undo|that was|take that|hm|yes|ok\b|still|too )", request) or re.search(r"\b(?:sorry|mistake|didn't|doesn't|did not|does not|helped|i meant|after all|typo)\b", request, re.I):
        return request
    if re.match(r"(?:without|only|just|not|no)\b", request):
        return rng.choice(BEFORE + ["same but {}", "same thing, {}", "{} this time"]).replace("{}", request)
    return rng.choice(AGAIN if MANNER.match(request) else BEFORE).replace("{}", re.sub(r"^(?:(?:and|but|now|ok|actually|please|nice|good|great|perfect|sorry|thanks|wait),? )+", "", request))


def finish(turn: Turn, drawn: dict[str, values.Value], rng: random.Random, polite: bool = True) -> Turn:
    kept = [turn.command, *(s for v in drawn.values() for s in (v.written, *v.said))]
    return Turn(phrases.register(turn.request, kept, rng, polite), turn.command, turn.template)


def fitting(intent: Intent) -> list[str]:
    """The systems to draw from: what is written for one works there; the usual command has to be looked at."""
    if not intent.systems:
        usual = systems.working(template(intent.command, intent.slots))
        intent.systems = [s for s in systems.SYSTEMS if s in intent.variants or s in usual]
    return intent.systems


def composed(intent: Intent, turn: Turn, drawn, system: str, rng: random.Random) -> tuple[Turn, dict[str, values.Value]]:
    options = compose.applicable(intent, turn.command, False, system)
    if not options:
        return turn, drawn
    chosen = rng.choice(options)
    more = compose.draw(chosen, rng)
    ways = [w for w in chosen.said if not re.search(r"\bto \{\}", w) or turn.request.split()[0].lower() in phrases.IMPERATIVES]
    request = compose.spoken(rng.choice(ways), turn.request, more, rng)
    shown = {n: values.Value(f"<{k}>") for n, k in chosen.slots.items()}
    made = Turn(request, chosen.write(turn.command, more), chosen.write(turn.template, shown))
    return made, {**drawn, **{"with " + n: v for n, v in more.items()}}


def single(intent: Intent, rng: random.Random, composition: float = 0.18) -> Example:
    system = rng.choice(fitting(intent))
    turn, drawn = one_turn(intent, system, rng)
    if rng.random() < composition:
        turn, drawn = composed(intent, turn, drawn, system, rng)
    return example(system, [finish(turn, drawn, rng)], intent.domain, rng)


def example(system: str, turns: list[Turn], domain: str, rng: random.Random, context: str = "") -> Example:
    return Example(systems.text(system, [t.command for t in turns], rng), turns, domain, context)


@dataclass
class State:
    """What a conversation is at: an intent's command or a follow-up's, its values, and what was put on top of it."""

    intent: Intent
    command: str
    slots: dict[str, Slot]
    drawn: dict[str, values.Value]
    pipeline: tuple = ()
    ahead: tuple[FollowUp, ...] = ()  # what may come next
    known: frozenset[str] = frozenset()  # the slots that were in a command
    added: tuple[str, ...] = ()  # the options of MORE
    before: "State | None" = None  # where what was asked last can be taken back

    def written(self) -> str:
        text = fill(self.command, self.drawn, None)
        for operator, more in self.pipeline:
            text = operator.write(text, more)
        return text

    def shape(self) -> str:
        text = template(self.command, self.slots)
        for operator, _ in self.pipeline:
            text = operator.write(text, {n: values.Value(f"<{k}>") for n, k in operator.slots.items()})
        return text

    def stands(self) -> bool:
        """Whether all that was put on top still fits, one after the other."""
        text = fill(self.command, self.drawn, None)
        for operator, more in self.pipeline:
            if not operator.fits(text):
                return False
            text = operator.write(text, more)
        return not SENSELESS.search(text)


def followed(state: State, system: str, rng: random.Random) -> tuple[str, State] | None:
    """One of the intent's follow-ups, or of those to the last: they say what comes after the usual command, with nothing on top."""
    if not state.ahead or state.pipeline or system in state.intent.variants:
        return None
    follow = rng.choices(state.ahead, [CHAINED if f.then else 1 for f in state.ahead])[0]
    slots = {**state.slots, **follow.slots}
    kept = {n: v for n, v in state.drawn.items() if n not in names_in(follow.phrasing, follow.slots) or n in state.known}
    drawn = draw(follow.slots, rng, kept)
    request = again(fill(reworded(phrases.say(follow.phrasing, rng), rng), drawn, rng), rng)
    return request, dataclasses.replace(state, command=follow.command, slots=slots, drawn=drawn, ahead=tuple(follow.then), known=state.known | names_in(follow.command, slots), before=None)


def revalued(state: State, rng: random.Random) -> tuple[str, State] | None:
    """The same with another value."""
    names = names_in(state.command, state.slots)
    changeable = sorted(n for n in names if state.slots[n].kind[0] == "=" or state.slots[n].kind in INSTEAD_OF)
    if not changeable:
        return None
    name = rng.choice(changeable)
    slot, old = state.slots[name], state.drawn[name]
    if slot.kind in RISING and any(state.slots[other].kind == slot.kind for other in names - {name}):
        return None  # the second of two lies behind the first
    fresh = next((v for v in (values.draw(rng, slot.kind, slot.argument) for _ in range(20)) if v.written != old.written), None)
    if fresh is None:  # nothing else to choose
        return None
    ways = INSTEAD_OF["choice" if slot.kind[0] == "=" else slot.kind] if rng.random() < 0.6 else ANY_INSTEAD
    if any(alike(slot.kind, state.slots[other].kind) or slot.kind in WORDS and state.slots[other].kind in PATHS or slot.kind in PATHS and "/" in state.drawn[other].written and state.slots[other].kind.startswith("=") for other in names - {name}):
        ways = [way for way in ANY_INSTEAD if "{old}" in way]
    if slot.kind == "port" and ways is ANY_INSTEAD:  # a bare number says little
        ways = [way if "{old}" in way else way.replace("{}", "port {}") for way in ways]
    request = rng.choice(ways).replace("{old}", old.say(rng)).replace("{}", fresh.say(rng))
    return request, dataclasses.replace(state, drawn={**state.drawn, name: fresh}, before=None)


def operated(state: State, system: str, rng: random.Random) -> tuple[str, State] | None:
    """Something on top: its marks say nothing of another program that a follow-up runs."""
    current = state.written()
    if program(state.command) != program(state.intent.on(system)):
        return None
    operators = compose.applicable(state.intent, current, True, system)
    operators = [o for o in operators if all(o.name != done.name for done, _ in state.pipeline)]
    if not operators:
        return None
    chosen = rng.choice(operators)
    more = compose.draw(chosen, rng)
    request = again(compose.spoken(rng.choice(chosen.asked), "", more, rng), rng)
    drawn = {**state.drawn, **{f"with {chosen.name} {n}": v for n, v in more.items()}}
    return request, dataclasses.replace(state, drawn=drawn, pipeline=(*state.pipeline, (chosen, more)), before=state)


def extended(state: State, rng: random.Random) -> tuple[str, State] | None:
    """With an option more, of those that do whatever the intent is."""
    if state.pipeline:
        return None
    text = state.written()
    fitting = [row for row in MORE if re.match(row[0], state.command) and not re.search(row[1], f"{state.command}\n{text}") and row[3] not in state.added]
    if not fitting:
        return None
    _, _, replaced, by, ways = row = rng.choice(fitting)
    slots, drawn, said = dict(state.slots), dict(state.drawn), ""
    if match := SLOT.search(by):
        name = next(f"{match.group(1)}{i}" for i in range(91, 99) if f"{match.group(1)}{i}" not in slots)
        slots[name] = Slot(name, match.group(1), match.group(3))
        drawn = draw({name: slots[name]}, rng, drawn)
        by, said = by.replace(match.group(), "{" + name + "}"), drawn[name].say(rng)
    request = again(rng.choice(ways.split("|")).replace("{}", said), rng)
    command = re.sub(replaced, by, state.command, count=1)
    return request, dataclasses.replace(state, command=command, slots=slots, drawn=drawn, ahead=(), added=(*state.added, row[3]), before=state)


def withdrawn(state: State, rng: random.Random) -> tuple[str, State] | None:
    """Without what was put on top last."""
    return (rng.choice(WITHOUT_IT), state.before) if state.before else None


def begun(intent: Intent, system: str, rng: random.Random) -> tuple[Turn, State]:
    turn, drawn = one_turn(intent, system, rng)
    return turn, State(intent, intent.on(system), dict(intent.slots), drawn, ahead=tuple(intent.follow_ups), known=frozenset(names_in(intent.on(system), intent.slots)))


def session(intent: Intent, others: list[Intent], rng: random.Random) -> Example:
    """A first turn and one to three more: refined, repeated elsewhere, or something new."""
    system = rng.choice(fitting(intent))
    turn, state = begun(intent, system, rng)
    turns = [finish(turn, state.drawn, rng)]
    left, chained = rng.choice([1, 1, 1, 2, 2, 3]), False
    while left > 0 or chained and rng.random() < 0.6:
        left, chance = left - 1, rng.random()
        following = followed(state, system, rng) if chance < (0.75 if chained else 0.42) else None
        following = following or (withdrawn(state, rng) if chance < 0.5 else None)
        following = following or (extended(state, rng) if 0.3 < chance < 0.6 else None)
        following = following or (revalued(state, rng) if chance < 0.72 else None)
        following = following or (operated(state, system, rng) if chance < 0.9 else None)
        if following and following[1].stands() and following[1].written() != state.written() and system in systems.working(following[1].shape()):
            polite, (request, state) = following[1].shape() != state.shape() and following[0] not in WITHOUT_IT, following  # nobody asks how to correct a value
            chained = state.command != state.intent.on(system) and bool(state.ahead) and len(turns) < 4
            turns.append(finish(Turn(request, state.written(), state.shape()), state.drawn, rng, polite))
            continue
        fresh = rng.choice(others)
        if system in fitting(fresh):
            (turn, state), chained = begun(fresh, system, rng), False
            turns.append(finish(turn, state.drawn, rng))
    return example(system, turns, intent.domain, rng)
