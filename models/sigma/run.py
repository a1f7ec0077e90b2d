"""The training that `train.py` starts: pretraining, supervised training, export."""

import faulthandler
import json
import math
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from . import data, evaluate, gpus, quantize
from . import pairs as pairs_of
from .config import BUNDLED, SigmaConfig
from .model import Linear, SigmaForCausalLM
from .muon import Muon
from .tokens import END, PAD, save_tokenizer, train_tokenizer

CONTEXT = 4096
PRETRAINING_LENGTH = 2048
BATCH_TOKENS = 65_536
SEED = 20_26  # of the held-out chats of every run, so that their figures compare
CHATS = 0.25  # share of pretraining rows
LANGUAGE = 0.3  # what the corpus counts in a tuning step, next to the chats
STUCK = 120  # seconds without a line, after which each process says where it is
FIRST_LOOKS = (1, 5, 20, 50)
WARM = 100  # steps; what is slow at first is over
LENGTH, ROWS = data.SHORT
START = time.time()


def log(**fields):
    faulthandler.dump_traceback_later(STUCK, repeat=True)
    if gpus.FIRST:
        print(json.dumps({"seconds": round(time.time() - START, 1), **fields}), flush=True)


def optimizers(model, matrix_lr: float, other_lr: float):
    matrices = [p for n, p in model.named_parameters() if p.ndim == 2 and "embed" not in n]
    others = [p for n, p in model.named_parameters() if p.ndim != 2 or "embed" in n]
    return [Muon(matrices, lr=matrix_lr), torch.optim.AdamW(others, lr=other_lr, betas=(0.9, 0.95), weight_decay=0.0, fused=True)]


@torch.compile(dynamic=False)
def summed_loss(logits, targets):
    return F.cross_entropy(logits.flatten(0, 1).float(), targets.flatten(), ignore_index=data.IGNORE, reduction="sum")


def schedule(step: int, steps: int, warmup: int, floor: float) -> float:
    """Linear warm-up, flat, then linear decay over the last 45%."""
    if step < warmup:
        return (step + 1) / warmup
    left = (steps - step) / steps
    return min(1.0, floor + (1 - floor) * left / 0.45)


