"""What can be computed from pasted tables: extremes of columns and groups of rows, in words that a small model copies from.

`digest(paste)` gives "" or up to 12 lines. The gateway has the same in Java, so what follows is exact, total and takes linear time; `digest_cases.jsonl`
holds both to the same answers. The sets, lists and patterns below are part of the rules. All patterns are matched against a whole text (`matches` in Java),
and texts have at most 1,000 characters. "Blank" is U+0020, nothing else; trimming takes blanks. A position is a UTF-16 unit: a line with a surrogate or
a character above U+FFFF is no row, so code points and units agree (of a line that is cut within a pair, half of it stays). Numbers are doubles; only ASCII
letters change case, but for the look-up in KNOWN. Maps keep the order in which they were filled; of several smallest or longest the first is meant.

1. Lines. The paste is split at "\\n". Of each line, blanks, tabs and "\\r" at its end are cut, then all behind 1,000 characters, then blanks and such again. A mark of
   systemctl (one of MARKS and a blank, after blanks) becomes blanks. Lines with a control character other than tab, a surrogate or a character above U+FFFF
   become UNREADABLE, lines of a prompt (`is_prompt`) become empty.
2. Tables are found from the top. At each line that is not empty the forms of FORMS are tried in their order: each gives how many lines it took, and perhaps a table.
   If it took none, the next form; if all take none, the next line. So a form that took lines but gave no table hides them from the others.
3. A table is titles and rows of as many trimmed cells. Rows are kept in the order of the paste. Under 3 rows it says nothing.
4. Its key is what commands name a row by (`keys`). Without a key it says nothing.
5. Each column gives at most one line: extremes (`extremes`), else groups (`groups`). Lines are put in order of their rank (`rank`), columns from left to right within one rank.
6. Of several tables (the first 4 count) each may say 12 / tables lines and 1200 / tables characters, rounded down, line ends counted; a line that no longer fits is left out and the next is tried.
   The tables' lines follow each other in the order of the paste, joined by "\\n".
"""

import re

MARKS = "●○×↻"
MISSING = {"", "-", "--", "?", "<none>", "<unset>", "<unknown>", "<invalid>", "<pending>", "n/a", "N/A", "[N/A]", "[Not Supported]", "none", "None", "NULL", "(null)"}

# Titles that are words apart in the header, longest first where one begins another.
JOINED = [tuple(t.split()) for t in (
    "CONTAINER ID|IMAGE ID|NETWORK ID|LAST SEEN|LAST SCHEDULE|NOMINATED NODE|READINESS GATES|ACCESS MODES|VOLUME NAME|MEM USAGE / LIMIT|MEM USAGE|NET I/O|NET IO|BLOCK I/O|BLOCK IO|CPU %|MEM %|"
    "MANAGER STATUS|ENGINE VERSION|CONFIG FILES|APP VERSION|CREATED AT|PROCESS NAME|VRAM USED|SDMA USED|CU OCCUPANCY|GPU MEM|NODE SELECTOR|UNIT FILE|DOCKER ENDPOINT|Mounted on|"
    "Local Address:Port|Peer Address:Port|Local Address|Foreign Address|PID/Program name|Job ID|Time Use|Queue Type|Release Notes|VOLUME ATTRIBUTES CLASS|LAST HEARTBEAT"
).split("|")]
# Words of titles, in lower case: a header in small letters has no others, one in capitals at least two.
KNOWN = set(
    "name names namespace ready status restarts age ip node nominated readiness up-to-date available desired current type cluster-ip external-ip port(s) ports selector containers images image class hosts address reference "
    "targets minpods maxpods replicas data roles version internal-ip external_ip os-image kernel-version container-runtime capacity access reclaim policy claim storageclass reason volume volumeattributesclass schedule suspend active last "
    "completions duration object message count cpu(cores) cpu% memory(bytes) memory% cpu memory revision updated chart app description cluster authinfo secret container id command created size repository tag digest driver "
    "scope service mode availability hostname user uid gid pid ppid %cpu %mem vsz rss tty stat start stime started time cmd elapsed pr ni virt res shr s c time+ args comm pcpu pmem etime nlwp "
    "filesystem 1k-blocks 1m-blocks blocks used avail use% capacity mounted inodes iused ifree iuse% target source fstype options maj:min rm ro mountpoint mountpoints label uuid fsver fsavail fsuse% model serial vendor "
    "state recv-q send-q local peer address:port process proto foreign pid/program netid unit load sub activates next left passed file preset jobid jobname partition st nodes nodelist(reason) nodelist timelimit time_limi time_limit "
    "account alloccpus exitcode maxrss reqmem tres_per_n priority gres cpus features job queue qos alloc cap frag dedup health altroot expandsz free ckpoint gpu gpus util temp power fan device dev sm mem enc dec jpg ofa fd size/off "
    "usename datname query host db info rows total db_name client_addr from login@ idle jcpu pcpu what ssid chan rate signal security bars in-use title branch workflow event author pv vg lv attr lsize psize pfree vsize vfree fmt "
    "length date rev tracking publisher notes ||/ architecture prio refer mountpoint expires issuer groups roleref key value effect server online servers endpoints disk did sclk mclk perf pwrcap vram% gpu% process vram usage limit "
    "gpu(s) / net i/o io block % mem% ↺ uptime watching session seat leader lock gid provisioner expansion allowed".split()
) | {w.lower() for words in JOINED for w in words}
TEXTS = {"COMMAND", "CMD", "ARGS", "DESCRIPTION", "MESSAGE", "WHAT", "QUERY", "INFO", "PROCESS", "TITLE", "CHANGE-CAUSE", "REASON", "OPTIONS", "CONFIG FILES", "NOTES", "SELECTOR", "INFO"}  # cells hold free text
OPTIONAL = {"PORTS", "MOUNTPOINT", "MOUNTPOINTS", "PROCESS"}  # may be empty where blanks no longer tell it
NEITHER = TEXTS | {  # say nothing by themselves
    "PORTS", "PORT(S)", "PORT", "START", "STIME", "STARTED", "LOGIN@", "NET I/O", "NET IO", "BLOCK I/O", "BLOCK IO", "UUID", "MAJ:MIN", "DIGEST", "IP", "ADDRESS", "LOCAL ADDRESS:PORT", "PEER ADDRESS:PORT", "LOCAL ADDRESS", "FOREIGN ADDRESS",
    "CLUSTER-IP", "RM", "RO", "PR", "LAST", "NEXT", "NOMINATED NODE", "READINESS GATES", "FD", "DEVICE", "SCHEDULE", "SHR", "CURRENT", "CONTAINER ID", "IMAGE ID", "NETWORK ID", "RECV-Q", "SEND-Q", "C", "IDLE", "JCPU", "PCPU", "DID",
}
NAMED_BY_NUMBER = {"PID", "PPID", "UID", "GID", "ID", "JOBID", "JOB ID", "INDEX", "GPU", "DEV", "REV", "NODE", "REVISION", "INODE", "DISK", "CHAN", "TAG", "VERSION", "APP VERSION", "SESSION", "PRIORITY", "PRIO", "NI", "DID"}  # no amounts
STATES = {"STATUS", "STATE", "STAT", "ST", "S", "PHASE", "HEALTH", "ACTIVE", "SUB", "AVAILABILITY", "SUSPEND"}
OWNERS = {"USER", "OWNER", "GROUP", "NODE", "TYPE", "PARTITION", "NAMESPACE", "KIND", "QUEUE", "USENAME", "DATNAME", "DB", "REASON", "ROLES", "CLASS", "STORAGECLASS", "FSTYPE", "DRIVER"}
AGES = {"AGE", "CREATED", "CREATED AT", "LAST SEEN", "DATE", "UPDATED", "LAST SCHEDULE"}
READY = {"READY", "COMPLETIONS", "REPLICAS"}
KEYS = "SERVICE|PID|PID/PROGRAM NAME|JOBID|JOB ID|INDEX|NAMES|NAME|UNIT|UNIT FILE|MOUNTED ON|TARGET|OBJECT|HOSTNAME|VOLUME NAME|NODELIST|REVISION|ID|CONTAINER ID|IMAGE ID|SSID|LV|VG|PV|SESSION|DEVICE|PATH|TTY".split("|")
REPEATED = {"PID", "PID/PROGRAM NAME", "OBJECT"}  # keys that several rows may share
AMOUNTS = (  # what people ask for the most of, in this order
    "RESTARTS|↺|%CPU|CPU%|CPU %|CPU(CORES)|PCPU|CPU|UTIL|GPU%|%MEM|MEM%|MEM %|PMEM|MEMORY%|MEMORY(BYTES)|MEM USAGE / LIMIT|MEM USAGE|MEMORY|MEM|VRAM USED|GPU MEM|VRAM%|RES|RSS|SIZE|COUNT|CHANGES|USE%|CAPACITY|"
    "AVAIL|FREE|USED|AGE|CREATED|DATE|UPDATED|LAST SEEN|TIME|TIME+|ELAPSED|ETIME|DURATION|TEMP|POWER"
).split("|")

