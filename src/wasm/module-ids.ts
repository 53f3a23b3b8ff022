/** The beginnings of the SHA-256 of the files of the modules of Go as they lie in dist. Written by engine/build.mjs. */
export const MODULE_IDS = { cel: { code: '18b203d7846320e9', memory: 'ec80887a5f2107fb' }, render: { code: 'e688c3505b230461', memory: '802f380c1bc1ec8c' } } as const

/** What an engine answers hangs on both files. */
export const engineId = (name: keyof typeof MODULE_IDS): string => MODULE_IDS[name].code + MODULE_IDS[name].memory
