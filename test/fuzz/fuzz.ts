import { stringify } from 'yaml'
import { bases } from './bases.ts'
import { mutate, type Value } from './mutate.ts'
import { engine, faultOf, faultOfOrder } from './properties.ts'
import { Random } from './random.ts'

/** The inputs that break a property, and how. */
export async function fuzz(count: number, seed: number): Promise<string[]> {
  const random = new Random(seed)
  const all = bases()
  const donors = all.flat()
  const mutants = () => random.of(all).map((object) => (random.below(3) === 0 ? object : mutate(object, donors, random)))
  const faults: string[] = []
  const attempt = async (at: number, objects: readonly Value[], faultOf: () => Promise<string | undefined>) => {
    try {
      const fault = await faultOf()
      if (fault !== undefined) faults.push(`input ${at}: ${fault}`)
    } catch (error) {
      faults.push(`input ${at}: ${error instanceof Error ? error.stack : String(error)}\n${JSON.stringify(objects)}`)
    }
  }
  for (let at = 0; at < count; at++) {
    const objects = mutants()
    await attempt(at, objects, () => faultOf(objects, random))
    if (at % 10 > 0) continue
    const files = Array.from({ length: 6 }, (_, file) => ({ file: `${file % 2 === 0 ? 'a' : 'b'}/${file}.yaml`, objects: mutants() }))
    await attempt(at, files.flatMap((each) => each.objects), () => faultOfOrder(files.map(({ file, objects }) => ({ file, text: objects.map((object) => stringify(object, { version: '1.1' })).join('---\n') })), random))
  }
  await engine.end()
  return faults
}
