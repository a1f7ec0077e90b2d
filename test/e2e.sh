#!/usr/bin/env bash
# End to end: starts the whole platform on free ports in a folder of its own, uses it as people and programs do, gives it bad
# input, watches every connection of every service meanwhile, and stops it. Needs the built jars (./sigma test makes them).
set -euo pipefail
# shellcheck source=test/platform.sh
source "$(dirname "${BASH_SOURCE[0]}")/platform.sh"

# ---- the watcher: every socket of every service, several times a second, from before the start until after the end

sockets() { # PID NAME: protocol, local end, remote end and state of each
  local protocol
  find "/proc/$1/fd" -lname 'socket:*' -printf '%l\n' 2>/dev/null | tr -cd '0-9\n' >"$work/inodes"
  for protocol in tcp tcp6 udp udp6; do
    awk -v name="$2" -v protocol="$protocol" 'NR == FNR { own[$1]; next } FNR > 1 && ($10 in own) { print name, protocol, $2, $3, $4 }' \
      "$work/inodes" "/proc/$1/net/$protocol" 2>/dev/null
  done
}
watch() {
  local name pid
  while [[ ! -e $work/stop ]]; do
    for name in redis cache worker-1 gateway admin; do
      pid=$(pid_of "$name")
      if [[ -n $pid ]]; then
        sockets "$pid" "$name"
        echo "$name" >>"$work/samples"
      fi
    done
    sleep 0.2
  done | awk '!seen[$0]++ { print; fflush() }' >"$work/sockets"
}
ports=("$base" $((base + 1)) $((base + 9)) $((base + 10)) $((base + 11)))
# What is left after taking away: loopback ends of the configured ports, and sockets that are not connected.
unexpected_sockets() {
  local name protocol own other state address port own_port
  while read -r name protocol own other state; do
    address=${other%:*} port=$((16#${other##*:})) own_port=$((16#${own##*:}))
    case $address in
      *[!0]*) ;;
      *) # not connected: a listening one must be on a loopback address and a port of ours
        [[ $state == 0A ]] || continue
        address=${own%:*} port=$own_port
        ;;
    esac
    case $address in
      ??????7F | 0000000000000000FFFF0000??????7F | 00000000000000000000000001000000)
        case " ${ports[*]} " in *" $port "* | *" $own_port "*) continue ;; esac
        ;;
    esac
    printf '%s %s %s -> %s state %s\n' "$name" "$protocol" "$own" "$other" "$state"
  done <"$1"
}
# the rule itself must be able to fail
printf '%s\n' "gateway tcp 0100007F:9C40 08080808:01BB 02" "gateway tcp6 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A" \
  "gateway tcp 0100007F:9C40 0100007F:0050 01" "worker-1 udp 0100007F:9C40 0100007F:0035 01" >"$work/bad"
printf 'gateway tcp 0100007F:9C40 0100007F:%04X 01\nworker-1 tcp6 0000000000000000FFFF00000100007F:%04X 00000000000000000000000000000000:0000 0A\n' \
  $((base + 9)) $((base + 1)) >"$work/good"
check watcher_seesWhatIsWrong 4 "$(unexpected_sockets "$work/bad" | wc -l | tr -d ' ')"
check watcher_acceptsWhatIsRight 0 "$(unexpected_sockets "$work/good" | wc -l | tr -d ' ')"

if [[ -r /proc/self/net/tcp ]]; then watch & fi

# ---- up

start=$SECONDS
if ! sigma up; then
  fail up "exit code not 0"
  exit 1
fi
pass "up (after $((SECONDS - start)) s)"
start=$SECONDS
matches up_again 'already running' "$(sigma up)"
check up_againIsQuick yes "$([[ $((SECONDS - start)) -le 5 ]] && echo yes)"
matches status 'gateway +'"$base"' .*ready' "$(sigma status)"
check secrets_mode 600 "$(stat -c %a "$RUN/secrets")"
check env_mode 600 "$(stat -c %a "$RUN/env")"
key=$(setting "$RUN/env" SIGMA_API_KEY)
load_secrets
leaked=
for file in /proc/[0-9]*/cmdline; do
  line=$(tr '\0' ' ' 2>/dev/null <"$file")
  for secret in "$key" "$INTERNAL_KEY" "$REDIS_PASSWORD"; do
    if [[ $line == *"$secret"* ]]; then leaked+=" $file"; fi
  done
done
check secrets_onNoCommandLine '' "$leaked"
check secrets_inNoLog '' "$(grep -lF -e "$key" -e "$INTERNAL_KEY" -e "$REDIS_PASSWORD" "$RUN"/log/*.log)"

# ---- ask, as people do

