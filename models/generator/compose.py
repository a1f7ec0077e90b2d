"""What people ask for on top of a plain intent: count, first few, sorted, filtered, saved, watched, timed.

An operator says what it makes of a command and which commands it makes sense for; how it is said stands in `operators.txt`.
"""

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Callable

from . import values
from .intents import Intent

Draw = dict[str, values.Value]


@dataclass(frozen=True)
class Operator:
    """`said` is put around a request, `asked` is a follow-up turn of its own; both hold the slots of `slots`."""

    name: str
    marks: frozenset[str]
    slots: dict[str, str]
    said: tuple[str, ...]
    asked: tuple[str, ...]
    write: Callable[[str, Draw], str]
    fits: Callable[[str], bool]


def bare(command: str) -> str:
    return re.sub(r"'[^']*'|\"[^\"]*\"|\\.", "", command)


def plain(command: str) -> bool:
    """No pipe, list or redirection yet."""
    return not re.search(r"[|;&><]|<<", bare(command))


def pipe_ends(command: str) -> bool:
    """Something may still be piped after it: no limit, count or redirection yet, and it comes to an end."""
    return not re.search(r"\| *(wc|head|tail|tee|less)|[;&>]|\bwc\b|grep -\w*c|^(?:sudo )?(?:time|watch) ", bare(command).replace("2>/dev/null", "")) and not any(p.search(command) for p in (ENDLESS, TO_STDERR, SILENT))


INTO_FILE = re.compile(r"^(?:sudo )?(?:curl|wget|amd-smi|nvidia-smi|tcpdump|sort|gpg|openssl|nsys|ncu|rocprof\S*|git (?:archive|bundle))\b.* (?:-o|-O|-w|-out|--output|--file)[ =]\S")


SILENT = re.compile(r"^(?:sudo )?(?:history -c|(?:rm|mv|cp|touch|mkdir|rmdir|chmod|chown|chgrp|kill|pkill|truncate|shred)\b(?!.* (?:-\w*[vce]|--verbose)\b))|^(?:sudo )?find .*(?: -delete\b|-exec (?:rm|mv|cp|chmod|chown|touch)\b)")  # prints nothing

TO_STDERR = re.compile(r"^(?:sudo )?(?:nginx -[vVt]|nc \S*-\w*z|fuser -\w*v|java -version|apachectl configtest)")  # a pipe or `>` gets nothing of what they say


def whole(command: str) -> bool:
    """What it prints can be sent somewhere by what is written after it."""
    text = bare(command)
    if any(p.search(command) for p in (INTO_FILE, TO_STDERR, SILENT)):
        return False
    return ">" not in text.replace("2>/dev/null", "") and not re.search(r"&|;(?!.*\b(?:done|fi)$)|\| less|\bwatch\b|^time ", text)


