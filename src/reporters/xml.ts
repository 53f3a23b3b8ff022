const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** `name="value" …` with a blank before each. Values must be free of control characters. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!)
