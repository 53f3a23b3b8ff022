/** Values of another tool's settings, of which nothing is certain. */
export type Fields = Readonly<Record<string, unknown>>

export const isMap = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** One or several. */
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])
