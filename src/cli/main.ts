/** The program without the process: arguments in, text and an exit code out. */
import { resolve } from 'node:path'
import { HOMEPAGE, VERSION } from '../project.ts'
import { linker, painter } from '../reporters/color.ts'
import type { Rule } from '../engine/define-rule.ts'
import { UsageError } from '../usage-error.ts'
import { LATEST } from '../versions.ts'
import { parseArguments, type Arguments } from './arguments.ts'
import { check } from './check.ts'
import type { ExitCode } from './exit-code.ts'
import { helpText } from './help.ts'
import type { Host } from './host.ts'
import { hasHyperlinks } from './hyperlinks.ts'
import { readSettings, rulesOfPresets, wantsColor } from './settings.ts'
import { readVersions } from './settings.ts'
import type { Style } from './rule-pages.ts'
import { tell } from './tell.ts'

/** `argv` without the names of Node and the program. Never throws. */
export async function main(argv: readonly string[], host: Host): Promise<ExitCode> {
  try {
    const args = parseArguments(argv, host.env)
    for (const note of args.notes) tell(host.stderr, note)
    return await run(args, host)
  } catch (error) {
    if (error instanceof UsageError) tell(host.stderr, ...error.lines)
    else tell(host.stderr, ...internalError(error, argv.includes('--verbose') || argv.includes('-v')))
    return 2
  }
}

function internalError(error: unknown, verbose: boolean): string[] {
  const [message = '', ...trace] = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n')
  const text = `an error in podlint itself: ${error instanceof Error ? error.message.split('\n')[0] : message}`
  return [text, `Please report it at ${HOMEPAGE}/issues with what --verbose prints.`, ...(verbose ? [message, ...trace] : [])]
}

/** Undefined for what is a rule rather than a field. */
async function explained(name: string, flags: Arguments['flags'], rules: readonly Rule[], host: Host): Promise<string | undefined> {
  const { explanationOf, unknownKind } = await import('./explain.ts')
  const { hasRule } = await import('./rule-pages.ts')
  const [minor = LATEST, ...others] = readVersions(flags['kubernetes-version']) ?? []
  if (others.length > 0) throw new UsageError(`A field is explained for one version: --kubernetes-version ${LATEST}`)
  // Kinds have no hyphen, and rules nearly always have.
  const isRule = name.includes('-') || hasRule(name, rules)
  const custom = async () => (isRule ? undefined : (await import('./explain-custom.ts')).explainCustom(name, flags['api-version'], minor, await readSettings(flags, host)))
  const text = await explanationOf(name, { minor, apiVersion: flags['api-version'], json: flags.json === true }, custom)
  if (text === undefined && !isRule) throw unknownKind(name, minor)
  return text
}

function terminalStyle({ env }: Host): Style {
  return { paint: painter(true), link: linker(hasHyperlinks(env)) }
}

async function trustFolder(operands: readonly string[], { cwd, env }: Host): Promise<string> {
  if (operands.length > 1) throw new UsageError('One folder is trusted at a time: podlint trust FOLDER')
  return (await import('../plugins/consent.ts')).trust(resolve(cwd, operands[0] ?? '.'), env)
}

async function run(args: Arguments, host: Host): Promise<ExitCode> {
  const { command, operands, flags } = args
  if (flags.help === true || command === 'help') host.stdout.write(helpText())
  else if (flags.version === true || command === 'version') host.stdout.write(`podlint ${VERSION}\n`)
  else if (command === 'check') return await check(args, host)
  else if (command === 'fix') return await check({ ...args, flags: { ...flags, fix: true } }, host)
  else if (command === 'pss') return await (await import('./pss.ts')).pss(args, host)
  else if (command === 'render') return await (await import('./render.ts')).render(args, host)
  else if (command === 'test-rules') return await (await import('./test-rules.ts')).testRules(args, host)
  else if (command === 'trust') tell(host.stderr, await trustFolder(operands, host))
  else if (command === 'config') host.stdout.write(await (await import('./show-config.ts')).showConfig(args, host))
  else if (command === 'files') return await (await import('./list-files.ts')).listFiles(args, host)
  else if (command === 'init') return await (await import('./init.ts')).init(args, host)
  else if (command === 'baseline') return await (await import('./baseline.ts')).baseline(args, host)
  else if (command === 'policy') return await (await import('./policy.ts')).policy(args, host)
  else if (command === 'migrate') await (await import('./migrate.ts')).migrate(operands, host)
  else if (command === 'completion') host.stdout.write(await (await import('./completion.ts')).completion(operands))
  else if (command === 'kinds') {
    const { kindList } = await import('./kinds.ts')
    host.stdout.write(await kindList(operands, await readSettings(flags, host), flags.json === true))
  } else {
    const { ruleJson, ruleList, rulePage } = await import('./rule-pages.ts')
    const { rulesOfSettings } = await import('./own-rules.ts')
    const { rules, own, skipped } = await rulesOfSettings(flags, host, (await import('../rule-docs.ts')).documentedRules())
    for (const note of skipped) tell(host.stderr, note)
    const style = wantsColor(flags, host) ? terminalStyle(host) : undefined
    if (command === 'rules') {
      if (operands.length > 0) throw new UsageError(`The command "rules" takes no names; podlint rule ${operands[0]} explains one`)
      if (flags.peer !== undefined) host.stdout.write(await (await import('./peer-list.ts')).peerList(flags.peer, rules, flags.json === true))
      else {
        const wanted = flags.preset === undefined ? undefined : await rulesOfPresets(flags.preset)
        const [listed, ours] = wanted === undefined ? [rules, own] : [rules.filter(({ id }) => wanted.has(id)), []]
        host.stdout.write(flags.json === true ? ruleJson(listed, ours) : ruleList(listed, ours, style))
      }
    } else {
      if (operands.length !== 1) throw new UsageError(command === 'explain' ? 'Name one field or rule: podlint explain pod.spec.containers' : `Name one rule: podlint ${command} NAME`)
      host.stdout.write((command === 'explain' ? await explained(operands[0]!, args.flags, rules, host) : undefined) ?? rulePage(operands[0]!, rules, own, style))
    }
  }
  return 0
}
