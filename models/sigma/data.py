"""From the data folder to token rows: pretraining text, and request-command pairs as chat turns."""

import concurrent.futures
import itertools
import lzma
import multiprocessing
import os
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from generator.examples import Examples
from tokenizers import Tokenizer

from .augment import augment
from .digest import digest
from .pairs import EVERYDAY, Pair, program, read_cleaned
from .tokens import ASSISTANT, END, END_OF_TEXT, PAD, SYSTEM, USER

SYSTEMS = ["debian"] * 4 + ["ubuntu"] * 3 + ["linux"] * 6 + ["fedora", "rhel", "arch"]
IGNORE = -100
SPAWN = multiprocessing.get_context("spawn")
PATIENCE = 120  # seconds in which a process must have made a step


def read_corpus(data: Path) -> list[str]:
    with lzma.open(data / "corpus.txt.xz", "rt", encoding="utf-8") as f:
        return [d for d in f.read().split("\n<|endoftext|>\n") if d.strip()]


def encode_documents(tokenizer, documents: list[str]) -> np.ndarray:
    out = []
    for start in range(0, len(documents), 2000):
        for e in tokenizer.encode_batch(documents[start : start + 2000], add_special_tokens=False):
            out.append(np.array(e.ids + [END_OF_TEXT], dtype=np.uint16))
    return np.concatenate(out)


def with_tool(request: str, pair: Pair, rng: random.Random) -> str:
    """Names the program: mostly where it is one that people ask for without naming it, else nearly always."""
    if not pair.tool or rng.random() < (0.3 if program(pair.command) in EVERYDAY else 0.06):
        return request
    return rng.choice([f"{request.rstrip('.')} using {pair.tool}"] * 4 + [f"{request.rstrip('.')} with {pair.tool}"] * 3 + [f"{pair.tool}: {request}", f"use {pair.tool} to {request[0].lower()}{request[1:]}"])


def with_context(request: str, paste: str) -> str:
    """A request with what was pasted, and a digest of its tables, as the gateway writes them: it takes the blanks around the paste away."""
    paste = paste.strip()
    said = digest(paste)
    return f"{request}\n\nContext:\n{paste}" + (f"\n\nDigest:\n{said}" if said else "")


BUCKETS = {512: 80, 4096: 8}  # length of a row -> rows in a batch; each row holds as many chats as fit
MOST_IN_A_ROW = 15  # chats
SHORT = next(iter(BUCKETS.items()))
LOOKED_AT = {512: 80, 4096: 24}  # rows of held-out chats of each kind; pasted output is long


class Chats:
    """Chats without end: from the generator's intents, and from pairs, differently augmented each time."""

    def __init__(self, tokenizer, pairs: list[Pair], seed: int, generated: float = 0.75, examples: Examples | None = None, shares: tuple[float, ...] = ()):
        self.tokenizer, self.pairs, self.generated = tokenizer, pairs, generated
        self.rng = random.Random(seed)
        self.weights = list(itertools.accumulate(p.weight for p in pairs))
        self.examples = examples or (Examples(seed, *shares) if generated else None)

    def draw(self) -> tuple[str, list[tuple[str, str]]]:
        """system text, (request, command) turns"""
        if self.rng.random() < self.generated:
            example = self.examples.next()
            turns = [(t.request, t.command) for t in example.turns]
            if example.context:
                turns[0] = (with_context(turns[0][0], example.context), turns[0][1])
            return example.system, turns
        pair = self.rng.choices(self.pairs, cum_weights=self.weights)[0]
        request, command = augment(pair.request, pair.command, self.rng)
        return f"shell=bash os={self.rng.choice(SYSTEMS)}", [(with_tool(request, pair, self.rng), command)]

    def encoded(self, count: int) -> list[tuple[list[int], list[tuple[int, int]]]]:
        """(token ids, where the answers are: start, end exclusive) of `count` chats"""
        chats = [self.draw() for _ in range(count)]
        texts = [text for system, turns in chats for text in (system, *(t for turn in turns for t in turn))]
        pieces = iter(self.tokenizer.encode_batch(texts, add_special_tokens=False))
        out = []
        for _, turns in chats:
            ids, answers = [SYSTEM, *next(pieces).ids, END], []
            for _ in turns:
                ids += [USER, *next(pieces).ids, END, ASSISTANT]
                start = len(ids)
                ids += [*next(pieces).ids, END]
                answers.append((start, len(ids)))
            out.append((ids, answers))
        return out

    def documents(self, count: int) -> np.ndarray:
        """Chats as pretraining text: every token counts."""
        return np.array([t for ids, _ in self.encoded(count) for t in (*ids, END_OF_TEXT)], dtype=np.uint16)

    def batches(self):
        """[`rows`] a step: one of short rows, with those of longer rows that are full by then."""
        waiting: dict[int, list[list]] = {length: [] for length in BUCKETS}
        step = []
        while True:
            for chat in self.encoded(512):
                length = next((n for n in BUCKETS if len(chat[0]) <= n), None)
                if length is None:
                    continue
                packs = waiting[length]
                fitting = next((p for p in packs if fits(chat, p, length)), None)
                if fitting is not None:
                    fitting.append(chat)
                elif len(packs) < BUCKETS[length]:
                    packs.append([chat])
                else:
                    step.append(rows(packs, length))
                    waiting[length] = [[chat]]
                    if length == min(BUCKETS):
                        yield step
                        step = []


