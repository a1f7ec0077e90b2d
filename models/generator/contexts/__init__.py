"""Requests about pasted output. Each module adds scenes: a function of a random source that gives output, and what may be asked about it."""

import importlib
import pkgutil
import random
import re
from dataclasses import dataclass
from typing import Callable


LONGEST = 3800  # characters of a paste, about 1,800 tokens
ERRORS_LESS = 0.4  # the share of draws of an error that another scene takes
SHORT, SHORT_LESS = 600, 0.55  # pastes of fewer characters, errors aside, and the share of them that is drawn anew
ASKED = [1] * 5 + [2] * 3 + [3] * 2 + [4]  # how much is asked about one paste


@dataclass(frozen=True)
class Question:
    """`command` answers any of `requests` about the output."""

    requests: tuple[str, ...]
    command: str
    template: str
    first: bool = False  # means the paste's command, so none may come before


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


BEFORE = ["Last login: Tue Mar  3 08:12:44 2026 from 10.8.0.14", "Last login: Fri Mar  6 17:40:02 on ttys003", "Welcome to Ubuntu 24.04.2 LTS (GNU/Linux 6.8.0-55-generic x86_64)", "You have mail.", "*** System restart required ***", "{}uptime\n 10:42:11 up 41 days,  3:07,  2 users,  load average: 0.42, 0.37, 0.31", "{}date\nWed Mar  4 09:14:55 UTC 2026", "{}clear", "{}cd ~/work"]

BEFORE_OF = {  # what people ran just before, by program
    "kubectl": ["{}kubectl config current-context\nprod-eu-1", "{}kubectl config current-context\nminikube", "{}kubectx staging\nSwitched to context \"staging\".", "{}kubectl version --short\nClient Version: v1.30.2\nServer Version: v1.29.6", "{}export KUBECONFIG=~/.kube/prod.yaml"],
    "docker": ["{}docker --version\nDocker version 27.5.1, build 9f9e405", "{}cd /srv/stack", "{}docker info --format '{{.ServerVersion}}'\n27.5.1", "{}systemctl is-active docker\nactive"],
    "git": ["{}cd ~/code/api", "{}git fetch\nremote: Enumerating objects: 42, done.", "{}git rev-parse --abbrev-ref HEAD\nmain", "{}git pull\nAlready up to date."],
    "squeue": ["{}hostname\nlogin2", "{}module load slurm", "{}whoami\nanna"],
    "nvidia-smi": ["{}hostname\ngpu-box", "{}uptime\n 10:42:11 up 41 days,  3:07,  2 users,  load average: 12.42, 11.37, 9.31"],
    "helm": ["{}helm repo update\nUpdate Complete. ⎈Happy Helming!⎈", "{}helm version --short\nv3.16.2+g13654a5"],
}


def surrounded(output: str, rng: random.Random) -> str:
    """Now and then with what stood around it on the screen: a line before, the next prompt after."""
    from .tables import SIGNS

    front = re.match(SIGNS, output)
    if not front or front.group() == "# " and not re.match(r"# (kubectl|docker|podman|git|helm|squeue|sinfo|sacct|nvidia-smi|rocm-smi|ps|ss|df|du|ls|ip|systemctl|lsblk|free|top|zpool|journalctl|tail) ?", output):
        return output
    program = output[front.end() :].split(" ")[0].replace("sacct", "squeue").replace("sinfo", "squeue")
    own = BEFORE_OF.get("kubectl" if program == "k" else program, [])
    if rng.random() < 0.07:
        output = rng.choice(own if own and rng.random() < 0.6 else BEFORE).replace("{}", front.group()) + "\n" + output
    if rng.random() < 0.12:
        output = output.rstrip("\n") + "\n" + front.group().rstrip()
    return output


def spaced(output: str, rng: random.Random) -> str:
    """Now and then without the alignment: chats and browsers swallow blanks, spreadsheets make tabs of them."""
    chance = rng.random()
    if chance < 0.92 or output.count("\n") < 3:
        return output
    return "\n".join(re.sub(r"(?<=\S) {2,}", " " if chance < 0.97 else "\t", line) for line in output.split("\n"))


def example(rng: random.Random):
    from .. import sessions, systems
    from . import noise
    from .tables import SIGNS

    questions: list[Question] = []
    output = ""
    while not questions or len(output) > LONGEST:  # a draw about which nothing can be asked
        scene = rng.choice(SCENES)
        if scene.__module__.endswith(".errors") and rng.random() < ERRORS_LESS:
            continue
        output, questions = scene(rng)
        if len(output) < SHORT and not scene.__module__.endswith(".errors") and rng.random() < SHORT_LESS:
            questions = []
    asked = several(questions, rng.choice(ASKED), rng)
    if scene.__module__.endswith((".errors", ".outputs")) and len(output) < 1200 and rng.random() < 0.5:
        output = noise.among_lines(rng, output)
    output = surrounded(spaced(output, rng), rng)
    turns, fits = [], systems.EVERY
    for each in (turn(question, output, rng) for question in asked):
        if both := fits & systems.working(each.command):  # not apt first and dnf then
            turns.append(each)
            fits = both
    pasted = [re.sub(SIGNS, "", line) for line in output.splitlines() if re.match(SIGNS + r"(?=\w)", line)]
    return sessions.example(systems.draw(rng, [t.command for t in turns] + pasted[:3]), turns, "context", rng, output)


def several(questions: list[Question], count: int, rng: random.Random) -> list[Question]:
    """Up to `count` of them with unlike commands: a paste is read once for all of its answers."""
    chosen = {q.command: q for q in (rng.choice(questions) for _ in range(count))}
    return sorted(chosen.values(), key=lambda q: not q.first)


def turn(asked: Question, output: str, rng: random.Random):
    from .. import phrases, sessions, wording

    said = wording.reworded(phrases.say(rng.choice(asked.requests), rng), rng, wording.words_of(asked.command))
    return sessions.Turn(phrases.register(said, [asked.command, output], rng), asked.command, asked.template)


for module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{module.name}")
