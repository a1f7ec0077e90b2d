"""A weighted mean of the weights of several runs of one architecture and tokenizer, quantised as they were:

    python -m sigma.average --out model.safetensors A.safetensors=0.5 B.safetensors=0.5

Runs from one start that saw different data lie near each other, and their mean is right more often than each is (model
soups, arXiv 2203.05482); RATIONALE.md has the figures.
"""

import argparse
from pathlib import Path

from safetensors.torch import load_file, save_file

from . import quantize


def mean(parts: list[tuple[Path, float]]) -> dict:
    """A state dict in f32. The shares must add up to one, and all parts hold the same tensors."""
    if abs(sum(share for _, share in parts) - 1) > 1e-6:
        raise SystemExit(f"the shares add up to {sum(share for _, share in parts):g}, not to 1")
    found = {}
    for path, share in parts:
        state = quantize.restored(load_file(path))
        if found and {n: t.shape for n, t in state.items()} != {n: t.shape for n, t in found.items()}:
            raise SystemExit(f"{path} is of another architecture than {parts[0][0]}")
        for name, tensor in state.items():
            found[name] = found.get(name, 0) + share * tensor
    return found


def part(text: str) -> tuple[Path, float]:
    path, _, share = text.rpartition("=")
    return Path(path), float(share)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("parts", type=part, nargs="+", metavar="FILE=SHARE", help="what export or an earlier mean wrote")
    args = parser.parse_args()
    save_file(quantize.export_tensors(mean(args.parts))[0], args.out, metadata={"format": "pt"})
