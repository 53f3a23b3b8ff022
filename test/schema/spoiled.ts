/** Texts in which one thing is wrong, made of one that is right: read once, changed at one place, printed, and changed back. */
import { isPair, isScalar, isSeq, parseAllDocuments, visit, type Document, type Node, type ParsedNode, type Scalar } from 'yaml'

export interface Place {
  /** The text with another value there. */
  with(value: unknown): string
}

interface Read {
  documents: readonly Document.Parsed[]
  texts: readonly string[]
}

const DIVIDER = '---\n'

const read = (text: string): Read => {
  const documents = parseAllDocuments(text, { version: '1.1' }) as Document.Parsed[]
  return { documents, texts: documents.map((document) => document.toString()) }
}

/** The text as it is printed when nothing is changed. */
export const printed = (text: string): string => read(text).texts.join(DIVIDER)

/** Each scalar that is no key. */
export function leaves(text: string): Place[] {
  return places(text, (document, found) => {
    visit(document, {
      Scalar(key, node, path) {
        if (key === 'key') return
        const parent = path.at(-1)
        const put = (other: Node) => {
          if (isPair(parent)) parent.value = other
          else if (isSeq(parent)) parent.items[key as number] = other
          else document.contents = other as ParsedNode
        }
        found((value) => put(document.createNode(value)), () => put(node))
      },
    })
  })
}

/** Each name of a field. */
export function fieldNames(text: string): { name: string; place: Place }[] {
  const names: string[] = []
  const found = places(text, (document, place) => {
    visit(document, {
      Pair(_, { key }) {
        if (!isScalar(key) || typeof key.value !== 'string') return
        const name = key.value
        names.push(name)
        place((value) => void ((key as Scalar).value = value), () => void ((key as Scalar).value = name))
      },
    })
  })
  return found.map((place, at) => ({ name: names[at]!, place }))
}

function places(text: string, find: (document: Document.Parsed, found: (change: (value: unknown) => void, changeBack: () => void) => void) => void): Place[] {
  const { documents, texts } = read(text)
  return documents.flatMap((document, at) => {
    const found: Place[] = []
    find(document, (change, changeBack) => {
      found.push({
        with(value) {
          change(value)
          try {
            return texts.with(at, document.toString()).join(DIVIDER)
          } finally {
            changeBack()
          }
        },
      })
    })
    return found
  })
}
