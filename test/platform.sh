# shellcheck shell=bash disable=SC2034 # read by the script that sources this, and by the script's own functions
# A platform of its own for a test: free ports, a folder that goes away, checks that are counted. Sourced by e2e.sh and long.sh.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
work=$(mktemp -d)
unset SIGMA_GATEWAY_URL SIGMA_API_KEY SIGMA_PORT_BASE
export SIGMA_RUN_DIR=$work/run
# shellcheck disable=SC1091 # it is checked on its own
source "$here/../sigma"
set +e

failed=0 passed=0
pass() { passed=$((passed + 1)) && printf 'ok      %s\n' "$1"; }
fail() { # NAME DETAIL
  failed=$((failed + 1))
  printf 'FAILED  %s: %s\n' "$1" "$2"
}
check() { # NAME EXPECTED ACTUAL
  if [[ $2 == "$3" ]]; then pass "$1"; else fail "$1" "expected $2, got $3"; fi
}
matches() { # NAME PATTERN ACTUAL
  if [[ $3 =~ $2 ]]; then pass "$1"; else fail "$1" "expected $2, got ${3:0:300}"; fi
}
sigma() { bash "$here/../sigma" "$@"; }

choose_base() { # in base: below the ports that the system hands out itself
  base=$((20000 + RANDOM % 8000))
  until ports_free "$base"; do base=$((base + 20)); done
}
choose_base
export SIGMA_PORT_BASE=$base
BASE=$base

finish() {
  touch "$work/stop"
  if [[ -S $work/tmux ]]; then tmux -S "$work/tmux" kill-server 2>/dev/null; fi
  sigma down >/dev/null 2>&1
  wait
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM
prepare_run_dir

asks() { # NAME ARGUMENTS...: a command and a risk come back
  local name=$1 answer
  shift
  answer=$(sigma ask --json "$@" 2>"$work/err")
  if json_read "$answer" && json_get .command && [[ -n $JSON_VALUE ]] && json_get .risk.level; then
    matches "$name" '^(read_only|changes|destructive|unknown)$' "$JSON_VALUE"
  else
    fail "$name" "${answer:0:300} $(<"$work/err")"
  fi
}
