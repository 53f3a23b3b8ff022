import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, GOOD, podlint } from './run-cli.ts'

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  hostPID: true\n  hostIPC: true\n  containers:\n    - name: app\n      image: example.com/app:1.0\n      args:\n        - |\n          a\n'
const SELECT = '--select=no-host-namespace,valid-suppression,no-stale-setting'

describe('--add-ignores', () => {
  test('writes a comment for each finding, with the reason, and leaves the rest as it was', async () => {
    const cwd = folder({ 'web.yaml': POD, 'settings.yaml': GOOD })
    const { code, stderr, stdout } = await podlint([SELECT, '--add-ignores', '--reason=looks at the node'], { cwd })
    expect(stderr).toContain('ignored 2 findings in 1 file')
    expect(stdout).toContain('no findings; 2 suppressed')
    expect(code).toBe(0)
    const comment = '  # podlint-ignore-next-line no-host-namespace: looks at the node\n'
    expect(readFileSync(join(cwd, 'web.yaml'), 'utf8')).toBe(POD.replace('  hostPID', `${comment}  hostPID`).replace('  hostIPC', `${comment}  hostIPC`))
  })

  test('as a patch', async () => {
    const cwd = folder({ 'web.yaml': POD })
    const { stdout, stderr } = await podlint([SELECT, '--add-ignores', '--diff'], { cwd })
    expect(stderr).toContain('would ignore 2 findings in 1 file')
    expect(stdout).toContain('+  # podlint-ignore-next-line no-host-namespace\n')
    expect(readFileSync(join(cwd, 'web.yaml'), 'utf8')).toBe(POD)
  })

  test('says what has no comments, and keeps line breaks', async () => {
    const json = '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {"hostPID": true, "containers": []}}\n'
    const cwd = folder({ 'web.json': json, 'web.yaml': POD.replaceAll('\n', '\r\n') })
    const { stderr } = await podlint([SELECT, '--add-ignores'], { cwd })
    expect(stderr).toContain('web.json: JSON has no comments; its finding can be ignored with the annotation podlint.dev/ignore')
    expect(readFileSync(join(cwd, 'web.json'), 'utf8')).toBe(json)
    expect(readFileSync(join(cwd, 'web.yaml'), 'utf8').split('\r\n')).toHaveLength(POD.split('\n').length + 2)
    expect(readFileSync(join(cwd, 'web.yaml'), 'utf8').replaceAll('\r\n', '')).not.toContain('\n')
  })

  test.each([
    [['--reason=why'], '--reason needs --add-ignores'],
    [['--fix', '--add-ignores'], 'go one after the other'],
    [['--add-ignores', '--reason=a\nb'], '--reason has one line only'],
  ])('%j', async (args, message) => {
    const { code, stderr } = await podlint([SELECT, ...args], { cwd: folder({ 'web.yaml': POD }) })
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })
})

describe('settings and flags', () => {
  const ignored = POD.replace('  hostPID: true', '  hostPID: true # podlint-ignore no-host-namespace until=2027-01-31').replace('  hostIPC: true\n', '')

  test('--no-inline-config and inlineConfig: false', async () => {
    expect((await podlint([SELECT], { cwd: folder({ 'web.yaml': ignored }) })).stdout).toContain('no findings; 1 suppressed')
    expect((await podlint([SELECT, '--no-inline-config'], { cwd: folder({ 'web.yaml': ignored }) })).stdout).toContain('1 warning')
    expect((await podlint([SELECT], { cwd: folder({ 'web.yaml': ignored, 'podlint.yaml': 'inlineConfig: false\n' }) })).stdout).toContain('1 warning')
  })

  test('--today and PODLINT_TODAY say which day it is', async () => {
    const cwd = folder({ 'web.yaml': ignored })
    expect((await podlint([SELECT, '--today=2027-02-01'], { cwd })).stdout).toContain('expired on 2027-01-31')
    expect((await podlint([SELECT], { cwd, env: { PODLINT_TODAY: '2027-02-01' } })).code).toBe(1)
    expect(await podlint([SELECT, '--today=tomorrow'], { cwd })).toMatchObject({ code: 2, stderr: 'podlint: --today is a date such as 2027-01-31, not "tomorrow"\n' })
  })

  test('requireReason, suppressible and compatIgnores', async () => {
    expect((await podlint([SELECT], { cwd: folder({ 'web.yaml': ignored, 'podlint.yaml': 'requireReason: true\n' }) })).stdout).toContain('gives no reason')
    expect((await podlint([SELECT], { cwd: folder({ 'web.yaml': ignored, 'podlint.yaml': 'rules:\n  no-host-namespace: {suppressible: false}\n' }) })).stdout).toContain('do not let "no-host-namespace" be ignored')
    const marked = POD.replace('  name: web\n', '  name: web\n  annotations: {ignore-check.kube-linter.io/host-pid: why, ignore-check.kube-linter.io/host-ipc: why}\n')
    expect((await podlint([SELECT], { cwd: folder({ 'web.yaml': marked, 'podlint.yaml': 'compatIgnores: true\n' }) })).stdout).toContain('no findings; 2 suppressed')
  })
})
