"""Symmetric group quantisation in the compressed-tensors convention, and its inverse.

int4: linear layers; int8: the embedding, which is also the output projection. Scales are bf16, one
per group of input columns. Training sees the same rounding (`fake_quantize`), so exporting adds none.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

GROUP = 32


def grouped(weight: Tensor, group: int) -> Tensor:
    rows, columns = weight.shape
    padded = F.pad(weight, (0, -columns % group))
    return padded.view(rows, -1, group)


def scale_of(groups: Tensor, bits: int) -> Tensor:
    top = 2 ** (bits - 1) - 1
    scale = groups.abs().amax(-1, keepdim=True) / top
    return scale.clamp_min(2.0**-30).to(torch.bfloat16).float()


def quantize(weight: Tensor, bits: int, group: int = GROUP) -> tuple[Tensor, Tensor]:
    """weight [out, in] -> integers int8 [out, in], scales bf16 [out, ceil(in / group)]"""
    groups = grouped(weight.float(), group)
    scale = scale_of(groups, bits)
    low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
    values = (groups / scale).round().clamp(low, high).to(torch.int8)
    return values.flatten(1)[:, : weight.shape[1]].contiguous(), scale.squeeze(-1).to(torch.bfloat16)


def dequantize(values: Tensor, scale: Tensor, group: int = GROUP) -> Tensor:
    groups = grouped(values.float(), group) * scale.float()[..., None]
    return groups.flatten(1)[:, : values.shape[1]].contiguous()


def pack_int4(values: Tensor) -> Tensor:
    """int8 [out, in] in -8..7 -> int32 [out, ceil(in / 8)], lowest nibble first, offset by 8"""
    nibbles = F.pad(values.to(torch.int64) + 8, (0, -values.shape[1] % 8)).view(values.shape[0], -1, 8)
    words = (nibbles << (4 * torch.arange(8, device=values.device))).sum(-1)
    return torch.where(words >= 2**31, words - 2**32, words).to(torch.int32)


def fake_quantize(weight: Tensor, bits: int) -> Tensor:
    """The weight as it will be after quantisation; the gradient passes straight through."""
    groups = grouped(weight.float(), GROUP)
    scale = scale_of(groups, bits)
    low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
    rounded = ((groups / scale).round().clamp(low, high) * scale).flatten(1)[:, : weight.shape[1]]
    return weight + (rounded - weight).detach()


def bits_of(name: str) -> int:
    return 8 if "embed_tokens" in name or "lm_head" in name else 4


def export_tensors(state: dict[str, Tensor]) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """A float state dict -> (tensors to ship, the same weights dequantised to f32)."""
    shipped, exact = {}, {}
    for name, weight in state.items():
        weight = weight.detach().float().cpu()
        if weight.ndim != 2:
            shipped[name] = weight.to(torch.bfloat16)
            exact[name] = shipped[name].float()
            continue
        bits = bits_of(name)
        values, scale = quantize(weight, bits)
        exact[name] = dequantize(values, scale)
        if bits == 8:
            shipped[name] = values
        else:
            shipped[name + "_packed"] = pack_int4(values)
            shipped[name + "_shape"] = torch.tensor(weight.shape, dtype=torch.int64)
        shipped[name + "_scale"] = scale
    return shipped, exact


def condensed(state: dict[str, Tensor], bits: int = 6) -> dict[str, Tensor]:
    """A float state dict as integers of few bits in int8, which compress well: for going on with training elsewhere."""
    out = {}
    for name, weight in state.items():
        if weight.ndim == 2:
            out[name], out[name + "_scale"] = (t.cpu() for t in quantize(weight.detach(), bits))
        else:
            out[name] = weight.detach().cpu()
    return out


def unpack_int4(words: Tensor, columns: int) -> Tensor:
    nibbles = ((words.to(torch.int64) & 0xFFFFFFFF)[..., None] >> (4 * torch.arange(8))) & 15
    return nibbles.flatten(1)[:, :columns] - 8


def restored(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """What `condensed` or `export_tensors` made -> a state dict in f32."""
    state = {}
    for name, tensor in tensors.items():
        base = name.removesuffix("_packed")
        if base != name:
            state[base] = dequantize(unpack_int4(tensor, int(tensors[base + "_shape"][1])), tensors[base + "_scale"])
        elif tensor.dtype == torch.int8:
            state[name] = dequantize(tensor, tensors[name + "_scale"])
        elif not name.endswith(("_scale", "_shape")):
            state[name] = tensor.float()
    return state


QUANTIZATION_CONFIG = {
    "quant_method": "compressed-tensors",
    "format": "mixed-precision",
    "quantization_status": "compressed",
    "config_groups": {
        "linear": {
            "format": "pack-quantized",
            "targets": ["Linear"],
            "weights": {"num_bits": 4, "type": "int", "symmetric": True, "strategy": "group", "group_size": GROUP},
        },
        "embedding": {
            "format": "int-quantized",
            "targets": ["Embedding"],
            "weights": {"num_bits": 8, "type": "int", "symmetric": True, "strategy": "group", "group_size": GROUP},
        },
    },
}
