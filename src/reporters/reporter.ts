/** What a reporter is: a pure function from a report to text. */
import type { Report } from '../diagnostic.ts'

export interface ReporterOptions {
  /** Colour in `text` and `pretty`; `concise` and the formats for machines never have any. */
  color: boolean
  /** Absolute path of the working directory, which file names are relative to. ESLint formatters are looked up from there. */
  cwd: string
  /** Absolute path of the repository, for formats that name files from its root (`github`, `gitlab`, `markdown`, `sarif`). Without it: `cwd`. */
  root?: string
  /** Formats for people print findings only: no summary. Which findings there are is decided before. */
  quiet: boolean
  /** The terminal has links, so rule names may be some. */
  links?: boolean
  /** What `template` fills in. */
  template?: { file: string; text: string }
  /** False when something could not be read or done: then there may be more to find. */
  isComplete?: boolean
}

/** The whole output with its last line break, or an empty string. Equal reports give equal bytes. */
export type Reporter = (report: Report, options: ReporterOptions) => string | Promise<string>
