// The tables and the page that bench/run.mjs writes.

import { availableParallelism } from 'node:os'

const round = (number) => (number >= 100 ? number.toFixed(0) : number.toPrecision(3))
const inSeconds = (milliseconds) => `${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 3 : 2)} s`

/** A Markdown table of one work's results, the fastest first. */
export function workTable(results) {
  const rows = results
    .toSorted((a, b) => (a.milliseconds ?? Infinity) - (b.milliseconds ?? Infinity))
    .map(({ name, crashed, milliseconds, ratio, memory, processor }) => crashed !== undefined
      ? `| ${name} | crashed (${crashed}) | | | |`
      : `| ${name} | ${round(ratio)} | ${inSeconds(milliseconds)} | ${Number.isNaN(processor) ? '' : inSeconds(processor)} | ${Number.isNaN(memory) ? '' : `${memory.toFixed(0)} MiB`} |`)
  return ['| command | × `node -e 0` | time | processor time | peak memory |', '|---|--:|--:|--:|--:|', ...rows].join('\n')
}

const LIMITS = [
  { work: 'start-up', of: 'one Deployment of 1 KB, × `node -e 0`', aim: 1.25, floor: 1.5, value: (podlint) => podlint.ratio },
  { work: 'manifests', of: '1,000 manifests, × `node -e 0`', aim: 10, floor: 13, value: (podlint) => podlint.ratio },
  { work: 'manifests', of: 'the same, time of kubeconform ÷ ours', floor: 2, value: (podlint, peer) => peer('kubeconform') / podlint.milliseconds },
  { work: 'manifests', of: 'the same, time of kube-linter ÷ ours', floor: 2, value: (podlint, peer) => peer('kube-linter') / podlint.milliseconds },
  { work: 'tree', of: '25 MB tree, × `node -e 0`', aim: 14, floor: 20, value: (podlint) => podlint.ratio },
  { work: 'tree', of: 'the same, time of kubeconform ÷ ours', aim: 4, value: (podlint, peer) => peer('kubeconform') / podlint.milliseconds },
  { work: 'tree', of: 'the same, peak memory in MiB', aim: 100, floor: 120, value: (podlint) => podlint.memory },
]

/** What we hold ourselves to (docs/decisions/0005-where-the-time-goes.md), and what was measured; quotients must be above their limits, everything else below. */
export function limitsTable(works) {
  const rows = LIMITS.map(({ work, of, aim, floor, value }) => {
    const { results } = works.find((other) => other.name === work)
    const measured = value(results.find((result) => result.name === 'podlint'), (name) => results.find((result) => result.name === name)?.milliseconds ?? NaN)
    const isWithin = (limit) => limit !== undefined && (of.includes('÷') ? measured >= limit : measured <= limit)
    const verdict = Number.isNaN(measured) ? '' : isWithin(aim) ? 'aim reached' : isWithin(floor) ? 'floor reached' : 'missed'
    return `| ${of} | ${aim ?? ''} | ${floor ?? ''} | ${Number.isNaN(measured) ? 'not measured' : round(measured)} | ${verdict} |`
  })
  return ['| work | aim | floor | measured | |', '|---|--:|--:|--:|---|', ...rows].join('\n')
}

/** docs/performance.md, whole. */
export function performanceDocument(works) {
  return `# Performance

<!-- Written by bench/run.mjs. -->

Whole processes from start to exit, output to /dev/null, medians of interleaved runs, on ${availableParallelism()} cores with Node ${process.versions.node} (${process.platform}, ${process.arch}).
Compare the ratios to \`node -e 0\`: the times differ from machine to machine. \`NODE_EXTRA_CA_CERTS\` is unset, because it makes every start of Node slower.

podlint runs with all recommended rules, has what earlier runs have kept (compiled code, verdicts on expressions, what kustomizations give), and builds the kustomizations of the tree, which no peer does. Without anything kept, the tree took 12 s of processor time. The Go programs use every core. They do different work, so read the times with this in mind; a peer without a line was not there when this was measured:

- **kubeconform** 0.8.0, \`-strict\`, compares with JSON schemas, which lie on the disk here (it fetches them from the network otherwise).
- **flux-schema** 0.11.0 compares with JSON schemas and evaluates CEL rules, with its own catalog on the disk.
- **kube-linter** 0.8.3 runs its default checks; it does not look for unknown fields.
- **pluto** 5.24.0 looks at nothing but \`apiVersion\` and \`kind\`.
- **yaml + ajv** is a validator put together from the two packages in the obvious way, as one bundle; **yaml alone** only parses.

${works.map((work) => `## ${work.title}\n\n${workTable(work.results)}`).join('\n\n')}

## How to repeat it

\`\`\`sh
npm ci
node bench/corpora.mjs /tmp/clones | sh    # clones what is missing, at the commits of bench/corpora.json
node bench/corpora.mjs /tmp/clones
curl -LO https://raw.githubusercontent.com/kubernetes/kubernetes/v1.37.0/api/openapi-spec/swagger.json
node bench/kubeconform-schemas.mjs swagger.json
GOBIN=$PWD/bench/.cache/bin go install github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0
node bench/run.mjs
\`\`\`

The other peers are run when they are in \`bench/.cache/bin\` or \`PATH\`, in the versions above: take them from their projects' releases. flux-schema needs its catalog, the folder
\`catalog/latest\` of its repository, at \`bench/.cache/flux-schema-catalog\`. What is not there is left out, and said. Memory and processor time need GNU time (\`apt-get install time\`).

The 1,000 manifests are files of at most 24 KB whose kinds the API server has by itself, taken at even distances from the manifests of the repositories in
\`bench/corpora.json\`; Helm templates, Kustomize patches and test data are not among them. The tree is every YAML file of its repository.

The parser's own figures come from \`bench/parser.ts\`.
`
}
