/** Asks the code of Helm and Kustomize to render charts and build kustomizations: see engine/render. What the engine is not given does not exist for it. */
import { createHash } from 'node:crypto'
import { availableParallelism, totalmem } from 'node:os'
import { constrainedMemory } from 'node:process'
import { GoThread, type NoAnswer } from '../wasm/go-thread.ts'
import { engineId } from '../wasm/module-ids.ts'
import { separated } from './documents.ts'
import { KnownRenderings } from './known-renderings.ts'

/** For one request, in seconds: the largest charts known take less than ten. */
const PATIENCE = 60

/** Each takes some 200 MB, and a run that needs several has much else in its memory. A container may have less than the machine; 0 is no limit. */
const memory = Math.min(totalmem(), constrainedMemory() || Infinity)
export const MOST_THREADS = Math.max(1, Math.min(availableParallelism(), 4, Math.floor(memory / 2 ** 30)))
/** Milliseconds from the first answer on, after which another thread begins if more is asked for than those that there are can take: it takes less to begin. */
const PATIENCE_ALONE = 200
/** What a thread is asked at a time: it goes on while nobody has time for its answer. */
const MOST_AHEAD = 2

/** Content by path: as text, or what is not text in Base64. */
export interface Files {
  texts: Record<string, string>
  binaries?: Record<string, string>
}

export interface ChartRequest extends Files {
  /** Of the chart, among the files. `.` for one at their top. */
  folder: string
  /** Folders of other charts among the files, which this one may depend on. */
  local?: readonly string[]
  renderings: readonly Rendering[]
}

export interface Rendering {
  /** YAML, later ones over earlier ones, all over the `values.yaml` of the chart. */
  values?: readonly string[]
  release: string
  namespace: string
  /** `1.37.0` */
  kubeVersion: string
  apiVersions: readonly string[]
  /** Whether `required` and `fail` let everything pass. */
  lenient?: boolean
  /** The rendered files, by their names, of which it is asked where they stem from. */
  places?: readonly string[]
}

export interface ChartAnswer {
  /** The chart cannot be loaded. */
  error?: string
  missing?: readonly MissingDependency[]
  /** One for each rendering. */
  results?: readonly Rendered[]
}

export interface MissingDependency {
  /** The folder of the chart that wants it. */
  by: string
  name: string
  version?: string
  repository?: string
}

export interface Rendered {
  fault?: Fault
  invalid?: readonly Violation[]
  /** The versions of Kubernetes that the chart demands, when this one is not among them: then nothing is rendered. */
  incompatible?: string
  files?: readonly RenderedFile[]
  /** These four only when places were asked for. The files among those of the request that marks are in; empty for what a template made. */
  sources?: readonly string[]
  /** Four numbers each: the index of the file, start, end, and the index of the value that is printed; -1 without one, -2 for text. */
  marks?: readonly number[]
  /** Paths below `.Values`. */
  values?: readonly (readonly string[])[]
  /** The calls that an output came through, two numbers each: the mark of the call, and the frame around it or -1. */
  frames?: readonly number[]
}

export interface RenderedFile {
  /** As Helm names it: `chart/templates/service.yaml`. */
  name: string
  /** Its template among the files of the request; absent if that is in an archive. */
  source?: string
  text: string
  /** Three numbers each: an offset, the mark of what stands from there on, and the innermost frame around it or -1. */
  segments?: readonly number[]
}

/** Why a chart cannot be rendered. */
export interface Fault {
  message: string
  /** The chart itself says it, with `required` or `fail`. */
  refusal?: boolean
  /** In Helm's words. */
  full: string
  /** From the template that is rendered to the innermost helper. */
  places?: readonly FaultPlace[]
}

export interface FaultPlace {
  name: string
  source?: string
  /** From 1. */
  line: number
  /** In bytes, from 0; -1 if it cannot be told. */
  column: number
}

/** A value that the `values.schema.json` of a chart does not allow. */
export interface Violation {
  /** The subcharts that lead to the chart with the schema. */
  chart?: readonly string[]
  path: readonly string[]
  message: string
  /** What is wrong is the schema. */
  schema?: boolean
}

export interface KustomizationRequest extends Files {
  /** Folders of kustomizations, each of which is built by itself. */
  roots: readonly string[]
  /** Whether each object says in the annotation `config.kubernetes.io/origin` which file it stems from. */
  origins?: boolean
}

export interface KustomizationAnswer {
  /** One for each root: what it gives, or why it gives nothing. */
  built: readonly { text?: string; error?: string }[]
}

/** What the engine says when it does not have the files of the last request any more. */
interface Lost {
  lost?: true
}

/** Files as they are sent: one after the other. */
interface Packed {
  contents: readonly { name: string; size: number }[]
  bytes: Buffer
  digest: string
}

