/** What users read of the figures: docs/conformance.md, and the summary in the README. */
import type { Recorded, RecordedFigures } from './figures.ts'

/** Areas by what a user looks for. */
const GROUPS: readonly (readonly [title: string, ofGroup: RegExp])[] = [
  ['reading the YAML, types, unknown fields', /^decoding$/],
  ['metadata: names, labels, annotations, owners', /^metadata$/],
  ['pods', /^pods-/],
  ['workloads: Deployment, StatefulSet, Job, CronJob, HorizontalPodAutoscaler …', /^workloads-/],
  ['Service, Ingress, NetworkPolicy and the rest of networking', /^(services|ingress|networking)$/],
  ['ConfigMap, Secret, volumes and storage', /^(config|storage)$/],
  ['access, quotas, priorities, flow control', /^(rbac|policy|control)$/],
  ['nodes, leases, API services, certificates and other objects of the cluster', /^cluster$/],
  ['admission: webhooks, policies, and what admission plugins refuse', /^admission/],
  ['definitions of custom resources', /^crd$/],
  ['custom resources, checked with their definition', /^custom-resources$/],
  ['dynamic resource allocation', /^dra$/],
  ['warnings: deprecated fields and API versions, and what has no effect', /^warnings$/],
  ['valid objects of every kind', /^bases$/],
]

const NONE: Recorded = { refused: 0, found: 0, accepted: 0, falselyRefused: 0, causes: 0, causesFound: 0, warned: 0, warnedFound: 0 }

function sum(figures: readonly Recorded[]): Recorded {
  const total = { ...NONE }
  for (const each of figures) for (const name of Object.keys(total) as (keyof Recorded)[]) total[name] += each[name]
  return total
}

/** Rounded down: 100% means all. */
const percent = (part: number, whole: number): string => (whole === 0 ? '' : `${Math.floor((100 * part) / whole)}%`)
const count = (value: number): string => value.toLocaleString('en-US')

/** [title, figures] of each group, and the names of its areas. */
function groups(figures: Readonly<Record<string, Recorded>>) {
  const areas = Object.keys(figures)
  const without = areas.filter((area) => !GROUPS.some(([, ofGroup]) => ofGroup.test(area)))
  if (without.length > 0) throw new Error(`conformance/page.ts has no group for ${without.join(', ')}`)
  return GROUPS.map(([title, ofGroup]) => {
    const own = areas.filter((area) => ofGroup.test(area))
    return { title, areas: own, total: sum(own.map((area) => figures[area]!)) }
  })
}

function readmeSummary(recorded: RecordedFigures): string {
  const [newest] = minors(recorded)
  const figures = recorded[newest!]!
  const total = sum(Object.values(figures))
  const rows = groups(figures)
    .filter(({ total: { refused } }) => refused > 0)
    .map(({ title, total: { refused, found, falselyRefused } }) => `| ${title} | ${count(refused)} | ${percent(found, refused)} | ${falselyRefused} |`)
  return `Of ${count(total.refused)} manifests that a live kube-apiserver ${newest} refused podlint finds ${percent(total.found, total.refused)}; of ${count(total.accepted)} that it took podlint refuses ${count(total.falselyRefused)}.

| | refused by the server | found by podlint | refused by podlint alone |
|---|--:|--:|--:|
${rows.join('\n')}
`
}

const minors = (recorded: RecordedFigures): string[] => Object.keys(recorded).sort((a, b) => Number(b.split('.')[1]) - Number(a.split('.')[1]))

export function conformancePage(recorded: RecordedFigures): string {
  const sections = minors(recorded).map((minor) => {
    const figures = recorded[minor]!
    const row = (name: string, { refused, found, accepted, falselyRefused, causes, causesFound, warned, warnedFound }: Recorded) =>
      `| ${name} | ${count(refused)} | ${percent(found, refused)} | ${percent(causesFound, causes)} | ${count(accepted)} | ${count(falselyRefused)} | ${count(warned)} | ${percent(warnedFound, warned)} |`
    const rows = groups(figures).flatMap(({ title, areas, total }) => [row(`**${title}**`, total), ...(areas.length > 1 ? areas.map((area) => row(`\`${area}\``, figures[area]!)) : [])])
    return `## Kubernetes ${minor}

| area | refused by the server | found by podlint | at the same field | taken by the server | refused by podlint alone | warned by the server | found by podlint |
|---|--:|--:|--:|--:|--:|--:|--:|
${rows.join('\n')}
${row('**all**', sum(Object.values(figures)))}
`
  })
  return `<!-- Made by \`npm run conformance -- --write\` from conformance/figures.json. -->

# What podlint finds of what the API server refuses

About 11,000 manifests were sent to live kube-apiservers, one mistake in each, and podlint lints the same with the preset \`api-server\`. Our tests repeat that at each change and fail when a figure
falls below those of this page. [conformance](../conformance/README.md) has the manifests with their verdicts, and says how they were judged.

A manifest counts as found when podlint reports an error in it. *At the same field* is the share of the server's complaints, in the manifests that both refuse, that podlint reports at the same field with
the same type of error. Percentages are rounded down: 100% is all of them. The manifests look for the limits of each check, so they are harder than the mistakes that people make.

${sections.join('\n')}
## Other tools

Manifests of the same kind, half of which are not in this repository, were given to other tools in November 2026:

| | refusals found | accepted manifests refused |
|---|--:|--:|
| kubectl-validate, of January 2026 | 34% to 37% | 6.9% |
| flux-schema 0.11.0 | 28% to 32% | 5.3% |
| kubeconform 0.8.0, \`-strict\` | 18% to 27% | 1.6% |

They compare manifests with schemas, and most of what a server refuses is in no schema.

## What is not looked at

- **What only the cluster knows**: whether a name is taken, a namespace exists, a quota is used up, a class or a service account is there; what your admission webhooks and policies say; and
  changes: the server compares an update with the object as it is, podlint sees one state.
- **Custom resources** are checked with their definition, where that is among the files or given by \`--crd\`. Without it, nothing below \`spec\` is checked.
- **Admission policies** are compiled and checked, but not evaluated on the objects that they would see.
- **Templates** outside of charts: they are left alone. Charts and overlays are judged as they are deployed: [Helm](helm.md), [Kustomize](kustomize.md).
- **Feature gates** are those that a minor has by default, and API versions are all switched on.

What podlint finds beyond this, in the presets \`recommended\` and \`strict\`, no API server refuses: it is not part of these figures.
`
}

const SUMMARY = /(?<=<!-- summary of conformance[^>]*-->\n)[^]*?(?=<!-- end of summary -->)/

/** The README with the summary of these figures. */
export function withSummary(readme: string, recorded: RecordedFigures): string {
  if (!SUMMARY.test(readme)) throw new Error('README.md has no place for the summary of conformance')
  return readme.replace(SUMMARY, () => `\n${readmeSummary(recorded)}\n`)
}
