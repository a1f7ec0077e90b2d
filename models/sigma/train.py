"""Trains the bundled model from the data folder in one go on one GPU: tokenizer, pretraining, supervised
training with quantised weights, export.

    python -m sigma.train --data DIR --out DIR [--requests FILE]
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import save_file

from . import data, evaluate, quantize
from .config import BUNDLED, SigmaConfig
from .model import Linear, SigmaForCausalLM
from .muon import Muon
from .tokens import END, PAD, save_tokenizer, train_tokenizer

CONTEXT = 2048
BATCH_TOKENS = 65_536
SEED = 20_26


def log(**fields):
    print(json.dumps({"seconds": round(time.time() - START, 1), **fields}), flush=True)


def optimizers(model, matrix_lr: float, other_lr: float):
    matrices = [p for n, p in model.named_parameters() if p.ndim == 2 and "embed" not in n]
    others = [p for n, p in model.named_parameters() if p.ndim != 2 or "embed" in n]
    return [Muon(matrices, lr=matrix_lr), torch.optim.AdamW(others, lr=other_lr, betas=(0.9, 0.95), weight_decay=0.0, fused=True)]


@torch.compile(dynamic=False)
def answer_loss(logits, targets):
    return F.cross_entropy(logits.flatten(0, 1).float(), targets.flatten(), ignore_index=data.IGNORE)


def schedule(step: int, steps: int, warmup: int, floor: float) -> float:
    """Linear warm-up, flat, then linear decay over the last 45%."""
    if step < warmup:
        return (step + 1) / warmup
    left = (steps - step) / steps
    return min(1.0, floor + (1 - floor) * left / 0.45)


def train(model, batches, steps: int, matrix_lr: float, other_lr: float, floor: float, name: str, every: int, after=None, seconds=math.inf):
    opts = optimizers(model, matrix_lr, other_lr)
    base = [o.param_groups[0]["lr"] for o in opts]
    curve, losses, step, began = [], [], 0, 0.0
    while step < steps:
        if step == 100:
            torch.cuda.synchronize()
            began = time.time()
        if step == 200 and seconds < math.inf:  # compiled and warm: as many steps as there is time for
            torch.cuda.synchronize()
            steps = min(steps, 200 + int((seconds - (time.time() - START)) * 100 / (time.time() - began)))
            log(phase=name, steps=steps)
        for o, lr in zip(opts, base):
            o.param_groups[0]["lr"] = lr * schedule(step, steps, min(150, steps // 10 + 1), floor)
        tokens, targets = next(batches)
        with torch.autocast("cuda", torch.bfloat16):
            logits = model(tokens)
        loss = answer_loss(logits, targets)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for o in opts:
            o.step()
            o.zero_grad(set_to_none=True)
        losses.append(loss.detach())
        step += 1
        if step % every == 0 or step == steps:
            mean = torch.stack(losses).mean().item()
            if not math.isfinite(mean):
                raise RuntimeError(f"{name}: loss is {mean} at step {step}")
            curve.append((step, round(mean, 4)))
            losses.clear()
            log(phase=name, step=step, of=steps, loss=round(mean, 4), **(after(step) if after else {}))
    return curve


def corpus_batches(tokens: torch.Tensor, generator):
    rows = BATCH_TOKENS // CONTEXT
    while True:
        start = torch.randint(0, CONTEXT, (1,), generator=generator).item()
        count = (len(tokens) - start - 1) // CONTEXT
        order = torch.randperm(count, generator=generator)
        for i in range(0, count - rows + 1, rows):
            at = (start + order[i : i + rows] * CONTEXT)[:, None] + torch.arange(CONTEXT + 1)
            batch = tokens[at].long().cuda(non_blocking=True)
            yield batch[:, :-1], batch[:, 1:]


def mixed(first, second, share: float, after: int):
    """`first` alone, then batches whose rows come to `share` from `second`."""
    step = 0
    while True:
        a, b = next(first)
        if step >= after:
            c, d = next(second)
            rows = int(len(a) * share)
            a, b = torch.cat((a[rows:], c[:rows])), torch.cat((b[rows:], d[:rows]))
        step += 1
        yield a, b


def chat_batches(chats, count: int):
    """Rows of single turns and, every third batch, rows of several; prepared ahead in a thread."""
    import queue
    import threading

    ready: queue.Queue = queue.Queue(8)

    def fill():
        turn = 0
        while True:
            several = turn % 3 == 2
            tokens, targets = chats.rows(count // 2 if several else count, 256 if several else 128, several)
            ready.put((torch.from_numpy(tokens).pin_memory(), torch.from_numpy(targets).pin_memory()))
            turn += 1

    threading.Thread(target=fill, daemon=True).start()
    while True:
        tokens, targets = ready.get()
        yield tokens.cuda(non_blocking=True), targets.cuda(non_blocking=True)


def held_out_loss(model, batches) -> float:
    with torch.no_grad(), torch.autocast("cuda", torch.bfloat16):
        total = [F.cross_entropy(model(t).flatten(0, 1).float(), y.flatten(), ignore_index=data.IGNORE).item() for t, y in batches]
    return sum(total) / len(total)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with corpus.txt.xz, pairs.jsonl.xz, dev.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model and its figures")
    parser.add_argument("--requests", type=Path, help="requests to answer at the end, one a line")
    parser.add_argument("--steps", type=int, default=2200, help="pretraining steps of 65,536 tokens")
    parser.add_argument("--tuning-steps", type=int, default=1500, help="supervised steps of 256 chats")
    parser.add_argument("--corpus-share", type=float, default=1.0, help="first part of the corpus to use (a trial run takes less)")
    parser.add_argument("--pretraining-ends", type=float, default=math.inf, help="seconds from the start by which pretraining must end; it is shortened to fit")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    random.seed(SEED), np.random.seed(SEED), torch.manual_seed(SEED)
    torch.set_float32_matmul_precision("high")
    generator = torch.Generator().manual_seed(SEED)

    documents = data.read_corpus(args.data)
    documents = documents[: int(len(documents) * args.corpus_share)]
    pairs = data.read_pairs(args.data)
    dev = list(data.read_lines(args.data / "dev.jsonl"))
    log(phase="read", documents=len(documents), pairs=len(pairs))
    rng = random.Random(SEED)
    sample = rng.sample(documents, min(len(documents), 9000)) + [p["nl"] + "\n" + p["cmd"] for p in pairs]
    tokenizer = train_tokenizer(sample, 16_384)
    save_tokenizer(tokenizer, args.out, CONTEXT)
    log(phase="tokenizer", vocabulary=tokenizer.get_vocab_size())
    rng.shuffle(documents)
    text = torch.from_numpy(data.encode_documents(tokenizer, documents).astype(np.int32))
    chats = data.Chats(tokenizer, pairs, SEED)
    turns = torch.from_numpy(chats.documents(6 * len(pairs)).astype(np.int32))
    log(phase="encoded", corpus_tokens=len(text), chat_tokens=len(turns))

    config = SigmaConfig(vocab_size=tokenizer.get_vocab_size(), max_position_embeddings=CONTEXT, **BUNDLED)
    model = SigmaForCausalLM(config).cuda()
    for layer in model.model.layers:  # one compiled layer serves all twelve
        layer.compile(dynamic=False)
    log(phase="model", parameters=sum(p.numel() for p in model.parameters()))

    batches = mixed(corpus_batches(text, generator), corpus_batches(turns, generator), 0.25, args.steps // 2)
    curves = {"pretraining": train(model, batches, args.steps, 0.002, 0.001, 0.05, "pretraining", 100, seconds=args.pretraining_ends)}

    held_out = data.Chats(tokenizer, [dict(nl=r["nl"], cmd=r["cmd"], weight=1.0) for r in dev], SEED + 1)
    held_rows = [tuple(torch.from_numpy(x).cuda() for x in held_out.rows(256, 128, False)) for _ in range(3)]
    plain = [r["nl"] for r in dev]
    best = {"loss": math.inf}

    def look(step):
        loss = held_out_loss(model, held_rows)
        if loss < best["loss"]:
            best.update(loss=loss, step=step, state={k: v.detach().clone() for k, v in model.state_dict().items()})
        return {"held_out": round(loss, 4)}

    def quantised():
        for module in model.modules():
            if isinstance(module, Linear) and module is not model.lm_head:
                module.fake_bits = quantize.bits_of("")

    # the last half of supervised training computes with int4 weights, so that shipping them loses little
    first = args.tuning_steps // 2
    stream = chat_batches(chats, 256)
    curves["tuning"] = train(model, stream, first, 0.001, 0.0003, 0.3, "tuning", 50, look)
    figures = {"float": evaluate.agreement(evaluate.answers(model, tokenizer, plain), dev)}
    log(phase="dev, float weights", **figures["float"])
    quantised()
    best["loss"] = math.inf  # only rounded weights count from here
    curves["tuning, quantised"] = train(model, stream, args.tuning_steps - first, 0.0003, 0.0001, 0.0, "tuning, quantised", 50, look)
    log(phase="chosen", step=best["step"], held_out=round(best["loss"], 4))
    model.load_state_dict(best.pop("state"))
    for module in model.modules():
        if isinstance(module, Linear):
            module.fake_bits = 0

    state = {k: v for k, v in model.state_dict().items() if k != "lm_head.weight"}
    shipped, exact = quantize.export_tensors(state)
    save_file(shipped, args.out / "model.safetensors", metadata={"format": "pt"})
    config.save(args.out, dtype="bfloat16", bos_token_id=None, eos_token_id=END, pad_token_id=PAD, quantization_config=quantize.QUANTIZATION_CONFIG)
    generation = {"eos_token_id": END, "pad_token_id": PAD, "do_sample": False}
    (args.out / "generation_config.json").write_text(json.dumps(generation, indent=2) + "\n")

    model.load_state_dict({**{k: v.cuda() for k, v in exact.items()}, "lm_head.weight": exact["model.embed_tokens.weight"].cuda()})
    predictions = evaluate.answers(model, tokenizer, plain)
    figures["shipped"] = evaluate.agreement(predictions, dev)
    log(phase="dev, shipped weights", **figures["shipped"])
    for stratum in sorted({r["stratum"] for r in dev}):
        chosen = [i for i, r in enumerate(dev) if r["stratum"] == stratum]
        figures[stratum] = evaluate.agreement([predictions[i] for i in chosen], [dev[i] for i in chosen])
    if args.requests:
        asked = args.requests.read_text().splitlines()
        for request, answer in zip(asked, evaluate.answers(model, tokenizer, asked)):
            print(f"{request}  =>  {answer}", flush=True)
    (args.out / "training.json").write_text(json.dumps({"seed": SEED, "figures": figures, "curves": curves}) + "\n")


if __name__ == "__main__":
    START = time.time()
    main()
