# shellcheck shell=bash
# ./sigma demo: a session that moves from one worker to another, told as it happens. Sourced by sigma. Every figure is read
# from an answer, a metric or a clock.

DEMO_FIRST="find files larger than 100MB in /var/log"
DEMO_SECOND="only those older than 30 days"

demo() {
  local port cold_key context first second third cold
  prepare_run_dir
  DEMO=$RUN/demo
  DEMO_WORK=$(mktemp -d)
  port=$(($(port_base) + 20)) # beside whatever runs
  until ports_free "$port"; do port=$((port + 20)); done
  cold_key=sk-sigma-$(random_hex 24)
  export SIGMA_RUN_DIR=$DEMO SIGMA_PORT_BASE=$port SIGMA_KERNEL_CACHE=$RUN/kernels/sigma POCL_CACHE_DIR=$RUN/kernels/pocl
  export SIGMA_GATEWAY_PINNING=true SIGMA_GATEWAY_KEYS
  SIGMA_GATEWAY_KEYS=stranger:$(printf '%s' "$cold_key" | sha256_hex)
  trap 'demo_end' EXIT
  trap 'exit 130' INT TERM

  demo_says "Starting Redis, the cache service, two workers (A and B), the gateway and the dashboard."
  bash "$ROOT/sigma" up --workers 2 | grep -v '^risk\|^\$\|API key\|dashboard' || die "the platform did not start (see above)"
  unset SIGMA_GATEWAY_URL SIGMA_API_KEY
  # shellcheck disable=SC2034 # read by functions of sigma
  BASE=$port
  RUN=$DEMO
  load_gateway
  DEMO_KEY=$GATEWAY_KEY
  DEMO_A=127.0.0.1:$((port + 1)) DEMO_B=127.0.0.1:$((port + 2))
  DEMO_SESSION=demo-$(random_hex 4)

  demo_warm_up "$cold_key"
  say ""
  say "Watch where the tokens come from. What the small bundled model makes of a long text is poor: it has hardly seen any."
  demo_says "Turn 1 on worker A: a request with a long pasted text."
  context=$(demo_context)
  demo_turn "$DEMO_A" "$DEMO_FIRST" "$context"
  first=$DEMO_COMMAND
  demo_wait_until_written

  demo_says "Turn 2, forced onto worker B, which has never seen this session."
  demo_turn "$DEMO_B" "$DEMO_SECOND" ""
  second=$DEMO_COMMAND
  warm_ms=$DEMO_MS
  [[ ${DEMO_REMOTE:-0} -gt 0 ]] || die "no token came from the cache" "./sigma logs in $DEMO/log says why"
  cold=$(demo_cold_body "$context" "$first")
  demo_cold "$cold_key" "$cold"
  say "  time to first token   $warm_ms ms with $DEMO_REMOTE tokens from the cache,"
  say "                        $DEMO_COLD_MS ms for the same $DEMO_COLD_TOKENS tokens with nothing cached (another tenant, worker B): $(demo_ratio "$DEMO_COLD_MS" "$warm_ms") times as long"

  demo_says "Worker A is killed (kill -9). Turn 3, sent to whoever is there:"
  kill -KILL "$(pid_of worker-1)"
  demo_turn "" "sorted by size" ""
  third=$DEMO_COMMAND
  say ""
  say "The session, on two workers, one of them dead:"
  printf '  1  %s\n  2  %s\n  3  %s\n' "$first" "$second" "$third"
  demo_dashboard
  if [[ -t 0 ]]; then
    say ""
    read -r -p "Enter stops everything that the demo started. " _ || true
  fi
}

demo_says() { printf '\n\033[1m%s\033[0m\n' "$*"; }

demo_end() {
  trap - EXIT
  rm -rf "$DEMO_WORK"
  say "" && say "Stopping."
  SIGMA_RUN_DIR=$DEMO bash "$ROOT/sigma" down >/dev/null 2>&1 || true
}

demo_dashboard() {
  [[ -n $(pid_of admin) ]] || return 0
  say ""
  say "The dashboard shows all of it, the dead worker too: http://127.0.0.1:$(port_of admin)"
  say "  code for the first password: $(setting "$RUN/secrets" ADMIN_CODE)"
}

demo_ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / (b > 0 ? b : 1) }'; }

demo_context() { # what somebody would paste: a page of a runbook
  cat <<'TEXT'
Runbook for the log host, as the team keeps it. The application writes its logs to /var/log/app, one file a day. The web
server writes to /var/log/nginx. Both folders lie on the same disk, which has 200 GB. When the disk is more than 90
percent full, the application stops writing, and orders are lost. So look for the largest files first, then for the
oldest ones. Files that are older than thirty days may be compressed, files that are older than ninety days may be moved
to the backup host. Never delete a file that is still open: the space is not freed before the process ends. Look at the
process that holds it, and ask the owner before you stop it. After every change, look at the free space again, and write
down what was done. The on-call engineer is told by mail when the disk is more than 80 percent full. The mail names the
host, the file system and the space that is left. It does not name the files, so somebody has to look. The usual cause
is a debug level that was left on. The second cause is a core dump in /tmp, the third a database dump that nobody
collected from /srv/dumps. The cluster has three such hosts. They are not equal: the first has the mail queue, the
second the reports, the third the archive. What is found on one host is often found on the others, so look at all of
them, one after the other.
The disks are checked every five minutes. Each check is one line in /var/log/checks.log: the time, the host, the file
system, the percentage. A line that is missing means that the host was too busy to answer, which is worth a look by
itself. Reports are made once a week, on Monday at six, from the lines of the week before, and lie under
/srv/reports/disks, one folder for each host. A report that is larger than ten megabytes is a mistake: then the level of
the check was left on debug as well. Who changes the checks tells the others, and writes the reason into the file itself.
TEXT
}

