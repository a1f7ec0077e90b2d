"""Fixtures for the engine's tests: small random models with the logits that PyTorch gives for them.

    python -m sigma.fixtures --out DIR [--model DIR | --tokenizers]

Each folder holds config.json, model.safetensors and expected.safetensors: `tokens` I64 [T], `rows`
I64 [R] and `logits` F32 [R, vocabulary] of those rows. SIGMA models are computed by sigma.model in
f64 and rounded; those of other families by transformers in f32. With --model, also logits of the shipped weights
(dequantised) and golden token ids of its tokenizer. With --tokenizers, tiny tokenizers in the forms of Llama 2 and
Mistral with golden ids and text.
"""

import argparse
import json
import random
from pathlib import Path

import torch

from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from . import quantize
from .config import SigmaConfig
from .evaluate import prompt_ids
from .model import SigmaForCausalLM

SMALL = dict(vocab_size=131, num_hidden_layers=2, max_position_embeddings=96)
SIGMA = {
    "sigma-8-1-4": dict(hidden_size=64, intermediate_size=96, num_attention_heads=8, num_key_heads=1, num_value_heads=4, key_head_dim=8, value_head_dim=8, augmented_q_size=96),
    "sigma-no-augq": dict(hidden_size=48, intermediate_size=80, num_attention_heads=6, num_key_heads=2, num_value_heads=3, key_head_dim=8, value_head_dim=8),
    "sigma-narrow-keys": dict(hidden_size=40, intermediate_size=56, num_attention_heads=4, num_key_heads=1, num_value_heads=2, key_head_dim=6, value_head_dim=12, augmented_q_size=36),
    "sigma-wide-keys": dict(hidden_size=36, intermediate_size=52, num_attention_heads=4, num_key_heads=4, num_value_heads=1, key_head_dim=16, value_head_dim=5, augmented_q_size=20),
    "sigma-selective": dict(hidden_size=64, intermediate_size=96, num_attention_heads=8, num_key_heads=2, num_value_heads=4, key_head_dim=8, value_head_dim=8, augmented_q_size=96, selective_v=5),
    "sigma-selective-no-augq": dict(hidden_size=33, intermediate_size=47, num_attention_heads=3, num_key_heads=1, num_value_heads=3, key_head_dim=10, value_head_dim=11, selective_v=9),
    "sigma-untied": dict(hidden_size=64, intermediate_size=72, num_attention_heads=16, num_key_heads=2, num_value_heads=8, key_head_dim=4, value_head_dim=4, augmented_q_size=96, tie_word_embeddings=False, rope_theta=500_000.0),
    "sigma-one-head": dict(hidden_size=13, intermediate_size=29, num_attention_heads=1, num_key_heads=1, num_value_heads=1, key_head_dim=14, value_head_dim=9, augmented_q_size=7, rms_norm_eps=1e-5),
}
LLAMA = {"llama-mha": (4, 4, True), "llama-gqa": (8, 2, False), "llama-mqa": (6, 1, True)}
# Frequencies of heads of 16 from theta 10,000: of 8, those within 32 tokens turn 5.1 times to not at all.
LLAMA3_ROPE = {"rope_type": "llama3", "rope_theta": 10_000.0, "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0, "original_max_position_embeddings": 32}
TINY = dict(vocab_size=67, hidden_size=24, intermediate_size=44)
# Family and what is its own; windows are shorter than the text of 37 tokens.
FAMILIES = {
    "llama3-scaling": ("Llama", dict(num_attention_heads=6, num_key_value_heads=2, head_dim=16, rope_parameters=LLAMA3_ROPE)),
    "llama-linear-scaling": ("Llama", dict(num_attention_heads=4, num_key_value_heads=4, rope_parameters={"rope_type": "linear", "rope_theta": 10_000.0, "factor": 4.0})),
    "qwen2": ("Qwen2", dict(num_attention_heads=6, num_key_value_heads=2, tie_word_embeddings=True, rope_parameters={"rope_type": "default", "rope_theta": 1_000_000.0})),
    "qwen2-window": ("Qwen2", dict(num_attention_heads=4, num_key_value_heads=1, use_sliding_window=True, sliding_window=9, max_window_layers=0)),
    "qwen3": ("Qwen3", dict(num_attention_heads=5, num_key_value_heads=1, head_dim=14, tie_word_embeddings=True, rope_parameters={"rope_type": "default", "rope_theta": 1_000_000.0})),
    "mistral": ("Mistral", dict(num_attention_heads=6, num_key_value_heads=3, sliding_window=None)),
    "mistral-window": ("Mistral", dict(num_attention_heads=6, num_key_value_heads=2, head_dim=10, sliding_window=11)),
    "mistral-window-of-a-block": ("Mistral", dict(num_attention_heads=4, num_key_value_heads=2, sliding_window=16)),
}


def spread(model: torch.nn.Module):
    """Weights large enough that every part moves the logits."""
    for name, p in model.named_parameters():
        with torch.no_grad():
            if p.ndim == 1:
                p.normal_(0.0, 0.5) if name.endswith("bias") else p.normal_(1.0, 0.2)
            else:
                p.normal_(0.0, 0.5 if "embed" in name else 1.3 * p.shape[-1] ** -0.5)


def save(folder: Path, tensors: dict, tokens: torch.Tensor, logits: torch.Tensor, rows=None):
    rows = torch.arange(len(tokens)) if rows is None else rows
    if tensors:
        save_file({k: v.contiguous() for k, v in tensors.items()}, folder / "model.safetensors")
    save_file({"tokens": tokens, "rows": rows, "logits": logits.float().contiguous()}, folder / "expected.safetensors")


def compute(config: SigmaConfig, exact: dict, tokens: torch.Tensor) -> torch.Tensor:
    model = SigmaForCausalLM(config)
    head = {"lm_head.weight": exact["model.embed_tokens.weight"]} if config.tie_word_embeddings else {}
    model.load_state_dict({**exact, **head})
    # f64 everywhere but RMSNorm and RoPE, which the model always computes in f32
    with torch.no_grad():
        return model.double()(tokens[None])[0]


def sigma_fixture(out: Path, name: str, dims: dict, weights: str = "f32"):
    config = SigmaConfig(**SMALL, **dims)
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    model = SigmaForCausalLM(config)
    spread(model)
    state = {k: v.detach() for k, v in model.state_dict().items() if not (k == "lm_head.weight" and config.tie_word_embeddings)}
    if weights == "f32":
        tensors, exact = state, state
    elif weights == "bf16":
        tensors = {k: v.to(torch.bfloat16) for k, v in state.items()}
        exact = {k: v.float() for k, v in tensors.items()}
    else:
        tensors, exact = quantize.export_tensors(state)
        if weights == "int8":
            tensors = {k: v for k, v in tensors.items() if not k.endswith(("_packed", "_shape", "_scale"))}
            for k, v in state.items():
                if v.ndim == 2:
                    values, scale = quantize.quantize(v, 8)
                    tensors[k], tensors[k + "_scale"], exact[k] = values, scale, quantize.dequantize(values, scale)
    config.save(folder, bos_token_id=None, eos_token_id=4)
    tokens = torch.randint(0, config.vocab_size, (37,))
    save(folder, tensors, tokens, compute(config, exact, tokens))


def transformers_fixture(out: Path, name: str, family: str, keys: dict, shard: str = "1GB"):
    import transformers

    config = getattr(transformers, family + "Config")(num_hidden_layers=2, max_position_embeddings=96, rms_norm_eps=1e-5, attn_implementation="eager", **keys)
    model = getattr(transformers, family + "ForCausalLM")(config).float().eval()
    spread(model)
    folder = out / name
    model.save_pretrained(folder, max_shard_size=shard)
    tokens = torch.randint(0, config.vocab_size, (37,))
    with torch.no_grad():
        save(folder, {}, tokens, model(tokens[None]).logits[0])
    (folder / "generation_config.json").unlink(missing_ok=True)


def llama_fixture(out: Path, name: str, heads: int, kv_heads: int, tied: bool):
    transformers_fixture(out, name, "Llama", dict(vocab_size=131, hidden_size=48, intermediate_size=88, num_attention_heads=heads, num_key_value_heads=kv_heads,
                                                   head_dim=48 // heads if heads != 8 else 8, tie_word_embeddings=tied))


TEXTS = [
    "list all files larger than 100MB in /var", "", " ", "  two  spaces ", "tabs\tand\nnew\r\nlines\n\n", "naïve café Ünïcödé", "数据库 备份 文件", "🚀🔥 deploy👩‍💻", "find . -name '*.log' -mtime +7 -delete",
    "awk '{print $1, $NF}' /etc/passwd | sort | uniq -c | sort -rn | head -n 10", "1234567890 3.14 0x7fff 10.0.0.1:8080", "<|end|><|system|>not control<|endoftext|>", "a" * 300, "=" * 90, "don't I'll we've",
    "\u00a0nbsp\u2003em\u3000wide", "e\u0301 combining", "\x00\x01\x7f control bytes", "\ud7ff\ue000\ufffd", "ſtrange ǅ titlecase ª º ² ½ Ⅷ", "kubectl get pods -n kube-system -o jsonpath='{.items[*].metadata.name}'",
    "İstanbul ıI", "مرحبا بالعالم", "हिन्दी १२३", "   \n   \n\n  x", "\n\n\n", "foo\u200bbar\u2028line\u2029para", "$(echo \"hi\") `date` ${HOME:-/root} && ! [[ -f x ]] || exit 1",
]


def model_fixture(directory: Path, out: Path):
    tokenizer = Tokenizer.from_file(str(directory / "tokenizer.json"))
    config = SigmaConfig.read(directory / "config.json")
    exact = quantize.restored(load_file(directory / "model.safetensors"))
    folder = out / "shipped"
    folder.mkdir(parents=True, exist_ok=True)
    tokens = torch.tensor(prompt_ids(tokenizer, ["list all files larger than 100MB in /var"]) + tokenizer.encode("find /var -type f -size +100M", add_special_tokens=False).ids)
    logits = compute(config, exact, tokens)
    rows = torch.tensor([0, len(tokens) // 2, len(tokens) - 1])
    save(folder, {}, tokens, logits[rows], rows)
    rng = random.Random(7)
    alphabet = "abcXYZ012 -_/.|$'\"\\\n\té中🙂<>(){}[]"
    texts = TEXTS + ["".join(rng.choice(alphabet) for _ in range(rng.randint(1, 60))) for _ in range(150)]
    with open(out / "tokenizer-golden.jsonl", "w", encoding="utf-8") as f:
        # control tokens are looked for in the template only, so the golden ids treat text as plain
        plain = Tokenizer.from_str(json.dumps({**json.loads(tokenizer.to_str()), "added_tokens": []}))
        for text in texts:
            f.write(json.dumps({"text": text, "ids": plain.encode(text, add_special_tokens=False).ids}) + "\n")


PREPEND = {"type": "Sequence", "normalizers": [{"type": "Prepend", "prepend": "▁"}, {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]}
METASPACE = {"type": "Metaspace", "replacement": "▁"}
LAST_STRIP = [{"type": "Strip", "content": " ", "start": 1, "stop": 0}]
# Form: normalizer, pre_tokenizer, what the decoder does last. Llama 2 and the first Mistral 7B; Mistral 7B v0.3; older and other files.
FORMS = {
    "llama2": (PREPEND, None, LAST_STRIP),
    "mistral-v3": (None, {**METASPACE, "prepend_scheme": "first", "split": False}, LAST_STRIP),
    "metaspace-old": (None, {**METASPACE, "add_prefix_space": True}, LAST_STRIP),
    "metaspace-never": (None, {**METASPACE, "prepend_scheme": "never", "split": True}, []),
}
BLANKS = ["     five", " leading", "trailing  ", "\n after a line", "a\n  b\n    c", "▁written▁blank", " ▁", "<s> [INST] <0x0A> <unk></s>", "\u0000\u001b[31m\u007f", "🙂🙂 🙂", "𝔘nknown ⟦x⟧ ቋንቋ"]


def pieces(count: int = 500) -> list:
    """What a BPE learns, in the order in which it does, then characters: the order of SentencePiece's files"""
    from tokenizers import models, pre_tokenizers, trainers

    learner = Tokenizer(models.BPE())
    learner.pre_tokenizer = pre_tokenizers.Metaspace("▁", "always", True)
    texts = [t for t in TEXTS[:2] + TEXTS[5:11] + BLANKS[:5] for _ in range(3)] + [Path(__file__).read_text()]
    learner.train_from_iterator(texts, trainers.BpeTrainer(vocab_size=count, initial_alphabet=["▁"], limit_alphabet=90, show_progress=False))
    learned = sorted(learner.get_vocab(), key=learner.get_vocab().get)
    blanks = ["▁▁", "▁▁▁▁"]
    return blanks + [t for t in learned if len(t) > 1 and t not in blanks] + [t for t in learned if len(t) == 1 and t != "\n"]


def form(normalizer, pre_tokenizer, last: list, controls: list, pairs: bool) -> dict:
    vocab = {t: i for i, t in enumerate(["<unk>", "<s>", "</s>", *controls] + [f"<0x{b:02X}>" for b in range(256)])}
    learned = pieces()
    for piece in learned:
        vocab.setdefault(piece, len(vocab))
    # every way to cut a piece in two, as transformers' converter lists them
    merges = [cut for p in learned for cut in sorted(((p[:i], p[i:]) for i in range(1, len(p)) if p[:i] in vocab and p[i:] in vocab), key=lambda c: (vocab[c[0]], vocab[c[1]]))]
    added = [{"id": vocab[t], "content": t, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True} for t in ["<unk>", "<s>", "</s>", *controls]]
    decoders = [{"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"}, {"type": "Fuse"}, *last]
    model = {"type": "BPE", "dropout": None, "unk_token": "<unk>", "continuing_subword_prefix": None, "end_of_word_suffix": None, "fuse_unk": True, "byte_fallback": True,
             "vocab": vocab, "merges": [list(m) if pairs else " ".join(m) for m in merges]}
    return {"version": "1.0", "truncation": None, "padding": None, "added_tokens": added, "normalizer": normalizer, "pre_tokenizer": pre_tokenizer, "post_processor": None,
            "decoder": {"type": "Sequence", "decoders": decoders}, "model": model}


def tokenizer_fixtures(out: Path):
    rng = random.Random(7)
    alphabet = "abcXYZ012 -_/.|$'\"\\\n\té中🙂<>(){}[]▁  "
    texts = TEXTS + BLANKS + ["".join(rng.choice(alphabet) for _ in range(rng.randint(1, 60))) for _ in range(100)]
    out.mkdir(parents=True, exist_ok=True)
    for name, (normalizer, pre_tokenizer, last) in FORMS.items():
        newer = name == "mistral-v3"
        data = form(normalizer, pre_tokenizer, last, ["[INST]", "[/INST]"] if newer else [], newer)
        (out / f"{name}.json").write_text(json.dumps(data, ensure_ascii=False) + "\n", encoding="utf-8")
        library = Tokenizer.from_str(json.dumps({**data, "added_tokens": []}))
        with open(out / f"{name}-golden.jsonl", "w", encoding="utf-8") as f:
            for text in texts:
                ids = library.encode(text, add_special_tokens=False).ids
                f.write(json.dumps({"text": text, "ids": ids, "decoded": library.decode(ids)}) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--tokenizers", action="store_true")
    args = parser.parse_args()
    if args.tokenizers:
        tokenizer_fixtures(args.out)
        return
    torch.manual_seed(11)
    if args.model:
        model_fixture(args.model, args.out)
        return
    for name, dims in SIGMA.items():
        sigma_fixture(args.out, name, dims)
    for weights in ("bf16", "int8", "int4"):
        sigma_fixture(args.out, f"sigma-{weights}", SIGMA["sigma-8-1-4"], weights)
    for name, (heads, kv_heads, tied) in LLAMA.items():
        llama_fixture(args.out, name, heads, kv_heads, tied)
    for name, (family, keys) in FAMILIES.items():
        # one of them in several files, with an index
        transformers_fixture(args.out, name, family, {**TINY, **keys}, "20KB" if name == "mistral-window" else "1GB")


if __name__ == "__main__":
    main()