def fits(chat, pack, length: int) -> bool:
    return len(pack) < MOST_IN_A_ROW and sum(len(ids) for ids, _ in pack) + len(chat[0]) <= length


def packed(chats, length: int, count: int) -> list[list]:
    """The first `count` rows that those of the chats that fit fill."""
    packs: list[list] = []
    for chat in chats:
        if packs and fits(chat, packs[-1], length):
            packs[-1].append(chat)
        elif len(chat[0]) <= length:
            packs.append([chat])
    return packs[:count]


def rows(packs, length: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """tokens and targets [packs, length]: chats one after the other; only answers count. starts [packs * (MOST_IN_A_ROW + 1) + 1]:
    where each chat and each row's rest begins, the rows read one after the other, then their end as often as there is room."""
    tokens = np.full((len(packs), length), PAD, dtype=np.int64)
    targets = np.full((len(packs), length), IGNORE, dtype=np.int64)
    starts = np.full(len(packs) * (MOST_IN_A_ROW + 1) + 1, tokens.size, dtype=np.int32)
    started = 0
    for row, chats in enumerate(packs):
        at = 0
        for ids, answers in chats:
            starts[started] = row * length + at
            started += 1
            tokens[row, at : at + len(ids)] = ids
            for start, end in answers:
                targets[row, at + start - 1 : at + end - 1] = ids[start:end]
            at += len(ids)
        if at < length:
            starts[started] = row * length + at
            started += 1
    return tokens, targets, starts


@dataclass(frozen=True)
class Source:
    """What a process makes chats from. Files, not what is in them: starting a process waits until it has read its arguments."""

    tokenizer: str
    pairs: Path
    generated: float
    shares: tuple[float, float, float]

    def read_tokenizer(self) -> Tokenizer:
        os.environ["TOKENIZERS_PARALLELISM"] = "false"  # the processes are the parallelism
        return Tokenizer.from_file(self.tokenizer)

    def chats(self, seed: int) -> Chats:
        return Chats(self.read_tokenizer(), read_cleaned(self.pairs), seed, self.generated, shares=self.shares)


def some_documents(source: Source, seed: int, count: int) -> np.ndarray:
    return source.chats(seed).documents(count)


def chat_documents(source: Source, seed: int, count: int, workers: int) -> np.ndarray:
    """Chats as pretraining text, made by several processes."""
    with concurrent.futures.ProcessPoolExecutor(workers, SPAWN) as pool:
        parts = [pool.submit(some_documents, source, seed * 1000 + 500 + n, count // workers) for n in range(workers)]
        return np.concatenate([part.result() for part in parts])


def held_out_rows(source: Source, dev: list[dict], seed: int) -> dict[str, list[tuple]]:
    """Chats that are never trained on, by kind, in batches."""
    tokenizer = source.read_tokenizer()
    kinds = {"dev": Chats(tokenizer, [Pair(r["nl"], r["cmd"], "", 1.0) for r in dev], seed, 0.0)}
    if source.generated:
        shares = {"single": (0, 0, 0), "sessions": (1, 0, 0), "context": (0, 1, 0), "families": (0, 0, 1), "new wordings": (0, 0, 0)}
        kinds |= {kind: Chats(tokenizer, [], seed, 1.0, Examples(seed + 1, *which, kind == "new wordings")) for kind, which in shares.items()}
    found = {}
    for kind, chats in kinds.items():
        length = max(BUCKETS) if kind == "context" else min(BUCKETS)
        packs, count = packed(chats.encoded(1000), length, LOOKED_AT[length]), BUCKETS[length] // 2
        found[kind] = [rows(packs[at : at + count], length) for at in range(0, len(packs) - count + 1, count)]
    return found


def held_out_chats(source: Source, dev: list[dict], seed: int) -> concurrent.futures.Future:
    """`held_out_rows`, made by another process."""
    pool = concurrent.futures.ProcessPoolExecutor(1, SPAWN)
    rows = pool.submit(held_out_rows, source, dev, seed)
    pool.shutdown(wait=False)
    return rows


def prepare(source: Source, seed: int, queue):
    try:
        for step in source.chats(seed).batches():
            queue.put(step)
    except BaseException as e:
        queue.put(e)
        raise


def chat_batches(source: Source, seed: int, workers: int):
    """Steps made by several processes, taken in turn: the same from the same seed. What a process fails with is raised here."""
    queues = [SPAWN.Queue(6) for _ in range(workers)]
    for number, queue in enumerate(queues):
        SPAWN.Process(target=prepare, args=(source, seed * 1000 + number, queue), daemon=True).start()
    return in_turn(queues)


def in_turn(queues):
    for queue in itertools.cycle(queues):
        step = queue.get(timeout=PATIENCE)
        if isinstance(step, BaseException):
            raise step
        yield step
