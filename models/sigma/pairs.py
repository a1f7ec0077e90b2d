"""The request-command pairs of the data folder, cleaned: what bash reads, one form of placeholder, the tool named, no flooding.

    python -m sigma.pairs --data DIR --out FILE       # bash reads every command: minutes, so training may be given the outcome
"""

import argparse
import concurrent.futures
import json
import lzma
import os
import re
import subprocess
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path

from . import rewordings

# What people ask for every day is thin in the sources next to rare tools: these utilities count more.
EVERYDAY = set(
    "ls cd cp mv rm mkdir find grep sed awk cut sort uniq wc head tail cat tee xargs tar gzip gunzip zip unzip du df free top ps kill pkill killall lsof ss netstat ip ping curl wget ssh scp rsync "
    "chmod chown ln touch stat file which systemctl journalctl service docker kubectl git apt apt-get dpkg dnf pip npm crontab useradd usermod passwd groupadd id who uptime uname date hostname "
    "mount umount lsblk fdisk diff tr paste watch nvidia-smi helm docker-compose podman openssl jq nc dig nslookup traceroute nohup history env export echo test sudo su tmux screen make".split()
)
WEIGHT = {"nl2bash": 3.0, "paraphrase": 1.6, "variation": 1.6, "aws-cli-examples": 0.2, "man-examples": 0.5, "devtoolbox": 0.7, "cheat.sheets": 0.8, "docs-prose": 0.4}
DESCRIBED = {"nl2bash", "paraphrase", "variation"}  # their requests tell which program is meant
FLOOD, FLOOD_DESCRIBED = 400, 16_000  # pairs of one program from which on each counts less
PREFIX = re.compile(r"(?:sudo|env|time|nohup)\s+|[A-Za-z_]\w*=\S*\s+")
VAGUE = re.compile(r"^(?:same as|as above|see |note|e\.g|example|for example|the following|in the following|after |then |next|you can|this |that )", re.I)
SYNOPSIS = re.compile(r"\[[a-z-]+(?: \.\.\.)?\]\s|\[options?\]|\.\.\.(?:$| )|\|\w+\|", re.I)
ANGLE = re.compile(r"<([A-Za-z][\w ./-]{0,30})>")


@dataclass(frozen=True)
class Pair:
    """`tool`: its program, with a subcommand where the source names one, when the request does not name it; else empty."""

    request: str
    command: str
    tool: str
    weight: float


def read_lines(path: Path):
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as f:
        for line in f:
            yield json.loads(line)


def program(command: str) -> str:
    """The first program's name, without sudo and assignments."""
    while match := PREFIX.match(command):
        command = command[match.end() :]
    return command.split()[0] if command.split() else ""


def placeholders(command: str) -> str:
    """`<container name>` becomes `container_name`, as most sources have it; the shell would read a redirection."""
    return ANGLE.sub(lambda m: re.sub(r"\W+", "_", m.group(1).strip()).lower() if "/" not in m.group(1) else m.group(1), command)


def without_comment(command: str) -> str:
    return re.sub(r"\s+#\s.*$", "", command)


def cleaned(command: str) -> str:
    return placeholders(without_comment(command.strip()))


def readable(commands: list[str]) -> list[bool]:
    """Whether bash parses each."""

    def check(command: str) -> bool:
        return subprocess.run(["bash", "-n", "-c", command], stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL).returncode == 0

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(check, commands, chunksize=256))


def named_tool(row: dict, command: str) -> str:
    """What a request would have to name so that one knows which program is meant; empty where it does."""
    first = program(command)
    tool = row.get("tool") or ""
    words = tool.split()
    if not words or words[0] != first or not command.removeprefix("sudo ").startswith(tool.split(" -")[0]):
        tool = first
    said = row["nl"].lower()
    return "" if re.search(rf"(?<![\w-]){re.escape(first.lower())}(?![\w-])", said) else tool


def reworded(rows: list[dict]) -> list[dict]:
    """The rows without those whose command is wrong, with our paraphrases and variations of NL2Bash's."""
    wrong, paraphrases = rewordings.wrong(), rewordings.paraphrases()
    kept, more = [], {}
    for row in rows:
        key = rewordings.key(cleaned(row["cmd"])) if row["source"] == "nl2bash" else ""
        if key not in wrong:
            kept.append(row)
            more[key] = [{"nl": request, "cmd": row["cmd"], "source": "paraphrase"} for request in paraphrases.get(key, [])]
    variations = [{"nl": request, "cmd": command, "source": "variation"} for request, command in rewordings.variations()]
    return kept + [row for rows in more.values() for row in rows] + variations


def read_pairs(data: Path) -> list[Pair]:
    rows, seen, wordings = [], set(), Counter()
    for row in reworded(list(read_lines(data / "pairs.jsonl.xz"))):
        request = " ".join(row["nl"].split()).rstrip(":;, ")
        command = cleaned(row["cmd"])
        key = (re.sub(r"\W+", " ", request).lower().strip(), " ".join(command.split()))
        if "\n" in command or not 2 <= len(command) <= 300 or not 8 <= len(request) <= 300 or len(request.split()) < 2 or key in seen:
            continue
        if VAGUE.match(request) or SYNOPSIS.search(command):
            continue
        seen.add(key)
        wordings[key[0]] += 1
        rows.append((row, request, command, key[0]))
    rows = [r for r, ok in zip(rows, readable([r[2] for r in rows])) if ok]
    tools = Counter(program(command) for _, _, command, _ in rows)
    pairs = []
    for row, request, command, wording in rows:
        tool = named_tool(row, command)
        if wordings[wording] > 3 and not tool:
            continue  # one request, many commands: which one nobody can tell
        first = program(command)
        if not re.match(r"[A-Za-z_.~/\[(]", first):
            continue
        described = row["source"] in DESCRIBED
        weight = WEIGHT.get(row["source"], 1.0) * (2.0 if first in EVERYDAY else 1.0)
        weight *= min(1.0, ((FLOOD_DESCRIBED if described else FLOOD) / tools[first]) ** 0.5)
        pairs.append(Pair(request, command, "" if described else tool, weight))
    return pairs


def statistics(pairs: list[Pair]) -> dict:
    shares = defaultdict(float)
    for p in pairs:
        shares[program(p.command)] += p.weight
    total = sum(shares.values())
    top = sorted(shares.items(), key=lambda s: -s[1])[:12]
    return {"pairs": len(pairs), "programs": len(shares), "unnamed": sum(bool(p.tool) for p in pairs), "most": {k: round(v / total, 3) for k, v in top}}


def read_cleaned(path: Path) -> list[Pair]:
    return [Pair(**row) for row in read_lines(path)]


def write_cleaned(data: Path, out: Path) -> list[Pair]:
    pairs = read_pairs(data)
    out.write_text("".join(json.dumps(asdict(p), ensure_ascii=False) + "\n" for p in pairs), encoding="utf-8")
    return pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    print(json.dumps(statistics(write_cleaned(args.data, args.out))))


if __name__ == "__main__":
    main()
