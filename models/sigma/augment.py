"""Values for training pairs, so that the model learns to copy what a request names.

Two honest changes, both keeping request and command consistent: a value that stands in both is
exchanged in both, and a placeholder of the command (`path/to/file`, `container_name`) is given a
value that is then also said in the request, right after the noun it belongs to.
"""

import random
import re

from generator.wording import reworded, words_of

FOLDERS = "srv data backup home/alice home/bob opt/app var/www etc/nginx mnt/disk1 tmp/build usr/local/share projects/api var/lib/mysql media/usb root work logs archive home/deploy/releases srv/www/html opt/tools".split()
STEMS = "report notes server app index main config data users orders invoice backup access error output results draft summary readme model photo song video index2 test setup deploy worker queue metrics todo draft_v2 2024-budget final sales db_dump site old_config nightly".split()
EXTENSIONS = "txt log csv json yaml conf md py sh html xml sql pdf png jpg tar.gz zip mp4 mp3 c go java js toml ini bak gz".split()
NAMES = "web api db cache nginx redis postgres worker frontend backend auth billing payments search gateway proxy mailer staging prod dev alice bob carol dave eve deploy jenkins backup monitoring grafana prometheus queue scheduler shop blog wiki crm ledger orders inventory build42 node1 node2 gpu01 db-main api-7f9c web-0 my-app shop-api ml-train".split()
HOSTS = "db1 web01 example.com server.example.org 10.0.0.5 192.168.1.20 build.internal gpu-node3 backup-host proxy.lan 172.16.4.9 files.example.net".split()

# placeholder in a command -> (noun that a request uses for it, kind of value)
WORDS = {
    "container": "name", "image": "name", "volume": "name", "network": "name", "pod": "name", "deployment": "name", "namespace": "name",
    "service": "name", "unit": "name", "package": "name", "user": "name", "username": "name", "group": "name", "branch": "name", "tag": "name",
    "remote": "name", "repository": "name", "database": "name", "table": "name", "process": "name", "job": "name", "module": "name",
    "host": "host", "hostname": "host", "server": "host", "domain": "host", "port": "number", "pid": "number", "file": "file",
    "directory": "folder", "folder": "folder", "archive": "file", "script": "file", "node": "name", "cluster": "name", "profile": "name",
    "pattern": "name", "string": "name", "key": "name", "session": "name", "device": "name", "interface": "name",
}
PLACEHOLDER = re.compile(r"path/to/[\w.*-]+(?:/[\w.*-]+)*|\b[a-z]+_(?:name|id|file|directory)\b|\b(?:username|hostname|remote_host|port|pid)\b")


def file_name(rng: random.Random, extension: str | None = None) -> str:
    return f"{rng.choice(STEMS)}{rng.choice(['', '', '', str(rng.randint(1, 99)), '_' + rng.choice(STEMS)])}.{extension or rng.choice(EXTENSIONS)}"


def folder(rng: random.Random) -> str:
    base = rng.choice(FOLDERS)
    return rng.choice(["/" + base, "/" + base, base.split("/")[-1], "./" + base.split("/")[-1], "~/" + base.split("/")[-1]])


def value(rng: random.Random, kind: str, like: str = "") -> str:
    if kind == "file":
        extension = re.search(r"\.([\w.]{1,8})$", like)
        name = file_name(rng, extension.group(1) if extension else None)
        return f"{folder(rng)}/{name}" if rng.random() < 0.4 else name
    if kind == "folder":
        return folder(rng)
    if kind == "host":
        return rng.choice(HOSTS)
    if kind == "number":
        return str(rng.choice([22, 80, 443, 3000, 5432, 6379, 8080, 9090, rng.randint(1000, 65000)]))
    name = rng.choice(NAMES)
    return name + rng.choice(["", "", "", str(rng.randint(1, 20)), "-" + rng.choice(NAMES)])


def whole(text: str) -> re.Pattern:
    return re.compile(r"(?<![\w.-])" + re.escape(text) + r"(?![\w-])")