asks ask_plain "list all files larger than 100MB in /var"
asks ask_hostile $'show "quotes" \'and\' \\ back\\\\slashes $(id) `id` \n\t & ; | * ${HOME} %s'
asks ask_unicode 'zeige Dateien größer als 1 GB, 文件 🚀'
asks ask_controls $'list \033[31mfiles\001\037'
printf 'bash: htop: command not found\n"\\ \000 \033[0m é\n' >"$work/context"
asks ask_context --context "$work/context" "install what is missing"
asks ask_session --session e2e-1 "list the files in /tmp"
asks ask_sessionAgain --session e2e-1 "now only the hidden ones"
asks ask_otherShell --shell zsh --os fedora "show free disk space"
output=$(sigma ask "show free disk space in human readable form" 2>"$work/err")
check ask_printsOneCommand 1 "$(printf '%s\n' "$output" | wc -l | tr -d ' ')"
matches ask_showsTheRisk '^risk: ' "$(<"$work/err")"
check ask_showsTheRiskOnlyOnStderr no "$([[ $output == *risk:* ]] && echo yes || echo no)"
sigma ask "$(printf 'x%.0s' {1..2001})" >"$work/out" 2>"$work/err"
check ask_tooLong 1 $?
matches ask_tooLongSaysSo 'HTTP 400 .*2,?000' "$(<"$work/err")"
sigma ask --session 'not allowed!' hello >"$work/out" 2>"$work/err"
check ask_badSession 1 $?
check ask_errorsLeaveStdoutEmpty '' "$(<"$work/out")"
head -c 70000 /dev/zero | tr '\0' x >"$work/large"
sigma ask --context "$work/large" hello >"$work/out" 2>"$work/err"
check ask_contextTooLarge 1 $?
SIGMA_API_KEY=sk-sigma-wrong sigma ask hello >"$work/out" 2>"$work/err"
check ask_wrongKey 1 $?
matches ask_wrongKeySaysSo 'HTTP 401' "$(<"$work/err")"

# ---- at the prompt of real shells

# shellcheck source=test/prompt.sh
source "$here/prompt.sh"

# ---- the API, as programs do

call() { # METHOD PATH CURL-OPTIONS...: status, a space, the body
  local method=$1 path=$2
  shift 2
  curl -sS --noproxy '*' --max-time 60 -X "$method" -w '%{http_code}' -o "$work/body" "$@" "http://127.0.0.1:$base$path"
  printf ' '
  cat "$work/body"
}
bearer=(-H "Authorization: Bearer $key")
json=(-H 'Content-Type: application/json')
code_of() { # ANSWER: status and the error's code
  json_read "${1#* }"
  json_get .error.code
  printf '%s %s' "${1%% *}" "$JSON_VALUE"
}
check api_noKey "401 invalid_api_key" "$(code_of "$(call POST /v1/commands "${json[@]}" -d '{"request":"x"}')")"
check api_notJson "400 invalid_json" "$(code_of "$(call POST /v1/commands "${bearer[@]}" "${json[@]}" -d '{"request"')")"
check api_noRequest "400 invalid_request" "$(code_of "$(call POST /v1/commands "${bearer[@]}" "${json[@]}" -d '{}')")"
check api_wrongType "400" "$(code_of "$(call POST /v1/commands "${bearer[@]}" "${json[@]}" -d '{"request":["x"]}')" | cut -c 1-3)"
check api_unknownPath "404 not_found" "$(code_of "$(call GET /nowhere "${bearer[@]}")")"
check api_wrongMethod "405 method_not_allowed" "$(code_of "$(call GET /v1/commands "${bearer[@]}")")"
check api_wrongMedia "415 unsupported_media_type" "$(code_of "$(call POST /v1/commands "${bearer[@]}" -H 'Content-Type: text/plain' -d x)")"
(printf '{"request":"x","context":"' && head -c 600000 /dev/zero | tr '\0' x && printf '"}') >"$work/huge"
check api_tooLarge "413 request_too_large" "$(code_of "$(call POST /v1/commands "${bearer[@]}" "${json[@]}" --data-binary "@$work/huge")")"
matches api_models '^200 .*"id"' "$(call GET /v1/models "${bearer[@]}")"
stream=$(call POST /v1/commands "${bearer[@]}" "${json[@]}" -d '{"request":"show free disk space","stream":true}')
matches api_streamHasPieces 'event: ?delta' "$stream"
matches api_streamHasTheCommand 'event: ?command' "$stream"
matches api_streamEnds 'data: ?\[DONE\][[:space:]]*$' "$stream"
model=$(call GET /v1/models "${bearer[@]}")
json_read "${model#* }" && json_get .data.0.id
model=$JSON_VALUE
chat="{\"model\":\"$model\",\"messages\":[{\"role\":\"system\",\"content\":\"shell=bash os=linux\"},{\"role\":\"user\",\"content\":\"show free disk space\"}],\"max_tokens\":32,\"temperature\":0}"
first=$(call POST /v1/chat/completions "${bearer[@]}" "${json[@]}" -d "$chat")
matches api_chat '^200 .*"choices"' "$first"
json_read "${first#* }" && json_get .choices.0.message.content
text=$JSON_VALUE
second=$(call POST /v1/chat/completions "${bearer[@]}" "${json[@]}" -d "$chat")
json_read "${second#* }" && json_get .choices.0.message.content
matches api_chatHasText . "$text"
check api_warmEqualsCold "$text" "$JSON_VALUE"
check worker_refusesStrangers 401 "$(curl -sS --noproxy '*' -o /dev/null -w '%{http_code}' "${json[@]}" -d "$chat" "http://127.0.0.1:$((base + 1))/v1/chat/completions")"
check worker_refusesApiKeys 401 "$(curl -sS --noproxy '*' -o /dev/null -w '%{http_code}' "${bearer[@]}" "${json[@]}" -d "$chat" "http://127.0.0.1:$((base + 1))/v1/chat/completions")"
load=$(SIGMA_RUN_DIR=$RUN sigma bench load --json --count 40 2>"$work/err")
matches load_noErrors '"load_errors","value":0\.0,' "$load"
matches load_nothingLeft '"load_pending_after","value":0\.0,' "$load"

