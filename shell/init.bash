# SIGMA at the prompt: type what you want in English, press Ctrl-X Ctrl-A, and it becomes a command, coloured by its risk
# with the reasons under it. Nothing is ever run by itself. Another key: SIGMA_KEY='\es' before this is read.
__sigma_ask=@SIGMA@
__sigma_translate() {
  local request=$READLINE_LINE command notes file colour status=0
  [[ -n ${request//[[:space:]]/} ]] || return 0
  file=$(mktemp) || return 0
  printf '\r\e[2K\e[2masking for: %s\e[0m' "${request:0:60}" >&2
  command=$("$__sigma_ask" ask --shell bash -- "$request" 2>"$file" </dev/null) || status=$?
  notes=$(cat -- "$file") # $(<file) in here makes bash 5.2 misread the next line
  rm -f -- "$file"
  printf '\r\e[2K' >&2
  if [[ $status -ne 0 ]]; then
    printf '\e[31m%s\e[0m\n' "$notes" >&2
    return 0
  fi
  case $notes in
    'risk: read_only'*) colour=32 ;;
    'risk: changes'*) colour=33 ;;
    *) colour=31 ;;
  esac
  printf '\e[%sm%s\e[0m\n\e[2m%s\e[0m\n' "$colour" "$command" "$notes" >&2
  READLINE_LINE=$command
  READLINE_POINT=${#command}
}
bind -x "\"${SIGMA_KEY:-\\C-x\\C-a}\": __sigma_translate"
