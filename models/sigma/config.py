"""Every dimension of a SIGMA decoder, as it stands in config.json."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True)
class SigmaConfig:
    vocab_size: int
    hidden_size: int
    intermediate_size: int
    num_hidden_layers: int
    num_attention_heads: int
    num_key_heads: int
    num_value_heads: int
    key_head_dim: int
    value_head_dim: int
    augmented_q_size: int = 0  # 0: no augmented Q
    selective_v: int = 0  # V rows kept per query head; 0: all
    rms_norm_eps: float = 1e-6
    rope_theta: float = 50_000.0
    max_position_embeddings: int = 2048
    tie_word_embeddings: bool = True

    def __post_init__(self):
        if self.num_attention_heads % self.num_key_heads or self.num_attention_heads % self.num_value_heads:
            raise ValueError("num_attention_heads must be a multiple of num_key_heads and of num_value_heads")

    @classmethod
    def read(cls, file: Path) -> "SigmaConfig":
        body = json.loads(Path(file).read_text())
        return cls(**{field.name: body[field.name] for field in fields(cls)})

    def save(self, directory: Path, **more):
        body = {"architectures": ["SigmaForCausalLM"], "model_type": "sigma", **asdict(self), "hidden_act": "silu", **more}
        (Path(directory) / "config.json").write_text(json.dumps(body, indent=2) + "\n")


# The bundled model: query : key : value heads = 8 : 1 : 4, about 59M parameters.
BUNDLED = dict(
    hidden_size=512,
    intermediate_size=1536,
    num_hidden_layers=12,
    num_attention_heads=8,
    num_key_heads=1,
    num_value_heads=4,
    key_head_dim=64,
    value_head_dim=64,
    augmented_q_size=768,
)
