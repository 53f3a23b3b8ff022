/** Blocks between BEGIN and END lines, as Go's encoding/pem reads them: what is around or malformed is passed over. */
export interface PemBlock {
  type: string
  headers: boolean
  bytes: Buffer
}

const BEGIN = /(?:^|\n)-----BEGIN ([^\n]*?)-----[ \t\r]*\n/g
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const HEADER = /^[^\n:]+:[^\n]*\n/

export function pemBlocks(text: string): PemBlock[] {
  const blocks: PemBlock[] = []
  BEGIN.lastIndex = 0
  for (let begin = BEGIN.exec(text); begin !== null; begin = BEGIN.exec(text)) {
    let body = text.slice(BEGIN.lastIndex)
    // The next BEGIN is looked for where this one ends.
    const from = BEGIN.lastIndex
    BEGIN.lastIndex = from - 1
    let headers = false
    for (let header = HEADER.exec(body); header !== null; header = HEADER.exec(body)) {
      headers = true
      body = body.slice(header[0].length)
    }
    const end = body.startsWith('-----END ') ? 0 : body.indexOf('\n-----END ')
    if (end === -1) continue
    const endLine = body.slice(body.indexOf('-----END ', end)).split('\n', 1)[0]!
    const base64 = body.slice(0, end).replace(/[\s]/g, '')
    if (endLine.trimEnd() !== `-----END ${begin[1]}-----` || !BASE64.test(base64)) continue
    blocks.push({ type: begin[1]!, headers, bytes: Buffer.from(base64, 'base64') })
    BEGIN.lastIndex = from + (text.length - from - body.length) + end
  }
  return blocks
}
