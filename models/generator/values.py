"""Slot types: what they may be, how people say them, how commands write them.

Each type is a function of a random source and an optional argument that gives a Value. Names are put together from
parts, so that a model sees too many to learn by heart and copies instead: real words (`words/`, one a line), which a model
bends most easily to others, and invented ones. Two values of one type that are drawn one after the other are often near twins.
"""

import random
import re
import string
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable
from weakref import WeakKeyDictionary


@dataclass(frozen=True)
class Value:
    """`said` in a request (one of them), `written` in a command, other written forms by name."""

    written: str
    said: tuple[str, ...] = ()
    forms: dict[str, str] = field(default_factory=dict)

    def say(self, rng: random.Random) -> str:
        return rng.choice(self.said) if self.said else self.written

    def form(self, name: str | None) -> str:
        return self.written if name is None else self.forms[name]


TYPES: dict[str, Callable[[random.Random, str | None], Value]] = {}
WORDS = Path(__file__).parent / "words"


def read_list(name: str) -> list[str]:
    return [line for line in (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line]


def slot_type(*names: str):
    def register(function):
        for name in names:
            TYPES[name] = function
        return function

    return register


def one_of(name: str, words: str):
    choices = words.split()
    TYPES[name] = lambda rng, _: Value(rng.choice(choices))


def mostly(name: str, words: str, more: str | None = None):
    """One of these in general, or of the list `more`, else a name that is in no list."""
    choices = words.split()
    rarer = read_list(more) if more else choices

    def draw(rng, _):
        chance = rng.random()
        if chance < 0.75:
            return Value(rng.choice(choices if chance < 0.38 else rarer))
        return Value(UNLISTED.get(name, plain_name)(rng))

    TYPES[name] = draw


ADJECTIVES = "old new main test prod dev staging daily weekly final raw shared public private remote local nightly legacy blue green fast tiny big early late draft clean dirty hidden central spare".split()
NOUNS = "report backup data app web api worker order invoice user account metric log event session cache queue model image photo video music budget ledger catalog index schema config script deploy release project client server gateway proxy portal shop cart payment billing search mail letter note plan paper thesis draft record survey sample sensor robot camera drone atlas orion falcon puffin otter badger maple cedar granite cobalt saturn pluto zephyr nimbus tango".split()
MORE_WORDS = (
    "abacus account acme admin aegis agent agenda air album alert alpha amber analysis anchor android angel animal annual apollo apple april arch archive "
    "arena argon array arrow art article aspen asset atom attic audit august aurora author auto avatar award axis backend badge bakery balance balloon "
    "bamboo banana band bank banner basil batch battery beacon beam bear beaver berlin beta bike binder biology bird birthday blade blog board boat book "
    "bookmark boot border bot bottle branch brand bravo bread breeze brick bridge broker browser bucket buffer bug builder building bulk bundle business "
    "butter button cabin cable cactus cafe cake calendar call camp campaign candle canvas capital car card cargo carrot case castle cat catalogue center "
    "central chain chair chapter charge charlie chart chat check cheese chemistry cherry chess chicken church cinema circle city class classic cleaner "
    "clever click clinic clock cloud clover club coach coast cobra cockpit code coffee coin collector college color comet comic command comment commerce "
    "common compass compiler compose compute concert condor conference console contact container content contest contract control cookie copper coral core "
    "corner corpus cosmos cotton counter country coupon course court cover cow coyote craft crane crater cream credit creek crew cricket crimson crm crop "
    "cross crow crystal cube culture cup curator currency customer cutter cycle daemon daisy danube dark dashboard database dataset deal debug december "
    "deck deer delivery delta demo department desert design desk detail device diagram dialog diary diet digest dinner directory discount dispatch display "
    "docs doctor document dog dolphin domain donkey door double dragon dream drill driver drop duck dump duplicate dust eagle earth east echo eclipse "
    "economy editor education elastic elder electric element elephant elk email ember emerald employee energy engine english entry envelope episode equinox "
    "escape essay europe evaluation evening example exchange exhibit expense expert exporter express extra fabric face factory fair family fan farm fax "
    "feature february fee feed feedback fern ferry festival field figure filter final finance finch finger finland fire firewall firm firmware fish fjord "
    "flag flame flash fleet flight floor flow flower fluent flute focus font food football forecast forest forge fork form forum fossil foundry fountain "
    "fox frame freight friday friend frog frontier fruit fuel function fund funnel furnace fusion future galaxy gallery game garage garden garlic gas gate "
    "gauge gazelle gear gecko gem gemini general genesis genome geometry ghost giant gift ginger giraffe glacier glass globe glossary goal goat gold goose "
    "gopher grace grade graph grass gravity green grid group grove growth guard guest guide guitar gulf gym habit hammer hamster hand handbook handler "
    "harbor hardware harvest hat haven hawk hazel header health heart heat helium helper hermes hero hill history hive hobby holiday home honey hook "
    "horizon horn horse hospital hotel house hub human humidity hunter hydra ice icon idea igloo image import impact inbox income indigo industry inference "
    "info ingest ink input insight install insurance intake integration interest intern internet interview inventory iris iron island item ivory ivy jade "
    "jaguar january jasmine java jazz jet jewel job journal journey jungle juniper jupiter kafka karma kernel kettle keyboard kiosk kit kitchen kite kiwi "
    "knight koala label labor ladder lagoon lake lambda lamp landing language lantern laptop laser launch laundry lavender law layer layout lead leaf "
    "league learning lecture legal lemon lens leopard lesson level library license light lighthouse lily lime limit line link lion liquid list lizard "
    "loader loan lobby local location locker logger logic login lotus lunch lynx machine magazine magic magnet mail mailer main mambo manager mango manual "
    "map marble march marine market marketing mars mask master match math matrix meadow media medical meeting melody member memo memory menu mercury mesh "
    "message meta meter method metro microscope migration milk mill mimosa mind mineral minute mirror mission mobile model module mole monday money monitor "
    "monkey month moon morning mosaic moss motor mountain mouse movie museum mushroom native nature navy nebula nectar needle neon neptune nest network "
    "neuron news newsletter nickel night node noise noon normal north notebook notice notify november number nurse oak oasis object ocean october octopus "
    "office offer oil olive onboarding onion opal opera operator optimizer option oracle orange orchard orchid orders organ origin otter outbox output oven "
    "owl oxygen oyster package page paint palace palm panda panel panther papaya parcel parent paris park parrot parser partner party passage password "
    "pasta patch patient payload payment payroll peach peacock peak pearl pebble pelican pencil penguin people pepper performance permit person phase "
    "phoenix phone physics piano picnic picture pigeon pilot pine pipeline pixel pizza planet plant plasma plastic platform player plaza plugin plum pocket "
    "podcast poem point poker polar policy poll pollen pond pony pool poppy portfolio postman potato power prague presentation press price printer prism "
    "prize process product profile profit program promo proof protein proton prototype provider public publisher pulse pump pumpkin puppet purchase puzzle "
    "pyramid python quality quartz query quest quick quiz quota rabbit raccoon race radar radio raft rail rain rainbow ranch random ranger rapid raven "
    "reader receipt recipe record red redwood reef referral refund region registry relay release reminder render renewal rent repair replica request rescue "
    "research reservation resource response restaurant result retail return review reward rhino rice ridge ring river road robin rock rocket romance roof "
    "room root rose rover ruby rule runner safari saffron sage sail sakura salad salary sales salmon salt sand sandbox sapphire satellite saturday sauce "
    "scanner scarlet scene schedule scheduler school science scooter score scout scraper scratch screen screenshot script sculptor sea seal season secret "
    "section security seed segment seminar sender september sequence serial server settings seven shadow shark sheep sheet shelf shell shield shift ship "
    "shipping shirt shoe shore shuttle signal silk silver simulation site skeleton sketch ski sky slack slate sleep slide slot small smart smoke snake "
    "snapshot snow soap social sock sofa soil solar solid solution song sonic sound soup source south space spark sparrow special speech speed sphere "
    "spider spike spirit splash sponsor spool sport spring sprint spruce square squid squirrel stable stack stadium staff stage stamp star station "
    "statistics statue status steam steel stella stock stone storage store storm story strategy stream street string studio study style submarine subway "
    "success sugar summary summer summit sun sunday sunrise sunset super supplier support surf sushi swan sweet swift switch symbol sync syntax system "
    "table tablet tag tail talent talk tango tank target task tax taxi tea teacher team technology telemetry temple template tennis tent terminal terra "
    "test text theater theme theory thesis thunder thursday ticket tide tiger timber time timer titan toast token tomato tool topic topology torch tornado "
    "tour tower town toy tracker trade traffic trail train training transfer transit translation transport travel treasure tree trend trial triangle trip "
    "truck trumpet trust tube tuesday tulip tuna tundra tunnel turbine turtle tutor tutorial twilight umbrella union unit universe update upload urban "
    "usage utility vacation valley value vanilla vault vector vegetable vehicle velvet vendor venus verify version vessel victory viewer village vine "
    "violet violin viper virtual virus vision visitor vista vital voice volcano volume voucher voyage wagon wallet walnut warehouse warranty watch water "
    "wave weather web webhook website wedding wednesday week weekend whale wheat wheel white widget wiki wild willow wind window wine winter wisdom wizard "
    "wolf wombat wonder wood woodpecker wool workbook worker workflow workshop world worm wren writer yard year yellow yoga zebra zen zero zinc zone zoo "
).split()
PEOPLE = "alice bob carol dave erin frank grace heidi ivan judy mallory oscar peggy sybil trent victor walter anna ben clara david emma felix greta hanna igor jonas katja lena marco nina olaf paula quentin rosa stefan tina ulrich vera wanda yusuf zoe mchen jdoe rsmith kpatel lgarcia tnguyen".split()
FOLDERS = "/var/log /var/www /var/lib /etc /etc/nginx /etc/ssh /home /opt /srv /tmp /usr/local /usr/share /mnt/data /mnt/backup /data /media/usb /root /var/cache /var/spool /boot /usr/local/bin /opt/app /srv/www /var/backups /mnt/nas /var/tmp /run /usr/lib /var/www/html /etc/systemd/system".split()
PLAIN_FOLDERS = "src build dist logs docs data backups photos music videos downloads Documents Downloads Pictures Desktop projects reports scripts config archive tests assets templates public uploads results models notebooks exports old tmp vendor include lib bin".split()
EXTENSIONS = [name for line in read_list("extensions") for name, weight in [line.split()] for _ in range(int(weight))]  # as often as they are met
COMMON_EXTENSIONS = [e for e in EXTENSIONS if EXTENSIONS.count(e) >= 10]
READABLE = [e for e in EXTENSIONS if e in set("txt log csv json yaml yml conf md py sh html xml sql c cpp go java js ts rb php toml ini cfg tex rs tsv jsonl ndjson css scss tsx jsx vue kt lua pl rst properties env out err tf h hpp".split())]  # most that is asked about files is about text
ALSO_WORDS = set("old orig part core out trace lock class key prof cap sig dump service timer bin err war bat img image patch diff swift vue env hip key pub r c h o so pl rs go".split())  # said with their dot, else `the old files` are others


ONSETS = "b br c ch cl cr d dr f fl fr g gl gr h j k kl kr l m n p ph pl pr qu r s sc sh sk sl sm sn sp st str sw t th tr tw v w wh y z".split()
NUCLEI = "a a a e e e i i o o u ai au ea ee ei ia ie io oa oi oo ou ua ue y".split()
CODAS = ["", "", "", ""] + "b ck ct d ff ft g k l ld ll lm lt m mp n n nd ng nk nt p r r rd rk rm rn rt s s sk ss st t t x z".split()


def coined(rng: random.Random) -> str:
    """A word that nobody has seen before, so that it can only be copied."""
    return "".join(rng.choice(ONSETS) + rng.choice(NUCLEI) + rng.choice(CODAS) for _ in range(rng.choice([1, 2, 2, 2, 3])))


THINGS, COMMON, STOP = read_list("nouns"), read_list("common"), set(read_list("stop"))  # STOP: what a request says itself
REAL = THINGS + read_list("adjectives") + read_list("verbs")
RESERVED = set(read_list("reserved"))
BARE_REAL, BARE_COMMON = [w for w in THINGS * 3 + REAL if w not in STOP and len(w) > 2], [w for w in COMMON if w not in STOP and len(w) > 2]
OLDER, BARE_OLDER = NOUNS * 8 + MORE_WORDS, [w for w in NOUNS * 8 + MORE_WORDS if w not in STOP]
FIRST_NAMES, SURNAMES, ACCOUNTS, PRODUCTS = ([w for w in read_list(n) if w not in STOP] for n in ("first_names", "surnames", "accounts", "products"))


def part(rng: random.Random) -> str:
    """A word as a part of a name, where it cannot be taken for one of the request."""
    chance = rng.random()
    if chance < 0.55:
        return rng.choice(COMMON if chance < 0.25 else REAL)
    return rng.choice(OLDER) if chance < 0.83 else coined(rng)


def single(rng: random.Random) -> str:
    """A word that is a name of its own."""
    chance = rng.random()
    if chance < 0.52:
        return rng.choice(BARE_COMMON if chance < 0.2 else BARE_REAL)
    return rng.choice(BARE_OLDER) if chance < 0.8 else coined(rng)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def word(rng: random.Random) -> str:
    shape = rng.random()
    if shape < 0.38:
        return single(rng)
    if shape < 0.47:
        return f"{rng.choice(ADJECTIVES)}{rng.choice('-_')}{part(rng)}"
    if shape < 0.67:
        return f"{part(rng)}{rng.choice('-_')}{part(rng)}"
    if shape < 0.76:
        return f"{single(rng)}{rng.choice(['', '-', '_', ''])}{rng.randint(1, 99)}"
    if shape < 0.79:
        return single(rng).capitalize()
    if shape < 0.84:
        return capital(part(rng)) + capital(part(rng)) if shape < 0.82 else part(rng) + capital(part(rng))
    if shape < 0.88:
        return f"{part(rng)}{rng.choice('-_')}{part(rng)}{rng.choice('-_')}{part(rng)}"
    if shape < 0.9:
        return single(rng).upper()
    if shape < 0.94:
        return f"{part(rng)}{rng.choice('-_-')}{rng.randint(2015, 2026)}{rng.choice(['', f'-{rng.randint(1, 12):02}', f'{rng.randint(1, 12):02}{rng.randint(1, 28):02}', f'_q{rng.randint(1, 4)}'])}"
    if shape < 0.97:
        return f"{part(rng)}{rng.choice('-_')}{rng.choice(['v2', 'v3', 'final', 'old', 'new', 'copy', 'backup', 'bak', 'test', 'tmp', 'draft', 'orig', 'fixed', 'export', 'en', 'de', 'eu', 'us', 'prod', 'dev', '01', '002', 'a', 'b'])}"
    return "".join(rng.choice(string.ascii_lowercase + "0123456789") for _ in range(rng.randint(2, 8))).lstrip("0123456789") or "x"


def plain_name(rng: random.Random) -> str:
    """No underscore: as hosts, containers and Kubernetes objects want it."""
    return word(rng).replace("_", "-").lower()


UNLISTED: dict[str, Callable[[random.Random], str]] = {
    "iface": lambda rng: f"{rng.choice(['eth', 'wlan', 'ens', 'enp', 'eno', 'br', 'wg', 'tun', 'veth', 'bond', 'vlan'])}{rng.randint(0, 200)}{rng.choice(['', '', 's0', 'f1'])}",
    "module": lambda rng: coined(rng) + rng.choice(["", "_drv", "_core"]),
    "mount": lambda rng: rng.choice(["/mnt/", "/mnt/", "/media/", "/srv/", "/"]) + word(rng),
    "package": lambda rng: rng.choice(["lib", "python3-", "", "", "", "golang-"]) + plain_name(rng),
}


def stem(rng: random.Random) -> str:
    """The name of a file without its extension, which sets it off from the words around."""
    shape = rng.random()
    if shape < 0.3:
        return rng.choice(COMMON if shape < 0.18 else REAL)
    if shape < 0.76:
        return word(rng)
    if shape < 0.84:
        return rng.choice("main index README notes server app test todo access error data output input summary list config run setup install requirements package Makefile docker-compose values settings users hosts inventory query schema dump backup".split())
    if shape < 0.93:
        return f"{part(rng)}{rng.choice('-_')}{rng.randint(2019, 2026)}{rng.choice(['-', '-', '_', ''])}{rng.randint(1, 12):02}{rng.choice(['', '', f'-{rng.randint(1, 28):02}'])}"
    return f"{part(rng)}{rng.choice(['_v', '-v', '.', '_', '-', '-0'])}{rng.randint(1, 12)}"


DEEPER_FOLDERS, PLAIN_FOLDERS = read_list("folders"), PLAIN_FOLDERS * 2 + [f for f in read_list("plain_folders") if f not in STOP]


def login(rng: random.Random) -> str:
    """As people are called on machines."""
    first, last, shape = rng.choice(FIRST_NAMES), rng.choice(SURNAMES), rng.random()
    if shape < 0.32:
        return rng.choice(PEOPLE) if shape < 0.16 else first
    if shape < 0.62:
        return first[0] + last
    if shape < 0.76:
        return rng.choice([last, first + last[0], first + last, last + first[0]])
    if shape < 0.82:
        return f"{first}{rng.randint(1, 99)}" if shape < 0.79 else f"{first[0]}{last}{rng.randint(1, 9)}"
    if shape < 0.86:
        return rng.choice([f"{first}_{last}", f"ext_{first}", f"{first[0]}_{last}", f"adm_{last}"])
    if shape < 0.88:
        return rng.choice([f"{first[0]}.{last}", f"{first}.{last}"])
    return coined(rng) if shape < 0.95 else rng.choice(string.ascii_lowercase) + coined(rng)


def absolute_folder(rng: random.Random) -> str:
    shape = rng.random()
    if shape < 0.34:
        return rng.choice(FOLDERS if shape < 0.15 else DEEPER_FOLDERS)
    if shape < 0.62:
        return rng.choice(FOLDERS[:22]) + "/" + word(rng)
    if shape < 0.74:
        return rng.choice(FOLDERS) + "/" + word(rng) + "/" + rng.choice([word(rng), rng.choice(PLAIN_FOLDERS)])
    if shape < 0.8:
        return "/" + single(rng) + rng.choice(["", "/" + word(rng), "/" + word(rng) + "/" + word(rng)])
    return f"/home/{login(rng)}" + rng.choice(["", "/" + rng.choice(PLAIN_FOLDERS), "/" + word(rng)])


HERE = Value(".", ("the current directory", "the current folder", "this folder", "this directory", "the current dir", "here"))
HOME = Value("~", ("my home directory", "my home folder", "my home", "~", "home"))


@slot_type("dir")
def folder(rng, _):
    """Any folder, also the current one or home; after `in`, `under`, `from`."""
    shape = rng.random()
    if shape < 0.12:
        return HERE
    if shape < 0.18:
        return HOME
    if shape < 0.62:
        path = absolute_folder(rng)
        bare = path.lstrip("/")
        return Value(path, (path, path, path, path, path + "/") if rng.random() < 0.8 or "/" in bare else (path, "the " + path + " directory", path + " folder"))
    if shape < 0.72:
        path = "~/" + rng.choice([rng.choice(PLAIN_FOLDERS), word(rng)])
        return Value(path)
    path = rng.choice([rng.choice(PLAIN_FOLDERS), word(rng), rng.choice(PLAIN_FOLDERS) + "/" + word(rng)])
    return Value(path, (path, path, path + "/", f"the {path} folder", f"the {path} directory", f"./{path}"))


@slot_type("folder")
def named_folder(rng, _):
    """A folder with a name: never `.` or `~` alone."""
    while True:
        value = folder(rng, None)
        if value.written not in (".", "~"):
            return Value(value.written, tuple(s for s in value.said if s.lstrip("./") == value.written.lstrip("./")) or (value.written,))


@slot_type("newdir")
def new_folder(rng, _):
    path = rng.choice([word(rng), word(rng), rng.choice(PLAIN_FOLDERS) + "/" + word(rng), "~/" + word(rng), absolute_folder(rng) + "/" + word(rng)])
    return Value(path)


@slot_type("file")
def file(rng, extension):
    if extension is None and rng.random() < 0.06:
        return Value(rng.choice("/etc/hosts /etc/passwd /etc/fstab /etc/ssh/sshd_config /etc/nginx/nginx.conf /var/log/syslog /var/log/auth.log ~/.bashrc ~/.ssh/config Dockerfile Makefile .env .gitignore README".split()))
    name = f"{stem(rng)}.{extension or rng.choice(READABLE if rng.random() < 0.93 else EXTENSIONS)}"
    shape = rng.random()
    if shape < 0.68:
        return Value(name, (name, name, name, name, f"the file {name}") if extension is None else ())
    if shape < 0.84:
        return Value(f"{absolute_folder(rng)}/{name}")
    if shape < 0.92:
        return Value(f"{rng.choice([rng.choice(PLAIN_FOLDERS), word(rng)])}/{name}")
    return Value(f"~/{name}")


@slot_type("fullpath")
def full_path(rng, extension):
    """A file by its path from the root or home: for what runs elsewhere, as cron does."""
    return Value(f"{rng.choice([absolute_folder(rng), absolute_folder(rng), '~', '~/' + rng.choice(['bin', 'scripts', word(rng)])])}/{stem(rng)}.{extension or rng.choice(READABLE)}")


@slot_type("path")
def path(rng, _):
    return file(rng, None) if rng.random() < 0.5 else named_folder(rng, None)


@slot_type("ext")
def extension(rng, _):
    name = rng.choice(EXTENSIONS)
    return Value(name, (*((name,) if name not in ALSO_WORDS else ()), "." + name, "." + name, "*." + name))


@slot_type("size")
def size(rng, _):
    unit, words, factor = rng.choice([("M", ("MB", " MB", "M", " megabytes", "mb", " MiB"), 1024), ("M", ("MB", "M", " megabytes"), 1024), ("G", ("GB", " GB", "G", " gigabytes", "gb"), 1024**2), ("k", ("KB", "k", " kilobytes", " kB"), 1)])
    number = rng.choice([1, 2, 5, 10, 20, 25, 50, 100, 150, 200, 250, 300, 500, 750, 800, rng.randint(2, 999)]) if unit != "G" else rng.choice([1, 1, 2, 3, 4, 5, 8, 10, 20, 50, 100])
    said = tuple(f"{number}{w}" for w in words)
    if number == 1:
        said = tuple(s[:-1] if s.endswith("bytes") else s for s in said) + (f"a {words[3][1:-1]}" if len(words) > 3 and unit == "G" else said[0],)
    upper = unit.upper()
    return Value(f"{number}{unit}", said, {"k": str(number * factor), "upper": f"{number}{upper}", "lower": f"{number}{unit.lower()}", "b": f"{number}{upper}B", "i": f"{number}{upper}i", "bytes": str(number * factor * 1024)})


@slot_type("memory")
def memory(rng, _):
    """As much as a program can live with."""
    while True:
        value = size(rng, None)
        if int(value.form("bytes")) >= 32 * 1024**2:
            return value


NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def spoken(number: int) -> tuple[str, ...]:
    return (str(number), str(number), str(number), NUMBER_WORDS[number]) if number <= 12 else (str(number),)


@slot_type("n", "count")
def count(rng, _):
    """How many: lines, results, copies."""
    number = rng.choice([1, 2, 3, 3, 4, 5, 5, 5, 6, 7, 8, 10, 10, 10, 12, 15, 20, 20, 25, 30, 40, 50, 100, 200, 500, 1000, rng.randint(2, 60)])
    number = max(number, 2)
    return Value(str(number), spoken(number))


@slot_type("num")
def number(rng, _):
    """Any number, said as it is written."""
    return Value(str(rng.choice([rng.randint(1, 20), rng.randint(1, 999), rng.randint(1000, 99999)])))


@slot_type("col")
def column(rng, _):
    number = rng.choice([1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9])
    ordinal = "first second third fourth fifth sixth seventh eighth ninth".split()[number - 1]
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number, "th")
    return Value(str(number), (f"the {ordinal} column", f"column {number}", f"the {number}{suffix} column", f"field {number}", f"the {ordinal} field"))


