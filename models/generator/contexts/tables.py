"""Helpers that scenes are put together from: tables, names, times, states."""

import random

from .. import values

LETTERS = "bcdfghjklmnpqrstvwxz2456789"


def table(rows: list[list[str]], gap: int = 3, right: tuple[int, ...] = ()) -> str:
    """Columns as wide as their widest cell; those of `right` aligned to the right."""
    widths = [max(len(str(row[i])) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [str(c).rjust(w) if i in right else str(c).ljust(w) for i, (c, w) in enumerate(zip(row, widths))]
        lines.append((" " * gap).join(cells).rstrip())
    return "\n".join(lines)


def letters(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(LETTERS) for _ in range(count))


def hexes(rng: random.Random, count: int = 12) -> str:
    return "".join(rng.choice("0123456789abcdef") for _ in range(count))


def distinct(rng: random.Random, count: int, draw) -> list[str]:
    found: list[str] = []
    for _ in range(count * 20):
        name = draw()
        if name not in found:
            found.append(name)
        if len(found) == count:
            break
    return found


def names(rng: random.Random, count: int) -> list[str]:
    """Names of which none is the beginning of another."""
    found: list[str] = []
    for _ in range(count * 30):
        name = values.plain_name(rng)
        if not any(name.startswith(f) or f.startswith(name) for f in found):
            found.append(name)
        if len(found) == count:
            break
    return found


def draw(rng: random.Random, kind: str) -> str:
    return values.TYPES[kind](rng, None).written


def prompt(rng: random.Random, command: str) -> str:
    """The line that people often paste along with an output; sometimes nothing."""
    shape = rng.random()
    if shape < 0.4:
        return ""
    if shape < 0.75:
        return f"$ {command}\n"
    if shape < 0.85:
        return f"# {command}\n"
    return f"{rng.choice(values.PEOPLE)}@{draw(rng, 'node')}:~$ {command}\n"


def age(rng: random.Random) -> str:
    return rng.choice([f"{rng.randint(5, 59)}s", f"{rng.randint(2, 59)}m", f"{rng.randint(1, 23)}h", f"{rng.randint(1, 400)}d", f"{rng.randint(1, 9)}d{rng.randint(1, 23)}h", f"{rng.randint(1, 9)}m{rng.randint(1, 59)}s"])


def size(kibibytes: int) -> str:
    """As `du -h` writes it."""
    number, units = float(kibibytes), "KMGT"
    while number >= 1000 and units[1:]:
        number, units = number / 1024, units[1:]
    return f"{number:.1f}{units[0]}" if number < 10 else f"{number:.0f}{units[0]}"


def amounts(rng: random.Random, count: int, low: float, high: float) -> list[float]:
    """Different values, the greatest well ahead of the rest, spread over orders of magnitude."""
    import math

    drawn = sorted((math.exp(rng.uniform(math.log(low), math.log(high))) for _ in range(count)), reverse=True)
    for i in range(1, len(drawn)):
        drawn[i] = min(drawn[i], drawn[i - 1] * 0.85)
    rng.shuffle(drawn)
    return drawn


def stamp(rng: random.Random) -> str:
    return f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}"


def fragment(name: str, all_names: list[str]) -> str | None:
    """A part of a name that no other name has."""
    parts = [p for p in name.replace("/", "-").replace("_", "-").replace(".", "-").replace(":", "-").split("-") if len(p) > 2 and not p.isdigit()]
    own = [p for p in parts if sum(p in other for other in all_names) == 1]
    return own[0] if own else None


def quantity(cell: str) -> float:
    """`1.2G`, `350Mi`, `12%`, `5d` as a number."""
    units = {"k": 2**10, "K": 2**10, "M": 2**20, "G": 2**30, "T": 2**40, "m": 0.001}
    digits = "".join(c for c in cell.replace("(", " ").split()[0] if c.isdigit() or c == ".")
    rest = cell.replace("(", " ").split()[0][len(digits) :]
    return float(digits) * units.get(rest[:1], 1.0) if digits else 0.0


def workload(rng):
    return values.plain_name(rng)


def pod(rng):
    return f"{values.plain_name(rng)}-{letters(rng, rng.choice([8, 9, 10]))}-{letters(rng, 5)}"


def of(kind):
    return lambda rng: draw(rng, kind)


def pick(options: str):
    found = options.split("|")
    return lambda rng: rng.choice(found)


def mebi(x):
    return f"{int(x)}Mi"


def megabytes(x):
    return f"{x:.0f}MB" if x < 1000 else f"{x / 1000:.2f}GB"


def human(x):
    return size(int(x))


def percent(x):
    return f"{x:.1f}"
