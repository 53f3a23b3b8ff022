/** Asks the code of Helm and Kustomize to render charts and build kustomizations: see engine/render. What the engine is not given does not exist for it. */
import { createHash } from 'node:crypto'
import { GoThread, type NoAnswer } from '../wasm/go-thread.ts'
import { engineId } from '../wasm/module-ids.ts'
import { separated } from './documents.ts'
import { KnownRenderings } from './known-renderings.ts'

/** For one request, in seconds: the largest charts known take less than ten. */
const PATIENCE = 60

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
  texts: Files['texts']
  binaries: Files['binaries']
  contents: readonly { name: string; size: number }[]
  bytes: Buffer
  digest: string
}

export class RenderEngine {
  private readonly thread: GoThread
  private readonly known: KnownRenderings
  private packed: Packed | undefined
  /** The files that the engine has from its last request, which need not be sent again. */
  private sent: Packed | undefined

  /** `folder` is where the decompressed module, and what it has answered, are kept from run to run; `inRun` keeps the answers for other engines of this run. */
  constructor(folder: string | undefined, patience = PATIENCE, inRun?: Map<string, object>) {
    this.thread = new GoThread('render', folder, patience)
    this.known = new KnownRenderings(folder, engineId('render'), inRun)
  }

  async renderChart({ texts, binaries, ...chart }: ChartRequest): Promise<ChartAnswer | NoAnswer> {
    if (this.packed?.texts !== texts || this.packed.binaries !== binaries) this.packed = packed(texts, binaries)
    const files = this.packed
    const answer = await this.known.answer<ChartAnswer | NoAnswer>({ chart, files: files.digest }, async () => {
      const again = files === this.sent ? await this.thread.ask<ChartAnswer & Lost>({ chart: { ...chart, again: true } }) : { lost: true }
      if (!('lost' in again)) return again
      this.sent = files
      return this.thread.ask<ChartAnswer>({ chart: { ...chart, contents: files.contents } }, files.bytes)
    })
    if (!('results' in answer) || answer.results === undefined) return answer
    return { ...answer, results: answer.results.map((each) => (each.files === undefined ? each : { ...each, files: each.files.map(separated) })) }
  }

  async buildKustomizations(kustomization: KustomizationRequest): Promise<KustomizationAnswer | NoAnswer> {
    const request = { kustomization }
    return this.known.answer<KustomizationAnswer | NoAnswer>(request, () => this.thread.ask<KustomizationAnswer>(request))
  }

  end(): void {
    this.known.end()
    this.thread.end()
  }
}

function packed(texts: Files['texts'], binaries: Files['binaries']): Packed {
  const files = [...Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const), ...Object.entries(binaries ?? {}).map(([name, text]) => [name, Buffer.from(text, 'base64')] as const)]
  const contents = files.map(([name, { length }]) => ({ name, size: length }))
  const bytes = Buffer.concat(files.map(([, content]) => content))
  return { texts, binaries, contents, bytes, digest: createHash('sha256').update(JSON.stringify(contents)).update(bytes).digest('base64url') }
}
