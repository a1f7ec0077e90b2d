#!/usr/bin/env bash
# Tests of the portable kernels, and a whole small model with its attention, on Oclgrind, an interpreter of OpenCL that reports
# accesses outside of buffers, data races and misuse of the API. (The integer kernels hold assembly, which it does not read.)
# ./sigma test --long calls this.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

if ! oclgrind=$(command -v oclgrind); then
  echo "kernels: not run: no oclgrind (Debian, Ubuntu: apt-get install oclgrind)"
  exit 0
fi
library=$(dirname "$(dirname "$oclgrind")")/lib/oclgrind/liboclgrind-rt-icd.so
[[ -e $library ]] || {
  echo "kernels: $library is missing (expected: oclgrind's OpenCL driver)" >&2
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/vendors"
echo "$library" >"$work/vendors/oclgrind.icd" # the only driver that there is, then

# -cl-opt-disable: 21.10 with LLVM 14 dies of the poison in optimised vector code.
# Without OCLGRIND_UNINITIALIZED: 21.10 takes a buffer that is written in pieces, as packed weights are, for uninitialised.
export OCL_ICD_VENDORS=$work/vendors/ OCLGRIND_BUILD_OPTIONS=-cl-opt-disable OCLGRIND_LOG=$work/log
export OCLGRIND_CHECK_API=1 OCLGRIND_DATA_RACES=1 OCLGRIND_MAX_ERRORS=20
tests=KernelsTest,RopeStoreTest,OpenClRunnerTest#run_onlySomeRowsAsk_theirLogitsInOrder,BytePagesTest#run_onlySomeRowsAsk_theirLogitsInOrder # more models would take hours
status=0
(cd "$root" && mvn -B -ntp -q -pl inference-service/engine test -Dtest="$tests") || status=$?
if [[ -s $work/log ]]; then
  cat "$work/log"
  echo "kernels: oclgrind has findings" >&2
  exit 1
fi
[[ $status -ne 0 ]] || echo "kernels: no finding"
exit "$status"
