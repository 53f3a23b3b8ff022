import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Progress } from '../../src/cli/progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function run(isTerminal: boolean, millisecondsEach: number): string {
  let written = ''
  const progress = new Progress({ isTerminal, write: (text) => void (written += text) })
  progress.start(20)
  for (let file = 0; file < 20; file++) {
    vi.advanceTimersByTime(millisecondsEach)
    progress.tick()
  }
  progress.judge()
  progress.end()
  return written
}

test('a run that is over soon shows nothing', () => expect(run(true, 10)).toBe(''))

test('a long run says how far it is, now and then, and leaves nothing behind', () => {
  const lines = run(true, 100).split('\r').slice(1)
  expect(lines.map((line) => line.replace('\u001b[K', ''))).toEqual(['Linting: 10 of 20 files', 'Linting: 12 of 20 files', 'Linting: 14 of 20 files', 'Linting: 16 of 20 files', 'Linting: 18 of 20 files', 'Linting: 20 of 20 files', 'Checking references between objects', ''])
})

test('nothing is shown where nobody looks', () => expect(run(false, 1000)).toBe(''))

test('whether anybody looks is asked now and then, not for each file', () => {
  let asked = 0
  const progress = new Progress({ get isTerminal() { return asked++ > 99 }, write: () => {} })
  progress.start(1000)
  vi.advanceTimersByTime(2000)
  for (let file = 0; file < 1000; file++) {
    vi.advanceTimersByTime(1)
    progress.tick()
  }
  expect(asked).toBe(5)
})
