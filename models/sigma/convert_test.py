"""python -m unittest sigma.convert_test, in models/"""

import json
import tempfile
import unittest
from pathlib import Path

import torch

from safetensors.torch import load_file, save_file

from .config import SigmaConfig
from .convert import convert, pooled, sigma_config
from .model import SigmaForCausalLM

FIXTURES = Path(__file__).parents[2] / "inference-service/engine/src/test/resources/fixtures"
SOURCE = {"model_type": "llama", "vocab_size": 11, "hidden_size": 12, "intermediate_size": 20, "num_hidden_layers": 1, "num_attention_heads": 6, "num_key_value_heads": 3}


def logits(folder: Path, tokens: torch.Tensor) -> torch.Tensor:
    config = SigmaConfig.read(folder / "config.json")
    model = SigmaForCausalLM(config)
    weights = {k: v for f in sorted(folder.glob("*.safetensors")) for k, v in load_file(f).items()}
    model.load_state_dict(weights, strict=not config.tie_word_embeddings)
    with torch.no_grad():
        return model(tokens[None])[0]


class ConvertTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)

    def test_as_many_key_heads_gives_the_logits_of_transformers(self):
        for name, heads in (("llama-gqa", 2), ("llama-mha", 4), ("mistral", 3)):
            with self.subTest(name):
                expected = load_file(FIXTURES / name / "expected.safetensors")
                convert(FIXTURES / name, heads, self.folder / name)
                error = logits(self.folder / name, expected["tokens"]) - expected["logits"]
                self.assertLess(error.norm() / expected["logits"].norm(), 1e-5)

    def test_heads_that_are_alike_lose_nothing(self):
        expected = load_file(FIXTURES / "llama-mha" / "expected.safetensors")
        source = self.folder / "alike"
        source.mkdir()
        tensors = load_file(FIXTURES / "llama-mha" / "model.safetensors")
        for name, weight in tensors.items():
            if name.endswith("k_proj.weight"):
                pairs = weight.view(2, 2, -1, weight.shape[1])
                tensors[name] = pairs[:, :1].expand_as(pairs).reshape(weight.shape).contiguous()
        save_file(tensors, source / "model.safetensors")
        (source / "config.json").write_text((FIXTURES / "llama-mha" / "config.json").read_text())
        convert(source, 4, self.folder / "whole")
        convert(source, 2, self.folder / "pooled")
        whole, half = (logits(self.folder / n, expected["tokens"]) for n in ("whole", "pooled"))
        self.assertLess((half - whole).norm() / whole.norm(), 1e-6)
        self.assertGreater((whole - expected["logits"]).norm() / expected["logits"].norm(), 1e-2)

    def test_sharded_source_keeps_its_files(self):
        convert(FIXTURES / "mistral-window", 1, self.folder / "out")
        index = json.loads((self.folder / "out" / "model.safetensors.index.json").read_text())
        for name, file in index["weight_map"].items():
            self.assertIn(name, load_file(self.folder / "out" / file))
        config = json.loads((self.folder / "out" / "config.json").read_text())
        self.assertEqual((1, 2, 11), tuple(config[k] for k in ("num_key_heads", "num_value_heads", "max_position_embeddings")))
        logits(self.folder / "out", torch.arange(11))

    def test_pooled_is_the_mean_of_neighbours(self):
        weight = torch.arange(4 * 2 * 3, dtype=torch.float32).view(8, 3)
        expected = torch.stack([(weight[0] + weight[2]) / 2, (weight[1] + weight[3]) / 2, (weight[4] + weight[6]) / 2, (weight[5] + weight[7]) / 2])
        self.assertTrue(torch.equal(expected, pooled(weight, 2, 2)))

    def test_what_sigma_cannot_say_is_refused(self):
        for more, message in (
            ({"model_type": "qwen2"}, 'model_type: "qwen2"'),
            ({"attention_bias": True}, "attention_bias: true"),
            ({"rope_scaling": {"rope_type": "llama3", "factor": 8.0}}, "rope_scaling"),
            ({"rope_parameters": {"rope_type": "default", "partial_rotary_factor": 0.5}}, "partial_rotary_factor: 0.5"),
            ({"hidden_act": "gelu"}, 'hidden_act: "gelu"'),
            ({"num_key_value_heads": 2}, "--key-heads: 3 (expected: a divisor of num_key_value_heads 2)"),
        ):
            with self.subTest(message), self.assertRaises(ValueError) as raised:
                sigma_config({**SOURCE, **more}, 3)
            self.assertIn(message, str(raised.exception))
        convert(FIXTURES / "llama-gqa", 1, self.folder / "there")
        with self.assertRaises(FileExistsError):
            convert(FIXTURES / "llama-gqa", 1, self.folder / "there")


if __name__ == "__main__":
    unittest.main()
