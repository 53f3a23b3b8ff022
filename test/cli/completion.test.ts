/** Completion, in the shells themselves. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyFolder, run } from '../child-process.ts'
import { want } from '../want.ts'
import { folder, podlint } from './run-cli.ts'

const script = async (shell: string): Promise<{ cwd: string; file: string }> => {
  const { code, stdout } = await podlint(['completion', shell])
  expect(code).toBe(0)
  const cwd = emptyFolder()
  const file = join(cwd, `podlint.${shell}`)
  writeFileSync(file, stdout)
  for (const name of ['other.yaml', 'a b.yaml']) writeFileSync(join(cwd, name), '')
  return { cwd, file }
}

/** Line → what it becomes, where there is one answer. */
const ONE: readonly [string, string][] = [
  ['podlint --sel', '--select'],
  ['podlint --preset strict,pss-b', 'strict,pss-baseline'],
  ['podlint --preset pss-b', 'pss-baseline'],
  ['podlint -f sa', 'sarif'],
  ['podlint --fail-on nev', 'never'],
  ['podlint --select no-host-path,no-host-po', 'no-host-path,no-host-port'],
  ['podlint tr', 'trust'],
  ['podlint rule no-host-po', 'no-host-port'],
  ['podlint migrate pol', 'polaris'],
  ['podlint completion fi', 'fish'],
  ['podlint --config oth', 'other.yaml'],
  ['podlint check oth', 'other.yaml'],
]

test('bash', async (context) => {
  want(context, 'bash')
  const { cwd, file } = await script('bash')
  // As readline has it: --flag=value is three words.
  const call = (line: string) => {
    const words = line.replace('=', ' = ').split(' ')
    return `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; COMPREPLY=(); _podlint; [ -n "\${COMPREPLY[*]}" ] && printf '%s\\n' "\${COMPREPLY[*]}" || echo none`
  }
  const lines = [...ONE.map(([line]) => line), 'podlint --format=sa', 'podlint k', 'podlint a']
  // Files after --config are bash's own business.
  const text = `source "$1"\ntype _podlint > /dev/null\ncomplete -p podlint\n${lines.map(call).join('\n')}\n`
  const { stdout } = run('bash', ['--norc', '--noprofile', '-c', text, 'bash', file], { cwd })
  expect(stdout.trimEnd().split('\n')).toEqual(['complete -o default -o filenames -F _podlint podlint', ...ONE.map(([line, answer]) => (line.includes('--config') ? 'none' : answer)), 'sarif', 'kinds', 'a b.yaml'])
})

test('zsh', async (context) => {
  want(context, 'zsh')
  const { cwd, file } = await script('zsh')
  const program = `zmodload zsh/zpty
zpty z zsh -f -i
await() { local out= chunk; while zpty -r z chunk; do out+=$chunk; [[ $out == *\${~1}* ]] && break; done; REPLY=$out }
zpty -w z "PS1= PS2=; autoload -U compinit; compinit -u -D; source \${(q)1}; show() { print -r -- \\"LINE<\\$BUFFER>\\"; BUFFER= }; zle -N show; bindkey '^G' show; print READY\\$((1+1))"
await READY2
for line in "\${@[2,-1]}"; do
  zpty -w -n z "$line"$'\\t\\a'
  await 'LINE<*>'
  [[ $REPLY =~ 'LINE<([^>]*)>' ]] && print -r -- $match[1]
done
`
  const lines = [...ONE, ['podlint --format=sa', '--format=sarif'] as const]
  const { stdout } = run('zsh', ['-f', '-c', program, 'zsh', file, ...lines.map(([line]) => line)], { cwd, env: { TERM: 'xterm' } })
  // A value may be followed by a comma, and a flag by its value.
  expect(stdout.trimEnd().split('\n').map((line) => line.split(' ').filter(Boolean).at(-1)!.replace(/[,=]$/, ''))).toEqual(lines.map(([, answer]) => answer))
}, 60_000)

test('fish', async (context) => {
  want(context, 'fish')
  const { cwd, file } = await script('fish')
  const program = `source $argv[1]; for line in $argv[2..]; complete -C $line | string replace --regex '\\t.*' '' | string join ' '; end; true`
  const { stdout } = run('fish', ['--no-config', '-c', program, file, ...ONE.map(([line]) => line), 'podlint --format=sa'], { cwd })
  expect(stdout.trimEnd().split('\n')).toEqual([...ONE.map(([, answer]) => answer), '--format=sarif'])
})

test('PowerShell', async (context) => {
  want(context, 'pwsh')
  const { cwd, file } = await script('powershell')
  const lines = ONE.filter(([, answer]) => answer !== 'other.yaml')
  const program = `. ([ScriptBlock]::Create((Get-Content -Raw -LiteralPath '${file}'))); ${lines.map(([line]) => `([System.Management.Automation.CommandCompletion]::CompleteInput('${line}', ${line.length}, $null).CompletionMatches | ForEach-Object CompletionText) -join ' '`).join('; ')}`
  const { stdout } = run('pwsh', ['-NoProfile', '-Command', program], { cwd })
  expect(stdout.trimEnd().split(/\r?\n/)).toEqual(lines.map(([, answer]) => answer))
})

describe('a shell that there is not', () => {
  test.each([[[], 'Name one shell: podlint completion bash|zsh|fish|powershell'], [['bsh'], 'Name one shell: podlint completion bash|zsh|fish|powershell, did you mean "bash"?']])('%j', async (args, message) => {
    expect(await podlint(['completion', ...args], { cwd: folder({}) })).toEqual({ code: 2, stdout: '', stderr: `podlint: ${message}\n` })
  })
})