UNREADABLE = "|?|"  # fits no form, so a table that holds such a line says nothing
LONGEST_LINE, LINES, CHARACTERS, TABLES = 1000, 12, 1200, 4
LONGEST_KEY, LONGEST_VALUE, MANY, GROUP_LINE = 120, 40, 12, 400


def digest(paste: str) -> str:
    lines = [clean(line) for line in paste.split("\n")]
    found, at = [], 0
    while at < len(lines) and len(found) < TABLES:
        taken = 0
        for form in FORMS if lines[at] else []:
            taken, titles, rows = form(lines, at)
            if taken:
                said = statements(titles, rows) if len(rows) >= 3 else []
                if said:
                    found.append(said)
                break
        at += max(taken, 1)
    out = []
    for said in found:
        left, room = LINES // len(found), CHARACTERS // len(found)
        for line in said:
            if left and len(line) < room:
                out.append(line)
                left, room = left - 1, room - len(line) - 1
    return "\n".join(out)


# ---- lines ------------------------------------------------------------------------------------


def clean(line: str) -> str:
    line = line.rstrip(" \t\r")[:LONGEST_LINE].rstrip(" \t\r")
    if any(ord(c) < 32 and c != "\t" or ord(c) > 0xFFFF or 0xD800 <= ord(c) <= 0xDFFF for c in line):
        return UNREADABLE
    bare = line.lstrip(" ")
    if len(bare) > 1 and bare[0] in MARKS and bare[1] == " ":
        line = line[: len(line) - len(bare)] + " " + bare[1:]
    return "" if is_prompt(line) else line


def is_prompt(line: str) -> bool:
    """`$ ls`, `user@host:~$ ls`, `[user@host dir]# ls`, `user@host dir % ls`, `host:~ user$ ls`, `➜  ~ ls`, each perhaps behind `(venv) `."""
    words = words_of(line)
    if words and words[0].startswith("(") and words[0].endswith(")"):
        words = words[1:]
    if not words or line[0] in " \t":
        return False
    first, second, third = (words + ["", ""])[:3]
    if first in ("$", "#", "%", "❯", ">", "➜", "λ"):
        return True
    if len(first) > 1 and first[-1] in "$#❯" and "||" not in first:
        return True
    if first.startswith("[") and (second.endswith("]$") or second.endswith("]#")):
        return True
    return ("@" in first or ":" in first) and (second in ("%", "$", "#", "❯", ">") or second.endswith("$") or "@" in first and third in ("%", "$", "#", "❯", ">"))


def words_of(text: str) -> list[str]:
    """The pieces between blanks and tabs, none empty."""
    return [w for w in text.replace("\t", " ").split(" ") if w]


# ---- forms: (lines, at) -> (lines taken or 0, titles, rows) -------------------------------------

NOTHING = (0, [], [])


def boxed(lines, at):
    """psql and mysql: a line of titles between bars and a rule under it. Rows follow until a line without as many bars; other rules are passed over."""
    start = at + 1 if is_rule(lines[at]) else at
    if start + 1 >= len(lines) or not is_rule(lines[start + 1]) or not any(c in lines[start] for c in "|│"):
        return NOTHING
    titles = between_bars(lines[start])
    rows, i = [], start + 2
    while i < len(lines):
        if not is_rule(lines[i]):
            cells = between_bars(lines[i])
            if len(cells) != len(titles):
                if "|" in lines[i] or "│" in lines[i]:
                    return (i - at, [], [])
                break
            rows.append(cells)
        i += 1
    return (i - at, titles, rows) if len(titles) >= 2 and all(titles) else (i - at, [], [])


def is_rule(line: str) -> bool:
    """`+----+----+`, `-----+-----`, `|---|:--:|`, `├────┼────┤`."""
    return len(line) >= 3 and all(c in "+-|: ─┼├┤┌┐└┘┬┴│═╪╞╡" for c in line) and ("--" in line or "──" in line or "══" in line) and any(c in line for c in "+|┼┬┴╪")


