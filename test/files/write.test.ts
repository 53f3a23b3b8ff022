import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replaceFile } from '../../src/files/write.ts'
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

test('a draft that somebody else left is neither overwritten nor removed', () => {
  const root = folder({ 'a.yaml': 'old', '.a.yaml.podlint': 'theirs' })
  expect(() => replaceFile(join(root, 'a.yaml'), { text: 'new', encoding: 'utf-8' })).toThrow(/EEXIST/)
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('old')
  expect(readFileSync(join(root, '.a.yaml.podlint'), 'utf8')).toBe('theirs')
})
