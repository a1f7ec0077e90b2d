import tempfile
import unittest
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from . import average, quantize


class AverageTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def weights(self, name: str, seed: int, columns: int = 70) -> Path:
        generator = torch.Generator().manual_seed(seed)
        state = {"model.embed_tokens.weight": torch.randn(5, columns, generator=generator), "model.layers.0.mlp.up_proj.weight": torch.randn(9, columns, generator=generator), "model.norm.weight": torch.randn(columns, generator=generator)}
        save_file(quantize.export_tensors(state)[0], self.folder / name)
        return self.folder / name

    def test_the_mean_of_one_is_itself(self):
        one = self.weights("a", 1)
        again = quantize.export_tensors(average.mean([(one, 1.0)]))[0]
        for name, tensor in load_file(one).items():
            self.assertTrue(torch.equal(tensor, again[name]), name)

    def test_each_counts_by_its_share(self):
        parts = [self.weights("a", 1), self.weights("b", 2)]
        first, second = (quantize.restored(load_file(part)) for part in parts)
        for name, tensor in average.mean([(parts[0], 0.25), (parts[1], 0.75)]).items():
            torch.testing.assert_close(tensor, 0.25 * first[name] + 0.75 * second[name])

    def test_refuses_shares_that_are_not_one_and_other_shapes(self):
        with self.assertRaisesRegex(SystemExit, "add up to 0.9"):
            average.mean([(self.weights("a", 1), 0.9)])
        with self.assertRaisesRegex(SystemExit, "another architecture"):
            average.mean([(self.weights("a", 1), 0.5), (self.weights("b", 2, 71), 0.5)])


if __name__ == "__main__":
    unittest.main()
