/** Values of custom resources, at whose types nobody has looked: what has another type than the wanted one is not there. */
export type Fields = Readonly<Record<string, unknown>>

export const isMap = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
export const mapOf = (value: unknown): Fields => (isMap(value) ? value : {})
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : [])
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
