/** The metadata of a Helm chart. */
import type { Tape } from '../parser/tape.ts'

/** Whether a document is the `Chart.yaml` of a chart, and not a manifest that is called like it. */
export const isChartFile = (file: string, tape: Tape, root: number): boolean => (file === 'Chart.yaml' || file.endsWith('/Chart.yaml')) && tape.isMap(root) && tape.find(root, 'kind') === -1
