"""Makes the flag dictionary from man pages: for each utility and subcommand its options, whether they take a value, and what they do in a few words.

    python models/flags/extract.py MAN_DIRECTORY [UTILITY ...] > flags.tsv

MAN_DIRECTORY holds man1/ and man8/ as Debian packages ship them; `mandoc` renders them. Lines of the result:
utility TAB options, separated by blanks, `=` behind those that take a value, `?` where it may be left out TAB description.
The first line of a utility has no options and says what it is for.
"""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

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
            sign = "" if not value else "?" if value.startswith("[") else "="
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


def main():
    root, wanted = Path(sys.argv[1]), set(sys.argv[2:])
    pages = [p for section in ("man1", "man8") for p in sorted((root / section).glob("*")) if p.is_file()]
    pages = [p for p in pages if not wanted or name_of(p).split(" ")[0] in wanted]
    with ThreadPoolExecutor(2) as pool:
        for page, text in zip(pages, pool.map(rendered, pages)):
            print(name_of(page), "", purpose(text), sep="\t")
            for flags, description in options(text):
                print(name_of(page), " ".join(flags), description, sep="\t")


if __name__ == "__main__":
    main()
