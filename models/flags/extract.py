"""Makes the manual that explanations are taken from: what utilities, their subcommands and options do, in a few words.

    python models/flags/extract.py /usr/share/man gateway/commands/src/main/resources/dev/sigma/commands/manual/manual.tsv.gz

Of the utilities in utilities.txt, from man pages as Debian packages ship them, rendered by `mandoc`; what extra.tsv says comes first.
Lines of the result: utility and subcommand TAB options, separated by blanks, `=` behind those that take a value, `?` where it may be
left out TAB description. The line of a utility has no options and says what it is for.
"""

import argparse
import gzip
import re
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
MULTI = "git docker podman buildah skopeo kubectl cargo npm openssl btrfs ip tc lvm apt gh systemd-nspawn helm crictl zfs zpool nvme perf".split()
SKIPPED = re.compile(r"^(EXAMPLE|SEE ALSO|SYNOPSIS|NAME|AUTHOR|COPYRIGHT|HISTORY|BUGS|REPORTING|NOTES|FILES|ENVIRONMENT|EXIT)", re.I)
FLAG = re.compile(r"(?<![\w-])(--?[A-Za-z0-9?#@%][\w-]*(?:\.[\w-]+)*|--)(\[=[^\]]*\]|\[[^\]]*\]|=\S+| <[^>]+>| [A-Z][A-Z0-9_.:-]*\b| (?![a-z]+ [a-z]+ )[a-z][\w-]*(?=$|,|\s{2}))?")
DESCRIPTION_LENGTH = 90


def rendered(page: Path) -> str:
    try:
        made = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=160", str(page)], capture_output=True, timeout=20)
    except subprocess.TimeoutExpired:
        print(f"{page}: left out, mandoc takes too long", file=sys.stderr)
        return ""
    return re.sub(r".\x08", "", made.stdout.decode("utf-8", "replace")).replace("‐", "-").replace("−", "-").replace("’", "'")


def name_of(page: Path) -> str:
    name = re.sub(r"\.[18]\w*(\.gz)?$", "", page.name)
    name = re.sub(r"(-im6\.q16|\.openbsd|\.openmpi|\.sysstat|\.procps|\.distrib|\.debianutils)$", "", name)
    for multi in MULTI:
        if name.startswith(multi + "-"):
            return multi + " " + name[len(multi) + 1 :].replace("-", " " if multi in ("docker", "podman", "kubectl") else "-")
    return name


def sentence(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    first = re.split(r"(?<=[a-z\)])\. |; ", text, maxsplit=1)[0].rstrip(".")
    if len(first) > DESCRIPTION_LENGTH:
        first = first[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(",;:(") + " …"
    return first[:1].lower() + first[1:] if first[1:2].islower() else first


def purpose(text: str) -> str:
    """What the NAME section says behind the dash; empty where there is none."""
    section = re.search(r"^NAME\n(.*?)(?=^\S)", text, re.M | re.S)
    said = re.search(r"\s[-–—]+\s+(.*)", re.sub(r"\s+", " ", section.group(1))) if section else None
    return sentence(said.group(1)) if said else ""


def options(text: str) -> list[tuple[list[str], str]]:
    """([flag with its sign], description) in order."""
    found, lines, skipped = [], text.splitlines(), False
    i = 0
    while i < len(lines):
        line = lines[i]
        i += 1
        if line and not line[0].isspace():
            skipped = bool(SKIPPED.match(line))
            continue
        stripped = line.strip()
        if skipped or not stripped.startswith("-") or not re.match(r"--?[A-Za-z0-9?#@%]", stripped):
            continue
        indent = len(line) - len(line.lstrip())
        head, _, rest = re.sub(r"\s{3,}|\t", "\t", stripped).partition("\t")
        flags = []
        for match in FLAG.finditer(head):
            flag, value = match.groups()
            sign = "" if not value else "?" if value.startswith("[") or re.match(r"=?(true|false)\b", value.strip()) else "="
            flags.append(flag + sign)
            if sign == "" and head[match.end() : match.end() + 1] not in ("", ",", " ", "|", "/"):
                break
        heads = []
        while i < len(lines) and not rest:  # several options of one description, or the description below
            next_line = lines[i]
            depth = len(next_line) - len(next_line.lstrip())
            if not next_line.strip():
                i += 1
                if heads:
                    break
                continue
            if depth > indent:
                heads.append(next_line.strip())
                i += 1
                if len(" ".join(heads)) > 3 * DESCRIPTION_LENGTH:
                    break
            else:
                break
        description = sentence(rest or " ".join(heads))
        if flags and description:
            found.append((list(dict.fromkeys(flags)), description))
    return found


def shared(lines: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """What most subcommands of a utility repeat stands once, with the utility itself."""
    pages, where = defaultdict(set), defaultdict(set)
    for name, flags, text in lines:
        utility = name.split(" ")[0]
        pages[utility].add(name)
        where[utility, flags, text].add(name)
    general = {k for k, names in where.items() if k[1] and len(names) >= 5 and len(names) > 0.5 * len(pages[k[0]])}
    kept = [(n, f, t) for n, f, t in lines if (n.split(" ")[0], f, t) not in general]
    return sorted(set(kept) | general)


def read(path: Path) -> list[tuple[str, str, str]]:
    return [tuple(line.split("\t", 2)) for line in path.read_text(encoding="utf-8").splitlines()]


def bare(flags: str) -> list[str]:
    return [flag.rstrip("=?") for flag in flags.split(" ")]


def merged(lines, ours):
    """All lines, without those about something that `ours` says differently."""
    said = {(name, flag) for name, flags, _ in ours for flag in bare(flags)}
    return sorted(set(ours) | {line for line in lines if not any((line[0], flag) in said for flag in bare(line[1]))})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("manuals", type=Path, help="folder with man1 and man8")
    parser.add_argument("out", type=Path, help="manual.tsv.gz")
    args = parser.parse_args()
    wanted = set((HERE / "utilities.txt").read_text().split())
    pages = [p for section in ("man1", "man8") for p in sorted((args.manuals / section).glob("*")) if p.is_file()]
    pages = [p for p in pages if name_of(p).split(" ")[0] in wanted]
    lines = []
    with ThreadPoolExecutor(2) as pool:
        for page, text in zip(pages, pool.map(rendered, pages)):
            lines.append((name_of(page), "", purpose(text)))
            lines += [(name_of(page), " ".join(flags), description) for flags, description in options(text)]
    lines = merged([line for line in shared(lines) if line[2]], read(HERE / "extra.tsv"))
    with args.out.open("wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write("".join("\t".join(line) + "\n" for line in lines).encode())
    print(f"{len(lines)} lines of {len({line[0].split(' ')[0] for line in lines})} utilities")


if __name__ == "__main__":
    main()