ENDLESS = re.compile(
    r"\b(?:serve|http\.server|(?:ip|redis-cli|event) monitor|dmon|pmon|subscribe|--stat|--latency|radeontop|nvtop|htop|php -S|gpustat -i|mtr|tcpdump|daemon|console-consumer\S*)\b"
    r"|\btail -\S*[fF]|\b(?:journalctl|logs|tail)\b.* (?:-\w*f\b|--follow)|\bdmesg -\w*w|while (?:true|:)|\buntil\b| -w$|nvidia-smi .*(?:-l|-lms|--loop\S*) |amd-smi .* -w |\btop\b(?! -\w*b)|\bping (?!.*-c )|\bwatch\b"
)
INTERACTIVE = re.compile(r" -it\b|\b(?:vi|vim|nano|less|more|visudo|read|passwd|mysql -u|psql -U|ssh-keygen)\b|^(?:sudo )?ssh [^']*$|\b(?:edit|shell)\b")
STACKED = re.compile(r"^(?:sudo )?(?:\w+=\S* )*(?:time|timeout|nohup|nice|watch|/usr/bin/time)\b|&$")
HEADED = re.compile(  # the first line says what the columns are
    r"^(?:sudo )?(?:kubectl (?:get|top) (?!.*(?:-o ?(?:name|json|yaml|custom)|--no-headers))|docker (?:ps|images|volume ls|network ls|container ls)(?!.*(?:-q\b|--format '\{\{))|(?:squeue|sinfo|sacct)\b(?!.* (?:-h|-n)\b)|"
    r"ps\b(?!.*(?: -?o \S*=|--no-headers|\|))|df\b(?!.*\|)|lsof\b(?!.* -t)|lsblk\b(?!.* -\w*n)|findmnt|ss\b(?!.* -\w*H)|netstat|lsmod|nmcli (?:device|con)|apt list|snap list|ollama|swapon|pvs|vgs|lvs|nvidia-smi .*csv$)"
)
UNCOUNTED = re.compile(  # not one line for each thing, or lines of another kind among them
    r"^(?:sudo )?(?:ifconfig|rocminfo|clinfo|amd-smi|rocm-smi|dmidecode|iptables|ufw|git (?:show\b|config --list --show-origin|diff(?!.*--name|.*--stat)|status(?!.*-s)|log(?!.*(?:--oneline|--format|--pretty)))|modinfo|systemctl (?:show|list-dependencies)|systemd-analyze|timedatectl|chronyc|diff\b|lastb?\b|lastlog|w\b|w -|"
    r"pip list|pacman -Ss|conda|man\b|apt (?:show|depends|rdepends|search)|apt-cache|nvcc|ncu|head|tail|shuf|seq|echo|ls -\w*[lC]|tcpdump|sqlite3|psql|mysql|loginctl|sinfo -N|sprio|ibstat|iblinkinfo|rdma|lspci -\w*v|lsusb -\w*v|tree|rvs|roc-obj|sacctmgr|kill -l|finger|id\b|groups|fuser|alias|shopt|tar .*-d|npm|pm2|mongo|redis-cli client|kafka|gcloud|aws|gpg|gh\b|helm|top\b|mpirun|for\b)|journalctl .*-o"
)
RECORDS = re.compile(  # several lines for each thing: so many lines are not so many things
    r"^(?:sudo )?(?:gpg|ifconfig|ip (?:addr|link|-s)|rocminfo|clinfo|amd-smi|rocm-smi|dmidecode|lshw|ibstat|git (?:show\b|log(?!.*(?:--oneline|--format|--pretty)))|(?:apt|apt-cache|pip|npm|dnf|snap) (?:show|info|search)|modinfo|loginctl|timedatectl|systemctl (?:show|status)|lspci -\w*v|lsusb -\w*v|mdadm|nvidia-smi(?! .*(?:--query|-L|dmon|pmon))|zpool status|nmcli device show)\b"
)
ORDERED = re.compile(r"^(?:sudo )?(?:ls|git log|git reflog|git show|git diff|git blame|git status|history|journalctl|dmesg|lastb?|tail|head|crontab|diff|tree|seq|ps|top|w|echo|man|nl|tac|sed|zcat|systemctl list-(?:dep|tim)|systemctl show|apt list|tar|unzip|iptables|ip6tables|ufw|timedatectl|amd-smi|rocminfo|ifconfig|gpg|for|kill)\b|--sort|\bsort\b|-t \| ")
VALUES = re.compile(r"^(?:sudo )?(?:awk|cut|grep -\w*[oh]|sed|cat|tr|jq|strings|zcat)\b")
FILES = re.compile(r"^(?:sudo )?(?:find|grep|zgrep|du|ls|lsof|tree|cat|head|tail|wc|stat|file|rg|locate)\b")
# Nothing that more rights would change: the shell itself, tools with their own accounts, what everybody may see.
OWN = re.compile(
    r"^(?:sudo|cd|echo|export|alias|set|shopt|type|history|jobs|dirs|hash|ulimit|module|ml|bind|compgen|time|printf|seq|cal|ncal|date|free|df|vmstat|sensors|lsmod|modinfo|readlink|fi_info|lsblk|findmnt|mount|pgrep|timedatectl|hostname|systemd-analyze|systemctl (?:status|list|show|cat|is)|top|whoami|who|w|id|groups|uptime|uname|man|apropos|whatis|env|printenv|pwd|bash|help|read|nproc|lscpu|arch|kill|"
    r"git|gh|kubectl|helm|terraform|aws|az|gcloud|ansible\S*|brew|pip|npm|npx|conda|curl|wget|dig|host|nslookup|whois|ping|traceroute|ssh|scp|tmux|screen|psql|mysql\S*|mongosh|redis-cli|sqlite3|pg_\S+|squeue|sinfo|sacct\w*|seff|sprio|sshare|sstat|srun|nvcc|hipcc|hipconfig|"
    r"python3?|php|node|go|cargo|cmake|make|ldd|nm|file|base64|rev|fold|shuf|tr|sort|cut|paste|join|comm|awk|column|jq|xxd|od|ffprobe|identify|influx|clickhouse-client|ompi_info|ucx_info|nccl\S*|pstree|finger|locate|redis-benchmark|kafka\S*|nodetool|shellcheck|ruff|podman|ollama|rg|expand|pr|fmt|nl|tac|xargs|speedtest\S*|mpi\w+|nsys|ncu|rocprof\S*|sb|\[|for|while|until|\{|\(|\.|~|[A-Z_]+=)(?![\w-])"
)
REMOTE = re.compile(r"^(?:wget|curl|ping|nc|docker|ssh|scp|git|aws|kubectl|nvidia-smi|rocm-smi|amd-smi|tail|redis-cli|redis-benchmark|gh|traceroute|mtr|ip|dmesg|srun|sbatch|gcloud|kafka\S*|psql|mysql\b|dcgmi|ansible\S*|terraform|speedtest\S*)\b")


