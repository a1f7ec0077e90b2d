"""python -m unittest sigma.packing_test, in models/"""

import random
import unittest

import numpy as np
import torch

from . import data
from .config import SigmaConfig
from .model import SigmaForCausalLM

CONFIG = SigmaConfig(vocab_size=97, hidden_size=24, intermediate_size=40, num_hidden_layers=2, num_attention_heads=4, num_key_heads=1, num_value_heads=2, key_head_dim=8,
                     value_head_dim=8, augmented_q_size=36, max_position_embeddings=64)


def some_chat(rng: random.Random, length: int):
    return [rng.randrange(5, 97) for _ in range(length)], [(length // 2, length)]


class PackingTest(unittest.TestCase):
    def setUp(self):
        rng = random.Random(3)
        self.packs = [[some_chat(rng, n) for n in lengths] for lengths in ((7, 13, 12), (5,), (9, 23))]
        self.tokens, self.targets, self.starts = (torch.from_numpy(part) for part in data.rows(self.packs, 32))

    def test_a_chat_among_others_has_the_logits_that_it_has_alone(self):
        torch.manual_seed(1)
        model = SigmaForCausalLM(CONFIG).eval()
        with torch.no_grad():
            together = model(self.tokens, self.starts)
            for row, pack in enumerate(self.packs):
                at = 0
                for ids, _ in pack:
                    alone = model(torch.tensor([ids]))[0]
                    torch.testing.assert_close(together[row, at : at + len(ids)], alone, atol=1e-5, rtol=0)
                    at += len(ids)

    @unittest.skipUnless(torch.cuda.is_available(), "flash attention needs a GPU")
    def test_flash_attention_sees_what_the_mask_shows(self):
        torch.manual_seed(1)
        model = SigmaForCausalLM(CONFIG).eval()
        with torch.no_grad(), torch.autocast("cuda", torch.bfloat16):
            seen = model.cuda()(self.tokens.cuda(), self.starts.cuda()).float().cpu()
        torch.testing.assert_close(seen, model.cpu()(self.tokens, self.starts), atol=0.05, rtol=0)

    def test_only_answers_count_and_starts_end_with_the_rows(self):
        answers = [t for pack in self.packs for ids, ((start, end),) in pack for t in ids[start:end]]
        self.assertEqual(answers, self.targets[self.targets != data.IGNORE].tolist())
        self.assertEqual([0, 7, 20, 32, 37, 64, 73, 96], np.unique(self.starts).tolist())
        self.assertEqual(3 * (data.MOST_IN_A_ROW + 1) + 1, len(self.starts))

    def test_a_row_holds_no_more_chats_than_starts_has_room_for(self):
        rng = random.Random(4)
        packs = data.packed([some_chat(rng, 6) for _ in range(40)], 512, 9)
        self.assertEqual([15, 15, 10], [len(p) for p in packs])


if __name__ == "__main__":
    unittest.main()
