/** What Kustomizations of Flux fill in for the variables of what is built from a folder: `postBuild.substitute`. */
import { posix } from 'node:path'
import type { FileTree } from '../model/file-tree.ts'
import { textAt } from '../model/node-values.ts'
import type { KubernetesObject } from '../model/object.ts'

export type Variables = ReadonlyMap<string, string>

/** By folder, as it is shown. A folder that several of them apply is in several clusters, or has several values: nothing is filled in there. */
export function variablesByFolder(objects: readonly KubernetesObject[], tree: FileTree): ReadonlyMap<string, Variables> {
  const found = new Map<string, Variables | undefined>()
  for (const { tape, root, kind, apiVersion, source } of objects) {
    if (kind !== 'Kustomization' || !apiVersion.startsWith('kustomize.toolkit.fluxcd.io/')) continue
    const spec = tape.find(root, 'spec')
    const path = textAt(tape, spec, 'path')
    const top = tree.rootOf(source.file)
    if (path === undefined || top === undefined) continue
    const folder = posix.join(top, path).replace(/\/$/, '')
    const values = tape.find(tape.find(spec, 'postBuild'), 'substitute')
    const variables = new Map<string, string>()
    if (values !== -1 && tape.isMap(values)) {
      for (let key = values + 1; key < tape.next(values); key = tape.next(key + 1)) {
        const value = tape.isScalar(key + 1) ? tape.scalar(key + 1) : null
        // A value of several lines is put in as it is, and may mean anything there.
        if (value !== null && !/\n|\$\{/.test(String(value))) variables.set(tape.key(key), String(value))
      }
    }
    found.set(folder, found.has(folder) ? undefined : variables)
  }
  return new Map([...found].flatMap(([folder, variables]) => (variables === undefined || variables.size === 0 ? [] : [[folder, variables] as const])))
}

/** What is known is filled in, in the text as Flux does it; the rest stays. An object can say that it wants none of it. */
export const withVariables = (text: string, variables: Variables): string =>
  text
    .split(/^(?=---$)/m)
    .map((document) => (/^ +kustomize\.toolkit\.fluxcd\.io\/substitute: disabled$/m.test(document) ? document : document.replaceAll(VARIABLE, (whole, name: string) => variables.get(name) ?? whole)))
    .join('')

/** `${NAME}` and `${NAME:=default}`, but for `$${NAME}`, which stays. */
const VARIABLE = /(?<!\$)\$\{([A-Za-z_]\w*)(?::?[=-][^{}\n]*)?\}/g
