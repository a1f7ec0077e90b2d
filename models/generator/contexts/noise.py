"""What a tool prints before it fails: the lines among which an error stands in a real paste."""

import re

from .. import values
from .tables import SIGNS, app, draw, hexes, row_count

PACKAGES = "request har-validator uuid glob rimraf inflight node-sass stable svgo querystring source-map-url resolve-url urix sane core-js popper.js eslint babel-eslint tslint chokidar fsevents mkdirp natives gulp-util".split()
WHEELS = "numpy pandas requests urllib3 certifi idna charset-normalizer six python-dateutil pytz click flask jinja2 markupsafe werkzeug itsdangerous sqlalchemy greenlet pyyaml attrs jsonschema tqdm regex packaging filelock typing-extensions sympy networkx fsspec".split()
CRATES = "serde serde_json tokio hyper rand libc cfg-if syn quote proc-macro2 unicode-ident memchr aho-corasick regex log itoa ryu bytes futures-core pin-project-lite tracing clap anyhow thiserror once_cell parking_lot".split()
MODULES = "github.com/spf13/cobra github.com/spf13/pflag golang.org/x/sys golang.org/x/net github.com/stretchr/testify gopkg.in/yaml.v3 github.com/sirupsen/logrus go.uber.org/zap google.golang.org/grpc github.com/prometheus/client_golang github.com/gin-gonic/gin github.com/jackc/pgx/v5".split()


def number(rng):
    return f"{rng.randint(0, 9)}.{rng.randint(0, 30)}.{rng.randint(0, 20)}"


def name(rng):
    return re.sub(r"[^a-z0-9_]", "_", values.word(rng).lower())


def time_of(rng, state):
    state["t"] = state.get("t", rng.randint(20000, 70000)) + rng.choice([0, 1, 1, 2, 5, 13])
    s = state["t"]
    return f"{s // 3600 % 24:02}:{s // 60 % 60:02}:{s % 60:02}"


def counted(rng, state, most):
    state["n"] = state.get("n", 0) + 1
    return state["n"], most


def percent_of(rng, state):
    state["p"] = min(97, state.get("p", 0) + rng.randint(1, 6))
    return state["p"]


