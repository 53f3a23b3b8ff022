/**
 * What the engine has answered before, in this run or an earlier one. Its answers hang on nothing but the question, so a run about the same definitions and objects as the last one need not start it.
 * Of questions nothing is kept but their hashes, of answers what they say is wrong.
 */
import type { Answer, ExpressionFault, PolicyOutcome, Task } from '../schema/expressions.ts'
import { keep, load } from '../wasm/kept-file.cjs'
import { hash } from '../wasm/question-hash.ts'

/** Of the file: forty thousand objects that nothing is wrong with. */
const MOST_BYTES = 2 * 2 ** 20
/** Of a SHA-256 in Base64. */
const KEY_LENGTH = 43

/** A question in parts that are known one by one. */
interface Parts {
  keys: readonly string[]
  /** The question about some of several objects, of which one may change, and others come. Undefined for one that has no parts. */
  about?: (some: readonly number[]) => Task
}

export class KnownAnswers {
  private readonly folder: string | undefined
  private readonly file: string
  /** By key, as JSON; empty where nothing is wrong. What was used last comes first. */
  private readonly kept: ReadonlyMap<string, string>
  /** In this run. */
  private readonly used = new Map<string, Promise<Answer>>()
  private readonly fresh = new Map<string, string>()

  /** `engine` is the id of the module that answers: another one has other answers. `folder` is where they are kept. */
  constructor(folder: string | undefined, engine: string) {
    this.folder = folder
    this.file = folder === undefined ? '' : `cel-${engine}.podlint-answers`
    this.kept = this.read()
  }

  /** One for each task. `ask` is called for what is not known. */
  answers(minor: number, tasks: readonly Task[], ask: (tasks: readonly Task[]) => Promise<Answer[]>): Promise<Answer[]> {
    const open: Task[] = []
    // Not before all of them are looked up.
    const given = Promise.resolve().then(() => (open.length === 0 ? [] : ask(open)))
    return Promise.all(tasks.map(async (task) => {
      const { keys, about } = partsOf(minor, task)
      const unknown = [...new Map(keys.map((key, part) => [key, part]))].filter(([key]) => !this.isKnown(key))
      if (unknown.length > 0) {
        const at = open.push(about === undefined ? task : about(unknown.map(([, part]) => part))) - 1
        for (const [part, [key]] of unknown.entries()) this.used.set(key, given.then((all) => this.remember(key, about === undefined ? all[at]! : moved(all[at]!, part, 0))))
      }
      const answers = await Promise.all(keys.map((key) => this.used.get(key)!))
      return about === undefined ? answers[0]! : joined(answers)
    }))
  }

  /** Keeps what is new for later runs. */
  save(): void {
    if (this.folder === undefined || this.fresh.size === 0) return
    const own = [...this.used.keys()].flatMap((key): [string, string][] => {
      const text = this.fresh.get(key) ?? this.kept.get(key)
      return text === undefined ? [] : [[key, text]]
    })
    const lines: string[] = []
    let size = 0
    // Another run may have written in the meantime.
    for (const [key, text] of new Map([...own, ...this.read()])) {
      const line = `${key}${text}\n`
      size += Buffer.byteLength(line)
      if (size > MOST_BYTES) break
      lines.push(line)
    }
    keep(this.folder, this.file, Buffer.from(lines.join('')))
  }

  private isKnown(key: string): boolean {
    if (this.used.has(key)) return true
    const text = this.kept.get(key)
    if (text === undefined) return false
    this.used.set(key, Promise.resolve(text === '' ? {} : (JSON.parse(text) as Answer)))
    return true
  }

  /** What was not answered is asked again by the next run. */
  private remember(key: string, answer: Answer): Answer {
    if (answer.failure === undefined) this.fresh.set(key, isEmpty(answer) ? '' : JSON.stringify(answer))
    return answer
  }

  private read(): ReadonlyMap<string, string> {
    const lines = (this.folder === undefined ? undefined : load(this.folder, this.file))?.toString().split('\n') ?? []
    return new Map(lines.flatMap((line) => (line === '' ? [] : [[line.slice(0, KEY_LENGTH), line.slice(KEY_LENGTH)]])))
  }
}

function partsOf(minor: number, task: Task): Parts {
  if ('resources' in task) {
    const { schema, objects } = task.resources
    const id = hash(String(minor), textOf(schema))
    // The engine compiles rules once for all that have the same.
    return { keys: objects.map((object) => hash('resource', id, textOf(object))), about: (some) => ({ resources: { id, schema, objects: some.map((part) => objects[part]) } }) }
  }
  if ('policy' in task) {
    const { policy } = task
    const { params, expressions, inputs } = policy
    const id = hash(String(minor), textOf([params, expressions]))
    return { keys: inputs.map((input) => hash('policy', id, textOf(input))), about: (some) => ({ policy: { ...policy, id, inputs: some.map((part) => inputs[part]!) } }) }
  }
  return { keys: [hash('task', String(minor), textOf(task))] }
}

/** What an answer says of one of several objects, as of one with another number. */
const moved = ({ faults = [], outcomes = [], failure }: Answer, from: number, to: number): Answer =>
  failure === undefined ? answerOf(faults.flatMap((fault) => (fault.index === from ? { ...fault, index: to } : [])), outcomes.flatMap((outcome) => (outcome.input === from ? { ...outcome, input: to } : []))) : { failure }

/** Of answers about one object each. */
function joined(answers: readonly Answer[]): Answer {
  const numbered = answers.map((answer, number) => moved(answer, 0, number))
  return numbered.find(({ failure }) => failure !== undefined) ?? answerOf(numbered.flatMap(({ faults = [] }) => faults), numbered.flatMap(({ outcomes = [] }) => outcomes))
}

const answerOf = (faults: readonly ExpressionFault[], outcomes: readonly PolicyOutcome[]): Answer => ({ ...(faults.length > 0 && { faults }), ...(outcomes.length > 0 && { outcomes }) })

const isEmpty = ({ faults, outcomes }: Answer): boolean => faults === undefined && outcomes === undefined

/** Integers beyond those of JavaScript are not those of a string. */
const textOf = (value: unknown): string => JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? { integer: String(each) } : each))