def between_bars(line: str) -> list[str]:
    text = line.replace("│", "|").strip(" \t")
    if "|" not in text:
        return []
    if text.startswith("|"):  # a box closes too; without one, a bar at the end stands before an empty cell
        text = text[1:-1] if len(text) > 1 and text.endswith("|") else text[1:]
    return [cell.strip(" \t") for cell in text.split("|")]


CARD = re.compile(r"\| +[0-9]{1,3} +[^|]*\| +[0-9A-Fa-f]{4,8}:[0-9A-Fa-f:.]+ [^|]*\|[^|]*\|")
CARD_USE = re.compile(r"\| *[^| ]+ +([0-9]{1,3})C [^|]*?([0-9]{1,5})W */ *[0-9N/A]+W? *\| *([0-9]{1,7})MiB */ *[0-9]{1,7}MiB *\| *([0-9]{1,3})% [^|]*\|")
CARD_PROCESS = re.compile(r"\| +([0-9]{1,3}) +[^| ]+ +[^| ]+ +([0-9]{1,10}) +([A-Z+]{1,3}) +([^ |][^\n]*) +([0-9]{1,7}MiB) +\|")


def cards(lines, at):
    """The box of nvidia-smi: one card is a line with its index and bus, and the next with its use. Rules and lines of bars and blanks stand between."""
    rows, i = [], at
    while i < len(lines):
        use = CARD_USE.fullmatch(lines[i + 1]) if i + 1 < len(lines) and CARD.fullmatch(lines[i]) else None
        if use:
            rows.append([words_of(lines[i][1:])[0], use[1] + "C", use[2] + "W", use[3] + "MiB", use[4] + "%"])
            i += 2
        elif rows and lines[i] and all(c in "|+-=MIGDis.NA/ " for c in lines[i]):  # the third line of a card too: MIG mode
            i += 1
        else:
            break
    if i < len(lines) and CARD.fullmatch(lines[i]):  # one whose use could not be read
        rows = rows and [rows[0]]
    return (i - at, ["GPU", "Temp", "Power", "Memory", "Util"], rows) if rows else NOTHING


def card_processes(lines, at):
    def cells(line):
        found = CARD_PROCESS.fullmatch(line)
        return [found[1], found[2], found[3], found[4].strip(" "), found[5]] if found else None

    return run(lines, at, ["GPU", "PID", "Type", "Process", "Memory"], cells)


def run(lines, at, titles, cells, strays=2):
    """The lines from `at` up to an empty one for which `cells` gives a row, if they are three; it gives None for a line that is no row and [] for one that is passed over, as messages are.
    Up to `strays` lines that are no row may end them. Rows behind such a line, or more such lines, give no table: something was not understood, and the largest of some rows is wrong."""
    rows, i, odd = [], at, 0
    while i < len(lines) and lines[i]:
        row = cells(lines[i])
        if row is None and i == at:
            return NOTHING
        if row is None and not is_message(lines[i]):
            odd += 1
        if odd > strays or row and odd:
            return (i - at, [], []) if len(rows) >= 3 or i - at > len(rows) + odd else NOTHING
        if row:
            rows.append(row)
        i += 1
    return (i - at, titles, rows) if len(rows) >= 3 or i - at > len(rows) + odd else NOTHING  # lines passed over are taken too, else the time is quadratic


def is_message(line: str) -> bool:
    """`du: cannot read directory …`"""
    first = words_of(line)[0]
    return len(first) > 2 and first.endswith(":")


FIELD = re.compile(r"[A-Za-z][A-Za-z0-9_.%-]{0,39}( \[[A-Za-z0-9%/]{1,8}\])?")


def comma_separated(lines, at):
    """A line of at least two unlike titles of one word each (a unit in brackets may follow), and lines of as many fields up to an empty line. One column has to be of amounts."""
    titles = fields(lines[at])
    if len(titles) < 2 or not all(FIELD.fullmatch(t) for t in titles) or len(set(titles)) < len(titles):
        return NOTHING
    i = at + 1
    rows = []
    while i < len(lines) and len(fields(lines[i])) == len(titles) and not any(c in lines[i] for c in '"{}();'):
        rows.append(fields(lines[i]))
        i += 1
    if len(rows) < 3:
        return NOTHING
    if i < len(lines) and lines[i]:
        return (i - at, [], [])
    measured = any(all(amount(titles[c], row[c]) for row in rows) for c in range(len(titles)))
    return (i - at, titles, rows) if measured else (i - at, [], [])


def fields(line: str) -> list[str]:
    return [f.strip(" \t") for f in line.split(",")] if "," in line else []


UNITED = [("%", "util"), ("MiB", "memory"), ("W", "power")]


def cards_bare(lines, at):
    """nvidia-smi's csv without a header: `pid, program, N MiB`, or an index and columns that their units tell (the first of each unit)."""
    first = fields(lines[at])
    if len(first) < 3 or not is_digits(first[0]) or not any(re.fullmatch(r"[0-9.]{1,9} (MiB|W|%)", f) for f in first):
        return NOTHING

    def cells(line):
        row = fields(line)
        return row if len(row) == len(first) and is_digits(row[0]) else None

    if len(first) == 3 and re.fullmatch(r"[0-9]{1,9} MiB", first[2]) and not re.fullmatch(r"[0-9.]{1,9} (MiB|W|%)", first[1]):
        return run(lines, at, ["pid", "process_name", "used_memory"], cells)
    titles = ["index"]
    for field in first[1:]:
        title = next((t for unit, t in UNITED if re.fullmatch(r"[0-9.]{1,9} " + unit, field)), "")
        titles.append("" if title in titles else title)
    return run(lines, at, titles, cells)


def is_digits(text: str) -> bool:
    return 0 < len(text) <= 10 and all("0" <= c <= "9" for c in text)


GPUSTAT = re.compile(r"\[([0-9]{1,3})\] ([^|]+) \| *([0-9]{1,3})[°']C, *([0-9]{1,3}) %[^|]*\| *([0-9]{1,7}) / *[0-9]{1,7} MB \|[^\n]*")


def gpustat(lines, at):
    def cells(line):
        found = GPUSTAT.fullmatch(line + " ")
        return [found[1], found[2].strip(" "), found[3] + "C", found[4] + "%", found[5] + "MB"] if found else None

    return run(lines, at, ["index", "name", "temperature", "utilization", "memory"], cells)


MODE = re.compile(r"[-dlbcpsD][-rwxsStT]{9}[.+@]?")
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
KINDS = {"-": "file", "d": "directory", "l": "link"}


