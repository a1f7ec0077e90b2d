"""Slot types: what they may be, how people say them, how commands write them.

Each type is a function of a random source and an optional argument that gives a Value. Names are put together from
parts, so that a model sees too many to learn by heart and copies instead.
"""

import random
import re
import string
from dataclasses import dataclass, field
from typing import Callable


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


def slot_type(*names: str):
    def register(function):
        for name in names:
            TYPES[name] = function
        return function

    return register


def one_of(name: str, words: str):
    choices = words.split()
    TYPES[name] = lambda rng, _: Value(rng.choice(choices))


def mostly(name: str, words: str):
    """One of these in general, else a name that is in no list."""
    choices = words.split()
    TYPES[name] = lambda rng, _: Value(rng.choice(choices) if rng.random() < 0.7 else UNLISTED.get(name, lambda rng: plain_name(rng))(rng))


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
EXTENSIONS = "txt log csv json yaml yml conf md py sh html xml sql pdf png jpg mp4 mp3 c cpp go java js ts rb php toml ini bak gz zip tmp docx xlsx svg h rs tex cfg jpeg gif wav bz2 xz iso deb rpm pyc o so".split()
READABLE = "txt txt log log csv csv json yaml conf md py sh html xml sql c cpp go java js ts rb php toml ini cfg tex rs".split()  # most that is asked about files is about text


ONSETS = "b br c ch cl cr d dr f fl fr g gl gr h j k kl kr l m n p ph pl pr qu r s sc sh sk sl sm sn sp st str sw t th tr tw v w wh y z".split()
NUCLEI = "a a a e e e i i o o u ai au ea ee ei ia ie io oa oi oo ou ua ue y".split()
CODAS = ["", "", "", ""] + "b ck ct d ff ft g k l ld ll lm lt m mp n n nd ng nk nt p r r rd rk rm rn rt s s sk ss st t t x z".split()


def coined(rng: random.Random) -> str:
    """A word that nobody has seen before, so that it can only be copied."""
    return "".join(rng.choice(ONSETS) + rng.choice(NUCLEI) + rng.choice(CODAS) for _ in range(rng.choice([1, 2, 2, 2, 3])))


def single(rng: random.Random) -> str:
    return rng.choice(NOUNS) if rng.random() < 0.4 else rng.choice(MORE_WORDS) if rng.random() < 0.5 else coined(rng)


def word(rng: random.Random) -> str:
    shape = rng.random()
    if shape < 0.42:
        return single(rng)
    if shape < 0.54:
        return f"{rng.choice(ADJECTIVES)}{rng.choice('-_')}{single(rng)}"
    if shape < 0.7:
        return f"{single(rng)}{rng.choice('-_')}{single(rng)}"
    if shape < 0.8:
        return f"{single(rng)}{rng.choice(['', '-', '_', ''])}{rng.randint(1, 99)}"
    if shape < 0.84:
        return single(rng).capitalize()
    if shape < 0.88:
        return single(rng).capitalize() + single(rng).capitalize()
    if shape < 0.91:
        return f"{single(rng)}{rng.choice('-_')}{single(rng)}{rng.choice('-_')}{single(rng)}"
    if shape < 0.93:
        return single(rng).upper()
    if shape < 0.96:
        return f"{single(rng)}-{rng.randint(2015, 2026)}{rng.choice(['', f'-{rng.randint(1, 12):02}'])}"
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
    shape = rng.random()
    if shape < 0.7:
        return word(rng)
    if shape < 0.8:
        return rng.choice("main index README notes server app test todo access error data output input summary list config run setup install requirements package Makefile".split())
    if shape < 0.9:
        return f"{rng.choice(NOUNS)}-{rng.randint(2019, 2026)}-{rng.randint(1, 12):02}"
    return f"{rng.choice(NOUNS)}{rng.choice(['_v', '-v', '.'])}{rng.randint(1, 12)}"


def absolute_folder(rng: random.Random) -> str:
    shape = rng.random()
    if shape < 0.34:
        return rng.choice(FOLDERS)
    if shape < 0.62:
        return rng.choice(FOLDERS[:22]) + "/" + word(rng)
    if shape < 0.74:
        return rng.choice(FOLDERS) + "/" + word(rng) + "/" + rng.choice([word(rng), rng.choice(PLAIN_FOLDERS)])
    if shape < 0.8:
        return "/" + single(rng) + rng.choice(["", "/" + word(rng), "/" + word(rng) + "/" + word(rng)])
    return f"/home/{rng.choice(PEOPLE)}" + rng.choice(["", "/" + rng.choice(PLAIN_FOLDERS), "/" + word(rng)])


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
    name = rng.choice(EXTENSIONS[:24] if rng.random() < 0.75 else EXTENSIONS)
    return Value(name, (name, "." + name, "." + name, "*." + name))


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
    chance = rng.random()
    if chance < 0.3:
        return Value(coined(rng) if chance < 0.2 else f"{rng.choice(string.ascii_lowercase)}{coined(rng)}")
    return Value(rng.choice(PEOPLE) if chance < 0.8 else rng.choice("deploy www-data postgres git jenkins backup nginx mysql ubuntu admin ansible nobody ci svc-web svc-etl".split()))


