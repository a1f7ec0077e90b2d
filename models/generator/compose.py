"""What people ask for on top of a plain intent: count, first few, sorted, filtered, saved, watched, timed."""

import random
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable

from . import values
from .intents import Intent

Draw = dict[str, values.Value]


@dataclass(frozen=True)
class Operator:
    """`said` is put around a request, `asked` is a follow-up turn of its own; both hold the slots of `slots`."""

    name: str
    marks: frozenset[str]
    slots: dict[str, str]
    said: tuple[str, ...]
    asked: tuple[str, ...]
    write: Callable[[str, Draw], str]
    fits: Callable[[str], bool] = lambda command: True


def operator(name: str, marks: str, slots: dict[str, str], said: str, asked: str, write, fits=lambda command: True) -> Operator:
    lines = lambda text: tuple(line.strip() for line in text.strip().splitlines())
    return Operator(name, frozenset(marks.split()), slots, lines(said), lines(asked), write, fits)


def plain(command: str) -> bool:
    """No pipe, list or redirection yet."""
    return not re.search(r"[|;&><]|<<", re.sub(r"'[^']*'|\"[^\"]*\"", "", command))


def pipe_ends(command: str) -> bool:
    """Something may still be piped after it: no limit, count or redirection yet."""
    return not re.search(r"\| *(wc|head|tail|tee|less)|[;&>]|\bwc\b", re.sub(r"'[^']*'|\"[^\"]*\"", "", command))


def as_root(command: str) -> str:
    return re.sub(r"(^|\| )(?!sudo )", lambda m: m.group(1) + ("sudo " if not m.group(1) else ""), command, count=1)