def train(model, batches, steps: int, matrix_lr: float, other_lr: float, floor: float, name: str, every: int, after=None, seconds=math.inf, averages=()):
    opts = optimizers(model, matrix_lr, other_lr)
    base = [o.param_groups[0]["lr"] for o in opts]
    curve, losses, step, most, began = [], [], 0, steps, 0.0
    while step < steps:
        if step == WARM:
            torch.cuda.synchronize()
            began = time.time()
        if step > WARM and step % 100 == 0 and seconds < math.inf:  # as many steps as there is time for, looks included
            torch.cuda.synchronize()
            left = (seconds - (time.time() - START)) * (step - WARM) / (time.time() - began)
            steps = gpus.agreed(min(most, step + max(1, int(left))))
        for o, lr in zip(opts, base):
            o.param_groups[0]["lr"] = lr * schedule(step, steps, min(150, steps // 10 + 1), floor)
        parts, loss = next(batches), 0.0
        counted = {share: sum((y != data.IGNORE).sum() for _, y, _, s in parts if s == share) for _, _, _, share in parts}
        for tokens, targets, starts, share in parts:  # rows of different lengths, one update
            with torch.autocast("cuda", torch.bfloat16):
                logits = model(tokens, starts)
                part = summed_loss(logits, targets) / counted[share]
            (share * part).backward()
            loss = loss + part.detach() * (share == 1.0)
        gpus.average([p.grad for p in model.parameters()])
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for o in opts:
            o.step()
            o.zero_grad(set_to_none=True)
        for each in averages:
            each.add()
        losses.append(loss)
        step += 1
        if step % 100 == 0:
            gpus.align(list(model.parameters()))
        if step in FIRST_LOOKS:
            log(phase=name, step=step)  # what takes long so far is compiling
        if step % every == 0 or step == steps:
            mean = torch.stack(losses).mean().item()
            if not math.isfinite(mean):
                raise RuntimeError(f"{name}: loss is {mean} at step {step}")
            curve.append((step, round(mean, 4)))
            losses.clear()
            log(phase=name, step=step, of=steps, loss=round(mean, 4), **(after(step) if after else {}))
    return curve


def corpus_rows(tokens: torch.Tensor, rows: int, generator, length: int = PRETRAINING_LENGTH):
    """[rows, length + 1] without end, each epoch cut and ordered anew."""
    while True:
        start = torch.randint(0, length, (1,), generator=generator).item()
        count = (len(tokens) - start - 1) // length
        order = torch.randperm(count, generator=generator)
        for i in range(0, count - rows + 1, rows):
            at = (start + order[i : i + rows] * length)[:, None] + torch.arange(length + 1)
            yield tokens[at].long()


def pretraining_batches(text: torch.Tensor, chats: torch.Tensor, generator):
    """Rows of the corpus, and of chats at their share."""
    rows = BATCH_TOKENS // PRETRAINING_LENGTH
    both = int(rows * CHATS)
    for some, most in zip(corpus_rows(chats, both, generator), corpus_rows(text, rows - both, generator)):
        batch = torch.cat((most, some)).cuda(non_blocking=True)
        yield [(batch[:, :-1], batch[:, 1:], None, 1.0)]


def on_device(steps):
    for step in steps:
        yield [(*(torch.from_numpy(part).cuda(non_blocking=True) for part in batch), 1.0) for batch in step]


def with_language(steps, text: torch.Tensor, every: int, generator):
    """Every so many steps some text of the corpus as well, so that words that no request has keep their meaning."""
    following = corpus_rows(text, ROWS, generator, LENGTH)
    starts = (torch.arange(ROWS * (data.MOST_IN_A_ROW + 1) + 1, dtype=torch.int32) * LENGTH).clamp_max(ROWS * LENGTH).cuda()  # of the same shape as of chats: nothing to compile
    for number, step in enumerate(steps):
        if number % every == 0:
            batch = next(following).cuda(non_blocking=True)
            step = [*step, (batch[:, :-1].contiguous(), batch[:, 1:].contiguous(), starts, LANGUAGE)]
        yield step


def tokenizer_of(documents, pairs, args):
    rng = random.Random(args.seed)
    chats = data.Chats(None, pairs, args.seed, args.generated, shares=args.shares)
    sample = rng.sample(documents, min(len(documents), 9000))
    sample += ["\n".join(t for turn in chats.draw()[1] for t in turn) for _ in range(60_000)]
    tokenizer = train_tokenizer(sample, 16_384)
    log(phase="tokenizer", documents=len(documents), vocabulary=tokenizer.get_vocab_size())
    return tokenizer


def pretraining_text(tokenizer, documents, args) -> tuple[torch.Tensor, torch.Tensor]:
    """Tokens of the corpus in random order, and of chats; each process makes its part of them."""
    random.Random(args.seed).shuffle(documents)
    text = data.encode_documents(tokenizer, documents[gpus.RANK :: gpus.COUNT])
    turns = data.chat_documents(source(args), args.seed + gpus.RANK, args.chat_documents // gpus.COUNT, args.workers)
    text, turns = (torch.from_numpy(np.concatenate(gpus.everybodys(part)).astype(np.int32)) for part in (text, turns))
    log(phase="encoded", corpus_tokens=len(text), chat_tokens=len(turns))
    return text, turns


def source(args) -> data.Source:
    return data.Source(str(args.out / "tokenizer.json"), args.pairs, args.generated, tuple(args.shares))


@torch.compiler.set_stance("force_eager")
def held_out(model, batches) -> tuple[float, float]:
    """The loss, and the share of answers whose every token is the likeliest: those that greedy decoding gets right."""
    losses, answers, wrong = [], 0, 0
    model.eval()
    for tokens, targets, starts in batches:
        with torch.no_grad(), torch.autocast("cuda", torch.bfloat16):
            logits = model(tokens, starts)
        losses.append(F.cross_entropy(logits.flatten(0, 1).float(), targets.flatten(), ignore_index=data.IGNORE).item())
        answering = targets != data.IGNORE
        began = answering & ~F.pad(answering, (1, 0))[:, :-1]
        number = began.flatten().cumsum(0)  # each answer's own
        missed = (answering & (logits.argmax(-1) != targets)).flatten()
        answers += int(began.sum())
        wrong += len(torch.unique(number[missed]))
    model.train()
    return sum(losses) / len(losses), 1 - wrong / answers


class Average:
    """A running mean of the weights over about the last `span` steps: what is shipped."""

    def __init__(self, model, span: int = 300):
        self.model, self.keep = model, 1 - 1 / span
        self.weights = [p.detach().clone() for p in model.parameters()]

    def add(self):
        torch._foreach_lerp_(self.weights, [p.detach() for p in self.model.parameters()], 1 - self.keep)

    def exchange(self):
        """Puts the mean into the model and the model's weights here; once more puts them back."""
        for mean, p in zip(self.weights, self.model.parameters()):
            held = p.detach().clone()
            p.data.copy_(mean)
            mean.copy_(held)


class Plateau:
    """The plain mean of the weights after every tenth step of `first` to `last`, while the rate is at its height; exported once it is complete."""

    def __init__(self, model, first: int, last: int, out: Path):
        self.model, self.first, self.last, self.out = model, first, last, out
        self.step = self.count = 0
        self.sums = [torch.zeros_like(p) for p in model.parameters()]

    def add(self):
        self.step += 1
        if self.first <= self.step <= self.last and self.step % 10 == 0:
            self.count += 1
            torch._foreach_add_(self.sums, [p.detach() for p in self.model.parameters()])
        if self.step == self.last and gpus.FIRST:
            names = [name for name, _ in self.model.named_parameters()]
            export({name: total / self.count for name, total in zip(names, self.sums)}, self.out)


def export(state: dict, out: Path) -> dict:
    """Writes the weights as they are shipped; what they are then, in f32."""
    shipped, exact = quantize.export_tensors(untied(state))
    save_file(shipped, out, metadata={"format": "pt"})
    return exact


def untied(state: dict) -> dict:
    return {k: v for k, v in state.items() if k != "lm_head.weight"}


def tied(state: dict) -> dict:
    return {**state, "lm_head.weight": state["model.embed_tokens.weight"]}


def main(args):
    if gpus.COUNT > 1 and not (args.tokenizer or args.pretrained):
        sys.exit("several GPUs need a --tokenizer: each process would train one of its own")
    args.out.mkdir(parents=True, exist_ok=True)
    gpus.join()
    random.seed(args.seed), np.random.seed(args.seed), torch.manual_seed(args.seed)
    torch.set_float32_matmul_precision("high")
    generator = torch.Generator().manual_seed(args.seed + gpus.RANK)

    if not args.pairs:
        args.pairs = args.out / "pairs.jsonl"
        if gpus.FIRST:
            pairs_of.write_cleaned(args.data, args.pairs)
        gpus.wait()
    pairs = pairs_of.read_cleaned(args.pairs)
    dev = list(pairs_of.read_lines(args.data / "dev.jsonl"))
    log(phase="read", **pairs_of.statistics(pairs))
    if args.pretrained:
        tokenizer = Tokenizer.from_file(str(args.tokenizer or args.pretrained.parent / "tokenizer.json"))
        language = torch.from_numpy(np.load(args.pretrained.parent / "language.npy").astype(np.int32)) if args.language_every else None
    else:
        documents = data.read_corpus(args.data)
        documents = documents[: int(len(documents) * args.corpus_share)]
        tokenizer = Tokenizer.from_file(str(args.tokenizer)) if args.tokenizer else tokenizer_of(documents, pairs, args)
    if gpus.FIRST:
        save_tokenizer(tokenizer, args.out, CONTEXT)
    gpus.wait()
    if not args.pretrained:
        text, turns = pretraining_text(tokenizer, documents, args)

    config = SigmaConfig(vocab_size=tokenizer.get_vocab_size(), max_position_embeddings=CONTEXT, **BUNDLED)
    model = SigmaForCausalLM(config).cuda()
    for layer in model.model.layers:  # one compiled layer serves all twelve
        layer.compile(dynamic=False)
    log(phase="model", parameters=sum(p.numel() for p in model.parameters()))

    if args.tuning_steps:  # made while the model is pretrained
        steps = data.chat_batches(source(args), args.seed + gpus.RANK, args.workers)
        held_out_chats = data.held_out_chats(source(args), dev, SEED)
    if args.pretrained:
        model.load_state_dict(tied(quantize.restored(load_file(args.pretrained))))
        curves = {}
    else:
        batches = pretraining_batches(text, turns, generator)
        curves = {"pretraining": train(model, batches, args.steps, 0.002, 0.001, 0.05, "pretraining", 100, seconds=args.pretraining_ends)}
        language = text[: len(text) // 8]
        if gpus.FIRST:
            save_file(quantize.condensed(untied(model.state_dict())), args.out / "pretrained.safetensors")
            np.save(args.out / "language.npy", language.numpy().astype(np.uint16))
    if args.tuning_steps == 0:
        return gpus.leave()

    plain = [r["nl"] for r in dev]
    kinds = {kind: [tuple(torch.from_numpy(part).cuda() for part in batch) for batch in batches] for kind, batches in held_out_chats.result().items()}
    log(phase="held out", **{kind: len(batches) for kind, batches in kinds.items()})
    average = Average(model)
    averages = [average]
    if args.plateau:
        averages.append(Plateau(model, *args.plateau, args.out / "plateau.safetensors"))

    def look(step):
        average.exchange()
        figures = {kind: [round(x, 4) for x in held_out(model, batches)] for kind, batches in kinds.items()}
        average.exchange()
        return figures

    # supervised training computes with int4 weights throughout, so that shipping them loses nothing
    for module in model.modules():
        if isinstance(module, Linear) and module is not model.lm_head:
            module.fake_bits = quantize.bits_of("")
    for layer in model.model.layers:
        layer.dropout = args.dropout
    stream = on_device(steps)
    if args.language_every:
        stream = with_language(stream, language, args.language_every, generator)
    curves["tuning"] = train(model, stream, args.tuning_steps, 0.001, 0.0003, 0.0, "tuning", 500, look, seconds=args.tuning_ends, averages=averages)
    average.exchange()
    gpus.leave()
    if not gpus.FIRST:
        return
    for module in model.modules():
        if isinstance(module, Linear):
            module.fake_bits = 0

    exact = export(model.state_dict(), args.out / "model.safetensors")
    config.save(args.out, dtype="bfloat16", bos_token_id=None, eos_token_id=END, pad_token_id=PAD, quantization_config=quantize.QUANTIZATION_CONFIG)
    generation = {"eos_token_id": END, "pad_token_id": PAD, "do_sample": False}
    (args.out / "generation_config.json").write_text(json.dumps(generation, indent=2) + "\n")
    (args.out / "prompt.json").write_text(json.dumps({"table_digest": True}) + "\n")  # as `data.with_context` wrote them

    model.load_state_dict(tied(exact))
    model.eval()
    predictions = evaluate.answers(model, tokenizer, plain)
    (args.out / "dev.answers.jsonl").write_text("".join(json.dumps({"request": r["nl"], "answer": p, "gold": r["cmd"]}, ensure_ascii=False) + "\n" for p, r in zip(predictions, dev)))
    figures = {"shipped": evaluate.agreement(predictions, dev)}
    log(phase="dev, shipped weights", **figures["shipped"])
    for stratum in sorted({r["stratum"] for r in dev}):
        chosen = [i for i, r in enumerate(dev) if r["stratum"] == stratum]
        figures[stratum] = evaluate.agreement([predictions[i] for i in chosen], [dev[i] for i in chosen])
    if args.evaluation:
        for path in sorted(args.evaluation.glob("*.jsonl")):
            figures[path.stem] = evaluate.score(model, tokenizer, path, args.out / f"{path.stem}.answers.jsonl")
            log(phase="evaluation", set=path.stem, right=round(figures[path.stem], 4))
    (args.out / "training.json").write_text(json.dumps({"seed": args.seed, "figures": figures, "curves": curves}) + "\n")