@slot_type("fullname")
def full_name(rng, _):
    """As people sign: two words, quoted in a command."""
    text = f"{rng.choice(PEOPLE).capitalize()} {coined(rng).capitalize()}"
    return Value(f'"{text}"', (text, text, f'"{text}"'))


mostly("group", "developers admins docker sudo wheel www-data staff users ops research finance marketing video audio render devs qa students engineering backup")


@slot_type("host")
def host(rng, _):
    shape = rng.random()
    if shape < 0.3:
        return Value(".".join(str(rng.randint(1, 254)) for _ in range(4)) if rng.random() < 0.3 else f"{rng.choice(['192.168', '10.0', '172.16'])}.{rng.randint(0, 254)}.{rng.randint(1, 254)}")
    if shape < 0.6:
        return Value(f"{plain_name(rng)}.{rng.choice(['example.com', 'example.org', 'internal', 'lan', 'local', 'corp.net', 'company.com', 'io', 'dev'])}")
    return Value(rng.choice([f"{rng.choice('web db app node gpu build mail cache worker master edge'.split())}{rng.choice(['', '-', ''])}{rng.randint(1, 40)}", "example.com", "google.com", "github.com", plain_name(rng)]))


@slot_type("domain")
def domain(rng, _):
    return Value(rng.choice(["example.com", "google.com", "github.com", "debian.org", f"{plain_name(rng)}.{rng.choice(['com', 'org', 'net', 'io', 'de', 'co.uk', 'dev'])}"]))


@slot_type("ip")
def ip(rng, _):
    return Value(f"{rng.choice(['192.168', '10.0', '172.16', '10.1', f'{rng.randint(11, 220)}.{rng.randint(0, 254)}'])}.{rng.randint(0, 254)}.{rng.randint(1, 254)}")


@slot_type("subnet")
def subnet(rng, _):
    return Value(f"{rng.choice(['192.168', '10.0', '172.16', '10.1'])}.{rng.randint(0, 254)}.0/{rng.choice([24, 24, 24, 16, 28, 22])}")


@slot_type("port")
def port(rng, _):
    return Value(str(rng.choice([22, 25, 53, 80, 80, 443, 443, 3000, 3306, 5000, 5432, 6379, 8000, 8080, 8080, 8443, 9000, 9090, 9200, 11211, 27017, rng.randint(1024, 65535)])))


@slot_type("url")
def url(rng, argument):
    site = rng.choice(["example.com", f"{plain_name(rng)}.{rng.choice(['com', 'org', 'io', 'example.com'])}", f"{plain_name(rng)}.example.org", f"localhost:{port(rng, None).written}"])
    scheme = "http" if site.startswith("localhost") or rng.random() < 0.15 else "https"
    tail = f"/{stem(rng)}.{argument or rng.choice('html zip tar.gz json txt iso deb pdf csv'.split())}" if argument or rng.random() < 0.5 else rng.choice(["", "/", "/health", f"/api/{word(rng)}", f"/v1/{word(rng)}", f"/{word(rng)}"])
    return Value(f"{scheme}://{site}{tail}")


@slot_type("repo")
def repository(rng, _):
    name = f"{rng.choice(['acme', 'torvalds', rng.choice(PEOPLE), plain_name(rng)])}/{plain_name(rng)}"
    return Value(rng.choice([f"https://github.com/{name}.git", f"https://github.com/{name}", f"git@github.com:{name}.git", f"https://gitlab.com/{name}.git"]))


@slot_type("pid")
def pid(rng, _):
    return Value(str(rng.choice([rng.randint(300, 9999), rng.randint(1000, 65000), rng.randint(100000, 999999)])))


