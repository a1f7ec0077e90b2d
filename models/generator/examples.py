"""An endless stream of examples from all intents."""

import dataclasses
import random
import zlib
from pathlib import Path

from . import contexts, families, sessions
from .intents import Intent, read_all

DOMAIN_EVENING = 0.35  # 0: a domain counts by its intents, 1: all domains count the same
KEPT_BACK = 12  # of an intent with so many phrasings, and of every third such, the last is never trained on
HERE = Path(__file__).parent / "intents"


def all_intents() -> list[Intent]:
    return read_all(*sorted(HERE.glob("*.txt")))


def wordings(intents: list[Intent], kept_back: bool) -> list[Intent]:
    """The intents with the phrasings to train on; or those with one that is kept back, with that alone."""
    keeping = {i.name for i in intents if len(i.phrasings) >= KEPT_BACK and zlib.crc32(i.name.encode()) % 3 == 0}
    if kept_back:
        return [dataclasses.replace(i, phrasings=i.phrasings[-1:]) for i in intents if i.name in keeping]
    return [dataclasses.replace(i, phrasings=i.phrasings[:-1]) if i.name in keeping else i for i in intents]


class Examples:
    """`kept_back`: only with phrasings that training never sees."""

    def __init__(self, seed: int, session_share: float = 0.19, context_share: float = 0.33, family_share: float = 0.24, kept_back: bool = False):
        self.rng = random.Random(seed)
        self.intents = wordings(all_intents(), kept_back)
        if not self.intents:
            raise ValueError(f"no intents in {HERE}: train with --generated 0")
        self.by_domain: dict[str, list[Intent]] = {}
        for intent in self.intents:
            self.by_domain.setdefault(intent.domain, []).append(intent)
        mass = {domain: sum(i.weight**0.75 for i in them) for domain, them in self.by_domain.items()}
        self.weights = [i.weight**0.75 / mass[i.domain] ** DOMAIN_EVENING for i in self.intents]
        self.session_share, self.context_share, self.family_share = session_share, context_share, family_share

    def next(self) -> sessions.Example:
        chance = self.rng.random()
        if chance < self.context_share:
            return contexts.example(self.rng)
        chance -= self.context_share
        if chance < self.family_share:
            return families.example(self.rng)
        chance -= self.family_share
        intent = self.rng.choices(self.intents, self.weights)[0]
        if chance < self.session_share:
            return sessions.session(intent, self.by_domain[intent.domain], self.rng)
        return sessions.single(intent, self.rng)
