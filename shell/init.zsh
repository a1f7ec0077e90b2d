# SIGMA at the prompt: type what you want in English, press Ctrl-X Ctrl-A, and it becomes a command, coloured by its risk
# with the reasons under it. Nothing is ever run by itself. Another key: SIGMA_KEY='^[s' before this is read.
__sigma_ask=@SIGMA@
__sigma_translate() {
  emulate -L zsh
  local request=$BUFFER command notes file colour answered=0
  [[ -n ${request//[[:space:]]/} ]] || return 0
  file=$(mktemp) || return 0
  zle -R "asking for: ${request[1,60]}"
  command=$("$__sigma_ask" ask --shell zsh -- "$request" 2>"$file" </dev/null) || answered=$?
  notes=$(<"$file")
  rm -f -- "$file"
  if (( answered )); then
    zle -M -- "$notes"
    return 0
  fi
  case $notes in
    'risk: read_only'*) colour=green ;;
    'risk: changes'*) colour=yellow ;;
    *) colour=red ;;
  esac
  BUFFER=$command
  CURSOR=${#BUFFER}
  region_highlight=("0 ${#BUFFER} fg=$colour")
  zle -M -- "$notes"
}
zle -N __sigma_translate
bindkey "${SIGMA_KEY:-^X^A}" __sigma_translate
