"""python -m unittest sigma.digest_test, in models/"""

import json
import random
import time
import unittest
from pathlib import Path

from .digest import AMOUNTS, CHARACTERS, LINES, digest

CASES = Path(__file__).with_name("digest_cases.jsonl")


def cases() -> list[dict]:
    return [json.loads(line) for line in CASES.read_text().splitlines()]


class DigestTest(unittest.TestCase):
    def test_cases(self):
        self.assertGreaterEqual(len(cases()), 60)
        for case in cases():
            with self.subTest(case["paste"][:60]):
                self.assertEqual(digest(case["paste"]), case["digest"])

    def test_line_ends_of_windows_change_nothing(self):
        for case in cases():
            if "\r" not in case["paste"]:
                self.assertEqual(digest(case["paste"].replace("\n", "\r\n")), case["digest"])

    def test_amounts_are_told_apart(self):
        self.assertEqual(len(AMOUNTS), len(set(AMOUNTS)))

    def test_any_text_is_taken_and_what_is_said_stays_bounded(self):
        rng = random.Random(1)
        pastes = [case["paste"] for case in cases()]
        for _ in range(3000):
            lines = rng.choice(pastes).split("\n") + rng.choice(pastes).split("\n")
            at = rng.randrange(len(lines))
            lines[at] = lines[at][: rng.randrange(40)] + rng.choice(["\t", "|", "\0", "  ", ",", '"', "\U0001f600", "\u2028", "\x85", "0", "-"]) + lines[at][rng.randrange(40) :]
            said = digest("\n".join(rng.sample(lines, len(lines)) if rng.random() < 0.2 else lines))
            self.assertLessEqual(len(said), CHARACTERS)
            self.assertLess(said.count("\n"), LINES)

    def test_time_is_linear(self):
        hostile = ["NAME AGE\n", "a,b\n", "a, ", "1\t/a\n", "+--+\n", "a|b\n--+--\n1|2\n", "Up ", '" ', "3 hours ago ", "-|-", "M  a\n", "\t", "| 0 a b 1 C x x x\n", "-rw-r--r-- 1 "]
        for text in hostile:
            started = time.process_time()
            digest(text * (100_000 // len(text)))
            self.assertLess(time.process_time() - started, 5, text)


if __name__ == "__main__":
    unittest.main()
