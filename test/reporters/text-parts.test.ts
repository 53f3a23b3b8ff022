/** Code frames and summaries. */
import { describe, expect, test } from 'vitest'
import type { Diagnostic, Summary } from '../../src/diagnostic.ts'
import { codeFrame } from '../../src/reporters/code-frame.ts'
import { painter } from '../../src/reporters/color.ts'
import { summaryText } from '../../src/reporters/summary.ts'
import { clean, everyday } from './reports.ts'

describe('codeFrame', () => {
  function frame(sourceLine: string, column: number, endColumn: number, lines = 0): string[] {
    const start = { line: 1, column, offset: 0 }
    const diagnostic: Diagnostic = { ...everyday().diagnostics[0]!, sourceLine, start, end: { line: 1 + lines, column: endColumn, offset: 0 } }
    const { source, marker } = codeFrame(diagnostic)
    return [source, marker]
  }

  test('marks the range', () => {
    expect(frame('image: nginx', 8, 13)).toEqual(['image: nginx', '       ^^^^^'])
  })

  test('marks an empty range, and one after the end, by one caret', () => {
    expect(frame('image:', 7, 7)).toEqual(['image:', '      ^'])
    expect(frame('image:', 90, 95)).toEqual(['image:', '      ^'])
  })

  test('marks the rest of the line when the range goes on below', () => {
    expect(frame('  app: web', 3, 2, 4)).toEqual(['  app: web', '  ^^^^^^^^'])
  })

  test('counts the columns of a terminal: tabs, wide and combining characters', () => {
    expect(frame('a:\t"日本 e\u0301 🛒 ｶ" x', 17, 18)).toEqual(['a: "日本 e\u0301 🛒 ｶ" x', `${' '.repeat(17)}^`])
    expect(frame('a: 日本', 4, 6)).toEqual(['a: 日本', '   ^^^^'])
  })

  test('shows what is around the finding of a very long line', () => {
    const [source, marker] = frame(`{"a":"${'x'.repeat(300)}","b":true,"c":"${'y'.repeat(1e6)}"}`, 313, 317)
    expect(source).toMatch(/^…x+","b":true,"c":"y+…$/)
    expect(source).toHaveLength(122)
    expect(source!.slice(marker!.indexOf('^'), marker!.length)).toBe('true')
  })

  test('shows the end of a long line whole', () => {
    expect(frame(`${'x'.repeat(500)} end`, 502, 505)[0]).toMatch(/^…x+ end$/)
  })
})

describe('summaryText', () => {
  const print = (changed: Partial<Summary>) => summaryText({ ...clean().summary, ...changed }, painter(false))

  test('is singular and plural', () => {
    const one = { errors: 1, warnings: 1, infos: 1, fixable: 1, suppressed: 1 }
    expect(print(one)).toBe('1 file, 1 resource: 1 error, 1 warning, 1 info; 1 fixable with --fix; 1 suppressed\n')
    const two = { files: 12, resources: 31, errors: 2, warnings: 4, infos: 2, fixable: 3 }
    expect(print(two)).toBe('12 files, 31 resources: 2 errors, 4 warnings, 2 infos; 3 fixable with --fix\n')
    expect(print({ files: 0, resources: 0 })).toBe('0 files, 0 resources: nothing was checked\n')
  })

  test('names what was not checked, the most frequent first, and not too many', () => {
    const unknownKinds = { 'b/v1/B': 1, 'a/v1/A': 1, 'c/v1/C': 9, 'd/v1/D': 1, 'e/v1/E': 1, 'f/v1/F': 1, 'g/v1/G': 1 }
    expect(print({ resources: 20, unknownKinds, leftAlone: { 'Helm template': 2, 'kustomize patch': 3 } })).toBe(
      [
        'Left alone: kustomize patch (3), Helm template (2)',
        'Skipped, no schema: c/v1/C (9), a/v1/A (1), b/v1/B (1), d/v1/D (1), e/v1/E (1) and 2 more kinds',
        '1 file, 20 resources (15 skipped): no findings',
        '',
      ].join('\n'),
    )
  })
})
