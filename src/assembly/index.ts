/** What the module offers to the JavaScript around it, which is `parser/core.ts`. */
export { reserveText } from './text'
export { take } from './memory'
export { intern, keyAddress, keyLength, reserveKey } from './keys'
export { blockEnd, blockHeader, blockNext, readBlockScalar } from './block-scalar'
export { isReinterpreted, plainHint } from './scalar'
export { constrain, kindNamed, readFields, readPackage, readTable, typeNamed } from './types'
export { noteCount, notesAddress, reserveNodes, walk } from './walk'
export { end, hasDuplicates, hasReinterpreted, nodesAddress, root, scan, size } from './scan'
