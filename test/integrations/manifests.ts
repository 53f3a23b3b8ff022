/** About fifty manifests, good and bad: those of public repositories where the corpus of the benchmarks is, else the examples of the rules. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { exampleText } from '../../src/engine/define-rule.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import { repository } from './doors.ts'

const corpus = join(repository, 'bench/.cache/manifests-1000')
const REPOSITORIES = ['GoogleCloudPlatform/bank-of-anthos', 'GoogleCloudPlatform/microservices-demo', 'argoproj/argocd-example-apps']

export function manifests(): Record<string, string> {
  const files: Record<string, string> = {}
  if (existsSync(corpus)) {
    for (const name of REPOSITORIES) for (const file of readdirSync(join(corpus, name)).sort()) files[`k8s/${name.split('/')[1]}/${file}`] = readFileSync(join(corpus, name, file), 'utf8')
    return files
  }
  for (const { id, category, bad, good } of documentedRules().filter((_, at) => at % 2 === 0)) {
    files[`k8s/${category}/${id}.yaml`] = exampleText(bad[0]?.yaml ?? '')
    files[`k8s/${category}/good-${id}.yaml`] = exampleText(good[0]?.yaml ?? '')
  }
  return files
}