def as_root(command: str) -> str:
    return command if command.startswith("sudo ") else "sudo " + command


def before(word: str, command: str) -> str:
    """Assignments stay in front: `A=1 nice make`; `timeout` can only end what it may signal: `sudo timeout 5 find`."""
    ahead = re.match(r"(?:sudo (?:-u \S+ )?(?!-))?(?:[A-Z_]+=\S+ )*", command).group()
    return f"{ahead}{word} {command[len(ahead):]}"


def counted(command: str) -> str:
    """Without the line that says what the columns are."""
    if not HEADED.match(command) or "|" in bare(command):
        return f"{command} | wc -l"
    program = command.removeprefix("sudo ").split()[0]
    option = {"kubectl": "--no-headers", "docker": "-q", "squeue": "-h", "sinfo": "-h", "sacct": "-n"}.get(program)
    return f"{command} {option} | wc -l" if option else f"{command} | tail -n +2 | wc -l"


def watched(command: str, seconds: str) -> str:
    """With its own quotes and operators only as one word; asked for its password once, not at each turn."""
    sudo, rest = ("sudo ", command[5:]) if re.match("sudo (?!-)", command) else ("", command)
    needs_quotes = re.search(r"""['"$*?|;&<>()`{}]""", rest)
    return f"{sudo}watch -n {seconds} {quoted(rest) if needs_quotes else rest}"


def quoted(command: str) -> str:
    return "'" + command + "'" if "'" not in command else '"' + re.sub(r'(["$`\\])', r"\\\1", command) + '"'


def finding(command: str) -> bool:
    """A `find` to whose end an action may be added."""
    return command.startswith(("find ", "sudo find ")) and plain(command) and not re.search(r"-(exec|ok|delete|print0|printf|ls|empty|quit|prune)\b", command) and (" -o " not in command or "\\(" in command)


def of_files(command: str) -> bool:
    return finding(command) and "-type d" not in command and "-type l" not in command


LONG = re.compile(r"^(?:sudo )?(?:git (?:log|show|diff|blame|grep|reflog|ls-files)|journalctl|kubectl (?:get|describe|logs|explain|api)|cat|zcat|dmesg|docker (?:logs|inspect|ps|images)|nvidia-smi -q|ps|man|lspci|lsusb|lshw|dmidecode|curl|strings|od|xxd|diff|nl|env|history|tree|find|ls|grep|sort|rocminfo|clinfo|systemctl (?:list|show|cat)|apt|dpkg|pip list|env|lsof|ss|netstat|iptables|terraform (?:plan|show)|helm (?:get|template)|jq|sqlite3|last|sacct|squeue|modinfo|comm|cut|awk|sed|column|sysctl)\b")


