/** A value of another tool's settings as a list: it may be one or several, or not there. */
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])