OPERATORS = [
    operator("count", "list", {}, "count, don't list: {}\nhow many results: {}\n{}, but only count them\n{} and count them\n{} - just the number",
             "how many are there\ncount them\nhow many is that?\njust the count\nonly the number of them\nhow many\njust tell me how many", lambda c, d: f"{c} | wc -l", pipe_ends),
    operator("head", "list", {"n": "n"}, "{} (only the first {n})\n{}, first {n} only\n{} but only {n} of them\n{}, limit to {n}\n{} and show just the first {n} lines",
             "only the first {n}\njust the top {n}\nshow just {n} of them\nlimit it to {n}\nfirst {n} only\nonly {n} please", lambda c, d: f"{c} | head -n {d['n'].written}", pipe_ends),
    operator("tail", "list", {"n": "n"}, "{}, last {n} only\n{} but only the last {n}\n{} and show just the last {n} lines",
             "only the last {n}\njust the last {n} lines\nlast {n} please\nshow the final {n} only", lambda c, d: f"{c} | tail -n {d['n'].written}", pipe_ends),
    operator("filter", "list", {"pattern": "pattern"}, "{}, only those with {pattern}\n{} but only lines containing {pattern}\n{} and filter for {pattern}\n{} | only what mentions {pattern}\n{}, grep for {pattern}",
             "only those that contain {pattern}\nfilter for {pattern}\njust the ones with {pattern}\ngrep that for {pattern}\nonly lines with {pattern}", lambda c, d: f"{c} | grep {d['pattern'].written}", pipe_ends),
    operator("exclude", "list", {"pattern": "pattern"}, "{}, but not those with {pattern}\n{} except lines containing {pattern}\n{}, leave out {pattern}",
             "without the ones that contain {pattern}\nexclude {pattern}\nbut not {pattern}\nleave out {pattern}\nignore lines with {pattern}", lambda c, d: f"{c} | grep -v {d['pattern'].written}", pipe_ends),
    operator("sort", "list", {}, "{}, sorted\n{} in alphabetical order\n{} sorted alphabetically", "sort them\nsort that alphabetically\nin alphabetical order\nsorted please\ncan you sort it", lambda c, d: f"{c} | sort", lambda c: pipe_ends(c) and "sort" not in c),
    operator("sort-reverse", "list", {}, "{}, in reverse order\n{} sorted in reverse", "reverse the order\nsort in reverse\nthe other way round", lambda c, d: f"{c} | sort -r", lambda c: pipe_ends(c) and "sort" not in c),
    operator("unique", "list", {}, "{} without duplicates\n{}, each only once", "remove duplicates\nwithout duplicates\nonly unique ones\neach only once", lambda c, d: f"{c} | sort -u", lambda c: pipe_ends(c) and "sort" not in c),
    operator("save", "list text", {"file": "outfile"}, "{} and save it to {file}\n{} and write the output to {file}\nsave to {file}: {}\n{}, output to {file}\n{} > {file}\n{} and store the result in {file}",
             "save that to {file}\nwrite it to {file}\nput the output in {file}\nredirect that to {file}\nstore the result in {file}\ninto {file} please", lambda c, d: f"{c} > {d['file'].written}", lambda c: ">" not in c and "&" not in c and "| less" not in c),
    operator("append", "list text", {"file": "outfile"}, "{} and append it to {file}\n{} and add the output to the end of {file}\nappend to {file}: {}", "append it to {file}\nadd that to the end of {file}\nappend the output to {file}", lambda c, d: f"{c} >> {d['file'].written}", lambda c: ">" not in c and "&" not in c and "| less" not in c),
    operator("tee", "list text", {"file": "outfile"}, "{} and also save it to {file}\n{}, show it and write it to {file}", "show it and save it to {file} too\nalso write it to {file}\nand keep a copy in {file}", lambda c, d: f"{c} | tee {d['file'].written}", lambda c: ">" not in c and "&" not in c and "| less" not in c),
    operator("page", "list text", {}, "{} page by page\n{} in a pager", "page by page\nlet me scroll through it\nin a pager\nuse less", lambda c, d: f"{c} | less", lambda c: pipe_ends(c)),
    operator("watch", "steady", {"seconds": "seconds"}, "{} every {seconds}\n{}, refresh every {seconds}\nevery {seconds}, {}\n{} and update it every {seconds}",
             "every {seconds}\nrefresh that every {seconds}\nrepeat it every {seconds}\nand update it every {seconds}", lambda c, d: f"watch -n {d['seconds'].written} {c}" if plain(c) and "'" not in c and "$" not in c else f"watch -n {d['seconds'].written} {quoted(c)}", lambda c: not c.startswith("watch") and ">" not in c and "&" not in c),
    operator("background", "long", {}, "{} in the background\nin the background, {}\n{} and give me my prompt back", "in the background\nrun that in the background\nput it in the background", lambda c, d: f"{c} &", plain),
    operator("nohup", "long", {}, "{} and keep it running after I log out\n{} so that it survives logout\n{} in the background and don't stop it when the terminal closes", "keep it running after logout\nit should survive when I close the terminal", lambda c, d: f"nohup {c} &", plain),
    operator("time", "long", {}, "{} and measure how long it takes\ntime how long it takes to {}\n{} and time it", "how long does that take\ntime it\nmeasure how long it takes", lambda c, d: f"time {c}"),
    operator("timeout", "long", {"seconds": "seconds"}, "{} but stop it after {seconds}\n{}, give up after {seconds}\n{} for at most {seconds}", "but give up after {seconds}\nstop it after {seconds}\nwith a limit of {seconds}", lambda c, d: f"timeout {d['seconds'].written} {c}", plain),
    operator("nice", "long", {}, "{} with low priority\n{} without slowing down the machine", "with low priority\nat the lowest priority", lambda c, d: f"nice -n 19 {c}", lambda c: plain(c) and not c.startswith("sudo")),
    operator("root", "list text steady files", {}, "{} as root\nas root, {}\n{} with sudo\n{} with root privileges", "as root\nwith sudo\ntry again as root\npermission denied, use sudo\nnow with root rights\nrun it as root", lambda c, d: as_root(c), lambda c: not c.startswith(("sudo", "cd ", "echo", "export", "alias", "[", "for ", "while ", "until ", "{ ", "(", "git log", "git show", "git diff", "git branch", "git tag", "kubectl", "gh ", "time ", "type ", "history")) and "<(" not in c),
    operator("quiet", "list text files", {}, "{}, hide error messages\n{} and ignore errors\n{} without the permission denied messages", "hide the errors\nwithout the permission denied messages\nignore error messages\nsuppress errors", lambda c, d: f"{c} 2>/dev/null", plain),
    operator("delete", "files", {}, "", "delete them\nnow delete those files\nremove all of them\nget rid of them", lambda c, d: f"{c} -delete", lambda c: c.startswith(("find ", "sudo find ")) and plain(c) and not re.search(r"-(exec|ok|delete|print0|printf|ls|empty)\b", c)),
    operator("long-listing", "files", {}, "", "show details\nwith sizes and dates\nlong listing please\nwith details", lambda c, d: f"{c} -ls", lambda c: c.startswith(("find ", "sudo find ")) and plain(c) and not re.search(r"-(exec|ok|delete|print0|printf|ls)\b", c)),
    operator("move", "files", {"folder": "newdir"}, "", "move them to {folder}\nnow move those to {folder}", lambda c, d: f"{c} -exec mv {{}} {d['folder'].written}/ \\;", lambda c: c.startswith(("find ", "sudo find ")) and plain(c) and not re.search(r"-(exec|ok|delete|print0|printf|ls)\b", c)),
    operator("copy", "files", {"folder": "newdir"}, "", "copy them to {folder}\nnow copy those into {folder}", lambda c, d: f"{c} -exec cp {{}} {d['folder'].written}/ \\;", lambda c: c.startswith(("find ", "sudo find ")) and plain(c) and not re.search(r"-(exec|ok|delete|print0|printf|ls)\b", c)),
    operator("only-folder", "files", {}, "", "not in subdirectories\nonly in that folder itself\nwithout descending into subfolders", lambda c, d: re.sub(r"^((?:sudo )?find \S+)", r"\1 -maxdepth 1", c), lambda c: c.startswith(("find ", "sudo find ")) and "maxdepth" not in c and plain(c)),
    operator("pack", "files", {"file": "tarball"}, "", "pack them into {file}\nput them all in an archive {file}", lambda c, d: f"{c} -print0 | tar -czf {d['file'].written} --null -T -", lambda c: c.startswith(("find ", "sudo find ")) and plain(c) and not re.search(r"-(exec|ok|delete|print0|printf|ls)\b", c)),
]


