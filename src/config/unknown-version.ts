import { LATEST, MINORS } from '../versions.ts'

const previews = MINORS.slice(MINORS.indexOf(LATEST) + 1)

export const unknownVersion = (text: string): string => `No schema for Kubernetes "${text}", only for ${MINORS[0]} to ${LATEST}${previews.length === 0 ? '' : ` and a preview of ${previews.join(', ')}`}`
