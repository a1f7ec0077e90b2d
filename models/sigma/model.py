"""The executable reference of DiffQKV attention (arXiv 2501.13629) and the decoder around it.

Module names are the tensor names of the checkpoint. Shapes: x [batch, time, hidden].
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .config import SigmaConfig
from .quantize import fake_quantize


class RmsNorm(nn.Module):
    def __init__(self, width: int, eps: float):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.eps = eps

    def forward(self, x: Tensor) -> Tensor:
        y = x.float()
        y = y * torch.rsqrt(y.pow(2).mean(-1, keepdim=True) + self.eps)
        return (y * self.weight).type_as(x)


class Linear(nn.Linear):
    """A bias-free linear layer; with `fake_bits` it computes with the weight as quantised."""

    fake_bits = 0

    def __init__(self, inputs: int, outputs: int):
        super().__init__(inputs, outputs, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, fake_quantize(self.weight, self.fake_bits) if self.fake_bits else self.weight)


class GatedMlp(nn.Module):
    """down(silu(gate(x)) * up(x)): the feed-forward, and the augmentation of Q."""

    def __init__(self, outer: int, inner: int):
        super().__init__()
        self.gate_proj = Linear(outer, inner)
        self.up_proj = Linear(outer, inner)
        self.down_proj = Linear(inner, outer)

    def forward(self, x: Tensor) -> Tensor:
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


def rope_table(config: SigmaConfig, device) -> tuple[Tensor, Tensor]:
    """cos and sin [positions, key_head_dim / 2], computed in double and rounded once."""
    half = config.key_head_dim // 2
    frequency = config.rope_theta ** (-torch.arange(half, dtype=torch.float64) / half)
    angle = torch.arange(config.max_position_embeddings, dtype=torch.float64)[:, None] * frequency
    return angle.cos().float().to(device), angle.sin().float().to(device)


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """RoPE on half-split pairs. x [batch, heads, time, dim]."""
    a, b = x.float().chunk(2, -1)
    return torch.cat((a * cos - b * sin, b * cos + a * sin), -1).type_as(x)


def attend(q: Tensor, k: Tensor, v: Tensor, selective: int) -> Tensor:
    """Causal attention. q, k [batch, heads, time, key dim], v [batch, heads, time, value dim], heads already mapped.

    selective > 0 keeps, per query, the V rows of that many highest probabilities (ties: the earlier
    position) and does not renormalise: the paper's selective V fetch leaves both open, and dropping
    rows without touching the others is the smaller change.
    """
    if not selective:
        return F.scaled_dot_product_attention(q, k, v, is_causal=True)
    time = q.shape[2]
    scores = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    hidden = torch.ones(time, time, dtype=torch.bool, device=q.device).triu(1)
    probabilities = scores.masked_fill(hidden, float("-inf")).softmax(-1)
    order = probabilities.sort(dim=-1, descending=True, stable=True).indices[..., :selective]
    kept = torch.zeros_like(probabilities).scatter(-1, order, 1.0)
    return (probabilities * kept) @ v


def attend_within(q: Tensor, k: Tensor, v: Tensor, starts: Tensor) -> Tensor:
    """Causal attention of chats that lie one after the other in rows and do not see each other. q, k, v [batch, heads, time, dim];
    starts int32: where each begins, the rows read one after the other; none goes over the end of a row."""
    batch, heads, time, dim = q.shape
    if q.is_cuda:
        q, k, v = (x.transpose(1, 2).reshape(batch * time, heads, dim) for x in (q, k, v))
        out = torch.ops.aten._flash_attention_forward(q, k, v, starts, starts, time, time, 0.0, True, False)[0]
        return out.view(batch, time, heads, dim).transpose(1, 2)
    chat = torch.searchsorted(starts, torch.arange(batch * time, dtype=starts.dtype), right=True).view(batch, time)
    seen = (chat[:, :, None] == chat[:, None, :]).tril()
    return F.scaled_dot_product_attention(q, k, v, attn_mask=seen[:, None])


class DiffQkvAttention(nn.Module):
    def __init__(self, config: SigmaConfig):
        super().__init__()
        c = self.config = config
        self.q_proj = Linear(c.hidden_size, c.num_attention_heads * c.key_head_dim)
        if c.augmented_q_size:
            self.q_aug = GatedMlp(c.num_attention_heads * c.key_head_dim, c.augmented_q_size)
        self.k_proj = Linear(c.hidden_size, c.num_key_heads * c.key_head_dim)
        self.v_proj = Linear(c.hidden_size, c.num_value_heads * c.value_head_dim)
        self.o_proj = Linear(c.num_attention_heads * c.value_head_dim, c.hidden_size)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, starts: Tensor | None) -> Tensor:
        c = self.config
        batch, time, _ = x.shape
        q = self.q_proj(x)
        if c.augmented_q_size:
            q = self.q_aug(q)
        q = q.view(batch, time, c.num_attention_heads, c.key_head_dim).transpose(1, 2)
        k = self.k_proj(x).view(batch, time, c.num_key_heads, c.key_head_dim).transpose(1, 2)
        v = self.v_proj(x).view(batch, time, c.num_value_heads, c.value_head_dim).transpose(1, 2)
        q, k = rotate(q, cos, sin), rotate(k, cos, sin)
        # query head h reads key head h * n_k // n_q and value head h * n_v // n_q
        k = k.repeat_interleave(c.num_attention_heads // c.num_key_heads, 1)
        v = v.repeat_interleave(c.num_attention_heads // c.num_value_heads, 1)
        out = attend(q, k, v, c.selective_v) if starts is None else attend_within(q, k, v, starts)
        return self.o_proj(out.transpose(1, 2).reshape(batch, time, -1))


class Layer(nn.Module):
    dropout = 0.0  # of what attention and feed-forward add, in training

    def __init__(self, config: SigmaConfig):
        super().__init__()
        self.input_layernorm = RmsNorm(config.hidden_size, config.rms_norm_eps)
        self.self_attn = DiffQkvAttention(config)
        self.post_attention_layernorm = RmsNorm(config.hidden_size, config.rms_norm_eps)
        self.mlp = GatedMlp(config.hidden_size, config.intermediate_size)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, starts: Tensor | None) -> Tensor:
        x = x + self.dropped(self.self_attn(self.input_layernorm(x), cos, sin, starts))
        return x + self.dropped(self.mlp(self.post_attention_layernorm(x)))

    def dropped(self, x: Tensor) -> Tensor:
        return F.dropout(x, self.dropout, self.training) if self.dropout else x


class Decoder(nn.Module):
    def __init__(self, config: SigmaConfig):
        super().__init__()
        self.embed_tokens = nn.Embedding(config.vocab_size, config.hidden_size)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.num_hidden_layers))
        self.norm = RmsNorm(config.hidden_size, config.rms_norm_eps)


class SigmaForCausalLM(nn.Module):
    def __init__(self, config: SigmaConfig):
        super().__init__()
        self.config = config
        self.model = Decoder(config)
        self.lm_head = Linear(config.hidden_size, config.vocab_size)
        if config.tie_word_embeddings:
            self.lm_head.weight = self.model.embed_tokens.weight
        cos, sin = rope_table(config, "cpu")
        self.register_buffer("cos", cos, persistent=False)
        self.register_buffer("sin", sin, persistent=False)
        self.initialise()

    def initialise(self):
        depth = (2 * self.config.num_hidden_layers) ** -0.5
        for name, p in self.named_parameters():
            if p.ndim == 2:
                scale = 0.02 if "embed" in name or "lm_head" in name else p.shape[1] ** -0.5
                nn.init.normal_(p, std=scale * (depth if name.endswith(("o_proj.weight", "mlp.down_proj.weight")) else 1.0))

    def forward(self, tokens: Tensor, starts: Tensor | None = None) -> Tensor:
        """tokens [batch, time] -> logits [batch, time, vocab]; with `starts`, of chats that do not see each other (`attend_within`)"""
        time = tokens.shape[1]
        cos, sin = self.cos[:time], self.sin[:time]
        x = self.model.embed_tokens(tokens)
        for layer in self.model.layers:
            x = layer(x, cos, sin, starts)
        return self.lm_head(self.model.norm(x))