def listing(lines, at):
    """`ls -l`: mode links owner group size, a date of three words (`Mar 4 09:12`) or two (`2026-03-04 09:12`), and the name; `tar -tv`: mode owner/group size date time name.
    `total N` is passed over, `.` and `..` are, and of `a -> b` only a is the name."""
    if lines[at][:1] not in ("-", "d", "l", "b", "c", "p", "s"):
        return NOTHING
    return run(lines, at, ["kind", "owner", "group", "size", "date", "name"], listed)


def listed(line: str):
    if re.fullmatch(r"total [0-9.,]{1,15}[A-Za-z]{0,3}", line):
        return []
    words = line.split(" ", 1)
    if len(words) < 2 or not MODE.fullmatch(words[0]):
        return None
    rest = words[1].replace("\t", " ")
    columns = []
    while rest and len(columns) < 8:  # the name is what follows one blank after the date
        rest = rest.lstrip(" ")
        word, _, rest = rest.partition(" ")
        columns.append(word)
        if len(columns) == 4 and "/" in columns[0] and iso(columns[2]):
            owner, _, group = columns[0].partition("/")
            return entry(words[0], owner, group, columns[1], columns[2] + " " + columns[3], rest)
        if len(columns) == 6 and iso(columns[4]):
            return entry(words[0], columns[1], columns[2], columns[3], columns[4] + " " + columns[5], rest)
        if len(columns) == 7 and columns[4] in MONTHS:
            return entry(words[0], columns[1], columns[2], columns[3], " ".join(columns[4:7]), rest)
    return []  # a device, or another form of date


def iso(text: str) -> bool:
    return re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is not None


def entry(mode, owner, group, size, date, name):
    name = name.split(" -> ")[0].strip(" ")
    return [] if name in ("", ".", "..", "./", "../") else [KINDS.get(mode[0], "other"), owner, group, size, date, name]


SIZE_PATH = re.compile(r" {0,12}([0-9]{1,15}|[0-9]{1,6}[.,][0-9]{1,2}|[0-9]{1,6}([.,][0-9]{1,2})?[KMGTP](i?B)?|[0-9]{1,6}B)[ \t]+([^ \t][^\n]*)")


def sizes(lines, at):
    """`du`, `find -printf '%s %p'`, `wc -l`, `uniq -c`: an amount and a path; but without a tab the path is one word. Left out is `total`, and a folder that holds all others."""

    def cells(line):
        found = SIZE_PATH.fullmatch(line)
        return [found[1], found[4].strip(" \t")] if found and ("\t" in line or " " not in found[4]) else None

    taken, titles, rows = run(lines, at, ["size", "path"], cells)
    rows = [row for row in rows if row[1] != "total"]
    outer = min(rows, key=lambda row: len(row[1])) if rows else None  # the first of the shortest
    if all(row is outer or row[1].startswith(outer[1].rstrip("/") + "/") for row in rows):
        rows = [row for row in rows if row is not outer]
    paths = all("\t" in line for line in lines[at : at + taken]) or all(row[1][0] in "/.~" for row in rows) or any(row[0][-1] in "KMGTPB" for row in rows)
    return taken, titles if paths else ["count", "path"], rows


CHANGE = re.compile(r" ([^ |][^|]*[^ |]) +\| +([0-9]{1,9})( [+-]+)?")


def changes(lines, at):
    """`git diff --stat`."""

    def cells(line):
        found = CHANGE.fullmatch(line)
        return [found[2], found[1]] if found else None

    return run(lines, at, ["changes", "path"], cells)


def short_status(lines, at):
    """`git status --short`: two letters, a blank, one path; the line of the branch is not a row."""

    def cells(line):
        if not re.fullmatch(r"([ MADRCUT][ MADRCUT]|\?\?|!!) [^ ]+", line) or line.startswith("  "):
            return None
        return [line[:2].strip(" "), line[3:]]

    return run(lines, at, ["status", "path"], cells)


# Rows without a header: pieces (`glued`) that match these, one pattern a piece; the last pattern "…" takes any rest. "" as a title: the column says nothing.
NS, WORD, READY_OF, COUNT = r"[a-z0-9][a-z0-9-]*", r"[^ ]+", r"[0-9]{1,4}/[0-9]{1,4}", r"[0-9]{1,9}"
AGE_OF = r"([0-9]{1,6}[ydhms]){1,4}"
POD_STATE, RESTARTED = r"(Init:|Signal:)?[A-Z][A-Za-z0-9:/]*", r"[0-9]{1,6}( \(" + AGE_OF + r" ago\))?"
CLOCK = r"([0-9]{1,4}-)?[0-9]{1,5}(:[0-9]{2}){1,2}(\.[0-9]{2})?"
DECIMAL, AGO = r"[0-9]{1,4}\.[0-9]", r"[A-Za-z0-9 ]{4,40} ago"
BYTES = r"[0-9]{1,6}(\.[0-9]{1,3})?([KMGTP]i?)?B?"
BARE = [(t.split(" "), [re.compile(p) for p in patterns if p != "…"], patterns[-1] == "…") for t, patterns in (
    ("NAME READY STATUS RESTARTS AGE", (WORD, READY_OF, POD_STATE, RESTARTED, AGE_OF)),
    ("NAMESPACE NAME READY STATUS RESTARTS AGE", (NS, WORD, READY_OF, POD_STATE, RESTARTED, AGE_OF)),
    ("NAME READY STATUS RESTARTS AGE IP NODE _ _", (WORD, READY_OF, POD_STATE, RESTARTED, AGE_OF, WORD, WORD, WORD, WORD)),
    ("NAMESPACE NAME READY STATUS RESTARTS AGE IP NODE _ _", (NS, WORD, READY_OF, POD_STATE, RESTARTED, AGE_OF, WORD, WORD, WORD, WORD)),
    ("NAME READY UP-TO-DATE AVAILABLE AGE", (WORD, READY_OF, COUNT, COUNT, AGE_OF)),
    ("NAMESPACE NAME READY UP-TO-DATE AVAILABLE AGE", (NS, WORD, READY_OF, COUNT, COUNT, AGE_OF)),
    ("NAME STATUS COMPLETIONS DURATION AGE", (WORD, r"Complete|Failed|Running|Suspended", READY_OF, AGE_OF, AGE_OF)),
    ("NAME CPU(cores) MEMORY(bytes)", (WORD, r"[0-9]{1,7}m", r"[0-9]{1,9}(Ki|Mi|Gi)")),
    ("NAMESPACE NAME CPU(cores) MEMORY(bytes)", (NS, WORD, r"[0-9]{1,7}m", r"[0-9]{1,9}(Ki|Mi|Gi)")),
    ("USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND", (WORD, COUNT, DECIMAL, DECIMAL, COUNT, COUNT, WORD, r"[A-Z][A-Za-z<+]{0,5}", WORD, CLOCK, "…")),
    ("UID PID PPID C STIME TTY TIME CMD", (WORD, COUNT, COUNT, COUNT, WORD, WORD, CLOCK, "…")),
    ("JOBID PARTITION NAME USER ST TIME NODES NODELIST(REASON)", (r"[0-9]{1,12}[0-9_\[\]%,-]*", WORD, WORD, WORD, r"[A-Z]{1,3}", CLOCK, COUNT, "…")),
    ("UNIT LOAD ACTIVE SUB DESCRIPTION", (r"[^ ]+\.(service|timer|socket|mount|target|path|scope|slice|device|swap)", r"loaded|not-found|masked|error|bad-setting", r"[a-z]{2,15}", r"[a-z-]{2,15}", "…")),
    ("Filesystem Size Used Avail Use% Mounted_on", (WORD, BYTES, BYTES, BYTES, r"[0-9]{1,3}%", r"/[^ ]*")),
    ("Filesystem 1K-blocks Used Available Use% Mounted_on", (WORD, COUNT + "[0-9]{0,4}", COUNT + "[0-9]{0,4}", COUNT + "[0-9]{0,4}", r"[0-9]{1,3}%", r"/[^ ]*")),
    ("REPOSITORY TAG IMAGE_ID CREATED SIZE", (WORD, WORD, r"[0-9a-f]{12}", AGO, r"[0-9.]{1,8}[kMGT]?B")),
    ("NAME STATE INFO", (r"[A-Za-z0-9_.:-]+", r"RUNNING|STOPPED|FATAL|EXITED|STARTING|BACKOFF|STOPPING", "…")),
    ("Proto Recv-Q Send-Q Local_Address Foreign_Address State PID/Program_name", (r"(tcp|udp)6?", COUNT, COUNT, r"[^ ]+:[0-9]+", r"[^ ]+:[0-9*]+", r"[A-Z_0-9]{5,12}", r"[0-9]{1,10}/[^ ]+|-")),
    ("NAME STATE _", (r"[a-z][A-Za-z0-9.@_-]*", r"UP|DOWN|UNKNOWN", "…")),
)]


