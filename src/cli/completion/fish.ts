import type { Completed, CompletedFlag } from './completed.ts'

export function fish({ commands, flags }: Completed): string {
  const names = Object.keys(commands).join(' ')
  const operands = Object.entries(commands).filter(([, words]) => words.length > 0)
  return `# Completion of podlint for fish. As ~/.config/fish/completions/podlint.fish
# Of words with commas, the last one is completed.
function __podlint_words
    set -l before (commandline --current-token | string replace --regex '^--[^=]*=' '' | string match --regex '.*,')
    for word in $argv
        echo "$before$word"
    end
end
complete --command podlint --condition 'not __fish_seen_subcommand_from ${names}' --arguments '${names}'
${operands.map(([command, words]) => `complete --command podlint --no-files --condition '__fish_seen_subcommand_from ${command}' --arguments '${words.join(' ')}'\n`).join('')}${flags.map(line).join('')}`
}

function line({ spellings: [long, short], summary, takes, words }: CompletedFlag): string {
  const value = takes === 'words' ? ` --exclusive --arguments '(__podlint_words ${words.join(' ')})'` : takes === 'word' ? ` --exclusive --arguments '${words.join(' ')}'` : takes === 'file' ? ' --require-parameter --force-files' : takes === 'anything' ? ' --exclusive' : ''
  return `complete --command podlint --long-option ${long!.slice(2)}${short === undefined ? '' : ` --short-option ${short.slice(1)}`}${value} --description '${summary.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'\n`
}
