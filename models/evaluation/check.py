"""Holds the evaluation sets to their promises: every pattern accepts its right commands and rejects its near misses.

    python models/evaluation/check.py [FILE.jsonl ...]
"""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent


def pattern_faults(item: dict) -> list[str]:
    faults = []
    try:
        pattern = re.compile(item["pattern"])
    except re.error as e:
        return [f"pattern: {e}"]
    if "\t" in item["pattern"] or "\t" in item["request"]:
        faults.append("a tab in request or pattern")
    if not item["right"] or len(set(item["wrong"])) < 2:
        faults.append("expected: at least one right command and two near misses")
    faults += [f"rejects right: {c}" for c in item["right"] if not pattern.fullmatch(c)]
    faults += [f"accepts wrong: {c}" for c in item["wrong"] if pattern.fullmatch(c)]
    return faults


def items_of(line: dict) -> list[dict]:
    """What a line of any of the sets holds: a session has several."""
    return line.get("turns") or [line]


def faults_of(path: Path) -> list[str]:
    faults, seen = [], {}
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = json.loads(text)
        key = json.dumps([[i.get("request") or i.get("nl"), i.get("context")] for i in items_of(line)]).lower()
        if key in seen:
            faults.append(f"{path.name}:{number}: same as line {seen[key]}")
        seen[key] = number
        for item in items_of(line):
            if "golds" in item:
                found = [] if item["golds"] and all(g.strip() for g in item["golds"]) and item["nl"].strip() else ["nl or golds: empty"]
            else:
                found = pattern_faults(item)
            faults += [f"{path.name}:{number}: {item.get('request')}: {f}" for f in found]
    print(f"{path.name}: {len(seen)} lines, {len(faults)} faults")
    return faults


def main():
    paths = [Path(a) for a in sys.argv[1:]] or sorted(HERE.glob("*.jsonl"))
    faults = [f for p in paths for f in faults_of(p)]
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
