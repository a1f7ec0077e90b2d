"""Makes a DiffQKV model of a grouped-query one: fewer K heads than V heads, each the mean of a group.

    python -m sigma.convert --model DIR --key-heads N --out DIR

Takes Llama and Mistral checkpoints in safetensors, without biases, head norms or RoPE scaling. Rows of k_proj
are averaged over neighbouring K heads, which share their query heads' places; RoPE is linear in a head, so
turning the mean is the mean of the turned heads. All else stays bit for bit, but f16 matrices become bf16,
because the engine reads no f16. What it costs has to be measured: the model is not trained for it.
"""

import argparse
import json
import shutil
from pathlib import Path

import torch

from safetensors import safe_open
from safetensors.torch import save_file
from torch import Tensor

from .config import SigmaConfig

SINGLE, INDEX = "model.safetensors", "model.safetensors.index.json"
ALONGSIDE = ("tokenizer.json", "tokenizer_config.json", "generation_config.json")


def refuse(key: str, value, expected: str):
    raise ValueError(f"{key}: {json.dumps(value)} (expected: {expected})")


def sigma_config(source: dict, key_heads: int) -> SigmaConfig:
    """What a SIGMA config can say of the source's; refuses the rest."""
    if source.get("model_type") not in ("llama", "mistral"):
        refuse("model_type", source.get("model_type"), "llama or mistral: no biases, no head norms")
    for key, absent in (("hidden_act", "silu"), ("attention_bias", False), ("mlp_bias", False), ("quantization_config", None)):
        if source.get(key, absent) != absent:
            refuse(key, source[key], json.dumps(absent))
    rope = source.get("rope_scaling") or source.get("rope_parameters") or {}
    if rope.get("rope_type", rope.get("type", "default")) != "default":
        refuse("rope_scaling", rope, "rope_type default: SIGMA has no scaling")
    if any(c.get("partial_rotary_factor", 1.0) != 1.0 for c in (source, rope)):
        refuse("partial_rotary_factor", source.get("partial_rotary_factor", rope.get("partial_rotary_factor")), "1.0")
    mistral = source["model_type"] == "mistral"
    heads = source["num_attention_heads"]
    # null, as well as absent in Llama, means as many as query heads
    value_heads = source.get("num_key_value_heads", 8 if mistral else None) or heads
    if key_heads < 1 or value_heads % key_heads:
        refuse("--key-heads", key_heads, f"a divisor of num_key_value_heads {value_heads}")
    head_dim = source.get("head_dim") or source["hidden_size"] // heads
    positions = source.get("max_position_embeddings", 131_072 if mistral else 2048)
    # no text is longer than the window then, so that it says nothing
    window = source.get("sliding_window", 4096 if mistral else None)
    return SigmaConfig(
        vocab_size=source["vocab_size"],
        hidden_size=source["hidden_size"],
        intermediate_size=source["intermediate_size"],
        num_hidden_layers=source["num_hidden_layers"],
        num_attention_heads=heads,
        num_key_heads=key_heads,
        num_value_heads=value_heads,
        key_head_dim=head_dim,
        value_head_dim=head_dim,
        rms_norm_eps=source.get("rms_norm_eps", 1e-6),
        rope_theta=rope.get("rope_theta", source.get("rope_theta", 10_000.0)),
        max_position_embeddings=min(positions, window or positions),
        tie_word_embeddings=source.get("tie_word_embeddings", False),
    )


def pooled(weight: Tensor, key_heads: int, head_dim: int) -> Tensor:
    """k_proj [heads * dim, hidden] -> [key_heads * dim, hidden]: the mean of neighbouring heads, summed in f64."""
    groups = weight.double().view(key_heads, -1, head_dim, weight.shape[1])
    return groups.mean(1).flatten(0, 1).to(weight.dtype)


def converted(tensors: dict[str, Tensor], config: SigmaConfig) -> dict[str, Tensor]:
    out = {}
    for name, weight in tensors.items():
        if name.endswith(".inv_freq") or (name == "lm_head.weight" and config.tie_word_embeddings):
            continue
        if not name.endswith(".weight") or name.endswith(("q_norm.weight", "k_norm.weight")):
            refuse(name, list(weight.shape), "no such tensor in a SIGMA model")
        if name.endswith("k_proj.weight"):
            weight = pooled(weight, config.num_key_heads, config.key_head_dim)
        out[name] = weight.to(torch.bfloat16) if weight.ndim == 2 and weight.dtype == torch.float16 else weight.contiguous()
    return out


def convert(model: Path, key_heads: int, out: Path) -> SigmaConfig:
    source = json.loads((model / "config.json").read_text())
    config = sigma_config(source, key_heads)
    index = None if (model / SINGLE).exists() else json.loads((model / INDEX).read_text())
    out.mkdir(parents=True)  # never into a folder with another model
    weight_map = {}
    size = 0
    for file in [SINGLE] if index is None else sorted(set(index["weight_map"].values())):
        with safe_open(model / file, framework="pt") as f:
            tensors = converted({name: f.get_tensor(name) for name in f.keys()}, config)
        save_file(tensors, out / file, metadata={"format": "pt"})
        weight_map.update(dict.fromkeys(tensors, file))
        size += sum(t.numel() * t.element_size() for t in tensors.values())
    if index is not None:
        body = {"metadata": {"total_size": size}, "weight_map": dict(sorted(weight_map.items()))}
        (out / INDEX).write_text(json.dumps(body, indent=2) + "\n")
    config.save(out, bos_token_id=source.get("bos_token_id"), eos_token_id=source.get("eos_token_id"))
    for name in ALONGSIDE:
        if (model / name).exists():
            shutil.copyfile(model / name, out / name)
    return config


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--key-heads", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True, help="a folder that is not there yet")
    args = parser.parse_args()
    try:
        config = convert(args.model, args.key_heads, args.out)
    except (ValueError, FileExistsError) as e:
        raise SystemExit(str(e)) from e
    print(json.dumps({"query_heads": config.num_attention_heads, "key_heads": config.num_key_heads, "value_heads": config.num_value_heads}))


if __name__ == "__main__":
    main()
