"""An endless stream of examples from all intents."""

import random
from pathlib import Path

from . import contexts, sessions
from .intents import Intent, read_all

DOMAIN_EVENING = 0.35  # 0: a domain counts by its intents, 1: all domains count the same
HERE = Path(__file__).parent / "intents"


class Examples:
    def __init__(self, seed: int, intents: list[Intent] | None = None, session_share: float = 0.25, context_share: float = 0.1):
        self.rng = random.Random(seed)
        self.intents = intents or read_all(HERE)
        if not self.intents:
            raise ValueError(f"no intents in {HERE}: train with --generated 0")
        self.by_domain: dict[str, list[Intent]] = {}
        for intent in self.intents:
            self.by_domain.setdefault(intent.domain, []).append(intent)
        mass = {domain: sum(i.weight**0.75 for i in them) for domain, them in self.by_domain.items()}
        self.weights = [i.weight**0.75 / mass[i.domain] ** DOMAIN_EVENING for i in self.intents]
        self.session_share, self.context_share = session_share, context_share

    def next(self) -> sessions.Example:
        chance = self.rng.random()
        if chance < self.context_share and contexts.SCENES:
            return contexts.example(self.rng)
        intent = self.rng.choices(self.intents, self.weights)[0]
        if chance < self.context_share + self.session_share:
            return sessions.session(intent, self.by_domain[intent.domain], self.rng)
        return sessions.single(intent, self.rng)
