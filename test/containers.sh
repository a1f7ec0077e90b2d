#!/usr/bin/env bash
# The images and the manifests for real: builds the images from their Dockerfiles, without any registry, starts what the local overlay
# says with podman, asks for a command and looks at what runs. Needs root, Debian and the built jars; where it cannot run it says so.
# The base image stays in a cache; remove it with: rm -rf ~/.cache/sigma-containers
set -euo pipefail
# shellcheck source=test/platform.sh
source "$(dirname "${BASH_SOURCE[0]}")/platform.sh"

not_run() {
  printf 'not run: containers.sh: %s\n' "$1"
  exit 0
}
[[ $(id -u) -eq 0 ]] || not_run "it needs root (podman, debootstrap)"
codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release 2>/dev/null)
grep -qx 'ID=debian' /etc/os-release 2>/dev/null || not_run "it needs Debian (debootstrap makes the base image)"
JAVA_HOME=$(find_jdk) || not_run "no JDK $JDK_WANTED"
for jar in gateway/server:sigma-gateway inference-service/server:sigma-worker cache-service/server:sigma-cache; do
  [[ -n $(newest_jar "${jar%:*}" "${jar#*:}") ]] || not_run "no jar of ${jar#*:}: mvn -DskipTests package makes it"
done

packages=()
for program in podman runc catatonit debootstrap curl; do
  have "$program" || PATH=$PATH:/usr/sbin have "$program" || packages+=("$program")