def local(command: str) -> bool:
    return plain(command) and not STACKED.search(command) and not command.startswith(("sudo", "-", "source", ". ")) and not INTERACTIVE.search(command)


SENTENCES = re.compile(r"\b(?:log|logs|reflog|journalctl|dmesg|history|z?grep|z?cat|tail|head|show|diff|strings|curl|describe|man|events|blame|sed)\b")  # whose lines may hold more than names and numbers

# name: (marks, slots, what is written, what it fits)
WRITTEN = {
    "count": ("list", {}, lambda c, d: counted(c), lambda c: pipe_ends(c) and not UNCOUNTED.match(c)),
    "head": ("list", {"n": "n"}, lambda c, d: f"{c} | head -n {d['n'].written}", lambda c: pipe_ends(c) and not HEADED.match(c) and not RECORDS.match(c) and not re.match(r"(sudo )?ls -\w*l", c)),
    "tail": ("list", {"n": "n"}, lambda c, d: f"{c} | tail -n {d['n'].written}", lambda c: pipe_ends(c) and not RECORDS.match(c)),
    "filter": ("list", {"pattern": "pattern"}, lambda c, d: f"{c} | grep {d['pattern'].written}", lambda c: pipe_ends(c) and bool(SENTENCES.search(c))),
    "exclude": ("list", {"pattern": "pattern"}, lambda c, d: f"{c} | grep -v {d['pattern'].written}", lambda c: pipe_ends(c) and bool(SENTENCES.search(c))),
    "filter-names": ("list", {"pattern": "nameword"}, lambda c, d: f"{c} | grep {d['pattern'].written}", lambda c: pipe_ends(c) and not SENTENCES.search(c)),
    "exclude-names": ("list", {"pattern": "nameword"}, lambda c, d: f"{c} | grep -v {d['pattern'].written}", lambda c: pipe_ends(c) and not SENTENCES.search(c)),
    "sort": ("list", {}, lambda c, d: f"{c} | sort", lambda c: pipe_ends(c) and not ORDERED.search(c) and not HEADED.match(c)),
    "sort-reverse": ("list", {}, lambda c, d: f"{c} | sort -r", lambda c: pipe_ends(c) and not ORDERED.search(c) and not HEADED.match(c)),
    "unique": ("list", {}, lambda c, d: f"{c} | sort -u", lambda c: pipe_ends(c) and bool(VALUES.match(c)) and not re.search(r"\bsort\b|\buniq\b", c)),
    "save": ("list text", {"file": "outfile"}, lambda c, d: f"{c} > {d['file'].written}", lambda c: whole(c) and "| tee" not in c),
    "append": ("list text", {"file": "outfile"}, lambda c, d: f"{c} >> {d['file'].written}", lambda c: whole(c) and "| tee" not in c),
    "tee": ("list text", {"file": "outfile"}, lambda c, d: f"{c} | tee {d['file'].written}", lambda c: whole(c) and "| tee" not in c),
    "page": ("list text", {}, lambda c, d: f"{c} | less", lambda c: pipe_ends(c) and bool(LONG.match(c)) and not re.search(r"INTO|count\(|-c\b.*\$|grep -\w*c", c) and not INTERACTIVE.search(c)),
    "watch": ("steady", {"seconds": "seconds"}, lambda c, d: watched(c, d["seconds"].written), lambda c: not ENDLESS.search(c) and not STACKED.search(c) and whole(c) and "| tee" not in c and not INTERACTIVE.search(c)),
    "background": ("long", {}, lambda c, d: f"{c} &", local),
    "nohup": ("long", {}, lambda c, d: f"nohup {c} &" if not re.match("[A-Z_]+=", c) else before("nohup", c) + " &", local),
    "time": ("long", {}, lambda c, d: f"time {c}", lambda c: not STACKED.search(c) and not ENDLESS.search(c) and not INTERACTIVE.search(c) and not re.search(r"&&|;(?!.*\bdone$)", bare(c))),
    "timeout": ("long", {"seconds": "seconds"}, lambda c, d: before("timeout " + d["seconds"].written, c), lambda c: plain(c) and not STACKED.search(c) and not INTERACTIVE.search(c) and not c.startswith(("source", "module"))),
    "nice": ("long", {}, lambda c, d: before("nice -n 19", c), lambda c: local(c) and not REMOTE.match(c)),
    "root": ("list text steady files", {}, lambda c, d: as_root(c), lambda c: not OWN.match(c) and not re.search(r"[;&]|<\(|\$\(|>", bare(c).replace("2>/dev/null", ""))),
    "quiet": ("list text files", {}, lambda c, d: f"{c} 2>/dev/null", lambda c: plain(c) and bool(FILES.match(c))),
    "delete": ("files", {}, lambda c, d: f"{c} -delete", of_files),
    "long-listing": ("files", {}, lambda c, d: f"{c} -ls", finding),
    "move": ("files", {"folder": "newdir"}, lambda c, d: f"{c} -exec mv {{}} {d['folder'].written}/ \\;", of_files),
    "copy": ("files", {"folder": "newdir"}, lambda c, d: f"{c} -exec cp {{}} {d['folder'].written}/ \\;", of_files),
    "only-folder": ("files", {}, lambda c, d: re.sub(r"^((?:sudo )?find \S+)", r"\1 -maxdepth 1", c), lambda c: c.startswith(("find ", "sudo find ")) and bool(re.match(r"(?:sudo )?find [^-]\S* -", c)) and "depth" not in c and plain(c)),
    "pack": ("files", {"file": "tarball"}, lambda c, d: f"{c} -print0 | tar -czf {d['file'].written} --null -T -", of_files),
}