COMMANDS = {"kubectl", "k", "oc", "docker", "podman", "ps", "squeue", "df", "systemctl", "netstat", "ip", "sudo", "supervisorctl", "watch"}


def begins(lines, at) -> bool:
    """Above is nothing, a message, or a command: else it might be a row that was not understood."""
    return at == 0 or not lines[at - 1] or is_message(lines[at - 1]) or words_of(lines[at - 1])[0] in COMMANDS


def containers_bare(lines, at):
    """`docker ps | grep x`; ports may be missing."""

    def cells(line):
        pieces = glued(words_of(line), True)
        if len(pieces) not in (6, 7) or not re.fullmatch(r"[0-9a-f]{12}", pieces[0]) or not pieces[2].startswith('"') or not pieces[3].endswith(" ago"):
            return None
        return pieces if len(pieces) == 7 else pieces[:5] + [""] + pieces[5:]

    return run(lines, at, ["CONTAINER ID", "IMAGE", "COMMAND", "CREATED", "STATUS", "PORTS", "NAMES"], cells, 0) if begins(lines, at) else NOTHING


def bare(lines, at):
    """Rows of a form that is told without its header, such as what grep leaves."""
    if not begins(lines, at):
        return NOTHING
    pieces = glued(words_of(lines[at]), True)
    for titles, patterns, rest in BARE:
        if not fits(pieces, patterns, rest):
            continue

        def cells(line):
            pieces = glued(words_of(line), True)
            n = len(patterns)
            return (pieces[:n] + [" ".join(pieces[n:])] if rest else pieces) if fits(pieces, patterns, rest) else None

        taken, _, rows = run(lines, at, titles, cells, 0)
        if taken:
            return taken, ["" if t == "_" else t.replace("_", " ") if t in ("Mounted_on", "IMAGE_ID", "Local_Address", "Foreign_Address", "PID/Program_name") else t for t in titles], rows
    return NOTHING


def fits(pieces, patterns, rest) -> bool:
    n = len(patterns)
    return (len(pieces) == n or rest and len(pieces) >= n) and all(p.fullmatch(x) for p, x in zip(patterns, pieces))


# ---- tables under a header ---------------------------------------------------------------------

TITLE = re.compile(r"[A-Z%#|/↺][A-Z0-9%()/_:.+#|@-]*")


def headed(lines, at):
    """A header and the lines under it up to an empty one, another header or a rule of dashes; such a rule right under the header is passed over."""
    titles = titles_of(lines[at])
    if not titles:
        return NOTHING
    i = at + 1
    if i < len(lines) and is_dashes(lines[i]):
        i += 1
    start = i
    while i < len(lines) and lines[i] and not titles_of(lines[i]) and not is_dashes(lines[i]):
        i += 1
    block = lines[start:i]
    rows = rows_under(lines[at], titles, block)
    if rows is None:  # a note may stand below: up to two lines are given up, those from the first that is no row even by its words
        pieces = [loose(titles, line) for line in block]
        good = next((k for k, row in enumerate(pieces) if row is None), len(block))
        if len(block) - 2 <= good < len(block):
            rows = rows_under(lines[at], titles, block[:good])
    return i - at, ["Status" if t == "||/" else t for t in titles], rows or []  # dpkg's


def is_dashes(line: str) -> bool:
    return line != "" and all(c in "-=+ " for c in line)


def titles_of(line: str) -> list[str]:
    """The titles of a header, or none. In capitals: at least two words, two of them known. Else: at least three, all known, and none twice. Tabs part titles only where blanks would too."""
    words = words_of(line)
    if len(words) < 2 or len(words) > 40:
        return []
    known = sum(w.lower() in KNOWN for w in words)
    capitals = all(TITLE.fullmatch(w) for w in words)
    if not (capitals and known >= 2 or len(words) >= 3 and known == len(words)):
        return []
    titles, i = [], 0
    while i < len(words):
        joined = next((j for j in JOINED if tuple(words[i : i + len(j)]) == j), (words[i],))
        titles.append(" ".join(joined))
        i += len(joined)
    return titles if len(titles) >= 2 and len(set(titles)) == len(titles) else []


