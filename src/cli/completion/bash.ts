import type { Completed } from './completed.ts'

/** Works with the bash 3.2 of macOS, and without the package bash-completion. */
export function bash({ commands, flags }: Completed): string {
  const cases = flags.filter(({ takes }) => takes === 'word' || takes === 'words').map(({ spellings, words }) => `    ${spellings.join('|')}) words='${words.join(' ')}' ;;\n`)
  const others = flags.filter(({ takes }) => takes === 'file' || takes === 'anything').map(({ spellings }) => spellings.join('|'))
  const operands = Object.entries(commands).filter(([, words]) => words.length > 0).map(([command, words]) => `    ${command}) words='${words.join(' ')}' ;;\n`)
  return `# Completion of podlint for bash. In ~/.bashrc: eval "$(podlint completion bash)"
_podlint() {
  local current="\${COMP_WORDS[COMP_CWORD]}" flag='' words='' prefix='' command='' word=''
  COMPREPLY=()
  # --flag=value is three words here.
  if [ "$current" = '=' ]; then flag="\${COMP_WORDS[COMP_CWORD-1]}" current=''
  elif [ "\${COMP_WORDS[COMP_CWORD-1]}" = '=' ]; then flag="\${COMP_WORDS[COMP_CWORD-2]}"
  else flag="\${COMP_WORDS[COMP_CWORD-1]}"; fi
  case "$flag" in
${cases.join('')}    ${others.join('|')}) return ;;
  esac
  if [ -n "$words" ]; then
    case "$current" in *,*) prefix="\${current%,*}," current="\${current##*,}" ;; esac
    COMPREPLY=($(compgen -P "$prefix" -W "$words" -- "$current"))
    return
  fi
  case "$current" in
    -*) COMPREPLY=($(compgen -W '${flags.flatMap(({ spellings }) => spellings).join(' ')}' -- "$current")); return ;;
  esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in ${Object.keys(commands).join('|')}) command="$word"; break ;; esac
  done
  case "$command" in
    '') words='${Object.keys(commands).join(' ')}' ;;
${operands.join('')}  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case "$command" in ${Object.entries(commands).filter(([, words]) => words.length > 0).map(([command]) => command).join('|')}) return ;; esac
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
}
complete -o filenames -o default -F _podlint podlint
`
}
