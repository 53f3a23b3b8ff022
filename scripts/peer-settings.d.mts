export const PEER_SETTINGS: Readonly<Record<string, Readonly<Record<string, readonly (readonly [rule: string, options: Readonly<Record<string, unknown>>])[]>>>>
