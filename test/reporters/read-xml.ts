/** A strict reader for the XML that we write: elements, double-quoted attributes, text, the five entities, and nothing else. Throws at the first fault. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

const TOKEN = /<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/y
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function readXml(source: string): XmlElement {
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
  if (!source.startsWith(declaration)) throw new Error('no XML declaration')
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  TOKEN.lastIndex = declaration.length
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex
    const [, closed, name, attributes, empty, text] = TOKEN.exec(source) ?? []
    const current = open.at(-1)!
    if (text !== undefined) current.text += unescape(text)
    else if (closed !== undefined && closed === current.name) open.pop()
    else if (name !== undefined) {
      const pairs = [...attributes!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, unescape(value!)] as const)
      const element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' }
      if (Object.keys(element.attributes).length !== pairs.length) throw new Error(`an attribute twice at ${at}`)
      current.children.push(element)
      if (!empty) open.push(element)
    } else throw new Error(`not XML at ${at}: ${source.slice(at, at + 80)}`)
  }
  if (open.length !== 1 || top.children.length !== 1 || top.text.trim() !== '') throw new Error('not one root element')
  return top.children[0]!
}

function unescape(text: string): string {
  return text.replaceAll(/&(\w+;)?/g, (_, entity: string | undefined) => {
    const character = ENTITIES[entity?.slice(0, -1) ?? '']
    if (character === undefined) throw new Error(`not an entity: &${entity}`)
    return character
  })
}
