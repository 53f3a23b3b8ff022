/** The syntax of `helm --set`: `web.ports[0].name=http`. */

const ESCAPED_STEP = /((?:\\.|[^.[\\])*)((?:\[\d+\])*)(?:\.|$)/gy

/** The values that one parameter gives; undefined for what is none, or depends on the values below it. */
export function setValue(name: string, value: string, isString: boolean): Record<string, unknown> | undefined {
  const steps = stepsOf(name)
  if (steps === undefined) return undefined
  let result: unknown = isString ? value : typed(value)
  for (const step of steps.toReversed()) {
    // Any other item would need those in front of it.
    if (typeof step === 'number') {
      if (step !== 0) return undefined
      result = [result]
    } else result = Object.defineProperty({}, step, { value: result, enumerable: true })
  }
  return result as Record<string, unknown>
}

function stepsOf(name: string): (string | number)[] | undefined {
  const steps: (string | number)[] = []
  ESCAPED_STEP.lastIndex = 0
  while (ESCAPED_STEP.lastIndex < name.length) {
    const found = ESCAPED_STEP.exec(name)
    if (found === null || found[1] === '') return undefined
    steps.push(found[1]!.replaceAll(/\\(.)/g, '$1'), ...[...found[2]!.matchAll(/\d+/g)].map(Number))
  }
  return steps.length === 0 ? undefined : steps
}

/** As Helm reads it: `{a,b}` is a list. */
function typed(text: string): unknown {
  if (/^\{.*\}$/s.test(text)) return text.slice(1, -1).split(/(?<!\\),/).filter((item) => item !== '').map((item) => scalar(item))
  return scalar(text)
}

function scalar(text: string): unknown {
  const plain = text.replaceAll(/\\(.)/g, '$1')
  if (plain === 'true' || plain === 'false') return plain === 'true'
  if (plain === 'null') return null
  return /^(?:0|-?[1-9]\d{0,14})$/.test(plain) ? Number(plain) : plain
}