@cache
def operators() -> list[Operator]:
    said: dict[str, list[str]] = {name: [] for name in WRITTEN}
    asked: dict[str, list[str]] = {name: [] for name in WRITTEN}
    names: list[str] = []
    for line in (Path(__file__).parent / "operators.txt").read_text(encoding="utf-8").splitlines():
        sign, _, rest = line.partition(" ")
        if sign == "##":
            names = rest.split()
            if unknown := [name for name in names if name not in WRITTEN]:
                raise ValueError(f"operators.txt: {unknown[0]} (expected: a name of compose.py)")
        elif sign in ("-", ">"):
            for name in names:
                (said if sign == "-" else asked)[name].append(rest)
    return [Operator(n, frozenset(marks.split()), slots, tuple(said[n]), tuple(asked[n]), write, fits) for n, (marks, slots, write, fits) in WRITTEN.items()]


@values.slot_type("outfile")
def output_file(rng, _):
    name = f"{values.word(rng)}.{rng.choice(['txt', 'txt', 'log', 'csv', 'out', 'list'])}"
    return values.Value(rng.choice([name, name, "/tmp/" + name, "~/" + name]))


@values.slot_type("nameword")
def word_of_a_name(rng, _):
    text = values.word(rng)
    return values.Value(text, (text, text, f'"{text}"', f"'{text}'"))


@values.slot_type("tarball")
def tarball(rng, _):
    return values.Value(values.word(rng) + rng.choice([".tar.gz", ".tgz"]))


def applicable(intent: Intent, command: str, asked: bool, system: str) -> list[Operator]:
    """What may be put on top of a command of this intent, here."""
    fitting = [o for o in operators() if o.marks & intent.marks and (o.asked if asked else o.said) and o.fits(command)]
    return [o for o in fitting if o.name not in ("watch", "timeout") or system != "macos"]


def draw(chosen: Operator, rng: random.Random) -> Draw:
    return {name: values.draw(rng, kind, None) for name, kind in chosen.slots.items()}


def spoken(pattern: str, request: str, drawn: Draw, rng: random.Random) -> str:
    text = re.sub(r"\{(\w+)\}", lambda m: drawn[m.group(1)].say(rng), pattern)
    return text.replace("{}", request)