def exchange_values(nl: str, cmd: str, rng: random.Random) -> tuple[str, str]:
    """Exchanges numbers, files, paths and quoted words that stand in both texts."""
    candidates = re.findall(r"(?<![\w.])(?:\d+|/[\w./-]+\w|[\w-]+\.[A-Za-z]\w{0,4}|\"[\w -]+\"|'[\w -]+')(?![\w])", nl)
    for old in dict.fromkeys(candidates):
        inner = old.strip("\"'")
        if len(inner) < 2 or rng.random() < 0.3:
            continue
        if inner.isdigit():
            new = str(rng.randint(10 ** (len(inner) - 1), 10 ** len(inner) - 1))
            nl_hits, cmd_hits = re.findall(rf"(?<!\d){inner}(?!\d)", nl), re.findall(rf"(?<!\d){inner}(?!\d)", cmd)
            if len(nl_hits) == 1 and len(cmd_hits) == 1:
                nl, cmd = (re.sub(rf"(?<!\d){inner}(?!\d)", new, t) for t in (nl, cmd))
            continue
        if inner.startswith("/"):
            new = "/" + folder(rng).lstrip("./~") + (("/" + file_name(rng)) if "." in inner.rsplit("/", 1)[-1] else "")
        elif "." in inner:
            new = file_name(rng, inner.rsplit(".", 1)[-1])
        else:
            new = rng.choice(NAMES + STEMS)
        pattern = whole(inner)
        if pattern.search(nl) and pattern.search(cmd):
            nl, cmd = pattern.sub(lambda _: new, nl), pattern.sub(lambda _: new, cmd)
    return nl, cmd


def fill_placeholders(nl: str, cmd: str, rng: random.Random) -> tuple[str, str]:
    """Gives placeholders values and says them in the request; a placeholder without its noun there stays."""
    for old in dict.fromkeys(PLACEHOLDER.findall(cmd)):
        last = re.split(r"[/_]", old.removesuffix("_name").removesuffix("_id"))[-1]
        stem = re.sub(r"\d+$|\..*$", "", last)
        kind = WORDS.get(stem) or ("file" if old.startswith("path/to/") else None)
        noun = next((n for n in (stem, "archive" if ".tar" in old or ".zip" in old else "", "file" if kind == "file" else "", "directory" if kind == "folder" else "")
                     if n and re.search(rf"\b{re.escape(n)}\b", nl)), None)
        if kind is None or noun is None:
            continue
        new = value(rng, kind, old)
        said = rng.choice([f"{noun} {new}", f"{noun} {new}", f'{noun} "{new}"', f"{noun} called {new}" if kind == "name" else f"{noun} {new}"])
        nl = re.sub(rf"\b(?:(?:an?|the|some|specific|specified|given|certain)\s+)*(?:[a-z]+ed\s+)?{re.escape(noun)}\b", lambda _: rng.choice(["the ", "", "the "]) + said, nl, count=1, flags=re.I)
        cmd = whole(old).sub(lambda _: new, cmd)
    return nl, cmd


def reword(nl: str, rng: random.Random) -> str:
    """The registers in which people type: lower case, no full stop, a polite or a terse opening."""
    nl = nl.strip()
    if rng.random() < 0.6:
        nl = nl.rstrip(".")
    if rng.random() < 0.6 and nl[1:2].islower():
        nl = nl[0].lower() + nl[1:]
        if rng.random() < 0.12:
            nl = rng.choice(["how do I ", "how to ", "please ", "can you ", "I want to ", "command to "]) + nl
    return nl


def augment(nl: str, cmd: str, rng: random.Random) -> tuple[str, str]:
    if rng.random() < 0.7:
        nl, cmd = exchange_values(nl, cmd, rng)
    if rng.random() < 0.75:
        nl, cmd = fill_placeholders(nl, cmd, rng)
    nl = reword(nl, rng)
    return (reworded(nl, rng, words_of(cmd)) if rng.random() < 0.5 else nl), cmd
