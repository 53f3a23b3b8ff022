import { chmodSync, chownSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replaceFile, writeReport } from '../../src/files/write.ts'
import { folder } from '../cli/run-cli.ts'

test('the mode stays, and nothing else is left behind', () => {
  const root = folder({ 'a.yaml': 'old' })
  chmodSync(join(root, 'a.yaml'), 0o751)
  replaceFile(join(root, 'a.yaml'), { text: 'new', encoding: 'utf-8' })
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('new')
  expect(statSync(join(root, 'a.yaml')).mode & 0o777).toBe(0o751)
  expect(readdirSync(root)).toEqual(['a.yaml'])
})

test('a symbolic link stays one, and its target changes', () => {
  const root = folder({ 'base/a.yaml': 'old' })
  symlinkSync('base/a.yaml', join(root, 'link.yaml'))
  replaceFile(join(root, 'link.yaml'), { text: 'new', encoding: 'utf-8' })
  expect(lstatSync(join(root, 'link.yaml')).isSymbolicLink()).toBe(true)
  expect(readFileSync(join(root, 'base/a.yaml'), 'utf8')).toBe('new')
})

test('what somebody else left beside it is neither in the way nor removed', () => {
  const root = folder({ 'a.yaml': 'old', '.a.yaml.podlint': 'theirs' })
  replaceFile(join(root, 'a.yaml'), { text: 'new', encoding: 'utf-8' })
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('new')
  expect(readdirSync(root).sort()).toEqual(['.a.yaml.podlint', 'a.yaml'])
})

test('a name may be as long as names can be', () => {
  const name = `${'a'.repeat(250)}.yaml`
  const root = folder({ [name]: 'old' })
  replaceFile(join(root, name), { text: 'new', encoding: 'utf-8' })
  expect(readFileSync(join(root, name), 'utf8')).toBe('new')
  expect(readdirSync(root)).toEqual([name])
})

// Only the superuser may give files away, and be somebody else for a moment.
test.runIf(process.getuid?.() === 0)('a file of a group that the user is not in is written over', () => {
  const root = folder({ 'a.yaml': 'old', 'new.txt': 'new' })
  chmodSync(root, 0o777)
  chownSync(join(root, 'a.yaml'), 12345, 54321)
  chmodSync(join(root, 'a.yaml'), 0o640)
  try {
    process.setegid!(12345)
    process.seteuid!(12345)
    replaceFile(join(root, 'a.yaml'), { text: 'new', encoding: 'utf-8' })
  } finally {
    process.seteuid!(0)
    process.setegid!(0)
  }
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('new')
  expect(statSync(join(root, 'a.yaml'))).toMatchObject({ uid: 12345, gid: 54321 })
  expect(readdirSync(root).sort()).toEqual(['a.yaml', 'new.txt'])
})

test('a report is written whole or not at all, through links and into devices', () => {
  const root = folder({ 'old.json': 'old', 'a/': '' })
  symlinkSync('old.json', join(root, 'link.json'))
  writeReport(join(root, 'link.json'), 'new')
  expect(lstatSync(join(root, 'link.json')).isSymbolicLink()).toBe(true)
  expect(readFileSync(join(root, 'old.json'), 'utf8')).toBe('new')
  writeReport(join(root, 'a/new.json'), 'new')
  expect(readdirSync(join(root, 'a'))).toEqual(['new.json'])
  writeReport('/dev/null', 'new')
  expect(() => writeReport('/dev/full', 'new')).toThrow(/ENOSPC/)
  expect(() => writeReport(join(root, 'gone/new.json'), 'new')).toThrow(/ENOENT/)
})