def rows_under(header: str, titles: list[str], block: list[str]):
    """Rows by their words where each has as many pieces as titles; else by positions; else by words again, an empty cell or a last text allowed; else None."""
    if len(block) < 3:
        return None
    rows = [glued(words_of(line), "TIME" not in [upper(t) for t in titles]) for line in block]
    if all(len(row) == len(titles) for row in rows):
        return rows
    if "\t" in header:
        rows = [[c.strip(" ") for c in line.split("\t") if c.strip(" ")] for line in block]
        heads = [c.strip(" ") for c in header.split("\t") if c.strip(" ")]
        rows = [with_optional(titles, row) for row in rows]
        if heads == titles and all(rows):
            return rows
    else:
        rows = by_position(header, titles, block)
        if rows:
            return rows
    rows = [loose(titles, line) for line in block]
    return rows if all(rows) else None


def by_position(header, titles, block):
    """Cuts at a position between each two titles that is blank in all lines, the last one such. A row fills the first cell and another (but under NAME lsblk has rows of a name alone), and no cell but of a text has runs of blanks."""
    if any("\t" in line for line in block):
        return None
    cuts, end = [0], 0
    for k, title in enumerate(titles):
        begin = header.find(title.split(" ")[0], end)
        if k:
            cut = next((p for p in range(begin - 1, end - 1, -1) if all(p >= len(line) or line[p] == " " for line in block)), -1)
            if cut < 0:
                return None
            cuts.append(cut)
        for word in title.split(" "):
            end = header.find(word, begin) + len(word)
            begin = end
    cuts.append(LONGEST_LINE)
    rows = [[line[a:b].strip(" ") for a, b in zip(cuts, cuts[1:])] for line in block]
    for row in rows:
        filled = sum(1 for cell in row if cell)
        if not row[0] and upper(titles[0]) not in ("CURRENT", "SERVICE", "STATUS", "NEXT") or filled < 2 and (upper(titles[0]) != "NAME" or " " in row[0]):
            return None
        if any("  " in cell and upper(title) not in TEXTS for title, cell in zip(titles, row)):
            return None
    return rows


def with_optional(titles, row):
    """`row` if it has as many cells as titles; with one fewer, an empty one for the first title of OPTIONAL; else None."""
    if len(row) == len(titles) - 1:
        place = next((k for k, t in enumerate(titles) if upper(t) in OPTIONAL), -1)
        return row[:place] + [""] + row[place:] if place >= 0 else None
    return row if len(row) == len(titles) else None


def loose(titles, line):
    row = glued(words_of(line), "TIME" not in [upper(t) for t in titles])
    n = len(titles)
    if len(row) > n and upper(titles[-1]) in TEXTS | {"NODELIST(REASON)", "MOUNTED ON", "NAME"}:
        row = row[: n - 1] + [" ".join(row[n - 1 :])]
    return with_optional(titles, row)


UNITS = {u + s for u in ("second", "minute", "hour", "day", "week", "month", "year") for s in ("", "s")}