@slot_type("line")
def line_number(rng, _):
    return Value(str(rng.choice([rng.randint(2, 30), rng.randint(2, 400), rng.choice([5, 10, 42, 100])])))


def duration(unit: str, choices: list[int], words: dict[int, tuple[str, ...]]):
    def draw(rng, _):
        number = rng.choice(choices)
        many = unit + ("s" if number != 1 else "")
        said = (f"{number} {many}",) * 3 + tuple(words.get(number, ())) + ((f"{NUMBER_WORDS[number]} {many}",) if number <= 12 else ())
        seconds = number * {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2592000, "year": 31536000}[unit]
        return Value(str(number), said, {"s": str(seconds), "unit": f"{number}{unit[0]}", "minutes": str(seconds // 60), "hours": str(seconds // 3600), "days": str(seconds // 86400)})

    return draw


TYPES["days"] = duration("day", [1, 2, 3, 5, 7, 7, 10, 14, 14, 20, 30, 30, 45, 60, 90, 90, 100, 180, 365], {1: ("24 hours", "a day", "one day"), 7: ("a week", "one week", "1 week"), 14: ("two weeks", "2 weeks"), 30: ("a month", "one month"), 90: ("three months", "3 months"), 365: ("a year", "one year"), 180: ("half a year",)})
TYPES["hours"] = duration("hour", [1, 2, 3, 4, 5, 6, 8, 10, 12, 18, 24, 36, 48], {1: ("an hour", "one hour"), 24: ("24 hours",)})
TYPES["minutes"] = duration("minute", [1, 2, 5, 10, 15, 20, 30, 30, 45, 60, 90], {1: ("a minute",), 30: ("half an hour",), 60: ("an hour",)})
TYPES["seconds"] = duration("second", [1, 2, 3, 5, 5, 10, 10, 15, 20, 30, 45, 60, 90, 120, 300], {1: ("a second",), 60: ("a minute",)})


@slot_type("date")
def date(rng, _):
    year, month, day = rng.randint(2021, 2026), rng.randint(1, 12), rng.randint(1, 28)
    iso = f"{year}-{month:02}-{day:02}"
    name = "January February March April May June July August September October November December".split()[month - 1]
    return Value(iso, (iso, iso, iso, f"{name} {day}, {year}", f"{day} {name} {year}"), {"compact": iso.replace("-", "")})


@slot_type("time")
def clock(rng, _):
    text = f"{rng.randint(0, 23):02}:{rng.choice([0, 0, 15, 30, 45, rng.randint(0, 59)]):02}"
    hour, minute = text.split(":")
    return Value(text, (text,), {"hour": str(int(hour)), "minute": str(int(minute))})


@slot_type("user")
def user(rng, _):
    return Value(login(rng) if rng.random() < 0.78 else rng.choice(ACCOUNTS))


@slot_type("fullname")
def full_name(rng, _):
    """As people sign: two words, quoted in a command."""
    text = f"{rng.choice(FIRST_NAMES).capitalize()} {(rng.choice(SURNAMES) if rng.random() < 0.7 else coined(rng)).capitalize()}"
    return Value(f'"{text}"', (text, text, f'"{text}"'))


mostly("group", "developers admins docker sudo wheel www-data staff users ops research finance marketing video audio render devs qa students engineering backup adm editors designers analysts support sales teachers interns contractors webdev dba sysadmins operators accounting legal hr managers reviewers readers writers sftponly sshusers libvirt kvm plugdev dialout lp games media deploy deployers builders testers security data datascience ml robotics physics chemistry biology lab guests family kids")


HOSTS, DOMAINS = read_list("hosts"), read_list("domains")


@slot_type("host")
def host(rng, _):
    shape = rng.random()
    if shape < 0.3:
        return Value(".".join(str(rng.randint(1, 254)) for _ in range(4)) if rng.random() < 0.3 else f"{rng.choice(['192.168', '10.0', '172.16'])}.{rng.randint(0, 254)}.{rng.randint(1, 254)}")
    if shape < 0.72:
        return Value(re.sub("#+", lambda m: str(rng.randint(1, 12 if rng.random() < 0.7 else 40)).zfill(len(m.group())), rng.choice(HOSTS)) + (f".{rng.choice(DOMAINS)}" if shape < 0.45 else ""))
    if shape < 0.86:
        return Value(f"{plain_name(rng)}.{rng.choice(['example.com', 'example.org', 'internal', 'lan', 'local', 'corp.net', 'company.com', 'io', 'dev'])}")
    return Value(rng.choice([f"{rng.choice('web db app node gpu build mail cache worker master edge'.split())}{rng.choice(['', '-', ''])}{rng.randint(1, 40)}", "example.com", "google.com", "github.com", plain_name(rng)]))


@slot_type("domain")
def domain(rng, _):
    return Value(rng.choice(["example.com", rng.choice("google.com github.com debian.org example.org wikipedia.org kernel.org cloudflare.com archlinux.org mozilla.org python.org ubuntu.com gitlab.com".split()), f"{part(rng)}{rng.choice(['', '-'])}{part(rng)}.{rng.choice(['com', 'de', 'org', 'io', 'shop', 'ch', 'fr', 'eu', 'app'])}", f"{plain_name(rng)}.{rng.choice(['com', 'org', 'net', 'io', 'de', 'co.uk', 'dev'])}"]))


@slot_type("ip")
def ip(rng, _):
    return Value(f"{rng.choice(['192.168', '10.0', '172.16', '10.1', f'{rng.randint(11, 220)}.{rng.randint(0, 254)}'])}.{rng.randint(0, 254)}.{rng.randint(1, 254)}")


@slot_type("subnet")
def subnet(rng, _):
    return Value(f"{rng.choice(['192.168', '10.0', '172.16', '10.1'])}.{rng.randint(0, 254)}.0/{rng.choice([24, 24, 24, 16, 28, 22])}")


@slot_type("port")
def port(rng, _):
    return Value(str(rng.choice([22, 25, 53, 80, 80, 443, 443, 3000, 3306, 5000, 5432, 6379, 8000, 8080, 8080, 8443, 9000, 9090, 9200, 11211, 27017, *rng.choices((21, 110, 143, 389, 465, 587, 636, 993, 1433, 1883, 2049, 2222, 2375, 3001, 3389, 4000, 4200, 4317, 5001, 5050, 5173, 5601, 5672, 5900, 6443, 7000, 7860, 8001, 8081, 8088, 8090, 8096, 8123, 8501, 8888, 9091, 9092, 9093, 9100, 9443, 10250, 11434, 15672, 25565, 51820), k=5), *(rng.randint(1024, 65535) for _ in range(5))])))


@slot_type("url")
def url(rng, argument):
    site = rng.choice(["example.com", f"{plain_name(rng)}.{rng.choice(['com', 'org', 'io', 'example.com'])}", f"{plain_name(rng)}.example.org", f"{rng.choice(['api', 'www', 'static', 'files', 'cdn', 'download', 'status', 'shop'])}.{domain(rng, None).written}", f"localhost:{port(rng, None).written}"])
    scheme = "http" if site.startswith("localhost") or rng.random() < 0.15 else "https"
    tail = f"/{stem(rng)}.{argument or rng.choice('html zip tar.gz json txt iso deb pdf csv'.split())}" if argument or rng.random() < 0.5 else rng.choice(["", "/", "/health", f"/api/{word(rng)}", f"/v1/{word(rng)}", f"/{word(rng)}", f"/api/v{rng.randint(1, 3)}/{rng.choice(COMMON)}", f"/{rng.choice(COMMON)}/{rng.randint(1, 5000)}", f"/{rng.choice(COMMON)}/{rng.choice(COMMON)}", f"/{rng.choice(['status', 'metrics', 'login', 'ping', 'healthz', 'ready', 'v1/models', 'api/users', 'feed.xml'])}"])
    return Value(f"{scheme}://{site}{tail}")


@slot_type("repo")
def repository(rng, _):
    name = f"{rng.choice(['acme', 'torvalds', login(rng), plain_name(rng), 'platform', 'infra', 'team', part(rng)])}/{plain_name(rng)}"
    if rng.random() < 0.6:
        return Value(rng.choice([f"https://github.com/{name}.git", f"https://github.com/{name}", f"git@github.com:{name}.git", f"https://gitlab.com/{name}.git", f"git@gitlab.com:{name}.git"]))
    site = f"{rng.choice(['git', 'git', 'gitlab', 'code', 'gitea', 'scm', 'src', 'repo'])}.{rng.choice(DOMAINS + ['example.dev', 'example.io', domain(rng, None).written])}"
    return Value(rng.choice([f"git@{site}:{name}.git", f"git@{site}:{name}.git", f"https://{site}/{name}.git", f"https://{site}/{name}", f"ssh://git@{site}/{name}.git", f"ssh://git@{site}:{rng.choice([22, 2222, 7999])}/{name}.git", f"https://codeberg.org/{name}.git", f"git@bitbucket.org:{name}.git", f"{login(rng)}@{site}:/srv/git/{plain_name(rng)}.git"]))


@slot_type("pid")
def pid(rng, _):
    return Value(str(rng.choice([rng.randint(300, 9999), rng.randint(1000, 65000), rng.randint(100000, 999999)])))


mostly("proc", "nginx firefox chrome python python3 java node mysqld postgres redis-server sshd httpd apache2 dockerd gunicorn celery vim code slack ffmpeg rsync php-fpm containerd uwsgi ollama jupyter tensorboard train.py server.js mongod rabbitmq beam.smp prometheus grafana chromium thunderbird zoom steam", "processes")
mostly("service", "nginx ssh sshd apache2 httpd mysql mariadb postgresql redis docker cron rsyslog NetworkManager bluetooth cups prometheus grafana-server haproxy fail2ban ufw php8.2-fpm mongod elasticsearch rabbitmq-server memcached containerd kubelet tomcat9 jenkins gunicorn myapp webapp backend worker celery caddy vsftpd smbd nfs-server chronyd systemd-resolved postfix dovecot slurmd node-exporter zabbix-agent openvpn wg-quick@wg0 getty@tty1", "units")
mostly("package", "nginx curl vim git htop tree jq tmux python3-pip docker.io nodejs postgresql redis-server build-essential ffmpeg imagemagick rsync wget net-tools nmap unzip zsh neovim ripgrep fail2ban ufw mariadb-server apache2 golang default-jdk openssh-server cmake gcc make strace tcpdump iotop ncdu screen fzf bat certbot haproxy openssl libssl-dev sqlite3 traceroute whois dnsutils iperf3 lsof sysstat parallel pandoc gimp vlc php", "packages")
mostly("tool", "nginx curl vim git htop tree jq tmux rsync wget nmap unzip zip zsh nano gcc make strace tcpdump iotop ncdu screen fzf certbot openssl sqlite3 traceroute whois iperf3 lsof parallel pandoc ffmpeg tar grep sed awk find xargs ssh scp docker kubectl python3 pip node npm php ruby go cargo ps df dd vlc gimp bat fd rg eza btop ncat socat mtr dig host nslookup ethtool iftop nethogs glances pv zstd pigz gpg age sops vault helm terraform packer aws gcloud az gh glab podman buildah skopeo k9s kubectx minikube kind jless yq xmllint pdftotext qpdf convert magick exiftool yt-dlp rclone restic borg make cmake ninja gdb valgrind perf bpftrace clang rustc javac mvn gradle pnpm yarn deno bun composer poetry uv pipx ruff black mypy shellcheck shfmt psql mysql redis-cli mongosh sbatch squeue mpirun nvcc nvidia-smi rocm-smi amd-smi hipcc ollama nvtop")
mostly("pypkg", "requests numpy pandas flask django torch scipy matplotlib pytest black fastapi sqlalchemy pillow scikit-learn transformers boto3 httpx pydantic uvicorn celery redis ansible jupyterlab mypy ruff rich click tqdm lxml beautifulsoup4", "pypkgs")
mostly("npmpkg", "express react lodash axios typescript eslint prettier vite webpack jest next vue svelte nodemon pm2 tailwindcss chalk commander dotenv mocha", "npmpkgs")


@slot_type("container")
def container(rng, _):
    return Value(rng.choice(["nginx", "redis", "postgres", "web", "db", "api", "app", "mysql", "grafana", "worker", *(rng.choice(PRODUCTS) for _ in range(8)), plain_name(rng), plain_name(rng), plain_name(rng), plain_name(rng), plain_name(rng), f"{plain_name(rng)}-{rng.choice(PRODUCTS)}-{rng.randint(1, 3)}", f"{plain_name(rng)}-{rng.choice(PRODUCTS)}", f"{plain_name(rng)}-{rng.choice(['web', 'db', 'app'])}-1", "".join(rng.choice("0123456789abcdef") for _ in range(12))]))


@slot_type("image")
def image(rng, _):
    name = rng.choice(["nginx", "redis", "postgres", "ubuntu", "alpine", "python", "node", "mysql", "busybox", "debian", rng.choice(PRODUCTS), rng.choice(PRODUCTS), rng.choice(PRODUCTS), f"registry.{domain(rng, None).written}:5000/{plain_name(rng)}", f"quay.io/{part(rng)}/{plain_name(rng)}".lower(), f"registry.gitlab.com/{part(rng)}/{plain_name(rng)}".lower(), f"harbor.example.com/{part(rng)}/{rng.choice(PRODUCTS)}".lower(), f"{login(rng).replace('_', '').replace('.', '')}/{plain_name(rng)}", plain_name(rng), plain_name(rng), f"{plain_name(rng)}/{plain_name(rng)}", f"ghcr.io/{plain_name(rng)}/{plain_name(rng)}", f"registry.example.com/{plain_name(rng)}"])
    return Value(name + rng.choice(["", "", ":latest", f":{version(rng, None).written}", f":{rng.randint(1, 20)}", ":alpine"]))


@slot_type("imagename")
def image_name(rng, _):
    return Value(rng.choice([plain_name(rng), plain_name(rng), rng.choice(PRODUCTS), f"{plain_name(rng)}/{plain_name(rng)}"]))


@slot_type("tag")
def tag(rng, _):
    return Value(rng.choice(["latest", f"v{version(rng, None).written}", version(rng, None).written, f"v{rng.randint(1, 9)}", f"{rng.randint(1, 9)}.{rng.randint(0, 20)}", "stable", "dev", f"build-{rng.randint(2, 900)}"]))


@slot_type("version")
def version(rng, _):
    return Value(rng.choice([f"{rng.randint(0, 9)}.{rng.randint(0, 30)}.{rng.randint(0, 20)}", f"{rng.randint(1, 20)}.{rng.randint(0, 12)}"]))


@slot_type("volume", "network", "deployment", "namespace", "configmap", "secret", "ksvc", "release", "context", "job", "statefulset", "session", "cronjob", "daemonset", "ingress", "pvc")
def object_name(rng, _):
    chance = rng.random()
    if chance < 0.25:
        return Value(rng.choice(PRODUCTS) + rng.choice(["", "", f"-{rng.choice('prod dev staging data config db web api main test'.split())}"]))
    return Value(plain_name(rng) if chance < 0.88 else rng.choice("default prod staging dev kube-system monitoring backend frontend web db main work".split()))


@slot_type("pod")
def pod(rng, _):
    letters = "bcdfghjklmnpqrstvwxz2456789"
    tail = lambda n: "".join(rng.choice(letters) for _ in range(n))
    return Value(rng.choice([f"{plain_name(rng)}-{tail(10)}-{tail(5)}", f"{plain_name(rng)}-{rng.randint(0, 5)}", plain_name(rng), f"{plain_name(rng)}-{tail(5)}"]))


@slot_type("node")
def node(rng, _):
    return Value(rng.choice([f"node{rng.randint(1, 60)}", f"node-{rng.randint(1, 20)}", f"worker-{rng.randint(0, 20)}", f"gpu{rng.randint(1, 40):02}", f"gpu-node{rng.randint(1, 9)}", f"k8s-{plain_name(rng)}-{rng.randint(1, 9)}", f"ip-10-0-{rng.randint(0, 250)}-{rng.randint(0, 250)}"]))


@slot_type("label")
def label(rng, _):
    return Value(f"{rng.choice(['app', 'tier', 'env', 'role', 'team', 'component'])}={plain_name(rng)}")


@slot_type("branch")
def branch(rng, _):
    return Value(rng.choice(["main", "master", "develop", "staging", f"feature/{plain_name(rng)}", f"fix/{plain_name(rng)}", f"feature-{plain_name(rng)}", f"release-{rng.randint(1, 9)}.{rng.randint(0, 9)}", f"bugfix/{rng.randint(100, 9999)}", word(rng), plain_name(rng), f"{rng.choice(['feat', 'fix', 'chore', 'docs', 'hotfix', 'refactor', 'test', 'release', 'wip', rng.choice(FIRST_NAMES)])}/{part(rng)}-{part(rng)}", f"{rng.choice(['feature', 'bugfix', 'hotfix', 'release'])}/{rng.choice(['PROJ', 'SHOP', 'OPS', 'WEB', 'API', 'DATA'])}-{rng.randint(2, 4800)}", f"{rng.choice(['add', 'fix', 'update', 'remove', 'improve', 'rename', 'use'])}-{part(rng)}-{part(rng)}"]))


one_of("remote", "origin origin origin upstream fork backup github gitlab")


@slot_type("commit")
def commit(rng, _):
    return Value("".join(rng.choice("0123456789abcdef") for _ in range(rng.choice([7, 7, 8, 10]))))


@slot_type("email")
def email(rng, _):
    first, last = rng.choice(FIRST_NAMES), rng.choice(SURNAMES)
    name = rng.choice([rng.choice(PEOPLE), first, f"{first}.{last}", f"{first}.{last}", f"{first[0]}{last}", f"{first[0]}.{last}", f"{first}_{last}", last, rng.choice("info admin ops support noreply webmaster alerts team billing sales dev security root hr".split()), coined(rng)])
    return Value(f"{name}@{rng.choice([domain(rng, None).written, domain(rng, None).written, rng.choice(DOMAINS[:3]), 'gmail.com', 'company.com', 'acme.io'])}")


def identifier(rng: random.Random, listed: list[str]) -> str:
    """As databases take it without quotes."""
    while True:
        name = rng.choice(listed) if rng.random() < 0.4 else word(rng).replace("-", "_").lower()
        if name.lower() not in RESERVED:
            return name


TABLES, COLUMNS, DATABASES = read_list("tables"), read_list("columns"), read_list("databases")
TYPES["table"] = lambda rng, _: Value(identifier(rng, TABLES))
TYPES["key"] = lambda rng, _: Value(identifier(rng, COLUMNS))
TYPES["db"] = lambda rng, _: Value(identifier(rng, DATABASES))


@slot_type("name", "word")
def name(rng, _):
    """One word without blanks or signs a shell would read."""
    return Value(word(rng))


PHRASES, MESSAGES = read_list("phrases"), read_list("messages")


@slot_type("pattern")
def search_word(rng, _):
    """What is searched for in text."""
    chance = rng.random()
    found = rng.choice(PHRASES) if chance < 0.4 else word(rng) if chance < 0.7 else rng.choice(REAL) if chance < 0.85 else f"{part(rng)} {part(rng)}" if chance < 0.97 else f"{part(rng)} {part(rng)} {part(rng)}"
    plain = found.lower() not in STOP
    quoted = f'"{found}"'
    return Value(quoted if " " in found else found, (quoted, quoted, f"'{found}'") if " " in found else (*((found, found) if plain else ()), quoted, f"'{found}'", f"the word {found}", f"the string {quoted}"), {"bare": found, "quoted": quoted})


@slot_type("text", "message")
def message(rng, _):
    """A few words, always quoted in a command."""
    text = rng.choice([f"{rng.choice(['fix', 'add', 'update', 'remove', 'improve', 'refactor'])} {word(rng)} {rng.choice(['handling', 'page', 'tests', 'docs', 'parser', 'endpoint', 'validation'])}", f"{rng.choice(['hello', 'backup', 'maintenance', 'deploy', 'build'])} {rng.choice(['world', 'done', 'finished', 'starts', 'failed', 'complete'])}", f"{word(rng)} {word(rng)}", *(rng.choice(MESSAGES) for _ in range(4)), f"{rng.choice(['fix', 'add', 'update', 'remove', 'rename', 'move', 'use'])} {part(rng)} {rng.choice(['in', 'for', 'to', 'of', 'from'])} {part(rng)}"])
    return Value(f'"{text}"', (f'"{text}"', f'"{text}"', f"'{text}'", text))


VARIABLES = read_list("variables")


@slot_type("env")
def variable(rng, _):
    return Value(rng.choice(VARIABLES) if rng.random() < 0.75 else f"{word(rng).replace('-', '_').upper()}" if rng.random() < 0.5 else f"{part(rng)}_{rng.choice('url host port key token path dir name user id mode level size limit timeout'.split())}".upper())


mostly("iface", "eth0 eth1 wlan0 ens3 ens33 enp0s3 enp3s0 eno1 docker0 br0 wg0 lo bond0 ib0")
one_of("disk", "/dev/sda /dev/sdb /dev/sdc /dev/sdd /dev/sde /dev/sdf /dev/nvme0n1 /dev/nvme1n1 /dev/nvme2n1 /dev/vda /dev/vdb /dev/vdc")
one_of("part", "/dev/sda1 /dev/sda2 /dev/sdb1 /dev/sdb2 /dev/sdc1 /dev/nvme0n1p1 /dev/nvme0n1p2 /dev/vda1 /dev/vdb1 /dev/vdc1 /dev/sda3 /dev/sdd1 /dev/sde1 /dev/nvme0n1p3 /dev/nvme1n1p1 /dev/mapper/vg0-data /dev/mapper/vg0-home /dev/mapper/data-backup")
mostly("mount", "/mnt /mnt/data /mnt/backup /mnt/usb /media/usb /data /srv/nfs /mnt/nas /backup /mnt/disk2")
mostly("module", "nvidia amdgpu br_netfilter overlay nfs usb_storage bluetooth btusb vfio_pci kvm_intel kvm snd_hda_intel e1000e zfs i915 nouveau nvidia_uvm dummy loop iwlwifi r8169", "modules")
one_of("signal", "TERM HUP INT USR1 USR2 STOP CONT QUIT KILL")
mostly("partition", "gpu cpu debug batch long short main compute a100 h100 mi300 interactive bigmem preempt highmem")
one_of("shellname", "/bin/bash /bin/zsh /bin/sh /usr/bin/fish /usr/sbin/nologin")
one_of("tz", "Europe/Berlin UTC America/New_York Asia/Tokyo Europe/London Europe/Paris America/Los_Angeles Asia/Kolkata Australia/Sydney Europe/Zurich Asia/Singapore")


@slot_type("jobid")
def job_number(rng, _):
    return Value(str(rng.choice([rng.randint(100, 9999), rng.randint(10000, 999999), rng.randint(1000000, 9999999)])))


@slot_type("gpu")
def gpu_index(rng, _):
    index = rng.choice([0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7])
    ordinal = "first second third fourth fifth sixth seventh eighth".split()[index]
    return Value(str(index), (f"GPU {index}", f"gpu {index}", f"GPU {index}", f"card {index}", f"the {ordinal} GPU" if index == 0 else f"GPU #{index}", f"GPU number {index}", f"device {index}"))


@slot_type("gpus")
def gpu_list(rng, _):
    chosen = sorted(rng.sample(range(8), rng.choice([2, 2, 3, 4])))
    return Value(",".join(map(str, chosen)), (f"GPUs {', '.join(map(str, chosen[:-1]))} and {chosen[-1]}", f"gpus {','.join(map(str, chosen))}", f"GPUs {' '.join(map(str, chosen))}"))


@slot_type("ngpu")
def gpu_count(rng, _):
    number = rng.choice([1, 2, 2, 2, 4, 4, 4, 8, 8, 8])
    said = f"{number} GPUs" if number > 1 else "1 GPU"
    return Value(str(number), (said, said.lower(), f"{NUMBER_WORDS[number]} {'GPUs' if number > 1 else 'GPU'}"))


@slot_type("watts")
def watts(rng, _):
    number = rng.choice([150, 200, 250, 300, 350, 400, 450, 500, 600, 700])
    return Value(str(number), (f"{number}W", f"{number} watts", f"{number} W"))


@slot_type("mhz")
def mega_hertz(rng, _):
    number = rng.choice([800, 900, 1100, 1200, 1410, 1500, 1593, 1700, 1980, 2100, 2400])
    return Value(str(number), (f"{number}MHz", f"{number} MHz", str(number)))


@slot_type("mode")
def file_mode(rng, _):
    return Value(rng.choice("644 755 600 700 640 750 775 400 444 664 777 660".split()))


@slot_type("percent")
def percent(rng, _):
    number = rng.choice([50, 70, 75, 80, 85, 90, 90, 95, rng.randint(5, 99)])
    return Value(str(number), (f"{number}%", f"{number} percent", f"{number} %"))


SYSCTLS, SETTINGS = read_list("sysctls"), read_list("settings")


@slot_type("sysctl")
def kernel_setting(rng, _):
    """A key of the kernel and a value that it takes."""
    text = rng.choice(SYSCTLS)
    key, _, value = text.partition("=")
    return Value(text, (text, text, f"{key} = {value}", f"{key} to {value}"), {"key": key, "value": value})


@slot_type("setting")
def setting(rng, _):
    """A line of a configuration file, as its program writes it."""
    text = rng.choice(SETTINGS)
    key, value = re.split(" = |=| ", text, maxsplit=1)
    return Value(text, (text, text, f"'{text}'"), {"key": key, "value": value})


@slot_type("glob")
def glob(rng, _):
    text = rng.choice([f"*.{rng.choice(EXTENSIONS)}", f"{part(rng)}*", f"*{part(rng)}*", f"{part(rng)}-*.{rng.choice(COMMON_EXTENSIONS)}", f"*_{rng.choice(['test', 'old', 'backup', part(rng)])}.{rng.choice(COMMON_EXTENSIONS)}"])
    return Value(f"'{text}'", (text, text, f'"{text}"', f"'{text}'"), {"bare": text})


PAIRS = [tuple(pair.split("/")) for pair in "old/new before/after today/yesterday source/target src/dst first/second left/right prod/staging dev/prod test/prod train/test train/valid input/output local/remote expected/actual client/server ids/names users/groups raw/clean main/backup primary/replica draft/final january/february monday/tuesday north/south east/west request/response requests/responses error/access errors/warnings web/db api/web orders/invoices names/emails live/test blue/green public/private english/german in/out min/max open/closed up/down morning/evening spring/autumn customers/suppliers cats/dogs keys/values active/archived failed/passed red/green high/low small/large full/empty read/write import/export upload/download login/logout start/stop master/slave frontend/backend alpha/beta".split()]
TWIN_WORDS = {a: b for pair in PAIRS for a, b in (pair, pair[::-1])}
ALL_REAL, READABLE_SET = set(REAL), set(READABLE)
KNOWN_FOLDERS = {*FOLDERS, *DEEPER_FOLDERS}
TWINNED = set("file fullpath folder newdir name word host container db table key branch volume network deployment namespace configmap secret release job statefulset session cronjob daemonset node tag imagename user package".split())


def twin(rng: random.Random, text: str, kind: str, argument: str | None) -> str:
    """Another name of the same make: web02 for web01, names.txt for ids.txt, report_new.csv or report.json for report.csv, tbrown for dbrown."""
    if text in KNOWN_FOLDERS:
        return text
    start = text.rfind("/") + 1
    name, dot, tail = text[start:], "", ""
    if kind in ("file", "fullpath", "host") and "." in name[1:]:
        at = name.index(".", 1)
        name, dot, tail = name[:at], name[at], name[at + 1 :]
    if kind == "host" and not re.search("[a-z]", name) or kind in ("file", "fullpath") and not dot:
        return text
    if kind == "file" and argument is None and tail in READABLE_SET and rng.random() < 0.15:
        return text[: len(text) - len(tail)] + rng.choice(READABLE)
    if kind == "user" and len(name) > 4 and name.isalpha() and name not in ACCOUNTS and rng.random() < 0.5:
        return rng.choice(string.ascii_lowercase) + name[1:] if rng.random() < 0.6 else f"{name}{rng.randint(2, 9)}"
    found = list(re.finditer(r"[A-Z]?[a-z]+|\d+", name))
    if not found:
        return text
    paired = [m for m in found if m.group() in TWIN_WORDS]
    one = rng.choice(paired) if paired else found[-1] if found[-1].group().isdigit() else rng.choice(found)
    part, shape, joint = one.group(), rng.random(), "_" if "_" in name or kind in ("db", "table", "key") else "-"
    if part in TWIN_WORDS and shape < 0.7:
        other = TWIN_WORDS[part]
    elif part.isdigit():
        if len(part) > 4:
            return text
        other = str(int(part) + (1 if int(part) < 12 or len(part) == 4 else -1)).zfill(len(part))
    elif kind in ("user", "package", "tag"):
        return text
    elif shape < 0.3 and part + "s" in ALL_REAL:
        other = part + "s"
    elif shape < 0.3 and part[-1] == "s" and part[:-1] in ALL_REAL:
        other = part[:-1]
    elif shape < 0.5 and kind not in ("host", "branch", "word"):
        other = part + (rng.choice([f"{joint}new", f"{joint}old", f"{joint}v2", f"{joint}copy", f"{joint}backup", "2"]) if one.end() == len(name) else "2")
    else:
        other = rng.choice(BARE_COMMON)
        other = other.capitalize() if part[0].isupper() else other
    made = name[: one.start()] + other + name[one.end() :]
    if made in STOP or kind in ("db", "table", "key") and made.lower() in RESERVED:
        return text
    return text[:start] + made + dot + tail


RUNS: WeakKeyDictionary[random.Random, tuple[tuple, dict[str, Value]]] = WeakKeyDictionary()  # what was drawn last from a source, without anything else drawn since: values of one request


def draw(rng: random.Random, kind: str, argument: str | None) -> Value:
    if kind.startswith("="):
        option = rng.choice(kind[1:].split("|"))
        if re.match("[A-Z][A-Z0-9]*_[A-Z0-9_]*=", option):  # an assignment, said as it is written
            return Value(option)
        said, _, written = option.partition("=")
        return Value(written or said, (said,))
    if kind not in TWINNED:
        return TYPES[kind](rng, argument)
    state, run = RUNS.get(rng, (None, {}))
    if state != rng.getstate():
        run = {}
    before = run.pop(f"{kind}({argument})", None)
    value = Value(twin(rng, before.written, kind, argument)) if before and rng.random() < 0.45 else before
    if value is None or value.written == before.written or not value.written:
        value = TYPES[kind](rng, argument)
    run[f"{kind}({argument})"] = value
    RUNS[rng] = rng.getstate(), run
    return value
