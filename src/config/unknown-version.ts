import { MINORS } from '../versions.ts'

export const unknownVersion = (text: string): string => `There is no schema for Kubernetes "${text}", only for ${MINORS[0]} to ${MINORS.at(-1)}`
