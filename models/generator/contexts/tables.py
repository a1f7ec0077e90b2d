"""Helpers that scenes are put together from: tables, names, times, states."""

import random
import re

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


FOLDERS = "~ ~ ~ ~ / /srv /opt/app /var/log ~/work ~/src ~/infra ~/projects/shop ~/deploy /etc /tmp ~/k8s ~/code/api /home/deploy/app".split()


def sign(rng: random.Random, shown: bool = False) -> str:
    """What a shell prints in front of a command, in the forms that people have; often nothing, unless it has to be `shown`."""
    shape = rng.random()
    if shape < 0.36 and not shown:
        return ""
    user, host, folder = rng.choice(values.PEOPLE + ["deploy", "ops", "ubuntu", "admin", "ec2-user"]), draw(rng, "node"), rng.choice(FOLDERS)
    return rng.choice(
        ["$ "] * 9
        + ["# "] * 2
        + ["% ", "❯ ", "➜  ~ ", "> $ "]
        + [f"{user}@{host}:{folder}$ "] * 5
        + [f"[{user}@{host} {folder.rsplit('/', 1)[-1] or '/'}]$ "] * 2
        + [f"root@{host}:{folder}# "] * 2
        + [f"[root@{host} ~]# ", f"{user}@{host} {folder} % ", f"{user}@{host}:{folder} $ ", f"{host}:{folder} {user}$ ", f"({rng.choice(['base', 'venv', 'prod'])}) {user}@{host}:{folder}$ "]
    )


SIGNS = r"^(?:\([\w-]+\) )?(?:[$#%❯] |> \$ |➜ +\S+ |\[\S+ \S+\][$#] |[\w.-]+@\S+[$#] |[\w.-]+@[\w.-]+(?::\S+)? (?:\S+ )?[%$] |[\w.-]+:\S+ \w+\$ |\S+[$#] )"


def prompt(rng: random.Random, command: str, shown: bool = False) -> str:
    """The line that people often paste along with an output; sometimes nothing."""
    front = sign(rng, shown)
    return f"{front}{command}\n" if front else ""


def age(rng: random.Random) -> str:
    return rng.choice([f"{rng.randint(5, 59)}s", f"{rng.randint(2, 59)}m", f"{rng.randint(1, 23)}h", f"{rng.randint(1, 400)}d", f"{rng.randint(1, 9)}d{rng.randint(1, 23)}h", f"{rng.randint(1, 9)}m{rng.randint(1, 59)}s"])


def size(kibibytes: int) -> str:
    """As `du -h` writes it."""
    number, units = float(kibibytes), "KMGT"
    while number >= 1000 and units[1:]:
        number, units = number / 1024, units[1:]
    return f"{number:.1f}{units[0]}" if number < 10 else f"{number:.0f}{units[0]}"


def row_count(rng: random.Random, most: int = 60, least: int = 4) -> int:
    """How many rows a paste has: mostly a screenful, with a long tail."""
    low, high = rng.choices(((4, 8), (9, 20), (21, 35), (36, 60)), (27, 38, 22, 13))[0]
    return max(least, min(most, rng.randint(low, high))) if low < most else rng.randint(min(least, most), most)


def amounts(rng: random.Random, count: int, low: float, high: float) -> list[float]:
    """Values spread over orders of magnitude, or several close to the greatest, which is still ahead; the least is alone too."""
    import math

    drawn = sorted((math.exp(rng.uniform(math.log(low), math.log(high))) for _ in range(count)), reverse=True)
    if count > 3 and rng.random() < 0.35:
        for i in range(2, min(count - 1, rng.randint(3, 6))):
            drawn[i] = max(drawn[i], drawn[0] * rng.uniform(0.4, 0.85))
        drawn[1:] = sorted(drawn[1:], reverse=True)
    near = rng.choice([0.7, 0.85, 0.85, 0.92])
    for i in range(1, len(drawn)):
        drawn[i] = max(min(drawn[i], drawn[i - 1] * (near if i < 3 or count < 9 else 0.99)), low if i > 4 else 0)
    for i in range(len(drawn) - 2, -1, -1):  # the least alone too; as whole numbers no two of the first three alike
        whole = int(drawn[i + 1]) + 1 if low >= 1 and (i < 3 or i == len(drawn) - 2) else 0
        drawn[i] = max(drawn[i], drawn[i + 1], drawn[-1] * 1.15, whole)
    rng.shuffle(drawn)
    return drawn


def stamp(rng: random.Random) -> str:
    return f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}"


