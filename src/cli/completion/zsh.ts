import type { Completed, CompletedFlag } from './completed.ts'

export function zsh({ commands, flags }: Completed): string {
  const operands = Object.entries(commands).filter(([, words]) => words.length > 0).map(([command, words]) => `    ${command}) compadd -- ${words.join(' ')} ;;\n`)
  return `#compdef podlint
# Completion of podlint for zsh. In ~/.zshrc, after compinit: eval "$(podlint completion zsh)"; or as a file _podlint in a folder of $fpath.
_podlint() {
  local context state state_descr line ret=1
  typeset -A opt_args
  _arguments -s -S -C \\
${flags.map(spec).join('')}    '1: :->first' \\
    '*: :->rest' && ret=0
  case "$state" in
    first)
      compadd -- ${Object.keys(commands).join(' ')} && ret=0
      _files && ret=0 ;;
    rest)
      case "$line[1]" in
${operands.map((line) => `    ${line}`).join('')}        *) _files ;;
      esac && ret=0 ;;
  esac
  return ret
}
if [ "$funcstack[1]" = _podlint ]; then _podlint "$@"; else compdef _podlint podlint; fi
`
}

function spec({ spellings, summary, metavar = '', takes, words }: CompletedFlag): string {
  // Brackets and colons have a meaning of their own.
  const text = summary.replaceAll("'", "'\\''").replaceAll(/[[\]:\\]/g, '\\$&')
  const action = takes === 'words' ? `_sequence compadd - ${words.join(' ')}` : takes === 'word' ? `(${words.join(' ')})` : takes === 'file' ? '_files' : ' '
  const value = takes === 'nothing' ? '' : `:${metavar.replaceAll(/[[\]:]/g, '')}:${action}`
  return spellings.map((spelling) => `    '*${spelling}${takes === 'nothing' ? '' : spelling.startsWith('--') ? '=' : '+'}[${text}]${value}' \\\n`).join('')
}