/** A thread of the engine. */
interface Renderer {
  readonly thread: GoThread
  /** Requests that it has not answered yet. */
  asked: number
  /** When it was done with one. */
  lastAnswer: number
  /** The files that it has from the last request for a chart, which need not be sent again. */
  sent: Packed | undefined
}

export class RenderEngine {
  private readonly folder: string | undefined
  private readonly patience: number
  private readonly renderers: Renderer[] = []
  private firstAnswer = Infinity
  /** Requests that no thread has taken yet. */
  private readonly waiting: { files: Packed | undefined; resolve: (renderer: Renderer) => void }[] = []
  private readonly known: KnownRenderings
  /** What was built in this run, for the passes that follow a fix. */
  private readonly builds = new Map<string, object>()
  /** By the texts of a chart. */
  private readonly packed = new WeakMap<Files['texts'], Packed>()

  /** `folder` is where the decompressed module, and what it has answered, are kept from run to run. */
  constructor(folder: string | undefined, patience = PATIENCE) {
    this.folder = folder
    this.patience = patience
    this.known = new KnownRenderings(folder, engineId('render'))
  }

  async renderChart({ texts, binaries, ...chart }: ChartRequest): Promise<ChartAnswer | NoAnswer> {
    const files = this.packed.get(texts) ?? packed(texts, binaries)
    this.packed.set(texts, files)
    const answer = await this.known.answer<ChartAnswer | NoAnswer>({ chart, files: files.digest }, () =>
      this.ask(async (renderer) => {
        const again = files === renderer.sent ? await renderer.thread.ask<ChartAnswer & Lost>({ chart: { ...chart, again: true } }) : { lost: true }
        if (!('lost' in again)) return again
        renderer.sent = files
        return renderer.thread.ask<ChartAnswer>({ chart: { ...chart, contents: files.contents } }, files.bytes)
      }, files),
    )
    if (!('results' in answer) || answer.results === undefined) return answer
    return { ...answer, results: answer.results.map((each) => (each.files === undefined ? each : { ...each, files: each.files.map(separated) })) }
  }

  /** Also how long the engine took for it: no time for what is known. */
  async buildKustomizations(kustomization: KustomizationRequest): Promise<(KustomizationAnswer & { milliseconds: number }) | NoAnswer> {
    const request = { kustomization }
    let milliseconds = 0
    const answer = await this.known.answer<KustomizationAnswer | NoAnswer>(request, () =>
      this.ask(async (renderer) => {
        const asked = performance.now()
        const built = await renderer.thread.ask<KustomizationAnswer>(request)
        milliseconds = performance.now() - Math.max(asked, renderer.lastAnswer)
        return built
      }),
      this.builds,
    )
    return 'failure' in answer ? answer : { ...answer, milliseconds }
  }

  private async ask<Answer>(question: (renderer: Renderer) => Promise<Answer>, files?: Packed): Promise<Answer> {
    const renderer = this.take(files) ?? (await new Promise<Renderer>((resolve) => this.waiting.push({ files, resolve })))
    try {
      return await question(renderer)
    } finally {
      this.give(renderer)
    }
  }

  /** A thread that can take a question: one that has the files already, else the one that is asked least; another one where all are busy and that takes too long. */
  private take(files?: Packed): Renderer | undefined {
    let [free] = this.renderers.toSorted((a, b) => a.asked - b.asked || Number(b.sent === files) - Number(a.sent === files))
    if (free === undefined || (free.asked > 0 && this.renderers.length < MOST_THREADS && performance.now() - this.firstAnswer > PATIENCE_ALONE)) {
      free = { thread: new GoThread('render', this.folder, this.patience), asked: 0, lastAnswer: 0, sent: undefined }
      this.renderers.push(free)
    }
    if (free.asked >= MOST_AHEAD) return undefined
    free.asked++
    return free
  }

  private give(renderer: Renderer): void {
    renderer.asked--
    renderer.lastAnswer = performance.now()
    this.firstAnswer = Math.min(this.firstAnswer, renderer.lastAnswer)
    for (let [first] = this.waiting; first !== undefined; [first] = this.waiting) {
      const free = this.take(first.files)
      if (free === undefined) return
      this.waiting.shift()
      first.resolve(free)
    }
  }

  end(): void {
    this.known.end()
    for (const { thread } of this.renderers) thread.end()
  }
}

function packed(texts: Files['texts'], binaries: Files['binaries']): Packed {
  const files = [...Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const), ...Object.entries(binaries ?? {}).map(([name, text]) => [name, Buffer.from(text, 'base64')] as const)]
  const contents = files.map(([name, { length }]) => ({ name, size: length }))
  const bytes = Buffer.concat(files.map(([, content]) => content))
  return { contents, bytes, digest: createHash('sha256').update(JSON.stringify(contents)).update(bytes).digest('base64url') }
}