def with_more(operators: list[Operator]) -> list[Operator]:
    """With the wordings of `operators.txt` as well."""
    said, asked, name = defaultdict(list), defaultdict(list), ""
    for line in (Path(__file__).parent / "operators.txt").read_text(encoding="utf-8").splitlines():
        sign, _, rest = line.partition(" ")
        if sign == "##":
            name = rest
        elif sign in ("-", ">"):
            (said if sign == "-" else asked)[name].append(rest)
    unknown = (said.keys() | asked.keys()) - {o.name for o in operators}
    if unknown:
        raise ValueError(f"operators.txt: {', '.join(unknown)} (expected: a name of compose.py)")
    return [replace(o, said=o.said + tuple(said[o.name]), asked=o.asked + tuple(asked[o.name])) for o in operators]


OPERATORS = with_more(OPERATORS)


def quoted(command: str) -> str:
    return "'" + command + "'" if "'" not in command else '"' + command.replace('"', '\\"').replace("$", "\\$") + '"'


@values.slot_type("outfile")
def output_file(rng, _):
    name = f"{values.word(rng)}.{rng.choice(['txt', 'txt', 'log', 'csv', 'out', 'list'])}"
    return values.Value(rng.choice([name, name, "/tmp/" + name, "~/" + name]))


@values.slot_type("tarball")
def tarball(rng, _):
    return values.Value(values.word(rng) + rng.choice([".tar.gz", ".tgz"]))


def applicable(intent: Intent, command: str, asked: bool) -> list[Operator]:
    return [o for o in OPERATORS if o.marks & intent.marks and (o.asked if asked else o.said) and o.fits(command)]


def draw(chosen: Operator, rng: random.Random) -> Draw:
    return {name: values.draw(rng, kind, None) for name, kind in chosen.slots.items()}


def spoken(pattern: str, request: str, drawn: Draw, rng: random.Random) -> str:
    text = re.sub(r"\{(\w+)\}", lambda m: drawn[m.group(1)].say(rng), pattern)
    return text.replace("{}", request)