mostly("proc", "nginx firefox chrome python python3 java node mysqld postgres redis-server sshd httpd apache2 dockerd gunicorn celery vim code slack ffmpeg rsync php-fpm containerd uwsgi ollama jupyter tensorboard train.py server.js mongod rabbitmq beam.smp prometheus grafana chromium thunderbird zoom steam")
mostly("service", "nginx ssh sshd apache2 httpd mysql mariadb postgresql redis docker cron rsyslog NetworkManager bluetooth cups prometheus grafana-server haproxy fail2ban ufw php8.2-fpm mongod elasticsearch rabbitmq-server memcached containerd kubelet tomcat9 jenkins gunicorn myapp webapp backend worker celery caddy vsftpd smbd nfs-server chronyd systemd-resolved postfix dovecot slurmd node-exporter zabbix-agent openvpn wg-quick@wg0 getty@tty1")
mostly("package", "nginx curl vim git htop tree jq tmux python3-pip docker.io nodejs postgresql redis-server build-essential ffmpeg imagemagick rsync wget net-tools nmap unzip zsh neovim ripgrep fail2ban ufw mariadb-server apache2 golang default-jdk openssh-server cmake gcc make strace tcpdump iotop ncdu screen fzf bat certbot haproxy openssl libssl-dev sqlite3 traceroute whois dnsutils iperf3 lsof sysstat parallel pandoc gimp vlc php")
mostly("tool", "nginx curl vim git htop tree jq tmux rsync wget nmap unzip zip zsh nano gcc make strace tcpdump iotop ncdu screen fzf certbot openssl sqlite3 traceroute whois iperf3 lsof parallel pandoc ffmpeg tar grep sed awk find xargs ssh scp docker kubectl python3 pip node npm php ruby go cargo ps df dd vlc gimp")
mostly("pypkg", "requests numpy pandas flask django torch scipy matplotlib pytest black fastapi sqlalchemy pillow scikit-learn transformers boto3 httpx pydantic uvicorn celery redis ansible jupyterlab mypy ruff rich click tqdm lxml beautifulsoup4")
mostly("npmpkg", "express react lodash axios typescript eslint prettier vite webpack jest next vue svelte nodemon pm2 tailwindcss chalk commander dotenv mocha")


@slot_type("container")
def container(rng, _):
    return Value(rng.choice(["nginx", "redis", "postgres", "web", "db", "api", "app", "mysql", "grafana", "worker", plain_name(rng), plain_name(rng), plain_name(rng), f"{plain_name(rng)}-{rng.choice(['web', 'db', 'app'])}-1", "".join(rng.choice("0123456789abcdef") for _ in range(12))]))


@slot_type("image")
def image(rng, _):
    name = rng.choice(["nginx", "redis", "postgres", "ubuntu", "alpine", "python", "node", "mysql", "busybox", "debian", plain_name(rng), plain_name(rng), f"{plain_name(rng)}/{plain_name(rng)}", f"ghcr.io/{plain_name(rng)}/{plain_name(rng)}", f"registry.example.com/{plain_name(rng)}"])
    return Value(name + rng.choice(["", "", ":latest", f":{version(rng, None).written}", f":{rng.randint(1, 20)}", ":alpine"]))


@slot_type("imagename")
def image_name(rng, _):
    return Value(rng.choice([plain_name(rng), plain_name(rng), f"{plain_name(rng)}/{plain_name(rng)}"]))


@slot_type("tag")
def tag(rng, _):
    return Value(rng.choice(["latest", f"v{version(rng, None).written}", version(rng, None).written, f"v{rng.randint(1, 9)}", f"{rng.randint(1, 9)}.{rng.randint(0, 20)}", "stable", "dev", f"build-{rng.randint(2, 900)}"]))


@slot_type("version")
def version(rng, _):
    return Value(rng.choice([f"{rng.randint(0, 9)}.{rng.randint(0, 30)}.{rng.randint(0, 20)}", f"{rng.randint(1, 20)}.{rng.randint(0, 12)}"]))


@slot_type("volume", "network", "deployment", "namespace", "configmap", "secret", "ksvc", "release", "context", "job", "statefulset", "session", "cronjob", "daemonset", "ingress", "pvc")
def object_name(rng, _):
    return Value(plain_name(rng) if rng.random() < 0.85 else rng.choice("default prod staging dev kube-system monitoring backend frontend web db main work".split()))


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
    return Value(rng.choice(["main", "master", "develop", "staging", f"feature/{plain_name(rng)}", f"fix/{plain_name(rng)}", f"feature-{plain_name(rng)}", f"release-{rng.randint(1, 9)}.{rng.randint(0, 9)}", f"bugfix/{rng.randint(100, 9999)}", word(rng), plain_name(rng)]))


one_of("remote", "origin origin origin upstream fork backup github gitlab")


