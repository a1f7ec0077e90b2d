"""What the parts of DiffQKV do to the loss, at small scale: each variant is pretrained alike on the same text from the same seed.

    python -m sigma.ablate --data DIR --tokenizer FILE --out FILE.jsonl [--only NAME;NAME] [--seconds 560]

One JSON object a variant: parameters, bytes of K and V a token in bf16, loss on held-out text, and the loss of the same
weights where each query reads only its most probable V rows.
"""

import argparse
import json
import random
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from . import data, run
from .config import SigmaConfig
from .model import SigmaForCausalLM

BASE = SigmaConfig(
    vocab_size=16_384,
    hidden_size=384,
    intermediate_size=1152,
    num_hidden_layers=8,
    num_attention_heads=8,
    num_key_heads=8,
    num_value_heads=8,
    key_head_dim=64,
    value_head_dim=64,
    max_position_embeddings=2048,
)
VARIANTS = {
    "MHA 8:8:8": {},
    "MHA 8:8:8, other seed": {},
    "K heads 4": dict(num_key_heads=4),
    "K heads 2": dict(num_key_heads=2),
    "K heads 1": dict(num_key_heads=1),
    "V heads 4": dict(num_value_heads=4),
    "V heads 2": dict(num_value_heads=2),
    "V heads 1": dict(num_value_heads=1),
    "K dim 32": dict(key_head_dim=32),
    "GQA 8:4:4": dict(num_key_heads=4, num_value_heads=4),
    "GQA 8:2:2": dict(num_key_heads=2, num_value_heads=2),
    "DiffKV 8:1:4": dict(num_key_heads=1, num_value_heads=4),
    "DiffQKV 8:1:4, AugQ 576": dict(num_key_heads=1, num_value_heads=4, augmented_q_size=576),
    "GQA 8:4:4, AugQ 576": dict(num_key_heads=4, num_value_heads=4, augmented_q_size=576),
    "MHA 8:8:8, AugQ 576": dict(augmented_q_size=576),
}
STEPS = 500
HELD_OUT_ROWS = 256
SELECTED = (8, 32, 128)


@torch.no_grad()
def loss_of(model, rows: torch.Tensor, batch: int) -> float:
    total = 0.0
    for part in rows.split(batch):
        part = part.cuda().long()
        with torch.autocast("cuda", torch.bfloat16):
            logits = model(part[:, :-1])
        total += F.cross_entropy(logits.flatten(0, 1).float(), part[:, 1:].flatten(), reduction="sum").item()
    return total / (rows.shape[0] * (rows.shape[1] - 1))


@torch.compiler.set_stance("force_eager")
def selective_losses(model, rows: torch.Tensor) -> dict[str, float]:
    """Loss over short rows with every V row, and with only the most probable ones."""
    losses = {}
    for kept in (0, *SELECTED):
        for layer in model.model.layers:
            layer.self_attn.config = replace(model.config, selective_v=kept)
        losses[str(kept or "all")] = round(loss_of(model, rows, 8), 4)
    return losses


def measured(name: str, changes: dict, text: torch.Tensor, held_out: torch.Tensor) -> dict:
    seed = run.SEED + ("other seed" in name)
    torch.manual_seed(seed)
    torch._dynamo.reset()
    config = replace(BASE, **changes)
    model = SigmaForCausalLM(config).cuda()
    for layer in model.model.layers:
        layer.compile(dynamic=False)
    began = time.time()
    generator = torch.Generator().manual_seed(seed)
    batches = run.pretraining_batches(text, text, generator)
    run.train(model, batches, STEPS, 0.003, 0.002, 0.05, name, STEPS)
    attention = config.num_key_heads * config.key_head_dim + config.num_value_heads * config.value_head_dim
    return {
        "variant": name,
        "parameters": sum(p.numel() for p in model.parameters()),
        "kv_bytes_per_token": attention * config.num_hidden_layers * 2,
        "tokens": STEPS * run.BATCH_TOKENS,
        "loss": round(loss_of(model, held_out, 16), 4),
        "loss_selective_v": selective_losses(model, held_out[:32, :1025]),
        "seconds": round(time.time() - began, 1),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", default="", help="names of variants to run, separated by semicolons; all without any")
    parser.add_argument("--seconds", type=float, default=560, help="no variant begins after so long")
    args = parser.parse_args()
    torch.set_float32_matmul_precision("high")
    run.START = time.time()
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    documents = data.read_corpus(args.data)
    random.Random(run.SEED).shuffle(documents)
    tokens = torch.from_numpy(data.encode_documents(tokenizer, documents).astype(np.int32))
    length = run.PRETRAINING_LENGTH + 1
    held_out = tokens[-HELD_OUT_ROWS * length :].view(HELD_OUT_ROWS, length)
    text = tokens[: -HELD_OUT_ROWS * length]
    run.log(phase="encoded", tokens=len(text))
    done = {json.loads(line)["variant"] for line in args.out.read_text().splitlines()} if args.out.exists() else set()
    wanted = [n for n in VARIANTS if n not in done and (not args.only or n in args.only.split(";"))]
    with args.out.open("a") as out:
        for name in wanted:
            if time.time() - run.START > args.seconds:
                break
            row = measured(name, VARIANTS[name], text, held_out)
            print(json.dumps(row), file=out, flush=True)
            print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
