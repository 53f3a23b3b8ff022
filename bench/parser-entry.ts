/** What `parser.mjs` measures. */
export { parse } from '../src/parser/parse.ts'
export { Tape } from '../src/parser/tape.ts'
