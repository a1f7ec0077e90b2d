"""Requests about pasted output. Each module adds scenes: a function of a random source that gives output, and what may be asked about it."""

import importlib
import pkgutil
import random
import re
from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Question:
    """`command` answers any of `requests` about the output."""

    requests: tuple[str, ...]
    command: str
    template: str


SCENES: list[Callable[[random.Random], tuple[str, list[Question]]]] = []


def scene(function):
    SCENES.append(function)
    return function


def filled_in(text: str, slots: dict[str, str]) -> str:
    for name, value in slots.items():
        text = text.replace("{" + name + "}", value)
    return text


def question(requests: str, template: str, **slots: str) -> Question:
    """`requests` one a line; `{name}` in them and in `template` takes a slot's value."""

    lines = [line.strip() for line in requests.strip().splitlines() if line.strip()]
    return Question(tuple(filled_in(line, slots) for line in lines), filled_in(template, slots), template)


def example(rng: random.Random):
    from .. import phrases, sessions, systems, wording

    output, questions = rng.choice(SCENES)(rng)
    asked = rng.choice(questions)
    said = wording.reworded(phrases.say(rng.choice(asked.requests), rng), rng, wording.words_of(asked.command))
    request = phrases.register(said, [asked.command, output], rng)
    turn = sessions.Turn(request, asked.command, asked.template)
    pasted = re.findall(r"^(?:\S+[$#] |[$#%] )(.+)", output, re.MULTILINE)
    return sessions.example(systems.draw(rng, [turn.command, *pasted[:3]]), [turn], "context", rng, output)


for module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{module.name}")