def glued(words: list[str], dates: bool) -> list[str]:
    """Words that make one value are joined: quoted commands, lists with commas, `2 hours ago`, `Up 3 days (healthy)`, `Exited (0) 2 hours ago`, `7 (3m ago)`, `20 MiB`, `1MiB / 2GiB`; dates with their time if `dates`."""
    out, i, n = [], 0, len(words)
    while i < n:
        j = i + 1
        word = words[i]
        if word.startswith('"') and not (len(word) > 1 and word.endswith('"')):
            j = next((k for k in range(i + 1, min(n, i + 60)) if words[k].endswith('"')), i) + 1
        elif word.startswith("(") and j < n and words[j] == "ago)" and out:
            out[-1] += " " + word + " ago)"
            i += 2
            continue
        elif word in ("Up", "Exited", "Restarting", "Removal"):
            if j < n and re.fullmatch(r"\([0-9]{1,3}\)", words[j]):
                j += 1
            j = ago(words, j)
            if j < n and words[j] in ("(healthy)", "(unhealthy)", "(Paused)"):
                j += 1
            elif j + 1 < n and words[j] == "(health:" and words[j + 1] == "starting)":
                j += 2
        elif ago(words, i) > i:
            j = ago(words, i)
        elif j < n and re.fullmatch(r"[0-9.]{1,10}", word) and words[j] in ("%", "B", "kB", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB", "W", "C"):
            j += 1
        elif j + 3 < n and word in DAYS and words[j] in MONTHS and is_digits(words[j + 1]) and re.fullmatch(r"[0-9]{2}:[0-9]{2}:[0-9]{2}", words[j + 2]) and re.fullmatch(r"[0-9]{4}", words[j + 3]):
            j += 4
        elif j + 1 < n and words[j] == "/" and re.fullmatch(BYTES, word) and re.fullmatch(BYTES, words[j + 1]):
            j += 2
        elif dates and iso(word) and j < n and re.fullmatch(r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?", words[j]):
            j += 1
            if j < n and re.fullmatch(r"[+-][0-9]{4}", words[j]):
                j += 1
            if j < n and re.fullmatch(r"[A-Z]{3,4}|[+-][0-9]{2}", words[j]):
                j += 1
        while j < n and words[j - 1].endswith(","):
            j += 1
        out.append(" ".join(words[i:j]))
        i = j
    return out


def ago(words: list[str], i: int) -> int:
    """Behind `[About|Less than] N|a|an UNIT [ago]` at i, or i."""
    j = i
    if j < len(words) and words[j] in ("About", "about"):
        j += 1
    elif j + 1 < len(words) and words[j] == "Less" and words[j + 1] == "than":
        j += 2
    if j + 1 < len(words) and (is_digits(words[j]) or words[j] in ("a", "an")) and words[j + 1] in UNITS:
        j += 2
        return j + 1 if j < len(words) and words[j] == "ago" else j
    return i


FORMS = [boxed, cards, card_processes, gpustat, listing, headed, comma_separated, cards_bare, sizes, changes, short_status, containers_bare, bare]


# ---- what a table says -------------------------------------------------------------------------


def upper(title: str) -> str:
    """Titles are compared in capitals, without a unit in brackets; nvidia-smi's names mean the same as others'."""
    title = "".join(chr(ord(c) - 32) if "a" <= c <= "z" else c for c in title.split(" [")[0])
    return {"MEMORY.USED": "MEMORY", "USED_MEMORY": "MEMORY", "USED_GPU_MEMORY": "MEMORY", "UTILIZATION.GPU": "UTIL", "UTILIZATION": "UTIL", "TEMPERATURE.GPU": "TEMP", "TEMPERATURE": "TEMP", "POWER.DRAW": "POWER"}.get(title, title)


def statements(titles: list[str], rows: list[list[str]]) -> list[str]:
    heads = [upper(t) for t in titles]
    named, key = keys(heads, rows)
    if not named:
        return []
    said = []
    for c, head in enumerate(heads):
        if c == key or not head or head in NEITHER or head == "TIME" and "DATE" in heads:  # that is a time of day
            continue
        column = [row[c] for row in rows]
        line, kind = extremes(titles[c], head, named, column), "amounts"
        if not line:
            line, kind = groups(titles[c], head, named, column), "groups"
        if line:
            said.append((rank(head, kind), c, line))
    return [line for _, _, line in sorted(said)]


def rank(head: str, kind: str) -> int:
    if kind == "groups":
        return 0 if head in STATES else 1 if head in READY else 100 if head in OWNERS else 300
    return 2 + AMOUNTS.index(head) if head in AMOUNTS else 200


def keys(heads, rows):
    """The name of each row and the column that it is from (-1: several): the first column of KEYS whose cells are filled, and unlike except for REPEATED; else the first whose cells are so and of one word;
    images are repository:tag, or their id where one is <none>; with a NAMESPACE a NAME or OBJECT is namespace/name (not under `kubectl config get-contexts`, which begins with CURRENT); a pid is taken out of netstat's and ss's columns. ([], -1) without one. A name with blanks is quoted."""
    places = {h: c for c, h in reversed(list(enumerate(heads)))}
    if "REPOSITORY" in places and "TAG" in places:
        full = [f"{r[places['REPOSITORY']]}:{r[places['TAG']]}" for r in rows]
        if "IMAGE ID" in places:
            full = [r[places["IMAGE ID"]] if "<none>" in name else name for r, name in zip(rows, full)]
        return (full, -1) if usable(full, False) else ([], -1)
    if "PROCESS" in places and "PID" not in places:
        pids = [first_pid(r[places["PROCESS"]]) for r in rows]
        if usable(pids, True):
            return pids, places["PROCESS"]
    for head in KEYS + ["LOCAL ADDRESS:PORT"]:
        if head not in places or head == "ID" and "↺" in places:
            continue
        names = [bare_name(r[places[head]]) for r in rows]
        if head == "PID/PROGRAM NAME":
            names = [n.split("/")[0] for n in names]
        if "NAMESPACE" in places and heads[0] != "CURRENT" and head in ("NAME", "OBJECT"):
            names = [r[places["NAMESPACE"]] + "/" + n if n else "" for r, n in zip(rows, names)]
        if usable(names, head in REPEATED) and not (head == "PID" and "0" in names):
            return [quoted(n) for n in names], places[head]
    for c, head in enumerate(heads):
        names = [bare_name(r[c]) for r in rows]
        if head and head not in NEITHER and head not in STATES and head not in AMOUNTS and usable(names, False) and not any(" " in n for n in names):
            return [quoted(n) for n in names], c
    return [], -1


def usable(names, repeated) -> bool:
    return all(n not in MISSING and len(n) <= LONGEST_KEY and not (" " in n and "'" in n) for n in names) and (repeated or len(set(names)) == len(names))


def bare_name(cell: str) -> str:
    """Without lsblk's branches before it."""
    return cell.lstrip("├└│─ ") if cell[:1] in "├└│" else cell[2:] if cell[:2] in ("|-", "`-") else cell


def quoted(name: str) -> str:
    return f"'{name}'" if " " in name else name


def first_pid(cell: str) -> str:
    """`users:(("nginx",pid=12,fd=3))`"""
    after = cell.split("pid=")[1] if "pid=" in cell else ""
    digits = after.split(",")[0]
    return digits if is_digits(digits) else ""


# ---- amounts -----------------------------------------------------------------------------------

NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")
MEASURE = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,9})?) ?([A-Za-z%°µ]{1,4})")
POWERS = {"K": 1, "M": 2, "G": 3, "T": 4, "P": 5}
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "y": 31536000}
SPANS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2592000, "year": 31536000}
INSTANT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?)?([^\n]*)")


def amount(title: str, cell: str):
    """(kind, value, how it is shown) of a cell, or None. Kinds: number, size, percent, watt, degree, milli, span (seconds), and date (texts that sort); a plain number goes with each kind but span and date."""
    head = upper(title)
    cell = cell.strip(" ")
    if " / " in cell and (head.startswith("MEM") or "USAGE" in head):
        cell = cell.split(" / ")[0]
    if head == "RESTARTS" and " (" in cell:
        cell = cell.split(" (")[0]
    if NUMBER.fullmatch(cell):
        return "number", float(cell) + 0.0, cell  # no negative zero
    found = MEASURE.fullmatch(cell)
    if found:
        value, unit = float(found[1]), found[2]
        if unit == "%":
            return "percent", value, cell
        if unit == "W":
            return "watt", value, cell
        if unit in ("C", "°C"):
            return "degree", value, cell
        if unit == "m" and head.startswith("CPU"):
            return "milli", value / 1000.0, cell
        scale = size_of(unit, head)
        if scale:
            return "size", value * scale, cell
    seconds = span(cell)
    if seconds is not None:
        return "span", float(seconds), cell
    found = INSTANT.fullmatch(cell)
    if found and len(cell) <= 40:
        return "date " + found[5], found[1] + " " + (found[2] or "00:00") + ":" + (found[3] or "00") + "." + (found[4] or "0").ljust(9, "0"), cell
    return None


def size_of(unit: str, head: str):
    """Bytes of a unit: K, Ki, KiB are 1024 of them, kB and KB 1000. Small letters are sizes only where top and pm2 write them, since m also is minutes."""
    if unit == "B" or unit == "b" and head == "MEMORY":
        return 1.0
    if unit[0] in "mgtp" and not (head in ("VIRT", "RES", "SHR", "SWAP", "MEM", "MEMORY", "SIZE", "LSIZE", "PSIZE", "PFREE", "VSIZE", "VFREE") and unit[1:] in ("", "b")):
        return None
    letter = unit[0].upper()
    if letter not in POWERS or unit[1:] not in ("", "i", "B", "iB", "b"):
        return None
    return (1000.0 if unit[1:] == "B" else 1024.0) ** POWERS[letter]