LINES = [  # what the output has in it; lines of that tool
    (r"npm ERR|npm error|^npm |^yarn ", [lambda r, s: f"npm WARN deprecated {r.choice(PACKAGES)}@{number(r)}: {r.choice(['this library is no longer supported', 'Please upgrade to version 7 or higher', 'no longer maintained', 'Glob versions prior to v9 are no longer supported'])}", lambda r, s: f"npm WARN {r.choice(['EBADENGINE Unsupported engine', 'config production Use --omit=dev instead', 'old lockfile'])}"]),
    (r"\bpip3? install|ERROR: (?:Could not|No matching|Failed building)|\.whl", [lambda r, s: f"Collecting {r.choice(WHEELS)}>={number(r)}", lambda r, s: f"  Downloading {r.choice(WHEELS)}-{number(r)}-py3-none-any.whl ({r.randint(9, 990)} kB)", lambda r, s: f"Requirement already satisfied: {r.choice(WHEELS)} in /usr/lib/python3/dist-packages ({number(r)})"]),
    (r"^error(?:\[E\d+\])?: .*\n *-->|cargo|rustc", [lambda r, s: f"   Compiling {r.choice(CRATES)} v{number(r)}"]),
    (r"^go: |go build|go\.mod", [lambda r, s: f"go: downloading {r.choice(MODULES)} v{number(r)}"]),
    (r"CMake|\[ *\d+%\]", [lambda r, s: f"-- {r.choice(['Looking for', 'Performing Test', 'Found'])} {name(r).upper()}{r.choice([' - found', '', ' - Success', ' - not found'])}", lambda r, s: f"-- Check size of {name(r)} - done"]),
    (r"fatal error: \S+\.h|undefined reference|make(?:\[\d\])?: \*\*\*|collect2|\.[cC](?:pp)?:\d+", [lambda r, s: (lambda n: f"{r.choice(['gcc', 'gcc', 'cc', 'g++'])} -Wall -O2 -Iinclude -c src/{n}.c -o build/{n}.o")(name(r)), lambda r, s: f"[{percent_of(r, s):3}%] Building C object CMakeFiles/app.dir/src/{name(r)}.c.o", lambda r, s: f"make[1]: Entering directory '/home/build/{name(r)}'"]),
    (r"^E: |apt(?:-get)? |dpkg: error", [lambda r, s: f"{r.choice(['Hit', 'Get', 'Ign'])}:{counted(r, s, 0)[0]} http://{r.choice(['archive', 'security', 'de.archive'])}.ubuntu.com/ubuntu noble{r.choice(['', '-updates', '-security', '-backports'])} {r.choice(['InRelease', 'main amd64 Packages', 'universe amd64 Packages'])}"]),
    (r"terraform|Terraform|tfstate", [lambda r, s: f"{r.choice(['aws_instance', 'aws_security_group', 'aws_subnet', 'aws_iam_role', 'aws_s3_bucket', 'module.vpc.aws_route_table'])}.{name(r)}: Refreshing state... [id={r.choice(['i', 'sg', 'subnet', 'rtb'])}-0{hexes(r, 16)}]"]),
    (r"ansible|fatal: \[|UNREACHABLE", [lambda r, s: f"{r.choice(['ok', 'ok', 'changed', 'skipping'])}: [{draw(r, 'node')}]", lambda r, s: f"TASK [{r.choice(['common', 'nginx', 'docker', 'users', 'firewall'])} : {r.choice(['Install packages', 'Copy configuration', 'Ensure service is running', 'Create directories', 'Set permissions'])}] {'*' * 30}"]),
    (r"docker build|Dockerfile|failed to solve|executor failed", [lambda r, s: f"#{counted(r, s, 0)[0] + 4} [{r.choice(['build', 'stage-1', 'deps'])} {r.randint(2, 9)}/12] {r.choice(['COPY package*.json ./', 'RUN apt-get update', 'WORKDIR /app', 'COPY . .', 'RUN pip install -r requirements.txt', 'RUN addgroup app'])}", lambda r, s: f"#{s.get('n', 0) + 4} {r.choice(['CACHED', 'DONE 0.3s', 'DONE 12.8s', 'sha256:' + hexes(r, 16) + ' 31.36MB / 31.36MB 1.2s done'])}"]),
    (r"^Error from server|error when|kubectl apply|unable to recognize", [lambda r, s: f"{r.choice(['deployment.apps', 'service', 'configmap', 'secret', 'ingress.networking.k8s.io', 'serviceaccount', 'cronjob.batch'])}/{app(r)} {r.choice(['unchanged', 'unchanged', 'configured', 'created'])}"]),
    (r"rsync|scp:|cp: |tar: |mv: ", [lambda r, s: f"{name(r)}/{name(r)}.{r.choice(['jpg', 'txt', 'csv', 'conf', 'py', 'log', 'md', 'pdf'])}"]),
    (r"Traceback \(most recent|Error: |CUDA|torch", [lambda r, s: f"2026-03-04 {time_of(r, s)} {r.choice(['INFO', 'INFO', 'INFO', 'DEBUG', 'WARNING'])} {name(r)}: {r.choice(['loaded configuration', 'connected to database', 'processing batch', 'cache is warm', 'retrying in 2s', 'finished item', 'reading input', 'checkpoint saved', 'queue has room'])} {r.choice(['', str(r.randint(1, 900)), name(r)])}".rstrip()]),
    (r"\[ERROR\]|mvn|maven|gradle|java\.", [lambda r, s: f"[INFO] {r.choice(['Downloading from central: https://repo.maven.apache.org/maven2/org/' + name(r) + '/' + number(r), 'Building ' + name(r) + ' ' + number(r), '--- compiler:3.11.0:compile (default-compile) @ ' + name(r) + ' ---', 'Compiling ' + str(r.randint(3, 300)) + ' source files'])}"]),
    (r"dnf|yum|rpm", [lambda r, s: f"{r.choice(['Fedora 40 - x86_64', 'Fedora 40 - x86_64 - Updates', 'Extra Packages for Enterprise Linux 9', 'AppStream', 'BaseOS'])}      {r.uniform(0.2, 9):.1f} MB/s | {r.randint(1, 60)} MB     00:{r.randint(1, 30):02}"]),
]


def among_lines(rng, output: str) -> str:
    """The error behind what the tool printed before, as far as the tool is known."""
    lines = output.split("\n")
    signs = [i for i, line in enumerate(lines) if re.match(SIGNS + r"(?=\S)", line)]
    if signs and (signs[0] != 0 or len(signs) > 1) or "\n" not in output and len(output) < 30:
        return output
    if re.search(r"^>>> |={9}|connection unexpectedly|LinkageError|yaml\.|ImportError: lib|command not found", output, re.M):
        return output
    for pattern, makers in LINES:
        if re.search(pattern, output, re.M):
            state: dict = {}
            some = rng.sample(makers, rng.randint(1, len(makers)))
            noise = [rng.choice(some)(rng, state) for _ in range(row_count(rng, 34, 3))]
            if "Refreshing" not in noise[0] and not any("[" in n for n in noise):
                noise = list(dict.fromkeys(noise))
            if any(word in output for line in noise for word in re.findall(r"[\w./-]{9,}", line) if word not in ("Requirement", "satisfied:", "Downloading", "deprecated", "CMakeFiles/app.dir/src/", "supported")):
                return output
            at = len(signs)
            result = "\n".join([*lines[:at], *noise, *lines[at:]])
            return result if len(result) < 3600 else output
    return output
