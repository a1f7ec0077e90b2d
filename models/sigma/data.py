"""From the data folder to token rows: pretraining text, and request-command pairs as chat turns."""

import json
import lzma
import random
from pathlib import Path

import numpy as np

from .augment import augment
from .tokens import ASSISTANT, END, END_OF_TEXT, PAD, SYSTEM, USER

SYSTEMS = ["debian"] * 4 + ["ubuntu"] * 3 + ["linux"] * 6 + ["fedora", "rhel", "arch"]
IGNORE = -100

# What people ask for every day is thin in the sources next to rare tools: these utilities count more.
EVERYDAY = set(
    "ls cd cp mv rm mkdir find grep sed awk cut sort uniq wc head tail cat tee xargs tar gzip gunzip zip unzip du df free top ps kill pkill killall lsof ss netstat ip ping curl wget ssh scp rsync "
    "chmod chown ln touch stat file which systemctl journalctl service docker kubectl git apt apt-get dpkg dnf pip npm crontab useradd usermod passwd groupadd id who uptime uname date hostname "
    "mount umount lsblk fdisk diff tr paste watch nvidia-smi helm docker-compose podman openssl jq nc dig nslookup traceroute nohup history env export echo test sudo su tmux screen make".split()
)
WEIGHT = {"aws-cli-examples": 0.2, "man-examples": 0.4, "devtoolbox": 0.7, "cheat.sheets": 0.7, "docs-prose": 0.5, "amd-smi-help": 0.5}


def read_lines(path: Path):
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as f:
        for line in f:
            yield json.loads(line)


def read_pairs(data: Path) -> list[dict]:
    pairs = []
    for row in read_lines(data / "pairs.jsonl.xz"):
        if "\n" in row["cmd"] or len(row["cmd"]) > 300 or not 3 <= len(row["nl"]) <= 300:
            continue
        words = row["cmd"].split()
        first = words[1] if words[0] == "sudo" and len(words) > 1 else words[0]
        weight = WEIGHT.get(row["source"], 1.0) * (3.0 if first in EVERYDAY else 1.0)
        if first == "find":
            weight *= 0.4
        pairs.append(dict(nl=row["nl"], cmd=row["cmd"], weight=weight))
    return pairs


def read_corpus(data: Path) -> list[str]:
    with lzma.open(data / "corpus.txt.xz", "rt", encoding="utf-8") as f:
        return [d for d in f.read().split("\n<|endoftext|>\n") if d.strip()]


def encode_documents(tokenizer, documents: list[str]) -> np.ndarray:
    out = []
    for start in range(0, len(documents), 2000):
        for e in tokenizer.encode_batch(documents[start : start + 2000], add_special_tokens=False):
            out.append(np.array(e.ids + [END_OF_TEXT], dtype=np.uint16))
    return np.concatenate(out)


class Chats:
    """Pairs as chats, differently augmented each time they are drawn."""

    def __init__(self, tokenizer, pairs: list[dict], seed: int):
        self.tokenizer, self.pairs, self.rng = tokenizer, pairs, random.Random(seed)
        self.weights = [p["weight"] for p in pairs]

    def draw(self, count: int) -> list[tuple[list[int], list[int]]]:
        """(request, command) token ids without control tokens"""
        rows = self.rng.choices(self.pairs, self.weights, k=count)
        texts = [t for p in rows for t in augment(p["nl"], p["cmd"], self.rng)]
        ids = [e.ids for e in self.tokenizer.encode_batch(texts, add_special_tokens=False)]
        return list(zip(ids[::2], ids[1::2]))

    def system(self) -> list[int]:
        text = f"shell=bash os={self.rng.choice(SYSTEMS)}"
        return [SYSTEM, *self.tokenizer.encode(text, add_special_tokens=False).ids, END]

    def documents(self, count: int) -> np.ndarray:
        """Chats as pretraining text: every token counts."""
        out = []
        for request, command in self.draw(count):
            out += [*self.system(), USER, *request, END, ASSISTANT, *command, END, END_OF_TEXT]
        return np.array(out, dtype=np.uint16)

    def rows(self, count: int, length: int, several_turns: bool) -> tuple[np.ndarray, np.ndarray]:
        """tokens and targets [count, length]; only answers count. One turn each, or as many as fit."""
        tokens = np.full((count, length + 1), PAD, dtype=np.int64)
        targets = np.full((count, length), IGNORE, dtype=np.int64)
        pool = self.draw(count * (length // 32 if several_turns else 1))
        for row in range(count):
            ids, answers = self.system(), []
            while pool:
                request, command = pool.pop()
                turn = [USER, *request, END, ASSISTANT]
                if len(ids) + len(turn) + len(command) + 1 > length:
                    break
                ids += turn
                answers.append((len(ids), len(ids) + len(command) + 1))
                ids += [*command, END]
                if not several_turns:
                    break
            tokens[row, : len(ids)] = ids
            for start, stop in answers:
                targets[row, start - 1 : stop - 1] = ids[start:stop]
        return tokens[:, :-1], targets