def twin(rng: random.Random, name: str) -> str | None:
    """Another name that is easily taken for this one."""
    if re.fullmatch(r"[0-9a-f]{7,64}|[0-9a-f-]{18,}|/.*|.*[@{}:].*", name) and not name.isdigit():
        return None
    if re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", name):
        return None
    if found := re.fullmatch(r"(\d+\.\d+\.\d+\.)\d+", name):
        return found.group(1) + str(rng.randint(2, 250))
    if name.isdigit():
        if len(name) < 3:
            return None
        at = rng.randrange(1, len(name))
        return rng.choice([name[:at] + rng.choice("0123456789") + name[at + 1 :]] * 3 + [name[:-1], name + rng.choice("0123456789")])
    if not re.search("[a-z]{3}", name):
        return None
    base, dot, end = name.partition(".") if re.search(r"\.[a-z0-9]{1,8}(\.[a-z0-9]{1,3})?$", name) else (name, "", "")
    if not base:
        return None
    if found := re.fullmatch(r"(.*?)(\d+)", base):
        return found.group(1) + str(rng.randint(0, 10 ** len(found.group(2)) - 1)).zfill(len(found.group(2))) + dot + end
    joint = "_" if "_" in base else "-"
    return rng.choice([f"{base}{joint}{w}" for w in "old new 2 3 v2 canary test backup staging dev worker cron eu us blue green tmp copy legacy db cache".split()] + [f"{w}{joint}{base}" for w in "old new test my dev".split()]) + dot + end


GENERIC = set("users home server usr var opt srv mnt media lib etc root work code src library dev tmp share local data backup".split())


def fragment(name: str, all_names: list[str]) -> str | None:
    """A part of a name that no other name has."""
    if "/" in name:  # nobody calls a path or an image by these
        name = "/".join(p for p in name.split("/") if p.lower() not in GENERIC)
    parts = [p for p in name.replace("/", "-").replace("_", "-").replace(".", "-").replace(":", "-").split("-") if len(p) > 2 and not p.isdigit() and p.lower() not in STATE_WORDS]
    own = [p for p in parts if sum(p in other for other in all_names) == 1]
    return own[0] if own else None


def quantity(cell: str) -> float:
    """`1.2G`, `350Mi`, `12%`, `5d` as a number."""
    if not cell.strip():
        return 0.0
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


UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800, "y": 31536000}
WORDY = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2592000, "year": 31536000}


def duration(cell: str) -> float:
    """`3d4h`, `3 weeks ago`, `1-02:03:04`, `12:40` in seconds; 0 for what is none."""
    if found := re.match(r"(?:Up )?(\d+|About an?|an?) (second|minute|hour|day|week|month|year)", cell):
        return (float(found.group(1)) if found.group(1).isdigit() else 1.0) * WORDY[found.group(2)]
    if found := re.fullmatch(r"(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+)", cell.strip()):
        days, hours, minutes, seconds = (int(x or 0) for x in found.groups())
        return days * 86400 + hours * 3600 + minutes * 60 + seconds
    return float(sum(int(n) * UNITS[u] for n, u in re.findall(r"(\d+)([smhdwy])", cell)))