done
have kubectl || packages+=(kubernetes-client)
if [[ ${#packages[@]} -gt 0 ]]; then
  install_with_apt "${packages[@]}" || not_run "apt could not install ${packages[*]}"
fi

cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/sigma-containers
mkdir -p "$cache"
exec 9>"$cache/lock"
flock -n 9 || not_run "another run of it is using $cache"
cat >"$work/containers.conf" <<'CONF'
[containers]
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
CONF
export CONTAINERS_CONF=$work/containers.conf
# vfs and runc run everywhere, also inside a container
PODMAN="podman --storage-driver=vfs --root=$work/storage --runroot=$work/runroot --runtime=$(PATH=$PATH:/usr/sbin command -v runc)"
read -r -a podman <<<"$PODMAN"
podman() { command "${podman[@]}" "$@"; } # `command`: else the function would call itself

clean() {
  podman pod rm -fa -t 1 >/dev/null 2>&1
  finish # images, volumes and secrets lie in its folder
}
trap clean EXIT
clock=$SECONDS
lap() { # WHAT: the seconds since the last lap
  printf '        %s: %s s\n' "$1" $((SECONDS - clock))
  clock=$SECONDS
}

# ---- the base image: Debian and this machine's JDK

version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")
base_tar=$cache/$codename-jdk-$version.tar
if [[ ! -s $base_tar ]]; then
  mkdir -p "$work/rootfs"
  if ! PATH=$PATH:/usr/sbin debootstrap --variant=minbase "$codename" "$work/rootfs" >"$work/debootstrap.log" 2>&1; then
    tail -n 5 "$work/debootstrap.log"
    not_run "debootstrap could not fetch Debian $codename"
  fi
  rm -rf "$work/rootfs/var/cache/apt/archives/"*.deb "$work/rootfs/var/lib/apt/lists/"*
  mkdir -p "$work/rootfs/opt/java/openjdk"
  tar -C "$JAVA_HOME" --exclude=./jmods --exclude=./lib/src.zip --exclude=./lib/ct.sym --exclude=./man --exclude=./include -c . |
    tar -C "$work/rootfs/opt/java/openjdk" -x
  tar -C "$work/rootfs" -c . >"$base_tar.new"
  mv "$base_tar.new" "$base_tar"
  rm -rf "$work/rootfs"
  lap "base image made"
fi
export BASE=localhost/debian-jdk:$codename
podman import -q "$base_tar" "$BASE" >/dev/null
lap "base image imported"

# ---- the images

export PODMAN BUILD_OPTIONS="--isolation=chroot --layers=false --network=host"
if ! "$here/../k8s/local" images >"$work/out" 2>&1; then
  tail -n 30 "$work/out"
  fail images "exit code not 0"
  exit 1
fi
lap images
services=(gateway worker cache)
if podman image exists localhost/sigma-admin:0.1.0; then
  services+=(admin)
else
  printf 'not run: the admin UI, its jar is not built\n'
fi
for name in "${services[@]}" redis; do
  image=localhost/sigma-$name:0.1.0
  printf '        %s\n' "$(podman images --format '{{.Repository}} {{.Size}}' "$image")"
  check "${name}_imageUserIsNotRoot" 10001:10001 "$(podman image inspect --format '{{.Config.User}}' "$image")"
  check "${name}_imageHoldsNoSecret" '' \
    "$({ podman history --no-trunc "$image" && podman image inspect "$image"; } | grep -E 'INTERNAL_KEY|API_KEY|PASSWORD|SETUP_CODE|sk-sigma')"
done
for name in "${services[@]}"; do
  mounted=$(podman image mount "localhost/sigma-$name:0.1.0")
  check "${name}_imageHoldsTheJarAlone" "$mounted/app/app.jar" "$(find "$mounted/app" "$mounted/.run" "$mounted/k8s" -type f 2>/dev/null)"
  podman image umount "localhost/sigma-$name:0.1.0" >/dev/null
done

# ---- up: from a copy of the manifests, so that the secrets are the test's own

cp -r "$here/../k8s" "$work/k8s"
rm -rf "$work/k8s/base/secrets" "$work/k8s/check"
"$work/k8s/make-secrets" >/dev/null
check secrets_areTheOwnersAlone '600 600 600 600 600 ' "$(stat -c %a "$work/k8s/base/secrets/"* | tr '\n' ' ')"
before=$(cat "$work/k8s/base/secrets/"* | sha256sum)
"$work/k8s/make-secrets" >/dev/null
check secrets_areNeverOverwritten "$before" "$(cat "$work/k8s/base/secrets/"* | sha256sum)"
choose_base
clock=$SECONDS
if ! "$work/k8s/local" up "$base" >"$work/out" 2>&1; then
  cat "$work/out"
  for name in $(podman ps -a --format '{{.Names}}'); do
    printf -- '--- %s\n' "$name"
    podman logs "$name" 2>&1 | tail -n 10
  done
  fail up "exit code not 0"
  exit 1
fi
pass up
lap "secrets, start, kernels, ready"

# ---- it answers

key=$(setting "$work/k8s/base/secrets/api-key.env" SIGMA_API_KEY)
command_of() { # REQUEST [KEY]: the answer in ANSWER, its status in STATUS
  ANSWER=$(curl -sS --noproxy '*' --max-time 60 -H "Authorization: Bearer ${2:-$key}" -H 'Content-Type: application/json' \
    -d "{\"request\":\"$1\",\"session\":\"${session:-containers}\"}" -w '\n%{http_code}' "http://127.0.0.1:$base/v1/commands" 2>&1)
  STATUS=${ANSWER##*$'\n'}
  ANSWER=${ANSWER%$'\n'*}
}
metric() { # PORT NAME: its sum over all labels
  curl -sS --noproxy '*' "http://127.0.0.1:$1/metrics" | awk -v name="$2" '$1 ~ "^"name"([{]|$)" { sum += $2 } END { print int(sum) }'
}
command_of "show free disk space"
check commands_answers 200 "$STATUS"
json_read "$ANSWER" && json_get .command
matches commands_givesDf '^df' "$JSON_VALUE"
command_of "show free disk space" wrong
check commands_wrongKeyIsRefused 401 "$STATUS"
check commands_noKeyIsRefused 401 "$(curl -sS --noproxy '*' -o /dev/null -w '%{http_code}' -d '{}' "http://127.0.0.1:$base/v1/commands")"
for request in "list files" "show the date" "who am i" "show memory" "list processes" "print the hostname" "show uptime" "list users"; do
  session=containers-${request// /-} # a session stays on its worker; these spread
  command_of "$request"
done
session=''
check session_livesInRedis 200 "$STATUS"
for port in $((base + 1)) $((base + 2)); do
  used=$(metric "$port" sigma_completion_tokens_total)
  if [[ $used -gt 0 ]]; then pass "worker on +$((port - base)) was used ($used tokens)"; else fail "worker on +$((port - base)) was used" "$used tokens"; fi
done
check redis_wantsThePassword "-NOAUTH" "$(exec 3<>"/dev/tcp/127.0.0.1/$((base + 9))" && printf 'PING\r\n' >&3 && read -r -t 5 word _ <&3 && printf '%s' "$word")"
check cache_isReady 200 "$(curl -sS --noproxy '*' -o /dev/null -w '%{http_code}' "http://127.0.0.1:$((base + 11))/health/readiness")"
if [[ " ${services[*]} " == *" admin "* ]]; then
  check admin_isSound 200 "$(curl -sS --noproxy '*' -o /dev/null -w '%{http_code}' "http://127.0.0.1:$((base + 10))/health/liveness")"
fi

# ---- what runs is fenced in

for name in $(podman ps --format '{{.Names}}' | grep -v -- -infra); do
  pid=$(podman inspect --format '{{.State.Pid}}' "$name")
  is=$(awk '/^(Uid|CapEff|NoNewPrivs|Seccomp):/ { printf "%s%s ", $1, $2 }' "/proc/$pid/status")
  check "${name}_isUnprivileged" "Uid:10001 CapEff:0000000000000000 NoNewPrivs:1 Seccomp:2 " "$is"
  podman exec "$name" sh -c ': >/app.new' >"$work/out" 2>&1
  matches "${name}_cannotWriteItsImage" 'Read-only file system' "$(<"$work/out")"
  check "${name}_showsNoSecretInItsArguments" 0 "$(tr '\0' ' ' <"/proc/$pid/cmdline" | grep -cF -f <(sed 's/^[^=]*=//' "$work/k8s/base/secrets/"*.env))"
done
lap "requests and checks"

# ---- a worker goes, the other answers; then everything goes

podman stop -t 60 worker-1-pod-0-worker >/dev/null
check worker_endsByItself 143 "$(podman inspect --format '{{.State.ExitCode}}' worker-1-pod-0-worker)"
lap "one worker stopped"
sleep 3
for request in "show the date" "who am i" "show memory"; do
  command_of "$request"
  check "oneWorker_answers ($request)" 200 "$STATUS"
done
clock=$SECONDS
"$work/k8s/local" down >"$work/out" 2>&1
check down 0 $?
lap down
check down_leavesNoContainer '' "$(podman ps -aq)"
check down_leavesNoSecret '' "$(podman secret ls -q)"
check down_leavesNoVolume '' "$(podman volume ls -q | grep -v '^admin-data$')"
left=
for ((port = base; port < base + PORTS; port++)); do
  if port_taken "$port"; then left+=" $port"; fi
done
check down_leavesNoPort '' "$left"

printf '%s passed, %s failed in %s s\n' "$passed" "$failed" "$SECONDS"
[[ $failed -eq 0 ]]
