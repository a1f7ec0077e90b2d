"""Trains the bundled model from the data folder in one go: tokenizer, pretraining, supervised training with
quantised weights, export. On one GPU, or on several:

    python -m sigma.train --data DIR --out DIR [--evaluation DIR]
    torchrun --nproc-per-node 2 -m sigma.train --data DIR --out DIR --tokenizer sigma-commands/tokenizer.json

Each process that makes data imports this module again, before it takes its first argument: PyTorch stays out of it.
"""

import argparse
import math
import time
from pathlib import Path


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with corpus.txt.xz, pairs.jsonl.xz, dev.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model and its figures")
    parser.add_argument("--pairs", type=Path, help="what `python -m sigma.pairs` made of the pairs; without it they are cleaned anew")
    parser.add_argument("--evaluation", type=Path, help="folder of evaluation sets to answer at the end")
    parser.add_argument("--steps", type=int, default=2200, help="pretraining steps of 65,536 tokens")
    parser.add_argument("--tuning-steps", type=int, default=1500, help="supervised steps of about 500 chats a GPU")
    parser.add_argument("--corpus-share", type=float, default=1.0, help="first part of the corpus to use (a trial run takes less)")
    parser.add_argument("--chat-documents", type=int, default=300_000, help="chats that pretraining reads as text")
    parser.add_argument("--generated", type=float, default=0.75, help="share of chats from the generator's intents; the rest are the pairs")
    parser.add_argument("--shares", type=float, nargs=3, default=(0.19, 0.33, 0.24), metavar=("SESSIONS", "PASTED", "FAMILIES"), help="what of the generated chats they are; the rest are single requests")
    parser.add_argument("--seed", type=int, default=20_26, help="runs of other seeds and shares are for a mean of their weights")
    parser.add_argument("--plateau", type=int, nargs=2, metavar=("FROM", "TO"), help="tuning steps before the rate falls whose mean weights are exported as well, as plateau.safetensors: for sigma.average")
    parser.add_argument("--dropout", type=float, default=0.1, help="share of what a layer adds that is dropped, in tuning: wordings come again many times")
    parser.add_argument("--workers", type=int, default=12, help="processes that make chats, for each GPU")
    parser.add_argument("--tokenizer", type=Path, help="tokenizer.json to keep, instead of training one")
    parser.add_argument("--pretrained", type=Path, help="weights of an earlier run with the same tokenizer, pretrained or shipped: goes straight to tuning")
    parser.add_argument("--language-every", type=int, default=3, help="tuning steps from one that also reads corpus to the next; 0: none does")
    parser.add_argument("--pretraining-ends", type=float, default=math.inf, help="seconds from the start by which pretraining must end; it is shortened to fit")
    parser.add_argument("--tuning-ends", type=float, default=math.inf, help="the same for supervised training")
    args = parser.parse_args()
    if args.plateau and not 0 < args.plateau[0] <= args.plateau[1] - 10:
        parser.error(f"--plateau {args.plateau[0]} {args.plateau[1]}: expected at least ten steps")
    return args


if __name__ == "__main__":
    began, args = time.time(), arguments()
    from . import run

    run.START = began
    run.main(args)