def span(cell: str):
    """Seconds of `3d4h`, `2 hours ago`, `About an hour ago`, `1-02:03:04`, `00:12:07`, `390:59.76`, or None."""
    if re.fullmatch(r"([0-9]{1,6}[ydhms]){1,5}", cell):
        return sum(int(n) * SECONDS[u] for n, u in re.findall(r"([0-9]+)([ydhms])", cell))
    if re.fullmatch(r"([0-9]{1,4}-)?[0-9]{1,5}(:[0-9]{2}){1,2}(\.[0-9]{2})?", cell):
        days, _, clock = cell.rpartition("-")
        clock, _, hundredths = clock.partition(".")
        parts = [int(p) for p in clock.split(":")]
        if days and len(parts) == 2:  # days and hours and minutes
            parts.append(0)
        total = 0
        for part in parts:
            total = total * 60 + part
        return total + int(days or 0) * 86400 + int(hundredths or 0) / 100.0
    words = cell.split(" ")
    words = words[1:] if words[0] in ("About", "about") else words
    if words[-1:] == ["ago"] and words[:2] == ["Less", "than"]:
        return 0
    if len(words) == 3 and words[2] == "ago" and words[1] in UNITS and (is_digits(words[0]) or words[0] in ("a", "an")):
        return (int(words[0]) if is_digits(words[0]) else 1) * SPANS[words[1].rstrip("s")]
    return None


def extremes(title, head, named, column):
    """`RESTARTS: most x 41, then y 7; least z 0`: at least 3 unlike amounts of one kind. Up to 3 rows that tie are all named; where more tie, their part is left out (that of the second also where the first is)."""
    if head in NAMED_BY_NUMBER:
        return ""
    values = [(name, amount(head, cell)) for name, cell in zip(named, column) if cell not in MISSING]
    if head == "DATE" and any(v is None for _, v in values):
        values = file_dates(named, column)
    if len(values) < 3 or any(v is None for _, v in values):
        return ""
    kinds = {v[0] for _, v in values}
    if len(kinds) > 1 and "number" in kinds:
        kinds.discard("number")
        if kinds == {"size"} and head in ("VIRT", "RES"):  # top's plain numbers are KiB
            values = [(n, ("size", v[1] * 1024.0, v[2]) if v[0] == "number" else v) for n, v in values]
        elif kinds & {"span"} or any(k.startswith("date") for k in kinds):
            values = [(n, v) for n, v in values if v[2] != "0"]
            if any(v[0] == "number" for _, v in values):
                return ""
    order = sorted({v[1] for _, v in values}, reverse=True) if len(kinds) == 1 else []
    if len(order) < 3:
        return ""
    kind = next(iter(kinds))
    dated = kind.startswith("date")
    first, last = ("newest", "oldest") if dated else ("oldest", "newest") if kind == "span" and head in AGES else ("longest", "shortest") if kind == "span" else ("most", "least")
    top, second, low = (tied(values, order[k]) for k in (0, 1, -1))
    if not top and not low:
        return ""
    parts = ([f"{first} {top}" + (f", then {second}" if second else "")] if top else []) + ([f"{last} {low}"] if low else [])
    return f"{title}: " + "; ".join(parts)


def tied(values, value) -> str:
    same: dict[str, str] = {}  # a name once
    for name, v in values:
        if v[1] == value:
            same.setdefault(name, v[2])
    return " ".join(same) + " " + next(iter(same.values())) if len(same) <= 3 else ""


def file_dates(named, column):
    """Dates as `ls -l` has them: with a year (older than half a year), or with a time and no year: those lie within half a year before now. Where the year turns
    is told by the largest stretch of days without any, which has to be at least 170 days (all days count from January 1, months of 31 days); else no dates ([])."""
    found, days = [], []
    for name, cell in zip(named, column):
        words = cell.split(" ")
        if len(words) != 3 or words[0] not in MONTHS or not is_digits(words[1]):
            return []
        day = MONTHS.index(words[0]) * 31 + min(int(words[1]), 31) - 1
        if re.fullmatch(r"[0-9]{4}", words[2]):
            found.append((name, int(words[2]), day, "", cell))
        elif re.fullmatch(r"[0-9]{2}:[0-9]{2}", words[2]):
            found.append((name, 9999, day, words[2], cell))
            days.append(day)
        else:
            return []
    days = sorted(set(days))
    turn = 0
    if days:
        gaps = [(days[(k + 1) % len(days)] - day) % 372 or 372 for k, day in enumerate(days)]
        widest = max(gaps)
        if widest < 170:
            return []
        turn = days[(gaps.index(widest) + 1) % len(days)]
    return [(name, ("date", f"{year:04d} {(day - turn) % 372 if year == 9999 else day:03d} {time}", cell)) for name, year, day, time, cell in found]


# ---- groups ------------------------------------------------------------------------------------


def groups(title, head, named, column):
    """`STATUS Running: a b c | Error: d`: 2 to 8 unlike values of which one repeats; a column of STATES or OWNERS may have 1 to 12. Values in the order of the paste. Over 12 keys, only their number. While the line is
    over 400 characters, the group with the longest list of keys becomes a number."""
    values = [grouped_by(head, cell) for cell in column]
    members: dict[str, list[str]] = {}
    for name, value in zip(named, values):
        if value not in MISSING:
            keys = members.setdefault(value, [])
            if name not in keys[-1:]:
                keys.append(name)
    special = head in STATES or head in OWNERS
    unlike = len(members)
    repeats = sum(v not in MISSING for v in values) > unlike
    if not (2 <= unlike <= 8 and repeats or special and (2 if head in OWNERS else 1) <= unlike <= 12) or any(len(v) > LONGEST_VALUE for v in members):
        return ""
    if not repeats and unlike > 8:
        return ""
    lists = {v: " ".join(k) if len(k) <= MANY else str(len(k)) for v, k in members.items()}
    while True:
        line = f"{title} " + " | ".join(f"{v}: {text}" for v, text in lists.items())
        longest = max(lists, key=lambda v: len(lists[v]))
        if len(line) <= GROUP_LINE or lists[longest] == str(len(members[longest])):
            return line if len(line) <= GROUP_LINE else ""
        lists[longest] = str(len(members[longest]))


def grouped_by(head: str, cell: str) -> str:
    """What of a cell a group shares: `all` and `not all` of ready counts, docker's state without its times, the first letter of ps's state."""
    if head in READY and re.fullmatch(READY_OF, cell):
        left, _, right = cell.partition("/")
        return "not all" if int(left) < int(right) else "all"
    if head in ("STAT", "S") and re.fullmatch(r"[A-Z][A-Za-z<+]{0,5}", cell):
        return cell[0]
    if head == "RESTARTS":
        return cell.split(" (")[0]
    words = cell.split(" ")
    if head == "STATUS" and words[0] in ("Up", "Exited", "Restarting", "Created", "Dead"):
        return words[0] + (" " + words[1] if words[0] != "Up" and len(words) > 1 else "") + (" " + cell[cell.index("(") :] if words[0] == "Up" and "(" in cell else "")
    return cell
