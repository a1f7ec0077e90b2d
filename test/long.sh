#!/usr/bin/env bash
# What takes too long for every change: waves of requests while memory is watched, random bodies, and services killed in the middle
# of their work. Needs the built jars (./sigma test --long makes them and calls this).
set -euo pipefail
# shellcheck source=test/platform.sh
source "$(dirname "${BASH_SOURCE[0]}")/platform.sh"

if ! sigma up >"$work/out" 2>&1; then
  cat "$work/out"
  fail up "exit code not 0"
  exit 1
fi
pass up
key=$(setting "$RUN/env" SIGMA_API_KEY)
resident() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$(pid_of "$1")/status"; } # MiB

# ---- waves: nothing is lost, nothing grows

for wave in 1 2 3 4 5 6 7 8; do
  load=$(SIGMA_RUN_DIR=$RUN sigma bench load --json --count 200 2>"$work/err")
  matches "wave_${wave}_noErrors" '"load_errors","value":0\.0,' "$load"
  matches "wave_${wave}_nothingLeft" '"load_pending_after","value":0\.0,' "$load"
  if [[ $wave == 3 ]]; then worker=$(resident worker-1) gateway=$(resident gateway); fi
done
for service in worker-1 gateway; do
  before=$worker after=$(resident $service)
  if [[ $service == gateway ]]; then before=$gateway; fi
  if [[ $after -le $((before * 5 / 4)) ]]; then
    pass "${service}_doesNotGrow ($before MiB after wave 3, $after MiB after wave 8)"
  else
    fail "${service}_doesNotGrow" "$before MiB after wave 3, $after MiB after wave 8"
  fi
done

# ---- random bodies: every answer is a success or says what was wrong

RANDOM=7
pieces=('{' '}' '[' ']' ',' ':' '"request"' '"x"' '"messages"' '"role"' '"user"' '"content"' '"stream"' true null -1 1e999 '"shell"' '"bash"'
  '"max_tokens"' 0 '"prompt"' '"n"' 17 '"\ud800"' '"temperature"' $'\x01' $'\xff' '"session"' '"../x"' ' ' \\ '"logprobs"' '"stop"')
wholes=('{"request":"x","shell":%s}' '{"model":"M","messages":[{"role":"user","content":%s}],"max_tokens":2}' '{"model":"M","prompt":%s,"max_tokens":4}'
  '{"request":%s}' '{"model":"M","messages":%s,"max_tokens":4}' '{"model":"M","prompt":"x","max_tokens":2,"temperature":%s}'
  '{"model":"M","prompt":"x","max_tokens":2,"stop":%s}' '{"model":"M","prompt":"x","max_tokens":%s}' '{"request":"x","stream":%s}')
models=$(curl -sS --noproxy '*' -H "Authorization: Bearer $key" "http://127.0.0.1:$base/v1/models")
json_read "$models" && json_get .data.0.id
wholes=("${wholes[@]//M/$JSON_VALUE}")
paths=(/v1/commands /v1/chat/completions /v1/completions)
: >"$work/statuses"
for ((i = 0; i < 600; i++)); do
  body=
  for ((k = i % 2 ? 0 : RANDOM % 12; k >= 0; k--)); do body+=${pieces[RANDOM % ${#pieces[@]}]}; done
  if ((i % 4)); then
    # shellcheck disable=SC2059 # the format is chosen on purpose
    printf -v body "${wholes[RANDOM % ${#wholes[@]}]}" "$body"
  fi
  status=$(printf '%s' "$body" | curl -sS --noproxy '*' --max-time 60 -o "$work/body" -w '%{http_code}' -H "Authorization: Bearer $key" \
    -H 'Content-Type: application/json' --data-binary @- "http://127.0.0.1:$base${paths[RANDOM % 3]}")
  if [[ $status == 4* ]] && ! grep -q '"message":"..' "$work/body"; then status="$status-without-message"; fi
  echo "$status" >>"$work/statuses"
  case $status in 2?? | 4??) ;; *) printf '%s: %s -> %s\n' "$status" "$body" "$(head -c 300 "$work/body")" ;; esac
done
check fuzz_only2xxAnd4xx '' "$(grep -vE '^[24][0-9][0-9]$' "$work/statuses" | sort | uniq -c | tr '\n' ' ')"
check fuzz_someSucceed yes "$(grep -q '^2' "$work/statuses" && echo yes)"
printf '        %s\n' "$(sort "$work/statuses" | uniq -c | tr '\n' ' ')"
asks ask_afterFuzz "show the date"

# ---- a worker killed under load: every stream ends

stream() { # FILE: one streamed answer; its last line, or how curl ended
  curl -sSN --noproxy '*' --max-time 60 -H "Authorization: Bearer $key" -H 'Content-Type: application/json' \
    -d '{"messages":[{"role":"user","content":"tell me everything about files"}],"max_tokens":400,"temperature":1,"stream":true}' \
    "http://127.0.0.1:$base/v1/chat/completions" >"$1" 2>&1
  echo "curl $?" >>"$1"
}
streams=()
for ((i = 0; i < 50; i++)); do
  stream "$work/stream-$i" &
  streams+=($!)
done
sleep 1.5
kill -KILL "$(pid_of worker-1)"
start=$SECONDS
wait "${streams[@]}"
if [[ $((SECONDS - start)) -le 30 ]]; then pass "killed_noStreamHangs ($((SECONDS - start)) s)"; else fail killed_noStreamHangs "$((SECONDS - start)) s"; fi
silent=0
for ((i = 0; i < 50; i++)); do
  grep -qE '^data: \[DONE\]|"error":' "$work/stream-$i" || { silent=$((silent + 1)) && head -c 400 "$work/stream-$i"; }
done
check killed_everyStreamSaysHowItEnded 0 "$silent"
check killed_someWereCutOff yes "$(grep -lq '^event: error\|"error":' "$work"/stream-* && echo yes)"
sigma up >"$work/out" 2>&1
check killed_upRestores 0 $?
asks killed_answersAgain "show the date"

# ---- Redis killed: who needs what was said before is told so, everybody else is answered

asks session_before --session long-1 "list the files in /tmp"
kill -KILL "$(pid_of redis)"
sigma ask --session long-1 "now only the hidden ones" >"$work/out" 2>"$work/err"
matches session_withoutRedisIsSaid 'HTTP 503 \(sessions_unavailable\)' "$(<"$work/err")"
asks withoutSession_withoutRedis "list the files in /tmp"
sigma up >"$work/out" 2>&1
check redis_upRestores 0 $?
asks session_again --session long-1 "list the files in /var"

printf '%s passed, %s failed\n' "$passed" "$failed"
[[ $failed -eq 0 ]]
