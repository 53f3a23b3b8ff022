/** Whether a text is a day of the calendar: `2027-01-31`. */
export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

/** In UTC, so that a run gives the same everywhere. */
export const currentDay = (): string => new Date().toISOString().slice(0, 10)
