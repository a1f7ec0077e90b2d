"""Our own words for the commands of NL2Bash: more requests for each, and commands that differ from one in one or two things (`rewordings/README.md`)."""

import hashlib
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parents[1] / "rewordings"


def key(command: str) -> str:
    """How the files name a command that is not ours to copy."""
    return hashlib.sha256(command.encode()).hexdigest()[:12]


def fields(name: str, count: int):
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        row = line.split("\t")
        if len(row) != count or not all(row):
            raise ValueError(f"{HERE / name}:{number}: not {count} fields")
        yield row


def paraphrases() -> dict[str, list[str]]:
    """key of a command -> requests for it"""
    found = defaultdict(list)
    for command, request in fields("paraphrases.tsv", 2):
        found[command].append(request)
    return found


def variations() -> list[tuple[str, str]]:
    """(request, command)"""
    return [(request, command) for request, command in fields("variations.tsv", 2)]


def wrong() -> set[str]:
    """keys of commands that do not do what their requests say"""
    return {command for command, _ in fields("wrong.tsv", 2)}