@slot_type("commit")
def commit(rng, _):
    return Value("".join(rng.choice("0123456789abcdef") for _ in range(rng.choice([7, 7, 8, 10]))))


@slot_type("email")
def email(rng, _):
    return Value(f"{rng.choice(PEOPLE)}@{domain(rng, None).written}")


@slot_type("table", "db", "key")
def identifier(rng, _):
    """As databases take it without quotes."""
    return Value(word(rng).replace("-", "_"))


@slot_type("name", "word")
def name(rng, _):
    """One word without blanks or signs a shell would read."""
    return Value(word(rng))


@slot_type("pattern")
def search_word(rng, _):
    """What is searched for in text."""
    found = rng.choice(["error", "ERROR", "timeout", "failed", "TODO", "FIXME", "warning", "password", "Exception", "connection refused", "out of memory", "main", "import", "GET", "POST", "404", "500", "root", "deprecated", "null", "panic", "denied", word(rng), word(rng), word(rng), f"{word(rng)} {word(rng)}"])
    quoted = f'"{found}"'
    return Value(quoted if " " in found else found, (quoted, quoted, f"'{found}'") if " " in found else (found, found, quoted, f"'{found}'", f"the word {found}", f"the string {quoted}"), {"bare": found, "quoted": quoted})


@slot_type("text", "message")
def message(rng, _):
    """A few words, always quoted in a command."""
    text = rng.choice([f"{rng.choice(['fix', 'add', 'update', 'remove', 'improve', 'refactor'])} {word(rng)} {rng.choice(['handling', 'page', 'tests', 'docs', 'parser', 'endpoint', 'validation'])}", f"{rng.choice(['hello', 'backup', 'maintenance', 'deploy', 'build'])} {rng.choice(['world', 'done', 'finished', 'starts', 'failed', 'complete'])}", f"{word(rng)} {word(rng)}", "initial commit", "wip"])
    return Value(f'"{text}"', (f'"{text}"', f'"{text}"', f"'{text}'", text))


@slot_type("env")
def variable(rng, _):
    return Value(rng.choice("PATH HOME EDITOR JAVA_HOME LANG DEBUG NODE_ENV API_URL DATABASE_URL LOG_LEVEL PORT CUDA_VISIBLE_DEVICES http_proxy TZ PYTHONPATH LD_LIBRARY_PATH GOPATH KUBECONFIG AWS_REGION OMP_NUM_THREADS".split() + [word(rng).replace("-", "_").upper()]))


mostly("iface", "eth0 eth1 wlan0 ens3 ens33 enp0s3 enp3s0 eno1 docker0 br0 wg0 lo bond0 ib0")
one_of("disk", "/dev/sda /dev/sdb /dev/sdc /dev/sdd /dev/nvme0n1 /dev/nvme1n1 /dev/vda /dev/vdb")
one_of("part", "/dev/sda1 /dev/sda2 /dev/sdb1 /dev/sdb2 /dev/sdc1 /dev/nvme0n1p1 /dev/nvme0n1p2 /dev/vda1 /dev/vdb1 /dev/mapper/vg0-data")
mostly("mount", "/mnt /mnt/data /mnt/backup /mnt/usb /media/usb /data /srv/nfs /mnt/nas /backup /mnt/disk2")
mostly("module", "nvidia amdgpu br_netfilter overlay nfs usb_storage bluetooth btusb vfio_pci kvm_intel kvm snd_hda_intel e1000e zfs i915 nouveau nvidia_uvm dummy loop iwlwifi r8169")
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
    number = rng.choice([50, 70, 75, 80, 85, 90, 90, 95])
    return Value(str(number), (f"{number}%", f"{number} percent", f"{number} %"))


@slot_type("glob")
def glob(rng, _):
    text = rng.choice([f"*.{rng.choice(EXTENSIONS)}", f"{rng.choice(NOUNS)}*", f"*{rng.choice(NOUNS)}*", f"{rng.choice(NOUNS)}-*.{rng.choice(EXTENSIONS[:12])}", f"*_{rng.choice(['test', 'old', 'backup'])}.{rng.choice(EXTENSIONS[:12])}"])
    return Value(f"'{text}'", (text, text, f'"{text}"', f"'{text}'"), {"bare": text})


def draw(rng: random.Random, kind: str, argument: str | None) -> Value:
    if kind.startswith("="):
        option = rng.choice(kind[1:].split("|"))
        if re.match("[A-Z][A-Z0-9]*_[A-Z0-9_]*=", option):  # an assignment, said as it is written
            return Value(option)
        said, _, written = option.partition("=")
        return Value(written or said, (said,))
    return TYPES[kind](rng, argument)