# ---- the dashboard, in a browser; its last test kills worker-1

(cd "$here/../admin-ui/web" && npm ci --ignore-scripts --no-audit --no-fund --silent >"$work/npm" 2>&1) || fail dashboard_tools "$(tail -n 5 "$work/npm")"
if (
  cd "$here/../admin-ui/web" || exit
  export SIGMA_ADMIN_URL=http://127.0.0.1:$((base + 10)) SIGMA_ADMIN_SETUP_CODE=$ADMIN_CODE SIGMA_API_KEY=$key
  export SIGMA_ADMIN_SERVICES=gateway=http://127.0.0.1:$base,worker-1=http://127.0.0.1:$((base + 1)),cache=http://127.0.0.1:$((base + 11))
  SIGMA_WORKER_PID=$(pid_of worker-1) SIGMA_WORKER_NAME=worker-1 SIGMA_GATEWAY_URL=http://127.0.0.1:$base npm run --silent e2e
) >"$work/browser" 2>&1; then
  pass "dashboard ($(sed -n 's/^ *\([0-9]* passed.*\)/\1/p' "$work/browser"))"
else
  tail -n 60 "$work/browser"
  fail dashboard "see above"
fi
check dashboard_noSecretInItsLog '' "$(grep -lF -e "$key" -e "$ADMIN_CODE" "$RUN/log/admin.log")"

# ---- a worker that died, and comes back

start=$SECONDS
sigma ask "show the date" >"$work/out" 2>"$work/err"
check dead_worker 1 $?
matches dead_workerIsSaid 'HTTP 50[234]' "$(<"$work/err")"
check dead_workerIsQuick yes "$([[ $((SECONDS - start)) -le 15 ]] && echo yes)"
sigma status >/dev/null
check dead_workerShowsInStatus 3 $?
sigma up >"$work/out" 2>&1
check up_restartsTheDead 0 $?
asks ask_afterRestart "show the date"
sleep 3 # idle: nobody may phone home then either

# ---- down, up, down

sigma down >"$work/out" 2>&1
check down 0 $?
check down_nobodyWasKilled no "$(grep -q 'was killed' "$work/out" && echo yes || echo no)"
check down_portsAreFree '' "$(for port in "${ports[@]}"; do port_taken "$port" && echo "$port"; done)"
ln -s "$(cd "$(dirname "${BASH_SOURCE[0]}")/../models/sigma-commands" && pwd)" "$work/another-model"
start=$SECONDS
SIGMA_MODEL_DIR=$work/another-model sigma up >"$work/out" 2>&1 # which asks it once
check up_secondWithAnotherModel 0 $?
elapsed=$((SECONDS - start))
if [[ $elapsed -le 30 ]]; then pass "up_secondWithin30s ($elapsed s)"; else fail up_secondWithin30s "$elapsed s"; fi
sigma down >"$work/out" 2>&1
matches down_again 'nothing is running' "$(sigma down)"
sigma ask hello >"$work/out" 2>"$work/err"
check ask_afterDown 3 $?

touch "$work/stop"
wait
if [[ -e $work/sockets ]]; then
  check watcher_sawAllServices "admin cache gateway redis worker-1" "$(sort -u "$work/samples" | tr '\n' ' ' | sed 's/ $//')"
  check watcher_sawListeners 5 "$(awk '$5 == "0A" { print $1 }' "$work/sockets" | sort -u | wc -l | tr -d ' ')"
  check noUnexpectedConnections '' "$(unexpected_sockets "$work/sockets")"
else
  printf 'not run noUnexpectedConnections: this system has no /proc/self/net/tcp\n'
fi

printf '%s passed, %s failed\n' "$passed" "$failed"
[[ $failed -eq 0 ]]
