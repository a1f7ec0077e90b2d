"""Greedy answers of a PyTorch model, and how many agree with a gold command: a quick look during training.

The figures that count are made through the engine and the API.
"""

import json
import re
from pathlib import Path

import torch

from .data import with_context
from .pairs import program
from .tokens import ASSISTANT, END, PAD, SYSTEM, USER


def prompt_ids(tokenizer, turns: list[str], system: str = "shell=bash os=linux") -> list[int]:
    """`turns`: request, command, request, …, the request to answer."""
    encode = lambda text: tokenizer.encode(text, add_special_tokens=False).ids
    ids = [SYSTEM, *encode(system), END]
    for i, turn in enumerate(turns):
        ids += [ASSISTANT if i % 2 else USER, *encode(turn), END]
    return [*ids, ASSISTANT]


@torch.no_grad()
@torch.compiler.set_stance("force_eager")
def answers(model, tokenizer, requests: list, limit: int = 80) -> list[str]:
    """Greedy, without a K/V cache: rows of equal prompt length are run together."""
    prompts = [prompt_ids(tokenizer, [r] if isinstance(r, str) else r) for r in requests]
    out = [""] * len(prompts)
    order = sorted(range(len(prompts)), key=lambda i: len(prompts[i]))
    for start in range(0, len(order), 128):
        batch = order[start : start + 128]
        longest = max(len(prompts[i]) for i in batch)
        tokens = torch.full((len(batch), longest + limit), PAD, device="cuda")
        lengths = torch.tensor([len(prompts[i]) for i in batch], device="cuda")
        for row, i in enumerate(batch):
            tokens[row, : len(prompts[i])] = torch.tensor(prompts[i])
        done = torch.zeros(len(batch), dtype=torch.bool, device="cuda")
        rows = torch.arange(len(batch), device="cuda")
        first = lengths.clone()
        for _ in range(limit):
            with torch.autocast("cuda", torch.bfloat16):
                width = min(-(-int(lengths.max()) // 64) * 64, tokens.shape[1])
                logits = model(tokens[:, :width])
            token = logits[rows, lengths - 1].argmax(-1)
            done |= token == END
            tokens[rows[~done], lengths[~done]] = token[~done]
            lengths = torch.where(done, lengths, (lengths + 1).clamp_max(tokens.shape[1] - 1))
            if done.all():
                break
        for row, i in enumerate(batch):
            out[i] = tokenizer.decode(tokens[row, first[row] : lengths[row]].tolist())
    return out


def agreement(predictions: list[str], rows: list[dict]) -> dict:
    def normal(c):
        return " ".join(c.split()).replace('"', "'")

    exact = sum(normal(p) in {normal(c) for c in [r["cmd"], *r.get("alts", [])]} for p, r in zip(predictions, rows))
    utility = sum(program(p) in {program(c) for c in [r["cmd"], *r.get("alts", [])]} for p, r in zip(predictions, rows))
    return {"n": len(rows), "exact": exact / len(rows), "utility": utility / len(rows)}


def one_line(command: str) -> str:
    return " ".join(command.split()).removesuffix(";").rstrip()


def score(model, tokenizer, path: Path, out: Path) -> float:
    """Share of right answers to an evaluation set: of a session, its follow-up turns, asked with the model's own earlier answers."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    histories, judged = [[] for _ in lines], []
    for turn in range(max(len(line.get("turns", [0])) for line in lines)):
        asked = []
        for number, line in enumerate(lines):
            items = line.get("turns") or [line]
            if turn < len(items):
                item = items[turn]
                request = item.get("request") or item["nl"]
                histories[number].append(with_context(request, item["context"]) if item.get("context") else request)
                asked.append((number, item))
        given = answers(model, tokenizer, [histories[n] for n, _ in asked])
        for (number, item), answer in zip(asked, given):
            histories[number].append(answer)
            answer = one_line(answer)
            right = answer in {one_line(g) for g in item["golds"]} if "golds" in item else re.fullmatch(item["pattern"], answer) is not None
            if turn or "turns" not in lines[number]:
                judged.append({"request": item.get("request") or item["nl"], "answer": answer, "right": right})
    out.write_text("".join(json.dumps(j, ensure_ascii=False) + "\n" for j in judged))
    return sum(j["right"] for j in judged) / len(judged)
