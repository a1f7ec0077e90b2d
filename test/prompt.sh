#!/usr/bin/env bash
# The key binding of `sigma shell-init` in a real bash and a real zsh, driven through tmux as a person would, against a running
# platform. Sourced by e2e.sh: needs its checks and its platform.
# shellcheck disable=SC2154 # work and here come from platform.sh

screen() { tmux -S "$work/tmux" capture-pane -p -e -t prompt; }
shows() { # PATTERN: waits until the screen shows it
  local i
  for ((i = 0; i < 100; i++)); do
    if screen | grep -qE -- "$1"; then return 0; fi
    sleep 0.1
  done
  return 1
}
keys() { tmux -S "$work/tmux" send-keys -t prompt "$@"; }

prompt_in() { # SHELL COMMAND...
  local shell=$1 answer
  shift
  tmux -S "$work/tmux" -f /dev/null new-session -d -s prompt -x 160 -y 40 -e SIGMA_RUN_DIR="$RUN" -e PS1='ready> ' "$@"
  keys "eval \"\$($here/../sigma shell-init $shell)\"" Enter
  shows '^ready> *$' || fail "prompt_${shell}_starts" "$(screen)"
  keys clear Enter
  keys -l "show free disk space in human readable form"
  keys C-x C-a
  answer=$(sigma ask --shell "$shell" -- "show free disk space in human readable form" 2>/dev/null)
  if shows "risk: "; then pass "prompt_${shell}_showsTheRisk"; else fail "prompt_${shell}_showsTheRisk" "$(screen)"; fi
  if shows "ready> .*${answer:0:2}"; then pass "prompt_${shell}_putsTheCommandOnTheLine"; else fail "prompt_${shell}_putsTheCommandOnTheLine" "$(screen)"; fi
  matches "prompt_${shell}_coloursIt" $'\e\\[3[123]m' "$(screen)"
  # it waits: nothing was run, and what was typed can be edited and run by the person
  check "prompt_${shell}_runsNothing" '' "$(screen | grep -E 'Filesystem|Mounted')"
  keys C-u
  keys -l "echo still-\$((40 + 2))"
  keys Enter
  if shows '^still-42'; then pass "prompt_${shell}_goesOn"; else fail "prompt_${shell}_goesOn" "$(screen)"; fi
  # a failure leaves the line as it was and says why
  keys -l "export SIGMA_API_KEY=sk-sigma-wrong SIGMA_GATEWAY_URL=$GATEWAY_AT; clear"
  keys Enter
  keys -l "list files"
  keys C-x C-a
  if shows 'HTTP 401'; then pass "prompt_${shell}_saysWhyNot"; else fail "prompt_${shell}_saysWhyNot" "$(screen)"; fi
  if shows 'ready> .*list files'; then pass "prompt_${shell}_keepsTheLine"; else fail "prompt_${shell}_keepsTheLine" "$(screen)"; fi
  tmux -S "$work/tmux" kill-session -t prompt
}

GATEWAY_AT=http://127.0.0.1:$base
prompt_in bash bash --norc --noprofile
prompt_in zsh zsh -f