def kube_age(x: float) -> str:
    """As kubectl writes an age."""
    s = int(x)
    if s < 120:
        return f"{s}s"
    if s < 600:
        return f"{s // 60}m" + (f"{s % 60}s" if s % 60 else "")
    if s < 10800:
        return f"{s // 60}m"
    if s < 28800:
        return f"{s // 3600}h" + (f"{s % 3600 // 60}m" if s % 3600 // 60 else "")
    if s < 172800:
        return f"{s // 3600}h"
    if s < 691200:
        return f"{s // 86400}d" + (f"{s % 86400 // 3600}h" if s % 86400 // 3600 else "")
    if s < 63072000:
        return f"{s // 86400}d"
    return f"{s // 31536000}y{s % 31536000 // 86400}d"


def since(x: float) -> str:
    """As docker writes how long something lasts."""
    s = int(x)
    for limit, unit, word in ((60, 1, "second"), (3600, 60, "minute"), (172800, 3600, "hour"), (1209600, 86400, "day"), (5184000, 604800, "week"), (63072000, 2592000, "month"), (10**12, 31536000, "year")):
        if s < limit:
            n = s // unit
            if word in ("minute", "hour") and n == 1:
                return "About a minute" if word == "minute" else "About an hour"
            return f"{n} {word}" + ("s" if n != 1 else "")
    return "5 years"


def clock_time(x: float) -> str:
    """As Slurm writes it."""
    s = int(x)
    d, h, m = s // 86400, s % 86400 // 3600, s % 3600 // 60
    return f"{d}-{h:02}:{m:02}:{s % 60:02}" if d else f"{h}:{m:02}:{s % 60:02}" if h else f"{m}:{s % 60:02}"


APPS = "api api-gateway auth auth-service backend billing billing-api cart catalog checkout checkout-api chat-service cms consumer coordinator dashboard data-loader email-worker event-bus exporter feature-flags fraud-detector frontend gateway grafana graphql image-resizer indexer ingest inventory invoice-worker jaeger keycloak kibana landing-page ledger loki mailer matcher media-server minio nats nginx nginx-proxy notification-service order-api order-worker payment-api payments pdf-renderer pricing profile-service prometheus rabbitmq recommender redis registry report-generator scheduler search search-indexer session-store shipping sidekiq sso storefront sync-agent thumbnailer ticketing transcoder user-service users vault web web-frontend webhook-relay wiki worker zipkin argocd-server airflow-webserver celery-worker celery-beat n8n nextcloud gitea mlflow jupyterhub superset metabase umami plausible".split()
MISLEADING = "failed-jobs-retrier pending-orders error-reporter dead-letter-handler running-totals oom-watcher idle-checker timeout-monitor broken-links new-relic-agent old-api restart-operator crash-reporter evicted-cleaner completed-orders unhealthy-notifier ready-check failed-payments stopped-clock exited-users new-orders oldest-first crashloop-exporter waiting-room paused-campaigns cancelled-orders active-users inactive-accounts error-pages latest-news".split()  # names with the word of a state in them
STATE_WORDS = set("failed pending error errors running dead oom idle timeout broken new old restart restarting crash crashed crashloop evicted completed unhealthy ready stopped exited oldest newest waiting paused cancelled active inactive latest biggest largest smallest longest first last healthy sick bad good down held suspended expired locked full empty busy free stuck hung zombie final current".split())  # parts of names by which nobody would tell a row
SYSTEM_PODS = "coredns metrics-server ingress-nginx-controller cert-manager cert-manager-webhook local-path-provisioner calico-kube-controllers external-dns cluster-autoscaler argocd-repo-server kube-state-metrics csi-controller traefik longhorn-ui sealed-secrets-controller".split()
STATEFUL = "postgres mysql redis-master redis-replicas kafka zookeeper elasticsearch-data mongodb rabbitmq cassandra prometheus-server loki vault clickhouse minio etcd consul-server alertmanager opensearch nats postgres-ha".split()
EACH_NODE = "fluent-bit node-exporter kube-proxy calico-node promtail filebeat datadog-agent csi-node nvidia-device-plugin-daemonset kured falco cilium".split()


def app(rng: random.Random) -> str:
    """What people call their services."""
    shape = rng.random()
    if shape < 0.05:
        return rng.choice(MISLEADING)
    if shape < 0.5:
        return rng.choice(APPS)
    if shape < 0.75:
        return low_name(values.word(rng)) + rng.choice(["-api", "-service", "-worker", "-web", "-svc", "-backend", "-frontend", "-consumer", "-gateway", "-job", "-sync", "-db", "-cache", "-ui", "-bot", "-proxy"])
    return low_name(values.plain_name(rng))


def low_name(name: str) -> str:
    """As Kubernetes and compose want names."""
    return name.lower().replace("_", "-").replace(".", "-")


def kube_name(rng: random.Random) -> str:
    return low_name(values.plain_name(rng))


def pod_batch(rng: random.Random, count: int) -> list[str]:
    """Pods of deployments, some with several replicas, of stateful sets, daemon sets and jobs."""
    found: list[str] = []
    taken: list[str] = []
    while len(found) < count:
        shape = rng.random()
        name = app(rng) if shape < 0.62 else rng.choice(STATEFUL) if shape < 0.8 else rng.choice(EACH_NODE) if shape < 0.85 else rng.choice(SYSTEM_PODS) if shape < 0.93 else app(rng)
        if any(name.startswith(t) or t.startswith(name) for t in taken):
            continue
        taken.append(name)
        some = rng.choice([1, 1, 1, 2, 2, 3]) if count > 3 else 1
        if shape < 0.62 or 0.85 <= shape < 0.93:
            hashed = letters(rng, rng.choice([9, 10, 10]))
            found += [f"{name}-{hashed}-{letters(rng, 5)}" for _ in range(some)]
        elif shape < 0.8:
            found += [f"{name}-{i}" for i in range(some)]
        elif shape < 0.85:
            found += [f"{name}-{letters(rng, 5)}" for _ in range(some)]
        else:
            found.append(f"{name}-{rng.randint(28000000, 29999999)}-{letters(rng, 5)}")
    return sorted(found[:count]) if rng.random() < 0.8 else found[:count]


def pods_key(rng):
    return pod_batch(rng, 1)[0]


pods_key.batch = pod_batch


def owner_of(pod: str) -> tuple[str, str] | None:
    """What a pod's name tells about what made it."""
    if found := re.fullmatch(rf"(.+)-[{LETTERS}]{{8,10}}-[{LETTERS}]{{5}}", pod):
        return "deployment", found.group(1)
    if found := re.fullmatch(r"(.+?)-\d{1,2}", pod):
        return "statefulset", found.group(1)
    if found := re.fullmatch(rf"(.+)-\d{{8}}-[{LETTERS}]{{5}}", pod):
        return None
    if found := re.fullmatch(rf"(.+)-[{LETTERS}]{{5}}", pod):
        return ("daemonset", found.group(1)) if found.group(1) in EACH_NODE else None
    return None


def app_batch(rng: random.Random, count: int) -> list[str]:
    found: list[str] = []
    for _ in range(count * 30):
        name = app(rng)
        if not any(name.startswith(f) or f.startswith(name) for f in found):
            found.append(name)
        if len(found) == count:
            break
    return sorted(found) if rng.random() < 0.6 else found


def apps_key(rng):
    return app(rng)


apps_key.batch = app_batch
