/** `--debug`: where the time of a run goes. Loaded only then. */
import type { Watch } from '../engine/watch.ts'
import type { Report } from '../diagnostic.ts'
import { plural } from '../reporters/plural.ts'

/** How many rules are named. */
const MOST_RULES = 10

export class Timings implements Watch {
  private readonly phases: [name: string, milliseconds: number][] = []
  private readonly rules = new Map<string, number>()
  private readonly parts = new Map<string, number>()
  private last = 0

  /** What was done since the last one, or since the process began, is over. */
  phase(name: string): void {
    const now = performance.now()
    this.phases.push([name, now - this.last])
    this.last = now
  }

  visit<Visit extends (...args: never[]) => void>(rule: string, visit: Visit): Visit {
    return ((...args) => {
      const begin = performance.now()
      try {
        visit(...args)
      } finally {
        this.rules.set(rule, (this.rules.get(rule) ?? 0) + performance.now() - begin)
      }
    }) as Visit
  }

  method<Name extends string>(of: Readonly<Record<Name, (...args: never[]) => unknown>>, method: Name, part: string): void {
    const original = of[method].bind(of) as (...args: unknown[]) => unknown
    const add = (begin: number) => this.parts.set(part, (this.parts.get(part) ?? 0) + performance.now() - begin)
    Object.defineProperty(of, method, {
      value: (...args: unknown[]) => {
        const begin = performance.now()
        const result = original(...args)
        if (result instanceof Promise) return result.finally(() => add(begin))
        add(begin)
        return result
      },
    })
  }

  /** Lines for standard error. */
  lines({ summary }: Report): [string, ...string[]] {
    const total = this.phases.reduce((sum, [, time]) => sum + time, 0)
    const linting = this.phases.filter(([name]) => name === LINTING).reduce((sum, [, time]) => sum + time, 0)
    const ofRules = [...this.rules.values()].reduce((sum, time) => sum + time, 0)
    const parts: [string, number][] = [...this.parts, ['rules', ofRules]]
    const rest = linting - parts.reduce((sum, [, time]) => sum + time, 0)
    const slowest = [...this.rules].sort(([, a], [, b]) => b - a).slice(0, MOST_RULES)
    return [
      `${ms(total)} ms for ${plural(summary.files, 'file')} and ${plural(summary.resources, 'resource')}`,
      ...this.phases.flatMap(([name, time]) => [row(time, name), ...(name === LINTING ? [...parts, ['reading and the rest', Math.max(0, rest)] as const].map(([part, each]) => `  ${row(each, part)}`) : [])]),
      ...(slowest.length === 0 ? [] : [`rules that took longest, of ${this.rules.size}:`]),
      ...slowest.map(([rule, time]) => row(time, rule)),
    ]
  }
}

const LINTING = 'linting'

const ms = (time: number): string => time.toFixed(1)
const row = (time: number, name: string): string => `${ms(time).padStart(10)} ms  ${name}`
