import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { NamedPath } from '../../model/kustomization-view.ts'
import { placeOf } from '../../model/place.ts'
import { meantFile } from '../../model/slip.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow files and folders in a `kustomization.yaml` that do not exist.',
  why: 'Kustomize builds nothing when one of the files that it names is missing.',
  howToFix: 'Write the path relative to the folder of the `kustomization.yaml`, or delete the entry. A file that git ignores may be made by whoever builds, so nothing is said about it; neither about addresses of other repositories.',
  references: ['https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/'],
  peers: {},
  bad: [
    {
      title: 'a file that has another name, and a folder without a kustomization',
      files: { 'deployment.yaml': 'kind: Deployment\n', 'base/service.yaml': 'kind: Service\n', 'patch.yaml': 'kind: Deployment\n' },
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deploymnet.yaml # ✖ resources[0] is "deploymnet.yaml", which does not exist; did you mean "deployment.yaml"?
          - base # ✖ resources[1] is the folder "base", which has no kustomization.yaml
        patches:
          - path: patches/replicas.yaml # ✖ patches[0].path is "patches/replicas.yaml", which does not exist
      `,
    },
  ],
  good: [
    {
      title: 'files that are there',
      files: { 'deployment.yaml': 'kind: Deployment\n', 'base/kustomization.yaml': 'resources: []\n' },
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
          - base
          - https://example.com/crds.yaml
      `,
    },
  ],
  visit: {
    kustomization({ object, paths }, { report }) {
      for (const named of paths) {
        const problem = problemOf(named)
        if (problem === undefined) continue
        const place = placeOf(object, named.node)
        report(place, `${place.path} is ${problem}`)
      }
    },
  },
})

function problemOf({ path, wants, found, beside }: NamedPath): string | undefined {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  if (found === 'nothing') {
    const meant = meantFile(path.slice(folder.length), beside)
    return `"${path}", which does not exist${meant === undefined ? '' : `; did you mean "${folder}${meant}"?`}`
  }
  if (found === 'folder' && wants !== 'file') return `the folder "${path}", which has no kustomization.yaml`
  if ((found === 'folder' || found === 'kustomization') && wants === 'file') return `the folder "${path}", must be a file`
  return found === 'file' && wants === 'kustomization' ? `the file "${path}", must be a folder with a kustomization.yaml` : undefined
}
