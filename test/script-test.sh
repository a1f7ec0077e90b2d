#!/usr/bin/env bash
# Tests of the script's own functions: JSON, JDK search, process identity, usage errors. Needs no build and no network.
# shellcheck disable=SC1003,SC2016,SC2317 # backslashes and dollars are meant, functions are replaced on purpose
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SIGMA_RUN_DIR=$work/run
# shellcheck disable=SC1091 # it is checked on its own
source "$here/../sigma"
set +e

failed=0 passed=0
check() { # NAME EXPECTED ACTUAL
  if [[ $2 == "$3" ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s\n  expected: %q\n  actual:   %q\n' "$1" "$2" "$3"
  fi
}
value() { # JSON PATH
  json_read "$1" && json_get "$2" && printf '%s' "$JSON_VALUE"
}

# -- writing
quoted() { json_quote "$1" && printf '%s' "$JSON_QUOTED"; }
check quote_plain '"list files"' "$(quoted 'list files')"
check quote_quotesAndBackslashes '"a\"b\\c\\\"d"' "$(quoted 'a"b\c\"d')"
check quote_newlineTabReturn '"a\nb\tc\rd"' "$(quoted $'a\nb\tc\rd')"
check quote_otherControls '"\u001b[31m\u0001\u001f\u0008"' "$(quoted $'\033[31m\001\037\b')"
check quote_nothingIsExpanded '"$(id) `id` ${HOME} & && * ! %s"' "$(quoted '$(id) `id` ${HOME} & && * ! %s')"
check quote_unicode '"größer als 5 €, 文件 🚀"' "$(quoted 'größer als 5 €, 文件 🚀')"
check quote_empty '""' "$(quoted '')"

# -- reading
check read_nested yes "$(value '{"risk":{"level":"changes","reasons":[{"text":"no"},{"text":"yes"}]}}' .risk.reasons.1.text)"
check read_escapes $'a"b\\c/d\ne\tf\rg' "$(value '{"v":"a\"b\\c\/d\ne\tf\rg"}' .v)"
check read_backslashBeforeQuote 'C:\' "$(value '{"v":"C:\\"}' .v)"
check read_backslashN '\n' "$(value '{"v":"\\n"}' .v)"
check read_unicodeEscapes 'é€🚀' "$(value '{"v":"\u00e9\u20AC\ud83d\ude80"}' .v)"
check read_loneSurrogate '�x' "$(value '{"v":"\ud83dx"}' .v)"
check read_nul '�' "$(value '{"v":"\u0000"}' .v)"
check read_rawUnicode '文件 🚀' "$(value '{"v":"文件 🚀"}' .v)"
check read_bracesInStrings '{"a":[1,2]}' "$(value '{"v":"{\"a\":[1,2]}"}' .v)"
check read_number -1.5e+3 "$(value '{"v" : -1.5e+3 }' .v)"
check read_emptyContainers x "$(value '{"a":{},"b":[],"c":[[],{}],"d":"x"}' .d)"
check read_whitespace 1 "$(value $' {\n "v"\t:\r [ 1 , 2 ] } ' .v.0)"
json_read '{"v":null}' && json_get .v
check read_null 1 $?
json_read '{"v":"no"}' && json_get .w
check read_absent 1 $?
for text in '' '{' '{"v":"a}' '{"v":1,}' '{"v" 1}' '{"v":tru}' '[1' '{"v":"\x"}' '{"v":"\u12"}' '{} {}' '<html>' '"a\'; do
  json_read "$text"
  check "read_refuses $text" 1 $?
done
deep=$(printf '[%.0s' {1..100})
json_read "$deep"
check read_tooDeep 1 $?

# -- both ways, every byte that bash can hold, and as text in a UTF-8 locale
all=
for ((code = 1; code < 256; code++)); do
  printf -v octal '%03o' "$code"
  printf -v character '%b' "\\0$octal"
  all+=$character
done
json_quote "$all" && json_read "$JSON_QUOTED" && json_get ''
check roundTrip_everyByte "$all" "$JSON_VALUE"
hard=$'$(rm -rf ~)\n"quoted" \'single\' \\ back\\\\slash `x` ${y} \t\r\033[0m é 文 🚀 & * ?'
json_quote "$hard" && json_read "{\"command\":$JSON_QUOTED}" && json_get .command
check roundTrip_hostileText "$hard" "$JSON_VALUE"

# -- the JDK: the release file decides, old ones are passed over
fake_jdk() { # FOLDER VERSION
  mkdir -p "$1/bin" && printf '#!/bin/sh\n' >"$1/bin/java" && cp "$1/bin/java" "$1/bin/javac" && chmod +x "$1/bin/"* &&
    printf 'JAVA_VERSION="%s"\n' "$2" >"$1/release"
}
fake_jdk "$work/old" 17.0.15
fake_jdk "$work/new" 25.0.1
fake_jdk "$work/early" 26-ea
check jdk_old 17 "$(jdk_major "$work/old")"
check jdk_new 25 "$(jdk_major "$work/new")"
check jdk_early 26 "$(jdk_major "$work/early")"
check jdk_none '' "$(jdk_major "$work")"
check jdk_javaHomeFirst "$work/new" "$(JAVA_HOME=$work/new find_jdk)"
jdk_candidates() { printf '%s\n' "$work/old" "/nowhere/*" "$work/early" "$work/new"; }
check jdk_tooOldIsPassedOver "$work/early" "$(find_jdk)"
jdk_candidates() { printf '%s\n' "$work/old"; }
check jdk_noneIsAnError 1 "$(find_jdk >/dev/null; echo $?)"

# -- processes: an id that another process got meanwhile is not ours
prepare_run_dir
sleep 60 &
printf '%s %s\n' $! "$(process_start $!)" >"$RUN/pid/gateway"
check pid_running $! "$(pid_of gateway)"
printf '%s %s\n' $! 12345 >"$RUN/pid/gateway"
check pid_recycled '' "$(pid_of gateway)"
stop_service gateway >/dev/null
check pid_recycledIsNotKilled "$!" "$(kill -0 $! && echo $!)"
kill $!
wait 2>/dev/null
check pid_unknown '' "$(pid_of redis)"

# -- secrets: kept, and nobody else's to read
load_secrets
first=$API_KEY
load_secrets
check secrets_areKept "$first" "$API_KEY"
check secrets_mode 600 "$(stat -c %a "$RUN/secrets" 2>/dev/null || stat -f %Lp "$RUN/secrets")"
check secrets_internalKeyLength 32 "$(printf '%s' "$INTERNAL_KEY" | base64 -d | wc -c | tr -d ' ')"

# -- wrong usage ends with 2 and says what was expected
sigma() { bash "$here/../sigma" "$@"; }
sigma frobnicate 2>"$work/err"
check usage_unknownCommand 2 $?
sigma up --workers 9 2>"$work/err"
check usage_workers 2 $?
check usage_workersMessage yes "$(grep -q 'expected: 1-8' "$work/err" && echo yes)"
sigma ask 2>"$work/err"
check usage_noRequest 2 $?
sigma ask --frob x 2>"$work/err"
check usage_unknownOption 2 $?
sigma bench frob 2>"$work/err"
check usage_bench 2 $?
rm -f "$RUN/env"
sigma ask hello 2>"$work/err"
check ask_notUp 3 $?
SIGMA_GATEWAY_URL=http://127.0.0.1:9 SIGMA_API_KEY=x sigma ask hello 2>"$work/err"
check ask_unreachable 3 $?
SIGMA_PORT_BASE=80 sigma status 2>"$work/err"
check usage_portBase 1 $?
check help_listsCommands yes "$(sigma help | grep -q '^  doctor' && echo yes)"

printf '%s passed, %s failed\n' "$passed" "$failed"
[[ $failed -eq 0 ]]
