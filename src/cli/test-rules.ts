/** `podlint test-rules`: tries the examples of rules of one's own as those of podlint are tried. */
import type { Report } from '../diagnostic.ts'
import type { Example, Rule } from '../engine/define-rule.ts'
import { Linter } from '../lint.ts'
import { tryBad, tryGood } from '../plugins/examples.ts'
import { refuseTwins } from '../plugins/twins.ts'
import { visible } from '../reporters/clean.ts'
import { plural } from '../reporters/plural.ts'
import { UsageError } from '../usage-error.ts'
import { inOrder, parseVersion } from '../versions.ts'
import { skippedNote } from './answers.ts'
import type { Arguments } from './arguments.ts'
import type { ExitCode } from './exit-code.ts'
import type { Host } from './host.ts'
import { readSettings, type Settings } from './settings.ts'

/** Those that are named, or those of the settings. Throws a UsageError. */
export async function testRules({ operands, flags }: Arguments, host: Host): Promise<ExitCode> {
  // Who names a plugin wants its code to run, whatever the settings name.
  const settings = await readSettings(operands.length === 0 ? flags : { ...flags, 'no-plugins': true }, host)
  const rules = operands.length === 0 ? ofSettings(settings) : await named(operands, host.cwd)
  let examples = 0
  let failed = 0
  for (const rule of rules) {
    const lint = (text: string, example: Example) => lintExample(rule, text, example, settings)
    const results = [
      ...(await Promise.all(rule.bad.map(async (bad) => ({ title: `wrong: ${bad.title}`, wrong: await tryBad(rule, bad, lint) })))),
      ...(await Promise.all(rule.good.map(async (good) => ({ title: `right: ${good.title}`, wrong: await tryGood(good, lint) })))),
    ]
    examples += results.length
    const wrong = results.filter((result) => result.wrong.length > 0)
    failed += wrong.length
    host.stdout.write(`${wrong.length > 0 ? 'failed' : results.length === 0 ? 'none  ' : 'ok    '}  ${rule.id}: ${results.length === 0 ? 'it has no examples' : plural(results.length, 'example')}\n`)
    for (const { title, wrong: lines } of wrong) host.stdout.write(`          ${visible(title)}\n${lines.map((line) => `            ${visible(line)}\n`).join('')}`)
  }
  host.stdout.write(`${plural(rules.length, 'rule')}, ${plural(examples, 'example')}: ${failed === 0 ? 'all as they say' : `${failed} failed`}\n`)
  if (examples === 0) throw new UsageError('There is nothing to try: no rule has an example')
  return failed === 0 ? 0 : 1
}

function ofSettings({ pluginRules, skippedPlugins, configFile }: Settings): readonly Rule[] {
  if (skippedPlugins.length > 0) throw new UsageError(`${skippedNote(configFile!, skippedPlugins)}; --plugins runs them`)
  if (pluginRules.length === 0) throw new UsageError(`${configFile === undefined ? 'There are no settings' : `${configFile} has no plugins`}; to try one: podlint test-rules ./policies/*.mjs`)
  return pluginRules
}

async function named(operands: readonly string[], cwd: string): Promise<Rule[]> {
  const { loadPlugin } = await import('../plugins/load.ts')
  const rules: Rule[] = []
  for (const operand of operands) rules.push(...(await loadPlugin(operand, cwd)))
  refuseTwins(rules)
  return rules
}

async function lintExample(rule: Rule, text: string, { options = {}, upgrade }: Example, { kubernetesVersions }: Settings): Promise<Report> {
  const versions = upgrade === undefined ? kubernetesVersions : inOrder(upgrade.map((version) => parseVersion(version) ?? refuseVersion(version)))
  const linter = new Linter({ kubernetesVersions: versions, isUpgrade: upgrade !== undefined, severities: new Map([[rule.id, rule.severity]]), options: new Map([[rule.id, options]]) }, [rule])
  await linter.add({ file: 'example.yaml', text, named: true })
  const report = await linter.finish()
  const [failure] = linter.failures
  if (failure !== undefined) throw new UsageError(`${rule.id}: ${failure.diagnostic.message}`, { cause: failure.cause })
  return report
}

function refuseVersion(version: string): never {
  throw new UsageError(`An example is for an upgrade to Kubernetes "${version}", which podlint does not know`)
}
