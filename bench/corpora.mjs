// Makes the corpora of real manifests that the benchmarks and the tests over real files read, out of git clones of public repositories:
//
//   node bench/corpora.mjs CLONES
//
// CLONES holds the repositories of bench/corpora.json as CLONES/<owner>/<name>, bare or not, each with the commit that is named there.
// What is missing is printed as the git commands that bring it, so the second run of `node bench/corpora.mjs CLONES | sh` works.
// The same commits give the same files, byte for byte.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { parseAllDocuments } from 'yaml'

const cache = join(import.meta.dirname, '.cache')
const { tree, repositories } = JSON.parse(readFileSync(join(import.meta.dirname, 'corpora.json'), 'utf8'))

/** No repository gives more files than this, so that none of them decides the figures. */
const PER_REPOSITORY = 150
const SAMPLE = 1000
/** Larger files of the sample would drown the others; the tree is the corpus for those. */
const SAMPLE_FILE_BYTES = 24 * 1024
const FILE_BYTES = 128 * 1024

/** Charts and templates of other languages, copies of foreign projects, and what is wrong on purpose. */
const LEFT_OUT = /(^|\/)(templates?|charts?|helm|vendor|node_modules|third_party|tests?|testdata|e2e|fixtures|invalid|\.[^/]+)\//
const TEMPLATE_LINE = /^\s*(- *)?([\w."'/-]+: *)?(\{\{|\{%|<%)/m
const OBJECT = /^apiVersion:[^\n]*\S[^]*^kind: *\S|^kind: *\S[^]*^apiVersion:[^\n]*\S/m
const BUILT_IN_GROUP = /^["']?(v1|(apps|autoscaling|batch|extensions|policy)\/v\w+|[a-z.]+\.k8s\.io\/v\w+)["']?\s*(#.*)?$/
/** Groups of *.k8s.io that no API server has before a CustomResourceDefinition brings them. */
const ADDED_GROUP = /^["']?(?!(admissionregistration|apiextensions|apiregistration|authentication|authorization|certificates|coordination|discovery|events|flowcontrol\.apiserver|internal\.apiserver|networking|node|policy|rbac\.authorization|resource|scheduling|storage|storagemigration)\.k8s\.io\/)[a-z.]+\.k8s\.io\//

function git(directory, arguments_, input) {
  const { status, stdout, stderr } = spawnSync('git', ['-C', directory, ...arguments_], { input, maxBuffer: 2 ** 30 })
  if (status !== 0) throw new Error(`git ${arguments_[0]} in ${directory}: ${stderr}`)
  return stdout
}

/** Path and blob id of the YAML files of one commit, sorted by path. */
function yamlFiles(directory, commit) {
  const files = []
  for (const entry of git(directory, ['ls-tree', '-r', '-z', '-l', commit]).toString().split('\0')) {
    const [, type, id, size, path] = /^\d+ (\w+) (\w+) +(\S+)\t([^]*)$/.exec(entry) ?? []
    if (type === 'blob' && /\.ya?ml$/.test(path)) files.push({ path, id, size: Number(size) })
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function readBlobs(directory, files) {
  const output = git(directory, ['cat-file', '--batch'], files.map((file) => file.id).join('\n') + '\n')
  let at = 0
  return files.map((file) => {
    const start = output.indexOf('\n', at) + 1
    at = start + file.size + 1
    return { ...file, text: output.subarray(start, start + file.size).toString() }
  })
}

const isKustomization = (path) => /(^|\/)kustomization\.ya?ml$/.test(path)

/** The files that a kustomization merges into others: they look like objects but are parts of some. */
function patchPaths(files) {
  const paths = new Set()
  for (const { path, text } of files) {
    if (!isKustomization(path)) continue
    const { patches, patchesStrategicMerge, patchesJson6902 } = parseAllDocuments(text)[0]?.toJS() ?? {}
    for (const list of [patches, patchesStrategicMerge, patchesJson6902]) {
      if (!Array.isArray(list)) continue
      for (const entry of list) {
        const patch = typeof entry === 'string' ? entry : entry?.path
        if (typeof patch === 'string') paths.add(posix.join(posix.dirname(path), patch))
      }
    }
  }
  return paths
}

function manifestsOf(repository, directory, commit) {
  const files = readBlobs(directory, yamlFiles(directory, commit).filter((file) => file.size > 0 && file.size <= FILE_BYTES))
  const patches = patchPaths(files)
  return files
    .filter(({ path, text }) => !LEFT_OUT.test(path) && !isKustomization(path) && !patches.has(path) && !/patch/i.test(path)
      && !TEMPLATE_LINE.test(text) && OBJECT.test(text))
    .map((file) => ({ ...file, path: `${repository}/${file.path}` }))
}

/** `count` members at even distances, the first one among them. */
function sample(list, count) {
  if (list.length <= count) return list
  return Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)])
}

/** Whether every document is of a kind that an API server has by itself: what all peers check, and skip in no time otherwise. */
function isBuiltIn({ text }) {
  return [...text.matchAll(/^apiVersion: *(.*?)\r?$/gm)].every(([, value]) => BUILT_IN_GROUP.test(value) && !ADDED_GROUP.test(value))
}

/** `argoproj/argo-cd/manifests/ha/redis.yaml` → `argoproj/argo-cd/manifests-ha-redis.yaml` */
function flattened(file) {
  const [owner, name, ...path] = file.path.split('/')
  return { ...file, path: `${owner}/${name}/${path.join('-')}` }
}

function write(name, files) {
  const root = join(cache, name)
  rmSync(root, { recursive: true, force: true })
  // A repository of its own: else the ignore file of this one, which leaves out the cache, would apply to it.
  mkdirSync(join(root, '.git'), { recursive: true })
  let bytes = 0
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    bytes += Buffer.byteLength(text)
  }
  console.error(`${name}: ${files.length} files, ${(bytes / 1e6).toFixed(2)} MB`)
}

const clones = process.argv[2]
if (clones === undefined) {
  console.error('usage: node bench/corpora.mjs CLONES')
  process.exit(2)
}
const all = { ...repositories, [tree.repository]: tree.commit }
const missing = Object.entries(all).filter(([repository, commit]) => {
  const directory = join(clones, repository)
  return !existsSync(directory) || spawnSync('git', ['-C', directory, 'cat-file', '-e', commit]).status !== 0
})
if (missing.length > 0) {
  for (const [repository, commit] of missing) {
    const directory = join(clones, repository)
    console.log(`git init -q --bare ${directory} && git -C ${directory} fetch -q --depth 1 https://github.com/${repository} ${commit}`)
  }
  console.error(`${missing.length} of ${Object.keys(all).length} repositories are missing; the commands above bring them`)
  process.exit(2)
}

const manifests = []
const seen = new Set()
for (const [repository, commit] of Object.entries(repositories).sort(([a], [b]) => (a < b ? -1 : 1))) {
  const fresh = manifestsOf(repository, join(clones, repository), commit).filter((file) => !seen.has(file.id))
  const chosen = sample(fresh, PER_REPOSITORY)
  for (const file of chosen) seen.add(file.id)
  manifests.push(...chosen)
}
write('manifests-all', manifests)
// One folder for each repository: left where they were, there would be more folders than files, which no repository has.
write('manifests-1000', sample(manifests.filter((file) => file.size <= SAMPLE_FILE_BYTES && isBuiltIn(file)), SAMPLE).map(flattened))

const treeDirectory = join(clones, tree.repository)
write(tree.name, readBlobs(treeDirectory, yamlFiles(treeDirectory, tree.commit)))