# One turn of the session through /v1/commands: DEMO_COMMAND, DEMO_MS until its first piece, DEMO_REMOTE tokens from the cache.
demo_turn() { # WORKER|"" REQUEST CONTEXT
  local body pin=() events answer level
  json_quote "$2" && body="{\"request\":$JSON_QUOTED,\"session\":\"$DEMO_SESSION\",\"stream\":true"
  if [[ -n $3 ]]; then json_quote "$3" && body+=",\"context\":$JSON_QUOTED"; fi
  if [[ -n $1 ]]; then pin=(-H "X-Sigma-Worker: $1"); fi
  demo_post /v1/commands "$DEMO_KEY" "$body}" ${pin[@]+"${pin[@]}"}
  events=$(<"$DEMO_WORK/body")
  answer=${events##*event: command}
  answer=${answer#*data: }
  answer=${answer%%$'\n'*}
  if ! json_read "$answer" || ! json_get .command; then die "the turn failed: ${events:0:300}"; fi
  DEMO_COMMAND=$JSON_VALUE
  json_get .risk.level && level=$JSON_VALUE
  json_get .usage.prompt_tokens && DEMO_TOKENS=$JSON_VALUE
  json_get .usage.prompt_tokens_details.remote && DEMO_REMOTE=$JSON_VALUE
  json_get .usage.prompt_tokens_details.local && DEMO_LOCAL=$JSON_VALUE
  say "  > $2"
  say "  $(printable "$DEMO_COMMAND" 1)   [$level]"
  say "  worker $(demo_letter), $DEMO_TOKENS prompt tokens: $DEMO_LOCAL were here, $DEMO_REMOTE came from the cache; first piece after $DEMO_MS ms"
}

demo_letter() { # who answered
  local worker
  worker=$(tr -d '\r' <"$DEMO_WORK/head" | sed -n 's/^X-Sigma-Worker: //Ip')
  case $worker in "$DEMO_A") echo A ;; "$DEMO_B") echo B ;; *) echo "?" ;; esac
}

demo_post() { # PATH KEY BODY CURL-OPTIONS...
  local path=$1 key=$2 body=$3 seconds
  shift 3
  seconds=$(printf '%s' "$body" | curl -sSN --noproxy '*' --max-time 60 -K <(printf 'header = "Authorization: Bearer %s"\n' "$key") \
    -H 'Content-Type: application/json' --data-binary @- -D "$DEMO_WORK/head" -o "$DEMO_WORK/body" -w '%{time_starttransfer}' "$@" \
    "$GATEWAY_URL$path") || die "no answer from $GATEWAY_URL$path"
  DEMO_MS=$(awk -v s="$seconds" 'BEGIN { printf "%.0f", s * 1000 }')
}

# The same conversation as turn 2, as messages: what the gateway made of the session (docs/contracts.md, "The prompt of a command").
demo_cold_body() { # CONTEXT FIRST-COMMAND
  local user answer
  json_quote "$DEMO_FIRST"$'\n\n'"Context:"$'\n'"$1" && user=$JSON_QUOTED
  json_quote "$2" && answer=$JSON_QUOTED
  printf '{"model":"sigma-commands","temperature":0,"max_tokens":64,"stream":true,"stream_options":{"include_usage":true},"messages":[
    {"role":"system","content":"shell=bash os=linux"},{"role":"user","content":%s},{"role":"assistant","content":%s},
    {"role":"user","content":"%s"}]}' "$user" "$answer" "$DEMO_SECOND"
}
demo_cold() { # KEY BODY
  local usage
  demo_post /v1/chat/completions "$1" "$2" -H "X-Sigma-Worker: $DEMO_B"
  DEMO_COLD_MS=$DEMO_MS
  usage=$(grep '"usage":{' "$DEMO_WORK/body" | tail -n 1)
  json_read "${usage#data: }" && json_get .usage.prompt_tokens && DEMO_COLD_TOKENS=$JSON_VALUE
  json_get .usage.prompt_tokens_details.cached_tokens
  [[ $JSON_VALUE == 0 ]] || die "the cold run had $JSON_VALUE tokens cached (expected: none)"
}

demo_warm_up() { # KEY: a JVM is slow at what it does for the first time, and a running service has done all this before
  local i body
  say "Three other sessions first, so that neither figure is that of a JVM that has just started."
  for i in 1 2 3; do
    body=$(demo_cold_body "$(demo_context)" "true")
    body=${body/os=linux/os=warm-$i} # so that they share no prefix with what comes
    demo_post /v1/chat/completions "$DEMO_KEY" "$body" -H "X-Sigma-Worker: $DEMO_A"
    demo_wait_until_written
    demo_post /v1/chat/completions "$DEMO_KEY" "$body" -H "X-Sigma-Worker: $DEMO_B"
    demo_post /v1/chat/completions "$1" "$body" -H "X-Sigma-Worker: $DEMO_B"
  done
}

demo_wait_until_written() { # values leave a worker behind its answers
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    if curl -fsS --noproxy '*' "http://$DEMO_A/metrics" | grep -q '^sigma_remote_cache_queued 0'; then return 0; fi
    sleep 0.1
  done
  die "worker A does not get its K/V to the cache service" "see $DEMO/log/worker-1.log"
}
